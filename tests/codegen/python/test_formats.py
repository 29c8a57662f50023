"""The formats' verdicts are Zod's, as format_verdicts.mjs has found them."""

from __future__ import annotations

import json
import unittest
from pathlib import Path
from typing import Annotated

from generation import module
from pydantic import TypeAdapter, ValidationError

formats = module("_formats")
VERDICTS = json.loads(Path(__file__).with_name("format_verdicts.json").read_text(encoding="utf-8"))


class Formats(unittest.TestCase):
    def test_verdicts(self) -> None:
        for name, options, text, good in VERDICTS:
            with self.subTest(format=name, options=options, text=text):
                check = getattr(formats, name)(**options)
                try:
                    TypeAdapter(Annotated[str, check]).validate_python(text)
                    accepted = True
                except ValidationError:
                    accepted = False
                self.assertEqual(accepted, good)


if __name__ == "__main__":
    unittest.main()

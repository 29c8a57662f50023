"""The manifest: each service's target, each method's hashes, sorted by name."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from documents import STRING, document, object_of

EXPECTED = """{
  "clamatorManifest": 1,
  "services": {
    "a": {
      "target": "jsonSchema7",
      "methods": {
        "x": {
          "params": "%(hash)s"
        }
      }
    },
    "b": {
      "target": "openApi3",
      "methods": {
        "y": {
          "params": "%(hash)s",
          "result": "%(hash)s"
        },
        "z": {
          "params": "%(hash)s",
          "result": "%(hash)s"
        }
      }
    }
  }
}
""" % {"hash": "0" * 64}


class Manifest(unittest.TestCase):
    def test_two_services_of_different_targets(self) -> None:
        first = document("a", object_of(a=STRING), methods=("x",))
        second = document("b", object_of(a=STRING), methods=("z", "y")) | {"target": "openApi3"}
        for method in second["methods"]:
            method["result"] = STRING
            method["hashes"] = {"params": "0" * 64, "result": "0" * 64}
        with tempfile.TemporaryDirectory() as place:
            options = ["--manifest", f"{place}/manifest"]
            for each in (second, first):
                path = Path(place) / f"{each['service']}.json"
                path.write_text(json.dumps(each), encoding="utf-8")
                options += ["--src", str(path)]
            subprocess.run(
                [os.environ["CLAMATOR_CODEGEN"], *options], check=True, stdout=subprocess.DEVNULL
            )
            self.assertEqual((Path(place) / "manifest").read_text(encoding="utf-8"), EXPECTED)


if __name__ == "__main__":
    unittest.main()

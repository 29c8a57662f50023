"""What generated models write, and how they are made in Python."""

from __future__ import annotations

import json
import math
import unittest
from importlib import import_module

from documents import document, object_of, python_of
from generation import module, on_the_wire
from pydantic import ValidationError

arith = module("arith")
enums = module("enums")
names = module("names_of_things")
objects = module("objects")
unions = module("unions")
wrappers = module("wrappers")


def wrapped(**more: object) -> object:
    uuid = "12345678-1234-1234-1234-123456789abc"
    given = {"nullable": None, "branded": uuid, "readonly": [], "unwrapped": "x"}
    return wrappers.WrapParams(**{**given, **more})


class Writing(unittest.TestCase):
    def test_absent_optional_is_left_out(self) -> None:
        self.assertEqual(on_the_wire(arith.PingParams()), {})
        self.assertEqual(on_the_wire(arith.PingParams(tag=None)), {})
        self.assertEqual(on_the_wire(arith.PingParams(tag="x")), {"tag": "x"})

    def test_absent_optional_of_a_nested_object_is_left_out(self) -> None:
        nested = objects.DeepPartialParams(address=objects.DeepPartialParamsAddress(street="s"))
        self.assertEqual(on_the_wire(nested), {"address": {"street": "s"}})

    def test_null_is_written_where_it_is_a_value(self) -> None:
        written = on_the_wire(wrapped())
        self.assertEqual((written["nullable"], written["defaultNull"]), (None, None))
        self.assertNotIn("nullish", written)

    def test_literal_need_not_be_given(self) -> None:
        written = on_the_wire(unions.AreaParamsShapeCircle(radius=1))
        self.assertEqual(written, {"kind": "circle", "radius": 1})

    def test_python_names_and_wire_names_construct(self) -> None:
        expected = {"userId": "u"}
        self.assertEqual(on_the_wire(names.DeleteParams(user_id="u")), expected)
        self.assertEqual(on_the_wire(names.DeleteParams(userId="u")), expected)

    def test_not_a_number_is_refused(self) -> None:
        with self.assertRaises(ValidationError):
            arith.AddParams(a=math.nan, b=1)
        params = arith.AddParams(a=1, b=1)
        with self.assertRaises(ValidationError):
            params.a = math.inf

    def test_extra_keys_are_kept(self) -> None:
        written = on_the_wire(objects.PassParams(a="x", more=[1, None]))
        self.assertEqual(written, {"a": "x", "more": [1, None]})

    def test_enums_write_their_values_in_both_versions(self) -> None:
        level, color = enums.PickParamsLevel.High, enums.PickParamsColor.Red
        picked = enums.PickParams(
            size="small", level=level, color=color, unit="s", words="no", numbers=1, mixed="auto",
            more="a", without="z",
        )  # fmt: skip
        # 0.1.5 does not ask for JSON's own types.
        for mode in ("json", "python"):
            written = json.loads(json.dumps(picked.model_dump(mode=mode, by_alias=True)))
            self.assertEqual((written["level"], written["color"]), (3, "red"))

    def test_default_is_a_copy(self) -> None:
        anything = {"kind": "default", "type": {"kind": "any"}, "value": {"list": []}}
        made = python_of(document("copies", object_of(one=anything)), "copied_defaults")
        self.assertEqual(made.returncode, 0, made.stderr)
        params = import_module("copied_defaults.copies").GoParams
        params().one["list"].append("x")
        self.assertEqual(params().one, {"list": []})


if __name__ == "__main__":
    unittest.main()

"""What generated models take from JSON, which is what Zod takes."""

from __future__ import annotations

import json
import math
import unittest
from typing import Any

from generation import accepts, module
from pydantic import ValidationError

collections = module("collections")
enums = module("enums")
numbers = module("numbers")
objects = module("objects")
recursive = module("recursive")
strings = module("strings")
unions = module("unions")
wrappers = module("wrappers")
names = module("names_of_things")
arith = module("arith")


class Reading(unittest.TestCase):
    def takes(self, model: Any, *values: Any) -> None:
        for value in values:
            with self.subTest(value=value):
                self.assertTrue(accepts(model, value))

    def refuses(self, model: Any, *values: Any) -> None:
        for value in values:
            with self.subTest(value=value):
                self.assertFalse(accepts(model, value))

    def test_number(self) -> None:
        self.takes(arith.AddResult, {"sum": 1}, {"sum": 1.5}, {"sum": -(2**60)})
        self.refuses(arith.AddResult, {"sum": "1"}, {"sum": True}, {"sum": None}, {}, [1])

    def test_number_that_no_double_holds(self) -> None:
        huge = json.loads('{"sum": 1' + "0" * 400 + "}")
        self.refuses(arith.AddResult, huge, {"sum": math.nan}, {"sum": math.inf})

    def test_integer(self) -> None:
        integer = {"count": 1.0, "port": 80.0, "even": 2, "cents": 0.29, "sixes": 12}
        self.takes(numbers.StepParams, integer, {**integer, "port": 65535})
        self.assertIsInstance(numbers.StepParams.model_validate(integer).count, int)
        refused: list[Any] = [1.5, True, "80", 0, 65536, 10**400]
        self.refuses(numbers.StepParams, *({**integer, "port": port} for port in refused))

    def test_multiple_of(self) -> None:
        base = {"count": 1, "port": 80, "even": 2, "cents": 0.29, "sixes": 12}
        self.takes(numbers.StepParams, {**base, "cents": 1.1}, {**base, "even": -4})
        self.refuses(numbers.StepParams, {**base, "cents": 0.001}, {**base, "sixes": 4})

    def test_null_is_absence_where_a_field_is_optional(self) -> None:
        self.takes(arith.PingParams, {}, {"tag": None}, {"tag": "x"})
        self.refuses(arith.PingParams, {"tag": 1})

    def test_literal_must_be_there(self) -> None:
        circle = unions.AreaParamsShapeCircle
        self.takes(circle, {"kind": "circle", "radius": 1})
        self.refuses(circle, {"radius": 1}, {"kind": "square", "radius": 1})
        self.refuses(unions.AreaResult, {"ok": 1, "area": 1}, {"area": 1})

    def test_python_names_are_not_wire_names(self) -> None:
        self.takes(names.DeleteParams, {"userId": "u"})
        self.refuses(names.DeleteParams, {"user_id": "u"})

    def test_unknown_keys(self) -> None:
        more = {"a": "x", "more": 1}
        self.assertFalse(hasattr(objects.StripParams.model_validate(more), "more"))
        self.refuses(objects.StrictParams, more)
        self.assertEqual(objects.PassParams.model_validate(more).more, 1)
        self.takes(objects.CatchAllParams, more)
        self.refuses(objects.CatchAllParams, {"a": "x", "more": "1"})
        self.refuses(objects.PassParams, {"a": "x", "more": [math.nan]})

    def test_default_is_filled_in(self) -> None:
        given = {
            "nullable": None, "branded": "12345678-1234-1234-1234-123456789abc",
            "readonly": [], "unwrapped": "x",
        }  # fmt: skip
        read = wrappers.WrapParams.model_validate(given)
        self.assertEqual((read.with_default, read.default_list), (10, ["a", "b"]))
        self.assertEqual(read.default_object, wrappers.WrapParamsDefaultObject())
        self.refuses(wrappers.WrapParams, {**given, "withDefault": None})

    def test_first_match(self) -> None:
        found = unions.LookupResult.model_validate({"missing": True})
        self.assertEqual(found.root, unions.LookupResultOption2(missing=True))
        self.refuses(unions.LookupResult, {"missing": 1}, {}, "x")

    def test_enum(self) -> None:
        good = {
            "size": "small", "level": 2.0, "color": "dark-blue", "unit": "m", "words": "yes",
            "numbers": 5, "mixed": True, "more": None, "without": "x",
        }  # fmt: skip
        read = enums.PickParams.model_validate(good)
        self.assertIs(read.level, enums.PickParamsLevel.Middle)
        self.assertIs(read.color, enums.PickParamsColor.DarkBlue)
        self.assertIs(read.mixed, True)
        wrong = {"size": "S", "level": "2", "color": "Red", "numbers": True, "mixed": 1}
        self.refuses(enums.PickParams, *({**good, name: each} for name, each in wrong.items()))

    def test_tuple_with_a_rest(self) -> None:
        others = {"point": [1, 2], "named": ["x", {"weight": 1}], "none": []}
        self.takes(collections.TuplesParams, {**others, "command": ["go"]})
        self.takes(collections.TuplesParams, {**others, "command": ["go", 1, 2]})
        self.refuses(collections.TuplesParams, {**others, "command": []})
        self.refuses(collections.TuplesParams, {**others, "command": ["go", 1, "2"]})
        self.refuses(collections.TuplesParams, {**others, "command": ["go"], "point": [1, 2, 3]})

    def test_recursion(self) -> None:
        root = {"name": "a", "children": [{"name": "b", "children": []}]}
        self.takes(recursive.TreeParams, {"root": root})
        self.refuses(recursive.TreeParams, {"root": {**root, "children": [{"name": "b"}]}})
        self.takes(recursive.FlattenResult, [[], [[]]])
        self.refuses(recursive.FlattenResult, [[1]])

    def test_pattern(self) -> None:
        matching = {"sku": "ABC-1234", "word": "Word", "url": "https://a/v1.0/b.json"}
        self.takes(strings.MatchParams, matching)
        self.refuses(strings.MatchParams, {**matching, "sku": "ABC-1234\n"})
        self.refuses(strings.MatchParams, {**matching, "word": "w0rd"})


class Refusals(unittest.TestCase):
    def test_what_is_refused_can_be_told_as_json(self) -> None:
        """Servers put these errors into their answers, and an answer that cannot be written is none."""
        wrong: list[tuple[Any, Any]] = [
            (strings.PipedParams, {"text": "no address"}),
            (strings.MatchParams, {name: "" for name in wire_names(strings.MatchParams)}),
            (numbers.StepParams, {name: 0.00001 for name in wire_names(numbers.StepParams)}),
            (enums.PickParams, {name: "none" for name in wire_names(enums.PickParams)}),
        ]
        for model, value in wrong:
            with self.subTest(model=model.__name__), self.assertRaises(ValidationError) as refused:
                model.model_validate(value)
            json.dumps(refused.exception.errors())


def wire_names(model: Any) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


if __name__ == "__main__":
    unittest.main()

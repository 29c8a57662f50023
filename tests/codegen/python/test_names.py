"""Names that Python has, that the generated module uses itself, or that two things would share."""

from __future__ import annotations

import os
import tempfile
import unittest
from importlib import import_module

from documents import STRING, document, generate, object_of, python_of
from generation import on_the_wire


class Names(unittest.TestCase):
    def test_types_called_as_what_the_module_uses(self) -> None:
        hostile = [
            "ABC",
            "Annotated",
            "ClamatorClient",
            "Contract",
            "Field",
            "Literal",
            "Model",
            "None",
            "Union",
        ]
        types = [
            {"name": name, "type": object_of(kind={"kind": "literal", "value": name})}
            for name in hostile
        ]
        options = [{"kind": "ref", "name": name} for name in hostile]
        any_of_them = {"kind": "union", "tag": "kind", "options": options}
        made = python_of(document("hostile", object_of(one=any_of_them), types), "hostile_types")
        self.assertEqual(made.returncode, 0, made.stderr)
        hostile_module = import_module("hostile_types.hostile")
        read = hostile_module.GoParams.model_validate({"one": {"kind": "None"}})
        self.assertIsInstance(read.one, hostile_module.None_)

    def test_fields_called_as_what_pydantic_has(self) -> None:
        names = [
            "json",
            "copy",
            "schema",
            "modelDump",
            "modelFields",
            "list",
            "str",
            "self",
            "data",
            "__init__",
            "1st",
        ]
        made = python_of(
            document("taken", object_of(**dict.fromkeys(names, STRING))), "taken_names"
        )
        self.assertEqual(made.returncode, 0, made.stderr)
        params = import_module("taken_names.taken").GoParams
        wire = dict.fromkeys(names, "x")
        self.assertEqual(on_the_wire(params.model_validate(wire)), wire)
        read = params.model_validate(wire)
        self.assertEqual((read.json_, read.model_dump_, read.list_, read.field_1st), ("x",) * 4)

    def test_fields_of_one_python_name(self) -> None:
        made = python_of(document("twice", object_of(fooBar=STRING, foo_bar=STRING)), "unused")
        self.assertEqual(made.returncode, 1)
        self.assertIn(
            "would be foo_bar in Python, as fooBar; rename one of the two fields", made.stderr
        )

    def test_enum_members_of_one_python_name(self) -> None:
        members = [{"name": "a-b", "value": 1}, {"name": "a.b", "value": 2}]
        params = object_of(one={"kind": "enum", "members": members})
        made = python_of(document("twice", params), "unused")
        self.assertEqual(made.returncode, 1)
        self.assertIn("the members a-b and a.b would both be a_b in Python", made.stderr)

    def test_type_called_as_the_client(self) -> None:
        types = [{"name": "TwiceClient", "type": object_of(a=STRING)}]
        params = object_of(one={"kind": "ref", "name": "TwiceClient"})
        made = python_of(document("twice", params, types), "unused")
        self.assertEqual(made.returncode, 1)
        self.assertIn(
            "as a class that is generated for the service; rename the schema", made.stderr
        )

    def test_typescript_that_would_import_itself(self) -> None:
        with tempfile.TemporaryDirectory() as out:
            made = generate(document("own", object_of(a=STRING)), "--out-ts", out)
            self.assertEqual((made.returncode, os.listdir(out)), (1, []))
        self.assertIn("would import itself", made.stderr)


if __name__ == "__main__":
    unittest.main()

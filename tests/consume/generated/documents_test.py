"""A project of an installed clamator, whose contract is given as a document."""

import unittest

from project import ProjectCase


class Quickstart(ProjectCase):
    project = "quickstart"

    def test_it_builds_and_runs(self):
        self.configure()
        self.assertIn("Generating arith.hpp and arith.cpp", self.build())
        self.assertEqual(self.run_program(), "2 + 3 = 5\n")
        self.assert_nothing_to_do()


class Rebuild(ProjectCase):
    project = "arguments"

    def setUp(self):
        super().setUp()
        self.configure()

    def build_library(self):
        return self.build("--target", "api")

    def test_a_document_that_changes_and_one_that_breaks(self):
        self.build_library()
        self.edit("contracts/till.json", '"kind": "string"', '"kind": "boolean"')
        again = self.build_library()
        self.assertRegex(again, "(?s)Generating till.hpp and till.cpp.*Building.*till.cpp")
        self.assertNotRegex(again, "Generating bank|Building.*bank")
        self.assertIn("bool amount", self.generated("generated/api/till.hpp"))

        self.edit("contracts/till.json", '"kind": "boolean"', '"kind": "bool"')
        self.assertRegex(self.failing_build("--target", "api"), r"contracts/till\.json: till\.pay params\.amount: .*bool")
        self.edit("contracts/till.json", '"kind": "bool"', '"kind": "boolean"')
        self.assert_generated_and_not_compiled()

        self.edit("contracts/till.json", '"source": "till.ts"', '"source": "tills.ts"')
        self.assert_generated_and_not_compiled()

    def assert_generated_and_not_compiled(self):
        again = self.build_library()
        self.assertIn("Generating till.hpp and till.cpp", again)
        self.assertNotIn("Building", again)
        self.assertNotRegex(self.build_library(), "Generating|Building|Linking")

    def test_a_service_that_is_renamed(self):
        self.edit("contracts/till.json", '"service": "till"', '"service": "front-desk"')
        self.build("--target", "generated/api/front_desk.hpp")
        self.assertIn("namespace front_desk", self.generated("generated/api/front_desk.hpp"))


if __name__ == "__main__":
    unittest.main()

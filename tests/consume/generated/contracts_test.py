"""A project whose contract is TypeScript, which CMake has clamator-contracts read."""

import json
import unittest

from project import ProjectCase


class Contracts(ProjectCase):
    project = "from_contracts"

    def test_the_contract_is_followed(self):
        self.configure()
        self.build()
        self.assertEqual(json.loads((self.source / "contracts/arith.json").read_text())["source"], "arith.ts")
        self.assert_nothing_to_do()
        self.assertEqual(sorted(each.name for each in self.source.iterdir()), ["CMakeLists.txt", "contracts"])

        self.edit("contracts/arith.ts", "b: z.number()", "b: z.boolean()")
        self.build()
        self.assertIn("bool b", self.generated("clamator/api/arith.hpp"))
        self.assert_nothing_to_do()

        self.edit("contracts/arith.ts", "b: z.boolean()", "b: z.date()")
        self.assertIn("arith.add params.b: z.date() has no JSON form", self.failing_build())
        self.edit("contracts/arith.ts", "b: z.date()", "b: z.boolean()")
        self.build()


class Configure(ProjectCase):
    """What is seen without building."""

    project = "from_contracts"

    def test_documents_go_into_the_build_directory_where_nothing_is_said(self):
        self.edit("CMakeLists.txt", " DOCUMENTS_DIR contracts", "")
        self.configure()
        self.assertEqual([each.name for each in (self.source / "contracts").iterdir()], ["arith.ts"])
        self.assertIn('"service": "arith"', self.generated("clamator/api/documents/arith.json"))

    def test_a_refused_contract_is_told_and_leaves_nothing_behind(self):
        self.edit("contracts/arith.ts", "b: z.number()", "b: z.date()")
        said = self.failing_configure()
        self.assertIn("arith.add params.b: z.date() has no JSON form; use z.string().datetime()", said)
        self.assertEqual(sorted(each.name for each in self.source.iterdir()), ["CMakeLists.txt", "contracts"])

    def test_a_warning_is_passed_on(self):
        self.edit("contracts/arith.ts", "b: z.number()", "b: z.number().refine((b) => b !== 7)")
        self.assertRegex(self.configure(), r"warning: arith\.add params\.b: ")

    def test_no_tool(self):
        said = self.failing_configure("-DCLAMATOR_CONTRACTS_TOOL=")
        self.assertIn("CONTRACTS need clamator-contracts: in the project, run npm install", said)


if __name__ == "__main__":
    unittest.main()

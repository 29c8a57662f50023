"""From contracts, which clamator-contracts reads with Node.js."""

import json
import os
import shutil
import unittest

from generator import CONTRACTS_TOOL, GeneratorCase, contract, document


class Contracts(GeneratorCase):
    def setUp(self):
        super().setUp()
        self.write("contracts/arith.ts", contract())

    def test_documents_beside_the_contracts_and_cpp(self):
        wrote = self.generate("--src", "contracts", "--out-cpp", "out")
        self.assertEqual(wrote, ["wrote contracts/arith.json", "wrote out/arith.cpp", "wrote out/arith.hpp"])
        self.assertEqual(json.loads(self.text("contracts/arith.json"))["source"], "arith.ts")

    def test_documents_elsewhere(self):
        wrote = self.generate("--src", "contracts/arith.ts", "--documents", "made/here")
        self.assertEqual(wrote, ["wrote made/here/arith.json"])

    def test_contracts_from_several_folders_each_with_its_document(self):
        self.write("more/shop.ts", contract("shop"))
        wrote = self.generate("--src", "contracts/arith.ts", "--src", "more")
        self.assertEqual(wrote, ["wrote contracts/arith.json", "wrote more/shop.json"])

    def test_a_contract_and_its_own_document_are_one(self):
        self.generate("--src", "contracts")
        self.write("contracts/arith.ts", contract(field="b: z.number()"))
        wrote = self.generate("--src", "contracts/arith.ts", "--src", "contracts/arith.json", "--out-cpp", "out")
        self.assertEqual(len(wrote), 3)
        self.assertIn("double b", self.text("out/arith.hpp"))

    def test_the_document_alone_makes_the_same(self):
        self.generate("--src", "contracts", "--out-cpp", "out", "--manifest", "contracts.lock")
        self.generate("--src", "contracts/arith.json", "--out-cpp", "again", "--manifest", "again.lock")
        for name in ["arith.hpp", "arith.cpp"]:
            self.assertEqual(self.text("again/" + name), self.text("out/" + name))
        self.assertEqual(self.text("again.lock"), self.text("contracts.lock"))

    def test_nothing_is_written_where_nothing_would_change(self):
        command = ["--src", "contracts", "--out-cpp", "out", "--manifest", "contracts.lock"]
        self.generate(*command)
        before = self.files()
        self.assertEqual(self.generate(*command), [])
        self.assertEqual(self.files(), before)

    def test_check_names_documents_too_and_writes_none(self):
        self.generate("--src", "contracts", "--out-cpp", "out")
        self.write("contracts/arith.ts", contract(field="b: z.number()"))
        before = self.files()
        ended = self.run_it("--src", "contracts", "--out-cpp", "out", "--check")
        self.assertEqual(self.files(), before)
        named = [f"{name} would change" for name in ["contracts/arith.json", "out/arith.hpp", "out/arith.cpp"]]
        self.assertEqual((ended.returncode, ended.stdout.splitlines()), (1, named))

    def test_the_dialect_changes_hashes(self):
        self.write("contracts/arith.ts", contract(field="a: z.number().nullable()"))
        for target in ["jsonSchema7", "openApi3"]:
            self.generate("--src", "contracts", "--json-schema-target", target, "--documents", target,
                          "--manifest", target + ".lock")
        one, other = (json.loads(self.text(f"{target}/arith.json")) for target in ["jsonSchema7", "openApi3"])
        self.assertEqual((one["target"], other["target"]), ("jsonSchema7", "openApi3"))
        self.assertNotEqual(one["methods"][0]["hashes"], other["methods"][0]["hashes"])
        self.assertNotEqual(self.text("jsonSchema7.lock"), self.text("openApi3.lock"))

    def test_the_manifest_is_the_same_from_another_folder(self):
        self.generate("--src", "contracts", "--manifest", "1.lock")
        self.generate("--src", ".", "--manifest", "../2.lock", cwd="contracts")
        self.assertEqual(self.text("2.lock"), self.text("1.lock"))


class Refused(GeneratorCase):
    def test_a_refused_contract_is_told_by_file_method_and_path(self):
        self.write("contracts/arith.ts", contract())
        self.write("contracts/shop.ts", contract("shop", field="items: z.array(z.object({ when: z.date() }))"))
        said = self.refused("--src", "contracts", "--out-cpp", "out")
        self.assertIn("contracts/shop.ts: shop.add params.items[].when: z.date() has no JSON form", said)

    def test_a_syntax_error_is_told_by_line_and_column(self):
        self.write("arith.ts", "export const = ;\n")
        self.assertIn("arith.ts:1:14: ", self.refused("--src", "arith.ts", "--out-cpp", "out"))

    def test_a_refined_contract_is_a_warning(self):
        self.write("arith.ts", contract(field="a: z.number().refine((a) => a !== 7)"))
        ended = self.run_it("--src", "arith.ts", "--out-cpp", "out")
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertIn("arith.ts: warning: arith.add params.a: ", ended.stderr)

    def test_two_contracts_of_one_service_in_two_folders(self):
        self.write("a/one.ts", contract())
        self.write("b/two.ts", contract())
        said = self.refused("--src", "a", "--src", "b", "--out-cpp", "out")
        self.assertIn("b/arith.json: arith: is the service of a/arith.json, too", said)


class Tool(GeneratorCase):
    """Which clamator-contracts is run."""

    def setUp(self):
        super().setUp()
        self.write("project/contracts/arith.ts", contract())
        self.node = os.path.dirname(shutil.which("node"))

    def without(self, **changes: str) -> dict[str, str]:
        return self.environment(tool="", **changes)

    def announcing(self, path: str) -> str:
        """A tool that says that it ran."""
        file = self.write(path, f"#!/bin/sh\necho ran {path} >&2\nexec '{CONTRACTS_TOOL}' \"$@\"\n")
        file.chmod(0o755)
        return str(file)

    def said(self, *arguments: str, cwd: str = ".", env: dict[str, str]) -> str:
        ended = self.run_it("--src", "project/contracts" if cwd == "." else "contracts", *arguments, cwd=cwd, env=env)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        return ended.stderr

    def test_that_in_the_nearest_node_modules_above_the_contract(self):
        self.announcing("node_modules/.bin/clamator-contracts")
        self.assertEqual(self.said(env=self.without()), "ran node_modules/.bin/clamator-contracts\n")
        self.announcing("project/node_modules/.bin/clamator-contracts")
        nearest = "ran project/node_modules/.bin/clamator-contracts\n"
        self.assertEqual(self.said(env=self.without()), nearest)
        self.assertEqual(self.said(cwd="project", env=self.without()), nearest)

    def test_that_on_the_path(self):
        self.announcing("bin/clamator-contracts")
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        self.assertEqual(self.said(env=self.without(PATH=path)), "ran bin/clamator-contracts\n")

    def test_that_which_is_named(self):
        self.announcing("node_modules/.bin/clamator-contracts")
        by_environment = self.environment(tool=self.announcing("one"))
        self.assertEqual(self.said(env=by_environment), "ran one\n")
        self.assertEqual(self.said("--contracts-tool", self.announcing("two"), env=by_environment), "ran two\n")

    def test_none_is_found(self):
        said = self.refused("--src", "project/contracts", env=self.without(PATH=self.node + "/nothing"))
        self.assertIn("neither in a node_modules above project/contracts nor on the PATH: run npm install", said)

    def test_that_which_is_named_is_not_there(self):
        said = self.refused("--src", "project", "--contracts-tool", "none/tool")
        self.assertIn("there is no none/tool, which --contracts-tool or CLAMATOR_CONTRACTS names", said)

    def test_there_is_no_node(self):
        empty = self.folder / "empty"
        empty.mkdir()
        linked = self.folder / "linked"
        linked.symlink_to(CONTRACTS_TOOL)
        for tool in [CONTRACTS_TOOL, str(linked)]:
            said = self.refused("--src", "project", env=self.environment(tool=tool, PATH=str(empty)))
            self.assertIn("needs Node.js 18 or newer, and there is no node on the PATH", said)

    def test_documents_need_no_tool(self):
        self.write("arith.json", document())
        self.generate("--src", "arith.json", "--out-cpp", "out", env=self.without(PATH=self.node + "/nothing"))


if __name__ == "__main__":
    unittest.main()

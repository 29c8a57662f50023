"""From documents to sources, which takes nothing besides."""

import json
import unittest

from generator import GeneratorCase, document


class Documents(GeneratorCase):
    def test_cpp_of_a_document(self):
        self.write("arith.json", document())
        wrote = self.generate("--src", "arith.json", "--out-cpp", "out/cpp")
        self.assertEqual(wrote, ["wrote out/cpp/arith.cpp", "wrote out/cpp/arith.hpp"])
        self.assertIn("class AddParams", self.text("out/cpp/arith.hpp"))
        self.assertIn('#include "arith.hpp"', self.text("out/cpp/arith.cpp"))

    def test_all_that_is_asked_for_in_one_command(self):
        self.write("arith.json", document())
        out = ["--out-cpp", "cpp", "--out-py", "py", "--out-ts", "ts", "--manifest", "contracts.lock"]
        self.generate("--src", "arith.json", *out, "--ts-contract-import", "../arith")
        made = set(self.files())
        self.assertLessEqual({"cpp/arith.hpp", "py/arith.py", "py/__init__.py", "ts/arith.ts", "contracts.lock"}, made)

    def test_a_folder_of_documents_and_other_json(self):
        self.write("contracts/arith.json", document())
        self.write("contracts/shop.json", document("shop"))
        self.write("contracts/tsconfig.json", '{ "strict": true, /* as others write it */ }')
        wrote = self.generate("--src", "contracts", "--out-cpp", "out")
        self.assertEqual([line.removeprefix("wrote out/") for line in wrote],
                         ["arith.cpp", "arith.hpp", "shop.cpp", "shop.hpp"])

    def test_a_document_that_is_named_twice_is_one(self):
        self.write("contracts/arith.json", document())
        wrote = self.generate("--src", "contracts", "--src", "./contracts/../contracts/arith.json", "--out-cpp", "out")
        self.assertEqual(len(wrote), 2)

    def test_files_of_a_service_with_a_hyphen(self):
        self.write("order-desk.json", document("order-desk"))
        self.generate("--src", "order-desk.json", "--out-cpp", "out")
        self.assertIn("namespace order_desk {", self.text("out/order_desk.hpp"))
        self.assertIn('#include "order_desk.hpp"', self.text("out/order_desk.cpp"))

    def test_a_namespace_around_those_of_the_services(self):
        self.write("arith.json", document())
        self.generate("--src", "arith.json", "--out-cpp", "out", "--cpp-namespace", "app::contracts")
        self.assertIn("namespace app::contracts::arith {", self.text("out/arith.hpp"))

    def test_nothing_is_written_where_nothing_would_change(self):
        self.write("arith.json", document())
        command = ["--src", "arith.json", "--out-cpp", "out", "--manifest", "contracts.lock"]
        self.generate(*command)
        before = self.files()
        self.assertEqual(self.generate(*command), [])
        self.assertEqual(self.files(), before)

    def test_only_what_changes_is_written(self):
        self.write("contracts/arith.json", document())
        self.write("contracts/shop.json", document("shop"))
        self.generate("--src", "contracts", "--out-cpp", "out")
        before = self.files("out")
        self.write("contracts/shop.json", document("shop", field="b"))
        self.assertEqual(self.generate("--src", "contracts", "--out-cpp", "out"), ["wrote out/shop.cpp", "wrote out/shop.hpp"])
        after = self.files("out")
        self.assertEqual([name for name in after if after[name] == before[name]], ["out/arith.cpp", "out/arith.hpp"])

    def test_node_is_not_needed(self):
        self.write("arith.json", document())
        nothing = self.folder / "empty"
        nothing.mkdir()
        self.generate("--src", "arith.json", "--out-cpp", "out", env=self.environment(tool="", PATH=str(nothing)))

    def test_the_manifest_is_the_same_wherever_it_is_made(self):
        self.write("contracts/arith.json", document())
        self.write("contracts/shop.json", document("shop"))
        self.write("elsewhere/empty", "")
        one, other = ["--src", "contracts/arith.json"], ["--src", "contracts/shop.json"]
        self.generate(*one, *other, "--manifest", "1.lock")
        self.generate(*other, *one, "--manifest", "2.lock")
        self.generate("--src", "../contracts", "--manifest", "../3.lock", cwd="elsewhere")
        first = self.text("1.lock")
        self.assertEqual([self.text("2.lock"), self.text("3.lock")], [first, first])
        self.assertIn("1" * 64, first)
        self.assertEqual(list(json.loads(first)["services"]), ["arith", "shop"])


class Refused(GeneratorCase):
    def test_a_broken_document_is_told_by_line_and_column(self):
        self.write("arith.json", '{\n  "clamatorContracts": 1,\n  "service" "arith"\n}\n')
        self.assertRegex(self.refused("--src", "arith.json", "--out-cpp", "out"), r"^arith\.json:3:1[0-9]: ")

    def test_a_document_half_written_in_a_folder_is_not_passed_over(self):
        self.write("contracts/arith.json", document())
        self.write("contracts/shop.json", "")
        self.assertIn("contracts/shop.json:1:1: ", self.refused("--src", "contracts", "--out-cpp", "out"))

    def test_one_refused_document_keeps_all_from_being_written(self):
        self.write("contracts/arith.json", document())
        self.write("contracts/shop.json", document("shop", methods=[]).replace('"jsonSchema7"', "7"))
        self.assertIn("contracts/shop.json: ", self.refused("--src", "contracts", "--out-cpp", "out"))

    def test_what_is_wrong_is_told_of_all_documents(self):
        self.write("one.json", document("one").replace('"number"', '"nonsense"'))
        self.write("two.json", document("two").replace('"number"', '"nonsense"'))
        said = self.refused("--src", "one.json", "--src", "two.json", "--out-cpp", "out")
        self.assertRegex(said, r"(?m)^one\.json: one\.add params\.a: .*nonsense")
        self.assertRegex(said, r"(?m)^two\.json: two\.add params\.a: .*nonsense")

    def test_two_documents_of_one_service(self):
        self.write("a/arith.json", document())
        self.write("b/arith.json", document())
        said = self.refused("--src", "a", "--src", "b", "--out-cpp", "out")
        self.assertEqual(said, "b/arith.json: arith: is the service of a/arith.json, too; give one document only\n")

    def test_a_folder_with_neither_contracts_nor_documents(self):
        self.write("contracts/package.json", "{}")
        self.assertIn("--src contracts: holds neither contracts nor documents", self.refused("--src", "contracts"))

    def test_a_file_that_is_not_there_and_one_that_is_neither(self):
        self.write("notes.txt", "")
        self.assertIn("--src none.json: no such file or folder", self.refused("--src", "none.json"))
        self.assertIn("--src notes.txt: neither a contract", self.refused("--src", "notes.txt"))


if __name__ == "__main__":
    unittest.main()

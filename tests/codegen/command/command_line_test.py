"""What the command line may be, --check, and folders that cannot be written to."""

import os
import unittest

from generator import GeneratorCase, document

# Root may write anywhere, unless it gives that up.
AS_A_USER = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override", "--"]


class CommandLine(GeneratorCase):
    def test_what_is_wrong_with_it_is_told_with_status_2(self):
        self.write("arith.json", document())
        for arguments, said in [
            (["--src", "arith.json", "--out-java", "out"], "--out-java"),
            (["--out-cpp", "out"], "--src is required"),
            ([], "--src is required"),
            (["--src", "arith.json", "--check", "--watch"], "--check excludes --watch"),
            (["--src", "arith.json", "--cpp-namespace", "app::2"], "app::2 is no namespace"),
            (["--src", "arith.json", "--cpp-namespace", "app::"], "app:: is no namespace"),
            (["--src", "arith.json", "--json-schema-target", "draft3"], "draft3 not in"),
        ]:
            with self.subTest(arguments):
                self.assertIn(said, self.refused(*arguments, status=2))

    def test_help_and_version(self):
        self.assertIn("--json-schema-target", "\n".join(self.generate("--help")))
        self.assertRegex(self.generate("--version")[0], r"^\d+\.\d+\.\d+$")


class Check(GeneratorCase):
    def setUp(self):
        super().setUp()
        self.write("contracts/arith.json", document())
        self.write("contracts/shop.json", document("shop"))
        self.command = ["--src", "contracts", "--out-cpp", "out", "--manifest", "contracts.lock"]

    def check(self) -> tuple[int, list[str], str]:
        before = self.files()
        ended = self.run_it(*self.command, "--check")
        self.assertEqual(self.files(), before)
        return ended.returncode, ended.stdout.splitlines(), ended.stderr

    def test_all_is_well_after_generating(self):
        self.generate(*self.command)
        self.assertEqual(self.check(), (0, [], ""))

    def test_each_file_that_would_change_is_named(self):
        self.generate(*self.command)
        self.write("contracts/shop.json", document("shop", field="b"))
        (self.folder / "contracts.lock").unlink()
        expected = ["out/shop.hpp would change", "out/shop.cpp would change", "contracts.lock would change"]
        self.assertEqual(self.check(), (1, expected, ""))

    def test_a_file_that_somebody_edited_is_named(self):
        self.generate(*self.command)
        self.write("out/arith.hpp", self.text("out/arith.hpp") + "\n")
        self.assertEqual(self.check(), (1, ["out/arith.hpp would change"], ""))

    def test_a_refused_document_is_no_difference(self):
        self.generate(*self.command)
        self.write("contracts/shop.json", "{")
        status, named, said = self.check()
        self.assertEqual((status, named), (1, []))
        self.assertIn("contracts/shop.json:", said)


class Unwritable(GeneratorCase):
    def setUp(self):
        super().setUp()
        self.write("arith.json", document())

    def test_a_folder_that_is_read_only(self):
        (self.folder / "out").mkdir()
        (self.folder / "out").chmod(0o555)
        said = self.refused("--src", "arith.json", "--out-cpp", "out", before=AS_A_USER)
        self.assertIn("cannot write out/arith.hpp: Permission denied; make way for it, or name another folder", said)

    def test_a_file_where_the_folder_should_be(self):
        self.write("out", "")
        said = self.refused("--src", "arith.json", "--out-cpp", "out/cpp")
        self.assertIn("cannot make the folder of out/cpp/arith.hpp: Not a directory", said)

    def test_a_folder_where_the_file_should_be(self):
        self.write("out/arith.hpp/file", "")
        said = self.refused("--src", "arith.json", "--out-cpp", "out")
        self.assertIn("cannot write out/arith.hpp: ", said)


if __name__ == "__main__":
    unittest.main()

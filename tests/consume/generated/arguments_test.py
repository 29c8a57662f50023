"""What clamator_generate() may be told, and what it refuses."""

import os
import unittest
import unittest.mock
from pathlib import Path

from project import ProjectCase


class Arguments(ProjectCase):
    project = "arguments"

    def test_out_namespace_public_and_two_contracts_of_one_target(self):
        self.configure()
        self.build()
        self.run_program("over_library")
        self.run_program("in_namespace")
        self.assertIn("namespace bank {", self.generated("generated/api/bank.hpp"))
        self.assert_nothing_to_do()


class Refused(ProjectCase):
    project = "arguments"

    def refused(self, line: str) -> str:
        project = self.source / "CMakeLists.txt"
        project.write_text(project.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
        return self.failing_configure()

    def test_no_such_target(self):
        self.assertIn('TARGET has to name a target, and "server" is none',
                      self.refused("clamator_generate(TARGET server DOCUMENTS contracts/bank.json)"))

    def test_a_target_of_another_folder(self):
        (self.source / "below").mkdir()
        (self.source / "below/CMakeLists.txt").write_text(
            "clamator_generate(TARGET api DOCUMENTS ../contracts/bank.json)\n", encoding="utf-8")
        said = self.refused("add_subdirectory(below)")
        self.assertIn("call it in the folder that makes the target api", said)

    def test_neither_documents_nor_contracts(self):
        self.assertIn("give DOCUMENTS or CONTRACTS", self.refused("clamator_generate(TARGET api PUBLIC)"))

    def test_a_document_that_is_missing(self):
        said = self.refused("clamator_generate(TARGET api DOCUMENTS contracts/none.json)")
        self.assertRegex(said, "clamator_generate: no file [^ ]*/contracts/none.json")

    def test_a_document_that_is_none(self):
        (self.source / "contracts/broken.json").write_text('{ "service": ', encoding="utf-8")
        self.assertIn("contracts/broken.json is no contract document",
                      self.refused("clamator_generate(TARGET api DOCUMENTS contracts/broken.json)"))

    def test_an_argument_it_does_not_have(self):
        self.assertIn("unknown argument VERBOSE",
                      self.refused("clamator_generate(TARGET api VERBOSE DOCUMENTS contracts/bank.json)"))


class CrossCompiling(ProjectCase):
    project = "arguments"

    def toolchain(self) -> str:
        file = self.build_folder.parent / "toolchain.cmake"
        file.write_text("set(CMAKE_SYSTEM_NAME Linux)\n", encoding="utf-8")
        return f"-DCMAKE_TOOLCHAIN_FILE={file}"

    def generator_of_this_machine(self) -> Path:
        """One that says when it runs."""
        real = Path(os.environ["CLAMATOR_PREFIX"]) / "bin/clamator-codegen"
        tools = self.build_folder.parent / "tools"
        tools.mkdir()
        file = tools / "clamator-codegen"
        file.write_text(f'#!/bin/sh\necho "run on the machine that builds"\nexec {real} "$@"\n', encoding="utf-8")
        file.chmod(0o755)
        return file

    def test_the_generator_that_is_named_is_run(self):
        self.configure(self.toolchain(), f"-DCLAMATOR_CODEGEN_EXECUTABLE={self.generator_of_this_machine()}")
        self.assertIn("run on the machine that builds", self.build("--target", "clamator/in_namespace/till.hpp"))

    def test_one_that_is_not_named_is_looked_for_on_the_path(self):
        where = self.generator_of_this_machine().parent
        with unittest.mock.patch.dict(os.environ, PATH=f"{where}:{os.environ['PATH']}"):
            self.configure(self.toolchain())
        self.assertIn("run on the machine that builds", self.build("--target", "clamator/in_namespace/till.hpp"))


if __name__ == "__main__":
    unittest.main()

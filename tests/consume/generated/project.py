"""A copy of one of the projects in this folder, configured and built as its user would."""

import os
import shutil
import subprocess
import unittest
from pathlib import Path

HERE = Path(__file__).parent
WORK = Path(os.environ["CLAMATOR_WORK"])


def cache_options() -> list[str]:
    """What the build of clamator itself uses; users' flags do not matter here, and these compile fastest."""
    given = {"CMAKE_CXX_COMPILER": "CXX", "CMAKE_CXX_COMPILER_LAUNCHER": "LAUNCHER",
             "CLAMATOR_CODEGEN_EXECUTABLE": "CODEGEN", "CMAKE_PREFIX_PATH": "PREFIX",
             "CLAMATOR_CONTRACTS_TOOL": "CONTRACTS"}
    named = {option: os.environ.get("CLAMATOR_" + name, "") for option, name in given.items()}
    return ["-DCMAKE_CXX_FLAGS=-O0"] + [f"-D{option}={value}" for option, value in named.items() if value]


class ProjectCase(unittest.TestCase):
    """Tests of the project named `project`. Each test has a copy that nobody has built yet."""

    project: str
    generator = "Ninja"
    maxDiff = None

    def setUp(self):
        # The place is the same each time, for ccache's sake.
        place = WORK / f"{type(self).__name__}.{self._testMethodName}"
        shutil.rmtree(place, ignore_errors=True)
        self.source, self.build_folder = place / self.project, place / "build"
        shutil.copytree(HERE / self.project, self.source)

    def configure(self, *options: str) -> str:
        return self.succeed("cmake", "-S", str(self.source), "-B", str(self.build_folder), "-G", self.generator,
                            *cache_options(), *options)

    def build(self, *options: str) -> str:
        return self.succeed("cmake", "--build", str(self.build_folder), "-j", "2", *options)

    def failing_build(self, *options: str) -> str:
        ended = self._run("cmake", "--build", str(self.build_folder), *options)
        self.assertNotEqual(ended.returncode, 0, ended.stdout)
        return ended.stdout

    def failing_configure(self, *options: str) -> str:
        ended = self._run("cmake", "-S", str(self.source), "-B", str(self.build_folder), "-G", self.generator,
                          *cache_options(), *options)
        self.assertNotEqual(ended.returncode, 0, ended.stdout)
        return " ".join(ended.stdout.split())  # CMake breaks lines where it likes

    def run_program(self, name: str = "app") -> str:
        return self.succeed(str(self.build_folder / name))

    def assert_nothing_to_do(self):
        """That another build runs neither the generator nor the compiler."""
        said = self.build()
        if self.generator == "Ninja":
            self.assertIn("no work to do", said)
        self.assertNotRegex(said, "Generating|Building|Linking")

    def edit(self, path: str, old: str, new: str):
        file = self.source / path
        text = file.read_text(encoding="utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new), encoding="utf-8")

    def generated(self, path: str) -> str:
        return (self.build_folder / path).read_text(encoding="utf-8")

    def succeed(self, *command: str) -> str:
        ended = self._run(*command)
        self.assertEqual(ended.returncode, 0, ended.stdout)
        return ended.stdout

    @staticmethod
    def _run(*command: str):
        return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=500, check=False)

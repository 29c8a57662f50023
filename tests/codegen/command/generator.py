"""What the tests of the command share: a folder for each test, the program, and inputs to give it."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["CLAMATOR_CODEGEN"]

# Where it is not set only what needs no Node.js is tested.
CONTRACTS_TOOL = os.environ.get("CLAMATOR_CONTRACTS_PROGRAM", "")


def document(service: str = "arith", field: str = "a", **replaced) -> str:
    """The text of a contract document with one method."""
    number = {"kind": "number"}
    method = {
        "name": "add",
        "params": {"kind": "object", "unknown": "strip", "fields": [{"name": field, "type": number}]},
        "result": {"kind": "object", "unknown": "strip", "fields": [{"name": "sum", "type": number}]},
        "hashes": {"params": "1" * 64, "result": "2" * 64},
    }
    whole = {
        "clamatorContracts": 1,
        "service": service,
        "export": "contract",
        "source": "contract.ts",
        "target": "jsonSchema7",
        "methods": [method],
    }
    return json.dumps(whole | replaced, indent=2) + "\n"


def contract(service: str = "arith", field: str = "a: z.number()", imported: str = "") -> str:
    """The text of a contract file with one method."""
    return f"""import {{ defineContract, defineMethod }} from '@clamator/protocol';
import {{ z }} from 'zod';
{imported}
export const contract = defineContract({{
  service: '{service}',
  methods: {{ add: defineMethod({{ params: z.object({{ {field} }}), result: z.object({{ sum: z.number() }}) }}) }},
}});
"""


class GeneratorCase(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="clamator-codegen-test-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def environment(self, tool: str = CONTRACTS_TOOL, **changes: str) -> dict[str, str]:
        given = {name: value for name, value in os.environ.items() if name != "CLAMATOR_CONTRACTS"}
        return given | ({"CLAMATOR_CONTRACTS": tool} if tool else {}) | changes

    def run_it(self, *arguments: str, cwd: str = ".", env: dict[str, str] | None = None, before=()):
        return subprocess.run(
            [*before, PROGRAM, *arguments],
            cwd=self.folder / cwd,
            env=env or self.environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def generate(self, *arguments: str, **how) -> list[str]:
        """Runs it, which has to succeed without a word on stderr. The lines that it printed, sorted."""
        ended = self.run_it(*arguments, **how)
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        return sorted(ended.stdout.splitlines())

    def refused(self, *arguments: str, status: int = 1, **how) -> str:
        """Runs it, which has to fail with that status and write nothing. What it said on stderr."""
        before = self.files()
        ended = self.run_it(*arguments, **how)
        self.assertEqual((ended.returncode, ended.stdout), (status, ""), ended.stderr)
        self.assertEqual(self.files(), before)
        return ended.stderr

    def files(self, below: str = ".") -> dict[str, tuple[str, int]]:
        """The text of each file, and when it was written."""
        return {
            str(each.relative_to(self.folder)): (each.read_text(encoding="utf-8"), each.stat().st_mtime_ns)
            for each in sorted((self.folder / below).rglob("*"))
            if each.is_file()
        }

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

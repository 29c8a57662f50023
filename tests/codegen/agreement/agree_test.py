"""agree.py notices when a language is wrong. Its languages are fake here: see fake_verdicts.py."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent

NUMBER = {"kind": "number"}
NOTE = {"kind": "optional", "type": {"kind": "string"}}
PAIR = {
    "kind": "object",
    "unknown": "passthrough",
    "fields": [{"name": "left", "type": NUMBER}, {"name": "right", "type": NUMBER}, {"name": "note", "type": NOTE}],
}
DOCUMENT = {"service": "pairs", "methods": [{"name": "swap", "params": PAIR}]}


def agree(*languages: str, values: int = 400) -> subprocess.CompletedProcess[str]:
    """Runs agree.py with fake languages, each a name and the options of fake_verdicts.py."""
    processes: list[str] = []
    for language in languages:
        name, _, options = language.partition(" ")
        processes += ["--process", f"{name}={sys.executable} {HERE / 'fake_verdicts.py'} {options}"]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pairs.json").write_text(json.dumps(DOCUMENT))
        command = [sys.executable, str(HERE / "agree.py"), "--documents", folder, "--values", str(values), *processes]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


class Agreement(unittest.TestCase):
    def test_those_who_say_the_same_agree(self) -> None:
        outcome = agree("C++", "Zod", "Python")
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        self.assertIn("pairs.swap params: 400 accepted, 0 refused", outcome.stdout)

    def test_one_that_refuses_is_told_with_the_shortest_value(self) -> None:
        outcome = agree("C++ --refuse left", "Zod", "Python")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn('  verdicts differ: {"left":0}\n    C++: refuses, it has left\n', outcome.stdout)

    def test_one_that_accepts_is_told(self) -> None:
        outcome = agree("C++ --refuse right", "Zod --refuse right", "Python")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("    Zod: refuses, it has right\n    Python: writes", outcome.stdout)

    def test_another_value_is_told(self) -> None:
        outcome = agree("C++", "Zod", "Python --change left")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn('  values differ: {"left":0}\n', outcome.stdout)
        self.assertIn("    Python: writes 0\n", outcome.stdout)

    def test_an_excused_difference_is_counted(self) -> None:
        outcome = agree("C++", 'Zod --refuse "\\"note\\":null"', "Python")
        self.assertIn(" null for optional", outcome.stdout)
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)

    def test_an_excuse_is_only_for_those_whom_it_names(self) -> None:
        outcome = agree('C++ --refuse "\\"note\\":null"', "Zod", "Python")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn('"note":null', outcome.stdout)

    def test_a_process_that_ends_is_named(self) -> None:
        outcome = agree("C++", "Zod --end-at left", "Python")
        self.assertNotEqual(outcome.returncode, 0)
        self.assertIn("Zod ended with status 3", outcome.stderr)

    def test_one_seed_gives_the_same_values(self) -> None:
        self.assertEqual(agree("C++ --refuse 7", "Zod").stdout, agree("C++ --refuse 7", "Zod").stdout)


if __name__ == "__main__":
    unittest.main()

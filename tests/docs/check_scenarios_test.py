"""Whether check_scenarios.py finds what is missing, and nothing else."""

import tempfile
import unittest
from pathlib import Path

from check_scenarios import check

FAULTS = "TEST_F(kill, of_one) {\n}\nTEST_P(giant, here) {\n}\nTEST_P(giant,\n       there) {\n}\n"
INTEGRATION = "TEST_F(lease, holds) {\n}\n"
PAGE = """\
| what | does | see | test |
|---|---|---|---|
| `DEL` of `it` | nothing | `refused` | faults `kill.of_one`, `lease.holds` |
| more | nothing | nothing | faults `giant` |
"""


class CheckScenarios(unittest.TestCase):
    def problems(self, page: str) -> list[str]:
        with tempfile.TemporaryDirectory() as directory:
            root = Path(directory)
            for name, text in (
                ("tests/faults/a_test.cpp", FAULTS),
                ("tests/integration/b_test.cpp", INTEGRATION),
                ("docs/reliability.md", page),
            ):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return check(root)

    def test_takes_a_page_with_everything(self) -> None:
        self.assertEqual(self.problems(PAGE), [])

    def test_finds_a_test_that_is_not_there(self) -> None:
        self.assertEqual(
            self.problems(PAGE.replace("lease.holds", "lease.lasts")),
            ["docs/reliability.md: there is no test lease.lasts"],
        )

    def test_finds_a_scenario_that_is_not_named(self) -> None:
        self.assertEqual(
            self.problems(PAGE.replace("`giant`", "`giant.here`")),
            ["docs/reliability.md: giant.there of tests/faults is missing"],
        )


if __name__ == "__main__":
    unittest.main()

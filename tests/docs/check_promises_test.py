"""Whether check_promises.py finds what is missing, and nothing else."""

import json
import tempfile
import unittest
from pathlib import Path

from check_promises import check

MANUAL = """\
## In short

Guaranteed:

- A call
  [ends](#x) once.

Not guaranteed:

- **Order.** None.

## Bounds

| of | how much |
|---|---|
| `calls` in flight | 10 |

## Options
"""
TESTS = """\
TEST_F(calls,
       end_once) {
}
TEST_P(calls, are_ten_at_most) {
}
"""
LISTED = {"A call ends once.": ["calls.end_once"], "calls in flight": ["calls.are_ten_at_most"]}


class CheckPromises(unittest.TestCase):
    def problems(self, listed: dict[str, list[str]], manual: str = MANUAL) -> list[str]:
        with tempfile.TemporaryDirectory() as directory:
            root = Path(directory)
            for name, text in (
                ("docs/delivery.md", manual),
                ("tests/docs/promises.json", json.dumps(listed)),
                ("tests/conformance/calls_test.cpp", TESTS),
            ):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return check(root)

    def test_takes_what_is_complete(self) -> None:
        self.assertEqual(self.problems(LISTED), [])

    def test_finds_a_promise_without_a_test(self) -> None:
        self.assertEqual(len(self.problems({"A call ends once.": ["calls.end_once"]})), 1)
        self.assertEqual(len(self.problems({**LISTED, "calls in flight": []})), 1)

    def test_finds_a_test_that_is_not_there(self) -> None:
        self.assertIn("calls.end_twice", self.problems({**LISTED, "A call ends once.": ["calls.end_twice"]})[0])

    def test_finds_what_is_not_promised(self) -> None:
        self.assertIn("cheap", self.problems({**LISTED, "It is cheap.": ["calls.end_once"]})[0])

    def test_finds_a_manual_that_promises_nothing(self) -> None:
        self.assertIn("docs/delivery.md: neither guarantees nor bounds were found", self.problems({}, "## Options\n"))


if __name__ == "__main__":
    unittest.main()

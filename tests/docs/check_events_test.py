"""Whether check_events.py finds what is missing or too much, and nothing else."""

import tempfile
import unittest
from pathlib import Path

from check_events import check

HEADER = """\
enum class event : unsigned char {
  // At a client.
  call_begun,  // it was made
  call_sent,
};
"""
SOURCE = "tell(event::call_begun); tell(event::call_sent);\n"
PAGE = """\
| event | when |
|---|---|
| `call_begun` | it was made |

| event | when |
|---|---|
| `call_sent` | it was sent |

| field | |
|---|---|
| `state` | of health |
"""


class CheckEvents(unittest.TestCase):
    def problems(self, page: str = PAGE, source: str = SOURCE) -> list[str]:
        with tempfile.TemporaryDirectory() as directory:
            root = Path(directory)
            for name, text in (
                ("include/clamator/rpc/observer.hpp", HEADER),
                ("src/rpc/f.cpp", source),
                ("docs/observability.md", page),
            ):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return check(root)

    def test_takes_a_page_with_everything(self) -> None:
        self.assertEqual(self.problems(), [])

    def test_names_what_is_missing(self) -> None:
        self.assertEqual(
            self.problems(PAGE.replace("| `call_sent` | it was sent |\n", "")),
            ["docs/observability.md: call_sent is missing"],
        )

    def test_names_what_is_too_much(self) -> None:
        row = "| `call_sent` | it was sent |\n"
        self.assertEqual(
            self.problems(PAGE.replace(row, row + "| `call_lost` | |\n" + row)),
            ["docs/observability.md: call_lost is no event", "docs/observability.md: call_sent is there twice"],
        )

    def test_names_what_nothing_raises(self) -> None:
        self.assertEqual(
            self.problems(source=SOURCE.replace("event::call_sent", "event::call_sent_again")),
            ["include/clamator/rpc/observer.hpp: nothing raises call_sent"],
        )


if __name__ == "__main__":
    unittest.main()

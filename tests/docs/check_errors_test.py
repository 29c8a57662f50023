"""Whether check_errors.py finds what is missing, and nothing else."""

import tempfile
import unittest
from pathlib import Path

from check_errors import check

HEADER = """\
inline constexpr std::int64_t parse_error = -32700;
enum class transport_errc {
  not_started,  // nothing was sent
  stopped,
};
"""
SOURCE = """\
void f() {
  // usage_error("only told of")
  throw usage_error("option \\"" + name + "\\" must be "
                    "at least 1");
  if (log_) log_(log_level::warning, "reading " + stream + " was refused: " + why);
  if (log_) log_(log_level::info, "all is well again");
}
"""
PAGE = '| -32700 | `transport_errc::not_started` | transport_errc::stopped | option "X" must be at least 1 | S was refused: W |'


class CheckErrors(unittest.TestCase):
    def problems(self, page: str) -> list[str]:
        with tempfile.TemporaryDirectory() as directory:
            root = Path(directory)
            for name, text in (
                ("include/clamator/protocol/error.hpp", HEADER),
                ("src/rpc/f.cpp", SOURCE),
                ("docs/errors.md", page),
            ):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return check(root)

    def test_takes_a_page_with_everything(self) -> None:
        self.assertEqual(self.problems(PAGE), [])

    def test_names_what_is_missing(self) -> None:
        for part in ("-32700", "transport_errc::not_started", "transport_errc::stopped", "at least 1", "was refused"):
            problems = self.problems(PAGE.replace(part, ""))
            self.assertEqual(len(problems), 1, problems)
            self.assertIn(part, problems[0])


if __name__ == "__main__":
    unittest.main()

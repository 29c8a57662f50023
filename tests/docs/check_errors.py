"""Whether docs/errors.md has every error: each code, each message of a usage_error, each line of the log that is a
warning or an error.

A message is looked for by the longest piece of it that stands in the source as one string.
"""

import re
import sys
from pathlib import Path

from report import report

STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def flat(text: str) -> str:
    """Without what the table's markup adds."""
    return re.sub(r"\s+", " ", text.replace("`", "").replace("\\|", "|"))


def codes(header: str) -> list[str]:
    """Enumerators as `transport_errc::refused`, and the numbers of error_code."""
    found = []
    for name, body in re.findall(r"enum class (\w+_errc) \{(.*?)\};", header, re.DOTALL):
        found += [f"{name}::{each}" for each in re.findall(r"^\s*(\w+),", body, re.MULTILINE)]
    return found + re.findall(r"constexpr std::int64_t \w+ = (-\d+);", header)


def pieces(source: str, opening: str) -> list[str]:
    """Of each statement that has `opening`, the longest string in it."""
    found = []
    for match in re.finditer(opening, source):
        end = re.compile(r"\);").search(source, match.end())
        statement = source[match.end() : end.start() if end else len(source)]
        joined = re.sub(r'"\s*\n\s*"', "", statement)
        strings = [text.replace('\\"', '"') for text in STRING.findall(joined)]
        if strings:
            found.append(max(strings, key=len).strip(" :;,"))
    return found


def check(root: Path) -> list[str]:
    page = flat((root / "docs/errors.md").read_text(encoding="utf-8"))
    header = (root / "include/clamator/protocol/error.hpp").read_text(encoding="utf-8")
    problems = [f"docs/errors.md: {code} is missing" for code in codes(header) if code not in page]
    for path in sorted([*root.glob("src/**/*.cpp"), *root.glob("include/**/*.hpp")]):
        source = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for opening in (r"usage_error\(", r"log_level::(?:warning|error),", r"note_failure\("):
            problems += [
                f'docs/errors.md: "{piece}" of {path.relative_to(root)} is missing'
                for piece in pieces(source, opening)
                if len(piece) > 3 and flat(piece) not in page
            ]
    return problems


if __name__ == "__main__":
    sys.exit(report(check, __doc__))

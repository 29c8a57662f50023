"""Whether the tests that docs/reliability.md names are there, and each test of tests/faults is named.

A test is named as `suite.name`, all of a suite as `suite`, in the last column of a table.
"""

import re
import sys
from pathlib import Path

from report import report

TEST = re.compile(r"^TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", re.MULTILINE)


def tests(folder: Path) -> set[tuple[str, str]]:
    return {found for path in sorted(folder.rglob("*.cpp")) for found in TEST.findall(path.read_text(encoding="utf-8"))}


def named(page: str) -> list[str]:
    rows = [line for line in page.splitlines() if line.startswith("| ") and line.count("|") == 5]
    return [name for row in rows for name in re.findall(r"`([\w.]+)`", row.split("|")[4])]


def check(root: Path) -> list[str]:
    page = named((root / "docs/reliability.md").read_text(encoding="utf-8"))
    there = tests(root / "tests")
    known = {suite for suite, _ in there} | {f"{suite}.{name}" for suite, name in there}
    problems = [f"docs/reliability.md: there is no test {name}" for name in page if name not in known]
    return problems + [
        f"docs/reliability.md: {suite}.{name} of tests/faults is missing"
        for suite, name in sorted(tests(root / "tests/faults"))
        if suite not in page and f"{suite}.{name}" not in page
    ]


if __name__ == "__main__":
    sys.exit(report(check, __doc__))

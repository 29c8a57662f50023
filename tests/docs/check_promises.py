"""Whether each guarantee and each bound in docs/delivery.md is in promises.json with the tests that hold it to its word,
and each of those tests is there.
"""

import json
import re
import sys
from pathlib import Path

from report import report

TEST = re.compile(r"^TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)", re.MULTILINE)


def section(manual: str, title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", manual, re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


def plain(text: str) -> str:
    """Without Markdown's marks and line breaks."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\s+", " ", text.replace("**", "").replace("`", "")).strip()


def guarantees(manual: str) -> list[str]:
    listed = section(manual, "In short").partition("Guaranteed:")[2].partition("Not guaranteed:")[0]
    return [plain(item) for item in re.split(r"^- ", listed, flags=re.MULTILINE)[1:]]


def bounds(manual: str) -> list[str]:
    rows = re.findall(r"^\| (.*?) \|", section(manual, "Bounds"), re.MULTILINE)
    return [plain(row) for row in rows[1:]]


def check(root: Path) -> list[str]:
    manual = (root / "docs/delivery.md").read_text(encoding="utf-8")
    listed = json.loads((root / "tests/docs/promises.json").read_text(encoding="utf-8"))
    promised = guarantees(manual) + bounds(manual)
    tests = set()
    for path in root.glob("tests/**/*_test.cpp"):
        tests.update(f"{suite}.{name}" for suite, name in TEST.findall(path.read_text(encoding="utf-8")))
    listing = "tests/docs/promises.json"
    problems = [f'docs/delivery.md: "{each}" has no test in {listing}' for each in promised if not listed.get(each)]
    for each, names in listed.items():
        if each not in promised:
            problems.append(f'{listing}: docs/delivery.md does not say "{each}"')
        problems += [f'{listing}: "{each}" names {name}, which is no test' for name in names if name not in tests]
    if not promised:
        problems.append("docs/delivery.md: neither guarantees nor bounds were found")
    return problems


if __name__ == "__main__":
    sys.exit(report(check, __doc__))

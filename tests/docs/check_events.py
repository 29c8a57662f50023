"""Whether docs/observability.md has every event in its tables, and no other; and whether something raises each."""

import re
import sys
from pathlib import Path

from report import report


def events(header: str) -> list[str]:
    """The enumerators of `event`, in their order."""
    body = re.search(r"enum class event\b[^{]*\{(.*?)\n\};", header, re.DOTALL)
    return re.findall(r"^\s*(\w+),", body.group(1), re.MULTILINE) if body else []


def rows(page: str) -> list[str]:
    """What the tables whose first column is the event have in it."""
    found = []
    for table in re.findall(r"^\| event \|.*\n\|[-|]+\n((?:\|.*\n)+)", page, re.MULTILINE):
        found += re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    return found


def check(root: Path) -> list[str]:
    known = events((root / "include/clamator/rpc/observer.hpp").read_text(encoding="utf-8"))
    listed = rows((root / "docs/observability.md").read_text(encoding="utf-8"))
    problems = [] if known else ["include/clamator/rpc/observer.hpp: no event is found"]
    problems += [f"docs/observability.md: {each} is missing" for each in known if each not in listed]
    problems += [f"docs/observability.md: {each} is no event" for each in listed if each not in known]
    problems += [f"docs/observability.md: {each} is there twice" for each in known if listed.count(each) > 1]
    source = "".join(path.read_text(encoding="utf-8") for path in root.glob("src/**/*.[ch]pp"))
    problems += [
        f"include/clamator/rpc/observer.hpp: nothing raises {each}"
        for each in known
        if not re.search(rf"\bevent::{each}\b", source)
    ]
    return problems


if __name__ == "__main__":
    sys.exit(report(check, __doc__))

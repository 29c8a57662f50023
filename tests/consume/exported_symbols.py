#!/usr/bin/env python3
"""Checks what the shared libraries export: of clamator's own names only those that a public header marks.

exported_symbols.py --source TREE --prefix INSTALLED [--nm NM]
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

MARKED = re.compile(r"CLAMATOR_EXPORT\s+[^;({]*?\b(\w+(?:<[^>]*>)?)\s*(?:final\b[^;{]*|:(?!:)[^;{]*)?[({;]")
# Such as "typeinfo for ", "guard variable for ".
PREFIX = re.compile(r"^(?:[a-z\- ]+ for |non-virtual thunk to )")


def names_of(symbol: str) -> list[str]:
    """The parts of the qualified name that a demangled symbol is about: clamator, redis, client, client."""
    name = re.sub(r"\[abi:\w+\]", "", PREFIX.sub("", symbol))
    depth, text = 0, ""
    for character in name:  # without template arguments, up to the parameters
        if character == "<":
            depth += 1
        elif character == ">":
            depth -= 1
        elif character == "(" and depth == 0:
            break
        elif depth == 0:
            text += character
    return text.split(" ")[-1].split("::")


def marked_names(include: Path) -> set[str]:
    found = set()
    for header in include.rglob("*.hpp"):
        text = re.sub(r"//.*|#define.*", "", header.read_text(encoding="utf-8"))
        found |= {re.sub(r"<.*", "", name) for name in MARKED.findall(text)}
    return found


def internal_classes(source: Path) -> set[str]:
    found = set()
    for header in source.rglob("*.hpp"):
        found |= set(re.findall(r"^(?:class|struct) (\w+)[^;]*$", header.read_text(encoding="utf-8"), re.MULTILINE))
    return found


def exported(nm: str, library: Path) -> list[str]:
    lines = subprocess.run([nm, "-D", "--defined-only", "-C", str(library)], check=True, capture_output=True, text=True)
    return [line.split(" ", 2)[2] for line in lines.stdout.splitlines()]


def check(source: Path, libraries: list[Path], nm: str) -> list[str]:
    marked = marked_names(source / "include")
    hidden = internal_classes(source / "src")
    problems = []
    for library in libraries:
        ours = [symbol for symbol in exported(nm, library) if "clamator" in names_of(symbol)]
        if not ours:
            problems.append(f"{library.name} exports nothing of clamator's")
        for symbol in ours:
            names = set(names_of(symbol))
            if names & hidden or not names & marked:
                problems.append(f"{library.name} exports what is its own business: {symbol}")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--prefix", type=Path, required=True)
    parser.add_argument("--nm", default="nm")
    options = parser.parse_args()
    libraries = sorted(options.prefix.rglob("libclamator_*.so"))
    if len(libraries) != 4:
        sys.exit(f"{options.prefix} should have four shared libraries, not {len(libraries)}")
    problems = check(options.source, libraries, options.nm)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

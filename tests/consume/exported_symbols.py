#!/usr/bin/env python3
"""Checks what shared libraries export: of clamator's own names those that a public header marks, and no others. What a
public header declares is to be marked, but for classes in detail that neither templates nor other libraries use.

exported_symbols.py --source TREE --shared INSTALLED --static INSTALLED [--nm NM] [--readelf READELF]
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


def hidden(readelf: str, library: Path) -> set[str]:
    """What would not be exported although other files of the library may use it."""
    command = [readelf, "--syms", "--wide", "--demangle", str(library)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    fields = (line.split(None, 7) for line in lines)
    return {each[7] for each in fields if each[4:6] == ["GLOBAL", "HIDDEN"] and each[6] != "UND"}


def check_marks(source: Path, libraries: list[Path], readelf: str) -> list[str]:
    headers = "\n".join(path.read_text(encoding="utf-8") for path in (source / "include").rglob("*.hpp"))
    problems = []
    for library in libraries:
        for symbol in hidden(readelf, library):
            names = names_of(symbol)
            in_a_class_of_detail = "detail" in names[:-2]
            if "clamator" not in names or in_a_class_of_detail:
                continue
            if re.search(rf"\b{re.escape(names[-1])}\(", headers):
                problems.append(f"{library.name}: a public header declares this without CLAMATOR_EXPORT: {symbol}")
    return problems


def check_exports(source: Path, libraries: list[Path], nm: str) -> list[str]:
    marked = marked_names(source / "include")
    internal = internal_classes(source / "src")
    problems = []
    for library in libraries:
        ours = [symbol for symbol in exported(nm, library) if "clamator" in names_of(symbol)]
        if not ours:
            problems.append(f"{library.name} exports nothing of clamator's")
        for symbol in ours:
            names = set(names_of(symbol))
            if names & internal or not names & marked:
                problems.append(f"{library.name} exports what is its own business: {symbol}")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--static", type=Path, required=True)
    parser.add_argument("--nm", default="nm")
    parser.add_argument("--readelf", default="readelf")
    options = parser.parse_args()
    shared = sorted(options.shared.rglob("libclamator_*.so"))
    static = sorted(options.static.rglob("libclamator_*.a"))
    if len(shared) != 5 or len(static) != 5:
        sys.exit(f"there should be five libraries of each kind, not {len(shared)} and {len(static)}")
    problems = check_exports(options.source, shared, options.nm) + check_marks(options.source, static, options.readelf)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

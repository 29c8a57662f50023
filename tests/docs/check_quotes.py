#!/usr/bin/env python3
"""Checks what the manuals quote and point to.

check_quotes.py [--root DIRECTORY]

Of README.md, CONTRIBUTING.md, CHANGELOG.md and docs/*.md:

- A ```cpp block is an excerpt of one file under examples/, a ```python block of one under examples/python/, a
  ```ts block of a contract under examples/, and a ```cmake block of a project that uses the library: one under tests/consume/, or one under examples/ that
  tests/consume/CMakeLists.txt names. Excerpts are verbatim, but for indentation that all lines have in common. A line
  that is only "// ..." (or "# ...") stands for lines left out: what is behind it comes later in the same file. Files
  that neither examples/CMakeLists.txt nor such a project names count only if they are headers.
- Other blocks are ```text, ```json or have no language, so that no code slips through.
- A link to a file of the repository leads to one, and so does its heading.
- "./dev NAME" is a command in scripts/commands.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from report import report

PLAIN = {"", "text", "json"}
ELISION = {"cpp": "// ...", "ts": "// ...", "python": "# ...", "cmake": "# ..."}


@dataclass
class Block:
    language: str
    line: int  # of the first line inside
    lines: list[str]


@dataclass
class Page:
    name: str
    path: Path
    prose: list[tuple[int, str]]
    blocks: list[Block]


def read_page(path: Path, root: Path) -> Page:
    page = Page(str(path.relative_to(root)), path, [], [])
    block = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fence = re.match(r"\s*```(.*)$", line)
        if fence and block is None:
            block = Block(fence[1].strip(), number + 1, [])
        elif fence:
            page.blocks.append(block)
            block = None
        elif block is not None:
            block.lines.append(line.rstrip())
        else:
            page.prose.append((number, line))
    if block is not None:
        page.blocks.append(Block("a block that is never closed", block.line - 1, []))
    return page


def dedent(lines: list[str]) -> list[str]:
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line]
    common = min(indents, default=0)
    return [line[common:] for line in lines]


def parts_of(block: Block) -> list[list[tuple[int, str]]]:
    """The block's lines with their numbers, split at elisions, without blank lines at the ends of each part."""
    parts: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(dedent(block.lines), block.line):
        if line.strip() == ELISION[block.language]:
            parts.append([])
        else:
            parts[-1].append((number, line))
    for part in parts:
        while part and not part[0][1]:
            part.pop(0)
        while part and not part[-1][1]:
            part.pop()
    return [part for part in parts if part]


def matched_at(part: list[tuple[int, str]], source: list[str], at: int, shift: str) -> int:
    """How many lines of the part stand in the source from `at` on."""
    for count, (_, line) in enumerate(part):
        if at + count >= len(source) or source[at + count] != (shift + line if line else ""):
            return count
    return len(part)


def matched_from(parts: list[list[tuple[int, str]]], source: list[str], start: int, shift: str) -> int:
    """How many lines of all parts match where the first one begins at `start`."""
    total, begin = 0, start
    for index, part in enumerate(parts):
        last = start if index == 0 else len(source) - 1
        best = 0
        for at in range(begin, last + 1):
            best = max(best, matched_at(part, source, at, shift))
            if best == len(part):
                begin = at + best
                break
        total += best
        if best < len(part):
            break
    return total


def missing_line(parts: list[list[tuple[int, str]]], sources: dict[str, list[str]]) -> tuple[int, str] | None:
    """The first line that cannot be found; nothing where all can, in one file."""
    lines = [line for part in parts for line in part]
    best = 0
    for source in sources.values():
        for start, text in enumerate(source):
            if not text.endswith(lines[0][1]):
                continue
            shift = text[: len(text) - len(lines[0][1])]
            if shift.strip(" ") == "":
                best = max(best, matched_from(parts, source, start, shift))
    return lines[best] if best < len(lines) else None


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def names(listing: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", listing) is not None


def read_sources(root: Path) -> dict[str, dict[str, list[str]]]:
    examples, consume = root / "examples", root / "tests/consume"
    consumed = text_of(consume / "CMakeLists.txt")
    projects = [path for path in examples.glob("*/CMakeLists.txt") if names(consumed, path.parent.name)]

    def counts(path: Path) -> bool:
        project = path.parent / "CMakeLists.txt"
        listing = text_of(project if project in projects else examples / "CMakeLists.txt")
        return path.suffix == ".hpp" or names(listing, path.stem)

    def load(paths) -> dict[str, list[str]]:
        return {
            str(path.relative_to(root)): [line.rstrip() for line in text_of(path).splitlines()]
            for path in sorted(paths)
        }

    return {
        "cpp": load(p for suffix in ("cpp", "hpp") for p in examples.rglob(f"*.{suffix}") if counts(p)),
        "ts": load(examples.rglob("contracts/*.ts")),
        "python": load(p for p in examples.glob("python/*.py") if counts(p)),
        "cmake": load([*consume.glob("*/CMakeLists.txt"), *projects]),
    }


def check_blocks(page: Page, sources: dict[str, dict[str, list[str]]]) -> list[str]:
    problems = []
    for block in page.blocks:
        where = f"{page.name}:{block.line}"
        if block.language in PLAIN:
            continue
        if block.language not in ELISION:
            problems.append(f"{where}: a block of language \"{block.language}\", which nothing checks")
            continue
        parts = parts_of(block)
        if not parts:
            problems.append(f"{where}: an empty block")
            continue
        missing = missing_line(parts, sources[block.language])
        if missing is not None:
            number, line = missing
            files = "examples/" if block.language != "cmake" else "tests/consume/ or a project in examples/"
            problems.append(f"{page.name}:{number}: not in any file of {files} at this place: {line.strip()}")
    return problems


def anchor(heading: str) -> str:
    """The name that a heading is linked to by."""
    text = re.sub(r"[`*]|\[([^]]*)\]\([^)]*\)", lambda found: found[1] or "", heading)
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


def anchors_of(path: Path, root: Path) -> set[str]:
    headings = (re.match(r"#+\s+(.*)$", line) for _, line in read_page(path, root).prose)
    return {anchor(found[1]) for found in headings if found}


def check_links(page: Page, root: Path) -> list[str]:
    problems = []
    for number, line in page.prose:
        for target in re.findall(r"\[[^]]*\]\(([^)\s]+)\)", line):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, heading = target.partition("#")
            file = (page.path.parent / path).resolve() if path else page.path
            if not file.exists() or not file.is_relative_to(root):
                problems.append(f"{page.name}:{number}: a link that leads nowhere: {target}")
            elif heading and (file.suffix != ".md" or heading not in anchors_of(file, root)):
                problems.append(f"{page.name}:{number}: no such heading: {target}")
    return problems


def check_commands(page: Page, root: Path) -> list[str]:
    lines = page.prose + [
        (number, line) for block in page.blocks for number, line in enumerate(block.lines, block.line)
    ]
    return [
        f"{page.name}:{number}: no such command: ./dev {name}"
        for number, line in lines
        for name in re.findall(r"\./dev +([a-z][\w-]*)", line)
        if name != "help" and not (root / "scripts/commands" / name).is_file()
    ]


def check(root: Path) -> list[str]:
    root = root.resolve()
    sources = read_sources(root)
    paths = [root / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(root.glob("docs/*.md"))
    problems = []
    for page in (read_page(path, root) for path in paths if path.is_file()):
        problems += check_blocks(page, sources) + check_links(page, root) + check_commands(page, root)
    return problems


if __name__ == "__main__":
    sys.exit(report(check, __doc__))

"""Reads a manual as Doxygen should see it: its links lead to pages of the reference.

pages.py FILE

Headings get names, since Doxygen gives them none that a link could know. Links to manuals become links to their pages,
those to include/ lead to the list of headers, and of those to other files, which the reference does not have, the text
stays. Every line stays on its line. Prints the result.
"""

import re
import sys
from pathlib import Path

LINK = re.compile(r"\[([^]]*)\]\(([^)\s]+)\)")


def anchor(heading: str) -> str:
    """What links within the repository call a heading."""
    text = re.sub(r"[`*]", "", LINK.sub(r"\1", heading))
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


def page_of(path: Path) -> str:
    return path.stem.lower()


def target_of(target: str, path: Path) -> str | None:
    """Where a link leads in the reference; nothing where it leads to no page."""
    if re.match(r"[a-z]+:", target):
        return target
    file, _, heading = target.partition("#")
    named = Path(file) if file else path
    if named.suffix == ".md":
        return f"@ref {page_of(named)}-{heading}" if heading else f"@ref {page_of(named)}"
    return "files.html" if "include/" in f"{file}/" else None


def converted(lines: list[str], path: Path) -> list[str]:
    def link(found: re.Match) -> str:
        target = target_of(found[2], path)
        return f"[{found[1]}]({target})" if target else found[1]

    out, fenced = [], False
    for line in lines:
        if re.match(r"\s*```", line):
            fenced = not fenced
        elif not fenced:
            line = LINK.sub(link, line)
            heading = re.match(r"(#+)\s+(.*)$", line)
            if heading and len(heading[1]) == 1:
                line += f" {{#{page_of(path)}}}"
            elif heading:
                line += f" {{#{page_of(path)}-{anchor(heading[2])}}}"
        out.append(line)
    return out


def main() -> None:
    path = Path(sys.argv[1])
    print("\n".join(converted(path.read_text(encoding="utf-8").splitlines(), path)))


if __name__ == "__main__":
    main()

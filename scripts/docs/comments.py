"""Reads a header as Doxygen should see it: comments of declarations become documentation, line by line.

comments.py FILE

The headers have plain // comments. Here

- the one at the top of the file is about the file,
- one directly above a declaration is about that, and one behind a member is about the member, but none within a
  function is,
- prose is escaped, so that it says to Doxygen what it says to a reader of the header,
- lines that are indented by three or more are an example,
- what copies, moves and compares by default, or does not at all, has its comment from here.

Every line stays on its line, so that warnings name the right one. Prints the result.
"""

import re
import sys
from pathlib import Path

COMMENT = re.compile(r"^\s*//(?!/)")
# A string, a character, a comment: what may hold braces that are none.
OPAQUE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'|//.*|/\*.*?\*/')
LITERAL = re.compile(r'(`[^`]*`|"(?:[^"\\]|\\.)*")')
SPECIAL = re.compile(r"[\\@<>#&%]")
DEFAULTED = [
    (re.compile(r"(\w+)\(\)( noexcept)? = default;"), "An empty one."),
    (re.compile(r"(\w+)\(const \1&\)( noexcept)? = default;"), "Copies."),
    (re.compile(r"(\w+)\(\1&&\)( noexcept)? = default;"), "Moves."),
    (re.compile(r"(\w+)& operator=\(const \1&\)( noexcept)? = default;"), "Copies."),
    (re.compile(r"(\w+)& operator=\(\1&&\)( noexcept)? = default;"), "Moves."),
    (re.compile(r"(\w+)\(const \1&\) = delete;"), "Cannot be copied."),
    (re.compile(r"(\w+)& operator=\(const \1&\) = delete;"), "Cannot be assigned to."),
    (re.compile(r"(\w+)& operator=\(\1&&\) = delete;"), "Cannot be assigned to."),
    (re.compile(r"virtual ~\w+\(\) = default;"), "Of what derives from it, too."),
    (re.compile(r"~\w+\(\) = default;"), "Only what derives from it is destroyed."),
    (re.compile(r"bool operator==\(.*\) (const )?= default;"), "Whether all members are equal."),
]


def escaped(prose: str) -> str:
    """What Doxygen takes for markup is none; between backticks or quotes it takes nothing for it."""
    pieces = LITERAL.split(prose)
    for at in range(0, len(pieces), 2):
        pieces[at] = SPECIAL.sub(lambda found: "\\" + found[0], pieces[at])
    return "".join(pieces)


def text_of(line: str) -> str:
    return line.strip()[2:]


def is_example(text: str) -> bool:
    return text.startswith("   ")


def is_item(text: str) -> bool:
    return re.match(r" (- |  \S)", text) is not None


class Block:
    """Lines of one comment, as documentation."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def converted(self, command: str = "") -> list[str]:
        texts = [text_of(line) for line in self.lines]
        # An example begins behind an empty line. Indented lines elsewhere go on with a list.
        inside, out = False, []
        for at, text in enumerate(texts):
            indent = self.lines[at][: self.lines[at].index("//")]
            following = texts[at + 1] if at + 1 < len(texts) else ""
            if not inside and not text and is_example(following):
                inside = True
                out.append(f"{indent}/// {self.opening(texts[at + 1 :])}")
                continue
            if inside and not text and not self.goes_on(texts[at + 1 :]):
                inside = False
                out.append(f"{indent}/// \\endcode")
                continue
            body = text if inside else escaped(text)
            if at == 0 and command:
                body = f" {command}{body}"
            if inside and at + 1 == len(texts):
                body += " \\endcode"
            out.append(f"{indent}///{body}")
        return out

    @staticmethod
    def goes_on(texts: list[str]) -> bool:
        return next((is_example(text) for text in texts if text), False)

    @staticmethod
    def opening(texts: list[str]) -> str:
        example = []
        for text in texts:
            if text and not is_example(text):
                break
            example.append(text)
        is_code = any(mark in line for line in example for mark in ";{")
        return "\\code{.cpp}" if is_code else "\\code{.txt}"


class Scopes:
    """Which braces are open, and whether one of them is a function's."""

    def __init__(self) -> None:
        self.open: list[bool] = []  # True: declarations stand in it
        self.statement = ""

    def declarative(self) -> bool:
        return all(self.open)

    def between_statements(self) -> bool:
        return not self.statement.strip()

    def read(self, line: str) -> None:
        for char in OPAQUE.sub(" ", line) + "\n":
            if char == "{":
                self.open.append(holds_declarations(self.statement))
                self.statement = ""
            elif char == "}":
                self.open.pop()
                self.statement = ""
            elif char == ";":
                self.statement = ""
            else:
                self.statement += char


def holds_declarations(statement: str) -> bool:
    while True:
        before = statement
        statement = re.sub(r"<[^<>]*>", " ", statement)
        if statement == before:
            break
    statement = re.sub(r"^\s*(public|private|protected):", "", statement)
    return re.match(r"\s*(template\s*)?(requires[^{]*)?(inline )?(namespace|class|struct|enum|union)\b", statement) is not None


def with_trailing(line: str) -> str:
    """A member's line, whose comment is documentation."""
    for found in OPAQUE.finditer(line):
        if found[0].startswith("//"):
            return f"{line[: found.start()]}///<{escaped(found[0][2:])}"
    return line


def with_default(line: str) -> str:
    for pattern, text in DEFAULTED:
        found = pattern.search(line)
        if found:
            indent = len(line) - len(line.lstrip())
            return f"{line[:indent]}/** {text} */ {line[indent:]}"
    return line


def directives(lines: list[str]) -> set[int]:
    """The lines of the preprocessor, and those that continue them."""
    found = set()
    for at, line in enumerate(lines):
        if line.startswith("#") or (at - 1 in found and lines[at - 1].endswith("\\")):
            found.add(at)
    return found


def converted(lines: list[str], name: str) -> list[str]:
    out: list[str] = []
    scopes = Scopes()
    skipped = directives(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and COMMENT.match(lines[end]):
            end += 1
        if end > at:
            if at == 0:
                out += Block(lines[at:end]).converted(f"\\file {name}")
            elif scopes.declarative() and end < len(lines) and lines[end].strip() not in ("", "}"):
                out += Block(lines[at:end]).converted()
            else:
                out += lines[at:end]
            at = end
            continue
        line = lines[at]
        if scopes.declarative() and at not in skipped:
            documented = bool(out) and out[-1].lstrip().startswith("///")
            if not line.lstrip().startswith("}"):
                line = with_trailing(line)
            if not documented and scopes.between_statements():
                line = with_default(line)
        if at not in skipped:
            scopes.read(lines[at])
        out.append(line)
        at += 1
    return out


def main() -> None:
    path = Path(sys.argv[1])
    name = path.as_posix().split("include/", 1)[-1]
    lines = path.read_text(encoding="utf-8").splitlines()
    sys.stdout.write("\n".join(converted(lines, name)) + "\n")


if __name__ == "__main__":
    main()

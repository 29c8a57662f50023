#!/usr/bin/env python3
"""Whether each public header compiles alone, and what including the client's costs.

headers.py --root DIRECTORY --compiler COMPILER [-I DIRECTORY ...]

- Each header under include/clamator but those in detail/ is a file of its own for the compiler, included twice.
- None of them includes what is expensive and only a part of Boost or the standard library needs, directly or not.
- What clamator/redis/client.hpp has, without empty lines, is bounded: our own lines, and all that are not in the
  headers of Boost and the standard library that a client cannot do without. Those differ from release to release, so
  they have no bound.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

EXPENSIVE = re.compile(
    r"/(boost/asio\.hpp|boost/asio/ssl\b.*|boost/asio/basic_waitable_timer\.hpp|boost/date_time/.*|boost/url\b.*"
    r"|boost/json/src\.hpp|boost/json\.hpp|iostream|regex)$"
)
UNAVOIDABLE = [
    "boost/asio/any_io_executor.hpp",
    "boost/asio/co_spawn.hpp",
    "boost/asio/strand.hpp",
    "boost/asio/use_awaitable.hpp",
    "boost/json/value.hpp",
    *("array", "chrono", "functional", "map", "memory", "optional", "span", "string", "unordered_map", "variant", "vector"),
]
MOST_OWN_LINES = 3100
MOST_FURTHER_LINES = 6500


@dataclass
class Compiler:
    command: list[str]
    work: Path

    def run(self, name: str, includes: list[str], *flags: str) -> subprocess.CompletedProcess:
        source = self.work / f"{name}.cpp"
        source.write_text("".join(f"#include <{each}>\n" for each in includes), encoding="utf-8")
        return subprocess.run([*self.command, *flags, str(source)], capture_output=True, text=True, check=False)

    def preprocessed(self, name: str, includes: list[str]) -> str:
        done = self.run(name, includes, "-E")
        if done.returncode != 0:
            sys.exit(done.stderr)
        return done.stdout


def public_headers(include: Path) -> list[str]:
    paths = (path.relative_to(include) for path in include.rglob("*.hpp"))
    return sorted(path.as_posix() for path in paths if "detail" not in path.parts)


def check_header(header: str, compiler: Compiler) -> list[str]:
    name = header.replace("/", "_")
    dependencies = compiler.work / f"{name}.d"
    done = compiler.run(name, [header, header], "-fsyntax-only", "-MD", "-MF", str(dependencies))
    if done.returncode != 0:
        return [f"{header} does not compile alone:\n{done.stderr}"]
    files = dependencies.read_text(encoding="utf-8").replace("\\\n", " ").split()
    found = sorted(file for file in files if EXPENSIVE.search(file))
    return [f"{header} includes {found[0]}, which is expensive: include a smaller one, or hide it in a .cpp"] if found else []


def lines_of(text: str, within: str = "") -> int:
    """Lines with anything on them, of the files whose path contains `within`."""
    count, inside = 0, True
    for line in text.splitlines():
        marker = re.match(r'# \d+ "([^"]*)"', line)
        if marker:
            inside = within in marker[1]
        elif inside and line.strip() and not line.startswith("#"):
            count += 1
    return count


def check_cost(compiler: Compiler) -> list[str]:
    client = compiler.preprocessed("cost", ["clamator/redis/client.hpp"])
    own, total = lines_of(client, "include/clamator/"), lines_of(client)
    base = lines_of(compiler.preprocessed("base", UNAVOIDABLE))
    print(f"clamator/redis/client.hpp: {total} lines, {own} of them ours, {base} of the headers that a client cannot do without")
    problems = []
    if own > MOST_OWN_LINES:
        problems.append(f"clamator/redis/client.hpp has {own} lines of ours, more than {MOST_OWN_LINES}")
    if total - base > MOST_FURTHER_LINES:
        problems.append(f"clamator/redis/client.hpp has {total - base} lines more than a client cannot do without, and "
                        f"{MOST_FURTHER_LINES} are allowed")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("-I", dest="directories", action="append", default=[])
    given = parser.parse_args()
    include = given.root / "include"
    directories = [f"-I{each}" for each in [include, *given.directories]]
    with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        compiler = Compiler([given.compiler, "-std=c++20", *directories], Path(work))
        problems = check_cost(compiler)
        for found in pool.map(lambda header: check_header(header, compiler), public_headers(include)):
            problems += found
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

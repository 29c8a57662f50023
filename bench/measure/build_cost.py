"""What a program that uses clamator costs to build: seconds of the compiler's, and bytes of the program.

Of examples/greeter: user and system seconds to compile its client, its server, the source that is generated of its
contract, and a file with nothing but the two includes that the client begins with; with the flags of the build, without
ccache, in turns. Then how large its client and server are, stripped, which are linked with static libraries of clamator:
what the shared libraries of others have is not in them.
"""

import argparse
import json
import os
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import bars
from .tables import Table

PROGRAMS = Path("bench/quickstart")
PREFIX = "bench_quickstart_"
INCLUDES = '#include <clamator/redis/client.hpp>\n\n#include "hello.hpp"\n'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=5, seconds=0.0)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    seconds, of_seconds = compile_all(build, options.rounds)
    sizes, of_sizes = sizes_of_programs(build)
    return {"compile": seconds, "size": sizes}, of_seconds + of_sizes


def compile_all(build: Path, rounds: int) -> tuple[list[dict], list[bars.Verdict]]:
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "includes.cpp"
        bare.write_text(INCLUDES, encoding="utf-8")
        made = Path(folder) / "made.o"
        of_client = compilation_of(build, "client", "client.cpp", made)
        compilations = {
            "the two includes alone": of_client.of_another(bare),
            "the client": of_client,
            "the server": compilation_of(build, "server", "server.cpp", made),
            "what is generated": compilation_of(build, "client", "hello.cpp", made),
        }
        taken = {name: [] for name in compilations}
        for _ in range(rounds):
            for name, compilation in compilations.items():
                taken[name].append(compilation.seconds())
    table = Table("compiling", "s", "least", "greatest")
    rows = []
    for name, all_seconds in taken.items():
        row = {"what": name, "s": statistics.median(all_seconds), "spread": [min(all_seconds), max(all_seconds)]}
        rows.append(row)
        table.row(name, *(f"{each:.2f}" for each in (row["s"], *row["spread"])))
    return rows, [bars.COMPILE_SECONDS.judge(statistics.median(taken["the client"]), "the quickstart's client")]


@dataclass(frozen=True)
class Compilation:
    words: list[str]
    source: str
    directory: str

    def of_another(self, source: Path) -> "Compilation":
        """The same command for another file."""
        words = [str(source) if word == self.source else word for word in self.words]
        return Compilation(words, str(source), self.directory)

    def seconds(self) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(self.words, cwd=self.directory, env={**os.environ, "CCACHE_DISABLE": "1"}, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compilation_of(build: Path, role: str, file: str, made: Path) -> Compilation:
    """How the build compiles a file of a quickstart program, but into `made`."""
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        if f"{PREFIX}{role}.dir" in entry["command"] and Path(entry["file"]).name == file:
            words = shlex.split(entry["command"])
            words[words.index("-o") + 1] = str(made)
            return Compilation(words, entry["file"], entry["directory"])
    sys.exit(f"bench: {build}/compile_commands.json has no {file} of {PREFIX}{role}")


def sizes_of_programs(build: Path) -> tuple[list[dict], list[bars.Verdict]]:
    table = Table("stripped", "bytes")
    rows, verdicts = [], []
    for role in ("client", "server"):
        with tempfile.NamedTemporaryFile() as stripped:
            program = build / PROGRAMS / f"{PREFIX}{role}"
            subprocess.run(["strip", "-o", stripped.name, str(program)], check=True)
            size = os.path.getsize(stripped.name)
        table.row(f"the {role}", f"{size:,}")
        rows.append({"what": role, "bytes": size})
        verdicts.append(bars.PROGRAM_MEGABYTES.judge(size / 1e6, f"the quickstart's {role}"))
    return rows, verdicts

"""Who asks for memory: which of this project's functions, and through what of other libraries'."""

import re
import subprocess
from collections import Counter
from pathlib import Path

OWN = ("clamator::", "bench::")
ALLOCATORS = re.compile(r"bench::replay::note_allocation|__wrap_|operator new")
# What each chain ends with, and what is between any two functions of Asio's.
LOOP = re.compile(
    r"boost::asio::detail::scheduler(_operation)?::|boost::asio::io_context::run|.*invoke|.*initiate|std::enable_if"
    r"|boost::asio::constraint"
)
SHOWN = 4  # functions of each kind
LEAST = 0.01  # a call


def print_call_sites(program: Path, said: dict) -> None:
    names = names_of(program, {frame for site in said["call_sites"] for frame in site["frames"]})
    times: Counter = Counter()
    for site in said["call_sites"]:
        functions = [function for frame in site["frames"] for function in names[frame]]
        size = site["bytes"] // site["times"]
        times[(size, *chains(functions))] += site["times"]
    for (size, through, asked_by), count in times.most_common():
        if count / said["calls"] < LEAST:
            print(f"\n  and places with less than {LEAST} a call")
            break
        print(f"\n  {count / said['calls']:.3f} a call, {size:,} bytes each, through")
        for function in through:
            print(f"      {function}")
        print("    for")
        for function in asked_by or ("the event loop",):
            print(f"      {function}")


def chains(functions: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The innermost functions of other libraries before the first of this project's, and the first of these."""
    through: list[str] = []
    asked_by: list[str] = []
    for function in functions:
        if function.startswith("clamator_counted_run"):
            break
        if function.startswith(OWN) and not ALLOCATORS.match(function):
            asked_by.append(function)
        elif not asked_by and not ALLOCATORS.match(function) and not LOOP.match(function):
            through.append(function)
    if not asked_by:  # the loop resumes something
        return tuple(dict.fromkeys([*through[:2], *through[-2 * SHOWN :]])), ()
    return tuple(dict.fromkeys(through[:SHOWN])), tuple(dict.fromkeys(asked_by))[:SHOWN]


def names_of(program: Path, frames: set[int]) -> dict[int, list[str]]:
    """What runs at each, with what the compiler has put into it; no more than names where there are no line numbers."""
    ordered = sorted(frames)
    # A frame is where its function will go on, so what it has called stands before.
    lines = subprocess.run(
        ["addr2line", "-a", "-f", "-i", "-C", "-s", "-e", str(program)],
        input="".join(f"{frame - 1:#x}\n" for frame in ordered),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    names: dict[int, list[str]] = {}
    for line in lines:
        if line.startswith("0x"):
            of_frame = names.setdefault(int(line, 16) + 1, [])
        else:
            of_frame.append(line)
    return {frame: in_pairs(found) for frame, found in names.items()}


def in_pairs(lines: list[str]) -> list[str]:
    """A function and its place are two lines of addr2line's."""
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return [short(name) if place.startswith("?") else f"{short(name)}  {place.split(' ')[0]}" for name, place in pairs]


def short(name: str) -> str:
    """Without template arguments, parameters and the type of what is returned."""
    for text, instead in (("(anonymous namespace)", "{anonymous}"), ("operator()", "call"), ("->", "")):
        name = name.replace(text, instead)
    bare = ""
    depth = 0
    for character in name:
        depth += character in "<("
        if depth == 0:
            bare += character
        depth -= character in ">)"
    bare = re.sub(r" (const|\[clone [^]]*\]|\[[^]]*\])", "", bare).strip()
    return bare if bare.startswith("operator") else bare.split(" ")[-1]

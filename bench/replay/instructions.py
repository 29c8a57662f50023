"""instructions per call, as callgrind counts them, beside the record"""

import argparse
import json
import platform
import re
import shutil
import sys
import tempfile
from pathlib import Path

from program import SIDES, WINDOWS, count
from record import TOLERANCE, compared, judge, text_of

RECORD = Path(__file__).resolve().parent.parent / "instructions.json"
# Counting begins and ends where one of these does: on within the first, off again within the second.
TOGGLES = ("clamator_counted_run", "clamator_not_counted")
STAND_INS = re.compile(r"^fn=.*clamator::simulation::", re.MULTILINE)


def add_options(command: argparse.ArgumentParser) -> None:
    either = command.add_mutually_exclusive_group()
    either.add_argument("--record", action="store_true", help=f"make these figures the record, bench/{RECORD.name}")
    either.add_argument(
        "--check", action="store_true", help=f"fail where a figure is more than {TOLERANCE:.0%}% above the record"
    )
    command.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep callgrind's files there, for callgrind_annotate"
    )


def measure(program: Path, options: argparse.Namespace) -> None:
    if shutil.which("valgrind") is None:
        sys.exit("bench: valgrind counts the instructions and is not on the PATH: install it and run this again")
    record = json.loads(RECORD.read_text()) if RECORD.exists() else None
    if options.check and record is None:
        sys.exit(f"bench: there is no record bench/{RECORD.name} to check against: ./dev bench instructions --record")
    found = count_all(program, options.keep)
    print_table(found, record)
    if options.record:
        RECORD.write_text(json.dumps(found, indent=2) + "\n")
        print(f"\nrecorded in bench/{RECORD.name}")
    elif options.check:
        to_renew, failure = judge(found, record)
        if to_renew:
            print("\nbench: " + to_renew)
        if failure:
            sys.exit("bench: " + failure)


def count_all(program: Path, keep: Path | None) -> dict:
    per_call: dict[str, dict[str, int]] = {}
    for side in SIDES:
        per_call[side] = {}
        for window in WINDOWS:
            said, instructions = count_one(program, side, window, keep)
            per_call[side][str(window)] = round(instructions / said["calls"])
    return {**made_with(said), "instructions_per_call": per_call}


def count_one(program: Path, side: str, window: int, keep: Path | None) -> tuple[dict, int]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"callgrind.out.{side}-{window}"
        callgrind = ("valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={out}")
        toggles = tuple(f"--toggle-collect={name}" for name in TOGGLES)
        said = count(program, side, window, under=callgrind + toggles)
        text = out.read_text()
        total = re.search(r"^(?:totals|summary): (\d+)", text, re.MULTILINE)
        if total is None:
            sys.exit("bench: callgrind's file names no total: is this another version of valgrind?")
        if STAND_INS.search(text):
            sys.exit(f"bench: the stand-ins for kernel and Redis were counted, too: does {TOGGLES[1]} still call them?")
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(out, keep)
        return said, int(total[1])


def made_with(said: dict) -> dict[str, str]:
    """All on which the number of instructions depends, but for this project's code."""
    return {
        "compiler": said["compiler"],
        "boost": said["boost"].replace("_", "."),
        "libc": " ".join(platform.libc_ver()),
        "machine": platform.machine(),
    }


def print_table(found: dict, record: dict | None) -> None:
    print("| | in flight | instructions a call | record | ratio |\n|---|---:|---:|---:|---:|")
    for side, window, now, recorded in compared(found, record):
        beside = f"{recorded:,} | {now / recorded:.3f}" if recorded else "– | –"
        print(f"| {side} | {window} | {now:,} | {beside} |")
    print("\nmade with " + text_of(found) + (f"; the record with {text_of(record)}" if record else ""))

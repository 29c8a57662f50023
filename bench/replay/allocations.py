"""allocations per call, and bytes, in the steady state"""

import argparse
import sys
from pathlib import Path

from call_sites import print_call_sites
from program import SIDES, WINDOWS, count

MOST = 4  # for a call of two integers, on each side


def add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--check", action="store_true", help=f"fail where there are more than {MOST} a call")
    command.add_argument("--where", action="store_true", help="list who asks for the memory")


def measure(program: Path, options: argparse.Namespace) -> None:
    print("| | in flight | allocations a call | bytes a call |\n|---|---:|---:|---:|")
    missed, sites = [], []
    for side in SIDES:
        for window in WINDOWS:
            said = count(program, side, window, "--allocations", *(["--where"] if options.where else []))
            times, size = said["allocations"] / said["calls"], said["bytes"] / said["calls"]
            print(f"| {side} | {window} | {times:.2f} | {size:,.0f} |", flush=True)
            if times > MOST:
                missed.append(f"{side}, {window} in flight: {times:.2f} allocations a call")
            sites.append((side, window, said))
    if options.where:
        for side, window, said in sites:
            print(f"\n{side}, {window} in flight:")
            print_call_sites(program, said)
    if options.check and missed:
        sys.exit(
            "bench: " + "; ".join(missed) + f". At most {MOST} are allowed: ./dev bench allocations --where says where "
            "they are"
        )

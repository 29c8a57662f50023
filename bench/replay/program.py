"""The program that is counted, and the shapes of load that it is counted under."""

import json
import os
import subprocess
import sys
from pathlib import Path

SIDES = ("client", "server")
WINDOWS = (1, 64)  # calls in flight

# The C library chooses its memcpy and the like by the processor; without these it chooses the same everywhere.
SAME_EVERYWHERE = "glibc.cpu.hwcaps=" + ",".join(
    f"-{name}"
    for name in (
        *("SSSE3", "SSE4_1", "SSE4_2", "AVX", "AVX2", "AVX512F", "AVX512VL", "AVX512BW", "ERMS", "FSRM", "RTM"),
        *("BMI1", "BMI2", "LZCNT", "POPCNT", "MOVBE"),
        *("AVX_Fast_Unaligned_Load", "Fast_Unaligned_Copy", "Fast_Unaligned_Load"),
    )
)


def count(program: Path, side: str, window: int, *options: str, under: tuple[str, ...] = ()) -> dict:
    """What the program says; `under` are the words of a command that runs it."""
    arguments = [*under, str(program), "--side", side, "--window", str(window), *options]
    environment = {**os.environ, "GLIBC_TUNABLES": SAME_EVERYWHERE}
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=600, env=environment)
    except FileNotFoundError as problem:
        sys.exit(f"bench: {problem.filename} is not there: ./dev bench builds it")
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout)

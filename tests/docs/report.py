"""What the checks of this folder are as programs: each problem on a line, and 1 where there is one."""

import argparse
from collections.abc import Callable
from pathlib import Path


def report(check: Callable[[Path], list[str]], manual: str | None) -> int:
    parser = argparse.ArgumentParser(description=manual, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2])
    problems = check(parser.parse_args().root)
    for problem in problems:
        print(problem)
    return 1 if problems else 0

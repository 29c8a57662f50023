"""Whether clamator is still as fast as it was, in less than 90 seconds, for machines that others use, too.

Few short pairs of each window. Where their median is below 0.9 of a bar (above its ten ninths, where it is a bar for
at most), as many are taken again, up to three times while there is time, and the median of all counts. Fails where one
is missed still.
"""

import argparse
import time
from pathlib import Path

from . import bars
from .children import Children
from .contenders import can_busy_poll, start_clamator, start_floor
from .redis import Redis
from .throughput import Measured

SLACK = 0.9
TIMES_AGAIN = 3
SECONDS_FOR_THAT = 70
WINDOWS = (1, 64, 256, 1024)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=5, seconds=0.5)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    began = time.monotonic()
    all_measured = [Measured(window) for window in WINDOWS]
    if can_busy_poll(build):
        all_measured.append(Measured(1, busy_poll=True))
    with Children() as children:
        redis = Redis(children)
        floor = start_floor(children, build, redis)
        ours = start_clamator(children, build, redis)
        for measured in all_measured:
            measured.take(floor, ours, options.rounds, options.seconds)
            for _ in range(TIMES_AGAIN):
                enough = all(verdict.held for verdict in measured.verdicts(SLACK))
                if enough or time.monotonic() - began > SECONDS_FOR_THAT:
                    break
                measured.take(floor, ours, options.rounds, options.seconds)
    verdicts = [verdict for measured in all_measured for verdict in measured.verdicts(SLACK)]
    for measured in all_measured:
        for busy in measured.redis_was_busy():
            if not busy.held:
                print(f"gate: too little CPU for a judgement that counts? {busy.sentence()}")
    print(f"gate: measured for {time.monotonic() - began:.0f} s")
    return {"gate": [measured.as_json() for measured in all_measured]}, verdicts

"""Calls that add two integers, so many in flight, beside the floor.

Of each window it prints throughput and latency, and then where the CPU goes: what client, server and Redis use for a
call, how much of the time Redis was busy, and the ceiling, which is how many calls a second Redis's thread would bear
were it busy all the time.
"""

import argparse
import statistics
from pathlib import Path

from . import bars
from .children import Children
from .contenders import Contender, can_busy_poll, start_clamator, start_floor
from .pairs import Pairs
from .redis import Redis
from .tables import Table, with_spread

KEPT = ("calls_per_second", "p50_us", "p99_us", "client_cpu_us", "server_cpu_us", "redis_cpu_us", "redis_busy")


class Measured:
    """The pairs of one window."""

    def __init__(self, window: int, busy_poll: bool = False) -> None:
        self.window = window
        self.busy_poll = busy_poll
        self.pairs = Pairs()

    @property
    def where(self) -> str:
        return f"{self.window} in flight" + (", busy-poll" if self.busy_poll else "")

    def take(self, floor: Contender, ours: Contender, number: int, seconds: float) -> None:
        ours = ours.with_options("--busy-poll") if self.busy_poll else ours
        asked = {"window": self.window, "seconds": seconds}
        self.pairs.take(number, lambda: floor.measure(**asked), lambda: ours.measure(**asked))

    def single_call_bar(self, slack: float) -> bars.Bar:
        if not self.busy_poll:
            return bars.SINGLE_CALL
        return bars.SINGLE_CALL_BUSY_POLL if slack == 1 else bars.SINGLE_CALL_BUSY_POLL_REACHED

    def verdicts(self, slack: float = 1.0) -> list[bars.Verdict]:
        found = []
        if self.window == 1:
            found.append(self.single_call_bar(slack).judge(self.pairs.ratio("p50_us"), self.where, slack))
        if self.window in bars.THROUGHPUT:
            found.append(
                bars.THROUGHPUT[self.window].judge(self.pairs.ratio("calls_per_second"), self.where, slack)
            )
        if self.window == bars.CPU_WINDOW:
            found.append(bars.CPU_BESIDE_REDIS.judge(statistics.median(self.cpu_beside_redis()), self.where, slack))
        return found

    def cpu_beside_redis(self) -> list[float]:
        """Of clamator's client and server together, of Redis's, in each measurement."""
        both = [ours["client_cpu_us"] + ours["server_cpu_us"] for _, ours in self.pairs.taken]
        return [used / ours["redis_cpu_us"] for used, (_, ours) in zip(both, self.pairs.taken)]

    def redis_was_busy(self, slack: float = 1.0) -> list[bars.Verdict]:
        """Whether the floor was measured on a machine that had time for it."""
        if self.window != bars.CPU_WINDOW:
            return []
        return [bars.FLOOR_KEEPS_REDIS_BUSY.judge(self.pairs.medians(0)["redis_busy"], self.where, slack)]

    def as_json(self) -> dict:
        floor, ours = self.pairs.medians(0), self.pairs.medians(1)
        keys = ("calls_per_second", "p50_us", "p99_us")
        return {
            "in_flight": self.window,
            "busy_poll": self.busy_poll,
            "pairs": len(self.pairs.taken),
            "floor": {key: floor[key] for key in KEPT},
            "clamator": {key: ours[key] for key in KEPT},
            "ratio": {key: self.pairs.ratio(key) for key in keys},
            "spread": {key: self.pairs.spread(key) for key in keys},
            "cpu_beside_redis": self.cpu_beside_redis(),
            "ceiling": 1e6 / ours["redis_cpu_us"],
        }


def print_calls(table: Table, measured: Measured) -> None:
    floor, ours, pairs = measured.pairs.medians(0), measured.pairs.medians(1), measured.pairs
    table.row(
        measured.where.removesuffix(" in flight").replace(" in flight", ""),
        f"{floor['calls_per_second']:,.0f}",
        f"{ours['calls_per_second']:,.0f}",
        with_spread(pairs.ratio("calls_per_second"), pairs.spread("calls_per_second")),
        f"{floor['p50_us']:.0f} / {floor['p99_us']:.0f}",
        f"{ours['p50_us']:.0f} / {ours['p99_us']:.0f}",
        with_spread(pairs.ratio("p50_us"), pairs.spread("p50_us")),
    )


def print_cpu(all_measured: list[Measured]) -> None:
    table = Table(
        "in flight",
        "floor, CPU a call, µs: client + server + Redis",
        "clamator",
        "client + server, of Redis's",
        "Redis busy, floor",
        "Redis busy, clamator",
        "ceiling, calls/s",
    )
    for measured in all_measured:
        both = [measured.pairs.medians(which) for which in (0, 1)]
        used = [f"{m['client_cpu_us']:.2f} + {m['server_cpu_us']:.2f} + {m['redis_cpu_us']:.2f}" for m in both]
        beside = measured.cpu_beside_redis()
        beside_redis = with_spread(statistics.median(beside), [min(beside), max(beside)])
        busy = [f"{m['redis_busy']:.0%}" for m in both]
        where = measured.where.replace(" in flight", "")
        table.row(where, *used, beside_redis, *busy, f"{1e6 / both[1]['redis_cpu_us']:,.0f}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=7, seconds=2.0)
    parser.add_argument("--windows", type=lambda text: [int(word) for word in text.split(",")], default=[1, 64, 256, 1024])


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    all_measured = [Measured(window) for window in options.windows]
    polling = can_busy_poll(build)
    if polling and 1 in options.windows:
        all_measured.insert(1, Measured(1, busy_poll=True))
    with Children() as children:
        redis = Redis(children)
        floor = start_floor(children, build, redis)
        ours = start_clamator(children, build, redis)
        table = Table("in flight", "floor, calls/s", "clamator, calls/s", "ratio", "floor p50 / p99, µs", "clamator p50 / p99, µs", "p50 ratio")
        for measured in all_measured:
            measured.take(floor, ours, options.rounds, options.seconds)
            print_calls(table, measured)
    if not polling:
        print("\nOne in flight with busy polling is not measured: the client has no --busy-poll.")
    print_cpu(all_measured)
    verdicts = [each for measured in all_measured for each in measured.verdicts() + measured.redis_was_busy()]
    return {"throughput": [measured.as_json() for measured in all_measured]}, verdicts

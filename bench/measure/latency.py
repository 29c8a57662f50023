"""Latency at a rate that does not wait for anybody.

Calls are due at fixed intervals, at half of the throughput that clamator has just reached with 256 or 1024 in flight,
whichever is more. A latency counts from when its call was due, so that a stall counts for all calls that it held up. The
floor gets the same calls at the same rate.

Then calls at a quarter of that throughput, with and without another client whose calls keep a slow service of the same
server busy: handlers that wait on a timer, and such that compute, on an executor with one thread and one with two.
"""

import argparse
from contextlib import contextmanager
from pathlib import Path

from . import bars
from .children import Children
from .contenders import Contender, client_of, start_clamator, start_floor, start_server, words_for
from .pairs import Pairs
from .redis import Redis
from .tables import Table, with_spread

MAX_IN_FLIGHT = 1024  # of the floor; clamator has the same by default
# name, threads of the server's executor, how slow, slow calls a second, whether that may not be noticed
SLOW = (
    ("wait 50 ms on a timer, one thread", 1, {"wait_us": 50_000}, 200, True),
    ("compute 5 ms, two threads", 2, {"compute_us": 5_000}, 20, True),
    ("compute 5 ms, one thread: they stop it", 1, {"compute_us": 5_000}, 20, False),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=7, seconds=2.0)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    with Children() as children:
        redis = Redis(children)
        floor = start_floor(children, build, redis)
        ours = start_clamator(children, build, redis)
        top = max(ours.measure(window=window, seconds=options.seconds)["calls_per_second"] for window in (256, 1024))
        print(f"most that clamator reached just now: {top:,.0f} calls/s")
        steady, verdict = at_half_load(floor, ours, top / 2, options)
        beside, verdicts = beside_slow_handlers(children, build, redis, top / 4, options)
    return {"latency": {"top": top, "steady": steady, "beside": beside}}, [verdict, *verdicts]


def at_half_load(
    floor: Contender, ours: Contender, rate: float, options: argparse.Namespace
) -> tuple[dict, bars.Verdict]:
    pairs = Pairs()
    asked = {"rate": f"{rate:.1f}", "seconds": options.seconds}
    pairs.take(
        options.rounds, lambda: floor.measure(window=MAX_IN_FLIGHT, **asked), lambda: ours.measure(**asked)
    )
    table = Table("due, calls/s", "", "made, calls/s", "p50, µs", "p99, µs", "p99.9, µs", "longest, µs")
    keys = ("p50_us", "p99_us", "p999_us", "longest_us")
    rows = [pairs.medians(0), pairs.medians(1)]
    for name, row in zip(("floor", "clamator"), rows):
        table.row(f"{rate:,.0f}", name, f"{row['calls_per_second']:,.0f}", *(f"{row[key]:.0f}" for key in keys))
    ratio = pairs.ratio("p99_us", "p50_us")
    print(f"\nclamator's p99 to the floor's p50: {with_spread(ratio, pairs.spread('p99_us', 'p50_us'))}")
    verdict = bars.TAIL_AT_HALF_LOAD.judge(ratio, f"{rate:,.0f} calls/s due")
    return {"rate": rate, "floor": rows[0], "clamator": rows[1], "p99_to_floor_p50": ratio}, verdict


def beside_slow_handlers(
    children: Children, build: Path, redis: Redis, rate: float, options: argparse.Namespace
) -> tuple[list[dict], list[bars.Verdict]]:
    table = Table("slow handlers", "due, calls/s", "p50 / p99 without, µs", "p50 / p99 with, µs", "p99 ratio")
    rows, verdicts = [], []
    for number, (name, threads, slow, slow_rate, unnoticed) in enumerate(SLOW):
        prefix = f"slow-{number}"
        server, _ = start_server(
            children, build, redis, prefix, services="arith,work", concurrency=16, threads=threads
        )
        ours = client_of(build, redis, prefix, server)
        slow_client = client_of(build, redis, prefix).with_options(
            "--call", "work", "--rate", str(slow_rate), "--seconds", "1000", *words_for(slow)
        )
        pairs = Pairs()
        alone = lambda: ours.measure(rate=f"{rate:.1f}", seconds=options.seconds)  # noqa: E731

        def beside() -> dict[str, float]:
            with running(children, slow_client):
                return alone()

        pairs.take(options.rounds, alone, beside)
        without, with_slow = pairs.medians(0), pairs.medians(1)
        table.row(
            name,
            f"{rate:,.0f}",
            *(f"{each['p50_us']:.0f} / {each['p99_us']:.0f}" for each in (without, with_slow)),
            with_spread(pairs.ratio("p99_us"), pairs.spread("p99_us")),
        )
        rows.append({"slow": name, "without": without, "with": with_slow, "ratio": pairs.ratio("p99_us")})
        if unnoticed:
            verdicts.append(bars.BESIDE_SLOW_HANDLERS.judge(pairs.ratio("p99_us"), name))
    return rows, verdicts


@contextmanager
def running(children: Children, client: Contender):
    """A client that is ended at the end, in the middle of its calls."""
    child = children.start(client.client)
    try:
        yield
    finally:
        children.end(child)

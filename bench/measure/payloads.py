"""Large messages: MB/s of texts that are sent and come back, beside the floor with as many bytes.

MB/s counts a text once, though it travels four times: to Redis, to the server, to Redis, to the client. Reply streams
keep what they are given until newer replies push it out, so servers of both are told to hold less of the large ones.

Then a text of 64 MB, with small calls of the same client beside it, one after another.
"""

import argparse
import statistics
from pathlib import Path

from . import bars
from .children import Children
from .contenders import client_of, start_clamator, start_floor, start_server
from .pairs import Pairs
from .redis import Redis
from .tables import Table, bytes_text, with_spread

# bytes of text, calls in flight, replies that a stream holds
SIZES = ((1 << 10, 64, 1024), (16 << 10, 64, 1024), (256 << 10, 16, 128), (4 << 20, 4, 16))
GIANT = 64 << 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=7, seconds=1.0)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    table = Table("text", "in flight", "floor, MB/s", "clamator, MB/s", "ratio", "floor p50, ms", "clamator p50, ms")
    rows, verdicts = [], []
    for size, window, maxlen in SIZES:
        pairs = measure_size(build, size, window, maxlen, options)
        floor, ours = pairs.medians(0), pairs.medians(1)
        ratio, spread = pairs.ratio("calls_per_second"), pairs.spread("calls_per_second")
        rates = [each["calls_per_second"] * size / 1e6 for each in (floor, ours)]
        table.row(
            bytes_text(size),
            window,
            *(f"{rate:,.0f}" for rate in rates),
            with_spread(ratio, spread),
            *(f"{each['p50_us'] / 1000:.2f}" for each in (floor, ours)),
        )
        rows.append({"bytes": size, "in_flight": window, "floor": floor, "clamator": ours, "ratio": ratio})
        verdicts.append(bars.PAYLOAD.judge(ratio, bytes_text(size)))
    giant, more = measure_giant(build)
    return {"payloads": rows, "giant": giant}, verdicts + more


def measure_size(build: Path, size: int, window: int, maxlen: int, options: argparse.Namespace) -> Pairs:
    pairs = Pairs()
    with Children() as children:
        redis = Redis(children)
        floor = start_floor(children, build, redis, payload=size, reply_maxlen=maxlen)
        ours = start_clamator(children, build, redis, services="echo", reply_maxlen=maxlen)
        asked = {"window": window, "seconds": options.seconds}
        pairs.take(
            options.rounds,
            lambda: floor.measure(**asked),
            lambda: ours.measure(call="echo", payload=size, **asked),
        )
    return pairs


def measure_giant(build: Path) -> tuple[list[dict], list[bars.Verdict]]:
    """Three times, each after the same text went through the floor."""
    taken = []
    with Children() as children:
        redis = Redis(children)
        floor = start_floor(children, build, redis, payload=GIANT, reply_maxlen=1)
        start_server(children, build, redis, "clamator", services="arith,echo", reply_maxlen=1024)
        ours = client_of(build, redis, "clamator", mode="giant")
        for _ in range(3):
            # Half a second to warm up, and the same to measure: some calls, one after another.
            through_floor = floor.measure(window=1, seconds=0.5)["p50_us"] / 1000
            one = ours.measure(payload=GIANT, seconds=0.5)
            taken.append({"floor_ms": through_floor, **one})
    print_giant(taken)
    held_up = statistics.median(each["beside"]["longest_ms"] / each["floor_ms"] for each in taken)
    return taken, [bars.BESIDE_A_GIANT.judge(held_up, f"one text of {bytes_text(GIANT)}")]


def print_giant(taken: list[dict]) -> None:
    table = Table(
        "text",
        "it takes through the floor, ms",
        "through clamator, ms",
        "small calls before: p50 / longest, ms",
        "beside it: how many",
        "p50 / longest, ms",
        "how it ended",
    )
    for each in taken:
        before, beside = each["before"], each["beside"]
        table.row(
            bytes_text(GIANT),
            f"{each['floor_ms']:.0f}",
            f"{each['giant_ms']:.0f}",
            f"{before['p50_ms']:.2f} / {before['longest_ms']:.2f}",
            beside["calls"],
            f"{beside['p50_ms']:.2f} / {beside['longest_ms']:.2f}",
            each["error"] or "answered",
        )

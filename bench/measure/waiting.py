"""What a client pays that has more calls than may be in flight: memory for each that waits, and throughput."""

import argparse
import statistics
from pathlib import Path

from . import bars
from .children import Children
from .contenders import Contender, client_of, run, start_server
from .pairs import Pairs
from .redis import Redis
from .tables import Table, with_spread

WAITING = 100_000


def many_waiting(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    with Children() as children:
        redis = Redis(children)
        start_server(children, build, redis, "scale")
        client = client_of(build, redis, "scale")
        pairs = Pairs()
        pairs.take(
            options.rounds,
            # Long enough for all that wait to have had their turn some times.
            lambda: client.measure(window=1024, seconds=2 * options.seconds),
            lambda: client.measure(window=WAITING, seconds=2 * options.seconds),
        )
        memory = {calls: memory_of(client_of(build, redis, "scale", mode="backlog"), calls) for calls in (WAITING // 10, WAITING)}
    ratio = pairs.ratio("calls_per_second")
    table = Table("calls of one client", "bytes for each that waits", "calls/s beside 1024")
    table.row(f"{WAITING // 10:,}", f"{memory[WAITING // 10]:,.0f}", "")
    table.row(f"{WAITING:,}", f"{memory[WAITING]:,.0f}", with_spread(ratio, pairs.spread("calls_per_second")))
    proportion = memory[WAITING] / memory[WAITING // 10]
    where = f"{WAITING:,} calls of one client"
    verdicts = [
        bars.MEMORY_OF_WAITING.judge(proportion, where),
        bars.THROUGHPUT_WHILE_CALLS_WAIT.judge(ratio, where),
    ]
    return {"bytes_each": memory[WAITING], "proportion": proportion, "throughput": ratio}, verdicts


def memory_of(client: Contender, calls: int) -> float:
    taken = [run([*client.client, "--calls", str(calls)])["bytes_each"] for _ in range(3)]
    return statistics.median(taken)

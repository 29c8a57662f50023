"""Four servers that share the calls of one client, whose handlers take their time.

First handlers that wait 5 ms on a timer, always more calls in flight than servers: the servers' handlers allow 800
calls/s. Then 1000 calls at once, of which every tenth takes 100 ms and the others 1 ms: how long each server had
nothing to do while there were calls in the stream that no server had read, and while there were calls that no server
had begun, which some other had read ahead.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from . import bars
from .children import Children
from .contenders import client_of, start_server
from .redis import Redis
from .tables import Table, with_spread

SERVERS = 4
HANDLER_MS = 5
SHORT_MS, LONG_MS, CALLS = 1, 100, 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=3, seconds=3.0)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    rate, of_rate = same_handlers(build, options)
    idle, of_idle = mixed_handlers(build, options)
    return {"pools": {"rate": rate, "idle": idle}}, [of_rate, of_idle]


def start_pool(children: Children, build: Path, redis: Redis) -> None:
    for _ in range(SERVERS):
        start_server(children, build, redis, "pool", services="work")


def same_handlers(build: Path, options: argparse.Namespace) -> tuple[dict, bars.Verdict]:
    ideal = SERVERS * 1000 / HANDLER_MS
    with Children() as children:
        redis = Redis(children)
        start_pool(children, build, redis)
        client = client_of(build, redis, "pool")
        asked = {"call": "work", "wait_us": HANDLER_MS * 1000, "window": 64, "seconds": options.seconds}
        taken = [client.measure(**asked) for _ in range(options.rounds)]
    rates = [each["calls_per_second"] for each in taken]
    rate, spread = statistics.median(rates), [min(rates) / ideal, max(rates) / ideal]
    table = Table("handlers", "servers", "allowed, calls/s", "reached, calls/s", "ratio")
    table.row(f"{HANDLER_MS} ms on a timer", SERVERS, f"{ideal:,.0f}", f"{rate:,.0f}", with_spread(rate / ideal, spread, 3))
    return {"allowed": ideal, "reached": rate, "spread": spread}, bars.POOL_RATE.judge(rate / ideal, f"{SERVERS} servers")


@dataclass
class Burst:
    """When each server handled calls, in seconds of the monotonic clock, and when the stream had been read."""

    ran: dict[int, list[tuple[float, float]]]
    stream_read_at: float

    def idle(self, until: float) -> dict[int, float]:
        """How long each server handled nothing, from when the first handler of all began."""
        since = min(begin for spans in self.ran.values() for begin, _ in spans)
        busy = lambda spans: sum(max(0.0, min(end, until) - begin) for begin, end in spans)  # noqa: E731
        return {server: (until - since) - busy(spans) for server, spans in self.ran.items()}

    def began(self) -> float:
        return min(begin for spans in self.ran.values() for begin, _ in spans)

    def all_begun_at(self) -> float:
        return max(begin for spans in self.ran.values() for begin, _ in spans)


def mixed_handlers(build: Path, options: argparse.Namespace) -> tuple[dict, bars.Verdict]:
    table = Table(
        "server", "calls handled", "idle while the stream had calls, ms", "of, ms", "idle while any was not begun, ms", "of, ms"
    )
    rows, worst = [], []
    for _ in range(options.rounds):
        burst = take_burst(build)
        for_stream, for_all = burst.stream_read_at - burst.began(), burst.all_begun_at() - burst.began()
        in_stream, at_all = burst.idle(burst.stream_read_at), burst.idle(burst.all_begun_at())
        for number, (server, spans) in enumerate(burst.ran.items(), 1):
            ms = [f"{1000 * each:.1f}" for each in (in_stream[server], for_stream, at_all[server], for_all)]
            table.row(number, len(spans), *ms)
        worst.append(max(in_stream.values()) / for_stream)
        rows.append({"stream_s": for_stream, "idle_s": list(in_stream.values()), "any_s": for_all, "idle_any_s": list(at_all.values())})
    where = f"handlers of {SHORT_MS} and {LONG_MS} ms"
    idle, spread = statistics.median(worst), [min(worst), max(worst)]
    Table("handlers", "part of the time that the idlest server was idle while the stream had calls").row(
        f"of {SHORT_MS} and {LONG_MS} ms", with_spread(idle, spread, 3)
    )
    return {"bursts": rows, "idlest": idle, "spread": spread}, bars.IDLE_WHILE_WORK_WAITS.judge(idle, where)


def take_burst(build: Path) -> Burst:
    with Children() as children:
        redis = Redis(children)
        start_pool(children, build, redis)
        client = client_of(build, redis, "pool", mode="burst")
        times = ["--calls", str(CALLS), "--wait-us", str(SHORT_MS * 1000), "--long-us", str(LONG_MS * 1000)]
        process = subprocess.Popen([*client.client, *times], stdout=subprocess.PIPE, text=True)
        read_at = watch_stream(redis, process)
        said, _ = process.communicate(timeout=120)
    if process.returncode != 0:
        sys.exit(f"bench: {' '.join(process.args)} failed with status {process.returncode}")
    ran: dict[int, list[tuple[float, float]]] = {}
    for server, begin, end in sorted(json.loads(said)["ran"], key=lambda each: each[1]):
        ran.setdefault(server, []).append((begin / 1e6, end / 1e6))
    return Burst(ran, read_at)


def watch_stream(redis: Redis, client: subprocess.Popen) -> float:
    """Until no call is left in the stream that no server has read: when that was seen first, to 2 ms."""
    filled = False
    while client.poll() is None:
        now = time.monotonic()
        group = redis.ask("XINFO", "GROUPS", "pool:cmds:work")[0]
        lag = dict(zip(group[::2], group[1::2]))["lag"]
        if filled and lag == 0:
            return now
        filled = filled or bool(lag)
        time.sleep(0.002)
    sys.exit("bench: the client ended before its calls were seen in the stream")

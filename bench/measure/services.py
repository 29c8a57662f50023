"""What a server of many services needs: connections, and time to start."""

import statistics
import time
from pathlib import Path

from . import bars
from .children import Children
from .contenders import start_server
from .redis import Redis
from .tables import Table, with_spread

SERVICES = 1000


def settled_connections(redis: Redis) -> int:
    """How many there are beside the one that asks, once their number has stayed the same for a second."""
    seen, since = -1, time.monotonic()
    while time.monotonic() - since < 1:
        info = dict(line.split(":", 1) for line in redis.ask("INFO", "clients").splitlines() if ":" in line)
        if int(info["connected_clients"]) != seen:
            seen, since = int(info["connected_clients"]), time.monotonic()
        time.sleep(0.05)
    return seen - 1


def many_services(build: Path, rounds: int) -> tuple[dict, list[bars.Verdict]]:
    taken = [one_start(build) for _ in range(rounds)]
    connections, starts = max(each[0] for each in taken), [each[1] for each in taken]
    seconds, spread = statistics.median(starts), [min(starts), max(starts)]
    table = Table("services of a server", "connections, at most", "starts in, s")
    table.row(f"{SERVICES:,}", f"{connections:,}", with_spread(seconds, spread))
    where = f"{SERVICES:,} services"
    verdicts = [
        bars.CONNECTIONS_BESIDE_SERVICES.judge(connections - SERVICES, where),
        bars.START_SECONDS.judge(seconds, where),
    ]
    return {"connections": connections, "start_seconds": seconds, "spread": spread}, verdicts


def one_start(build: Path) -> tuple[int, float]:
    """Connections that the server has then, and how many seconds it took to start."""
    with Children() as children:
        redis = Redis(children)
        _, seconds = start_server(children, build, redis, "many", copies=SERVICES - 1)
        return settled_connections(redis), seconds

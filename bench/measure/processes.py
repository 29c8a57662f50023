"""CPU per call of clients, servers and Redis where there are many of them, beside one pair measured right before."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from . import bars
from .children import Children, cpu_seconds
from .contenders import client_of, start_server, words_for
from .pairs import Pairs
from .redis import Redis
from .tables import Table, with_spread

WINDOW = 64  # calls in flight of each client
ROLES = ("client", "server", "redis")


def many_processes(build: Path, options: argparse.Namespace) -> tuple[list[dict], list[bars.Verdict]]:
    heads = [f"{role}, CPU a call, µs: of one pair's" for role in ("clients", "servers", "Redis")]
    table = Table("servers", "clients", "calls/s", *heads)
    rows, verdicts = [], []
    for servers in (1, 2, 4):
        for clients in (1, 4, 16):
            if servers == clients == 1:
                continue
            pairs = Pairs()
            pairs.take(
                options.rounds,
                lambda: of_pool(build, 1, 1, options.seconds),
                lambda servers=servers, clients=clients: of_pool(build, servers, clients, options.seconds),
            )
            many, ratios = pairs.medians(1), {role: pairs.ratio(role) for role in ROLES}
            spreads = {role: pairs.spread(role) for role in ROLES}
            used = [f"{many[role]:.2f}: {with_spread(ratios[role], spreads[role])}" for role in ROLES]
            table.row(servers, clients, f"{many['calls_per_second']:,.0f}", *used)
            rows.append({"servers": servers, "clients": clients, "used": many, "ratio": ratios, "spread": spreads})
            where = f"{servers} servers, {clients} clients"
            verdicts += [bars.CPU_PER_CALL_AT_SCALE.judge(ratios[role], f"{where}, {role}") for role in ROLES]
    return rows, verdicts


def of_pool(build: Path, servers: int, clients: int, seconds: float) -> dict[str, float]:
    """CPU per call in microseconds, summed over the processes of each role."""
    with Children() as children:
        redis = Redis(children)
        pool = [start_server(children, build, redis, "scale")[0] for _ in range(servers)]
        before = cpu_seconds(redis.pid), sum(map(cpu_seconds, pool))
        asked = words_for({"window": WINDOW, "seconds": seconds})
        command = [*client_of(build, redis, "scale").client, *asked]
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(clients)]
        said = [finished(each) for each in running]
        used_redis, used_servers = (cpu_seconds(redis.pid) - before[0], sum(map(cpu_seconds, pool)) - before[1])
        # Servers and Redis are seen from outside, where the calls of the warm-up count as well.
        all_calls = calls_that_redis_saw(redis)
    counted = sum(each["calls"] for each in said)
    return {
        "calls_per_second": sum(each["calls_per_second"] for each in said),
        "client": sum(each["client_cpu_us"] * each["calls"] for each in said) / counted,
        "server": used_servers * 1e6 / all_calls,
        "redis": used_redis * 1e6 / all_calls,
    }


def calls_that_redis_saw(redis: Redis) -> float:
    """Each is two XADDs, of the request and of the reply."""
    lines = redis.ask("INFO", "commandstats").splitlines()
    found = next(line for line in lines if line.startswith("cmdstat_xadd:"))
    return int(found.partition("calls=")[2].partition(",")[0]) / 2


def finished(client: subprocess.Popen) -> dict:
    said, _ = client.communicate(timeout=120)
    if client.returncode != 0:
        sys.exit(f"bench: {' '.join(client.args)} failed with status {client.returncode}")
    return json.loads(said.splitlines()[-1])

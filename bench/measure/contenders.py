"""Who is measured: a client program with a server that is running, and what the client prints."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .children import Children
from .redis import Redis

FLOOR = Path("bench/floor/bench_floor")
CLAMATOR = Path("bench/rpc/bench_redis")


@dataclass
class Contender:
    client: list[str]  # the command without what is asked of it

    def measure(self, **asked: object) -> dict[str, float]:
        """One run of the client: what it printed, and how busy Redis was meanwhile."""
        arguments = [*self.client, *words_for(asked)]
        figures = run(arguments)
        if "redis_cpu_us" in figures:
            figures["redis_busy"] = figures["redis_cpu_us"] * 1e-6 * figures["calls_per_second"]
        return figures

    def with_options(self, *options: str) -> "Contender":
        return Contender([*self.client, *options])


def words_for(asked: dict[str, object]) -> list[str]:
    """window=64 becomes --window 64."""
    return [word for name, value in asked.items() for word in (f"--{name.replace('_', '-')}", str(value))]


def run(arguments: list[str]) -> dict:
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(arguments)} failed with status {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def start_floor(children: Children, build: Path, redis: Redis, prefix: str = "floor", **options: object) -> Contender:
    program = str(build / FLOOR)
    over = ["--port", str(redis.port), "--prefix", prefix]
    payload = words_for({"payload": options["payload"]}) if "payload" in options else []
    server = children.start([program, "server", *over, *words_for(options)])
    watched = ["--redis-pid", str(redis.pid), "--server-pid", str(server.pid)]
    return Contender([program, "client", *over, *payload, *watched])


def start_server(children: Children, build: Path, redis: Redis, prefix: str, **options: object) -> tuple[int, float]:
    """A server of clamator: its process id, and how many seconds it took to start."""
    over = ["--port", str(redis.port), "--prefix", prefix]
    server, said = children.start_until("ready", [str(build / CLAMATOR), "server", *over, *words_for(options)])
    return server.pid, float(said.split()[1])


def client_of(build: Path, redis: Redis, prefix: str, server: int | None = None, mode: str = "client") -> Contender:
    over = ["--port", str(redis.port), "--prefix", prefix]
    watched = [] if server is None else ["--redis-pid", str(redis.pid), "--server-pid", str(server)]
    return Contender([str(build / CLAMATOR), mode, *over, *watched])


def start_clamator(children: Children, build: Path, redis: Redis, prefix: str = "clamator", **options: object) -> Contender:
    server, _ = start_server(children, build, redis, prefix, **options)
    return client_of(build, redis, prefix, server)


def can_busy_poll(build: Path) -> bool:
    """Whether the client was built with the option."""
    said = subprocess.run([str(build / CLAMATOR), "client", "--help"], capture_output=True, text=True, check=True)
    return "--busy-poll" in said.stdout

"""Who is measured: clamator, the floor, and the neighbours, each with its servers running."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from measure.children import Children, cpu_seconds
from measure.redis import Redis, free_port
from nats_broker import start_nats


class CannotCall(Exception):
    """What a client said when it failed."""


@dataclass
class Contender:
    name: str  # in JSON
    title: str  # for people
    client: list[str]
    server: subprocess.Popen
    broker: subprocess.Popen | Redis | None = None
    warm_up: Callable[[float], float] = field(default=lambda seconds: seconds / 4)

    def measure(self, window: int, seconds: float) -> dict[str, float]:
        """One run of the client: what it printed, and CPU per call of all processes that a call goes through."""
        arguments = [*self.client, "--window", str(window), "--seconds", str(seconds)]
        before = self._cpu()
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=60 + 4 * seconds)
        used = {who: cpu - before[who] for who, cpu in self._cpu().items()}
        if done.returncode != 0:
            words = (done.stderr or done.stdout or f"exit status {done.returncode}").strip()
            raise CannotCall(words.splitlines()[-1])
        figures = json.loads(done.stdout.splitlines()[-1])
        # Processes are seen from outside, so the calls of the warm-up are taken to be as many a second as the others.
        calls = figures["calls_per_second"] * (seconds + self.warm_up(seconds))
        for who, cpu in used.items():
            figures.setdefault(f"{who}_cpu_us", 1e6 * cpu / calls)
        return figures

    def _cpu(self) -> dict[str, float]:
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = {"client": ended.ru_utime + ended.ru_stime, "server": cpu_seconds(self.server.pid)}
        if self.broker:
            cpu["broker"] = cpu_seconds(self.broker.pid)
        return cpu


def start_contenders(children: Children, build: Path, python: Path) -> list[Contender]:
    redis = Redis(children)
    nats, nats_port = start_nats(children)
    over_redis = lambda prefix: ["--port", str(redis.port), "--prefix", prefix]  # noqa: E731

    def clamator() -> Contender:
        command = str(build / "bench/rpc/bench_redis")
        server, _ = children.start_until("ready", [command, "server", *over_redis("clamator")])
        return Contender("clamator", "clamator", [command, "client", *over_redis("clamator")], server, redis)

    def floor() -> Contender:
        command = str(build / "bench/floor/bench_floor")
        server = children.start([command, "server", *over_redis("floor")])
        return Contender(
            "floor", "the floor", [command, "client", *over_redis("floor")], server, redis, warm_up=lambda _: 0.5
        )

    def grpc() -> Contender:
        command, port = str(build / "bench/neighbours/grpc/bench_grpc"), str(free_port())
        server, said = children.start_until("ready", [command, "server", "--port", port])
        return Contender("grpc", version_in(said), [command, "client", "--port", port], server)

    def over_nats(setting: str, how: str) -> Contender:
        command = str(build / "bench/neighbours/nats/bench_nats")
        at = ["--port", str(nats_port), "--setting", setting]
        server, said = children.start_until("ready", [command, "server", *at])
        broker = subprocess.run([nats.args[0], "--version"], capture_output=True, text=True, check=True).stdout
        title = f"NATS {broker.split()[-1].removeprefix('v')}, {version_in(said)}, {how}"
        return Contender(f"nats_{setting}", title, [command, "client", *at], server, nats)

    def original() -> Contender:
        folder = Path(__file__).parent / "original"
        command = lambda role: [str(python), str(folder / f"{role}.py"), *over_redis("python")]  # noqa: E731
        server, said = children.start_until("ready", command("server"))
        return Contender("python", version_in(said), command("client"), server, redis)

    return [
        clamator(),
        floor(),
        grpc(),
        over_nats("at_once", "each message sent at once"),
        over_nats("gathered", "sent once a millisecond"),
        over_nats("loop", "sent by an event loop"),
        original(),
    ]


def version_in(said: str) -> str:
    """What a server says of itself with "ready"."""
    return said.removeprefix("ready ")

"""whether a real redis-server answers as the model does, each element of each answer"""

import argparse
import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from program import SIDES, WINDOWS, count
from resp import take

ENTRY_ID = re.compile(rb"\d+-\d+")
# Answered with what is only about one Redis, or by its clock; the test model_against_redis has the scripts.
OF_ONE_REDIS = ("INFO", "CLIENT", "TIME", "EVAL", "EVALSHA")


def add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--calls", type=int, default=500, help="of each side and shape")


def measure(program: Path, options: argparse.Namespace) -> None:
    for window in WINDOWS:
        with tempfile.TemporaryDirectory() as folder:
            exchange, path = Path(folder) / "exchange", Path(folder) / "redis"
            shape_of_load = ("--warm-up", "0", "--calls", str(options.calls), "--exchange", str(exchange))
            count(program, SIDES[0], window, *shape_of_load)
            with redis_server(path):
                same = Comparison(path).run(exchange.read_bytes())
        print(f"{window} in flight, the same: " + ", ".join(f"{n:,} {name}" for name, n in same.most_common()))


@contextlib.contextmanager
def redis_server(path: Path) -> Iterator[None]:
    """One that listens at this path, and nowhere else."""
    program = os.environ.get("CLAMATOR_REDIS_SERVER") or shutil.which("redis-server")
    if program is None:
        sys.exit("bench: redis-server is not there: ./dev setup installs it")
    arguments = [program, "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(path.parent)]
    server = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    try:
        if not any("ready to accept connections" in line.lower() for line in server.stdout):
            sys.exit("bench: redis-server did not start")
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


class Comparison:
    """Sends to Redis what was sent to the model, and holds each answer against the model's."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.links: dict[bytes, Link] = {}
        self.probe = Link(path)
        self.ids = Ids()
        self.same: Counter = Counter()

    def run(self, exchange: bytes) -> Counter:
        for what, number, data in events(exchange):
            link = self.links.get(number) or self.links.setdefault(number, Link(self.path))
            if what == b"sent":
                link.sent(data, self.ids)
                self.wait_until_done()
                continue
            link.expected += data
            while (model := take(link.expected)) is not None:
                self.compare(link.asked.pop(0), model, link.answer())
        return self.same

    def wait_until_done(self) -> None:
        """What was sent comes before the second of two others, even where it is looked at after the first."""
        for _ in range(2):
            self.probe.sent(b"*1\r\n$4\r\nPING\r\n", self.ids)
            self.probe.answer()

    def compare(self, asked: list[bytes], model: list, redis: list) -> None:
        name = asked[0].decode()
        if name in OF_ONE_REDIS:
            return
        if shape(model) != shape(redis):
            sys.exit(f"bench: to {asked} the model answers {model}, and Redis {redis}")
        for ours, theirs in zip(model, redis, strict=True):
            if ENTRY_ID.fullmatch(ours[1]):
                self.ids.learn(name, ours[1], theirs[1])
        self.same[name] += 1


class Ids:
    """What Redis calls the entries that have an id of the model's. Those of reply streams have the same ids as those of
    services' streams, whose answers come at other times; of the first only XREAD tells and asks."""

    def __init__(self) -> None:
        self.of_replies: dict[bytes, bytes] = {}
        self.of_requests: dict[bytes, bytes] = {}

    def learn(self, command: str, model: bytes, redis: bytes) -> None:
        if command == "XREAD":
            self.of_replies[model] = redis
        elif command != "EXEC":
            self.of_requests[model] = redis

    def for_redis(self, command: bytes, word: bytes) -> bytes:
        return (self.of_replies if command == b"XREAD" else self.of_requests).get(word, word)


class Link:
    """One connection, with what it has asked and not been answered yet."""

    def __init__(self, path: Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(path))
        self.socket.settimeout(10)
        self.asked: list[list[bytes]] = []
        self.outgoing = bytearray()
        self.expected = bytearray()
        self.received = bytearray()

    def sent(self, data: bytes, ids: Ids) -> None:
        self.outgoing += data
        while (command := take(self.outgoing)) is not None:
            words = [text for kind, text in command if kind == b"$"]
            words = [ids.for_redis(words[0], word) for word in words]
            self.asked.append(words)
            bulks = b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words)
            self.socket.sendall(b"*%d\r\n" % len(words) + bulks)

    def answer(self) -> list:
        while (found := take(self.received)) is None:
            self.received += self.socket.recv(1 << 16) or sys.exit("bench: Redis has closed a connection")
        return found


def events(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    at = 0
    while at < len(data):
        end = data.index(b"\n", at)
        what, number, size = data[at:end].split()
        at = end + 1 + int(size)
        yield what, number, data[end + 1 : at]


def shape(answer: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Without what differs from one Redis to another: the ids of entries, which follow its clock."""
    return [(kind, b"id" if ENTRY_ID.fullmatch(text) else text) for kind, text in answer]

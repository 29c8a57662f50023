"""A redis-server of the measurement's own."""

import os
import shutil
import socket
import sys
import tempfile

from .children import Children


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Redis:
    def __init__(self, children: Children) -> None:
        program = os.environ.get("CLAMATOR_REDIS_SERVER") or shutil.which("redis-server")
        if program is None:
            sys.exit("bench: redis-server is not there: ./dev setup installs it")
        self.port = free_port()
        # It writes no files with these options; were it told to, they would go here.
        options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", tempfile.gettempdir()]
        process, _ = children.start_until(
            "Ready to accept connections", [program, "--port", str(self.port), *options]
        )
        self.pid = process.pid

    def ask(self, *words: str) -> str | int | list | None:
        """One command, on a connection of its own; an error that Redis answers is raised."""
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            request = f"*{len(words)}\r\n" + "".join(f"${len(word.encode())}\r\n{word}\r\n" for word in words)
            connection.sendall(request.encode())
            with connection.makefile("rb") as answers:
                return read_answer(answers)


def read_answer(answers) -> str | int | list | None:
    line = answers.readline().rstrip(b"\r\n").decode()
    kind, rest = line[:1], line[1:]
    if kind == "-":
        raise RuntimeError(rest)
    if kind == "+":
        return rest
    if kind == ":":
        return int(rest)
    if kind not in ("$", "*") or int(rest) < 0:
        return None
    if kind == "*":
        return [read_answer(answers) for _ in range(int(rest))]
    return answers.read(int(rest) + 2)[:-2].decode()

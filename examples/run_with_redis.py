#!/usr/bin/env python3
"""Runs examples with a redis-server of their own.

run_with_redis.py [--serve "PROGRAM ARGUMENTS"]... [--run "PROGRAM ARGUMENTS"]...

Starts redis-server on a free port, then each server, which must print "ready", then runs each client to its end,
all with $REDIS_URL; then asks the servers to end. Fails where any of them does.
"""

import argparse
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(arguments: list[str], expected: str, children: list[subprocess.Popen], **options) -> None:
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, **options)
    children.append(child)
    for line in child.stdout:
        print(line, end="", flush=True)
        if expected in line:
            return
    sys.exit(f"{arguments[0]} ended before it said \"{expected}\"")


def end(children: list[subprocess.Popen]) -> int:
    worst = 0
    for child in reversed(children):
        child.send_signal(signal.SIGTERM)
        rest, _ = child.communicate(timeout=30)
        print(rest, end="", flush=True)
        worst = worst or child.returncode
    return worst


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--serve", action="append", default=[])
    parser.add_argument("--run", action="append", default=[])
    options = parser.parse_args()
    redis = os.environ.get("CLAMATOR_REDIS_SERVER") or shutil.which("redis-server")
    if redis is None:
        sys.exit("redis-server is not there: ./dev setup installs it")
    children: list[subprocess.Popen] = []
    with tempfile.TemporaryDirectory() as directory:
        port = str(free_port())
        options_of_redis = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", directory]
        status = 1
        try:
            start([redis, *options_of_redis], "Ready to accept connections", children)
            environment = {**os.environ, "REDIS_URL": f"redis://127.0.0.1:{port}"}
            for command in options.serve:
                start(shlex.split(command), "ready", children, env=environment)
            status = 0
            for command in options.run:
                status = status or subprocess.run(shlex.split(command), env=environment, timeout=90).returncode
        finally:
            ended = end(children)
    return status or ended


if __name__ == "__main__":
    sys.exit(main())

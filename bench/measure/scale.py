"""What many processes, many waiting calls and many services cost.

CPU per call of clients, servers and Redis with 1, 2 and 4 servers and 1, 4 and 16 clients of 64 calls in flight each,
beside one pair measured right before. A client with 100,000 calls of which all but 1024 wait for their turn: bytes of
memory for each, and calls/s beside those with 1024 in flight. A server of a thousand services: its connections, and how
long it takes to start.
"""

import argparse
from pathlib import Path

from .bars import Verdict
from .processes import many_processes
from .services import many_services
from .waiting import many_waiting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=3, seconds=1.0)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[Verdict]]:
    processes, of_processes = many_processes(build, options)
    waiting, of_waiting = many_waiting(build, options)
    services, of_services = many_services(build, options.rounds)
    figures = {"processes": processes, "waiting": waiting, "services": services}
    return {"scale": figures}, of_processes + of_waiting + of_services

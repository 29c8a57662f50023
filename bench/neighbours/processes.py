"""Starting and ending the processes that are measured."""

import os
import shutil
import signal
import socket
import subprocess
import sys

TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name: str, remedy: str) -> str:
    # Debian has servers where only root's PATH leads.
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    return found or sys.exit(f"bench: {name} is not there: {remedy}")


def cpu_seconds(pid: int) -> float:
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS  # utime and stime


class Children:
    """Processes that end, by their id, with this one."""

    def __init__(self) -> None:
        self.running: list[subprocess.Popen] = []

    def start(self, arguments: list[str], **options) -> subprocess.Popen:
        child = subprocess.Popen(arguments, **options)
        self.running.append(child)
        return child

    def start_until(self, word: str, arguments: list[str]) -> tuple[subprocess.Popen, str]:
        """Starts a process and waits for a line with the word, on either output; the line is returned, too."""
        child = self.start(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = ""
        for line in child.stdout:
            if word in line:
                return child, line.strip()
            said += line
        sys.exit(f"bench: {' '.join(arguments)} did not start:\n{said}")

    def end(self) -> None:
        for child in reversed(self.running):
            child.send_signal(signal.SIGTERM)
            child.wait(timeout=20)


def start_redis(children: Children, directory: str) -> tuple[subprocess.Popen, int]:
    server = os.environ.get("CLAMATOR_REDIS_SERVER") or program("redis-server", "./dev setup installs it")
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", directory]
    return children.start_until("Ready to accept connections", [server, *options])[0], port


def start_nats(children: Children) -> tuple[subprocess.Popen, int]:
    server = program("nats-server", "./dev bench neighbours installs it")
    port = free_port()
    return children.start_until("Server is ready", [server, "--addr", "127.0.0.1", "--port", str(port)])[0], port

"""Processes that are measured, and end with the measurement."""

import signal
import subprocess
import sys
import time


class Children:
    """Processes that end, by their id, with this one: use it with `with`."""

    def __init__(self) -> None:
        self.running: list[subprocess.Popen] = []

    def __enter__(self) -> "Children":
        return self

    def __exit__(self, *_) -> None:
        for child in reversed(self.running):
            self._end(child)

    def start(self, arguments: list[str], **options) -> subprocess.Popen:
        child = subprocess.Popen(arguments, **options)
        self.running.append(child)
        return child

    def start_until(self, word: str, arguments: list[str]) -> tuple[subprocess.Popen, str]:
        """Starts a process and waits for a line with the word, which is returned, too."""
        child = self.start(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = ""
        for line in child.stdout:
            if word in line:
                return child, line.strip()
            said += line
        sys.exit(f"bench: {' '.join(arguments)} ended before it was ready:\n{said}")

    def end(self, child: subprocess.Popen) -> None:
        self.running.remove(child)
        self._end(child)

    @staticmethod
    def _end(child: subprocess.Popen) -> None:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(timeout=20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            sys.exit(f"bench: {' '.join(child.args)} did not end within 20 seconds after SIGTERM and was killed")


def cpu_seconds(process: int) -> float:
    """CPU time that a process has used so far, from the clock that Linux keeps for each."""
    return time.clock_gettime(~process << 3 | 2)

"""A clamator-codegen --watch whose lines are waited for."""

import os
import queue
import subprocess
import threading
import unittest

# Only a program that hangs takes so long.
PATIENCE = 60


class Watching:
    def __init__(self, test: unittest.TestCase, program: str, *arguments: str, cwd, env):
        self.test = test
        self.seen: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        self.process = subprocess.Popen(
            [program, *arguments, "--watch"], cwd=cwd, env=env, start_new_session=True, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        test.addCleanup(self._end)
        self._readers = [threading.Thread(target=self._read, args=(name,)) for name in ["stdout", "stderr"]]
        for each in self._readers:
            each.start()

    def _read(self, name: str):
        for line in getattr(self.process, name):
            self._lines.put(f"{name}: {line.rstrip()}")

    def _end(self):
        self.process.kill()
        self.process.wait()
        for each in self._readers:
            each.join()
        self.process.stdout.close()
        self.process.stderr.close()

    def wait_for(self, words: str) -> list[str]:
        """Lines until one that ends with these words, as "stdout: up to date"."""
        passed: list[str] = []
        while not passed or not passed[-1].endswith(words):
            try:
                passed.append(self._lines.get(timeout=PATIENCE))
            except queue.Empty:
                self.test.fail(f"waited in vain for {words!r}; saw {self.seen + passed}")
        self.seen += passed
        return passed

    def signal(self, which: int) -> int:
        """To it and all it started, as a terminal does. Its exit status."""
        os.killpg(self.process.pid, which)
        return self.ended()

    def ended(self) -> int:
        status = self.process.wait(PATIENCE)
        for each in self._readers:
            each.join()
        while not self._lines.empty():
            self.seen.append(self._lines.get())
        return status

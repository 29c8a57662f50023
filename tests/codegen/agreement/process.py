"""A process that gives verdicts, line by line: see verdicts.cpp."""

import json
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Verdict:
    ok: bool
    text: str = ""  # what it writes of the value
    why: str = ""
    issues: tuple[Any, ...] = field(default=(), compare=False)


class Process:
    """Is ended by leaving its `with` block."""

    def __init__(self, name: str, command: Sequence[str]):
        self.name = name
        self._command = command
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> "Process":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def ask(self, type_name: str, texts: list[str]) -> "Asked":
        lines = (json.dumps({"type": type_name, "text": text}) + "\n" for text in texts)
        return Asked(self, "".join(lines).encode(), len(texts))

    def write(self, data: bytes) -> None:
        assert self._process.stdin
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def read(self) -> Verdict:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended with status {self._process.wait()}; it was {' '.join(self._command)}")
        answer = json.loads(line)
        answer["issues"] = tuple(answer.get("issues", ()))
        return Verdict(**answer)


class Asked:
    """Questions on their way: written by a thread, so that a process that waits for us to read does not stop us."""

    def __init__(self, process: Process, data: bytes, count: int):
        self._process = process
        self._count = count
        self._writer = threading.Thread(target=process.write, args=(data,))
        self._writer.start()

    def answers(self) -> list[Verdict]:
        verdicts = [self._process.read() for _ in range(self._count)]
        self._writer.join()
        return verdicts

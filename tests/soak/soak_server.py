"""A Python server of the soak: soak_server.py URL PREFIX NAME JOURNAL CLAIM_IDLE_MS

Says "ready" when it serves, and stops in order when its standard input ends. Its handlers do not hear which entry
they run, nor how often that was delivered.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from typing import Any

from clamator_over_redis import RedisRpcServer
from clamator_protocol import Contract, MethodEntry
from pydantic import BaseModel


class Job(BaseModel):
    key: str
    ms: int


class JobResult(BaseModel):
    key: str
    server: str


soak = Contract(
    service="soak",
    methods={"run": MethodEntry(Job, JobResult, "run"), "note": MethodEntry(Job, None, "note")},
)


class Journal(logging.Handler):
    """Lines as journal.hpp has them, written at once; and what the peer logs."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)

    def write(self, line: str) -> None:
        os.write(self._file, f"{time.monotonic_ns() // 1000} {line}\n".encode())

    def emit(self, record: logging.LogRecord) -> None:
        self.write("said " + self.format(record).replace("\n", " | "))


class Soak:
    def __init__(self, name: str, journal: Journal) -> None:
        self._name = name
        self._journal = journal

    async def run(self, params: Job) -> dict[str, Any]:
        self._journal.write(f"begin {params.key} 0 -")
        if params.ms > 0:
            await asyncio.sleep(params.ms / 1000)
        self._journal.write(f"end {params.key}")
        return {"key": params.key, "server": self._name}

    async def note(self, params: Job) -> None:
        await self.run(params)


async def main(url: str, prefix: str, name: str, file: str, claim_idle_ms: str) -> None:
    journal = Journal(file)
    logging.basicConfig(handlers=[journal])
    server = RedisRpcServer(
        redis_url=url, key_prefix=prefix, instance_id=name, consumer_claim_idle_ms=int(claim_idle_ms)
    )
    server.register_service(soak, Soak(name, journal))
    await server.start()
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await server.stop()


asyncio.run(main(*sys.argv[1:]))

"""Lines of JSON in, lines of JSON out: how the test tells a peer what to do."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from importlib.metadata import version
from typing import Any

from arith_contract import as_it_stands

LONGEST_LINE = 1 << 26


def say(line: str) -> None:
    print(line, flush=True)


def introduce() -> None:
    say(f"clamator-over-redis {version('clamator-over-redis')}")


async def commands() -> AsyncIterator[dict[str, Any]]:
    reader = asyncio.StreamReader(limit=LONGEST_LINE)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield json.loads(line, object_pairs_hook=as_it_stands)

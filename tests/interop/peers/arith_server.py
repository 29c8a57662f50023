"""A Python server of "arith", one after another under the key prefixes that it is told.

{"op": "serve", "url": ..., "prefix": ..., "instance": ..., "claim_idle_ms": ...}   answered by "ready"
{"op": "stop"}                                                                      answered by "stopped"

A handler that waits says "working" when it begins.
"""

from __future__ import annotations

import asyncio
import json
import logging
import math
from typing import Any

from arith_contract import (
    AddParams,
    DivideParams,
    EchoParams,
    FailParams,
    GreetParams,
    MeasureParams,
    NoteParams,
    Nothing,
    ReciteParams,
    RootParams,
    WaitParams,
    arith,
)
from clamator_over_redis import RedisRpcServer
from clamator_protocol import RpcError
from stdio import commands, introduce, say


class Arith:
    def __init__(self, instance: str) -> None:
        self.instance = instance
        self.taken: list[str] = []

    async def add(self, params: AddParams) -> dict[str, Any]:
        return {"sum": params.a + params.b}

    async def divide(self, params: DivideParams) -> dict[str, Any]:
        if params.denominator == 0:
            raise RpcError(-32000, "division by zero", {"numerator": params.numerator})
        return {"quotient": params.numerator / params.denominator}

    async def root(self, params: RootParams) -> dict[str, Any]:
        return {"root": math.nan if params.of < 0 else math.sqrt(params.of)}

    async def fail(self, params: FailParams) -> dict[str, Any]:
        raise ValueError(params.reason)

    async def tally(self, _: Nothing) -> dict[str, Any]:
        return {"total": -1}

    async def note(self, params: NoteParams) -> None:
        self.taken.append(params.text)

    async def notes(self, _: Nothing) -> dict[str, Any]:
        return {"notes": self.taken}

    async def wait(self, params: WaitParams) -> dict[str, Any]:
        say("working")
        await asyncio.sleep(params.ms / 1000)
        return {"server": self.instance}

    async def greet(self, params: GreetParams) -> dict[str, Any]:
        return {"greeting": ", ".join(["hello " + params.name] * (params.times or 1)), "title": params.title}

    async def measure(self, params: MeasureParams) -> dict[str, Any]:
        seen = ["%.17g" % x for x in params.doubles] + [str(n) for n in params.integers]
        return {"doubles": params.doubles, "integers": params.integers, "seen": seen}

    async def echo(self, params: EchoParams) -> dict[str, Any]:
        return {"value": params.value}

    async def recite(self, params: ReciteParams) -> dict[str, Any]:
        return {"text": params.text}


async def serve(command: dict[str, Any]) -> RedisRpcServer:
    server = RedisRpcServer(
        redis_url=command["url"],
        key_prefix=command["prefix"],
        instance_id=command["instance"],
        consumer_claim_idle_ms=command["claim_idle_ms"],
    )
    server.register_service(arith, Arith(command["instance"]))
    await server.start()
    return server


async def main() -> None:
    logging.basicConfig()
    introduce()
    server: RedisRpcServer | None = None
    async for command in commands():
        if command["op"] == "serve":
            server = await serve(command)
            say("ready")
        elif server is not None:
            await server.stop()
            say("stopped")


asyncio.run(main())

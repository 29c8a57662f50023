"""A Python client, told what to call. Each command has a "tag" and is answered by one line that bears it.

{"op": "open", "url": ..., "prefix": ..., "instance": ...}
{"op": "calls", "calls": [{"method": ..., "params": ..., "timeout_ms": ...}, ...]}   all at once
    with "id": the id to send, and with "typed": through the contract's models, as generated clients do
{"op": "notify", "method": ..., "params": ...}
{"op": "close"}
"""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from typing import Any

from arith_contract import arith
from clamator_over_redis import RedisRpcClient
from clamator_protocol import RpcError, build_request
from pydantic import ValidationError
from stdio import commands, introduce, say

TIMEOUT_PER_CALL = "timeout_ms" in inspect.signature(RedisRpcClient.call).parameters


class Caller:
    """One client; where the peer has no timeout per call, one more for each timeout that is asked for."""

    def __init__(self, command: dict[str, Any]) -> None:
        # The default pool has 100 connections, and each concurrent call takes one.
        self.url = command["url"] + "?max_connections=256"
        self.prefix = command["prefix"]
        self.client = self.make(command["instance"])
        self.others: dict[int, RedisRpcClient] = {}

    def make(self, instance: str | None, **options: Any) -> RedisRpcClient:
        return RedisRpcClient(redis_url=self.url, key_prefix=self.prefix, instance_id=instance, **options)

    async def start(self) -> None:
        await self.client.start()

    async def stop(self) -> None:
        for client in [self.client, *self.others.values()]:
            await client.stop()

    async def call(self, asked: dict[str, Any]) -> Any:
        method, timeout = asked["method"], asked.get("timeout_ms")
        if not asked.get("typed"):
            return await self.send(method, asked["params"], timeout, asked.get("id"))
        entry = arith.methods[method]
        assert entry.result_model
        params = entry.params_model.model_validate(asked["params"]).model_dump(mode="json", by_alias=True)
        raw = await self.send(method, params, timeout, None)
        return entry.result_model.model_validate(raw).model_dump(mode="json", by_alias=True)

    async def send(self, method: str, params: Any, timeout: int | None, rpc_id: Any) -> Any:
        if rpc_id is not None:
            envelope = build_request(f"arith.{method}", params, rpc_id)
            return await self.client._transport.send(envelope, timeout=30)
        if timeout is None:
            return await self.client.call("arith", method, params)
        if TIMEOUT_PER_CALL:
            return await self.client.call("arith", method, params, timeout_ms=timeout)
        if timeout not in self.others:
            self.others[timeout] = self.make(None, default_timeout_ms=timeout)
            await self.others[timeout].start()
        return await self.others[timeout].call("arith", method, params)

    async def outcome(self, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"result": await self.call(asked)}
        except RpcError as e:
            return {"class": "RpcError", "code": e.code, "message": e.message, "data": e.data}
        except ValidationError as e:
            return {"class": "ValidationError", "message": e.title}
        except Exception as e:  # noqa: BLE001  # whatever it is, the test says what it should have been
            return {"class": type(e).__name__, "message": str(e)}


async def carry_out(caller: Caller, command: dict[str, Any]) -> Any:
    match command["op"]:
        case "open":
            await caller.start()
        case "calls":
            return await asyncio.gather(*(caller.outcome(asked) for asked in command["calls"]))
        case "notify":
            await caller.client.notify("arith", command["method"], command["params"])
        case "close":
            await caller.stop()
    return None


async def answer(caller: Caller, command: dict[str, Any]) -> None:
    answered = await carry_out(caller, command)
    say(json.dumps({"tag": command["tag"], "answer": answered}))


async def main() -> None:
    logging.basicConfig()
    introduce()
    running: set[asyncio.Task[None]] = set()
    caller: Caller | None = None
    async for command in commands():
        if command["op"] == "open":
            caller = Caller(command)
        assert caller
        task = asyncio.create_task(answer(caller, command))
        running.add(task)
        task.add_done_callback(running.discard)


asyncio.run(main())

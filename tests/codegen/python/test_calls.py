"""Calls through generated clients and services, over the installed memory transport."""

from __future__ import annotations

import asyncio
import inspect
import unittest
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from clamator_over_memory import MemoryBus, MemoryRpcClient, MemoryRpcServer
from clamator_protocol import RpcError
from generation import module

arith = module("arith")
unions = module("unions")
names = module("names_of_things")


class Arith(arith.ArithService):
    def __init__(self) -> None:
        self.pinged: asyncio.Queue[Any] = asyncio.Queue()

    async def add(self, params: Any) -> Any:
        return arith.AddResult(sum=params.a + params.b)

    async def ping(self, params: Any) -> None:
        self.pinged.put_nowait(params.tag)


class Unions(unions.UnionsService):
    async def area(self, params: Any) -> Any:
        if isinstance(params.shape, unions.AreaParamsShapeCircle):
            return unions.AreaResult(unions.AreaResultTrue(area=params.shape.radius))
        return unions.AreaResult(unions.AreaResultFalse(reason="not-found"))

    async def draw(self, params: Any) -> Any:
        return unions.DrawResult(None)

    async def lookup(self, params: Any) -> Any:
        raise RpcError(-32100, "no such thing")


class Names(names.NamesOfThingsService):
    async def new(self, params: Any) -> Any:
        return names.NewResult(delete=params.class_ == "c")

    async def delete(self, params: Any) -> Any:
        return names.DeleteResult(deleted_at=params.user_id)

    async def get_http_server(self, params: Any) -> Any:
        return names.GetHTTPServerResult(return_="404")

    async def import_(self, params: Any) -> None:
        pass


@asynccontextmanager
async def serving(contract: Any, service: Any) -> AsyncIterator[MemoryRpcClient]:
    bus = MemoryBus()
    server, client = MemoryRpcServer(bus=bus), MemoryRpcClient(bus=bus)
    server.register_service(contract, service)
    await server.start()
    await client.start()
    try:
        yield client
    finally:
        await client.stop()
        await server.stop()


class Calls(unittest.IsolatedAsyncioTestCase):
    async def test_method(self) -> None:
        async with serving(arith.arith_contract, Arith()) as transport:
            answer = await arith.ArithClient(transport).add(arith.AddParams(a=1, b=2))
        self.assertEqual(answer, arith.AddResult(sum=3))

    async def test_notification(self) -> None:
        service = Arith()
        async with serving(arith.arith_contract, service) as transport:
            await arith.ArithClient(transport).ping(arith.PingParams(tag="x"))
            self.assertEqual(await asyncio.wait_for(service.pinged.get(), 10), "x")

    async def test_timeout_of_a_call(self) -> None:
        async with serving(arith.arith_contract, Arith()) as transport:
            call = arith.ArithClient(transport).add(arith.AddParams(a=1, b=2), timeout_ms=10_000)
            if "timeout_ms" in inspect.signature(transport.call).parameters:
                self.assertEqual((await call).sum, 3)
            else:
                with self.assertRaisesRegex(TypeError, "default_timeout_ms"):
                    await call

    async def test_params_that_the_contract_refuses(self) -> None:
        async with serving(arith.arith_contract, Arith()) as transport:
            with self.assertRaises(RpcError) as refused:
                await transport.call("arith", "add", {"a": "1", "b": 2})
        self.assertEqual(refused.exception.code, -32602)

    async def test_union_as_result(self) -> None:
        async with serving(unions.unions_contract, Unions()) as transport:
            client = unions.UnionsClient(transport)
            circle = unions.AreaParams(shape=unions.AreaParamsShapeCircle(radius=2))
            square = unions.AreaParams(shape=unions.AreaParamsShapeSquare(side=2))
            self.assertEqual((await client.area(circle)).root.area, 2)
            self.assertEqual((await client.area(square)).root.reason, "not-found")

    async def test_null_as_result(self) -> None:
        async with serving(unions.unions_contract, Unions()) as transport:
            line = unions.DrawParams(unions.DrawParamsLine(to=(1, 2)))
            self.assertIsNone((await unions.UnionsClient(transport).draw(line)).root)

    async def test_names_that_python_has(self) -> None:
        async with serving(names.names_of_things_contract, Names()) as transport:
            client = names.NamesOfThingsClient(transport)
            answer = await client.delete(names.DeleteParams(user_id="u"))
        self.assertEqual(answer.deleted_at, "u")

    def test_service_without_a_handler(self) -> None:
        class Half(arith.ArithService):
            async def add(self, params: Any) -> Any:
                return arith.AddResult(sum=0)

        with self.assertRaisesRegex(TypeError, "ping"):
            Half()


if __name__ == "__main__":
    unittest.main()

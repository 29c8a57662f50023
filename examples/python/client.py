"""A Python client of the pool that pool_worker.cpp serves, with the original's own library from PyPI.

    pip install clamator-over-redis
    python client.py      # Redis is at $REDIS_URL, or at localhost

Its side of the contract is written by hand: the models, and a method for each of the service's.
"""

import asyncio
from collections import Counter

from clamator_over_redis import RedisRpcClient
from clamator_protocol import RpcError
from pydantic import BaseModel


class CountResult(BaseModel):
    count: int
    worker: str


class FactorResult(BaseModel):
    factor: int
    worker: str


class PrimesClient:
    def __init__(self, client: RedisRpcClient) -> None:
        self._client = client

    async def count(self, from_: int, to: int) -> CountResult:
        reply = await self._client.call("primes", "count", {"from": from_, "to": to})
        return CountResult.model_validate(reply)

    async def factor(self, number: int) -> FactorResult:
        reply = await self._client.call("primes", "factor", {"number": number})
        return FactorResult.model_validate(reply)

    async def note(self, text: str) -> None:
        await self._client.notify("primes", "note", {"text": text})


async def main() -> None:
    client = RedisRpcClient(key_prefix="clamator-demo", default_timeout_ms=10_000)
    await client.start()
    primes = PrimesClient(client)
    try:
        counted = await primes.count(0, 100)
        print(f"{counted.count} primes below 100, counted by {counted.worker}")

        print("20 calls at once:")
        answers = await asyncio.gather(*(primes.factor(1_000_003 * n) for n in range(2, 22)))
        for worker, share in sorted(Counter(a.worker for a in answers).items()):
            print(f"  {worker:<8}{share:4} calls  {'#' * (2 * share)}")

        try:
            await primes.factor(-6)
        except RpcError as error:
            print(f"factor(-6): error {error.code}, {error}")

        try:
            await primes.count(10, 5)
        except RpcError as error:
            print(f"count(10, 5): error {error.code}, {error}: {error.data['errors'][0]['message']}")

        await primes.note("hello from Python")
        print("and a notification, which nobody answers")
    finally:
        await client.stop()


asyncio.run(main())

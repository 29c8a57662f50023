"""A Python worker beside those of pool_worker.cpp, in one pool, with the original's own library from PyPI.

    pip install clamator-over-redis
    python worker.py      # Redis is at $REDIS_URL, or at localhost; ends on SIGTERM or SIGINT
"""

import asyncio
import signal

from clamator_over_redis import RedisRpcServer
from clamator_protocol import Contract, MethodEntry, RpcError
from pydantic import BaseModel, Field


class CountParams(BaseModel):
    from_: int = Field(alias="from", ge=0)
    to: int = Field(le=10_000_000)


class CountResult(BaseModel):
    count: int
    worker: str


class FactorParams(BaseModel):
    number: int


class FactorResult(BaseModel):
    factor: int
    worker: str


class NoteParams(BaseModel):
    text: str


primes_contract = Contract(
    service="primes",
    methods={
        "count": MethodEntry(params_model=CountParams, result_model=CountResult, handler_attr="count"),
        "factor": MethodEntry(params_model=FactorParams, result_model=FactorResult, handler_attr="factor"),
        "note": MethodEntry(params_model=NoteParams, result_model=None, handler_attr="note"),
    },
)


def smallest_factor(number: int) -> int:
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return divisor
        divisor += 1
    return number


class Primes:
    async def count(self, params: CountParams) -> CountResult:
        found = sum(smallest_factor(n) == n for n in range(max(params.from_, 2), params.to))
        return CountResult(count=found, worker="python")

    async def factor(self, params: FactorParams) -> FactorResult:
        if params.number < 2:
            raise RpcError(-1000, "only numbers above 1 have factors")
        return FactorResult(factor=smallest_factor(params.number), worker="python")

    async def note(self, params: NoteParams) -> None:
        print("noted:", params.text, flush=True)


async def main() -> None:
    server = RedisRpcServer(key_prefix="clamator-demo")
    server.register_service(primes_contract, Primes())
    await server.start()
    print("ready", flush=True)
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    await stopping.wait()
    await server.stop()


asyncio.run(main())

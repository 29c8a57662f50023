"""A Python worker beside those of pool_worker.cpp, in one pool, with the original's own library from PyPI.

    pip install clamator-over-redis
    python worker.py      # Redis is at $REDIS_URL, or at localhost; ends on SIGTERM or SIGINT
"""

import asyncio
import signal

from clamator_over_redis import RedisRpcServer
from clamator_protocol import RpcError

from contracts.primes import (
    CountParams,
    CountResult,
    FactorParams,
    FactorResult,
    NoteParams,
    PrimesService,
    primes_contract,
)


def smallest_factor(number: int) -> int:
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return divisor
        divisor += 1
    return number


class Primes(PrimesService):
    async def count(self, params: CountParams) -> CountResult:
        if params.from_ > params.to:
            raise RpcError(-1001, "from must not be above to")
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

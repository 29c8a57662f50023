"""A Python client of the pool that pool_worker.cpp serves, with the original's own library from PyPI.

    pip install clamator-over-redis
    python client.py      # Redis is at $REDIS_URL, or at localhost

Its side of the contract, contracts/primes.py, is made of the same document as the C++:

    clamator-codegen --src ../contracts/primes.json --out-py contracts
"""

import asyncio
from collections import Counter

from clamator_over_redis import RedisRpcClient
from clamator_protocol import RpcError

from contracts.primes import CountParams, FactorParams, NoteParams, PrimesClient


async def main() -> None:
    client = RedisRpcClient(key_prefix="clamator-demo", default_timeout_ms=10_000)
    await client.start()
    primes = PrimesClient(client)
    try:
        counted = await primes.count(CountParams(from_=0, to=100))
        print(f"{counted.count} primes below 100, counted by {counted.worker}")

        print("20 calls at once:")
        calls = (primes.factor(FactorParams(number=1_000_003 * n)) for n in range(2, 22))
        answers = await asyncio.gather(*calls)
        for worker, share in sorted(Counter(a.worker for a in answers).items()):
            print(f"  {worker:<8}{share:4} calls  {'#' * (2 * share)}")

        for call, params in ((primes.factor, FactorParams(number=-6)), (primes.count, CountParams(from_=10, to=5))):
            try:
                await call(params)
            except RpcError as error:
                print(f"{params}: error {error.code}, {error}")

        try:
            await client.call("primes", "count", {"from": -1, "to": "ten"})
        except RpcError as error:
            print(f"past the contract: error {error.code}, {error}")
            for issue in error.data["errors"]:
                print(f"  {issue}")

        await primes.note(NoteParams(text="hello from Python"))
        print("and a notification, which nobody answers")
    finally:
        await client.stop()


asyncio.run(main())

"""server.py --port P --prefix X: says "ready" and its version, then answers until it is ended."""

import argparse
import asyncio
import signal
from importlib.metadata import version

from clamator_over_redis import RedisRpcServer
from contract import AddParams, AddResult, arith


class Arith:
    async def add(self, params: AddParams) -> AddResult:
        return AddResult(sum=params.a + params.b)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--prefix", required=True)
    options = parser.parse_args()
    server = RedisRpcServer(redis_url=f"redis://127.0.0.1:{options.port}", key_prefix=options.prefix)
    server.register_service(arith, Arith())
    await server.start()
    print("ready clamator-over-redis", version("clamator-over-redis"), flush=True)

    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()
    await server.stop()


asyncio.run(main())

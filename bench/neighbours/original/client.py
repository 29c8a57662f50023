"""client.py --port P --prefix X --window N --seconds S: calls, and prints the figures as a line of JSON.

Through the client's own call(), without the models that a generated client puts around it, which would only cost.
"""

import argparse
import asyncio
import json
import resource
import sys
import time

from clamator_over_redis import RedisRpcClient


class Load:
    """The load of bench/rpc/load.hpp."""

    def __init__(self, client: RedisRpcClient, window: int, seconds: float) -> None:
        self.client = client
        self.window = window
        self.seconds = seconds
        self.latencies: list[float] = []

    async def run(self) -> dict[str, float]:
        await self.phase(self.seconds / 4)
        self.latencies.clear()
        cpu_before, begin = cpu_so_far(), time.perf_counter()
        await self.phase(self.seconds)
        took, cpu = time.perf_counter() - begin, cpu_so_far() - cpu_before
        in_order = sorted(self.latencies)
        calls = len(in_order)
        return {
            "calls_per_second": calls / took,
            "p50_us": 1e6 * in_order[int(0.50 * (calls - 1))],
            "p99_us": 1e6 * in_order[int(0.99 * (calls - 1))],
            "calls": calls,
            "client_cpu_us": 1e6 * cpu / calls,
        }

    async def phase(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        await asyncio.gather(*(self.one_after_another(end) for _ in range(self.window)))

    async def one_after_another(self, end: float) -> None:
        sent = time.perf_counter()
        while sent < end:
            result = await self.client.call("arith", "add", {"a": 2, "b": 3})
            if result["sum"] != 5:
                sys.exit("2 + 3 is not 5 here")
            now = time.perf_counter()
            self.latencies.append(now - sent)
            sent = now


def cpu_so_far() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def words_of(problem: BaseException | None) -> str:
    """With its causes, the last of which says most."""
    words = []
    while problem:
        words.append(f"{type(problem).__name__}: {problem}")
        problem = problem.__cause__
    return ", because of ".join(words)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--prefix", required=True)
    parser.add_argument("--window", type=int, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    options = parser.parse_args()
    client = RedisRpcClient(redis_url=f"redis://127.0.0.1:{options.port}", key_prefix=options.prefix)
    await client.start()
    try:
        print(json.dumps(await Load(client, options.window, options.seconds).run()))
    except Exception as problem:  # noqa: BLE001  # whatever it is, it goes into the table
        sys.exit(words_of(problem))
    finally:
        await client.stop()


asyncio.run(main())

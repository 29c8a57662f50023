"""What the library costs by itself: the same calls in memory, and JSON beside other libraries."""

import argparse
import json
import subprocess
from pathlib import Path

from .bars import Verdict
from .contenders import Contender
from .tables import Table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=1, seconds=1.0)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[Verdict]]:
    return {"memory": memory(build, options.seconds), "json": json_libraries(build)}, []


def memory(build: Path, seconds: float) -> list[dict]:
    contender = Contender([str(build / "bench/rpc/bench_memory"), "client"])
    table = Table("memory transport, in flight", "calls/s", "p50, µs", "p99, µs")
    rows = []
    for window in (1, 64, 256, 1024):
        row = contender.measure(window=window, seconds=seconds)
        rows.append({"in_flight": window, **row})
        table.row(window, f"{row['calls_per_second']:,.0f}", f"{row['p50_us']:.1f}", f"{row['p99_us']:.1f}")
    return rows


def json_libraries(build: Path) -> list[dict]:
    program = str(build / "bench/json/bench_json")
    done = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_min_time=0.2"], capture_output=True, text=True, check=True
    )
    factors = {"ns": 1, "us": 1e3, "ms": 1e6}
    table = Table("JSON", "ns")
    rows = []
    for each in json.loads(done.stdout)["benchmarks"]:
        rows.append({"name": each["name"], "ns": each["cpu_time"] * factors[each["time_unit"]]})
        table.row(rows[-1]["name"], f"{rows[-1]['ns']:,.0f}")
    return rows

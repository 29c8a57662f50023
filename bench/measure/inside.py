"""What the library costs by itself: the same calls in memory, and JSON beside other libraries."""

import argparse
import json
import statistics
import subprocess
from pathlib import Path

from . import bars
from .contenders import Contender
from .pairs import Figures
from .tables import Table

WINDOWS = (1, 64, 256, 1024)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(rounds=5, seconds=1.0)


def run(build: Path, options: argparse.Namespace) -> tuple[dict, list[bars.Verdict]]:
    calls, verdicts = memory(build, options)
    return {"memory": calls, "json": json_libraries(build)}, verdicts


def memory(build: Path, options: argparse.Namespace) -> tuple[list[dict], list[bars.Verdict]]:
    """The windows in turns, so that what slows the machine slows them all."""
    contender = Contender([str(build / "bench/rpc/bench_memory"), "client"])
    taken: dict[int, list[Figures]] = {window: [] for window in WINDOWS}
    for _ in range(options.rounds):
        for window, of_window in taken.items():
            of_window.append(contender.measure(window=window, seconds=options.seconds))
    table = Table("memory transport, in flight", "calls/s", "least to greatest", "p50, µs", "p99, µs")
    rows = []
    for window, of_window in taken.items():
        row = {key: statistics.median(each[key] for each in of_window) for key in of_window[0]}
        rates = [each["calls_per_second"] for each in of_window]
        rows.append({"in_flight": window, **row, "spread": [min(rates), max(rates)]})
        spread = f"{min(rates):,.0f} to {max(rates):,.0f}"
        table.row(window, f"{row['calls_per_second']:,.0f}", spread, f"{row['p50_us']:.1f}", f"{row['p99_us']:.1f}")
    best = max(row["calls_per_second"] for row in rows)
    return rows, [bars.IN_MEMORY.judge(best, "as many in flight as are best")]


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

"""Draws an SVG of saved figures: calls/s and p50 against the number of calls in flight, of all who are in them.

    ./dev bench plot throughput.json neighbours.json --out speed.svg

The files are what --json wrote; where two have the same contender at the same window, the later one counts.
"""

import argparse
import json
import sys
from pathlib import Path

from .bars import Verdict
from .chart import Chart, Line, picture

# In the order of the legend: what it is called in JSON, and for people.
NAMES = {"clamator": "clamator", "floor": "floor", "grpc": "gRPC", "nats": "NATS", "python": "Python original"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", help="what --json wrote")
    parser.add_argument("--out", type=Path, default=Path("bench.svg"))


def run(_: Path, options: argparse.Namespace) -> tuple[dict, list[Verdict]]:
    rows = [row for file in options.files for row in rows_of(file)]
    if not rows:
        sys.exit("bench: no throughput in " + ", ".join(map(str, options.files)) + ": save some with ./dev bench --json")
    charts = [
        Chart("calls per second", lines(rows, "calls_per_second"), logarithmic=False),
        Chart("median latency, µs", lines(rows, "p50_us"), logarithmic=True),
    ]
    options.out.write_text(picture(charts), encoding="utf-8")
    print(f"bench: drawn to {options.out}")
    return {}, []


def rows_of(file: Path) -> list[dict]:
    saved = json.loads(file.read_text(encoding="utf-8"))
    return [row for part in ("throughput", "neighbours") for row in saved.get(part, []) if not row.get("busy_poll")]


def lines(rows: list[dict], key: str) -> list[Line]:
    found = []
    for name, title in NAMES.items():
        points = {row["in_flight"]: row[name][key] for row in rows if name in row}
        if points:
            found.append(Line(name, title, sorted(points.items())))
    return found

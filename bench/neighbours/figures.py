"""What becomes of the rounds: medians, ratios taken within each round, a table, and the bars."""

import statistics
from dataclasses import dataclass

# name of a contender -> its figures, in one round
Round = dict[str, dict[str, float]]

RATIOS = ("calls_per_second", "p50_us", "p99_us")


@dataclass(frozen=True)
class Bar:
    name: str
    title: str
    windows: tuple[int, ...]
    least: float
    met: str  # how it reads

    def held(self, ratio: float) -> bool:
        # Ahead means more than equal.
        return ratio > self.least if self.least == 1 else ratio >= self.least


BARS = (
    Bar("grpc", "gRPC", (64, 256, 1024), 1, "ahead of"),
    Bar("nats", "NATS", (64, 256), 1, "ahead of"),
    Bar("python", "the Python original", (64,), 30, "at least 30 x"),
)


def summary(window: int, rounds: list[Round], failed: dict[str, str]) -> dict:
    names = rounds[0].keys()
    row: dict = {"in_flight": window, "rounds": len(rounds), "ratio": {}, "spread": {}, "failed": failed}
    for name in names:
        row[name] = {key: statistics.median(each[name][key] for each in rounds) for key in rounds[0][name]}
    for name in names - {"clamator"}:
        pairs = {key: [each["clamator"][key] / each[name][key] for each in rounds] for key in RATIOS}
        row["ratio"][name] = {key: statistics.median(values) for key, values in pairs.items()}
        row["spread"][name] = {key: [min(values), max(values)] for key, values in pairs.items()}
    # A user of NATS would take the setting that suits the load, so the best of them stands for it.
    settings = [name for name in names if name.startswith("nats_")]
    best = max(settings, key=lambda name: row[name]["calls_per_second"])
    row["nats"], row["nats_setting"] = row[best], best
    for each in (row["ratio"], row["spread"]):
        each["nats"] = each[best]
    return row


def print_head() -> None:
    print("| in flight | | calls/s | p50 / p99, µs | CPU a call, µs: client + server + broker | clamator ÷ it, calls/s | clamator ÷ it, p50 |")
    print("|---:|---|---:|---:|---:|---:|---:|")


def print_rows(row: dict, titles: dict[str, str]) -> None:
    for name, title in titles.items():
        if name in row["failed"]:
            print(f"| {row['in_flight']} | {title} | fails: {row['failed'][name]} | | | | |")
            continue
        own = row[name]
        cpu = " + ".join(f"{own[key]:.1f}" for key in ("client_cpu_us", "server_cpu_us", "broker_cpu_us") if key in own)
        print(
            f"| {row['in_flight']} | {title} | {own['calls_per_second']:,.0f} | {own['p50_us']:.0f} / {own['p99_us']:.0f} "
            f"| {cpu} | {ratio(row, name, 'calls_per_second')} | {ratio(row, name, 'p50_us')} |",
            flush=True,
        )


def ratio(row: dict, name: str, key: str) -> str:
    if name not in row["ratio"]:
        return ""
    least, most = row["spread"][name][key]
    return f"**{row['ratio'][name][key]:.2f}** ({least:.2f} to {most:.2f})"


def judge(rows: list[dict]) -> list[dict]:
    """Each bar at each of its windows that was measured."""
    verdicts = []
    for bar in BARS:
        for row in rows:
            if row["in_flight"] in bar.windows and bar.name in row["ratio"]:
                found = row["ratio"][bar.name]["calls_per_second"]
                what = f"{bar.met} {bar.title}, {row['in_flight']} in flight"
                verdicts.append({"bar": what, "ratio": found, "held": bar.held(found)})
    return verdicts

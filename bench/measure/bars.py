"""The bars: what clamator has to reach, as ratios to what was measured beside it in the same run; those of building are
seconds and bytes, that of the memory transport is calls.

`./dev bench` prints each as held or missed; `./dev bench gate` fails below 0.9 of them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    what: str
    limit: float
    at_most: bool = False

    def holds(self, figure: float, slack: float = 1.0) -> bool:
        """With a slack of 0.9, nine tenths of the bar are enough, and ten ninths not too much."""
        return figure <= self.limit / slack if self.at_most else figure >= self.limit * slack

    def judge(self, figure: float, where: str = "", slack: float = 1.0) -> "Verdict":
        return Verdict(self, figure, where, slack)


@dataclass(frozen=True)
class Verdict:
    bar: Bar
    figure: float
    where: str
    slack: float = 1.0

    @property
    def held(self) -> bool:
        return self.bar.holds(self.figure, self.slack)

    def sentence(self) -> str:
        least = "at most" if self.bar.at_most else "at least"
        limit = f"the bar is {least} {number_text(self.bar.limit)}"
        if self.slack != 1:
            edge = self.bar.limit / self.slack if self.bar.at_most else self.bar.limit * self.slack
            limit += f", and {least} {edge:.3g} is enough here"
        where = f"{self.where}: " if self.where else ""
        return f"{'held' if self.held else 'MISSED'}: {where}{self.bar.what}: {number_text(self.figure)}; {limit}"

    def as_json(self) -> dict:
        return {
            "where": self.where,
            "what": self.bar.what,
            "figure": self.figure,
            "limit": self.bar.limit,
            "at_most": self.bar.at_most,
            "held": self.held,
        }


def number_text(number: float) -> str:
    return f"{number:,.0f}" if number >= 10_000 else f"{number:.4g}"


def at_least(limit: float, what: str) -> Bar:
    return Bar(what, limit)


def at_most(limit: float, what: str) -> Bar:
    return Bar(what, limit, at_most=True)


SINGLE_CALL = at_most(1.10, "p50, of the floor's")
SINGLE_CALL_BUSY_POLL = at_most(0.35, "p50, of the floor's")
# What a floor reaches whose client polls its sockets as well, on two cores: with less, Redis and the server would
# have to take less. Nothing in a client can hold the bar there, so this is what the gate guards.
SINGLE_CALL_BUSY_POLL_REACHED = at_most(0.55, "p50, of the floor's")
THROUGHPUT = {
    64: at_least(1.20, "calls/s, of the floor's"),
    256: at_least(1.20, "calls/s, of the floor's"),
    1024: at_least(1.15, "calls/s, of the floor's"),
}
CPU_WINDOW = 256  # calls in flight at which these two are looked at
CPU_BESIDE_REDIS = at_most(1.0, "CPU per call of client and server together, of Redis's")
FLOOR_KEEPS_REDIS_BUSY = at_least(0.65, "part of the time that the floor keeps Redis busy, without which the rest means little")

PAYLOAD = at_least(0.9, "MB/s, of the floor's")
BESIDE_A_GIANT = at_most(1.0, "longest small call beside a large one, of the time that its bytes take through the floor")

TAIL_AT_HALF_LOAD = at_most(3.0, "p99, of the floor's p50 at the same rate")
BESIDE_SLOW_HANDLERS = at_most(1.2, "p99 beside slow handlers, of that without")

POOL_RATE = at_least(0.95, "calls/s, of what the servers' handlers allow")
IDLE_WHILE_WORK_WAITS = at_most(0.05, "part of the time that the idlest server had nothing to do while calls waited in the stream")

CPU_PER_CALL_AT_SCALE = at_most(1.25, "CPU per call, of one pair's")
MEMORY_OF_WAITING = at_most(1.1, "bytes per waiting call, of those where a tenth as many wait")
THROUGHPUT_WHILE_CALLS_WAIT = at_least(1.0, "calls/s, of those where none waits for its turn")
START_SECONDS = at_most(2.0, "seconds to start")
CONNECTIONS_BESIDE_SERVICES = at_most(3, "connections of a server, beyond one for each service")

IN_MEMORY = at_least(1e6, "calls/s on one thread, without Redis")

COMPILE_SECONDS = at_most(4.0, "seconds to compile, user and system")
PROGRAM_MEGABYTES = at_most(2.0, "MB, stripped, beyond shared libraries")

"""Measuring two contenders in turns, so that what slows the machine slows both.

Machines drift by tens of percent within minutes: what counts is the median of ratios, each of two measurements that
were taken one right after the other.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

Figures = dict[str, float]


@dataclass
class Pairs:
    """Measurements of the first and the second contender, pair by pair."""

    taken: list[tuple[Figures, Figures]] = field(default_factory=list)

    def take(self, number: int, first: Callable[[], Figures], second: Callable[[], Figures]) -> None:
        """So many more; every other one begins with the second, which then has the machine as the first left it."""
        for _ in range(number):
            if len(self.taken) % 2 == 0:
                a = first()
                b = second()
            else:
                b = second()
                a = first()
            self.taken.append((a, b))

    def medians(self, which: int) -> Figures:
        of_one = [pair[which] for pair in self.taken]
        return {key: statistics.median(each[key] for each in of_one) for key in of_one[0]}

    def ratios(self, key: str, first_key: str | None = None) -> list[float]:
        """What the second has of the first's, per pair."""
        return [b[key] / a[first_key or key] for a, b in self.taken]

    def ratio(self, key: str, first_key: str | None = None) -> float:
        return statistics.median(self.ratios(key, first_key))

    def spread(self, key: str, first_key: str | None = None) -> list[float]:
        ratios = self.ratios(key, first_key)
        return [min(ratios), max(ratios)]

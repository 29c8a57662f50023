"""The texts that a type is tried with: half of them right and half nearly so, the same ones for the same seed.

Besides, each string in a format is tried with all that is known to be odd about that format.
"""

from itertools import count
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from documents import Subject
from json_text import render
from mutations import mutated
from odd_formats import ODD
from places import places, replaced
from values import Values, ValuesOf

# Right values per example: drawing several at once is much cheaper than an example for each.
AT_ONCE = 4
# Of how many examples one is tried with odd formats, too.
ODD_AT = 100
SPACES = ["", "", "", " ", "\n\t"]


def odd_texts(subject: Subject, value: Any) -> list[str]:
    return [
        render(replaced(value, path, odd))
        for path, node, here in places(subject, value)
        if isinstance(here, str)
        for each in node.get("formats", [])
        for odd in ODD[each["format"]]
    ]


def some_texts(subject: Subject, right: Values, examples: int, start: int) -> tuple[list[str], list[str]]:
    texts: list[str] = []
    odd: list[str] = []

    @seed(start)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        # What is large or slow to draw is wanted here, and nothing is filtered by chance.
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(*[right] * AT_ONCE), st.integers(0, 2**32))
    def gather(values: tuple[Any, ...], chance: int) -> None:
        # Hypothesis likes some integers better than others, but changes are to be of all kinds.
        pick = Random(f"{start} {len(texts)} {chance}")
        if len(texts) % (ODD_AT * 2 * AT_ONCE) == 0:
            odd.extend(odd_texts(subject, values[0]))
        for value in values:
            for each in (value, mutated(pick, subject, value)):
                texts.append(render(each, escaped=pick.randrange(4) == 0, space=pick.choice(SPACES)))

    gather()
    return texts, odd


def texts_of(subject: Subject, wanted: int, start: int) -> list[str]:
    right = ValuesOf(subject).all()
    texts: list[str] = []
    odd: list[str] = []
    # Hypothesis ends early where it thinks that there is nothing new.
    for run in count():
        missing = wanted - len(texts)
        if missing <= 0:
            break
        more, more_odd = some_texts(subject, right, -(-missing // (2 * AT_ONCE)), start + 1_000_003 * run)
        texts += more
        odd += more_odd
    return texts[:wanted] + odd

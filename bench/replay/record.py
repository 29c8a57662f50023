"""Whether instructions per call are still those of the record."""

from collections.abc import Iterator

TOLERANCE = 0.05
RENEW = "./dev bench instructions --record"


def judge(found: dict, record: dict) -> tuple[str, str]:
    """What should be renewed, and why the check fails; empty where there is nothing to say."""
    if text_of(found) != text_of(record):
        return "", (
            f"nothing was checked: the record was made with {text_of(record)}, this with {text_of(found)}, and other "
            "compilers make other instructions of the same code. Build with what made the record; Debian 12 has it."
        )
    grown, shrunk = [], []
    for side, window, now, recorded in compared(found, record):
        if not recorded:
            return "", f"the record has no figure of the {side} with {window} in flight: renew it with {RENEW}"
        text = f"{side}, {window} in flight: {now:,} instructions a call, {now / recorded - 1:+.1%} on {recorded:,}"
        if now > recorded * (1 + TOLERANCE):
            grown.append(text)
        elif now < recorded * (1 - TOLERANCE):
            shrunk.append(text)
    to_renew = failure = ""
    if shrunk:
        to_renew = "; ".join(shrunk) + f". The record should be renewed, so that this stays: {RENEW}"
    if grown:
        failure = "; ".join(grown) + (
            f". At most {TOLERANCE:.0%} more is allowed: mend it, or, where it is worth its cost, record it in the "
            f"same change: {RENEW}"
        )
    return to_renew, failure


def compared(found: dict, record: dict | None) -> Iterator[tuple[str, str, int, int | None]]:
    """Side, calls in flight, the figure, and that of the record where it has one."""
    recorded = record["instructions_per_call"] if record else {}
    for side, figures in found["instructions_per_call"].items():
        for window, now in figures.items():
            yield side, window, now, recorded.get(side, {}).get(window)


def text_of(made: dict) -> str:
    """All on which the number of instructions depends, but for the code."""
    return f"{made['compiler']}, Boost {made['boost']} and {made['libc']} on {made['machine']}"

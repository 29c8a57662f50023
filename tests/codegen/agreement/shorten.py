"""Makes a differing value as small as it goes while the same languages still differ in the same way."""

from collections.abc import Iterator
from typing import Any

from compare import Difference, ask_all, difference
from excuses import excuse_of
from json_text import parse, render
from places import Path, replaced
from process import Process


def smaller(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """What could stand at a place instead, the greatest savings first."""
    if isinstance(value, dict):
        for key in value:
            yield path, {each: held for each, held in value.items() if each != key}
        for key, held in value.items():
            yield from smaller(held, (*path, key))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield path, value[:index] + value[index + 1 :]
        for index, held in enumerate(value):
            yield from smaller(held, (*path, index))
    elif isinstance(value, str) and value:
        half = len(value) // 2
        yield from ((path, text) for text in ("", value[:half], value[half:], value[:-1], value[1:]) if text != value)
    elif isinstance(value, float) and value not in (0, 1):
        yield from ((path, number) for number in (0.0, 1.0))


def whole_as_integers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: whole_as_integers(held) for key, held in value.items()}
    if isinstance(value, list):
        return [whole_as_integers(held) for held in value]
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def shortened(processes: list[Process], of: Difference) -> Difference:
    """The difference itself where its text cannot be written anew without losing what differs."""
    found = of
    candidates: Iterator[tuple[Path, Any]] = iter([((), parse(of.case.text))])
    while (candidate := next(candidates, None)) is not None:
        value = replaced(parse(found.case.text), *candidate)
        text = render(whole_as_integers(value))
        if len(text) >= len(found.case.text):
            continue
        [case] = ask_all(processes, of.case.subject, [text])
        what = difference(case) or ""
        again = Difference(case, what)
        if again.likeness() == of.likeness() and excuse_of(case, what == "values differ") is None:
            found = again
            candidates = smaller(parse(text))
    return found

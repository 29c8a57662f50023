"""JSON as text: spelled in ways that json.dumps() does not know, and compared by what it means."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Number:
    """A number as it is spelled: 1.0, 1e2, -0."""

    text: str


class Pairs(list[tuple[str, Any]]):
    """An object whose keys need not be distinct."""


def string_text(text: str, escaped: bool) -> str:
    lone_surrogate = any("\ud800" <= character <= "\udfff" for character in text)
    return json.dumps(text, ensure_ascii=escaped or lone_surrogate)


def render(value: Any, escaped: bool = False, space: str = "") -> str:
    """The text of a value; `escaped` writes all but ASCII as \\uXXXX, `space` stands wherever JSON allows it."""

    def joined(parts: list[str], ends: str) -> str:
        return ends[0] + space + f"{space},{space}".join(parts) + space + ends[1]

    def text_of(part: Any) -> str:
        if isinstance(part, Number):
            return part.text
        if isinstance(part, str):
            return string_text(part, escaped)
        if isinstance(part, dict | Pairs):
            pairs = part if isinstance(part, Pairs) else part.items()
            return joined([f"{string_text(key, escaped)}{space}:{space}{text_of(each)}" for key, each in pairs], "{}")
        if isinstance(part, list):
            return joined([text_of(each) for each in part], "[]")
        return json.dumps(part)

    return space + text_of(value) + space


def parse(text: str) -> Any:
    """The value with all numbers as doubles, which is what they are in JavaScript."""
    return json.loads(text, parse_int=float)


def same(one: Any, other: Any) -> bool:
    """Whether two parsed values are one: key order aside, and unlike in Python True is not 1."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(each, other[key]) for key, each in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)

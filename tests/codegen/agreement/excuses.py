"""Where three languages may differ, and why. Anything else that differs is a bug."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from documents import Subject
from json_text import Number, parse
from places import places
from process import Verdict

LARGEST_SAFE = 2**53 - 1
# Of a URL.
INTERNATIONAL_HOST = re.compile(r":[/\\]*[^/?#\\]*([^\0-\x7f]|xn--)", re.IGNORECASE)


@dataclass(frozen=True)
class Case:
    """One text, and what each language says to it."""

    subject: Subject
    text: str
    verdicts: dict[str, Verdict]

    def accepted_by(self, *names: str) -> bool:
        return {name for name, verdict in self.verdicts.items() if verdict.ok} == set(names) & set(self.verdicts)

    def refused_by(self, name: str) -> bool:
        return name in self.verdicts and not self.verdicts[name].ok

    @cached_property
    def value(self) -> Any:
        return parse(self.text)


def parts(value: Any) -> Iterator[Any]:
    """The value and all values in it."""
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from parts(inner)


def keys(value: Any) -> list[str]:
    return [key for part in parts(value) if isinstance(part, dict) for key in part]


def null_for_optional(case: Case) -> bool:
    def may_be_absent(node: Any, value: Any) -> bool:
        fields = node["fields"] if node["kind"] == "object" and isinstance(value, dict) else []
        return any(
            field["type"]["kind"] == "optional" and field["name"] in value and value[field["name"]] is None
            for field in fields
        )

    return case.accepted_by("C++", "Python") and any(
        may_be_absent(node, value) for _, node, value in places(case.subject, case.value)
    )


def refined(case: Case) -> bool:
    issues = case.verdicts["Zod"].issues
    return case.accepted_by("C++", "Python") and all(issue["code"] == "custom" for issue in issues)


def unsafe_integer(case: Case) -> bool:
    return any(
        node.get("integer") and isinstance(value, float) and abs(value) > LARGEST_SAFE
        for _, node, value in places(case.subject, case.value)
    )


def nearly_whole(case: Case) -> bool:
    spelled = json.loads(case.text, parse_float=Number, parse_int=Number)
    return any(
        node.get("integer")
        and isinstance(value, Number)
        and float(value.text).is_integer()
        and Fraction(value.text).denominator != 1
        for _, node, value in places(case.subject, spelled)
    )


def multiple_with_exponent(case: Case) -> bool:
    return any(
        "multipleOf" in node and isinstance(value, float) and value != 0 and not 1e-6 <= abs(value) < 1e21
        for _, node, value in places(case.subject, case.value)
    )


def international_host(case: Case) -> bool:
    def is_url(node: Any) -> bool:
        return any(each["format"] == "url" for each in node.get("formats", []))

    return any(
        isinstance(value, str) and is_url(node) and INTERNATIONAL_HOST.search(value)
        for _, node, value in places(case.subject, case.value)
    )


def infinite(case: Case) -> bool:
    return any(isinstance(part, float) and part in (float("inf"), float("-inf")) for part in parts(case.value))


def beyond_basic_plane(case: Case) -> bool:
    return any(
        isinstance(value, str)
        and any(character > "\uffff" for character in value)
        and ("minLength" in node or "maxLength" in node)
        for _, node, value in places(case.subject, case.value)
    )


def lone_surrogate(case: Case) -> bool:
    strings = [*keys(case.value), *(part for part in parts(case.value) if isinstance(part, str))]
    return any("\ud800" <= character <= "\udfff" for text in strings for character in text)


def duplicate_key(case: Case) -> bool:
    twice = []

    def look(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        twice.append(len(pairs) != len({key for key, _ in pairs}))
        return dict(pairs)

    json.loads(case.text, object_pairs_hook=look)
    return any(twice) and case.refused_by("C++")


def prototype_key(case: Case) -> bool:
    return "__proto__" in keys(case.value)


@dataclass(frozen=True)
class Excuse:
    name: str
    reason: str
    holds: Callable[[Case], bool]
    of_values: bool = False  # whether those that accept may also understand different values


EXCUSES = [
    Excuse("null for optional", "C++ and Python read null as absent; Zod refuses it", null_for_optional),
    Excuse("refined", "refine and superRefine are code, which only Zod can run", refined),
    Excuse("integer beyond 2^53", "JavaScript rounds it; C++ has 64 bits, Python has all", unsafe_integer, True),
    Excuse("nearly whole", "1e-400 is 0 to who reads doubles; C++ sees that it is no integer", nearly_whole),
    Excuse("multiple with exponent", "Zod finds no decimals in 1e-7, and 1 in 1e+21", multiple_with_exponent),
    Excuse("international host", "IDNA's tables of letters and of punycode are Node's alone", international_host),
    Excuse("beyond a double", "1e400 is Infinity to Zod, which then writes null; JSON has no infinity", infinite, True),
    Excuse("length beyond the BMP", "Zod counts UTF-16 units, C++ and Python characters", beyond_basic_plane),
    Excuse("lone surrogate", "only JavaScript's strings can hold one; UTF-8 cannot", lone_surrogate),
    Excuse("duplicate key", "JavaScript and Python take the last one; C++ refuses what is ambiguous", duplicate_key),
    Excuse("key __proto__", "Zod drops it, lest it become the object's prototype", prototype_key, True),
]


def excuse_of(case: Case, values_differ: bool) -> Excuse | None:
    return next((each for each in EXCUSES if (each.of_values or not values_differ) and each.holds(case)), None)

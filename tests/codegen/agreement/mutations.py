"""Nearly right values: right ones with one change that a contract may or may not mind."""

from random import Random
from typing import Any

from documents import Node, Subject
from json_text import Number, Pairs
from odd_formats import ODD
from places import places, replaced

OTHER_TYPES = [None, True, False, 0, 1, -1, 1.5, "", "0", "1", "true", "null", [], [None], {}, {"a": 1}]
ODD_NUMBERS = ["1.0", "-0.0", "-0", "0e5", "1e2", "1E+2", "100e-2", "0.1e1", "1e-7", "9007199254740991",
               "9007199254740992", "9007199254740993", "-9007199254740993", "9007199254740993.0", "9.5e15",
               "9223372036854775808", "1e19", "1e300", "5e-324", "1e-400", "1e400", "0.30000000000000004"]
ODD_TEXT = ["", " ", "\n", "\t", "\0", "-", ".", "_", "@", ":", "/", "+", "=", "#", "0", "9", "a", "Z", "z", "K",
            "\u212a", "\u017f", "ä", "\u0660", "\u00a0", "\u200d", "\u2028", "\ufeff", "\ufffd", "\ud800", "😀",
            "e\u0301", "٣"]
ODD_KEYS = ["", "a", "constructor", "toString", "__proto__", "0", "-1", "ä", "😀", "\0", "a.b", "a/b",
            "model_config", "self"]

Groups = list[list[Any]]


def number_changes(node: Node, value: Any) -> Groups:
    text = value.text if isinstance(value, Number) else repr(value)
    digits = text + ("0" if "." in text else ".0")
    spelled = [] if "e" in text else [Number(digits), Number(text + "e0"), Number(text + "E-1"), Number(text + "e2")]
    bounds = [node[key] for key in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum") if key in node]
    steps = node.get("multipleOf", [])
    return [
        [Number(each) for each in ODD_NUMBERS],
        spelled,
        [bound + by for bound in bounds for by in (0, -1, 1, 1e-9, -1e-9)],
        [each for step in steps for each in (step, step * 7, step / 2, step * 3 + 1e-7, step * 3 + 1e-14, step * 1e12)],
        [at + step / 2 for step in steps for at in (float(text), step * 1e9, step * 1e12)],
        [float(text) + 0.5, -float(text)],
    ]


def string_changes(pick: Random, node: Node, value: str) -> Groups:
    at = pick.randint(0, len(value))
    odd = pick.choice(ODD_TEXT)
    lengths = [node[key] for key in ("minLength", "maxLength") if key in node]
    return [
        [value[:at] + odd + value[at:], value[:at] + odd + value[at + 1 :], value[:at] + value[at + 1 :]],
        ["", odd, value + odd, odd + value, value + value],
        [value.swapcase(), value.upper()],
        [letter * (length + by) for length in lengths for letter in ("x", "ä", "😀") for by in (-1, 0, 1)],
        ["😀" * (length // 2) for length in lengths],
        [odd for each in node.get("formats", []) for odd in ODD[each["format"]]],
        [odd for each in node.get("formats", []) for odd in ODD[each["format"]]],
    ]


def constant_changes(value: Any) -> Groups:
    if isinstance(value, str):
        return [[value.swapcase(), value + " ", value[:-1], value + "\0", 0]]
    if isinstance(value, bool):
        return [[not value, int(value), str(value).lower(), Number(f"{int(value)}.0")]]
    return [[value + 1, value + 0.5, Number(f"{value}.0"), Number(f"{value}e0"), str(value), value == 1, -value]]


def list_changes(pick: Random, value: list[Any]) -> Groups:
    other = pick.choice(OTHER_TYPES)
    return [
        [[*value, other], [*value, *value], [*value, *value[-1:]]],
        [[], [other], value[:-1], value[1:]],
        [value[::-1], {"0": 0}],
        [[*value[:-1], other], [*value[:-1], None]],
    ]


def map_changes(pick: Random, node: Node, value: dict[str, Any]) -> Groups:
    odd = pick.choice(ODD_KEYS)
    other = pick.choice(OTHER_TYPES)
    # What has names of its own may have them absent, and null is not always the same.
    absent = [field["name"] for field in node.get("fields", []) if field["name"] not in value]
    groups: Groups = [
        [{**value, odd: other}, {odd: other, **value}],
        [{}, list(value.values())],
        [{**value, name: None} for name in absent],
    ]
    if not value:
        return groups
    key = pick.choice(sorted(value))
    pairs = list(value.items())
    without = {each: held for each, held in pairs if each != key}
    return [
        *groups,
        [without],
        [{**value, key: None}],
        [{**without, key: value[key]}, {**without, key.swapcase(): value[key]}],
        [{**value, odd: value[key]}, {**value, key + " ": value[key]}],
        [Pairs([*pairs, (key, value[key])]), Pairs([*pairs, (key, other)])],
    ]


def changes(pick: Random, node: Node, value: Any) -> Groups:
    """In groups, of which one is as likely as another, however many changes it has."""
    if isinstance(value, bool) or node["kind"] in ("literal", "enum"):
        return constant_changes(value)
    if isinstance(value, int | float | Number):
        return number_changes(node, value)
    if isinstance(value, str):
        return string_changes(pick, node, value)
    if isinstance(value, list):
        return list_changes(pick, value)
    return map_changes(pick, node, value) if isinstance(value, dict) else []


def mutated(pick: Random, subject: Subject, value: Any) -> Any:
    path, node, here = pick.choice(list(places(subject, value)))
    groups = [group for group in changes(pick, node, here) if group]
    wrong_type = not groups or pick.randrange(6) == 0
    return replaced(value, path, pick.choice(OTHER_TYPES if wrong_type else pick.choice(groups)))

"""Strategies of JSON values that a contract document's node takes."""

from typing import Any

from hypothesis import strategies as st

from documents import Node, Subject
from json_text import Number
from texts import strings

Values = st.SearchStrategy[Any]

LARGEST_SAFE = 2**53 - 1
# How deep named types are nested before lists end and optional members stay away.
DEEPEST = 4

SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-(2**31), 2**31), st.floats(-1e9, 1e9), st.text(max_size=6))
ANYTHING = st.one_of(SCALARS, st.lists(SCALARS, max_size=2), st.dictionaries(st.text(max_size=4), SCALARS, max_size=2))


def common_multiple(steps: list[float]) -> float:
    product = 1.0
    for step in steps:
        product *= step
    return product


def decimal(count: int, step: float) -> Number:
    """A multiple as people write it: 0.07, not 0.07 plus what doubles make of it."""
    text = f"{count * step:.9f}".rstrip("0").rstrip(".")
    return Number("0" if text in ("", "-0") else text)


def numbers(node: Node) -> Values:
    low = max(node.get("minimum", -LARGEST_SAFE), node.get("exclusiveMinimum", -LARGEST_SAFE))
    high = min(node.get("maximum", LARGEST_SAFE), node.get("exclusiveMaximum", LARGEST_SAFE))
    if "multipleOf" in node:
        step = common_multiple(node["multipleOf"])
        return st.integers(-1000, 1000).map(lambda count: decimal(count, step))
    if node.get("integer"):
        return st.integers(int(low) + (low == node.get("exclusiveMinimum")), int(high))
    return st.floats(
        low,
        high,
        exclude_min=low == node.get("exclusiveMinimum"),
        exclude_max=high == node.get("exclusiveMaximum"),
    )


class ValuesOf:
    """The strategies for one document; each is made once for each depth."""

    def __init__(self, subject: Subject):
        self._subject = subject
        self._made: dict[tuple[int, int], Values] = {}

    def all(self) -> Values:
        return self._of(self._subject.node, 0)

    def _of(self, node: Node, depth: int) -> Values:
        key = (id(node), depth)
        if key not in self._made:
            self._made[key] = getattr(self, f"_{node['kind']}")(node, depth)
        return self._made[key]

    def _string(self, node: Node, _: int) -> Values:
        return strings(node)

    def _number(self, node: Node, _: int) -> Values:
        return numbers(node)

    def _boolean(self, _: Node, __: int) -> Values:
        return st.booleans()

    def _null(self, _: Node, __: int) -> Values:
        return st.none()

    def _any(self, _: Node, __: int) -> Values:
        return ANYTHING

    def _literal(self, node: Node, _: int) -> Values:
        return st.just(node["value"])

    def _enum(self, node: Node, _: int) -> Values:
        return st.sampled_from([member["value"] for member in node["members"]])

    def _array(self, node: Node, depth: int) -> Values:
        least = node.get("minItems", 0)
        most = least if depth >= DEEPEST else min(node.get("maxItems", least + 3), least + 3)
        return st.just([]) if most == 0 else st.lists(self._of(node["items"], depth), min_size=least, max_size=most)

    def _tuple(self, node: Node, depth: int) -> Values:
        items = st.tuples(*(self._of(each, depth) for each in node["items"])).map(list)
        if "rest" not in node:
            return items
        rest = st.lists(self._of(node["rest"], depth), max_size=2)
        return st.tuples(items, rest).map(lambda pair: pair[0] + pair[1])

    def _record(self, node: Node, depth: int) -> Values:
        if depth >= DEEPEST:
            return st.just({})
        keys = self._of(node["keys"], depth) if "keys" in node else st.text(max_size=4)
        return st.dictionaries(keys, self._of(node["values"], depth), max_size=3)

    def _union(self, node: Node, depth: int) -> Values:
        return st.one_of(*(self._of(each, depth) for each in node["options"]))

    def _object(self, node: Node, depth: int) -> Values:
        required = {}
        optional = {}
        for field in node["fields"]:
            of = field["type"]
            if of["kind"] not in ("optional", "default"):
                required[field["name"]] = self._of(of, depth)
            elif depth < DEEPEST:
                optional[field["name"]] = self._of(of["type"], depth)
        known = st.fixed_dictionaries(required, optional=optional)
        if node["unknown"] not in ("passthrough", "catchall"):
            return known
        values = ANYTHING if node["unknown"] == "passthrough" else self._of(node["rest"], depth)
        more = st.dictionaries(st.text(max_size=4), values, max_size=2)
        return st.tuples(more, known).map(lambda pair: pair[0] | pair[1])

    def _nullable(self, node: Node, depth: int) -> Values:
        return st.one_of(st.none(), self._of(node["type"], depth))

    def _ref(self, node: Node, depth: int) -> Values:
        return self._of(self._subject.types[node["name"]], depth + 1)

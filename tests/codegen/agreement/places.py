"""Where in a value which node of the contract document stands."""

from collections.abc import Iterator
from typing import Any

from documents import Node, Subject
from json_text import Number

Path = tuple[str | int, ...]


def of_kind(node: Node, value: Any) -> bool:
    """Whether the value is of the JSON type that the node wants, and has its tags."""
    kind = node["kind"]
    if kind in ("string", "boolean", "null"):
        return isinstance(value, {"string": str, "boolean": bool, "null": type(None)}[kind])
    if kind == "number":
        return isinstance(value, int | float | Number) and not isinstance(value, bool)
    if kind in ("array", "tuple"):
        return isinstance(value, list)
    if kind in ("literal", "enum"):
        values = [node["value"]] if kind == "literal" else [each["value"] for each in node["members"]]
        return any(type(value) is type(each) and value == each for each in values)
    return kind in ("any", "object", "record") and (kind == "any" or isinstance(value, dict))


def fits(subject: Subject, node: Node, value: Any) -> bool:
    node = subject.resolved(node)
    if node["kind"] in ("optional", "nullable", "default"):
        return value is None or fits(subject, node["type"], value)
    if node["kind"] == "union":
        return any(fits(subject, each, value) for each in node["options"])
    if not of_kind(node, value):
        return False
    if node["kind"] != "object":
        return True
    return all(
        fits(subject, field["type"], value[field["name"]])
        if field["name"] in value
        else field["type"]["kind"] in ("optional", "default")
        for field in node["fields"]
    )


def plain(subject: Subject, node: Node, value: Any) -> Node:
    """The node without wrappers, and of a union the option that the value takes."""
    node = subject.resolved(node)
    if node["kind"] in ("optional", "nullable", "default"):
        return node if value is None else plain(subject, node["type"], value)
    if node["kind"] == "union":
        chosen = next((each for each in node["options"] if fits(subject, each, value)), None)
        return node if chosen is None else plain(subject, chosen, value)
    return node


def parts(node: Node, value: Any) -> Iterator[tuple[str | int, Node]]:
    """The keys within a value, and the nodes of what stands there."""
    if isinstance(value, list) and node["kind"] == "array":
        yield from ((index, node["items"]) for index in range(len(value)))
    elif isinstance(value, list) and node["kind"] == "tuple":
        nodes = node["items"] + [node.get("rest")] * len(value)
        yield from ((index, each) for index, each in zip(range(len(value)), nodes, strict=False) if each)
    elif isinstance(value, dict) and node["kind"] == "record":
        yield from ((key, node["values"]) for key in value)
    elif isinstance(value, dict) and node["kind"] == "object":
        known = {field["name"]: field["type"] for field in node["fields"]}
        rest = node.get("rest")
        yield from ((key, each) for key in value if (each := known.get(key, rest)) is not None)


def places(subject: Subject, value: Any) -> Iterator[tuple[Path, Node, Any]]:
    """Each place, the outermost first, with its node as plain() gives it and what stands there."""
    waiting: list[tuple[Path, Node, Any]] = [((), subject.node, value)]
    while waiting:
        path, node, here = waiting.pop()
        node = plain(subject, node, here)
        yield path, node, here
        waiting.extend((path + (key,), each, here[key]) for key, each in parts(node, here))


def replaced(value: Any, path: Path, new: Any) -> Any:
    """A copy of the value that has something else at a place."""
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy

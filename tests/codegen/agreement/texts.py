"""Strategies of strings: of any, of those that match patterns, and of those in a format."""

import base64
import json
import re
import string
from collections.abc import Callable

from hypothesis import strategies as st

from documents import Node

Texts = st.SearchStrategy[str]

BASIC_PLANE = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])
EMOJI = ["😀", "❤", "❤️", "👩‍👩‍👧", "🇦🇹", "1️⃣", "7", "#", "☺", "🏽"]


def of_letters(letters: str, least: int, most: int) -> Texts:
    return st.text(alphabet=letters, min_size=least, max_size=most)


def joined(*parts: Texts | str) -> Texts:
    return st.tuples(*(st.just(each) if isinstance(each, str) else each for each in parts)).map("".join)


def encoded(data: bytes, strip: bool = True) -> str:
    text = base64.urlsafe_b64encode(data).decode()
    return text.rstrip("=") if strip else text


LOWER = string.ascii_lowercase + string.digits
HOST = joined(of_letters(LOWER, 1, 4), ".", of_letters(string.ascii_letters, 2, 4))


def fraction(options: Node) -> Texts:
    if "precision" not in options:
        return st.one_of(st.just(""), joined(".", of_letters(string.digits, 1, 9)))
    digits = options["precision"]
    return joined(".", of_letters(string.digits, digits, digits)) if digits else st.just("")


def time(options: Node) -> Texts:
    return joined(st.times().map(lambda of: of.isoformat()[:8]), fraction(options))


def zone(options: Node) -> Texts:
    offsets = ["+02:00", "-11:30", "+00:00", "+1400"] if options.get("offset") else []
    return st.sampled_from(["Z", *offsets, *([""] if options.get("local") else [])])


def date(_: Node) -> Texts:
    return st.dates().map(lambda of: of.isoformat())


def datetime(options: Node) -> Texts:
    return joined(date(options), "T", time(options), zone(options))


def duration(_: Node) -> Texts:
    def part(units: str) -> Texts:
        return st.one_of(*(joined(of_letters(string.digits, 1, 3), unit) for unit in units))

    return joined("P", st.one_of(part("YMWD"), joined(part("YD"), "T", part("HMS")), joined("T", part("HMS"))))


def ip(options: Node) -> Texts:
    version = options.get("version")
    return (st.ip_addresses(v=4) if version == "v4" else st.ip_addresses(v=6 if version else None)).map(str)


def cidr(options: Node) -> Texts:
    return joined(ip(options), "/", st.integers(0, 32).map(str))


def jwt(options: Node) -> Texts:
    heads = [{"alg": options.get("alg", "RS256"), "typ": "JWT"}, {"alg": options.get("alg", "ES256")}]
    return joined(
        st.sampled_from([encoded(json.dumps(head).encode()) for head in heads]),
        ".",
        st.binary(min_size=1, max_size=6).map(encoded),
        ".",
        st.binary(min_size=1, max_size=6).map(encoded),
    )


def url(_: Node) -> Texts:
    path = of_letters(LOWER + "/._-?#&=%:@[é ", 0, 8)
    port = st.sampled_from(["", ":80", ":65535", ":0"])
    web = joined(st.sampled_from(["http", "https", "ftp", "ws", "x-y"]), "://", HOST, port, "/", path)
    return st.one_of(web, st.sampled_from(["mailto:a@b.c", "http://[::1]/", "urn:x", "file:///x", "http://u:p@h/"]))


FORMATS: dict[str, Callable[[Node], Texts]] = {
    "email": lambda _: joined(of_letters(LOWER + "+_-", 1, 5), "@", HOST),
    "url": url,
    "emoji": lambda _: st.lists(st.sampled_from(EMOJI), min_size=1, max_size=3).map("".join),
    "uuid": lambda _: st.uuids().map(str),
    "nanoid": lambda _: of_letters(string.ascii_letters + string.digits + "_-", 21, 21),
    "cuid": lambda _: joined("c", of_letters(LOWER, 8, 24)),
    "cuid2": lambda _: of_letters(LOWER, 1, 24),
    "ulid": lambda _: of_letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 26, 26),
    "base64": lambda _: st.binary(min_size=1, max_size=7).map(lambda data: base64.b64encode(data).decode()),
    "base64url": lambda _: st.tuples(st.binary(min_size=1, max_size=7), st.booleans()).map(lambda pair: encoded(*pair)),
    "date": date,
    "time": time,
    "datetime": datetime,
    "duration": duration,
    "ip": ip,
    "cidr": cidr,
    "jwt": jwt,
}


def compiled(pattern: Node) -> re.Pattern[str]:
    flags = re.ASCII | (re.IGNORECASE if "i" in pattern.get("flags", "") else 0)
    return re.compile(pattern["source"], flags)


def of_patterns(patterns: list[re.Pattern[str]]) -> Texts:
    """What each wants, behind one another: anchors at the beginning come first, at the end last."""
    order = sorted(patterns, key=lambda one: (not one.pattern.startswith("^"), one.pattern.endswith("$")))
    # To Python "$" is also before a line feed that ends the text; to JavaScript it is not.
    return joined(*(st.from_regex(one).map(lambda text: text.removesuffix("\n")) for one in order))


def strings(node: Node) -> Texts:
    """Those that the node takes, but for an unlucky few."""
    least, most = node.get("minLength", 0), node.get("maxLength")
    patterns = [compiled(each) for each in node.get("patterns", [])]
    if "formats" in node:
        return FORMATS[node["formats"][0]["format"]](node["formats"][0])
    if patterns:
        return of_patterns(patterns)
    bounded = least > 0 or most is not None
    return st.text(
        BASIC_PLANE if bounded else st.characters(exclude_categories=["Cs"]),
        min_size=least,
        max_size=min(most if most is not None else least + 8, least + 30),
    )

# Made by clamator-codegen. Changes are lost.

"""Zod's string formats, each with the verdicts of Zod 3.25.76."""

import base64 as base64_codec
import calendar
import json
import re
import string
from typing import Any, NoReturn

from pydantic import AfterValidator

from ._clamator import checked
from ._emoji import is_emoji
from ._url import is_url

HEX = frozenset(string.hexdigits)
ALPHANUMERIC = frozenset(string.ascii_letters + string.digits)
URL_SAFE = ALPHANUMERIC | frozenset("-_")
CROCKFORD = ALPHANUMERIC - frozenset("ILOUilou")
# What JavaScript's \s is.
SPACE = frozenset("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff") | frozenset(
    map(chr, range(0x2000, 0x200B))
)


def digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdigit()


def is_email(text: str) -> bool:
    local, at, domain = text.partition("@")
    if not at or not local or ".." in text or local[0] == "." or local[-1] in ".'":
        return False
    *labels, top = domain.split(".")
    return (
        URL_SAFE.union("'+.").issuperset(local)
        and len(labels) > 0
        and all(label and label[0] != "-" for label in labels)
        and (ALPHANUMERIC | {"-"}).issuperset("".join(labels))
        and len(top) > 1
        and top.isascii()
        and top.isalpha()
    )


def is_uuid(text: str) -> bool:
    parts = text.split("-")
    return [len(part) for part in parts] == [8, 4, 4, 4, 12] and HEX.issuperset("".join(parts))


def is_cuid(text: str) -> bool:
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return text[:1] in ("c", "C") and units > 8 and not (SPACE | {"-"}).intersection(text[1:])


def is_base64(text: str) -> bool:
    body = text.rstrip("=")
    alphabet = ALPHANUMERIC | frozenset("+/")
    return (
        len(text) % 4 == 0
        and len(text) - len(body) == -len(body) % 4 < 3
        and alphabet.issuperset(body)
    )


def is_base64url(text: str) -> bool:
    body = text.rstrip("=")
    needed = -len(body) % 4
    return needed < 3 and len(text) - len(body) in (0, needed) and URL_SAFE.issuperset(body)


def is_date(text: str) -> bool:
    year, month, day = text[:4], text[5:7], text[8:]
    if text[4:5] != "-" or text[7:8] != "-":
        return False
    if not (digits(year, 4) and digits(month, 2) and digits(day, 2) and 1 <= int(month) <= 12):
        return False
    # The calendar repeats itself every 400 years, and Python's begins with the year 1.
    return 1 <= int(day) <= calendar.monthrange(int(year) % 400 + 400, int(month))[1]


def below(text: str, limit: int) -> bool:
    return digits(text, 2) and int(text) < limit


def is_seconds(text: str, precision: int | None) -> bool:
    whole, point, fraction = text.partition(".")
    if not below(whole, 60):
        return False
    if precision is None:
        return not point or digits(fraction, max(len(fraction), 1))
    return digits(fraction, precision) if precision else not point


def is_time(text: str, precision: int | None = None) -> bool:
    hours, _, rest = text.partition(":")
    minutes, *seconds = rest.split(":")
    if not (below(hours, 24) and below(minutes, 60)):
        return False
    # With a precision Zod demands seconds, and takes them more than once.
    enough = len(seconds) >= 1 if precision else len(seconds) <= 1
    return enough and all(is_seconds(each, precision) for each in seconds)


def is_offset(text: str) -> bool:
    hours_and_minutes = text[1:3] + text[4:] if text[3:4] == ":" else text[1:]
    return text[:1] in ("+", "-") and digits(hours_and_minutes, 4)


def is_datetime(
    text: str, offset: bool = False, local: bool = False, precision: int | None = None
) -> bool:
    date, _, time = text.partition("T")
    if not is_date(date):
        return False
    if time.endswith("Z"):
        return is_time(time[:-1], precision)
    if local and is_time(time, precision):
        return True
    sign = max(time.rfind("+"), time.rfind("-"))
    return offset and sign > 0 and is_offset(time[sign:]) and is_time(time[:sign], precision)


AMOUNT = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?([A-Z])")


def are_amounts(text: str, units: str) -> bool:
    """Some of the units, in their order; but for seconds only the last may have a fraction."""
    at = 0
    while at < len(text):
        amount = AMOUNT.match(text, at)
        if amount is None or amount[2] not in units:
            return False
        at = amount.end()
        if amount[1] and amount[2] != "S" and at < len(text):
            return False
        units = units[units.index(amount[2]) + 1 :]
    return True


def is_duration(text: str) -> bool:
    unsigned = text[1:] if text[:1] in ("+", "-") else text
    if unsigned[:1] != "P" or len(unsigned) < 2:
        return False
    days, has_time, time = unsigned[1:].partition("T")
    if has_time and (not time or re.search("[.,]", days)):
        return False
    return are_amounts(days, "YMWD") and are_amounts(time, "HMS")


def is_byte(part: str) -> bool:
    return 0 < len(part) < 4 and digits(part, len(part)) and int(part) < 256


def is_v4(text: str) -> bool:
    parts = text.split(".")
    return len(parts) == 4 and all(is_byte(part) and part == str(int(part)) for part in parts)


def is_embedded_v4(text: str) -> bool:
    """As Zod has it at the end of v6: 01 is a byte, 001 is none."""
    parts = text.split(".")
    return len(parts) == 4 and all(
        is_byte(part) and not (len(part) == 3 and part[0] == "0") for part in parts
    )


def are_groups(text: str, most: int) -> int | None:
    """How many groups of hexadecimal digits there are, or None where that is not what it is."""
    groups = text.split(":") if text else []
    fine = len(groups) <= most and all(
        0 < len(each) < 5 and HEX.issuperset(each) for each in groups
    )
    return len(groups) if fine else None


def is_link_local(text: str) -> bool:
    address, percent, zone = text.partition("%")
    first, *groups = address.split(":")
    return (
        bool(percent and zone)
        and ALPHANUMERIC.issuperset(zone)
        and first == "fe80"
        and 1 <= len(groups) <= 5
        and groups[0] == ""
        and all(len(each) < 5 and HEX.issuperset(each) for each in groups)
    )


def is_v6(text: str) -> bool:
    if "%" in text:
        return is_link_local(text)
    before, gap, after = text.partition("::")
    if not gap:
        return are_groups(text, 8) == 8
    if "." in after:
        if before:
            return are_groups(before, 4) is not None and is_embedded_v4(after)
        v4 = after.rpartition(":")[2]
        prefix = after.removesuffix(v4)
        return is_embedded_v4(v4) and re.fullmatch("(ffff:(0{1,4}:)?)?", prefix) is not None
    first, second = are_groups(before, 7), are_groups(after, 7)
    return first is not None and second is not None and first + second <= 7


def is_ip(text: str, version: str = "") -> bool:
    return (version != "v6" and is_v4(text)) or (version != "v4" and is_v6(text))


def is_cidr(text: str, version: str = "") -> bool:
    address, _, length = text.rpartition("/")
    if not digits(length, max(len(length), 1)) or len(length) > 3 or length != str(int(length)):
        return False
    v4 = version != "v6" and is_v4(address) and int(length) <= 32
    return v4 or (version != "v4" and is_v6(address) and int(length) <= 128)


def refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def jwt_header(text: str) -> Any:
    """The decoded first part, or None."""
    parts = text.split(".")
    if len(parts) != 3 or not (parts[0] and parts[1]) or not URL_SAFE.issuperset("".join(parts)):
        return None
    padded = parts[0] + "=" * (-len(parts[0]) % 4)
    try:
        # Byte by byte, as JavaScript's atob.
        decoded = base64_codec.urlsafe_b64decode(padded).decode("latin-1")
        return json.loads(decoded, parse_constant=refuse)
    except (ValueError, RecursionError):
        return None


def is_jwt(text: str, alg: str = "") -> bool:
    header = jwt_header(text)
    if not isinstance(header, dict) or header.get("typ", "JWT") != "JWT":
        return False
    named = header.get("alg")
    if alg:
        return bool(named == alg)
    # An empty list or object is true in JavaScript.
    return bool(named) or isinstance(named, (list, dict))


def email() -> AfterValidator:
    return checked(is_email, "must be an email address")


def url() -> AfterValidator:
    return checked(is_url, "must be a URL")


def emoji() -> AfterValidator:
    return checked(is_emoji, "must be emoji")


def uuid() -> AfterValidator:
    return checked(is_uuid, "must be a UUID")


def nanoid() -> AfterValidator:
    return checked(lambda text: len(text) == 21 and URL_SAFE.issuperset(text), "must be a nanoid")


def cuid() -> AfterValidator:
    return checked(is_cuid, "must be a cuid")


def cuid2() -> AfterValidator:
    lower = frozenset(string.ascii_lowercase + string.digits)
    return checked(lambda text: text != "" and lower.issuperset(text), "must be a cuid2")


def ulid() -> AfterValidator:
    return checked(lambda text: len(text) == 26 and CROCKFORD.issuperset(text), "must be a ULID")


def base64() -> AfterValidator:
    return checked(is_base64, "must be base64")


def base64url() -> AfterValidator:
    return checked(is_base64url, "must be base64url")


def date() -> AfterValidator:
    return checked(is_date, "must be a date")


def time(precision: int | None = None) -> AfterValidator:
    return checked(lambda text: is_time(text, precision), "must be a time")


def datetime(
    offset: bool = False, local: bool = False, precision: int | None = None
) -> AfterValidator:
    return checked(
        lambda text: is_datetime(text, offset, local, precision), "must be a date and time"
    )


def duration() -> AfterValidator:
    return checked(is_duration, "must be a duration")


def ip(version: str = "") -> AfterValidator:
    return checked(lambda text: is_ip(text, version), f"must be an IP{version} address")


def cidr(version: str = "") -> AfterValidator:
    return checked(lambda text: is_cidr(text, version), f"must be an IP{version} address range")


def jwt(alg: str = "") -> AfterValidator:
    return checked(lambda text: is_jwt(text, alg), "must be a JWT")

# Made by clamator-codegen. Changes are lost.

"""What the URL Standard parses without a base, as JavaScript's `new URL(text)`."""

import ipaddress
import re
import unicodedata
from urllib.parse import unquote_to_bytes

SPECIAL = frozenset(("http", "https", "ws", "wss", "ftp", "file"))
EDGE = "".join(map(chr, range(0x21)))
FORBIDDEN_IN_HOST = frozenset("\0\t\n\r #/:<>?@[\\]^|")
FORBIDDEN_IN_DOMAIN = FORBIDDEN_IN_HOST | frozenset(map(chr, range(0x20))) | frozenset("%\x7f")
# Characters that a domain may have and that are left out of its ASCII form.
IGNORED = re.compile("[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]")
# Full stops of other scripts part labels, too.
STOPS = re.compile("[\u3002\uff0e\uff61]")


def is_url(text: str) -> bool:
    text = re.sub("[\t\n\r]", "", text.strip(EDGE))
    scheme, colon, rest = text.partition(":")
    if not colon or not re.fullmatch("[A-Za-z][A-Za-z0-9+.-]*", scheme):
        return False
    scheme = scheme.lower()
    if scheme == "file":
        return is_after_file(rest.replace("\\", "/"))
    if scheme in SPECIAL:
        return is_authority(re.split(r"[/\\?#]", rest.lstrip("/\\"), maxsplit=1)[0], special=True)
    if not rest.startswith("//"):
        return True
    return is_authority(re.split("[/?#]", rest[2:], maxsplit=1)[0], special=False)


def is_after_file(rest: str) -> bool:
    if not rest.startswith("//"):
        return True
    host = re.split("[/?#]", rest[2:], maxsplit=1)[0]
    is_drive = re.fullmatch("[A-Za-z][:|]", host) is not None
    return host == "" or is_drive or is_host(host, special=True)


def is_authority(text: str, special: bool) -> bool:
    _, at, server = text.rpartition("@")
    host, port = split_port(server)
    if port is not None and not is_port(port):
        return False
    if host == "":
        return not special and not at and port is None
    return is_host(host, special)


def split_port(server: str) -> tuple[str, str | None]:
    bracket = server.rfind("]") if server.startswith("[") else -1
    colon = server.find(":", bracket + 1)
    return (server, None) if colon < 0 else (server[:colon], server[colon + 1 :])


def is_port(text: str) -> bool:
    if text == "":
        return True
    return text.isascii() and text.isdigit() and int(text.lstrip("0")[:6] or "0") < 65536


def is_host(host: str, special: bool) -> bool:
    if host.startswith("["):
        return host.endswith("]") and is_v6(host[1:-1])
    if not special:
        return not FORBIDDEN_IN_HOST.intersection(host)
    domain = domain_in_ascii(unquote_to_bytes(host).decode("utf-8", "replace"))
    if not domain or FORBIDDEN_IN_DOMAIN.intersection(domain):
        return False
    return not ends_in_number(domain) or is_v4(domain)


def is_v6(text: str) -> bool:
    if "%" in text:
        return False
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True


def domain_in_ascii(domain: str) -> str | None:
    labels = [label_in_ascii(label) for label in mapped(domain).split(".")]
    known = [label for label in labels if label is not None]
    return ".".join(known) if len(known) == len(labels) else None


def mapped(domain: str) -> str:
    plain = unicodedata.normalize("NFKC", STOPS.sub(".", IGNORED.sub("", domain)))
    # The German sharp s is a letter of its own here.
    folded = "\u00df".join(part.casefold() for part in plain.split("\u00df"))
    return unicodedata.normalize("NFKC", folded)


def label_in_ascii(label: str) -> str | None:
    if label.startswith("xn--"):
        return label if is_punycode(label[4:]) else None
    if label.isascii():
        return label
    return "xn--" + label.encode("punycode").decode() if is_international(label) else None


def is_international(label: str) -> bool:
    categories = [unicodedata.category(each) for each in label]
    refused = {"Cc", "Cn", "Co", "Cs"}.intersection(categories)
    return not refused and not categories[0].startswith("M") and "\ufffd" not in label


def is_punycode(text: str) -> bool:
    try:
        decoded = text.encode().decode("punycode")
    except ValueError:
        return False
    return not decoded.isascii() and mapped(decoded) == decoded and is_international(decoded)


def ends_in_number(domain: str) -> bool:
    labels = domain.split(".")
    last = labels[-2] if labels[-1] == "" and len(labels) > 1 else labels[-1]
    return last.isdigit() or re.fullmatch("0[xX][0-9A-Fa-f]*", last) is not None


def number(text: str) -> int | None:
    if re.fullmatch("0[xX][0-9A-Fa-f]*", text):
        return int(text[2:] or "0", 16)
    if re.fullmatch("0[0-7]+", text):
        return int(text, 8)
    return int(text) if re.fullmatch("0|[1-9][0-9]*", text) else None


def is_v4(domain: str) -> bool:
    parts = domain.removesuffix(".").split(".")
    if len(parts) > 4:
        return False
    numbers = [number(part) for part in parts]
    *first, last = (each if each is not None else 1 << 32 for each in numbers)
    return all(each < 256 for each in first) and last < 256 ** (5 - len(parts))

"""Reading RESP2, commands and answers alike."""


def take(data: bytearray) -> list[tuple[bytes, bytes]] | None:
    """Takes the first value of RESP off the front: its elements in a row, each with its kind. None: it is not whole."""
    elements = []
    at, missing = 0, 1
    while missing > 0:
        end = data.find(b"\r\n", at)
        if end < 0:
            return None
        kind, text = bytes(data[at : at + 1]), bytes(data[at + 1 : end])
        at, missing = end + 2, missing - 1
        if kind == b"*":
            missing += max(int(text), 0)
        elif kind == b"$" and text != b"-1":
            size = int(text)
            if len(data) < at + size + 2:
                return None
            text, at = bytes(data[at : at + size]), at + size + 2
        elements.append((kind, text))
    del data[:at]
    return elements

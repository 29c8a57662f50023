"""Tables as Markdown has them, printed line by line as figures come."""


class Table:
    def __init__(self, *heads: str) -> None:
        print("\n| " + " | ".join(heads) + " |")
        print("|" + "---:|" * len(heads), flush=True)

    def row(self, *cells: object) -> None:
        print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def with_spread(median: float, spread: list[float], digits: int = 2) -> str:
    return f"**{median:.{digits}f}** ({spread[0]:.{digits}f} to {spread[1]:.{digits}f})"


def bytes_text(size: int) -> str:
    for unit, factor in (("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= factor:
            return f"{size / factor:g} {unit}"
    return f"{size} bytes"

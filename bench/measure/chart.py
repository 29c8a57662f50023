"""Charts of lines over a logarithmic x axis, as one SVG that is readable on light and dark pages."""

import math
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 460, 320  # of one chart, with its labels
LEFT, RIGHT, TOP, BOTTOM = 62, 16, 40, 46

STYLE = """
  .page { fill: #ffffff }
  text { font: 12px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600 }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .line { fill: none; stroke-width: 2 }
  .clamator { stroke: #0550ae; fill: #0550ae } .floor { stroke: #57606a; fill: #57606a }
  .grpc { stroke: #bc4c00; fill: #bc4c00 } .nats { stroke: #116329; fill: #116329 }
  .python { stroke: #8250df; fill: #8250df }
  path.line { fill: none }
  .floor.line { stroke-dasharray: 5 4 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117 }
    text { fill: #e6edf3 }
    .grid { stroke: #30363d }
    .clamator { stroke: #58a6ff; fill: #58a6ff } .floor { stroke: #9198a1; fill: #9198a1 }
    .grpc { stroke: #f0883e; fill: #f0883e } .nats { stroke: #3fb950; fill: #3fb950 }
    .python { stroke: #bc8cff; fill: #bc8cff }
  }
"""


@dataclass
class Line:
    name: str  # its class in the style
    title: str
    points: list[tuple[float, float]]


@dataclass
class Chart:
    title: str
    lines: list[Line]
    logarithmic: bool  # the y axis; else it begins at 0

    def y_ticks(self) -> list[float]:
        values = [y for line in self.lines for _, y in line.points]
        if self.logarithmic:
            lowest, highest = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
            return [10.0**power for power in range(lowest, max(highest, lowest + 1) + 1)]
        step = round_step(max(values) / 5)
        return [step * i for i in range(math.ceil(max(values) / step) + 1)]


def round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, ... that is not below."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


def picture(charts: list[Chart]) -> str:
    width, height = WIDTH * len(charts), HEIGHT + 30
    parts = [drawn(chart, WIDTH * i) for i, chart in enumerate(charts)]
    titles = {line.name: line.title for chart in charts for line in chart.lines}
    body = "\n".join([*parts, legend(titles, HEIGHT + 12)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img">\n<title>Throughput and latency by calls in flight</title>\n<style>{STYLE}</style>\n'
        f'<rect class="page" width="{width}" height="{height}"/>\n{body}\n</svg>\n'
    )


def drawn(chart: Chart, offset: int) -> str:
    windows = sorted({x for line in chart.lines for x, _ in line.points})
    ticks = chart.y_ticks()
    left, right, top, bottom = offset + LEFT, offset + WIDTH - RIGHT, TOP, HEIGHT - BOTTOM

    def at_x(window: float) -> float:
        return scaled(math.log2(window), math.log2(windows[0]), math.log2(windows[-1]), left + 10, right - 10)

    def at_y(value: float) -> float:
        scale = math.log10 if chart.logarithmic else float
        return scaled(scale(value), scale(ticks[0]), scale(ticks[-1]), bottom, top)

    out = [f'<text class="title" x="{left}" y="{TOP - 18}">{escape(chart.title)}</text>']
    for tick in ticks:
        out.append(f'<line class="grid" x1="{left}" x2="{right}" y1="{at_y(tick):.1f}" y2="{at_y(tick):.1f}"/>')
        out.append(f'<text x="{left - 8}" y="{at_y(tick) + 4:.1f}" text-anchor="end">{tick_text(tick)}</text>')
    for window in windows:
        out.append(f'<text x="{at_x(window):.1f}" y="{bottom + 18}" text-anchor="middle">{window:g}</text>')
    out.append(f'<text x="{(left + right) / 2:.1f}" y="{bottom + 36}" text-anchor="middle">calls in flight</text>')
    for line in reversed(chart.lines):  # the first is drawn last, above the others
        places = [(at_x(x), at_y(y)) for x, y in line.points]
        out.append(f'<path class="{line.name} line" d="M{" L".join(f"{x:.1f} {y:.1f}" for x, y in places)}"/>')
        out += [f'<circle class="{line.name}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places]
    return "\n".join(out)


def scaled(value: float, lowest: float, highest: float, begin: float, end: float) -> float:
    part = (value - lowest) / (highest - lowest) if highest != lowest else 0.5
    return begin + part * (end - begin)


def tick_text(value: float) -> str:
    return f"{value / 1000:g}k" if value >= 1000 else f"{value:g}"


def legend(titles: dict[str, str], y: int) -> str:
    out, x = [], LEFT
    for name, title in titles.items():
        out.append(f'<path class="{name} line" d="M{x} {y - 4} L{x + 24} {y - 4}"/>')
        out.append(f'<circle class="{name}" cx="{x + 12}" cy="{y - 4}" r="3"/>')
        out.append(f'<text x="{x + 30}" y="{y}">{escape(title)}</text>')
        x += 60 + 7 * len(title)
    return "\n".join(out)

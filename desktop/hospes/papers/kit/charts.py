# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts on paper: one hue, patterns that are told apart in grey, the number on every bar."""

from typing import TYPE_CHECKING, Final

from hospes.domain.charts import Chart, ChartKind, Mark, marks
from hospes.papers.kit.ink import BAND, HAIR, HAIRLINE, MM, PETROL, WHITE, Colour, Style
from hospes.papers.kit.wrap import wrap

if TYPE_CHECKING:
    from hospes.papers.kit.flow import Flow

COLUMNS_HIGH: Final = 40 * MM
HATCH: Final = 1.5 * MM
PALE: Final = Colour("#BFD3D6")
_LINE: Final = 0.6


def chart_height(flow: "Flow", chart: Chart) -> float:
    """How high a chart is with its legend."""
    leading = flow.type.small.leading
    lines = -(-sum(flow.pen.width(one.name, flow.type.small) + 12 * MM for one in chart.series) // flow.width)
    legend = lines * leading + 2 * MM if len(chart.series) > 1 else 0
    if chart.kind is ChartKind.GRID:
        return (len(chart.categories) + 1) * (leading + 1.6 * MM)
    if chart.kind is ChartKind.BARS:
        return legend + len(chart.categories) * _row(flow, chart) + 2 * MM
    return legend + COLUMNS_HIGH * flow.type.scale + 3 * leading


def draw_chart(flow: "Flow", chart: Chart) -> None:
    """Draw a chart at the place of the flow, all of it on one sheet."""
    if chart.empty:
        return
    flow.need(min(chart_height(flow, chart), flow.full_height))
    if chart.kind is ChartKind.GRID:
        _grid(flow, chart)
        return
    if len(chart.series) > 1:
        _legend(flow, chart)
    if chart.kind is ChartKind.BARS:
        _bars(flow, chart)
    else:
        _columns(flow, chart)


def _row(flow: "Flow", chart: Chart) -> float:
    return max(len(chart.series), 1) * flow.type.small.leading * 0.95 + 1.4 * MM


def _legend(flow: "Flow", chart: Chart) -> None:
    pen, style = flow.pen, flow.type.small
    x = flow.x
    for number, one in enumerate(chart.series):
        wide = 5.5 * MM + pen.width(one.name, style) + 6 * MM
        if x > flow.x and x + wide - 6 * MM > flow.right:
            x = flow.x
            flow.y += style.leading
        _fill(flow, x, flow.y + 0.8 * MM, 4 * MM, 3 * MM, number)
        pen.text(x + 5.5 * MM, flow.y + style.size * 0.95, one.name, style)
        x += wide
    flow.y += style.leading + 2 * MM


def _fill(flow: "Flow", x: float, y: float, width: float, high: float, series: int) -> None:
    """The pattern of a series: full, striped, pale."""
    pen = flow.pen
    if series == 0:
        pen.rectangle(x, y, width, high, PETROL)
        return
    pen.rectangle(x, y, width, high, WHITE if series == 1 else PALE if series == 2 else BAND)
    if series == 1:
        _stripes(flow, x, y, width, high)
    pen.frame(x, y, width, high, _LINE, PETROL)


def _stripes(flow: "Flow", x: float, y: float, width: float, high: float) -> None:
    """Slanting lines, cut at the edges of the bar."""
    along = HATCH
    while along < width + high:
        left, right = max(0.0, along - high), min(width, along)
        flow.pen.stroke(x + left, y + along - left, x + right, y + along - right, _LINE, PETROL)
        along += HATCH


def _columns(flow: "Flow", chart: Chart) -> None:
    pen, small = flow.pen, flow.type.small
    foot = flow.type.foot.inked(small.colour)
    high = COLUMNS_HIGH * flow.type.scale
    base = flow.y + small.leading + high
    for mark in marks(chart):
        x, width = flow.x + mark.at * flow.width, mark.width * flow.width
        top = base - mark.high * high
        _fill(flow, x, top, width, (mark.high - mark.low) * high, mark.series)
        if chart.kind is ChartKind.COLUMNS:
            style = _fitting(flow, mark.text, foot, width * 1.2)
            pen.text_centred(x + width / 2, top - 1 * MM, mark.text, style)
        elif len(chart.series) > 1:
            _inside(flow, mark, x, top, high)
    if chart.kind is ChartKind.STACKED:
        _sums(flow, chart, base, high)
    pen.rule(flow.x, base, flow.width, HAIRLINE * 2, HAIR)
    room = flow.width / len(chart.categories)
    for at, name in enumerate(chart.categories):
        style = _fitting(flow, name, small, room)
        pen.text_centred(flow.x + (at + 0.5) * room, base + small.leading, name, style)
    flow.y = base + small.leading * 1.6 + 1 * MM


def _inside(flow: "Flow", mark: Mark, x: float, top: float, high: float) -> None:
    """The number of a part, on a white ground where a pattern would hide it; none where it has no room."""
    style = flow.type.foot
    tall, width = (mark.high - mark.low) * high, mark.width * flow.width
    if tall < style.size * 1.3:
        return
    middle = top + tall / 2
    wide = flow.pen.width(mark.text, style)
    if mark.series == 1:
        flow.pen.rectangle(
            x + width / 2 - wide / 2 - 2, middle - style.size * 0.55, wide + 4, style.size * 1.1, WHITE
        )
    ink = WHITE if mark.series == 0 else flow.type.small.colour
    flow.pen.text_centred(x + width / 2, middle + style.size * 0.35, mark.text, style.inked(ink))


def _sums(flow: "Flow", chart: Chart, base: float, high: float) -> None:
    """What stands on each other has its sum on top."""
    style, room = flow.type.small_strong, flow.width / len(chart.categories)
    for at, total in enumerate(chart.totals):
        if total:
            y = base - total / chart.peak * high - 1 * MM
            flow.pen.text_centred(flow.x + (at + 0.5) * room, y, f"{total:g}", style)


def _fitting(flow: "Flow", text: str, style: Style, width: float) -> Style:
    """The style, smaller where the text is wider than its room, but never too small to read."""
    wide = flow.pen.width(text, style)
    return style if wide <= width else style.sized(max(width / wide, 0.72))


def _bars(flow: "Flow", chart: Chart) -> None:
    pen, small = flow.pen, flow.type.small
    room = _row(flow, chart)
    left = min(max(pen.width(name, small) for name in chart.categories) + 3 * MM, flow.width * 0.42)
    right = max(pen.width(text, small) for one in chart.series for text in one.texts) + 3 * MM
    long = flow.width - left - right
    height = room * len(chart.categories)
    for at, name in enumerate(chart.categories):
        line = wrap(name, small, left - 2 * MM)[0]
        line = line if line == name else f"{line} …"
        pen.text(flow.x, flow.y + (at + 0.5) * room + small.size * 0.35, line, small)
    for mark in marks(chart):
        y, thick = flow.y + mark.at * height, mark.width * height
        wide = mark.high * long
        if wide:
            _fill(flow, flow.x + left, y, wide, thick, mark.series)
        middle = y + thick / 2 + small.size * 0.35
        pen.text(flow.x + left + wide + 1.5 * MM, middle, mark.text, small)
    for at, text in enumerate(chart.series[0].texts):
        if chart.series[0].values[at] is None:
            pen.text(flow.x + left + 1.5 * MM, flow.y + (at + 0.5) * room + small.size * 0.35, text, small)
    pen.stroke(flow.x + left, flow.y, flow.x + left, flow.y + height, HAIRLINE * 2, HAIR)
    flow.y += height + 2 * MM


def _grid(flow: "Flow", chart: Chart) -> None:
    """A square in each field, the larger the number the larger, and the number beside it."""
    pen, small = flow.pen, flow.type.small
    row = small.leading + 1.6 * MM
    left = min(max(pen.width(name, small) for name in chart.categories) + 3 * MM, flow.width * 0.42)
    room = (flow.width - left) / max(len(chart.series), 1)
    for at, one in enumerate(chart.series):
        middle = flow.x + left + (at + 0.5) * room
        pen.text_centred(middle, flow.y + small.size, one.name, _fitting(flow, one.name, small, room))
    flow.y += row
    for number, name in enumerate(chart.categories):
        base = flow.y + row / 2
        pen.rule(flow.x, flow.y, flow.width, HAIRLINE, HAIR)
        line = wrap(name, small, left - 2 * MM)[0]
        pen.text(flow.x, base + small.size * 0.35, line if line == name else f"{line} …", small)
        for at, one in enumerate(chart.series):
            value = one.values[number]
            if value:
                side = row * 0.75 * (value / chart.peak) ** 0.5
                middle = flow.x + left + (at + 0.5) * room
                pen.rectangle(middle - side, base - side / 2, side, side, PETROL)
                pen.text(middle + 1.2 * MM, base + small.size * 0.35, one.texts[number], small)
        flow.y += row
    flow.y += 2 * MM

# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks of lines side by side whose tops stay level: a programme in two languages, a form, times.

A row is not split over two sheets unless it is higher than one.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hospes.papers.kit.ink import HAIR, HAIRLINE, MM, Style
from hospes.papers.kit.wrap import wrap

if TYPE_CHECKING:
    from hospes.papers.kit.flow import Flow

Line = tuple[str, Style]
Block = Sequence[Line]

GAP = 5 * MM
PAD = 1.3 * MM


def level(
    flow: "Flow",
    blocks: Sequence[Block],
    parts: Sequence[float],
    *,
    gap: float = GAP,
    ruled: bool = True,
    again: Callable[[], None] | None = None,
) -> None:
    """Draw blocks side by side.

    Args:
        flow: where.
        blocks: the lines of each block with their styles; long ones are wrapped.
        parts: how the width is shared; a part above 1 is a width in points.
        gap: between the blocks.
        ruled: a hairline beneath.
        again: what stands over the row once more where it begins a sheet.
    """
    widths = _widths(flow.width - gap * (len(blocks) - 1), parts)
    wrapped = _wrapped(blocks, widths)
    high = _high(wrapped)
    if high > flow.full_height:
        _tall(flow, wrapped, widths, gap)
    else:
        if flow.need(high) and again is not None:
            again()
        _draw(flow, wrapped, widths, gap, flow.y + PAD)
        flow.y += high
    if ruled:
        flow.pen.rule(flow.x, flow.y, flow.width, HAIRLINE, HAIR)


def height(flow: "Flow", blocks: Sequence[Block], parts: Sequence[float], *, gap: float = GAP) -> float:
    """How high blocks become that `level` would draw."""
    return _high(_wrapped(blocks, _widths(flow.width - gap * (len(blocks) - 1), parts)))


def _wrapped(blocks: Sequence[Block], widths: Sequence[float]) -> list[list[Line]]:
    return [
        [(line, style) for text, style in block for line in wrap(text, style, width)]
        for block, width in zip(blocks, widths, strict=True)
    ]


def _high(wrapped: Sequence[Sequence[Line]]) -> float:
    return max((sum(style.leading for _, style in lines) for lines in wrapped), default=0.0) + 2 * PAD


def _widths(room: float, parts: Sequence[float]) -> list[float]:
    fixed = sum(part for part in parts if part > 1)
    shares = sum(part for part in parts if part <= 1) or 1.0
    return [part if part > 1 else (room - fixed) * part / shares for part in parts]


def _draw(
    flow: "Flow", wrapped: Sequence[Sequence[Line]], widths: Sequence[float], gap: float, top: float
) -> None:
    x = flow.x
    for lines, width in zip(wrapped, widths, strict=True):
        y = top
        for text, style in lines:
            flow.pen.text(x, y + style.size * 0.95, text, style)
            y += style.leading
        x += width + gap


def _tall(flow: "Flow", wrapped: Sequence[Sequence[Line]], widths: Sequence[float], gap: float) -> None:
    """A row higher than a sheet goes on, line by line."""
    most = max(len(lines) for lines in wrapped)
    for at in range(most):
        row = [lines[at : at + 1] for lines in wrapped]
        high = max((style.leading for cell in row for _, style in cell), default=0.0)
        flow.need(high)
        _draw(flow, row, widths, gap, flow.y)
        flow.y += high

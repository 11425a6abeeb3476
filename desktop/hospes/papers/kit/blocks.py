# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a row of blocks: the same matter becomes a PDF or a document that is written on by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.domain.charts import Chart
from hospes.papers.kit.charts import chart_height, draw_chart
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.ink import MM, Style
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.kit.wrap import wrap

if TYPE_CHECKING:
    from hospes.papers.kit.flow import Flow


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part."""

    words: Pair


@dataclass(frozen=True, slots=True)
class Words:
    """Text somebody wrote, in each language there is; empty where it is still to be written."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values."""

    facts: Sequence[tuple[Pair, str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table."""

    heads: Sequence[Pair]
    rows: Sequence[Sequence[Cell]]
    numbers: frozenset[int] = frozenset()
    """Columns that stand at the right."""
    total: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture with what is written under it."""

    data: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on."""

    labels: Sequence[Pair]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart; where it cannot be drawn, its numbers as a table."""

    chart: Chart
    says: Pair
    grid: Grid


Block = Heading | Words | Facts | Grid | Photo | Drawn | Signatures


def draw_blocks(flow: "Flow", blocks: Sequence[Block]) -> None:
    """Draw a report; headings of parts in which nothing is written yet are left out."""
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            if not _empty_part(blocks, at):
                flow.section(block.words, keep=_kept(flow, blocks[at + 1 : at + 3]))
        elif isinstance(block, Words):
            _words(flow, block)
        elif isinstance(block, Facts):
            flow.facts([Fact(name, value) for name, value in block.facts if value])
            flow.space(2 * MM)
        elif isinstance(block, Grid):
            _grid(flow, block, _closing(flow, blocks[at + 1 : at + 4]))
        elif isinstance(block, Photo):
            _photo(flow, block)
        elif isinstance(block, Drawn):
            _drawn(flow, block)
        else:
            flow.signatures(block.labels)


def _kept(flow: "Flow", after: Sequence[Block]) -> float:
    """How much must stand under a heading on its sheet: a chart, or a sentence and the table it is about."""
    usual = 20 * MM
    if len(after) > 1 and isinstance(after[0], Words) and isinstance(after[1], Grid):
        lines = [line for text in after[0].texts for line in wrap(text, flow.type.body, flow.width)]
        return usual + min(len(lines), 6) * (flow.type.body.leading + 2 * MM)
    if not after or not isinstance(after[0], Drawn):
        return usual
    return max(usual, _drawn_height(flow, after[0]) + flow.type.grey.leading)


def _closing(flow: "Flow", after: Sequence[Block]) -> float:
    """What a table takes along to its last rows: a statement to sign, which shall not be alone on a sheet."""
    if [type(block) for block in after] != [Heading, Words, Signatures]:
        return 0.0
    said = after[1].texts if isinstance(after[1], Words) else ()
    lines = sum(len(wrap(text, flow.type.body, flow.width)) for text in said)
    return 16 * MM + lines * (flow.type.body.leading + 2 * MM) + 26 * MM


def _empty_part(blocks: Sequence[Block], at: int) -> bool:
    for block in blocks[at + 1 :]:
        if isinstance(block, Heading):
            return True
        if not (isinstance(block, Words) and not any(block.texts)):
            return False
    return True


def _words(flow: "Flow", block: Words) -> None:
    styles = (flow.type.body, flow.type.body_second)
    for text, style in zip(block.texts, styles, strict=False):
        for paragraph in (part.strip() for part in text.splitlines()):
            if paragraph:
                flow.para(paragraph, style, gap=2 * MM)


def _grid(flow: "Flow", block: Grid, keep: float = 0.0) -> None:
    columns = [
        Column(head, Align.RIGHT, grow=0.3, least=26, whole=True)
        if at in block.numbers
        else Column(head, strong=at == 0)
        for at, head in enumerate(block.heads)
    ]
    flow.space(2 * MM)
    flow.list(Listing(columns, [Section(block.rows)] if block.rows else [], block.total, keep_after=keep))
    flow.space(3 * MM)


def _drawn(flow: "Flow", block: Drawn) -> None:
    """What it shows in words, and the chart; both on one sheet."""
    flow.need(_drawn_height(flow, block))
    said = _told(flow, block)
    for at, (text, style) in enumerate(said, 1):
        flow.para(text, style, gap=2 * MM if at == len(said) else 0)
    draw_chart(flow, block.chart)
    flow.space(3 * MM)


def _told(flow: "Flow", block: Drawn) -> list[tuple[str, Style]]:
    """What a chart shows, each language in lines of its own."""
    styles = (flow.type.grey, flow.type.head_second)
    texts = dict.fromkeys(text for text in block.says if text)
    return list(zip(texts, styles, strict=False))


def _drawn_height(flow: "Flow", block: Drawn) -> float:
    said = _told(flow, block)
    lines = sum(len(wrap(text, style, flow.width)) * style.leading for text, style in said)
    return chart_height(flow, block.chart) + lines + 2 * MM


def _photo(flow: "Flow", block: Photo) -> None:
    """A picture as wide as half the sheet, whole, with its caption."""
    from hospes.papers.kit.letterhead import draw_logo

    width, high = flow.width * 0.62, 74 * MM
    style = flow.type.foot
    lines = wrap(block.caption, style, width) if block.caption else []
    flow.need(high + len(lines) * style.leading + 4 * MM)
    if not draw_logo(flow.pen, block.data, flow.x, flow.y, width, high):
        return
    flow.y += high + 1.5 * MM
    for line in lines:
        flow.pen.text(flow.x, flow.y + style.size * 0.95, line, style)
        flow.y += style.leading
    flow.y += 3 * MM

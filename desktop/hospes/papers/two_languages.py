# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter in two languages: one below the other, side by side, or each on a page of its own (design 12).

The first language is the reader's. Side by side, a paragraph in one language stands level with its fellow in
the other, however long each is.
"""

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from hospes.domain.codes_letters import TwoWays
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.kit.ink import HAIR, HAIRLINE, MM
from hospes.papers.kit.side import level
from hospes.papers.kit.tongues import Tongues
from hospes.papers.options import choice
from hospes.papers.signing import SignedOptions, sign

if TYPE_CHECKING:
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.ink import Style
    from hospes.papers.kit.kit import Kit

BETWEEN = 4.5 * MM
"""Above and beneath the line between two languages."""


@dataclass(frozen=True, kw_only=True)
class TwoLanguageOptions(SignedOptions):
    """What letters ask that may be in two languages."""

    two_ways: TwoWays = choice(
        N_("Two languages"), TwoWays.BESIDE, hint=N_("Where there is a second language.")
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What a letter says in one language, from the opening to the closing."""

    paragraphs: tuple[str, ...]
    """Lines of one paragraph are parted by line ends."""
    closing: str
    heads: frozenset[int] = frozenset()
    """Which of the paragraphs are headings."""


def reader_tongues(reads: str, ours: str, kit: "Kit") -> Tongues:
    """The languages of one letter: the reader's, and the paper's second; for its own readers that is ours."""
    first = Locale.of(reads)
    if kit.tongues.second is None:
        return Tongues(first)
    others = (kit.tongues.second, Locale.of(ours or "en"))
    return Tongues(first, next((one for one in others if one.language != first.language), None))


def write(
    flow: "Flow", first: Said, second: Said | None, way: TwoWays, signed_by: str, kit: "Kit", *,
    gap: float = 15 * MM,
) -> None:  # fmt: skip
    """Write a letter in one language or two, and sign it."""
    body, other = kit.type.body, kit.type.body_second
    if second is not None and way is TwoWays.BESIDE:
        _beside(flow, first, second, kit)
        sign(flow, "", signed_by, kit, gap=gap)
        return
    _down(flow, first, body, kit)
    if second is None:
        sign(flow, first.closing, signed_by, kit, gap=gap)
        return
    if way is TwoWays.SHEETS:
        sign(flow, first.closing, signed_by, kit, gap=gap)
        flow.turn()
        flow.y += BETWEEN
        _down(flow, second, body, kit)
        sign(flow, second.closing, signed_by, kit, gap=gap)
        return
    flow.para(first.closing, body, gap=BETWEEN)
    flow.pen.rule(flow.x, flow.y, flow.width / 4, HAIRLINE, HAIR)
    flow.y += BETWEEN
    _down(flow, second, other, kit)
    flow.para(second.closing, other, gap=0)
    sign(flow, "", signed_by, kit, gap=gap)


def _down(flow: "Flow", said: Said, style: "Style", kit: "Kit") -> None:
    for at, paragraph in enumerate(said.paragraphs):
        if at in said.heads:
            flow.space(1.5 * MM)
            flow.need(kit.type.section.leading + 2 * style.leading)
            flow.para(paragraph, _head(style, kit), gap=1.5 * MM)
            continue
        lines = paragraph.split("\n")
        for line in lines[:-1]:
            flow.para(line.strip(), style, gap=0)
        flow.para(lines[-1].strip(), style, gap=3 * MM)
    flow.y += 1 * MM


def _beside(flow: "Flow", first: Said, second: Said, kit: "Kit") -> None:
    columns = ((first, kit.type.body), (second, kit.type.body_second))
    rows = zip_longest(*(enumerate([*said.paragraphs, said.closing]) for said, _ in columns))
    for row in rows:
        blocks = []
        for cell, (said, style) in zip(row, columns, strict=True):
            at, paragraph = cell if cell is not None else (-1, "")
            chosen = _head(style, kit) if at in said.heads else style
            blocks.append([(line.strip(), chosen) for line in paragraph.split("\n")] if paragraph else [])
        level(flow, blocks, (0.5, 0.5), ruled=False)


def _head(style: "Style", kit: "Kit") -> "Style":
    return kit.type.section if style is kit.type.body else kit.type.section_second

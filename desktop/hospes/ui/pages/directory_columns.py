# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of the directory: links, counts, and numbers that others state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hospes.domain.directory_counts import By, Compared, Count, Key
from hospes.i18n.marks import N_
from hospes.papers.directory_words import between_words, day_words, key_words, why_words
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.directory import LinkRow, LinkSide

CountRow = tuple[Key, By, Mapping[str, str], Count]
"""What was counted, by what, the names of regions, and how many."""


def link_columns() -> Sequence[Column[LinkRow]]:
    """Columns of links."""
    return (
        Column("a", N_("Town"), 210, lambda one, loc: _side(one.a, loc), sort="a", least=120),
        Column("b", N_("Linked with"), 210, lambda one, loc: _side(one.b, loc), sort="b", least=120),
        Column("type", N_("Kind"), 180, lambda one, loc: loc.label(one.type), sort="type", goes=2),
        Column("since", N_("Since"), 110, _since, sort="since"),
        Column("status", N_("State"), 110, lambda one, loc: loc.label(one.status), sort="status", goes=3),
        Column("source", N_("Source"), 190, _source, sort="source", goes=4),
        Column("region_a", N_("Region"), 150, lambda one, _: one.a.region, goes=5),
        Column("region_b", N_("Region of the other town"), 150, lambda one, _: one.b.region, goes=6),
    )


def _side(side: LinkSide, locale: Locale) -> Cell:
    return Cell(side.shown, grey=locale.country(side.country) if side.country else "")


def _since(one: LinkRow, locale: Locale) -> str:
    return locale.rough(one.since) if one.since is not None else ""


def _source(one: LinkRow, locale: Locale) -> Cell:
    return Cell(one.source, grey=locale.date(one.as_of, "list") if one.as_of else "")


def count_columns() -> Sequence[Column[CountRow]]:
    """Columns of counts."""
    return (
        Column("what", N_("What"), 330, lambda one, loc: key_words(one[0], one[1], one[2], loc), least=160),
        Column("count", N_("Links"), 100, lambda one, loc: loc.number(one[3].count), align="right"),
        Column(
            "twinnings", N_("Of them twinnings"), 150, lambda one, loc: loc.number(one[3].twinnings),
            align="right", goes=2,
        ),
        Column(
            "ended", N_("Ended, not counted"), 150, lambda one, loc: loc.number(one[3].ended), align="right",
            goes=3,
        ),
        Column(
            "both", N_("Listed by both towns"), 150, lambda one, loc: loc.number(one[3].both_sides),
            align="right", goes=4,
        ),
    )  # fmt: skip


def stated_columns() -> Sequence[Column[Compared]]:
    """Columns of numbers others state."""
    return (
        Column("between", N_("Between"), 270, between_words, least=150),
        Column("here", N_("Counted here"), 120, _here, align="right"),
        Column(
            "stated",
            N_("Stated elsewhere"),
            140,
            lambda one, loc: loc.number(one.stated.count),
            align="right",
        ),
        Column("source", N_("Source"), 190, _who, goes=3),
        Column("why", N_("Why they differ"), 300, why_words, goes=4),
    )


def _here(one: Compared, locale: Locale) -> str:
    return locale.number(one.here.count) if one.here is not None else "–"


def _who(one: Compared, locale: Locale) -> Cell:
    return Cell(one.stated.source, grey=day_words(one, locale))

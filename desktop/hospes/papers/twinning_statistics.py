# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinning statistics: links counted from the directory, beside what others state (S21, REQ-1-15).

No number stands alone: each has who says so and of which day it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.directory_counts import By, Compared, Count, Key, counted, total
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.directory_words import between_words, day_words, key_words, why_words
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, number, several, tick

if TYPE_CHECKING:
    from hospes.domain.directory_counts import Lump
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.directory import SourceRow

SHOWN = 20
HEADS = {
    By.COUNTRY: N_("Between"), By.REGION: N_("Between"), By.KIND: N_("Kind of link"),
    By.DECADE: N_("Founded"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class StatisticsOptions(SheetOptions):
    """What is counted by."""

    by: tuple[By, ...] = several(N_("Count"), (By.COUNTRY, By.KIND, By.DECADE), By)
    most: int = number(N_("Rows in each table"), SHOWN, 5, 500)
    stated: bool = tick(N_("Numbers others state"), True)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything counted, and what others say."""

    lumps: tuple["Lump", ...]
    stated: Mapping[str, Sequence[Compared]]
    """By language."""
    regions: Mapping[str, Mapping[str, str]]
    sources: tuple["SourceRow", ...]


class TwinningStatistics(Paper[StatisticsOptions, Statistics]):
    """The statistics."""

    code: ClassVar[str] = "twinning-statistics"
    title: ClassVar[str] = N_("Twinning statistics")
    about: ClassVar[str] = N_("Links between towns by country, region and kind, each number with its source")
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = StatisticsOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: StatisticsOptions, scope: Scope, locale: Locale
    ) -> Statistics:
        """Count once, and compare in each language of the paper."""
        from hospes.queries.directory import all_compared, lumps, region_names, sources

        codes = {locale.code.partition("-")[0], options.second_language.partition("-")[0]} - {""}
        found = lumps(connection)
        return Statistics(
            found,
            {code: all_compared(connection, code, found) for code in codes},
            {code: region_names(connection, code) for code in codes} if By.REGION in options.by else {},
            tuple(sources(connection)),
        )

    def build(self, data: Statistics, options: StatisticsOptions, kit: "Kit") -> "Document":
        """Draw the tables."""
        tongues = kit.tongues
        whole = total(data.lumps)
        flow = kit.flow(
            tongues.text(self.title),
            grey=tongues.ntext("{n} link", "{n} links", whole.count).joined(),
            about=tongues.each(lambda each: _about(data, each)),
        )
        if options.stated:
            flow.section(tongues.text("Counted here and stated elsewhere"))
            flow.list(_stated(data, tongues))
        for by in options.by:
            counts = counted(data.lumps, by)
            if counts:
                flow.section(tongues.label(by))
                flow.list(_counts(counts, by, data, options.most, tongues))
        if data.sources:
            flow.section(tongues.text("Where the links are from"))
            flow.list(_sources(data, tongues))
        return kit.finish()

    def table(self, data: Statistics, options: StatisticsOptions, locale: Locale) -> Table:
        """A row for each number, with the day it is of and who says so."""
        headings = [
            N_("Counted by"), N_("What"), N_("Links"), N_("Of them twinnings"), N_("Ended, not counted"),
            N_("Stated elsewhere"), N_("Source"), N_("As of"),
        ]  # fmt: skip
        source, day = _source_words(data, locale), _last(data, locale)
        code = locale.code.partition("-")[0]
        names = data.regions.get(code, {})
        rows: list[list[Value]] = []
        if options.stated:
            for one in data.stated.get(code, ()):
                here = one.here
                rows.append([
                    locale.text("Counted here and stated elsewhere"), between_words(one, locale),
                    here.count if here is not None else None, here.twinnings if here is not None else None,
                    here.ended if here is not None else None, one.stated.count, one.stated.source,
                    day_words(one, locale),
                ])  # fmt: skip
        for by in options.by:
            for key, count in counted(data.lumps, by).items():
                rows.append([
                    locale.label(by), key_words(key, by, names, locale), count.count, count.twinnings,
                    count.ended, None, source, day,
                ])  # fmt: skip
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _about(data: Statistics, locale: Locale) -> str:
    if not data.sources:
        return locale.text("No list of links was brought in yet.")
    return locale.text(
        "Counted from {sources}; links that have ended are not counted.", sources=_source_words(data, locale)
    )


def _source_words(data: Statistics, locale: Locale) -> str:
    """The sources with their days; of many the first three by name."""
    named = [
        locale.text("{source} ({day})", source=one.source, day=locale.date(one.last, "list"))
        if one.last
        else one.source
        for one in data.sources[:3]
    ]
    more = len(data.sources) - len(named)
    if more:
        named.append(locale.ntext("{n} more", "{n} more", more))
    return ", ".join(named)


def _last(data: Statistics, locale: Locale) -> str:
    days = [one.last for one in data.sources if one.last is not None]
    return locale.date(max(days), "list") if days else ""


def _stated(data: Statistics, tongues: "Tongues") -> Listing:
    columns = [
        Column(tongues.text("Between"), strong=True),
        Column(tongues.text("Counted here"), Align.RIGHT, grow=0.1),
        Column(tongues.text("Stated elsewhere"), Align.RIGHT, grow=0.1),
        Column(tongues.text("Who says so, and of when"), grow=0.6),
    ]
    codes = [locale.code.partition("-")[0] for locale in (tongues.first, tongues.second) if locale]
    rows: list[list[Cell]] = []
    for number_, one in enumerate(data.stated[codes[0]]):
        first = tongues.first
        told = [(data.stated[code][number_], locale) for code, locale in _both(codes, tongues)]
        both = Pair(*(between_words(same, locale) for same, locale in told))
        why = dict.fromkeys(why_words(same, locale) for same, locale in told)
        source = first.text("{source} ({day})", source=one.stated.source, day=day_words(one, first))
        below = "\n".join(part for part in (both.second, *why) if part)
        rows.append([
            (both.first, below) if below else both.first,
            first.number(one.here.count) if one.here is not None else "–",
            first.number(one.stated.count),
            (source, one.stated.note) if one.stated.note else source,
        ])  # fmt: skip
    return Listing(columns, [Section(rows)], empty=tongues.text("Nobody states a number.").joined())


def _both(codes: Sequence[str], tongues: "Tongues") -> list[tuple[str, Locale]]:
    locales = [tongues.first, *([tongues.second] if tongues.second else [])]
    return list(zip(codes, locales, strict=True))


def _counts(counts: Mapping[Key, Count], by: By, data: Statistics, most: int, tongues: "Tongues") -> Listing:
    columns = [
        Column(tongues.text(HEADS[by]), strong=True),
        Column(tongues.text("Links"), Align.RIGHT, grow=0.1, whole=True),
        Column(tongues.text("Of them twinnings"), Align.RIGHT, grow=0.1),
        Column(tongues.text("Ended, not counted"), Align.RIGHT, grow=0.1),
    ]
    locale = tongues.first
    keys = list(counts)
    shown = keys if by is By.DECADE else keys[:most]
    rows: list[list[Cell]] = []
    for key in shown:
        words = tongues.each(partial(_counted, key, by, data))
        one = counts[key]
        rows.append([words.joined(" / "), *(locale.number(n) for n in (one.count, one.twinnings, one.ended))])
    rest = [counts[key] for key in keys[len(shown) :]]
    if rest:
        words = tongues.ntext("{n} further row", "{n} further rows", len(rest))
        sums = (
            sum(one.count for one in rest), sum(one.twinnings for one in rest), sum(one.ended for one in rest)
        )  # fmt: skip
        rows.append([_cell(words), *(locale.number(n) for n in sums)])
    return Listing(columns, [Section(rows)])


def _counted(key: Key, by: By, data: Statistics, locale: Locale) -> str:
    return key_words(key, by, data.regions.get(locale.language, {}), locale)


def _cell(words: Pair) -> Cell:
    return (words.first, words.second) if words.second and words.second != words.first else words.first


def _sources(data: Statistics, tongues: "Tongues") -> Listing:
    locale = tongues.first
    columns = [
        Column(tongues.text("Source"), strong=True),
        Column(tongues.text("Links"), Align.RIGHT, grow=0.1, whole=True),
        Column(tongues.text("As of"), grow=0.2, whole=True),
    ]
    rows: list[list[Cell]] = [
        [one.source, locale.number(one.count), locale.date(one.last, "list") if one.last else ""]
        for one in data.sources
    ]
    return Listing(columns, [Section(rows)])

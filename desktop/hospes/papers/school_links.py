# SPDX-License-Identifier: GPL-3.0-or-later
"""School and club links of a twinning: by kind, who looks after them, people a year, last exchange (S27)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.links import YearSum, by_year
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, number, tick
from hospes.papers.twinning_paper import TwinningPaper, as_of, codes_of

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Pair, Tongues
    from hospes.queries import Connection
    from hospes.queries.links import LinkRow


@dataclass(frozen=True, kw_only=True)
class SchoolLinksOptions(SheetOptions):
    """What stands on the list."""

    people: bool = tick(N_("Who looks after it"), True)
    notes: bool = tick(N_("Notes"), True)
    ended: bool = tick(N_("Links that have ended"), False)
    years: int = number(N_("Years with numbers"), 10, 1, 60)


@dataclass(frozen=True, slots=True)
class SchoolLinksData:
    """The links in each language of the paper."""

    titles: Mapping[str, str]
    links: Mapping[str, tuple["LinkRow", ...]]
    today: "date"


class SchoolLinks(TwinningPaper[SchoolLinksOptions, SchoolLinksData]):
    """The list, and the sums a year."""

    code: ClassVar[str] = "school-links"
    title: ClassVar[str] = N_("School and club links")
    about: ClassVar[str] = N_("Links of schools, clubs and parishes by kind, with people a year")
    options: ClassVar[type[Options]] = SchoolLinksOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: SchoolLinksOptions, scope: Scope, locale: Locale
    ) -> SchoolLinksData:
        """The links under the twinning that was chosen, or that link itself."""
        from hospes.queries.links import links_for_paper
        from hospes.queries.paper_twinning import need_twinning
        from hospes.queries.partnerships import titles_of

        bond, codes = need_twinning(connection, scope.twinning), codes_of(options, locale)
        found = {
            code: links_for_paper(connection, bond, Locale.of(code), scope.today, ended=options.ended)
            for code in codes
        }
        titles = {code: titles_of(connection, [bond], code).get(bond, "") for code in codes}
        return SchoolLinksData(titles, found, scope.today)

    def build(self, data: SchoolLinksData, options: SchoolLinksOptions, kit: "Kit") -> "Document":
        """Draw it."""
        tongues = kit.tongues
        links = data.links[tongues.first.code]
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.each(lambda locale: data.titles.get(locale.code, "")).joined(),
            grey=tongues.ntext("{n} link", "{n} links", len(links)).joined(),
            about=as_of(tongues, data.today),
        )
        flow.list(_links(data, options, tongues))
        years = _sums(links)[: options.years]
        if years:
            flow.section(tongues.text("People a year"))
            flow.list(_years(years, tongues))
        return kit.finish()

    def table(self, data: SchoolLinksData, options: SchoolLinksOptions, locale: Locale) -> Table:
        """A row for each number of a year; links without numbers have one too."""
        headings = [
            N_("Kind"), N_("Link"), N_("State"), N_("Since"), N_("Last exchange"), N_("Year"),
            N_("Which way"),
            N_("People"), N_("Apprentices"), N_("On our side"), N_("On their side"), N_("Note"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        for one in data.links[locale.code]:
            head: list[Value] = [
                _kind(one, locale), one.twinning.title, _state(one, locale), locale.rough(one.twinning.since),
                locale.rough(one.last),
            ]  # fmt: skip
            tail: list[Value] = [
                _people(one, locale, ours=True) if options.people else "",
                _people(one, locale, ours=False) if options.people else "",
                one.note(locale.code) if options.notes else "",
            ]
            for exchange in one.exchanges:
                way = locale.label(exchange.way)
                rows.append([*head, exchange.year, way, exchange.people, exchange.apprentices, *tail])
            if not one.exchanges:
                rows.append([*head, None, "", None, None, *tail])
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _links(data: SchoolLinksData, options: SchoolLinksOptions, tongues: "Tongues") -> Listing:
    columns = [
        Column(tongues.text("Link"), strong=True),
        Column(tongues.text("Since"), grow=0.1),
        Column(tongues.text("Last exchange"), grow=0.1),
        Column(tongues.text("People a year"), grow=0.3),
    ]
    if options.people:
        columns.append(Column(tongues.text("Who looks after it"), grow=0.4))
    sections = []
    numbered = list(enumerate(data.links[tongues.first.code]))
    for _, part in groupby(numbered, key=lambda pair: pair[1].kind):
        many = list(part)
        rows = [_row(at, data, options, tongues) for at, _ in many]
        sections.append(Section(rows, tongues.each(partial(_kind, many[0][1]))))
    empty = tongues.text("No school, club or parish is linked here yet.").joined()
    return Listing(columns, sections, empty=empty)


def _row(at: int, data: SchoolLinksData, options: SchoolLinksOptions, tongues: "Tongues") -> list[Cell]:
    first = tongues.first
    one = data.links[first.code][at]
    below: list[str] = []
    if one.twinning.asleep or _over(one):
        below += tongues.each(partial(_state, one))
    if options.notes:
        below.append(one.note(first.code))
        if tongues.second is not None:  # what nobody translated stands once, and in no third language
            below.append(one.notes.get(tongues.second.language, ""))
    below = list(dict.fromkeys(text for text in below if text))
    numbers = ", ".join(
        first.text("{what}: {n}", what=str(year.year), n=first.number(year.people)) for year in one.years[:3]
    )
    row: list[Cell] = [
        (one.twinning.title, " · ".join(below)) if below else one.twinning.title,
        first.rough(one.twinning.since),
        first.rough(one.last),
        numbers,
    ]
    if options.people:
        ours, theirs = _people(one, first, ours=True), _people(one, first, ours=False)
        row.append((ours, theirs) if ours and theirs else ours or theirs)
    return row


def _years(years: "tuple[YearSum, ...]", tongues: "Tongues") -> Listing:
    heads: tuple[Pair, ...] = (
        tongues.text("They came to us"), tongues.text("We went there"), tongues.text("Elsewhere or online"),
        tongues.text("Together"), tongues.text("of whom apprentices"),
    )  # fmt: skip
    columns = [
        Column(tongues.text("Year"), strong=True),
        *(Column(head, Align.RIGHT, grow=0.2, least=24) for head in heads),
    ]
    number_ = tongues.first.number
    rows: list[list[Cell]] = [
        [
            str(one.year),
            *(number_(n) for n in (one.to_us, one.to_them, one.other, one.people, one.apprentices)),
        ]
        for one in years
    ]
    rows.append([
        tongues.text("Together").joined(" / "),
        *(
            number_(sum(values))
            for values in (
                [one.to_us for one in years], [one.to_them for one in years], [one.other for one in years],
                [one.people for one in years], [one.apprentices for one in years],
            )
        ),
    ])  # fmt: skip
    return Listing(columns, [Section(rows)])


def _sums(links: "tuple[LinkRow, ...]") -> tuple[YearSum, ...]:
    return by_year(number_ for one in links for number_ in one.exchanges)


def _kind(one: "LinkRow", locale: Locale) -> str:
    return locale.label(one.kind) if one.kind is not None else locale.text("Kind not known")


def _over(one: "LinkRow") -> bool:
    return one.twinning.status is PartnershipStatus.ENDED


def _state(one: "LinkRow", locale: Locale) -> str:
    asleep = one.twinning.asleep and not _over(one)
    return locale.label(PartnershipStatus.DORMANT if asleep else one.twinning.status)


def _people(one: "LinkRow", locale: Locale, *, ours: bool) -> str:
    return ", ".join(display_name(for_reader(p.name, locale.code)) for p in one.people(ours=ours))

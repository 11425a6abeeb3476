# SPDX-License-Identifier: GPL-3.0-or-later
"""Anniversaries ahead: what there is to celebrate in the next years, so that nobody is late."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.ages import anniversaries, is_round_birthday
from hospes.domain.anniversaries import Coming, Occasion, reached
from hospes.domain.twinnings import AHEAD_MONTHS, months_later
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, number, several
from hospes.papers.people import listed_name, read_people
from hospes.papers.twinning_paper import as_of, codes_of

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.papers.people import PeopleOnPaper
    from hospes.queries import Connection

MEMBERSHIP = frozenset({10, 25, 40, 50, 60, 70})
"""Years of membership that are told so long ahead."""
USUAL = tuple(one for one in Occasion if one is not Occasion.BIRTHDAY)


@dataclass(frozen=True, kw_only=True)
class AnniversariesOptions(SheetOptions):
    """How far ahead, and what."""

    months: int = number(N_("Months ahead"), AHEAD_MONTHS, 1, 120)
    what: tuple[Occasion, ...] = several(
        N_("What"), USUAL, Occasion, hint=N_("Birthdays only where the list stays with the committee.")
    )


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """What is ahead, by day."""

    coming: tuple[Coming, ...]
    first: date
    last: date


class AnniversariesPaper(Paper[AnniversariesOptions, Anniversaries]):
    """The list."""

    code: ClassVar[str] = "anniversaries"
    title: ClassVar[str] = N_("Anniversaries ahead")
    about: ClassVar[str] = N_(
        "Round years of twinnings, agreements, associations and members in the next years"
    )
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = AnniversariesOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: AnniversariesOptions, scope: Scope, locale: Locale
    ) -> Anniversaries:
        """What is reached from today on."""
        from hospes.queries.anniversaries import anniversaries_ahead

        first, last = scope.today, months_later(scope.today, options.months)
        found = anniversaries_ahead(connection, first, last, codes_of(options, locale))
        if {Occasion.MEMBERSHIP, Occasion.BIRTHDAY} & set(options.what):
            found += _of_people(read_people(connection, scope, locale), first, last, locale)
        wanted = [one for one in found if one.occasion in options.what]
        return Anniversaries(
            tuple(sorted(wanted, key=lambda one: (one.on, -one.years, one.names))), first, last
        )

    def build(self, data: Anniversaries, options: AnniversariesOptions, kit: "Kit") -> "Document":
        """A part for each year."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.each(lambda locale: locale.span(data.first, data.last)).joined(),
            about=as_of(tongues, kit.today),
        )
        sections = [
            Section([_row(one, tongues) for one in group], Pair(str(year)))
            for year, group in groupby(data.coming, key=lambda one: one.on.year)
        ]
        columns = [
            Column(tongues.text("When"), grow=0.3, whole=True),
            Column(tongues.text("Years"), Align.RIGHT, grow=0.1),
            Column(tongues.text("What"), strong=True),
            Column(tongues.text("Kind"), grow=0.5),
        ]
        total = tongues.ntext("{n} anniversary", "{n} anniversaries", len(data.coming)).joined()
        empty = tongues.text("Nothing is ahead in this time.").joined()
        flow.list(Listing(columns, sections, total if sections else "", empty))
        return kit.finish()

    def table(self, data: Anniversaries, options: AnniversariesOptions, locale: Locale) -> Table:
        """The same as rows."""
        rows: list[list[Value]] = [
            [
                one.on if one.exact else str(one.on.year),
                one.years or None,
                one.names[0],
                locale.label(one.occasion),
            ]
            for one in data.coming
        ]
        heads = [N_("When"), N_("Years"), N_("What"), N_("Kind")]
        return Table(locale.text(self.title), [locale.text(head) for head in heads], rows)


def _of_people(people: "PeopleOnPaper", first: date, last: date, locale: Locale) -> list[Coming]:
    """Jubilees of membership and round birthdays of members; nobody who has died."""
    found: list[Coming] = []
    for person in people.people:
        if person.deceased:
            continue
        name = [listed_name(person, people.home, locale)]
        held = person.membership
        if held is not None and held.current and held.joined is not None and not held.joined.about:
            of_members = reached(Occasion.MEMBERSHIP, held.joined, first, last, name)
            found += [one for one in of_members if one.years in MEMBERSHIP]
        found += [
            Coming(Occasion.BIRTHDAY, one.on, True, one.years, tuple(name))
            for one in anniversaries(person.birth, first, last)
            if is_round_birthday(one.years)
        ]
    return found


def _row(one: Coming, tongues: "Tongues") -> list[Cell]:
    second = one.names[1] if len(one.names) > 1 and one.names[1] != one.names[0] else ""
    kind = tongues.label(one.occasion)
    return [
        tongues.first.date(one.on, "long") if one.exact else str(one.on.year),
        tongues.first.number(one.years) if one.years else "",
        (one.names[0], second) if second else one.names[0],
        (kind.first, kind.second) if kind.second and kind.second != kind.first else kind.first,
    ]

# SPDX-License-Identifier: GPL-3.0-or-later
"""The attendance list to sign (domain 4.7): number, name, first name, town, signature, and nothing else.

It lies open on a table, so birth dates, telephones and diets never stand on it (REQ-4-16).
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.names import display_name, for_reader, join, prefix_behind
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import DOT, Pair
from hospes.papers.options import Options, SheetOptions, day, number, text, tick
from hospes.papers.people import PeopleOnPaper, about, count, read_people

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson

ROW_HEIGHT = 9.0
"""Millimetres a signature needs (domain 6, paper 13)."""


@dataclass(frozen=True, kw_only=True)
class AttendanceOptions(SheetOptions):
    """What stands over and under the list."""

    event: str = text(N_("Event"))
    place: str = text(N_("Place of the event"))
    on: date | None = day(N_("Day of the event"))
    organiser: str = text(N_("Organiser"), hint=N_("Our association if nothing is given."))
    purpose: str = text(N_("Purpose or grant"))
    votes: bool = tick(N_("A column for votes"))
    reserve: int = number(N_("Empty rows"), 10, 0, 100)
    leaders: int = number(N_("Signatures under the list"), 1, 0, 2, hint=N_("Youth groups need two leaders."))


class AttendanceList(Paper[AttendanceOptions, PeopleOnPaper]):
    """The attendance list."""

    code: ClassVar[str] = "attendance-list"
    title: ClassVar[str] = N_("Attendance list")
    about: ClassVar[str] = N_("To be signed at meetings and events")
    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = AttendanceOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: AttendanceOptions, scope: Scope, locale: Locale
    ) -> PeopleOnPaper:
        """The people of the scope by name."""
        return read_people(connection, scope, locale)

    def build(self, data: PeopleOnPaper, options: AttendanceOptions, kit: "Kit") -> "Document":
        """Draw the list with rows high enough to sign in."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=options.event,
            grey=_when_and_where(options, kit),
            about=about(tongues, data, kit.today, N_("Last name")),
        )
        flow.terms([
            (tongues.text("Organiser"), options.organiser or kit.sender.name),
            (tongues.text("Purpose"), options.purpose),
        ])  # fmt: skip
        columns = [
            Column(tongues.text("No."), Align.RIGHT, fixed=12),
            Column(tongues.text("Last name"), strong=True, least=30),
            Column(tongues.text("First name"), least=26),
            Column(tongues.text("Town, organisation"), least=26),
        ]
        if options.votes:
            columns.append(Column(tongues.text("Votes"), Align.CENTRE, fixed=16))
        columns.append(Column(tongues.text("Signature"), fixed=58))
        rows = [
            _row(place, person, data.home, options, kit.locale) for place, person in enumerate(data.people, 1)
        ]
        empty: list[Cell] = [""] * (len(columns) - 1)
        rows += [[str(len(data.people) + at + 1), *empty] for at in range(options.reserve)]
        nobody = tongues.text("Nobody is on this list.").joined()
        total = count(tongues, len(data.people))
        flow.list(
            Listing(
                columns,
                [Section(rows)] if rows else [],
                total,
                nobody,
                row_least=ROW_HEIGHT,
                keep_after=26 * MM if options.leaders else 0.0,
            )
        )
        if options.leaders:
            leader = tongues.text("Signature of the leader")
            flow.signatures(
                [tongues.text("Present in all"), tongues.text("Place and day"), *[leader] * options.leaders]
            )
        return kit.finish()

    def table(self, data: PeopleOnPaper, options: AttendanceOptions, locale: Locale) -> Table:
        """The rows without the empty ones."""
        headings = [N_("No."), N_("Last name"), N_("First name"), N_("Town, organisation"), N_("Signature")]
        rows: list[list[Value]] = []
        for place, person in enumerate(data.people, 1):
            surname, given = split_name(person, data.home, locale)
            rows.append([place, surname, given, person.address.town if person.address else "", ""])
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def split_name(person: "PaperPerson", home: str, locale: Locale) -> tuple[str, str]:
    """Surname and first name as lists of two columns have them: `Heide`, `Anna von der`."""
    name = for_reader(person.name, locale.code)
    given = join(name.title_prefix, name.given or name.nickname)
    surname = join(name.surname, name.surname2)
    if not surname and not name.given:
        return display_name(name), ""
    if prefix_behind(name, home):
        return surname, join(given, name.surname_prefix)
    return join(name.surname_prefix, surname), given


def _row(
    place: int, person: "PaperPerson", home: str, options: AttendanceOptions, locale: Locale
) -> list[Cell]:
    surname, given = split_name(person, home, locale)
    town = person.address.town if person.address else ""
    return [str(place), surname, given, town, *([""] if options.votes else []), ""]


def _when_and_where(options: AttendanceOptions, kit: "Kit") -> str:
    day_ = options.on
    when = kit.tongues.each(lambda locale: locale.date(day_, "weekday")) if day_ else Pair("")
    return DOT.join(part for part in (when.joined(), options.place) if part)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Volunteer hours of a year, and the confirmation a volunteer card asks for (S16)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.names import display_name, for_reader
from hospes.domain.volunteering import HOUR, HoursKind, say_minutes
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, number, text, tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.papers.kit.tongues import Pair
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson
    from hospes.queries.volunteering import HoursOf, HoursRow

LYING = 4
"""More kinds than that stand on a lying sheet."""
WEEK = 7


@dataclass(frozen=True, kw_only=True)
class HoursOptions(SheetOptions):
    """Which year."""

    year: int = number(N_("Year"), 0, 0, 2200, hint=N_("The year of today if it is 0."), machine=True)
    details: bool = tick(N_("Each entry"))


@dataclass(frozen=True, kw_only=True)
class ConfirmationOptions(SheetOptions):
    """Which year, and what stands beside the hours."""

    year: int = number(N_("Year"), 0, 0, 2200, hint=N_("The year of today if it is 0."), machine=True)
    born: bool = tick(N_("Date of birth"), True)
    weekly: bool = tick(N_("Hours a week on average"), True)
    details: bool = tick(N_("Each entry"), True)
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands on every sheet as you write it."))
    signed_by: str = text(N_("Signed by"), hint=N_("For example: Hannelore Fischer, chairwoman"))


@dataclass(frozen=True, slots=True)
class HoursOfYear:
    """The hours of a year, by person."""

    year: int
    people: "tuple[HoursOf, ...]"

    @property
    def kinds(self) -> Counter[HoursKind]:
        """The sum of each kind."""
        found: Counter[HoursKind] = Counter()
        for one in self.people:
            found.update(one.kinds)
        return found

    @property
    def rows(self) -> "list[HoursRow]":
        """All entries, the earliest first."""
        every = [row for one in self.people for row in one.rows]
        return sorted(every, key=lambda row: (row.first, row.id))


@dataclass(frozen=True, slots=True)
class Confirmed(HoursOfYear):
    """The hours with what else is known of those who gave them."""

    facts: "dict[UUID, PaperPerson]"
    today: date

    @property
    def weeks(self) -> float:
        """Weeks of the year that are over."""
        first = date(self.year, 1, 1)
        end = min(date(self.year, 12, 31), max(self.today, first))
        return ((end - first).days + 1) / WEEK


class VolunteerHoursList(Paper[HoursOptions, HoursOfYear]):
    """Sums by person and by kind, and each entry where it is wanted."""

    code: ClassVar[str] = "volunteer-hours"
    title: ClassVar[str] = N_("Volunteer hours")
    about: ClassVar[str] = N_("Hours given in a year, by person and by what they were for")
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = HoursOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: HoursOptions, scope: Scope, locale: Locale
    ) -> HoursOfYear:
        """The entries of the year."""
        from hospes.queries.volunteering import by_person, hours_rows

        year = options.year or scope.today.year
        return HoursOfYear(year, by_person(hours_rows(connection, locale, year=year), locale))

    def build(self, data: HoursOfYear, options: HoursOptions, kit: "Kit") -> "Document":
        """Draw the table, and the entries."""
        tongues, locale = kit.tongues, kit.locale
        kinds = [one for one in HoursKind if data.kinds[one]]
        total = sum(data.kinds.values())
        flow = kit.flow(
            tongues.text(self.title),
            lead=locale.text("{year}: {hours}", year=str(data.year), hours=say_minutes(total, locale)),
            confidential=tongues.text("Confidential: only for the committee"),
            landscape=len(kinds) > LYING,
        )
        columns = [
            Column(tongues.ptext("person", "Name"), strong=True, least=40, grow=2),
            *(Column(tongues.label(one), Align.RIGHT, least=22, grow=0.6) for one in kinds),
            Column(tongues.text("Together"), Align.RIGHT, strong=True, least=22, grow=0.6),
        ]
        rows = [self._sums(one.name, one.kinds, kinds, locale) for one in kit.enough(data.people)]
        if len(data.people) > 1:
            rows.append(self._sums(tongues.text("Together").joined(), data.kinds, kinds, locale))
        flow.list(Listing(columns, [Section(rows)], "", _nothing(kit)))
        if options.details and data.people:
            flow.section(tongues.text("Each entry"))
            _entries(flow, data.rows, kit, names=True)
        return kit.finish()

    def _sums(
        self, name: str, of: "Mapping[HoursKind, int]", kinds: "Sequence[HoursKind]", locale: Locale
    ) -> "list[Cell]":
        each = [of.get(one, 0) for one in kinds]
        return [name, *(say_minutes(n, locale) if n else "" for n in each), say_minutes(sum(each), locale)]

    def table(self, data: HoursOfYear, options: HoursOptions, locale: Locale) -> Table:
        """A row for each entry, with hours to add."""
        return _table(self.title, data, locale)


class VolunteerConfirmation(Paper[ConfirmationOptions, Confirmed]):
    """A sheet for each person that confirms what they gave, to sign."""

    code: ClassVar[str] = "volunteer-confirmation"
    title: ClassVar[str] = N_("Confirmation of volunteer work")
    about: ClassVar[str] = N_("For a volunteer card, an application or a school: a sheet for each, to sign")
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = ConfirmationOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ConfirmationOptions, scope: Scope, locale: Locale
    ) -> Confirmed:
        """Those who were chosen and gave time in the year; everybody who did if nobody was."""
        from hospes.queries.filters import read_filter
        from hospes.queries.members import member_ids
        from hospes.queries.paper_people import paper_people
        from hospes.queries.volunteering import by_person, hours_rows

        year = options.year or scope.today.year
        wanted: Iterable[UUID] | None = scope.people
        if wanted is None and scope.person is not None:
            wanted = (scope.person,)
        if wanted is None and scope.filter:
            wanted = member_ids(connection, read_filter(scope.filter), locale=locale, today=scope.today)
        rows = hours_rows(
            connection, locale, year=year, people=set(wanted) if wanted is not None else None, with_name=True
        )
        people = by_person(rows, locale)
        facts = paper_people(connection, [one.person for one in people], scope.today, locale.code)
        return Confirmed(year, people, {one.id: one for one in facts}, scope.today)

    def build(self, data: Confirmed, options: ConfirmationOptions, kit: "Kit") -> "Document":
        """Draw the sheets."""
        title = kit.tongues.text(self.title)
        if not data.people:
            flow = kit.flow(title)
            flow.para(_nothing(kit), kit.type.grey)
            return kit.finish()
        book = kit.open_book(title)
        book.expect(len(data.people))
        for at, one in enumerate(data.people):
            book.step(at, len(data.people))
            self._sheet(one, data, options, kit.letter(kit.locale))
        return kit.finish()

    def _sheet(self, one: "HoursOf", data: Confirmed, options: ConfirmationOptions, kit: "Kit") -> None:
        tongues, locale = kit.tongues, kit.locale
        person = data.facts.get(one.person)

        def called(reader: Locale) -> str:
            return display_name(for_reader(person.name, reader.code)) if person is not None else one.name

        def confirmed(reader: Locale) -> str:
            return reader.text(
                "We confirm that {name} gave our association {hours} of unpaid work in {year}.",
                name=called(reader), hours=say_minutes(one.minutes, reader), year=str(data.year),
            )  # fmt: skip

        flow = kit.flow(tongues.text(self.title), lead=called(locale))
        flow.y += 4 * MM
        for words in dict.fromkeys(tongues.each(confirmed)):
            if words:
                flow.para(words, kit.type.body, gap=3 * MM)
        if options.words.strip():
            flow.para(options.words.strip(), kit.type.body, gap=3 * MM)
        flow.facts(list(self._facts(one, person, data, options, kit)))
        if options.details:
            flow.space(5 * MM)
            _entries(flow, one.rows, kit, names=False)
        flow.space(8 * MM)
        flow.signatures([tongues.text("Place and day"), _signer(kit, options)])

    def _facts(
        self,
        one: "HoursOf",
        person: "PaperPerson | None",
        data: Confirmed,
        options: ConfirmationOptions,
        kit: "Kit",
    ) -> "Iterable[Fact]":
        text, locale = kit.tongues.text, kit.locale
        if options.born and person is not None and person.birth is not None:
            yield Fact(text("Date of birth"), locale.rough(person.birth))
        for kind in HoursKind:
            if minutes := one.kinds.get(kind, 0):
                yield Fact(kit.tongues.label(kind), say_minutes(minutes, locale))
        yield Fact(text("Together"), say_minutes(one.minutes, locale))
        if options.weekly and (weeks := data.weeks):
            yield Fact(text("Hours a week on average"), say_minutes(round(one.minutes / weeks), locale))

    def table(self, data: Confirmed, options: ConfirmationOptions, locale: Locale) -> Table:
        """A row for each entry, with hours to add."""
        return _table(self.title, data, locale)


def _nothing(kit: "Kit") -> str:
    return kit.tongues.text("No hours are written down for this year.").joined()


def _signer(kit: "Kit", options: ConfirmationOptions) -> "Pair":
    from hospes.papers.kit.tongues import Pair

    if options.signed_by.strip():
        return Pair(options.signed_by.strip())
    return kit.tongues.text("Signature for the association")


def _entries(flow: "Flow", entries: "Sequence[HoursRow]", kit: "Kit", *, names: bool) -> None:
    tongues, locale = kit.tongues, kit.locale
    columns = [
        Column(tongues.text("When"), grow=0, whole=True),
        *([Column(tongues.ptext("person", "Name"), strong=True, least=28)] if names else []),
        Column(tongues.text("What for"), least=28),
        Column(tongues.text("Visit or event"), least=24),
        Column(tongues.text("Hours"), Align.RIGHT, grow=0, whole=True),
    ]
    rows: list[list[Cell]] = []
    for one in kit.enough(entries):
        kind = tongues.label(one.kind).joined()
        what: Cell = (kind, one.note) if one.note else kind
        when = locale.span(one.first, one.last or one.first)
        who = [one.name] if names else []
        rows.append([when, *who, what, one.occasion, say_minutes(one.minutes, locale)])
    flow.list(Listing(columns, [Section(rows)]))


def _table(title: str, data: HoursOfYear, locale: Locale) -> Table:
    heads = [
        locale.text("From"), locale.text("To"), locale.ptext("person", "Name"), locale.text("Hours"),
        locale.text("What for"), locale.text("Visit or event"), locale.text("Note"),
    ]  # fmt: skip
    rows: list[list[Value]] = [
        [
            one.first, one.last or one.first, one.name,
            (Decimal(one.minutes) / HOUR).quantize(Decimal("0.01")), locale.label(one.kind),
            one.occasion, one.note,
        ]
        for one in data.rows
    ]  # fmt: skip
    return Table(locale.text(title), heads, rows)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The contact directory: town halls, clubs, schools and firms of both towns, and who speaks for them."""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code, ContactKind, Sector
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, choice, several
from hospes.papers.people import address_cell, phone, readers, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_contacts import PaperOfficer, PaperOrganisation
    from hospes.queries.person_facts import Reach


class DirectoryGroup(Code):
    """Headings in the directory."""

    TOWN = "town", N_("By town")
    SECTOR = "sector", N_("By kind")
    NONE = "none", N_("No groups")


class DirectoryShow(Code):
    """What stands beside an organisation."""

    ADDRESS = "address", N_("Address")
    PEOPLE = "people", N_("People and their functions")
    PHONES = "phones", N_("Telephone")
    EMAIL = "email", N_("E-mail")


@dataclass(frozen=True, kw_only=True)
class DirectoryOptions(SheetOptions):
    """How the directory is made."""

    show: tuple[DirectoryShow, ...] = several(N_("Show"), tuple(DirectoryShow), DirectoryShow)
    sectors: tuple[Sector, ...] = several(N_("Kinds"), tuple(Sector), Sector)
    group: DirectoryGroup = choice(N_("Groups"), DirectoryGroup.TOWN)


@dataclass(frozen=True, slots=True)
class Directory:
    """Organisations in the order of their names."""

    organisations: tuple["PaperOrganisation", ...]
    home: str
    readers: str


class ContactDirectory(Paper[DirectoryOptions, Directory]):
    """The contact directory."""

    code: ClassVar[str] = "contact-directory"
    title: ClassVar[str] = N_("Contact directory")
    about: ClassVar[str] = N_("Organisations of both towns and those who speak for them")
    group: ClassVar[PaperGroup] = PaperGroup.CONTACTS
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = DirectoryOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: DirectoryOptions, scope: Scope, locale: Locale
    ) -> Directory:
        """Organisations of the chosen kinds; the words of a filter must stand in their names or people."""
        from hospes.queries.association import association
        from hospes.queries.filters import read_filter
        from hospes.queries.paper_contacts import paper_organisations

        own = association(connection)
        wanted = read_filter(scope.filter).words.casefold().split()
        found = [
            organisation
            for organisation in paper_organisations(connection, scope.today, locale.code)
            if organisation.sector in options.sectors and _has(organisation, wanted)
        ]
        found.sort(key=lambda one: (locale.sort_key(one.name), one.id.hex))
        return Directory(tuple(found), own.country, readers(own, locale))

    def build(self, data: Directory, options: DirectoryOptions, kit: "Kit") -> "Document":
        """Draw the directory."""
        tongues, locale = kit.tongues, kit.locale
        total = tongues.ntext("One organisation", "{n} organisations", len(data.organisations)).joined()
        flow = kit.flow(
            tongues.text(self.title),
            grey=total,
            about=tongues.each(
                lambda each: each.text("Organisations and offices, {date}", date=each.date(kit.today, "long"))
            ),
            confidential=tongues.text("Confidential: only for the committee"),
            landscape=True,
        )
        columns = [Column(tongues.text("Organisation"), strong=True, grow=0.5)]
        if DirectoryShow.PEOPLE in options.show:
            columns.append(Column(tongues.ptext("person", "Name")))
        if DirectoryShow.PHONES in options.show:
            columns.append(Column(tongues.text("Telephone"), grow=0.3, whole=True))
        if DirectoryShow.EMAIL in options.show:
            columns.append(Column(tongues.text("E-mail"), grow=0.3))
        rows = _Rows(data, options, locale)
        sections = [
            Section([row for one in group for row in rows.of(one)], title)
            for title, group in _grouped(data, options.group, kit)
        ]
        empty = tongues.text("There are no organisations.").joined()
        flow.list(Listing(columns, sections, total, empty))
        return kit.finish()

    def table(self, data: Directory, options: DirectoryOptions, locale: Locale) -> Table:
        """A row for each office, and one for an organisation without any."""
        headings = [
            N_("Organisation"), N_("Kind of organisation"), N_("Town"), N_("Address"), N_("Full name"),
            N_("Function"), N_("Telephone"), N_("Mobile"), N_("E-mail"), N_("Website"),
        ]  # fmt: skip
        rows = []
        for one in data.organisations:
            own = [
                one.name,
                locale.label(one.kind),
                one.town.name if one.town else "",
                text_of(address_cell(one.address, data.home, locale)),
            ]
            for officer in one.officers or (None,):
                points = officer.reaches if officer and officer.reaches else one.reaches
                rows.append([
                    *own,
                    display_name(for_reader(officer.name, locale.code)) if officer else "",
                    _function(officer, locale) if officer else "",
                    _number(points, ContactKind.PHONE, locale, data.readers),
                    _number(points, ContactKind.MOBILE, locale, data.readers),
                    _value(points, ContactKind.EMAIL),
                    _value(one.reaches, ContactKind.WEB),
                ])  # fmt: skip
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _has(organisation: "PaperOrganisation", words: "Iterable[str]") -> bool:
    names = (display_name(officer.name) for officer in organisation.officers)
    town = organisation.town.name if organisation.town else ""
    text = " ".join((organisation.name, town, *names)).casefold()
    return all(word in text for word in words)


def _grouped(
    data: Directory, grouping: DirectoryGroup, kit: "Kit"
) -> "list[tuple[Pair, list[PaperOrganisation]]]":
    """The organisations under their headings: our town first, then the others by name."""
    tongues = kit.tongues
    if grouping is DirectoryGroup.NONE:
        return [(Pair(""), list(data.organisations))] if data.organisations else []

    def title(one: "PaperOrganisation") -> Pair:
        if grouping is DirectoryGroup.SECTOR:
            return tongues.label(one.sector)
        return Pair(one.town.name) if one.town else tongues.text("Without a town")

    def key(one: "PaperOrganisation") -> tuple[object, ...]:
        if grouping is DirectoryGroup.SECTOR:
            return (list(Sector).index(one.sector),)
        home = one.town is not None and one.town.is_home
        return (one.town is None, not home, kit.locale.sort_key(title(one).first))

    ordered = sorted(data.organisations, key=key)
    return [(heading, list(group)) for heading, group in groupby(ordered, key=title)]


class _Rows:
    """The rows of one organisation: it stands in the first, its people follow."""

    def __init__(self, data: Directory, options: DirectoryOptions, locale: Locale) -> None:
        self.data, self.options, self.locale = data, options, locale

    def of(self, one: "PaperOrganisation") -> list[list[Cell]]:
        """One row for each office; one for an organisation without any."""
        officers = one.officers if DirectoryShow.PEOPLE in self.options.show else ()
        rows = [self._row(self._organisation(one), officers[0] if officers else None, one.reaches)]
        rows += [self._row("", officer, ()) for officer in officers[1:]]
        return rows

    def _organisation(self, one: "PaperOrganisation") -> Cell:
        below = [self.locale.label(one.kind)]
        if DirectoryShow.ADDRESS in self.options.show:
            below.append(text_of(address_cell(one.address, self.data.home, self.locale)))
        return (one.name, " · ".join(part for part in below if part))

    def _row(
        self, organisation: Cell, officer: "PaperOfficer | None", points: "tuple[Reach, ...]"
    ) -> list[Cell]:
        show, locale = self.options.show, self.locale
        row: list[Cell] = [organisation]
        ways = (officer.reaches if officer else ()) + points
        if DirectoryShow.PEOPLE in show:
            name = display_name(for_reader(officer.name, locale.code)) if officer else ""
            row.append((name, _function(officer, locale)) if officer else "")
        if DirectoryShow.PHONES in show:
            numbers = [
                _number(ways, kind, locale, self.data.readers)
                for kind in (ContactKind.PHONE, ContactKind.MOBILE)
            ]
            row.append("\n".join(number for number in numbers if number))
        if DirectoryShow.EMAIL in show:
            row.append(_value(ways, ContactKind.EMAIL))
        return row


def _function(officer: "PaperOfficer", locale: Locale) -> str:
    return officer.title or locale.role(officer.function, officer.name.gender.value)


def _number(points: "Iterable[Reach]", kind: ContactKind, locale: Locale, readers_: str) -> str:
    return phone(next((point for point in points if point.kind is kind), None), locale, readers_)


def _value(points: "Iterable[Reach]", kind: ContactKind) -> str:
    return next((point.value for point in points if point.kind is kind), "")

# SPDX-License-Identifier: GPL-3.0-or-later
"""The household list: who lives together, where, and how to reach them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code, ContactKind
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, choice, several
from hospes.papers.people import (
    PeopleOnPaper,
    about,
    address_cell,
    by_name,
    count,
    email,
    phone,
    read_people,
    text_of,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson


class HouseholdOrder(Code):
    """What the list is sorted by."""

    NAME = "name", N_("Last name")
    POSTCODE = "postcode", N_("Postcode")


class HouseholdShow(Code):
    """What stands beside a household."""

    AGES = "ages", N_("Ages of children")
    PHONES = "phones", N_("Telephone")
    EMAIL = "email", N_("E-mail")


@dataclass(frozen=True, kw_only=True)
class HouseholdListOptions(SheetOptions):
    """How the list is made."""

    show: tuple[HouseholdShow, ...] = several(
        N_("Show"), (HouseholdShow.AGES, HouseholdShow.PHONES, HouseholdShow.EMAIL), HouseholdShow
    )
    order: HouseholdOrder = choice(N_("Sorted by"), HouseholdOrder.NAME)


@dataclass(frozen=True, slots=True)
class Home:
    """People who live together; somebody alone is a household too."""

    name: str
    people: tuple["PaperPerson", ...]

    @property
    def address(self) -> "PaperPerson":
        """The person whose address stands for all."""
        return next((person for person in self.people if person.address), self.people[0])


@dataclass(frozen=True, slots=True)
class Homes:
    """The households of a paper, by name."""

    listed: PeopleOnPaper
    homes: tuple[Home, ...]
    today: "date"

    @property
    def people(self) -> int:
        """How many people live in them."""
        return sum(len(home.people) for home in self.homes)


class HouseholdList(Paper[HouseholdListOptions, Homes]):
    """The household list."""

    code: ClassVar[str] = "household-list"
    title: ClassVar[str] = N_("Household list")
    about: ClassVar[str] = N_("Who lives together, where, and how to reach them")
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = HouseholdListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: HouseholdListOptions, scope: Scope, locale: Locale
    ) -> Homes:
        """The households of the people of the scope, with everybody who lives in them."""
        from hospes.queries.paper_people import paper_people, with_housemates

        listed = read_people(connection, scope, locale)
        ids = with_housemates(connection, [person.id for person in listed.people], scope.today)
        people = paper_people(connection, ids, scope.today, locale.code)
        homes = households(people, listed.home, locale)
        if options.order is HouseholdOrder.POSTCODE:
            homes.sort(key=_place)
        return Homes(listed, tuple(homes), scope.today)

    def build(self, data: Homes, options: HouseholdListOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues, locale = kit.tongues, kit.locale
        total = count(tongues, data.people, len(data.homes))
        flow = kit.flow(
            tongues.text(self.title),
            grey=total,
            about=about(tongues, data.listed, kit.today, options.order),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        columns = [
            Column(tongues.text("Household"), strong=True),
            Column(tongues.text("People")),
        ]
        if HouseholdShow.PHONES in options.show:
            columns.append(Column(tongues.text("Telephone"), grow=0.4, whole=True))
        if HouseholdShow.EMAIL in options.show:
            columns.append(Column(tongues.text("E-mail"), grow=0.4))
        rows = [_row(home, data, options, locale) for home in data.homes]
        empty = tongues.text("Nobody is on this list.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], total, empty))
        return kit.finish()

    def table(self, data: Homes, options: HouseholdListOptions, locale: Locale) -> Table:
        """A row for each household."""
        headings = [N_("Household"), N_("People"), N_("Address"), N_("Telephone"), N_("Mobile"), N_("E-mail")]
        rows = []
        for home in data.homes:
            first = home.address
            rows.append(
                [
                    home.name,
                    "; ".join(_people(home, data.today, HouseholdShow.AGES in options.show, locale)),
                    text_of(address_cell(first.address, data.listed.home, locale)),
                    _first(home, ContactKind.PHONE, locale, data.listed.readers),
                    _first(home, ContactKind.MOBILE, locale, data.listed.readers),
                    next((email(person) for person in home.people if email(person)), ""),
                ]
            )
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def households(people: "list[PaperPerson]", home: str, locale: Locale) -> list[Home]:
    """People put together by where they live now, in the order of the households' names."""
    found: dict[UUID, list[PaperPerson]] = {}
    for person in people:
        link = person.household if person.household and person.household.current else None
        found.setdefault(link.household_id if link else person.id, []).append(person)
    key = by_name(home, locale)
    homes = []
    for members in found.values():
        members.sort(key=lambda person: (person.household.position if person.household else 0, *key(person)))
        link = members[0].household if members[0].household and members[0].household.current else None
        name = link.name if link else display_name(for_reader(members[0].name, locale.code), titles=False)
        homes.append(Home(name, tuple(members)))
    homes.sort(key=lambda one: (locale.sort_key(one.name), *key(one.people[0])))
    return homes


def _place(home: Home) -> tuple[str, str, str]:
    address = home.address.address
    return (address.country, address.postcode, address.street) if address else ("~", "", "")


def _row(home: Home, data: Homes, options: HouseholdListOptions, locale: Locale) -> list[Cell]:
    listed = data.listed
    address = text_of(address_cell(home.address.address, listed.home, locale))
    people = "\n".join(_people(home, data.today, HouseholdShow.AGES in options.show, locale))
    row: list[Cell] = [(home.name, address) if address else home.name, people]
    if HouseholdShow.PHONES in options.show:
        numbers = [
            _first(home, kind, locale, listed.readers) for kind in (ContactKind.PHONE, ContactKind.MOBILE)
        ]
        row.append("\n".join(number for number in numbers if number))
    if HouseholdShow.EMAIL in options.show:
        row.append("\n".join(dict.fromkeys(address for person in home.people if (address := email(person)))))
    return row


def _people(home: Home, today: "date", with_ages: bool, locale: Locale) -> list[str]:
    names = []
    for person in home.people:
        name = display_name(for_reader(person.name, locale.code))
        age = person.birth.age_on(today) if person.birth else None
        if with_ages and age is not None and age < 18:
            name = locale.text("{name} ({age})", name=name, age=age)
        names.append(name)
    return names


def _first(home: Home, kind: ContactKind, locale: Locale, readers: str) -> str:
    numbers = (phone(person.reach(kind), locale, readers) for person in home.people)
    return next((number for number in numbers if number), "")

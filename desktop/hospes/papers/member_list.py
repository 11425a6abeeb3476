# SPDX-License-Identifier: GPL-3.0-or-later
"""The member list (domain 6, paper 1): for the committee, for members, or as a chain of telephone calls."""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code, DuesState
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import NO_WORDS, Pair
from hospes.papers.options import Options, SheetOptions, choice, number, several
from hospes.papers.people import (
    PeopleOnPaper,
    about,
    address_cell,
    count,
    day_in_list,
    email,
    functions,
    listed_name,
    phones,
    read_people,
    text_of,
)
from hospes.papers.people_table import Show, people_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson


class Layout(Code):
    """For whom the list is."""

    COMMITTEE = "committee", N_("For the committee, everything")
    SHORT = "short", N_("For members, short")
    TELEPHONE_TREE = "telephone-tree", N_("Telephone chain")


class Order(Code):
    """What the list is sorted by."""

    NAME = "name", N_("Last name")
    NUMBER = "number", N_("Member no.")
    POSTCODE = "postcode", N_("Postcode")
    JOINED = "joined", N_("Member since")


class Grouping(Code):
    """Headings in the list."""

    NONE = "none", N_("No groups")
    CLASS = "class", N_("By class")
    TOWN = "town", N_("By town")


@dataclass(frozen=True, kw_only=True)
class MemberListOptions(SheetOptions):
    """How the member list is made."""

    layout: Layout = choice(N_("For whom"), Layout.COMMITTEE)
    show: tuple[Show, ...] = several(
        N_("Show"),
        (
            Show.NUMBER,
            Show.FUNCTIONS,
            Show.ADDRESS,
            Show.PHONES,
            Show.EMAIL,
            Show.CLASS,
            Show.JOINED,
            Show.DUES,
        ),
        Show,
        hint=N_("The short list and the telephone chain show only what may stand on lists."),
    )
    order: Order = choice(N_("Sorted by"), Order.NAME)
    group: Grouping = choice(N_("Groups"), Grouping.NONE)
    calls: int = number(N_("Calls each person makes"), 3, 2, 6, hint=N_("For the telephone chain."))


class MemberList(Paper[MemberListOptions, PeopleOnPaper]):
    """The member list."""

    code: ClassVar[str] = "member-list"
    title: ClassVar[str] = N_("Member list")
    about: ClassVar[str] = N_(
        "Everybody with address, telephone, class and dues; short for members; telephone chain"
    )
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = MemberListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: MemberListOptions, scope: Scope, locale: Locale
    ) -> PeopleOnPaper:
        """The people of the scope, unsorted."""
        return read_people(connection, scope, locale)

    def build(self, data: PeopleOnPaper, options: MemberListOptions, kit: "Kit") -> "Document":
        """Draw the list for whom it is."""
        if options.layout is Layout.TELEPHONE_TREE:
            from hospes.papers.telephone_chain import draw_chain

            return draw_chain(data, options.calls, kit)
        draw = _short if options.layout is Layout.SHORT else _committee
        return draw(data, _sorted(data, options.order), options, kit)

    def table(self, data: PeopleOnPaper, options: MemberListOptions, locale: Locale) -> Table:
        """A row for each person, each fact in a column of its own."""
        members_only = options.layout is not Layout.COMMITTEE
        shown = set(options.show) - (_COMMITTEE_ONLY if members_only else set())
        people = _sorted(data, options.order)
        return people_table(
            locale.text(self.title), people, shown, locale, data.readers, for_members=members_only
        )


_COMMITTEE_ONLY = {Show.DUES, Show.BIRTHDAY}


def _sorted(data: PeopleOnPaper, order: Order) -> "list[PaperPerson]":
    people = list(data.people)
    if order is Order.NUMBER:
        people.sort(key=lambda p: _number_key(p.membership.number if p.membership else ""))
    elif order is Order.POSTCODE:
        people.sort(key=lambda p: (p.address.country, p.address.postcode) if p.address else ("~", ""))
    elif order is Order.JOINED:
        people.sort(
            key=lambda p: str(p.membership.joined) if p.membership and p.membership.joined else "9999"
        )
    return people


def _number_key(text: str) -> tuple[int, str]:
    digits = "".join(sign for sign in text if sign.isdecimal())
    return (int(digits) if digits else 10**9, text)


def _grouped(
    people: "Sequence[PaperPerson]", grouping: Grouping, locale: Locale
) -> "list[tuple[str, list[PaperPerson]]]":
    """The people under the names of their groups, each in the order given."""
    if grouping is Grouping.NONE:
        return [("", list(people))]

    def name(person: "PaperPerson") -> str:
        if grouping is Grouping.CLASS:
            return person.class_name or locale.text("Without a class")
        return (person.address.town if person.address else "") or locale.text("Without an address")

    def key(person: "PaperPerson") -> tuple[object, ...]:
        position = person.class_position if grouping is Grouping.CLASS else 0
        return (position, locale.sort_key(name(person)))

    ordered = sorted(people, key=key)
    return [(title, list(members)) for title, members in groupby(ordered, key=name)]


# ---- for the committee ---------------------------------------------------------------------------------

_HEADS = {
    Show.NUMBER: N_("No."),
    Show.ADDRESS: N_("Address"),
    Show.PHONES: N_("Telephone"),
    Show.EMAIL: N_("E-mail"),
    Show.CLASS: N_("Class"),
    Show.JOINED: N_("Since"),
    Show.DUES: N_("Dues"),
    Show.BIRTHDAY: N_("Born"),
}


_WHOLE = {Show.NUMBER, Show.PHONES, Show.JOINED, Show.BIRTHDAY}


def _committee(
    data: PeopleOnPaper, people: "Sequence[PaperPerson]", options: MemberListOptions, kit: "Kit"
) -> "Document":
    tongues, locale = kit.tongues, kit.locale
    flow = kit.flow(
        tongues.text(MemberList.title),
        grey=count(tongues, len(people), data.households),
        about=about(tongues, data, kit.today, options.order),
        confidential=tongues.text("Confidential: only for the committee"),
        landscape=True,
    )
    shown = [show for show in Show if show in options.show and show in _HEADS]
    if options.group is Grouping.CLASS and Show.CLASS in shown:
        shown.remove(Show.CLASS)  # it stands over each group
    columns = [Column(tongues.text(_HEADS[show]), grow=0.5, whole=show in _WHOLE) for show in shown]
    at = 1 if Show.NUMBER in shown else 0
    columns.insert(at, Column(tongues.ptext("person", "Name"), strong=True, least=34))
    if at:
        columns[0] = Column(tongues.text(_HEADS[Show.NUMBER]), align=Align.RIGHT, grow=0)
    cells = _CommitteeCells(locale, data, Show.FUNCTIONS in options.show)
    total = count(tongues, len(people), data.households)
    if options.group is Grouping.NONE:
        people = kit.enough(people)
    makers = [cells.maker(show) for show in shown]
    makers.insert(at, cells.name)
    sections = [
        Section(
            [[make(person) for make in makers] for person in group],
            Pair(title) if title else NO_WORDS,
            count(tongues, len(group)) if title else "",
        )
        for title, group in _grouped(people, options.group, locale)
    ]
    empty = tongues.text("Nobody is on this list.").joined()
    flow.list(Listing(columns, sections, total, empty))
    return kit.finish()


# ---- for members ---------------------------------------------------------------------------------------


def _short(
    data: PeopleOnPaper, people: "Sequence[PaperPerson]", options: MemberListOptions, kit: "Kit"
) -> "Document":
    """Two columns of names, addresses and telephones; only what may stand on lists."""
    tongues, locale = kit.tongues, kit.locale
    flow = kit.flow(
        tongues.text(MemberList.title),
        grey=count(tongues, len(people)),
        about=about(tongues, data, kit.today, options.order),
        confidential=tongues.text("For members only, not to be passed on"),
        columns=1 if kit.large_print else 2,
    )

    def row(person: "PaperPerson") -> list[Cell]:
        address = (
            text_of(address_cell(person.address, data.home, locale)) if Show.ADDRESS in options.show else ""
        )
        name = listed_name(person, data.home, locale)
        numbers = (
            phones(person, locale, data.readers, for_members=True) if Show.PHONES in options.show else ""
        )
        return [(name, address) if address else name, numbers]

    if options.group is Grouping.NONE:
        people = kit.enough(people)
    columns = [
        Column(tongues.ptext("person", "Name"), strong=True),
        Column(tongues.text("Telephone"), Align.RIGHT, grow=0, whole=True),
    ]
    sections = [
        Section([row(person) for person in group], Pair(title) if title else NO_WORDS)
        for title, group in _grouped(people, options.group, locale)
    ]
    empty = tongues.text("Nobody is on this list.").joined()
    flow.list(Listing(columns, sections, "", empty, headed=False, inset=0.5 * MM))
    return kit.finish()


class _CommitteeCells:
    """What stands in the columns of the committee's list."""

    def __init__(self, locale: Locale, data: PeopleOnPaper, with_functions: bool) -> None:
        self.locale, self.home, self.readers = locale, data.home, data.readers
        self.with_functions = with_functions

    def maker(self, show: Show) -> "Callable[[PaperPerson], Cell]":
        """The function that fills the column."""
        return {
            Show.NUMBER: self.number,
            Show.ADDRESS: self.address,
            Show.PHONES: self.phones,
            Show.EMAIL: email,
            Show.CLASS: self.class_name,
            Show.JOINED: self.joined,
            Show.DUES: self.dues,
            Show.BIRTHDAY: self.birthday,
        }[show]

    def name(self, person: "PaperPerson") -> Cell:
        shown = listed_name(person, self.home, self.locale)
        offices = functions(person, self.locale) if self.with_functions else ""
        return (shown, offices) if offices else shown

    def number(self, person: "PaperPerson") -> Cell:
        return person.membership.number if person.membership else ""

    def address(self, person: "PaperPerson") -> Cell:
        return address_cell(person.address, self.home, self.locale)

    def phones(self, person: "PaperPerson") -> Cell:
        return phones(person, self.locale, self.readers)

    def class_name(self, person: "PaperPerson") -> Cell:
        return person.class_name

    def joined(self, person: "PaperPerson") -> Cell:
        return day_in_list(person.membership.joined, self.locale) if person.membership else ""

    def dues(self, person: "PaperPerson") -> Cell:
        if person.dues is None or person.dues.state is DuesState.NONE:
            return ""
        state = self.locale.label(person.dues.state)
        return (state, self.locale.money(person.open)) if person.open else state

    def birthday(self, person: "PaperPerson") -> Cell:
        return day_in_list(person.birth, self.locale)

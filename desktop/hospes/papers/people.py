# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for people that several papers need: names, addresses, telephones, functions, who is on a list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hospes.domain.addresses import PostalAddress, one_line
from hospes.domain.codes import Code, ContactKind
from hospes.domain.names import for_reader, is_latin, join, list_name, sort_key
from hospes.domain.person_name import PersonName
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.papers.kit.listing import Cell
from hospes.papers.kit.tongues import Pair, Tongues

if TYPE_CHECKING:
    from hospes.i18n.collation import SortKey
    from hospes.papers.base import Scope
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.paper_people import PaperPerson
    from hospes.queries.person_facts import AddressLines, Reach


@dataclass(frozen=True, slots=True)
class PeopleOnPaper:
    """Whom a paper is about, and how it says so."""

    people: tuple["PaperPerson", ...]
    home: str
    """ISO country of the association: names and addresses follow its customs where they have none."""
    readers: str
    """ISO country of those who read it: telephone numbers are written as they dial them."""
    filter: str = ""
    chosen: bool = False
    """Picked one by one in a list."""

    @property
    def households(self) -> int:
        """How many households they are."""
        return len({p.household.household_id if p.household else p.id for p in self.people})


def read_people(
    connection: "Connection", scope: "Scope", locale: Locale, *, for_post: bool = False
) -> PeopleOnPaper:
    """The people of a scope by name: those picked, else those the filter lets through, else all members.

    Raises UserError for a filter that cannot be understood.
    """
    from hospes.queries.association import association
    from hospes.queries.filters import read_filter
    from hospes.queries.members import member_ids
    from hospes.queries.paper_people import paper_people

    own = association(connection)
    ids = scope.people
    if ids is None:
        ids = tuple(member_ids(connection, read_filter(scope.filter), locale=locale, today=scope.today))
    people = paper_people(connection, ids, scope.today, locale.code, for_post=for_post)
    if scope.people is not None:
        people.sort(key=by_name(own.country, locale))
    return PeopleOnPaper(
        tuple(people), own.country, readers(own, locale), scope.filter, scope.people is not None
    )


def readers(own: "Association", locale: Locale) -> str:
    """The country of those who read a paper: at home for the association's language, else the language's."""
    if locale.language == Locale.of(own.language or locale.code).language:
        return own.country
    return locale.territory or own.country


def by_name(home: str, locale: Locale) -> Callable[["PaperPerson"], tuple[object, ...]]:
    """The order of a list of names in a language; equal names stay in one order."""

    def key(person: "PaperPerson") -> tuple["SortKey | str", ...]:
        return (*sort_key(person.name, locale, home=home), str(person.birth or ""), person.id.hex)

    return key


def listed_name(person: "PaperPerson", home: str, locale: Locale) -> str:
    """`Nowak, Barbara`; a name in letters of its own has them behind it in brackets (domain 5.5)."""
    return name_in_list(person.name, home, locale)


def name_in_list(name: PersonName, home: str, locale: Locale) -> str:
    """The same of a name alone."""
    if not name.script_name and not name.latin_name:
        return list_name(name, home=home)
    shown = list_name(for_reader(name, locale.code), home=home)
    own = name.script_name if is_latin(join(name.given, name.surname)) else list_name(name, home=home)
    return f"{shown} ({own})" if own and own != shown and not shown.startswith(own) else shown


def functions(person: "PaperPerson", locale: Locale) -> str:
    """The offices somebody holds in the association, each in the form for them."""
    names = (tag.title or locale.role(tag.function, person.name.gender.value) for tag in person.offices)
    return ", ".join(dict.fromkeys(names))


def phone(reach: "Reach | None", locale: Locale, readers: str) -> str:
    """A telephone number as the readers dial it.

    A number of their own country keeps the groups somebody typed it in: people know theirs by heart that way.
    """
    if reach is None:
        return ""
    digits = reach.value.replace(" ", "")
    if reach.e164 and digits[:1] == "0" and digits[:2] != "00" and digits.isdecimal():
        rest = digits[1:]
        if reach.e164.endswith(rest) and reach.e164[: -len(rest)] == _calling_code(readers):
            return reach.value
    return locale.phone(reach.value, reach.e164, readers)


@cache
def _calling_code(country: str) -> str:
    """`+49` of `DE`; empty if there is none."""
    from phonenumbers import country_code_for_region

    code = country_code_for_region(country)
    return f"+{code}" if code else ""


def phones(person: "PaperPerson", locale: Locale, readers: str, *, for_members: bool = False) -> Cell:
    """The telephone, and the mobile beneath it."""
    fixed = phone(person.reach(ContactKind.PHONE, for_members=for_members), locale, readers)
    mobile = phone(person.reach(ContactKind.MOBILE, for_members=for_members), locale, readers)
    return (fixed, mobile) if fixed and mobile else fixed or mobile


def email(person: "PaperPerson", *, for_members: bool = False) -> str:
    """The first e-mail address."""
    found = person.reach(ContactKind.EMAIL, for_members=for_members)
    return found.value if found else ""


def postal(address: "AddressLines") -> PostalAddress:
    """An address as the rules of the post take it."""
    a = address
    return PostalAddress(a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country)


def address_cell(address: "AddressLines | None", home: str, locale: Locale) -> Cell:
    """Street and house, and beneath it postcode and town in the order of their country."""
    if address is None:
        return ""
    a = address
    # In two halves: the country of the address decides their order, and only the second names it.
    at_home = PostalAddress(a.care_of, a.extra, a.street, country=home)
    street = one_line(at_home, locale, home) if a.street or a.extra or a.care_of else ""
    place = ""
    if a.postcode or a.town:
        place = one_line(PostalAddress("", "", "", a.postcode, a.town, a.region, a.country), locale, home)
    return (street, place) if street and place else street or place


@lru_cache(maxsize=4096)
def day_in_list(day: RoughDate | None, locale: Locale) -> str:
    """A day in the short form of lists; one known only roughly as it is known."""
    if day is None:
        return ""
    return locale.date(day.exact) if day.exact else locale.rough(day)


def text_of(cell: Cell) -> str:
    """A cell in one line."""
    return cell if isinstance(cell, str) else ", ".join(part for part in cell if part)


def about(tongues: Tongues, listed: PeopleOnPaper, day: date, order: Code | str) -> Pair:
    """The foot's sentence: who, on which day, in which order, how many (product 3).

    `order` is a code with a label, or a text marked for translation.
    """

    def say(locale: Locale) -> str:
        on, n = locale.date(day, "long"), len(listed.people)
        sorted_by = locale.label(order) if isinstance(order, Code) else locale.text(order)
        if listed.chosen:
            return locale.ntext(
                "One person chosen from a list, {date}, sorted by: {order}",
                "{n} people chosen from a list, {date}, sorted by: {order}",
                n,
                date=on,
                order=sorted_by,
            )
        if listed.filter:
            from hospes.queries.filters import read_filter, sentence

            return locale.ntext(
                "{filter}: one person, {date}, sorted by: {order}",
                "{filter}: {n} people, {date}, sorted by: {order}",
                n,
                filter=sentence(read_filter(listed.filter), locale),
                date=on,
                order=sorted_by,
            )
        return locale.ntext(
            "The only member, {date}, sorted by: {order}",
            "All {n} members, {date}, sorted by: {order}",
            n,
            date=on,
            order=sorted_by,
        )

    return tongues.each(say)


def count(tongues: Tongues, people: int, households: int = 0) -> str:
    """`142 people in 96 households`, in both languages."""
    if not households:
        return tongues.ntext("One person", "{n} people", people).joined()

    def say(locale: Locale) -> str:
        where = locale.ntext("one household", "{n} households", households)
        return locale.ntext(
            "One person in {households}", "{n} people in {households}", people, households=where
        )

    return tongues.each(say).joined()


def initials(names: Iterable[str]) -> list[str]:
    """The first letter of each name, for headings along an alphabet."""
    return [name[:1].upper() for name in names]

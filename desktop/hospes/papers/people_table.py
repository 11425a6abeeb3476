# SPDX-License-Identifier: GPL-3.0-or-later
"""People as rows of a spreadsheet: every fact in a column of its own, days as ISO, money as plain text."""

from collections.abc import Callable, Collection, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hospes.domain.codes import Code, ContactKind, DuesState
from hospes.domain.names import join
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Table, Value
from hospes.papers.people import email, functions, phone

if TYPE_CHECKING:
    from hospes.queries.paper_people import PaperPerson
    from hospes.queries.person_facts import AddressLines


class Show(Code):
    """What may stand on a list of people."""

    NUMBER = "number", N_("Member no.")
    FUNCTIONS = "functions", N_("Functions")
    ADDRESS = "address", N_("Address")
    PHONES = "phones", N_("Telephone")
    EMAIL = "email", N_("E-mail")
    CLASS = "class", N_("Class")
    JOINED = "joined", N_("Member since")
    DUES = "dues", N_("Dues")
    BIRTHDAY = "birthday", N_("Date of birth")


Reading = Callable[["PaperPerson", Locale, str, bool], Value]


def day_value(day: RoughDate | None) -> Value:
    """A wholly known day as a day, another as the text it is kept as (`1998`, `1998-05`, `1952~`)."""
    if day is None:
        return None
    return day.exact or str(day)


def _address(pick: Callable[["AddressLines"], str]) -> Reading:
    return lambda person, locale, readers, for_members: pick(person.address) if person.address else ""


def _phone(kind: ContactKind) -> Reading:
    return lambda person, locale, readers, for_members: phone(
        person.reach(kind, for_members=for_members), locale, readers
    )


def _dues(person: "PaperPerson", locale: Locale, readers: str, for_members: bool) -> str:
    known = person.dues is not None and person.dues.state is not DuesState.NONE
    return locale.label(person.dues.state) if person.dues is not None and known else ""


COLUMNS: Final[tuple[tuple[Show | None, str, Reading], ...]] = (
    (Show.NUMBER, N_("Member no."), lambda p, *_: p.membership.number if p.membership else ""),
    (None, N_("Title"), lambda p, *_: p.name.title_prefix),
    (None, N_("Last name"), lambda p, *_: join(p.name.surname_prefix, p.name.surname, p.name.surname2)),
    (None, N_("First name"), lambda p, *_: p.name.given or p.name.nickname),
    (Show.FUNCTIONS, N_("Functions"), lambda p, locale, *_: functions(p, locale)),
    (Show.ADDRESS, N_("Addition to the address"), _address(lambda a: join(a.care_of, a.extra))),
    (Show.ADDRESS, N_("Street"), _address(lambda a: a.street)),
    (Show.ADDRESS, N_("Postcode"), _address(lambda a: a.postcode)),
    (Show.ADDRESS, N_("Town"), _address(lambda a: a.town)),
    (Show.ADDRESS, N_("Country"), _address(lambda a: a.country)),
    (Show.PHONES, N_("Telephone"), _phone(ContactKind.PHONE)),
    (Show.PHONES, N_("Mobile"), _phone(ContactKind.MOBILE)),
    (Show.EMAIL, N_("E-mail"), lambda p, locale, readers, for_members: email(p, for_members=for_members)),
    (Show.CLASS, N_("Class"), lambda p, *_: p.class_name),
    (Show.JOINED, N_("Member since"), lambda p, *_: day_value(p.membership.joined if p.membership else None)),
    (Show.DUES, N_("Dues"), _dues),
    (Show.DUES, N_("Open dues"), lambda p, *_: Decimal(p.open.decimal_text()) if p.open else None),
    (Show.BIRTHDAY, N_("Date of birth"), lambda p, *_: day_value(p.birth)),
)  # fmt: skip
"""What it belongs to (None: always there), heading, value."""


def people_table(
    title: str,
    people: Iterable["PaperPerson"],
    shown: Collection[Show],
    locale: Locale,
    readers: str,
    *,
    for_members: bool = False,
) -> Table:
    """A table of people; `for_members` leaves out what may not stand on lists for members."""
    columns = [column for column in COLUMNS if column[0] is None or column[0] in shown]
    rows = [[value(person, locale, readers, for_members) for _, _, value in columns] for person in people]
    return Table(title, [locale.text(heading) for _, heading, _ in columns], rows)

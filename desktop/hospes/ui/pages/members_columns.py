# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the member list, as data (design 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import DuesState
from hospes.domain.names import initials, list_name
from hospes.i18n.marks import N_, P_
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.members import MemberRow
    from hospes.queries.person_facts import Reach
    from hospes.ui.widgets.labels import Tone

DUES_LOOK: dict[DuesState, tuple[str, Tone]] = {
    DuesState.PAID: ("check", "ok"),
    DuesState.OPEN: ("triangle-alert", "warn"),
    DuesState.PART: ("circle-dot", "warn"),
    DuesState.FREE: ("star", "home"),
    DuesState.NONE: ("", "muted"),
}
"""Icon and tone of each state of dues."""


def role_words(row: MemberRow, locale: Locale) -> str:
    """The one word behind a name: the office on the committee, else that somebody can host."""
    for office in row.offices:
        if office.is_own:
            return office.title or locale.role(office.function, row.name.gender)
    return locale.text("Host") if row.can_host else ""


def _name(row: MemberRow, locale: Locale) -> Cell:
    return Cell(list_name(row.name), grey=role_words(row, locale), initials=initials(row.name))


def _dues(row: MemberRow, locale: Locale) -> Cell:
    icon, tone = DUES_LOOK[row.dues]
    return Cell(locale.label(row.dues), icon=icon, tone=tone)


def _since(row: MemberRow, locale: Locale) -> str:
    return str(row.since.year) if row.since else ""


def _reach(reach: Reach | None, locale: Locale) -> str:
    if reach is None:
        return ""
    return locale.phone(reach.value, reach.e164)


def _offices(row: MemberRow, locale: Locale) -> str:
    return "; ".join(office.title or locale.role(office.function, row.name.gender) for office in row.offices)


def _languages(row: MemberRow, locale: Locale) -> str:
    return ", ".join(locale.language_name(code) for code, _ in row.languages)


def _hosting(row: MemberRow, locale: Locale) -> str:
    return locale.ntext("{n} bed", "{n} beds", row.beds) if row.can_host else ""


def _consent(row: MemberRow, locale: Locale) -> str:
    return locale.listing([locale.label(purpose) for purpose in sorted(row.consents)])


def columns(year: int) -> tuple[Column[MemberRow], ...]:
    """All columns; `year` is the one whose dues are shown."""
    return (
        Column("name", P_("person", "Name"), 254, _name, "name", least=238),
        Column("household", P_("column", "Household"), 132, lambda row, _: row.household, "household"),
        Column("place", N_("Place"), 128, lambda row, _: row.place, "place"),
        Column("since", N_("Since"), 82, _since, "since", "right"),
        Column("dues", N_("Dues {year}"), 140, _dues, "dues", args=(("year", year),)),
        Column("number", N_("Member no."), 110, lambda row, _: row.number, "number", "right"),
        Column("street", N_("Street"), 180, lambda row, _: row.street, "street"),
        Column("postcode", N_("Postcode"), 100, lambda row, _: row.postcode, "postcode"),
        Column("phone", N_("Phone"), 160, lambda row, loc: _reach(row.phone or row.mobile, loc), "phone"),
        Column("mobile", N_("Mobile"), 160, lambda row, loc: _reach(row.mobile, loc)),
        Column("email", N_("E-mail"), 220, lambda row, _: row.email.value if row.email else "", "email"),
        Column("age", N_("Age"), 74, lambda row, _: "" if row.age is None else str(row.age), "age", "right"),
        Column("languages", N_("Languages"), 180, _languages, "languages"),
        Column("host", N_("Can host"), 100, _hosting, "host"),
        Column("class", N_("Class"), 130, lambda row, _: row.class_name, "class"),
        Column("roles", N_("Offices"), 200, _offices, "roles"),
        Column("consent", N_("Consent"), 200, _consent, "consent"),
        Column("tags", N_("Tags"), 160, lambda row, _: ", ".join(row.tags), "tags"),
        Column("visit", N_("Last visit"), 120, _day, "visit"),
    )


def _day(row: MemberRow, locale: Locale) -> str:
    return locale.date(row.last_visit, "list") if row.last_visit else ""


SHOWN = ("name", "household", "place", "since", "dues")
COMPACT = ("name", "place", "since", "dues")
NARROW = ("name", "dues")

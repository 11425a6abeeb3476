# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of contacts and organisations, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import Sector
from hospes.domain.names import display_name, initials, list_name
from hospes.i18n.marks import N_, P_
from hospes.queries.filters import Side
from hospes.ui.look.sign import Side as Sign
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.contacts import ContactRow
    from hospes.queries.organisations import OrganisationRow
    from hospes.queries.person_facts import Reach

SECTOR_ICONS = {
    Sector.POLITICS: "landmark",
    Sector.ADMINISTRATION: "building-2",
    Sector.CIVIL: "heart-handshake",
    Sector.ECONOMY: "store",
    Sector.EDUCATION: "graduation-cap",
}
"""The icon of each corner of the triangle, beside its word."""


def sign_of(side: Side | None) -> Sign:
    """The mark of a side: square ours, circle theirs."""
    return Sign.PARTNER if side == Side.THEIRS else Sign.HOME


def _name(row: ContactRow, locale: Locale) -> Cell:
    office = row.offices[0] if row.offices else None
    role = (office.title or locale.role(office.function, row.name.gender)) if office else row.profession
    return Cell(list_name(row.name), grey=role, initials=initials(row.name), side=sign_of(row.side))


def _side(row: ContactRow | OrganisationRow, locale: Locale) -> Cell:
    if row.side is None:
        return Cell("")
    return Cell(locale.label(row.side), side=sign_of(row.side), mark=True)


def _sector(row: ContactRow | OrganisationRow, locale: Locale) -> Cell:
    if row.sector is None:
        return Cell("")
    return Cell(locale.label(row.sector), icon=SECTOR_ICONS[row.sector], tone="muted")


def _reach(reach: Reach | None, locale: Locale) -> str:
    return "" if reach is None else locale.phone(reach.value, reach.e164)


def _languages(row: ContactRow, locale: Locale) -> str:
    return ", ".join(locale.language_name(code) for code, _ in row.languages)


def _holders(row: OrganisationRow, locale: Locale) -> str:
    return ", ".join(display_name(one.name) for one in row.holders)


PEOPLE: tuple[Column[ContactRow], ...] = (
    Column("name", P_("person", "Name"), 250, _name, "name"),
    Column("organisation", N_("Organisation"), 170, lambda row, _: row.organisation, "organisation"),
    Column("kind", N_("Kind"), 128, _sector, "kind", least=140),
    Column("side", N_("Side"), 140, _side, "side", least=140),
    Column("place", N_("Place"), 140, lambda row, _: row.place, "place"),
    Column("phone", N_("Phone"), 160, lambda row, loc: _reach(row.phone or row.mobile, loc)),
    Column("email", N_("E-mail"), 220, lambda row, _: row.email.value if row.email else ""),
    Column("languages", N_("Languages"), 180, _languages),
    Column("tags", N_("Tags"), 150, lambda row, _: ", ".join(row.tags)),
)
PEOPLE_SHOWN = ("name", "organisation", "kind", "side")
SMALL_PEOPLE = ("name", "organisation")

ORGANISATIONS: tuple[Column[OrganisationRow], ...] = (
    Column("name", N_("Name"), 240, lambda row, _: row.name),
    Column("sector", N_("Kind"), 160, _sector, least=166),
    Column("what", N_("What it is"), 170, lambda row, loc: loc.label(row.kind)),
    Column("side", N_("Side"), 140, _side, least=140),
    Column("town", N_("Place"), 150, lambda row, _: row.town),
    Column("holders", N_("People"), 240, _holders),
    Column("phone", N_("Phone"), 160, lambda row, _: row.phone),
    Column("email", N_("E-mail"), 220, lambda row, _: row.email),
)
ORGANISATIONS_SHOWN = ("name", "sector", "side", "holders")
SMALL_ORGANISATIONS = ("name", "side")

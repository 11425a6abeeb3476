# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal with names: what the window and the papers show of `store.cash`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.cash import Booking
from hospes.domain.codes_cash import CashSide, Sphere
from hospes.i18n.locale import Locale
from hospes.queries.dues import payer_names
from hospes.queries.names import names
from hospes.store.cash import EVERYTHING, Lines, Wanted, accounts_of, read_lines
from hospes.store.selections import pick
from hospes.store.tables.cash import CashCategory, CashCategoryText

__all__ = ["Wanted", "accounts_of", "booking", "bookings", "categories_of"]


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category with its name in the reader's language."""

    id: UUID
    version: int
    code: str
    own_name: str
    side: CashSide
    sphere: Sphere | None
    number: str
    ended: bool
    position: int
    name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Its name in a language, else its own."""
        return self.names.get(language) or self.own_name


def categories_of(connection: Connection, owner: UUID, language: str) -> tuple[CategoryRow, ...]:
    """The categories, income first, in their order."""
    c, t = CashCategory, CashCategoryText
    texts: dict[UUID, dict[str, str]] = defaultdict(dict)
    ours = select(c.id).where(c.owner_id == owner)
    for key, one, name in connection.execute(
        pick(t.category_id, t.language, t.name).where(t.category_id.in_(ours))
    ):
        texts[key][one] = name
    query = (
        pick(c.id, c.version, c.code, c.name, c.side, c.sphere, c.number, c.ended, c.position)
        .where(c.owner_id == owner)
        .order_by(c.side == CashSide.OUT, c.position, c.code)
    )
    base = language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0]
    found = []
    for row in connection.execute(query):
        there = texts.get(row[0], {})
        found.append(replace(CategoryRow(*row), name=there.get(base) or row[3], names=there))
    return tuple(found)


def bookings(
    connection: Connection, owner: UUID, locale: Locale, wanted: Wanted = EVERYTHING
) -> list[Booking]:
    """The lines of all accounts in the order of days and numbers, with the names of people and visits."""
    return _named(connection, read_lines(connection, owner, wanted), locale)


def _named(connection: Connection, lines: Lines, locale: Locale) -> list[Booking]:
    payers = lines.payers
    called = payer_names(connection, set(payers.values()), locale)
    visits = {one.visit for one in lines.bookings if one.visit is not None}
    titles = names(connection, visits, locale.language, ("visit",)) if visits else {}
    named = []
    for one in lines.bookings:
        payer = payers.get(one.row_id)
        visit = titles.get(one.visit) if one.visit is not None else None
        named.append(
            replace(
                one,
                who=called.get(payer.id, one.who) if payer is not None else one.who,
                visit_name=visit.text if visit is not None else "",
            )
        )
    return named


def booking(connection: Connection, owner: UUID, row_id: UUID, locale: Locale) -> Booking | None:
    """One line by what it is made from; of moved money the side it left."""
    found = bookings(connection, owner, locale, Wanted(row_id=row_id))
    return next((one for one in found if one.key == row_id), None)

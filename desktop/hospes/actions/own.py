# SPDX-License-Identifier: GPL-3.0-or-later
"""The association on whose behalf an action writes, and the numbers it gives (decisions 3 and 17)."""

from functools import cache
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased

from hospes.domain.codes import ReceiptKind, SeriesKind
from hospes.domain.donations_numbers import Series, next_numbers, series_of
from hospes.domain.errors import UserError
from hospes.store.base import natural_key
from hospes.store.owners import chosen_owner
from hospes.store.tables.members import Membership, NumberSeries, Receipt
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.towns import Territory
from hospes.store.writer import Writer


def own_association(w: Writer, owner_id: UUID | None = None) -> Organisation:
    """The association: the one asked for, the one that is looked at, or the umbrella of the file.

    Raises UserError where the file has none yet.
    """
    owner_id = owner_id or chosen_owner(w.connection())
    if owner_id is not None:
        return w.must(Organisation, owner_id)
    return umbrella_of(w)


def umbrella_of(w: Writer) -> Organisation:
    """The association under which the others of the file stand, or the only one.

    Raises UserError where the file has none yet.
    """
    found = w.scalars(_umbrella()).first()
    if found is None:
        raise UserError("This file has no association yet.", code="no-association")
    return found


@cache
def _umbrella() -> Select[Organisation]:
    """Made once: nearly every action asks, and an alias made anew takes longer than the answer."""
    o, above = Organisation, aliased(Organisation)
    under = exists().where(above.id == o.parent_id, above.is_own.is_(True))
    return select(o).where(o.is_own.is_(True)).order_by(o.binned_at.is_not(None), under, o.id).limit(1)


def home_country(w: Writer, own: Organisation) -> str:
    """ISO code of the association's country; nothing if its town is not known."""
    town = w.get(Territory, own.territory_id) if own.territory_id else None
    return town.country if town is not None else ""


def take_numbers(w: Writer, own: Organisation, kind: SeriesKind, count: int = 1) -> list[str]:
    """The next numbers of a series of the whole association; member numbers in use are passed over."""
    series = w.get(NumberSeries, natural_key("number_series", own.id, kind.value, ""))
    if series is None:
        series = w.create(NumberSeries, owner_id=own.id, kind=kind, device="", pattern="{n}", next=1)
    numbers: list[str] = []
    while len(numbers) < count:
        missing = count - len(numbers)
        offered = [_written(series.pattern, series.next + i, w.today.year) for i in range(missing)]
        used = _used(w, own, offered) if kind == SeriesKind.MEMBER else set()
        numbers += [number for number in offered if number not in used]
        series.next += missing
    return numbers


def take_receipt_numbers(
    w: Writer, own: Organisation, kind: SeriesKind, receipts: ReceiptKind, count: int = 1
) -> tuple[str, ...]:
    """The next numbers of this device's series of receipts (decision 17)."""
    rows = w.scalars(
        select(NumberSeries).where(NumberSeries.owner_id == own.id, NumberSeries.kind == kind)
    ).all()
    series = series_of({one.device: Series(one.pattern, one.next) for one in rows}, w.device)
    row = next((one for one in rows if one.device == w.device), None)
    if row is None:
        row = w.create(NumberSeries, owner_id=own.id, kind=kind, device=w.device)
    used = select(Receipt.number).where(Receipt.owner_id == own.id, Receipt.kind == receipts)
    numbers, after = next_numbers(series, w.today.year, frozenset(w.scalars(used)), count)
    row.pattern, row.next = after.pattern, after.next
    w.flush()
    return numbers


def _written(pattern: str, number: int, year: int) -> str:
    return pattern.replace("{n}", str(number)).replace("{year}", str(year))


def _used(w: Writer, own: Organisation, numbers: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        query = select(Membership.number).where(Membership.owner_id == own.id, Membership.number.in_(part))
        found |= set(w.scalars(query))
    return found


def number_is_free(w: Writer, own: Organisation, number: str, but: UUID | None = None) -> bool:
    """Does nobody else have this member number?"""
    query = select(Membership.id).where(Membership.owner_id == own.id, Membership.number == number)
    return all(row_id == but for row_id in w.scalars(query))

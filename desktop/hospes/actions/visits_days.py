# SPDX-License-Identifier: GPL-3.0-or-later
"""Other days for a visit, and everything that is dated by them moving along or staying (design 5.8).

Tasks that are counted from the first day always follow. Programme, nights, stays and journeys follow if the
person said so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.visits import check_days
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.codec import world_columns
from hospes.store.tables.events import Task
from hospes.store.tables.stays import HostOffer, OfferNight, Placement
from hospes.store.tables.travel import HotelGuest, HotelRoom, Transport, TransportLeg
from hospes.store.tables.visits import Delegation, Participation, ProgrammeItem, Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class SetVisitDays(Action):
    """Give a visit other days. Gives by how many days its beginning moved.

    With `along` the programme, nights, placements, stays and journeys move by as many days.
    """

    code: ClassVar[str] = "visit-days"
    label: ClassVar[str] = N_("Change the days of “{visit}”")

    id: UUID
    first: date | None
    last: date | None
    along: bool = False

    def apply(self, w: Writer) -> int:
        """Move it."""
        visit = w.must(Visit, self.id)
        last = self.last if self.last is not None else self.first
        check_days(self.first, last)
        before = visit.first
        visit.first, visit.last = self.first, last
        _follow_tasks(w, visit)
        if before is None or self.first is None:
            return 0
        moved = self.first - before
        if moved and self.along:
            _move(w, self.id, moved)
        return moved.days

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.id}


def _follow_tasks(w: Writer, visit: Visit) -> None:
    """Tasks counted from the first day, as long as they are not done."""
    if visit.first is None:
        return
    query = select(Task).where(
        Task.visit_id == visit.id, Task.days_from_start.is_not(None), Task.done_on.is_(None)
    )
    for task in w.scalars(query).all():
        assert task.days_from_start is not None
        task.due_on = visit.first + timedelta(days=task.days_from_start)


def _move(w: Writer, visit_id: UUID, by: timedelta) -> None:
    people = select(Participation.id).where(Participation.visit_id == visit_id)
    offers = select(HostOffer.id).where(HostOffer.visit_id == visit_id)
    transports = select(Transport.id).where(Transport.visit_id == visit_id)
    rooms = select(HotelRoom.id).where(HotelRoom.visit_id == visit_id)
    _shift(w, w.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit_id)), by, "on")
    stays = ("arrival_on", "departure_on")
    _shift(w, w.scalars(select(Delegation).where(Delegation.visit_id == visit_id)), by, *stays)
    _shift(w, w.scalars(select(Participation).where(Participation.visit_id == visit_id)), by, *stays)
    legs = select(TransportLeg).where(TransportLeg.transport_id.in_(transports))
    _shift(w, w.scalars(legs), by, "departs_on", "arrives_on")
    _shift(w, w.scalars(select(HotelRoom).where(HotelRoom.visit_id == visit_id)), by, "first", "last")
    _shift(w, w.scalars(select(HotelGuest).where(HotelGuest.room_id.in_(rooms))), by, "first", "last")
    _rekey(w, w.scalars(select(OfferNight).where(OfferNight.offer_id.in_(offers))), by, "night")
    _rekey(w, w.scalars(select(Placement).where(Placement.participation_id.in_(people))), by, "night")


def _shift(w: Writer, rows: Iterable[Row], by: timedelta, *names: str) -> None:
    """Move days that are no part of a key."""
    for row in list(rows):
        for name in names:
            value = getattr(row, name)
            if value is not None:
                setattr(row, name, value + by)


def _rekey(w: Writer, rows: Iterable[Row], by: timedelta, name: str) -> None:
    """Move a day that is part of the key: each row takes over what the row of the earlier day held."""
    found = list(rows)
    if not found:
        return
    cls = type(found[0])
    names = [column.name for column in world_columns(cls)]
    moved: dict[UUID, dict[str, Any]] = {}
    for row in found:
        values = {one: getattr(row, one) for one in names}
        values[name] += by
        moved[w.key_for(cls, values)] = values
    for row in found:
        values = moved.pop(row.id, {})
        if not values:
            w.delete(row)
        for one, value in values.items():
            setattr(row, one, value)
    w.flush()
    for values in moved.values():
        w.create(cls, **values)

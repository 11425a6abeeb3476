# SPDX-License-Identifier: GPL-3.0-or-later
"""Hotel rooms of a visit and who sleeps there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row, natural_key
from hospes.store.tables.stays import StayWish
from hospes.store.tables.travel import HotelGuest, HotelRoom
from hospes.store.tables.visits import Participation, Visit
from hospes.store.writer import Writer

MOST_PLACES = 100


@dataclass(frozen=True)
class AddRooms(Action):
    """Add rooms of one kind in a hotel. Gives their ids."""

    code: ClassVar[str] = "hotel-rooms-add"
    label: ClassVar[tuple[str, str]] = NN_("Add {n} hotel room to {visit}", "Add {n} hotel rooms to {visit}")

    visit_id: UUID
    hotel: str
    places: int = 1
    count: int = 1
    name: str = ""

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Add them behind the others."""
        w.must(Visit, self.visit_id)
        hotel = " ".join(self.hotel.split())
        if not hotel:
            raise FieldProblem("hotel", "Which hotel? The room needs the name of one.")
        _whole("places", self.places)
        _whole("count", self.count)
        query = select(func.max(HotelRoom.position)).where(HotelRoom.visit_id == self.visit_id)
        position = (w.execute(query).scalar() or 0) + 1
        return tuple(
            w.create(
                HotelRoom,
                visit_id=self.visit_id,
                hotel=hotel,
                name=self.name.strip(),
                places=self.places,
                position=position + at,
            ).id
            for at in range(self.count)
        )

    def refs(self, result: object) -> dict[str, object]:
        """The visit and how many."""
        return {"visit": self.visit_id, "n": self.count}


@dataclass(frozen=True)
class EditRoom(Edit):
    """Change a hotel room."""

    code: ClassVar[str] = "hotel-room-edit"
    label: ClassVar[str] = N_("Change a hotel room of {visit}")
    table: ClassVar[type[Row]] = HotelRoom
    fields: ClassVar[frozenset[str]] = frozenset(
        {"hotel", "name", "places", "first", "last", "step_free", "remarks", "position"}
    )

    def apply(self, w: Writer) -> object:
        """Check and assign. Gives the visit."""
        super().apply(w)
        return w.must(HotelRoom, self.id).visit_id

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A room has a hotel and at least one place."""
        if "places" in self.values:
            _whole("places", self.values["places"])
        if "hotel" in self.values and not str(self.values["hotel"]).strip():
            raise FieldProblem("hotel", "Which hotel? The room needs the name of one.")
        return self.values

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class DeleteRoom(Action):
    """Take a hotel room out; who slept there has none. Gives the visit."""

    code: ClassVar[str] = "hotel-room-delete"
    label: ClassVar[str] = N_("Delete a hotel room of {visit}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        row = w.must(HotelRoom, self.id)
        for guest in w.scalars(select(HotelGuest).where(HotelGuest.room_id == row.id)).all():
            w.delete(guest)
        w.delete(row)
        return row.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class PutInRoom(Action):
    """People sleep in a hotel room, all their nights or some. They count as hotel guests from now on."""

    code: ClassVar[str] = "hotel-put"
    label: ClassVar[tuple[str, str]] = NN_("{person} gets a hotel room", "{person} get a hotel room")

    room_id: UUID
    participation_ids: tuple[UUID, ...]
    first: date | None = None
    last: date | None = None

    def apply(self, w: Writer) -> UUID:
        """Add them; who sleeps there all the time leaves other rooms. Gives the first person."""
        room = w.must(HotelRoom, self.room_id)
        rooms = w.scalars(select(HotelRoom.id).where(HotelRoom.visit_id == room.visit_id)).all()
        if self.first is not None and self.last is not None and self.last < self.first:
            raise FieldProblem("last", "The last night is before the first. Turn them round.")
        for one in self.participation_ids:
            if self.first is None and self.last is None:
                for other in rooms:
                    row = w.get(HotelGuest, natural_key("hotel_guest", other, one))
                    if row is not None and other != room.id:
                        w.delete(row)
            w.put(HotelGuest, {"room_id": room.id, "participation_id": one}, first=self.first, last=self.last)
            wish = w.put(StayWish, {"participation_id": one})
            wish.hotel = True
        return w.must(Participation, self.participation_ids[0]).person_id

    def refs(self, result: object) -> dict[str, object]:
        """The first of them and how many."""
        return {"person": result, "n": len(self.participation_ids)}


@dataclass(frozen=True)
class TakeFromRoom(Action):
    """Somebody no longer sleeps in a hotel room. They still want a hotel, until somebody says otherwise."""

    code: ClassVar[str] = "hotel-take"
    label: ClassVar[str] = N_("{person} leaves the hotel room")

    room_id: UUID
    participation_id: UUID

    def apply(self, w: Writer) -> UUID:
        """Take them out. Gives the person."""
        w.delete(w.must(HotelGuest, natural_key("hotel_guest", self.room_id, self.participation_id)))
        return w.must(Participation, self.participation_id).person_id

    def refs(self, result: object) -> dict[str, object]:
        """Who it is."""
        return {"person": result}


def _whole(name: str, value: object) -> None:
    if not isinstance(value, int) or not 1 <= value <= MOST_PLACES:
        raise FieldProblem(name, "Write a whole number from 1 to {most}.", most=MOST_PLACES)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel: transports with their legs and stops, and who sits where. Rooms of hotels stand in `hotels`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit, assign, known_fields
from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.domain.codes_visit import DelegationRole
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row, natural_key
from hospes.store.selections import AnyColumn
from hospes.store.tables.towns import Territory
from hospes.store.tables.travel import Passenger, Transport, TransportLeg, TransportStop
from hospes.store.tables.visits import Delegation, Participation, Visit
from hospes.store.writer import Writer

MOST_SEATS = 2000


@dataclass(frozen=True)
class AddTransport(Action):
    """Add a coach, a car, a train; with a way there and back on the days of the visit. Gives its id."""

    code: ClassVar[str] = "transport-add"
    label: ClassVar[str] = N_("Add a transport to {visit}")

    visit_id: UUID
    kind: TransportKind = TransportKind.COACH
    name: str = ""
    seats: int | None = None
    ways: tuple[LegWay, ...] = (LegWay.THERE, LegWay.BACK)

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        visit = w.must(Visit, self.visit_id)
        made = w.create(
            Transport,
            visit_id=visit.id,
            kind=self.kind,
            name=self.name.strip(),
            seats=_seats(self.seats),
            wheelchair_places=0,
            position=_after(w, Transport, Transport.visit_id, visit.id),
        )
        here, there = _places(w, visit)
        for position, way in enumerate(self.ways):
            outward = way is not LegWay.BACK
            w.create(
                TransportLeg,
                transport_id=made.id,
                way=way,
                origin=there if outward else here,
                destination=here if outward else there,
                departs_on=visit.first if outward else visit.last,
                position=position,
            )
        return made.id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.visit_id}


@dataclass(frozen=True)
class EditTransport(Edit):
    """Change what is known of a transport."""

    code: ClassVar[str] = "transport-edit"
    label: ClassVar[str] = N_("Change the transport {transport}")
    table: ClassVar[type[Row]] = Transport
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "kind", "name", "company", "phone", "seats", "wheelchair_places", "driver_id", "driver_name",
            "driver_phone", "drivers", "luggage", "remarks", "position",
        }
    )  # fmt: skip
    ref: ClassVar[str] = "transport"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Places are whole numbers that can be."""
        for name in ("seats", "wheelchair_places", "drivers"):
            value = self.values.get(name)
            if isinstance(value, int):
                _seats(value, name)
        return self.values


@dataclass(frozen=True)
class DeleteTransport(Action):
    """Take a transport out, with its legs and who sat there."""

    code: ClassVar[str] = "transport-delete"
    label: ClassVar[str] = N_("Delete the transport {transport}")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it."""
        row = w.must(Transport, self.id)
        for leg in w.scalars(select(TransportLeg).where(TransportLeg.transport_id == row.id)).all():
            _delete_leg(w, leg)
        w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The transport."""
        return {"transport": self.id}


@dataclass(frozen=True)
class AddLeg(Action):
    """Add a stretch to a transport. Gives its id."""

    code: ClassVar[str] = "leg-add"
    label: ClassVar[str] = N_("Add a stretch to {transport}")

    transport_id: UUID
    way: LegWay = LegWay.DURING
    values: Mapping[str, object] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Add it; a train that goes on from where another arrived begins there."""
        w.must(Transport, self.transport_id)
        known_fields(self.values, EditLeg.fields)
        position = _after(w, TransportLeg, TransportLeg.transport_id, self.transport_id)
        return w.create(
            TransportLeg, transport_id=self.transport_id, way=self.way, position=position, **dict(self.values)
        ).id

    def refs(self, result: object) -> dict[str, object]:
        """The transport."""
        return {"transport": self.transport_id}


@dataclass(frozen=True)
class EditLeg(Edit):
    """Change a stretch: from where, to where, when."""

    code: ClassVar[str] = "leg-edit"
    label: ClassVar[str] = N_("Change the times of {transport}")
    table: ClassVar[type[Row]] = TransportLeg
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "way", "reference", "origin", "destination", "departs_on", "departs_at", "departs_words",
            "departs_zone", "arrives_on", "arrives_at", "arrives_words", "arrives_zone", "distance_km",
            "driving_minutes", "remarks",
        }
    )  # fmt: skip

    def apply(self, w: Writer) -> object:
        """Check and assign. Gives the transport."""
        super().apply(w)
        return w.must(TransportLeg, self.id).transport_id

    def refs(self, result: object) -> dict[str, object]:
        """The transport."""
        return {"transport": result}


@dataclass(frozen=True)
class DeleteLeg(Action):
    """Take a stretch out, with its stops and who sat there. Gives the transport."""

    code: ClassVar[str] = "leg-delete"
    label: ClassVar[str] = N_("Delete a stretch of {transport}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        leg = w.must(TransportLeg, self.id)
        _delete_leg(w, leg)
        return leg.transport_id

    def refs(self, result: object) -> dict[str, object]:
        """The transport."""
        return {"transport": result}


@dataclass(frozen=True)
class SetStops(Action):
    """The stops of a stretch, in order: id (nothing for a new one), place, time, words.

    Who gets on at a stop that is taken out simply has none any more.
    """

    code: ClassVar[str] = "leg-stops"
    label: ClassVar[str] = N_("Set the stops of {transport}")

    leg_id: UUID
    stops: tuple[Mapping[str, object], ...]

    def apply(self, w: Writer) -> UUID:
        """Write them as they stand."""
        leg = w.must(TransportLeg, self.leg_id)
        query = select(TransportStop).where(TransportStop.leg_id == leg.id)
        before = {row.id: row for row in w.scalars(query).all()}
        for position, one in enumerate(self.stops):
            place = str(one.get("place", "")).strip()
            if not place:
                raise FieldProblem("place", "A stop needs a place.")
            given = one.get("id")
            row = before.pop(given, None) if isinstance(given, UUID) else None
            if row is None:
                row = w.create(TransportStop, leg_id=leg.id, place=place)
                w.flush()
            row.place, row.position = place, position
            row.at = one.get("at")  # type: ignore[assignment]  # a mapping of plain values
            row.words = str(one.get("words", "")).strip()
        for row in before.values():
            for seat in w.scalars(select(Passenger).where(Passenger.stop_id == row.id)).all():
                seat.stop_id = None
            w.delete(row)
        return leg.transport_id

    def refs(self, result: object) -> dict[str, object]:
        """The transport."""
        return {"transport": result}


@dataclass(frozen=True)
class BoardPeople(Action):
    """People sit on these stretches. Whoever sits there already stays as they are. Gives the transport."""

    code: ClassVar[str] = "travel-board"
    label: ClassVar[tuple[str, str]] = NN_(
        "{person} travels with {transport}", "{person} travel with {transport}"
    )

    leg_ids: tuple[UUID, ...]
    participation_ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Add who is not there yet."""
        leg = w.must(TransportLeg, self.leg_ids[0])
        for leg_id in self.leg_ids:
            w.must(TransportLeg, leg_id)
            for one in self.participation_ids:
                w.put(Passenger, {"leg_id": leg_id, "participation_id": one})
        first = w.must(Participation, self.participation_ids[0])
        return leg.transport_id, first.person_id

    def refs(self, result: object) -> dict[str, object]:
        """The transport, the first of the people, how many."""
        assert isinstance(result, tuple)
        return {"transport": result[0], "person": result[1], "n": len(self.participation_ids)}


@dataclass(frozen=True)
class UnboardPeople(Action):
    """People no longer sit on these stretches. Gives the transport."""

    code: ClassVar[str] = "travel-unboard"
    label: ClassVar[tuple[str, str]] = NN_(
        "{person} no longer travels with {transport}", "{person} no longer travel with {transport}"
    )

    leg_ids: tuple[UUID, ...]
    participation_ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Take them off."""
        leg = w.must(TransportLeg, self.leg_ids[0])
        for leg_id in self.leg_ids:
            for one in self.participation_ids:
                seat = w.get(Passenger, natural_key("passenger", leg_id, one))
                if seat is not None:
                    w.delete(seat)
        first = w.must(Participation, self.participation_ids[0])
        return leg.transport_id, first.person_id

    def refs(self, result: object) -> dict[str, object]:
        """The transport, the first of the people, how many."""
        assert isinstance(result, tuple)
        return {"transport": result[0], "person": result[1], "n": len(self.participation_ids)}


@dataclass(frozen=True)
class SetSeat(Action):
    """Where somebody sits and gets on: seat, stop, wheelchair place. Gives the person."""

    code: ClassVar[str] = "travel-seat"
    label: ClassVar[str] = N_("Set the seat of {person}")

    leg_id: UUID
    participation_id: UUID
    values: Mapping[str, object]

    def apply(self, w: Writer) -> UUID:
        """Change it."""
        known_fields(self.values, {"seat", "stop_id", "wheelchair"})
        seat = w.must(Passenger, natural_key("passenger", self.leg_id, self.participation_id))
        assign(seat, self.values)
        return w.must(Participation, self.participation_id).person_id

    def refs(self, result: object) -> dict[str, object]:
        """Who it is."""
        return {"person": result}


def _seats(value: int | None, name: str = "seats") -> int | None:
    if value is not None and not 0 <= value <= MOST_SEATS:
        raise FieldProblem(
            name, "{n} places cannot be right. Write a number from 0 to {most}.", n=value, most=MOST_SEATS
        )
    return value


def _places(w: Writer, visit: Visit) -> tuple[str, str]:
    """The place of the visit and where the first delegation that travels comes from, by their own names."""
    here = w.get(Territory, visit.territory_id) if visit.territory_id else None
    query = (
        select(Delegation)
        .where(Delegation.visit_id == visit.id, Delegation.role != DelegationRole.HOSTING)
        .order_by(Delegation.position, Delegation.id)
    )
    one = w.scalars(query).first()
    there = w.get(Territory, one.territory_id) if one is not None and one.territory_id else None
    return (here.name if here else "", there.name if there else "")


def _after(w: Writer, cls: type[Transport] | type[TransportLeg], column: AnyColumn, parent: UUID) -> int:
    query = select(func.max(cls.position)).where(column == parent)
    last = w.execute(query).scalar()
    return 0 if last is None else last + 1


def _delete_leg(w: Writer, leg: TransportLeg) -> None:
    for cls in (Passenger, TransportStop):
        for row in w.scalars(select(cls).where(cls.leg_id == leg.id)).all():
            w.delete(row)
    w.delete(leg)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Households: their name and letters, who belongs to them, moving out, and what they offer guests."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit, EditFact, known_fields, refuse_lost_update
from hospes.actions.membership_terms import name_of, pay_from
from hospes.domain.codes import Relation
from hospes.domain.codes_visit import BedKind
from hospes.domain.countries import read_country
from hospes.domain.errors import FieldProblem
from hospes.domain.households import household_name
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.households import (
    Address,
    Hosting,
    HostingBed,
    Household,
    HouseholdMember,
    HouseholdText,
)
from hospes.store.tables.people import Person
from hospes.store.writer import Writer


@dataclass(frozen=True)
class EditHousehold(Edit):
    """Change a household's name, how it gets letters, whether it pays dues together."""

    code: ClassVar[str] = "household-edit"
    label: ClassVar[str] = N_("Edit the household {household}")
    table: ClassVar[type[Row]] = Household
    fields: ClassVar[frozenset[str]] = frozenset({"name", "letter_style", "joint_dues"})
    ref: ClassVar[str] = "household"

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """A household needs a name."""
        values = dict(self.values)
        if "name" in values and not str(values["name"]).strip():
            raise FieldProblem("name", "A household needs a name.")
        return values


@dataclass(frozen=True)
class SetHouseholdTexts(Action):
    """Salutation and name on envelopes in one language, instead of the computed ones; empty is none."""

    code: ClassVar[str] = "household-texts"
    label: ClassVar[str] = N_("Letters to the household {household}")

    household_id: UUID
    language: str
    salutation: str = ""
    address_name: str = ""

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Household, self.household_id)
        keys = {"household_id": self.household_id, "language": normal_code(self.language)}
        texts = {"salutation": self.salutation.strip(), "address_name": self.address_name.strip()}
        row = w.get(HouseholdText, w.key_for(HouseholdText, keys))
        if any(texts.values()):
            w.put(HouseholdText, keys, **texts)
        elif row is not None:
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """Which."""
        return {"household": self.household_id}


def live_links(w: Writer, person_id: UUID) -> list[HouseholdMember]:
    """Where somebody lives now, as the file has it."""
    query = select(HouseholdMember).where(
        HouseholdMember.person_id == person_id, HouseholdMember.valid_to.is_(None)
    )
    return list(w.scalars(query))


def join(w: Writer, household_id: UUID, person_id: UUID, relation: Relation, since: date | None) -> None:
    """Let somebody live in a household, behind those who are there."""
    query = select(func.max(HouseholdMember.position)).where(HouseholdMember.household_id == household_id)
    last = w.scalar(query)
    w.create(
        HouseholdMember,
        household_id=household_id,
        person_id=person_id,
        relation=relation,
        position=0 if last is None else last + 1,
        valid_from=since,
    )


@dataclass(frozen=True)
class JoinHousehold(Action):
    """Somebody comes to live in a household; where they lived before ends the day before `on`."""

    code: ClassVar[str] = "household-join"
    label: ClassVar[str] = N_("{person} joins a household")

    person_id: UUID
    household_id: UUID
    relation: Relation = Relation.OTHER
    on: date | None = None

    def apply(self, w: Writer) -> None:
        """Move them in."""
        w.must(Person, self.person_id)
        w.must(Household, self.household_id)
        links = live_links(w, self.person_id)
        if any(link.household_id == self.household_id for link in links):
            raise FieldProblem("household", "This person lives in the household already.")
        _end(w, links, self.on or w.today)
        join(w, self.household_id, self.person_id, self.relation, self.on)

    def refs(self, result: object) -> dict[str, object]:
        """Who, and where."""
        return {"person": self.person_id, "household": self.household_id}


@dataclass(frozen=True)
class EditHouseholdMember(EditFact):
    """Change what somebody is in a household, or the order of its people."""

    code: ClassVar[str] = "household-member-edit"
    label: ClassVar[str] = N_("{person} in the household")
    table: ClassVar[type[Row]] = HouseholdMember
    fields: ClassVar[frozenset[str]] = frozenset({"relation", "position", "valid_from", "valid_to"})
    ref: ClassVar[str] = "person"


@dataclass(frozen=True)
class MoveOut(Action):
    """A divorce, a child moving out: a new household, with its own address if it is known (design 5.5).

    `others` move with them. Who was in a class for households gets `class_id` from that day on; without it
    the class stays, and the new household pays. Gives the new household's id.
    """

    code: ClassVar[str] = "household-move-out"
    label: ClassVar[str] = N_("{person} moves out")

    person_id: UUID
    on: date | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    others: tuple[UUID, ...] = ()
    class_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """End the old place, begin the new one."""
        people = [w.must(Person, one) for one in (self.person_id, *self.others)]
        day = self.on or w.today
        left: set[UUID] = set()
        for person in people:
            links = live_links(w, person.id)
            left |= {link.household_id for link in links}
            _end(w, links, day)
        home = w.create(Household, name=household_name(name_of(person) for person in people))
        for at, person in enumerate(people):
            w.flush()  # the next one asks for the last position
            join(w, home.id, person.id, Relation.OTHER if at else Relation.HEAD, day)
        for person in people:
            pay_from(w, person.id, left, home.id, day, self.class_id)
        if self.street.strip() or self.town.strip():
            w.create(
                Address,
                household_id=home.id,
                street=self.street.strip(),
                postcode=self.postcode.strip(),
                town=self.town.strip(),
                country=read_country(self.country) if self.country.strip() else "",
                valid_from=day,
            )
        return home.id

    def refs(self, result: object) -> dict[str, object]:
        """Who, and the new household."""
        return {"person": self.person_id, "household": result, "n": 1 + len(self.others)}


def _end(w: Writer, links: list[HouseholdMember], day: date) -> None:
    for link in links:
        last = day - timedelta(days=1)
        if link.valid_from is not None and last < link.valid_from:
            w.delete(link)  # came and went on one day: they were never there
        else:
            link.valid_to = last


HOSTING_FACTS = frozenset({
    "can_host", "max_guests", "cats", "dogs", "other_pets", "smoking", "stairs", "step_free", "car_seats",
    "distance_m", "diets", "accepts", "minors_ok", "checked_on", "experienced", "remarks",
})  # fmt: skip


@dataclass(frozen=True)
class SetHosting(Action):
    """What a household can offer guests in general. `facts` are columns of `Hosting`; None is "not asked"."""

    code: ClassVar[str] = "hosting-set"
    label: ClassVar[str] = N_("What {household} can offer guests")

    household_id: UUID
    facts: dict[str, object]
    seen: int | None = None

    def apply(self, w: Writer) -> None:
        """Keep the facts given; others stay."""
        w.must(Household, self.household_id)
        known_fields(self.facts, HOSTING_FACTS)
        places = self.facts.get("max_guests")
        if isinstance(places, int) and not 0 <= places <= 50:
            raise FieldProblem("max_guests", "A number of guests from 0 to 50.")
        for name in ("stairs", "car_seats", "distance_m"):
            number = self.facts.get(name)
            if isinstance(number, int) and not 0 <= number <= 1_000_000:
                raise FieldProblem(name, "This number cannot be used. What you typed is kept.")
        row = w.get(Hosting, w.key_for(Hosting, {"household_id": self.household_id}))
        if row is not None:
            refuse_lost_update(w, row, self.seen, self.facts)
        w.put(Hosting, {"household_id": self.household_id}, **self.facts)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"household": self.household_id}


@dataclass(frozen=True)
class SetBeds(Action):
    """The beds of a household: room, kind and places of each, the whole list at once."""

    code: ClassVar[str] = "hosting-beds"
    label: ClassVar[str] = N_("The beds of {household}")

    household_id: UUID
    beds: tuple[tuple[str, BedKind, int], ...]

    def apply(self, w: Writer) -> None:
        """Replace what differs; beds that stay keep their row."""
        w.must(Household, self.household_id)
        query = select(HostingBed).where(HostingBed.household_id == self.household_id)
        rows = list(w.scalars(query.order_by(HostingBed.position, HostingBed.id)))
        for position, (room, kind, places) in enumerate(self.beds):
            if not 1 <= places <= 10:
                raise FieldProblem("places", "A bed has room for 1 to 10 people.")
            if position < len(rows):
                row = rows[position]
            else:
                row = w.create(HostingBed, household_id=self.household_id)
            row.room, row.kind, row.places, row.position = room.strip(), kind, places, position
        for row in rows[len(self.beds) :]:
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"household": self.household_id}

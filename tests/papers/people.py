# SPDX-License-Identifier: GPL-3.0-or-later
"""People put into a file by the test itself, row by row: a paper meets just what the test is about."""

import datetime as dt
from dataclasses import dataclass, field

from sqlalchemy import select

from hospes.actions import Action
from hospes.domain.codes import ContactKind, LetterStyle
from hospes.domain.values import RoughDate
from hospes.store.tables.households import Address, ContactPoint, Household, HouseholdMember
from hospes.store.tables.members import Membership, MembershipClass, MembershipPeriod
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person

TODAY = dt.date(2026, 4, 27)


@dataclass(frozen=True)
class Somebody:
    """A person of a test; `more` are further columns of the person."""

    given: str
    surname: str
    phone: str = ""
    e164: str = ""
    joined: str = "2001-05-01"
    left_on: dt.date | None = None
    member: bool = True
    on_lists: bool = True
    birth: str = ""
    more: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class PutHousehold(Action):
    """A household with its people, members of the first class there is."""

    code = "test-put-household"
    label = "Put people"

    people: tuple[Somebody, ...]
    address: dict[str, str]
    letter_style: LetterStyle

    def apply(self, w):
        owner = w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one()
        kind = w.scalars(select(MembershipClass).order_by(MembershipClass.position)).first()
        home = w.create(Household, name=self.people[0].surname, letter_style=self.letter_style)
        if self.address:
            w.create(Address, household_id=home.id, **self.address)
        made = []
        for at, one in enumerate(self.people):
            birth = RoughDate.parse(one.birth) if one.birth else None
            person = w.create(Person, given=one.given, surname=one.surname, birth=birth, **one.more)
            w.create(HouseholdMember, household_id=home.id, person_id=person.id, position=at)
            if one.phone:
                self._phone(w, person, one)
            if one.member:
                self._membership(w, person, one, owner, kind)
            made.append(person.id)
        return tuple(made)

    def _phone(self, w, person, one):
        values = {"value": one.phone, "e164": one.e164 or None, "on_lists": one.on_lists}
        w.create(ContactPoint, person_id=person.id, kind=ContactKind.PHONE, **values)

    def _membership(self, w, person, one, owner, kind):
        numbers = w.scalars(select(Membership.number)).all()
        held = w.create(
            Membership,
            owner_id=owner.id,
            number=str(len(numbers) + 1),
            person_id=person.id,
            joined=RoughDate.parse(one.joined),
            left_on=one.left_on,
        )
        w.create(MembershipPeriod, membership_id=held.id, membership_class_id=kind.id)
        w.flush()


def add(app, *people, street="Mühlgasse 14", postcode="63512", town="Rosenau", together=True, **more):
    """Add people of one household; a text is a given and a last name parted by `|`. Gives their ids."""
    made = tuple(one if isinstance(one, Somebody) else Somebody(*one.split("|")) for one in people)
    address = {"street": street, "postcode": postcode, "town": town, "country": "DE", **more} if town else {}
    style = LetterStyle.ONE if together else LetterStyle.EACH
    return app.run(PutHousehold(made, address, style)).result

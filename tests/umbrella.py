# SPDX-License-Identifier: GPL-3.0-or-later
"""An umbrella of three associations in one file, each with members, dues, a visit and a twinning."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from hospes.actions.association import EditAssociation
from hospes.actions.classes import SetClassAmount
from hospes.actions.members import AddPeople, NewPerson
from hospes.actions.partnerships import AddPartnership, NewParty
from hospes.actions.umbrella import AddAssociation
from hospes.domain.values import Money, RoughDate
from hospes.store.tables.members import MembershipClass
from hospes.store.tables.visits import Visit
from tests import make


@dataclass(frozen=True)
class Umbrella:
    """The file, and its three associations."""

    app: object
    top: UUID
    east: UUID
    west: UUID


def add_member(app, owner, given, surname):
    """A member of one association, with a single's class."""
    app.owner = owner
    wanted = select(MembershipClass.id).where(
        MembershipClass.owner_id == owner, MembershipClass.position == 0
    )
    of_class = make.do(app, lambda w: w.scalars(wanted).one())
    app.run(SetClassAmount(of_class, Money(3000), date(2020, 1, 1)))
    people = (NewPerson(given, surname),)
    made = app.run(AddPeople(people, joined=RoughDate(2020), class_id=of_class)).result
    app.owner = None
    return made


def umbrella(path) -> Umbrella:
    """Made through the very actions the window uses."""
    app = make.founded(path)
    top = make.do(app, lambda w: w.scalars(select(MembershipClass.owner_id)).first())
    east = app.run(AddAssociation("Freundeskreis Ost e.V.", "Ost")).result
    west = app.run(AddAssociation("Freundeskreis West e.V.", "West")).result
    app.run(EditAssociation(east, {"bank_name": "Ostbank"}))
    add_member(app, top, "Tilda", "Dach")
    for given in ("Edda", "Egon", "Else"):
        add_member(app, east, given, "Osten")
    for given in ("Wilma", "Willi"):
        add_member(app, west, given, "Westen")
    for owner, town in ((east, "Lipowiec"), (west, "Vire")):
        app.owner = owner
        app.run(AddPartnership((NewParty(name=f"Ort {town}"), NewParty(name=town))))
    app.owner = None

    def visits(w):
        for owner in (east, west, west):
            w.create(Visit, owner_id=owner)

    make.do(app, visits)
    return Umbrella(app, top, east, west)

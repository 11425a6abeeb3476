# SPDX-License-Identifier: GPL-3.0-or-later
"""A small association for tests that need rows: founded in a file, filled through the one door."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from hospes.actions import Action
from hospes.actions.association import FoundAssociation
from hospes.app import App, Who
from hospes.domain.codes import ContactKind
from hospes.store.tables.households import Address, ContactPoint, Household, HouseholdMember
from hospes.store.tables.people import Person

DAY = date(2026, 4, 27)
WHO = Who(editor="hannelore", device="laptop")


@dataclass(frozen=True)
class Do(Action):
    """Whatever a test wants to write, as one step."""

    code: ClassVar[str] = "test-do"
    label: ClassVar[str] = "Do"

    work: Callable[[object], object]
    about: dict | None = None

    def apply(self, w):
        return self.work(w)

    def refs(self, result):
        return self.about or {}


def founded(path, **more) -> App:
    """A new association in Rosenau, twinned with Montclair."""
    first = FoundAssociation(
        name="Verein Rosenau",
        town="Rosenau",
        country="DE",
        partners=(("Montclair", "FR"),),
        founder="Hannelore",
    )
    return App.create(path, first, more.pop("who", WHO), today=more.pop("today", DAY))


def do(app, work, about=None):
    """Write as one step; gives what `work` gave."""
    return app.run(Do(work, about)).result


def family(w, surname, *givens, street="Mühlgasse 14", town="Rosenau", phone=""):
    """A household with its people; gives its id and theirs."""
    home = w.create(Household, name=surname)
    w.create(Address, household_id=home.id, street=street, postcode="63512", town=town, country="DE")
    people = []
    for position, given in enumerate(givens):
        person = w.create(Person, given=given, surname=surname)
        w.create(HouseholdMember, household_id=home.id, person_id=person.id, position=position)
        if phone and not position:
            w.create(ContactPoint, person_id=person.id, kind=ContactKind.PHONE, value=phone)
        people.append(person.id)
    return home.id, people

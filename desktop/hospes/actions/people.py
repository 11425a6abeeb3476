# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing a person: names and facts, languages, guardians, emergency contacts, and death."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.households import live_links
from hospes.actions.membership_terms import end_membership, end_offices, running
from hospes.domain.codes import GuardianKind, LanguageLevel, LeavingReason, MandateState
from hospes.domain.countries import read_country
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.values import RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.households import Hosting, HouseholdMember, HouseholdText
from hospes.store.tables.members import Mandate
from hospes.store.tables.people import EmergencyContact, Guardian, Person, PersonLanguage, PersonText
from hospes.store.writer import Writer

NAME_FIELDS = frozenset({
    "title_prefix", "given", "given2", "nickname", "surname_prefix", "surname", "surname2", "birth_surname",
    "suffix", "name_order", "script_name", "latin_name", "sort_key", "gender", "country",
})  # fmt: skip
"""What makes a name (domain 5.1)."""


@dataclass(frozen=True)
class EditPerson(Edit):
    """Change fields of a person."""

    code: ClassVar[str] = "person-edit"
    label: ClassVar[str] = N_("Edit {person}")
    table: ClassVar[type[Row]] = Person
    ref: ClassVar[str] = "person"
    fields: ClassVar[frozenset[str]] = NAME_FIELDS | {
        "birth", "birth_place", "deceased", "died", "preferred_language", "formality", "profession",
        "interests", "by_email", "photo_sha",
    }  # fmt: skip

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Somebody needs a name, and is not born in the future."""
        assert isinstance(row, Person)
        if row.erased_on is not None:
            raise UserError("Somebody who was erased for good cannot be changed.", code="edit-erased")
        values = dict(self.values)
        name = [
            str(values.get(part, getattr(row, part))).strip() for part in ("given", "surname", "script_name")
        ]
        if not any(name):
            raise FieldProblem("surname", "A person needs a first or a last name.")
        for field in ("birth", "died"):
            day = values.get(field)
            if isinstance(day, RoughDate) and day.first > w.today:
                raise FieldProblem(field, "This day is still to come.")
        if "country" in values:
            values["country"] = read_country(str(values["country"] or ""))
        if values.get("preferred_language"):
            values["preferred_language"] = normal_code(str(values["preferred_language"]))
        return values


@dataclass(frozen=True)
class SetLanguages(Action):
    """Which languages somebody speaks, and how well: the whole list at once."""

    code: ClassVar[str] = "person-languages"
    label: ClassVar[str] = N_("Languages of {person}")

    person_id: UUID
    languages: tuple[tuple[str, LanguageLevel], ...]

    def apply(self, w: Writer) -> None:
        """Add, change and take out what differs."""
        w.must(Person, self.person_id)
        wanted = {normal_code(code): level for code, level in self.languages}
        query = select(PersonLanguage).where(PersonLanguage.person_id == self.person_id)
        for row in w.scalars(query).all():
            if row.language not in wanted:
                w.delete(row)
        for code, level in wanted.items():
            w.put(PersonLanguage, {"person_id": self.person_id, "language": code}, level=level)

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        return {"person": self.person_id}


@dataclass(frozen=True)
class SetSalutation(Action):
    """How letters in one language greet somebody, instead of the computed salutation; empty takes it away."""

    code: ClassVar[str] = "person-salutation"
    label: ClassVar[str] = N_("Salutation of {person}")

    person_id: UUID
    language: str
    salutation: str

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(Person, self.person_id)
        keys = {"person_id": self.person_id, "language": normal_code(self.language)}
        text = self.salutation.strip()
        row = w.get(PersonText, w.key_for(PersonText, keys))
        if text:
            w.put(PersonText, keys, salutation=text)
        elif row is not None:
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        return {"person": self.person_id}


@dataclass(frozen=True)
class SetGuardian(Action):
    """Say who answers for a minor, or (with `away`) that somebody no longer does."""

    code: ClassVar[str] = "guardian-set"
    label: ClassVar[str] = N_("Guardian of {person}")

    minor_id: UUID
    guardian_id: UUID
    kind: GuardianKind = GuardianKind.PARENT
    away: bool = False

    def apply(self, w: Writer) -> None:
        """Keep the fact or take it out."""
        if self.minor_id == self.guardian_id:
            raise UserError("Nobody is their own guardian.", code="own-guardian")
        for person_id in (self.minor_id, self.guardian_id):
            w.must(Person, person_id)
        keys = {"minor_id": self.minor_id, "guardian_id": self.guardian_id}
        if not self.away:
            w.put(Guardian, keys, kind=self.kind)
            return
        row = w.get(Guardian, w.key_for(Guardian, keys))
        if row is not None:
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The minor."""
        return {"person": self.minor_id}


@dataclass(frozen=True)
class SetEmergencyContact(Action):
    """Whom to telephone. An empty name and phone take the entry away; `id` None adds one."""

    code: ClassVar[str] = "emergency-contact"
    label: ClassVar[str] = N_("Emergency contact of {person}")

    person_id: UUID
    name: str
    phone: str = ""
    relation: str = ""
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID | None:
        """Keep it; gives its id."""
        name, phone = self.name.strip(), self.phone.strip()
        row = w.must(EmergencyContact, self.id) if self.id is not None else None
        if not name and not phone:
            if row is not None:
                w.delete(row)
            return None
        if not name:
            raise FieldProblem("name", "Whose telephone is it? The name is missing.")
        if row is None:
            w.must(Person, self.person_id)
            row = w.create(EmergencyContact, person_id=self.person_id, name=name)
        row.name, row.phone, row.relation = name, phone, self.relation.strip()
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        return {"person": self.person_id}


@dataclass(frozen=True)
class HasDied(Action):
    """Somebody has died: all post stops at once, and nothing that was is lost (design 5.4).

    Memberships, offices and mandates end. The household goes on without the person: salutations that name
    both go, and nobody is left to host where nobody is left. `on` may be known only roughly, or not at all.
    """

    code: ClassVar[str] = "person-died"
    label: ClassVar[str] = N_("{person} has died")

    id: UUID
    on: RoughDate | None = None

    def apply(self, w: Writer) -> None:
        """Keep the fact and end what ends with it. Raises FieldProblem for a day to come."""
        person = w.must(Person, self.id)
        if self.on is not None and self.on.first > w.today:
            raise FieldProblem("died", "This day is still to come.")
        person.deceased, person.died = True, self.on
        end = min(self.on.last, w.today) if self.on is not None else w.today
        for membership in running(w, self.id, end):
            end_membership(w, membership, end, LeavingReason.DIED)
        end_offices(w, self.id, end, only_ours=False)
        mandates = select(Mandate).where(Mandate.person_id == self.id, Mandate.state == MandateState.ACTIVE)
        for mandate in list(w.scalars(mandates)):
            mandate.state = MandateState.ENDED
        for link in live_links(w, self.id):
            link.valid_to = end if link.valid_from is None else max(end, link.valid_from)
            w.flush()
            self._without(w, link.household_id)

    def _without(self, w: Writer, household_id: UUID) -> None:
        """What the household says and offers without the person."""
        for words in list(w.scalars(select(HouseholdText).where(HouseholdText.household_id == household_id))):
            w.delete(words)
        m = HouseholdMember
        others = (
            select(m.id)
            .join(Person, Person.id == m.person_id)
            .where(m.household_id == household_id, m.valid_to.is_(None), Person.deceased.is_(False))
        )
        if w.scalars(others).first() is None:
            for hosting in list(w.scalars(select(Hosting).where(Hosting.household_id == household_id))):
                hosting.can_host = False

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        return {"person": self.id}

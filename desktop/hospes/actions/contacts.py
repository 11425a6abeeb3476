# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: people who are no members but needed for a visit, most of them by their office (design 5.6)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.addresses import ChangeAddress
from hospes.actions.offices import AddOffice
from hospes.actions.organisations import AddOrganisation
from hospes.actions.reach import readable
from hospes.domain.addresses import PostalAddress
from hospes.domain.codes import AddressKind, ContactKind, ContactLabel, Function, OrganisationKind
from hospes.domain.countries import read_country
from hospes.domain.errors import FieldProblem, FormProblems
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.people import Person
from hospes.store.writer import Writer

NO_ADDRESS = PostalAddress()


@dataclass(frozen=True)
class AddContact(Action):
    """Add a person with the office they are known by; gives the person's id.

    The organisation is one of the file, or a new one by its name and town. The address is where their post
    goes.
    """

    code: ClassVar[str] = "contact-add"
    label: ClassVar[str] = N_("Add {person}")

    name: PersonName
    organisation_id: UUID | None = None
    organisation: str = ""
    organisation_kind: OrganisationKind = OrganisationKind.OTHER
    territory_id: UUID | None = None
    function: Function = Function.CONTACT
    title: str = ""
    since: RoughDate | None = None
    phone: str = ""
    email: str = ""
    address: PostalAddress = NO_ADDRESS
    preferred_language: str = ""

    def apply(self, w: Writer) -> UUID:
        """Add person, organisation if it is new, and office. Raises FormProblems."""
        ways = self._checked(w)
        parts = {part: getattr(self.name, part) for part in PersonName.__dataclass_fields__}
        parts = {part: value.strip() if type(value) is str else value for part, value in parts.items()}
        person = w.create(
            Person,
            **parts,
            preferred_language=normal_code(self.preferred_language) if self.preferred_language else "",
        )
        for position, (kind, value, international) in enumerate(ways):
            w.create(
                ContactPoint,
                person_id=person.id,
                kind=kind,
                value=value,
                e164=international,
                label=ContactLabel.WORK,
                position=position,
            )
        w.flush()
        if self.address:
            ChangeAddress("person", person.id, self.address, AddressKind.POST, only_this=True).apply(w)
        organisation_id = self.organisation_id
        if organisation_id is None and self.organisation.strip():
            what = self.organisation_kind
            new = AddOrganisation(self.organisation, what, territory_id=self.territory_id)
            organisation_id = new.apply(w)
        if organisation_id is not None:
            w.flush()
            AddOffice(person.id, organisation_id, self.function, self.title, valid_from=self.since).apply(w)
        return person.id

    def _checked(self, w: Writer) -> list[tuple[ContactKind, str, str | None]]:
        problems: list[FieldProblem] = []
        ways = []
        if not self.name:
            problems.append(FieldProblem("surname", "A person needs a first or a last name."))
        for kind, typed in ((ContactKind.PHONE, self.phone), (ContactKind.EMAIL, self.email)):
            if typed.strip():
                try:
                    ways.append((kind, *readable(w, kind, typed)))
                except FieldProblem as problem:
                    problems.append(problem)
        try:
            read_country(self.address.country)
        except FieldProblem as problem:
            problems.append(problem)
        if problems:
            raise FormProblems(tuple(problems))
        return ways

    def refs(self, result: object) -> dict[str, object]:
        """The person."""
        return {"person": result}

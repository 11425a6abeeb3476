# SPDX-License-Identifier: GPL-3.0-or-later
"""School and club links: who looks after them, and how many people took part in which year (S27)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import DeleteFact
from hospes.actions.organisations import AddOrganisation
from hospes.actions.partnerships import AddPartnership, NewParty
from hospes.domain.codes_twinning import ExchangeWay, LinkKind, PartnershipType
from hospes.domain.errors import FieldProblem
from hospes.domain.links import level_of, organisation_kind_of, problem_of
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipContact,
    PartnershipExchange,
    PartnershipParty,
)
from hospes.store.tables.people import Person
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddLinkContact(Action):
    """Somebody looks after a link, on our side or theirs. Gives the row's id."""

    code: ClassVar[str] = "link-contact-add"
    label: ClassVar[str] = N_("Make {person} a contact of {partnership}")

    partnership_id: UUID
    person_id: UUID
    is_ours: bool = False

    def apply(self, w: Writer) -> UUID:
        """Put them behind the others; somebody who is there already changes sides at most."""
        w.must(Partnership, self.partnership_id)
        w.must(Person, self.person_id)
        c = PartnershipContact
        keys = {"partnership_id": self.partnership_id, "person_id": self.person_id}
        found = w.get(c, w.key_for(c, keys))
        if found is not None:
            found.is_ours = self.is_ours
            return found.id
        last = w.scalar(select(func.max(c.position)).where(c.partnership_id == self.partnership_id))
        return w.create(c, **keys, is_ours=self.is_ours, position=0 if last is None else last + 1).id

    def refs(self, result: object) -> dict[str, object]:
        """Who, and of which link."""
        return {"partnership": self.partnership_id, "person": self.person_id}


@dataclass(frozen=True)
class DropLinkContact(Action):
    """Somebody no longer looks after a link. Gives the link and the person."""

    code: ClassVar[str] = "link-contact-drop"
    label: ClassVar[str] = N_("{person} is no longer a contact of {partnership}")

    id: UUID

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Take them off."""
        row = w.must(PartnershipContact, self.id)
        w.delete(row)
        return row.partnership_id, row.person_id

    def refs(self, result: object) -> dict[str, object]:
        """Who, and of which link."""
        assert isinstance(result, tuple)
        return {"partnership": result[0], "person": result[1]}


@dataclass(frozen=True)
class SetLinkExchange(Action):
    """How many people took part in a year, one way: a new number, or another one in its place."""

    code: ClassVar[str] = "link-exchange-set"
    label: ClassVar[str] = N_("Write down an exchange of {partnership}")

    partnership_id: UUID
    year: int
    way: ExchangeWay
    people: int
    apprentices: int = 0

    def apply(self, w: Writer) -> UUID:
        """Keep it. Raises FieldProblem where a number cannot be."""
        w.must(Partnership, self.partnership_id)
        problem = problem_of(self.year, self.people, self.apprentices, w.today)
        if problem is not None:
            raise FieldProblem(*problem)
        keys = {"partnership_id": self.partnership_id, "year": self.year, "way": self.way}
        return w.put(PartnershipExchange, keys, people=self.people, apprentices=self.apprentices).id

    def refs(self, result: object) -> dict[str, object]:
        """The link."""
        return {"partnership": self.partnership_id}


@dataclass(frozen=True)
class DropLinkExchange(DeleteFact):
    """Take out the number of a year."""

    code: ClassVar[str] = "link-exchange-drop"
    label: ClassVar[str] = N_("Take out an exchange of {owner}")
    table: ClassVar[type[Row]] = PartnershipExchange


@dataclass(frozen=True, slots=True)
class LinkSide:
    """A school, club or the like on one side: one that is in the file, or the name of a new one."""

    organisation_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True)
class AddLink(Action):
    """A new school or club link under a twinning. Schools and clubs that are new come with it.

    Gives its id.
    """

    code: ClassVar[str] = "link-add"
    label: ClassVar[str] = N_("Add the school or club link {partnership}")

    parent_id: UUID
    kind: LinkKind
    ours: tuple[LinkSide, ...]
    theirs: tuple[LinkSide, ...]
    since: RoughDate | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Add it. Raises FieldProblem where one side is missing."""
        for name, side in (("ours", self.ours), ("theirs", self.theirs)):
            if not any(one.organisation_id or one.name.strip() for one in side):
                raise FieldProblem(name, "A link needs a school or club on each side.")
        parties = (*self._parties(w, self.ours, ours=True), *self._parties(w, self.theirs, ours=False))
        return AddPartnership(
            parties,
            PartnershipType.INSTITUTION,
            level_of(self.kind),
            since=self.since,
            parent_id=self.parent_id,
            titles=self.titles,
            link_kind=self.kind,
        ).apply(w)

    def _parties(self, w: Writer, side: tuple[LinkSide, ...], *, ours: bool) -> list[NewParty]:
        """New schools and clubs lie in the town of their side."""
        p = PartnershipParty
        query = (
            select(p.territory_id)
            .where(p.partnership_id == self.parent_id, p.is_ours.is_(ours), p.territory_id.is_not(None))
            .order_by(p.position)
        )
        town = w.scalars(query).first()
        found = []
        for one in side:
            ref = one.organisation_id
            if ref is None and one.name.strip():
                ref = AddOrganisation(one.name, organisation_kind_of(self.kind), territory_id=town).apply(w)
            if ref is not None:
                found.append(NewParty(organisation_id=ref, is_ours=ours))
        return found

    def refs(self, result: object) -> dict[str, object]:
        """The new one."""
        return {"partnership": result}

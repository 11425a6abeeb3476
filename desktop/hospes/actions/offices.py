# SPDX-License-Identifier: GPL-3.0-or-later
"""Offices people hold in organisations, from a day to a day (REQ-1-19)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import DeleteFact, EditFact
from hospes.domain.codes import Function
from hospes.domain.errors import FieldProblem
from hospes.domain.organisations import COMMITTEE
from hospes.domain.protocol import common_rank
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddOffice(Action):
    """Somebody takes an office. Gives its id."""

    code: ClassVar[str] = "office-add"
    label: ClassVar[str] = N_("Give {person} an office")

    person_id: UUID
    organisation_id: UUID
    function: Function = Function.CONTACT
    title: str = ""
    on_committee: bool | None = None
    """None: in our own association as is usual for the function."""
    valid_from: RoughDate | None = None
    valid_to: RoughDate | None = None
    term_ends: RoughDate | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        w.must(Person, self.person_id)
        organisation = w.must(Organisation, self.organisation_id)
        committee = self.on_committee
        if committee is None:
            committee = organisation.is_own and self.function in COMMITTEE
        _in_order(self.valid_from, self.valid_to)
        office = w.create(
            Office,
            person_id=self.person_id,
            organisation_id=self.organisation_id,
            function=self.function,
            title=self.title.strip(),
            on_committee=committee,
            protocol_rank=common_rank(self.function),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            term_ends=self.term_ends,
        )
        return office.id

    def refs(self, result: object) -> dict[str, object]:
        """Who, and where."""
        return {"person": self.person_id, "organisation": self.organisation_id}


@dataclass(frozen=True)
class EditOffice(EditFact):
    """Change an office, for instance the day it ended."""

    code: ClassVar[str] = "office-edit"
    label: ClassVar[str] = N_("Change an office of {owner}")
    table: ClassVar[type[Row]] = Office
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "function",
            "title",
            "on_committee",
            "valid_from",
            "valid_to",
            "term_ends",
            "protocol_rank",
            "position",
        }
    )

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """The rank follows the function. An end before the beginning is kept and asked about (design 6.3)."""
        values = dict(self.values)
        if "function" in values and "protocol_rank" not in values:
            values["protocol_rank"] = common_rank(Function(str(values["function"])))
        return values


@dataclass(frozen=True)
class DeleteOffice(DeleteFact):
    """Take away an office that was entered by mistake; one that has ended gets its last day instead."""

    code: ClassVar[str] = "office-delete"
    label: ClassVar[str] = N_("Delete an office of {owner}")
    table: ClassVar[type[Row]] = Office


def _in_order(first: RoughDate | None, last: RoughDate | None) -> None:
    if first is not None and last is not None and last.last < first.first:
        raise FieldProblem("valid_to", "This is before the office began.")

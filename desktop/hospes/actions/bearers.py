# SPDX-License-Identifier: GPL-3.0-or-later
"""Who bears a part of a visit's costs without being on its list, and sharing the costs among all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.actions.visit_money import RecordMoneyForVisit, amounts_and_rate, date_rate, least_zero
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.budget import VisitBearer, VisitShare
from hospes.store.tables.visits import Participation, Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddBearer(Action):
    """Somebody who is not on the list bears a part of the costs. Gives its id."""

    code: ClassVar[str] = "visit-bearer-add"
    label: ClassVar[str] = N_("Add who bears a part of the costs of {visit}")

    visit_id: UUID
    amount: Money
    household_id: UUID | None = None
    organisation_id: UUID | None = None
    rate: str = ""
    """What one unit of another currency is worth; without it the rate of the visit's budget counts."""

    def apply(self, w: Writer) -> UUID:
        """Keep the amount; an earlier one of the same payer is replaced."""
        w.must(Visit, self.visit_id)
        if (self.household_id is None) == (self.organisation_id is None):
            raise FieldProblem("who", "Who bears it? Choose a household or an organisation.")
        keys = _keys(self.visit_id, self.household_id, self.organisation_id)
        row = w.put(
            VisitBearer,
            keys,
            minor=least_zero("minor", self.amount.minor),
            currency=self.amount.currency,
            shared=False,
            **amounts_and_rate({"rate": self.rate}),
            rate_on=None,
        )
        date_rate(row, w.today)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.visit_id}


@dataclass(frozen=True)
class EditBearer(Edit):
    """Change what somebody bears. An amount written by hand is no longer changed by sharing."""

    code: ClassVar[str] = "visit-bearer-edit"
    label: ClassVar[str] = N_("Change who bears a part of the costs of {visit}")
    table: ClassVar[type[Row]] = VisitBearer
    fields: ClassVar[frozenset[str]] = frozenset({"minor", "currency", "rate", "rate_on", "remarks"})

    def apply(self, w: Writer) -> object:
        """Check and assign. Gives the visit."""
        super().apply(w)
        row = w.must(VisitBearer, self.id)
        if self.values.keys() & {"minor", "currency"}:
            row.shared = False
        date_rate(row, w.today)
        return row.visit_id

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """An amount and a rate that can be. In another currency the rate of the one before is no use."""
        values = amounts_and_rate(self.values, "minor")
        if "currency" in values and "rate" not in values:
            values |= {"rate": "", "rate_on": None}
        return values

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class DeleteBearer(Action):
    """Somebody no longer bears a part; what they paid stays as money for the visit. Gives the visit."""

    code: ClassVar[str] = "visit-bearer-delete"
    label: ClassVar[str] = N_("Take out who bears a part of the costs of {visit}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        row = w.must(VisitBearer, self.id)
        w.delete(row)
        return row.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class RecordBearerPayment(RecordMoneyForVisit):
    """Money came from somebody who bears a part. Gives the payment and the visit."""

    code: ClassVar[str] = "visit-bearer-payment"
    label: ClassVar[str] = N_("Record money for {visit}")

    def payer(self, w: Writer) -> Mapping[str, UUID | None]:
        """The household or the organisation."""
        bearer = w.must(VisitBearer, self.of)
        if bearer.organisation_id == own_association(w).id:
            raise UserError("What the association bears itself does not have to be paid in.", code="own-part")
        return {
            "household_id": bearer.household_id,
            "organisation_id": bearer.organisation_id,
            "visit_id": bearer.visit_id,
        }


@dataclass(frozen=True)
class Part:
    """What somebody who is not on the list bears of shared costs."""

    minor: int
    household_id: UUID | None = None
    organisation_id: UUID | None = None


@dataclass(frozen=True)
class ShareCosts(Action):
    """What each pays of the costs that were shared, as an amount of their own.

    Parts of others that came from sharing before and are not among these any more go.
    """

    code: ClassVar[str] = "visit-costs-share"
    label: ClassVar[str] = N_("Share the costs of {visit}")

    visit_id: UUID
    shares: tuple[tuple[UUID, int], ...]
    """Participation and minor units."""
    others: tuple[Part, ...]
    currency: str

    def apply(self, w: Writer) -> None:
        """Keep them. Raises UserError where nobody is there to pay."""
        w.must(Visit, self.visit_id)
        if not self.shares and not self.others:
            raise UserError("Nobody takes part yet among whom the costs could be shared.", code="nobody")
        for one, minor in self.shares:
            if w.must(Participation, one).visit_id != self.visit_id:
                raise UserError("Somebody on this list does not take part in the visit.", code="other-visit")
            w.put(
                VisitShare,
                {"participation_id": one},
                price_id=None,
                minor=least_zero("minor", minor),
                currency=self.currency,
            )
        kept = set()
        for part in self.others:
            keys = _keys(self.visit_id, part.household_id, part.organisation_id)
            row = w.put(
                VisitBearer,
                keys,
                minor=least_zero("minor", part.minor),
                currency=self.currency,
                rate="",
                rate_on=None,
                shared=True,
            )
            kept.add(row.id)
        before = select(VisitBearer).where(
            VisitBearer.visit_id == self.visit_id, VisitBearer.shared.is_(True)
        )
        for row in w.scalars(before).all():
            if row.id not in kept:
                w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.visit_id}


class Other(Protocol):
    """Somebody who is not on the list, as a query tells of them."""

    @property
    def ref(self) -> UUID:
        """The household or the organisation."""

    @property
    def household_id(self) -> UUID | None:
        """The household."""

    @property
    def organisation_id(self) -> UUID | None:
        """The organisation."""


def shared(
    shares: Mapping[UUID, int], others: Iterable[Other]
) -> tuple[tuple[tuple[UUID, int], ...], tuple[Part, ...]]:
    """Shares parted into those of people on the list and those of others, who are left out with nothing."""
    others = tuple(others)
    strange = {one.ref for one in others}
    people = tuple((key, minor) for key, minor in shares.items() if key not in strange)
    parts = (Part(shares.get(one.ref, 0), one.household_id, one.organisation_id) for one in others)
    return people, tuple(part for part in parts if part.minor)


def _keys(visit: UUID, household: UUID | None, organisation: UUID | None) -> dict[str, object]:
    return {"visit_id": visit, "household_id": household, "organisation_id": organisation}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Grants of a visit, and what the association puts right in funding schemes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit, known_fields
from hospes.actions.own import own_association
from hospes.actions.visit_money import RecordMoneyForVisit
from hospes.domain.codes import PaymentPurpose
from hospes.domain.codes_money import GrantState
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.funding import read_scheme
from hospes.domain.funding_write import decimal_of
from hospes.domain.money import LARGEST
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row, natural_key
from hospes.store.tables.budget import BudgetEligibility
from hospes.store.tables.grants import FundingEdit, FundingScheme, GrantProof, GrantSignature, VisitGrant
from hospes.store.tables.members import Payment
from hospes.store.tables.visits import Participation, Visit
from hospes.store.writer import Writer

GRANT_FIELDS = frozenset(
    {
        "scheme", "own_scheme_id", "organisation_id", "name", "state", "applied_minor", "promised_minor",
        "currency", "applied_on", "promised_on", "report_due", "reported_on", "reference", "conditions",
        "distance_km", "green", "lodging", "interpreter_days", "programme_days", "position",
    }
)  # fmt: skip


@dataclass(frozen=True)
class AddGrant(Action):
    """Add a grant to a visit: from a scheme, or one by its funder's name. Gives its id."""

    code: ClassVar[str] = "grant-add"
    label: ClassVar[str] = N_("Add a grant to {visit}")

    visit_id: UUID
    scheme: str = ""
    own_scheme_id: UUID | None = None
    name: str = ""
    currency: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    rules: Mapping[str, Any] | None = None
    """Rules of a scheme of the association's own, which is kept for other visits too."""

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        w.must(Visit, self.visit_id)
        own_scheme = self.own_scheme_id
        if self.rules is not None:
            rules = checked_rules(self.rules)
            own_scheme = w.create(FundingScheme, owner_id=own_association(w).id, rules=rules).id
        name = " ".join(self.name.split())
        if not name and not self.scheme and own_scheme is None:
            raise FieldProblem("name", "Who gives the money? The grant needs the name of the funder.")
        query = select(func.max(VisitGrant.position)).where(VisitGrant.visit_id == self.visit_id)
        last = w.execute(query).scalar()
        row = w.create(
            VisitGrant,
            visit_id=self.visit_id,
            scheme=self.scheme,
            own_scheme_id=own_scheme,
            name=name,
            currency=self.currency or own_association(w).currency,
            position=0 if last is None else last + 1,
        )
        for key, value in _checked(self.values).items():
            setattr(row, key, value)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.visit_id}


@dataclass(frozen=True)
class EditGrant(Edit):
    """Change a grant. A new state notes its day where that is empty."""

    code: ClassVar[str] = "grant-edit"
    label: ClassVar[str] = N_("Change a grant of {visit}")
    table: ClassVar[type[Row]] = VisitGrant
    fields: ClassVar[frozenset[str]] = GRANT_FIELDS

    def apply(self, w: Writer) -> object:
        """Check and assign. Gives the visit."""
        super().apply(w)
        row = w.must(VisitGrant, self.id)
        state = self.values.get("state")
        if state is GrantState.APPLIED and row.applied_on is None:
            row.applied_on = w.today
        elif state is GrantState.PROMISED and row.promised_on is None:
            row.promised_on = w.today
        elif state is GrantState.REPORTED and row.reported_on is None:
            row.reported_on = w.today
        if state is GrantState.PROMISED and row.promised_minor is None:
            row.promised_minor = row.applied_minor
        return row.visit_id

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Amounts and numbers that can be."""
        return _checked(self.values)

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class DeleteGrant(Action):
    """Take a grant out of a visit. Money that came for it stays, as money for the visit. Gives the visit."""

    code: ClassVar[str] = "grant-delete"
    label: ClassVar[str] = N_("Delete a grant of {visit}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it with what hangs on it."""
        row = w.must(VisitGrant, self.id)
        for cls in (BudgetEligibility, GrantSignature, GrantProof):
            for one in w.scalars(select(cls).where(cls.grant_id == row.id)).all():
                w.delete(one)
        for payment in w.scalars(select(Payment).where(Payment.grant_id == row.id)).all():
            payment.grant_id = None
        w.delete(row)
        return row.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class ReceiveGrant(RecordMoneyForVisit):
    """Money of a grant came in; a grant that was promised is received from now on. Gives both."""

    code: ClassVar[str] = "grant-receive"
    label: ClassVar[str] = N_("Record money of a grant for {visit}")
    purpose: ClassVar[PaymentPurpose] = PaymentPurpose.GRANT

    def payer(self, w: Writer) -> Mapping[str, UUID | None]:
        """The funder, whose grant is received now."""
        grant = w.must(VisitGrant, self.of)
        if grant.state in (GrantState.PLANNED, GrantState.APPLIED, GrantState.PROMISED):
            grant.state = GrantState.RECEIVED
        return {
            "organisation_id": grant.organisation_id,
            "visit_id": grant.visit_id,
            "grant_id": grant.id,
        }


@dataclass(frozen=True)
class SignForGrant(Action):
    """People signed the list of a grant, or (with `signed` False) did not. Gives the visit."""

    code: ClassVar[str] = "grant-sign"
    label: ClassVar[tuple[str, str]] = NN_(
        "{n} signature for a grant of {visit}", "{n} signatures for a grant of {visit}"
    )

    grant_id: UUID
    participation_ids: tuple[UUID, ...]
    signed: bool = True
    first: date | None = None
    last: date | None = None

    def apply(self, w: Writer) -> UUID:
        """Keep it, with the days signed for where they are not all."""
        grant = w.must(VisitGrant, self.grant_id)
        for one in self.participation_ids:
            part = w.must(Participation, one)
            if part.visit_id != grant.visit_id:
                raise UserError("Somebody on this list does not take part in the visit.", code="other-visit")
            if self.signed:
                w.put(
                    GrantSignature,
                    {"grant_id": grant.id, "participation_id": one},
                    first=self.first,
                    last=self.last,
                )
            else:
                row = w.get(GrantSignature, natural_key("grant_signature", grant.id, one))
                if row is not None:
                    w.delete(row)
        return grant.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit and how many."""
        return {"visit": result, "n": len(self.participation_ids)}


@dataclass(frozen=True)
class TickProof(Action):
    """A document a funder wants is there, or (with `done` False) is not. Gives the visit."""

    code: ClassVar[str] = "grant-proof"
    label: ClassVar[str] = N_("Tick a document for a grant of {visit}")

    grant_id: UUID
    proof: str
    done: bool = True
    document_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Keep the day."""
        grant = w.must(VisitGrant, self.grant_id)
        w.put(
            GrantProof,
            {"grant_id": grant.id, "proof": self.proof},
            done_on=w.today if self.done else None,
            document_id=self.document_id,
        )
        return grant.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


# ---- schemes --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CorrectFigure(Action):
    """Put a figure of a funding scheme right, or confirm it; with `value` None the shipped one counts again.

    `shipped` is what Hospes says now, so that a later update of this very figure can be told (REQ-3-05).
    """

    code: ClassVar[str] = "funding-figure"
    label: ClassVar[str] = N_("Change a figure of a funding scheme")

    scheme: str
    field: str
    value: str | None
    shipped: str | None = None
    source: str = ""
    percent: bool = False
    """The figure is a share of a whole."""

    def apply(self, w: Writer) -> None:
        """Keep it with the day it was checked on."""
        own = own_association(w)
        keys = {"owner_id": own.id, "scheme": self.scheme, "field": self.field}
        if self.value is None:
            row = w.get(FundingEdit, natural_key("funding_edit", own.id, self.scheme, self.field))
            if row is not None:
                w.delete(row)
            return
        value = decimal_of(self.value)
        if self.percent:
            _whole_at_most("value", value)
        w.put(
            FundingEdit,
            keys,
            value=value,
            shipped=self.shipped,
            checked_on=w.today,
            source=self.source.strip(),
        )


@dataclass(frozen=True)
class ChangeScheme(Action):
    """Give a scheme of the association's own other rules.

    The rules hold all figures as they count, so what was put right figure by figure before goes with them.
    """

    code: ClassVar[str] = "funding-scheme-change"
    label: ClassVar[str] = N_("Change the rules of a funding scheme")

    id: UUID
    rules: Mapping[str, Any]

    def apply(self, w: Writer) -> None:
        """Keep them."""
        change_rules(w, w.must(FundingScheme, self.id), self.rules)


def change_rules(w: Writer, row: FundingScheme, rules: Mapping[str, Any]) -> None:
    """Other rules; grants without amounts follow the scheme into another currency."""
    before, row.rules = row.rules, checked_rules(rules)
    for edit in w.scalars(select(FundingEdit).where(FundingEdit.scheme == row.id.hex)).all():
        w.delete(edit)
    was = str(before.get("currency", ""))
    now = str(row.rules.get("currency", "") or was)
    if now == was:
        return
    for grant in w.scalars(select(VisitGrant).where(VisitGrant.own_scheme_id == row.id)).all():
        paid = w.scalars(select(Payment.id).where(Payment.grant_id == grant.id).limit(1)).first()
        if grant.applied_minor is None and grant.promised_minor is None and paid is None:
            grant.currency = now


@dataclass(frozen=True)
class MakeSchemeOwn(Action):
    """From now on a grant stands on a scheme of the association's own, made from its scheme. Gives its id."""

    code: ClassVar[str] = "funding-scheme-own"
    label: ClassVar[str] = N_("Make a funding scheme of our own for {visit}")

    grant_id: UUID
    rules: Mapping[str, Any]

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Copy the rules as they count now; a grant without a scheme gets its name for them."""
        grant = w.must(VisitGrant, self.grant_id)
        if grant.own_scheme_id is not None:
            raise UserError("This grant stands on a scheme of your own already.", code="scheme-own")
        row = w.create(
            FundingScheme,
            owner_id=own_association(w).id,
            rules=checked_rules(self.rules),
            based_on=grant.scheme,
        )
        grant.own_scheme_id, grant.scheme = row.id, ""
        return row.id, grant.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        assert isinstance(result, tuple)
        return {"visit": result[1]}


@dataclass(frozen=True)
class DeleteScheme(Action):
    """Take out a scheme of the association's own that no grant stands on."""

    code: ClassVar[str] = "funding-scheme-delete"
    label: ClassVar[str] = N_("Delete a funding scheme")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it."""
        row = w.must(FundingScheme, self.id)
        used = select(VisitGrant.id).where(VisitGrant.own_scheme_id == row.id).limit(1)
        if w.scalars(used).first() is not None:
            raise UserError("A grant of a visit stands on this scheme. It has to stay.", code="scheme-in-use")
        w.delete(row)


def simple_scheme(
    name: str, funder: str, percent: str | None, cap: str | None, currency: str
) -> dict[str, Any]:
    """The rules of a plain scheme: a share of the costs, at most so much."""
    part: dict[str, Any] = (
        {"code": "share", "basis": "percent", "value": percent}
        if percent
        else {"code": "fixed", "basis": "fixed", "value": cap}
    )
    rates: dict[str, Any] = {"from": None, "parts": [part]}
    if percent and cap:
        rates["cap"] = cap
    return {
        "code": "own",
        "name": {"en": name},
        "funder": funder or name,
        "currency": currency,
        "rates": [rates],
    }


def checked_rules(given: Mapping[str, Any]) -> dict[str, Any]:
    """Rules that can be read. Raises UserError."""
    try:
        scheme = read_scheme(given, own=True)
    except ValueError:
        raise UserError(
            "These rules of a funding scheme cannot be read. Nothing was changed.", code="scheme-unreadable"
        ) from None
    for figure in scheme.figures:
        if figure.percent and figure.text is not None:
            _whole_at_most("percent", figure.text)
    return dict(given)


def _whole_at_most(field_name: str, value: str) -> None:
    if Decimal(value) > 100:
        raise FieldProblem(
            field_name, "A share is never more than 100 %; {value} cannot be right.", value=value
        )


def _checked(given: Mapping[str, object]) -> dict[str, object]:
    known_fields(given, GRANT_FIELDS)
    for name in ("applied_minor", "promised_minor"):
        value = given.get(name)
        if isinstance(value, int) and not 0 <= value < LARGEST:
            raise FieldProblem(name, "A grant is never less than zero.")
    for name in ("distance_km", "interpreter_days", "programme_days"):
        value = given.get(name)
        if isinstance(value, int) and not 0 <= value <= 50_000:
            raise FieldProblem(name, "{n} cannot be right here. Look at the number again.", n=value)
    return dict(given)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Grants for visits, and what the association changed in the funding schemes that Hospes ships (REQ-3-05).

The schemes themselves are data beside the program (`resources/funding`). What somebody corrects is kept here,
figure by figure, and lies over the shipped one; so an update of the shipped data takes nothing away.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_money import GrantState, LodgingKind
from hospes.store.base import Row, code, json_column, ref


class FundingScheme(Row):
    """A scheme of the association's own: a town's fund, a foundation. Its rules are data, as the shipped
    ones are.
    """

    __tablename__ = "funding_scheme"

    owner_id: Mapped[UUID] = ref("organisation")
    rules: Mapped[Any] = json_column()
    based_on: Mapped[str] = mapped_column(default="")
    """The code of the shipped scheme it was made from."""
    position: Mapped[int] = mapped_column(default=0)


class FundingEdit(Row):
    """A figure or a text of a shipped scheme that the association put right or confirmed.

    `field` is where it stands in the scheme (`rates/2024-01-01/km/value`). A value equal to the shipped one
    says that somebody has checked it. `shipped` is what the program said when it was changed, so that a later
    update of that very figure can be told.
    """

    __tablename__ = "funding_edit"
    __table_args__ = (UniqueConstraint("owner_id", "scheme", "field"),)
    natural = ("owner_id", "scheme", "field")

    owner_id: Mapped[UUID] = ref("organisation")
    scheme: Mapped[str]
    field: Mapped[str]
    value: Mapped[Any] = json_column(null=True)
    shipped: Mapped[Any] = json_column(null=True)
    checked_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="")


class VisitGrant(Row):
    """A grant for a visit: applied for, promised, received, reported."""

    __tablename__ = "visit_grant"

    visit_id: Mapped[UUID] = ref("visit")
    scheme: Mapped[str] = mapped_column(default="")
    """Code of a shipped scheme; empty for a grant without one, or one of the association's own schemes."""
    own_scheme_id: Mapped[UUID | None] = ref("funding_scheme", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    name: Mapped[str] = mapped_column(default="")
    """The funder, where there is neither a scheme nor an organisation."""
    state: Mapped[GrantState] = code(GrantState, default=GrantState.PLANNED)
    applied_minor: Mapped[int | None]
    promised_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="EUR")
    applied_on: Mapped[date | None]
    promised_on: Mapped[date | None]
    report_due: Mapped[date | None]
    reported_on: Mapped[date | None]
    reference: Mapped[str] = mapped_column(default="")
    conditions: Mapped[str] = mapped_column(default="")
    distance_km: Mapped[int | None]
    """One way, entered by hand: Hospes has no map."""
    green: Mapped[bool] = mapped_column(default=False)
    lodging: Mapped[LodgingKind] = code(LodgingKind, default=LodgingKind.FAMILY)
    interpreter_days: Mapped[int] = mapped_column(default=0)
    programme_days: Mapped[int | None]
    """Where it is another number than the days of the visit."""
    position: Mapped[int] = mapped_column(default=0)


class GrantSignature(Row):
    """Somebody signed the list of a grant, for all days or some: only those who signed count."""

    __tablename__ = "grant_signature"
    natural = ("grant_id", "participation_id")

    grant_id: Mapped[UUID] = ref("visit_grant")
    participation_id: Mapped[UUID] = ref("participation")
    first: Mapped[date | None]
    last: Mapped[date | None]


class GrantProof(Row):
    """A document that a funder wants is there."""

    __tablename__ = "grant_proof"
    natural = ("grant_id", "proof")

    grant_id: Mapped[UUID] = ref("visit_grant")
    proof: Mapped[str]
    done_on: Mapped[date | None]
    document_id: Mapped[UUID | None] = ref("document", null=True)

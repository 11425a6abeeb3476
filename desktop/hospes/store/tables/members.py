# SPDX-License-Identifier: GPL-3.0-or-later
"""Membership, dues, payments, mandates, receipts and number series (decision 4).

What somebody owes and has paid is never stored as a sum: dues, payments and how payments are shared out stand
in rows, and `domain.dues` says how they stand together.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import (
    Channel,
    LeavingReason,
    MandateState,
    MemberUnit,
    PaymentMethod,
    PaymentPurpose,
    ReceiptKind,
    SeriesKind,
)
from hospes.domain.donations_codes import ClaimBasis, GiftOrigin, ReceiptForm, ValueBasis
from hospes.domain.sepa import MandateKind
from hospes.domain.values import RoughDate
from hospes.store.base import Row, blob_ref, code, exactly_one, json_column, ref


class MembershipClass(Row):
    """A class of members (REQ-2-01)."""

    __tablename__ = "membership_class"

    owner_id: Mapped[UUID] = ref("organisation")
    name: Mapped[str]
    counts: Mapped[MemberUnit] = code(MemberUnit, default=MemberUnit.PERSON)
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    people_to: Mapped[int | None]
    """For a household of at most so many people: 2 for a couple, nothing for families of any size."""
    votes: Mapped[int] = mapped_column(default=1)
    honorary: Mapped[bool] = mapped_column(default=False)
    may_travel: Mapped[bool] = mapped_column(default=True)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    position: Mapped[int] = mapped_column(default=0)


class MembershipClassText(Row):
    """A class's name in another language (decision 7)."""

    __tablename__ = "membership_class_text"
    __table_args__ = (UniqueConstraint("membership_class_id", "language"),)
    natural = ("membership_class_id", "language")

    membership_class_id: Mapped[UUID] = ref("membership_class")
    language: Mapped[str]
    name: Mapped[str]


class ClassAmount(Row):
    """What a class pays a year, from a day on."""

    __tablename__ = "class_amount"
    natural = ("membership_class_id", "valid_from")

    membership_class_id: Mapped[UUID] = ref("membership_class")
    valid_from: Mapped[date]
    minor: Mapped[int]
    currency: Mapped[str] = mapped_column(default="EUR")


class Membership(Row):
    """A membership: the holder is exactly one of person, household, organisation; who pays may be another."""

    __tablename__ = "membership"
    __table_args__ = (
        exactly_one("person_id", "household_id", "organisation_id"),
        Index("ix_membership_number", "owner_id", "number"),
    )
    subjects = ("person_id", "payer_person_id")
    mentions = ("payer_person_id", "payer_household_id")

    owner_id: Mapped[UUID] = ref("organisation")
    number: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    payer_person_id: Mapped[UUID | None] = ref("person", null=True)
    payer_household_id: Mapped[UUID | None] = ref("household", null=True)
    payer_organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    joined: Mapped[RoughDate | None]
    left_on: Mapped[date | None]
    left_reason: Mapped[LeavingReason | None] = code(LeavingReason, null=True)
    resigned_on: Mapped[date | None]
    founding: Mapped[bool] = mapped_column(default=False)


class MembershipPeriod(Row):
    """Which class a membership has, from when to when."""

    __tablename__ = "membership_period"

    membership_id: Mapped[UUID] = ref("membership")
    membership_class_id: Mapped[UUID] = ref("membership_class")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Dues(Row):
    """What a payer owes for a year; `year` is the one in which the association's year begins."""

    __tablename__ = "dues"
    __table_args__ = (
        exactly_one("person_id", "household_id", "organisation_id"),
        CheckConstraint("minor >= 0", name="minor_not_negative"),
        Index("ix_dues_year", "owner_id", "year"),
    )
    subjects = ("person_id",)
    natural = ("owner_id", "person_id", "household_id", "organisation_id", "year", "membership_class_id")

    owner_id: Mapped[UUID] = ref("organisation")
    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    year: Mapped[int]
    membership_class_id: Mapped[UUID | None] = ref("membership_class", null=True)
    minor: Mapped[int]
    currency: Mapped[str] = mapped_column(default="EUR")
    people: Mapped[int] = mapped_column(default=1)
    """For how many memberships of the class; a class that counts households is owed once."""
    charged_on: Mapped[date | None]
    """The day the payer was asked for it; nothing where it is as old as the year."""
    due_on: Mapped[date | None]
    waived: Mapped[bool] = mapped_column(default=False)
    waived_on: Mapped[date | None]
    waived_reason: Mapped[str] = mapped_column(default="")


class DuesReminder(Row):
    """A reminder that went out; printing the same letter again on the same day is no second one."""

    __tablename__ = "dues_reminder"
    natural = ("dues_id", "stage", "on")

    dues_id: Mapped[UUID] = ref("dues")
    stage: Mapped[int] = mapped_column(default=1)
    on: Mapped[date]
    channel: Mapped[Channel] = code(Channel, default=Channel.LETTER)


class Payment(Row):
    """Money received (positive) or given back (negative)."""

    __tablename__ = "payment"
    subjects = ("person_id",)

    owner_id: Mapped[UUID] = ref("organisation")
    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    grant_id: Mapped[UUID | None] = ref("visit_grant", null=True)
    """The grant this money belongs to."""
    on: Mapped[date]
    minor: Mapped[int]
    currency: Mapped[str] = mapped_column(default="EUR")
    method: Mapped[PaymentMethod] = code(PaymentMethod, default=PaymentMethod.TRANSFER)
    purpose: Mapped[PaymentPurpose] = code(PaymentPurpose, default=PaymentPurpose.DUES)
    text: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    source_id: Mapped[str] = mapped_column(default="")


class PaymentShare(Row):
    """How much of a payment goes to which dues."""

    __tablename__ = "payment_share"
    natural = ("payment_id", "dues_id")

    payment_id: Mapped[UUID] = ref("payment")
    dues_id: Mapped[UUID] = ref("dues")
    minor: Mapped[int]


class Gift(Row):
    """What a receipt for the tax office says of a gift beyond its payment.

    A thing with its price, expenses somebody does not want back, or a gift that went back to the donor.
    """

    __tablename__ = "gift"
    natural = ("payment_id",)

    payment_id: Mapped[UUID] = ref("payment")
    what: Mapped[str] = mapped_column(default="")
    """What the thing is, or what the expenses were for."""
    condition: Mapped[str] = mapped_column(default="")
    """How old the thing is, in what state, what it once cost."""
    origin: Mapped[GiftOrigin | None] = code(GiftOrigin, null=True)
    value_basis: Mapped[ValueBasis | None] = code(ValueBasis, null=True)
    proof: Mapped[bool] = mapped_column(default=False)
    """Papers about the price are at hand."""
    spent_on: Mapped[date | None]
    claim: Mapped[ClaimBasis | None] = code(ClaimBasis, null=True)
    claim_on: Mapped[date | None]
    """Since when there was a claim to the expenses; it must be before they were made."""
    returns_id: Mapped[UUID | None] = ref("payment", null=True)
    """The gift that went back by this payment."""


class Mandate(Row):
    """A SEPA direct debit mandate (domain 4.5)."""

    __tablename__ = "mandate"
    subjects = ("person_id",)

    owner_id: Mapped[UUID] = ref("organisation")
    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    reference: Mapped[str]
    iban: Mapped[str]
    bic: Mapped[str] = mapped_column(default="")
    account_name: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]
    last_used_on: Mapped[date | None]
    state: Mapped[MandateState] = code(MandateState, default=MandateState.ACTIVE)
    kind: Mapped[MandateKind] = code(MandateKind, default=MandateKind.RECURRENT)
    ended_on: Mapped[date | None]


class Receipt(Row):
    """A numbered receipt; a donation receipt is cancelled by a new step, never undone (decision 17)."""

    __tablename__ = "receipt"
    __table_args__ = (Index("ix_receipt_number", "owner_id", "kind", "number"),)
    subjects = ("person_id",)
    fixed_by = "handed_on"

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[ReceiptKind] = code(ReceiptKind, default=ReceiptKind.PAYMENT)
    number: Mapped[str]
    payment_id: Mapped[UUID | None] = ref("payment", null=True)
    person_id: Mapped[UUID | None] = ref("person", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    issued_on: Mapped[date]
    language: Mapped[str] = mapped_column(default="")
    paper_sha: Mapped[str | None] = blob_ref()
    cancelled_on: Mapped[date | None]
    cancelled_reason: Mapped[str] = mapped_column(default="")
    household_id: Mapped[UUID | None] = ref("household", null=True)
    form: Mapped[ReceiptForm | None] = code(ReceiptForm, null=True)
    first: Mapped[date | None]
    """The first day of the gifts it is about, and the last."""
    last: Mapped[date | None]
    minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="EUR")
    copy: Mapped[dict[str, object] | None] = json_column(null=True)
    """What it says, word for word, as it was written; the sheet itself is kept beside it."""
    handed_on: Mapped[date | None]
    """When it was first printed or saved; every later print says that it is a duplicate."""


class ReceiptItem(Row):
    """How much of a payment a receipt is about."""

    __tablename__ = "receipt_item"
    natural = ("receipt_id", "payment_id")

    receipt_id: Mapped[UUID] = ref("receipt")
    payment_id: Mapped[UUID] = ref("payment")
    minor: Mapped[int]


class NumberSeries(Row):
    """The next number of a series; a receipt series belongs to one device (decision 17)."""

    __tablename__ = "number_series"
    natural = ("owner_id", "kind", "device")

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[SeriesKind] = code(SeriesKind)
    device: Mapped[str] = mapped_column(default="")
    pattern: Mapped[str] = mapped_column(default="{n}")
    """`{n}` is the number, `{year}` the year."""
    next: Mapped[int] = mapped_column(default=1)

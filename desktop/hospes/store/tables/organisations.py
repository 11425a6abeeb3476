# SPDX-License-Identifier: GPL-3.0-or-later
"""Organisations in both towns and the dated offices people hold in them (S26 to S31)."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import Function, OrganisationKind, Sector
from hospes.domain.values import RoughDate
from hospes.store.base import Row, blob_ref, code, ref


class Organisation(Row):
    """Our own association (`is_own`), partner associations, town halls, schools, clubs, firms."""

    __tablename__ = "organisation"

    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    is_own: Mapped[bool] = mapped_column(default=False)
    kind: Mapped[OrganisationKind] = code(OrganisationKind, default=OrganisationKind.OTHER)
    sector: Mapped[Sector] = code(Sector, default=Sector.CIVIL)
    territory_id: Mapped[UUID | None] = ref("territory", null=True)
    parent_id: Mapped[UUID | None] = ref("organisation", null=True)
    preferred_language: Mapped[str] = mapped_column(default="")
    founded: Mapped[RoughDate | None]
    fields_of_work: Mapped[str] = mapped_column(default="")
    """Tags separated by `;`."""
    register_no: Mapped[str] = mapped_column(default="")
    tax_no: Mapped[str] = mapped_column(default="")
    tax_office: Mapped[str] = mapped_column(default="")
    tax_notice_on: Mapped[date | None]
    tax_purpose: Mapped[str] = mapped_column(default="")
    bank_name: Mapped[str] = mapped_column(default="")
    iban: Mapped[str] = mapped_column(default="")
    bic: Mapped[str] = mapped_column(default="")
    creditor_id: Mapped[str] = mapped_column(default="")
    currency: Mapped[str] = mapped_column(default="EUR")
    year_start: Mapped[str] = mapped_column(default="01-01")
    """Month and day on which the association's year begins (REQ-2-02)."""
    logo_sha: Mapped[str | None] = blob_ref()
    binned_at: Mapped[date | None]
    merged_into: Mapped[UUID | None] = ref("organisation", null=True)


class OrganisationText(Row):
    """Name and purpose in one language (REQ-1-03)."""

    __tablename__ = "organisation_text"
    __table_args__ = (UniqueConstraint("organisation_id", "language"),)
    natural = ("organisation_id", "language")

    organisation_id: Mapped[UUID] = ref("organisation")
    language: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    letter_foot: Mapped[str] = mapped_column(default="")


class Office(Row):
    """A function a person holds in an organisation, from when to when (REQ-1-19)."""

    __tablename__ = "office"
    subjects = ("person_id",)

    person_id: Mapped[UUID] = ref("person")
    organisation_id: Mapped[UUID] = ref("organisation")
    function: Mapped[Function] = code(Function, default=Function.CONTACT)
    title: Mapped[str] = mapped_column(default="")
    """The title in the organisation's own words, if the code's label is not enough."""
    on_committee: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[RoughDate | None]
    valid_to: Mapped[RoughDate | None]
    term_ends: Mapped[RoughDate | None]
    protocol_rank: Mapped[int] = mapped_column(default=100)
    position: Mapped[int] = mapped_column(default=0)

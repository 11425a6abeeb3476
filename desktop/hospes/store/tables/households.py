# SPDX-License-Identifier: GPL-3.0-or-later
"""Households, addresses and ways to reach somebody.

An address or a phone belongs to exactly one of person, household, organisation; people of a household share
its address, which is stored once.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import AddressKind, ContactKind, ContactLabel, LetterStyle, Relation
from hospes.domain.codes_visit import BedKind, Smoking
from hospes.store.base import Row, code, exactly_one, ref


class Household(Row):
    """People who live together: one address, one letter if they like."""

    __tablename__ = "household"

    name: Mapped[str]
    letter_style: Mapped[LetterStyle] = code(LetterStyle, default=LetterStyle.ONE)
    joint_dues: Mapped[bool] = mapped_column(default=True)
    binned_at: Mapped[date | None]
    merged_into: Mapped[UUID | None] = ref("household", null=True)
    erased_on: Mapped[date | None]
    """Erased with the last person of it: past visits stand on it."""


class HouseholdText(Row):
    """What a household's letters say in one language instead of the computed salutation and address name."""

    __tablename__ = "household_text"
    __table_args__ = (UniqueConstraint("household_id", "language"),)
    natural = ("household_id", "language")

    household_id: Mapped[UUID] = ref("household")
    language: Mapped[str]
    salutation: Mapped[str] = mapped_column(default="")
    address_name: Mapped[str] = mapped_column(default="")


class HouseholdMember(Row):
    """Who belongs to a household, from when to when."""

    __tablename__ = "household_member"
    subjects = ("person_id",)

    household_id: Mapped[UUID] = ref("household")
    person_id: Mapped[UUID] = ref("person")
    relation: Mapped[Relation] = code(Relation, default=Relation.OTHER)
    position: Mapped[int] = mapped_column(default=0)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Address(Row):
    """Where somebody lives or gets post, dated."""

    __tablename__ = "address"
    __table_args__ = (
        exactly_one("person_id", "household_id", "organisation_id"),
        Index("ix_address_place", "town"),
    )
    subjects = ("person_id",)

    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    kind: Mapped[AddressKind] = code(AddressKind, default=AddressKind.HOME)
    care_of: Mapped[str] = mapped_column(default="")
    extra: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class ContactPoint(Row):
    """A phone, an e-mail address, a website: as typed, and as E.164 where it is a phone (decision 6)."""

    __tablename__ = "contact_point"
    __table_args__ = (
        exactly_one("person_id", "household_id", "organisation_id"),
        Index("ix_contact_point_value", "value"),
    )
    subjects = ("person_id",)

    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    kind: Mapped[ContactKind] = code(ContactKind)
    label: Mapped[ContactLabel] = code(ContactLabel, default=ContactLabel.PRIVATE)
    value: Mapped[str]
    e164: Mapped[str | None]
    on_lists: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)


class Hosting(Row):
    """What a household can offer guests in general; a visit's offer is prefilled from it (domain 2.3.2).

    Unknown facts are NULL: unknown is not no (decision 32).
    """

    __tablename__ = "hosting"
    __table_args__ = (UniqueConstraint("household_id"),)
    natural = ("household_id",)

    household_id: Mapped[UUID] = ref("household")
    can_host: Mapped[bool] = mapped_column(default=False)
    max_guests: Mapped[int | None]
    cats: Mapped[bool | None]
    dogs: Mapped[bool | None]
    other_pets: Mapped[str] = mapped_column(default="")
    smoking: Mapped[Smoking | None] = code(Smoking, null=True)
    stairs: Mapped[int | None]
    step_free: Mapped[bool | None]
    car_seats: Mapped[int | None]
    distance_m: Mapped[int | None]
    """Metres to the usual meeting point."""
    diets: Mapped[str] = mapped_column(default="")
    accepts: Mapped[str] = mapped_column(default="")
    """`man;woman;couple;family;minor`"""
    minors_ok: Mapped[bool | None]
    checked_on: Mapped[date | None]
    """Day on which the papers needed for hosting minors were seen; never a copy of them."""
    experienced: Mapped[bool | None]
    remarks: Mapped[str] = mapped_column(default="")


class HostingBed(Row):
    """Beds a household has, room by room."""

    __tablename__ = "hosting_bed"

    household_id: Mapped[UUID] = ref("household")
    room: Mapped[str] = mapped_column(default="")
    kind: Mapped[BedKind] = code(BedKind, default=BedKind.SINGLE)
    places: Mapped[int] = mapped_column(default=1)
    position: Mapped[int] = mapped_column(default=0)

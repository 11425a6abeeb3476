# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings of every kind between any number of parties, their phases, motives, themes and agreements."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_twinning import (
    AgreementType,
    ExchangeWay,
    LinkKind,
    Motive,
    PartnershipLevel,
    PartnershipStatus,
    PartnershipType,
)
from hospes.domain.codes_visit import TargetGroup
from hospes.domain.values import RoughDate
from hospes.store.base import Row, code, exactly_one, ref


class Partnership(Row):
    """A bond. `parent_id`: a town link under a region pair, a school link under a town link (S1, S27)."""

    __tablename__ = "partnership"

    owner_id: Mapped[UUID] = ref("organisation")
    name: Mapped[str] = mapped_column(default="")
    type: Mapped[PartnershipType] = code(PartnershipType, default=PartnershipType.TWINNING)
    level: Mapped[PartnershipLevel] = code(PartnershipLevel, default=PartnershipLevel.TOWN)
    status: Mapped[PartnershipStatus] = code(PartnershipStatus, default=PartnershipStatus.ACTIVE)
    parent_id: Mapped[UUID | None] = ref("partnership", null=True)
    link_kind: Mapped[LinkKind | None] = code(LinkKind, null=True)
    """Of a school or club link: what kind it is."""
    last_exchange: Mapped[RoughDate | None]
    """Of a school or club link: the last exchange somebody told of, where no visit and no number says it."""
    since: Mapped[RoughDate | None]
    until: Mapped[RoughDate | None]
    source: Mapped[str] = mapped_column(default="")
    as_of: Mapped[date | None]
    binned_at: Mapped[date | None]


class PartnershipParty(Row):
    """A territory or an organisation that is part of it."""

    __tablename__ = "partnership_party"
    __table_args__ = (exactly_one("territory_id", "organisation_id"),)

    partnership_id: Mapped[UUID] = ref("partnership")
    territory_id: Mapped[UUID | None] = ref("territory", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    is_ours: Mapped[bool] = mapped_column(default=False)
    first: Mapped[RoughDate | None]
    """When it came in or left, where that was not with the others: a pair that became a triangle."""
    last: Mapped[RoughDate | None]
    position: Mapped[int] = mapped_column(default=0)


class PartnershipText(Row):
    """Texts of a twinning in one language."""

    __tablename__ = "partnership_text"
    __table_args__ = (UniqueConstraint("partnership_id", "language"),)
    natural = ("partnership_id", "language")

    partnership_id: Mapped[UUID] = ref("partnership")
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    aims: Mapped[str] = mapped_column(default="")
    story: Mapped[str] = mapped_column(default="")
    shared_heritage: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    """Of a school or club link: what else there is to know, for the list of links."""


class PartnershipContact(Row):
    """Somebody who looks after a school or club link, on our side or theirs (S27)."""

    __tablename__ = "partnership_contact"
    subjects = ("person_id",)
    natural = ("partnership_id", "person_id")

    partnership_id: Mapped[UUID] = ref("partnership")
    person_id: Mapped[UUID] = ref("person")
    is_ours: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)


class PartnershipExchange(Row):
    """How many people took part in an exchange of a link in a year, one way (S27)."""

    __tablename__ = "partnership_exchange"
    natural = ("partnership_id", "year", "way")

    partnership_id: Mapped[UUID] = ref("partnership")
    year: Mapped[int]
    way: Mapped[ExchangeWay] = code(ExchangeWay)
    people: Mapped[int] = mapped_column(default=0)
    apprentices: Mapped[int] = mapped_column(default=0)
    """Of these people (S18)."""


class PartnershipPhase(Row):
    """A stretch of its history (REQ-1-02)."""

    __tablename__ = "partnership_phase"

    partnership_id: Mapped[UUID] = ref("partnership")
    first: Mapped[RoughDate | None]
    last: Mapped[RoughDate | None]
    position: Mapped[int] = mapped_column(default=0)


class PartnershipPhaseText(Row):
    """Name of a phase in one language."""

    __tablename__ = "partnership_phase_text"
    __table_args__ = (UniqueConstraint("phase_id", "language"),)
    natural = ("phase_id", "language")

    phase_id: Mapped[UUID] = ref("partnership_phase")
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")


class PartnershipMotive(Row):
    """Why, and from when to when (S20)."""

    __tablename__ = "partnership_motive"

    partnership_id: Mapped[UUID] = ref("partnership")
    motive: Mapped[Motive] = code(Motive)
    first: Mapped[RoughDate | None]
    last: Mapped[RoughDate | None]


class PartnershipTargetGroup(Row):
    """Whom a twinning is for (S18)."""

    __tablename__ = "partnership_target_group"
    natural = ("partnership_id", "target_group")

    partnership_id: Mapped[UUID] = ref("partnership")
    target_group: Mapped[TargetGroup] = code(TargetGroup)


class PartnershipAim(Row):
    """Something the partners want to reach: whose matter it is, and by when (S19)."""

    __tablename__ = "partnership_aim"
    subjects = ("person_id",)

    partnership_id: Mapped[UUID] = ref("partnership")
    theme_id: Mapped[UUID | None] = ref("theme", null=True)
    person_id: Mapped[UUID | None] = ref("person", null=True)
    until: Mapped[RoughDate | None]
    reached_on: Mapped[RoughDate | None]
    position: Mapped[int] = mapped_column(default=0)


class PartnershipAimText(Row):
    """The sentence that says it, in one language."""

    __tablename__ = "partnership_aim_text"
    __table_args__ = (UniqueConstraint("aim_id", "language"),)
    natural = ("aim_id", "language")

    aim_id: Mapped[UUID] = ref("partnership_aim")
    language: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class PartnershipAimVisit(Row):
    """A visit that serves an aim."""

    __tablename__ = "partnership_aim_visit"
    natural = ("aim_id", "visit_id")

    aim_id: Mapped[UUID] = ref("partnership_aim")
    visit_id: Mapped[UUID] = ref("visit")


class PartnershipGroup(Row):
    """Several bonds seen as one: a triangle, a ring (S24)."""

    __tablename__ = "partnership_group"

    owner_id: Mapped[UUID] = ref("organisation")
    name: Mapped[str]


class PartnershipGroupMember(Row):
    """A bond in a group."""

    __tablename__ = "partnership_group_member"
    natural = ("group_id", "partnership_id")

    group_id: Mapped[UUID] = ref("partnership_group")
    partnership_id: Mapped[UUID] = ref("partnership")


class Theme(Row):
    """An area or, with a parent, a topic within it (S23)."""

    __tablename__ = "theme"

    parent_id: Mapped[UUID | None] = ref("theme", null=True)
    position: Mapped[int] = mapped_column(default=0)


class ThemeText(Row):
    """A theme's name in one language."""

    __tablename__ = "theme_text"
    __table_args__ = (UniqueConstraint("theme_id", "language"),)
    natural = ("theme_id", "language")

    theme_id: Mapped[UUID] = ref("theme")
    language: Mapped[str]
    name: Mapped[str]


class ThemeLink(Row):
    """A theme of a twinning or of a visit."""

    __tablename__ = "theme_link"
    __table_args__ = (exactly_one("partnership_id", "visit_id"),)
    natural = ("theme_id", "partnership_id", "visit_id")

    theme_id: Mapped[UUID] = ref("theme")
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    visit_id: Mapped[UUID | None] = ref("visit", null=True)


class Agreement(Row):
    """A charter, declaration or renewal; `predecessor_id` makes the chain (S25)."""

    __tablename__ = "agreement"

    partnership_id: Mapped[UUID] = ref("partnership")
    type: Mapped[AgreementType] = code(AgreementType)
    predecessor_id: Mapped[UUID | None] = ref("agreement", null=True)
    languages: Mapped[str] = mapped_column(default="")
    renew_by: Mapped[date | None]
    valid_to: Mapped[date | None]
    document_id: Mapped[UUID | None] = ref("document", null=True)
    position: Mapped[int] = mapped_column(default=0)


class AgreementText(Row):
    """Title and gist in one language."""

    __tablename__ = "agreement_text"
    __table_args__ = (UniqueConstraint("agreement_id", "language"),)
    natural = ("agreement_id", "language")

    agreement_id: Mapped[UUID] = ref("agreement")
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")


class AgreementSigning(Row):
    """When and where it was signed; oaths are often signed twice, once in each town."""

    __tablename__ = "agreement_signing"

    agreement_id: Mapped[UUID] = ref("agreement")
    on: Mapped[RoughDate]
    territory_id: Mapped[UUID | None] = ref("territory", null=True)
    place: Mapped[str] = mapped_column(default="")


class AgreementSignature(Row):
    """Who signed, with the office held then."""

    __tablename__ = "agreement_signature"
    subjects = ("person_id",)

    signing_id: Mapped[UUID] = ref("agreement_signing")
    person_id: Mapped[UUID | None] = ref("person", null=True)
    name: Mapped[str] = mapped_column(default="")
    office: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

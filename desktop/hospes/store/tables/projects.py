# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects of several partners over months or years, with what belongs to them (S12, S17, S37).

A project is no visit: visits and events may belong to it, and its tasks are those of the calendar.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.projects import FunderState, PartnerRole, ProjectStatus
from hospes.domain.values import RoughDate
from hospes.store.base import Row, code, exactly_one, ref


class Project(Row):
    """A project; its period is often known by months only."""

    __tablename__ = "project"

    owner_id: Mapped[UUID] = ref("organisation")
    status: Mapped[ProjectStatus] = code(ProjectStatus, default=ProjectStatus.PLANNED)
    first: Mapped[RoughDate | None]
    last: Mapped[RoughDate | None]
    binned_at: Mapped[date | None]


class ProjectText(Row):
    """Title and texts of a project in one language."""

    __tablename__ = "project_text"
    __table_args__ = (UniqueConstraint("project_id", "language"),)
    natural = ("project_id", "language")

    project_id: Mapped[UUID] = ref("project")
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    aims: Mapped[str] = mapped_column(default="")
    results: Mapped[str] = mapped_column(default="")
    local_effect: Mapped[str] = mapped_column(default="")
    """What it does for the people of the place."""
    wider_effect: Mapped[str] = mapped_column(default="")
    """What it does beyond the place: for the partners, for Europe."""


class ProjectPartner(Row):
    """A town, an organisation or a whole twinning that carries the project; never "home" and "away"."""

    __tablename__ = "project_partner"
    __table_args__ = (exactly_one("territory_id", "organisation_id", "partnership_id"),)
    natural = ("project_id", "territory_id", "organisation_id", "partnership_id")

    project_id: Mapped[UUID] = ref("project")
    territory_id: Mapped[UUID | None] = ref("territory", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    role: Mapped[PartnerRole] = code(PartnerRole, default=PartnerRole.PARTNER)
    position: Mapped[int] = mapped_column(default=0)


class ProjectFunder(Row):
    """Who gives money for it, how far that is, and how much, where it is known."""

    __tablename__ = "project_funder"

    project_id: Mapped[UUID] = ref("project")
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    name: Mapped[str] = mapped_column(default="")
    """Who it is where no organisation of the file is."""
    state: Mapped[FunderState] = code(FunderState, default=FunderState.ASKED)
    amount_minor: Mapped[int | None]
    """What is asked for."""
    granted_minor: Mapped[int | None]
    paid_minor: Mapped[int | None]
    report_by: Mapped[date | None]
    """By when they want to read what became of it."""
    currency: Mapped[str] = mapped_column(default="EUR")
    position: Mapped[int] = mapped_column(default=0)


class ProjectTheme(Row):
    """A theme of a project."""

    __tablename__ = "project_theme"
    natural = ("project_id", "theme_id")

    project_id: Mapped[UUID] = ref("project")
    theme_id: Mapped[UUID] = ref("theme")


class ProjectPart(Row):
    """A visit or an event that belongs to a project."""

    __tablename__ = "project_part"
    __table_args__ = (exactly_one("visit_id", "event_id"),)
    natural = ("project_id", "visit_id", "event_id")

    project_id: Mapped[UUID] = ref("project")
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    event_id: Mapped[UUID | None] = ref("event", null=True)

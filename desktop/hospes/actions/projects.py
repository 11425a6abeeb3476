# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects: period and state, texts, partners in any number, funders, themes, and what belongs to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit, known_fields
from hospes.actions.own import own_association
from hospes.actions.themes import new_theme
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.projects import FunderState, PartnerRole, ProjectStatus
from hospes.domain.values import Money, RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.events import Event
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.projects import (
    Project,
    ProjectFunder,
    ProjectPart,
    ProjectPartner,
    ProjectText,
    ProjectTheme,
)
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

TEXTS = frozenset({"title", "aims", "results", "local_effect", "wider_effect"})
BEFORE = {
    "granted": (FunderState.ASKED, FunderState.REFUSED),
    "paid": (FunderState.ASKED, FunderState.GRANTED, FunderState.REFUSED),
}
"""Where money stood that a sum moves on."""


def _check_period(first: RoughDate | None, last: RoughDate | None) -> None:
    if first is not None and last is not None and last.last < first.first:
        raise FieldProblem("last", "The end is before the beginning.")


@dataclass(frozen=True)
class AddProject(Action):
    """A new project. Gives its id.

    Args:
        titles: Its title by language; one is needed.
        status: How far it is.
        first: When it begins or began.
        last: When it ends or ended.
    """

    code: ClassVar[str] = "project-add"
    label: ClassVar[str] = N_("Add the project {project}")

    titles: Mapping[str, str] = field(default_factory=dict)
    status: ProjectStatus = ProjectStatus.PLANNED
    first: RoughDate | None = None
    last: RoughDate | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and add it. Raises FieldProblem."""
        titles = {normal_code(code): " ".join(title.split()) for code, title in self.titles.items()}
        if not any(titles.values()):
            raise FieldProblem("title", "The project needs a title.")
        _check_period(self.first, self.last)
        owner = own_association(w).id
        project = w.create(Project, owner_id=owner, status=self.status, first=self.first, last=self.last)
        for language, title in titles.items():
            if title:
                w.create(ProjectText, project_id=project.id, language=language, title=title)
        return project.id

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": result}


@dataclass(frozen=True)
class EditProject(Edit):
    """Change the period or the state of a project."""

    code: ClassVar[str] = "project-edit"
    label: ClassVar[str] = N_("Change the project {project}")
    table: ClassVar[type[Row]] = Project
    fields: ClassVar[frozenset[str]] = frozenset({"status", "first", "last"})
    ref: ClassVar[str] = "project"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """It ends after it begins."""
        assert isinstance(row, Project)
        period = {"first": row.first, "last": row.last} | dict(self.values)
        first, last = period["first"], period["last"]
        assert first is None or isinstance(first, RoughDate)
        assert last is None or isinstance(last, RoughDate)
        _check_period(first, last)
        return self.values


@dataclass(frozen=True)
class SetProjectTexts(Action):
    """Texts of a project in one language: title, aims, results, both effects. Others stay as they are."""

    code: ClassVar[str] = "project-texts"
    label: ClassVar[str] = N_("Write the texts of {project}")

    id: UUID
    language: str
    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> None:
        """Keep them. Raises FieldProblem where no title would be left."""
        known_fields(self.values, TEXTS)
        w.must(Project, self.id)
        language = normal_code(self.language)
        values = {name: text.strip() for name, text in self.values.items()}
        if "title" in values:
            values["title"] = " ".join(values["title"].split())
            t = ProjectText
            others = select(t.title).where(t.project_id == self.id, t.language != language)
            if not values["title"] and not any(w.scalars(others)):
                raise FieldProblem("title", "The project needs a title.")
        w.put(ProjectText, {"project_id": self.id, "language": language}, **values)

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": self.id}


# ---- partners and funders ------------------------------------------------------------------------------


@dataclass(frozen=True)
class KeepProjectPartner(Action):
    """A town, an organisation or a twinning is part of a project, or is something else in it.

    Exactly one of the three is named. Gives the partner's row.
    """

    code: ClassVar[str] = "project-partner"
    label: ClassVar[str] = N_("Name a partner of {project}")

    project_id: UUID
    territory_id: UUID | None = None
    organisation_id: UUID | None = None
    partnership_id: UUID | None = None
    role: PartnerRole = PartnerRole.PARTNER

    def apply(self, w: Writer) -> UUID:
        """Keep it, a new one behind the others. Raises UserError where none or several are named."""
        w.must(Project, self.project_id)
        named: dict[str, tuple[type[Row], UUID | None]] = {
            "territory_id": (Territory, self.territory_id),
            "organisation_id": (Organisation, self.organisation_id),
            "partnership_id": (Partnership, self.partnership_id),
        }
        there = [(cls, ref) for cls, ref in named.values() if ref is not None]
        if len(there) != 1:
            raise UserError("A partner is one town, one organisation or one twinning.", code="partner-one")
        cls, ref = there[0]
        w.must(cls, ref)
        p = ProjectPartner
        keys = {"project_id": self.project_id} | {name: one for name, (_, one) in named.items()}
        row = w.get(p, w.key_for(p, keys))
        if row is None:
            last = w.scalar(select(func.max(p.position)).where(p.project_id == self.project_id))
            row = w.create(p, **keys, role=self.role, position=0 if last is None else last + 1)
        row.role = self.role
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": self.project_id}


@dataclass(frozen=True)
class DropProjectPartner(Action):
    """Somebody is no longer a partner of a project. Gives the project."""

    code: ClassVar[str] = "project-partner-drop"
    label: ClassVar[str] = N_("Take a partner out of {project}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Take it out."""
        row = w.must(ProjectPartner, self.id)
        project = row.project_id
        w.delete(row)
        return project

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": result}


@dataclass(frozen=True)
class KeepProjectFunder(Action):
    """Who gives money for a project, and how much. Gives the funder's row.

    Args:
        project_id: The project.
        organisation_id: An organisation of the file, or
        name: whatever somebody is called who is not in it.
        amount: How much, None while it is not known.
        id: The row that is changed.
    """

    code: ClassVar[str] = "project-funder"
    label: ClassVar[str] = N_("Write down who gives money for {project}")

    project_id: UUID
    organisation_id: UUID | None = None
    name: str = ""
    amount: Money | None = None
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        w.must(Project, self.project_id)
        name = " ".join(self.name.split())
        if self.organisation_id is not None:
            w.must(Organisation, self.organisation_id)
            name = ""
        elif not name:
            raise FieldProblem("funder", "Say who gives the money.")
        if self.amount is not None and self.amount.minor < 0:
            raise FieldProblem("amount", "An amount cannot be less than nothing.")
        f = ProjectFunder
        if self.id is not None:
            row = w.must(f, self.id)
        else:
            last = w.scalar(select(func.max(f.position)).where(f.project_id == self.project_id))
            position = 0 if last is None else last + 1
            own = own_association(w).currency
            row = w.create(f, project_id=self.project_id, currency=own, position=position)
        row.organisation_id, row.name = self.organisation_id, name
        row.amount_minor = self.amount.minor if self.amount is not None else None
        if self.amount is not None:
            row.currency = self.amount.currency
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": self.project_id}


@dataclass(frozen=True)
class EditProjectFunder(Action):
    """How far the money of a funder is: its state, what is granted and paid, by when a report is due.

    A sum that is granted or paid moves the state on where it stood before that. Gives the project.
    """

    code: ClassVar[str] = "project-funder-state"
    label: ClassVar[str] = N_("Write down how far the money for {project} is")

    id: UUID
    values: Mapping[str, object] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, {"state", "granted", "paid", "report_by"})
        row = w.must(ProjectFunder, self.id)
        for name in ("granted", "paid"):
            if name not in self.values:
                continue
            amount = self.values[name]
            assert amount is None or isinstance(amount, Money)
            if amount is not None and amount.minor < 0:
                raise FieldProblem(name, "An amount cannot be less than nothing.")
            setattr(row, f"{name}_minor", amount.minor if amount is not None else None)
            if amount is not None and row.state in BEFORE[name]:
                row.state = FunderState(name)
        if "report_by" in self.values:
            day = self.values["report_by"]
            assert day is None or isinstance(day, date)
            row.report_by = day
        if "state" in self.values:
            row.state = FunderState(str(self.values["state"]))
        return row.project_id

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": result}


@dataclass(frozen=True)
class DropProjectFunder(Action):
    """Somebody gives no money for a project after all. Gives the project."""

    code: ClassVar[str] = "project-funder-drop"
    label: ClassVar[str] = N_("Take a funder out of {project}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Take it out."""
        row = w.must(ProjectFunder, self.id)
        project = row.project_id
        w.delete(row)
        return project

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": result}


# ---- themes, visits, events ----------------------------------------------------------------------------


@dataclass(frozen=True)
class SetProjectThemes(Action):
    """The themes of a project, in place of those it had; `new` is one the list does not have yet."""

    code: ClassVar[str] = "project-themes"
    label: ClassVar[str] = N_("Choose the themes of {project}")

    id: UUID
    themes: tuple[UUID, ...]
    new: str = ""
    language: str = "en"

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Project, self.id)
        wanted = set(self.themes)
        if self.new.strip():
            wanted.add(new_theme(w, {self.language: self.new}).id)
        for link in w.scalars(select(ProjectTheme).where(ProjectTheme.project_id == self.id)).all():
            if link.theme_id in wanted:
                wanted.discard(link.theme_id)
            else:
                w.delete(link)
        for theme_id in sorted(wanted):
            w.create(ProjectTheme, project_id=self.id, theme_id=theme_id)

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": self.id}


@dataclass(frozen=True)
class SetProjectParts(Action):
    """The visits and events that belong to a project, in place of those that did."""

    code: ClassVar[str] = "project-parts"
    label: ClassVar[str] = N_("Say what belongs to {project}")

    id: UUID
    visits: tuple[UUID, ...] = ()
    events: tuple[UUID, ...] = ()

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Project, self.id)
        wanted = set(self.visits) | set(self.events)
        p = ProjectPart
        for row in w.scalars(select(p).where(p.project_id == self.id)).all():
            ref = row.visit_id or row.event_id
            if ref in wanted:
                wanted.discard(ref)
            else:
                w.delete(row)
        for visit in sorted(wanted & set(self.visits)):
            w.must(Visit, visit)
            w.create(p, project_id=self.id, visit_id=visit, event_id=None)
        for event in sorted(wanted & set(self.events)):
            w.must(Event, event)
            w.create(p, project_id=self.id, visit_id=None, event_id=event)

    def refs(self, result: object) -> dict[str, object]:
        """The project."""
        return {"project": self.id}

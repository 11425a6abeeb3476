# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects as a list and as a page, with everything that belongs to one (S12, S17, S37)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, or_, select

from hospes.domain.errors import UserError
from hospes.domain.person_name import PersonName
from hospes.domain.projects import REPORT_OPEN, FunderState, PartnerRole, ProjectStatus
from hospes.domain.values import Money, RoughDate
from hospes.i18n.fold import fold
from hospes.queries.association import association, base_language
from hospes.queries.names import names
from hospes.queries.partnerships_page import ThemeRow, all_theme_rows, in_any
from hospes.queries.person_facts import names_of
from hospes.queries.scope import among, ids_in, owned
from hospes.store.selections import pick
from hospes.store.tables.events import Event, Task
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from hospes.store.tables.projects import (
    Project,
    ProjectFunder,
    ProjectPart,
    ProjectPartner,
    ProjectText,
    ProjectTheme,
)
from hospes.store.tables.visits import Visit


class Texts(NamedTuple):
    """What is written about a project in one language."""

    title: str = ""
    aims: str = ""
    results: str = ""
    local_effect: str = ""
    wider_effect: str = ""


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner as it is called; `kind` is `territory`, `organisation` or `partnership`."""

    id: UUID
    kind: str
    ref: UUID
    name: str
    role: PartnerRole


@dataclass(frozen=True, slots=True)
class FunderRow:
    """Who gives money and how far it is; no sum while it is not known."""

    id: UUID
    organisation_id: UUID | None
    name: str
    asked: Money | None
    state: FunderState = FunderState.ASKED
    granted: Money | None = None
    paid: Money | None = None
    report_by: date | None = None

    @property
    def amount(self) -> Money | None:
        """What can be counted on: what is granted, else what is asked for; nothing where it was refused."""
        if self.state is FunderState.REFUSED:
            return None
        return self.granted if self.granted is not None else self.asked

    @property
    def report_open(self) -> bool:
        """Whether they still want to read what became of it."""
        return self.report_by is not None and self.state in REPORT_OPEN


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project on the list."""

    id: UUID
    version: int
    status: ProjectStatus
    first: RoughDate | None
    last: RoughDate | None
    binned_at: date | None
    texts: Mapping[str, Texts]
    partners: tuple[PartnerRow, ...]
    funders: tuple[FunderRow, ...]
    open_tasks: int

    def title(self, language: str) -> str:
        """In a language, else in any."""
        return in_any({code: one.title for code, one in self.texts.items()}, language)

    @property
    def sums(self) -> tuple[Money, ...]:
        """What all funders give together, one sum a currency."""
        found: dict[str, Money] = {}
        for one in self.funders:
            if (amount := one.amount) is not None:
                found[amount.currency] = found.get(amount.currency, Money(0, amount.currency)) + amount
        return tuple(found.values())

    def touches(self, year: int) -> bool:
        """Whether it went on in a year; one without any day is of no year."""
        if self.first is None and self.last is None:
            return False
        begins = self.first.first.year if self.first is not None else year
        ends = self.last.last.year if self.last is not None else begins if self._over else year
        return begins <= year <= ends

    @property
    def _over(self) -> bool:
        return self.status in (ProjectStatus.ENDED, ProjectStatus.GIVEN_UP)


@dataclass(frozen=True, slots=True)
class PartRow:
    """A visit or an event that belongs to it."""

    is_visit: bool
    ref: UUID
    title: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class ProjectTask:
    """Something to do in it."""

    id: UUID
    title: str
    due_on: date | None
    done_on: date | None
    assignee_id: UUID | None
    assignee: PersonName | None


@dataclass(frozen=True)
class ProjectPage:
    """A project with all that hangs on it."""

    row: ProjectRow
    languages: tuple[str, ...]
    """Ours first, then any that has a text, then the reader's."""
    themes: tuple[ThemeRow, ...]
    parts: tuple[PartRow, ...]
    tasks: tuple[ProjectTask, ...]

    def texts(self, name: str) -> dict[str, str]:
        """One text by language."""
        return {code: str(getattr(one, name)) for code, one in self.row.texts.items()}


# ---- the list ------------------------------------------------------------------------------------------


def project_rows(connection: Connection, language: str) -> tuple[ProjectRow, ...]:
    """All that are not in the bin: what goes on first, then what is planned, then the latest."""
    p = Project
    found = _rows(connection, language, p.binned_at.is_(None) & owned(connection, p.owner_id))
    order = {ProjectStatus.RUNNING: 0, ProjectStatus.PLANNED: 1}
    found.sort(key=lambda one: fold(one.title(language)))
    found.sort(key=lambda one: str(one.first or ""), reverse=True)
    found.sort(key=lambda one: order.get(one.status, 2))
    return tuple(found)


def _rows(connection: Connection, language: str, which: ColumnElement[bool]) -> list[ProjectRow]:
    p, t = Project, ProjectText
    columns = (p.id, p.version, p.status, p.first, p.last, p.binned_at)
    rows = connection.execute(pick(*columns).where(which).order_by(p.id)).all()
    ids = [row[0] for row in rows]
    texts: dict[UUID, dict[str, Texts]] = defaultdict(dict)
    query = pick(
        t.project_id, t.language, t.title, t.aims, t.results, t.local_effect, t.wider_effect
    ).where(among(t.project_id, ids))  # fmt: skip
    for row in connection.execute(query):
        texts[row[0]][row[1]] = Texts(*row[2:])
    partners, funders = _partners(connection, ids, language), _funders(connection, ids, language)
    waiting = connection.execute(
        pick(Task.project_id, Task.id).where(among(Task.project_id, ids), Task.done_on.is_(None))
    ).all()
    tasks = Counter(project for project, _ in waiting)
    return [
        ProjectRow(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            texts.get(row[0], {}),
            tuple(partners.get(row[0], ())),
            tuple(funders.get(row[0], ())),
            tasks[row[0]],
        )
        for row in rows
    ]


def _partners(connection: Connection, ids: Collection[UUID], language: str) -> dict[UUID, list[PartnerRow]]:
    p = ProjectPartner
    rows = connection.execute(
        pick(p.project_id, p.id, p.territory_id, p.organisation_id, p.partnership_id, p.role)
        .where(among(p.project_id, ids))
        .order_by(p.position, p.id)
    ).all()
    refs = [one for row in rows for one in row[2:5] if one is not None]
    called = names(connection, refs, language, ("territory", "organisation", "partnership"))
    found: dict[UUID, list[PartnerRow]] = defaultdict(list)
    for project, row_id, territory, organisation, bond, role in rows:
        kinds = (("territory", territory), ("organisation", organisation), ("partnership", bond))
        for kind, ref in kinds:
            if ref is not None:
                name = called[ref].text if ref in called else ""
                found[project].append(PartnerRow(row_id, kind, ref, name, role))
    return found


def _funders(connection: Connection, ids: Collection[UUID], language: str) -> dict[UUID, list[FunderRow]]:
    f = ProjectFunder
    rows = connection.execute(
        pick(
            f.project_id,
            f.id,
            f.organisation_id,
            f.name,
            f.currency,
            f.amount_minor,
            f.state,
            f.granted_minor,
            f.paid_minor,
            f.report_by,
        )
        .where(among(f.project_id, ids))
        .order_by(f.position, f.id)
    ).all()
    called = names(connection, {row[2] for row in rows if row[2] is not None}, language, ("organisation",))
    found: dict[UUID, list[FunderRow]] = defaultdict(list)
    for project, row_id, organisation, name, currency, asked, state, granted, paid, report_by in rows:
        known = called[organisation].text if organisation in called else name
        sums = [Money(minor, currency) if minor is not None else None for minor in (asked, granted, paid)]
        found[project].append(
            FunderRow(row_id, organisation, known, sums[0], state, sums[1], sums[2], report_by)
        )
    return found


def need_project(ref: UUID | None) -> UUID:
    """Raises UserError where no project was chosen."""
    if ref is None:
        raise UserError("Choose a project for this paper.", code="project-needed")
    return ref


# ---- one ---------------------------------------------------------------------------------------------


def project_page(connection: Connection, ref: UUID, language: str) -> ProjectPage:
    """Everything about a project, in the bin too. Raises UserError if it is gone."""
    rows = _rows(connection, language, Project.id == ref)
    if not rows:
        raise UserError("This entry is no longer in the file.", code="gone")
    own = base_language(association(connection).language or "en")
    languages = dict.fromkeys((own, *sorted(rows[0].texts), base_language(language)))
    themes = set(connection.scalars(select(ProjectTheme.theme_id).where(ProjectTheme.project_id == ref)))
    return ProjectPage(
        rows[0],
        tuple(languages),
        tuple(one for one in all_theme_rows(connection) if one.id in themes),
        parts_of(connection, ref, language),
        tasks_of(connection, ref),
    )


def parts_of(connection: Connection, project: UUID, language: str) -> tuple[PartRow, ...]:
    """The visits and events of a project by day, without those in the bin."""
    p, v, e = ProjectPart, Visit, Event
    visits = connection.execute(
        pick(v.id, v.first, v.last)
        .join(p, p.visit_id == v.id)
        .where(p.project_id == project, v.binned_at.is_(None))
    ).all()
    events = connection.execute(
        pick(e.id, e.on).join(p, p.event_id == e.id).where(p.project_id == project, e.binned_at.is_(None))
    ).all()
    called = names(connection, [row[0] for row in (*visits, *events)], language, ("visit", "event"))

    def title(ref: UUID) -> str:
        return called[ref].text if ref in called else ""

    found = [PartRow(True, ref, title(ref), first, last or first) for ref, first, last in visits]
    found += [PartRow(False, ref, title(ref), on, on) for ref, on in events]
    return tuple(sorted(found, key=lambda one: (one.first or date.max, one.title)))


def tasks_of(connection: Connection, project: UUID) -> tuple[ProjectTask, ...]:
    """Tasks by day, those without one last."""
    t = Task
    rows = connection.execute(
        pick(t.id, t.title, t.due_on, t.done_on, t.assignee_id)
        .where(t.project_id == project)
        .order_by(t.due_on.is_(None), t.due_on, t.position, t.id)
    ).all()
    called = names_of(connection, ids_in({row[4] for row in rows if row[4]}))
    return tuple(
        ProjectTask(row[0], row[1], row[2], row[3], row[4], called.get(row[4]) if row[4] else None)
        for row in rows
    )


# ---- seen from elsewhere --------------------------------------------------------------------------------


def projects_of_part(
    connection: Connection, language: str, *, visit: UUID | None = None, event: UUID | None = None
) -> tuple[tuple[UUID, str], ...]:
    """The projects that a visit or an event belongs to."""
    p = ProjectPart
    which = p.visit_id == visit if visit is not None else p.event_id == event
    return _titled(connection, connection.scalars(select(p.project_id).where(which)), language)


def project_pages_of_visit(connection: Connection, visit: UUID, language: str) -> tuple[ProjectPage, ...]:
    """The projects a visit belongs to, in full."""
    found = projects_of_part(connection, language, visit=visit)
    return tuple(project_page(connection, ref, language) for ref, _ in found)


def projects_of_bond(connection: Connection, bond: UUID, language: str) -> tuple[tuple[UUID, str], ...]:
    """The projects in which a twinning is a partner, or one of its partner towns and clubs.

    Our own town takes part in every project and says nothing about which twinning one belongs to.
    """
    p, party = ProjectPartner, PartnershipParty
    theirs = party.partnership_id == bond, party.is_ours.is_(False)
    places = select(party.territory_id).where(*theirs, party.territory_id.is_not(None))
    bodies = select(party.organisation_id).where(*theirs, party.organisation_id.is_not(None))
    query = select(p.project_id).where(
        or_(p.partnership_id == bond, p.territory_id.in_(places), p.organisation_id.in_(bodies))
    )
    return _titled(connection, connection.scalars(query), language)


def _titled(connection: Connection, ids: Iterable[UUID], language: str) -> tuple[tuple[UUID, str], ...]:
    p = Project
    wanted = select(p.id).where(among(p.id, set(ids)), p.binned_at.is_(None), owned(connection, p.owner_id))
    there = connection.scalars(wanted).all()
    called = names(connection, there, language, ("project",))
    found = [(ref, called[ref].text) for ref in there if ref in called]
    return tuple(sorted(found, key=lambda pair: fold(pair[1])))


def projects_to_choose(connection: Connection, language: str) -> tuple[tuple[UUID, str], ...]:
    """Every project there is, what goes on first."""
    return tuple((one.id, one.title(language)) for one in project_rows(connection, language))


def partners_to_choose(connection: Connection, language: str) -> list[tuple[UUID, str]]:
    """The twinnings of the association, as partners of a project."""
    p = Partnership
    ids = connection.scalars(select(p.id).where(p.binned_at.is_(None), owned(connection, p.owner_id))).all()
    called = names(connection, ids, language, ("partnership",))
    found = [(ref, called[ref].text) for ref in ids if ref in called and called[ref].text]
    return sorted(found, key=lambda pair: fold(pair[1]))


def projects_of_year(connection: Connection, year: int, code: str) -> tuple[ProjectPage, ...]:
    """The projects that went on in a year, by their beginning; those given up are left out."""
    rows = _rows(connection, code, Project.binned_at.is_(None) & owned(connection, Project.owner_id))
    shown = [one for one in rows if one.touches(year) and one.status is not ProjectStatus.GIVEN_UP]
    shown.sort(key=lambda one: str(one.first or ""))
    return tuple(project_page(connection, one.id, code) for one in shown)

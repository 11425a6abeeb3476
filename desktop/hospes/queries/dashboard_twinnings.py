# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings and projects on Today: a charter to be renewed, a link that has fallen asleep unnoticed,
a project past its end, a report to a funder, something to be published.
"""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.projects import REPORT_OPEN, ProjectStatus
from hospes.domain.twinnings import RENEWAL_SOON
from hospes.queries.names import names
from hospes.queries.partnerships import renewals_of, titles_of, twinning_rows
from hospes.queries.scope import owned
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.projects import Project, ProjectFunder
from hospes.store.tables.publications import Publication

REPORT_SOON = 30
"""Days ahead that a report to a project's funder is told."""


def due_renewals(connection: Connection, day: date, language: str) -> list[tuple[UUID, date, str]]:
    """Twinnings whose charter is to be renewed soon or should have been, with their names."""
    p = Partnership
    ids = connection.scalars(
        select(p.id)
        .where(p.binned_at.is_(None), p.until.is_(None), p.status != PartnershipStatus.ENDED)
        .where(owned(connection, p.owner_id))
    ).all()
    last = day + timedelta(days=RENEWAL_SOON)
    due = {bond: on for bond, on in renewals_of(connection, ids).items() if on <= last}
    titles = titles_of(connection, list(due), language)
    return sorted(((bond, on, titles.get(bond, "")) for bond, on in due.items()), key=lambda one: one[1])


def fallen_asleep(connection: Connection, day: date, language: str) -> list[str]:
    """Our links that nobody calls sleeping and from which nothing was heard for long, by name."""
    p = Partnership
    ids = connection.scalars(
        select(p.id).where(
            p.binned_at.is_(None),
            p.status.in_((PartnershipStatus.ACTIVE, PartnershipStatus.RELAUNCHED)),
            owned(connection, p.owner_id),
        )
    ).all()
    rows = twinning_rows(connection, ids, language, day)
    return sorted(row.title for row in rows if row.asleep and row.has_us)


def past_their_end(connection: Connection, day: date, language: str) -> list[tuple[UUID, date, str]]:
    """Projects that nobody has ended though their last day is over, with that day and their titles."""
    p = Project
    rows = connection.execute(
        select(p.id, p.last).where(
            p.binned_at.is_(None), p.last.is_not(None), owned(connection, p.owner_id),
            p.status.in_((ProjectStatus.PLANNED, ProjectStatus.RUNNING)),
        )
    ).all()  # fmt: skip
    over = [(ref, last.last) for ref, last in rows if last is not None and last.last < day]
    called = names(connection, [ref for ref, _ in over], language, ("project",))
    return [(ref, on, called[ref].text if ref in called else "") for ref, on in over]


def reports_due(connection: Connection, day: date, language: str) -> list[tuple[UUID, date, str, str]]:
    """Reports that funders of projects wait for: the project, by when, its title, who waits."""
    f, p = ProjectFunder, Project
    rows = connection.execute(
        select(p.id, f.report_by, f.organisation_id, f.name)
        .join(p, p.id == f.project_id)
        .where(p.binned_at.is_(None), owned(connection, p.owner_id), f.state.in_(REPORT_OPEN))
        .where(f.report_by <= day + timedelta(days=REPORT_SOON))
        .order_by(f.report_by)
    ).all()
    wanted = [ref for row in rows for ref in (row[0], row[2]) if ref is not None]
    called = names(connection, wanted, language, ("project", "organisation"))

    def words(ref: UUID | None, otherwise: str = "") -> str:
        return called[ref].text if ref is not None and ref in called else otherwise

    return [(project, on, words(project), words(giver, name)) for project, on, giver, name in rows if on]


def to_publish(connection: Connection) -> tuple[int, str]:
    """How many publications are only planned, and the title of one."""
    p = Publication
    n, title = connection.execute(
        select(func.count(), func.min(p.title)).where(p.on.is_(None), owned(connection, p.owner_id))
    ).one()
    return n, title or ""

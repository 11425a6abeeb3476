# SPDX-License-Identifier: GPL-3.0-or-later
"""What a successor has to know: who does what, what there is, what recurs, what is still to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.codes import DocumentKind, EventKind
from hospes.domain.projects import ProjectStatus
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.agreements import papers_of
from hospes.queries.association import Association, ClassRow, association, classes
from hospes.queries.events import TaskRow, event_rows, open_tasks
from hospes.queries.meetings import Officer, by_laws, officers
from hospes.queries.names import names
from hospes.queries.overview import Overview, overview
from hospes.queries.partnerships import TwinningRow, all_rows
from hospes.queries.projects import ProjectRow, project_rows
from hospes.queries.trainings import Knows, who_knows_what
from hospes.store.selections import pick
from hospes.store.tables.events import Blob, Document

A_YEAR = 366


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document by its name and what it belongs to."""

    name: str
    kind: DocumentKind
    on: date | None
    of: str
    size: int


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """All documents that may be named, and how many may not."""

    documents: tuple[IndexedDocument, ...]
    confidential: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A charter or agreement of a twinning."""

    twinning: str
    title: str
    signed: RoughDate | None
    renew_by: date | None
    document: UUID | None


@dataclass(frozen=True, slots=True)
class YearEvent:
    """What happened in the last twelve months, as a pattern for the next."""

    on: date
    title: str
    kind: EventKind


@dataclass(frozen=True, slots=True)
class Summary:
    """How the association works."""

    own: Association
    figures: Overview
    committee: tuple[Officer, ...]
    classes: tuple[ClassRow, ...]
    twinnings: tuple[TwinningRow, ...]
    agreements: tuple[Paper, ...]
    year: tuple[YearEvent, ...]
    tasks: tuple[TaskRow, ...]
    knows: tuple[Knows, ...]
    projects: tuple[ProjectRow, ...]
    """Those that are not over, and those whose money is still to be reported on."""


def summary(connection: Connection, today: date, locale: Locale) -> Summary:
    """Everything on the sheet that a successor reads first."""
    twinnings = sorted(all_rows(connection, locale, today), key=lambda one: locale.sort_key(one.title))
    own = association(connection)
    since = today - timedelta(days=A_YEAR)
    year = [
        YearEvent(row.on, row.title, row.kind)
        for row in event_rows(connection, locale)
        if since <= row.on <= today
    ]
    return Summary(
        own,
        overview(connection, today, locale.language),
        officers(connection, today, by_laws(connection)),
        tuple(row for row in classes(connection, locale.language, today, own.id) if _in_use(row, today)),
        tuple(twinnings),
        tuple(agreements(connection, twinnings, locale)),
        tuple(sorted(year, key=lambda one: (one.on.month, one.on.day))),
        tuple(task for task in open_tasks(connection, today, locale) if task.done_on is None),
        who_knows_what(connection, locale),
        tuple(row for row in project_rows(connection, locale.language) if _goes_on(row)),
    )


def _goes_on(row: ProjectRow) -> bool:
    over = (ProjectStatus.ENDED, ProjectStatus.GIVEN_UP)
    return row.status not in over or any(one.report_open for one in row.funders)


def _in_use(row: ClassRow, today: date) -> bool:
    last = getattr(row, "valid_to", None)
    return last is None or last >= today


def agreements(connection: Connection, twinnings: Sequence[TwinningRow], locale: Locale) -> list[Paper]:
    """The papers of twinnings, the oldest of each first."""
    return [
        Paper(one.title, paper.title(locale.language), paper.signed, paper.renew_by, paper.document_id)
        for one in twinnings
        for paper in papers_of(connection, one.id).all
    ]


def document_index(connection: Connection, locale: Locale) -> DocumentIndex:
    """Documents that are not in the bin. Of confidential and personal ones there is only the number."""
    d, b = Document, Blob
    query = (
        pick(
            d.name, d.kind, d.on, d.organisation_id, d.visit_id, d.partnership_id, d.event_id, d.person_id,
            d.household_id, d.confidential, func.coalesce(b.size, 0),
        )
        .join(b, b.sha256 == d.blob_sha, isouter=True)
        .where(d.binned_at.is_(None))
    )  # fmt: skip
    rows = connection.execute(query).all()
    refs = {ref for row in rows for ref in row[3:7] if ref is not None}
    called = names(connection, refs, locale.language, ("organisation", "visit", "partnership", "event"))
    shown, hidden = [], 0
    for row in rows:
        if row[9] or row[7] is not None or row[8] is not None:
            hidden += 1
            continue
        of = next((called[ref].text for ref in row[3:7] if ref in called), "")
        shown.append(IndexedDocument(row[0], row[1], row[2], of, row[10]))
    shown.sort(key=lambda one: (locale.sort_key(one.of), locale.sort_key(one.name), one.on or date.min))
    return DocumentIndex(tuple(shown), hidden)


def scans(connection: Connection, today: date, locale: Locale) -> list[tuple[str, str, UUID, str, str]]:
    """Scans of agreements: twinning, title, document, its name and media type; none that is confidential."""
    twinnings = all_rows(connection, locale, today)
    wanted = {
        paper.document: paper
        for paper in agreements(connection, twinnings, locale)
        if paper.document is not None
    }
    d, b = Document, Blob
    query = (
        select(d.id, d.name, b.media_type)
        .join(b, b.sha256 == d.blob_sha)
        .where(d.binned_at.is_(None), d.confidential.is_(False))
        .order_by(d.id)
    )
    return [
        (wanted[ref].twinning, wanted[ref].title or name, ref, name, media)
        for ref, name, media in connection.execute(query)
        if ref in wanted
    ]


def own_twinnings(connection: Connection, today: date, locale: Locale) -> list[tuple[UUID, str]]:
    """Our twinnings that have not ended, by title."""
    rows = [one for one in all_rows(connection, locale, today) if one.has_us and one.until is None]
    return [(one.id, one.title) for one in sorted(rows, key=lambda one: locale.sort_key(one.title))]

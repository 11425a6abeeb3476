# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of the association for its activity report: read and counted, nothing typed (domain 4.8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import EventKind
from hospes.domain.codes_visit import VisitState
from hospes.domain.courtesies import HONOURS
from hospes.domain.event_days import last_of
from hospes.domain.figures_counts import Years
from hospes.domain.goods import GoodsSum, add_up
from hospes.domain.twinnings import jubilees_between
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.activity_more import Told, Trained, came_to, feedback_in, trainings_in
from hospes.queries.association import owner_of_file
from hospes.queries.cash_years import YearView, has_journal, year_view
from hospes.queries.courtesies import CourtesyRow, courtesy_rows
from hospes.queries.figures_years import visits_held, year_figures
from hospes.queries.goods import goods_rows
from hospes.queries.grants import grants_of
from hospes.queries.paper_visit import PaperVisit, paper_visit
from hospes.queries.paper_visit_programme import paper_programme
from hospes.queries.paper_visit_report import Photo, photos
from hospes.queries.partnerships import titles_of
from hospes.queries.priorities import PriorityRow, priority_rows
from hospes.queries.projects import ProjectPage, projects_of_year
from hospes.queries.publications import PublicationRow, published_in
from hospes.queries.scope import among, owned
from hospes.queries.settings import settings
from hospes.queries.visit_figures import VisitFigures, count
from hospes.queries.visit_report import report_texts
from hospes.store.selections import pick
from hospes.store.tables.events import Event, EventText
from hospes.store.tables.partnerships import Agreement, AgreementSigning, AgreementText, Partnership
from hospes.store.tables.visits import Visit, VisitText

TEXTS = "activity_report"
"""Settings with the texts of a year: `activity_report.2025.outlook.de`."""
YEARS = 5
"""Years in the charts."""


@dataclass(frozen=True, slots=True)
class VisitOfYear:
    """A visit with its numbers, its report and its photos."""

    visit: PaperVisit
    figures: VisitFigures
    texts: Mapping[str, Mapping[str, str]]
    photos: tuple[Photo, ...]
    goods: GoodsSum
    """What it brought."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event or a visit to come, with its titles by language."""

    first: date
    last: date
    kind: EventKind | None
    titles: Mapping[str, str]
    place: str = ""
    came: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """Something of a twinning: signed, or so many years old."""

    on: RoughDate
    titles: Mapping[str, str]
    """The twinning's, by the code of the paper's languages."""
    papers: Mapping[str, str]
    """What was signed, by language; empty of a jubilee."""
    years: int = 0


@dataclass(frozen=True, slots=True)
class ActivityYear:
    """Everything in the report."""

    year: int
    figures: Years
    visits: tuple[VisitOfYear, ...]
    events: tuple[Happening, ...]
    news: tuple[News, ...]
    money: YearView | None
    funders: tuple[str, ...]
    coming: tuple[Happening, ...]
    coming_news: tuple[News, ...]
    honours: tuple[CourtesyRow, ...]
    texts: Mapping[str, Mapping[str, str]]
    """By field (`outlook`, `thanks`) and language."""
    projects: tuple[ProjectPage, ...]
    publications: tuple[PublicationRow, ...]
    """What came out in the year."""
    trainings: tuple[Trained, ...]
    feedback: tuple[Told, ...]
    priorities: tuple[PriorityRow, ...]
    """The countries and groups that mattered most in the year."""


def activity_year(
    connection: Connection, year: int, today: date, codes: Sequence[str], most_photos: int
) -> ActivityYear:
    """Read a year (0: the last whole one); `codes` are the languages of the report."""
    year = min(year or today.year - 1, today.year)
    held = sorted(visits_held(connection, range(year, year + 1), today).items(), key=lambda one: one[1])
    visits = [_visit(connection, ref, today, most_photos) for ref, _ in held]
    after = max(date(year, 12, 31), today)  # what is over by now does not lie ahead
    first = Locale.of(codes[0])
    received = grants_of(connection, [ref for ref, _ in held], first.language)
    funders = [one.name for many in received.values() for one in many if one.name and one.received.minor > 0]
    return ActivityYear(
        year,
        year_figures(connection, today, year, YEARS),
        tuple(visits),
        _events(connection, date(year, 1, 1), min(date(year, 12, 31), today)),
        _news(connection, date(year, 1, 1), date(year, 12, 31), codes),
        year_view(connection, year, first) if has_journal(connection) else None,
        tuple(dict.fromkeys(funders)),
        _coming(connection, after),
        _jubilees(connection, date(year + 1, 1, 1), date(year + 1, 12, 31), codes),
        _honours(connection, year, first),
        report_words(connection, year),
        projects_of_year(connection, year, first.code),
        published_in(connection, year, first),
        trainings_in(connection, year, today, first),
        feedback_in(connection, year, first),
        tuple(one for one in priority_rows(connection, first, today) if one.year == year),
    )  # fmt: skip


def words_key(year: int, field: str, language: str) -> str:
    """The setting of the association that holds a text of a year's report."""
    return f"{TEXTS}.{year}.{field}.{language}"


def report_words(connection: Connection, year: int) -> dict[str, dict[str, str]]:
    """The texts somebody wrote for the report of a year, by field and language."""
    owner, start = owner_of_file(connection), f"{TEXTS}.{year}."
    found: dict[str, dict[str, str]] = {}
    for key, value in settings(connection, start, owner).items():
        field, _, language = key.removeprefix(start).partition(".")
        if isinstance(value, str) and value.strip():
            found.setdefault(field, {})[language] = value
    return found


def _honours(connection: Connection, year: int, locale: Locale) -> tuple[CourtesyRow, ...]:
    """Who was honoured in a year, by day; gifts and letters are nobody else's business."""
    found = [
        one
        for one in courtesy_rows(connection, locale)
        if one.kind in HONOURS and one.on is not None and one.on.year == year
    ]
    return tuple(sorted(found, key=lambda one: (str(one.on), one.whom)))


def _visit(connection: Connection, ref: UUID, today: date, most: int) -> VisitOfYear:
    visit = paper_visit(connection, ref)
    figures = count(visit, paper_programme(connection, ref))
    pictures = photos(connection, ref, today, most) if most else ()
    goods = add_up(goods_rows(connection, ref))
    return VisitOfYear(visit, figures, report_texts(connection, ref), pictures, goods)


def _events(connection: Connection, first: date, last: date) -> tuple[Happening, ...]:
    e = Event
    query = (
        pick(e.id, e.on, e.last, e.kind, e.place)
        .where(e.on >= first, e.on <= last, e.binned_at.is_(None), owned(connection, e.owner_id))
        .order_by(e.on, e.starts, e.id)
    )
    rows = connection.execute(query).all()
    titles: dict[UUID, dict[str, str]] = {row[0]: {} for row in rows}
    t = EventText
    for ref, language, title in connection.execute(
        pick(t.event_id, t.language, t.title).where(among(t.event_id, titles))
    ):
        if title:
            titles[ref][language] = title
    came = came_to(connection, titles)
    return tuple(
        Happening(on, last_of(on, until), kind, titles[ref], place, came.get(ref, 0))
        for ref, on, until, kind, place in rows
    )


def _next_events(connection: Connection, after: date) -> tuple[Happening, ...]:
    """Events of the year after; meetings of the committee are no news."""
    last = date(after.year + (1 if (after.month, after.day) == (12, 31) else 0), 12, 31)
    found = _events(connection, date.fromordinal(after.toordinal() + 1), last)
    return tuple(one for one in found if one.kind is not EventKind.COMMITTEE)


def _coming(connection: Connection, after: date) -> tuple[Happening, ...]:
    """Visits and events after a day until the end of its year; after New Year's Eve, of the next."""
    found = [*_planned(connection, after), *_next_events(connection, after)]
    return tuple(sorted(found, key=lambda one: one.first))


def _planned(connection: Connection, after: date) -> list[Happening]:
    v, t = Visit, VisitText
    last = date(after.year + (1 if (after.month, after.day) == (12, 31) else 0), 12, 31)
    query = pick(v.id, v.first, v.last).where(
        v.first > after,
        v.first <= last,
        v.binned_at.is_(None),
        v.state != VisitState.CANCELLED,
        owned(connection, v.owner_id),
    )
    rows = connection.execute(query).all()
    titles: dict[UUID, dict[str, str]] = {row[0]: {} for row in rows}
    for ref, language, title in connection.execute(
        pick(t.visit_id, t.language, t.title).where(among(t.visit_id, titles))
    ):
        if title:
            titles[ref][language] = title
    return [Happening(first, last or first, None, titles[ref]) for ref, first, last in rows]


def _news(connection: Connection, first: date, last: date, codes: Sequence[str]) -> tuple[News, ...]:
    """What was signed in a year, and which twinnings came to a round number of years."""
    s, a, b, t = AgreementSigning, Agreement, Partnership, AgreementText
    query = (
        pick(a.id, a.partnership_id, s.on)
        .join(a, a.id == s.agreement_id)
        .join(b, b.id == a.partnership_id)
        .where(b.binned_at.is_(None), owned(connection, b.owner_id))
    )
    rows = [row for row in connection.execute(query) if first <= row[2].last <= last]
    titles = _titles(connection, {row[1] for row in rows}, codes)
    papers: dict[UUID, dict[str, str]] = {row[0]: {} for row in rows}
    for ref, language, title in connection.execute(
        pick(t.agreement_id, t.language, t.title).where(among(t.agreement_id, papers))
    ):
        papers[ref][language] = title
    found = [News(on, titles[bond], papers[ref]) for ref, bond, on in rows]
    found += _jubilees(connection, first, last, codes)
    return tuple(sorted(found, key=lambda one: one.on.last))


def _jubilees(connection: Connection, first: date, last: date, codes: Sequence[str]) -> tuple[News, ...]:
    p = Partnership
    query = pick(p.id, p.since).where(
        p.binned_at.is_(None), p.until.is_(None), p.since.is_not(None), owned(connection, p.owner_id)
    )
    rows = [
        (ref, since, one)
        for ref, since in connection.execute(query)
        for one in jubilees_between(since, first, last)
    ]
    titles = _titles(connection, {row[0] for row in rows}, codes)
    found = [
        News(
            RoughDate.of(one.on) if since.exact is not None else RoughDate(one.on.year),
            titles[ref], {}, one.years,
        )
        for ref, since, one in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.on.last, -one.years)))


def _titles(connection: Connection, bonds: set[UUID], codes: Sequence[str]) -> dict[UUID, dict[str, str]]:
    each = {code: titles_of(connection, list(bonds), code) for code in codes}
    return {bond: {code: each[code].get(bond, "") for code in codes} for bond in bonds}

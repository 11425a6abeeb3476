# SPDX-License-Identifier: GPL-3.0-or-later
"""What the overview of a visit shows: its facts, texts, people in charge, tasks, and how far things are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_visit import OrganiserInLaw, TargetGroup, VisitKind, VisitState
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName
from hospes.queries.names import names
from hospes.queries.person_facts import NAME_COLUMNS, names_of
from hospes.queries.scope import ids_in, there
from hospes.store.selections import pick
from hospes.store.tables.events import Task
from hospes.store.tables.partnerships import Partnership, Theme, ThemeLink, ThemeText
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, OfferNight
from hospes.store.tables.travel import Transport, TransportLeg
from hospes.store.tables.visits import (
    Delegation,
    Participation,
    ProgrammeItem,
    Visit,
    VisitDuty,
    VisitTargetGroup,
    VisitText,
)


class Texts(NamedTuple):
    """Title and what the visit is for, in one language."""

    title: str = ""
    aims: str = ""
    objectives: str = ""
    groups: str = ""
    terms: str = ""


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """Everything that is kept about the visit itself."""

    id: UUID
    version: int
    kind: VisitKind
    state: VisitState
    first: date | None
    last: date | None
    territory_id: UUID | None
    place: str
    zone: str
    partnership_id: UUID | None
    partnership: str
    model_id: UUID | None
    model: str
    expected_guests: int | None
    places: int | None
    registration_until: date | None
    organiser_in_law: OrganiserInLaw | None
    members_only: bool | None
    insolvency_no: str
    texts: Mapping[str, Texts]
    target_groups: tuple[TargetGroup, ...]
    themes: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody in charge of something."""

    person_id: UUID
    name: PersonName
    words: str


@dataclass(frozen=True, slots=True)
class VisitTask:
    """Something to do, `days` after (negative: before) the first day."""

    id: UUID
    version: int
    title: str
    due_on: date | None
    days: int | None
    done_on: date | None
    assignee: PersonName | None


def visit_facts(connection: Connection, visit_id: UUID, language: str) -> VisitFacts:
    """The facts of a visit. Raises UserError if it is gone."""
    v = Visit
    query = pick(
        v.id, v.version, v.kind, v.state, v.first, v.last, v.territory_id, v.zone, v.partnership_id,
        v.model_id, v.expected_guests, v.places, v.registration_until, v.organiser_in_law, v.members_only,
        v.insolvency_no,
    ).where(v.id == visit_id)  # fmt: skip
    row = connection.execute(query).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    refs = {one for one in (row[6], row[8], row[9]) if one is not None}
    called = {ref: named.text for ref, named in names(connection, refs, language).items()}
    t = VisitText
    texts = connection.execute(
        pick(t.language, t.title, t.aims, t.objectives, t.groups, t.terms).where(t.visit_id == visit_id)
    )
    groups = connection.scalars(
        select(VisitTargetGroup.target_group).where(VisitTargetGroup.visit_id == visit_id)
    )
    order = list(TargetGroup)
    told = (
        *row[:7], called.get(row[6], ""), row[7], row[8], called.get(row[8], ""), row[9],
        called.get(row[9], ""), *row[10:],
        {text[0]: Texts(*text[1:]) for text in texts},
        tuple(sorted(groups, key=order.index)),
        _themes(connection, language, visit_id),
    )  # fmt: skip
    return VisitFacts(*told)


def _themes(connection: Connection, language: str, visit_id: UUID | None) -> tuple[tuple[UUID, str], ...]:
    """Themes of a visit, or all there are, called in a language or else in any."""
    query = pick(Theme.id, ThemeText.language, ThemeText.name).join(ThemeText, ThemeText.theme_id == Theme.id)
    if visit_id is not None:
        linked = select(ThemeLink.theme_id).where(ThemeLink.visit_id == visit_id)
        query = query.where(Theme.id.in_(linked))
    found: dict[UUID, str] = {}
    for theme, code, name in connection.execute(query.order_by(Theme.position, Theme.id, ThemeText.language)):
        if theme not in found or code == language:
            found[theme] = name
    return tuple(found.items())


def all_themes(connection: Connection, language: str) -> tuple[tuple[UUID, str], ...]:
    """Every theme there is, for choosing."""
    return _themes(connection, language, None)


def partnerships(connection: Connection, language: str) -> tuple[tuple[UUID, str], ...]:
    """The twinnings a visit may belong to."""
    ids = connection.scalars(select(Partnership.id).where(Partnership.binned_at.is_(None))).all()
    called = names(connection, ids, language)
    found = [(one, called[one].text) for one in ids if one in called and called[one].text]
    return tuple(sorted(found, key=lambda pair: pair[1]))


def visit_duties(connection: Connection, visit_id: UUID) -> tuple[Duty, ...]:
    """Who is in charge of what."""
    d = VisitDuty
    query = pick(d.person_id, d.words).where(d.visit_id == visit_id).order_by(d.position, d.id)
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in({row[0] for row in rows}))
    return tuple(Duty(person, called[person], words) for person, words in rows if person in called)


def visit_tasks(connection: Connection, visit_id: UUID) -> tuple[VisitTask, ...]:
    """Tasks by day, those without one last."""
    t = Task
    query = (
        pick(t.id, t.version, t.title, t.due_on, t.days_from_start, t.done_on, t.assignee_id)
        .where(t.visit_id == visit_id)
        .order_by(t.due_on.is_(None), t.due_on, t.position, t.id)
    )
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in({row[6] for row in rows if row[6]}))
    told = [(*row[:6], called.get(row[6]) if row[6] else None) for row in rows]
    return tuple(VisitTask(*one) for one in told)


def people_to_choose(connection: Connection) -> list[tuple[UUID, PersonName]]:
    """Everybody who could be in charge of something: all who are there and alive."""
    query = pick(Person.id, *NAME_COLUMNS).where(there(Person), Person.deceased.is_(False))
    return [(row[0], PersonName(*row[1:])) for row in connection.execute(query)]


def moves_along(connection: Connection, visit_id: UUID) -> bool:
    """Whether anything is dated by the days of a visit: programme, nights, stays, journeys."""
    offers = select(HostOffer.id).where(HostOffer.visit_id == visit_id)
    legs = select(Transport.id).where(Transport.visit_id == visit_id)
    dated = (
        select(ProgrammeItem.id).where(ProgrammeItem.visit_id == visit_id),
        select(OfferNight.id).where(OfferNight.offer_id.in_(offers)),
        select(TransportLeg.id).where(TransportLeg.transport_id.in_(legs)),
        select(Delegation.id).where(Delegation.visit_id == visit_id, Delegation.arrival_on.is_not(None)),
        select(Participation.id).where(
            Participation.visit_id == visit_id, Participation.arrival_on.is_not(None)
        ),
    )
    return any(connection.execute(query.limit(1)).first() is not None for query in dated)

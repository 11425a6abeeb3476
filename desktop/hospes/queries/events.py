# SPDX-License-Identifier: GPL-3.0-or-later
"""Events as a list and as a page, and everything there is to do."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.codes import Attendance, EventKind
from hospes.domain.codes_meeting import MotionKind
from hospes.domain.errors import UserError
from hospes.domain.event_days import last_of
from hospes.domain.meetings import Ballot
from hospes.domain.names import display_name
from hospes.domain.person_name import PersonName
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.association import base_language
from hospes.queries.names import names
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, owned
from hospes.store.selections import pick
from hospes.store.tables.events import Event, EventMotion, EventPerson, EventText, Task
from hospes.store.tables.organisations import Office, Organisation

HERE = (Attendance.COMING, Attendance.PRESENT)


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event on the list."""

    id: UUID
    on: date
    starts: time | None
    ends: time | None
    kind: EventKind
    place: str
    title: str
    asked: int
    coming: int
    last: date | None = None

    @property
    def until(self) -> date:
        """The day on which it is over."""
        return last_of(self.on, self.last)


def event_rows(connection: Connection, locale: Locale) -> list[EventRow]:
    """All events that are not in the bin, the latest first."""
    e = Event
    query = pick(e.id, e.on, e.starts, e.ends, e.kind, e.place, e.last).where(
        e.binned_at.is_(None), owned(connection, e.owner_id)
    )
    rows = connection.execute(query.order_by(e.on.desc(), e.starts.desc(), e.id)).all()
    called = names(connection, [row[0] for row in rows], locale.language, ("event",))
    counts: dict[UUID, tuple[int, int]] = {}
    people = pick(EventPerson.event_id, EventPerson.attendance, func.count()).group_by(
        EventPerson.event_id, EventPerson.attendance
    )
    for ref, attendance, n in connection.execute(people):
        asked, coming = counts.get(ref, (0, 0))
        counts[ref] = asked + n, coming + (n if attendance in HERE else 0)
    found = []
    for ref, on, starts, ends, kind, place, last in rows:
        title = called[ref].text if ref in called else ""
        asked, coming = counts.get(ref, (0, 0))
        found.append(EventRow(ref, on, starts, ends, kind, place, title, asked, coming, last))
    return found


@dataclass(frozen=True, slots=True)
class EventWords:
    """Title, agenda and minutes in one language."""

    title: str = ""
    agenda: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody on the list of an event. `holder` votes for them."""

    id: UUID
    name: PersonName
    attendance: Attendance
    holder: UUID | None


@dataclass(frozen=True, slots=True)
class MotionRow:
    """What is or was put to the vote; without a ballot it was not voted on yet."""

    id: UUID
    kind: MotionKind
    text: str
    number: str
    ballot: Ballot | None


@dataclass(frozen=True, slots=True)
class Role:
    """Who led a meeting, or took its minutes."""

    id: UUID
    name: PersonName


@dataclass(frozen=True, slots=True)
class EventFacts:
    """Everything on the page of an event."""

    id: UUID
    version: int
    kind: EventKind
    on: date
    starts: time | None
    ends: time | None
    place: str
    zone: str
    texts: dict[str, EventWords]
    people: tuple[Guest, ...]
    motions: tuple[MotionRow, ...]
    visitors: int | None = None
    """How many came where nobody keeps a list."""
    planned: Money | None = None
    cost: Money | None = None
    income: Money | None = None
    chair: Role | None = None
    keeper: Role | None = None
    last: date | None = None
    """The last day where it takes several."""
    second_date: bool = False
    """It lacked its quorum and began again on the second date of the by-laws."""
    invited_on: date | None = None
    """When its invitations went out."""

    def words(self, language: str) -> EventWords:
        """The texts in a language, each one missing from any language that has it."""
        own = self.texts.get(base_language(language), EventWords())
        rest = list(self.texts.values())

        def first(name: str) -> str:
            return getattr(own, name) or next((text for one in rest if (text := getattr(one, name))), "")

        return EventWords(first("title"), first("agenda"), first("minutes"))

    def count(self, *attendance: Attendance) -> int:
        """How many are noted as one of these."""
        return sum(one.attendance in attendance for one in self.people)

    @property
    def proxies(self) -> dict[UUID, UUID]:
        """Who gave a proxy, and to whom."""
        return {one.id: one.holder for one in self.people if one.holder is not None}


def event_facts(connection: Connection, event_id: UUID, locale: Locale) -> EventFacts:
    """An event. Raises UserError if it is gone."""
    e, t, p, m = Event, EventText, EventPerson, EventMotion
    query = pick(
        e.id, e.version, e.kind, e.on, e.starts, e.ends, e.place, e.zone, e.second_date, e.invited_on,
        e.visitors, e.planned_minor, e.cost_minor, e.income_minor, e.last, e.currency, e.chair_id,
        e.keeper_id,
    )  # fmt: skip
    found = connection.execute(query.where(e.id == event_id, e.binned_at.is_(None))).first()
    if found is None:
        raise UserError("This event is no longer in the file.", code="gone")
    texts = pick(t.language, t.title, t.agenda, t.minutes).where(t.event_id == event_id)
    rows = connection.execute(
        pick(p.person_id, p.attendance, p.proxy_holder_id).where(p.event_id == event_id)
    ).all()
    roles = [key for key in found[-2:] if key is not None]
    called = names_of(connection, ids_in([*(row[0] for row in rows), *roles]))
    people = [Guest(ref, called[ref], how, holder) for ref, how, holder in rows if ref in called]
    people.sort(key=lambda one: locale.sort_key(f"{one.name.surname} {one.name.given}"))
    motions = connection.execute(
        pick(m.id, m.kind, m.text, m.number, m.yes, m.no, m.abstentions, m.invalid)
        .where(m.event_id == event_id)
        .order_by(m.position, m.id)
    )
    ref, version, kind, on, starts, ends, place, zone, second, invited, visitors, *amounts = found[:-4]
    last, currency, chair, keeper = found[-4:]
    planned, cost, income = (None if minor is None else Money(minor, currency) for minor in amounts)
    return EventFacts(
        ref,
        version,
        kind,
        on,
        starts,
        ends,
        place,
        zone,
        {row[0]: EventWords(*row[1:]) for row in connection.execute(texts.order_by(t.language))},
        tuple(people),
        tuple(
            MotionRow(ref, kind, text, number, None if yes is None else Ballot(yes, *(n or 0 for n in more)))
            for ref, kind, text, number, yes, *more in motions
        ),
        visitors,
        planned,
        cost,
        income,
        Role(chair, called[chair]) if chair in called else None,
        Role(keeper, called[keeper]) if keeper in called else None,
        last,
        second,
        invited,
    )


def event_of_motion(connection: Connection, motion_id: UUID) -> UUID | None:
    """The meeting something was put to the vote at; None if it is gone."""
    return connection.execute(select(EventMotion.event_id).where(EventMotion.id == motion_id)).scalar()


def events_to_choose(connection: Connection, locale: Locale) -> list[tuple[UUID, str, date]]:
    """All events with their titles, those to come first, for a drop-down."""
    rows = event_rows(connection, locale)
    return [(one.id, one.title, one.on) for one in rows]


def nearest_meeting(connection: Connection, today: date) -> UUID | None:
    """The next general meeting, else the last one, else the event that is nearest; None if there are none."""
    e = Event
    query = pick(e.id, e.on, e.kind).where(e.binned_at.is_(None), owned(connection, e.owner_id))
    rows = connection.execute(query).all()

    def rank(row: tuple[UUID, date, EventKind]) -> tuple[bool, bool, int]:
        _, on, kind = row
        return kind is not EventKind.AGM, on < today, abs((on - today).days)

    return min((row[0:3] for row in rows), key=rank)[0] if rows else None


def committee(connection: Connection, day: date) -> tuple[UUID, ...]:
    """Who sits on our committee on a day."""
    o = Office
    query = (
        pick(o.person_id, o.valid_from, o.valid_to)
        .join(Organisation, Organisation.id == o.organisation_id)
        .where(Organisation.is_own.is_(True), o.on_committee.is_(True), owned(connection, Organisation.id))
        .order_by(o.position, o.id)
    )
    found = [
        person
        for person, first, last in connection.execute(query)
        if (first is None or first.first <= day) and (last is None or last.last >= day)
    ]
    return tuple(dict.fromkeys(found))


def everyone_a_member(connection: Connection, day: date) -> tuple[UUID, ...]:
    """All people who are members on a day."""
    from hospes.queries.memberships import ground, members

    on = ground(connection, day)
    return tuple(dict.fromkeys(ref for ref in connection.scalars(members(on, begun=True)) if ref))


# ---- tasks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Something to do. `of` names the visit, event or person it belongs to."""

    id: UUID
    version: int
    title: str
    due_on: date | None
    days: int | None
    done_on: date | None
    assignee: str
    of: str
    visit_id: UUID | None
    event_id: UUID | None
    person_id: UUID | None
    partnership_id: UUID | None


def open_tasks(connection: Connection, today: date, locale: Locale) -> tuple[TaskRow, ...]:
    """All that is open, and what was ticked today; by day, those without one last."""
    t = Task
    query = (
        pick(
            t.id, t.version, t.title, t.due_on, t.days_from_start, t.done_on, t.assignee_id, t.visit_id,
            t.event_id, t.person_id, t.partnership_id, t.project_id,
        )
        .where(or_(t.done_on.is_(None), t.done_on == today), owned(connection, t.owner_id))
        .order_by(t.due_on.is_(None), t.due_on, t.position, t.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    people = names_of(connection, ids_in({ref for row in rows for ref in (row[6], row[9]) if ref}))
    other = [ref for row in rows for ref in (row[7], row[8], row[10], row[11]) if ref]
    called = names(connection, other, locale.language, ("visit", "event", "partnership", "project"))
    found = []
    for row in rows:
        about = [called[ref].text for ref in (row[7], row[8], row[10], row[11]) if ref in called]
        if row[9] in people:
            about.append(display_name(people[row[9]]))
        assignee = display_name(people[row[6]]) if row[6] in people else ""
        found.append(
            TaskRow(
                row[0],
                row[1],
                row[2],
                row[3],
                row[4],
                row[5],
                assignee,
                " · ".join(about),
                row[7],
                row[8],
                row[9],
                row[10],
            )
        )
    return tuple(found)

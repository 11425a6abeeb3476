# SPDX-License-Identifier: GPL-3.0-or-later
"""General meetings: the by-laws, who may vote on the day, how it stands, the register of resolutions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import Attendance, EventKind, Function
from hospes.domain.codes_meeting import MotionKind
from hospes.domain.meetings import (
    BY_LAWS,
    Ballot,
    ByLaws,
    Member,
    Turnout,
    from_json,
    latest_dispatch,
    term_end,
    turnout,
    voters,
)
from hospes.domain.person_name import PersonName
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.association import owner_of_file
from hospes.queries.events import EventFacts
from hospes.queries.memberships import (
    class_rows,
    dues_of,
    dues_sums,
    free_classes,
    ground,
    members,
    memberships,
)
from hospes.queries.names import names
from hospes.queries.person_facts import household_links, names_of
from hospes.queries.scope import ids_in, owned, there
from hospes.queries.settings import setting
from hospes.store.selections import pick
from hospes.store.tables.events import Event, EventMotion
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person


def by_laws(connection: Connection) -> ByLaws:
    """What our by-laws say; the usual where nobody wrote anything down."""
    return from_json(setting(connection, BY_LAWS, owner_of_file(connection)))


def by_laws_are_known(connection: Connection) -> bool:
    """Has somebody looked at them?"""
    return setting(connection, BY_LAWS, owner_of_file(connection)) is not None


@dataclass(frozen=True, slots=True)
class Voter:
    """A member on the day of a meeting. `votes` 0: may come and speak, but not vote."""

    id: UUID
    name: PersonName
    class_name: str
    number: str
    votes: int
    age: int | None
    owes: bool


def voters_on(connection: Connection, day: date, laws: ByLaws, locale: Locale) -> tuple[Voter, ...]:
    """All members of a day, those without a vote too, by name."""
    on = ground(connection, day)
    ids = tuple(dict.fromkeys(ref for ref in connection.scalars(members(on, begun=True)) if ref))
    query = pick(Person.id, Person.birth).where(
        Person.id.in_(ids_in(ids)), there(Person), Person.deceased.is_(False)
    )
    births: dict[UUID, RoughDate | None] = {row[0]: row[1] for row in connection.execute(query)}
    people = ids_in(births)
    facts = memberships(connection, people, household_links(connection, people, day), on)
    classes = class_rows(connection, on, locale.code)
    dues = dues_of(facts, dues_sums(connection, on), free_classes(connection, on))
    called = names_of(connection, people)
    told: list[tuple[Member, Voter]] = []
    for ref, birth in births.items():
        held = facts.get(ref)
        if held is None or ref not in called:
            continue
        klass = classes.get(held.class_id) if held.class_id else None
        age = birth.age_on(day) if birth is not None else None
        owes = ref in dues and dues[ref].open > 0
        member = Member(ref, klass.votes if klass is not None else 1, age, owes)
        voter = Voter(ref, called[ref], klass.name if klass is not None else "", held.number, 0, age, owes)
        told.append((member, voter))
    entitled = voters((member for member, _ in told), laws)
    found = [
        Voter(v.id, v.name, v.class_name, v.number, entitled.get(v.id, 0), v.age, v.owes) for _, v in told
    ]
    found.sort(key=lambda one: locale.sort_key(f"{one.name.surname} {one.name.given}"))
    return tuple(found)


def standing(event: EventFacts, everyone: tuple[Voter, ...], laws: ByLaws) -> Turnout:
    """How many are there and may vote."""
    entitled = {one.id: one.votes for one in everyone if one.votes}
    present = [one.id for one in event.people if one.attendance is Attendance.PRESENT]
    return turnout(entitled, present, event.proxies, laws.of_the_date(event.second_date))


@dataclass(frozen=True, slots=True)
class DueInvitation:
    """A general meeting whose invitations have not gone out, and the last day for them."""

    event_id: UUID
    name: str
    on: date
    latest: date


def due_invitations(connection: Connection, today: date, language: str) -> tuple[DueInvitation, ...]:
    """General meetings to come of which nobody said yet that the invitations went out, the next first."""
    e = Event
    query = (
        pick(e.id, e.on)
        .where(e.kind == EventKind.AGM, e.on > today, e.invited_on.is_(None), e.binned_at.is_(None))
        .where(owned(connection, e.owner_id))
        .order_by(e.on, e.id)
    )
    rows = connection.execute(query).all()
    if not rows:
        return ()
    laws = by_laws(connection)
    called = names(connection, {row[0] for row in rows}, language, ("event",))
    return tuple(
        DueInvitation(ref, called[ref].text if ref in called else "", on, latest_dispatch(on, laws))
        for ref, on in rows
    )


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution in the register."""

    id: UUID
    number: str
    on: date
    event_id: UUID
    event: str
    kind: MotionKind
    text: str
    ballot: Ballot


def resolutions(connection: Connection, locale: Locale) -> tuple[Resolution, ...]:
    """The register of resolutions, the latest first."""
    m, e = EventMotion, Event
    query = (
        pick(m.id, m.number, e.on, e.id, m.kind, m.text, m.yes, m.no, m.abstentions, m.invalid)
        .join(e, e.id == m.event_id)
        .where(m.number != "", e.binned_at.is_(None))
    )
    rows = connection.execute(query).all()
    called = names(connection, {row[3] for row in rows}, locale.language, ("event",))
    found = [
        Resolution(
            row[0], row[1], row[2], row[3], called[row[3]].text if row[3] in called else "", row[4], row[5],
            Ballot(*(number or 0 for number in row[6:])),
        )
        for row in rows
    ]  # fmt: skip
    found.sort(key=lambda one: (one.on, _running(one.number)), reverse=True)
    return tuple(found)


def _running(number: str) -> int:
    tail = number.partition("-")[2]
    return int(tail) if tail.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody on our committee, and when the term is over."""

    person: UUID
    name: PersonName
    function: Function
    title: str
    since: RoughDate | None
    ends: date | None


def officers(connection: Connection, day: date, laws: ByLaws) -> tuple[Officer, ...]:
    """Our committee on a day in its order; a term that nobody wrote down is counted by the by-laws."""
    o = Office
    query = (
        pick(o.person_id, o.function, o.title, o.valid_from, o.valid_to, o.term_ends)
        .join(Organisation, Organisation.id == o.organisation_id)
        .where(Organisation.is_own.is_(True), o.on_committee.is_(True))
        .order_by(o.position, o.protocol_rank, o.id)
    )
    rows = [
        row for row in connection.execute(query)
        if (row[3] is None or row[3].first <= day) and (row[4] is None or row[4].last >= day)
    ]  # fmt: skip
    called = names_of(connection, ids_in([row[0] for row in rows]))
    found = []
    for person, function, title, since, last, said in rows:
        if person not in called:
            continue
        known = said or last
        ends = known.last if known is not None else term_end(since.first, laws) if since is not None else None
        found.append(Officer(person, called[person], function, title, since, ends))
    return tuple(found)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Who would be in a draw of places and in which classes; draws that were made, and whether they hold."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_visit import DrawResult, ParticipationKind, ParticipationState
from hospes.domain.draw import Applicant, ClassRule, DrawClass, Drawn, draw, rules_from_plain
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName, sort_parts
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.history import editor_names
from hospes.queries.memberships import ground, memberships
from hospes.queries.scope import Ids, at_a_visit, ids_in, there
from hospes.store.selections import pick
from hospes.store.tables.participants import DrawTicket, PlaceDraw
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit

IN_A_DRAW = (ParticipationState.REGISTERED, ParticipationState.WAITING)


@dataclass(frozen=True, slots=True)
class InDraw:
    """Somebody who would be drawn."""

    applicant: Applicant
    participation_id: UUID
    person_id: UUID
    name: PersonName


def in_draw(connection: Connection, visit_id: UUID, *, locale: Locale, today: date) -> tuple[InDraw, ...]:
    """Everybody registered who has no place yet, numbered in the order of registration.

    Equal moments are told apart by name and birth, never by keys, so that every laptop numbers alike.
    """
    p = Participation
    query = (
        pick(p.id, p.person_id, p.travel_group_id, p.registered_at, p.first_visit, Person.birth)
        .join(Person, Person.id == p.person_id)
        .where(p.visit_id == visit_id, p.state.in_(IN_A_DRAW), p.kind != ParticipationKind.HOST)
        .where(there(Person))
    )
    rows = connection.execute(query).all()
    people = ids_in(row[1] for row in rows)
    names = facts.names_of(connection, people)
    rows = sorted(
        rows,
        key=lambda row: (
            row[3] is None,
            row[3].isoformat() if row[3] else "",
            tuple(locale.sort_key(part) for part in sort_parts(names[row[1]])),
            str(row[5] or ""),
        ),
    )
    classes = _classes(connection, visit_id, people, rows, today)
    return tuple(
        InDraw(
            Applicant(row[0].hex, number, frozenset(classes[row[1]]), row[2].hex if row[2] else ""),
            row[0],
            row[1],
            names[row[1]],
        )
        for number, row in enumerate(rows, 1)
    )


def _classes(
    connection: Connection, visit_id: UUID, people: Ids, rows: Iterable[tuple[object, ...]], today: date
) -> dict[UUID, set[DrawClass]]:
    found: dict[UUID, set[DrawClass]] = defaultdict(set)
    links = facts.household_links(connection, people, today)
    standing = memberships(connection, people, links, ground(connection, today))
    travelled = _travelled(connection, visit_id, people)
    lost = _lost_last(connection, visit_id)
    kind_homes = _hosted_newcomers(connection, visit_id)
    for row in rows:
        person_id, first_visit = row[1], row[4]
        assert isinstance(person_id, UUID)
        mine = found[person_id]
        mine.add(DrawClass.OTHERS)
        link = links.get(person_id)
        if link is not None and link.household_id in kind_homes:
            mine.add(DrawClass.HOSTED_NEWCOMERS)
        if person_id in lost:
            mine.add(DrawClass.LOST_LAST)
        if first_visit or (first_visit is None and person_id not in travelled):
            mine.add(DrawClass.NEWCOMERS)
        if person_id in standing and standing[person_id].current:
            mine.add(DrawClass.MEMBERS)
    return found


CAME = (ParticipationState.REGISTERED, ParticipationState.CONFIRMED)


def _travelled(connection: Connection, visit_id: UUID, people: Ids) -> set[UUID]:
    """Who has taken part in an earlier visit and was no host."""
    p = Participation
    query = select(p.person_id).where(
        p.person_id.in_(people), p.visit_id != visit_id, p.state.in_(CAME), p.kind != ParticipationKind.HOST
    )
    return set(connection.scalars(query))


def _hosted_newcomers(connection: Connection, visit_id: UUID) -> set[UUID]:
    """Homes in which somebody slept who travelled for the first time, at an earlier visit."""
    query = (
        select(HostOffer.household_id)
        .join(Placement, Placement.offer_id == HostOffer.id)
        .join(Participation, Participation.id == Placement.participation_id)
        .where(HostOffer.visit_id != visit_id, Participation.first_visit.is_(True))
        .distinct()
    )
    return set(connection.scalars(query))


def _lost_last(connection: Connection, visit_id: UUID) -> set[UUID]:
    """Who got no place in the last draw of another visit, and none afterwards."""
    last = connection.execute(
        select(PlaceDraw.id)
        .where(PlaceDraw.visit_id != visit_id)
        .order_by(PlaceDraw.drawn_at.desc(), PlaceDraw.id)
        .limit(1)
    ).scalar()
    if last is None:
        return set()
    t, p = DrawTicket, Participation
    query = (
        pick(t.person_id, p.state)
        .join(p, p.id == t.participation_id, isouter=True)
        .where(t.draw_id == last, t.result == DrawResult.WAITING)
    )
    return {person_id for person_id, state in connection.execute(query) if state not in CAME}


# ---- draws that were made -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ticket:
    """One line of a record."""

    number: int
    person_id: UUID
    name: PersonName
    party: int
    classes: frozenset[DrawClass]
    lot: str
    rank: int
    result: DrawResult


@dataclass(frozen=True, slots=True)
class DrawRecord:
    """A draw as it was made; `tickets` in the order of the result."""

    id: UUID
    visit_id: UUID
    drawn_at: datetime
    drawn_by: str
    seed: str
    places: int
    rules: tuple[ClassRule, ...]
    tickets: tuple[Ticket, ...]

    def again(self) -> tuple[Drawn, ...]:
        """The draw worked out anew from the record alone."""
        groups: dict[int, int] = defaultdict(int)
        for ticket in self.tickets:
            groups[ticket.party] += 1
        applicants = (
            Applicant(
                str(ticket.number),
                ticket.number,
                ticket.classes,
                str(ticket.party) if groups[ticket.party] > 1 else "",
            )
            for ticket in self.tickets
        )
        return draw(applicants, self.places, self.seed, self.rules)

    def holds(self) -> bool:
        """Does working it out anew give what stands in the record?"""
        kept = {ticket.number: (ticket.result, ticket.rank) for ticket in self.tickets}
        return {one.number: (one.result, one.rank) for one in self.again()} == kept


def draws_of(connection: Connection, visit_id: UUID) -> tuple[tuple[UUID, datetime], ...]:
    """Draws of a visit, the newest first."""
    query = pick(PlaceDraw.id, PlaceDraw.drawn_at).where(PlaceDraw.visit_id == visit_id)
    rows = connection.execute(query.order_by(PlaceDraw.drawn_at.desc(), PlaceDraw.id.desc()))
    return tuple((row[0], row[1]) for row in rows)


def draw_record(connection: Connection, draw_id: UUID) -> DrawRecord:
    """One draw with all its lines. Raises UserError if it is gone."""
    d, t = PlaceDraw, DrawTicket
    query = pick(d.id, d.visit_id, d.drawn_at, d.drawn_by, d.seed, d.places, d.rules).where(d.id == draw_id)
    head = connection.execute(query).first()
    if head is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    lines = connection.execute(
        pick(t.number, t.person_id, t.party, t.classes, t.lot, t.rank, t.result).where(t.draw_id == draw_id)
    ).all()
    names = facts.names_of(connection, ids_in(line[1] for line in lines))
    known = {one.value: one for one in DrawClass}
    tickets = [
        Ticket(
            number,
            person_id,
            names.get(person_id, PersonName()),
            party,
            frozenset(known[code] for code in classes.split(";") if code in known),
            lot,
            rank,
            result,
        )
        for number, person_id, party, classes, lot, rank, result in lines
    ]
    tickets.sort(key=lambda one: (one.result is DrawResult.WAITING, one.rank))
    drawn_by = editor_names(connection).get(head[3], head[3])
    return DrawRecord(
        head[0], head[1], head[2], drawn_by, head[4], head[5], rules_from_plain(head[6]), tuple(tickets)
    )


@dataclass(frozen=True, slots=True)
class Places:
    """How many places a visit has for guests, how many are given, and who is next."""

    expected: int | None
    given: int
    waiting: tuple[tuple[UUID, PersonName, UUID | None], ...]
    """Participation, name and group, in the order of the waiting list."""

    @property
    def free(self) -> int | None:
        """Places nobody has; None where it is not known how many there are."""
        return None if self.expected is None else max(self.expected - self.given, 0)

    def next_up(self) -> tuple[UUID, ...]:
        """Who would get the free places: in order, groups together, a group that does not fit is passed."""
        left = self.free or 0
        parties: dict[UUID, list[UUID]] = {}
        for participation_id, _, group in self.waiting:
            parties.setdefault(group or participation_id, []).append(participation_id)
        taken: list[UUID] = []
        for party in parties.values():
            if len(party) <= left:
                taken += party
                left -= len(party)
        return tuple(taken)


def places_of(connection: Connection, visit_id: UUID) -> Places:
    """Places of a visit and its waiting list."""
    p = Participation
    expected = connection.execute(select(Visit.expected_guests).where(Visit.id == visit_id)).scalar()
    people = connection.execute(
        pick(p.id, p.person_id, p.travel_group_id, p.state, p.waiting_rank)
        .join(Person, Person.id == p.person_id)
        .where(p.visit_id == visit_id, p.kind != ParticipationKind.HOST, at_a_visit(Person))
        .order_by(p.waiting_rank.is_(None), p.waiting_rank, p.registered_at, p.id)
    ).all()
    waiting = [row for row in people if row[3] is ParticipationState.WAITING]
    names = facts.names_of(connection, ids_in(row[1] for row in waiting))
    given = sum(row[3] in CAME for row in people)
    return Places(expected, given, tuple((row[0], names[row[1]], row[2]) for row in waiting))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits: the list, one visit's head, and what its delegations are called (design 5.8)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from sqlalchemy import Connection, Subquery, func, or_, select

from hospes.domain.codes_visit import (
    DelegationRole,
    ParticipationKind,
    ParticipationState,
    VisitKind,
    VisitState,
)
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName
from hospes.domain.visit_ways import Direction, direction_of
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.member_history import visit_titles
from hospes.queries.members import Order
from hospes.queries.names import names
from hospes.queries.person_facts import names_of
from hospes.queries.ranks import by_text
from hospes.queries.scope import among, ids_in, owned
from hospes.store.selections import pick
from hospes.store.tables.events import Task
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import PartnershipParty
from hospes.store.tables.stays import Placement, StayWish
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, ProgrammeItem, Visit

COMING = (ParticipationState.REGISTERED, ParticipationState.CONFIRMED)
"""Who is reckoned with."""

NEED_A_BED = (
    ParticipationKind.GUEST,
    ParticipationKind.LEADER,
    ParticipationKind.COMPANION,
    ParticipationKind.OFFICIAL,
    ParticipationKind.INTERPRETER,
    ParticipationKind.DRIVER,
)
VISITING = (DelegationRole.VISITING, DelegationRole.BOTH)
OVER = (VisitState.DONE, VisitState.REPORTED, VisitState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Party:
    """A delegation: whose people, and what they do there. `partner` counts partner towns, None is ours."""

    id: UUID
    ref: UUID
    name: str
    role: DelegationRole
    partner: int | None
    is_town: bool = True
    language: str = ""
    coordinator_id: UUID | None = None
    coordinator: PersonName | None = None
    arrival_on: date | None = None
    arrival_at: time | None = None
    arrival_words: str = ""
    departure_on: date | None = None
    departure_at: time | None = None
    departure_words: str = ""

    @property
    def ours(self) -> bool:
        """Whether these are our people."""
        return self.partner is None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What a visit waits for: a code, and the task's words or the number that belong to it."""

    code: str
    n: int = 0
    words: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit on the list."""

    id: UUID
    version: int
    title: str
    kind: VisitKind
    state: VisitState
    first: date | None
    last: date | None
    expected: int | None
    parties: tuple[Party, ...]
    guests: int
    """Registered and confirmed; the expected number stands in `expected`."""
    placed: int
    beds: int
    """How many of the guests need a bed in a family."""
    programme_days: int
    step: NextStep | None
    binned_at: date | None = None

    @property
    def direction(self) -> Direction:
        """Who travels to whom."""
        return direction_of((party.role, party.ours) for party in self.parties)

    @property
    def days(self) -> int:
        """How many days it lasts, 0 while they are not known."""
        return (self.last - self.first).days + 1 if self.first and self.last else 0


VIEWS = ("coming", "past", "ideas")


def visit_ids(
    connection: Connection,
    view: str,
    order: Order = Order("dates"),  # noqa: B008 - frozen, so it can be shared
    words: str = "",
    *,
    locale: Locale,
    today: date,
) -> list[UUID]:
    """Visits of a view in an order: `coming` by day, `past` the newest first, `ideas` by name."""
    query = pick(Visit.id, Visit.first, Visit.state, Visit.last).where(
        Visit.binned_at.is_(None), owned(connection, Visit.owner_id)
    )
    rows = [row for row in connection.execute(query) if _view_of(row[2], row[3], today) == view]
    titles = visit_titles(connection, [row[0] for row in rows], locale.language)
    if words:
        wanted = fold(words).split()
        rows = [row for row in rows if all(word in fold(titles.get(row[0], "")) for word in wanted)]
    rows = by_text(rows, [(titles.get(row[0], ""),) for row in rows], locale)
    if order.by == "dates":
        rows.sort(key=lambda row: row[1] or date.max)
    elif order.by in ("guests", "state"):
        more = {row.id: row for row in visit_rows(connection, [r[0] for r in rows], locale.language, today)}
        states = list(VisitState)
        rows.sort(
            key=lambda row: more[row[0]].guests if order.by == "guests" else states.index(more[row[0]].state)
        )
    down = order.descending != (view == "past" and order.by == "dates")
    return [row[0] for row in (reversed(rows) if down else rows)]


def _view_of(state: VisitState, last: date | None, today: date) -> str:
    if state in OVER or (last is not None and last < today):
        return "past"
    return "ideas" if state is VisitState.IDEA and last is None else "coming"


def view_counts(connection: Connection, today: date) -> dict[str, int]:
    """How many visits stand in each view."""
    query = select(Visit.state, Visit.last).where(
        Visit.binned_at.is_(None), owned(connection, Visit.owner_id)
    )
    found = dict.fromkeys(VIEWS, 0)
    for state, last in connection.execute(query):
        found[_view_of(state, last, today)] += 1
    return found


def view_of(connection: Connection, visit_id: UUID, today: date) -> str | None:
    """The view a visit stands in; None if it is in the bin or gone."""
    query = pick(Visit.state, Visit.last).where(Visit.id == visit_id, Visit.binned_at.is_(None))
    found = connection.execute(query).first()
    return None if found is None else _view_of(found[0], found[1], today)


def visit_rows(connection: Connection, ids: Sequence[UUID], language: str, today: date) -> list[VisitRow]:
    """Rows for ids, in their order."""
    v = Visit
    query = pick(v.id, v.version, v.kind, v.state, v.first, v.last, v.expected_guests, v.binned_at)
    rows = {row[0]: row for row in connection.execute(query.where(among(v.id, ids)))}
    titles = visit_titles(connection, rows, language)
    parties = parties_of(connection, rows, language)
    guests = _counts(connection, _guests(rows))
    beds = _counts(connection, needing_beds(rows))
    placed = _counts(connection, needing_beds(rows), placed=True)
    days = dict(
        connection.execute(
            select(ProgrammeItem.visit_id, func.count(ProgrammeItem.on.distinct()))
            .where(among(ProgrammeItem.visit_id, rows))
            .group_by(ProgrammeItem.visit_id)
        ).all()
    )
    tasks = _next_tasks(connection, rows)
    found = []
    for one in ids:
        if one not in rows:
            continue
        _, version, kind, state, first, last, expected, binned = rows[one]
        row = VisitRow(
            one, version, titles.get(one, ""), kind, state, first, last, expected,
            tuple(parties.get(one, ())), guests.get(one, 0), placed.get(one, 0), beds.get(one, 0),
            days.get(one, 0), None, binned,
        )  # fmt: skip
        found.append(_with_step(row, tasks.get(one), today))
    return found


def visit_row(connection: Connection, visit_id: UUID, language: str, today: date) -> VisitRow:
    """One visit. Raises UserError if it is gone."""
    found = visit_rows(connection, [visit_id], language, today)
    if not found:
        raise UserError("This entry is no longer in the file.", code="gone")
    return found[0]


def _guests(visits: Collection[UUID]) -> Subquery:
    """Everybody who is reckoned with and is no host."""
    p = Participation
    return (
        pick(p.visit_id, p.id)
        .where(among(p.visit_id, visits), p.kind.in_(NEED_A_BED), p.state.in_(COMING))
        .subquery()
    )


def needing_beds(visits: Collection[UUID]) -> Subquery:
    """Participations that need a bed in a family: coming, in a delegation that travels, not in a hotel."""
    p, d, w = Participation, Delegation, StayWish
    return (
        pick(p.visit_id, p.id)
        .join(d, d.id == p.delegation_id, isouter=True)
        .join(w, w.participation_id == p.id, isouter=True)
        .where(among(p.visit_id, visits), p.kind.in_(NEED_A_BED), p.state.in_(COMING))
        .where(or_(d.id.is_(None), d.role.in_(VISITING)), or_(w.id.is_(None), w.hotel.is_(False)))
        .subquery()
    )


def _counts(connection: Connection, people: Subquery, *, placed: bool = False) -> dict[UUID, int]:
    query = select(people.c.visit_id, func.count())
    if placed:
        query = query.where(people.c.id.in_(select(Placement.participation_id)))
    return dict(connection.execute(query.group_by(people.c.visit_id)).all())


def _next_tasks(connection: Connection, visits: Collection[UUID]) -> dict[UUID, tuple[str, date | None]]:
    query = (
        pick(Task.visit_id, Task.title, Task.due_on)
        .where(among(Task.visit_id, visits), Task.done_on.is_(None))
        .order_by(Task.due_on.is_(None), Task.due_on, Task.position, Task.id)
    )
    found: dict[UUID, tuple[str, date | None]] = {}
    for visit_id, title, due in connection.execute(query):
        found.setdefault(visit_id, (title, due))
    return found


NEAR = 60
"""Days before a visit from which guests without a host and an empty programme come before other tasks."""


def _with_step(row: VisitRow, task: tuple[str, date | None] | None, today: date) -> VisitRow:
    return replace(row, step=_step(row, task, today))


def _step(row: VisitRow, task: tuple[str, date | None] | None, today: date) -> NextStep | None:
    if row.state in (VisitState.REPORTED, VisitState.CANCELLED):
        return None
    if row.state is VisitState.DONE or (row.last is not None and row.last < today):
        return NextStep("task", words=task[0], on=task[1]) if task else NextStep("report")
    near = row.first is not None and (row.first - today).days <= NEAR
    if near and row.beds > row.placed:
        return NextStep("place", row.beds - row.placed)
    if near and not row.programme_days:
        return NextStep("programme")
    if task is not None:
        return NextStep("task", words=task[0], on=task[1])
    if row.first is None:
        return NextStep("dates")
    if row.beds > row.placed:
        return NextStep("place", row.beds - row.placed)
    if row.programme_days < row.days:
        return NextStep("days", row.days - row.programme_days)
    return None


# ---- delegations ----------------------------------------------------------------------------------------


def partner_ranks(connection: Connection) -> dict[UUID, int]:
    """Partner towns in the order they came into the file: the n-th has the n-th shape (design 10.5)."""
    towns = select(PartnershipParty.territory_id).where(PartnershipParty.territory_id.is_not(None))
    travelling = select(Delegation.territory_id).where(Delegation.territory_id.is_not(None))
    query = (
        select(Territory.id)
        .where(or_(Territory.id.in_(towns), Territory.id.in_(travelling)), Territory.is_home.is_(False))
        .order_by(Territory.id)
    )
    return {town: at for at, town in enumerate(connection.scalars(query))}


def parties_of(connection: Connection, visits: Collection[UUID], language: str) -> dict[UUID, list[Party]]:
    """The delegations of visits, those who travel first."""
    d, t, o = Delegation, Territory, Organisation
    query = (
        pick(
            d.visit_id, d.id, d.territory_id, d.organisation_id, d.role, d.language, d.coordinator_id,
            d.arrival_on, d.arrival_at, d.arrival_words, d.departure_on, d.departure_at, d.departure_words,
            t.is_home, o.is_own, o.territory_id,
        )
        .join(t, t.id == d.territory_id, isouter=True)
        .join(o, o.id == d.organisation_id, isouter=True)
        .where(among(d.visit_id, visits))
        .order_by(d.position, d.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    ranks = partner_ranks(connection)
    home = set(connection.scalars(select(t.id).where(t.is_home.is_(True))))
    called = names(connection, {row[2] or row[3] for row in rows}, language, ("territory", "organisation"))
    people = names_of(connection, ids_in({row[6] for row in rows if row[6]}))
    found: dict[UUID, list[Party]] = defaultdict(list)
    for row in rows:
        ref = row[2] or row[3]
        town = row[2] or row[15]
        ours = bool(row[13]) or bool(row[14]) or town in home
        name = called[ref].text if ref in called else ""
        found[row[0]].append(
            Party(
                row[1], ref, name, row[4], None if ours else ranks.get(town, len(ranks)), row[2] is not None,
                row[5], row[6], people.get(row[6]) if row[6] else None, *row[7:13],
            )
        )  # fmt: skip
    for parties in found.values():
        parties.sort(key=lambda party: party.role is DelegationRole.HOSTING)
    return found

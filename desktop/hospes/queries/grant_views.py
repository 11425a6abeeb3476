# SPDX-License-Identifier: GPL-3.0-or-later
"""The grants of a visit with what they would pay before, what they pay after, checks, days and proofs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.budget import in_base
from hospes.domain.codes_money import GrantState, LodgingKind
from hospes.domain.codes_visit import (
    DelegationRole,
    OfferState,
    ParticipationKind,
    ParticipationState,
    PresenceState,
)
from hospes.domain.funding import Scheme
from hospes.domain.grants import Cost, Estimate, Head, Project, estimate
from hospes.domain.grants_checks import Check, Deadline, checks, deadlines
from hospes.domain.values import Money
from hospes.queries.budget import planned_income
from hospes.queries.grants import GrantRow, grants_of, project_of
from hospes.queries.participants_facts import party_countries
from hospes.queries.scope import at_a_visit, ids_in, there, valid_on
from hospes.queries.visits import COMING
from hospes.store.selections import pick
from hospes.store.tables.budget import BudgetEligibility, BudgetLine
from hospes.store.tables.grants import GrantProof, GrantSignature
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.participants import Presence
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.visits import Delegation, Participation

WORKING = frozenset({ParticipationKind.INTERPRETER, ParticipationKind.DRIVER})
"""Who works at a visit and is no participant to a funder."""


@dataclass(frozen=True, slots=True)
class GrantView:
    """A grant with its computation. `after` is there once somebody has signed or was there."""

    grant: GrantRow
    before: Estimate | None
    after: Estimate | None
    checks: tuple[Check, ...]
    deadlines: tuple[Deadline, ...]
    proofs: tuple[tuple[str, date | None], ...]
    signed: int
    expected: int
    """People the estimate before reckons with."""
    present: int
    """People who were ticked as there."""
    first: date | None = None
    """The first day of the visit: its rates count."""


def grant_views(connection: Connection, visit_id: UUID, day: date, language: str) -> tuple[GrantView, ...]:
    """The grants of a visit with estimate, computation, checks, days and proofs."""
    rows = grants_of(connection, [visit_id], language).get(visit_id, [])
    if not rows:
        return ()
    base = project_of(connection, visit_id, day)
    people = _People(connection, visit_id, base.first or day, base)
    proofs = _proofs(connection, [row.id for row in rows])
    found = []
    for row in rows:
        others = tuple(
            (other.scheme_code, other.name)
            for other in rows
            if other.id != row.id and other.state is not GrantState.REFUSED
        )
        found.append(_view(connection, row, replace(base, other_schemes=others), people, proofs[row.id]))
    return tuple(found)


def scheme_view(
    connection: Connection,
    visit_id: UUID,
    scheme: Scheme,
    day: date,
    language: str,
    km: int | None = None,
) -> GrantView:
    """What a scheme would pay for a visit that has no grant of it (yet); the grant's own where it has one."""
    for known in grant_views(connection, visit_id, day, language):
        if known.grant.scheme is not None and known.grant.scheme.code == scheme.code:
            return known
    base = project_of(connection, visit_id, day)
    people = _People(connection, visit_id, base.first or day, base)
    row = GrantRow(
        visit_id, 0, visit_id, scheme.code, scheme.name(language), None, "", GrantState.PLANNED, None, None,
        Money(0, scheme.currency), scheme.currency, None, None, None, None, "", "", km, False,
        LodgingKind.FAMILY, 0, None, scheme,
    )  # fmt: skip
    return _view(connection, row, base, people, {})


def _view(
    connection: Connection, row: GrantRow, base: Project, people: "_People", done: Mapping[str, date | None]
) -> GrantView:
    signed, present = people.signed(row.id), people.present()
    expected = people.expected()
    if row.scheme is None:
        return GrantView(row, None, None, (), (), (), len(signed), len(expected), len(present), base.first)
    project = replace(
        base,
        distance_km=row.distance_km,
        green=row.green,
        lodging=row.lodging,
        interpreter_days=row.interpreter_days,
        programme_days=row.programme_days,
        income_minor=planned_income(connection, row.visit_id, base),
    )
    planned = replace(project, heads=expected, costs=_costs(connection, row, base, real=False))
    before = estimate(row.scheme, planned)
    after = None
    counted = signed or present
    if counted:
        real = replace(project, heads=counted, costs=_costs(connection, row, base, real=True))
        after = estimate(row.scheme, real)
        planned = replace(planned, heads=counted)
    days = deadlines(row.scheme, base.first, base.last)
    return GrantView(
        row,
        before,
        after,
        checks(row.scheme, planned),
        days,
        tuple((code, done.get(code)) for code in row.scheme.proofs),
        len(signed),
        len(expected),
        len(present),
        base.first,
    )


def _proofs(connection: Connection, grants: list[UUID]) -> dict[UUID, dict[str, date | None]]:
    found: dict[UUID, dict[str, date | None]] = defaultdict(dict)
    query = pick(GrantProof.grant_id, GrantProof.proof, GrantProof.done_on)
    for grant, proof, day in connection.execute(query.where(GrantProof.grant_id.in_(ids_in(grants)))):
        found[grant][proof] = day
    return found


# ---- who and what counts ---------------------------------------------------------------------------------


def _costs(connection: Connection, row: GrantRow, base: Project, *, real: bool) -> tuple[Cost, ...]:
    line, e = BudgetLine, BudgetEligibility
    query = (
        pick(
            line.category, line.planned_minor, line.real_minor, line.currency, line.rate, line.in_kind,
            e.accepted, e.minor,
        )
        .join(e, (e.line_id == line.id) & (e.grant_id == row.id), isouter=True)
        .where(line.visit_id == row.visit_id, line.side == "cost")
    )  # fmt: skip
    found = []
    for category, planned, spent, currency, rate, in_kind, accepted, part in connection.execute(query):
        minor = spent if real and spent is not None else planned
        if real and spent is None and planned is not None:
            minor = 0
        value = in_base(minor or 0, currency, rate, base.base)
        if value is None:
            continue
        taken = None
        if accepted is False:
            taken = 0
        elif accepted:
            taken = value if part is None else min(value, in_base(part, currency, rate, base.base) or 0)
        found.append(Cost(category, value, taken, in_kind))
    return tuple(found)


class _People:
    """Who counts, before and after."""

    def __init__(self, connection: Connection, visit_id: UUID, on: date, project: Project) -> None:
        self.project = project
        p, d = Participation, Delegation
        countries = party_countries(connection, visit_id)
        query = (
            pick(
                p.id, p.person_id, p.kind, p.state, p.delegation_id, d.role, p.arrival_on, p.departure_on,
                d.arrival_on, d.departure_on, Person.birth,
            )
            .join(Person, Person.id == p.person_id)
            .join(d, d.id == p.delegation_id, isouter=True)
            .where(p.visit_id == visit_id, at_a_visit(Person))
            .order_by(p.registered_at, p.id)
        )  # fmt: skip
        self.states: dict[UUID, ParticipationState] = {}
        self.heads: dict[UUID, Head] = {}
        known = set()
        for (
            id_,
            person,
            kind,
            state,
            delegation,
            role,
            arrival,
            departure,
            first,
            last,
            birth,
        ) in connection.execute(query):
            travelling = kind is not ParticipationKind.HOST and role is not DelegationRole.HOSTING
            known.add(person)
            self.states[id_] = state
            self.heads[id_] = Head(
                id_, travelling, countries.get(delegation, "") or ("" if travelling else project.country),
                birth.age_on(on) if birth is not None else None,
                kind is ParticipationKind.LEADER, kind in WORKING,
                arrival or first or project.first, departure or last or project.last,
            )  # fmt: skip
        self.hosts = self._hosts(connection, visit_id, on, known)
        self.signatures = self._signatures(connection)
        self.presence = self._presence(connection)

    def _hosts(self, connection: Connection, visit_id: UUID, on: date, known: set[UUID]) -> list[Head]:
        """The people of the host families take part too, though nobody registers them."""
        m, o = HouseholdMember, HostOffer
        query = (
            pick(m.person_id, Person.birth)
            .join(o, o.household_id == m.household_id)
            .join(Person, Person.id == m.person_id)
            .where(o.visit_id == visit_id, o.state == OfferState.YES, valid_on(m, on))
            .where(there(Person), Person.deceased.is_(False))
            .order_by(m.person_id)
        )
        project = self.project
        return [
            Head(
                person, False, project.country, birth.age_on(on) if birth is not None else None,
                first=project.first, last=project.last,
            )
            for person, birth in dict(connection.execute(query).all()).items()
            if person not in known
        ]  # fmt: skip

    def _signatures(self, connection: Connection) -> dict[UUID, dict[UUID, tuple[date | None, date | None]]]:
        s = GrantSignature
        found: dict[UUID, dict[UUID, tuple[date | None, date | None]]] = defaultdict(dict)
        query = pick(s.grant_id, s.participation_id, s.first, s.last)
        for grant, participation, first, last in connection.execute(
            query.where(s.participation_id.in_(ids_in(self.heads)))
        ):
            found[grant][participation] = (first, last)
        return found

    def _presence(self, connection: Connection) -> dict[UUID, list[date]]:
        found: dict[UUID, list[date]] = defaultdict(list)
        query = pick(Presence.participation_id, Presence.day).where(
            Presence.participation_id.in_(ids_in(self.heads)),
            Presence.state.in_((PresenceState.HERE, PresenceState.LEFT_EARLY)),
        )
        for participation, day in connection.execute(query.order_by(Presence.day)):
            found[participation].append(day)
        return found

    def expected(self) -> tuple[Head, ...]:
        """Everybody who is reckoned with; while nobody is registered, the expected number of guests."""
        found = [head for id_, head in self.heads.items() if self.states[id_] in COMING]
        project = self.project
        if not any(head.travelling for head in found) and project.expected:
            found += [
                Head(at, True, first=project.first, last=project.last) for at in range(project.expected)
            ]
        return (*found, *self.hosts)

    def signed(self, grant: UUID) -> tuple[Head, ...]:
        """Who signed the list of a grant, with the days signed for."""
        return tuple(
            replace(self.heads[id_], first=first or self.heads[id_].first, last=last or self.heads[id_].last)
            for id_, (first, last) in self.signatures[grant].items()
        )

    def present(self) -> tuple[Head, ...]:
        """Who was ticked as being there, from the first to the last day ticked."""
        return tuple(
            replace(self.heads[id_], first=days[0], last=days[-1]) for id_, days in self.presence.items()
        )

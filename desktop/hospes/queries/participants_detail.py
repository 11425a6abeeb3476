# SPDX-License-Identifier: GPL-3.0-or-later
"""One person of a visit with everything the pane beside the list shows.

Refused hosts and health notes are here and in no list: the pane shows them to organisers, marked as theirs.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.border import NO_BORDER, BorderRule
from hospes.domain.codes import ConsentPurpose, ContactKind
from hospes.domain.codes_visit import (
    BedWish,
    CheckKind,
    LeaderCheckKind,
    OfferState,
    ParticipationKind,
    Smoking,
    TargetGroup,
    TravelMode,
    WalkingAid,
    WishKind,
)
from hospes.domain.minors import CheckState, Missing, Seen, papers_needed, state_of
from hospes.domain.names import PersonName
from hospes.i18n.locale import Locale
from hospes.queries import participants_facts as more
from hospes.queries import person_facts as facts
from hospes.queries.member_history import VisitLine, visits_of
from hospes.queries.participants import ParticipantRow, VisitPeople
from hospes.queries.person_details import (
    EmergencyRow,
    GuardianRow,
    HealthRow,
    emergency_contacts,
    guardians_of,
    health_notes,
)
from hospes.queries.scope import ids_in
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.participants import LeaderCheck
from hospes.store.tables.stays import HostOffer, StayLink, StayWish
from hospes.store.tables.visits import Participation

LOOKS_AFTER = (
    ParticipationKind.LEADER,
    ParticipationKind.COMPANION,
    ParticipationKind.INTERPRETER,
    ParticipationKind.DRIVER,
)
"""Kinds of people whose papers for looking after minors are asked."""


@dataclass(frozen=True, slots=True)
class TravelFacts:
    """What a participation says beside its state."""

    version: int
    arrival_on: date | None
    arrival_at: time | None
    arrival_by: TravelMode | None
    arrival_place: str
    departure_on: date | None
    departure_at: time | None
    departure_by: TravelMode | None
    departure_place: str
    interested_at: datetime | None
    registered_at: datetime | None
    cancelled_on: date | None
    role: str
    first_visit: bool | None
    target_group: TargetGroup | None
    trade: str
    company: str
    school: str


@dataclass(frozen=True, slots=True)
class WishFacts:
    """A stay wish; None is "not asked"."""

    version: int | None = None
    smoking: Smoking | None = None
    minds_smoke: bool | None = None
    animal_allergies: str = ""
    animal_fear: str = ""
    other_allergies: str = ""
    diet: str = ""
    max_stairs: int | None = None
    step_free: bool | None = None
    bed: BedWish = BedWish.SINGLE
    sofa_ok: bool | None = None
    single_room: bool | None = None
    twin_beds: bool | None = None
    share_with_id: UUID | None = None
    cot: bool | None = None
    walking_aid: WalkingAid | None = None
    hard_of_hearing: bool | None = None
    poor_sight: bool | None = None
    electricity: bool | None = None
    shower: bool | None = None
    no_alcohol: bool | None = None
    likes_animals: bool | None = None
    insurance_card: bool | None = None
    brings_car: bool | None = None
    needs_lift: bool | None = None
    hotel: bool = False
    split_stay_ok: bool = False
    consent_host: bool | None = None
    consent_photo: bool | None = None
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A wished or refused home or person, with what it is called."""

    kind: WishKind
    household_id: UUID | None
    person_id: UUID | None
    name: str | PersonName


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of the checklist: what, how it stands, and what is known."""

    kind: CheckKind
    state: CheckState
    seen: Seen | None
    needed: bool
    border: BorderRule = NO_BORDER
    """What the border asks of it, where it is a paper that is looked at there."""
    holds_until: date | None = None
    """The day until which the border wants it to hold."""


@dataclass(frozen=True, slots=True)
class LeaderCheckRow:
    """A paper of somebody who looks after minors."""

    kind: LeaderCheckKind
    seen_on: date
    valid_until: date | None
    initials: str

    def overdue(self, day: date) -> bool:
        """Is the next one due?"""
        return self.valid_until is not None and self.valid_until < day


@dataclass(frozen=True, slots=True)
class ParticipantDetail:
    """Everything about one person at a visit."""

    row: ParticipantRow
    travel: TravelFacts | None
    wish: WishFacts
    links: tuple[LinkRow, ...]
    health: tuple[HealthRow, ...]
    health_consent: bool
    """A consent to health notes stands."""
    emergency: tuple[EmergencyRow, ...]
    guardians: tuple[GuardianRow, ...]
    checks: tuple[CheckRow, ...]
    missing: tuple[Missing, ...]
    leader_checks: tuple[LeaderCheckRow, ...]
    looks_after: bool
    history: tuple[VisitLine, ...]
    phone: facts.Reach | None


def participant_detail(
    connection: Connection, people: VisitPeople, person_id: UUID, *, locale: Locale, today: date
) -> ParticipantDetail | None:
    """One person of a visit that was read; None for somebody who is not among its people."""
    row = people.row(person_id)
    if row is None:
        return None
    one = ids_in([person_id])
    agreed = facts.consents(connection, one, today).get(person_id, frozenset())
    links = facts.household_links(connection, one, today)
    reaches = facts.reaches(connection, one, links).get(person_id, ())
    return ParticipantDetail(
        row=row,
        travel=_travel(connection, row.participation_id),
        wish=_wish(connection, row.participation_id),
        links=_links(connection, row.participation_id),
        health=_health(connection, person_id, people.visit.id, today),
        health_consent=ConsentPurpose.HEALTH in agreed,
        emergency=emergency_contacts(connection, person_id),
        guardians=guardians_of(connection, person_id),
        checks=_checks(connection, people, row),
        missing=row.missing,
        leader_checks=_leader_checks(connection, person_id),
        looks_after=row.kind in LOOKS_AFTER,
        history=tuple(
            line
            for line in visits_of(connection, person_id, today, locale.language)
            if line.visit_id != people.visit.id
        ),
        phone=facts.first_reach(reaches, ContactKind.MOBILE, ContactKind.PHONE),
    )


def _travel(connection: Connection, participation_id: UUID | None) -> TravelFacts | None:
    if participation_id is None:
        return None
    p = Participation
    query = pick(
        p.version, p.arrival_on, p.arrival_at, p.arrival_by, p.arrival_place, p.departure_on, p.departure_at,
        p.departure_by, p.departure_place, p.interested_at, p.registered_at, p.cancelled_on, p.role,
        p.first_visit, p.target_group, p.trade, p.company, p.school,
    ).where(p.id == participation_id)  # fmt: skip
    found = connection.execute(query).first()
    return None if found is None else TravelFacts(*found)


def _wish(connection: Connection, participation_id: UUID | None) -> WishFacts:
    columns: list[Any] = [getattr(StayWish, name) for name in WishFacts.__dataclass_fields__]
    query = pick(*columns).where(StayWish.participation_id == participation_id)
    found = connection.execute(query).first() if participation_id is not None else None
    return WishFacts() if found is None else WishFacts(*found)


def _links(connection: Connection, participation_id: UUID | None) -> tuple[LinkRow, ...]:
    s = StayLink
    query = (
        pick(s.kind, s.wanted_household_id, s.wanted_person_id, Household.name)
        .join(Household, Household.id == s.wanted_household_id, isouter=True)
        .where(s.participation_id == participation_id)
        .order_by(s.kind.desc(), s.rank, s.id)
    )
    rows = connection.execute(query).all() if participation_id is not None else []
    names = facts.names_of(connection, ids_in(row[2] for row in rows if row[2] is not None))
    return tuple(
        LinkRow(kind, household, person, names.get(person, PersonName()) if person else home or "")
        for kind, household, person, home in rows
    )


def _health(connection: Connection, person_id: UUID, visit_id: UUID, today: date) -> tuple[HealthRow, ...]:
    """Notes of this visit and those that are for no visit in particular; what has expired is not shown."""
    return tuple(
        note
        for note in health_notes(connection, person_id)
        if note.visit_id in (None, visit_id) and (note.expires_on is None or note.expires_on >= today)
    )


def _checks(connection: Connection, people: VisitPeople, row: ParticipantRow) -> tuple[CheckRow, ...]:
    part = row.participation_id
    seen = more.checks(connection, ids_in([part])).get(part, {}) if part is not None else {}
    border = people.visit.border(row.who)
    needed = papers_needed(row.who, people.visit.country, border)
    kinds = [*needed, *(kind for kind in CheckKind if kind in seen and kind not in needed)]
    return tuple(
        CheckRow(
            kind,
            state_of(kind, seen.get(kind), people.visit.last, border),
            seen.get(kind),
            kind in needed,
            border if kind in border.papers else NO_BORDER,
            border.holds_until(people.visit.last) if border.valid_days_after else None,
        )
        for kind in kinds
    )


def _leader_checks(connection: Connection, person_id: UUID) -> tuple[LeaderCheckRow, ...]:
    c = LeaderCheck
    query = pick(c.kind, c.seen_on, c.valid_until, c.initials).where(c.person_id == person_id)
    return tuple(LeaderCheckRow(*row) for row in connection.execute(query.order_by(c.kind)))


@dataclass(frozen=True, slots=True)
class Home:
    """A home that can be wished for: of this visit's offers first, then any that can host."""

    household_id: UUID
    name: str
    at_this_visit: bool


def homes_to_wish(connection: Connection, visit_id: UUID, locale: Locale) -> tuple[Home, ...]:
    """Homes that take part in a visit, and others whose people took guests before."""
    o, h = HostOffer, Household
    there = h.merged_into.is_(None) & h.binned_at.is_(None)
    here = set(
        connection.scalars(select(o.household_id).where(o.visit_id == visit_id, o.state != OfferState.NO))
    )
    query = pick(h.id, h.name).join(o, o.household_id == h.id).where(there).distinct()
    rows = [Home(row[0], row[1], row[0] in here) for row in connection.execute(query)]
    return tuple(sorted(rows, key=lambda home: (not home.at_this_visit, locale.sort_key(home.name))))

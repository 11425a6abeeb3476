# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a visit, all at once: guests, leaders, officials and the people of the host families.

A visit has some hundred people, so their rows are read whole, by one statement a kind of fact, and chips,
sorting and counts work on the rows. Allergies are given only where the consent to health notes stands
(REQ-4-08); health notes themselves are never part of a list.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.ages import is_minor
from hospes.domain.border import NO_BORDER, BorderRule, rule_for
from hospes.domain.budget import Account
from hospes.domain.codes import ConsentPurpose, LanguageLevel
from hospes.domain.codes_visit import (
    CheckKind,
    DelegationRole,
    GroupRule,
    OfferState,
    ParticipationKind,
    ParticipationState,
    PresenceState,
    TargetGroup,
)
from hospes.domain.diets import joined, parts
from hospes.domain.errors import UserError
from hospes.domain.minors import Missing, Traveller, facts_missing, open_papers
from hospes.domain.names import PersonName, sort_parts
from hospes.domain.values import DateSpan, RoughDate
from hospes.i18n.locale import Locale
from hospes.queries import participants_facts as more
from hospes.queries import person_facts as facts
from hospes.queries.border import border_rules
from hospes.queries.budget import accounts_of, prices_of
from hospes.queries.grants import project_of
from hospes.queries.participants_facts import WishLine
from hospes.queries.ranks import by_text
from hospes.queries.scope import at_a_visit, ids_in, there, valid_on
from hospes.queries.visits import COMING, NEED_A_BED, VISITING, Party, parties_of
from hospes.store.selections import pick
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.people import EmergencyContact, Person
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit

NOBODY = Traveller(minor=False)
HOSTING_OFFERS = (OfferState.YES, OfferState.RESERVE)


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What the people of a visit are seen against."""

    id: UUID
    first: date | None
    last: date | None
    country: str
    """Of the place where it is."""
    borders: tuple[BorderRule, ...] = ()
    """The table of what is looked at on the way there."""

    def border(self, who: Traveller) -> BorderRule:
        """What is looked at when somebody comes."""
        return rule_for(self.borders, who.home, self.country, self.first) if who.travels else NO_BORDER

    def days(self) -> tuple[date, ...]:
        """Its days; none while they are not known."""
        if self.first is None or self.last is None:
            return ()
        return (*DateSpan(self.first, self.last).nights(), self.last)


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One person of a visit. A host who is on no list yet has no participation."""

    person_id: UUID
    participation_id: UUID | None
    version: int
    name: PersonName
    birth: RoughDate | None
    age: int | None
    """On the first day of the visit."""
    minor: bool
    kind: ParticipationKind
    state: ParticipationState
    role: str = ""
    delegation_id: UUID | None = None
    delegation: str = ""
    partner: int | None = None
    """Which partner town they come with; None is our own."""
    travels: bool = True
    group_id: UUID | None = None
    group_name: str = ""
    group_rule: GroupRule | None = None
    comes_with: tuple[PersonName, ...] = ()
    sleeps_at: tuple[str, ...] = ()
    nights: int = 0
    placed: int = 0
    needs_bed: bool = False
    hotel: bool = False
    household: str = ""
    """Of a host: the home that takes guests."""
    diet: str = ""
    allergies: str = ""
    """Codes; empty without a consent, and then `allergies_hidden` says whether there are any."""
    allergies_hidden: bool = False
    languages: tuple[tuple[str, LanguageLevel], ...] = ()
    consent_host: bool | None = None
    consent_photo: bool | None = None
    presence: Mapping[date, PresenceState] = field(default_factory=dict)
    papers: tuple[CheckKind, ...] = ()
    """Papers and agreements that are still missing."""
    missing: tuple[Missing, ...] = ()
    interested_at: datetime | None = None
    registered_at: datetime | None = None
    waiting_rank: int | None = None
    cancelled_on: date | None = None
    arrival_on: date | None = None
    departure_on: date | None = None
    first_visit: bool | None = None
    target_group: TargetGroup | None = None
    account: Account | None = None
    """What they owe and have paid, where anything is to pay."""
    who: Traveller = NOBODY
    """What the rules of papers know of them."""

    @property
    def id(self) -> UUID:
        """Of the row in the list: the person takes part once."""
        return self.person_id

    @property
    def comes(self) -> bool:
        """Is reckoned with."""
        return self.state in COMING

    @property
    def gone(self) -> bool:
        """Cancelled, or did not come."""
        return self.state in (ParticipationState.CANCELLED, ParticipationState.NO_SHOW)

    @property
    def incomplete(self) -> bool:
        """A minor or traveller of whom something is still missing."""
        return self.comes and bool(self.papers or self.missing)

    @property
    def without_host(self) -> bool:
        """Needs a bed and has none for at least one night."""
        return self.needs_bed and self.placed < self.nights

    def here_on(self, day: date) -> bool:
        """Was ticked as being there."""
        return self.presence.get(day) is PresenceState.HERE


@dataclass(frozen=True, slots=True)
class VisitPeople:
    """All people of a visit by name."""

    visit: VisitFacts
    parties: tuple[Party, ...]
    rows: tuple[ParticipantRow, ...]

    def row(self, person_id: UUID) -> ParticipantRow | None:
        """The row of a person."""
        return next((row for row in self.rows if row.person_id == person_id), None)


def visit_people(
    connection: Connection, visit_id: UUID, *, locale: Locale, today: date, whole: bool = True
) -> VisitPeople:
    """Everybody of a visit, by name; without `whole` only who is on its list, and no accounts.

    Raises UserError if the visit is gone.
    """
    visit = visit_facts(connection, visit_id)
    parties = tuple(parties_of(connection, [visit_id], locale.language).get(visit_id, ()))
    rows = _participations(connection, visit)
    hosts = _host_people(connection, visit, today) if whole else {}
    about = _About(connection, visit, parties, rows, hosts, today)
    if whole:
        about.accounts = _accounts(connection, visit_id, locale, today)
    known = {row[1] for row in rows}
    found = [about.guest(row) for row in rows]
    found += [about.host(person_id, home) for person_id, home in hosts.items() if person_id not in known]
    named = by_text(found, [sort_parts(row.name) for row in found], locale)
    return VisitPeople(visit, parties, tuple(named))


def visit_facts(connection: Connection, visit_id: UUID) -> VisitFacts:
    """Days and country of a visit. Raises UserError if it is gone."""
    v = Visit
    query = pick(v.id, v.first, v.last, v.territory_id).where(v.id == visit_id)
    found = connection.execute(query).first()
    if found is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    countries = _countries(connection, visit_id)
    country = countries.get("place") or countries.get("host") or ""
    return VisitFacts(found[0], found[1], found[2], country, border_rules(connection))


def _countries(connection: Connection, visit_id: UUID) -> dict[str, str]:
    """The country of the visit's place, and of who hosts."""
    t, d = Territory, Delegation
    found: dict[str, str] = {}
    place = select(t.country).join(Visit, Visit.territory_id == t.id).where(Visit.id == visit_id)
    found["place"] = connection.execute(place).scalar() or ""
    hosting = (
        select(t.country)
        .join(d, d.territory_id == t.id)
        .where(d.visit_id == visit_id, d.role == DelegationRole.HOSTING)
        .order_by(d.position)
    )
    found["host"] = connection.execute(hosting).scalars().first() or ""
    return found


_P = Participation
_COLUMNS = (
    _P.id, _P.person_id, _P.version, _P.kind, _P.state, _P.role, _P.delegation_id, _P.travel_group_id,
    _P.interested_at, _P.registered_at, _P.waiting_rank, _P.cancelled_on, _P.arrival_on, _P.departure_on,
    _P.first_visit, _P.target_group,
)  # fmt: skip


def _participations(connection: Connection, visit: VisitFacts) -> list[Any]:
    query = (
        pick(*_COLUMNS)
        .join(Person, Person.id == _P.person_id)
        .where(_P.visit_id == visit.id, at_a_visit(Person))
        .order_by(_P.registered_at, _P.id)
    )
    return list(connection.execute(query))


def _host_people(connection: Connection, visit: VisitFacts, today: date) -> dict[UUID, str]:
    """Who lives in a home that takes guests, with what the home is called."""
    m, o, h = HouseholdMember, HostOffer, Household
    query = (
        pick(m.person_id, h.name)
        .join(h, h.id == m.household_id)
        .join(o, o.household_id == h.id)
        .join(Person, Person.id == m.person_id)
        .where(o.visit_id == visit.id, o.state.in_(HOSTING_OFFERS), valid_on(m, visit.first or today))
        .where(there(Person), Person.deceased.is_(False))
        .order_by(h.name, m.position)
    )
    return dict(connection.execute(query).all())


class _About:
    """The facts about the people of a visit, by person or participation."""

    def __init__(
        self,
        connection: Connection,
        visit: VisitFacts,
        parties: Iterable[Party],
        rows: Sequence[Any],
        host_homes: Mapping[UUID, str],
        today: date,
    ) -> None:
        self.visit = visit
        self.parties = {party.id: party for party in parties}
        self.host_homes = host_homes
        ids = ids_in({*(row[1] for row in rows), *host_homes})
        self.on = visit.first or today
        self.names = facts.names_of(connection, ids)
        self.births = more.births(connection, ids)
        self.languages = facts.languages(connection, ids)
        self.agreed = facts.consents(connection, ids, today)
        self.addresses = more.home_countries(connection, ids, today)
        self.home_of_party = more.party_countries(connection, visit.id)
        self.guardians = more.guardians(connection, ids)
        self.emergency = set(
            connection.scalars(select(EmergencyContact.person_id).where(EmergencyContact.person_id.in_(ids)))
        )
        self.taking_part = {row[1] for row in rows if row[4] in COMING}
        part_ids = ids_in(row[0] for row in rows)
        self.wishes = more.wishes(connection, part_ids)
        self.placed, self.homes = more.placements(connection, part_ids)
        self.presence = more.presences(connection, part_ids)
        self.checks = more.checks(connection, part_ids)
        self.groups = more.groups(connection, visit.id)
        self.accounts: dict[UUID, Account] = {}
        self.group_people: dict[UUID, list[UUID]] = defaultdict(list)
        for row in rows:
            if row[7] is not None:
                self.group_people[row[7]].append(row[1])

    def _base(self, person_id: UUID) -> dict[str, Any]:
        birth = self.births.get(person_id)
        return {
            "person_id": person_id,
            "name": self.names.get(person_id, PersonName()),
            "birth": birth,
            "age": birth.age_on(self.on) if birth is not None else None,
            "minor": is_minor(birth, self.on) is True,
            "languages": self.languages.get(person_id, ()),
        }

    def host(self, person_id: UUID, home: str) -> ParticipantRow:
        """Somebody of a host family who is on no list yet."""
        party = next((p for p in self.parties.values() if p.role is not DelegationRole.VISITING), None)
        return ParticipantRow(
            participation_id=None,
            version=0,
            kind=ParticipationKind.HOST,
            state=ParticipationState.CONFIRMED,
            delegation_id=party.id if party else None,
            delegation=party.name if party else "",
            partner=party.partner if party else None,
            travels=False,
            household=home,
            **self._base(person_id),
        )

    def guest(self, row: Sequence[Any]) -> ParticipantRow:
        """Somebody with a participation."""
        (
            part_id, person_id, version, kind, state, role, delegation_id, group_id, interested, registered,
            rank, cancelled, arrival, departure, first_visit, target,
        ) = row  # fmt: skip
        party = self.parties.get(delegation_id) if delegation_id else None
        wish = self.wishes.get(part_id)
        agreed = self.agreed.get(person_id, frozenset())
        group = self.groups.get(group_id)
        travels = party is None or party.role in VISITING
        hotel = wish is not None and wish.hotel
        needs = travels and kind in NEED_A_BED and state in COMING and not hotel
        found = ParticipantRow(
            participation_id=part_id,
            version=version,
            kind=kind,
            state=state,
            role=role,
            delegation_id=delegation_id,
            delegation=party.name if party else "",
            partner=party.partner if party else 0,
            travels=travels and kind is not ParticipationKind.HOST,
            group_id=group_id,
            group_name=group[0] if group else "",
            group_rule=group[1] if group else None,
            comes_with=self._mates(person_id, group_id),
            sleeps_at=self.homes.get(part_id, ()),
            nights=len(self._nights(party, arrival, departure)) if needs else 0,
            placed=self.placed.get(part_id, 0),
            needs_bed=needs,
            hotel=hotel,
            household=self.host_homes.get(person_id, ""),
            presence=self.presence.get(part_id, {}),
            interested_at=interested,
            registered_at=registered,
            waiting_rank=rank,
            cancelled_on=cancelled,
            arrival_on=arrival,
            departure_on=departure,
            first_visit=first_visit,
            target_group=target,
            account=self.accounts.get(part_id),
            **self._base(person_id),
            **_wish_part(wish, agreed),
        )
        return self._with_papers(found)

    def _mates(self, person_id: UUID, group_id: UUID | None) -> tuple[PersonName, ...]:
        if group_id is None:
            return ()
        return tuple(
            self.names[one] for one in self.group_people[group_id] if one != person_id and one in self.names
        )

    def _nights(self, party: Party | None, arrival: date | None, departure: date | None) -> tuple[date, ...]:
        first = arrival or (party.arrival_on if party else None) or self.visit.first
        last = departure or (party.departure_on if party else None) or self.visit.last
        if first is None or last is None or last < first:
            return ()
        return tuple(DateSpan(first, last).nights())

    def _with_papers(self, row: ParticipantRow) -> ParticipantRow:
        who = self._traveller(row)
        seen = self.checks.get(row.participation_id, {}) if row.participation_id else {}
        return replace(
            row,
            who=who,
            papers=open_papers(who, self.visit.country, seen, self.visit.last, self.visit.border(who)),
            missing=facts_missing(who),
        )

    def _traveller(self, row: ParticipantRow) -> Traveller:
        """What the rules of papers need to know."""
        guardians = self.guardians.get(row.person_id, set())
        home = self.home_of_party.get(row.delegation_id) if row.delegation_id else None
        return Traveller(
            minor=row.minor,
            home=self.addresses.get(row.person_id) or home or "",
            with_guardian=bool(guardians & self.taking_part),
            has_guardian=bool(guardians),
            has_emergency_contact=row.person_id in self.emergency,
            travels=row.travels,
        )


def _wish_part(wish: WishLine | None, agreed: frozenset[ConsentPurpose]) -> dict[str, Any]:
    if wish is None:
        return {"consent_host": ConsentPurpose.TO_HOST in agreed or None}
    health = ConsentPurpose.HEALTH in agreed
    allergies = joined((*parts(wish.animals), *parts(wish.others)))
    return {
        "diet": wish.diet,
        "allergies": allergies if health else "",
        "allergies_hidden": bool(allergies) and not health,
        "consent_host": wish.consent_host,
        "consent_photo": wish.consent_photo,
    }


def _accounts(connection: Connection, visit_id: UUID, locale: Locale, today: date) -> dict[UUID, Account]:
    """What each participation owes and has paid; the Budget tab sees to it."""
    prices = prices_of(connection, visit_id)
    found = accounts_of(connection, visit_id, prices, project_of(connection, visit_id, today), locale)
    return {one.participation_id: one.account for one in found}


def incomplete_people(connection: Connection, visit_id: UUID, *, locale: Locale, today: date) -> int:
    """How many people of a visit still lack a paper or somebody who answers for them.

    Only minors and who crosses a looked-at border can lack anything, so the many visits that are over cost
    nothing.
    """
    last = connection.execute(select(Visit.last).where(Visit.id == visit_id)).scalar()
    if last is not None and last < today:
        return 0
    people = visit_people(connection, visit_id, locale=locale, today=today, whole=False)
    return sum(row.incomplete for row in people.rows)

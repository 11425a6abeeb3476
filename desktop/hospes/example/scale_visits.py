# SPDX-License-Identifier: GPL-3.0-or-later
"""More guests and hosts this year, more visits before, more organisations: for large examples."""

from datetime import date, timedelta

from hospes.domain.values import DateSpan
from hospes.example import stays
from hospes.example.crowd import Crowd
from hospes.example.rows import Key, Rows, Values
from hospes.example.scale import share
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayWish
from hospes.store.tables.visits import Delegation, Participation, Visit, VisitText

GUESTS, PLACED, HOSTS, VISITS, ORGANISATIONS = 34, 29, 21, 24, 31
MOST_GUESTS, MOST_HOSTS, MOST_VISITS, MOST_ORGANISATIONS = 400, 260, 200, 1_000


def more_stays(crowd: Crowd, members: int) -> None:
    """Everything that hangs on visits and organisations, in proportion and up to what exists."""
    _more_of_this_year(crowd, members)
    _more_before(crowd, members)
    _more_organisations(crowd, members)


def _more_of_this_year(crowd: Crowd, members: int) -> None:
    rows = crowd.rows
    guests = min(share(GUESTS, members), MOST_GUESTS) - GUESTS
    hosts = min(share(HOSTS, members), MOST_HOSTS, HOSTS + len(crowd.hosts)) - HOSTS
    placed = round(guests * PLACED / GUESTS)
    nights = DateSpan(stays.FIRST, stays.LAST).nights()
    visit, there = rows.of("visit", "2026"), rows.of("delegation", "2026 montclair")
    people = [_guest(rows, visit, there, person) for person in crowd.partners[:guests]]
    beds: list[Key] = []
    for household in crowd.hosts[:hosts]:
        offer = _offer(rows, visit, rows.of("delegation", "2026 rosenau"), household, nights)
        room = rows.add(Room, offer_id=offer, name=rows.say("guest"))
        for position in range(2):
            rows.add(Bed, room_id=room, kind="single", position=position)
        beds += [offer, offer]
    for participation, offer in zip(people[:placed], beds, strict=False):
        _place(rows, participation, offer, nights)


def _guest(rows: Rows, visit: Key, delegation: Key, person: Key) -> Key:
    participation = rows.add(
        Participation,
        visit_id=visit,
        person_id=person,
        delegation_id=delegation,
        state="confirmed",
        registered_at=rows.almanac.moment(date(2026, 4, 2)),
        arrival_on=rows.almanac.day(stays.FIRST),
        departure_on=rows.almanac.day(stays.LAST),
    )
    rows.add(StayWish, participation_id=participation, smoking="no", consent_host=True, consent_photo=True)
    return participation


def _offer(rows: Rows, visit: Key, delegation: Key, household: Key, nights: tuple[date, ...]) -> Key:
    offer = rows.add(
        HostOffer, visit_id=visit, household_id=household, delegation_id=delegation, state="yes", max_guests=2
    )
    for night in nights:
        rows.add(OfferNight, offer_id=offer, night=rows.almanac.day(night))
    return offer


def _place(rows: Rows, participation: Key, offer: Key, nights: tuple[date, ...]) -> None:
    for night in nights:
        rows.add(
            Placement,
            participation_id=participation,
            night=rows.almanac.day(night),
            offer_id=offer,
            by_hand=True,
        )


def _more_before(crowd: Crowd, members: int) -> None:
    """Visits of other groups in other months: choirs, schools, fire brigades."""
    rows, random = crowd.rows, crowd.lot.random
    wanted = min(share(VISITS, members), MOST_VISITS) - VISITS
    if not crowd.hosts or not crowd.partners:
        return
    for number in range(wanted):
        first = date(2025 - number % 25, 6 + number % 4, 1 + number % 27)
        last = first + timedelta(days=3)
        nights = DateSpan(first, last).nights()
        visit = _visit(crowd, first, last)
        delegations = [
            rows.add(
                Delegation,
                visit_id=visit,
                territory_id=rows.of("territory", town),
                role=role,
                language=language,
            )
            for town, role, language in (("montclair", "visiting", "fr"), ("rosenau", "hosting", "de"))
        ]
        guests = random.sample(crowd.partners, min(len(crowd.partners), 24))
        homes = random.sample(crowd.hosts, min(len(crowd.hosts), 12))
        for place, household in enumerate(homes):
            offer = _offer(rows, visit, delegations[1], household, nights)
            for person in guests[2 * place : 2 * place + 2]:
                participation = rows.add(
                    Participation,
                    visit_id=visit,
                    person_id=person,
                    delegation_id=delegations[0],
                    state="confirmed",
                )
                _place(rows, participation, offer, nights)


def _visit(crowd: Crowd, first: date, last: date) -> Key:
    rows = crowd.rows
    visit = rows.add(
        Visit,
        owner_id=crowd.made.owner,
        kind=crowd.lot.random.choice(("exchange", "youth", "school", "experts")),
        state="done",
        first=rows.almanac.day(first),
        last=rows.almanac.day(last),
        territory_id=rows.of("territory", "rosenau"),
        zone="Europe/Berlin",
        partnership_id=rows.of("partnership", "montclair"),
    )
    year = rows.almanac.day(first).year
    for language, title in TITLES.items():
        rows.add(
            VisitText, visit_id=visit, language=language, title=title.format(year=year, month=first.month)
        )
    return visit


TITLES = {
    "en": "Clubs meet, {month}/{year}",
    "de": "Vereinstreffen {month}/{year}",
    "fr": "Rencontre des associations {month}/{year}",
    "pl": "Spotkanie stowarzyszeń {month}/{year}",
}


def _more_organisations(crowd: Crowd, members: int) -> None:
    rows, lot = crowd.rows, crowd.lot
    kinds = (
        ("club", "civil"),
        ("company", "economy"),
        ("school", "education"),
        ("authority", "administration"),
    )
    wanted = min(share(ORGANISATIONS, members), MOST_ORGANISATIONS) - ORGANISATIONS
    for number in range(wanted if crowd.partners else 0):
        kind, sector = kinds[number % len(kinds)]
        town = ("rosenau", "montclair")[number % 2]
        values: Values = {
            "name": f"{NAMES[kind][number % 2]} {number // 8 + 1}",
            "kind": kind,
            "sector": sector,
        }
        organisation = rows.add(Organisation, territory_id=rows.of("territory", town), **values)
        rows.add(
            Office,
            person_id=lot.random.choice(crowd.partners),
            organisation_id=organisation,
            function="contact",
            valid_from=rows.almanac.rough(str(2000 + number % 25)),
        )


NAMES = {
    "club": ("Verein", "Association"),
    "company": ("Betrieb", "Entreprise"),
    "school": ("Schule", "École"),
    "authority": ("Amt", "Service"),
}

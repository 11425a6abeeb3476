# SPDX-License-Identifier: GPL-3.0-or-later
"""More guests and hosts this year, more visits before, more organisations: for large examples."""

from datetime import date, timedelta
from uuid import UUID

from hospes.domain.values import DateSpan
from hospes.example import stays
from hospes.example.rows import Rows, Values
from hospes.example.scale import Drawing, share
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayWish
from hospes.store.tables.visits import Delegation, Participation, Visit, VisitText

GUESTS, PLACED, HOSTS, VISITS, ORGANISATIONS = 34, 29, 21, 24, 31
MOST_GUESTS, MOST_HOSTS, MOST_VISITS, MOST_ORGANISATIONS = 400, 260, 200, 1_000


def more_stays(drawing: Drawing, members: int) -> None:
    """Everything that hangs on visits and organisations, in proportion and up to what exists."""
    _more_of_this_year(drawing, members)
    _more_before(drawing, members)
    _more_organisations(drawing, members)


def _more_of_this_year(drawing: Drawing, members: int) -> None:
    rows = drawing.rows
    guests = min(share(GUESTS, members), MOST_GUESTS) - GUESTS
    hosts = min(share(HOSTS, members), MOST_HOSTS, HOSTS + len(drawing.hosts)) - HOSTS
    placed = round(guests * PLACED / GUESTS)
    nights = DateSpan(stays.FIRST, stays.LAST).nights()
    visit, there = rows.of("visit", "2026"), rows.of("delegation", "2026 montclair")
    people = [_guest(rows, visit, there, person) for person in drawing.partners[:guests]]
    beds: list[UUID] = []
    for household, _ in drawing.hosts[:hosts]:
        offer = _offer(rows, visit, rows.of("delegation", "2026 rosenau"), household, nights)
        room = rows.add(Room, offer_id=offer, name=rows.say("guest"))
        for position in range(2):
            rows.add(Bed, room_id=room, kind="single", position=position)
        beds += [offer, offer]
    for participation, offer in zip(people[:placed], beds, strict=False):
        _place(rows, participation, offer, nights)


def _guest(rows: Rows, visit: UUID, delegation: UUID, person: UUID) -> UUID:
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


def _offer(rows: Rows, visit: UUID, delegation: UUID, household: UUID, nights: tuple[date, ...]) -> UUID:
    offer = rows.add(
        HostOffer, visit_id=visit, household_id=household, delegation_id=delegation, state="yes", max_guests=2
    )
    for night in nights:
        rows.add(OfferNight, offer_id=offer, night=rows.almanac.day(night))
    return offer


def _place(rows: Rows, participation: UUID, offer: UUID, nights: tuple[date, ...]) -> None:
    for night in nights:
        rows.add(
            Placement,
            participation_id=participation,
            night=rows.almanac.day(night),
            offer_id=offer,
            by_hand=True,
        )


def _more_before(drawing: Drawing, members: int) -> None:
    """Visits of other groups in other months: choirs, schools, fire brigades."""
    rows, random = drawing.rows, drawing.lot.random
    wanted = min(share(VISITS, members), MOST_VISITS) - VISITS
    if not drawing.hosts or not drawing.partners:
        return
    for number in range(wanted):
        first = date(2025 - number % 25, 6 + number % 4, 1 + number % 27)
        last = first + timedelta(days=3)
        nights = DateSpan(first, last).nights()
        visit = _visit(drawing, first, last)
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
        guests = random.sample(drawing.partners, min(len(drawing.partners), 24))
        homes = random.sample(drawing.hosts, min(len(drawing.hosts), 12))
        for place, (household, _) in enumerate(homes):
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


def _visit(drawing: Drawing, first: date, last: date) -> UUID:
    rows = drawing.rows
    visit = rows.add(
        Visit,
        owner_id=drawing.made.owner,
        kind=drawing.lot.random.choice(("exchange", "youth", "school", "experts")),
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


def _more_organisations(drawing: Drawing, members: int) -> None:
    rows, lot = drawing.rows, drawing.lot
    kinds = (
        ("club", "civil"),
        ("company", "economy"),
        ("school", "education"),
        ("authority", "administration"),
    )
    wanted = min(share(ORGANISATIONS, members), MOST_ORGANISATIONS) - ORGANISATIONS
    for number in range(wanted if drawing.partners else 0):
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
            person_id=lot.random.choice(drawing.partners),
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

# SPDX-License-Identifier: GPL-3.0-or-later
"""The Ascension visit of 2026 to the number: guests, hosts, beds, the conflict, missing texts; and before."""

from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from hospes.store.tables.households import Hosting, Household
from hospes.store.tables.people import Consent, Guardian, HealthNote, Person
from hospes.store.tables.stays import Bed, HostOffer, Placement, Room, StayWish
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText, Visit, VisitText
from tests.example import counting
from tests.example.counting import TODAY, count, guest_names, guests_of, person, placed_of

FIRST, LAST = date(2026, 5, 13), date(2026, 5, 17)


@pytest.fixture
def visit(read):
    return counting.visit_of(read, FIRST)


@pytest.fixture
def beds(read, visit):
    """Places in all beds, by household."""
    query = (
        select(Household.name, func.sum(Bed.places))
        .join(HostOffer, HostOffer.household_id == Household.id)
        .join(Room, Room.offer_id == HostOffer.id)
        .join(Bed, Bed.room_id == Room.id)
        .where(HostOffer.visit_id == visit)
        .group_by(Household.name)
    )
    return dict(read.execute(query).all())


@pytest.fixture
def sleeping(read, visit):
    """Guests by household."""
    query = (
        select(Household.name, Person.given, Person.surname)
        .join(HostOffer, HostOffer.household_id == Household.id)
        .join(Placement, Placement.offer_id == HostOffer.id)
        .join(Participation, Participation.id == Placement.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(HostOffer.visit_id == visit)
        .distinct()
    )
    found = {}
    for name, given, surname in read.execute(query):
        found.setdefault(name, set()).add(f"{given} {surname}")
    return found


def test_days_and_titles(read, visit):
    first, last = read.execute(select(Visit.first, Visit.last).where(Visit.id == visit)).one()
    assert (f"{first:%a %d}", f"{last:%a %d}") == ("Wed 13", "Sun 17")
    titles = read.execute(select(VisitText.language, VisitText.title).where(VisitText.visit_id == visit))
    assert dict(titles.all()) | {"pl": ""} == {
        "en": "Ascension visit 2026",
        "de": "Himmelfahrtsbesuch 2026",
        "fr": "Visite de l'Ascension 2026",
        "pl": "",
    }


def test_34_guests_29_placed(read, visit):
    assert count(read, guests_of(visit)) == 34
    assert count(read, placed_of(visit)) == 29


def test_who_has_no_host_yet(read, visit):
    left = guests_of(visit).where(Participation.id.not_in(placed_of(visit)))
    assert guest_names(read, left) == {
        "Claire Dubois", "Manon Dubois", "Gérard Petit", "Sylvie Moreau", "Luc Fontaine",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "surname", "age"),
    [
        ("Claire", "Dubois", 58), ("Manon", "Dubois", 16), ("Gérard", "Petit", 71), ("Sylvie", "Moreau", 44),
        ("Luc", "Fontaine", 19), ("Anne", "Leroy", 62), ("Paul", "Girard", 17), ("Marc", "Simon", 39),
        ("Alain", "Perrin", 69), ("Jeanne", "Richard", 66), ("Nadège", "Thomas", 51),
    ],
)  # fmt: skip
def test_ages_of_the_guests_in_the_pictures(read, given, surname, age):
    birth = person(read, given, surname).birth
    assert birth.age_on(TODAY) == birth.age_on(LAST) == age


def test_21_hosts_8_free_beds(beds, sleeping):
    assert len(beds) == 21
    free = {name: places - len(sleeping.get(name, ())) for name, places in beds.items()}
    assert {name: places for name, places in free.items() if places} == {
        "Nowak": 2, "Hartwig–Roux": 2, "Baumann": 1, "Weber": 1, "Albrecht": 1, "Lindner": 1,
    }  # fmt: skip
    assert sum(free.values()) == 8


def test_who_sleeps_where_in_the_pictures(sleeping):
    assert sleeping["Hartwig–Roux"] == {"Paul Girard"}
    assert sleeping["Baumann"] == {"Anne Leroy"}
    assert sleeping["Weber"] == {"Marc Simon"}
    assert sleeping["Schäfer"] == {"Alain Perrin"}
    assert sleeping["Kessler"] == {"Nadège Thomas"}


def test_every_guest_has_every_night_and_weber_is_free_from_thursday(read, visit):
    weber = select(HostOffer.id).join(Household, Household.id == HostOffer.household_id)
    offer = read.scalar(weber.where(Household.name == "Weber", HostOffer.visit_id == visit))
    nights = [date(2026, 5, day) for day in (13, 14, 15, 16)]
    assert counting.nights_of(read, offer) == nights[1:]
    per_guest = (
        select(Participation.arrival_on, Participation.departure_on, func.count(Placement.id))
        .join(Placement, Placement.participation_id == Participation.id)
        .where(Participation.visit_id == visit)
        .group_by(Participation.id)
    )
    for arrival, departure, slept in read.execute(per_guest):
        assert slept == (departure - arrival).days
    for other in read.scalars(counting.offers_of(visit).where(HostOffer.id != offer)):
        assert counting.nights_of(read, other) == nights


def test_one_conflict_and_it_is_anne_and_the_cats(read, visit):
    query = (
        select(Person.given, StayWish.animal_allergies, HostOffer.cats, HostOffer.dogs)
        .join(Participation, Participation.person_id == Person.id)
        .join(StayWish, StayWish.participation_id == Participation.id)
        .join(Placement, Placement.participation_id == Participation.id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(Participation.visit_id == visit, StayWish.animal_allergies != "")
        .distinct()
    )
    clashes = [row for row in read.execute(query) if row.animal_allergies == "cat" and row.cats]
    assert [row.given for row in clashes] == ["Anne"]


def test_no_other_must_is_broken(read, visit):
    query = (
        select(StayWish.max_stairs, StayWish.step_free, HostOffer.stairs, HostOffer.step_free.label("ground"))
        .join(Participation, Participation.id == StayWish.participation_id)
        .join(Placement, Placement.participation_id == Participation.id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(Participation.visit_id == visit)
    )
    for most, step_free, stairs, ground in read.execute(query):
        assert most is None or stairs <= most
        assert not step_free or ground
    together = (
        select(Participation.travel_group_id, func.count(Placement.offer_id.distinct()))
        .join(Placement, Placement.participation_id == Participation.id)
        .where(Participation.visit_id == visit, Participation.travel_group_id.is_not(None))
        .group_by(Participation.travel_group_id)
    )
    assert {houses for _, houses in read.execute(together)} == {1}


def test_minors_have_guardians_consents_a_note_and_a_host_who_may(read, visit):
    minors = [
        row
        for row in read.execute(
            select(Person.id, Person.birth)
            .join(Participation, Participation.person_id == Person.id)
            .where(Participation.visit_id == visit, Participation.kind == "guest")
        )
        if row.birth.age_on(FIRST) < 18
    ]
    assert len(minors) == 3
    for minor in minors:
        assert read.scalar(select(func.count()).select_from(Guardian).where(Guardian.minor_id == minor.id))
        purposes = set(read.scalars(select(Consent.purpose).where(Consent.person_id == minor.id)))
        assert purposes >= {"to_host", "photo_print", "health"}
        note = select(HealthNote.expires_on).where(HealthNote.person_id == minor.id)
        assert set(read.scalars(note)) == {date(2026, 6, 16)}
        hosts = (
            select(HostOffer.minors_ok)
            .join(Placement, Placement.offer_id == HostOffer.id)
            .join(Participation, Participation.id == Placement.participation_id)
            .where(Participation.person_id == minor.id)
        )
        assert set(read.scalars(hosts)) <= {True}


def test_nowak_is_what_claire_needs(read, visit):
    query = (
        select(HostOffer.__table__)
        .join(Household, Household.id == HostOffer.household_id)
        .where(Household.name == "Nowak", HostOffer.visit_id == visit)
    )
    offer = read.execute(query).one()
    assert (offer.cats, offer.dogs, offer.distance_m) == (False, False, 2400)
    assert offer.car_seats
    rooms = select(Room.id, func.count(Bed.id)).join(Bed, Bed.room_id == Room.id)
    assert [n for _, n in read.execute(rooms.where(Room.offer_id == offer.id).group_by(Room.id))] == [2]
    assert "choir singing" in person(read, "Barbara", "Nowak").interests
    assert "choir singing" in person(read, "Claire", "Dubois").interests


def test_helpers_of_this_year_are_not_hosts_in_general(read):
    once = select(Household.name).join(Hosting, Hosting.household_id == Household.id)
    assert set(read.scalars(once.where(Hosting.can_host.is_(False)))) == {"Albrecht", "Kessler", "Schäfer"}


def test_programme_of_five_days_with_three_texts_missing(read, visit):
    days = select(ProgrammeItem.on).distinct().where(ProgrammeItem.visit_id == visit)
    assert sorted(read.scalars(days)) == [date(2026, 5, day) for day in range(13, 18)]
    items = set(read.scalars(select(ProgrammeItem.id).where(ProgrammeItem.visit_id == visit)))
    texts = select(ProgrammeItemText.language, ProgrammeItemText.programme_item_id)
    found = {}
    for language, item in read.execute(texts):
        found.setdefault(language, set()).add(item)
    assert found["de"] == items
    assert len(items - found["fr"]) == 3


def test_programme_items_do_not_overlap(read, visit):
    query = select(ProgrammeItem.on, ProgrammeItem.starts, ProgrammeItem.ends).where(
        ProgrammeItem.visit_id == visit, ProgrammeItem.starts.is_not(None)
    )
    rows = sorted(read.execute(query).all())
    for one, other in pairwise(rows):
        assert one.on != other.on or one.ends <= other.starts


def test_three_vegetarians(read, visit):
    wishes = select(StayWish.diet).join(Participation, Participation.id == StayWish.participation_id)
    diets = read.scalars(wishes.where(Participation.visit_id == visit)).all()
    assert sum(diet == "vegetarian" for diet in diets) == 3


def test_a_ukrainian_guest_in_both_scripts(read, visit):
    olena = person(read, "Olena", "Kovalenko")
    assert olena.script_name == "Олена Миколаївна Коваленко"
    assert olena.latin_name == "Olena Mykolaivna Kovalenko"
    assert read.scalar(
        select(func.count()).select_from(Participation).where(Participation.person_id == olena.id)
    )


def test_renate_vogel_was_host_to_eleven_guests_since_1979(read):
    query = (
        select(Participation.person_id, Visit.first)
        .join(Placement, Placement.participation_id == Participation.id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .join(Household, Household.id == HostOffer.household_id)
        .join(Visit, Visit.id == HostOffer.visit_id)
        .where(Household.name == "Vogel")
    )
    rows = read.execute(query).all()
    assert len({row.person_id for row in rows}) == 11
    assert min(row.first for row in rows).year == 1979


def test_visits_with_hosts_since_1998(read):
    query = (
        select(Visit.first, func.count(Placement.participation_id.distinct()))
        .join(HostOffer, HostOffer.visit_id == Visit.id)
        .join(Placement, Placement.offer_id == HostOffer.id)
        .group_by(Visit.id)
    )
    years = {first.year: guests for first, guests in read.execute(query)}
    assert len([year for year in years if 1998 <= year < 2026]) >= 10
    states = set(read.scalars(select(Visit.state)))
    assert states >= {"idea", "planned", "done", "reported", "cancelled"}


def test_nobody_sleeps_before_being_born_or_after_death(read):
    query = (
        select(Person.birth, Person.died, Visit.first)
        .join(Participation, Participation.person_id == Person.id)
        .join(Visit, Visit.id == Participation.visit_id)
    )
    for birth, died, first in read.execute(query):
        assert birth.year + 13 <= first.year
        assert died is None or died.last >= first

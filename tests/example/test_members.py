# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the example to the number: what usability.md and the pictures say, counted from the file."""

from datetime import date

import pytest
from sqlalchemy import func, select

from hospes.domain.values import RoughDate
from hospes.store.tables.households import Address, ContactPoint, Household, HouseholdMember
from hospes.store.tables.members import Dues, DuesReminder, Membership, NumberSeries, Payment
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from hospes.store.tables.people import Guardian, Person, PersonLanguage
from hospes.store.tables.settings import Setting
from hospes.store.tables.towns import Territory, TerritoryName
from tests.example import counting
from tests.example.counting import TODAY, person


def test_members_and_households(read):
    assert counting.member_count(read) == 142
    assert counting.household_count(read) == 96


def test_six_joined_this_year(read):
    joined = read.scalars(select(Membership.joined).where(Membership.left_on.is_(None))).all()
    assert sum(one.year == 2026 for one in joined) == 6


def test_seven_households_owe_245_euros(read):
    open_ = counting.open_dues(read, 2026)
    assert len(open_) == 7
    assert sum(rest for _, _, rest in open_) == 245_00
    assert len({person_id or household_id for person_id, household_id, _ in open_}) == 7
    assert all(rest == 35_00 for _, _, rest in open_)
    assert not [year for year in range(2022, 2026) if counting.open_dues(read, year)]


def test_kessler_is_one_of_them_and_reminded(read):
    kessler = person(read, "Dieter", "Kessler")
    assert kessler.id in {person_id for person_id, _, _ in counting.open_dues(read, 2026)}
    reminded = read.scalars(
        select(DuesReminder.on).join(Dues, Dues.id == DuesReminder.dues_id).where(Dues.year == 2026)
    ).all()
    assert reminded == [date(2026, 3, 2)] * 7


def test_some_debtors_want_letters_and_some_e_mail(read):
    """Script 4: a letter for those without the wish, an address that can be written to for the others."""
    people = [person_id for person_id, _, _ in counting.open_dues(read, 2026)]
    wish = dict(read.execute(select(Person.id, Person.by_email).where(Person.id.in_(people))).all())
    assert sorted(wish.values()) == [False] * 4 + [True] * 3
    for person_id in (one for one, by_email in wish.items() if by_email):
        reachable = ContactPoint.person_id == person_id
        assert read.scalar(
            select(func.count()).select_from(ContactPoint).where(reachable, ContactPoint.kind == "email")
        )


def test_committee_of_nine_with_its_chair_and_treasurer(read):
    now = select(Person.given, Person.surname, Office.function).join(Office, Office.person_id == Person.id)
    rows = read.execute(now.where(Office.on_committee.is_(True), Office.valid_to.is_(None))).all()
    assert len(rows) == 9
    named = {(given, surname): function for given, surname, function in rows}
    assert named["Hannelore", "Fischer"] == "chair"
    assert named["Monika", "Lindner"] == "treasurer"


def test_households_that_can_host(read):
    assert counting.host_count(read) == 23


@pytest.mark.parametrize(
    ("given", "surname", "household", "place", "since"),
    [
        ("Jürgen", "Albrecht", "Albrecht", "Rosenau", 1998),
        ("Christel", "Baumann", "Baumann", "Rosenau", 2011),
        ("Hannelore", "Fischer", "Fischer", "Rosenau", 1989),
        ("Lena", "Hartwig", "Hartwig–Roux", "Rosenau", 2019),
        ("Étienne", "Roux", "Hartwig–Roux", "Rosenau", 2019),
        ("Dieter", "Kessler", "Kessler", "Oberrosenau", 1984),
        ("Monika", "Lindner", "Lindner", "Rosenau", 2003),
        ("Barbara", "Nowak", "Nowak", "Rosenau", 2026),
        ("Piotr", "Nowak", "Nowak", "Rosenau", 2026),
        ("Klaus", "Schäfer", "Schäfer", "Seligenbach", 1976),
        ("Renate", "Vogel", "Vogel", "Rosenau", 1974),
    ],
)
def test_people_of_the_member_list(read, given, surname, household, place, since):
    query = (
        select(Household.name, Address.town, Membership.joined)
        .select_from(Person)
        .join(Membership, Membership.person_id == Person.id)
        .join(HouseholdMember, HouseholdMember.person_id == Person.id)
        .join(Household, Household.id == HouseholdMember.household_id)
        .join(Address, Address.household_id == Household.id)
        .where(Person.given == given, Person.surname == surname, Membership.left_on.is_(None))
    )
    name, town, joined = read.execute(query).one()
    assert (name, town, joined.year) == (household, place, since)


def test_barbara_nowak(read):
    barbara = person(read, "Barbara", "Nowak")
    assert barbara.birth == RoughDate(1971, 9, 3)
    assert barbara.birth.age_on(TODAY) == 54
    assert barbara.changed_at.strftime("%d %H:%M") == "27 07:42"  # 9:42 in Rosenau
    membership = read.execute(select(Membership.__table__).where(Membership.person_id == barbara.id)).one()
    assert (membership.number, membership.joined) == ("214", RoughDate(2026, 4, 12))
    levels = select(PersonLanguage.language, PersonLanguage.level).where(
        PersonLanguage.person_id == barbara.id
    )
    assert dict(read.execute(levels).all()) == {"de": "4", "pl": "4", "fr": "3"}
    phone = select(ContactPoint.value, ContactPoint.e164).where(ContactPoint.person_id == barbara.id)
    assert read.execute(phone).one() == ("06182 44 17 09", "+496182441709")


def test_the_nowaks_live_together_and_joined_as_a_couple(read):
    barbara, piotr, ola = (person(read, name, "Nowak") for name in ("Barbara", "Piotr", "Ola"))
    home = select(HouseholdMember.household_id, HouseholdMember.relation)
    homes = [
        read.execute(home.where(HouseholdMember.person_id == one.id)).one() for one in (barbara, piotr, ola)
    ]
    assert len({one.household_id for one in homes}) == 1
    assert [one.relation for one in homes] == ["head", "husband", "daughter"]
    assert ola.birth.age_on(TODAY) == 15
    guardians = select(Guardian.guardian_id).where(Guardian.minor_id == ola.id)
    assert set(read.scalars(guardians)) == {barbara.id, piotr.id}
    number = select(Membership.number).where(Membership.person_id == piotr.id)
    assert read.scalar(number) == "215"
    address = select(Address.street, Address.postcode, Address.town).where(
        Address.household_id == homes[0].household_id
    )
    assert read.execute(address).one() == ("Mühlgasse 14", "63512", "Rosenau")
    dues = select(Dues.minor).where(Dues.household_id == homes[0].household_id, Dues.year == 2026)
    assert read.scalars(dues).all() == [55_00]


def test_there_is_somebody_to_mistake_barbara_for(read):
    other = person(read, "Barbara", "Novak")
    left = read.scalar(select(Membership.left_on).where(Membership.person_id == other.id))
    assert left is not None
    assert left < TODAY


def test_honorary_members_owe_nothing(read):
    for given, surname in (("Klaus", "Schäfer"), ("Renate", "Vogel")):
        one = person(read, given, surname)
        assert counting.class_of(read, one.id).honorary
        assert not read.scalar(select(func.count()).select_from(Dues).where(Dues.person_id == one.id))


def test_renate_vogel_turns_80_on_wednesday(read):
    renate = person(read, "Renate", "Vogel")
    assert renate.birth == RoughDate(1946, 4, 29)
    assert date(2026, 4, 29).strftime("%A") == "Wednesday"
    assert read.scalar(select(Membership.founding).where(Membership.person_id == renate.id))


def test_nobody_else_has_a_birthday_this_week(read):
    members = counting.members_now()
    births = read.scalars(
        select(Person.birth).where(Person.id.in_(members), Person.deceased.is_(False))
    ).all()
    week = {(4, day) for day in range(27, 31)} | {(5, day) for day in range(1, 4)}
    assert [one for one in births if one and (one.month, one.day) in week] == [RoughDate(1946, 4, 29)]


def test_in_the_account(read):
    own = counting.own(read)
    opening = read.scalar(select(Setting.value).where(Setting.key == "money.opening"))
    received = select(func.sum(Payment.minor)).where(Payment.owner_id == own, Payment.on >= date(2026, 1, 1))
    assert opening["minor"] + read.scalar(received) == 4_312_00


def test_every_payment_is_shared_out_in_full(read):
    share = counting.paid()
    query = (
        select(func.count())
        .select_from(Dues)
        .join(share, share.c.dues_id == Dues.id)
        .where(share.c.minor != Dues.minor)
    )
    assert read.scalar(query) == 0


def test_next_member_number_is_free(read):
    numbers = [int(number) for number in read.scalars(select(Membership.number))]
    assert len(numbers) == len(set(numbers))
    following = read.scalar(select(NumberSeries.next).where(NumberSeries.kind == "member"))
    assert following == max(numbers) + 1 == 216


def test_twinned_since_8_june_1974_and_a_triangle(read):
    towns = dict(read.execute(select(Territory.name, Territory.country)).all())
    assert (towns["Rosenau"], towns["Montclair-sur-Loire"], towns["Lipowiec"]) == ("DE", "FR", "PL")
    parties = (
        select(Partnership.since, Territory.name)
        .join(PartnershipParty, PartnershipParty.partnership_id == Partnership.id)
        .join(Territory, Territory.id == PartnershipParty.territory_id)
    )
    since = {}
    for begun, town in read.execute(parties):
        since.setdefault(begun, set()).add(town)
    assert since[RoughDate(1974, 6, 8)] == {"Rosenau", "Montclair-sur-Loire"}
    assert {"Rosenau", "Montclair-sur-Loire", "Lipowiec"} in since.values()


def test_towns_are_called_differently_in_each_language(read):
    montclair = select(TerritoryName.language, TerritoryName.name).join(
        Territory, Territory.id == TerritoryName.territory_id
    )
    names = dict(read.execute(montclair.where(Territory.name == "Montclair-sur-Loire")).all())
    assert set(names) >= {"de", "fr", "en", "pl"}
    assert names["de"] == "Montclair an der Loire"


def test_organisations_of_every_sector_in_both_towns(read):
    query = select(Organisation.sector, Territory.name).join(
        Territory, Territory.id == Organisation.territory_id
    )
    found = {tuple(row) for row in read.execute(query)}
    for town in ("Rosenau", "Montclair-sur-Loire"):
        for sector in ("politics", "administration", "civil", "economy", "education"):
            assert (sector, town) in found


@pytest.mark.parametrize(
    ("given", "surname", "facts"),
    [
        ("Katalin", "Szabó", {"name_order": "surname_first", "country": "HU"}),
        ("Aylin", "Yıldız", {"country": "TR"}),
        ("Iryna", "Shevchuk", {"script_name": "Ірина Олександрівна Шевчук", "given2": "Oleksandrivna"}),
        ("Pieter", "Berg", {"surname_prefix": "van den", "country": "NL"}),
        ("Pablo", "Romero", {"surname2": "Ortega", "country": "ES"}),
        ("Friedrich", "Auerbach", {"surname_prefix": "von"}),
        ("Robert", "Miller", {"suffix": "Jr.", "country": "US"}),
        ("Georgios", "Papadopoulos", {"script_name": "Γεώργιος Παπαδόπουλος"}),
        ("Kim", "Sander", {"gender": "n"}),
        ("Edith", "Groß", {"birth": RoughDate(1944, about=True)}),
    ],
)
def test_names_of_all_of_europe(read, given, surname, facts):
    one = person(read, given, surname)
    assert {name: getattr(one, name) for name in facts} == facts


def test_the_dead_and_those_who_left_stay_in_the_file(read):
    died = select(Membership.left_reason, Person.deceased).join(Person, Person.id == Membership.person_id)
    former = read.execute(died.where(Membership.left_on.is_not(None))).all()
    assert len(former) == 22
    assert {reason for reason, _ in former} == {"died", "moved", "resigned", "unpaid"}
    assert all(deceased == (reason == "died") for reason, deceased in former)


def test_the_file_knows_its_day(read):
    values = dict(read.execute(select(Setting.key, Setting.value)).all())
    assert values["file.frozen_day"] == "2026-04-27"
    assert values["file.example"] is True
    assert values["editor.hannelore-fischer"] == "Hannelore Fischer"

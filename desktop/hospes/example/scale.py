# SPDX-License-Identifier: GPL-3.0-or-later
"""More or fewer than 142 members: everything in proportion, the named people first.

Households, members, hosts, debtors, former members, contacts and organisations grow with the number;
visits grow to 200, this year's to 400 guests, for no association has more.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from hospes.domain.values import RoughDate
from hospes.example import reach
from hospes.example.almanac import FROZEN
from hospes.example.base import Base
from hospes.example.draw import CLASS_OF_SIZE, Drawn, Lot
from hospes.example.money import FIRST_REMINDER
from hospes.example.names import FRENCH, GERMAN, JOBS, UKRAINIAN_SURNAMES
from hospes.example.people import PLACES
from hospes.example.rows import Rows, Values
from hospes.store.tables.households import (
    Address,
    ContactPoint,
    Hosting,
    HostingBed,
    Household,
    HouseholdMember,
)
from hospes.store.tables.members import (
    Dues,
    DuesReminder,
    Mandate,
    Membership,
    MembershipPeriod,
    NumberSeries,
    Payment,
    PaymentShare,
)
from hospes.store.tables.notes import Note
from hospes.store.tables.people import Consent, Person, PersonLanguage
from hospes.store.tables.visits import Participation

MEMBERS, HOUSEHOLDS, HOSTS, DEBTORS = 142, 96, 23, 7
FORMER, PARTNERS, GUESTS = 22, 75, 34
YEARS = (2024, 2025, 2026)
"""Dues of drawn members go back so far."""

CHUNK = 2_000
"""Households at a time: the rows of all of them would not fit into the memory of an old laptop."""


def share(of: int, members: int) -> int:
    """How many of something 142 members have `of`."""
    return round(of * members / MEMBERS)


@dataclass(slots=True)
class Drawing:
    """What the drawing of households carries along."""

    rows: Rows
    made: Base
    lot: Lot
    number: int
    """The next member number."""
    line: int = 1000
    """The next telephone number; from a thousand on they have an extension."""
    hosts: list[tuple[UUID, UUID]] = field(default_factory=list)
    """Drawn households that can host, with their first person."""
    partners: list[UUID] = field(default_factory=list)
    """Drawn people of the partner town."""


def grow(rows: Rows, made: Base, members: int, seed: int, pour: Callable[[], None]) -> Drawing:
    """Add drawn households until the association has so many members. `pour` writes what was collected."""
    next_number = next(row for row in rows.all(NumberSeries) if row["kind"] == "member")
    first = next_number["next"]
    assert isinstance(first, int)
    drawing = Drawing(rows, made, Lot(seed), first)
    households = share(HOUSEHOLDS, members) - HOUSEHOLDS
    former = share(FORMER, members) - FORMER
    next_number["next"] = first + members - MEMBERS + former
    pour()
    hosts = _even(share(HOSTS, members) - HOSTS, households)
    debtors = _even(share(DEBTORS, members) - DEBTORS, households)
    for place, size in enumerate(drawing.lot.sizes(households, members - MEMBERS) if households else []):
        _household(drawing, size, can_host=hosts(place), owes=debtors(place))
        if place % CHUNK == CHUNK - 1:
            pour()
    for place in range(former):
        _household(drawing, 1, former=True)
        if place % CHUNK == CHUNK - 1:
            pour()
    for place in range(share(PARTNERS, members) - PARTNERS):
        _partner(drawing)
        if place % CHUNK == CHUNK - 1:
            pour()
    pour()
    return drawing


def _even(wanted: int, places: int) -> Callable[[int], bool]:
    """Spread so many evenly over the places."""
    return lambda place: (place + 1) * wanted // places > place * wanted // places


def _household(
    drawing: Drawing, size: int, *, can_host: bool = False, owes: bool = False, former: bool = False
) -> None:
    rows, lot = drawing.rows, drawing.lot
    people, name = _family(lot, size)
    town = lot.random.choices(("Rosenau", "Oberrosenau", "Seligenbach"), (8, 1, 1))[0]
    place = PLACES[town]
    household = rows.add(Household, name=name)
    rows.add(
        Address,
        household_id=household,
        street=lot.street(),
        postcode=place.postcode,
        town=town,
        country=place.country,
    )
    keys = [_person(drawing, one, household, number, "de") for number, one in enumerate(people)]
    joined = date(lot.random.randint(1985, 2025), lot.random.randint(1, 12), 1)
    left = date(lot.random.randint(2019, 2025), 12, 31) if former else None
    if left and joined > left:
        joined = joined.replace(year=2010)
    member_class = CLASS_OF_SIZE[size] if size > 1 or people[0].born.year < 2001 else "youth"
    payer: Values = {"household_id": household} if size > 1 else {"person_id": keys[0]}
    for one, key in zip(people, keys, strict=True):
        _membership(
            drawing, key, household if size > 1 else None, member_class, max(joined, _grown(one)), left
        )
        _consents(drawing, key)
    if can_host:
        _hosting(drawing, household)
        drawing.hosts.append((household, keys[0]))
    _money(drawing, payer, member_class, joined, left, owes=owes)


def _grown(one: Drawn) -> date:
    """Nobody joins before the age of fourteen, and nobody in the future."""
    return min(one.born.replace(year=one.born.year + 14), date(2025, 12, 1))


def _family(lot: Lot, size: int) -> tuple[list[Drawn], str]:
    """The members of a household, and its name."""
    random = lot.random
    if lot.ukrainian():
        pair = random.choice(UKRAINIAN_SURNAMES)
        gender = random.choice("fm")
        people = [lot.ukrainian_person(pair, gender, lot.birthday(25, 70))]
        source, surname = GERMAN, pair[1]
    else:
        source = lot.home_names()
        surname, gender = lot.surname(source), random.choice("fm")
        youngest = 16 if size == 1 and random.random() < 0.04 else 26
        people = [lot.person(source, surname, gender, lot.birthday(youngest, 25 if youngest == 16 else 92))]
    name = surname
    if size > 1:
        other = surname
        if random.random() < 0.1:
            other = lot.surname(GERMAN)
            name = f"{surname}–{other}"
        partner = "m" if gender == "f" else "f"
        people.append(lot.person(source, other, partner, _near(lot, people[0].born)))
    people += [
        lot.person(source, surname, random.choice("fm"), lot.birthday(14, 24)) for _ in range(size - 2)
    ]
    return people, name


def _near(lot: Lot, born: date) -> date:
    return born.replace(year=min(born.year + lot.random.randint(-4, 4), 2000))


def _person(drawing: Drawing, one: Drawn, household: UUID, number: int, language: str) -> UUID:
    rows, lot = drawing.rows, drawing.lot
    random = lot.random
    reachable = random.random() < 0.6
    key = rows.add(
        Person,
        **one.columns,
        birth=rows.almanac.rough(one.born.isoformat()),
        preferred_language=language,
        profession=rows.say(random.choice(JOBS)),
        interests=rows.say.listed(lot.likes()),
        by_email=reachable and random.random() < 0.3,
    )
    gender = one.columns["gender"]
    relation = "head" if number == 0 else ("wife" if gender == "f" else "husband") if number == 1 else "child"
    rows.add(HouseholdMember, household_id=household, person_id=key, relation=relation, position=number)
    town = PLACES["Rosenau" if language == "de" else "Montclair-sur-Loire"]
    if number == 0:
        drawing.line += 1
        typed = reach.landline(town.country, drawing.line)
        rows.add(ContactPoint, person_id=key, kind="phone", value=typed, e164=reach.e164(typed, town.country))
    if reachable:
        given, surname = str(one.columns["given"]), str(one.columns["surname"])
        address = reach.email(given, f"{surname}", town.domain).replace("@", f"{drawing.line}@")
        rows.add(ContactPoint, person_id=key, kind="email", value=address, position=1)
    for spoken, level in one.languages:
        rows.add(PersonLanguage, person_id=key, language=spoken, level=level)
    if random.random() < 0.03:
        day = rows.almanac.day(FROZEN - timedelta(days=random.randint(1, 900)))
        rows.add(Note, person_id=key, on=day, text=rows.say("note_linde"))
    return key


def _membership(
    drawing: Drawing, person: UUID, household: UUID | None, member_class: str, joined: date, left: date | None
) -> None:
    rows = drawing.rows
    key = rows.add(
        Membership,
        owner_id=drawing.made.owner,
        number=str(drawing.number),
        person_id=person,
        payer_household_id=household,
        joined=RoughDate(rows.almanac.year(joined.year)),
        left_on=rows.almanac.yearly(left) if left else None,
        left_reason="moved" if left else None,
    )
    drawing.number += 1
    rows.add(
        MembershipPeriod,
        membership_id=key,
        membership_class_id=drawing.made.ledger.classes[member_class],
        valid_from=date(rows.almanac.year(joined.year), 1, 1),
        valid_to=rows.almanac.yearly(left) if left else None,
    )


def _consents(drawing: Drawing, person: UUID) -> None:
    rows = drawing.rows
    day = rows.almanac.day(date(2018, 5, 28))
    rows.add(Consent, person_id=person, purpose="address", given_on=day, text_version="2018")
    if drawing.lot.random.random() < 0.8:
        rows.add(Consent, person_id=person, purpose="photo_print", given_on=day, text_version="2018")


def _hosting(drawing: Drawing, household: UUID) -> None:
    rows, random = drawing.rows, drawing.lot.random
    beds = random.choice((1, 2, 2, 2, 3))
    rows.add(
        Hosting,
        household_id=household,
        can_host=True,
        max_guests=beds,
        cats=random.random() < 0.15,
        dogs=random.random() < 0.15,
        smoking=random.choice(("no", "no", "no", "outside", None)),
        stairs=random.choice((0, 2, 6, 12, 18, None)),
        step_free=random.random() < 0.2,
        car_seats=random.choice((0, 4, 4, 5)),
        distance_m=random.randrange(200, 6000, 100),
        accepts="man;woman;couple",
        minors_ok=random.random() < 0.3,
        experienced=random.random() < 0.6,
    )
    for position in range(beds):
        rows.add(HostingBed, household_id=household, room=rows.say("guest"), kind="single", position=position)


def _money(
    drawing: Drawing, payer: Values, member_class: str, joined: date, left: date | None, *, owes: bool
) -> None:
    rows, ledger, random = drawing.rows, drawing.made.ledger, drawing.lot.random
    method = random.choices(("debit", "transfer", "cash"), (6, 3, 1))[0]
    if method == "debit" and not left:
        ledger.accounts += 1
        rows.add(
            Mandate,
            owner_id=ledger.owner,
            reference=f"PV-{drawing.number}",
            iban=reach.iban(1_000_000_000 + 37 * ledger.accounts),
            signed_on=rows.almanac.day(date(max(joined.year, 2014), 1, 15)),
            **payer,
        )
    for year in YEARS:
        if joined.year > year or (left and left.year < year):
            continue
        minor = ledger.amount(member_class, year)
        dues = rows.add(
            Dues,
            owner_id=ledger.owner,
            year=rows.almanac.year(year),
            membership_class_id=ledger.classes[member_class],
            minor=minor,
            due_on=rows.almanac.day(date(year, 2, 28)),
            **payer,
        )
        if owes and year == FROZEN.year:
            rows.add(DuesReminder, dues_id=dues, on=rows.almanac.day(FIRST_REMINDER))
            continue
        payment = rows.add(
            Payment,
            owner_id=ledger.owner,
            on=rows.almanac.day(date(year, 1, 8) + timedelta(days=random.randrange(80))),
            minor=minor,
            method=method,
            text=rows.say("dues_text", year=rows.almanac.year(year)),
            **payer,
        )
        rows.add(PaymentShare, payment_id=payment, dues_id=dues, minor=minor)


def _partner(drawing: Drawing) -> None:
    """Somebody in Montclair: a guest, a host, a friend."""
    rows, lot = drawing.rows, drawing.lot
    surname = lot.surname(FRENCH)
    one = lot.person(FRENCH, surname, lot.random.choice("fm"), lot.birthday(18, 85))
    place = PLACES["Montclair-sur-Loire"]
    household = rows.add(Household, name=surname)
    rows.add(
        Address,
        household_id=household,
        street=lot.french_street(),
        postcode=place.postcode,
        town="Montclair-sur-Loire",
        country=place.country,
    )
    drawing.partners.append(_person(drawing, one, household, 0, "fr"))


def shrink(rows: Rows, made: Base, members: int) -> None:
    """Take people out until so many members are left, from the end of the table; the chair stays.

    Whole households go as long as that does not take too many; guests and former members go in proportion.
    """
    surplus = MEMBERS - members
    doomed: set[UUID] = set()
    for home in reversed(made.ours):
        if home.name == "Fischer" or not 0 < home.members <= surplus:
            continue
        surplus -= home.members
        doomed.add(rows.of("household", home.name))
        doomed |= {rows.of("person", one.name) for one in home.people}
    leaving = [one for home in made.ours if home.members > 1 for one in home.people[1:] if one.is_member]
    doomed |= {rows.of("person", one.name) for one in leaving[:surplus]}
    for home in made.former[share(len(made.former), members) :]:
        doomed.add(rows.of("household", home.name))
        doomed |= {rows.of("person", one.name) for one in home.people}
    guests = share(GUESTS, members)
    travelling = [row for row in rows.all(Participation) if row["visit_id"] == rows.of("visit", "2026")]
    for row in travelling[guests:]:
        key = row["id"]
        assert isinstance(key, UUID)
        doomed.add(key)
    rows.drop(doomed)

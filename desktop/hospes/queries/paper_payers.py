# SPDX-License-Identifier: GPL-3.0-or-later
"""Payers as letters need them: to whom, where, in which language, how they are greeted, by post or e-mail."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.ages import OF_AGE
from hospes.domain.codes import AddressKind, ContactKind, Formality
from hospes.domain.names import PersonName, display_name, for_reader, joint_name
from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.locale import Locale
from hospes.queries.names import names
from hospes.queries.paper_people import PaperPerson, paper_people
from hospes.queries.person_facts import AddressLines
from hospes.queries.scope import among, ids_in, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.households import Address, ContactPoint, HouseholdMember, HouseholdText
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person, PersonText

AT_MOST = 2
"""People a letter to a household greets by name."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a letter about a payer's dues."""

    payer: Payer
    names: tuple[PersonName, ...]
    envelope: str
    address: AddressLines | None
    language: str
    """What they read; empty where nobody said."""
    formality: Formality = Formality.FORMAL
    greeting: str = ""
    """The salutation kept for them, if there is one."""
    email: str = ""
    wants_email: bool = False
    numbers: tuple[str, ...] = ()
    """Member numbers."""

    @property
    def by_email(self) -> bool:
        """Is an e-mail enough?"""
        return self.wants_email and bool(self.email)


def recipients(
    connection: Connection, payers: Collection[Payer], today: date, language: str
) -> dict[Payer, Recipient]:
    """The recipients of these payers. `language` is the association's, for those who told none."""
    people = {one.id for one in payers if one.kind is PayerKind.PERSON}
    homes = {one.id for one in payers if one.kind is PayerKind.HOUSEHOLD}
    firms = {one.id for one in payers if one.kind is PayerKind.ORGANISATION}
    mates = _mates(connection, homes, today)
    ids = list(people | {one for some in mates.values() for one in some})
    known = {one.id: one for one in paper_people(connection, ids, today, language, for_post=True)}
    found: dict[Payer, Recipient] = {}
    greetings = _greetings(connection, people)
    for person_id in people & known.keys():
        one = known[person_id]
        payer = Payer(PayerKind.PERSON, person_id)
        found[payer] = _person(payer, one, greetings, language)
    texts = _home_texts(connection, homes)
    for home, some in mates.items():
        living = [known[one] for one in some if one in known and not known[one].deceased]
        payer = Payer(PayerKind.HOUSEHOLD, home)
        found[payer] = _household(payer, living, texts, today, language)
    return found | _organisations(connection, firms, today, language)


def _person(
    payer: Payer, one: PaperPerson, greetings: Mapping[tuple[UUID, str], str], language: str
) -> Recipient:
    reads = one.language or language
    point = one.reach(ContactKind.EMAIL)
    number = one.membership.number if one.membership is not None else ""
    return Recipient(
        payer,
        (one.name,),
        display_name(for_reader(one.name, reads)),
        None if one.deceased else one.address,
        one.language,
        one.formality,
        greetings.get((one.id, Locale.of(reads).language), ""),
        point.value if point is not None else "",
        one.by_email,
        (number,) if number else (),
    )


def _household(
    payer: Payer,
    living: list[PaperPerson],
    texts: Mapping[tuple[UUID, str], tuple[str, str]],
    today: date,
    language: str,
) -> Recipient:
    """The grown-ups of a household together; it wants e-mail when one of those written to does."""
    grown = [one for one in living if not _child(one, today)][:AT_MOST] or living[:1]
    spoken = next((one.language for one in grown if one.language), "")
    reader = Locale.of(spoken or language)
    greeting, envelope = texts.get((payer.id, reader.language), ("", ""))
    points = [point for one in grown if one.by_email and (point := one.reach(ContactKind.EMAIL))]
    called = tuple(one.name for one in grown)
    kept = [one.address for one in grown if one.address is not None]
    shared = next((address for address in kept if not address.own), kept[0] if kept else None)
    numbers = [one.membership.number for one in grown if one.membership is not None]
    return Recipient(
        payer,
        called,
        envelope or joint_name([for_reader(name, reader.code) for name in called], reader),
        shared,
        spoken,
        Formality.FRIENDLY
        if grown and all(one.formality is Formality.FRIENDLY for one in grown)
        else Formality.FORMAL,
        greeting,
        points[0].value if points else "",
        bool(points),
        tuple(number for number in numbers if number),
    )


def _child(one: PaperPerson, today: date) -> bool:
    age = one.birth.age_on(today) if one.birth is not None else None
    return age is not None and age < OF_AGE


def _mates(connection: Connection, homes: Collection[UUID], today: date) -> dict[UUID, list[UUID]]:
    """The people of households on the day, in the household's order."""
    m = HouseholdMember
    query = (
        pick(m.household_id, m.person_id)
        .join(Person, Person.id == m.person_id)
        .where(m.household_id.in_(ids_in(homes)), valid_on(m, today), there(Person))
        .order_by(m.household_id, m.position, m.id)
    )
    found: dict[UUID, list[UUID]] = {home: [] for home in homes}
    for home, person in connection.execute(query):
        found[home].append(person)
    return found


def _home_texts(connection: Connection, homes: Iterable[UUID]) -> dict[tuple[UUID, str], tuple[str, str]]:
    t = HouseholdText
    query = pick(t.household_id, t.language, t.salutation, t.address_name).where(among(t.household_id, homes))
    return {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(query)}


def _greetings(connection: Connection, people: Iterable[UUID]) -> dict[tuple[UUID, str], str]:
    t = PersonText
    query = pick(t.person_id, t.language, t.salutation).where(among(t.person_id, people), t.salutation != "")
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def _organisations(
    connection: Connection, firms: Collection[UUID], today: date, language: str
) -> dict[Payer, Recipient]:
    if not firms:
        return {}
    called = names(connection, firms, language, ("organisation",))
    o, a, c = Organisation, Address, ContactPoint
    spoken = {
        row[0]: row[1]
        for row in connection.execute(pick(o.id, o.preferred_language).where(among(o.id, firms)))
    }
    places: dict[UUID, list[AddressLines]] = defaultdict(list)
    query = pick(
        a.organisation_id, a.id, a.kind, a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country
    ).where(among(a.organisation_id, firms), valid_on(a, today))
    for firm, key, kind, *lines in connection.execute(query):
        places[firm].append(AddressLines(key, True, kind, *lines))
    mails: dict[UUID, str] = {}
    query = (
        pick(c.organisation_id, c.value)
        .where(among(c.organisation_id, firms), c.kind == ContactKind.EMAIL)
        .order_by(c.position, c.id)
    )
    for firm, value in connection.execute(query):
        mails.setdefault(firm, value)
    found = {}
    for firm in firms:
        payer = Payer(PayerKind.ORGANISATION, firm)
        some = sorted(places.get(firm, ()), key=lambda one: one.kind is not AddressKind.POST)
        found[payer] = Recipient(
            payer,
            (),
            called[firm].text if firm in called else "",
            some[0] if some else None,
            spoken.get(firm) or "",
            email=mails.get(firm, ""),
        )
    return found

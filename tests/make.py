# SPDX-License-Identifier: GPL-3.0-or-later
"""Factories with valid defaults: an association in a file, and a small world of people in it.

The world is made through the one door, so that it is as the program makes it. Tests say only what matters
to them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar
from uuid import UUID, uuid4

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.addresses import ChangeAddress
from hospes.actions.association import FoundAssociation
from hospes.actions.classes import SetClassAmount
from hospes.actions.members import AddPeople, NewPerson
from hospes.actions.organisations import AddOrganisation
from hospes.app import App, Who
from hospes.domain.addresses import PostalAddress
from hospes.domain.codes import (
    ContactKind,
    FieldKind,
    Function,
    Gender,
    HealthKind,
    LanguageLevel,
    MandateState,
    NoteKind,
    OrganisationKind,
    Relation,
)
from hospes.domain.codes_visit import (
    BedKind,
    DelegationRole,
    OfferState,
    ParticipationState,
)
from hospes.domain.values import Money, RoughDate
from hospes.store.codec import journalled, world_columns
from hospes.store.tables import load_all
from hospes.store.tables.events import Task
from hospes.store.tables.households import ContactPoint, Hosting, HostingBed, HouseholdText
from hospes.store.tables.members import (
    Dues,
    Mandate,
    Membership,
    MembershipClass,
    Payment,
    PaymentShare,
    Receipt,
)
from hospes.store.tables.notes import Note, OwnField, OwnFieldValue, Tag, TagLink
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import (
    Consent,
    EmergencyContact,
    Guardian,
    HealthNote,
    Person,
    PersonLanguage,
    PersonText,
)
from hospes.store.tables.settings import KeptList
from hospes.store.tables.stays import HostOffer, OfferNight, Placement, StayWish
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit, VisitText

TODAY = date(2026, 4, 27)
WHO = Who("hannelore", "laptop")


@dataclass(frozen=True)
class Do(Action):
    """Whatever a test wants to write, as one step."""

    code: ClassVar[str] = "test-do"
    label: ClassVar[str] = "Do"

    work: Callable

    def apply(self, w):
        return self.work(w)


def founded(
    path, *, who=WHO, today=TODAY, language="de", country="DE", partners=(("Montclair", "FR"),), anew=False
):
    """A new association in Rosenau with nobody in it; with `anew` no key of it stands in another."""
    first = FoundAssociation("Verein Rosenau", "Rosenau", country, language, partners, founder="Hannelore")
    if anew:
        return App.create(path, first, who, today=today)
    return founded_before(path, first, who, today=today)


@cache
def _document(first, who, today):
    """The bytes of a new document, and the identity that stands in them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.hospes"
        app = App.create(path, first, who, today=today)
        file_id = app.read(
            lambda c: c.exec_driver_sql("SELECT value FROM file_fact WHERE key='file_id'").scalar()
        )
        app.close()
        return path.read_bytes(), file_id.encode()


def founded_before(path, first, who=None, *, today=None):
    """`App.create` for a test: founded once, then given to every test with an identity of its own.

    Two such documents are two associations to Hospes, although the keys of their first rows are the same.
    """
    content, file_id = _document(first, who, today)
    assert content.count(file_id) == 1
    with Path(path).open("xb") as file:
        file.write(content.replace(file_id, uuid4().hex.encode()))
    return App.open(path, who, today=today)


def do(app, work):
    """Write as one step; gives what `work` gave."""
    return app.run(Do(work)).result


def snapshot(app):
    """Every row of every journalled table, as the file holds it, without bookkeeping (decision 17)."""
    load_all()

    def read(connection):
        # Past SQLAlchemy, which takes three quarters of the time: tests ask for this some thousand times.
        cursor = connection.connection.driver_connection.cursor()
        found, questions = {}, _questions()
        for (name, columns, question), filled in zip(
            questions, cursor.execute(_filled()).fetchone(), strict=True
        ):
            if filled:
                rows = cursor.execute(question).fetchall()
                found[name] = {UUID(hex=row[0]): dict(zip(columns, row, strict=True)) for row in rows}
        return found

    return app.read(read)


def rows_of(app):
    """As `snapshot`, only to be compared: bare keys, and values in the order of the columns."""

    def read(connection):
        cursor = connection.connection.driver_connection.cursor()
        found, filled = {}, cursor.execute(_filled()).fetchone()
        for (name, _, question), has_rows in zip(_questions(), filled, strict=True):
            if has_rows:
                found[name] = {row[0]: row for row in cursor.execute(question)}
        return found

    return app.read(read)


@cache
def _questions():
    """Name, columns and SELECT of each journalled table."""
    made = []
    for name, cls in journalled().items():
        columns = ["id", *(column.name for column in world_columns(cls))]
        quoted = ", ".join(f'"{one}"' for one in columns)
        made.append((name, columns, f'SELECT {quoted} FROM "{name}"'))
    return made


@cache
def _filled():
    """Asks of each journalled table whether it has a row: two of three have none in a small world."""
    return "SELECT " + ", ".join(f'EXISTS (SELECT 1 FROM "{name}")' for name, _, _ in _questions())


def person(app, given="Anna", surname="Klos", **more):
    """Add one member who lives alone; gives the person's id."""
    address = {"street": "Steinweg 2", "postcode": "63512", "town": "Rosenau"}
    form = {key: more.pop(key) for key in tuple(more) if key not in NewPerson.__dataclass_fields__}
    new = NewPerson(given=given, surname=surname, **more)
    return app.run(AddPeople((new,), **{**address, **form})).result.people[0]


@dataclass
class World:
    """Ids of the small world, by short names."""

    own: UUID
    home_town: UUID
    partner_town: UUID
    classes: dict = field(default_factory=dict)
    ids: dict = field(default_factory=dict)

    def __getattr__(self, name):
        try:
            return self.__dict__["ids"][name]
        except KeyError:
            raise AttributeError(name) from None


def small_world(app) -> World:
    """Two families, a town hall with its mayor, a visit with a guest, dues paid and open, a receipt."""

    def basis(w):
        own = w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one()
        towns = {t.is_home: t.id for t in w.scalars(select(Territory))}
        classes = {c.position: c.id for c in w.scalars(select(MembershipClass))}
        return own.id, towns, classes

    own, towns, classes = do(app, basis)
    names = ("single", "couple", "family", "youth", "honorary", "firm")
    world = World(own, towns[True], towns[False], {names[at]: row for at, row in classes.items()})
    for name, minor in (("single", 3500), ("couple", 5500), ("family", 7000)):
        app.run(SetClassAmount(world.classes[name], Money(minor), date(2020, 1, 1)))
    _nowaks(app, world)
    _others(app, world)
    do(app, lambda w: _hang_on(w, world))
    do(app, lambda w: _visit(w, world))
    return world


def _nowaks(app, world):
    nowaks = app.run(
        AddPeople(
            (
                NewPerson(
                    "Barbara", "Nowak", gender=Gender.FEMALE, birth=RoughDate(1971, 9, 3),
                    email="barbara@nowak.example", languages=(("de", LanguageLevel.NATIVE),),
                ),
                NewPerson(
                    "Piotr", "Nowak", gender=Gender.MALE, relation=Relation.HUSBAND, mobile="0151 23456789"
                ),
                NewPerson(
                    "Ola", "Nowak", birth=RoughDate(2010, 9, 17), relation=Relation.DAUGHTER, member=False
                ),
            ),
            street="Mühlgasse 14", postcode="63512", town="Rosenau", country="DE", phone="06182 44 17 09",
            joined=RoughDate(2026, 4, 12), class_id=world.classes["couple"], can_host=True,
            address_consent=date(2026, 4, 12),
        )
    ).result  # fmt: skip
    world.ids["barbara"], world.ids["piotr"], world.ids["ola"] = nowaks.people
    world.ids["home"] = nowaks.household


def _others(app, world):
    world.ids["dieter"] = person(
        app,
        "Dieter",
        "Kessler",
        joined=RoughDate(1984),
        class_id=world.classes["single"],
        email="dk@example.org",
    )
    world.ids["double"] = person(
        app,
        "Barbara",
        "Novak",
        member=False,
        email="barbara@nowak.example",
        phone="06182 1",
        town="Oberrosenau",
    )
    world.ids["guest"] = person(app, "Claire", "Dubois", member=False, town="Montclair", country="FR")
    world.ids["townhall"] = app.run(
        AddOrganisation("Stadt Rosenau", OrganisationKind.TOWN_HALL, territory_id=world.home_town)
    ).result
    app.run(ChangeAddress("organisation", world.townhall, PostalAddress(street="Am Markt 1", town="Rosenau")))


def _hang_on(w, world):
    own, home, barbara, double = world.own, world.home, world.barbara, world.double
    made = world.ids
    made["mayor"] = w.create(Person, given="Jan", surname="Markt", gender=Gender.MALE).id
    made["office"] = w.create(
        Office, person_id=made["mayor"], organisation_id=world.townhall, function=Function.MAYOR
    ).id
    made["chair"] = w.create(
        Office, person_id=barbara, organisation_id=own, function=Function.CHAIR, on_committee=True
    ).id
    made["note"] = w.create(
        Note, person_id=barbara, on=date(2026, 4, 1), text="Sings.", kind=NoteKind.CALL
    ).id
    tag = w.create(Tag, name="choir")
    made["tag"] = tag.id
    w.create(TagLink, tag_id=tag.id, person_id=barbara)
    w.create(TagLink, tag_id=tag.id, person_id=double)
    voice = w.create(OwnField, name="Voice", kind=FieldKind.CHOICE, choices="alto;tenor")
    made["field"] = voice.id
    w.create(OwnFieldValue, own_field_id=voice.id, person_id=barbara, value="alto")
    w.create(OwnFieldValue, own_field_id=voice.id, person_id=double, value="tenor")
    w.create(PersonLanguage, person_id=double, language="de", level=LanguageLevel.NATIVE)
    w.create(PersonLanguage, person_id=double, language="fr", level=LanguageLevel.GOOD)
    w.create(PersonText, person_id=barbara, language="de", salutation="Liebe Barbara,")
    w.create(HouseholdText, household_id=home, language="de", salutation="Liebe Barbara, lieber Piotr,")
    w.create(Guardian, minor_id=world.ola, guardian_id=barbara)
    made["emergency"] = w.create(EmergencyContact, person_id=barbara, name="Ewa", phone="069 1").id
    consent = next(iter(w.scalars(select(Consent).where(Consent.person_id == barbara))))
    made["health"] = w.create(
        HealthNote,
        person_id=barbara,
        kind=HealthKind.ALLERGY,
        subject="cat",
        text="Sneezes",
        consent_id=consent.id,
    ).id
    made["bed"] = w.create(HostingBed, household_id=home, kind=BedKind.SINGLE).id
    hosting = w.get(Hosting, w.key_for(Hosting, {"household_id": home}))
    hosting.max_guests = 2
    w.create(Mandate, owner_id=own, person_id=barbara, reference="M1", iban="DE02120300000000202051",
             state=MandateState.ACTIVE)  # fmt: skip
    made["kept_list"] = w.create(KeptList, place="members", name="Choir", filter="tag:choir").id
    made["task"] = w.create(Task, owner_id=own, title="Call the mayor", person_id=made["mayor"]).id
    made["membership"] = w.scalars(select(Membership.id).where(Membership.person_id == barbara)).one()
    made["phone"] = w.scalars(select(ContactPoint.id).where(ContactPoint.household_id == home)).one()
    made["email"] = w.scalars(
        select(ContactPoint.id).where(
            ContactPoint.person_id == barbara, ContactPoint.kind == ContactKind.EMAIL
        )
    ).one()
    shared = w.create(Dues, owner_id=own, household_id=home, year=2026,
                      membership_class_id=world.classes["couple"], minor=5500)  # fmt: skip
    w.create(Dues, owner_id=own, person_id=world.dieter, year=2026,
             membership_class_id=world.classes["single"], minor=3500)  # fmt: skip
    paid = w.create(Payment, owner_id=own, person_id=barbara, on=date(2026, 4, 12), minor=5500)
    w.create(PaymentShare, payment_id=paid.id, dues_id=shared.id, minor=5500)
    made["payment"] = paid.id
    twice = w.create(Dues, owner_id=own, person_id=double, year=2026, minor=1000)
    mine = w.create(Dues, owner_id=own, person_id=barbara, year=2026, minor=1000)
    gift = w.create(Payment, owner_id=own, person_id=double, on=date(2026, 2, 1), minor=1000)
    w.create(PaymentShare, payment_id=gift.id, dues_id=twice.id, minor=1000)
    made["mine"] = mine.id
    w.create(Receipt, owner_id=own, number="2026-1", payment_id=paid.id, person_id=barbara,
             issued_on=date(2026, 4, 12))  # fmt: skip


def _visit(w, world):
    made = world.ids
    visit = w.create(Visit, owner_id=world.own, first=date(2026, 5, 13), last=date(2026, 5, 17),
                     territory_id=world.home_town)  # fmt: skip
    w.create(VisitText, visit_id=visit.id, language="de", title="Himmelfahrt")
    there = w.create(
        Delegation, visit_id=visit.id, territory_id=world.partner_town, role=DelegationRole.VISITING
    )
    offer = w.create(HostOffer, visit_id=visit.id, household_id=world.home, state=OfferState.YES)
    for day in (13, 14):
        w.create(OfferNight, offer_id=offer.id, night=date(2026, 5, day))
    for who in (world.guest, world.barbara, world.double):
        part = w.create(Participation, visit_id=visit.id, person_id=who, delegation_id=there.id,
                        state=ParticipationState.CONFIRMED)  # fmt: skip
        w.create(StayWish, participation_id=part.id, diet="vegetarian")
        if who != world.barbara:
            for day in (13, 14):
                w.create(Placement, participation_id=part.id, night=date(2026, 5, day), offer_id=offer.id)
    made["visit"] = visit.id

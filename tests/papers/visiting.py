# SPDX-License-Identifier: GPL-3.0-or-later
"""The example's visit with everything a paper may show, and marked secrets where nothing may show them."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from hospes.actions.budget import AddBudgetLine, AddPrice
from hospes.actions.grants import AddGrant
from hospes.actions.hotels import AddRooms, PutInRoom
from hospes.actions.participations_draw import ApplyDraw
from hospes.actions.travel import AddTransport, BoardPeople, SetStops
from hospes.domain.codes import ConsentPurpose, HealthKind
from hospes.domain.codes_money import BudgetCategory, PriceClass
from hospes.domain.codes_visit import ParticipationState, WishKind
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.participants_draw import in_draw
from hospes.queries.resolve import visit as find_visit
from hospes.store.tables.people import Consent, HealthNote, Person
from hospes.store.tables.stays import HostOffer, StayLink, StayWish
from hospes.store.tables.travel import HotelRoom, TransportLeg
from hospes.store.tables.visits import Participation, VisitText
from tests.make import do

SECRET = "Qvx"
"""Every secret begins so; none may be read on a paper unless it is one of those allowed."""

FOR_LEADERS = "QvxLeaders"
"""In health notes with a consent that are not for the host: on the emergency sheet if ticked."""

SHARED = "Agreed7"
"""What guests agreed to tell their hosts."""


@dataclass(frozen=True)
class Furnished:
    """Ids of the visit and of some of its people."""

    visit: object
    guests: tuple
    homes: tuple


def visit_of(app):
    return app.read(find_visit, "Ascension visit 2026")


def furnish(app):
    """A coach with stops, hotel rooms, a budget with a grant, and texts of the report."""
    visit = visit_of(app)
    guests = do(
        app, lambda w: tuple(w.scalars(select(Participation.id).where(Participation.visit_id == visit)))
    )
    coach = app.run(AddTransport(visit, name="Reisedienst Main", seats=48)).result
    legs = do(
        app, lambda w: tuple(w.scalars(select(TransportLeg.id).where(TransportLeg.transport_id == coach)))
    )
    app.run(SetStops(legs[0], ({"place": "Place de la Mairie", "at": dt.time(7, 30)}, {"place": "Gare"})))
    app.run(BoardPeople(legs, guests[:20]))
    app.run(BoardPeople(legs[:1], guests[20:22]))
    app.run(AddRooms(visit, "Gasthof Linde", 2, 2))
    ours = select(HotelRoom.id).where(HotelRoom.visit_id == visit, HotelRoom.hotel == "Gasthof Linde")
    rooms = do(app, lambda w: tuple(w.scalars(ours)))
    app.run(PutInRoom(rooms[0], guests[:2]))
    app.run(AddBudgetLine(visit, BudgetCategory.TRAVEL, "Bus nach Montclair", Money(240000, "EUR")))
    app.run(AddBudgetLine(visit, BudgetCategory.MEALS, "Mittagessen", Money(81000, "EUR")))
    zloty = {"rate": "0.23", "rate_on": dt.date(2026, 4, 1)}
    app.run(AddBudgetLine(visit, BudgetCategory.GIFTS, "Geschenke", Money(40000, "PLN"), zloty))
    app.run(AddPrice(visit, PriceClass.ADULT, Money(5000, "EUR")))
    app.run(AddGrant(visit, name="Bürgerfonds", currency="EUR", values={"applied_minor": 150000}))
    words = {"de": ("Freundschaft pflegen", "34 Gäste waren da."), "fr": ("Cultiver l'amitié", "")}
    do(app, lambda w: _report(w, visit, words))
    return visit


def _report(w, visit, words):
    for row in w.scalars(select(VisitText).where(VisitText.visit_id == visit)):
        if row.language in words:
            row.aims, row.results = words[row.language]


def draw_places(app, visit, places=20):
    """Let everybody be registered only, and draw."""

    def loosen(w):
        for row in w.scalars(select(Participation).where(Participation.visit_id == visit)):
            row.state = ParticipationState.REGISTERED

    do(app, loosen)
    found = app.read(in_draw, visit, locale=Locale.of("de"), today=app.today)
    app.run(ApplyDraw(visit, tuple(one.applicant for one in found), places, "2026-04-27 Rosenau"))


def hide_secrets(app, visit):
    """Refusals, health notes without consent, answers of guests who did not agree: each with a mark."""

    def work(w):
        query = select(Participation).where(Participation.visit_id == visit).order_by(Participation.id)
        people = list(w.scalars(query))
        offers = list(w.scalars(select(HostOffer).where(HostOffer.visit_id == visit)))
        enemy = w.create(Person, given=f"{SECRET}Feind", surname=f"{SECRET}Niemals")
        for at, one in enumerate(people):
            _mark_wish(w, one, agreed=at % 2 == 0)
            w.create(StayLink, participation_id=one.id, wanted_person_id=enemy.id, kind=WishKind.REFUSED)
            _mark_health(w, one, visit)
        for offer in offers:
            offer.remarks = f"{SECRET}Bemerkung"
            w.create(StayLink, offer_id=offer.id, wanted_person_id=enemy.id, kind=WishKind.REFUSED)

    do(app, work)


def _mark_wish(w, one, *, agreed):
    wish = w.scalars(select(StayWish).where(StayWish.participation_id == one.id)).one()
    mark = SHARED if agreed else SECRET
    wish.consent_host = agreed
    wish.animal_allergies = f"{mark}Tiere"
    wish.animal_fear = f"{mark}Angst"
    wish.other_allergies = f"{mark}Allergie"
    wish.diet = f"{mark}Diaet"
    wish.remarks = f"{SECRET}Anmerkung"


def _mark_health(w, one, visit):
    """A note without consent, one whose consent was withdrawn, one for leaders only."""
    day = dt.date(2026, 2, 1)
    keys = {"person_id": one.person_id, "purpose": ConsentPurpose.HEALTH, "given_on": day}
    agreed = w.put(Consent, keys, withdrawn_on=None)
    withdrawn = w.put(Consent, {**keys, "given_on": dt.date(2026, 2, 2)}, withdrawn_on=dt.date(2026, 3, 1))
    w.flush()
    more = {"person_id": one.person_id, "visit_id": visit, "kind": HealthKind.MEDICAL}
    w.create(HealthNote, **more, text=f"{SECRET}OhneEinwilligung", share_with_host=True)
    w.create(HealthNote, **more, text=f"{SECRET}Widerrufen", share_with_host=True, consent_id=withdrawn.id)
    w.create(
        HealthNote, **more, text=f"{SECRET}Abgelaufen", share_with_host=True, consent_id=agreed.id,
        expires_on=dt.date(2026, 4, 1),
    )  # fmt: skip
    w.create(HealthNote, **more, text=FOR_LEADERS, share_with_host=False, consent_id=agreed.id)

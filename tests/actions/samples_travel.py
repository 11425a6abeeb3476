# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of travel, budget and grants."""

from datetime import date, time

from sqlalchemy import select

from hospes.actions.budget import (
    AddBudgetLine,
    AddPrice,
    DeleteBudgetLine,
    DeletePrice,
    DeleteVisitPayment,
    EditBudgetLine,
    EditPrice,
    RecordVisitPayment,
    SetAccepted,
    SetShare,
)
from hospes.actions.grants import (
    AddGrant,
    CorrectFigure,
    DeleteGrant,
    DeleteScheme,
    EditGrant,
    ReceiveGrant,
    SignForGrant,
    TickProof,
    simple_scheme,
)
from hospes.actions.hotels import AddRooms, DeleteRoom, EditRoom, PutInRoom, TakeFromRoom
from hospes.actions.travel import (
    AddLeg,
    AddTransport,
    BoardPeople,
    DeleteLeg,
    DeleteTransport,
    EditLeg,
    EditTransport,
    SetSeat,
    SetStops,
    UnboardPeople,
)
from hospes.domain.codes_money import BudgetCategory, GrantState, PriceClass
from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.domain.values import Money
from hospes.store.tables.grants import FundingScheme
from hospes.store.tables.travel import TransportLeg
from hospes.store.tables.visits import Participation


def part(app, w):
    """The participation of the guest."""
    query = select(Participation.id).where(
        Participation.visit_id == w.visit, Participation.person_id == w.guest
    )
    return app.read(lambda connection: connection.execute(query).scalar())


def coach(app, w):
    """A coach with its way there and back."""
    return app.run(AddTransport(w.visit, TransportKind.COACH, "Coach", 50)).result


def legs(app, transport):
    """The legs of a transport, the way there first."""
    query = select(TransportLeg.id).where(TransportLeg.transport_id == transport)
    query = query.order_by(TransportLeg.position)
    return tuple(app.read(lambda connection: list(connection.scalars(query))))


def boarded(app, w):
    """The guest sits on the coach; gives the first leg and the guest's part."""
    leg, guest = legs(app, coach(app, w))[0], part(app, w)
    app.run(BoardPeople((leg,), (guest,)))
    return leg, guest


def room(app, w):
    """A hotel room."""
    return app.run(AddRooms(w.visit, "Gasthof Linde", 2)).result[0]


def slept(app, w):
    """A hotel room with the guest in it."""
    one, guest = room(app, w), part(app, w)
    app.run(PutInRoom(one, (guest,)))
    return one, guest


def line(app, w):
    """A cost."""
    return app.run(AddBudgetLine(w.visit, BudgetCategory.TRAVEL, "Coach", Money(240_000))).result


def price(app, w):
    """A price."""
    return app.run(AddPrice(w.visit, PriceClass.ADULT, Money(2_000))).result


def grant(app, w):
    """A grant of a shipped scheme."""
    return app.run(AddGrant(w.visit, "buergerfonds")).result


def full_grant(app, w):
    """A grant on which everything hangs that can."""
    one = grant(app, w)
    app.run(SetAccepted(line(app, w), one, accepted=True))
    app.run(ReceiveGrant(one, Money(1_000)))
    app.run(SignForGrant(one, (part(app, w),)))
    app.run(TickProof(one, "programme"))
    return one


def scheme(app, w):
    """A scheme of the association's own that no grant stands on any more."""
    app.run(DeleteGrant(own_grant(app, w)))
    return app.read(lambda connection: connection.execute(select(FundingScheme.id)).scalar())


def own_grant(app, w):
    """A grant by a scheme of the association's own."""
    return app.run(AddGrant(w.visit, rules=simple_scheme("Jugendring", "Kreis", "50", "800", "EUR"))).result


SAMPLES = {
    "budget-accepted": lambda app, w: SetAccepted(line(app, w), grant(app, w), accepted=True, minor=100_000),
    "budget-line-add": lambda app, w: AddBudgetLine(
        w.visit, BudgetCategory.DONATION, "Savings bank", Money(5_000)
    ),
    "budget-line-delete": lambda app, w: DeleteBudgetLine(line(app, w)),
    "budget-line-edit": lambda app, w: EditBudgetLine(line(app, w), {"currency": "PLN", "rate": "0,2345"}),
    "funding-figure": lambda app, w: CorrectFigure("dfjw", "rates/2024-01-01/travel/value", "0,18", "0.16"),
    "funding-scheme-delete": lambda app, w: DeleteScheme(scheme(app, w)),
    "grant-add": lambda app, w: AddGrant(w.visit, rules=simple_scheme("Jugendring", "", None, "300", "EUR")),
    "grant-delete": lambda app, w: DeleteGrant(full_grant(app, w)),
    "grant-edit": lambda app, w: EditGrant(
        grant(app, w), {"state": GrantState.PROMISED, "promised_minor": 320_000}
    ),
    "grant-proof": lambda app, w: TickProof(grant(app, w), "vouchers"),
    "grant-receive": lambda app, w: ReceiveGrant(grant(app, w), Money(144_000), date(2026, 4, 2)),
    "grant-sign": lambda app, w: SignForGrant(grant(app, w), (part(app, w),), last=date(2026, 5, 15)),
    "hotel-put": lambda app, w: PutInRoom(room(app, w), (part(app, w),)),
    "hotel-room-delete": lambda app, w: DeleteRoom(slept(app, w)[0]),
    "hotel-room-edit": lambda app, w: EditRoom(room(app, w), {"name": "12", "places": 3}),
    "hotel-rooms-add": lambda app, w: AddRooms(w.visit, "Gasthof Linde", 2, 3),
    "hotel-take": lambda app, w: TakeFromRoom(*slept(app, w)),
    "leg-add": lambda app, w: AddLeg(coach(app, w), LegWay.DURING, {"destination": "Mainz"}),
    "leg-delete": lambda app, w: DeleteLeg(boarded(app, w)[0]),
    "leg-edit": lambda app, w: EditLeg(legs(app, coach(app, w))[0], {"departs_at": time(6, 30)}),
    "leg-stops": lambda app, w: SetStops(
        legs(app, coach(app, w))[0], ({"place": "Market", "at": time(6, 30)}, {"place": "Quay"})
    ),
    "transport-add": lambda app, w: AddTransport(w.visit, TransportKind.TRAIN, "Train"),
    "transport-delete": lambda app, w: DeleteTransport(coach(app, w)),
    "transport-edit": lambda app, w: EditTransport(coach(app, w), {"seats": 48, "luggage": "One each"}),
    "travel-board": lambda app, w: BoardPeople(legs(app, coach(app, w)), (part(app, w),)),
    "travel-seat": lambda app, w: SetSeat(*boarded(app, w), {"seat": "12", "wheelchair": True}),
    "travel-unboard": lambda app, w: UnboardPeople((leg_part := boarded(app, w))[:1], leg_part[1:]),
    "visit-payment": lambda app, w: RecordVisitPayment(part(app, w), Money(2_000)),
    "visit-payment-delete": lambda app, w: DeleteVisitPayment(
        app.run(RecordVisitPayment(part(app, w), Money(2_000))).result[0]
    ),
    "visit-price-add": lambda app, w: AddPrice(w.visit, PriceClass.YOUTH, Money(1_000), Money(500)),
    "visit-price-delete": lambda app, w: DeletePrice(price(app, w)),
    "visit-price-edit": lambda app, w: EditPrice(price(app, w), {"minor": 2_500}),
    "visit-share": lambda app, w: SetShare((part(app, w),), amount=Money(1_500), remarks="half"),
}

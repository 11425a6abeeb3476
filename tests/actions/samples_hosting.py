# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of hosts and placements, on the small world."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from hospes.actions.offers import (
    AnswerOffer,
    AskHosts,
    DropOffer,
    EditOffer,
    HostWish,
    MakeOffers,
    RoomBeds,
    SetHostWishes,
    SetOfferBeds,
    SetOfferNights,
    ThankHosts,
    WithdrawOffer,
)
from hospes.actions.placements import (
    ApplyLateChange,
    ApplyPlan,
    LockPlacements,
    MoveGuests,
    PlaceGuests,
    SetBed,
    SetHostingRules,
    TakeOut,
    UnlockPlacements,
)
from hospes.domain.codes_visit import BedKind, OfferState, WishKind
from hospes.domain.matching.values import Criterion, Rules
from hospes.i18n.locale import Locale
from hospes.queries.hosting import hosting_case
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.stays import Bed, HostOffer, Room

NIGHTS = tuple(date(2026, 5, day) for day in (13, 14, 15, 16))


def case_of(app, w):
    """The case of the visit as it stands."""
    return app.read(hosting_case, w.visit, app.today, Locale.of("en"))


def guest_ids(app, w):
    """Participations by person."""
    from hospes.store.tables.visits import Participation

    query = select(Participation.person_id, Participation.id).where(Participation.visit_id == w.visit)
    return dict(app.read(lambda connection: connection.execute(query).all()))


def offer_of(app, w, household=None):
    """The offer of a household at the visit; that of the small world."""
    query = select(HostOffer.id).where(HostOffer.visit_id == w.visit)
    if household is not None:
        query = query.where(HostOffer.household_id == household)
    return app.read(lambda connection: connection.execute(query).scalar())


def home_of(app, person):
    """Where somebody lives."""
    query = select(HouseholdMember.household_id).where(HouseholdMember.person_id == person)
    return app.read(lambda connection: connection.execute(query).scalar())


def other_home(app, w):
    """Dieter offers two beds too; gives the offer."""
    (offer,) = app.run(MakeOffers(w.visit, (home_of(app, w.dieter),), OfferState.YES)).result
    app.run(SetOfferBeds(offer, (RoomBeds("Study", ((BedKind.SINGLE, 1), (BedKind.SINGLE, 1))),)))
    return offer


def with_beds(app, w):
    """The offer of the small world, with three beds and all nights."""
    offer = offer_of(app, w, w.home)
    app.run(SetOfferBeds(offer, (RoomBeds("Study", ((BedKind.SINGLE, 1),) * 3),)))
    app.run(SetOfferNights(offer, NIGHTS))
    return offer


def bed_of(app, offer):
    """The last bed of an offer."""
    query = select(Bed.id).join(Room, Room.id == Bed.room_id).where(Room.offer_id == offer)
    return app.read(
        lambda connection: connection.execute(query.order_by(Bed.position.desc())).scalars().first()
    )


def _plan(app, w):
    offer = other_home(app, w)
    guest = guest_ids(app, w)[w.guest]
    return ApplyPlan(w.visit, ((guest, tuple((night, offer) for night in NIGHTS)),), case_of(app, w))


def _moved(app, w):
    offer = other_home(app, w)
    return MoveGuests(w.visit, (guest_ids(app, w)[w.guest],), offer, case_of(app, w))


def _bedded(app, w):
    offer = with_beds(app, w)
    return SetBed(w.visit, guest_ids(app, w)[w.guest], bed_of(app, offer))


def _placed(app, w):
    offer = with_beds(app, w)
    return PlaceGuests(
        w.visit,
        (guest_ids(app, w)[w.guest], guest_ids(app, w)[w.double]),
        offer,
        case_of(app, w),
        reason="all",
    )


def _locked(app, w):
    guests = (guest_ids(app, w)[w.guest],)
    app.run(LockPlacements(w.visit, guests))
    return UnlockPlacements(w.visit, guests)


def _dropped(app, w):
    offer = other_home(app, w)
    app.run(SetHostWishes(offer, (HostWish(WishKind.WISHED, person=w.guest),)))
    return DropOffer(offer)


def _weights(app, w):
    rules = Rules()
    return SetHostingRules(replace(rules, weights={**rules.weights, Criterion.LANGUAGE: 60}), w.visit)


SAMPLES = {
    "bed-set": _bedded,
    "guests-move": _moved,
    "guests-place": _placed,
    "guests-take-out": lambda app, w: TakeOut(w.visit, (guest_ids(app, w)[w.guest],)),
    "hosting-rules": _weights,
    "hosts-ask": lambda app, w: AskHosts((offer_of(app, w),)),
    "hosts-thank": lambda app, w: ThankHosts((offer_of(app, w),)),
    "offer-answer": lambda app, w: AnswerOffer(offer_of(app, w), OfferState.RESERVE),
    "offer-beds": lambda app, w: SetOfferBeds(
        offer_of(app, w), (RoomBeds("Attic", ((BedKind.DOUBLE, 2),), own_bathroom=True),)
    ),
    "offer-drop": _dropped,
    "offer-edit": lambda app, w: EditOffer(
        offer_of(app, w), {"floor": 2, "lift": False, "meals": "breakfast;dinner", "extras": "garden"}
    ),
    "offer-nights": lambda app, w: SetOfferNights(offer_of(app, w), NIGHTS[1:]),
    "offer-wishes": lambda app, w: SetHostWishes(
        offer_of(app, w), (HostWish(WishKind.WISHED, person=w.guest), HostWish(WishKind.REFUSED, w.double))
    ),
    "offer-withdraw": lambda app, w: WithdrawOffer(offer_of(app, w)),
    "offers-make": lambda app, w: MakeOffers(
        w.visit, (home_of(app, w.dieter), home_of(app, w.double)), OfferState.ASKED
    ),
    "plan-apply": _plan,
    "placements-lock": lambda app, w: LockPlacements(w.visit, (guest_ids(app, w)[w.guest],)),
    "placements-unlock": _locked,
}


def _late(app, w):
    plan = _plan(app, w)
    return ApplyLateChange(w.visit, plan.stays, plan.case, calls=1)


SAMPLES["late-apply"] = _late

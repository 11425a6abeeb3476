# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of bringing in guests, hosts, visits and the partner's file."""

from datetime import date, time
from uuid import UUID

from hospes.actions.bring_in_partner import BringInPartnerFile, PartnerItem, PartnerStay
from hospes.actions.bring_in_visit import BringInGuests, BringInHosts, BringInVisits
from hospes.domain.codes_visit import Audience, Meal
from hospes.domain.incoming import Incoming, IncomingAddress
from hospes.domain.incoming_visit import GuestLine, HostLine, IncomingOffer, IncomingStay, IncomingVisit

NIGHTS = (date(2026, 5, 14), date(2026, 5, 15))
STAY = IncomingStay(
    diet=("vegetarian",), animal_allergies=("cat",), emergency=("Xylander, 06182 99 88 77",), hotel=True
)


def _guests(visit: UUID) -> BringInGuests:
    who = Incoming(2, given="Quirin", surname="Zwackelmann", notes=("singt",))
    line = GuestLine(2, None, STAY, group="Zwackelmanns")
    return BringInGuests(visit, (who,), (), (line,))


def _hosts(visit: UUID) -> BringInHosts:
    at = IncomingAddress(street="Sackgasse 99", postcode="63512", town="Rosenau")
    who = Incoming(3, given="Ottilie", surname="Zwackelmann", household="Zwackelmann", address=at)
    offer = IncomingOffer(
        single_beds=1, double_beds=1, nights=NIGHTS, cats=True, dogs=False, diets=("vegan",)
    )
    return BringInHosts(visit, (who,), (), (HostLine(3, None, offer, home_name="Zwackelmann"),))


def _partner(visit: UUID) -> BringInPartnerFile:
    texts = {"fr": {"title": "Pot de l'amitié"}}
    item = PartnerItem(None, NIGHTS[0], time(18), None, "", Meal.NONE, Audience.ALL, texts)
    return BringInPartnerFile(visit, _guests(visit), _hosts(visit), (PartnerStay(2, 3, NIGHTS),), (item,))


SAMPLES = {
    "bring-in-guests": lambda app, w: _guests(w.visit),
    "bring-in-hosts": lambda app, w: _hosts(w.visit),
    "bring-in-visits": lambda app, w: BringInVisits(
        "de",
        (
            IncomingVisit(
                2, "Zwackelfahrt", date(2027, 5, 5), date(2027, 5, 9), "incoming", "", "Zwackelheim", "FR"
            ),
        ),
    ),
    "bring-in-partner": lambda app, w: _partner(w.visit),
}

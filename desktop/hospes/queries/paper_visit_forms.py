# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known already of guests and homes, for forms that go out filled in.

Diets, allergies, health and whom somebody does not want are not read: they are asked anew on paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_visit import BedWish, Smoking, WishKind
from hospes.queries.scope import among
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, StayLink, StayWish


@dataclass(frozen=True, slots=True)
class StayAnswers:
    """What a guest answered about the stay."""

    smoking: Smoking | None
    minds_smoke: bool | None
    bed: BedWish
    sofa_ok: bool | None
    max_stairs: int | None
    step_free: bool | None
    needs_lift: bool | None
    hotel: bool
    split_stay_ok: bool
    consent_host: bool | None
    consent_photo: bool | None


def stay_answers(connection: Connection, participations: Iterable[UUID]) -> dict[UUID, StayAnswers]:
    """The answers by participation."""
    w = StayWish
    query = pick(
        w.participation_id, w.smoking, w.minds_smoke, w.bed, w.sofa_ok, w.max_stairs, w.step_free,
        w.needs_lift, w.hotel, w.split_stay_ok, w.consent_host, w.consent_photo,
    ).where(among(w.participation_id, participations))  # fmt: skip
    return {row[0]: StayAnswers(*row[1:]) for row in connection.execute(query)}


@dataclass(frozen=True, slots=True)
class OfferAnswers:
    """What a home answered beside what every paper shows of it."""

    accepts: str
    minors_ok: bool | None


def offer_answers(connection: Connection, offers: Iterable[UUID]) -> dict[UUID, OfferAnswers]:
    """The answers by offer."""
    o = HostOffer
    query = pick(o.id, o.accepts, o.minors_ok).where(among(o.id, offers))
    return {row[0]: OfferAnswers(*row[1:]) for row in connection.execute(query)}


def wished(connection: Connection, visit_people: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The homes somebody wishes for, by participation; wishes only, never whom somebody does not want."""
    s, h, p = StayLink, Household, Person
    query = (
        pick(s.participation_id, h.name, p.given, p.surname)
        .join(h, h.id == s.wanted_household_id, isouter=True)
        .join(p, p.id == s.wanted_person_id, isouter=True)
        .where(among(s.participation_id, visit_people), s.kind == WishKind.WISHED)
        .order_by(s.rank, s.id)
    )
    found: dict[UUID, list[str]] = {}
    for participation, home, given, surname in connection.execute(query):
        found.setdefault(participation, []).append(home or " ".join(x for x in (given, surname) if x))
    return {key: tuple(names) for key, names in found.items()}

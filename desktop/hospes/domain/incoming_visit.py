# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests, hosts and visits as a list from outside describes them; beside `incoming`, which holds the person.

Like people they are compared with the file by facts: plain texts by field, so spelt that equal facts are
equal texts. None and empty say nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from hospes.domain.codes_visit import BedWish, GroupRule, ParticipationKind, Smoking

Facts = dict[str, tuple[str, ...]]

ADDITIVE = frozenset(
    (
        "animal_allergies", "animal_fear", "other_allergies", "diet", "wished_hosts", "refused_hosts", "pets",
        "diets", "accepts", "wished_guests", "refused_guests", "nights", "remarks", "guardian", "emergency",
    )
)  # fmt: skip
"""Facts that are lists: more of them is no contradiction, another one is."""


@dataclass(frozen=True, slots=True)
class IncomingStay:
    """What a row says of a guest's part in a visit."""

    delegation: str = ""
    group: str = ""
    group_rule: GroupRule | None = None
    with_whom: tuple[str, ...] = ()
    kind: ParticipationKind | None = None
    role: str = ""
    arrival: date | None = None
    departure: date | None = None
    smoking: Smoking | None = None
    minds_smoke: bool | None = None
    animal_allergies: tuple[str, ...] = ()
    animal_fear: tuple[str, ...] = ()
    other_allergies: tuple[str, ...] = ()
    diet: tuple[str, ...] = ()
    max_stairs: int | None = None
    step_free: bool | None = None
    bed: BedWish | None = None
    sofa_ok: bool | None = None
    first_visit: bool | None = None
    wished: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    needs_lift: bool | None = None
    hotel: bool | None = None
    guardian: tuple[str, ...] = ()
    consent_host: bool | None = None
    consent_photo: bool | None = None
    emergency: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingOffer:
    """What a row says of a household's offer at a visit."""

    single_beds: int | None = None
    double_beds: int | None = None
    sofa_beds: int | None = None
    max_guests: int | None = None
    nights: tuple[date, ...] = ()
    cats: bool | None = None
    dogs: bool | None = None
    other_pets: str = ""
    smoking: Smoking | None = None
    stairs: int | None = None
    step_free: bool | None = None
    car_seats: int | None = None
    distance_m: int | None = None
    diets: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    minors_ok: bool | None = None
    children_ages: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    hosted_last_time: bool | None = None
    experienced: bool | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingVisit:
    """A visit in a list of visits."""

    row: int
    title: str
    first: date | None = None
    last: date | None = None
    direction: str = ""
    place: str = ""
    partner_town: str = ""
    partner_country: str = ""


@dataclass(frozen=True, slots=True)
class KnownPart:
    """Somebody's part in the visit, or a household's offer, as the file has it."""

    id: UUID
    holder: UUID
    """The person, or the household."""
    version: int
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def said(value: object) -> str:
    """A plain value as a fact: yes, no, a number, a day, a code."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


STAY_WORDS = {
    "role": "role", "arrival": "arrival", "departure": "departure", "smoker": "smoking",
    "minds_smoke": "minds_smoke", "max_stairs": "max_stairs", "step_free": "step_free", "bed": "bed",
    "sofa_ok": "sofa_ok", "first_visit": "first_visit", "needs_lift": "needs_lift", "hotel": "hotel",
    "consent_host": "consent_host", "consent_photo": "consent_photo", "kind": "kind",
}  # fmt: skip
STAY_LISTS = ("animal_allergies", "animal_fear", "other_allergies", "diet", "remarks")
OFFER_WORDS = {
    "max_guests": "max_guests", "smoker": "smoking", "stairs": "stairs", "step_free": "step_free",
    "car_seats": "car_seats", "distance_km": "distance_m", "minors_ok": "minors_ok",
    "hosted_last_time": "hosted_last_time", "experienced": "experienced",
}  # fmt: skip
OFFER_LISTS = ("diets", "accepts", "children_ages", "ages", "remarks")
BED_FACTS = ("single_beds", "double_beds", "sofa_beds")


PART_FACTS = frozenset(
    (
        *STAY_WORDS, *STAY_LISTS, *OFFER_WORDS, *OFFER_LISTS, *BED_FACTS, "delegation", "group", "group_rule",
        "wished_hosts", "refused_hosts", "guardian", "emergency", "state", "takes_part", "pets", "nights",
        "wished_guests", "refused_guests", "offers",
    )
)  # fmt: skip
"""Facts of a part in a visit or of an offer; all others are facts of the person."""


def stay_facts(stay: IncomingStay) -> Facts:
    """What a row says of a guest, without the names that are looked up (delegation, group, wishes)."""
    facts = _facts({name: said(getattr(stay, column)) for name, column in STAY_WORDS.items()})
    if stay.emergency:
        facts["emergency"] = tuple(", ".join(p for p in name_and_phone(e) if p) for e in stay.emergency)
    return facts | {name: tuple(getattr(stay, name)) for name in STAY_LISTS if getattr(stay, name)}


def offer_facts(offer: IncomingOffer) -> Facts:
    """What a row says of an offer, without the names that are looked up."""
    facts = _facts({name: said(getattr(offer, column)) for name, column in OFFER_WORDS.items()})
    facts |= _facts({name: said(getattr(offer, name)) for name in BED_FACTS})
    facts |= {name: tuple(getattr(offer, name)) for name in OFFER_LISTS if getattr(offer, name)}
    pets = pet_words(offer.cats, offer.dogs, offer.other_pets)
    if pets:
        facts["pets"] = pets
    if offer.nights:
        facts["nights"] = tuple(night.isoformat() for night in offer.nights)
    return facts


_PHONE = re.compile(r"[+(]?\d[\d\s()/.\-–]{5,}")


def name_and_phone(text: str) -> tuple[str, str]:
    """Name and telephone number in a line such as "Anna Weber, 06182 4417"."""
    found = _PHONE.search(text)
    if found is None:
        return text.strip(), ""
    name = (text[: found.start()] + " " + text[found.end() :]).strip(" ,;:-–/()")
    return " ".join(name.split()), found[0].strip(" -–/.")


def pet_words(cats: bool | None, dogs: bool | None, other: str) -> tuple[str, ...]:
    """The animals of a household as a list; `no` where it is known that there are none."""
    found = [name for name, there in (("cat", cats), ("dog", dogs)) if there]
    found += [part.strip() for part in other.split(";") if part.strip()]
    return tuple(found) or (("no",) if cats is False and dogs is False else ())


def _facts(words: Mapping[str, str]) -> Facts:
    return {name: (text,) for name, text in words.items() if text}


def compared(
    theirs: Mapping[str, tuple[str, ...]], ours: Mapping[str, tuple[str, ...]]
) -> tuple[frozenset[str], dict[str, tuple[str, str]]]:
    """What the file does not know yet, and where the two disagree: by fact, ours and theirs."""
    fills: set[str] = set()
    differing: dict[str, tuple[str, str]] = {}
    for name, values in theirs.items():
        known = ours.get(name, ())
        new = [value for value in values if value not in known]
        if not new or (name == "remarks" and all(any(v in each for each in known) for v in new)):
            continue
        open_yet = not known or name == "remarks" or (name == "hotel" and known == ("no",))
        if open_yet or (name in ADDITIVE and set(known) <= set(values)):
            fills.add(name)
        else:
            differing[name] = ("; ".join(known), "; ".join(values))
    return frozenset(fills), differing


@dataclass(frozen=True, slots=True)
class GuestLine:
    """A guest's row once every name in it was found: what is written, and for whom."""

    row: int
    person: UUID | None
    """None for somebody new, who is added from the same row."""
    stay: IncomingStay
    said: frozenset[str] = frozenset()
    """Facts that are written; everything for somebody who did not take part before."""
    joins: bool = True
    delegation: UUID | None = None
    ours: bool = False
    """The delegation is our own, whose people register with us; partners have chosen theirs."""
    group: str = ""
    group_rule: GroupRule | None = None
    wished: tuple[UUID, ...] = ()
    refused: tuple[UUID, ...] = ()
    guardians: tuple[UUID | int, ...] = ()
    """People of the file, or rows of the same list."""


@dataclass(frozen=True, slots=True)
class HostLine:
    """A host's row once every name in it was found."""

    row: int
    person: UUID | None
    offer: IncomingOffer
    said: frozenset[str] = frozenset()
    offers: bool = True
    """The household had no offer at this visit yet."""
    home: UUID | None = None
    """The household, where it is known."""
    home_name: str = ""
    delegation: UUID | None = None
    wished: tuple[UUID, ...] = ()
    """People."""
    refused: tuple[UUID, ...] = ()

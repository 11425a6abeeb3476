# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in the visit file of the partner: their guests, our people's hosts, who sleeps where, the
programme; one step. What somebody has fixed by hand (locked) stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.bring_in import Brought
from hospes.actions.bring_in_visit import BringInGuests, BringInHosts
from hospes.domain.codes_visit import Audience, Meal
from hospes.i18n.marks import N_
from hospes.store.tables.stays import HostOffer, OfferNight, Placement
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText, Visit
from hospes.store.writer import Writer

TEXTS = ("title", "details", "place", "meeting_point")


@dataclass(frozen=True, slots=True)
class PartnerStay:
    """A guest's nights at a home of the partner. `person` and `home` are ids, or rows of the same file."""

    person: UUID | int
    home: UUID | int
    nights: tuple[date, ...]
    leaves: tuple[date, ...] = ()
    """Nights the file no longer has there."""


@dataclass(frozen=True, slots=True)
class PartnerItem:
    """An item of the programme: a new one, or what is changed of one that is there."""

    id: UUID | None
    on: date
    starts: time | None
    ends: time | None
    time_words: str
    meal: Meal
    audience: Audience
    texts: Mapping[str, Mapping[str, str]]
    """By language the texts that are written."""
    times: bool = True
    """Times and meal are written too."""


@dataclass(frozen=True)
class BringInPartnerFile(Action):
    """Bring in what the partner sent."""

    code: ClassVar[str] = "bring-in-partner"
    label: ClassVar[str] = N_("Bring in the partner's file for {visit}")

    visit_id: UUID
    guests: BringInGuests | None = None
    hosts: BringInHosts | None = None
    stays: tuple[PartnerStay, ...] = ()
    items: tuple[PartnerItem, ...] = ()

    def apply(self, w: Writer) -> Brought:
        """Write everything that was chosen."""
        visit = w.must(Visit, self.visit_id)
        counts = [0, 0, 0]
        people: Mapping[int, UUID] = {}
        homes: Mapping[int, UUID] = {}
        if self.guests is not None:
            brought, people = self.guests.write(w)
            counts = [brought.new, brought.updated, brought.cancelled]
        if self.hosts is not None:
            brought, homes = self.hosts.write(w)
            counts = [counts[0] + brought.new, counts[1] + brought.updated, counts[2]]
        for stay in self.stays:
            self._stay(w, stay, people, homes)
        for item in self.items:
            _write_item(w, visit, item)
        return Brought(*counts)

    def _stay(
        self, w: Writer, stay: PartnerStay, people: Mapping[int, UUID], homes: Mapping[int, UUID]
    ) -> None:
        person = people.get(stay.person) if isinstance(stay.person, int) else stay.person
        home = homes.get(stay.home) if isinstance(stay.home, int) else stay.home
        part = w.get(
            Participation, w.key_for(Participation, {"visit_id": self.visit_id, "person_id": person})
        )
        offer = w.get(HostOffer, w.key_for(HostOffer, {"visit_id": self.visit_id, "household_id": home}))
        if part is None or offer is None:
            return
        for night in stay.leaves:
            row = _placed(w, part.id, night)
            if row is not None and not row.locked and night not in stay.nights:
                w.delete(row)
        w.flush()
        free = set(w.scalars(select(OfferNight.night).where(OfferNight.offer_id == offer.id)))
        for night in stay.nights:
            row = _placed(w, part.id, night)
            if row is None:
                values = {"participation_id": part.id, "night": night, "offer_id": offer.id}
                w.create(Placement, **values, by_hand=True)
            elif row.offer_id != offer.id and not row.locked:
                row.offer_id, row.bed_id, row.by_hand = offer.id, None, True
            if night not in free:
                w.create(OfferNight, offer_id=offer.id, night=night)
                free.add(night)

    def refs(self, result: object) -> dict[str, object]:
        """Which visit."""
        return {"visit": self.visit_id}


def _placed(w: Writer, part: UUID, night: date) -> Placement | None:
    return w.get(Placement, w.key_for(Placement, {"participation_id": part, "night": night}))


def _write_item(w: Writer, visit: Visit, item: PartnerItem) -> None:
    row = w.get(ProgrammeItem, item.id) if item.id is not None else None
    if row is None:
        row = w.create(ProgrammeItem, visit_id=visit.id, on=item.on, zone=visit.zone, audience=item.audience)
    if item.times:
        row.on, row.starts, row.ends = item.on, item.starts, item.ends
        row.time_words, row.meal = item.time_words, item.meal
    for language, words in item.texts.items():
        keys = {"programme_item_id": row.id, "language": language}
        w.put(ProgrammeItemText, keys, **{name: text for name, text in words.items() if name in TEXTS})

# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme of a visit as papers print it: day by day, in all languages somebody wrote."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_visit import Audience, Meal
from hospes.domain.names import PersonName
from hospes.domain.programme import Slot, ordered
from hospes.domain.venues import Facts
from hospes.queries.association import base_language
from hospes.queries.person_facts import names_of
from hospes.queries.programme import Words, item_audience, item_texts
from hospes.queries.scope import ids_in
from hospes.queries.venues import access_of
from hospes.store.selections import pick
from hospes.store.tables.visits import ProgrammeItem


@dataclass(frozen=True, slots=True)
class PaperItem:
    """Something that happens."""

    id: UUID
    on: date
    starts: time | None
    ends: time | None
    time_words: str
    zone: str
    audience: Audience
    meal: Meal
    seats: int | None
    contact: PersonName | None
    words: Mapping[str, Words]
    delegations: frozenset[UUID]
    people: frozenset[UUID]
    """Chosen delegations and people, where it is not for everybody."""
    access: Facts | None = None
    """What somebody finds at the venue who cannot climb steps or hears badly, where that is known."""

    def has(self, language: str) -> bool:
        """Is there a title in the language?"""
        own = self.words.get(base_language(language))
        return own is not None and bool(own.title)

    def text(self, language: str) -> Words:
        """The words in a language; what is missing there stands in the language there is."""
        own = self.words.get(base_language(language))
        if own is not None and own.title:
            return own
        others = [words for _, words in sorted(self.words.items()) if words.title]
        return others[0] if others else own or Words()

    def for_guest(self, person_id: UUID, delegation_id: UUID | None) -> bool:
        """Does a guest of a delegation take part?"""
        if self.audience in {Audience.HOSTS, Audience.OFFICIALS}:
            return False
        if self.audience is Audience.CHOSEN and (self.delegations or self.people):
            return person_id in self.people or delegation_id in self.delegations
        return True


def paper_programme(connection: Connection, visit_id: UUID) -> tuple[PaperItem, ...]:
    """All items in order: by day, then time, what has only words where it was put."""
    i = ProgrammeItem
    query = (
        pick(
            i.id, i.on, i.starts, i.ends, i.time_words, i.zone, i.audience, i.meal, i.seats, i.contact_id,
            i.position, i.venue_id,
        )
        .where(i.visit_id == visit_id)
        .order_by(i.on, i.position, i.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    ids = [row[0] for row in rows]
    words = item_texts(connection, ids)
    called = names_of(connection, ids_in({row[9] for row in rows if row[9]}))
    towns, people = item_audience(connection, ids)
    venues = access_of(connection, {row[11] for row in rows if row[11]})
    found = {
        row[0]: PaperItem(
            *(
                *row[:9],
                called.get(row[9]),
                words.get(row[0], {}),
                frozenset(towns[row[0]]),
                frozenset(people[row[0]]),
                venues.get(row[11]),
            )
        )
        for row in rows
    }
    slots = [Slot(row[0], row[1], row[2], row[3], at, row[6]) for at, row in enumerate(rows)]
    return tuple(found[slot.id] for slot in ordered(slots) if isinstance(slot.id, UUID))

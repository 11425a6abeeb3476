# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that were printed or saved and wait for somebody to say that they were sent.

The pile of a letter is kept beside the records as `letter-printed:LETTER`: what lies on a table here is no
fact that other laptops need to know. Whoever has a mark since is off the pile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import Channel
from hospes.queries.people import current_id
from hospes.queries.scope import ids_in, owned
from hospes.store.selections import pick
from hospes.store.tables.aside import Draft
from hospes.store.tables.letters import Letter, LetterSent
from hospes.store.tables.people import Person

PREFIX = "letter-printed:"


@dataclass(frozen=True, slots=True)
class Pile:
    """Readers of a letter that was printed, with the language of each, and when."""

    on: date
    people: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is still to be answered: who has no mark yet, and who got the letter before."""

    pile: Pile
    new: tuple[tuple[UUID, str], ...]
    again: tuple[tuple[UUID, str], ...]
    last: date | None

    @property
    def count(self) -> int:
        """How many letters the question is about."""
        return len(self.new or self.again)


@dataclass(frozen=True, slots=True)
class WaitingLetter:
    """A letter of which a pile lies on the table."""

    letter_id: UUID
    name: str
    on: date
    count: int


def pile_key(letter: UUID) -> str:
    """Under which the pile of a letter is kept."""
    return f"{PREFIX}{letter.hex}"


def waiting(connection: Connection, letter: UUID) -> Waiting | None:
    """What is still to be answered about a letter; None where nothing is."""
    kept = connection.execute(pick(Draft.content).where(Draft.key == pile_key(letter))).scalar()
    return _waiting(connection, letter, kept)


def letters_waiting(connection: Connection) -> tuple[WaitingLetter, ...]:
    """All letters that wait, the oldest pile first."""
    piles = connection.execute(
        pick(Draft.key, Draft.content).where(Draft.key.startswith(PREFIX, autoescape=True))
    ).all()
    if not piles:
        return ()
    t = Letter
    query = pick(t.id, t.name).where(t.binned_at.is_(None), owned(connection, t.owner_id))
    called = {pile_key(key): (key, name) for key, name in connection.execute(query)}
    found = []
    for key, content in piles:
        if key in called:
            letter, name = called[key]
            left = _waiting(connection, letter, content)
            if left is not None:
                found.append(WaitingLetter(letter, name, left.pile.on, left.count))
    return tuple(sorted(found, key=lambda one: (one.on, one.name)))


def _waiting(connection: Connection, letter: UUID, kept: object) -> Waiting | None:
    if not isinstance(kept, dict):
        return None
    written = ((UUID(hex=one), str(language)) for one, language in kept["people"])
    people = _still_there(connection, dict(written))
    pile = Pile(date.fromisoformat(kept["on"]), people)
    s = LetterSent
    marked: dict[UUID, date] = {}
    query = pick(s.person_id, s.on).where(s.letter_id == letter, s.channel == Channel.LETTER)
    for person, on in connection.execute(query):
        marked[person] = max(on, marked.get(person, on))
    left = [one for one in people if marked.get(one[0], date.min) < pile.on]
    new = tuple(one for one in left if one[0] not in marked)
    again = tuple(one for one in left if one[0] in marked)
    last = max((marked[one] for one, _ in again), default=None)
    return Waiting(pile, new, again, last) if left else None


def _still_there(connection: Connection, people: Mapping[UUID, str]) -> tuple[tuple[UUID, str], ...]:
    """Without those who left the file since; a double counts as the entry that was kept.

    Whoever cannot be marked any more would keep the question open for ever.
    """
    p = Person
    query = pick(p.id, p.merged_into).where(p.id.in_(ids_in(people)), p.erased_on.is_(None))
    kept = {
        person: current_id(connection, person) if into is not None else person
        for person, into in connection.execute(query)
    }
    return tuple({kept[one]: language for one, language in people.items() if one in kept}.items())

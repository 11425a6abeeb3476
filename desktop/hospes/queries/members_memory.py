# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of members is sorted and counted by, kept as long as it holds.

A key in the filter changes who is listed, not where a name stands among all names nor who lives with whom.
Sorting ten thousand names by a language and counting their households takes far longer than finding the few
that are wanted; so both are kept for an open file until the journal tells that one of their tables was
touched (`queries.since`), whoever touched it: the window, another program, an undo.

Ask with reading connections only: the journal of a step that is being written is not there yet.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, String, select, type_coerce

from hospes.i18n.locale import Locale
from hospes.queries.ranks import by_text
from hospes.queries.scope import there, valid_on
from hospes.queries.since import Position, here, touched_since
from hospes.store.selections import pick
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.people import Person
from hospes.store.types import uuid_of

T = TypeVar("T")

KEPT = 12
"""How much is remembered of a file: an order for each language it is read in, homes, counts."""


@dataclass(slots=True)
class _Kept:
    position: Position
    value: Any


_MEMORIES: WeakKeyDictionary[Engine, OrderedDict[tuple[object, ...], _Kept]] = WeakKeyDictionary()


def remembered(
    connection: Connection, key: tuple[object, ...], tables: Collection[str] | None, make: Callable[[], T]
) -> T:
    """What `make` gave the last time under this key, or what it gives now if one of the tables was touched.

    With None as tables it is made anew after whatever change.
    """
    memory = _MEMORIES.setdefault(connection.engine, OrderedDict())
    now = here(connection)
    kept = memory.get(key)
    if kept is not None and _holds(connection, kept, now, tables):
        kept.position = now
        found: T = kept.value
        return found
    made = make()
    memory[key] = _Kept(now, made)
    memory.move_to_end(key)
    while len(memory) > KEPT:
        memory.popitem(last=False)
    return made


def _holds(connection: Connection, kept: _Kept, now: Position, tables: Collection[str] | None) -> bool:
    if kept.position == now or tables is None:
        return kept.position == now
    touched = touched_since(connection, kept.position, now)
    return touched is not None and touched.tables.isdisjoint(tables)


@dataclass(frozen=True, slots=True)
class NameOrder:
    """Everybody in the order of their names: where each id stands, as the file writes it, and the ids."""

    place: Mapping[str, int]
    ids: Sequence[UUID]

    def sorted(self, found: Collection[str]) -> list[UUID]:
        """Some of them, in order."""
        place, ids = self.place, self.ids
        return [ids[at] for at in sorted([place[one] for one in found if one in place])]


def name_order(
    connection: Connection,
    locale: Locale,
    home: str,
    columns: Sequence[Any],
    parts: Callable[[Any, str], tuple[str, str, str]],
) -> NameOrder:
    """The order of all who are not in the bin, in a language; `home` is the country of our town."""

    def make() -> NameOrder:
        query = pick(type_coerce(Person.id, String), *columns).where(there(Person))
        found = connection.execute(query).all()
        ordered = by_text([row[0] for row in found], [parts(row, home) for row in found], locale)
        return NameOrder({one: at for at, one in enumerate(ordered)}, [uuid_of(one) for one in ordered])

    return remembered(connection, ("names", locale.code, home), ("person",), make)


def homes(connection: Connection, today: date) -> Mapping[str, Sequence[str]]:
    """The households each person belongs to on a day, by ids as the file writes them."""

    def make() -> Mapping[str, Sequence[str]]:
        link = HouseholdMember
        query = select(type_coerce(link.person_id, String), type_coerce(link.household_id, String)).where(
            valid_on(link, today)
        )
        found: dict[str, tuple[str, ...]] = {}
        for person, household in connection.execute(query):
            found[person] = (*found.get(person, ()), household)
        return found

    return remembered(connection, ("homes", today), ("household_member",), make)

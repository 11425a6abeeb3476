# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read of a visit's hosting, kept as long as it holds: placing a guest reads that guest again only.

The journal tells which rows were touched since (`queries.since`), whoever touched them: the window, another
program, an undo. The case is kept while no table it is read from was touched; where only placements were,
just those of the touched guests are read again; a card is made anew when it is made of something else
(`KeptCards`). There is one memory for an open file and it goes with it. Ask with reading connections only:
the journal of a step that is being written is not there yet.

* `standing(connection, visit_id, today, locale)`: the board of `queries.hosting_board` and what is broken.
* `broken_now(connection, visit_id, today, language)`: for whom a must is broken.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from hospes.domain.matching.fit import conflicts, conflicts_after
from hospes.domain.matching.values import Conflict
from hospes.i18n.locale import Locale
from hospes.queries.hosting import Gathered, gather, hosting_rules, placed_now, with_past
from hospes.queries.hosting_board import board_of
from hospes.queries.hosting_rows import Board, KeptCards
from hospes.queries.scope import among
from hospes.queries.since import Position, Touched, here, touched_since
from hospes.store.tables.stays import Placement
from hospes.store.tables.visits import Participation

T = TypeVar("T")

KEPT = 4
"""Visits remembered at a time; who looks at a fifth forgets the one seen longest ago."""

FACTS = frozenset(
    {
        "visit", "delegation", "travel_group", "participation", "stay_wish", "stay_link", "visit_check",
        "host_offer", "offer_night", "room", "bed", "household", "household_member",
        "person", "person_language", "guardian", "health_note",
    }
)  # fmt: skip
"""Tables a case is read from, beside placements and settings."""

BESIDE = frozenset({"territory", "organisation"})
"""Tables the board shows something of beside the case."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the hosting of a visit stands."""

    board: Board
    broken: tuple[Conflict, ...]
    """Nothing where the visit is over: nobody mends that any more."""


@dataclass
class _Kept:
    """What is known of one visit in one language."""

    position: Position = field(default_factory=Position)
    today: date | None = None
    found: Gathered | None = None
    board: Board | None = None
    conflicts: tuple[Conflict, ...] | None = None
    cards: KeptCards = field(default_factory=KeptCards)


@dataclass
class _Memory:
    """All that is known of one open file."""

    visits: OrderedDict[tuple[UUID, str], _Kept] = field(default_factory=OrderedDict)
    turn: threading.RLock = field(default_factory=threading.RLock)


_MEMORIES: WeakKeyDictionary[Engine, _Memory] = WeakKeyDictionary()


def standing(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> Standing:
    """The board and what is broken. Raises UserError where the visit is gone."""
    memory = _MEMORIES.setdefault(connection.engine, _Memory())
    with memory.turn:
        kept, found = _fresh(connection, memory, visit_id, today, locale, past=True)
        if kept.board is None:
            kept.board = board_of(connection, found, kept.cards)
        last = kept.board.last
        return Standing(kept.board, () if last is not None and last < today else _conflicts(kept, found))


def broken_now(connection: Connection, visit_id: UUID, today: date, language: str) -> frozenset[str]:
    """Keys of guests for whom a must is broken, each the one to find another home for.

    Raises UserError where the visit is gone.
    """
    memory = _MEMORIES.setdefault(connection.engine, _Memory())
    with memory.turn:
        kept, found = _fresh(connection, memory, visit_id, today, Locale.of(language), past=False)
        return frozenset(one.guests[0] for one in _conflicts(kept, found))


def _conflicts(kept: _Kept, found: Gathered) -> tuple[Conflict, ...]:
    if kept.conflicts is None:
        kept.conflicts = conflicts(found.case)
    return kept.conflicts


def _fresh(
    connection: Connection, memory: _Memory, visit_id: UUID, today: date, locale: Locale, *, past: bool
) -> tuple[_Kept, Gathered]:
    """What is known of a visit, as the file stands now; with its `past` if that is asked for or known."""
    key = (visit_id, locale.language)
    kept = memory.visits.pop(key, None) or _Kept()  # put back only when it is whole
    now = here(connection)
    touched = touched_since(connection, kept.position, now) if kept.found and kept.today == today else None
    moved = _moved(connection, visit_id, touched) if touched is not None else None
    before = kept.found
    if before is None or touched is None or moved is None or touched.tables & FACTS:
        past = past or (before is not None and before.whole)
        found = _like(before, gather(connection, visit_id, today, locale, past=past))
        if before is None or found.case != before.case:
            kept.conflicts = None
    else:
        found = _moved_in(connection, before, moved)
        if kept.conflicts is not None and found is not before:
            kept.conflicts = conflicts_after(found.case, before.case, kept.conflicts)
        if "setting" in touched.tables:
            rules = hosting_rules(connection, visit_id)
            if rules != found.case.rules:
                kept.conflicts = None
            found = replace(found, case=replace(found.case, rules=rules))
    if past and not found.whole:
        found = with_past(connection, found)
    if before is None or found is not before or touched is None or touched.tables & BESIDE:
        kept.board = None
    kept.found, kept.position, kept.today = found, now, today
    memory.visits[key] = kept
    while len(memory.visits) > KEPT:
        memory.visits.popitem(last=False)
    return kept, found


def _moved(connection: Connection, visit_id: UUID, touched: Touched) -> frozenset[UUID] | None:
    """Participations whose placements were touched; None where one is of another visit: that was the past."""
    rows = touched.rows.get(Placement.__tablename__, {})
    if not rows:
        return frozenset()
    there = select(Placement.participation_id).where(among(Placement.id, rows)).distinct()
    guests = set(connection.execute(there).scalars())
    for fields in rows.values():  # of those taken out the journal alone knows whose they were
        guests |= {UUID(hex=one) for one in fields.get("participation_id", ()) if one}
    ours = select(Participation.id).where(among(Participation.id, guests), Participation.visit_id == visit_id)
    return frozenset(guests) if guests == set(connection.execute(ours).scalars()) else None


def _moved_in(connection: Connection, before: Gathered, moved: frozenset[UUID]) -> Gathered:
    """The same visit, with these guests where they sleep now."""
    if not moved:
        return before
    case, keys = before.case, {one.hex for one in moved}
    at = {guest.key: number for number, guest in enumerate(case.guests)}
    placed = [one for one in case.placed if one.guest not in keys]
    placed += placed_now(connection, before.visit.id, at.keys(), moved)
    placed.sort(key=lambda one: (at[one.guest], one.night))
    return replace(before, case=replace(case, placed=tuple(placed)))


def _like(before: Gathered | None, now: Gathered) -> Gathered:
    """The same values, and the very objects of before where they are equal: then all made of them holds."""
    if before is None:
        return now
    old, new = before.case, now.case
    guests = {guest.key: guest for guest in old.guests}
    hosts = {host.key: host for host in old.hosts}
    case = replace(
        new,
        guests=_same(old.guests, tuple(_same(guests.get(one.key), one) for one in new.guests)),
        hosts=_same(old.hosts, tuple(_same(hosts.get(one.key), one) for one in new.hosts)),
        groups=_same(old.groups, new.groups),
        wishes=_same(old.wishes, new.wishes),
        past=_same(old.past, new.past),
        rules=_same(old.rules, new.rules),
    )
    return replace(now, case=case)


def _same(before: T | None, now: T) -> T:
    return before if before is not None and before == now else now

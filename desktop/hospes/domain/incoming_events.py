# SPDX-License-Identifier: GPL-3.0-or-later
"""Entries of another calendar as they come in, and what becomes of each beside the events of the file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from hospes.domain.codes import Code
from hospes.domain.event_days import last_of
from hospes.i18n.marks import N_

OURS = re.compile(r"(visit|item|event)-([0-9a-fA-F-]{32,36})@hospes\Z")
"""How our own calendars call a visit, a part of its programme, an event."""


class Lost(Code):
    """What an entry has that the file has no place for."""

    REPEATS = "repeats", N_("It is repeated. Each day of the next twelve months is an event of its own.")
    MANY = "many", N_("It is repeated too often. Only its first 400 days are kept.")
    RULE = "rule", N_("How it is repeated is not understood. Only its first day is kept.")
    CANCELLED = "cancelled", N_("It is called off in the other calendar. It is left as it is here.")
    PEOPLE = "people", N_("Who is invited there is not taken over.")
    FILES = "files", N_("Files and pictures are not taken over.")


class Standing(Code):
    """An entry beside the file."""

    NEW = "new", N_("New")
    CHANGED = "changed", N_("Changed")
    SAME = "same", N_("As in the file")
    BINNED = "binned", N_("In the bin")
    OFF = "off", N_("Called off")


@dataclass(frozen=True, slots=True)
class IncomingEvent:
    """One entry: what the file can keep of it. `uid` is how the other calendar calls it."""

    uid: str
    title: str
    on: date
    starts: time | None = None
    ends: time | None = None
    zone: str = ""
    place: str = ""
    about: str = ""
    cancelled: bool = False
    lost: tuple[Lost, ...] = ()
    last: date | None = None
    """The last day where it lasts several."""


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event of the file as far as a calendar can tell of it."""

    id: UUID
    version: int
    on: date
    starts: time | None
    ends: time | None
    zone: str
    place: str
    titles: Mapping[str, str]
    abouts: Mapping[str, str]
    binned: bool = False
    last: date | None = None


@dataclass(frozen=True, slots=True)
class KnownCalendar:
    """All events by the name a calendar has for them, and what else of the file stands in our calendars."""

    events: Mapping[str, KnownEvent]
    others: frozenset[UUID] = frozenset()
    """Ids of visits and of parts of programmes."""
    zone: str = ""
    """Of our town: times without a zone, or of a zone nobody knows, are told in it."""
    language: str = ""


@dataclass(slots=True)
class Compared:
    """An entry, what it is, and which of its facts differ."""

    event: IncomingEvent
    standing: Standing
    known: KnownEvent | None = None
    fields: tuple[str, ...] = ()
    """Of a changed one: `title`, `on`, `times`, `place`, `about`."""
    take: bool = False
    """Of a changed one: shall the file say from now on what the calendar says?"""


@dataclass(slots=True)
class ComparedCalendar:
    """A whole calendar beside the file."""

    rows: list[Compared] = field(default_factory=list)

    def of(self, standing: Standing) -> list[Compared]:
        """The entries of one kind."""
        return [one for one in self.rows if one.standing is standing]

    def take_all(self, on: bool = True) -> None:
        """One answer for all that changed."""
        for one in self.of(Standing.CHANGED):
            one.take = on

    def count(self) -> int:
        """How many would come in or be changed."""
        return len(self.of(Standing.NEW)) + sum(one.take for one in self.of(Standing.CHANGED))


def compare(events: Sequence[IncomingEvent], known: KnownCalendar) -> ComparedCalendar:
    """Every entry beside the file, by day. An entry that stands twice counts once, as it stands last."""
    once = {one.uid: one for one in events}
    found = ComparedCalendar()
    for one in sorted(once.values(), key=lambda each: (each.on, each.starts or time.min, each.title)):
        found.rows.append(_compared(one, known))
    return found


def _compared(one: IncomingEvent, known: KnownCalendar) -> Compared:
    own = OURS.match(one.uid)
    if own is not None and own[1] != "event" and UUID(hex=own[2]) in known.others:
        return Compared(one, Standing.SAME)
    here = known.events.get(one.uid)
    if here is None:
        return Compared(one, Standing.OFF if one.cancelled else Standing.NEW)
    if here.binned:
        return Compared(one, Standing.BINNED, here)
    if one.cancelled:
        return Compared(one, Standing.OFF, here)
    fields = tuple(_different(one, here))
    return Compared(one, Standing.CHANGED if fields else Standing.SAME, here, fields)


def _different(one: IncomingEvent, here: KnownEvent) -> list[str]:
    """Facts the calendar tells otherwise; what it does not tell is no difference."""
    found = []
    titles = {_plain(text) for text in here.titles.values()}
    if one.title and _plain(one.title) not in titles | {_plain(" / ".join(here.titles.values()))}:
        found.append("title")
    if (one.on, last_of(one.on, one.last)) != (here.on, last_of(here.on, here.last)):
        found.append("on")
    if (one.starts, _ends(one)) != (here.starts, _ends(here)) or (one.starts and one.zone != here.zone):
        found.append("times")
    if one.place and _plain(one.place) != _plain(here.place):
        found.append("place")
    if one.about and _plain(one.about) not in {_plain(text) for text in here.abouts.values()}:
        found.append("about")
    return found


def _ends(one: IncomingEvent | KnownEvent) -> time | None:
    """The hour of the end; of several days midnight is none: it is the end of the last day."""
    return None if one.last is not None and one.ends == time() else one.ends


def _plain(text: str) -> str:
    return " ".join(text.split())

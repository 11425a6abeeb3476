# SPDX-License-Identifier: GPL-3.0-or-later
"""A calendar that was read, beside the file: what is new, changed, the same (by UID); then one act."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hospes.domain.incoming_events import (
    ComparedCalendar,
    IncomingEvent,
    Lost,
    Standing,
    compare,
)
from hospes.queries.calendar_known import known_calendar
from hospes.transfer.calendar_reader import FORM
from hospes.transfer.child import Progress, read_in_child
from hospes.transfer.reading import ReadOptions, Unreadable

if TYPE_CHECKING:
    from hospes.actions.bring_in_calendar import BringInCalendar
    from hospes.i18n.locale import Locale
    from hospes.transfer.door import Read
    from hospes.transfer.reading import Grid, Odd

A_DAY = 24 * 60


@dataclass(slots=True)
class CheckedCalendar:
    """A calendar compared with the file. `unread`: entries that could not be read."""

    name: str
    compared: ComparedCalendar
    unread: "tuple[Odd, ...]"
    language: str

    def action(self) -> "BringInCalendar":
        """The one act that brings in all that is new, and of the changed what somebody ticked."""
        from hospes.actions.bring_in_calendar import BringInCalendar, ChangedEvent

        return BringInCalendar(
            tuple(one.event for one in self.compared.of(Standing.NEW)),
            tuple(
                ChangedEvent(one.known.id, one.known.version, one.event, one.fields)
                for one in self.compared.of(Standing.CHANGED)
                if one.take and one.known is not None
            ),
            self.language,
        )

    def lost(self) -> dict[Lost, int]:
        """What cannot be kept, of how many new or changed entries; all days of a repeated one are one."""
        found: dict[Lost, set[str]] = {}
        for one in (*self.compared.of(Standing.NEW), *self.compared.of(Standing.CHANGED)):
            for each in one.event.lost:
                found.setdefault(each, set()).add(one.event.uid.partition("#")[0])
        return {lost: len(uids) for lost, uids in found.items()}


def look_at_calendar(
    path: Path, read: "Read", locale: "Locale", today: date, progress: "Progress | None" = None
) -> CheckedCalendar:
    """Read a calendar in the child process and compare it with the file; nothing changes.

    Raises Unreadable with a sentence, Stopped where `progress` answered False.
    """
    grid = read_in_child(path, ReadOptions(today=today.isoformat()), progress)
    return check_calendar(grid, path.name, read, locale)


def check_calendar(grid: "Grid", name: str, read: "Read", locale: "Locale") -> CheckedCalendar:
    """Compare a calendar with the file; nothing changes. Raises Unreadable where the grid is none."""
    if grid.head.form != FORM:
        raise Unreadable("{file} is no calendar.", code="source-other", file=name)
    known = read(known_calendar)
    language = known.language or locale.language
    told = locale.text("Entry without a name")
    events = [_event(card, known.zone, told) for _, card in grid.cards]
    return CheckedCalendar(name, compare(events, known), tuple(grid.odds), language)


def _event(card: dict[str, object], home: str, nameless: str) -> IncomingEvent:
    """An entry in the time of its place, else in ours."""
    on, last = date.fromisoformat(str(card["on"])), _day(card["last"])
    starts, ends = _time(card["starts"]), _time(card["ends"])
    minutes = card["minutes"] if isinstance(card["minutes"], int) else 0
    zone, instant = str(card["zone"]), str(card["instant"])
    place = _zone(zone)
    if starts is not None and (place is None or zone == "UTC"):
        ours = _zone(home)
        if instant and ours is not None:
            here = datetime.fromisoformat(instant).astimezone(ours)
            on, starts = here.date(), here.time().replace(tzinfo=None)
            if ends is not None:
                ends = (here + timedelta(minutes=minutes)).time().replace(tzinfo=None)
        zone = home
    if starts is not None and ends is not None and minutes >= A_DAY:
        last, ends = _end_of_several(datetime.combine(on, starts) + timedelta(minutes=minutes))
    title = str(card["title"])
    uid = str(card["uid"]) or f"{title}@{on.isoformat()}"
    lost = card["lost"]
    return IncomingEvent(
        uid,
        title or nameless,
        on,
        starts,
        ends,
        zone if starts is not None else home,
        str(card["place"]),
        str(card["about"]),
        bool(card["cancelled"]),
        tuple(Lost(one) for one in lost) if isinstance(lost, list) else (),
        last if last is not None and last > on else None,
    )


def _end_of_several(over: datetime) -> tuple[date, time | None]:
    """The last day and the hour of its end; midnight is the end of the day before and no hour."""
    if over.time() == time():
        return over.date() - timedelta(days=1), None
    return over.date(), over.time()


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _time(text: object) -> time | None:
    return time.fromisoformat(str(text)) if text else None


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None

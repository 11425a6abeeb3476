# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars (iCalendar, RFC 5545) of telephones, mail programs and other associations; in the child process.

The library reads each entry for itself and tells what of it is broken; an entry without a day is left out
with a sentence. Repeated entries become one card for each day within the next twelve months, because every
event of an association has its own people, agenda and minutes.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hospes.domain.errors import Message
from hospes.domain.incoming_events import Lost
from hospes.transfer.reading import Head, Odd, Output, ReadOptions, Unreadable

if TYPE_CHECKING:
    from icalendar import Component

FORM = "calendar"
MOST_BYTES = 16 * 1024 * 1024
MOST_ENTRIES = 20_000
MOST_DAYS = 400
MOST_STEPS = 100_000
"""So many repetitions are looked at before a rule is given up: one by the second ends nowhere."""
AHEAD = timedelta(days=366)
TITLE, PLACE, ABOUT, UID = 300, 300, 20_000, 400
_ENTRY = re.compile(rb"^BEGIN:VEVENT[ \t]*\r?$.*?^END:VEVENT[ \t]*\r?$", re.DOTALL | re.MULTILINE | re.I)
_ZONE = re.compile(rb"^BEGIN:VTIMEZONE[ \t]*\r?$.*?^END:VTIMEZONE[ \t]*\r?$", re.DOTALL | re.MULTILINE | re.I)
_BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError)
"""What the library ends with where a calendar is broken; a zone's name is looked for as a file."""

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read a calendar. Raises `Unreadable` where there is none, or too much of it."""
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(
            "The calendar {file} is too big: at most {most} MB can be brought in at once.",
            code="source-too-big",
            file=path.name,
            most=MOST_BYTES // 1024 // 1024,
        )
    out.head(Head(FORM))
    today = date.fromisoformat(options.today) if options.today else None
    number = cards = 0
    entries = list(islice(_entries(path.read_bytes(), path.name), MOST_ENTRIES + 1))
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(
            "The calendar {file} has more than {most} entries.",
            code="source-too-big",
            file=path.name,
            most=MOST_ENTRIES,
        )
    moved = _moved(entries)
    for number, entry in enumerate(entries, 1):
        found = list(_days(entry, today, moved))
        if not found:
            title = _text(entry, "SUMMARY", TITLE) or "–"
            words = Message("The entry “{title}” has no day that can be read.", title=title)
            out.odd(Odd(number, "entry-without-day", words, title))
        for card in found:
            cards += 1
            if cards > MOST_ENTRIES:
                raise Unreadable(
                    "The calendar {file} has more than {most} entries.",
                    code="source-too-big",
                    file=path.name,
                    most=MOST_ENTRIES,
                )
            out.card(number, card)
        if number % 200 == 0:
            out.progress(number / len(entries))
    if not number:
        raise Unreadable("The calendar {file} has no entries.", code="source-empty", file=path.name)


def _entries(raw: bytes, file: str) -> "Iterator[Component]":
    """The entries of all calendars in the file; where it is broken as a whole, those that can be read."""
    from icalendar import Calendar

    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = raw.decode("utf-16", "replace").encode()
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        raw = raw.decode("cp1252", "replace").encode()
    try:
        whole = Calendar.from_ical(raw, multiple=True)
    except _BROKEN:
        whole = None
    if whole is not None:
        for calendar in whole:
            yield from calendar.walk("VEVENT")
        return
    blocks = _ENTRY.findall(raw)
    if not blocks:
        raise Unreadable("The calendar {file} is damaged and cannot be read.", file=file)
    zones = b"\r\n".join(_ZONE.findall(raw))
    for block in blocks:
        with suppress(*_BROKEN):
            alone = b"\r\n".join((b"BEGIN:VCALENDAR", zones, block, b"END:VCALENDAR", b""))
            yield from Calendar.from_ical(alone).walk("VEVENT")


def _moved(entries: "list[Component]") -> set[tuple[str, date]]:
    """Days of repeated entries that stand in the file again by themselves, with their own time or day."""
    found = set()
    for entry in entries:
        when = _when(entry, "RECURRENCE-ID")
        if when is not None:
            found.add((_text(entry, "UID", UID), _day(when)))
    return found


def _days(entry: "Component", today: date | None, moved: set[tuple[str, date]]) -> Iterator[dict[str, Any]]:
    start = _when(entry, "DTSTART")
    if start is None:
        return
    lost = _not_kept(entry)
    length = _length(entry, start)
    uid = _text(entry, "UID", UID)
    again = _when(entry, "RECURRENCE-ID")
    if again is not None:
        yield _card(entry, _named(uid, _day(again)), start, length, lost)
        return
    since = today or _day(start)
    rule, further = entry.get("RRULE"), _dates(entry, "RDATE")
    if rule is None and not further:
        yield _card(entry, uid, start, length, lost)
        return
    try:
        begun = list(_repeated(rule, start, since)) if rule is not None else [start]
    except (*_BROKEN, OverflowError):
        yield _card(entry, uid, start, length, [*lost, Lost.RULE])
        return
    inside = [one for one in further if since <= _day(one) <= since + AHEAD]
    starts = sorted({_day(one): one for one in (*begun, *inside)}.items())
    without = {_day(one) for one in _dates(entry, "EXDATE")}
    lost = [*lost, Lost.REPEATS]
    if len(starts) > MOST_DAYS:
        starts, lost = starts[:MOST_DAYS], [*lost, Lost.MANY]
    for day, one in starts:
        if day not in without and (uid, day) not in moved:
            yield _card(entry, _named(uid, day), one, length, lost)


def _named(uid: str, day: date) -> str:
    """What one day of a repeated entry is called."""
    return f"{uid}#{day.isoformat()}"


def _repeated(rule: object, start: date, since: date) -> Iterator[date]:
    """The days of a rule from `since` on for twelve months, each with its time."""
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it has none
    from icalendar import vRecur

    for one in rule if isinstance(rule, list) else [rule]:
        if not isinstance(one, dict):
            raise TypeError("no rule")
        plain = dict(one)
        if _OFTEN & {str(each).upper() for each in plain.get("FREQ", ())}:
            raise ValueError("more often than daily")
        if not _ever(plain):
            raise ValueError("on no day of any year")
        zone = start.tzinfo if isinstance(start, datetime) else None
        # The rule is followed in the time of the place: seven in the evening stays so in summer.
        naive = _naive(start)
        text = vRecur(one).to_ical().decode()  # type: ignore[no-untyped-call]  # it has none
        until = plain.get("UNTIL")
        if until:
            end = until[0] if isinstance(until, list) else until
            local = end.astimezone(zone) if isinstance(end, datetime) and end.tzinfo and zone else end
            whole_day = not isinstance(local, datetime)
            last = datetime.combine(local, time.max) if whole_day else local.replace(tzinfo=None)
            text = re.sub(r"UNTIL=[^;]*", f"UNTIL={last:%Y%m%dT%H%M%S}", text)
        for step, found in enumerate(rrulestr(text, dtstart=naive)):
            if found.date() > since + AHEAD or step > MOST_STEPS:
                break
            if found.date() >= since:
                yield found.replace(tzinfo=zone) if isinstance(start, datetime) else found.date()


def _ever(rule: dict[str, Any]) -> bool:
    """Whether a rule's days of the month are in any of its months; 30 February is looked for for ages."""
    days = [int(one) for one in rule.get("BYMONTHDAY", ())]
    months = [int(one) for one in rule.get("BYMONTH", ())] or [1]
    longest = max((_LONGEST_MONTHS[month - 1] for month in months if 1 <= month <= 12), default=0)
    return not days or any(1 <= abs(day) <= longest for day in days)


def _card(
    entry: "Component", uid: str, start: date, length: timedelta | None, lost: list[Lost]
) -> dict[str, Any]:
    day, starts, ends, zone, instant, last = start, "", "", "", "", ""
    if isinstance(start, datetime):
        day, starts = start.date(), f"{start:%H:%M}"
        zone = str(getattr(start.tzinfo, "key", "") or "")
        instant = start.astimezone(UTC).isoformat() if start.tzinfo is not None else ""
        if length:
            ends = f"{start.replace(tzinfo=None) + length:%H:%M}"
    elif length is not None and length > timedelta(days=1):
        last = (start + length - timedelta(days=1)).isoformat()  # the end told is the day after
    return {
        "uid": uid,
        "title": _text(entry, "SUMMARY", TITLE),
        "on": _day(day).isoformat(),
        "last": last,
        "starts": starts,
        "ends": ends,
        "minutes": int(length.total_seconds() // 60) if length is not None and ends else 0,
        "zone": zone,
        "instant": instant,
        "place": _text(entry, "LOCATION", PLACE),
        "about": _text(entry, "DESCRIPTION", ABOUT, lines=True),
        "cancelled": _text(entry, "STATUS", 20).upper() == "CANCELLED",
        "lost": [one.value for one in dict.fromkeys(lost)],
    }


def _not_kept(entry: "Component") -> list[Lost]:
    found = [Lost.PEOPLE] if "ATTENDEE" in entry else []
    return [*found, Lost.FILES] if "ATTACH" in entry else found


def _when(entry: "Component", name: str) -> date | None:
    """A day, or a day and a time; None where it cannot be read or lies outside of what calendars know."""
    value = entry.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    try:
        when = value.dt if value is not None else None
    except (ValueError, AttributeError, TypeError):
        return None
    return when if isinstance(when, date) and 1900 <= when.year <= 2200 else None


def _length(entry: "Component", start: date) -> timedelta | None:
    end = _when(entry, "DTEND")
    if end is not None and isinstance(end, datetime) == isinstance(start, datetime):
        try:
            length: timedelta = end - start
        except TypeError:  # one has a zone, the other none
            length = _naive(end) - _naive(start)
        return length if length > timedelta() else None
    with suppress(ValueError, AttributeError, TypeError):
        told = entry.get("DURATION").dt
        return told if isinstance(told, timedelta) and told > timedelta() else None
    return None


def _dates(entry: "Component", name: str) -> list[date]:
    """Days a repeated entry has or has not beside its rule."""
    found: list[date] = []
    values = entry.get(name)
    for value in values if isinstance(values, list) else [values] if values is not None else []:
        with suppress(ValueError, AttributeError, TypeError):  # a day nobody can read is left out
            found += [one.dt for one in value.dts if isinstance(one.dt, date)]
    return found


def _text(entry: "Component", name: str, most: int, *, lines: bool = False) -> str:
    value = entry.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return ""
    text = str(value)
    if lines:
        kept = [" ".join(line.split()) for line in text[: most * 2].splitlines()]
        return "\n".join(kept).strip()[:most]
    return " ".join(text[: most * 4].split())[:most]


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _naive(when: date) -> datetime:
    return when.replace(tzinfo=None) if isinstance(when, datetime) else datetime.combine(when, time())

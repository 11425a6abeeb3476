# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits, the programme of one, or events, as a calendar (iCalendar, RFC 5545) for telephones and others.

Times are local times of the place with its zone, which the file brings along. What has words instead of a
time ("in the evening") is an entry of the day with these words; what has a beginning only has no end.
"""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from hospes.domain.errors import UserError
from hospes.domain.event_days import end_moment, last_of
from hospes.domain.times_of_day import time_words
from hospes.i18n.locale import Locale
from hospes.transfer.exported import Written
from hospes.transfer.writers.whole import whole_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icalendar import Event

    from hospes.queries.filters import Filter
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.paper_visit_programme import PaperItem
    from hospes.transfer.door import Read

SUFFIX = ".ics"
NAMESPACE = "hospes"


def write_calendar(
    read: "Read",
    target: Path,
    today: date,
    languages: "Sequence[str]",
    visit: UUID | None = None,
    filter_: "Filter | None" = None,
    *,
    events: bool = False,
) -> Written:
    """Write a calendar: an entry for each visit, for each part of the programme of one, or for each event.

    Args:
        read: how queries are called.
        target: where to; it appears whole or stays as it was.
        today: the day it is, which stands in the file as the day of its making.
        languages: of the texts; two stand beside each other.
        visit: whose programme; all visits if None.
        filter_: which visits.
        events: meetings and other events instead of visits.

    Raises UserError where the visit is gone.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Hospes//Hospes//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if events:
        entries = _events(read, languages)
    elif visit is None:
        entries = _visits(read, today, languages, filter_)
    else:
        entries = _programme(read, visit, languages)
    stamp = datetime(today.year, today.month, today.day, tzinfo=UTC)
    for event in entries:
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    years = [start.year for event in entries if isinstance(start := event.start, datetime)]
    if years:  # the zones' rules for these years only: some programs read no longer lists of them
        first, last = date(min(years) - 1, 1, 1), date(max(years) + 1, 12, 31)
        calendar.add_missing_timezones(first_date=first, last_date=last)
    with whole_file(target) as part:
        part.write_bytes(calendar.to_ical())
    return Written(len(entries), target)


def _both(texts: "Sequence[str]") -> str:
    return " / ".join(dict.fromkeys(text for text in texts if text))


def _visits(read: "Read", today: date, languages: "Sequence[str]", filter_: "Filter | None") -> "list[Event]":
    from hospes.queries.export_visits import exported_visits

    tables = [read(exported_visits, today, language, filter_) for language in languages]
    found = []
    for rows in zip(*tables, strict=True):
        first, last = rows[0]["start"], rows[0]["end"] or rows[0]["start"]
        if not isinstance(first, date) or not isinstance(last, date):
            continue  # a visit without days is in no calendar
        event = _event(f"visit-{rows[0]['id']}")
        event.add("summary", _both([str(row["visit_title"]) for row in rows]))
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))
        event.add("location", _both([str(row["place"]) for row in rows]))
        found.append(event)
    return found


def _events(read: "Read", languages: "Sequence[str]") -> "list[Event]":
    from hospes.queries.calendar_known import known_calendar

    found = []
    for uid, one in read(known_calendar).events.items():
        if one.binned:
            continue
        event = _entry_of(uid)
        event.add("summary", _both([told(one.titles, language) for language in languages]))
        if one.starts is None:
            event.add("dtstart", one.on)
            event.add("dtend", last_of(one.on, one.last) + timedelta(days=1))  # the day after, as told
        else:
            zone = _zone(one.zone)
            event.add("dtstart", datetime.combine(one.on, one.starts, tzinfo=zone))
            if one.ends is not None:
                end = end_moment(one.on, one.last, one.starts, one.ends)
                event.add("dtend", end.replace(tzinfo=zone))
            elif one.last is not None:
                end = datetime.combine(last_of(one.on, one.last) + timedelta(days=1), time())
                event.add("dtend", end.replace(tzinfo=zone))
        if one.place:
            event.add("location", one.place)
        about = "\n".join(dict.fromkeys(filter(None, (told(one.abouts, each) for each in languages))))
        if about:
            event.add("description", about)
        found.append(event)
    return found


def told(texts: "Mapping[str, str]", language: str) -> str:
    """A text in a language, else in English, else in any."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def _programme(read: "Read", visit_id: UUID, languages: "Sequence[str]") -> "list[Event]":
    from hospes.queries.paper_visit import paper_visit
    from hospes.queries.paper_visit_programme import paper_programme

    visit = read(paper_visit, visit_id)
    locales = [Locale.of(language) for language in languages]
    return [_entry(visit, item, locales) for item in read(paper_programme, visit_id)]


def _entry(visit: "PaperVisit", item: "PaperItem", locales: "Sequence[Locale]") -> "Event":
    texts = [item.text(locale.language) for locale in locales]
    title = _both([text.title for text in texts])
    event = _event(f"item-{item.id}")
    clock = "" if item.starts else _both([time_words(item.time_words, locale) for locale in locales])
    event.add("summary", f"{title} ({clock})" if clock else title)
    zone = _zone(item.zone or visit.zone)
    if item.starts is None:
        event.add("dtstart", item.on)
        event.add("dtend", item.on + timedelta(days=1))
    else:
        event.add("dtstart", datetime.combine(item.on, item.starts, tzinfo=zone))
        if item.ends is not None:
            # Past midnight it is the next day.
            day = item.on if item.ends > item.starts else item.on + timedelta(days=1)
            event.add("dtend", datetime.combine(day, item.ends, tzinfo=zone))
    place = _both([text.place for text in texts])
    if place:
        event.add("location", place)
    lines = []
    for locale, text in zip(locales, texts, strict=True):
        lines += [text.details] if text.details else []
        if text.meeting_point:
            lines.append(locale.text("Meeting point: {place}", place=text.meeting_point))
    lines.append(_both([visit.title(locale.language) for locale in locales]))
    event.add("description", "\n".join(dict.fromkeys(lines)))
    return event


def _event(name: str) -> "Event":
    return _entry_of(f"{name}@{NAMESPACE}")


def _entry_of(uid: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    return event


def _zone(name: str) -> ZoneInfo | None:
    """The zone of a place; None where it is not known: then the time is that of whoever reads it."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError):
        return None


def languages_of(first: str, second: str, own: str) -> tuple[str, ...]:
    """The languages of the texts. Raises UserError where the second one is the first."""
    if second and second == (first or own):
        raise UserError("Choose two different languages.", code="same-languages")
    return tuple(one for one in (first or own, second) if one)

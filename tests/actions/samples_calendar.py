# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of bringing in a calendar, on the small world."""

from datetime import date, time

from hospes.actions.bring_in_calendar import BringInCalendar, ChangedEvent
from hospes.actions.events import AddEvent
from hospes.domain.codes import EventKind
from hospes.domain.incoming_events import IncomingEvent


def _both(app):
    known = app.run(AddEvent("Zqxprobe", date(2026, 6, 19), EventKind.EVENING)).result
    day, zone = date(2026, 7, 1), "Europe/Berlin"
    new = IncomingEvent("a@b", "Zqxprobe", day, time(19), time(21), zone, "Park", "1.")
    changed = ChangedEvent(known, 1, new, ("title", "on", "times", "place", "about"))
    return BringInCalendar((new,), (changed,), "de")


SAMPLES = {"calendar-bring-in": lambda app, w: _both(app)}

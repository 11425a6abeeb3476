# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of events, general meetings and school holidays, on the small world."""

from datetime import date, time

from hospes.actions.events import (
    AddEvent,
    EditEvent,
    InviteToEvent,
    SetAttendance,
    SetEventText,
    TakeOffEvent,
)
from hospes.actions.meetings import (
    AddFreeDays,
    AddMotion,
    ChangeByLaws,
    DeleteFreeDays,
    DeleteMotion,
    EditMotion,
    GiveProxy,
    RecordBallot,
)
from hospes.domain.codes import Attendance, EventKind
from hospes.domain.codes_meeting import MotionKind
from hospes.domain.meetings import Ballot, ByLaws


def an_event(app):
    return app.run(AddEvent("Zqxprobe", date(2026, 6, 19), EventKind.AGM)).result


def invited(app, w):
    event = an_event(app)
    app.run(InviteToEvent(event, (w.barbara, w.dieter)))
    return event


def motion(app):
    return app.run(AddMotion(an_event(app), "Zqxprobe", MotionKind.STATUTES)).result


def free_days(w):
    return AddFreeDays(w.home_town, "Zqxprobe", date(2026, 7, 27), date(2026, 9, 4))


def _proxy(app, w):
    app.run(ChangeByLaws(ByLaws(proxies=1)))
    return GiveProxy(invited(app, w), w.barbara, w.dieter)


SAMPLES = {
    "event-add": lambda app, w: AddEvent(
        "Zqxprobe", date(2026, 6, 19), EventKind.EVENING, time(18), time(22), "Park"
    ),
    "event-edit": lambda app, w: EditEvent(an_event(app), {"on": date(2026, 6, 20), "place": "Zqxprobe"}),
    "event-text": lambda app, w: SetEventText(an_event(app), "fr", {"title": "Zqxprobe", "agenda": "1."}),
    "event-invite": lambda app, w: InviteToEvent(an_event(app), (w.barbara, w.dieter)),
    "event-attendance": lambda app, w: SetAttendance(
        invited(app, w), (w.barbara, w.guest), Attendance.PRESENT
    ),
    "event-take-off": lambda app, w: TakeOffEvent(invited(app, w), (w.barbara,)),
    "by-laws-change": lambda app, w: ChangeByLaws(ByLaws(notice_days=28, proxies=1)),
    "proxy-give": _proxy,
    "motion-add": lambda app, w: AddMotion(an_event(app), "Zqxprobe"),
    "motion-edit": lambda app, w: EditMotion(motion(app), {"text": "Zqxprobe 2"}),
    "ballot-record": lambda app, w: RecordBallot(motion(app), Ballot(40, 3, 2, 1), carried=True),
    "motion-delete": lambda app, w: DeleteMotion(motion(app)),
    "free-days-add": lambda app, w: free_days(w),
    "free-days-delete": lambda app, w: DeleteFreeDays(app.run(free_days(w)).result),
}

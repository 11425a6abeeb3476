# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars that come in: real shapes, repeated and broken entries, hostile files, and our own (T5.5)."""

from datetime import date, time

import pytest

from hospes.actions.bin import PutInBin
from hospes.actions.bring_in_calendar import BringInCalendar, ChangedEvent
from hospes.actions.events import AddEvent, EditEvent
from hospes.domain.codes import EventKind
from hospes.domain.errors import FieldProblem
from hospes.domain.incoming_events import Lost, Standing
from hospes.i18n.locale import Locale
from hospes.queries.calendar import Shown, calendar
from hospes.queries.events import event_facts, event_rows
from hospes.transfer import calendar_reader
from hospes.transfer.calendar_in import check_calendar, look_at_calendar
from hospes.transfer.calendar_writer import write_calendar
from hospes.transfer.reading import Unreadable

TODAY = date(2026, 4, 27)
DE = Locale.of("de")
EVERY_MONTH = """BEGIN:VEVENT
UID:stammtisch@ort
SUMMARY:Stammtisch
DTSTART;TZID=W. Europe Standard Time:20260105T190000
DTEND;TZID=W. Europe Standard Time:20260105T213000
RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20260801T000000Z
EXDATE;TZID=Europe/Berlin:20260706T190000
LOCATION:Gasthaus Linde
ATTENDEE:mailto:x@example.org
END:VEVENT
BEGIN:VEVENT
UID:stammtisch@ort
RECURRENCE-ID;TZID=Europe/Berlin:20260601T190000
SUMMARY:Stammtisch im Garten
DTSTART;TZID=Europe/Berlin:20260602T180000
END:VEVENT
"""
FAIR = "BEGIN:VEVENT\nUID:fest@ort\nSUMMARY:Stadtfest\nDTSTART;VALUE=DATE:20260619\n{more}END:VEVENT\n"
CONCERT = "BEGIN:VEVENT\nUID:k@ort\nSUMMARY:Konzert\nDTSTART:20260620T220000Z\nDURATION:PT3H\nEND:VEVENT\n"


def ics(*entries):
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y\n" + "".join(entries) + "END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


@pytest.fixture
def check(read, app):
    def checked(*entries):
        grid = read(ics(*entries), "x.ics", today=TODAY.isoformat())
        return check_calendar(grid, "x.ics", app.read, DE)

    return checked


def test_days_times_and_repetitions_come_in_and_twice_is_once(app, check):
    files = (EVERY_MONTH, FAIR.format(more="DTEND;VALUE=DATE:20260622\n"), CONCERT)
    first = check(*files)
    rows = [one.event for one in first.compared.rows]
    told = [(one.title, one.on, one.starts, one.ends) for one in rows]
    assert told == [
        ("Stammtisch", date(2026, 5, 4), time(19), time(21, 30)),
        ("Stammtisch im Garten", date(2026, 6, 2), time(18), None),
        ("Stadtfest", date(2026, 6, 19), None, None),
        # In the time of our town it is past midnight.
        ("Konzert", date(2026, 6, 21), time(0), time(3)),
    ]
    # The end a calendar tells of whole days is the day after; three hours into the night are no second day.
    assert [one.last for one in rows] == [None, None, date(2026, 6, 21), None]
    assert first.lost() == {Lost.REPEATS: 1, Lost.PEOPLE: 1}
    before = app.read(event_rows, DE)
    assert app.run(first.action()).result == 4
    assert len(app.read(event_rows, DE)) == 4
    again = check(*files)
    assert {one.standing for one in again.compared.rows} == {Standing.SAME}
    assert again.compared.count() == 0
    app.undo()
    assert app.read(event_rows, DE) == before, "one step takes all of it back"


def test_what_changed_there_is_asked_about_and_the_bin_is_respected(app, check):
    app.run(check(FAIR.format(more=""), CONCERT).action())
    fair = next(one for one in app.read(event_rows, DE) if one.title == "Stadtfest")
    concert = next(one for one in app.read(event_rows, DE) if one.title == "Konzert")
    app.run(PutInBin("event", (concert.id,)))
    moved = FAIR.format(more="").replace("0619", "0620").replace("Stadtfest", "Altstadtfest")
    second = check(moved.replace("END:V", "LOCATION:Markt\nEND:V"), CONCERT)
    [changed] = second.compared.of(Standing.CHANGED)
    assert set(changed.fields) == {"title", "on", "place"}
    assert len(second.compared.of(Standing.BINNED)) == 1
    assert second.compared.count() == 0, "nothing is written over unasked"
    second.compared.take_all()
    app.run(second.action())
    facts = app.read(event_facts, fair.id, DE)
    assert (facts.words("de").title, facts.on, facts.place) == ("Altstadtfest", date(2026, 6, 20), "Markt")
    off = check(moved.replace("END:V", "STATUS:CANCELLED\nEND:V"))
    assert [one.standing for one in off.compared.rows] == [Standing.OFF]


def test_our_own_calendar_changes_nothing(app, tmp_path):
    app.run(AddEvent("Fête / Fest", date(2026, 6, 19), EventKind.EVENING, time(20), time(1), "Park", "de"))
    app.run(AddEvent("Boules", date(2026, 7, 1), EventKind.OTHER, language="de"))
    days = {"last": date(2026, 7, 19), "language": "de"}
    seminar = app.run(AddEvent("Seminar", date(2026, 7, 17), starts=time(18), ends=time(14), **days)).result
    app.run(AddEvent("Messe", date(2026, 7, 17), starts=time(9), **days))
    app.run(AddEvent("Ausstellung", date(2026, 7, 17), **days))
    target = tmp_path / "out.ics"
    assert write_calendar(app.read, target, TODAY, ("de", "fr"), events=True).rows == 5
    assert b"DTEND;VALUE=DATE:20260720" in target.read_bytes()
    checked = look_at_calendar(target, app.read, DE, TODAY)  # in the child process, as users do
    assert {one.standing for one in checked.compared.rows} == {Standing.SAME}
    told = {one.event.title: (one.event.last, one.event.ends) for one in checked.compared.rows}
    assert told["Seminar"] == (date(2026, 7, 19), time(14))
    assert told["Ausstellung"] == (date(2026, 7, 19), None)
    app.run(EditEvent(seminar, {"last": date(2026, 7, 18)}))
    [changed] = look_at_calendar(target, app.read, DE, TODAY).compared.of(Standing.CHANGED)
    assert changed.fields == ("on",)
    changed.take = True
    app.run(BringInCalendar((), (ChangedEvent(seminar, changed.known.version, changed.event, ("on",)),)))
    assert app.read(event_facts, seminar, DE).last == date(2026, 7, 19)
    app.run(EditEvent(seminar, {"on": date(2026, 7, 24)}))
    assert app.read(event_facts, seminar, DE).last == date(2026, 7, 26), "it stays as long as it was"
    with pytest.raises(FieldProblem):
        app.run(EditEvent(seminar, {"last": date(2026, 7, 1)}))
    week = app.read(calendar, date(2026, 7, 25), date(2026, 7, 31), DE)
    assert [(one.name, one.on, one.last) for one in week if one.kind is Shown.EVENTS] == [
        ("Seminar", date(2026, 7, 24), date(2026, 7, 26))
    ]


def test_broken_entries_leave_the_others_alone(check):
    no_day = "BEGIN:VEVENT\nUID:n@ort\nSUMMARY:Ohne Tag\nDTSTART:gestern\nEND:VEVENT\n"
    found = check("nonsense\n", FAIR.format(more="rubbish\nDTEND:never\n"), no_day, CONCERT)
    assert [one.event.title for one in found.compared.rows] == ["Stadtfest", "Konzert"]
    assert "Ohne Tag" in DE.message(found.unread[0].message)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=SOMETIMES", "FREQ=YEARLY;BYMONTH=99", "x",
     "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=-31,31",
     "FREQ=MONTHLY;BYDAY=9MO"],
)  # fmt: skip
def test_rules_nobody_can_follow_leave_the_first_day(check, rule):
    found = check(FAIR.format(more=f"RRULE:{rule}\n"))
    assert [one.event.on for one in found.compared.rows] in ([date(2026, 6, 19)], [])
    assert len(found.compared.rows) + len(found.unread) == 1


def test_a_daily_entry_of_a_century_gives_a_year_of_days(check):
    daily = FAIR.format(more="RRULE:FREQ=DAILY\n").replace("20260619", "19260101")
    found = check(daily).compared.rows
    assert (found[0].event.on, len(found)) == (TODAY, 367)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"BEGIN:VCALENDAR\r\n", "source-empty"),
        (b"BEGIN:VCALENDAR\r\n\x00\xff\xfe" * 50, "source-unreadable"),
        (ics(), "source-empty"),
        (ics("BEGIN:VTODO\nSUMMARY:x\nEND:VTODO\n"), "source-empty"),
    ],
)
def test_hostile_files_end_in_a_sentence(read, content, code):
    with pytest.raises(Unreadable) as told:
        read(content, "evil.ics")
    assert told.value.code == code


def test_rules_and_days_that_nobody_can_mean_harm_nobody(check):
    """T5.5: rules without end, days that are none, years nobody lives in, zones nobody knows."""
    more = "EXDATE:202608}1T190000\nRDATE:never\nRRULE:FREQ=DAILY;COUNT=1000000000\n"
    assert len(check(FAIR.format(more=more)).compared.rows) == 314  # to the end of a year from today
    for day in ("00000101", "99991231", "20260230", "20260619T250000"):
        found = check(FAIR.format(more="").replace("20260619", day), CONCERT)
        assert [one.event.title for one in found.compared.rows] == ["Konzert"], day
    nowhere = CONCERT.replace("DTSTART:20260620T220000Z", "DTSTART;TZID=Nowhere/None:20260620T220000")
    assert [one.event.starts for one in check(nowhere).compared.rows] == [time(22)]
    with pytest.raises(Unreadable):
        check(nowhere.replace("Nowhere/None", "N" * 900))
    twins = check(CONCERT, CONCERT).compared.rows
    assert len({one.event.uid for one in twins}) == 1
    deep = "BEGIN:VEVENT\n" * 20_000
    with pytest.raises(Unreadable):
        check(deep, CONCERT)


def test_limits_of_size_and_number(read, monkeypatch):
    monkeypatch.setattr(calendar_reader, "MOST_ENTRIES", 1)
    with pytest.raises(Unreadable) as told:
        read(ics(FAIR.format(more=""), CONCERT), "x.ics")
    assert told.value.code == "source-too-big"
    monkeypatch.setattr(calendar_reader, "MOST_BYTES", 100)
    with pytest.raises(Unreadable) as told:
        read(ics(FAIR.format(more=""), CONCERT), "x.ics")
    assert told.value.code == "source-too-big"

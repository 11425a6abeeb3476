# SPDX-License-Identifier: GPL-3.0-or-later
"""The Calendar place and the page of an event, by hand and by keys."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from hospes.actions.events import AddEvent, InviteToEvent
from hospes.actions.meetings import AddMotion, ChangeByLaws
from hospes.domain.codes import Attendance, EventKind
from hospes.domain.meetings import ByLaws
from hospes.queries.association import towns
from hospes.queries.calendar import calendar, free_days
from hospes.queries.dashboard import today as needs
from hospes.queries.events import event_facts, event_rows, open_tasks
from hospes.transfer.calendar_writer import write_calendar
from tests.ui.pages.hands import write


def facts(at, event):
    return at.app.read(event_facts, event, at.desk.locale)


def test_month_and_agenda_by_keys(sit):
    at = sit()
    at.app.run(AddEvent("Boules", date(2026, 5, 14), EventKind.EVENING))
    at.go("calendar", day="2026-05-13")
    grid = at.find("calendar.grid")
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    at.settle()
    told = grid.accessibleName()
    for words in ("Thursday, 14 May 2026", "Boules", "Ascension Day"):
        assert words in told
    assert at.find("calendar.dayName").text() == "Thursday, 14 May 2026"
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    at.settle()
    assert at.page.day() == date(2026, 6, 14)
    QTest.keyClick(grid, Qt.Key.Key_Home)
    at.settle()
    assert at.page.day() == at.app.today
    at.go("calendar", tab="agenda", day="2026-05-01")
    at.settle()
    words = at.words("agenda.list")
    for name in ("Himmelfahrt", "Boules", "Labor Day"):
        assert name in words


def test_a_new_event_opens_its_page_and_undo_takes_it_back(sit):
    at = sit()
    at.go("calendar", tab="events", new="2026-06-19")
    write(at, "event.new.title", "Boules")
    at.click("event.new.add")
    assert at.window.place == "event"
    assert at.window.top.title.whole() == "Boules"
    [row] = at.app.read(event_rows, at.desk.locale)
    assert row.on == date(2026, 6, 19)
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert at.app.read(event_rows, at.desk.locale) == []
    assert "Boules" in at.window.message.text(), "what was taken back has its name"
    at.click("event.gone.list")
    assert at.window.place == "calendar", "an event belongs to our association, and is not a contact"


def test_a_task_three_weeks_before_a_visit(sit):
    at = sit()
    at.go("calendar", tab="tasks", new=True)
    write(at, "task.form.title", "Order the coach")
    form = at.page.tab.form
    form.of.set_value(f"visit:{at.world.visit.hex}")
    form.way.set_value("before")
    form._show_way("before")
    at.click("task.form.keep")
    [task] = [one for one in at.app.read(open_tasks, at.app.today, at.desk.locale) if "coach" in one.title]
    assert (task.due_on, task.days) == (date(2026, 4, 22), -21)
    at.click(f"task.{task.id.hex}")
    tick = at.find(f"task.{task.id.hex}")
    assert tick.isChecked()
    assert tick.font().strikeOut(), "what is ticked stays until midnight"


def test_a_general_meeting_begins_again_in_a_low_window(sit):
    at = sit(1366, 768, text_size=150)
    event = at.app.run(AddEvent("AGM", at.app.today, EventKind.AGM)).result
    at.app.run(ChangeByLaws(ByLaws(quorum_percent=100, second_minutes=30)))
    at.app.run(InviteToEvent(event, (at.world.barbara, at.world.piotr, at.world.dieter)))
    at.go("event", id=event.hex, tab="people")
    at.settle()
    table = at.find("event.people")
    assert table.viewport().height() >= 3 * table.verticalHeader().defaultSectionSize(), "all three rows"
    at.click("event.set.present")
    at.go("event", id=event.hex, tab="votes")
    at.settle()
    assert "may not decide" in at.words("event.votes")
    at.click("event.holdSecond")
    assert "may not decide" not in at.words("event.votes")
    assert at.find("event.firstDate").hasFocus(), "the keyboard goes on from here"
    at.click("event.firstDate")
    assert not facts(at, event).second_date


def test_a_general_meeting_from_invitation_to_resolution(sit):
    at = sit()
    event = at.app.run(AddEvent("AGM", date(2026, 5, 2), EventKind.AGM)).result
    at.app.run(ChangeByLaws(ByLaws(notice_days=14, proxies=1, quorum_percent=50)))
    at.app.run(InviteToEvent(event, (at.world.barbara, at.world.piotr, at.world.dieter)))
    motion = at.app.run(AddMotion(event, "The dues stay as they are.")).result
    at.go("event", id=event.hex, tab="votes")
    at.settle()
    assert "late" in at.words("event.notice"), "less than fourteen days are left"
    soon = at.app.read(calendar, date(2026, 4, 1), date(2026, 4, 30), at.desk.locale)
    [deadline] = [one for one in soon if one.code == "invitation"]
    assert deadline.on == date(2026, 4, 17)
    assert any(one.code == "invite" for one in at.app.read(needs, at.app.today, "en").needs)
    write(at, "event.invited", "17 April 2026")
    at.page.leave()
    at.settle()
    assert facts(at, event).invited_on == date(2026, 4, 17)
    assert "in time" in at.words("event.notice"), "what went out in time is not late today"
    soon = at.app.read(calendar, date(2026, 4, 1), date(2026, 4, 30), at.desk.locale)
    assert not [one for one in soon if one.code == "invitation"]
    assert not any(one.code == "invite" for one in at.app.read(needs, at.app.today, "en").needs)
    write(at, "event.invited", "19 April 2026")
    at.page.leave()
    at.settle()
    assert "2 days late" in at.words("event.notice")
    at.go("event", id=event.hex, tab="people")
    at.settle()
    table = at.find("event.people")
    table.choose(at.world.barbara)
    at.settle()
    at.click("event.set.present")
    table.choose(at.world.dieter)
    at.settle()
    at.page.tab._give_proxy(at.world.barbara.hex)
    at.settle()
    assert facts(at, event).proxies == {at.world.dieter: at.world.barbara}
    table.choose(at.world.piotr)
    at.settle()
    at.page.tab._give_proxy(at.world.barbara.hex)
    at.settle()
    assert "one proxy" in at.window.message.text()
    assert facts(at, event).count(Attendance.PROXY) == 1
    at.go("event", id=event.hex, tab="votes")
    at.settle()
    assert "is reached with 2" in at.words("event.votes")
    at.click(f"motion.change.{motion.hex}")
    write(at, "motion.text", "The dues stay as they are until 2028.", then=None)
    at.click("motion.keep")
    assert facts(at, event).motions[0].text == "The dues stay as they are until 2028."
    at.click(f"motion.vote.{motion.hex}")
    write(at, "ballot.yes", "3")
    at.click("ballot.keep")
    assert facts(at, event).motions[0].ballot is None, "three ballots, but two votes in the room"
    write(at, "ballot.yes", "2")
    at.click("ballot.keep")
    assert "Carried as resolution 2026-1." in at.words("event.votes")
    assert not at.there(f"motion.change.{motion.hex}"), "what was voted on stays as it was"
    at.click(f"motion.vote.{motion.hex}")
    at.click("ballot.keep")
    assert not at.there("ballot.keep"), "what is kept as it stood closes the form as well"
    assert at.find(f"motion.vote.{motion.hex}").hasFocus()
    at.go("event", id=event.hex, tab="overview")
    at.settle()
    at.click("event.fill")
    minutes = facts(at, event).texts["en"].minutes
    assert "1 member with a vote is present." in minutes
    assert "2 yes, 0 no, 0 abstentions, 0 invalid" in minutes


def test_school_holidays_are_added_seen_in_the_sheet_and_deleted(sit):
    at = sit()
    at.go("calendar", day="2026-05-26")
    at.click("calendar.free.open")
    write(at, "calendar.free.name", "Whitsun holidays")
    write(at, "calendar.free.last", "5 June 2026")
    at.click("calendar.free.add")
    assert "Whitsun holidays" in at.words("calendar.free")
    at.go("calendar", day="2026-05-27")
    at.settle()
    assert "Whitsun holidays" in at.find("calendar.grid").accessibleName()
    at.click("calendar.free.drop")
    assert "Whitsun holidays" not in at.words("calendar.free")
    at.app.undo()
    town = next(one for one in at.app.read(towns, "en") if one.is_home)
    (row,) = at.app.read(free_days, town.id)
    assert (row.first, row.last) == (date(2026, 5, 26), date(2026, 6, 5))


def test_a_calendar_from_outside_is_looked_at_before_it_comes_in(sit, tmp_path, qtbot):
    at = sit()
    at.app.run(AddEvent("Boules", date(2026, 6, 19), EventKind.EVENING))
    path = tmp_path / "theirs.ics"
    write_calendar(at.app.read, path, at.app.today, ("en",), events=True)
    theirs = path.read_text("utf-8").replace("SUMMARY:Boules", "SUMMARY:Boules\r\nLOCATION:Park")
    concert = "BEGIN:VEVENT\r\nUID:k@x\r\nSUMMARY:Concert\r\nDTSTART:20260620T170000Z\r\nEND:VEVENT\r\n"
    path.write_text(theirs.replace("END:VCALENDAR", concert + "END:VCALENDAR"), "utf-8", newline="")
    at.go("calendar", tab="events")
    at.click("events.bringIn")
    QGuiApplication.clipboard().setText("Boules on Friday")
    at.click("calendarIn.paste")
    assert "no calendar" in at.words("calendarIn.problem")
    QGuiApplication.clipboard().setText(path.read_text("utf-8"))
    at.click("calendarIn.paste")
    qtbot.waitUntil(lambda: at.there("calendarIn.next"))
    assert at.find("calendarIn.counts").text() == "1 new · 1 changed"
    at.click("calendarIn.back")
    at.go("members")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    held = (Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(at.window, QDragEnterEvent(QPoint(400, 400), *held))  # wherever one is
    QCoreApplication.sendEvent(at.window, QDropEvent(QPointF(400, 400), *held))
    assert at.window.place == "calendarIn"
    qtbot.waitUntil(lambda: at.there("calendarIn.next"))
    assert at.find("calendarIn.counts").text() == "1 new · 1 changed"
    assert at.find("calendarIn.next").isEnabled()
    at.click("calendarIn.all")
    at.click("calendarIn.next")
    qtbot.waitUntil(lambda: at.window.place == "calendar")
    rows = {one.title: one for one in at.app.read(event_rows, at.desk.locale)}
    assert rows["Boules"].place == "Park"
    assert rows["Concert"].on == date(2026, 6, 20)
    at.app.undo()
    assert [one.place for one in at.app.read(event_rows, at.desk.locale)] == [""]
    path.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    at.go("calendarIn", file=str(path))
    qtbot.waitUntil(lambda: at.there("calendarIn.problem"))
    assert "theirs.ics" in at.words("calendarIn.problem")

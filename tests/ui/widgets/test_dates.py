# SPDX-License-Identifier: GPL-3.0-or-later
"""The field for days."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QPushButton

from hospes.ui.widgets.dates import DateField
from hospes.ui.widgets.fields import Field, Verdict


def parse(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def make(theme) -> DateField:
    return DateField(
        theme,
        today=date(2026, 4, 27),
        language="de",
        words="Choose in the calendar",
        parse=parse,
        write=date.isoformat,
        name="born",
    )


@pytest.fixture
def field(theme, qtbot):
    found = make(theme)
    qtbot.addWidget(found)
    found.show()
    return found


def test_ctrl_d_writes_today(field, qtbot):
    qtbot.keyClick(field.line, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "2026-04-27"


def test_the_calendar_begins_at_the_typed_day_and_with_monday(field, qtbot):
    field.setText("1971-09-03")
    qtbot.mouseClick(field.findChild(QPushButton), Qt.MouseButton.LeftButton)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(1971, 9, 3)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.clicked.emit(QDate(1971, 9, 4))
    assert field.text() == "1971-09-04"


def test_a_field_around_it_checks_and_reads_back(theme, qtbot):
    field = make(theme)
    around = Field(
        theme, "Born", field, check=lambda text: Verdict("fine", f"read: {text}"), name="member.born"
    )
    qtbot.addWidget(around)
    assert field.line.objectName() == "member.born"
    saved = []
    around.saved.connect(saved.append)
    field.setText("1971-09-03")
    around.leave()
    assert saved == ["1971-09-03"]
    assert around.note.text() == "read: 1971-09-03"

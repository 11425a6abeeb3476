# SPDX-License-Identifier: GPL-3.0-or-later
"""Message line, banners, empty states, progress: they stay, they say, they cure."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hospes.ui.desk import Answer, Question, Said
from hospes.ui.tasks import Task
from hospes.ui.widgets.boxes import GivingStack, column, holder, scrolled
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner, EmptyState, MessageLine, ProgressStrip, SidePane


@pytest.fixture
def line(desk, qtbot):
    found = MessageLine(desk)
    qtbot.addWidget(found)
    return found


def test_a_message_stays_until_it_is_closed(line, qtbot):
    line.show_said(Said("Dieter Kessler is in the bin.", undoable=True))
    assert line.isVisible()
    assert line.text() == "Dieter Kessler is in the bin."
    assert line.accessibleName() == line.text()
    qtbot.mouseClick(line.findChild(QPushButton, "message.close"), Qt.MouseButton.LeftButton)
    assert line.text() == ""


def test_undo_is_offered_only_where_there_is_something_to_undo(line, qtbot):
    undo = line.findChild(QPushButton, "message.undo")
    line.show_said(Said("Copied.", undoable=False))
    assert undo.isHidden()
    line.show_said(Said("Added.", undoable=True))
    with qtbot.waitSignal(line.undo):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert line.text() == ""


def test_further_ways_stand_beside_the_message(line, qtbot):
    done = []
    line.show_said(Said("Added.", answers=(Answer("Print cards", lambda: done.append("cards"), name="way"),)))
    qtbot.mouseClick(line.findChild(QPushButton, "way"), Qt.MouseButton.LeftButton)
    assert done == ["cards"]
    line.show_said(Said("Next."))
    assert not [b for b in line.findChildren(QPushButton, "way") if b.isVisible()]


def test_a_question_goes_with_its_answer(line, qtbot):
    chosen = []
    answers = (
        Answer("Both", lambda: chosen.append("both"), name="both"),
        Answer("Only Claire", list, name="one"),
    )
    line.show_question(Question("Manon wants to stay with Claire.", answers))
    qtbot.mouseClick(line.findChild(QPushButton, "both"), Qt.MouseButton.LeftButton)
    assert chosen == ["both"]
    assert line.isHidden()


def test_in_a_small_window_the_page_gives_way_to_a_long_message(desk, theme, qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    stack, found = GivingStack(), MessageLine(desk)
    page = column(theme, gap=0)
    page.addWidget(Label(theme, "A page with a long sentence. " * 30, wrap=True))
    tall = QWidget()
    tall.setMinimumHeight(150)
    page.addWidget(tall)
    stack.addWidget(holder(page))
    whole = QVBoxLayout(root)
    whole.addWidget(stack, 1)
    whole.addWidget(found)
    root.resize(500, 260)
    root.show()
    found.show_said(Said("A second file lies beside this one. " * 10, answers=(Answer("Look at it", list),)))
    words = found.findChild(Label, "message.text")
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert root.rect().contains(found.geometry())
    assert not stack.geometry().intersects(found.geometry())
    more = found.findChild(QPushButton, "message.more")
    assert more.isVisible()  # two lines at first, so that the page keeps some room
    assert words.text().endswith("…")
    assert found.text() == found.accessibleName() == "A second file lies beside this one. " * 10
    folded = found.height()
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: found.height() > folded)
    assert words.text() == found.text()
    assert not more.isVisible()
    found.show_question(Question("What shall be done about it? " * 10, ()))
    assert words.text() == found.text()  # a question is read whole before it is answered


def test_answers_stand_where_the_message_line_is_lower_with_them(desk, qtbot):
    line = MessageLine(desk)
    qtbot.addWidget(line)
    line.resize(700, 40)
    answers = (Answer("Open the check", list, name="way"), Answer("Show the bin", list))
    for text, below in (("A line.", False), ("Twelve people are new and four changed. " * 4, True)):
        line.show_said(Said(text, answers=answers))
        line.resize(700, 40)
        words = line.findChild(Label, "message.text")

        def stands_right(words: Label = words, below: bool = below) -> bool:
            ways = [b for b in line.findChildren(QPushButton, "way") if b.isVisible()]
            return [way.y() > words.geometry().bottom() for way in ways] == [below]

        qtbot.waitUntil(stands_right)


def test_names_are_never_mark_up(line):
    line.show_said(Said("<b>Bobby</b> & Söhne"))
    label = line.findChild(Label, "message.text")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Bobby</b> & Söhne"


def test_a_banner_carries_its_cure(theme, qtbot):
    done = []
    banner = Banner(
        theme, "3 names have no French text.", answers=[Answer("Fill them in", lambda: done.append(1))]
    )
    qtbot.addWidget(banner)
    banner.show()
    banner.findChild(QPushButton).click()
    assert done == [1]
    assert banner.accessibleName() == "3 names have no French text."


def test_an_empty_state_says_what_to_do(theme, qtbot):
    done = []
    empty = EmptyState(
        theme, "No members yet.", [Answer("Bring in a list", lambda: done.append(1), main=True)]
    )
    qtbot.addWidget(empty)
    empty.findChild(QPushButton).click()
    assert done == [1]


def test_work_under_way_is_shown_in_words_and_can_be_stopped(desk, qtbot):
    strip = ProgressStrip(desk)
    qtbot.addWidget(strip)
    task = Task("Bringing in 118 people", lambda _: None, None, None, strip)
    strip.follow(task)
    task.work.told.emit(30, 118, "")
    assert strip.accessibleName() == "Bringing in 118 people · 30 of 118"
    qtbot.mouseClick(strip.findChild(QPushButton, "progress.stop"), Qt.MouseButton.LeftButton)
    assert task.work.stopped
    task.ended.emit()
    assert strip.isHidden()


def test_a_pane_under_a_list_shows_all_it_holds(theme, qtbot):
    inner = column(theme, gap=0)
    pane = SidePane(theme, scrolled(holder(inner)))
    qtbot.addWidget(pane)
    pane.take_room()
    pane.resize(300, 100)
    pane.show()
    pane.stand_beneath(True)
    tall = QWidget()
    tall.setFixedHeight(700)
    inner.addWidget(tall)
    qtbot.waitUntil(lambda: pane.height() >= 700)
    assert pane.beneath() == pane.height()
    pane.stand_beneath(False)
    assert not pane.beneath()

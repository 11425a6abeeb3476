# SPDX-License-Identifier: GPL-3.0-or-later
"""The row of tabs of a visit: what stands on a tab has room, as soon as it stands there."""

import pytest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hospes.ui.look.theme import Theme, load_fonts
from hospes.ui.page import Fit
from hospes.ui.pages.visit_tab import TabMark
from hospes.ui.pages.visit_tabs import PADDING, WorkTabs
from hospes.ui.widgets.boxes import column, holder, row

WORDS = [("one", "Programme", "list-checks"), ("two", "People", "users"), ("three", "Hosting", "bed")]


@pytest.fixture
def theme(qapp):
    load_fonts()
    found = Theme()
    found.dress(qapp)
    yield found
    qapp.setStyleSheet("")


@pytest.fixture
def make_tabs(theme, qtbot):
    """The row on the second leaf of a stack, as in the window: it is laid out only when that is shown."""

    def make(width: int, *, in_view: bool) -> tuple[WorkTabs, QStackedWidget]:
        tabs = WorkTabs(theme, "Parts", WORDS)
        top = row(theme, tabs)
        top.setStretch(0, 1)
        stack = QStackedWidget()
        stack.addWidget(QWidget())
        stack.addWidget(holder(column(theme, top, None)))
        stack.setCurrentIndex(1 if in_view else 0)
        qtbot.addWidget(stack)
        stack.resize(width, 200)
        stack.show()
        QApplication.processEvents()
        return tabs, stack

    return make


def words_end(tabs: WorkTabs, code: str, theme: Theme) -> int:
    button = tabs.buttons[code]
    icon = 0 if button.icon().isNull() else button.iconSize().width() + button.ICON_GAP
    return theme.u(PADDING[0]) + icon + theme.metrics("semi").horizontalAdvance(button.text())


@pytest.mark.parametrize("in_view", [True, False])
def test_a_count_stands_behind_the_word(theme, make_tabs, in_view):
    tabs, stack = make_tabs(900, in_view=in_view)
    tabs.set_mark("one", TabMark(3, words="3 to do"))
    stack.setCurrentIndex(1)
    if in_view:  # at once: nothing is painted before the row has made room
        assert tabs.buttons["one"].width() == tabs.buttons["one"].sizeHint().width()
    QApplication.processEvents()
    button = tabs.buttons["one"]
    badge = theme.u(22)
    assert button.width() - theme.u(PADDING[0]) - badge >= words_end(tabs, "one", theme)
    assert tabs.buttons["two"].x() >= button.geometry().right()


def test_tabs_give_up_their_icons_before_they_break_into_two_lines(theme, make_tabs):
    tabs, stack = make_tabs(900, in_view=True)
    assert not tabs.buttons["one"].icon().isNull()
    assert all(abs(button.width_when(0) - button.width()) <= 1 for button in tabs.buttons.values())
    full = sum(button.width() for button in tabs.buttons.values())
    stack.resize(full - 20, 200)
    QApplication.processEvents()
    assert tabs.buttons["one"].icon().isNull()
    assert len({button.y() for button in tabs.buttons.values()}) == 1
    stack.resize(full + 4, 200)
    QApplication.processEvents()
    assert not tabs.buttons["one"].icon().isNull()
    tabs.set_mark("three", TabMark(12, words="12 to do"))
    assert tabs.buttons["one"].icon().isNull()


def test_where_the_words_have_no_room_in_a_line_there_is_one_drop_down(theme, make_tabs):
    tabs, stack = make_tabs(900, in_view=True)
    least = sum(button.width_when(2) for button in tabs.buttons.values())
    stack.resize(least + 2, 200)
    QApplication.processEvents()
    assert len({button.y() for button in tabs.buttons.values()}) == 1
    assert all(button.isVisible() for button in tabs.buttons.values())
    stack.resize(least - 20, 200)
    QApplication.processEvents()
    assert tabs.box.isVisible()
    assert not any(button.isVisible() for button in tabs.buttons.values())
    tabs.set_mark("two", TabMark(7, words="7 to do"))
    assert tabs.box.itemText(1) == "People (7)"


def test_a_narrow_window_has_one_drop_down(theme, make_tabs):
    tabs, _ = make_tabs(500, in_view=True)
    tabs.fit(Fit.NARROW)
    assert tabs.box.isVisible()
    assert not any(button.isVisible() for button in tabs.buttons.values())

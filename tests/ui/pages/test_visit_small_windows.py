# SPDX-License-Identifier: GPL-3.0-or-later
"""The workspace of a visit in the smallest window with the largest text: whole words, all within reach."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication

from hospes.actions.budget import AddBudgetLine
from hospes.actions.hotels import AddRooms
from hospes.actions.travel import AddTransport
from hospes.dev.clipped import clipped
from hospes.domain.codes_money import BudgetCategory
from hospes.domain.codes_travel import TransportKind
from hospes.domain.values import Money

PLACES = (
    {"tab": "overview"}, {"tab": "programme"}, {"tab": "programme", "new": True}, {"tab": "people"},
    {"tab": "people", "view": "roll"}, {"tab": "hosting"}, {"tab": "hosting", "view": "hosts"},
    {"tab": "travel"}, {"tab": "travel", "part": "vehicle"}, {"tab": "travel", "way": "hotel"},
    {"tab": "budget"}, {"tab": "budget", "part": "grants"}, {"tab": "budget", "part": "pay"},
    {"tab": "documents"}, {"tab": "report"},
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("visit_marks")


def placed(widget, view):
    return QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()) if view.isAncestorOf(widget) else QRect()


def beyond(root):
    """Buttons of which a part is beyond the right or left edge of what scrolls them."""
    found = []
    for button in root.findChildren(QAbstractButton):
        area = button.parentWidget()
        while area is not None and not isinstance(area.parentWidget(), QAbstractScrollArea):
            area = area.parentWidget()
        if area is None or not button.isVisible():
            continue
        view = area.parentWidget().viewport()
        place = (
            QRect(button.mapTo(view, QPoint(0, 0)), button.size()) if view.isAncestorOf(button) else QRect()
        )
        if place.left() < -1 or place.right() > view.width() + 1:
            found.append(button.objectName() or button.text())
    return found


@pytest.mark.parametrize(
    ("width", "height", "size", "language"),
    [(900, 560, 200, "de"), pytest.param(1366, 690, 180, "en", marks=pytest.mark.long)],
)
def test_no_word_is_cut_and_nothing_is_beyond_the_edge(sit, width, height, size, language):
    at = sit(width, height, text_size=size, language=language)
    visit = at.world.visit
    at.desk.run(AddTransport(visit, TransportKind.COACH, "Coach", 50))
    at.desk.run(AddRooms(visit, "Gasthof Linde", 2, 1))
    at.desk.run(AddBudgetLine(visit, BudgetCategory.TRAVEL, "Coach", planned=Money(90000, "EUR")))
    for where in PLACES:
        at.go("visit", id=visit.hex, **where)
        at.settle()
        assert [str(cut) for cut in clipped(at.page)] == [], where
        assert beyond(at.page) == [], where
        for one in at.page.findChildren(QAbstractScrollArea, "visit.scroll"):
            assert one.horizontalScrollBar().maximum() == 0


def test_the_page_follows_the_keyboard_down_to_its_last_button(sit):
    at = sit(900, 560, text_size=200)
    at.desk.run(AddTransport(at.world.visit, TransportKind.COACH, "Coach", 50))
    at.go("visit", id=at.world.visit.hex, tab="travel")
    at.settle()
    bar = at.page.tall.verticalScrollBar()
    assert bar.maximum() > 0
    at.find("visit.travel.add").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        at.settle()
        focus, view = QApplication.focusWidget(), at.page.tall.viewport()
        if not view.isAncestorOf(focus):
            break
        assert view.rect().intersects(QRect(focus.mapTo(view, QPoint(0, 0)), focus.size())), (
            focus.objectName()
        )
    assert bar.value() > 0

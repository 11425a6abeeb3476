# SPDX-License-Identifier: GPL-3.0-or-later
"""Side by side where both fit, else beneath each other; nothing is cut."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from hospes.ui.widgets.turning import Turning


class Block(QWidget):
    """A thing that is so wide."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setFixedSize(width, 20)

    def sizeHint(self) -> QSize:
        return self.maximumSize()

    def minimumSizeHint(self) -> QSize:
        return self.maximumSize()


def test_the_second_goes_beneath_where_both_do_not_fit(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    first, second = Block(100), Block(60)
    both = Turning(theme, first, second, gap=8)
    both.setParent(page)
    page.show()
    both.show()

    def stand(beside: bool) -> bool:
        a, b = first.geometry(), second.geometry()
        right, under = b.left() > a.right(), b.top() > a.bottom()
        return right and not under if beside else under and not right

    for width, beside in ((300, True), (150, False), (168, True)):
        both.resize(width, 60)
        qtbot.waitUntil(lambda on=beside: stand(on), timeout=3000)


def test_what_is_hidden_takes_no_room(theme, qtbot):
    first, second = Block(100), Block(60)
    both = Turning(theme, first, second, gap=8)
    qtbot.addWidget(both)
    second.hide()
    assert both.sizeHint().width() == 100
    assert both.minimumSizeHint().width() == 100

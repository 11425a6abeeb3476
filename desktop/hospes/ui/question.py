# SPDX-License-Identifier: GPL-3.0-or-later
"""The question that cannot wait: erase for good, empty the bin, restore (design 6.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hospes.ui.widgets.boxes import row, scrolled
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.letters import give_letters

if TYPE_CHECKING:
    from hospes.ui.desk import Desk, Question

WIDTH = 520

LEAST_DETAIL, REST = 100, 190
"""How high the words below the question are at least, and what is around them."""


class UrgentQuestion(QDialog):
    """Both answers are verbs; Esc is the last one, which leaves everything as it is."""

    def __init__(self, desk: Desk, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._answers = question.answers
        self.setObjectName("question")
        self.setWindowTitle("Hospes")
        self.setModal(True)
        self.setMinimumWidth(theme.u(WIDTH))
        box = QVBoxLayout(self)
        margin = theme.u(24)
        box.setContentsMargins(margin, margin, margin, margin)
        box.setSpacing(theme.u(12))
        head = Label(theme, question.text, "section", wrap=True, name="question.text")
        inner = theme.u(WIDTH) - 2 * margin
        # A window by itself asks no wrapped text how high it gets in its width.
        head.setMinimumHeight(head.heightForWidth(inner))
        box.addWidget(head)
        if question.detail:
            most = max(theme.u(LEAST_DETAIL), parent.height() - head.minimumHeight() - theme.u(REST))
            box.addWidget(_detail(desk, question.detail, inner, most))
        self._buttons: list[Button] = []
        for number, answer in enumerate(question.answers):
            name = answer.name or f"question.{number}"
            button = Button(theme, answer.label, "pri" if answer.main else "sec", name=name)
            button.clicked.connect(self._press)
            self._buttons.append(button)
        box.addLayout(row(theme, None, *self._buttons))
        if self._buttons:
            self._buttons[-1].setFocus()
        give_letters(self)
        self.finished.connect(self.deleteLater)

    def _press(self) -> None:
        button = self.sender()
        number = next((n for n, one in enumerate(self._buttons) if one is button), -1)
        self.accept()
        if number >= 0:
            self._answers[number].call()


def _detail(desk: Desk, words: str, width: int, most: int) -> QWidget:
    """All of the words; what is higher than the window has room for scrolls."""
    label = Label(desk.theme, words, wrap=True, name="question.detail")
    high = label.heightForWidth(width)
    if high <= most:
        label.setMinimumHeight(high)
        return label
    area = scrolled(label, "question.scroll")
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrow keys scroll it
    area.setAccessibleName(words)
    label.setMinimumHeight(label.heightForWidth(width - area.verticalScrollBar().sizeHint().width()))
    area.setMinimumHeight(most)
    return area

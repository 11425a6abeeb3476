# SPDX-License-Identifier: GPL-3.0-or-later
"""The question that cannot wait: erase for good, empty the bin, restore (design 6.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hospes.ui.widgets.boxes import row
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.letters import give_letters

if TYPE_CHECKING:
    from hospes.ui.desk import Desk, Question

WIDTH = 520


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
        box.addWidget(Label(theme, question.text, "section", wrap=True, name="question.text"))
        if question.detail:
            box.addWidget(Label(theme, question.detail, wrap=True))
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

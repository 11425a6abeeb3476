# SPDX-License-Identifier: GPL-3.0-or-later
"""The quick table of the first start: one line a member, names first, everything else if it is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from hospes.actions.members import AddPeople, NewPerson
from hospes.domain.errors import FormProblems, UserError
from hospes.i18n.marks import N_
from hospes.ui.widgets.boxes import Box, holder, row
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

COLUMNS = (
    ("given", N_("First name")),
    ("surname", N_("Last name")),
    ("street", N_("Street")),
    ("town", N_("Place")),
    ("phone", N_("Phone")),
    ("email", N_("E-mail")),
)
LINES = 3


class QuickMembers(Box):
    """Lines to type members into; a new empty one appears when the last is begun."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=10)
        self.desk = desk
        self._lines: list[dict[str, TextField]] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.u(6))
        for at, (_, words) in enumerate(COLUMNS):
            self._grid.addWidget(Label(theme, desk.text(words), "label"), 0, at)
        self._problem = Label(theme, "", "err", wrap=True, name="start.quickProblem")
        self._problem.hide()
        more = link_button(
            theme, desk.text("Another line"), self._add_line, icon="plus", name="start.quickMore"
        )
        finish = main_button(theme, desk.locale.ptext("finish", "Done"), self._finish, name="start.quickDone")
        self.box.addWidget(holder(self._grid))
        self.box.addWidget(self._problem)
        self.box.addLayout(row(theme, more, None, finish))
        for _ in range(LINES):
            self._add_line()

    def begin(self) -> None:
        """Put the keyboard into the first line."""
        self._lines[0]["given"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> None:
        number = len(self._lines)
        line: dict[str, TextField] = {}
        for at, (code, words) in enumerate(COLUMNS):
            field = TextField(self.desk.theme, name=f"start.member.{number}.{code}")
            field.setAccessibleName(
                self.desk.text("{column}, line {n}", column=self.desk.text(words), n=number + 1)
            )
            self._grid.addWidget(field, number + 1, at)
            line[code] = field
        self._lines.append(line)
        line["given"].textEdited.connect(self._grow)

    def _grow(self) -> None:
        if self._lines[-1]["given"].text().strip():
            self._add_line()

    def _finish(self) -> None:
        """Add every line that has a name; lines that cannot be used stay, with the reason."""
        self._problem.hide()
        added = 0
        for line in self._lines:
            texts = {code: field.text().strip() for code, field in line.items()}
            if not any(texts.values()):
                continue
            try:
                self._add(texts)
            except FormProblems as problems:
                self._tell(line, problems)
                return
            except UserError as error:
                self._problem.setText(self.desk.words(error))
                self._problem.show()
                return
            for field in line.values():
                field.clear()
            added += 1
        if added:
            self.desk.say(self.desk.ntext("{n} member added.", "{n} members added.", added), undoable=True)
        self.done.emit()

    def _add(self, texts: dict[str, str]) -> None:
        person = NewPerson(texts["given"], texts["surname"], phone=texts["phone"], email=texts["email"])
        self.desk.file.run(AddPeople((person,), street=texts["street"], town=texts["town"]))

    def _tell(self, line: dict[str, TextField], problems: FormProblems) -> None:
        first = problems.problems[0]
        self._problem.setText(self.desk.words(first))
        self._problem.show()
        line.get(first.field.partition(".")[0], line["given"]).setFocus(Qt.FocusReason.OtherFocusReason)

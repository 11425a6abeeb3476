# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing that both laptops changed, side by side; nothing is chosen beforehand (design 5.14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from hospes.actions.laptops import TYPED
from hospes.domain.merge.answers import Answer
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.choices import Radio
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from hospes.queries.laptops import Card, Choice
    from hospes.ui.desk import Desk

MINE, THEIRS, BOTH, VALUE = range(4)


class QuestionCard(Box):
    """A question with its answers as radio buttons."""

    decided = Signal()

    def __init__(self, desk: Desk, card: Card, number: int, *, narrow: bool = False) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=10, margins=(18, 14, 18, 14), name=f"merge.card.{number}")
        self.desk, self.card = desk, card
        self.setAccessibleName(card.title)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._chosen)
        self.box.addWidget(Label(theme, card.title, "label", wrap=True))
        self.value: TextField | None = None
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.u(18))
        grid.setVerticalSpacing(theme.u(8))
        gone = card.kind in ("gone-here", "gone-there", "bin")
        for at, choice in enumerate((card.mine, card.theirs)):
            grid.addWidget(self._side(choice, at, number, gone=gone), *((at, 0) if narrow else (0, at)))
            grid.setColumnStretch(0 if narrow else at, 1)
        if card.both:
            both = self._radio(BOTH, desk.text("Keep both, theirs first"), "both", number)
            grid.addWidget(both, 2, 0)
        if card.typed:
            grid.addWidget(self._something_else(number), *((2, 1) if card.both and not narrow else (3, 0)))
        self.box.addLayout(grid)

    # -- the answers -----------------------------------------------------------------------------------

    def _radio(self, at: int, words: str, name: str, number: int) -> Radio:
        radio = Radio(self.desk.theme, words, name=f"merge.{name}.{number}")
        radio.setAutoExclusive(False)
        self._group.addButton(radio, at)
        return radio

    def _side(self, choice: Choice, at: int, number: int, *, gone: bool) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        words = self._words(choice, at, gone=gone)
        radio = self._radio(at, words, ("mine", "theirs")[at], number)
        newer = self.card.theirs_newer
        about = row(theme, Label(theme, self._about(choice), "m", wrap=True), gap=8, margins=(31, 0, 0, 0))
        about.setStretch(0, 1)
        if newer is not None and newer == bool(at):
            about.insertWidget(0, Badge(theme, desk.text("newer"), "home"))
        return holder(column(theme, radio, holder(about), gap=2))

    def _words(self, choice: Choice, at: int, *, gone: bool) -> str:
        text = self.desk.text
        if not gone:
            value = choice.text or text("nothing")
            return text("Yours: {value}", value=value) if at == 0 else text("Theirs: {value}", value=value)
        if choice.deleted:
            return text("Take it out")
        return text("Keep it: {value}", value=choice.text) if choice.text else text("Keep it")

    def _about(self, choice: Choice) -> str:
        desk = self.desk
        when = choice.when.astimezone().date() if choice.when is not None else None
        if when is None or not choice.who:
            return ""
        day = desk.locale.date(when, "day_month")
        if choice.own:
            if choice.deleted:
                return desk.text("taken out by you, {day}", day=day)
            return desk.text("changed by you, {day}", day=day)
        if choice.deleted:
            return desk.text("taken out by {who}, {day}", who=choice.who, day=day)
        return desk.text("changed by {who}, {day}", who=choice.who, day=day)

    def _something_else(self, number: int) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        radio = self._radio(VALUE, desk.text("Something else"), "else", number)
        self.value = TextField(theme, name=f"merge.value.{number}")
        self.value.setAccessibleName(desk.text("Something else"))
        self.value.textEdited.connect(self._typed)
        line = row(theme, radio, self.value, gap=10)
        line.setStretch(1, 1)
        return holder(line)

    def _typed(self) -> None:
        self._group.button(VALUE).setChecked(True)
        self.decided.emit()

    def _chosen(self, at: int) -> None:
        if at == VALUE and self.value is not None:
            self.value.setFocus()
        self.decided.emit()

    # -- what the page asks -----------------------------------------------------------------------------

    def answer(self) -> Answer | None:
        """What was decided; None if nothing was."""
        at = self._group.checkedId()
        if at == VALUE:
            typed = self.value.text().strip() if self.value is not None else ""
            return Answer("value", {TYPED: typed}) if typed else None
        return {MINE: Answer("mine"), THEIRS: Answer("theirs"), BOTH: Answer("both")}.get(at)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._group.button(MINE)

    def choose(self, take: str, typed: str = "") -> None:
        """Take up again what was chosen before the page was built anew."""
        at = {"mine": MINE, "theirs": THEIRS, "both": BOTH, "value": VALUE}.get(take)
        button = self._group.button(at) if at is not None else None
        if button is not None:
            button.setChecked(True)
        if typed and self.value is not None:
            self.value.setText(typed)

# SPDX-License-Identifier: GPL-3.0-or-later
"""How the new household gets its letters, with the first line of one as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.domain.codes import LetterStyle
from hospes.domain.names import PersonName, joint_name
from hospes.domain.salutations import joint_salutation, salutation
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.choices import Radio
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.ui.desk import Desk


class LettersPart(QWidget):
    """One letter or several, and the salutation."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._letter_locale: Locale | None = None
        self._people: tuple[PersonName, ...] = ()
        self._head = Label(theme, desk.text("Post goes to"), "label")
        self.one = Radio(theme, desk.text("All of them, one letter"), name="member.form.letters.one")
        self.each = Radio(theme, desk.text("Each their own"), name="member.form.letters.each")
        self.begins = Label(theme, "", "m", wrap=True, name="member.form.salutation")
        self.one.clicked.connect(self._choose)
        self.each.clicked.connect(self._choose)
        self.setLayout(column(theme, self._head, self.one, self.each, self.begins, gap=2))
        self.forget()

    def letter_style(self) -> LetterStyle:
        """What is chosen."""
        return LetterStyle.EACH if self.each.isChecked() else LetterStyle.ONE

    def choose(self, code: str) -> None:
        """Choose without telling."""
        self.each.setChecked(code == LetterStyle.EACH.value)
        self.one.setChecked(code != LetterStyle.EACH.value)

    def forget(self) -> None:
        """As in an empty form."""
        self.choose("")
        self.show_people(())

    def show_people(self, people: Sequence[PersonName]) -> None:
        """Say how these people are written to."""
        self._people = tuple(people)
        several = len(self._people) > 1
        for widget in (self._head, self.one, self.each):
            widget.setVisible(several)
        if several:
            names = joint_name(self._people, self.desk.locale)
            self.one.set_text(self.desk.text("{names}, one letter", names=names))
        self._preview()

    def _choose(self) -> None:
        self._preview()
        self.edited.emit()

    def _preview(self) -> None:
        if not self._people:
            self.begins.hide()
            return
        if self._letter_locale is None:
            self._letter_locale = Locale.of(self.desk.read(association).language or self.desk.locale.code)
        locale = self._letter_locale
        if len(self._people) > 1 and self.letter_style() is LetterStyle.ONE:
            lines = [joint_salutation(self._people, locale).opening]
        else:
            lines = [salutation(name, locale).opening for name in self._people]
        words = " · ".join(f"“{line}”" for line in lines)
        self.begins.setText(self.desk.text("Letters begin: {salutation}", salutation=words))
        self.begins.show()

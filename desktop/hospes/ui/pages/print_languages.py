# SPDX-License-Identifier: GPL-3.0-or-later
"""In which language a paper is made: ours, the partner's, both side by side, or any other pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.i18n.catalog import languages as known_languages
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.choices import Choice, Radio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.ui.desk import Desk

OTHER = "other"


class LanguageChoice(QWidget):
    """Radio buttons for what is usual, two drop-downs for everything else."""

    picked = Signal(str, str)

    def __init__(
        self, desk: Desk, offered: Sequence[str], first: str, second: str, *, two: bool, own: bool = False
    ) -> None:
        """Take the languages offered by a click (ours first), and the one or two chosen now.

        `own`: a paper for many readers, of whom each may have it in their own language.
        """
        super().__init__()
        self.desk = desk
        theme, locale = desk.theme, desk.locale
        main = offered[0] if offered else "en"
        first = first or ("" if own else main)
        self._radios: list[tuple[Radio, str, str]] = []
        box = column(theme, gap=0)
        if own:
            self._add(box, desk.text("Each in their own language"), "", "")
        for code in offered[:3]:
            name = locale.language_name(code)
            self._add(box, _capital(desk.text("{language} only", language=name)), code, "")
        if two:
            for code in offered[1:3]:
                pair = {"first": locale.language_name(main), "second": locale.language_name(code)}
                # Letters have their own choice where the second language stands, or have it below.
                words = (
                    desk.text("{first} and {second}", **pair)
                    if own
                    else desk.text("{first} and {second}, side by side", **pair)
                )
                self._add(box, _capital(words), main, code)
        self._other = Radio(theme, desk.text("Other languages"), name="print.language.other")
        self._other.toggled.connect(self._toggled)
        box.addWidget(self._other)
        every = sorted(known_languages(), key=lambda code: locale.sort_key(locale.language_name(code)))
        pairs = [(code, _capital(locale.language_name(code))) for code in every]
        self._first = Choice(theme, pairs, first or main, name="print.firstLanguage")
        self._first.setAccessibleName(desk.text("Language"))
        self._second = Choice(
            theme, [("", desk.text("no second language")), *pairs], second, name="print.secondLanguage"
        )
        self._second.setAccessibleName(desk.text("Second language"))
        self._first.picked.connect(self._boxes)
        self._second.picked.connect(self._boxes)
        box.addWidget(self._first)
        box.addWidget(self._second)
        self._two = two
        self.setLayout(box)
        chosen = next((r for r, one, other in self._radios if (one, other) == (first, second)), self._other)
        chosen.setChecked(True)
        self._show_boxes()
        for radio, _, _ in self._radios:
            radio.toggled.connect(self._toggled)

    def _add(self, box: object, words: str, first: str, second: str) -> None:
        name = f"print.language.{first or 'own'}" if not second else "print.language.both"
        if second and any(other for _, _, other in self._radios):
            name = f"print.language.{first}-{second}"
        radio = Radio(self.desk.theme, words, name=name)
        self._radios.append((radio, first, second))
        box.addWidget(radio)  # type: ignore[attr-defined]  # a layout

    def _show_boxes(self) -> None:
        other = self._other.isChecked()
        self._first.setVisible(other)
        self._second.setVisible(other and self._two)

    def _toggled(self, on: bool) -> None:
        if not on:
            return
        self._show_boxes()
        for radio, first, second in self._radios:
            if radio.isChecked():
                self.picked.emit(first, second)

    def _boxes(self, _code: str) -> None:
        second = self._second.code()
        self.picked.emit(self._first.code(), "" if second == self._first.code() else second)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]

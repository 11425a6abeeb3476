# SPDX-License-Identifier: GPL-3.0-or-later
"""Which languages somebody speaks, as words with a ✕ each and a line that offers more; levels if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.domain.codes import LanguageLevel
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo, plain_fold
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

OFFERED = ("de", "fr", "en", "pl", "it", "es", "nl", "hu", "cs", "tr", "uk", "ru", "ro", "pt", "sv", "da")

Spoken = tuple[tuple[str, LanguageLevel], ...]


def offered(locale: Locale, *also: str) -> list[tuple[str, str]]:
    """Languages to choose from, by code and name; those that are there already as well."""
    codes = dict.fromkeys((*OFFERED, *filter(None, also)))
    return [(code, capital(locale.language_name(code))) for code in codes]


def language_words(desk: Desk, spoken: Sequence[tuple[str, LanguageLevel]]) -> str:
    """`German, Polish, French (conversation)`: what is native needs no word."""
    parts = []
    for code, level in spoken:
        name = capital(desk.locale.language_name(code))
        if level is not LanguageLevel.NATIVE:
            name = desk.text("{language} ({level})", language=name, level=desk.locale.label(level))
        parts.append(name)
    return ", ".join(parts)


def capital(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


class LanguagesEdit(QWidget):
    """The languages; `changed` tells all of them."""

    changed = Signal(object)

    def __init__(self, desk: Desk, spoken: Spoken = (), *, levels: bool = False, name: str = "") -> None:
        """Show these; with `levels` each has a drop-down for how well, as there is room for on a page."""
        super().__init__()
        self.desk = desk
        self._name, self._levels = name, levels
        self._known = dict(spoken)
        theme = desk.theme
        self._flow = FlowLayout(theme, gap=6)
        self._lines = column(theme, gap=4)
        self.more = Combo(theme, name=f"{name}.add")
        self.more.setPlaceholderText(desk.text("Add a language"))
        self.more.setAccessibleName(desk.text("Add a language"))
        self.more.picked.connect(self._add)
        self.more.returnPressed.connect(self._typed)
        self.more.setMaximumWidth(theme.u(230))
        self._chips = holder(self._flow)
        self.setLayout(column(theme, self._chips, self._lines, self.more, gap=6))
        self._fill()

    def spoken(self) -> Spoken:
        """The languages with their levels."""
        return tuple(self._known.items())

    def set_spoken(self, spoken: Spoken) -> None:
        """Show others without telling anybody."""
        if tuple(spoken) != self.spoken():
            self._known = dict(spoken)
            self._fill()

    def _fill(self) -> None:
        desk, theme, locale = self.desk, self.desk.theme, self.desk.locale
        clear(self._flow)
        clear(self._lines)
        levels = [(one.value, locale.label(one)) for one in LanguageLevel if one is not LanguageLevel.NONE]
        for code, level in self._known.items():
            words = capital(locale.language_name(code))
            if not self._levels:
                button = plain_button(theme, words, self._remove, icon="x", name=f"{self._name}.{code}")
                button.setAccessibleName(desk.text("Take out {language}", language=words))
                button.setProperty("language", code)
                self._flow.addWidget(button)
                continue
            choice = Choice(theme, levels, level.value, name=f"{self._name}.{code}")
            choice.setAccessibleName(words)
            choice.setProperty("language", code)
            choice.picked.connect(self._level)
            away = icon_button(
                theme,
                desk.text("Take out {language}", language=words),
                "x",
                self._remove,
                name=f"{self._name}.remove.{code}",
                small=True,
            )
            away.setProperty("language", code)
            self._lines.addLayout(row(theme, Label(theme, words), None, choice, away))
        self._chips.setVisible(self._flow.count() > 0)
        self.more.set_options(
            [(code, capital(locale.language_name(code))) for code in OFFERED if code not in self._known]
        )

    def _tell(self) -> None:
        self._fill()
        self.changed.emit(self.spoken())

    def _level(self, level: str) -> None:
        self._known[str(self.sender().property("language"))] = LanguageLevel(level)
        self.changed.emit(self.spoken())

    def _remove(self) -> None:
        self._known.pop(str(self.sender().property("language")), None)
        self._tell()

    def _typed(self) -> None:
        """Enter on a language typed in full, or only begun, takes it."""
        typed = plain_fold(self.more.text().strip())
        names = {code: plain_fold(self.desk.locale.language_name(code)) for code in OFFERED}
        found = [code for code, words in names.items() if typed and words.startswith(typed)]
        if found:
            self._add(found[0])

    def _add(self, code: str) -> None:
        self.more.clear()
        if code and code not in self._known:
            self._known[code] = LanguageLevel.CONVERSATION
            self._tell()

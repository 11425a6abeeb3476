# SPDX-License-Identifier: GPL-3.0-or-later
"""Which second language a letter has, and where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.domain.codes_letters import TwoWays
from hospes.i18n.catalog import languages
from hospes.i18n.locale import Locale
from hospes.ui.widgets.boxes import FlowLayout
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field

if TYPE_CHECKING:
    from hospes.queries.letters import KeptLetter
    from hospes.ui.desk import Desk

WIDTH, WAY = 250, 186


class TwoLanguages(QWidget):
    """Two choices that are kept with the letter; the place is asked for only where there is a second."""

    picked = Signal(str, object)
    """Which column of the letter, and what it says now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.second = Choice(theme, [])
        self.way = Choice(theme, [(one.value, desk.locale.label(one)) for one in TwoWays])
        second = Field(theme, desk.text("Second language"), self.second, name="letters.second")
        self._way = Field(theme, desk.text("Where it stands"), self.way, name="letters.two")
        for field, wide in ((second, WIDTH), (self._way, WAY)):
            field.setFixedWidth(theme.u(wide))
        self.setLayout(FlowLayout(theme, second, self._way, gap=12))
        self.second.picked.connect(partial(self.picked.emit, "second_language"))
        self.way.picked.connect(lambda code: self.picked.emit("two_ways", TwoWays(code)))

    def show_letter(self, letter: KeptLetter) -> None:
        """Show what is kept with a letter."""
        locale, second = self.desk.locale, letter.second_language
        codes = dict.fromkeys([*letter.texts, *languages(), *([second] if second else [])])
        pairs = []
        for one in codes:
            name = locale.language_name(Locale.of(one).language)
            written = letter.written_in(one)
            pairs.append(
                (one, name if written else self.desk.text("{language} (not written yet)", language=name))
            )
        self.second.set_options([("", self.desk.text("no second language")), *pairs], second)
        self.way.choose(letter.two_ways.value)
        self._way.setVisible(bool(second))

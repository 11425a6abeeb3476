# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands behind “More” in the rules of a funding scheme: rarely needed, and kept open once opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.i18n.fold import fold
from hospes.ui.pages.place_pane import COUNTRIES
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.buttons import link_button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QBoxLayout

    from hospes.ui.desk import Desk


class Behind:
    """Which parts of a form are open; the form is built anew after each change and asks here."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._open: set[str] = set()

    def more(self, box: Box, name: str, *, used: bool) -> QBoxLayout:
        """A layout at the end of a box: shown where something in it is used, else behind “More”."""
        theme = self.desk.theme
        inner = column(theme, gap=6)
        whole = holder(inner)
        if not used and name not in self._open:
            whole.hide()
            link = link_button(theme, self.desk.text("More"), icon="chevron-down", name=f"{name}.more")

            def show() -> None:
                self._open.add(name)
                link.hide()
                whole.show()
                first = whole.nextInFocusChain()
                if first is not None and whole.isAncestorOf(first):
                    first.setFocus()

            link.clicked.connect(show)
            box.box.addLayout(row(theme, link, None))
        box.box.addWidget(whole)
        return inner


def country_of(desk: Desk, typed: str) -> str | None:
    """The code of a country as somebody writes it: by its name in the window's language, or its code."""
    text = typed.strip()
    if len(text) == 2 and desk.locale.country(text) != text:
        return text.upper()
    wanted = fold(text)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    every = (*COUNTRIES, *(first + second for first in letters for second in letters))
    return next((code for code in every if fold(desk.locale.country(code)) == wanted), None)


def countries_typed(desk: Desk, codes: Iterable[str]) -> str:
    """Countries for a field, by their names."""
    return ", ".join(desk.locale.country(code) for code in codes)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of the calendar's entries, under their days, and the choice of what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from hospes.queries.calendar import Shown
from hospes.ui.pages.calendar_words import LOOK, entry_about, entry_title, leads_on, open_entry, whole_words
from hospes.ui.widgets.boxes import column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.labels import Label, picture
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from hospes.queries.calendar import Entry
    from hospes.ui.desk import Desk
    from hospes.ui.pages.calendar_tab import CalendarTab
    from hospes.ui.widgets.buttons import Button


class EntryRow(QWidget):
    """One entry: its sign, its words, and the way to its page."""

    def __init__(self, desk: Desk, entry: Entry, name: str) -> None:
        super().__init__()
        self._desk, self._entry = desk, entry
        theme = desk.theme
        icon, tone = LOOK[entry.kind]
        words = entry_title(desk, entry)
        title: QWidget
        if leads_on(entry):
            title = link_button(theme, words, self.open, name=name)
            title.setToolTip(plain_tip(whole_words(desk, entry)))
        else:
            title = Label(theme, words, wrap=True, name=name)
        title.setAccessibleName(whole_words(desk, entry))
        self._title = title
        about = entry_about(desk, entry)
        head = row(theme, title) if isinstance(title, Label) else row(theme, title, None)
        text = column(theme, head, gap=0)
        if about:
            text.addWidget(Label(theme, about, "m", wrap=True))
        sign = holder(
            column(
                theme, picture(theme.pixmap(icon, tone, 18)), margins=(0, 8 if leads_on(entry) else 2, 0, 0)
            )
        )
        box = row(theme, sign, text, gap=10)
        box.setStretch(1, 1)
        box.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(box)

    def take_focus(self) -> None:
        """Give the keyboard to its title."""
        self._title.setFocus(Qt.FocusReason.TabFocusReason)

    def open(self) -> None:
        """Open its page."""
        open_entry(self._desk, self._entry)


def shown_button(desk: Desk, tab: CalendarTab, name: str) -> Button:
    """Opens the list of kinds, each with a tick."""
    button = plain_button(desk.theme, desk.text("Show"), icon="list-filter", name=name)
    menu = QMenu(button)
    for kind in Shown:
        act = menu.addAction(desk.locale.label(kind))
        act.setCheckable(True)
        act.setChecked(kind in tab.shown())
        act.setObjectName(f"{name}.{kind.value}")
        act.toggled.connect(_Choice(tab, kind, button).choose)
    button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
    return button


class _Choice(QWidget):
    """One tick of the list."""

    def __init__(self, tab: CalendarTab, kind: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._tab, self._kind = tab, kind

    def choose(self, wanted: bool) -> None:
        """Show the kind or leave it out."""
        self._tab.show_kind(self._kind, wanted)
        self._tab.reload()


def day_head(desk: Desk, words: str) -> QWidget:
    """The line over the entries of a day."""
    return holder(row(desk.theme, Label(desk.theme, words, "group"), None, margins=(0, 8, 0, 0)))

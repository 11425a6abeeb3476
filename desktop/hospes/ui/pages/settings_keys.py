# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Keys: every shortcut on one page, read from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.i18n.marks import N_
from hospes.ui.commands import COMMANDS
from hospes.ui.pages import PAGES
from hospes.ui.widgets.boxes import card, holder
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

MORE = (
    ("Up / Down", N_("Move in a list")),
    ("Space", N_("Choose several")),
    ("Enter", N_("Open; next field")),
    ("Esc", N_("Close the panel, back to the list; the text is kept")),
    ("Ctrl+D", N_("Today’s date into a date field")),
    ("Alt+Down", N_("Open a drop-down, or the calendar of a date field")),
    ("Ctrl+A", N_("Choose everything in the list")),
)


def keys_section(desk: Desk) -> QWidget:
    """A table of keys and what they do."""
    theme = desk.theme
    pairs = [(place.key, desk.text(place.label)) for place in PAGES if place.key]
    pairs += [(command.key, desk.text(command.label)) for command in COMMANDS if command.key]
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.u(24))
    grid.setVerticalSpacing(theme.u(6))
    lines = [(_shown(key), words) for key, words in pairs] + [(key, desk.text(words)) for key, words in MORE]
    half = (len(lines) + 1) // 2
    for at, (key, words) in enumerate(lines):
        across, down = divmod(at, half)
        grid.addWidget(Label(theme, key, "label"), down, across * 2)
        grid.addWidget(Label(theme, words, wrap=True), down, across * 2 + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return card(theme, Label(theme, desk.text("Keys"), "section"), holder(grid, "settings.keyTable"), gap=12)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)

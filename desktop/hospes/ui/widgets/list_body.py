# SPDX-License-Identifier: GPL-3.0-or-later
"""What every list has around it: the line that narrows it, and what is said in its place when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from hospes.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hospes.ui.look.theme import Theme
    from hospes.ui.widgets.notices import EmptyState

FIND_WIDTH = 190
"""Of the line, in units of the design."""


def find_field(
    theme: Theme, words: str, name: str, typed: Callable[..., object], *, width: int = FIND_WIDTH
) -> TextField:
    """The line "Find in this list"; `typed` is called with every key."""
    field = TextField(theme, example=words, name=name)
    field.setAccessibleName(words)
    field.setFixedWidth(theme.u(width))
    field.setClearButtonEnabled(True)
    field.textChanged.connect(typed)
    return field


class ListBody(QStackedWidget):
    """A list, or what is said while nothing stands in it."""

    def __init__(self, table: QWidget) -> None:
        super().__init__()
        self.table = table
        self._empty: EmptyState | None = None
        self.addWidget(table)

    @property
    def filled(self) -> bool:
        """Whether the list is seen."""
        return self.currentWidget() is self.table

    def show_list(self) -> None:
        """Something stands in the list."""
        self._forget()
        self.setCurrentWidget(self.table)

    def show_empty(self, empty: EmptyState) -> None:
        """Nothing does: say so, with the ways on."""
        self._forget()
        self._empty = empty
        self.addWidget(empty)
        self.setCurrentWidget(empty)

    def _forget(self) -> None:
        if self._empty is not None:
            self.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None

# SPDX-License-Identifier: GPL-3.0-or-later
"""A small table of sums: words at the left, amounts at the right, fields among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.ui.widgets.boxes import line
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hospes.ui.look.theme import Theme

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Grid(QWidget):
    """Rows of cells under heads."""

    def __init__(self, theme: Theme, heads: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.u(14))
        self._grid.setVerticalSpacing(theme.u(5))
        self._grid.setColumnStretch(0, 1)
        self._width = len(heads)
        self._at = 1
        for column, words in enumerate(heads):
            label = Label(theme, words, "m", wrap=True)
            if column:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(label, 0, column)

    def head(self, words: str) -> None:
        """A line with a heading over the rows that follow."""
        self._grid.addWidget(Label(self._theme, words, "label"), self._at, 0, 1, self._width)
        self._at += 1

    def add(self, cells: Sequence[str | QWidget], *, strong: bool = False, warn: bool = False) -> None:
        """One row; a sum stands under a line."""
        if strong:
            self._grid.addWidget(line(), self._at, 0, 1, self._width)
            self._at += 1
        for column, cell in enumerate(cells):
            heavy = strong or warn
            widget = (
                cell if isinstance(cell, QWidget) else Label(self._theme, cell, "label" if heavy else "body")
            )
            if isinstance(widget, Label):
                if column:
                    widget.setAlignment(RIGHT)
                else:
                    widget.setWordWrap(True)
            self._grid.addWidget(widget, self._at, column, RIGHT if column else Qt.AlignmentFlag(0))
        self._at += 1

    def _label(self, words: str, *, heavy: bool) -> Label:
        return Label(self._theme, words, "label" if heavy else "body")

    def hide_columns(self, columns: Collection[int]) -> None:
        """Leave columns out where there is little room."""
        for index in range(self._grid.count()):
            item = self._grid.itemAt(index)
            column = self._grid.getItemPosition(index)[1]  # type: ignore[index] # row, column, spans
            widget = item.widget() if item is not None else None
            if column in columns and widget is not None:
                widget.hide()

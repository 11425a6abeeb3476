# SPDX-License-Identifier: GPL-3.0-or-later
"""The one model behind every list: ids in order, rows by block, columns as data (decision 22).

A list knows the ids of all its rows in order and fetches the rows themselves in blocks when they are
looked at: a hundred thousand people cost a hundred thousand ids. What a cell shows is made once per row
and kept, because painting asks for it again and again. Nothing is sorted or filtered here: the query
does that, and no proxy model ever stands in between (it took 80 s to sort 100 000 rows).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hospes.ui.look.sign import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from hospes.i18n.locale import Locale
    from hospes.ui.widgets.labels import Tone

R = TypeVar("R")

BLOCK = 64
"""Rows fetched at once: more than a screen shows, few enough to be quick."""

BLOCKS_KEPT = 64

FEW_LOOKUPS = 3
"""So many places are searched for before all are put into a table."""


class Cell(NamedTuple):
    """What one cell shows. Only `text` is needed."""

    text: str
    grey: str = ""  # second word behind it: Host, Treasurer
    icon: str = ""  # state: icon before the word
    tone: Tone | None = None  # state: colour of icon and word
    initials: str = ""  # person: the avatar before the name
    side: Side = Side.HOME
    mark: bool = False  # the town's shape before the word
    italic: bool = False  # a draft


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what it is called, how wide it is at 100 %, and how it gets its cell from a row."""

    code: str
    label: str | tuple[str, str]  # msgid, or its context and msgid
    width: int
    value: Callable[[R, Locale], str | Cell]
    sort: str = ""  # name of the query's sort key; empty = cannot be sorted by
    align: Literal["left", "right"] = "left"
    args: tuple[tuple[str, object], ...] = ()  # arguments of the label, such as the year
    least: int = 0  # it is never made narrower than this to fit, at 100 %
    goes: int = 0  # which columns go first where room is short: the highest; 0 always stays

    def heading(self, locale: Locale) -> str:
        """The words over the column."""
        if isinstance(self.label, tuple):
            return locale.ptext(*self.label, **dict(self.args))
        return locale.text(self.label, **dict(self.args))


class RowsModel(QAbstractTableModel, Generic[R]):
    """Ids in order and a way to fetch their rows, seen through columns."""

    def __init__(self, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.locale = locale
        self.columns: tuple[Column[R], ...] = ()
        self._ids: Sequence[Hashable] = ()
        self._fetch: Callable[[Sequence[Any]], Sequence[R | None]] = _nothing
        self._rows: dict[int, list[R | None]] = {}
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._places: dict[Hashable, int] | None = None
        self._lookups = 0

    # -- filling -----------------------------------------------------------------------------------

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._cells.clear()
        self.endResetModel()

    def set_rows(self, ids: Sequence[Any], fetch: Callable[[Sequence[Any]], Sequence[R | None]]) -> None:
        """Show these rows.

        Args:
            ids: of all rows, in order.
            fetch: gives for some of the ids their rows in the same order, None for one that is gone.
        """
        self.beginResetModel()
        self._ids, self._fetch = ids, fetch
        self._rows.clear()
        self._cells.clear()
        self._places = None
        self._lookups = 0
        self.endResetModel()

    # -- looking -----------------------------------------------------------------------------------

    def ids(self) -> Sequence[Any]:
        """All ids in order."""
        return self._ids

    def id_at(self, place: int) -> Any:  # noqa: ANN401 - whatever the page uses as ids
        """The id of a row."""
        return self._ids[place]

    def place_of(self, wanted: Hashable) -> int:
        """Where the row of an id stands, -1 if it is not in the list."""
        if self._places is None:
            self._lookups += 1
            if self._lookups <= FEW_LOOKUPS and isinstance(self._ids, list | tuple):
                # A list is filled again with every letter typed: keeping one chosen row needs no whole table.
                try:
                    return self._ids.index(wanted)
                except ValueError:
                    return -1
            self._places = {one: place for place, one in enumerate(self._ids)}
        return self._places.get(wanted, -1)

    def row(self, place: int) -> R | None:
        """The row at a place, fetched with its block if need be."""
        number, within = divmod(place, BLOCK)
        block = self._rows.get(number)
        if block is None:
            block = list(self._fetch(self._ids[number * BLOCK : (number + 1) * BLOCK]))
            if len(self._rows) >= BLOCKS_KEPT:
                oldest = next(iter(self._rows))
                del self._rows[oldest]
                for gone in range(oldest * BLOCK, (oldest + 1) * BLOCK):
                    self._cells.pop(gone, None)
            self._rows[number] = block
        return block[within] if within < len(block) else None

    def cells(self, place: int) -> tuple[Cell, ...]:
        """What the cells of a row show, in the order of the columns."""
        found = self._cells.get(place)
        if found is None:
            row = self.row(place)
            if row is None:
                found = (Cell("…"),) * len(self.columns)
            else:
                values = (column.value(row, self.locale) for column in self.columns)
                found = tuple(value if isinstance(value, Cell) else Cell(value) for value in values)
            self._cells[place] = found
        return found

    def sentence(self, place: int) -> str:
        """A row as a sentence for screen readers: the first cell, then every other with its heading."""
        cells = self.cells(place)
        parts = [_spoken(cells[0])] if cells else []
        for column, cell in zip(self.columns[1:], cells[1:], strict=True):
            if cell.text:
                parts.append(f"{column.heading(self.locale)}: {_spoken(cell)}")
        return "; ".join(parts)

    # -- Qt ----------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(index.row())[index.column()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == 0:
                return self.sentence(index.row())
            heading = self.columns[index.column()].heading(self.locale)
            return f"{heading}: {_spoken(self.cells(index.row())[index.column()])}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return self.columns[section].heading(self.locale)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = self.columns[section].align == "right"
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def _spoken(cell: Cell) -> str:
    return f"{cell.text}, {cell.grey}" if cell.grey else cell.text


def _nothing(ids: Sequence[Any]) -> Sequence[Any]:
    return [None] * len(ids)

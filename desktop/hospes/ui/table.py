# SPDX-License-Identifier: GPL-3.0-or-later
"""The one list of the window: a table whose visible rows are painted directly.

Qt's delegate asks a Python model seven times per cell and cannot repaint a screen within 16 ms;
painting the visible rows here takes a third (performance.md 3). Model, selection and accessibility are
Qt's own, so keyboard and screen readers find an ordinary table.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTableView

from hospes.settings import ListLook
from hospes.ui.column_widths import LEAST_SHARE, shared_widths
from hospes.ui.rows import Column, RowsModel
from hospes.ui.table_header import TableHeader
from hospes.ui.table_menu import heard, usual_menu
from hospes.ui.table_paint import RowPainter
from hospes.ui.widgets.buttons import KEYBOARD

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from hospes.ui.desk import Desk

R = TypeVar("R")

MARK_MS = 3000
"""How long a row changed by Undo stays marked (design 6.2)."""


TYPING_MS = 1000
"""Letters typed within this time belong together when they jump to a name."""


class ListTable(QTableView):
    """A list of rows with columns as data. The page sorts, filters and fetches; this shows and chooses.

    `view` names the list in the settings: its columns, widths and sorting are remembered there.
    """

    chosen = Signal(list)
    """Ids of the chosen rows, whenever they are others than before; the current one first."""

    opened = Signal(object)
    """Id of the row somebody pressed Enter on or double-clicked."""

    binned = Signal(list)
    """Ids of the chosen rows when Delete was pressed."""

    sorted = Signal(str, bool)
    """A column's sort key and whether it goes down: the page queries again."""

    menuWanted = Signal(QPoint)
    """Right click or menu key on a row, in screen coordinates."""

    def __init__(
        self,
        desk: Desk,
        view: str,
        columns: Sequence[Column[Any]],
        *,
        shown: Sequence[str],
        sort: str = "",
        name: str = "",
        label: str = "",
    ) -> None:
        """Build the list.

        Args:
            desk: locale, theme and settings.
            view: name in the settings.
            columns: all columns there are.
            shown: codes of those shown unless somebody chose others.
            sort: sort key in the beginning.
            name: objectName, such as `members.table`.
            label: accessible name.
        """
        super().__init__()
        self._desk = desk
        self._view = view
        self._all = tuple(columns)
        self._default = tuple(shown)
        look = desk.settings.lists.get(view, ListLook())
        known = {column.code for column in columns}
        self._chosen_codes = tuple(c for c in look.columns if c in known) or self._default
        self._widths = {code: width for code, width in look.widths.items() if code in known}
        self._fitting: tuple[str, ...] | None = None
        self._typed = ""
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._end_typing)
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell)
        self._unmark = QTimer(self, singleShot=True, interval=MARK_MS)
        self._unmark.timeout.connect(self._end_mark)
        self._quiet = False
        self._sizing = False
        self._told: list[Any] = []
        self.rows: RowsModel[Any] = RowsModel(desk.locale, self)
        self._painter = RowPainter(desk.theme)
        self.finder: Callable[[str], Hashable | None] | None = None
        self._set_up(name, label)
        sort_keys = {column.sort for column in columns if column.sort}
        self.header.set_sort(look.sort if look.sort in sort_keys else sort, descending=look.descending)
        self._show_columns()

    def _set_up(self, name: str, label: str) -> None:
        theme = self._desk.theme
        self.setObjectName(name or f"{self._view}.table")
        self.setAccessibleName(label)
        self.header = TableHeader(self._desk, self.rows, self)
        self.setHorizontalHeader(self.header)
        self.setModel(self.rows)
        self.header.pressedColumn.connect(self._sort_by)
        self.header.sectionResized.connect(self._resized)
        self.header.menuWanted.connect(self.choose_columns)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.row)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(theme.row)
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().selectionChanged.connect(self._selected)
        self.selectionModel().currentChanged.connect(self._selected)

    # -- rows --------------------------------------------------------------------------------------

    def set_rows(self, ids: Sequence[Any], fetch: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
        """Show these rows and keep what can be kept: chosen rows, the current one, the scroll position."""
        chosen, current = self.chosen_ids(), self.current_id()
        scroll = self.verticalScrollBar().value()
        self._quiet = True
        self.rows.set_rows(ids, fetch)
        self._choose(chosen, current)
        self.verticalScrollBar().setValue(scroll)
        self._quiet = False
        self._painter.forget_hover()
        self.updateGeometry()  # a page that scrolls as a whole gives a list the height of its rows
        if chosen:
            self._telling.start()

    def chosen_ids(self) -> list[Any]:
        """Ids of the chosen rows: the current one first, the others in order."""
        places: list[int] = []
        for part in self.selectionModel().selection().toList():
            places.extend(range(part.top(), part.bottom() + 1))
        current = self.currentIndex().row()
        places.sort()
        if current in places:
            places.remove(current)
            places.insert(0, current)
        return [self.rows.id_at(place) for place in places]

    def current_id(self) -> Any:  # noqa: ANN401 - whatever the page uses as ids
        """Id of the row the keyboard stands on, None if there is none."""
        place = self.currentIndex().row()
        return self.rows.id_at(place) if 0 <= place < self.rows.rowCount() else None

    def choose(self, wanted: Hashable, *, tell: bool = True) -> bool:
        """Choose one row and scroll it into view; False if it is not in the list."""
        place = self.rows.place_of(wanted)
        if place < 0:
            return False
        self._quiet = not tell
        self._go_to(place)
        self._quiet = False
        if not tell:
            self._told = self.chosen_ids()
        return True

    def mark(self, ids: Iterable[Hashable]) -> None:
        """Mark rows for three seconds, after an undo; the first is scrolled into view."""
        places = {place for place in map(self.rows.place_of, ids) if place >= 0}
        self._painter.marked = frozenset(places)
        if places:
            self.scrollTo(self.rows.index(min(places), 0))
        self._unmark.start()
        self.viewport().update()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, as text with tabs and as a table."""
        places = sorted({i.row() for i in self.selectionModel().selectedRows()})
        heads = [column.heading(self._desk.locale) for column in self.rows.columns]
        lines = [heads] + [[cell.text for cell in self.rows.cells(place)] for place in places]
        if not places:
            return
        data = QMimeData()
        data.setText("\n".join("\t".join(_one_line(cell) for cell in line) for line in lines))
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line) + "</tr>" for line in lines
        )
        data.setHtml(f"<table>{body}</table>")
        QGuiApplication.clipboard().setMimeData(data)

    def _choose(self, ids: list[Any], current: Hashable) -> None:
        model = self.selectionModel()
        places = sorted(place for place in map(self.rows.place_of, ids) if place >= 0)
        selection = QItemSelection()
        last = max(self.rows.columnCount() - 1, 0)
        start = previous = -2
        for place in [*places, -9]:
            if place != previous + 1:
                if start >= 0:
                    selection.select(self.rows.index(start, 0), self.rows.index(previous, last))
                start = place
            previous = place
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        here = self.rows.place_of(current) if current is not None else -1
        if here >= 0:
            model.setCurrentIndex(self.rows.index(here, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _go_to(self, place: int) -> None:
        index = self.rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _selected(self) -> None:
        if not self._quiet:
            self._telling.start()
        self.viewport().update()

    def _tell(self) -> None:
        ids = self.chosen_ids()
        if ids != self._told:
            self._told = ids
            self.chosen.emit(ids)

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.id_at(index.row()))

    def _end_mark(self) -> None:
        self._painter.marked = frozenset()
        self.viewport().update()

    # -- columns -------------------------------------------------------------------------------------

    def sort_key(self) -> str:
        """The sort key in force."""
        return self.header.sort

    def descending(self) -> bool:
        """Whether it goes down."""
        return self.header.descending

    def shown(self) -> tuple[str, ...]:
        """Codes of the columns in view, in order."""
        return tuple(column.code for column in self.rows.columns)

    def fit_columns(self, codes: Sequence[str] | None) -> None:
        """Show only these columns while there is little room (design 4); None shows the chosen ones again."""
        self._fitting = tuple(codes) if codes is not None else None
        self._show_columns()

    def set_shown(self, codes: Sequence[str]) -> None:
        """Show these columns from now on, and remember that."""
        known = [column.code for column in self._all]
        self._chosen_codes = tuple(code for code in codes if code in known) or self._default
        self._show_columns()
        self._remember()

    def choose_columns(self, where: QPoint | None = None) -> None:
        """Let the person choose columns from a menu; the first one always stays."""
        menu = QMenu(self)
        menu.setObjectName("columns.menu")
        for column in self._all:
            act = QAction(column.heading(self._desk.locale).replace("&", "&&"), menu)
            act.setCheckable(True)
            act.setChecked(column.code in self._chosen_codes)
            act.setEnabled(column is not self._all[0])
            act.setData(column.code)
            menu.addAction(act)
        menu.triggered.connect(self._toggle_column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where or self.mapToGlobal(QPoint(0, self.header.height())))

    def _toggle_column(self, act: QAction) -> None:
        wanted = {*self._chosen_codes} ^ {str(act.data())}
        self.set_shown([column.code for column in self._all if column.code in wanted])

    def _show_columns(self) -> None:
        codes = self._fitting if self._fitting is not None else self._chosen_codes
        by_code = {column.code: column for column in self._all}
        columns = self._with_room([by_code[code] for code in codes if code in by_code])
        chosen, current = self.chosen_ids(), self.current_id()
        self._quiet = True
        self.rows.set_columns(columns)
        self._choose(chosen, current)
        self._quiet = False
        self._set_widths()

    def _with_room(self, columns: list[Column[Any]]) -> list[Column[Any]]:
        """Those for which there is room without crowding the rest; what somebody chose always stays."""
        if self._fitting is None and self._chosen_codes != self._default:
            return columns
        room, shown = self.viewport().width(), list(columns)
        while sum(map(self._floor, shown)) > room:
            going = max(shown, key=lambda column: column.goes)
            if not going.goes:
                break
            shown.remove(going)
        return shown

    def _floor(self, column: Column[Any]) -> int:
        """How narrow a column can be and still be read."""
        u = self._desk.theme.u
        if column.code in self._widths:  # whoever drew a column narrower meant it
            return int(u(self._widths[column.code]) * LEAST_SHARE)
        least = max(u(column.least), int(u(column.width) * LEAST_SHARE))
        return max(least, self.header.heading_width(column))

    def _refit(self) -> None:
        """Show columns again that have room now, and take out those that have none."""
        codes = self._fitting if self._fitting is not None else self._chosen_codes
        by_code = {column.code: column for column in self._all}
        if self._with_room([by_code[code] for code in codes if code in by_code]) != list(self.rows.columns):
            self._show_columns()
        else:
            self._set_widths()

    def _set_widths(self) -> None:
        """Share the room: more goes to all in proportion, less takes up to a third, then one can scroll."""
        columns = self.rows.columns
        if not columns:
            return
        u = self._desk.theme.u
        wanted = [u(self._widths.get(column.code, column.width)) for column in columns]
        room = self.viewport().width()
        widths = shared_widths(wanted, [self._floor(column) for column in columns], room)
        self._sizing = True
        for number, width in enumerate(widths):
            self.header.resizeSection(number, width)
        self._sizing = False
        self._painter.forget_widths()
        self.viewport().update()

    def _resized(self, section: int, _before: int, after: int) -> None:
        if self._sizing:
            return
        code = self.rows.columns[section].code
        self._widths[code] = self._desk.theme.scale.effective(after)
        self._painter.forget_widths()
        self.viewport().update()
        self._remember()

    def _sort_by(self, section: int) -> None:
        column = self.rows.columns[section]
        if not column.sort:
            return
        descending = not self.header.descending if column.sort == self.header.sort else False
        self.header.set_sort(column.sort, descending=descending)
        self._remember()
        self.sorted.emit(column.sort, descending)

    def _remember(self) -> None:
        columns = () if self._chosen_codes == self._default else self._chosen_codes
        look = ListLook(columns, dict(self._widths), self.header.sort, self.header.descending)
        self._desk.prefer(lists={**self._desk.settings.lists, self._view: look})

    # -- typing, keys, mouse ---------------------------------------------------------------------------

    def keyboardSearch(self, search: str) -> None:
        """Jump to the first row whose first column begins with the letters typed one after the other."""
        self._typed += search
        self._typing.start()
        place = self._find_place(self._typed)
        if place >= 0:
            self._go_to(place)

    def _find_place(self, typed: str) -> int:
        if self.finder is not None:
            found = self.finder(typed)
            return self.rows.place_of(found) if found is not None else -1
        key = self._desk.locale.sort_key
        wanted = key(typed)
        down = self.header.descending
        low, high = 0, self.rows.rowCount()
        while low < high:
            middle = (low + high) // 2
            before = key(self.rows.cells(middle)[0].text) < wanted
            if before != down:
                low = middle + 1
            else:
                high = middle
        if down:
            low -= 1
        return min(max(low, 0), self.rows.rowCount() - 1)

    def _end_typing(self) -> None:
        self._typed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        key = event.key()
        index = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not event.modifiers():
            self._open_index(index)
            return
        if key == Qt.Key.Key_Delete and index.isValid():
            self.binned.emit(self.chosen_ids())
            return
        if key == Qt.Key.Key_Space and index.isValid() and not self._typing.isActive():
            flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(index, flags)
            return
        self._painter.ring = True
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._painter.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.selectionModel().setCurrentIndex(
                self.rows.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._painter.ring = False
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.MouseMove:
            self._hover(self.rowAt(round(event.position().y())))  # type: ignore[attr-defined]  # a QMouseEvent
        elif kind is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, place: int) -> None:
        before = self._painter.hover
        if place != before:
            self._painter.hover = place
            for changed in (before, place):
                if changed >= 0:
                    top = self.rowViewportPosition(changed)
                    self.viewport().update(0, top, self.viewport().width(), self._desk.theme.row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if heard(self, self.menuWanted):
            self.menuWanted.emit(event.globalPos())
        else:
            opens = heard(self, self.opened)
            usual_menu(
                self, self._desk, event.globalPos(), copy=self.copy, columns=self.choose_columns,
                open_it=(lambda: self._open_index(self.currentIndex())) if opens else None,
            )  # fmt: skip

    # -- painting --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._painter.paint(painter, self, event.rect())
        painter.end()


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")

# SPDX-License-Identifier: GPL-3.0-or-later
"""One item of the programme as a row: time, what and where in its languages, who takes part, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hospes.domain.codes_visit import Meal
from hospes.domain.names import display_name
from hospes.ui.pages.visit_programme_words import audience_words, count_words, time_of, zone_words
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.buttons import RingFrame, icon_button, paint_ring
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from hospes.queries.programme import Item, Programme
    from hospes.ui.desk import Desk

TIME_WIDTH = 108
SIDE_WIDTH = 232
BESIDE = 2


class ItemRow(RingFrame):
    """A row that is chosen by a click or Enter; the keyboard goes on with Up and Down."""

    chosen = Signal(object)
    menuWanted = Signal(object, QPoint)
    deleted = Signal(object)
    stepped = Signal(int)

    def __init__(
        self, desk: Desk, programme: Programme, item: Item, languages: tuple[str, ...], *, wide: bool
    ) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        self.item_id: UUID = item.id
        self._programme, self._item = programme, item
        self._wide = wide
        theme = desk.theme
        self.setObjectName(f"visit.item.{item.id.hex}")
        self.setAccessibleName(self._sentence(languages))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.frame = Box(theme, "card", gap=0, margins=(14, 9, 8, 9), across=True)
        when = column(theme, Label(theme, time_of(desk, item), "lead", wrap=True), gap=0)
        if item.zone and programme.zone and item.zone != programme.zone:
            when.addWidget(Label(theme, desk.text("{town} time", town=zone_words(item.zone)), "m", wrap=True))
        when.addStretch(1)
        clock = holder(when)
        clock.setFixedWidth(theme.u(TIME_WIDTH))
        more = icon_button(
            theme, desk.text("More about “{item}”", item=item.title(*languages)), "ellipsis", self._more,
            name=f"visit.item.more.{item.id.hex}", small=True,
        )  # fmt: skip
        texts, side = self._texts(languages), self._side()
        self.frame.box.addWidget(clock)
        if wide:
            self.frame.box.addWidget(texts, 1)
            side.setFixedWidth(theme.u(SIDE_WIDTH))
            self.frame.box.addWidget(side)
        else:
            self.frame.box.addWidget(holder(column(theme, texts, side, gap=3)), 1)
        self.frame.box.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(theme, self.frame, gap=0))

    def _sentence(self, languages: tuple[str, ...]) -> str:
        item = self._item
        parts = [time_of(self.desk, item), item.title(*languages)]
        place = item.words(languages[0]).place
        return "; ".join(part for part in (*parts, place) if part)

    def _texts(self, languages: tuple[str, ...]) -> QWidget:
        """Two languages stand side by side where there is room, else under each other."""
        theme = self.desk.theme
        parts = [self._text(language, first=not number) for number, language in enumerate(languages)]
        if self._wide and len(parts) == BESIDE:
            across = row(theme, *parts, gap=14)
            for number in range(len(parts)):
                across.setStretch(number, 1)
            return holder(across)
        return holder(column(theme, *parts, gap=3))

    def _text(self, language: str, *, first: bool) -> QWidget:
        desk, theme, item = self.desk, self.desk.theme, self._item
        words = item.words(language)
        box = column(theme, gap=1)
        if words.title:
            box.addWidget(Label(theme, words.title, "lead" if first else "partner", wrap=True))
        else:
            if first:
                box.addWidget(Label(theme, item.title(), "lead", wrap=True))
            told = desk.text("no text in {language}", language=desk.locale.language_name(language))
            box.addWidget(StateWord(theme, told, "warn", "pencil", wrap=True))
        about = " · ".join(part for part in (words.place, words.meeting_point) if part)
        if about:
            box.addWidget(Label(theme, about, "m", wrap=True))
        if words.details and self._wide:
            box.addWidget(Label(theme, words.details, "m", wrap=True))
        if self._wide:
            box.addStretch(1)
        return holder(box)

    def _side(self) -> QWidget:
        """Who takes part, the meal with its numbers, seats, who answers for it."""
        desk, theme, item = self.desk, self.desk.theme, self._item
        box = column(theme, gap=1)
        about = [audience_words(desk, self._programme, item)]
        full = item.seats is not None and item.count.all > item.seats
        if item.seats is not None and not full:
            about.append(desk.ntext("{n} seat", "{n} seats", item.seats))
        box.addWidget(Label(theme, " · ".join(about), "m", wrap=True))
        if full:
            words = desk.text("{seats} seats for {people} people", seats=item.seats, people=item.count.all)
            box.addWidget(StateWord(theme, words, "warn", wrap=True))
        if item.meal is not Meal.NONE:
            box.addWidget(StateWord(theme, desk.locale.label(item.meal), "home", "utensils", wrap=True))
            numbers = count_words(desk, item.count)
            if numbers:
                box.addWidget(Label(theme, numbers, wrap=True, name=f"visit.item.count.{item.id.hex}"))
        if item.contact is not None:
            words = desk.text("Contact: {person}", person=display_name(item.contact))
            box.addWidget(Label(theme, words, "m", wrap=True))
        if self._wide:
            box.addStretch(1)
        return holder(box)

    # -- choosing ------------------------------------------------------------------------------------

    def set_chosen(self, chosen: bool) -> None:
        """Show that its form is open."""
        self.frame.setProperty("k", "chosen" if chosen else "card")
        self.frame.style().unpolish(self.frame)
        self.frame.style().polish(self.frame)

    def _more(self) -> None:
        button = self.sender()
        spot = QPoint()
        if isinstance(button, QWidget):
            spot = button.mapToGlobal(button.rect().bottomLeft())
        self.menuWanted.emit(self.item_id, spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.item_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menuWanted.emit(self.item_id, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.chosen.emit(self.item_id)
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit(self.item_id)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Menu:
            self.menuWanted.emit(self.item_id, self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ring:
            painter = QPainter(self)
            paint_ring(painter, QRectF(self.rect()), self.theme, radius=12)
            painter.end()

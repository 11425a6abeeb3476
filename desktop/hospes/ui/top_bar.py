# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above the page: title and line of help, search, undo, redo, new."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QSizePolicy

from hospes.ui.page import Fit, Heading, side_margins
from hospes.ui.widgets.boxes import clear, column, holder, row
from hospes.ui.widgets.buttons import Button, icon_button, literal
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import ElidedLabel, TownName, picture
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from hospes.queries.association import OwnAssociation
    from hospes.store.journal import Changes
    from hospes.ui.desk import Desk


class SearchField(QLineEdit):
    """The one search of the window. Its panel opens beneath it (`search_panel`)."""

    entered = Signal()
    """The keyboard or the mouse came into the field."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._theme = desk.theme
        self._key = key
        self.setObjectName("top.search")
        self.setAccessibleName(desk.text("Find anyone or anything"))
        self._long, self._short = desk.text("Find anyone or anything"), desk.text("Find anything")
        self._is_short = self._is_bare = False
        self.setPlaceholderText(self._long)
        theme = desk.theme
        self._key_room = theme.metrics().horizontalAdvance(key) + theme.u(18)
        self.setTextMargins(theme.u(26), 0, self._key_room + theme.u(2), 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_short(self, short: bool, *, bare: bool = False) -> None:
        """A shorter word for a narrower window; in a very narrow one the title needs the room of the key."""
        self._is_short, self._is_bare = short, bare
        self.setPlaceholderText(self._short if short else self._long)
        theme = self._theme
        self.setTextMargins(theme.u(26), 0, theme.u(2) if bare else self._key_room + theme.u(2), 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = words + (0 if self._is_bare else self._key_room) + self._theme.u(26 + 2 + 36)
        least = self._theme.u(120 if self._is_bare else 218 if self._is_short else 271)
        return QSize(min(max(room, least), self._theme.u(340)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.u(88 if self._is_bare else 120), super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason):
            self.entered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        size = theme.u(18)
        middle = self.height() // 2
        painter.drawPixmap(QPoint(theme.u(9), middle - size // 2), theme.pixmap("search", "muted", 18))
        if not self.text() and not self.hasFocus() and not self._is_bare:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            high = theme.u(25)
            cap = QRectF(self.width() - self._key_room - theme.u(7), middle - high / 2, self._key_room, high)
            painter.setPen(QPen(theme.color("border"), 1))
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(cap, theme.u(5), theme.u(5))
            painter.setPen(theme.color("muted"))
            painter.drawText(QRect(cap.toRect()), Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()


class Title(ElidedLabel):
    """The page's title: in smaller type, in two lines, in yet smaller type, before it is shortened."""

    def __init__(self, desk: Desk) -> None:
        self._type = desk.theme
        self._may_wrap = False
        super().__init__(desk.theme, "", "title", name="top.title")

    def may_wrap(self, may: bool) -> None:
        """Whether there is height for a second line."""
        self._may_wrap = may
        self._shorten()

    def wants(self) -> int:
        """How wide it is in its own type."""
        return self._type.metrics("title").horizontalAdvance(self.whole()) + 2

    def least(self) -> int:
        """How narrow it can be in its smallest form, with as even a break as there is, and still be whole."""
        small, words = self._type.metrics("section"), self.whole().split(" ")
        wide = small.horizontalAdvance
        breaks = range(1, len(words) + 1) if self._may_wrap else (len(words),)
        lines = ((" ".join(words[:at]), " ".join(words[at:])) for at in breaks)
        smallest = self._type.metrics("semi").horizontalAdvance(self.whole())
        return min(smallest, *(max(map(wide, pair)) for pair in lines)) + 2

    def _shorten(self) -> None:
        whole, room = self.whole(), max(self.width(), 1)
        for role in ("title", "name"):
            if self._type.metrics(role).horizontalAdvance(whole) <= room or role == "name":
                break
        small = self._type.metrics("section")
        wraps = self._may_wrap and self._type.metrics(role).horizontalAdvance(whole) > room
        wraps = wraps and max(map(small.horizontalAdvance, whole.split()), default=0) <= room
        if not wraps and self._type.metrics(role).horizontalAdvance(whole) > room:
            # A long word, or no height for two lines: rather small than cut.
            smaller = ("section", "semi")
            fitting = (one for one in smaller if self._type.metrics(one).horizontalAdvance(whole) <= room)
            role = next(fitting, smaller[-1])
        self.setFont(self._type.font("section" if wraps else role))
        self.setWordWrap(wraps)
        super()._shorten()
        if wraps:
            self._fill_two(whole, room)

    def _fill_two(self, whole: str, room: int) -> None:
        """The words in two lines, the second shortened if need be."""
        small, first = self._type.metrics("section"), ""
        words = whole.split(" ")
        while words and small.horizontalAdvance(f"{first} {words[0]}".strip()) <= room:
            first = f"{first} {words.pop(0)}".strip()
        second = small.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room)
        self.setText(f"{first}\n{second}" if second else first)
        self.setToolTip(plain_tip(whole if second != " ".join(words) else ""))


LONGEST = 22
"""Letters of an association's name beside the title, where there is room."""


def _short(name: str) -> str:
    """A drop-down cuts what is too long for it in the middle of a letter."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


class TopBar(QFrame):
    """Title at the left, search and the three buttons at the right."""

    undo = Signal()
    redo = Signal()
    new = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._fit = Fit.NORMAL
        theme = desk.theme
        self.setObjectName("topbar")
        self.places = Button(theme, desk.text("Places"), "sec", icon="menu", name="top.places")
        self.title = Title(desk)
        self.sub = ElidedLabel(theme, "", "m", name="top.sub")
        key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.search = SearchField(desk, key)
        self._undo = Button(
            theme, desk.text("Undo"), "quiet", icon="undo-2", name="top.undo", call=self.undo.emit
        )
        self._redo = icon_button(theme, desk.text("Redo"), "redo-2", name="top.redo", call=self.redo.emit)
        self._new = Button(theme, "", "pri", icon="plus", name="top.new")
        self._new.clicked.connect(self.press_new)
        self._heading = Heading("")
        self._menu: QMenu | None = None
        self.association = Choice(theme, name="top.association")
        self.association.setAccessibleName(desk.text("Association"))
        self.association.setSizeAdjustPolicy(
            self.association.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.association.picked.connect(self._look_at)
        self.association.hide()
        desk.bus.changed.connect(self._changed)
        self._towns = row(theme, gap=8)
        self._line = holder(row(theme, self._towns, self.sub, gap=0))
        words = column(theme, None, self.title, self._line, None, gap=0)
        self._others = (self.places, self.association, self.search, self._undo, self._redo, self._new)
        inner = row(theme, self.places, holder(words), *self._others[1:], gap=8)
        inner.setStretch(1, 1)
        self._inner = inner
        self.setLayout(inner)
        self._new.hide()
        self.set_steps("", "")

    def set_heading(self, heading: Heading) -> None:
        """Show a page's title, help and main button."""
        self._heading = heading
        self.title.set_text(heading.title)
        self.sub.set_text(heading.sub)
        self._show_towns()
        self.show_associations()
        new = heading.new
        self._new.setVisible(new is not None)
        self._menu = None
        if new is not None:
            self._new.set_text(new.label)
            self._new.set_icon(new.icon)
            self._new.setObjectName(new.name)
            if new.choices:
                self._menu = QMenu(self._new)
                for words, call in new.choices:
                    act = QAction(literal(words), self._menu)
                    act.triggered.connect(call)
                    self._menu.addAction(act)
        self._make_room()

    def show_associations(self) -> None:
        """Offer the associations to look at, where the file holds more than one."""
        desk = self._desk
        found: tuple[OwnAssociation, ...] = ()
        if desk.app is not None:
            from hospes.queries.association import associations

            found = desk.read(associations)
        several = len(found) > 1
        if several:
            pairs = [
                ("", desk.text("All associations")),
                *((one.id.hex, _short(one.called)) for one in found),
            ]
            owner = desk.file.owner
            self.association.set_options(pairs, owner.hex if owner is not None else "")
            longest = max(len(words) for _, words in pairs)
            self.association.setMinimumContentsLength(min(longest, LONGEST) if self._fit >= Fit.NORMAL else 5)
        self.association.setVisible(several and self._fit > Fit.NARROW)

    def _changed(self, changes: Changes) -> None:
        if "organisation" not in changes.tables:
            return
        before = self._desk.app is not None and self.association.code()
        self.show_associations()
        if before and self._desk.frame is not None and self._desk.file.owner is None:
            # What was looked at is gone: whatever the pages show is not what they would show now.
            QTimer.singleShot(0, self, self._desk.frame.rebuild)

    def _look_at(self, code: str) -> None:
        self._desk.look_at(UUID(hex=code) if code else None)

    def set_steps(self, undo: str, redo: str) -> None:
        """Name the acts that undo and redo would touch; empty = there is none."""
        for button, words in ((self._undo, undo), (self._redo, redo)):
            button.setEnabled(bool(words))
            button.setToolTip(plain_tip(words))
            button.setAccessibleDescription(words)

    def fit(self, fit: Fit) -> None:
        """Take the form for that much room."""
        self._fit = fit
        left, _, right, _ = side_margins(self._desk.theme, fit)
        u = self._desk.theme.u
        self._inner.setContentsMargins(left, u(7), right, u(6 if fit <= Fit.COMPACT else 8))
        self.places.setVisible(fit is Fit.NARROW)
        self._redo.setVisible(fit >= Fit.NORMAL)
        self.show_associations()
        self._line.setVisible(self._has_line() and self._roomy())
        self._spare(tight=fit is Fit.NARROW)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the words of the main button to its tooltip where they would be cut.

        In a compact window a long title takes the room of the search's key and of the word beside Undo; in
        a narrow one buttons lose their words before the title loses its.
        """
        title = self.title
        title.may_wrap(self._line.isHidden())
        title.setMinimumWidth(0)
        for button in (self._new, self.places):
            button.set_wordless(False)
        if self._fit is Fit.COMPACT:
            self._spare(tight=False)
            if self._inner.sizeHint().width() + title.wants() > self.width():
                self._spare(tight=True)
        if self._fit is Fit.NARROW:
            for button in (self._new, self.places):
                if not button.isHidden() and self._left_for_title() < title.least():
                    button.set_wordless(True)
            title.setMinimumWidth(max(0, min(title.least(), self._left_for_title())))

    def _left_for_title(self) -> int:
        """How wide the title can be once everything else is as narrow as it can."""
        around = self._inner.contentsMargins()
        others = [part for part in self._others if not part.isHidden()]
        taken = sum(max(part.minimumSizeHint().width(), part.minimumWidth()) for part in others)
        gaps = self._inner.spacing() * len(others)
        return self.width() - around.left() - around.right() - taken - gaps

    def _spare(self, *, tight: bool) -> None:
        self.search.set_short(self._fit < Fit.NORMAL, bare=tight)
        self._undo.set_text("" if tight else self._desk.text("Undo"))
        self._undo.setAccessibleName(self._desk.text("Undo"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _show_towns(self) -> None:
        """Who travels to whom, then the line of help."""
        theme = self._desk.theme
        clear(self._towns)
        for side, words in self._heading.towns:
            if side is None:
                self._towns.addWidget(picture(theme.pixmap("arrow-right", "muted", 18), words))
            else:
                town = TownName(theme, words, side)
                town.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
                self._towns.addWidget(town)
        if self._heading.towns:
            self._towns.addSpacing(theme.u(6))
        self._line.setVisible(self._has_line() and self._roomy())

    def _has_line(self) -> bool:
        return bool(self._heading.sub or self._heading.towns)

    def _roomy(self) -> bool:
        return self._fit >= Fit.NORMAL

    def press_new(self) -> None:
        """Do what the main button does: open its menu, or tell that something new is wanted."""
        if self._menu is not None:
            self._menu.popup(self._new.mapToGlobal(QPoint(0, self._new.height())))
        else:
            self.new.emit()

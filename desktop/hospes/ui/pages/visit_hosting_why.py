# SPDX-License-Identifier: GPL-3.0-or-later
"""Why this fits: the right column of the board (design 5.8). The lines shown are the terms of the very sum.

Placing against a must asks here for the reason, in writing; it is kept with the placing and printed for
organisers only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from hospes.ui.pages.visit_hosting_cards import text_height
from hospes.ui.widgets.boxes import NO_LIMIT, Box, FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, main_button, plain_button
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Badge, Label, picture
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_hosting_view import TermView, WhyView
    from hospes.ui.widgets.buttons import Button


ACROSS = 420
"""From this width on the buttons stand beside each other."""

SIDE, RIGHT = 14, 3
"""Margins of the panel; at the right most of it belongs to what scrolls."""


class WhyPanel(Box):
    """Who with whom, the grade, its terms, and what can be done."""

    place = Signal()
    next_one = Signal()
    take_out = Signal()
    lock = Signal(bool)
    bed = Signal()
    """Choose the bed of who sleeps here."""
    excused = Signal(str)
    """Place although a must is broken: the reason."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(theme, "card", gap=8, margins=(14, 12, RIGHT, 12), name="board.why")
        self.desk = desk
        self.setAccessibleName(text("Why this fits"))
        self.title = Label(theme, text("Why this fits"), "section", wrap=True)
        self.close_button = icon_button(
            theme, text("Close “Why this fits”"), "x", self.closed.emit, name="board.closeWhy", small=True
        )
        self.close_button.hide()
        head = row(theme, picture(theme.tessera(29)), self.title, self.close_button, gap=10)
        head.setStretch(1, 1)
        self.box.addLayout(head)
        self._terms = QVBoxLayout()
        self._terms.setContentsMargins(0, 0, 0, 0)
        self._terms.setSpacing(theme.u(8))
        self._inner = column(theme, self._terms, None, gap=0, margins=(0, 0, SIDE - RIGHT, 0))
        self._area = scrolled(holder(self._inner), "board.terms")
        self._area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.box.addWidget(self._area, 1)
        self.reason = Field(
            theme,
            text("Keep it, because…"),
            TextField(theme, name="board.reason"),
            hint=text("Seen by organisers only."),
            name="board.reason",
        )
        self.reason_button = plain_button(
            theme, text("Place all the same"), self._say_reason, name="board.placeAnyway"
        )
        self._stretch(self.reason_button)
        self.reason_box = holder(column(theme, self.reason, self.reason_button, gap=8))
        self.reason_box.hide()
        self.place_button = main_button(theme, "", self.place.emit, icon="check", name="board.place")
        self._stretch(self.place_button)
        self.next_button = plain_button(theme, text("Next suggestion"), self.next_one.emit, name="board.next")
        self._stretch(self.next_button)
        self.out_button = plain_button(theme, "", self.take_out.emit, icon="user-minus", name="board.takeOut")
        self._stretch(self.out_button)
        self.lock_button = link_button(theme, "", self._lock, icon="lock", name="board.lock")
        self.bed_button = link_button(
            theme, text("Choose the bed"), self.bed.emit, icon="bed", name="board.chooseBed"
        )
        self._locked = False
        self._acts = column(theme, self.place_button, self.next_button, self.out_button)
        beneath = column(theme, self.reason_box, margins=(0, 0, SIDE - RIGHT, 0))
        beneath.addLayout(self._acts)
        beneath.addWidget(holder(FlowLayout(theme, self.lock_button, self.bed_button)))
        self.box.addLayout(beneath)
        field = self.reason.editor
        if isinstance(field, TextField):
            field.returnPressed.connect(self._say_reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.desk.theme.u(ACROSS)
        self._acts.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def _make_room(self, _least: int, most: int) -> None:
        """The scroll bar stands in the margin, so that no line gets narrower by it."""
        right = 0 if most else self.desk.theme.u(SIDE - RIGHT)
        self._inner.setContentsMargins(0, 0, right, 0)

    def _stretch(self, button: QWidget) -> None:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- what is shown -------------------------------------------------------------------------------

    def show_empty(self, words: str) -> None:
        """Nobody is chosen, or nobody is left to be."""
        self.ask_reason(False)
        clear(self._terms)
        self._terms.addWidget(Label(self.desk.theme, words, "m", wrap=True, name="board.whyEmpty"))
        self.title.setText(self.desk.text("Why this fits"))
        links = (self.lock_button, self.bed_button)
        for button in (self.place_button, self.next_button, self.out_button, *links):
            button.hide()

    def show_why(
        self,
        view: WhyView,
        *,
        place: str = "",
        following: bool = False,
        out: str = "",
        locked: bool | None = None,
    ) -> None:
        """Show the terms, with the words of the buttons that make sense now (empty = not offered)."""
        theme, text = self.desk.theme, self.desk.text
        self.ask_reason(False)
        self.title.setText(text("Why this fits") if view.fits else text("Why it does not fit"))
        clear(self._terms)
        self._terms.addWidget(self._who(view))
        badge = Badge(theme, view.badge, view.tone, view.icon, name="board.grade")
        self._fold_words(badge)
        self._terms.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        self._terms.addWidget(line())
        lines = QGridLayout()
        lines.setContentsMargins(0, theme.u(2), 0, 0)
        lines.setHorizontalSpacing(theme.u(8))
        lines.setVerticalSpacing(theme.u(9))
        lines.setColumnStretch(1, 1)
        for number, term in enumerate(view.terms):
            self._term(lines, number, term)
        self._terms.addWidget(holder(lines))
        self._buttons(place, following, out, locked)
        self._area.verticalScrollBar().setValue(0)

    def _fold_words(self, badge: Badge) -> None:
        """Words wider than the panel go on in a second line: no line beneath is pushed out of sight."""
        theme, label = self.desk.theme, badge.label
        set_wide = self.maximumWidth() < NO_LIMIT
        room = (self.maximumWidth() if set_wide else self.width()) - theme.u(SIDE + RIGHT + 2)
        room -= self._area.verticalScrollBar().sizeHint().width()
        over = badge.sizeHint().width() - room
        if over > 0:
            wide = label.sizeHint().width() - over
            label.setWordWrap(True)
            label.setFixedSize(wide, text_height(theme, label.text(), wide, "body"))

    def _who(self, view: WhyView) -> QWidget:
        theme = self.desk.theme
        flow = FlowLayout(theme, gap=4)
        for part, name in view.who:
            for word in part.split():
                flow.addWidget(Label(theme, word, "lead" if name else "body"))
        box = holder(flow, "board.who")
        box.setAccessibleName("".join(part for part, _ in view.who))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        return box

    def _term(self, lines: QGridLayout, number: int, term: TermView) -> None:
        theme = self.desk.theme
        top = Qt.AlignmentFlag.AlignTop
        sign = picture(theme.pixmap(term.icon, term.ink, 18))
        sign.setContentsMargins(0, theme.u(2), 0, 0)
        lines.addWidget(sign, number, 0, top)
        words = Label(
            theme, term.text, "err" if term.ink == "err" else "body", wrap=True, name=f"board.term.{number}"
        )
        words.setAccessibleName(term.says)
        lines.addWidget(words, number, 1, top)
        points = Label(theme, term.points, "m", name=f"board.points.{number}")
        lines.addWidget(points, number, 2, top | Qt.AlignmentFlag.AlignRight)

    def _buttons(self, place: str, following: bool, out: str, locked: bool | None) -> None:
        text = self.desk.text
        self._say(self.place_button, place, text("Place here"))
        self.place_button.setVisible(bool(place))
        self.next_button.setVisible(following)
        self._say(self.out_button, out, self.desk.locale.ptext("guest", "Take out"))
        self.out_button.setVisible(bool(out))
        for link in (self.lock_button, self.bed_button):
            link.setVisible(locked is not None)
        self._locked = bool(locked)
        self.lock_button.set_text(
            self.desk.text("May be moved again") if locked else self.desk.text("Keep here")
        )

    def _say(self, button: Button, words: str, short: str) -> None:
        """The words with the name in it, or without where names are long; readers hear the name."""
        button.set_text(words)
        button.setAccessibleName(words)
        theme = self.desk.theme
        if button.sizeHint().width() > max(self.width(), theme.u(200)) - theme.u(2 * SIDE):
            button.set_text(short)
            button.setToolTip(plain_tip(words))
        else:
            button.setToolTip("")

    def _lock(self) -> None:
        self.lock.emit(not self._locked)

    # -- the reason ----------------------------------------------------------------------------------

    def ask_reason(self, on: bool) -> None:
        """Ask for the reason of a placing against a must, or stop asking."""
        self.reason_box.setVisible(on)
        self.place_button.setVisible(not on and bool(self.place_button.text()))
        self.reason.set_value("")
        if on:
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def asking(self) -> bool:
        """Whether a reason is being asked for."""
        return not self.reason_box.isHidden()

    def _say_reason(self) -> None:
        words = self.reason.value().strip()
        if words:
            self.excused.emit(words)
            return
        from hospes.ui.widgets.fields import Verdict

        self.reason.say(Verdict("bad", self.desk.text("Write down why, in a few words.")))
        self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)

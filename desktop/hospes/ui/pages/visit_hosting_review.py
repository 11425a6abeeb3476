# SPDX-License-Identifier: GPL-3.0-or-later
"""The review of a suggestion: nothing is placed before it was looked at (design 5.8).

Each row is a party with its home, grade and reasons; ticks and "Other…" change what will be done, and one
button places what is ticked as one step. Whoever is left over stands beneath, with why and what would help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from hospes.domain.matching.words import sentence
from hospes.ui.page import Fit as Room
from hospes.ui.pages import visit_hosting_words as words
from hospes.ui.pages.visit_hosting_late import CallsBox
from hospes.ui.pages.visit_hosting_left import LeftOver
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, holder, line, row
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_hosting_plan import Item, Review

ROW, NARROW_ROW = 64, 92
WIDE = 620
REASONS = 3
OTHER_WIDE = 92


class ReviewRow(QWidget):
    """One suggestion."""

    ticked = Signal(int, bool)
    other = Signal(int)

    def __init__(self, desk: Desk, number: int, item: Item, home: str, left: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme, text = desk.theme, desk.text
        self._desk = desk
        self._number = number
        self._item = item
        names = words.party_name(desk.locale, item.guests)
        self._head = text("{guests} → {home}", guests=names, home=home)
        self._left = text("moves from {home}", home=left) if left else ""
        if item.mends:
            self._left = words.joined([text("mends a conflict from before"), self._left])
        self._grade = words.grade_words(desk.locale, item.fit.grade, item.fit.score)
        terms = sorted((t for t in item.fit.wishes if (t.points or 0) > 0), key=lambda t: -(t.points or 0))
        self._why = words.joined(sentence(term, desk.locale) for term in terms[:REASONS])
        self.tick = Tick(theme, "", name=f"review.tick.{number}", parent=self)
        self.tick.setChecked(item.ticked)
        self.tick.setAccessibleName(
            ", ".join(part for part in (self._head, self._left, self._grade, self._why) if part)
        )
        self.tick.clicked.connect(self._tick)
        self.button = plain_button(theme, text("Other…"), self._other, name=f"review.other.{number}")
        self.button.setParent(self)
        self.button.setAccessibleName(text("Another host for {guests}", guests=names))

    def _tick(self, on: bool) -> None:
        self.ticked.emit(self._number, on)

    def _other(self) -> None:
        self.other.emit(self._number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        u = self._desk.theme.u
        self.tick.setGeometry(u(8), u(6), self.width() - u(OTHER_WIDE + 24), u(27))
        hint = self.button.sizeHint()
        self.button.setGeometry(self.width() - hint.width() - u(8), u(10), hint.width(), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, u = self._desk.theme, self._desk.theme.u
        painter = QPainter(self)
        left, right = u(8 + 22 + 11), self.button.x() - u(10)
        icon, ink, _ = words.GRADE_LOOKS[self._item.fit.grade]
        grade_wide = theme.metrics("semi").horizontalAdvance(self._grade) + u(26)
        wide = right - left > u(WIDE) - u(OTHER_WIDE)
        grade_left = right - grade_wide if wide else left
        top = u(6)
        head_right = grade_left - u(12) if wide else right
        self._put(painter, self._head, QRect(left, top, head_right - left, u(27)), "strong", "text")
        grade_top = top if wide else top + u(27)
        painter.drawPixmap(grade_left, grade_top + u(4), theme.pixmap(icon, ink, 18))
        self._put(painter, self._grade, QRect(grade_left + u(24), grade_top, grade_wide, u(27)), "semi", ink)
        why = words.joined([self._left, self._why]) if self._left else self._why
        why_top = grade_top + u(26)
        self._put(painter, why, QRect(left, why_top, right - left, u(24)), "body", "muted")
        painter.setPen(theme.color("border"))
        painter.drawLine(u(8), self.height() - 1, self.width() - u(8), self.height() - 1)
        painter.end()

    def _put(self, painter: QPainter, text: str, box: QRect, role: str, token: str) -> None:
        painter.setFont(self._desk.theme.font(role))
        painter.setPen(self._desk.theme.color(token))
        shown = self._desk.theme.metrics(role).elidedText(
            text, Qt.TextElideMode.ElideRight, max(box.width(), 1)
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class ReviewRows(QScrollArea):
    """All rows; only those in view are widgets."""

    ticked = Signal(int, bool)
    other = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._review: Review | None = None
        self._rows: dict[int, ReviewRow] = {}
        self._field = QWidget()
        self.setWidget(self._field)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("review.rows")
        self.setAccessibleName(desk.text("Suggested hosts"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(desk.theme.u(NARROW_ROW))
        self.verticalScrollBar().valueChanged.connect(self._fill)

    def show_review(self, review: Review) -> None:
        """Show its rows anew."""
        self._review = review
        self._drop()
        self._fill()

    def row_height(self) -> int:
        """Height of a row at the present width."""
        wide = self.viewport().width() - self._desk.theme.u(OTHER_WIDE) >= self._desk.theme.u(WIDE)
        return self._desk.theme.u(ROW if wide else NARROW_ROW)

    def _drop(self) -> None:
        gone, self._rows = list(self._rows.values()), {}
        for one in gone:
            one.hide()
            one.deleteLater()

    def _fill(self) -> None:
        review = self._review
        if review is None:
            return
        high, width = self.row_height(), self.viewport().width()
        self._field.resize(width, max(high * len(review.items), 1))
        top = self.verticalScrollBar().value()
        first, last = top // high, (top + self.viewport().height()) // high + 1
        for number in range(max(first, 0), min(last, len(review.items))):
            if number not in self._rows:
                self._rows[number] = self._build(review, number, width, high)

    def _build(self, review: Review, number: int, width: int, high: int) -> ReviewRow:
        item = review.items[number]
        hosts = review.board.view.hosts
        home = self._desk.locale.listing([hosts[key].name for key in item.hosts])
        left = self._desk.locale.listing([hosts[key].name for key in item.moved])
        one = ReviewRow(self._desk, number, item, home, left, self._field)
        one.setGeometry(0, number * high, width, high)
        one.ticked.connect(self.ticked)
        one.other.connect(self.other)
        one.show()
        return one

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop()
        self._fill()

    def row_of(self, number: int) -> ReviewRow | None:
        """The widget of a row that is in view."""
        return self._rows.get(number)


class ReviewPage(Box):
    """The page that takes the board's place while a suggestion is looked through."""

    place = Signal()
    cancelled = Signal()
    again = Signal()

    def __init__(self, desk: Desk) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(theme, "card", gap=8, margins=(18, 12, 16, 12), name="board.review")
        self.desk = desk
        self._review: Review | None = None
        self._small = self._calling = False
        self._calls_made = 0
        self.title = Label(theme, "", "section", wrap=True, name="review.title")
        self.state = holder(FlowLayout(theme))
        self.rows = ReviewRows(desk)
        self.rows.ticked.connect(self._tick)
        self.rows.other.connect(self._others)
        self.left = LeftOver(desk)
        self.mend = Tick(theme, "", name="review.mend")
        self.mend.clicked.connect(self._mend)
        self.calls = CallsBox(desk)
        self.note = Label(theme, text("People you placed by hand stay where they are."), "m", wrap=True)
        self.place_button = main_button(theme, "", self.place.emit, icon="check", name="review.place")
        self.cancel_button = plain_button(theme, text("Cancel"), self.cancelled.emit, name="review.cancel")
        self.again_button = plain_button(
            theme, text("Search longer"), self.again.emit, icon="clock", name="review.again"
        )
        self.calls_button = plain_button(theme, "", self._toggle_calls, icon="phone", name="review.showCalls")
        flow = FlowLayout(theme, self.place_button, self.cancel_button, self.calls_button, self.again_button)
        for part in (self.title, self.state, self.mend, line()):
            self.box.addWidget(part)
        across = row(theme, self.rows, self.calls, gap=16)
        across.setStretch(0, 3)
        across.setStretch(1, 2)
        self.box.addLayout(across, 1)
        self.box.addWidget(self.left, 1)
        self.box.addWidget(self.note)
        self.box.addWidget(holder(flow))

    def show_review(self, review: Review) -> None:
        """Show a suggestion, or the plan after a late change."""
        self._review = review
        self.title.setText(self._title(review))
        self.mend.setVisible(review.can_mend > 0)
        if review.can_mend:
            self.mend.set_text(self._mend_words(review))
            self.mend.setChecked(review.mends)
        self._show_state(review)
        self.again_button.setVisible(not review.proved)
        self.rows.show_review(review)
        self.left.show_review(review)
        self._calling = False
        self._count()
        self._arrange()

    def _show_state(self, review: Review) -> None:
        """How good the plan is, in badges."""
        desk, theme = self.desk, self.desk.theme
        flow = self.state.layout()
        assert flow is not None
        clear(flow)
        if review.earlier:
            said = desk.ntext(
                "{n} conflict from before stays", "{n} conflicts from before stay", review.earlier
            )
            flow.addWidget(Badge(theme, said, "warn", "triangle-alert", name="review.earlier"))
        else:
            flow.addWidget(Badge(theme, desk.text("All musts kept"), "ok", "check", name="review.musts"))
        flow.addWidget(self._proof(review))
        left = len(review.leftover)
        if left:
            words_left = desk.ntext("{n} guest without a bed", "{n} guests without a bed", left)
            flow.addWidget(Badge(theme, words_left, "warn", "triangle-alert", name="review.left"))

    def _mend_words(self, review: Review) -> str:
        desk = self.desk
        calls = desk.ntext("{n} more call", "{n} more calls", review.more_calls)
        return desk.ntext(
            "Mend {n} conflict from before as well: {calls}",
            "Mend {n} conflicts from before as well: {calls}",
            review.can_mend,
            calls=calls,
        )

    def _mend(self, on: bool) -> None:
        if self._review is not None:
            self._review.mend(on)
            self.show_review(self._review)

    def _title(self, review: Review) -> str:
        desk, n = self.desk, review.suggested
        if review.late is None:
            return desk.ntext("Suggested host for {n} guest", "Suggested hosts for {n} guests", n)
        moved = sum(len(item.guests) for item in review.items if item.moved)
        return desk.ntext(
            "The plan with the fewest calls: {n} guest changes homes",
            "The plan with the fewest calls: {n} guests change homes",
            moved,
        )

    def _proof(self, review: Review) -> Badge:
        desk, theme = self.desk, self.desk.theme
        if review.proved:
            return Badge(
                theme, desk.text("Proved: no plan is better"), "ok", "shield-check", name="review.proof"
            )
        points = review.short_of
        said = desk.ntext(
            "Not proved: a plan could be {n} point better at most",
            "Not proved: a plan could be {n} points better at most",
            points,
        )
        return Badge(theme, said, "warn", "clock", name="review.proof")

    def fit(self, fit: Room) -> None:
        """The calls stand beside the rows where there is room, else in their place when asked for."""
        self._small = fit <= Room.COMPACT
        self._arrange()

    def _toggle_calls(self) -> None:
        self._calling = not self._calling
        self._arrange()

    def _arrange(self) -> None:
        review, desk = self._review, self.desk
        late = review is not None and review.late is not None
        calling = late and self._calling
        self.calls.setVisible(late and (calling or not self._small))
        self.rows.setVisible(review is not None and bool(review.items) and not (calling and self._small))
        self.calls_button.setVisible(late and self._small)
        crowded = self._small and review is not None and bool(review.leftover)
        self.note.setVisible(not late and not crowded)
        if late:
            n = self._calls_made
            back = desk.text("What changes")
            self.calls_button.set_text(
                back if calling else desk.ntext("{n} call to make", "{n} calls to make", n)
            )

    # -- choosing ------------------------------------------------------------------------------------

    def _tick(self, number: int, on: bool) -> None:
        if self._review is not None:
            self._review.tick(number, on)
            self._count()
            self._arrange()

    def _count(self) -> None:
        if self._review is None:
            return
        n = self._review.people
        late = self._review.late is not None
        calls = self._review.calls()
        self._calls_made = sum(some.calls for some in calls) if calls is not None else 0
        self.calls.show_calls(calls)
        self.place_button.set_text(
            self.desk.text("Change it like this")
            if late and not n
            else self.desk.ntext("Place the {n} ticked", "Place the {n} ticked", n)
        )
        self.place_button.setEnabled(n > 0 or late)

    def _others(self, number: int) -> None:
        review = self._review
        button = self.rows.row_of(number)
        if review is None or button is None:
            return
        menu = QMenu(self)
        menu.setObjectName("review.otherMenu")
        for fit in review.others(number):
            grade = words.grade_words(self.desk.locale, fit.grade, fit.score)
            home = review.board.view.hosts[fit.host].name
            act = menu.addAction(self.desk.text("{home}: {grade}", home=home, grade=grade))
            act.setObjectName(f"review.other.{fit.host}")
            act.setData((number, fit.host))
            act.triggered.connect(self._change)
        if menu.isEmpty():
            menu.addAction(self.desk.text("No other home fits")).setEnabled(False)
        menu.popup(button.button.mapToGlobal(button.button.rect().bottomLeft()))

    def _change(self) -> None:
        number, host = self.sender().data()  # type: ignore[attr-defined]  # a QAction
        if self._review is not None:
            self._review.change(number, host)
            self.rows.show_review(self._review)
            self._count()
            self._arrange()

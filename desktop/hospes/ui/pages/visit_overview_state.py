# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a visit is: its state, what it waits for, and the bars that open their tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from hospes.actions.visits import EditVisit
from hospes.domain.codes_visit import VisitState
from hospes.ui.pages.visit_words import step_words
from hospes.ui.widgets.boxes import Box, column
from hospes.ui.widgets.buttons import RingFrame, link_button, paint_ring
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Bar, Label, StateWord

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from hospes.queries.visit_overview import Progress
    from hospes.queries.visits import VisitRow
    from hospes.ui.desk import Desk
    from hospes.ui.look.theme import Theme
    from hospes.ui.widgets.labels import Tone

STEP_TABS = {"place": "hosting", "days": "programme", "programme": "programme", "report": "report"}


class StateCard(Box):
    """The state, and the next step with its cure."""

    def __init__(self, desk: Desk, visit: VisitRow) -> None:
        theme = desk.theme
        super().__init__(theme, "card", Label(theme, desk.text("State"), "section"), gap=8)
        self.desk = desk
        self._visit = visit
        states = [(one.value, desk.locale.label(one)) for one in VisitState]
        self.state = Choice(theme, states, visit.state.value, name="visit.state")
        self.state.setAccessibleName(desk.text("State"))
        self.state.picked.connect(self._pick)
        self.box.addWidget(self.state)
        for words, code in self._proposals():
            button = link_button(theme, words, name=f"visit.state.{code.value}")
            button.setProperty("state_code", code.value)
            button.clicked.connect(self._press)
            self.box.addWidget(button)
        if visit.step is not None:
            tone: Tone = "warn" if visit.step.code == "place" else "home"
            icon = "triangle-alert" if visit.step.code == "place" else "arrow-right"
            step = StateWord(theme, step_words(desk, visit.step), tone, icon, wrap=True)
            step.setObjectName("visit.step")
            self.box.addWidget(step)
            if visit.step.code in STEP_TABS:
                cures = {
                    "place": desk.text("Place guests"),
                    "days": desk.text("Open the programme"),
                    "programme": desk.text("Open the programme"),
                    "report": desk.text("Open the report"),
                }
                self.box.addWidget(
                    link_button(theme, cures[visit.step.code], self._cure, name="visit.step.cure")
                )

    def _proposals(self) -> list[tuple[str, VisitState]]:
        """What the calendar suggests: a visit that has begun is running, one that is over is done."""
        visit, today, text = self._visit, self.desk.file.today, self.desk.text
        if visit.first is None or visit.last is None or visit.state not in (
            VisitState.IDEA, VisitState.PLANNED, VisitState.RUNNING
        ):  # fmt: skip
            return []
        if visit.last < today:
            return [(text("It is over: mark it as done"), VisitState.DONE)]
        if visit.first <= today and visit.state is not VisitState.RUNNING:
            return [(text("It has begun: mark it as running"), VisitState.RUNNING)]
        if visit.state is VisitState.IDEA:
            return [(text("It will take place: mark it as planned"), VisitState.PLANNED)]
        return []

    def _press(self) -> None:
        self._pick(str(self.sender().property("state_code")))

    def _pick(self, code: str) -> None:
        desk, state = self.desk, VisitState(code)
        if state is self._visit.state:
            return
        said = desk.text("The visit is marked: {state}", state=desk.locale.label(state))
        desk.run(EditVisit(self._visit.id, {"state": state}), said=said)

    def _cure(self) -> None:
        step = self._visit.step
        if step is not None:
            self.desk.go("visit", id=self._visit.id.hex, tab=STEP_TABS[step.code])


class BarLink(RingFrame):
    """A bar that opens its tab."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, bar: Bar, tab: str, name: str) -> None:
        super().__init__(theme)
        self._tab = tab
        self.setObjectName(name)
        self.setAccessibleName(bar.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayout(column(theme, bar, margins=(0, 3, 0, 5)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._tab)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._tab)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ring:
            painter = QPainter(self)
            paint_ring(painter, QRectF(self.rect()), self.theme)
            painter.end()


class BarOpener(Box):
    """Base of cards with bars: leads to the tab of the visit."""

    def __init__(self, desk: Desk, visit_id_hex: str, *parts: QWidget) -> None:
        super().__init__(desk.theme, "card", *parts, gap=6)
        self.desk = desk
        self._hex = visit_id_hex

    def add_bar(self, bar: Bar, tab: str, name: str) -> None:
        """Put a bar in that opens `tab`."""
        link = BarLink(self.desk.theme, bar, tab, name)
        link.pressed.connect(self._open)
        self.box.addWidget(link)

    def _open(self, tab: str) -> None:
        self.desk.go("visit", id=self._hex, tab=tab)


def visit_bars(desk: Desk, visit: VisitRow, progress: Progress | None) -> list[tuple[Bar, str, str]]:
    """The bars whose data there are, each with its tab and code: guests, programme, seats, money."""
    theme, text = desk.theme, desk.text
    found: list[tuple[Bar, str, str]] = []
    if visit.beds:
        tone: Tone = "ok" if visit.placed >= visit.beds else "warn"
        words = text("{n} of {m}", n=visit.placed, m=visit.beds)
        bar = Bar(theme, text("Guests with a host"), words, visit.placed / visit.beds, tone)
        found.append((bar, "hosting", "guests"))
    if visit.days:
        words = desk.ntext("{done} of {n} day", "{done} of {n} days", visit.days, done=visit.programme_days)
        tone = "ok" if visit.programme_days >= visit.days else "home"
        bar = Bar(theme, text("Programme"), words, visit.programme_days / visit.days, tone)
        found.append((bar, "programme", "programme"))
    if progress is not None and progress.seats is not None:
        n, m = progress.seats
        bar = Bar(
            theme, text("Guests with a seat"), text("{n} of {m}", n=n, m=m), n / m, "ok" if n >= m else "home"
        )
        found.append((bar, "travel", "seats"))
    if progress is not None and progress.money is not None:
        promised, applied = progress.money
        words = text("{n} of {m}", n=promised, m=applied)
        whole = promised.minor >= applied.minor
        share = promised.minor / applied.minor
        bar = Bar(theme, text("Money promised"), words, share, "ok" if whole else "home")
        found.append((bar, "budget", "money"))
    return found


class ProgressCard(BarOpener):
    """The bars of the visit."""

    def __init__(self, desk: Desk, visit: VisitRow, progress: Progress) -> None:
        super().__init__(desk, visit.id.hex, Label(desk.theme, desk.text("How far it is"), "section"))
        found = visit_bars(desk, visit, progress)
        for bar, tab, code in found:
            self.add_bar(bar, tab, f"visit.bar.{code}")
        if not found:
            self.box.addWidget(Label(desk.theme, desk.text("Nothing is planned yet."), "m"))

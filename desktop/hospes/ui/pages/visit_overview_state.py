# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a visit is: its state, what it waits for, and the bars that open their tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.visits import EditVisit
from hospes.domain.codes_visit import VisitState
from hospes.ui.pages.visit_bars import BarsCard, Progress
from hospes.ui.pages.visit_words import step_words
from hospes.ui.widgets.boxes import Box
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from hospes.queries.budget import Promised
    from hospes.queries.travel_counts import Seats
    from hospes.queries.visits import VisitRow
    from hospes.ui.desk import Desk
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


class ProgressCard(BarsCard):
    """The bars of the visit."""

    def __init__(self, desk: Desk, visit: VisitRow, seats: Seats | None, money: Promised | None) -> None:
        title = Label(desk.theme, desk.text("How far along it is"), "section")
        super().__init__(desk, visit.id.hex, title, name="visit.bar")
        how_far = Progress(visit.beds, visit.placed, visit.days, visit.programme_days, seats, money)
        if not self.add_bars(how_far):
            self.box.addWidget(Label(desk.theme, desk.text("Nothing is planned yet."), "m"))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to do before, during and after a visit, its days counted from the first (design 5.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hospes.actions.visits_tasks import AddVisitTask, MoveVisitTask
from hospes.domain.names import display_name
from hospes.domain.visit_dates import Span
from hospes.ui.pages.task_acts import delete_task, tick_task
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.widgets.boxes import Box, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hospes.queries.visit_overview import VisitFacts, VisitTask
    from hospes.ui.desk import Desk

TASK_WIDTH = 190
"""So much of a line a task needs before its day goes on in a second one."""


class TasksCard(Box):
    """Three groups of ticks, and a line for a new task."""

    def __init__(self, desk: Desk, facts: VisitFacts, tasks: Sequence[VisitTask]) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=6, name="visit.tasks")
        self.desk = desk
        self._facts = facts
        self._tasks = {one.id.hex: one for one in tasks}
        self._moving: QWidget | None = None
        open_ = sum(one.done_on is None for one in tasks)
        count = desk.ntext("{n} task open", "{n} tasks open", open_) if tasks else ""
        head = row(
            theme,
            Label(theme, desk.text("Before, during and after"), "section", wrap=True),
            None,
            Label(theme, count, "m", name="visit.tasks.count"),
        )
        self.box.addLayout(head)
        span = Span(facts.first, facts.last) if facts.first and facts.last else None
        groups: dict[str, list[VisitTask]] = {"before": [], "during": [], "after": [], "": []}
        for one in tasks:
            groups[_when(one, span)].append(one)
        words = {
            "before": desk.text("Before"),
            "during": desk.text("During"),
            "after": desk.text("After"),
            "": desk.text("Without a day"),
        }
        self._ticks: list[Tick] = []
        self._done: list[QWidget] = []
        for code, found in groups.items():
            if found:
                label = Label(theme, words[code], "group")
                self.box.addWidget(label)
                if all(one.done_on is not None for one in found):
                    self._done.append(label)
                for one in found:
                    line = self._row(one)
                    self.box.addWidget(line)
                    if one.done_on is not None:
                        self._done.append(line)
        self._fold_done(len(tasks) - open_)
        if not tasks:
            self.box.addWidget(Label(theme, desk.text("Nothing is written down yet."), "m"))
        self.box.addWidget(self._form())

    def _row(self, one: VisitTask) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        tick = Tick(theme, one.title, name=f"visit.task.{one.id.hex}")
        tick.setChecked(one.done_on is not None)
        tick.setProperty("task", one.id.hex)
        tick.clicked.connect(self._tick)
        self._ticks.append(tick)
        late = one.done_on is None and one.due_on is not None and one.due_on < desk.file.today
        about = [display_name(one.assignee)] if one.assignee is not None else []
        about += [words] if (words := self._day_words(one)) else []
        when = Label(theme, " · ".join(about), "warn" if late else "m")
        move = icon_button(
            theme, desk.text("Another day for “{task}”", task=one.title), "calendar-days", self._move,
            name=f"visit.task.move.{one.id.hex}", small=True,
        )  # fmt: skip
        away = icon_button(
            theme, desk.text("Delete “{task}”", task=one.title), "x", self._delete,
            name=f"visit.task.delete.{one.id.hex}", small=True,
        )  # fmt: skip
        for button in (move, away):
            button.setProperty("task", one.id.hex)
        about_it = Turning(theme, when, holder(row(theme, move, away, gap=6)), gap=6)
        line = Turning(theme, tick, about_it, gap=6, enough=theme.u(TASK_WIDTH))
        line.setObjectName(f"visit.task.row.{one.id.hex}")
        return line

    def _fold_done(self, done: int) -> None:
        """What is done lies folded under one line, so that what is to do is seen."""
        self._unfold: QWidget | None = None
        if not done:
            return
        words = self.desk.ntext("Show {n} task that is done", "Show {n} tasks that are done", done)
        self._unfold = link_button(self.desk.theme, words, self._show_done, name="visit.tasks.done")
        for widget in self._done:
            widget.hide()
        self.box.addWidget(self._unfold)

    def _show_done(self) -> None:
        for widget in self._done:
            widget.show()
        if self._unfold is not None:
            self._unfold.hide()

    def _day_words(self, one: VisitTask) -> str:
        """`22 Apr · 21 days before`, or when it was done."""
        desk = self.desk
        if one.done_on is not None:
            return desk.text("done on {day}", day=desk.locale.date(one.done_on, "day_month"))
        if one.due_on is None:
            return ""
        day = desk.locale.date(one.due_on, "day_month")
        if one.days is None:
            return day
        if one.days < 0:
            away = desk.ntext("{n} day before", "{n} days before", -one.days)
        elif one.days == 0:
            away = desk.text("first day")
        else:
            away = desk.ntext("{n} day later", "{n} days later", one.days)
        return desk.text("{day} · {away}", day=day, away=away)

    def _sent(self) -> VisitTask:
        return self._tasks[str(self.sender().property("task"))]

    def _tick(self) -> None:
        one = self._sent()
        tick_task(self.desk, one.id, one.title, done=one.done_on is None)

    def _delete(self) -> None:
        one = self._sent()
        delete_task(self.desk, one.id, one.title)

    # -- another day ---------------------------------------------------------------------------------

    def _move(self) -> None:
        """Open a line under the task with its words and its day."""
        one = self._sent()
        self._end_move()
        desk, theme = self.desk, self.desk.theme
        self._title = TextField(theme, one.title, name="visit.task.title")
        self._title.setAccessibleName(desk.text("What is there to do?"))
        self._day = day_editor(desk, desk.locale.date(one.due_on, "list"))
        self._day.line.setObjectName("visit.task.day")
        self._day.line.setAccessibleName(desk.text("By when"))
        self._day.setMaximumWidth(theme.u(190))
        keep = plain_button(theme, desk.text("Keep"), self._keep, name="visit.task.keep")
        keep.setProperty("task", one.id.hex)
        away = icon_button(
            theme, desk.text("Close"), "x", self._end_move, name="visit.task.close", small=True
        )
        line = row(theme, self._title, self._day, keep, away, margins=(31, 0, 0, 4))
        line.setStretch(0, 1)
        self._moving = holder(line)
        under = self.findChild(type(self._moving), f"visit.task.row.{one.id.hex}")
        if under is not None:
            self.box.insertWidget(self.box.indexOf(under) + 1, self._moving)
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._day.line.selectAll()

    def _end_move(self) -> None:
        moving, self._moving = self._moving, None
        if moving is not None:
            moving.hide()
            moving.deleteLater()

    def _keep(self) -> None:
        one, desk = self._sent(), self.desk
        day = self._typed_day(self._day.text())
        if day is False:
            return
        assert day is not True
        title = self._title.text().strip() or one.title
        self._end_move()
        if title != one.title or day != one.due_on:
            desk.run(MoveVisitTask(one.id, day, title), said=desk.text("“{task}” is changed.", task=title))

    def _typed_day(self, typed: str) -> date | bool | None:
        """The day, None for none, False if it cannot be read, which is said."""
        verdict = day_check(self.desk)(typed)
        if verdict.kind == "bad":
            self.desk.say(verdict.text, kind="err")
            return False
        return day_of(self.desk, typed)

    # -- a new one -----------------------------------------------------------------------------------

    def _form(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self.title = TextField(theme, example=desk.text("What is there to do?"), name="visit.task.new")
        self.title.setAccessibleName(desk.text("What is there to do?"))
        self.due = day_editor(desk)
        self.due.line.setObjectName("visit.task.due")
        self.due.line.setAccessibleName(desk.text("By when"))
        self.due.line.setPlaceholderText(desk.text("By when"))
        self.due.setMaximumWidth(theme.u(190))
        add = plain_button(theme, desk.text("Add"), self._add, name="visit.task.add")
        line = row(theme, self.title, self.due, add, margins=(0, 6, 0, 0))
        line.setStretch(0, 1)
        return holder(line)

    def begin(self) -> None:
        """Go to the line for a new task."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """Where the keyboard goes first."""
        return next((tick for tick in self._ticks if not tick.isChecked()), self.title)

    def _add(self) -> None:
        day = self._typed_day(self.due.text())
        if day is False:
            return
        assert day is not True
        action = AddVisitTask(self._facts.id, self.title.text(), day)
        self.title.setModified(False)
        self.due.line.setModified(False)
        self.desk.run(action, said=self.desk.text("The task is noted."), failed=self._failed)

    def _failed(self, error: Exception) -> None:
        from hospes.domain.errors import UserError

        self.title.setModified(True)
        if isinstance(error, UserError):
            self.desk.say(error, kind="err")
        self.begin()


def _when(one: VisitTask, span: Span | None) -> str:
    if one.due_on is None or span is None:
        return ""
    if one.due_on < span.first:
        return "before"
    return "during" if one.due_on <= span.last else "after"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks: this week, later, some day. What is ticked stays until midnight, struck through (design 5.9)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hospes.domain.task_days import When, group_of
from hospes.queries.events import TaskRow, open_tasks
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.calendar_tab import CalendarTab
from hospes.ui.pages.calendar_task_form import TaskForm
from hospes.ui.pages.task_acts import delete_task, tick_task
from hospes.ui.widgets.boxes import card, clear, column, holder, limited, row, scrolled
from hospes.ui.widgets.buttons import icon_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from hospes.ui.desk import Desk

TITLE_WIDTH = 200
WIDTH = 960


class TasksTab(CalendarTab):
    """A form, and three groups of ticks."""

    def __init__(self, desk: Desk, day: Callable[[], date], go: Callable[[date], None]) -> None:
        super().__init__(desk, day, go)
        theme = desk.theme
        self._rows: dict[str, TaskRow] = {}
        self._wanted = ""
        self.form = TaskForm(desk)
        self.form.done.connect(self._form_done)
        self.form.hide()
        self._box = column(theme, gap=6)
        self._card = card(theme, self._box)
        inside = holder(column(theme, self.form, self._card, None, gap=10))
        self._area = scrolled(limited(theme, inside, WIDTH), "tasks.list")
        self._whole = column(theme, self._area)
        self.setLayout(self._whole)

    def reload(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        found = desk.read(open_tasks, desk.file.today, desk.locale)
        self._rows = {one.id.hex: one for one in found}
        words = {
            When.THIS_WEEK: desk.text("This week"),
            When.LATER: desk.text("Later"),
            When.SOME_DAY: desk.text("Some day"),
        }
        for group, label in words.items():
            rows = [one for one in found if group_of(one.due_on, desk.file.today) is group]
            if rows:
                self._box.addWidget(Label(theme, label, "group"))
                for one in rows:
                    self._box.addWidget(self._row(one))
        if not found:
            self._box.addWidget(
                EmptyState(theme, desk.text("Nothing is written down yet."), icon="list-checks")
            )

    def _row(self, one: TaskRow) -> QWidget:
        desk, theme, ref = self.desk, self.desk.theme, one.id.hex
        tick = Tick(theme, one.title, name=f"task.{ref}")
        tick.setChecked(one.done_on is not None)
        if one.done_on is not None:
            face = tick.font()
            face.setStrikeOut(True)
            tick.setFont(face)
        tick.setProperty("task", ref)
        tick.clicked.connect(self._tick)
        late = one.done_on is None and one.due_on is not None and one.due_on < desk.file.today
        about = Label(theme, self._about(one), "warn" if late else "m", wrap=True)
        edit = icon_button(
            theme, desk.text("Change “{task}”", task=one.title), "pencil", self._edit,
            name=f"task.edit.{ref}", small=True,
        )  # fmt: skip
        away = icon_button(
            theme, desk.text("Delete “{task}”", task=one.title), "x", self._delete,
            name=f"task.delete.{ref}", small=True,
        )  # fmt: skip
        for button in (edit, away):
            button.setProperty("task", ref)
        line = Turning(
            theme, tick, holder(row(theme, about, None, edit, away, gap=6)), enough=theme.u(TITLE_WIDTH)
        )
        line.setObjectName(f"task.row.{ref}")
        return line

    def _about(self, one: TaskRow) -> str:
        """Who, by when, and for what."""
        desk = self.desk
        parts = [one.assignee]
        if one.due_on is not None:
            parts.append(desk.locale.date(one.due_on, "weekday_short"))
        if one.days is not None and (one.visit_id or one.event_id):
            if one.days < 0:
                parts.append(desk.ntext("{n} day before", "{n} days before", -one.days))
            elif one.days > 0:
                parts.append(desk.ntext("{n} day later", "{n} days later", one.days))
        parts.append(one.of)
        return " · ".join(part for part in parts if part)

    # -- acts ----------------------------------------------------------------------------------------

    def _sent(self) -> TaskRow:
        return self._rows[str(self.sender().property("task"))]

    def _tick(self) -> None:
        one = self._sent()
        tick_task(self.desk, one.id, one.title, done=one.done_on is None)

    def _delete(self) -> None:
        one = self._sent()
        delete_task(self.desk, one.id, one.title)

    def _edit(self) -> None:
        self._edit_task(self._sent())

    def _edit_task(self, one: TaskRow) -> None:
        self.form.load(one)
        self.form.show()
        self.form.begin()
        self.headingChanged.emit()

    def begin(self) -> None:
        """Open the form for a new task."""
        self.form.load(None)
        self.form.show()
        self.form.begin()
        self.headingChanged.emit()

    def _form_done(self) -> None:
        self.form.hide()
        self.headingChanged.emit()

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        return NewButton(self.desk.text("New task"), "plus", "calendar.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": self.begin}
        if not self.form.isHidden():
            acts |= {"add": self.form.keep, "escape": self._form_done}
        return acts

    def show_at(self, **where: object) -> None:
        self.reload()
        ref = where.get("id")
        if isinstance(ref, str) and ref in self._rows:
            self._edit_task(self._rows[ref])
        elif where.get("new"):
            self.begin()

    def first_focus(self) -> QWidget | None:
        return self._area.findChild(Tick)

    def mark(self, ids: frozenset[UUID]) -> None:
        for ref in ids:
            found = self.findChild(QWidget, f"task.{ref.hex}")
            if found is not None:
                with suppress(RuntimeError):
                    found.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to do in a project: the tasks of the calendar, each with whose matter it is and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.tasks import AddTask, EditTask
from hospes.domain.names import display_name
from hospes.ui.pages.task_acts import delete_task, tick_task
from hospes.ui.pages.visit_fields import PersonCombo, day_check, day_editor, day_of
from hospes.ui.widgets.boxes import Box, FlowLayout, holder, row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.actions import Action
    from hospes.domain.errors import UserError
    from hospes.queries.projects import ProjectPage, ProjectTask
    from hospes.ui.desk import Desk

WORDS_WIDTH, PERSON_WIDTH, DAY_WIDTH = 300, 210, 190
TASK_WIDTH = 190
"""So much of a line a task needs before its day goes on in a second one."""


class TasksCard(Box):
    """A tick a task, and three fields for a task that is new or changed."""

    def __init__(self, desk: Desk, data: ProjectPage) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=6, name="project.tasks")
        self.desk, self._project = desk, data.row.id
        self._tasks = {one.id.hex: one for one in data.tasks}
        self._editing: UUID | None = None
        open_ = sum(one.done_on is None for one in data.tasks)
        count = desk.ntext("{n} task open", "{n} tasks open", open_) if data.tasks else ""
        head = row(theme, Label(theme, desk.text("Tasks"), "section"), None, Label(theme, count, "m"))
        self.box.addLayout(head)
        for one in data.tasks:
            self.box.addWidget(self._row(one))
        if not data.tasks:
            self.box.addWidget(Label(theme, desk.text("Nothing is written down yet."), "m"))
        self.box.addWidget(self._form())

    # -- the list ------------------------------------------------------------------------------------

    def _row(self, one: ProjectTask) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        tick = Tick(theme, one.title, name=f"project.task.{key}")
        tick.setChecked(one.done_on is not None)
        tick.setProperty("task", key)
        tick.clicked.connect(self._tick)
        late = one.done_on is None and one.due_on is not None and one.due_on < desk.file.today
        about = [display_name(one.assignee)] if one.assignee is not None else []
        if one.done_on is not None:
            about.append(desk.text("done on {day}", day=desk.locale.date(one.done_on, "list")))
        elif one.due_on is not None:
            about.append(desk.locale.date(one.due_on, "list"))
        when = Label(theme, " · ".join(about), "warn" if late else "m")
        change = icon_button(
            theme, desk.text("Change “{task}”", task=one.title), "pencil", self._change,
            name=f"project.task.change.{key}", small=True,
        )  # fmt: skip
        away = icon_button(
            theme, desk.text("Delete “{task}”", task=one.title), "x", self._delete,
            name=f"project.task.delete.{key}", small=True,
        )  # fmt: skip
        for button in (change, away):
            button.setProperty("task", key)
        about_it = Turning(theme, when, holder(row(theme, change, away, gap=6)), gap=6)
        return Turning(theme, tick, about_it, gap=6, enough=theme.u(TASK_WIDTH))

    def _sent(self) -> ProjectTask:
        return self._tasks[str(self.sender().property("task"))]

    def _tick(self) -> None:
        one = self._sent()
        tick_task(self.desk, one.id, one.title, done=one.done_on is None)

    def _delete(self) -> None:
        one = self._sent()
        delete_task(self.desk, one.id, one.title)

    # -- the form ------------------------------------------------------------------------------------

    def _form(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self.words = Field(
            theme, desk.text("What is there to do?"), TextField(theme), name="project.task.words"
        )
        self.person = PersonCombo(desk)
        self.person.setPlaceholderText(desk.text("Nobody in particular"))
        self.who = Field(theme, desk.text("Whose matter is it?"), self.person, name="project.task.who")
        self.due = Field(
            theme, desk.text("By when"), day_editor(desk), check=day_check(desk), name="project.task.due"
        )
        for field, width in ((self.words, WORDS_WIDTH), (self.who, PERSON_WIDTH), (self.due, DAY_WIDTH)):
            field.setFixedWidth(theme.u(width))
        self.keep_button = plain_button(theme, desk.text("Add"), self._keep, name="project.task.keep")
        self.close_button = icon_button(
            theme, desk.text("Close"), "x", self._close, name="project.task.close", small=True
        )
        self.close_button.hide()
        foot = row(theme, self.keep_button, self.close_button, gap=6, margins=(0, 24, 0, 0))
        return holder(FlowLayout(theme, self.words, self.who, self.due, holder(foot), gap=10))

    def begin(self) -> None:
        """Go to the line for a new task."""
        self._close()
        self.words.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self) -> None:
        one, desk = self._sent(), self.desk
        self._editing = one.id
        self.words.set_value(one.title)
        self.person.setText(display_name(one.assignee) if one.assignee is not None else "")
        self.due.set_value(desk.locale.date(one.due_on, "list") if one.due_on is not None else "")
        self.keep_button.setText(desk.text("Keep"))
        self.close_button.show()
        self.words.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._editing = None
        for field in (self.words, self.who, self.due):
            field.set_value("")
            field.say(Verdict("fine"))
        self.keep_button.setText(self.desk.text("Add"))
        self.close_button.hide()

    def _whose(self) -> UUID | None:
        """Who was chosen; a name that was there before and is left alone stays who it was."""
        code, typed = self.person.code(), self.person.text().strip()
        if code:
            return UUID(hex=code)
        was = self._tasks[self._editing.hex] if self._editing is not None else None
        if was is not None and was.assignee is not None and typed == display_name(was.assignee):
            return was.assignee_id
        return None

    def _keep(self) -> None:
        desk, typed = self.desk, self.due.value()
        verdict = day_check(desk)(typed)
        if verdict.kind == "bad":
            self.due.say(verdict)
            return
        title, whose, day = self.words.value(), self._whose(), day_of(desk, typed)
        if self.person.text().strip() and whose is None:
            self.who.say(
                Verdict("bad", desk.text("Nobody here is called that; choose a person from the list."))
            )
            return
        editing = self._editing
        if not title.strip():
            self.words.say(Verdict("bad", desk.text("What is there to do? The task needs a few words.")))
            return
        if editing is None:
            action: Action = AddTask(title, due_on=day, assignee_id=whose, project_id=self._project)
            said = desk.text("The task is noted.")
        else:
            action = EditTask(editing, {"title": title, "assignee_id": whose, "due_on": day})
            said = desk.text("“{task}” is changed.", task=title)
        if desk.run(action, said=said, failed=self._failed) is not None:
            self._close()

    def _failed(self, error: UserError) -> None:
        self.words.say(Verdict("bad", self.desk.words(error)))

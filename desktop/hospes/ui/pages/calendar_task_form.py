# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a task: what, who, by when (a day, or so long before a visit or event), for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from hospes.actions.tasks import AddTask, EditTask
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.task_days import Unit, distance
from hospes.queries.calendar import starts_to_choose
from hospes.ui.pages.visit_fields import PersonCombo, day_check, day_editor, day_of
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.buttons import main_button, quiet_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.events import TaskRow
    from hospes.ui.desk import Desk

FIELD, WIDE, SMALL = 210, 320, 110
ON_A_DAY, BEFORE, AFTER, NEVER = "day", "before", "after", "never"
MOST = 1000


class TaskForm(Box):
    """One form for a new task and for one that is there."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", name="task.form")
        self.desk = desk
        self._assignee_was = ""
        self._id: UUID | None = None
        self._seen: int | None = None
        self.head = Label(theme, "", "section")
        self.title = Field(
            theme, desk.text("What is there to do?"), TextField(theme), needed=desk.text("has to be filled"),
            name="task.form.title",
        )  # fmt: skip
        self.who = Field(theme, desk.text("Who does it"), PersonCombo(desk), name="task.form.who")
        self.of = Field(theme, desk.text("For which visit or event"), Choice(theme), name="task.form.of")
        self.about = Field(theme, desk.text("About whom"), PersonCombo(desk), name="task.form.about")
        ways = [
            (ON_A_DAY, desk.text("On a day")),
            (BEFORE, desk.text("Before it begins")),
            (AFTER, desk.text("After it begins")),
            (NEVER, desk.text("Some day")),
        ]
        self.way = Field(theme, desk.text("By when"), Choice(theme, ways, ON_A_DAY), name="task.form.way")
        self.day = Field(
            theme, desk.text("Day"), day_editor(desk), check=day_check(desk), name="task.form.day"
        )
        self.number = Field(theme, desk.text("How many"), TextField(theme, "3"), name="task.form.number")
        units = [(Unit.DAYS.value, desk.text("Days")), (Unit.WEEKS.value, desk.text("Weeks"))]
        self.unit = Field(theme, desk.text("Of what"), Choice(theme, units, "weeks"), name="task.form.unit")
        for field, width in (
            (self.title, WIDE), (self.who, FIELD), (self.of, WIDE), (self.about, FIELD), (self.way, FIELD),
            (self.day, FIELD), (self.number, SMALL), (self.unit, SMALL),
        ):  # fmt: skip
            field.setFixedWidth(theme.u(width))
        self.way.editor.picked.connect(self._show_way)  # type: ignore[attr-defined]  # a Choice
        self.keep_button = main_button(theme, desk.text("Keep"), self.keep, name="task.form.keep")
        away = quiet_button(theme, desk.text("Cancel"), self.done.emit, name="task.form.cancel")
        fields = holder(
            FlowLayout(
                theme, self.title, self.who, self.of, self.way, self.day, self.number, self.unit, self.about,
                gap=14,
            )
        )  # fmt: skip
        buttons = holder(FlowLayout(theme, self.keep_button, away))
        for part in (self.head, fields, buttons):
            self.box.addWidget(part)

    def load(self, one: TaskRow | None) -> None:
        """Show a task, or nothing for a new one."""
        desk = self.desk
        self._id, self._seen = (one.id, one.version) if one is not None else (None, None)
        self.head.setText(desk.text("Change the task") if one is not None else desk.text("New task"))
        self.keep_button.set_text(desk.text("Keep") if one is not None else desk.text("Add the task"))
        starts = desk.read(starts_to_choose, desk.file.today, desk.locale)
        pairs = [("", desk.text("None"))]
        pairs += [
            (f"{kind}:{ref.hex}", f"{name} · {desk.locale.date(on, 'list')}")
            for kind, ref, name, on in starts
        ]
        chosen = ""
        if one is not None and (one.visit_id or one.event_id):
            belongs = one.visit_id or one.event_id
            assert belongs is not None
            chosen = f"{'visit' if one.visit_id else 'event'}:{belongs.hex}"
            if chosen not in {code for code, _ in pairs}:
                pairs.append((chosen, one.of))
        box = self.of.editor
        assert isinstance(box, Choice)
        box.set_options(pairs, chosen)
        self.title.set_value(one.title if one is not None else "")
        self.who.set_value(one.assignee if one is not None else "")
        self._assignee_was = one.assignee if one is not None else ""
        self.about.setVisible(one is None)
        self.about.set_value("")
        self.day.set_value(desk.locale.date(one.due_on, "list") if one is not None else "")
        self._set_way(one)

    def _set_way(self, one: TaskRow | None) -> None:
        way = ON_A_DAY
        if one is not None and one.due_on is None:
            way = NEVER
        elif one is not None and one.days and (one.visit_id or one.event_id):
            way = BEFORE if one.days < 0 else AFTER
            weeks = one.days % 7 == 0
            self.number.set_value(str(abs(one.days) // 7 if weeks else abs(one.days)))
            self.unit.set_value((Unit.WEEKS if weeks else Unit.DAYS).value)
        self.way.set_value(way)
        self._show_way(way)

    def _show_way(self, way: str) -> None:
        counted = way in (BEFORE, AFTER)
        self.number.setVisible(counted)
        self.unit.setVisible(counted)
        self.day.setVisible(way == ON_A_DAY)

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self.title.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep what the form holds."""
        desk, way = self.desk, self.way.value()
        due, days = None, None
        kind, _, ref = self.of.value().partition(":")
        visit = UUID(hex=ref) if kind == "visit" else None
        event = UUID(hex=ref) if kind == "event" else None
        if way == ON_A_DAY:
            typed = self.day.value()
            due = day_of(desk, typed)
            if due is None and typed.strip():
                self.day.say(day_check(desk)(typed))
                return
        elif way in (BEFORE, AFTER):
            if not ref:
                self.of.say(Verdict("bad", desk.text("Choose the visit or event from which to count.")))
                return
            typed = self.number.value().strip()
            if not (typed.isdecimal() and int(typed) <= MOST):
                self.number.say(Verdict("bad", desk.text("This has to be a number.")))
                return
            days = distance(int(typed), Unit(self.unit.value()), before=way == BEFORE)
        who, about = self._person(self.who), self._person(self.about)
        if who is False or about is False:
            return
        self._run(due, days, visit, event, who or None, about or None)

    def _person(self, field: Field) -> UUID | bool | None:
        """Somebody, nobody, or False where the words name no one."""
        box, typed = field.editor, field.value().strip()
        assert isinstance(box, PersonCombo)
        if not typed:
            return None
        if code := box.code():
            return UUID(hex=code)
        if field is self.who and typed == self._assignee_was:
            return None
        field.say(Verdict("bad", self.desk.text("Nobody is called that.")))
        return False

    def _run(
        self,
        due: object,
        days: int | None,
        visit: UUID | None,
        event: UUID | None,
        who: UUID | bool | None,
        about: UUID | bool | None,
    ) -> None:
        desk, title = self.desk, self.title.value()
        if self._id is None:
            action = AddTask(
                title,
                due,  # type: ignore[arg-type]  # a day or nothing
                about if isinstance(about, UUID) else None,
                who if isinstance(who, UUID) else None,
                visit,
                event,
                days,
            )
            outcome = desk.run(action, said=desk.text("The task is noted."), failed=self._failed)
        else:
            values: dict[str, object] = {
                "title": title, "due_on": due, "visit_id": visit, "event_id": event, "days_from_start": days
            }  # fmt: skip
            if self.who.value().strip() != self._assignee_was:
                values["assignee_id"] = who if isinstance(who, UUID) else None
            said = desk.text("“{task}” is changed.", task=title.strip())
            outcome = desk.run(EditTask(self._id, values, self._seen), said=said, failed=self._failed)
        if outcome is not None:
            self.done.emit()

    def _failed(self, error: UserError) -> None:
        if isinstance(error, FieldProblem) and error.field == "title":
            self.title.say(Verdict("bad", self.desk.words(error)))
        else:
            self.desk.say(error, kind="err")

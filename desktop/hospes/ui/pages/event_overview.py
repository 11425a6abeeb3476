# SPDX-License-Identifier: GPL-3.0-or-later
"""What an event is, when and where, its agenda and its minutes; each field is kept when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.events import EditEvent, SetEventText
from hospes.domain.codes import Attendance, EventKind
from hospes.domain.errors import UserError
from hospes.domain.meetings import MEETINGS
from hospes.domain.names import display_name
from hospes.domain.programme_times import Times, read_times, times_words
from hospes.queries.projects import projects_of_part
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.contacts_balance import BalanceCard
from hospes.ui.pages.event_minutes import minutes_draft
from hospes.ui.pages.event_money import MoneyCard
from hospes.ui.pages.event_tab import EventTab
from hospes.ui.pages.insert_text import InsertText
from hospes.ui.pages.person_rebuild import rebuild
from hospes.ui.pages.project_cards import part_of_lines
from hospes.ui.pages.visit_fields import PersonCombo, day_check, day_editor, day_of, times_check
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, limited, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from hospes.queries.events import EventFacts, Role
    from hospes.ui.desk import Desk

WIDTH = 1100
FIELD, WIDE = 210, 340


class EventOverview(EventTab):
    """Facts, agenda, minutes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._box = column(theme, gap=12)
        self._area = scrolled(limited(theme, holder(column(theme, self._box, None)), WIDTH), "event.overview")
        self._whole = column(theme, self._area)
        self.setLayout(self._whole)
        self._fields: list[Field] = []

    def show_facts(self, facts: EventFacts) -> None:
        """Show it; while somebody writes here only what else changed is waited for."""
        busy = any(field.changed for field in self._fields)
        self.facts = facts
        if not busy:
            self.reload()

    def reload(self) -> None:
        rebuild(self, self._build, self._area)

    def _build(self) -> None:
        clear(self._box)
        self._fields = []
        money = MoneyCard(self.desk, self.facts)
        for part in (self._facts_card(), self._agenda_card(), self._minutes_card(), money):
            self._box.addWidget(part)
        self._fields += money.fields
        if self.facts.people:
            self._box.addWidget(BalanceCard(self.desk, "event", self.facts.id))

    # -- parts ---------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return self.desk.locale.language

    def _facts_card(self) -> QWidget:
        desk, theme, facts = self.desk, self.desk.theme, self.facts
        own = facts.texts.get(self._language)
        words = facts.words(self._language)
        title = Field(
            theme, desk.text("What is it called?"), TextField(theme, own.title if own else words.title),
            name="event.title",
        )  # fmt: skip
        title.saved.connect(lambda typed: self._text(title, "title", typed))
        kinds = [(one.value, desk.locale.label(one)) for one in EventKind]
        kind = Field(theme, desk.text("Kind"), Choice(theme, kinds, facts.kind.value), name="event.kind")
        kind.saved.connect(lambda code: self._save(kind, {"kind": EventKind(code)}))
        day = Field(
            theme, desk.text("Day"), day_editor(desk, desk.locale.date(facts.on, "list")),
            check=day_check(desk), name="event.on",
        )  # fmt: skip
        day.saved.connect(lambda typed: self._save_day(day, typed))
        until = desk.locale.date(facts.last, "list") if facts.last is not None else ""
        last = Field(
            theme, desk.text("Last day"), day_editor(desk, until), check=day_check(desk), name="event.last",
            hint=desk.text("Only if it takes several days."),
        )  # fmt: skip
        last.saved.connect(lambda typed: self._save(last, {"last": day_of(desk, typed)}))
        clock = times_words(Times(facts.starts, facts.ends, ""), desk.locale)
        times = Field(
            theme, desk.text("Time"), TextField(theme, clock, example="19:30"), check=times_check(desk),
            name="event.times",
        )  # fmt: skip
        times.saved.connect(lambda typed: self._save_times(times, typed))
        place = Field(theme, desk.text("Where"), TextField(theme, facts.place), name="event.place")
        place.saved.connect(lambda typed: self._save(place, {"place": typed}))
        shown = [(title, WIDE), (day, FIELD), (last, FIELD), (times, FIELD), (kind, FIELD), (place, WIDE)]
        if facts.kind in MEETINGS:
            shown.append((self._role(desk.text("In the chair"), "chair_id", facts.chair), WIDE))
            shown.append((self._role(desk.text("Who took the minutes"), "keeper_id", facts.keeper), WIDE))
        for field, width in shown:
            field.setFixedWidth(theme.u(width))
            self._fields.append(field)
        asked, here = len(facts.people), facts.count(Attendance.PRESENT)
        coming = facts.count(Attendance.COMING)
        told = [desk.ntext("{n} invited", "{n} invited", asked)]
        if coming:
            told.append(desk.ntext("{n} comes", "{n} come", coming))
        if here:
            told.append(desk.ntext("{n} was there", "{n} were there", here))
        if not asked:
            told = [desk.text("Nobody is invited yet.")]
        people = link_button(theme, " · ".join(told), self._to_people, name="event.toPeople")
        new_task = link_button(theme, desk.text("New task"), self._task, icon="plus", name="event.newTask")
        flow = FlowLayout(theme, *(field for field, _ in shown), gap=14)
        projects = desk.read(projects_of_part, self._language, event=facts.id)
        lines = part_of_lines(desk, projects, "event.project")
        return card(theme, holder(flow), row(theme, people, new_task, None, gap=16), *lines)

    def _role(self, label: str, column_: str, role: Role | None) -> Field:
        """A person who did something at the meeting; emptied, nobody is named."""
        desk = self.desk
        editor = PersonCombo(desk, text=display_name(role.name) if role is not None else "")
        field = Field(desk.theme, label, editor, name=f"event.{column_.removesuffix('_id')}")

        def save(typed: str) -> None:
            code = editor.code()
            if typed.strip() and not code:
                words = desk.text("Nobody here is called that; choose a person from the list.")
                field.set_unusable(typed, Verdict("bad", words))
                return
            self._save(field, {column_: UUID(hex=code) if code else None})

        field.saved.connect(save)
        return field

    def _agenda_card(self) -> QWidget:
        return self._text_card("agenda", self.desk.text("Agenda"), lines=5)

    def _minutes_card(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        fill = plain_button(
            theme, desk.text("Fill in the numbers"), self._fill, icon="sparkles", name="event.fill"
        )
        fill.setToolTip(desk.text("Writes who was there and how the votes went under what is written."))
        label = desk.text("Minutes") if self.facts.kind in MEETINGS else desk.text("Report")
        return self._text_card("minutes", label, lines=7, button=fill)

    def _text_card(self, name: str, label: str, *, lines: int, button: QWidget | None = None) -> QWidget:
        theme, words = self.desk.theme, self.facts.texts.get(self._language)
        shown = self.facts.words(self._language)
        text = getattr(words, name) if words is not None else ""
        text = text or getattr(shown, name)
        editor = LongText(theme, text, lines=lines, lines_most=24)
        field = Field(theme, label, editor, name=f"event.{name}")
        field.label.hide()
        field.saved.connect(lambda typed: self._text(field, name, typed))
        self._fields.append(field)
        head = row(theme, Label(theme, label, "section"), None)
        head.addWidget(InsertText(self.desk, field, lambda: self._language, f"event.{name}.insertText"))
        if button is not None:
            head.addWidget(button)
        return card(theme, head, field)

    # -- keeping -------------------------------------------------------------------------------------

    def _save(self, field: Field, values: Mapping[str, object]) -> None:
        desk = self.desk
        desk.run(
            EditEvent(self.facts.id, values),
            said=desk.text("The event is changed."),
            failed=lambda error: field.say(Verdict("bad", desk.words(error))),
        )

    def _save_day(self, field: Field, typed: str) -> None:
        day = day_of(self.desk, typed)
        if day is None:
            field.say(Verdict("bad", self.desk.text("On which day is it?")))
        else:
            self._save(field, {"on": day})

    def _save_times(self, field: Field, typed: str) -> None:
        try:
            times = read_times(typed, self.desk.locale)
        except UserError as error:
            field.say(Verdict("bad", self.desk.words(error)))
            return
        self._save(field, {"starts": times.starts, "ends": times.ends})

    def _text(self, field: Field, name: str, typed: str) -> None:
        desk = self.desk
        values = {name: typed}
        if name != "title" and self._language not in self.facts.texts:
            values["title"] = self.facts.words(self._language).title
        desk.run(
            SetEventText(self.facts.id, self._language, values),
            said=desk.text("The event is changed."),
            failed=lambda error: field.say(Verdict("bad", desk.words(error))),
        )

    def _fill(self) -> None:
        draft = minutes_draft(self.desk, self.facts)
        field = next(one for one in self._fields if one.editor.objectName() == "event.minutes")
        before = field.value().strip()
        if draft in before:
            self.desk.say(self.desk.text("The numbers stand in the minutes already."), kind="info")
            return
        text = f"{before}\n\n{draft}" if before else draft
        field.set_value(text)
        self._text(field, "minutes", text)

    def leave(self) -> None:
        for field in self._fields:
            if field.changed:
                field.leave()

    # -- the tab -------------------------------------------------------------------------------------

    def _to_people(self) -> None:
        self.desk.go("event", id=self.facts.id.hex, tab="people")

    def _task(self) -> None:
        self.desk.go("calendar", tab="tasks", new=True)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {}

    def first_focus(self) -> QWidget | None:
        return self._fields[0].editor if self._fields else None

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)

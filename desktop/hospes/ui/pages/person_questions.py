# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaving, dying, moving out: asked in place, with the few fields each needs, never in a window on top."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from hospes.actions.households import MoveOut
from hospes.actions.members import HasLeft
from hospes.actions.people import HasDied
from hospes.domain.codes import LeavingReason
from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.domain.names import display_name
from hospes.queries.members import member_rows
from hospes.queries.people import household_of
from hospes.queries.suggestions import place_of
from hospes.ui.pages.member_form_people import pair
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.actions import Action
    from hospes.domain.values import RoughDate
    from hospes.queries.people import Housemate
    from hospes.ui.desk import Desk

REASONS = tuple(reason for reason in LeavingReason if reason is not LeavingReason.DIED)


class LifeQuestion(Box):
    """A question about one person with fields and two answers, both verbs."""

    closed = Signal()
    """Answered, or left as it was."""

    def __init__(self, desk: Desk, person_id: UUID, name: str, words: str, detail: str = "") -> None:
        super().__init__(desk.theme, "card", gap=8, margins=(14, 12, 14, 12), name="person.question")
        self.desk, self.person_id, self.name = desk, person_id, name
        self.setAccessibleName(words)
        self.box.addWidget(Label(desk.theme, words, "lead", wrap=True))
        if detail:
            self.box.addWidget(Label(desk.theme, detail, "m", wrap=True))

    def _day(self, words: str, *, hint: str = "", today: bool = True, kind: DateKind = DateKind.ANY) -> Field:
        editor = date_field(self.desk)
        field = Field(
            self.desk.theme,
            words,
            editor,
            check=day_check(self.desk, kind),
            hint=hint,
            name="person.question.day",
        )
        if today:
            field.set_value(self.desk.locale.date(self.desk.file.today))
        self._kind = kind
        self.box.addWidget(field)
        return field

    def _answers(self, verb: str, cancel: str) -> None:
        theme = self.desk.theme
        flow = FlowLayout(theme)
        flow.addWidget(main_button(theme, verb, self.answer, name="person.question.yes"))
        flow.addWidget(plain_button(theme, cancel, self.closed.emit, name="person.question.no"))
        self.box.addWidget(holder(flow))

    def _read(self, field: Field) -> RoughDate | None:
        """The day in a field; says there what is wrong. Raises UserError."""
        try:
            return read_day(self.desk, field.value(), self._kind)
        except UserError as error:
            field.say(Verdict("bad", self.desk.words(error)))
            field.editor.setFocus()
            raise

    def _run(self, action: Action, said: str, field: Field) -> object:
        def failed(error: UserError) -> None:
            field.say(Verdict("bad", self.desk.words(error)))

        outcome = self.desk.run(action, said=said, failed=failed)
        if outcome is None:
            return None
        self.closed.emit()
        return outcome.result if outcome.result is not None else True

    def _mates(self) -> list[Housemate]:
        """Who else lives in the household now."""
        day = self.desk.file.today
        home = self.desk.read(household_of, self.person_id, day)
        if home is None:
            return []
        return [
            one
            for one in home.people
            if one.id != self.person_id and one.lives_here(day) and not one.deceased
        ]

    def _ticks(self, words: str, mates: list[Housemate]) -> list[Tick]:
        """Who else it is about."""
        if mates:
            self.box.addWidget(Label(self.desk.theme, words, "label"))
        ticks = []
        for one in mates:
            tick = Tick(self.desk.theme, display_name(one.name), name=f"person.question.{one.id.hex}")
            tick.setProperty("person", one.id.hex)
            self.box.addWidget(tick)
            ticks.append(tick)
        return ticks

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        fields = self.findChildren(Field)
        if fields:
            fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Do what the verb says."""
        raise NotImplementedError


def _ticked(ticks: list[Tick]) -> tuple[UUID, ...]:
    return tuple(UUID(hex=str(tick.property("person"))) for tick in ticks if tick.isChecked())


class LeftQuestion(LifeQuestion):
    """From when on, and why."""

    def __init__(self, desk: Desk, person_id: UUID, name: str) -> None:
        words = desk.text("{person} leaves the association.", person=name)
        super().__init__(
            desk, person_id, name, words, desk.text("Everything about the membership stays in the file.")
        )
        self.day = self._day(desk.text("No longer a member from"))
        pairs = [(one.value, desk.locale.label(one)) for one in REASONS]
        self.reason = Choice(desk.theme, pairs, LeavingReason.RESIGNED.value)
        self.box.addWidget(Field(desk.theme, desk.text("Reason"), self.reason, name="person.question.reason"))
        mates = self._mates()
        rows = desk.read(
            member_rows, [one.id for one in mates], locale=desk.locale, today=desk.file.today, only=()
        )
        members = {one.id for one in rows if one.is_member}
        self.also = self._ticks(desk.text("Also leaves"), [one for one in mates if one.id in members])
        self._answers(desk.text("Has left"), desk.text("Stays a member"))

    def answer(self) -> None:
        """End the memberships."""
        try:
            day = self._read(self.day)
        except UserError:
            return
        people = (self.person_id, *_ticked(self.also))
        on = day.first if day is not None else None
        said = self.desk.text("{person} has left. Everything about the membership stays.", person=self.name)
        if len(people) > 1:
            said = self.desk.ntext("{n} person has left.", "{n} people have left.", len(people))
        self._run(HasLeft(people, on, LeavingReason(self.reason.code())), said, self.day)


class DiedQuestion(LifeQuestion):
    """When; the day may be unknown."""

    def __init__(self, desk: Desk, person_id: UUID, name: str) -> None:
        words = desk.text("{person} has died.", person=name)
        detail = desk.text("All post stops at once. Everything that was stays in the file.")
        super().__init__(desk, person_id, name, words, detail)
        hint = desk.text("May stay empty, or be a year or month only.")
        self.day = self._day(desk.text("Died on"), hint=hint, today=False, kind=DateKind.PAST)
        self._answers(desk.text("Has died"), desk.text("Leave it as it was"))

    def answer(self) -> None:
        """Keep the fact; post stops."""
        try:
            day = self._read(self.day)
        except UserError:
            return
        said = self.desk.text(
            "{person} has died. No post goes out any more; everything else is kept.", person=self.name
        )
        self._run(HasDied(self.person_id, day), said, self.day)


class MoveOutQuestion(LifeQuestion):
    """Where to, since when, and who goes along."""

    def __init__(self, desk: Desk, person_id: UUID, name: str) -> None:
        words = desk.text("{person} moves out into a household of their own.", person=name)
        super().__init__(desk, person_id, name, words)
        theme = desk.theme
        self.street = Field(theme, desk.text("New street"), TextField(theme), name="person.question.street")
        self.postcode = Field(theme, desk.text("Postcode"), TextField(theme), name="person.question.postcode")
        self.town = Field(theme, desk.text("Place"), TextField(theme), name="person.question.town")
        self.postcode.saved.connect(self._fill_place)
        self.box.addWidget(self.street)
        self.box.addWidget(pair(desk, self.postcode, self.town, (2, 3)))
        self.day = self._day(desk.text("Since"))
        self.along = self._ticks(desk.text("Goes along"), self._mates())
        self._answers(desk.text("Moves out"), desk.text("Stays"))

    def _fill_place(self, postcode: str) -> None:
        if not self.town.value().strip():
            self.town.set_value(self.desk.read(place_of, postcode))

    def answer(self) -> None:
        """Make the new household and go there."""
        try:
            day = self._read(self.day)
        except UserError:
            return
        action = MoveOut(
            self.person_id,
            day.first if day is not None else None,
            self.street.value().strip(),
            self.postcode.value().strip(),
            self.town.value().strip(),
            others=_ticked(self.along),
        )
        said = self.desk.text("{person} has a household of their own now.", person=self.name)
        made = self._run(action, said, self.day)
        if isinstance(made, UUID):
            self.desk.go("household", id=made.hex)


QUESTIONS: dict[str, type[LeftQuestion | DiedQuestion | MoveOutQuestion]] = {
    "left": LeftQuestion,
    "died": DiedQuestion,
    "move_out": MoveOutQuestion,
}
"""The questions by the name under which a page can be asked to open one."""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Trainings in the window: what the committee learned, where, and who was there (S15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hospes.actions.trainings import DropTrainings, KeepTraining
from hospes.i18n.marks import N_
from hospes.queries.trainings import TrainingRow, training_rows
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.people_picks import PeoplePicks
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.fields import LongText, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale


def _days(one: TrainingRow, locale: Locale) -> str:
    return locale.span(one.first, one.last or one.first) if one.first is not None else ""


def _people(one: TrainingRow, locale: Locale) -> str:
    return locale.listing(one.names)


class TrainingsPage(BookPage[TrainingRow]):
    """The trainings, with the way to advice and to the record on paper."""

    watches: ClassVar[frozenset[str]] = frozenset({"training", "training_person", "person"})

    NAME = "trainings"
    ICON = "graduation-cap"
    WORDS = BookWords(
        N_("Trainings"),
        N_("What the committee learned, and who knows what"),
        N_("A seminar on grants, a day on minors: written down here, successors know whom to ask."),
        N_("The training is kept."),
        N_("New training"),
    )
    SHOWN = ("topic", "days", "provider", "people")
    COMPACT = ("topic", "days", "people")
    NARROW = ("topic", "days")

    def columns(self) -> Sequence[Column[TrainingRow]]:
        return (
            Column("topic", N_("Topic"), 260, lambda one, _: one.topic, "topic", least=160),
            Column("days", N_("When"), 180, _days, "days"),
            Column("provider", N_("Held by"), 200, lambda one, _: one.provider, "provider", goes=1),
            Column("people", N_("Who was there"), 260, _people, "people"),
        )

    def views(self) -> Sequence[View[TrainingRow]]:
        year = self.desk.file.today.year
        return (
            View("all", N_("All"), lambda _: True),
            View("year", N_("This year"), lambda one: one.first is not None and one.first.year == year),
        )

    def read(self) -> Sequence[TrainingRow]:
        return self.desk.read(training_rows, self.desk.locale)

    def text_of(self, one: TrainingRow) -> str:
        return " ".join((one.topic, one.provider, one.place, one.note, *one.names))

    def order(self, one: TrainingRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "days":
            return one.first.toordinal() if one.first is not None else 0, locale.sort_key("")
        return 0, locale.sort_key(_people(one, locale) if key == "people" else str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropTrainings:
        return DropTrainings(ids)

    def tools(self) -> Sequence[QWidget]:
        theme, text = self.desk.theme, self.desk.text
        return (
            link_button(theme, text("Advice"), self._advice, icon="circle-help", name="trainings.advice"),
            link_button(
                theme, text("Print the trainings"), self._print, icon="printer", name="trainings.print"
            ),
        )

    def _advice(self) -> None:
        self.desk.go("advice")

    def _print(self) -> None:
        self.desk.go("print", paper="training-record")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**super().acts(), "print": self._print}

    def build_form(self) -> Sequence[QWidget]:
        theme = self.desk.theme
        self.people = PeoplePicks(self.desk)
        first = (
            self.put("topic", N_("Topic"), TextField(theme), width=WIDE_FIELD),
            self.put("provider", N_("Held by"), TextField(theme), width=WIDE_FIELD),
            self.put("place", N_("Place"), TextField(theme), width=NARROW_FIELD),
            self.day_field("first", N_("From"), width=NARROW_FIELD),
            self.day_field("last", N_("To"), width=NARROW_FIELD),
        )
        people = self.put("people", N_("Who was there"), self.people)
        note = self.put("note", N_("Note"), LongText(theme, "", lines=2))
        return holder(FlowLayout(theme, *first, gap=14)), people, note

    def fill(self, one: TrainingRow | None) -> None:
        for name in ("topic", "provider", "place", "note"):
            self.fields[name].set_value(getattr(one, name) if one is not None else "")
        for name in ("first", "last"):
            self.fields[name].set_value(self.day_words(getattr(one, name)) if one is not None else "")
        self.people.read(one.people if one is not None else ())

    def act(self, one: UUID | None) -> KeepTraining:
        words = {name: self.fields[name].value() for name in ("topic", "provider", "place", "note")}
        days = {name: self.day(name) for name in ("first", "last")}
        return KeepTraining({**words, **days}, self.people.ids(), one)

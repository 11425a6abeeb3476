# SPDX-License-Identifier: GPL-3.0-or-later
"""Advice in the window: what the association asked whom, and what they answered (S15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hospes.actions.trainings import DropAdvice, KeepAdvice
from hospes.i18n.marks import N_
from hospes.queries.trainings import AdviceRow, advice_rows
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.rows import Cell, Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.fields import LongText, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale


def _day(one: AdviceRow, locale: Locale) -> str:
    return locale.date(one.asked_on, "list") if one.asked_on is not None else ""


def _answer(one: AdviceRow, locale: Locale) -> Cell:
    if one.open:
        return Cell(locale.text("Waiting for an answer"), icon="clock", tone="warn")
    return Cell(one.answer.split("\n")[0] or locale.text("Answered"), icon="check", tone="ok")


class AdvicePage(BookPage[AdviceRow]):
    """The questions, those without an answer first."""

    watches: ClassVar[frozenset[str]] = frozenset({"advice_case"})

    NAME = "advice"
    ICON = "circle-help"
    WORDS = BookWords(
        N_("Advice"),
        N_("What we asked whom, and what they answered"),
        N_("Insurance for guests, forms for minors: what was asked once need not be asked again."),
        N_("The advice is kept."),
        N_("New question"),
    )
    SHOWN = ("question", "asked", "on", "answer")
    COMPACT = ("question", "asked", "answer")
    NARROW = ("question", "answer")

    def columns(self) -> Sequence[Column[AdviceRow]]:
        return (
            Column("question", N_("Question"), 280, lambda one, _: one.question, "question", least=160),
            Column("asked", N_("Who was asked"), 200, lambda one, _: one.asked, "asked"),
            Column("on", N_("Asked on"), 120, _day, "on"),
            Column("answer", N_("Answer"), 280, _answer, "answer"),
        )

    def views(self) -> Sequence[View[AdviceRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("open", N_("Waiting for an answer"), lambda one: one.open),
        )

    def read(self) -> Sequence[AdviceRow]:
        return self.desk.read(advice_rows)

    def text_of(self, one: AdviceRow) -> str:
        return " ".join((one.question, one.asked, one.answer))

    def order(self, one: AdviceRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "on":
            return one.asked_on.toordinal() if one.asked_on is not None else 0, locale.sort_key("")
        return int(one.open) if key == "answer" else 0, locale.sort_key(str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropAdvice:
        return DropAdvice(ids)

    def tools(self) -> Sequence[QWidget]:
        words = self.desk.text("Trainings")
        return (
            link_button(
                self.desk.theme, words, self._trainings, icon="graduation-cap", name="advice.trainings"
            ),
        )

    def _trainings(self) -> None:
        self.desk.go("trainings")

    def build_form(self) -> Sequence[QWidget]:
        theme = self.desk.theme
        first = (
            self.put("question", N_("Question"), TextField(theme), width=2 * WIDE_FIELD),
            self.put("asked", N_("Who was asked"), TextField(theme), width=WIDE_FIELD),
            self.day_field("asked_on", N_("Asked on"), width=NARROW_FIELD),
            self.day_field("answered_on", N_("Answered on"), width=NARROW_FIELD),
        )
        answer = self.put("answer", N_("Answer"), LongText(theme, "", lines=3))
        return holder(FlowLayout(theme, *first, gap=14)), answer

    def fill(self, one: AdviceRow | None) -> None:
        for name in ("question", "asked", "answer"):
            self.fields[name].set_value(getattr(one, name) if one is not None else "")
        today = self.desk.file.today
        self.fields["asked_on"].set_value(self.day_words(one.asked_on if one is not None else today))
        self.fields["answered_on"].set_value(self.day_words(one.answered_on if one is not None else None))

    def act(self, one: UUID | None) -> KeepAdvice:
        words = {name: self.fields[name].value() for name in ("question", "asked", "answer")}
        days = {name: self.day(name) for name in ("asked_on", "answered_on")}
        return KeepAdvice({**words, **days}, one)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback to those above in the window: what was seen, what is proposed, sent and answered when (S33)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.actions.feedback import DropFeedback, KeepFeedback
from hospes.domain.feedback import FeedbackState, Level
from hospes.i18n.marks import N_
from hospes.queries.feedback import FeedbackRow, feedback_rows
from hospes.queries.organisations import organisation_ids, organisation_rows
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.occasions import OccasionChoice
from hospes.ui.rows import Cell, Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import LongText, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale
    from hospes.ui.widgets.labels import Tone

SIGNS: dict[FeedbackState, tuple[str, Tone]] = {
    FeedbackState.NEW: ("pencil", "home"),
    FeedbackState.WAITING: ("clock", "warn"),
    FeedbackState.ANSWERED: ("check", "ok"),
}


def _state(one: FeedbackRow, locale: Locale) -> Cell:
    icon, tone = SIGNS[one.state]
    return Cell(locale.label(one.state), icon=icon, tone=tone)


def _whom(one: FeedbackRow, locale: Locale) -> str:
    return one.organisation or locale.label(one.level)


def _day(one: FeedbackRow, locale: Locale) -> str:
    return locale.date(one.sent_on, "list") if one.sent_on is not None else ""


class FeedbackPage(BookPage[FeedbackRow]):
    """The items, with the letter that is made of them."""

    watches: ClassVar[frozenset[str]] = frozenset({"feedback", "organisation", "visit_text", "event_text"})

    NAME = "feedback"
    ICON = "flag"
    WORDS = BookWords(
        N_("Feedback"),
        N_("What practice shows, to town, region, state, EU and networks, and what they answer"),
        N_(
            "What does not work with a border, a form, a grant? From here it reaches those who can change it."
        ),
        N_("The feedback is kept."),
        N_("New feedback"),
    )
    SHOWN = ("topic", "whom", "state", "sent", "source")
    COMPACT = ("topic", "whom", "state")
    NARROW = ("topic", "state")

    # -- the list ------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[FeedbackRow]]:
        return (
            Column("topic", N_("Topic"), 260, lambda one, _: one.topic, "topic", least=160),
            Column("whom", N_("To whom"), 220, _whom, "whom"),
            Column("state", N_("State"), 190, _state, "state"),
            Column("sent", N_("Sent on"), 120, _day, "sent"),
            Column("source", N_("Seen at"), 200, lambda one, _: one.source, "source", goes=1),
        )

    def views(self) -> Sequence[View[FeedbackRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("new", N_("Not sent yet"), lambda one: one.state is FeedbackState.NEW),
            View("waiting", N_("Waiting for an answer"), lambda one: one.state is FeedbackState.WAITING),
            View("answered", N_("Answered"), lambda one: one.state is FeedbackState.ANSWERED),
        )

    def read(self) -> Sequence[FeedbackRow]:
        return self.desk.read(feedback_rows, self.desk.locale)

    def text_of(self, one: FeedbackRow) -> str:
        whom = self.desk.locale.label(one.level)
        return " ".join(
            (one.topic, one.observation, one.proposal, one.answer, one.organisation, whom, one.source)
        )

    def order(self, one: FeedbackRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "sent":
            return one.sent_on.toordinal() if one.sent_on is not None else 0, locale.sort_key("")
        if key == "state":
            return list(FeedbackState).index(one.state), locale.sort_key("")
        return 0, locale.sort_key(_whom(one, locale) if key == "whom" else str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropFeedback:
        return DropFeedback(ids)

    def tools(self) -> Sequence[QWidget]:
        letter = link_button(
            self.desk.theme, self.desk.text("Write the letter"), self._letter, icon="mail",
            name="feedback.letter",
        )  # fmt: skip
        return (letter,)

    def _letter(self) -> None:
        """For the chosen items where some are; otherwise for all that were not sent."""
        chosen = [one.hex for one in self.table.chosen_ids()]
        self.desk.go("print", paper="feedback-letter", **({"rows": chosen} if chosen else {}))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**super().acts(), "print": self._letter}

    # -- the form ------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        levels = [(one.value, desk.locale.label(one)) for one in Level]
        self.firm, self.occasion = Combo(theme), OccasionChoice(desk)
        self.firm.setPlaceholderText(desk.text("Not known yet"))
        first = (
            self.put("topic", N_("Topic"), TextField(theme), width=WIDE_FIELD),
            self.put("level", N_("Who can change it"), Choice(theme, levels), width=NARROW_FIELD),
            self.put("organisation_id", N_("To whom exactly"), self.firm, width=WIDE_FIELD),
            self.put("occasion", N_("Collected at"), self.occasion, width=WIDE_FIELD),
            self.day_field("collected_on", N_("Collected on"), width=NARROW_FIELD),
        )
        texts = (
            self.put("observation", N_("What we saw"), LongText(theme, "", lines=2)),
            self.put("proposal", N_("What we propose"), LongText(theme, "", lines=2)),
        )
        days = (
            self.day_field("sent_on", N_("Sent on"), width=NARROW_FIELD),
            self.day_field("answered_on", N_("Answered on"), width=NARROW_FIELD),
        )
        answer = self.put("answer", N_("Their answer"), LongText(theme, "", lines=2))
        return (
            holder(FlowLayout(theme, *first, gap=14)),
            *texts,
            holder(FlowLayout(theme, *days, gap=14)),
            answer,
        )

    def fill(self, one: FeedbackRow | None) -> None:
        desk, today = self.desk, self.desk.file.today
        ids = desk.read(organisation_ids, locale=desk.locale, today=today)
        firms = desk.read(organisation_rows, ids, locale=desk.locale, today=today)
        self.firm.set_options([(firm.id.hex, firm.name) for firm in firms])
        self.occasion.read(one.visit_id if one else None, one.event_id if one else None)
        fields = self.fields
        fields["level"].set_value((one.level if one is not None else Level.TOWN).value)
        self.firm.choose(one.organisation_id.hex if one is not None and one.organisation_id else "")
        for name in ("topic", "observation", "proposal", "answer"):
            fields[name].set_value(getattr(one, name) if one is not None else "")
        for name in ("sent_on", "answered_on"):
            fields[name].set_value(self.day_words(getattr(one, name)) if one is not None else "")
        fields["collected_on"].set_value(self.day_words(one.collected_on if one is not None else today))

    def act(self, one: UUID | None) -> KeepFeedback:
        firm, value = self.firm.code(), self.fields
        return KeepFeedback(
            {
                **{name: value[name].value() for name in ("topic", "observation", "proposal", "answer")},
                **{name: self.day(name) for name in ("collected_on", "sent_on", "answered_on")},
                "level": Level(value["level"].value()),
                "organisation_id": UUID(hex=firm) if firm else None,
                "visit_id": self.occasion.visit,
                "event_id": self.occasion.event_,
            },
            one,
        )

# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of what those who run the association learned, and who knows what (S15)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.listing import Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, tick

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.queries import Connection
    from hospes.queries.trainings import AdviceRow, Knows, TrainingRow


@dataclass(frozen=True, kw_only=True)
class RecordOptions(SheetOptions):
    """What stands in it."""

    who: bool = tick(N_("Who knows what"), True)
    advice: bool = tick(N_("Advice"), True)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that was learned."""

    trainings: "tuple[TrainingRow, ...]"
    knows: "tuple[Knows, ...]"
    advice: "tuple[AdviceRow, ...]"


class TrainingRecord(Paper[RecordOptions, Record]):
    """Trainings by year, who knows what, questions with their answers."""

    code: ClassVar[str] = "training-record"
    title: ClassVar[str] = N_("Trainings and advice")
    about: ClassVar[str] = N_("What the committee learned, who knows what, what was asked and answered")
    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = RecordOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: RecordOptions, scope: Scope, locale: Locale) -> Record:
        """All of it."""
        from hospes.queries.trainings import advice_rows, training_rows, who_knows_what

        return Record(
            training_rows(connection, locale), who_knows_what(connection, locale), advice_rows(connection)
        )

    def build(self, data: Record, options: RecordOptions, kit: "Kit") -> "Document":
        """Draw the three lists."""
        tongues, locale = kit.tongues, kit.locale
        flow = kit.flow(
            tongues.text(self.title), confidential=tongues.text("Confidential: only for the committee")
        )
        columns = [
            Column(tongues.text("When"), grow=0.4, whole=True),
            Column(tongues.text("Topic"), strong=True, least=40),
            Column(tongues.text("Held by"), grow=0.8),
            Column(tongues.text("Who was there"), least=34),
        ]
        rows: list[list[Cell]] = [
            [_days(one, locale), one.topic, _held(one), locale.listing(one.names)]
            for one in kit.enough(data.trainings)
        ]
        nothing = tongues.text("No training is written down yet.").joined()
        flow.list(Listing(columns, [Section(rows)], "", nothing))
        if options.who and data.knows:
            flow.section(tongues.text("Who knows what"))
            columns = [
                Column(tongues.ptext("person", "Name"), strong=True, least=40),
                Column(tongues.text("Trainings"), grow=2),
            ]
            flow.list(Listing(columns, [Section([[one.name, topics_of(one)] for one in data.knows])]))
        if options.advice and data.advice:
            flow.section(tongues.text("Advice"))
            columns = [
                Column(tongues.text("Question"), strong=True, least=40),
                Column(tongues.text("Who was asked"), grow=0.7),
                Column(tongues.text("Asked on"), grow=0, whole=True),
                Column(tongues.text("Answer"), least=40),
            ]
            cases: list[list[Cell]] = [
                [one.question, one.asked, locale.date(one.asked_on), one.answer] for one in data.advice
            ]
            flow.list(Listing(columns, [Section(cases)]))
        return kit.finish()

    def table(self, data: Record, options: RecordOptions, locale: Locale) -> Table:
        """A row for each training."""
        heads = [
            locale.text("From"), locale.text("To"), locale.text("Topic"), locale.text("Held by"),
            locale.text("Place"), locale.text("Who was there"), locale.text("Note"),
        ]  # fmt: skip
        rows: list[list[Value]] = [
            [one.first, one.last, one.topic, one.provider, one.place, locale.listing(one.names), one.note]
            for one in data.trainings
        ]
        return Table(locale.text(self.title), heads, rows)


def topics_of(one: "Knows") -> str:
    """What somebody learned, with the years."""
    return "; ".join(f"{topic} ({day.year})" if day is not None else topic for topic, day in one.topics)


def _days(one: "TrainingRow", locale: Locale) -> str:
    return locale.span(one.first, one.last or one.first) if one.first is not None else ""


def _held(one: "TrainingRow") -> str:
    return ", ".join(part for part in (one.provider, one.place) if part)

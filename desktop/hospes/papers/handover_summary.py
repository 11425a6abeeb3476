# SPDX-License-Identifier: GPL-3.0-or-later
"""How our association works: what a new committee reads first (REQ-1-22)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.kit.blocks import Block, Facts, Grid, Heading, draw_blocks
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.project_words import funder, period
from hospes.papers.training_record import topics_of

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.queries import Connection
    from hospes.queries.handover import Summary
    from hospes.queries.projects import FunderRow


@dataclass(frozen=True, kw_only=True)
class SummaryOptions(SheetOptions):
    """What stands in it."""

    committee: bool = tick(N_("Who sits on the committee"), True)
    year: bool = tick(N_("The last twelve months, as a pattern"), True)
    tasks: bool = tick(N_("Open tasks"), True)


class HandoverSummary(Paper[SummaryOptions, "Summary"]):
    """The summary."""

    code: ClassVar[str] = "handover-summary"
    title: ClassVar[str] = N_("How our association works")
    about: ClassVar[str] = N_("For a new committee: who does what, what recurs, what is still to do")
    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = SummaryOptions

    def data(
        self, connection: "Connection", options: SummaryOptions, scope: Scope, locale: Locale
    ) -> "Summary":
        """Everything on it."""
        from hospes.queries.handover import summary

        return summary(connection, scope.today, locale)

    def build(self, data: "Summary", options: SummaryOptions, kit: "Kit") -> "Document":
        """Draw it."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=data.own.name,
            about=tongues.each(
                lambda each: each.text("For the committee, {day}", day=each.date(kit.today, "long"))
            ),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        draw_blocks(flow, _blocks(data, options, tongues))
        return kit.finish()


def _blocks(data: "Summary", options: SummaryOptions, tongues: Tongues) -> list[Block]:
    text = tongues.text
    blocks: list[Block] = [Heading(text("Our association")), Facts(_about(data, tongues))]
    if options.committee and data.committee:
        blocks += [Heading(text("Committee")), _committee(data, tongues)]
    if data.classes:
        blocks += [Heading(text("Membership classes")), _classes(data, tongues)]
    if data.twinnings:
        blocks += [Heading(text("Twinnings")), _twinnings(data, tongues)]
    if data.agreements:
        blocks += [Heading(text("Charter and agreements")), _agreements(data, tongues)]
    if options.year and data.year:
        blocks += [Heading(text("The last twelve months, as a pattern")), _year(data, tongues)]
    if data.knows:
        blocks += [Heading(text("Who knows what")), _knows(data, tongues)]
    if data.projects:
        blocks += [Heading(text("Projects")), _projects(data, tongues)]
    if options.tasks:
        blocks += [Heading(text("Open tasks")), _tasks(data, tongues)]
    return blocks


def _knows(data: "Summary", tongues: Tongues) -> Grid:
    rows: list[list[Cell]] = [[one.name, topics_of(one)] for one in data.knows]
    return Grid([tongues.ptext("person", "Name"), tongues.text("Trainings")], rows)


def _about(data: "Summary", tongues: Tongues) -> list[tuple[Pair, str]]:
    own, figures, locale = data.own, data.figures, tongues.first
    counts = (
        locale.ntext("{n} member", "{n} members", figures.members),
        locale.ntext("{n} household", "{n} households", figures.households),
        locale.ntext("{n} twinning", "{n} twinnings", figures.partnerships),
        locale.ntext("{n} visit", "{n} visits", figures.visits),
        locale.ntext("{n} document", "{n} documents", figures.documents),
    )
    rows = [
        (tongues.text("Town"), own.town),
        (tongues.text("Founded"), locale.rough(own.founded) if own.founded is not None else ""),
        (tongues.text("Number in the register"), own.register_no),
        (tongues.text("Tax number"), own.tax_no),
        (tongues.text("Tax office"), own.tax_office),
        (tongues.text("Bank"), own.bank_name),
        (tongues.text("What the file holds"), ", ".join(counts)),
    ]
    return [(words, value) for words, value in rows if value]


def _committee(data: "Summary", tongues: Tongues) -> Grid:
    locale = tongues.first
    rows: list[list[Cell]] = [
        [
            display_name(for_reader(one.name, locale.code)),
            one.title or locale.role(one.function, one.name.gender.value),
            locale.rough(one.since),
            locale.date(one.ends, "list") if one.ends else "",
        ]
        for one in data.committee
    ]
    heads = [
        tongues.ptext("person", "Name"), tongues.text("Function"), tongues.text("Since"),
        tongues.text("Term ends"),
    ]  # fmt: skip
    return Grid(heads, rows)


def _classes(data: "Summary", tongues: Tongues) -> Grid:
    locale = tongues.first
    rows: list[list[Cell]] = [
        [one.name or one.own_name, locale.money(one.amount) if one.amount is not None else "–"]
        for one in data.classes
    ]
    return Grid([tongues.text("Class"), tongues.text("Dues a year")], rows, frozenset({1}))


def _twinnings(data: "Summary", tongues: Tongues) -> Grid:
    locale = tongues.first
    rows: list[list[Cell]] = [
        [
            one.title,
            locale.label(one.type),
            locale.rough(one.since),
            locale.date(one.contact.on, "list") if one.contact is not None else "",
        ]
        for one in data.twinnings
    ]
    heads = [
        tongues.text("Twinning"), tongues.text("Kind"), tongues.text("Since"), tongues.text("Last contact"),
    ]  # fmt: skip
    return Grid(heads, rows)


def _projects(data: "Summary", tongues: Tongues) -> Grid:
    """What goes on, and whose money is still to be reported on."""
    locale = tongues.first
    rows: list[list[Cell]] = [
        [
            (one.title(locale.language), ", ".join(each.name for each in one.partners)),
            locale.label(one.status),
            period(one, locale),
            ", ".join(_giver(each, locale) for each in one.funders),
        ]
        for one in data.projects
    ]
    heads = [
        tongues.text("Project"), tongues.text("State"), tongues.text("When"), tongues.text("Money from"),
    ]  # fmt: skip
    return Grid(heads, rows)


def _giver(one: "FunderRow", locale: Locale) -> str:
    words = funder(one, locale)
    if one.report_by is None or not one.report_open:
        return words
    day = locale.date(one.report_by, "list")
    return locale.text("{name}, report by {day}", name=words, day=day)


def _agreements(data: "Summary", tongues: Tongues) -> Grid:
    locale = tongues.first
    rows: list[list[Cell]] = [
        [
            (one.title, one.twinning),
            locale.rough(one.signed),
            locale.date(one.renew_by, "list") if one.renew_by else "",
            locale.text("in the file") if one.document is not None else locale.text("no scan"),
        ]
        for one in data.agreements
    ]
    heads = [
        tongues.text("Paper"), tongues.text("Signed on"), tongues.text("Renew by"), tongues.text("Scan"),
    ]  # fmt: skip
    return Grid(heads, rows)


def _year(data: "Summary", tongues: Tongues) -> Grid:
    locale = tongues.first
    rows: list[list[Cell]] = [
        [locale.date(one.on, "list"), one.title or locale.label(one.kind), locale.label(one.kind)]
        for one in data.year
    ]
    return Grid([tongues.text("Day"), tongues.text("What"), tongues.text("Kind")], rows)


def _tasks(data: "Summary", tongues: Tongues) -> Block:
    locale = tongues.first
    if not data.tasks:
        return Facts([(tongues.text("Open tasks"), locale.text("none"))])
    rows: list[list[Cell]] = [
        [
            (one.title, one.of) if one.of else one.title,
            locale.date(one.due_on, "list") if one.due_on else "",
            one.assignee,
        ]
        for one in data.tasks
    ]
    return Grid([tongues.text("What"), tongues.text("Until"), tongues.text("Who")], rows)

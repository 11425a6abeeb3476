# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a visit (domain 6, paper 24): aims, target groups, activities, results, follow-up.

Figures are counted, the programme is as it was, costs come from the budget; the words are those of the
visit's report. It is a PDF, or a document to go on writing in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes_money import BudgetCategory, BudgetSide
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope
from hospes.papers.kit.blocks import Block, Facts, Grid, Heading, Photo, Signatures, Words, draw_blocks
from hospes.papers.kit.docx import Report, as_docx
from hospes.papers.kit.listing import Cell
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, number, tick
from hospes.papers.project_words import effects_of
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    VisitPaper,
    called,
    clock_words,
    delegation_name,
    foot,
    sum_words,
    town,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from hospes.domain.codes_visit import TargetGroup
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.budget import BudgetView
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.paper_visit_programme import PaperItem
    from hospes.queries.paper_visit_report import Photo as Picture
    from hospes.queries.projects import ProjectPage
    from hospes.queries.visit_figures import VisitFigures


@dataclass(frozen=True, kw_only=True)
class VisitReportOptions(SheetOptions):
    """What stands in the report."""

    programme: bool = tick(N_("Programme as it was"), True)
    figures: bool = tick(N_("Figures"), True)
    costs: bool = tick(N_("Costs"), True)
    photos: int = number(N_("Photos at most"), 6, 0, 40, hint=N_("Only those that may be printed."))
    signatures: bool = tick(N_("Statement and signatures"))


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything a report says."""

    visit: "PaperVisit"
    texts: Mapping[str, Mapping[str, str]]
    """By language and field."""
    figures: "VisitFigures"
    groups: tuple["TargetGroup", ...]
    themes: tuple[Mapping[str, str], ...]
    items: tuple["PaperItem", ...]
    budget: "BudgetView"
    projects: tuple["ProjectPage", ...]
    photos: tuple["Picture", ...]
    organiser: str
    today: date


class VisitReport(VisitPaper[VisitReportOptions, ReportData]):
    """The report."""

    code: ClassVar[str] = "visit-report"
    title: ClassVar[str] = N_("Report of the visit")
    about: ClassVar[str] = N_("Aims, groups, activities, results and figures, also as a document to write in")
    options: ClassVar[type[Options]] = VisitReportOptions
    editable: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: VisitReportOptions, scope: Scope, locale: Locale
    ) -> ReportData:
        """Texts, figures, programme, costs, photos."""
        from hospes.queries.association import association
        from hospes.queries.budget import budget
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_programme import paper_programme
        from hospes.queries.paper_visit_report import photos, target_groups, themes
        from hospes.queries.projects import project_pages_of_visit
        from hospes.queries.visit_figures import count
        from hospes.queries.visit_report import report_texts

        visit = paper_visit(connection, scope.visit)
        items = paper_programme(connection, visit.id)
        return ReportData(
            visit,
            report_texts(connection, visit.id),
            count(visit, items),
            target_groups(connection, visit.id),
            themes(connection, visit.id),
            items,
            budget(connection, visit.id, scope.today, locale),
            project_pages_of_visit(connection, visit.id, locale.code),
            photos(connection, visit.id, scope.today, options.photos) if options.photos else (),
            association(connection).name,
            scope.today,
        )

    def build(self, data: ReportData, options: VisitReportOptions, kit: "Kit") -> "Document":
        """Draw the report."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, tongues.each(lambda locale: data.visit.title(locale.language))),
        )
        draw_blocks(flow, _blocks(data, options, tongues))
        return kit.finish()

    def document(self, data: ReportData, options: VisitReportOptions, tongues: Tongues) -> bytes:
        """The same as a document to write in."""
        return as_docx(
            Report(
                tongues.text(self.title),
                visit_lead(data.visit, tongues),
                visit_when(data.visit, tongues),
                _blocks(data, options, tongues),
                tongues.first.code,
                data.organiser,
                data.today,
            )
        )


def _blocks(data: ReportData, options: VisitReportOptions, tongues: Tongues) -> list[Block]:
    text = tongues.text
    blocks: list[Block] = [Heading(text("In brief")), Facts(_brief(data, tongues))]
    blocks += [Heading(text("Aims")), _words(data, "aims", tongues)]
    blocks += [Heading(text("Who took part")), _words(data, "groups", tongues)]
    if options.figures:
        blocks += _figures(data, tongues)
    blocks += [Heading(text("What was done")), _words(data, "activities", tongues)]
    if options.programme and data.items:
        blocks += [Heading(text("Programme as it was")), _programme(data, tongues)]
    blocks += [Heading(text("What came of it")), _words(data, "results", tongues)]
    blocks += [Heading(text("Looking back")), _words(data, "evaluation", tongues)]
    blocks += [Heading(text("What comes next")), _words(data, "follow_up", tongues)]
    for heading, facts in effects_of(data.projects, tongues):
        blocks += [Heading(heading), facts]
    if options.costs:
        blocks += _costs(data, tongues)
    if data.photos:
        blocks.append(Heading(text("Photos")))
        blocks += [
            Photo(one.data, joined(one.name, tongues.first.date(one.on, "long"))) for one in data.photos
        ]
    if options.signatures:
        blocks += [
            Heading(text("Statement")),
            Words(tuple(text("What stands here is complete and true, as far as we know."))),
            Signatures([text("Place and day"), text("Name, office and signature")]),
        ]
    return blocks


def _words(data: ReportData, field: str, tongues: Tongues) -> Words:
    """The text of a part in the languages of the report; where one lacks it, what another has."""
    found = [data.texts.get(code.partition("-")[0], {}).get(field, "") for code in tongues.codes]
    if not any(found):
        others = (texts.get(field, "") for _, texts in sorted(data.texts.items()))
        found = [next((one for one in others if one), "")]
    return Words(tuple(found))


def _brief(data: ReportData, tongues: Tongues) -> list[tuple[Pair, str]]:
    visit, text, first = data.visit, tongues.text, tongues.first
    place = tongues.each(lambda locale: town(visit.place, locale.language)).joined(" / ")
    when = tongues.each(lambda locale: locale.span(visit.first, visit.last)).joined()
    groups = tongues.each(lambda locale: ", ".join(locale.label(group) for group in data.groups))
    themes = [theme.get(first.language) or next(iter(theme.values()), "") for theme in data.themes]
    heads = [
        f"{called(one.coordinator, first)} ({one.name(first.language)})"
        for one in visit.delegations
        if one.coordinator is not None
    ]
    towns = [delegation_name(one, tongues).joined(" / ") for one in visit.delegations]
    return [
        (text("Kind"), tongues.label(visit.kind).joined()),
        (text("When"), when),
        (text("Where"), place),
        (text("Delegations"), ", ".join(towns)),
        (text("In charge"), ", ".join(heads)),
        (text("For whom"), groups.joined()),
        (text("Themes"), ", ".join(theme for theme in themes if theme)),
        (text("Organiser"), data.organiser),
    ]


def _figures(data: ReportData, tongues: Tongues) -> list[Block]:
    figures, text, locale = data.figures, tongues.text, tongues.first
    if not figures.people:
        return [Words(tuple(one for one in text("No guest yet.") if one))]
    rows: list[list[Cell]] = [
        [
            delegation_name(data.visit.delegation(one.delegation_id), tongues).joined(" / "),
            locale.number(one.people),
            locale.number(one.first_timers),
        ]
        for one in figures.delegations
    ]
    bands: list[list[Cell]] = [[_band(band, tongues), locale.number(n)] for band, n in figures.bands]
    if figures.ages_unknown:
        bands.append([text("not known").joined(" / "), locale.number(figures.ages_unknown)])

    def facts(pairs: list[tuple[Pair, int]]) -> list[tuple[Pair, str]]:
        return [(name, locale.number(n) if n else "") for name, n in pairs]

    found: list[Block] = [
        Facts(
            facts([
                (text("People who travelled"), figures.people),
                (text("For the first time"), figures.first_timers),
                (text("Minors"), figures.minors),
                (text("Homes that took guests"), figures.homes),
                (text("Nights with hosts"), figures.nights_with_hosts),
                (text("Nights in hotels"), figures.nights_in_hotels),
                (text("Days"), figures.days),
                (text("Meals taken together"), figures.meals),
            ])
        )
    ]  # fmt: skip
    if rows:
        heads = [text("Delegation"), text("People"), text("For the first time")]
        found.append(Grid(heads, rows, frozenset({1, 2})))
    if bands:
        found.append(Grid([text("Age"), text("People")], bands, frozenset({1})))
    groups: list[list[Cell]] = [
        [tongues.label(group).joined(" / "), locale.number(n)] for group, n in figures.groups
    ]
    if groups:
        found.append(Grid([text("Target group"), text("People")], groups, frozenset({1})))
    return found


def _band(band: tuple[int, int | None], tongues: Tongues) -> str:
    least, most = band
    if most is None:
        return tongues.each(lambda locale: locale.text("{age} and older", age=least)).joined(" / ")
    return f"{least}–{most}"


def _programme(data: ReportData, tongues: Tongues) -> Grid:
    text, first, second = tongues.text, tongues.first, tongues.second
    rows: list[list[Cell]] = []
    for item in data.items:
        words = item.text(first.language)
        other = item.text(second.language).title if second is not None else ""
        title: Cell = (words.title, other) if other and other != words.title else words.title
        clock = clock_words(item.starts, item.ends, item.time_words, first)
        rows.append([first.date(item.on, "weekday_short"), clock, title, words.place])
    return Grid([text("Day"), text("Time"), text("What"), text("Where")], rows)


def _costs(data: ReportData, tongues: Tongues) -> list[Block]:
    """Sums by category, planned and real; nothing where there is no budget."""
    view, locale, text = data.budget, tongues.first, tongues.text
    sums: dict[BudgetCategory, list[int]] = {}
    for line in view.lines:
        for at, money in enumerate((line.in_base(view.currency), line.in_base(view.currency, real=True))):
            sums.setdefault(line.category, [0, 0])[at] += money.minor if money is not None else 0
    for grant in view.grants:
        known = sums.setdefault(BudgetCategory.GRANT, [0, 0])
        if grant.currency == view.currency:
            known[0] += grant.hoped.minor
            known[1] += grant.received.minor
    if view.shares_planned or view.shares_paid:
        known = sums.setdefault(BudgetCategory.SHARES, [0, 0])
        known[0] += view.shares_planned
        known[1] += view.shares_paid
    for category, (planned, paid) in view.borne.items():
        known = sums.setdefault(category, [0, 0])
        known[0] += planned.minor
        known[1] += paid.minor
    if not sums:
        return []
    rows: list[list[Cell]] = []
    for category in BudgetCategory:
        if category in sums:
            planned, real = (Money(minor, view.currency) for minor in sums[category])
            label = tongues.label(category).joined(" / ")
            rows.append([label, locale.money(planned), locale.money(real)])
    totals = [
        _sums(BudgetSide.COST, view.planned.costs, view.real.costs, view.currency, tongues),
        _sums(BudgetSide.INCOME, view.planned.income, view.real.income, view.currency, tongues),
    ]
    heads = [text("What for"), text("As planned"), text("Real")]
    return [Heading(text("Costs and income")), Grid(heads, [*rows, *totals], frozenset({1, 2}))]


def _sums(side: BudgetSide, planned: int, real: int, currency: str, tongues: Tongues) -> list[Cell]:
    locale = tongues.first
    return [
        sum_words(tongues.label(side), tongues),
        locale.money(Money(planned, currency)),
        locale.money(Money(real, currency)),
    ]

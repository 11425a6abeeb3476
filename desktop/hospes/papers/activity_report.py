# SPDX-License-Identifier: GPL-3.0-or-later
"""The annual activity report (domain 6, paper 14): the year in figures, visits, events, money, outlook.

Every number is counted; the words are those of the visits' reports and what was written for the year. It is a
PDF, or a document to go on writing in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import EventKind
from hospes.domain.codes_cash import CashSide
from hospes.domain.figures_years import Shown
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_, NN_
from hospes.papers.activity_more import feedback, priorities, trainings
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.figures import Figure, in_tongues
from hospes.papers.kit.blocks import Block, Drawn, Facts, Grid, Heading, Photo, Words, draw_blocks
from hospes.papers.kit.docx import Report, as_docx
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, number, tick
from hospes.papers.project_words import goods_brought, in_brief
from hospes.papers.publications_list import published
from hospes.papers.twinning_paper import codes_of, in_both, pages_of, written
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import delegation_name, visit_when

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.queries import Connection
    from hospes.queries.activity_year import ActivityYear, Happening, News, VisitOfYear
    from hospes.queries.courtesies import CourtesyRow

CHARTS = (Shown.MEMBERS, Shown.AGES, Shown.TRAVELLERS, Shown.NIGHTS, Shown.MONEY)
REPORTED = ("activities", "results", "follow_up")
"""The texts of a visit's report that say what was done and what came of it."""

HOSTS = NN_("We thank {n} household that took guests.", "We thank {n} households that took guests.")


@dataclass(frozen=True, kw_only=True)
class ActivityReportOptions(SheetOptions):
    """What stands in the report."""

    year: int = number(N_("Year (0: the last whole one)"), 0, 0, 2200)
    charts: bool = tick(N_("Charts of the last years"), True)
    money: bool = tick(N_("Money in brief"), True)
    honours: bool = tick(N_("Honours"), True)
    outlook: bool = tick(N_("What lies ahead"), True)
    thanks: bool = tick(N_("Thanks"), True)
    photos: int = number(
        N_("Photos of each visit at most"), 2, 0, 12, hint=N_("Only those that may be printed.")
    )


@dataclass(frozen=True, slots=True)
class ReportOfYear:
    """A year, and who reports."""

    year: "ActivityYear"
    organiser: str
    today: date


class ActivityReport(Paper[ActivityReportOptions, ReportOfYear]):
    """The report."""

    code: ClassVar[str] = "activity-report"
    title: ClassVar[str] = N_("Annual activity report")
    about: ClassVar[str] = N_(
        "A year in figures and charts, with visits, events, twinnings, money and outlook"
    )
    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = ActivityReportOptions
    editable: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ActivityReportOptions, scope: Scope, locale: Locale
    ) -> ReportOfYear:
        """Read the year."""
        from hospes.queries.activity_year import activity_year
        from hospes.queries.association import association

        year = activity_year(connection, options.year, scope.today, codes_of(options, locale), options.photos)
        return ReportOfYear(year, association(connection).name, scope.today)

    def build(self, data: ReportOfYear, options: ActivityReportOptions, kit: "Kit") -> "Document":
        """Draw the report."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=str(data.year.year),
            about=tongues.text("Annual activity report {year}", year=str(data.year.year)),
        )
        blocks = _blocks(data, options, tongues)
        flow.book.expect(pages_of(blocks))
        draw_blocks(flow, blocks)
        return kit.finish()

    def document(self, data: ReportOfYear, options: ActivityReportOptions, tongues: Tongues) -> bytes:
        """The same as a document to write in."""
        return as_docx(
            Report(
                tongues.text(self.title),
                str(data.year.year),
                data.organiser,
                _blocks(data, options, tongues),
                tongues.first.code,
                data.organiser,
                data.today,
            )
        )


def _blocks(data: ReportOfYear, options: ActivityReportOptions, tongues: Tongues) -> list[Block]:
    year, text = data.year, tongues.text
    drawn = (
        {one.chart.code: one for one in in_tongues(year.figures, CHARTS, tongues)} if options.charts else {}
    )

    def chart(shown: Shown) -> list[Block]:
        return [_drawn(drawn[shown.value])] if shown.value in drawn else []

    blocks: list[Block] = [Heading(text("The year in figures")), Facts(_figures(year, tongues))]
    if options.charts:
        blocks += [Heading(text("Members")), *chart(Shown.MEMBERS), *chart(Shown.AGES)]
    blocks += _visits(year, tongues)
    blocks += [*chart(Shown.TRAVELLERS), *chart(Shown.NIGHTS)]
    blocks += in_brief(year.projects, tongues)
    blocks += _events(year, tongues)
    blocks += published(year.publications, tongues)
    blocks += trainings(year.trainings, tongues)
    blocks += feedback(year.feedback, tongues)
    blocks += priorities(year.priorities, tongues)
    blocks += _news(text("News of the twinnings"), year.news, tongues)
    if options.honours and year.honours:
        blocks += [Heading(text("Honours")), _honours(year, tongues)]
    if options.money:
        blocks += _money(year, tongues, chart(Shown.MONEY))
    if options.outlook:
        blocks += _outlook(year, tongues)
    if options.thanks:
        blocks += _thanks(year, tongues)
    return blocks


def _drawn(figure: Figure) -> Drawn:
    says = Pair(
        _sentences(figure.title.first, figure.result.first, figure.says.first),
        _sentences(figure.title.second, figure.result.second, figure.says.second)
        if figure.says.second
        else "",
    )
    heads = (figure.over, *figure.heads)
    return Drawn(figure.chart, says, Grid(heads, figure.rows, frozenset(range(1, len(heads)))))


def _sentences(title: str, *sentences: str) -> str:
    return " ".join((f"{title}.", *(one for one in sentences if one)))


def _figures(year: "ActivityYear", tongues: Tongues) -> list[tuple[Pair, str]]:
    one, text, first = year.figures.last, tongues.text, tongues.first
    meetings = sum(event.kind is EventKind.COMMITTEE for event in year.events)
    told = [
        (
            text("Members today") if year.figures.running else text("Members at the end of the year"),
            one.members,
        ),
        (text("Who joined"), one.joined),
        (text("Who left"), one.left),
        (text("Visits"), sum(one.visits.values())),
        (text("People who travelled"), sum(one.travellers.values())),
        (text("For the first time on a visit"), one.first_timers),
        (text("Homes that had guests"), one.homes),
        (text("Nights in homes"), one.nights),
        (text("People who gave hours"), one.volunteers),
        (text("Hours of volunteers"), one.hours),
        (text("Meetings of the committee"), meetings),
        (text("Other events"), len(year.events) - meetings),
        (text("People at events"), sum(event.came for event in year.events)),
        (text("Publications"), len(year.publications)),
        (text("Trainings"), len(year.trainings)),
    ]
    return [(name, first.number(n) if n else "") for name, n in told]


# ---- visits ---------------------------------------------------------------------------------------------


def _visits(year: "ActivityYear", tongues: Tongues) -> list[Block]:
    if not year.visits:
        return [
            Heading(tongues.text("Visits")),
            Words(tuple(tongues.text("There was no visit in this year."))),
        ]
    blocks: list[Block] = []
    for one in year.visits:
        blocks += _visit(one, tongues)
    return blocks


def _visit(one: "VisitOfYear", tongues: Tongues) -> list[Block]:
    visit = one.visit
    title = tongues.each(lambda locale: visit.title(locale.language))
    who = [delegation_name(each, tongues).joined(" / ") for each in visit.delegations]
    facts = [
        (tongues.text("When and where"), visit_when(visit, tongues)),
        (tongues.text("Who met"), ", ".join(who)),
        (tongues.text("In figures"), tongues.each(lambda locale: _counted(one, locale)).joined()),
    ]
    if one.goods.kinds:
        facts.append(
            (tongues.text("Goods brought"), tongues.each(partial(goods_brought, one.goods)).joined())
        )
    blocks: list[Block] = [Heading(title), Facts(facts)]
    for field in REPORTED:
        texts = {code: fields.get(field, "") for code, fields in one.texts.items()}
        if any(texts.values()):
            blocks.append(written(texts, tongues))
    blocks += [Photo(p.data, joined(p.name, tongues.first.date(p.on, "long"))) for p in one.photos]
    return blocks


def _counted(one: "VisitOfYear", locale: Locale) -> str:
    n, ntext = one.figures, locale.ntext
    nights = n.nights_with_hosts
    parts = [
        ntext("{n} person travelled", "{n} people travelled", n.people) if n.people else "",
        ntext("{n} for the first time", "{n} for the first time", n.first_timers) if n.first_timers else "",
        ntext("{n} home took guests", "{n} homes took guests", n.homes) if n.homes else "",
        ntext("{n} night with hosts", "{n} nights with hosts", nights) if nights else "",
    ]
    return ", ".join(part for part in parts if part)


# ---- events and twinnings -------------------------------------------------------------------------------


def _called(titles: Mapping[str, str], locale: Locale) -> str:
    return titles.get(locale.language) or next((text for _, text in sorted(titles.items()) if text), "")


def _happening(one: "Happening", locale: Locale) -> str:
    title = _called(one.titles, locale)
    return title or (locale.label(one.kind) if one.kind is not None else locale.text("Visit without a name"))


def _dates(happenings: "tuple[Happening, ...]", tongues: Tongues) -> Grid:
    rows: list[list[Cell]] = [
        [
            tongues.first.span(one.first, one.last),
            in_both(tongues, partial(_happening, one)),
            one.place,
        ]
        for one in happenings
    ]
    return Grid([tongues.text("When"), tongues.text("What"), tongues.text("Where")], rows)


def _events(year: "ActivityYear", tongues: Tongues) -> list[Block]:
    shown = tuple(one for one in year.events if one.kind is not EventKind.COMMITTEE)
    if not shown:
        return []
    dates = _dates(shown, tongues)
    if not any(one.came for one in shown):
        return [Heading(tongues.text("Events")), dates]
    number = tongues.first.number
    rows = [
        [*cells, number(one.came) if one.came else ""] for cells, one in zip(dates.rows, shown, strict=True)
    ]
    heads = [*dates.heads, tongues.text("How many came")]
    return [Heading(tongues.text("Events")), Grid(heads, rows, frozenset({3}))]


def _honour(one: "CourtesyRow", locale: Locale) -> str:
    return locale.label(one.kind)


def _honours(year: "ActivityYear", tongues: Tongues) -> Grid:
    rows: list[list[Cell]] = [
        [
            tongues.first.date(one.on, "long"),
            one.whom,
            one.what or in_both(tongues, partial(_honour, one)),
        ]
        for one in year.honours
    ]
    return Grid([tongues.text("When"), tongues.text("Who"), tongues.text("What")], rows)


def _news(title: Pair, news: "tuple[News, ...]", tongues: Tongues) -> list[Block]:
    if not news:
        return []
    rows: list[list[Cell]] = [
        [
            tongues.first.rough(one.on),
            in_both(tongues, partial(_title, one)),
            in_both(tongues, partial(_told, one)),
        ]
        for one in news
    ]
    heads = [tongues.text("When"), tongues.text("Twinning"), tongues.text("What")]
    return [Heading(title), Grid(heads, rows)]


def _title(one: "News", locale: Locale) -> str:
    return one.titles.get(locale.code, "")


def _told(one: "News", locale: Locale) -> str:
    if one.years:
        return locale.ntext("{n} year", "{n} years", one.years)
    return locale.text("Signed: {paper}", paper=_called(one.papers, locale))


# ---- money, outlook, thanks -----------------------------------------------------------------------------


def _money(year: "ActivityYear", tongues: Tongues, chart: list[Block]) -> list[Block]:
    view, locale = year.money, tongues.first
    if view is None or not (view.money_in or view.money_out):
        return []
    rows: list[list[Cell]] = []
    for side, name in ((CashSide.IN, N_("Money in")), (CashSide.OUT, N_("Money out"))):
        for one in view.side(side):
            if one.actual:
                called = one.category.name if one.category is not None else locale.text("not sorted yet")
                rows.append([called, *_amounts(one.actual, side, view.currency, locale)])
        total = view.money_in if side is CashSide.IN else view.money_out
        what = tongues.text(name).joined(" / ")
        rows.append([locale.text("Sum: {what}", what=what), *_amounts(total, side, view.currency, locale)])
    heads = [tongues.text("What for"), tongues.text("Money in"), tongues.text("Money out")]
    return [Heading(tongues.text("Money in brief")), *chart, Grid(heads, rows, frozenset({1, 2}))]


def _amounts(minor: int, side: CashSide, currency: str, locale: Locale) -> tuple[str, str]:
    amount = locale.money(Money(minor, currency))
    return (amount, "") if side is CashSide.IN else ("", amount)


def _outlook(year: "ActivityYear", tongues: Tongues) -> list[Block]:
    blocks: list[Block] = [
        Heading(tongues.text("What lies ahead")),
        written(year.texts.get("outlook", {}), tongues),
    ]
    if year.coming:
        blocks.append(_dates(year.coming, tongues))
    blocks += _news(tongues.text("Anniversaries next year"), year.coming_news, tongues)
    return blocks


def _thanks(year: "ActivityYear", tongues: Tongues) -> list[Block]:
    def say(locale: Locale) -> str:
        parts = []
        homes = year.figures.last.homes
        if homes:
            parts.append(locale.ntext(*HOSTS, homes))
        if year.funders:
            parts.append(
                locale.text("We thank those who gave money: {funders}.", funders=locale.listing(year.funders))
            )
        parts.append(locale.text("We thank all who helped."))
        return " ".join(parts)

    words = year.texts.get("thanks", {})
    block = written(words, tongues) if words else Words(tuple(tongues.each(say)))
    return [Heading(tongues.text("Thanks")), block]

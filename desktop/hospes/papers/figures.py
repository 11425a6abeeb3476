# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the association over the years: each as a chart and as the table beneath it (S16, REQ-1-11)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.charts import Chart, ChartKind, Series
from hospes.domain.figures_counts import Years
from hospes.domain.figures_years import Shown, charts
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.charts import chart_height, draw_chart
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, number, several, tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection

YEARS = 10
MOST = 15
"""More columns than that have no room for their numbers on a sheet."""


@dataclass(frozen=True, kw_only=True)
class FiguresOptions(SheetOptions):
    """Which figures of which years."""

    last: int = number(N_("Up to the year (0: this one)"), 0, 0, 2200)
    years: int = number(N_("Number of years"), YEARS, 1, MOST)
    figures: tuple[Shown, ...] = several(N_("Figures"), tuple(Shown), Shown)
    tables: bool = tick(N_("The numbers as a table beneath"), True)
    small: bool = tick(
        N_("Small numbers of an age too"),
        personal=True,
        hint=N_("Off where the paper leaves the association."),
    )


class Figures(Paper[FiguresOptions, Years]):
    """The figures."""

    code: ClassVar[str] = "figures"
    title: ClassVar[str] = N_("Figures of the association")
    about: ClassVar[str] = N_(
        "Members, hosts, visits, motives and money over the years, as charts and tables"
    )
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = FiguresOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: FiguresOptions, scope: Scope, locale: Locale) -> Years:
        """Count the years."""
        from hospes.queries.figures_years import year_figures

        return year_figures(connection, scope.today, options.last, options.years)

    def build(self, data: Years, options: FiguresOptions, kit: "Kit") -> "Document":
        """A part for each figure."""
        tongues = kit.tongues
        first, last = str(data.years[0].year), str(data.last.year)
        flow = kit.flow(
            tongues.text(self.title),
            lead=f"{first}–{last}" if first != last else last,
            about=tongues.text("Figures {first} to {last}", first=first, last=last),
        )
        figures = in_tongues(data, options.figures, tongues, small=options.small)
        flow.book.expect(_pages(flow, figures, options))
        for one in figures:
            draw_figure(flow, one, tables=options.tables)
        return kit.finish()

    def table(self, data: Years, options: FiguresOptions, locale: Locale) -> Table:
        """A row for each number."""
        rows: list[list[Value]] = [
            [chart.title, category, one.name, _plain(one, at)]
            for chart in charts(data, locale, options.figures, small=options.small)
            for at, category in enumerate(chart.categories)
            for one in chart.series
        ]
        heads = [N_("Figure"), N_("What"), N_("Which"), N_("Number")]
        return Table(locale.text(self.title), [locale.text(head) for head in heads], rows)


def _plain(one: Series, at: int) -> Value:
    value = one.values[at]
    if value is None or isinstance(value, int):
        return value
    return Decimal(str(round(value, 2)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its words in the languages of the paper."""

    chart: Chart
    """In both languages where they differ."""
    title: Pair
    says: Pair
    result: Pair
    """What it comes to."""
    over: Pair
    heads: tuple[Pair, ...]
    rows: tuple[tuple[Cell, ...], ...]


def in_tongues(
    data: Years, wanted: "Sequence[Shown]", tongues: "Tongues", *, small: bool = False
) -> list[Figure]:
    """The charts that have a number, in one language or two."""
    ours = charts(data, tongues.first, wanted, small=small)
    theirs = charts(data, tongues.second, wanted, small=small) if tongues.second is not None else ours
    return [_merged(one, other) for one, other in zip(ours, theirs, strict=True) if not one.empty]


def _merged(one: Chart, other: Chart) -> Figure:
    heads = tuple(Pair(a.name, b.name) for a, b in zip(one.series, other.series, strict=True))
    names = [Pair(*both) for both in zip(one.categories, other.categories, strict=True)]
    series = tuple(replace(row, name=head.joined()) for row, head in zip(one.series, heads, strict=True))
    chart = replace(one, categories=tuple(name.joined(" / ") for name in names), series=series)
    rows = tuple((_cell(name), *row[1:]) for name, row in zip(names, one.rows(), strict=True))
    return Figure(
        chart,
        Pair(one.title, other.title),
        Pair(one.says, other.says),
        Pair(one.result, other.result),
        Pair(one.over, other.over),
        heads,
        rows,
    )


def _cell(words: Pair) -> Cell:
    return (words.first, words.second) if words.second and words.second != words.first else words.first


def _pages(flow: "Flow", figures: "Sequence[Figure]", options: FiguresOptions) -> int:
    """About how many sheets it takes: a chart is not cut, so each leaves some room at the end of one."""
    high = 0.0
    for one in figures:
        high += chart_height(flow, one.chart) + 27 * MM
        if options.tables and one.chart.kind is not ChartKind.GRID:
            across = one.chart.kind is not ChartKind.BARS
            high += (len(one.heads) if across else len(one.rows)) * 9 * MM + 9 * MM
    return max(1, round(high * 1.12 / flow.full_height + 0.4))


def draw_figure(flow: "Flow", figure: Figure, *, tables: bool) -> None:
    """Heading, what it comes to, what it shows, chart and table; heading and chart stay together."""
    flow.section(figure.title, keep=chart_height(flow, figure.chart) + 5 * flow.type.grey.leading)
    for result in dict.fromkeys(words for words in figure.result if words):
        flow.para(result, flow.type.body_strong, gap=0.5 * MM)
    flow.para(figure.says.joined(" "), flow.type.grey, gap=2 * MM)
    draw_chart(flow, figure.chart)
    if tables and figure.chart.kind is not ChartKind.GRID:
        flow.space(1 * MM)
        flow.list(listing(figure))


def listing(figure: Figure) -> Listing:
    """The numbers of a chart as a table: years along the top where they have room, else a row for each."""
    chart = figure.chart
    if chart.kind in (ChartKind.COLUMNS, ChartKind.STACKED) and chart.code != Shown.MONEY:
        columns = [
            Column(figure.over, strong=True),
            *(Column(Pair(name), Align.RIGHT, grow=0.2, whole=True) for name in chart.categories),
        ]
        across: list[list[Cell]] = [
            [_cell(head), *one.texts] for head, one in zip(figure.heads, chart.series, strict=True)
        ]
        return Listing(columns, [Section(across)])
    columns = [
        Column(figure.over, strong=True),
        *(Column(head, Align.RIGHT, grow=0.2, whole=True) for head in figure.heads),
    ]
    return Listing(columns, [Section(figure.rows)])

# SPDX-License-Identifier: GPL-3.0-or-later
"""The Figures tab of Today: charts of the years, each with its table and a way to print it (design 5.1)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.domain.figures_years import Shown, charts
from hospes.ui.page import Fit
from hospes.ui.pages.today_report import ReportCard
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.chart import ChartTable, ChartView
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.charts import Chart
    from hospes.domain.figures_counts import Years
    from hospes.ui.desk import Desk

NUMBERS = (3, 5, 10, 15)
USUAL = 10
FEW = 5
"""Years that fit where there is little room."""


class FiguresTab(QWidget):
    """Charts in two columns, in one where there is little room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.fits = Fit.NORMAL
        self._number, self._last = 0, 0
        self._tables: set[str] = set()
        self._turns: dict[str, QWidget] = {}
        self._data: Years | None = None
        numbers = [(str(n), desk.ntext("{n} year", "{n} years", n)) for n in NUMBERS]
        self.number = Choice(theme, numbers, str(USUAL), name="today.figures.number")
        self.number.setAccessibleName(desk.text("Number of years"))
        self.number.picked.connect(self._choose)
        self.last = Choice(theme, name="today.figures.last")
        self.last.setAccessibleName(desk.text("Up to the year"))
        self.last.picked.connect(self._choose)
        print_all = plain_button(
            theme, desk.text("Print all figures"), self._print, icon="printer", name="today.figures.print"
        )
        report = plain_button(
            theme, desk.text("Annual activity report"), self.show_report, icon="file-text",
            name="today.figures.report",
        )  # fmt: skip
        self.report = ReportCard(desk)
        years = row(theme, self.number, Label(theme, desk.text("Up to the year")), self.last)
        self._tools = holder(FlowLayout(theme, holder(years), print_all, report, gap=10))
        self._cards = QGridLayout()
        self._cards.setSpacing(theme.u(14))
        inner = column(theme, self._tools, self._cards, self.report, None, gap=14, margins=(22, 10, 18, 14))
        self._area = scrolled(holder(inner), "today.figures.scroll")
        self.setLayout(column(theme, self._area, gap=0))

    def reload(self) -> None:
        """Count again and show."""
        from hospes.queries.figures_years import year_figures, years_to_choose

        desk = self.desk
        years = [str(year) for year in desk.read(years_to_choose, desk.file.today)]
        chosen = str(self._last or desk.file.today.year)
        self.last.set_options([(year, year) for year in years], chosen)
        number = self._number or (USUAL if self.fits > Fit.COMPACT else FEW)
        self.number.choose(str(number))
        self._data = desk.read(year_figures, desk.file.today, int(self.last.code()), number)
        self._show()
        self.report.reload()

    def leave(self) -> None:
        """Keep what was typed."""
        self.report.leave()

    def show_report(self) -> None:
        """Go down to the report's card."""
        self._area.ensureWidgetVisible(self.report.print_button)
        self.report.year.setFocus()

    def fit(self, fit: Fit) -> None:
        """One column or two."""
        before, self.fits = self.fits, fit
        if self._data is not None and (before > Fit.COMPACT) != (fit > Fit.COMPACT):
            self.reload()

    def _choose(self, _: str) -> None:
        self._number, self._last = int(self.number.code()), int(self.last.code())
        self.reload()

    def _show(self) -> None:
        clear(self._cards)
        if self._data is None:
            return
        columns = 2 if self.fits > Fit.COMPACT else 1
        shown = [one for one in charts(self._data, self.desk.locale) if not one.empty]
        for number, one in enumerate(shown):
            self._cards.addWidget(self._card(one), number // columns, number % columns)
        for at in range(2):
            self._cards.setColumnStretch(at, 1 if at < columns else 0)

    def _card(self, chart: Chart) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        table = chart.code in self._tables
        name = f"today.figures.{chart.code}"
        shown: QWidget = (
            ChartTable(theme, chart, name=f"{name}.table")
            if table
            else ChartView(theme, chart, desk.locale, name=f"{name}.chart")
        )
        words = desk.text("Show as chart") if table else desk.text("Show as table")
        turn = link_button(theme, words, partial(self._turn, chart.code), name=f"{name}.turn")
        self._turns[chart.code] = turn
        turn.setAccessibleName(desk.text("{figure}: {what}", figure=chart.title, what=words))
        say = desk.text("Print this")
        paper = link_button(theme, say, partial(self._print, chart.code), name=f"{name}.print")
        paper.setAccessibleName(desk.text("{figure}: {what}", figure=chart.title, what=say))
        return card(
            theme,
            Label(theme, chart.title, "section", wrap=True),
            *(
                [Label(theme, chart.result, "label", wrap=True, name=f"{name}.result")]
                if chart.result
                else ()
            ),
            Label(theme, chart.says, "m", wrap=True),
            shown,
            None,
            holder(FlowLayout(theme, turn, paper, gap=16)),
        )

    def _turn(self, code: str) -> None:
        self._tables ^= {code}
        self._show()
        self._turns[code].setFocus()

    def _print(self, code: str = "") -> None:
        figures = code or ",".join(shown.value for shown in Shown)
        options = {"last": self.last.code(), "years": self.number.code(), "figures": figures}
        self.desk.go("print", paper="figures", options=options)

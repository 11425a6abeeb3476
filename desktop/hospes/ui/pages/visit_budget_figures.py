# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a funding scheme: where each is from, which have to be checked, and putting them right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.grants import CorrectFigure
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.grants_words import RULES
from hospes.i18n.marks import N_
from hospes.ui.pages.visit_budget_words import figure_words, part_words
from hospes.ui.pages.visit_widths import for_words
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row, scrolled
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.funding import Figure
    from hospes.i18n.locale import Locale
    from hospes.queries.grant_views import GrantView
    from hospes.ui.desk import Desk


class FiguresPane(QWidget):
    """The list of figures, and a line to correct or confirm the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.one: GrantView | None = None
        self._rows: dict[str, Figure] = {}
        self.about = Label(theme, "", "m", wrap=True)
        self.table = ListTable(
            desk,
            "visit.figures",
            (
                Column("what", N_("Figure"), 260, self._what, least=190),
                Column("value", N_("Value"), 90, self._value, align="right", least=90),
                for_words(
                    theme, Column("state", N_("State"), 150, self._state), [desk.text("to be checked")]
                ),
                Column("source", N_("From"), 260, self._source, goes=1),
            ),
            shown=("what", "value", "state", "source"),
            name="visit.figures.table",
            label=desk.text("Figures"),
        )
        self.table.chosen.connect(self._fill)
        self.table.setMinimumHeight(theme.u(150))
        box = Box(theme, "card", self.table, gap=0, margins=(1, 1, 1, 1))
        self.value = TextField(theme, name="visit.figures.value")
        self.value.setAccessibleName(desk.text("Right value"))
        self.value.setMaximumWidth(theme.u(120))
        self.source = TextField(theme, example=desk.text("Where it is from"), name="visit.figures.source")
        self.source.setAccessibleName(desk.text("Where it is from"))
        save = plain_button(
            theme, desk.text("Checked, this is right"), self._save, icon="check", name="visit.figures.save"
        )
        back = plain_button(
            theme, desk.text("Back to the figure of Hospes"), self._back, name="visit.figures.back"
        )
        self.back = back
        line = row(theme, self.value, self.source, gap=8)
        line.setStretch(1, 1)
        buttons = FlowLayout(theme, save, back)
        self.form = Box(theme, "card", line, holder(buttons), gap=8, margins=(12, 10, 12, 10))
        whole = column(theme, self.about, box, self.form, gap=8)
        whole.setStretch(1, 1)
        self.setLayout(column(theme, scrolled(holder(whole), "visit.figures.scroll"), gap=0))

    def show_grant(self, one: GrantView) -> None:
        """Show the figures of a grant's scheme."""
        self.one = one
        scheme = one.grant.scheme
        self.form.setVisible(scheme is not None)
        if scheme is None:
            self._rows = {}
            self.about.setText(self.desk.text("This grant has no scheme with figures."))
        else:
            self._rows = {figure.path: figure for figure in scheme.figures}
            self.about.setText(
                self.desk.text(
                    "What you put right here stays when Hospes is updated. Source: {source}.",
                    source=scheme.source,
                )
            )
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one_) for one_ in ids])
        if self._rows and not self.table.chosen_ids():
            wanted = next(
                (path for path, figure in self._rows.items() if figure.verify), next(iter(self._rows))
            )
            self.table.choose(wanted)
        self._fill()

    def _what(self, figure: Figure, locale: Locale) -> Cell:
        desk = self.desk
        kind, *rest = figure.path.split("/")
        if kind == "conditions":
            return Cell(desk.text(RULES[rest[0]]) if rest[0] in RULES else rest[0])
        since = desk.text("until now") if rest[0] == "before" else desk.text("from {day}", day=rest[0][:4])
        if rest[1] in RULES:
            return Cell(desk.text(RULES[rest[1]]), grey=since)
        more = [part for part in rest[2:] if part not in ("value",)]
        return Cell(" ".join((part_words(desk, rest[1]), *more)), grey=since)

    def _value(self, figure: Figure, locale: Locale) -> str:
        return figure_words(self.desk, figure)

    def _state(self, figure: Figure, locale: Locale) -> Cell:
        if figure.moved:
            return Cell(locale.text("Hospes says otherwise now"), icon="triangle-alert", tone="warn")
        if figure.edited and figure.checked_on is not None:
            return Cell(
                locale.text("checked on {day}", day=locale.date(figure.checked_on)), icon="check", tone="ok"
            )
        if figure.verify:
            return Cell(locale.text("to be checked"), icon="triangle-alert", tone="warn")
        return Cell(locale.text("as stated"))

    def _source(self, figure: Figure, locale: Locale) -> str:
        return figure.source

    def _current(self) -> Figure | None:
        ids = self.table.chosen_ids()
        return self._rows.get(ids[0]) if ids else None

    def _fill(self) -> None:
        figure = self._current()
        if figure is None:
            return
        self.value.setText("" if figure.text is None else figure_words(self.desk, figure))
        self.source.setText(figure.source if figure.edited else "")
        self.back.setVisible(figure.edited)

    def _save(self) -> None:
        figure = self._current()
        if figure is None or self.one is None or self.one.grant.scheme is None:
            return

        def failed(error: UserError) -> None:
            self.desk.say(error, kind="err")
            if isinstance(error, FieldProblem):
                self.value.setFocus()

        typed = self.value.text()
        shown = "" if figure.text is None else figure_words(self.desk, figure)
        value = figure.text if figure.text is not None and typed == shown else typed
        shipped = figure.shipped if figure.edited else figure.text
        code = self.one.grant.scheme.code
        action = CorrectFigure(code, figure.path, value, shipped, self.source.text(), figure.percent)
        self.desk.run(action, said=self.desk.text("The figure is kept."), failed=failed)

    def _back(self) -> None:
        figure = self._current()
        if figure is not None and self.one is not None and self.one.grant.scheme is not None:
            action = CorrectFigure(self.one.grant.scheme.code, figure.path, None)
            self.desk.run(action, said=self.desk.text("The figure of Hospes counts again."))

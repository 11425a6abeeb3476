# SPDX-License-Identifier: GPL-3.0-or-later
"""The dues of a year: who owes what on any day, with the payer or a payment beside it; starting a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from hospes.domain.dues import dues_year, year_name
from hospes.domain.errors import UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.queries.association import association
from hospes.queries.dues import CHIPS, in_order, let_through, payer_rows, year_sum, years_of_dues
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.money_columns import DUES_COMPACT, DUES_NARROW, DUES_SHOWN, dues_columns
from hospes.ui.pages.money_dues_words import state_chips, summary_words
from hospes.ui.pages.money_pay import PaymentForm
from hospes.ui.pages.money_payer import PayerPane
from hospes.ui.pages.money_start import StartDuesForm
from hospes.ui.pages.money_tab import MoneyTab
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import NO_LIMIT, Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.chips import ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QPoint

    from hospes.queries.dues import PayerRow, YearSum
    from hospes.ui.desk import Desk

BAR_HEIGHT = 52
PANE = {Fit.WIDE: 480}
PANE_USUAL = 400


class DuesTab(MoneyTab):
    """Year, quick filters, list, foot, and the pane."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chip, self._folded = "all", desk.settings.pane_folded
        own = desk.read(association)
        self._year_start, self._currency = own.year_start, own.currency
        self._year = dues_year(desk.file.today, own.year_start)
        self._all: list[PayerRow] = []
        self._rows: dict[UUID, PayerRow] = {}
        self._make_tools()
        self.table = self._make_table()
        self.body = ListBody(self.table)
        self.pane = PayerPane(desk)
        self.form = PaymentForm(desk)
        self.starting = StartDuesForm(desk)
        self._assemble()
        self.pane.paying.connect(self._pay_text)
        self.form.closed.connect(self._end_form)
        self.starting.closed.connect(self._end_start)
        self.starting.started.connect(self._started)

    def _make_tools(self) -> None:
        """What stands above the list."""
        desk, theme = self.desk, self.desk.theme
        self.year = Choice(theme, name="money.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.year.picked.connect(self._pick_year)
        self.chips = ChipRow(theme, desk.text("Show"), name="money.chips")
        self.chips.chosen.connect(self._pick_chip)
        self.words = find_field(
            theme, desk.text("Find in this list"), "money.words", self._show_list, width=170
        )
        self.as_of = date_field(desk)
        self.as_of.setFixedWidth(theme.u(170))
        self.as_of_field = Field(
            theme, desk.text("As of"), self.as_of, check=day_check(desk), name="money.asOf"
        )
        self.as_of.write_today()
        self.as_of_field.set_value(self.as_of.text())
        self.as_of_field.saved.connect(self._as_of_changed)
        self.as_of_field.hide()
        self.look_back = link_button(
            theme, desk.text("On another day"), self._look_back, name="money.lookBack"
        )
        self.summary = Label(theme, "", "section", wrap=True, name="money.summary")
        self.remind = plain_button(
            theme, desk.text("Write reminders"), self._remind, icon="mail", name="money.remind"
        )
        self.start = plain_button(theme, "", self._start, icon="calendar-days", name="money.start")

    def _assemble(self) -> None:
        """List and foot in a card, the pane beside it, the new year over all."""
        desk, theme = self.desk, self.desk.theme
        self.count = Label(theme, "", "m", name="money.count")
        print_link = link_button(
            theme, desk.text("Print this list"), self._print, icon="printer", name="money.print"
        )
        foot = row(theme, self.count, None, self.look_back, print_link, margins=(16, 6, 12, 8))
        self.foot = holder(column(theme, line(), foot, gap=0))
        card = Box(theme, "card", self.body, self.foot, gap=0, margins=(1, 1, 1, 1))
        self._asks = row(theme, self.remind, self.start, gap=8)
        self._head = row(theme, self.summary, self._asks, gap=8)
        self._head.setStretch(0, 1)
        tools = holder(FlowLayout(theme, self.year, self.chips, self.words, gap=10))
        self._left = column(theme, self._head, tools, self.as_of_field, card, gap=10)
        self._left.setStretch(3, 1)
        self.panes_ = QStackedWidget()
        self.panes_.addWidget(self.pane)
        self.panes_.addWidget(self.form)
        self.side = SidePane(theme, self.panes_, width=PANE_USUAL, name="money.pane")
        self.list_side = holder(self._left)
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretch(0, 1)
        self.whole = QStackedWidget()
        self.whole.addWidget(holder(self._across))
        self.whole.addWidget(self.starting)
        self.setLayout(column(theme, self.whole, gap=0))

    def _make_table(self) -> ListTable:
        desk = self.desk
        table = ListTable(
            desk, "dues", dues_columns(), shown=DUES_SHOWN, sort="name", name="money.table",
            label=desk.text("Dues"),
        )  # fmt: skip
        table.chosen.connect(self._chosen)
        table.opened.connect(self._open)
        table.sorted.connect(self._show_list)
        table.menuWanted.connect(self._menu)
        return table

    # -- reading -------------------------------------------------------------------------------------

    def _day(self) -> date:
        """The day the list is of."""
        try:
            value = read_day(self.desk, self.as_of.text()) if self.as_of_field.isVisibleTo(self) else None
        except UserError:
            value = None
        day = value.exact if value is not None else None
        return day or self.desk.file.today

    def reload(self) -> None:
        desk = self.desk
        years = desk.read(years_of_dues, desk.file.today)
        words = [(str(year), desk.text("Dues {year}", year=self._name(year))) for year in years]
        if self._year not in years:
            words.insert(0, (str(self._year), desk.text("Dues {year}", year=self._name(self._year))))
        self.year.set_options(words, str(self._year))
        self._all = desk.read(payer_rows, self._year, self._day(), desk.locale)
        found = year_sum(self._all, self._year, self._currency)
        self._show_summary(found)
        following = self._next_year(years)
        self.start.setText(desk.text("Start the dues of {year}", year=self._name(following)))
        self._show_list()
        if self.is_starting:
            self.starting.reload()

    def _name(self, year: int) -> str:
        return year_name(year, self._year_start)

    def _next_year(self, years: list[int]) -> int:
        """The year whose dues are to be started next: the present one while it has none."""
        present = dues_year(self.desk.file.today, self._year_start)
        has_present = any(self._all) if self._year == present else len(years) > 1
        return present + 1 if has_present else present

    def _show_summary(self, found: YearSum) -> None:
        self.summary.setText(summary_words(self.desk, found, self._name(self._year)))
        self.remind.setEnabled(found.open_payers > 0)
        self.remind.setVisible(self._day() == self.desk.file.today)
        self.chips.set_chips(state_chips(self.desk, found), self._chip)

    def _show_list(self, *_: object) -> None:
        desk = self.desk
        shown = let_through(self._all, self._chip, self.words.text())
        shown = in_order(shown, self.table.sort_key() or "name", descending=self.table.descending())
        self._rows = {one.id: one for one in shown}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if shown and not self.table.chosen_ids():
            self.table.choose(shown[0].id, tell=False)
        found = year_sum(shown, self._year, self._currency)
        self.count.setText(
            desk.ntext(
                "{n} payer: {paid} of {owed} paid",
                "{n} payers: {paid} of {owed} paid",
                found.payers,
                paid=found.money(found.paid),
                owed=found.money(found.owed),
            )
        )
        self._show_empty(not shown)
        self._show_chosen()

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self.body.show_list()
            return
        desk = self.desk
        if self._all:
            words = {
                "open": desk.text("Nobody here has open dues."),
                "free": desk.text("Nobody is exempt."),
            }.get(self._chip, desk.text("Nobody matches “{words}”.", words=self.words.text()))
            everyone = Answer(
                desk.text("Show everyone"), self._show_everyone, main=True, name="money.everyone"
            )
            nothing = EmptyState(desk.theme, words, (everyone,), icon="search")
        else:
            words = desk.text("No dues of {year} yet", year=self._name(self._year))
            start = Answer(
                desk.text("Start the dues of {year}", year=self._name(self._year)),
                self._start_shown,
                main=True,
                name="money.empty.start",
            )
            nothing = EmptyState(desk.theme, words, (start,), icon="wallet")
        self.body.show_empty(nothing)

    def _show_chosen(self) -> None:
        ids = self.table.chosen_ids() if self.body.filled else []
        self.pane.show_rows([self._rows[one] for one in ids if one in self._rows], self._year)
        self.headingChanged.emit()

    # -- choosing ------------------------------------------------------------------------------------

    def _pick_year(self, code: str) -> None:
        self._year = int(code)
        self.reload()
        self.moved.emit()

    def _pick_chip(self, code: str) -> None:
        self._chip = code
        self._show_list()
        self.moved.emit()

    def _show_everyone(self) -> None:
        self._chip = "all"
        self.chips.choose("all")
        self.words.clear()
        self._show_list()

    def _look_back(self) -> None:
        """Ask for the day the list shall be of."""
        self.as_of_field.show()
        self.look_back.hide()
        self.as_of.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.as_of.line.selectAll()

    def _as_of_changed(self, _typed: str) -> None:
        self.reload()

    def _chosen(self, _ids: list[UUID]) -> None:
        self._show_chosen()

    def _open(self, payer_id: UUID) -> None:
        """Enter on a payer who owes begins their payment; on another opens their page."""
        found = self._rows.get(payer_id)
        if found is None:
            return
        if found.open:
            self._pay(found.payer)
        elif found.payer.kind is PayerKind.PERSON:
            self.desk.go("person", id=payer_id.hex, tab="dues")
        elif found.payer.kind is PayerKind.HOUSEHOLD:
            self.desk.go("household", id=payer_id.hex)

    def _menu(self, where: QPoint) -> None:
        desk = self.desk
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = [self._rows[one] for one in self.table.chosen_ids() if one in self._rows]
        if len(chosen) == 1:
            menu.addAction(desk.text("Record a payment"), self._pay_chosen)
        if any(one.open for one in chosen):
            menu.addAction(desk.text("Write reminders"), self._remind_chosen)
        if not menu.isEmpty():
            menu.popup(where)

    # -- a payment -----------------------------------------------------------------------------------

    @property
    def is_paying(self) -> bool:
        """Whether the form of payments is open."""
        return self.panes_.currentWidget() is self.form

    @property
    def is_starting(self) -> bool:
        """Whether a year is being started."""
        return self.whole.currentWidget() is self.starting

    def _new_payment(self) -> None:
        self._pay(None)

    def _pay_chosen(self) -> None:
        ids = self.table.chosen_ids()
        found = self._rows.get(ids[0]) if ids else None
        self._pay(found.payer if found is not None else None)

    def _pay_text(self, text: str) -> None:
        self._pay(Payer.read(text))

    def _pay(self, who: Payer | None) -> None:
        self._end_start()
        self.panes_.setCurrentWidget(self.form)
        self._arrange()
        self.form.begin(who)
        self.form.first_focus().setFocus(Qt.FocusReason.TabFocusReason)
        self.headingChanged.emit()

    def _end_form(self) -> None:
        self.panes_.setCurrentWidget(self.pane)
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.headingChanged.emit()

    # -- a new year ----------------------------------------------------------------------------------

    def _start(self) -> None:
        years = self.desk.read(years_of_dues, self.desk.file.today)
        self._begin_start(self._next_year(years))

    def _start_shown(self) -> None:
        self._begin_start(self._year)

    def _begin_start(self, year: int) -> None:
        self.whole.setCurrentWidget(self.starting)
        self.starting.begin(year)
        self.headingChanged.emit()

    def _end_start(self) -> None:
        self.whole.setCurrentIndex(0)
        self.headingChanged.emit()

    def _started(self, year: int) -> None:
        self._year, self._chip = year, "all"
        self._end_start()
        self.reload()
        self.moved.emit()

    # -- going on ------------------------------------------------------------------------------------

    def _remind(self) -> None:
        """Reminders for those chosen where several are, else for everybody who owes."""
        ids = self.table.chosen_ids()
        if len(ids) > 1:
            self._remind_chosen()
        else:
            self.desk.go("print", paper="dues-reminder", options={"year": str(self._year)})

    def _remind_chosen(self) -> None:
        rows = [one.hex for one in self.table.chosen_ids() if one in self._rows and self._rows[one].open]
        self.desk.go("print", paper="dues-reminder", rows=rows, options={"year": str(self._year)})

    def _print(self) -> None:
        """The very list in view: year, day, quick filter, words."""
        narrowed = [one.hex for one in self._rows] if self.words.text() else None
        options = {"year": str(self._year), "which": self._chip, "as-of": self._day().isoformat()}
        self.desk.go("print", paper="dues-list", rows=narrowed, options=options)

    def _take_out(self) -> None:
        self.desk.go("export", what="payments")

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        if self.is_paying or self.is_starting:
            return None
        return NewButton(self.desk.text("Record a payment"), "coins", "money.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": self._new_payment, "take_out": self._take_out}
        if self.is_starting:
            return {**acts, "add": self.starting.add, "escape": self._end_start}
        acts |= {
            "find": self._find,
            "print": self._print,
            "columns": self.table.choose_columns,
            "fold": self._fold,
        }
        if self.is_paying:
            acts |= {"add": self.form.add, "escape": self._end_form}
            if self.form.last is not None:
                acts["print"] = self.form.print_last
        return acts

    def _find(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self._arrange()

    def show_at(self, **where: object) -> None:
        year, chip, start = where.get("year"), where.get("chip"), where.get("start")
        if isinstance(year, int) and year != self._year:
            self._year = year
        if isinstance(chip, str) and chip in CHIPS:
            self._chip = chip
        self.reload()
        payer = Payer.read(str(where.get("payer") or ""))
        if payer is not None:
            self.table.choose(payer.id)
        if isinstance(start, int) and start:
            self._begin_start(start)
        pay = where.get("pay")
        if isinstance(pay, str) and pay:
            person = Payer.read(pay if ":" in pay else f"person:{pay}")
            self._pay(person)

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        found = self._rows.get(current) if current is not None else None
        here: dict[str, object] = {"year": self._year, "chip": self._chip}
        if found is not None:
            here["payer"] = str(found.payer)
        if self.is_starting:
            here["start"] = self.starting.year_chosen()
        if self.is_paying and (payer := self.form.payer()) is not None:
            here["pay"] = str(payer)
        return here

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.starting,) if self.is_starting else (self.chips, self.table, self.side)

    def first_focus(self) -> QWidget | None:
        if self.is_starting:
            return self.starting.first_focus()
        return self.form.first_focus() if self.is_paying else self.table

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        small = fit <= Fit.COMPACT
        self.chips.set_compact(small)
        self.foot.setVisible(not small)
        self.starting.fit(fit)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the list; where there is little room a bar under it, and the form covers it."""
        theme, small = self.desk.theme, self.fits <= Fit.COMPACT
        left, _, right, bottom = side_margins(theme, self.fits)
        covered, bar = small and self.is_paying, small and not self.is_paying
        self.table.fit_columns({Fit.COMPACT: DUES_COMPACT, Fit.NARROW: DUES_NARROW}.get(self.fits))
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        narrow = self.fits is Fit.NARROW
        for box in (self._head, self._asks):
            box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._left.setContentsMargins(left, 0, right if small else theme.u(16), 0 if bar else bottom)
        self.list_side.setVisible(not covered)
        self.pane.set_bar(bar)
        self.side.setProperty("k", "" if bar else "pane")
        self.side.style().unpolish(self.side)
        self.side.style().polish(self.side)
        self.side.setContentsMargins(*((left, 0, right, bottom) if bar else (0, 0, 0, 0)))
        if small:
            self.side.take_room()
        else:
            self.side.set_width(PANE.get(self.fits, PANE_USUAL))
        self.side.setMaximumHeight(theme.u(BAR_HEIGHT) + bottom if bar else NO_LIMIT)
        self.side.set_folded(self._folded and not small and not self.is_paying)
        self._across.setStretch(1, 1 if covered else 0)

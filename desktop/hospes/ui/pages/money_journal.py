# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: all money that came in and went out, by account and year, with the balance after each line.

Lines are written in one row over the list; payments and paid costs of visits stand in it by themselves.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.cash_entries import AddEntry
from hospes.actions.cash_years import NumberVouchers
from hospes.domain.codes_cash import CashSource
from hospes.domain.dues import dues_year
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.queries.association import association
from hospes.queries.cash import booking
from hospes.queries.cash_lists import fits_words, journal, unfinished
from hospes.queries.cash_years import has_journal, year_states, years_of_journal
from hospes.queries.member_history import visit_titles
from hospes.queries.visits import VIEWS, visit_ids
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.money_journal_begin import BeginForm
from hospes.ui.pages.money_journal_columns import COMPACT, NARROW, SHOWN, journal_columns
from hospes.ui.pages.money_journal_pane import JournalPane
from hospes.ui.pages.money_journal_quick import QuickEntry
from hospes.ui.pages.money_journal_setup import SetupView
from hospes.ui.pages.money_tab import MoneyTab
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from hospes.i18n.collation import Order
    from hospes.queries.cash_lists import Journal, JournalRow
    from hospes.ui.desk import Desk

CHIPS = (("all", N_("All")), ("in", N_("In")), ("out", N_("Out")), ("open", N_("Unfinished")))
PANE = {Fit.WIDE: 420}
PANE_USUAL = 340
WHOLE = "all"

UNNUMBERED = 10**9
"""Lines without a number stand after all that have one."""


class JournalTab(MoneyTab):
    """Account, year, quick filters, the row to write in, the list and the chosen line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        theme = desk.theme
        self._year: int | None = None
        self._account: UUID | None = None
        self._chip, self._folded = "all", desk.settings.pane_folded
        self._journal: Journal | None = None
        self._rows: dict[UUID, JournalRow] = {}
        self._wanted: UUID | None = None
        self._visits: list[tuple[str, str]] = []
        self.begin_form: BeginForm | None = None
        self.setup: SetupView | None = None
        self._build_list()
        self.quick = QuickEntry(desk)
        self.quick.written.connect(self._written)
        tools = holder(
            FlowLayout(theme, self.account, self.year, self.chips, self.words, self.set_up, gap=10)
        )
        card = Box(theme, "card", self.body, self.foot, gap=0, margins=(1, 1, 1, 1))
        self._top = column(theme, tools, self.quick, gap=10)
        self._left = column(theme, card, gap=10)
        self.pane = JournalPane(desk)
        self.pane.correct.connect(self._correct)
        inner = column(theme, self.pane, margins=(22, 14, 22, 14))
        self.side = SidePane(
            theme, scrolled(holder(inner), "journal.look"), width=PANE_USUAL, name="journal.pane"
        )
        self._across = row(theme, holder(self._left), self.side, gap=0)
        self._across.setStretch(0, 1)
        self.stack = QStackedWidget()
        whole = column(theme, holder(self._top), holder(self._across), gap=10)
        whole.setStretch(1, 1)
        self.stack.addWidget(holder(whole))
        self.setLayout(column(theme, self.stack, gap=0))

    def _build_list(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.account = Choice(theme, name="journal.whichAccount")
        self.account.setAccessibleName(desk.text("Account"))
        self.account.picked.connect(self._pick_account)
        self.year = Choice(theme, name="journal.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.year.picked.connect(self._pick_year)
        self.chips = ChipRow(theme, desk.text("Show"), name="journal.chips")
        self.chips.chosen.connect(self._pick_chip)
        self.words = find_field(
            theme, desk.text("Find in this list"), "journal.find", self._show_list, width=170
        )
        self.set_up = link_button(
            theme,
            desk.text("Accounts and categories"),
            self._open_setup,
            icon="settings",
            name="journal.setUp",
        )
        self.table = ListTable(
            desk, "journal", journal_columns(), shown=SHOWN, name="journal.table", label=desk.text("Journal")
        )
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self.table.sorted.connect(self._show_list)
        self.table.binned.connect(self._delete)
        self.body = ListBody(self.table)
        self.count = Label(theme, "", "m", name="journal.count")
        self.number = link_button(
            theme, desk.text("Give voucher numbers"), self._number, name="journal.number"
        )
        out = link_button(
            theme, desk.text("To the bookkeeper…"), self._take_out, icon="file-down", name="journal.takeOut"
        )
        foot = holder(FlowLayout(theme, self.count, self.number, out, gap=12))
        foot.setContentsMargins(theme.u(16), theme.u(6), theme.u(12), theme.u(8))
        self.foot = holder(
            column(
                theme, line(),
                foot, gap=0,
            )
        )  # fmt: skip

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        if not desk.read(has_journal):
            self._show_begin()
            return
        if self.stack.currentWidget() is self.setup and self.setup is not None:
            self.setup.reload()
        elif self.stack.currentIndex() != 0:
            self.stack.setCurrentIndex(0)
        years = desk.read(years_of_journal, desk.file.today)
        if self._year not in years:
            self._year = years[0]
        self.year.set_options([(str(year), str(year)) for year in years], str(self._year))
        found = desk.read(journal, self._year, desk.locale, self._account)
        self._journal = found
        accounts = [(one.id.hex, one.name) for one in found.accounts]
        whole = [(WHOLE, desk.text("All accounts"))] if len(accounts) > 1 else []
        self.account.set_options(
            [*whole, *accounts], self._account.hex if self._account else (WHOLE if whole else accounts[0][0])
        )
        closed = self._closed()
        self.quick.show_journal(found.accounts, found.categories, self._account)
        self.quick.setVisible(not closed and not desk.file.read_only)
        self._visits = self._titles()
        self._show_list()

    def _titles(self) -> list[tuple[str, str]]:
        desk = self.desk
        ids: list[UUID] = []
        for view in VIEWS:
            ids += desk.read(visit_ids, view, locale=desk.locale, today=desk.file.today)
        titles = desk.read(visit_titles, ids, desk.locale.language)
        untitled = desk.text("Visit without a name")
        return [(one.hex, titles.get(one) or untitled) for one in ids]

    def _closed(self) -> bool:
        found = self._journal
        if found is None:
            return False
        state = self.desk.read(year_states, found.owner).get(found.year)
        return state is not None and state.closed

    def _show_begin(self) -> None:
        if self.begin_form is None:
            self.begin_form = BeginForm(self.desk)
            self.stack.addWidget(self.begin_form)
        self.stack.setCurrentWidget(self.begin_form)

    def _show_list(self, *_: object) -> None:
        desk, found = self.desk, self._journal
        if found is None:
            return
        typed = self.words.text()
        fitting = [one for one in found.rows if not typed or fits_words(one, typed, desk.locale)]
        counts = {code: sum(1 for one in fitting if _fits(one, code)) for code, _ in CHIPS}
        self.chips.set_chips(
            [Chip(code, desk.text(words), desk.locale.number(counts[code])) for code, words in CHIPS],
            self._chip,
        )
        shown = [one for one in fitting if _fits(one, self._chip)]
        key = self.table.sort_key()
        if key and key != "on":
            shown.sort(key=lambda one: _sorted_by(one, key, desk), reverse=self.table.descending())
        elif not (key == "on" and not self.table.descending()):
            shown.reverse()  # the newest first, unless somebody sorted by the day
        self._rows = {one.key: one for one in shown}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if self._wanted is not None and self.table.choose(self._wanted):
            self._wanted = None
        if shown and not self.table.chosen_ids():
            self.table.choose(shown[0].key, tell=False)
        self._tell_count(found, shown)
        bare = sum(1 for one in found.rows if one.booking.number is None)
        self.number.setVisible(bool(bare) and not self._closed())
        self._show_empty(not shown)
        self._show_chosen()

    def _tell_count(self, found: Journal, shown: Sequence[JournalRow]) -> None:
        desk = self.desk
        if len(shown) == len(found.rows):
            words = desk.text(
                "In {in} · out {out} · now {closing}",
                out=found.money(found.money_out),
                closing=found.money(found.closing),
                **{"in": found.money(found.money_in)},
            )
        else:
            total = Money(sum(one.booking.counted for one in shown), found.currency)
            words = desk.ntext("{n} entry, {amount}", "{n} entries, {amount}", len(shown), amount=total)
        self.count.setText(words)

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self.body.show_list()
            return
        desk = self.desk
        if self.words.text() or self._chip != "all":
            way = Answer(desk.text("Show all"), self._show_all, main=True, name="journal.all")
            nothing = EmptyState(desk.theme, desk.text("No entry is like that."), (way,), icon="search")
        else:
            nothing = EmptyState(desk.theme, desk.text("No entries in this year."), icon="scroll-text")
        self.body.show_empty(nothing)

    # -- the chosen ones -----------------------------------------------------------------------------

    def _chosen(self) -> list[JournalRow]:
        if not self.body.filled:
            return []
        return [self._rows[one] for one in self.table.chosen_ids() if one in self._rows]

    def _show_chosen(self, *_: object) -> None:
        if self._journal is not None:
            self.pane.show_lines(self._journal, self._chosen(), self._visits, closed=self._closed())
        self.headingChanged.emit()

    def _open(self, key: UUID) -> None:
        one = self._rows.get(key)
        if one is not None:
            self.pane.open_source(one)

    def _delete(self, keys: list[UUID]) -> None:
        self.pane.delete([self._rows[key] for key in keys if key in self._rows])

    def _written(self, entry: object) -> None:
        if isinstance(entry, UUID):
            self._wanted = entry

    def _correct(self, one: JournalRow) -> None:
        """The opposite of a line, today: what a mistake in a closed year needs."""
        desk, old = self.desk, one.booking
        category = old.parts[0].category if len(old.parts) == 1 else None
        number = old.number if old.number is not None else ""
        words = desk.text("Correction of no. {number} of {day}", number=number, day=desk.locale.date(old.on))
        amount = Money(-old.counted, one.currency)
        links = {"visit_id": old.visit} if old.visit is not None else {}
        desk.run(
            AddEntry(old.account, desk.file.today, amount, words, category, links=links),
            said=desk.text("A correcting entry is written in the open year. Change its amount if need be."),
            done=lambda outcome: self._go_to_entry(outcome.result),
        )

    def _go_to_entry(self, entry: object) -> None:
        if isinstance(entry, UUID):
            self._year, self._wanted = None, entry
            self.reload()

    # -- acts ----------------------------------------------------------------------------------------

    def _pick_account(self, code: str) -> None:
        self._account = UUID(hex=code) if code != WHOLE else None
        self.reload()
        self.moved.emit()

    def _pick_year(self, code: str) -> None:
        self._year = int(code)
        self.reload()
        self.moved.emit()

    def _pick_chip(self, code: str) -> None:
        self._chip = code
        self._show_list()
        self.moved.emit()

    def _show_all(self) -> None:
        self._chip = "all"
        self.words.clear()
        self._show_list()

    def _number(self) -> None:
        if self._year is not None:
            desk = self.desk
            desk.run(NumberVouchers(self._year), said=desk.text("All entries have voucher numbers now."))

    def _take_out(self) -> None:
        self.desk.go("export", what="journal")

    def _print(self) -> None:
        options = {"year": str(self._year or 0)}
        if self._account is not None and self._journal is not None and self._journal.account is not None:
            options["account"] = self._journal.account.name
        self.desk.go("print", paper="cash-journal", options=options)

    def _open_setup(self) -> None:
        if self.setup is None:
            self.setup = SetupView(self.desk)
            self.setup.closed.connect(self._close_setup)
            self.stack.addWidget(self.setup)
        self.setup.reload()
        self.stack.setCurrentWidget(self.setup)
        self.moved.emit()

    def _close_setup(self) -> None:
        self.stack.setCurrentIndex(0)
        self.reload()
        self.moved.emit()

    def _new(self) -> None:
        if self.quick.isVisible():
            self.quick.begin()

    # -- files ---------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) and len(self._chosen()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.pane.vouchers.take(
            Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()
        )

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        if not self.quick.isVisibleTo(self):
            return None
        return NewButton(self.desk.text("Write entry"), "plus", "journal.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        if self._journal is None:
            return {}
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "find": self._find,
            "columns": self.table.choose_columns,
            "fold": self._fold,
            "take_out": self._take_out,
            "print": self._print,
        }
        if self.stack.currentWidget() is self.setup:
            acts["escape"] = self._close_setup
        if any(one.booking.source is CashSource.ENTRY for one in self._chosen()):
            acts["bin"] = lambda: self.pane.delete(self._chosen())
        return acts

    def _find(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self.fit(self.fits)

    def show_at(self, **where: object) -> None:
        year, chip, chosen, account = (where.get(name) for name in ("year", "chip", "id", "account"))
        if isinstance(year, int) and year:
            self._year = year
        if chip in {code for code, _ in CHIPS}:
            self._chip = str(chip)
        if isinstance(account, str):
            with suppress(ValueError):
                self._account = UUID(hex=account) if account else None
        if isinstance(chosen, str) and chosen:
            with suppress(ValueError):
                self._wanted = UUID(hex=chosen)
        self._look_up()
        self.reload()
        if where.get("setup"):
            self._open_setup()
        if where.get("new"):
            self._new()

    def _look_up(self) -> None:
        """Go to the year of the wanted line, and show all lines."""
        desk, wanted = self.desk, self._wanted
        if wanted is None:
            return
        own = desk.read(association)
        found = desk.read(booking, own.id, wanted, desk.locale)
        if found is not None:
            self._year, self._chip = dues_year(found.on, own.year_start), "all"
            if self._account is not None:
                self._account = found.account

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        return {
            "year": self._year or 0,
            "chip": self._chip,
            "account": self._account.hex if self._account is not None else "",
            **(
                {"setup": True} if self.setup is not None and self.stack.currentWidget() is self.setup else {}
            ),
            **({"id": current.hex} if isinstance(current, UUID) else {}),
        }

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.quick, self.chips, self.table, self.side)

    def first_focus(self) -> QWidget | None:
        if self.begin_form is not None and self.stack.currentWidget() is self.begin_form:
            return self.begin_form.first_focus()
        return self.quick.words if self.quick.isVisibleTo(self) else self.table

    def least(self) -> int:
        return {Fit.COMPACT: 620, Fit.NARROW: 920}.get(self.fits, 0)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        theme, small = self.desk.theme, fit <= Fit.COMPACT
        left, _, right, bottom = side_margins(theme, fit)
        self.chips.set_compact(fit <= Fit.NORMAL)
        self.table.fit_columns({Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(fit))
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self._top.setContentsMargins(left, 0, right, 0)
        self._left.setContentsMargins(left, 0, right if small else theme.u(16), 0 if small else bottom)
        if small:
            self.side.take_room()
        else:
            self.side.set_width(PANE.get(fit, PANE_USUAL))
        self.side.stand_beneath(small)
        self.side.set_folded(self._folded and not small)


def _fits(one: JournalRow, chip: str) -> bool:
    if chip == "in":
        return one.booking.counted > 0
    if chip == "out":
        return one.booking.counted < 0
    return chip == "all" or bool(unfinished(one))


def _sorted_by(one: JournalRow, key: str, desk: Desk) -> Order:
    line = one.booking
    if key == "number":
        return line.number if line.number is not None else UNNUMBERED, desk.locale.sort_key("")
    if key == "minor":
        return abs(line.counted), desk.locale.sort_key("")
    words = {
        "words": one.words or line.who, "category": one.category, "account": one.account,
        "visit": line.visit_name,
    }.get(key, "")  # fmt: skip
    return 0, desk.locale.sort_key(words)

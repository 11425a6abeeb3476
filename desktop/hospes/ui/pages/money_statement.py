# SPDX-License-Identifier: GPL-3.0-or-later
"""A bank statement that is brought in: what is sure, what somebody decides side by side, what is left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from hospes import paths
from hospes.actions.cash_filing import BringInEntries
from hospes.domain.payers import Payer
from hospes.domain.statement import Lot, Matched
from hospes.domain.values import Money
from hospes.queries.association import association
from hospes.queries.cash_years import has_journal
from hospes.queries.dues import payer_options
from hospes.transfer.child import Stopped as ChildStopped
from hospes.transfer.child import read_in_child
from hospes.transfer.reading import ReadOptions
from hospes.transfer.statement import statement_of
from hospes.transfer.statement_plan import CheckedStatement, check_statement
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.money_journal_statement import RestOfStatement
from hospes.ui.pages.money_statement_back import BackRow, entry_told
from hospes.ui.tasks import Stopped
from hospes.ui.widgets.boxes import Box, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner, back_bar

if TYPE_CHECKING:
    from hospes.domain.errors import UserError
    from hospes.transfer.reading import Grid
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

OUT, SOMEBODY = "", "somebody"
MOST_SHOWN = 200


class EntryRow(QWidget):
    """One entry and whose payment it becomes."""

    changed = Signal()

    def __init__(
        self, desk: Desk, checked: CheckedStatement, one: Matched, people: list[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.desk, self._checked, self._one = desk, checked, one
        theme, entry = desk.theme, one.entry
        title, told = entry_told(desk, entry)
        codes = [(str(each.candidate.payer), each.candidate.name) for each in one.proposals]
        options = [*codes, (OUT, desk.text("Leave out")), (SOMEBODY, desk.text("Somebody else…"))]
        payer = checked.payer(one)
        self.choice = Choice(
            theme, options, str(payer) if payer is not None else OUT, name=f"bank.entry.{entry.row}"
        )
        self.choice.setAccessibleName(title)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.picked.connect(self._picked)
        self.other = Combo(theme, people, name=f"bank.entry.other.{entry.row}")
        self.other.setAccessibleName(desk.text("Somebody else"))
        self.other.setPlaceholderText(desk.text("Somebody else"))
        self.other.picked.connect(self._other)
        self.other.hide()
        self.why = Label(theme, "", "m", wrap=True)
        right = column(theme, self.choice, self.other, self.why, None, gap=4)
        across = row(theme, holder(column(theme, *told, None, gap=1)), holder(right), gap=18)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self.setLayout(column(theme, across, line(), gap=6))
        self._explain()

    def _picked(self, code: str) -> None:
        self.other.setVisible(code == SOMEBODY)
        self._checked.decide(self._one.entry.row, Payer.read(code))
        if code == SOMEBODY:
            self.other.setFocus()
        self._explain()
        self.changed.emit()

    def _other(self, code: str) -> None:
        self._checked.decide(self._one.entry.row, Payer.read(code))
        self.changed.emit()

    def _explain(self) -> None:
        """What speaks for the chosen one; of several, for the likeliest."""
        desk, code = self.desk, self.choice.code()
        found = [each for each in self._one.proposals if str(each.candidate.payer) == code]
        found = found or list(self._one.proposals[:1])
        words = ""
        if found and code != SOMEBODY:
            best = found[0]
            reasons = desk.locale.listing(desk.locale.label(why) for why in best.because)
            open_ = Money(best.candidate.open, best.candidate.currency)
            words = desk.text(
                "{name} owes {amount}; {reasons}.", name=best.candidate.name, amount=open_, reasons=reasons
            )
        self.why.setText(words)
        self.why.setVisible(bool(words))


class StatementForm(QWidget):
    """Choose the file, look at its entries, one button, one undo."""

    closed = Signal()
    brought = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._checked: CheckedStatement | None = None
        self._first: QWidget | None = None
        self.title = Label(theme, "", "name", wrap=True, name="bank.statement.title")
        self._problem = column(theme, gap=8)
        words = desk.text(
            "Choose the file you downloaded from your bank: CSV, camt.053 (XML or ZIP) or MT940. You see "
            "every entry before it is taken over; one Undo takes it back. "
            "The same file twice changes nothing."
        )
        self.choose = plain_button(
            theme, desk.text("Choose a file…"), self.ask, icon="folder-open", name="bank.statement.choose"
        )
        self.intro = Box(theme, "card", Label(theme, words, wrap=True), row(theme, self.choose, None), gap=12)
        self._list = column(theme, gap=12)
        self.rest = RestOfStatement(desk)
        self.rest.changed.connect(self._name_button)
        self.rest.hide()
        self.do = main_button(theme, "", self.bring_in, icon="check", name="bank.statement.do")
        back = back_bar(theme, desk.text("Back to the list"), self.closed.emit, "bank.statement.back")
        self.back = back.findChild(QWidget, "bank.statement.back") or back
        inner = holder(
            column(
                theme,
                self.title,
                self._problem,
                self.intro,
                self._list,
                self.rest,
                None,
                gap=12,
                margins=(0, 0, 10, 14),
            )
        )
        inner.setMaximumWidth(theme.u(940))
        across = row(theme, inner, gap=0)
        across.setStretchFactor(inner, 100)
        across.addStretch(1)
        self.foot = holder(row(theme, self.do, None, margins=(0, 6, 0, 6)))
        self._edge = line()
        self._whole = column(
            theme, back, scrolled(holder(across), "bank.statement"), self._edge, self.foot, gap=4
        )
        self.setLayout(self._whole)

    def begin(self) -> None:
        """No file yet."""
        self._checked = None
        self.title.setText(self.desk.text("Bring in a bank statement"))
        clear(self._problem)
        clear(self._list)
        self.intro.show()
        self.rest.hide()
        self.foot.hide()
        self._edge.hide()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        if self._checked is None:
            return self.choose
        return self.back if self._first is None else self._first

    def ask(self) -> None:
        """Let the person choose the file."""
        kinds = self.desk.text("Bank statements (*.csv *.txt *.xml *.zip *.sta *.mt940 *.940 *.xlsx *.xls)")
        found, _ = QFileDialog.getOpenFileName(
            self, self.desk.text("Choose a file…"), str(paths.documents_folder()), kinds
        )
        if found:
            self.open_file(Path(found))

    def open_file(self, path: Path) -> None:
        """Read a statement in a child process, then show it."""
        desk = self.desk

        def job(work: Work) -> Grid:
            def progress(share: float) -> bool:
                work.tell(round(share * 100), 100)
                return not work.stopped

            try:
                return read_in_child(path, ReadOptions(), progress)
            except ChildStopped:
                raise Stopped from None

        desk.tasks.run(
            job, title=desk.text("Reading {file}", file=path.name),
            done=lambda grid: self._read(path.name, grid), failed=self._failed,
        )  # fmt: skip

    def _failed(self, error: UserError) -> None:
        clear(self._problem)
        self._problem.addWidget(
            Banner(self.desk.theme, self.desk.words(error), "err", name="bank.statement.problem")
        )

    def _read(self, name: str, grid: Grid) -> None:
        from hospes.domain.errors import UserError

        desk = self.desk
        try:
            statement = statement_of(grid, desk.read(association).currency)
        except UserError as error:
            self._failed(error)
            return
        self._checked = check_statement(statement, name, desk.read, desk.locale, desk.file.today)
        self._show(self._checked)

    def _show(self, checked: CheckedStatement) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._problem)
        clear(self._list)
        self._first = None
        self.title.setText(checked.name)
        self.intro.hide()
        self.foot.show()
        self._edge.show()
        if checked.statement.unreadable:
            n = len(checked.statement.unreadable)
            words = desk.ntext(
                "{n} row cannot be read or is of a day to come; it is left out.",
                "{n} rows cannot be read or are of days to come; they are left out.",
                n,
            )
            self._problem.addWidget(Banner(theme, words, name="bank.statement.unread"))
        if checked.statement.guessed:
            words = desk.text(
                "This file has no headings that are known, so days, sums and names were told from what "
                "stands in its columns. Compare a few entries with your statement before you bring them in."
            )
            self._problem.addWidget(Banner(theme, words, name="bank.statement.guessed"))
        self._came_back(checked)
        people = desk.read(payer_options, desk.file.today, desk.locale)
        nobody = desk.text("Nobody fits; left out unless you say who it is")
        if desk.read(has_journal):
            nobody = desk.text("Nobody fits; written into the journal unless you say who it is")
        titles = (
            (Lot.DOUBTFUL, desk.text("Look at these first")),
            (Lot.UNKNOWN, nobody),
            (Lot.SURE, desk.text("These are sure")),
        )
        for lot, title in titles:
            some = checked.lot(lot)
            if some:
                self._card(checked, some, title, people, lot)
        for words in self._rest(checked):
            self._list.addWidget(Label(theme, words, "m", wrap=True))
        self.rest.show_statement(checked)
        self._name_button()
        # What must be looked at comes first; in a small window the button below would scroll past it.
        self.first_focus().setFocus()

    def _came_back(self, checked: CheckedStatement) -> None:
        """Debits that came back, the doubtful ones first."""
        desk, theme = self.desk, self.desk.theme
        some = sorted(checked.lot(Lot.BACK), key=lambda one: one.sure)
        if not some:
            return
        box = Box(
            theme, "card", Label(theme, desk.text("Debits that came back"), "section", wrap=True), gap=8,
            name="bank.lot.back",
        )  # fmt: skip
        journal = desk.read(has_journal)
        for one in some:
            made = BackRow(desk, checked, one, journal)
            made.changed.connect(self.rest.refresh)
            made.changed.connect(self._name_button)
            box.box.addWidget(made)
            self._first = self._first or made.choice
        self._list.addWidget(box)

    def _card(
        self,
        checked: CheckedStatement,
        some: list[Matched],
        title: str,
        people: list[tuple[str, str]],
        lot: Lot,
    ) -> None:
        desk, theme = self.desk, self.desk.theme
        box = Box(
            theme, "card", Label(theme, title, "section", wrap=True), gap=8, name=f"bank.lot.{lot.value}"
        )
        for one in some[:MOST_SHOWN]:
            made = EntryRow(desk, checked, one, people)
            made.changed.connect(self.rest.refresh)
            made.changed.connect(self._name_button)
            box.box.addWidget(made)
            self._first = self._first or made.choice
        if len(some) > MOST_SHOWN:
            more = len(some) - MOST_SHOWN
            words = desk.ntext("and {n} more", "and {n} more", more)
            box.box.addWidget(Label(theme, words, "m"))
        self._list.addWidget(box)

    def _rest(self, checked: CheckedStatement) -> list[str]:
        desk = self.desk
        told = []
        if n := checked.count(Lot.KNOWN):
            told.append(
                desk.ntext("{n} entry is in the file already.", "{n} entries are in the file already.", n)
            )
        if n := len(checked.statement.waiting):
            told.append(
                desk.ntext(
                    "{n} entry is not booked by the bank yet; it comes with the next file.",
                    "{n} entries are not booked by the bank yet; they come with the next file.",
                    n,
                )
            )
        if n := checked.count(Lot.COLLECTION):
            told.append(
                desk.ntext(
                    "{n} entry is the sum of a collection; record it there.",
                    "{n} entries are sums of collections; record them there.",
                    n,
                )
            )
        if (n := checked.count(Lot.OUT)) and not desk.read(has_journal):
            told.append(
                desk.ntext(
                    "{n} entry is money that went out; it is left out.",
                    "{n} entries are money that went out; they are left out.",
                    n,
                )
            )
        return told

    def _name_button(self) -> None:
        desk = self.desk
        chosen = self._checked.chosen() if self._checked is not None else ()
        currency = chosen[0].amount.currency if chosen else desk.read(association).currency
        total = Money(sum(one.amount.minor for one in chosen if one.amount.currency == currency), currency)
        n = len(chosen)
        words = desk.ntext(
            "Bring in {n} payment, {amount}", "Bring in {n} payments, {amount}", n, amount=total
        )
        rest = len(self.rest.lines()) + (len(self._checked.returned()) if self._checked is not None else 0)
        if rest:
            words = desk.ntext("Bring in {n} line", "Bring in {n} lines", n + rest)
        self.do.setText(words if n + rest else desk.text("There is nothing to bring in"))
        self.do.setEnabled(bool(n + rest))

    def bring_in(self) -> None:
        """Bring in what was decided, as one step."""
        desk, checked = self.desk, self._checked
        if checked is None:
            return
        lines, account = self.rest.lines(), self.rest.account_id()
        payments, back = len(checked.chosen()), len(checked.returned())
        entries = BringInEntries(account, lines) if lines and account is not None else None
        n = payments + back + (len(lines) if entries is not None else 0)
        said = desk.ntext("{n} line is brought in.", "{n} lines are brought in.", n)
        if n == payments:
            said = desk.ntext("{n} payment is recorded.", "{n} payments are recorded.", n)
        elif n == back:
            said = desk.ntext(
                "{n} debit came back; the dues are open again.",
                "{n} debits came back; the dues are open again.",
                n,
            )
        if n and desk.run(checked.action(entries), said=said) is not None:
            self._checked = None
            self.brought.emit()

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)

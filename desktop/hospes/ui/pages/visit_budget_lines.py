# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of the budget, written in place: costs and income, planned and real, with their sums.

Each cell is a line of text that is written when it is left; Enter goes on, the arrows go up and down within
a column. While the lines stay the same ones only their texts are shown anew, so nobody loses their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.actions.budget import AddBudgetLine, EditBudgetLine
from hospes.domain.budget import Sums, sums
from hospes.domain.codes_money import COSTS, INCOME, BudgetCategory, BudgetSide
from hospes.domain.cost_split import BORNE, Bearer
from hospes.domain.money import MoneyProblem
from hospes.domain.values import Money
from hospes.ui.pages.person_flat import FlatLine
from hospes.ui.pages.visit_budget_words import both_amounts, money_of, plain
from hospes.ui.widgets.boxes import Box, clear, column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from hospes.domain.errors import UserError
    from hospes.queries.budget import BudgetView, LineRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Role

Derived = tuple[str, str, str, "Callable[[], object]", str]
"""Words, planned, real, where it leads, and the name of the link."""

FIELDS = ("text", "planned", "real")


class Cell(FlatLine):
    """A cell of the budget; tells when it is left with another text, and where the arrows lead."""

    left = Signal()
    wanted = Signal(int)
    entered = Signal()

    def __init__(self, desk: Desk, line: UUID, code: str) -> None:
        super().__init__(desk.theme, "", empty="–" if code != "text" else desk.text("no words"))
        self.line, self.code = line, code
        self.stored = ""
        if code != "text":
            self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is writing here."""
        if self.hasFocus() and self.text() != self.stored:
            return
        self.stored = text
        if self.text() != text:
            self.setText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if event.key() == Qt.Key.Key_Escape and self.text() != self.stored:
            self.setText(self.stored)
            return
        super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Sum:
    """The labels of a sum."""

    planned: Label
    real: Label


class BudgetGrid(QWidget):
    """Both sides of the budget."""

    chosen = Signal(object)
    """Id of the line the keyboard is in."""

    detailsWanted = Signal(object)
    grantWanted = Signal()
    sharesWanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: BudgetView | None = None
        self._cells: dict[tuple[UUID, str], Cell] = {}
        self._order: list[UUID] = []
        self._sums: dict[str, _Sum] = {}
        self._notes: dict[UUID, Label] = {}
        self._shape: object = None
        self._new: dict[str, tuple[Choice, TextField, TextField]] = {}
        self._small = False
        self._box = column(desk.theme, gap=12)
        self.setLayout(self._box)

    def set_small(self, small: bool) -> None:
        """The columns of amounts give way to the words where there is hardly any room."""
        if small != self._small:
            self._small = small
            if self.view is not None:
                self.show_view(self.view)

    # -- showing -------------------------------------------------------------------------------------

    def show_view(self, view: BudgetView) -> None:
        """Show the lines; build them anew only where there are others than before."""
        self.view = view
        shape = (
            view.visit_id,
            view.currency,
            tuple((line.id, line.category, line.in_kind) for line in view.lines),
            tuple(line[:3] for category in INCOME for line in self._derived(view, category)),
            self._small,
        )
        if shape != self._shape:
            self._build(view)
            self._shape = shape
        for line in view.lines:
            self._cells[line.id, "text"].show_text(line.text)
            self._cells[line.id, "planned"].show_text(plain(self.desk, line.planned_money()))
            self._cells[line.id, "real"].show_text(plain(self.desk, line.real_money()))
            note = self._note_of(line)
            self._notes[line.id].setText(note)
            self._notes[line.id].setVisible(bool(note))
        self._show_sums(view)

    def _note_of(self, line: LineRow) -> str:
        assert self.view is not None
        base = self.view.currency
        words = both_amounts(self.desk, line, base) or both_amounts(self.desk, line, base, real=True)
        kind = self.desk.text("in kind, paid by nobody") if line.in_kind else ""
        return " · ".join(part for part in (kind, words) if part)

    def _build(self, view: BudgetView) -> None:
        focus = self.focusWidget()
        again = (focus.line, focus.code) if isinstance(focus, Cell) else None
        clear(self._box)
        self._cells, self._sums, self._notes, self._new = {}, {}, {}, {}
        self._order = [line.id for line in view.lines]
        for side in BudgetSide:
            self._box.addWidget(self._side(view, side))
        self._box.addStretch(1)
        if again is not None and again in self._cells:
            self._cells[again].setFocus(Qt.FocusReason.OtherFocusReason)

    def _side(self, view: BudgetView, side: BudgetSide) -> Box:
        desk, theme = self.desk, self.desk.theme
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.u(8))
        grid.setVerticalSpacing(theme.u(1))
        grid.setColumnStretch(0, 1)
        for at in (1, 2):
            grid.setColumnMinimumWidth(at, theme.u(82 if self._small else 118))
        grid.addWidget(Label(theme, desk.locale.label(side), "section"), 0, 0)
        for at, words in ((1, desk.text("As planned")), (2, desk.text("Real"))):
            grid.addWidget(Label(theme, words, "m"), 0, at, Qt.AlignmentFlag.AlignRight)
        at = 1
        categories = COSTS if side is BudgetSide.COST else INCOME
        for category in categories:
            at = self._category(grid, at, view, category)
        self._sum_row(grid, at, f"{side.value}.all", desk.text("Sum"), "lead")
        box = Box(theme, "card", grid, gap=8, margins=(16, 12, 12, 12), name=f"visit.budget.{side.value}")
        box.box.addWidget(self._adding(side))
        return box

    def _category(self, grid: QGridLayout, at: int, view: BudgetView, category: BudgetCategory) -> int:
        lines = [line for line in view.lines if line.category is category]
        derived = self._derived(view, category)
        if not lines and not derived:
            return at
        self._sum_row(grid, at, category.value, self.desk.locale.label(category), "label")
        at += 1
        for words, planned, real, call, name in derived:
            link = link_button(self.desk.theme, words, call, name=name)
            grid.addWidget(holder(row(self.desk.theme, link, None, gap=0)), at, 0, 1, 4 if self._small else 1)
            at += self._small  # its amounts stand beneath
            for place, text in ((1, planned), (2, real)):
                grid.addWidget(self._figure(text), at, place)
            at += 1
        for line in lines:
            at = self._line(grid, at, line)
        return at

    def _figure(self, text: str) -> Label:
        found = Label(self.desk.theme, text)
        found.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        found.setContentsMargins(0, 0, self.desk.theme.u(8), 0)
        return found

    def _derived(self, view: BudgetView, category: BudgetCategory) -> list[Derived]:
        """Income that stands elsewhere: grants, and the shares of those who take part."""
        desk = self.desk
        if category is BudgetCategory.GRANT:
            return [
                (
                    desk.text("{name}: {state}", name=one.name, state=desk.locale.label(one.state)),
                    plain(desk, one.hoped), plain(desk, one.received), self.grantWanted.emit,
                    f"visit.budget.grant.{number}",
                )
                for number, one in enumerate(view.grants)
            ]  # fmt: skip
        found = self._borne(view, category)
        if category is BudgetCategory.SHARES and view.accounts:
            n = len(view.accounts)
            words = desk.ntext("Share of {n} person", "Shares of {n} people", n)
            planned = plain(desk, Money(view.shares_planned, view.currency))
            paid = plain(desk, Money(view.shares_paid, view.currency))
            found.insert(0, (words, planned, paid, self.sharesWanted.emit, "visit.budget.shares"))
        return found

    def _borne(self, view: BudgetView, category: BudgetCategory) -> list[Derived]:
        """What others than those on the list bear; host households together in one line."""
        desk, found = self.desk, list[Derived]()
        for kind, of in BORNE.items():
            some = [one for one in view.bearers if of is category and one.who.kind is kind]
            parts = [some] if kind is Bearer.HOST and some else [[one] for one in some]
            for number, part in enumerate(parts):
                words = part[0].who.name
                if kind is Bearer.HOST:
                    words = desk.ntext("Share of {n} household", "Shares of {n} households", len(part))
                known = [one.account_in(view.currency, view.rates) for one in part]
                owed = sum(one.owed.minor for one in known if one is not None)
                paid = sum(one.paid.minor for one in known if one is not None)
                found.append((
                    words, plain(desk, Money(owed, view.currency)), plain(desk, Money(paid, view.currency)),
                    self.sharesWanted.emit, f"visit.budget.{kind.value}.{number}",
                ))  # fmt: skip
        return found

    def _line(self, grid: QGridLayout, at: int, line: LineRow) -> int:
        desk, theme = self.desk, self.desk.theme
        number = self._order.index(line.id)
        words = {"text": desk.text("What for"), "planned": desk.text("As planned"), "real": desk.text("Real")}
        for place, code in enumerate(FIELDS):
            cell = Cell(desk, line.id, code)
            cell.setObjectName(f"visit.budget.{code}.{number}")
            cell.setAccessibleName(f"{words[code]}, {line.text}" if code != "text" else words[code])
            cell.left.connect(self._left)
            cell.wanted.connect(self._move)
            cell.entered.connect(self._entered)
            self._cells[line.id, code] = cell
            grid.addWidget(cell, at, place)
        more = icon_button(
            theme, desk.text("More about this line"), "ellipsis", self._details,
            name=f"visit.budget.more.{number}", small=True,
        )  # fmt: skip
        more.setProperty("line", line.id)
        grid.addWidget(more, at, 3)
        note = Label(theme, "", "m", wrap=True)
        note.setContentsMargins(theme.u(9), 0, 0, theme.u(2))
        self._notes[line.id] = note
        grid.addWidget(note, at + 1, 0, 1, 3)
        return at + 2

    def _sum_row(self, grid: QGridLayout, at: int, key: str, words: str, role: Role) -> None:
        theme = self.desk.theme
        name = Label(theme, words, role, wrap=True)
        name.setContentsMargins(0, theme.u(6), 0, 0)
        grid.addWidget(name, at, 0)
        found = []
        for place in (1, 2):
            label = Label(theme, "", role)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setContentsMargins(0, theme.u(6), theme.u(8), 0)
            grid.addWidget(label, at, place)
            found.append(label)
        self._sums[key] = _Sum(*found)

    def _show_sums(self, view: BudgetView) -> None:
        for category in BudgetCategory:
            if category.value not in self._sums:
                continue
            amounts = [line.amount for line in view.lines if line.category is category]
            planned = _whole(sums(amounts, view.currency))
            real = _whole(sums(amounts, view.currency, real=True))
            if category is BudgetCategory.GRANT:
                planned += sum(one.hoped.minor for one in view.grants if one.currency == view.currency)
                real += sum(one.received.minor for one in view.grants if one.currency == view.currency)
            elif category is BudgetCategory.SHARES:
                planned, real = planned + view.shares_planned, real + view.shares_paid
            for at, money in enumerate(view.borne.get(category, ())):
                planned, real = (planned + money.minor, real) if at == 0 else (planned, real + money.minor)
            self._set_sum(category.value, planned, real)
        self._set_sum(
            "cost.all",
            view.planned.costs + view.planned.in_kind_costs,
            view.real.costs + view.real.in_kind_costs,
        )
        self._set_sum(
            "income.all",
            view.planned.income + view.planned.in_kind_income,
            view.real.income + view.real.in_kind_income,
        )

    def _set_sum(self, key: str, planned: int, real: int) -> None:
        assert self.view is not None
        base = self.view.currency
        self._sums[key].planned.setText(plain(self.desk, Money(planned, base)))
        self._sums[key].real.setText(plain(self.desk, Money(real, base)) if real else "–")

    # -- adding --------------------------------------------------------------------------------------

    def _adding(self, side: BudgetSide) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        # Grants and shares have their own places, where they are counted from.
        known = [
            one
            for one in (COSTS if side is BudgetSide.COST else INCOME)
            if one not in (BudgetCategory.GRANT, BudgetCategory.SHARES)
        ]
        category = Choice(
            theme,
            [(one.value, desk.locale.label(one)) for one in known],
            known[0].value,
            name=f"visit.budget.new.{side.value}.category",
        )
        category.setAccessibleName(desk.text("Category"))
        text = TextField(theme, example=desk.text("What for"), name=f"visit.budget.new.{side.value}.text")
        text.setAccessibleName(desk.text("What for"))
        amount = TextField(theme, example=desk.text("Amount"), name=f"visit.budget.new.{side.value}.amount")
        amount.setAccessibleName(desk.text("Planned amount"))
        amount.setMaximumWidth(theme.u(110))
        add = plain_button(theme, desk.text("Add"), self._add, name=f"visit.budget.add.{side.value}")
        add.setProperty("side", side.value)
        self._new[side.value] = (category, text, amount)
        what = row(theme, category, text, gap=6)
        what.setStretch(1, 1)
        return Turning(theme, holder(what), holder(row(theme, amount, add, gap=6)), gap=6)

    def _add(self) -> None:
        side = str(self.sender().property("side"))
        category, text, amount = self._new[side]
        assert self.view is not None
        try:
            planned = money_of(amount.text(), self.view.currency)
        except MoneyProblem as problem:
            self.desk.say(problem, kind="err")
            amount.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        action = AddBudgetLine(self.view.visit_id, BudgetCategory(category.code()), text.text(), planned)
        if self.desk.run(action, said=self.desk.text("The line is added.")) is not None:
            fresh = self._new[side]
            fresh[0].choose(action.category.value)
            fresh[1].clear()
            fresh[2].clear()
            fresh[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the keyboard where a new cost is written."""
        if "cost" in self._new:
            self._new["cost"][1].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- writing -------------------------------------------------------------------------------------

    def _left(self) -> None:
        cell = self.sender()
        assert isinstance(cell, Cell)
        if cell.text() != cell.stored:
            self._write(cell)

    def _write(self, cell: Cell) -> None:
        line = self.view.line(cell.line) if self.view is not None else None
        if line is None:
            return
        values: dict[str, object]
        if cell.code == "text":
            values = {"text": " ".join(cell.text().split())}
        else:
            try:
                amount = money_of(cell.text(), line.currency)
            except MoneyProblem as problem:
                self.desk.say(problem, kind="err")
                return
            values = {f"{cell.code}_minor": amount.minor if amount is not None else None}
            if amount is not None and amount.currency != line.currency:
                values["currency"] = amount.currency

        def failed(error: UserError) -> None:
            self.desk.say(error, kind="err")

        cell.stored = cell.text()
        self.desk.run(EditBudgetLine(line.id, values), failed=failed)

    def leave(self) -> None:
        """Write what is still open."""
        for cell in list(self._cells.values()):
            if cell.text() != cell.stored:
                self._write(cell)

    def _move(self, by: int) -> None:
        cell = self.sender()
        assert isinstance(cell, Cell)
        at = self._order.index(cell.line) + by
        if 0 <= at < len(self._order):
            other = self._cells[self._order[at], cell.code]
            other.setFocus(Qt.FocusReason.TabFocusReason)
            other.selectAll()

    def _entered(self) -> None:
        cell = self.sender()
        assert isinstance(cell, Cell)
        self.chosen.emit(cell.line)

    def _details(self) -> None:
        self.detailsWanted.emit(self.sender().property("line"))


def _whole(found: Sums) -> int:
    """What a category comes to, with what was given in kind."""
    return found.costs + found.income + found.in_kind_costs + found.in_kind_income

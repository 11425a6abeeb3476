# SPDX-License-Identifier: GPL-3.0-or-later
"""More about a line of the budget: currency and rate, voucher, and what each funder accepts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.budget import DeleteBudgetLine, EditBudgetLine, SetAccepted
from hospes.domain.codes_money import COSTS, INCOME, BudgetCategory, BudgetSide
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.funding import Basis
from hospes.domain.grants_checks import warnings_in
from hospes.domain.grants_words import WARNINGS
from hospes.domain.money import MoneyProblem
from hospes.domain.values import Money
from hospes.queries.documents import visit_documents
from hospes.ui.pages.visit_budget_words import CURRENCIES, both_amounts, money_check, money_of, plain
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.pages.visit_focus import focus_kept
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from datetime import date

    from hospes.queries.budget import BudgetView, LineRow
    from hospes.queries.grants import GrantRow
    from hospes.ui.desk import Desk


class LinePane(QWidget):
    """The form of one line; every field is written when it is left."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._box = column(theme, gap=6, margins=(14, 10, 14, 14))
        inner = holder(self._box)
        self.setLayout(column(theme, scrolled(inner, "visit.budget.line.scroll"), gap=0))
        self.view: BudgetView | None = None
        self.line: LineRow | None = None
        self.fields: list[Field] = []

    def show_line(self, view: BudgetView, line: LineRow | None) -> None:
        """Show a line; nothing is built anew where nothing of it has changed."""
        same = self.view is not None and (self.view.grants, self.view.rates) == (view.grants, view.rates)
        if line is not None and same and line == self.line:
            self.view = view
            return
        self.leave()
        self.view, self.line = view, line
        self.fields = []
        with focus_kept(self):
            self._build(view, line)

    def _build(self, view: BudgetView, line: LineRow | None) -> None:
        clear(self._box)
        if line is None:
            return
        desk, theme = self.desk, self.desk.theme
        close = icon_button(
            theme, desk.text("Close"), "x", self.closed.emit, name="visit.budget.line.close", small=True
        )
        title = Label(theme, line.text or desk.locale.label(line.category), "section", wrap=True)
        head = row(theme, title, close)
        head.setStretch(0, 1)
        self._box.addLayout(head)
        self._warnings(line)
        sides = COSTS if line.side is BudgetSide.COST else INCOME
        known = [one for one in sides if one not in (BudgetCategory.GRANT, BudgetCategory.SHARES)]
        self._choice(
            desk.text("Category"),
            [(one.value, desk.locale.label(one)) for one in known],
            line.category.value,
            "category",
        )
        codes = tuple(dict.fromkeys((view.currency, line.currency, *CURRENCIES)))
        self._choice(desk.text("Currency"), [(code, code) for code in codes], line.currency, "currency")
        if line.currency != view.currency:
            self._rate(view, line)
        kind = Tick(theme, desk.text("In kind: worth something, paid by nobody"), name="visit.budget.inKind")
        kind.setChecked(line.in_kind)
        kind.clicked.connect(self._in_kind)
        self._box.addWidget(kind)
        if line.side is BudgetSide.COST:
            self._day(desk.text("Paid on"), line.paid_on, "paid_on")
            self._text(desk.text("To whom"), line.payee, "payee")
            self._text(desk.text("Voucher no."), line.voucher, "voucher")
            papers = [(one.id.hex, one.name) for one in desk.read(visit_documents, view.visit_id)]
            now = line.document_id.hex if line.document_id is not None else ""
            self._choice(desk.text("Receipt"), [("", desk.text("none")), *papers], now, "document_id")
        self._text(desk.text("Remarks"), line.remarks, "remarks")
        if line.side is BudgetSide.COST and view.grants:
            self._box.addWidget(Label(theme, desk.text("What funders accept"), "label"))
            for grant in view.grants:
                self._accepts(line, grant)
        away = link_button(
            theme,
            desk.text("Delete this line"),
            self._delete,
            icon="trash-2",
            name="visit.budget.line.delete",
        )
        self._box.addLayout(row(theme, away, None))
        self._box.addStretch(1)

    def _warnings(self, line: LineRow) -> None:
        """Words in the line that a funder of this visit does not accept (REQ-3-09)."""
        assert self.view is not None
        for grant in self.view.grants:
            if grant.scheme is None or line.side is not BudgetSide.COST:
                continue
            if line.accepted.get(grant.id, (True, None))[0] is False:
                continue
            for code in warnings_in(f"{line.text} {line.remarks}", grant.scheme):
                what = self.desk.text(WARNINGS[code]) if code in WARNINGS else code
                words = self.desk.text("{funder} does not accept {what}.", funder=grant.name, what=what)
                self._box.addWidget(StateWord(self.desk.theme, words, "warn", "triangle-alert", wrap=True))

    def _rate(self, view: BudgetView, line: LineRow) -> None:
        desk = self.desk
        proposed = line.rate or str(dict(view.rates).get(line.currency, ""))
        words = desk.text("1 {currency} in {base}", currency=line.currency, base=view.currency)
        field = self._text(words, line.rate, "rate")
        if not line.rate and proposed:
            field.note.show_hint(desk.text("Last time: {rate}", rate=proposed))
        self._day(desk.text("Rate of"), line.rate_on, "rate_on")
        for real in (False, True):
            both = both_amounts(desk, line, view.currency, real=real)
            if both:
                self._box.addWidget(Label(desk.theme, both, "m", wrap=True))

    # -- fields --------------------------------------------------------------------------------------

    def _add_field(self, field: Field, code: str) -> Field:
        field.setProperty("code", code)
        field.saved.connect(self._saved)
        self.fields.append(field)
        self._box.addWidget(field)
        return field

    def _text(self, label: str, value: str, code: str) -> Field:
        theme = self.desk.theme
        field = Field(theme, label, TextField(theme, value), beside=True, name=f"visit.budget.line.{code}")
        return self._add_field(field, code)

    def _choice(self, label: str, options: list[tuple[str, str]], value: str, code: str) -> None:
        theme = self.desk.theme
        field = Field(
            theme, label, Choice(theme, options, value), beside=True, name=f"visit.budget.line.{code}"
        )
        self._add_field(field, code)

    def _day(self, label: str, value: date | None, code: str) -> None:
        desk = self.desk
        editor = day_editor(desk, desk.locale.date(value, "list") if value is not None else "")
        field = Field(
            desk.theme, label, editor, check=day_check(desk), beside=True, name=f"visit.budget.line.{code}"
        )
        self._add_field(field, code)

    def _saved(self, typed: str) -> None:
        field = self.sender()
        assert isinstance(field, Field)
        code = str(field.property("code"))
        value: object = typed.strip()
        if code == "category":
            value = BudgetCategory(typed)
        elif code == "document_id":
            value = UUID(hex=typed) if typed else None
        elif code.endswith("_on"):
            value = day_of(self.desk, typed)
        self._run({code: value}, field)

    def _run(self, values: dict[str, object], field: Field | None = None) -> None:
        if self.line is None:
            return

        def failed(error: UserError) -> None:
            if isinstance(error, FieldProblem) and field is not None:
                field.say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        self.desk.run(EditBudgetLine(self.line.id, values), failed=failed)

    def _in_kind(self) -> None:
        tick = self.sender()
        assert isinstance(tick, Tick)
        self._run({"in_kind": tick.isChecked()})

    def _delete(self) -> None:
        if self.line is not None:
            line, self.fields = self.line, []
            self.desk.run(DeleteBudgetLine(line.id), said=self.desk.text("The line is deleted."))

    # -- funders -------------------------------------------------------------------------------------

    def _accepts(self, line: LineRow, grant: GrantRow) -> None:
        desk, theme = self.desk, self.desk.theme
        said = line.accepted.get(grant.id)
        by_rule = self._by_rule(line, grant)
        rule = desk.text("By its rules: yes") if by_rule else desk.text("By its rules: no")
        options = [
            ("", rule),
            ("yes", desk.text("All of it")),
            ("part", desk.text("A part")),
            ("no", desk.text("Nothing")),
        ]
        now = "" if said is None else "no" if not said[0] else "part" if said[1] is not None else "yes"
        choice = Choice(theme, options, now)
        field = Field(theme, grant.name, choice, beside=True, name=f"visit.budget.accepts.{grant.id.hex}")
        field.setProperty("grant", grant.id.hex)
        field.saved.connect(self._accept)
        self._box.addWidget(field)
        if now == "part":
            amount = TextField(
                theme, plain(desk, Money(said[1], line.currency) if said and said[1] is not None else None)
            )
            part = Field(
                theme, desk.text("Accepted part"), amount, check=money_check(desk, lambda: line.currency),
                beside=True, name=f"visit.budget.part.{grant.id.hex}",
            )  # fmt: skip
            part.setProperty("grant", grant.id.hex)
            part.saved.connect(self._part)
            self.fields.append(part)
            self._box.addWidget(part)

    def _by_rule(self, line: LineRow, grant: GrantRow) -> bool:
        if line.in_kind:
            return False
        if grant.scheme is None:
            return True
        rates = grant.scheme.rates_on(None)
        parts = [one for one in rates.parts if one.basis is Basis.PERCENT] if rates is not None else []
        return not parts or any(not one.categories or line.category in one.categories for one in parts)

    def _accept(self, code: str) -> None:
        if self.line is None:
            return
        grant = UUID(hex=str(self.sender().property("grant")))
        accepted = {"": None, "yes": True, "part": True, "no": False}[code]
        minor = (self.line.planned or 0) if code == "part" else None
        self.desk.run(SetAccepted(self.line.id, grant, accepted, minor))

    def _part(self, typed: str) -> None:
        if self.line is None:
            return
        grant = UUID(hex=str(self.sender().property("grant")))
        try:
            amount = money_of(typed, self.line.currency)
        except MoneyProblem as problem:
            self.desk.say(problem, kind="err")
            return
        minor = amount.minor if amount is not None else None
        self.desk.run(SetAccepted(self.line.id, grant, accepted=True, minor=minor))

    def leave(self) -> None:
        """Write what is still open."""
        for field in list(self.fields):
            field.leave()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody paid for a visit so far, and the form for more of it: of guests and of whoever else pays."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.budget import DeleteVisitPayment
from hospes.domain.codes import PaymentMethod
from hospes.domain.money import MoneyProblem
from hospes.ui.pages.person_dates import date_field, day_check, whole_day
from hospes.ui.pages.visit_budget_words import money_of, plain
from hospes.ui.widgets.boxes import column, row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QBoxLayout

    from hospes.actions.visit_money import RecordMoney
    from hospes.domain.budget import Account, PaymentLine
    from hospes.ui.desk import Desk


class Payments(QWidget):
    """A line for each payment, and the fields of the next one."""

    def __init__(
        self,
        desk: Desk,
        account: Account,
        payments: Sequence[PaymentLine],
        record: tuple[type[RecordMoney], UUID] | None,
        who: str,
        name: str,
    ) -> None:
        """Show them.

        Args:
            desk: where it stands.
            account: what is still open is proposed.
            payments: what came so far.
            record: the action that records more, and what it is paid for; None where nobody has to pay it in.
            who: whose money it is.
            name: head of the objectNames.
        """
        super().__init__()
        self.desk, self._account, self._record, self._who, self._name = desk, account, record, who, name
        whole = column(desk.theme, gap=8)
        for number, payment in enumerate(payments):
            self._line(whole, number, payment)
        if record is not None:
            self._form(whole)
        self.setLayout(whole)

    def _line(self, whole: QBoxLayout, number: int, payment: PaymentLine) -> None:
        desk, theme = self.desk, self.desk.theme
        parts = (desk.locale.date(payment.on), desk.locale.money(payment.amount), payment.text)
        away = icon_button(
            theme, desk.text("Delete this payment"), "x", self._delete,
            name=f"{self._name}.delete.{number}", small=True,
        )  # fmt: skip
        away.setProperty("payment", payment.id.hex)
        line = row(theme, Label(theme, " · ".join(filter(None, parts)), "m", wrap=True), away)
        line.setStretch(0, 1)
        whole.addLayout(line)

    def _form(self, whole: QBoxLayout) -> None:
        desk, theme, name = self.desk, self.desk.theme, self._name
        left = self._account.open
        self._amount = TextField(theme, plain(desk, left if left.minor > 0 else None))
        on = date_field(desk)
        on.setText(desk.locale.date(desk.file.today, "list"))
        methods = [(one.value, desk.locale.label(one)) for one in PaymentMethod]
        self._method = Choice(theme, methods, PaymentMethod.TRANSFER.value)
        self._on = Field(theme, desk.text("Day"), on, check=day_check(desk), name=f"{name}.on")
        for part in (
            Field(theme, desk.text("Amount"), self._amount, name=f"{name}.amount"),
            self._on,
            Field(theme, desk.text("How"), self._method, name=f"{name}.method"),
            plain_button(
                theme, desk.text("Record the payment"), self._keep, icon="check", name=f"{name}.record"
            ),
        ):
            whole.addWidget(part)

    def to_amount(self) -> None:
        """Go on with what is paid now."""
        if self._record is not None:
            self._amount.setFocus()
            self._amount.selectAll()

    def _keep(self) -> None:
        desk, record = self.desk, self._record
        assert record is not None
        try:
            amount = money_of(self._amount.text(), self._account.owed.currency)
        except MoneyProblem as problem:
            desk.say(problem, kind="err")
            amount = None
        if amount is None:
            self._amount.setFocus()
            return
        day = whole_day(desk, self._on, desk.text("Say the whole day on which the money came."))
        if day is None:
            return
        action, of = record
        said = desk.text("{amount} from {name} recorded.", amount=amount, name=self._who)
        desk.run(action(of, amount, day, PaymentMethod(self._method.code())), said=said)

    def _delete(self) -> None:
        payment = UUID(hex=str(self.sender().property("payment")))
        said = self.desk.ntext("The payment is deleted.", "{n} payments are deleted.", 1)
        self.desk.run(DeleteVisitPayment(payment), said=said)

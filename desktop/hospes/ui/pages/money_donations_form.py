# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a gift down: money, a thing, or waived expenses; each asks for what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.donations import DescribeGift, RecordGift
from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.donations import GiftDetail
from hospes.domain.donations_codes import GIFTS, ClaimBasis, GiftOrigin, ValueBasis
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.money import read_money
from hospes.domain.payers import Payer
from hospes.queries.association import association
from hospes.queries.donations import donor_options
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import column, line, row
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice, Combo, Tick
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from datetime import date

    from hospes.domain.donations import GiftFact
    from hospes.ui.desk import Desk

WAYS = (PaymentMethod.TRANSFER, PaymentMethod.CASH, PaymentMethod.DEBIT, PaymentMethod.CARD)


class GiftForm(QWidget):
    """The form; with a gift it says what the gift lacks for a receipt."""

    closed = Signal()
    recorded = Signal(object, object)
    """From whom, and on which day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._gift: GiftFact | None = None
        self.title = Label(theme, "", "name", wrap=True, name="gift.title")
        self.kind = ChipRow(theme, desk.text("What"), name="gift.kind")
        self.kind.set_chips([Chip(one.value, desk.locale.label(one)) for one in GIFTS])
        self.kind.chosen.connect(self._show_kind)
        self.who = Combo(theme)
        self.who_field = Field(theme, desk.text("From whom"), self.who, name="gift.who")
        self.amount = TextField(theme)
        self.amount_field = Field(
            theme, desk.text("Amount or value"), self.amount, check=self._check_amount, name="gift.amount"
        )
        self.on = date_field(desk)
        self.on_field = Field(
            theme, desk.text("Day of the gift"), self.on, check=day_check(desk), name="gift.on"
        )
        ways = [(one.value, desk.locale.label(one)) for one in WAYS]
        self.way = Field(theme, desk.text("How"), Choice(theme, ways, WAYS[0].value), name="gift.way")
        self.words = Field(theme, desk.text("Words"), TextField(theme), name="gift.words")
        self.what = Field(theme, desk.text("What was given"), LongText(theme, "", lines=2), name="gift.what")
        self.costs = Field(
            theme, desk.text("What the expenses were for"), LongText(theme, "", lines=2), name="gift.costs"
        )
        self.condition = Field(
            theme, desk.text("Age, condition, what it once cost"), LongText(theme, "", lines=2),
            name="gift.condition",
        )  # fmt: skip
        self.origin = self._codes(desk.text("Where it comes from"), GiftOrigin, "gift.origin")
        self.basis = self._codes(desk.text("What the value rests on"), ValueBasis, "gift.basis")
        self.proof = Tick(theme, desk.text("Papers about the value are at hand"), name="gift.proof")
        self.spent = date_field(desk)
        self.spent_field = Field(
            theme, desk.text("Day of the expense"), self.spent, check=day_check(desk), name="gift.spent"
        )
        self.claim = self._codes(desk.text("What gave the claim to the money"), ClaimBasis, "gift.claim")
        self.since = date_field(desk)
        self.since_field = Field(
            theme, desk.text("The claim was there since"), self.since, check=day_check(desk),
            hint=desk.text("It must be there before the expense is made."), name="gift.since",
        )  # fmt: skip
        self.thing = (self.what, self.condition, self.origin, self.basis, self.proof)
        self.waived = (self.costs, self.spent_field, self.claim, self.since_field)
        self.money = (self.way, self.words)
        self.record = main_button(theme, desk.text("Record"), self.add, icon="check", name="gift.record")
        close = link_button(theme, desk.text("Close"), self.closed.emit, name="gift.close")
        self.setLayout(
            column(
                theme, self.title, self.kind, self.who_field, self.amount_field, self.on_field, *self.money,
                *self.thing, *self.waived, line(), row(theme, self.record, close, None), gap=10,
            )
        )  # fmt: skip

    def _codes(self, words: str, kind: type[GiftOrigin | ValueBasis | ClaimBasis], name: str) -> Field:
        desk = self.desk
        pairs = [("", desk.text("not said yet")), *((one.value, desk.locale.label(one)) for one in kind)]
        return Field(desk.theme, words, Choice(desk.theme, pairs, ""), name=name)

    # -- beginning -----------------------------------------------------------------------------------

    def begin(self, donor: Payer | None = None) -> None:
        """A new gift, of somebody or of nobody named yet."""
        self._gift = None
        self._reset(self.desk.text("Record a donation"), self.desk.text("Record"))
        self.who.set_options(self.desk.read(donor_options, self.desk.locale))
        if donor is not None:
            self.who.choose(str(donor))
        self.on.write_today()
        self.on_field.set_value(self.on.text())
        self.kind.choose(PaymentPurpose.DONATION.value)
        self._show_kind(PaymentPurpose.DONATION.value)

    def describe(self, gift: GiftFact, name: str) -> None:
        """Say what a gift lacks."""
        self._gift = gift
        desk = self.desk
        self._reset(desk.text("Gift of {name}", name=name), desk.text("Save"))
        known = gift.detail or GiftDetail()
        self.what.set_value(known.what)
        self.costs.set_value(known.what)
        self.condition.set_value(known.condition)
        for field, code in (
            (self.origin, known.origin),
            (self.basis, known.value_basis),
            (self.claim, known.claim),
        ):
            field.set_value(code.value if code is not None else "")
        self.proof.setChecked(known.proof)
        for field, day in ((self.spent_field, known.spent_on), (self.since_field, known.claim_on)):
            field.set_value(desk.locale.date(day) if day is not None else "")
        self.kind.choose(gift.purpose.value)
        self._show_kind(gift.purpose.value)

    def _reset(self, title: str, button: str) -> None:
        self.title.setText(title)
        self.record.set_text(button)
        self.who.setText("")
        fields = (
            self.amount_field, self.words, self.what, self.costs, self.condition, self.origin, self.basis,
            self.spent_field, self.claim, self.since_field,
        )  # fmt: skip
        for field in fields:
            field.set_value("")
        self.proof.setChecked(False)

    def _show_kind(self, code: str) -> None:
        new = self._gift is None
        for part in (self.kind, self.who_field, self.amount_field, self.on_field):
            part.setVisible(new)
        shown = {
            PaymentPurpose.DONATION.value: self.money,
            PaymentPurpose.IN_KIND.value: self.thing,
            PaymentPurpose.WAIVED.value: self.waived,
        }
        for purpose, widgets in shown.items():
            for widget in widgets:
                widget.setVisible(purpose == code)

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        if self._gift is not None:
            return self.what.editor if self.kind.code() == PaymentPurpose.IN_KIND.value else self.costs.editor
        return self.who if not self.who.text() else self.amount

    # -- recording -----------------------------------------------------------------------------------

    def _check_amount(self, typed: str) -> Verdict:
        if not typed.strip():
            return Verdict()
        try:
            return Verdict("fine", self.desk.locale.money(read_money(typed, self._currency())))
        except UserError as error:
            return Verdict("bad", self.desk.words(error))

    def _currency(self) -> str:
        return self.desk.read(association).currency

    def _day(self, typed: str) -> date | None:
        value = read_day(self.desk, typed)
        return value.exact if value is not None else None

    def _detail(self) -> GiftDetail:
        """What is said of the gift. Raises UserError for a day that is none."""
        code = self.kind.code()
        if code == PaymentPurpose.IN_KIND.value:
            origin, basis = self.origin.value(), self.basis.value()
            return GiftDetail(
                self.what.value(), self.condition.value(), GiftOrigin(origin) if origin else None,
                ValueBasis(basis) if basis else None, self.proof.isChecked(),
            )  # fmt: skip
        if code == PaymentPurpose.WAIVED.value:
            claim = self.claim.value()
            return GiftDetail(
                self.costs.value(), spent_on=self._day(self.spent.text()),
                claim=ClaimBasis(claim) if claim else None, claim_on=self._day(self.since.text()),
            )  # fmt: skip
        return GiftDetail()

    def add(self) -> None:
        """Record it, or save what was said of it."""
        desk = self.desk
        try:
            action: RecordGift | DescribeGift | None = (
                self._new() if self._gift is None else DescribeGift(self._gift.payment, self._detail())
            )
        except UserError as error:
            desk.say(error, kind="warn")
            return
        if action is None:
            return
        said = desk.text("The gift is described.") if self._gift else desk.text("The gift is recorded.")
        if desk.run(action, said=said, failed=self._failed) is None:
            return
        if isinstance(action, RecordGift):
            self.recorded.emit(action.donor, action.on)
        elif self._gift is not None:
            self.recorded.emit(self._gift.donor, self._gift.on)

    def _new(self) -> RecordGift | None:
        desk = self.desk
        donor = Payer.read(self.who.code())
        if donor is None:
            unknown = desk.text("Nobody here is called that; choose a person from the list.")
            empty = desk.text("Say from whom the gift is.")
            self._want(self.who, unknown if self.who.text().strip() else empty)
            return None
        if not self.amount.text().strip():
            self._want(self.amount, desk.text("Say how much it is."))
            return None
        money = read_money(self.amount.text(), self._currency())
        day = self._day(self.on.text())
        if day is None:
            self._want(self.on, desk.text("Say the whole day of the gift."))
            return None
        return RecordGift(
            donor, money, day, PaymentPurpose(self.kind.code()), PaymentMethod(self.way.value()),
            self.words.value(), self._detail(),
        )  # fmt: skip

    def _want(self, editor: QWidget, words: str) -> None:
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.say(words, kind="warn")

    def _failed(self, error: UserError) -> None:
        waived = self.kind.code() == PaymentPurpose.WAIVED.value
        fields = {
            "amount": self.amount_field, "on": self.on_field, "what": self.costs if waived else self.what,
            "spent_on": self.spent_field, "claim_on": self.since_field,
        }  # fmt: skip
        if isinstance(error, FieldProblem) and error.field in fields:
            fields[error.field].say(Verdict("bad", self.desk.words(error)))
        else:
            self.desk.say(error, kind="err")

# SPDX-License-Identifier: GPL-3.0-or-later
"""One mandate: writing it down as it was signed, correcting it, ending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.mandates import AddMandate, DeleteMandate, EditMandate, EndMandate, RenewMandate
from hospes.domain.bank import read_bic, read_iban
from hospes.domain.errors import FormProblems, UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.sepa import MandateKind
from hospes.papers.dues_letters import spaced
from hospes.queries.dues import payer_names, payer_options, payers_of
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hospes.queries.collections import MandateLine
    from hospes.ui.desk import Desk


def _check(desk: Desk, read: Callable[[str], str]) -> Callable[[str], Verdict]:
    def check(typed: str) -> Verdict:
        if not typed.strip():
            return Verdict()
        try:
            read(typed)
        except UserError as error:
            return Verdict("bad", desk.words(error))
        return Verdict()

    return check


class MandateForm(QWidget):
    """The fields of a mandate that is new."""

    closed = Signal()
    added = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._payers: list[Payer] = []
        self.who = Combo(theme)
        self.who.picked.connect(self._picked)
        self.who_field = Field(theme, desk.text("Who signed"), self.who, name="bank.mandate.who")
        self.payer = Choice(theme)
        self.payer_field = Field(
            theme, desk.text("Whose dues it pays"), self.payer, name="bank.mandate.payer"
        )
        self.payer_field.hide()
        self.iban = Field(
            theme,
            desk.text("IBAN"),
            TextField(theme),
            check=_check(desk, read_iban),
            name="bank.mandate.iban",
        )
        self.name = Field(
            theme, desk.text("Account of"), TextField(theme), name="bank.mandate.account",
            hint=desk.text("The payer if nothing is given."),
        )  # fmt: skip
        self.on = date_field(desk)
        self.signed = Field(
            theme, desk.text("Signed on"), self.on, check=day_check(desk), name="bank.mandate.signed"
        )
        self.bic = Field(
            theme, desk.text("BIC"), TextField(theme), check=_check(desk, read_bic), name="bank.mandate.bic",
            hint=desk.text("Not needed within the SEPA countries."),
        )  # fmt: skip
        self.reference = Field(
            theme, desk.text("Mandate reference"), TextField(theme), name="bank.mandate.reference",
            hint=desk.text("The next number if nothing is given."),
        )  # fmt: skip
        kinds = [(one.value, desk.locale.label(one)) for one in MandateKind]
        self.kind = Choice(theme, kinds)
        kind = Field(theme, desk.text("For which debits"), self.kind, name="bank.mandate.kind")
        self.do = main_button(
            theme, desk.text("Keep the mandate"), self.add, icon="check", name="bank.mandate.add"
        )
        close = link_button(theme, desk.text("Close"), self.closed.emit, name="bank.mandate.close")
        self.setLayout(
            column(
                theme, Label(theme, desk.text("New mandate"), "name"), self.who_field,
                self.payer_field, self.iban, self.name, self.signed, self.reference, kind, self.bic,
                row(theme, self.do, close, None), gap=10,
            )
        )  # fmt: skip

    def begin(self, payer: Payer | None = None) -> None:
        """Empty, or for somebody."""
        desk = self.desk
        self._payers = []
        self.who.set_options(desk.read(payer_options, desk.file.today, desk.locale))
        self.who.setText("")
        for field in (self.iban, self.name, self.bic, self.reference, self.signed):
            field.set_value("")
        self.payer_field.hide()
        if payer is not None:
            called = desk.read(payer_names, [payer], desk.locale)
            self.who.set_options([(str(payer), called.get(payer.id, ""))])
            self.who.choose(str(payer))
            self._payers = [payer]

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.iban.editor if self._payers else self.who

    def _picked(self, code: str) -> None:
        """Whose dues a person's account pays: their own, or their household's."""
        desk = self.desk
        payer = Payer.read(code)
        if payer is None:
            return
        self._payers = [payer]
        if payer.kind is PayerKind.PERSON:
            self._payers = desk.read(payers_of, payer.id, desk.file.today)
        called = desk.read(payer_names, self._payers, desk.locale)
        self.payer.set_options([(str(one), called.get(one.id, "")) for one in self._payers])
        self.payer_field.setVisible(len(self._payers) > 1)

    def _chosen(self) -> Payer | None:
        if len(self._payers) > 1:
            return Payer.read(self.payer.code())
        return self._payers[0] if self._payers else None

    def add(self) -> None:
        """Keep it, or say what keeps it from being kept."""
        desk = self.desk
        if not self._payers and self.who.code():
            self._picked(self.who.code())
        payer = self._chosen()
        if payer is None:
            self.who_field.say(Verdict("bad", desk.text("Say who signed the mandate.")))
            self.who.setFocus()
            return
        signed: date | None = None
        try:
            rough = read_day(desk, self.on.text())
            signed = rough.exact if rough is not None else None
        except UserError as error:
            self.signed.say(Verdict("bad", desk.words(error)))
            return
        name = self.name.value().strip() or self.who.text().partition(", ")[0]
        action = AddMandate(
            payer, self.iban.value(), signed, self.reference.value(), self.bic.value(), name,
            MandateKind(self.kind.code()),
        )  # fmt: skip
        done = desk.run(action, said=desk.text("The mandate is kept."), failed=self._failed)
        if done is not None:
            self.added.emit(done.result)

    def _failed(self, error: UserError) -> None:
        fields = {
            "iban": self.iban, "bic": self.bic, "reference": self.reference, "signed_on": self.signed,
        }  # fmt: skip
        problems = error.problems if isinstance(error, FormProblems) else ()
        for problem in problems:
            fields[problem.field].say(Verdict("bad", self.desk.words(problem)))
        if problems:
            fields[problems[0].field].editor.setFocus()
        else:
            self.desk.say(error, kind="err")


class MandatePane(QWidget):
    """One mandate that is there: what it says, corrected in place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._box = column(desk.theme, gap=8)
        self.one: MandateLine | None = None
        self.setLayout(self._box)

    def show_one(self, one: MandateLine) -> None:
        """Show it."""
        desk, theme = self.desk, self.desk.theme
        self.one = one
        clear(self._box)
        facts = one.facts
        self._box.addWidget(Label(theme, one.name, "name", wrap=True, name="bank.look.name"))
        self._box.addWidget(Label(theme, self._about(one), "m", wrap=True, name="bank.look.about"))
        buttons = FlowLayout(theme)
        buttons.addWidget(plain_button(theme, desk.text("Open page"), self._open, name="bank.look.open"))
        if one.active:
            buttons.addWidget(
                plain_button(theme, desk.text("It was revoked"), self._end, name="bank.look.end")
            )
        else:
            buttons.addWidget(
                plain_button(theme, desk.text("Use it again"), self._renew, name="bank.look.renew")
            )
        self._box.addWidget(holder(buttons))
        self._field(desk.text("IBAN"), spaced(facts.iban), "iban", _check(desk, read_iban))
        self._field(desk.text("Account of"), facts.account_name, "account_name")
        self._field(desk.text("BIC"), facts.bic, "bic", _check(desk, read_bic))
        if facts.last_used_on is None:
            self._field(desk.text("Mandate reference"), facts.reference, "reference")
        on = date_field(desk)
        on.setText(desk.locale.date(facts.signed_on) if facts.signed_on else "")
        signed = Field(theme, desk.text("Signed on"), on, check=day_check(desk), name="bank.look.signed_on")
        signed.saved.connect(lambda typed: self._save_day(signed, typed))
        self._box.addWidget(signed)
        if facts.last_used_on is None:
            away = link_button(
                theme, desk.text("Delete this mandate"), self._delete, icon="trash-2", name="bank.look.delete"
            )
            self._box.addLayout(row(theme, away, None))

    def _about(self, one: MandateLine) -> str:
        desk, facts = self.desk, one.facts
        words = [desk.text("Reference {reference}", reference=facts.reference), desk.locale.label(facts.kind)]
        if one.ended_on is not None:
            words.append(desk.text("ended on {day}", day=one.ended_on))
        elif one.trouble is not None:
            words.append(desk.locale.label(one.trouble))
        elif one.lapses is not None:
            words.append(desk.text("lapses on {day} unless it is used before", day=one.lapses))
        return " · ".join(words)

    def _field(
        self, label: str, value: str, column_name: str, check: Callable[[str], Verdict] | None = None
    ) -> None:
        theme = self.desk.theme
        field = Field(theme, label, TextField(theme, value), check=check, name=f"bank.look.{column_name}")
        field.saved.connect(lambda typed: self._save(field, {column_name: typed}))
        self._box.addWidget(field)

    def _save(self, field: Field, values: dict[str, object]) -> None:
        if self.one is not None:
            self.desk.run(
                EditMandate(self.one.id, values, self.one.version),
                said=self.desk.text("The mandate is corrected."),
                failed=lambda error: field.say(Verdict("bad", self.desk.words(error))),
            )

    def _save_day(self, field: Field, typed: str) -> None:
        value = read_day(self.desk, typed)
        self._save(field, {"signed_on": value.exact if value is not None else None})

    def _end(self) -> None:
        if self.one is not None:
            self.desk.run(EndMandate(self.one.id), said=self.desk.text("The mandate has ended."))

    def _renew(self) -> None:
        if self.one is not None:
            self.desk.run(RenewMandate(self.one.id), said=self.desk.text("The mandate is used again."))

    def _delete(self) -> None:
        if self.one is not None:
            self.desk.run(DeleteMandate(self.one.id), said=self.desk.text("The mandate is deleted."))

    def _open(self) -> None:
        if self.one is not None:
            open_payer(self.desk, self.one.facts.payer)


def open_payer(desk: Desk, payer: Payer) -> None:
    """Go to the page of a payer."""
    if payer.kind is PayerKind.PERSON:
        desk.go("person", id=payer.id.hex, tab="dues")
    elif payer.kind is PayerKind.HOUSEHOLD:
        desk.go("household", id=payer.id.hex)
    else:
        desk.go("contacts", view="organisations", id=payer.id.hex)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be right before receipts are written: facts of us, words of the forms, a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.association import EditAssociation
from hospes.actions.donations_receipts import SetReceiptFact, VerifyForms
from hospes.domain.donations import blocks, notice_ends
from hospes.domain.donations_codes import DuesDeductible, Eligibility, NoticeKind, ReceiptForm
from hospes.domain.donations_texts import SHARED, check_passage
from hospes.domain.errors import UserError
from hospes.queries.association import association
from hospes.queries.donations import facts_now
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import Box, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hospes.domain.codes import Code
    from hospes.domain.donations import TaxFacts
    from hospes.domain.donations_texts import FormTexts
    from hospes.ui.desk import Desk


class RulesView(QWidget):
    """Three cards: what is still wrong, what the association says, the words and who compared them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._facts: TaxFacts | None = None
        self._open_words = False
        self._notes = column(theme, gap=8)
        self._said = column(theme, gap=10)
        self._words = column(theme, gap=10)
        said = Box(theme, "card", Label(theme, desk.text("What receipts say of us"), "section"), self._said)
        words = Box(theme, "card", Label(theme, desk.text("The words of the form"), "section"), self._words)
        inner = holder(column(theme, self._notes, said, words, None, gap=12, margins=(0, 0, 10, 14)))
        inner.setMaximumWidth(theme.u(820))
        across = row(theme, inner, gap=0)
        across.setStretchFactor(inner, 100)
        across.addStretch(1)
        self.setLayout(column(theme, scrolled(holder(across), "donations.rules"), gap=0))

    def reload(self) -> None:
        """Show what the file says now."""
        desk = self.desk
        facts, texts = desk.read(facts_now, desk.file.today)
        if facts == self._facts and texts is not None and self._words.count():
            return
        self._facts = facts
        self._show_notes(facts)
        self._show_said(facts)
        self._show_words(facts, texts)

    # -- what is wrong -------------------------------------------------------------------------------

    def _show_notes(self, facts: TaxFacts) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._notes)
        wrong = blocks(facts, desk.file.today)
        for number, block in enumerate(wrong):
            self._notes.addWidget(Banner(theme, desk.words(block), name=f"rules.block.{number}"))
        last = notice_ends(facts)
        if not wrong and last is not None:
            words = desk.text("Receipts may be written. The notice allows them until {day}.", day=last)
            self._notes.addWidget(Banner(theme, words, "ok", name="rules.fine"))
        elif not wrong:
            self._notes.addWidget(
                Banner(theme, desk.text("Receipts may be written."), "ok", name="rules.fine")
            )

    # -- what the association says -------------------------------------------------------------------

    def _show_said(self, facts: TaxFacts) -> None:
        clear(self._said)
        text = self.desk.text
        if not facts.forms:
            words = text(
                "Donors of this country need no official form. They get the plain receipt of a payment."
            )
            self._said.addWidget(Label(self.desk.theme, words, "m", wrap=True, name="rules.noForm"))
            return
        self._long(text("Name and address on the receipt"), "issuer", "\n".join(facts.issuer))
        self._long(text("Purpose the tax office recognises"), "tax_purpose", facts.purpose, own=True)
        if facts.country == "DE":
            self._line(text("Tax office"), "tax_office", facts.tax_office, own=True)
            self._line(text("Tax number"), "tax_no", facts.tax_no, own=True)
            self._choice(text("What the tax office sent"), "notice", NoticeKind, facts.notice)
            self._day(text("Day of the notice"), "tax_notice_on", facts.notice_on, own=True)
            self._line(text("Last assessment period in it"), "period", facts.period)
            self._day(
                text("Told the tax office that receipts need no signature on"), "machine_on", facts.machine_on
            )
        else:
            self._line(text("SIREN or RNA number"), "register_no", facts.register_no, own=True)
            self._choice(text("Of general interest by"), "eligible", Eligibility, facts.eligible)
            self._day(text("Ruling or assessment of"), "eligible_on", facts.eligible_on)
            self._line(text("Confirmed by"), "eligible_by", facts.eligible_by)
        dues = text("May dues stand on receipts")
        if facts.country == "FR":
            dues = text("May dues stand on receipts, because members get nothing of value for them")
        self._choice(dues, "dues", DuesDeductible, facts.dues, empty=False)
        self._line(text("Signed by"), "signed_by", facts.signed_by)

    def _field(self, words: str, name: str, editor: QWidget, *, own: bool) -> Field:
        field = Field(self.desk.theme, words, editor, name=f"rules.{name}")
        field.setProperty("fact", name)
        field.setProperty("own", own)
        field.saved.connect(self._saved)
        self._said.addWidget(field)
        return field

    def _line(self, words: str, name: str, value: str, *, own: bool = False) -> None:
        self._field(words, name, TextField(self.desk.theme, value), own=own)

    def _long(self, words: str, name: str, value: str, *, own: bool = False) -> None:
        self._field(words, name, LongText(self.desk.theme, value, lines=2), own=own)

    def _choice(
        self, words: str, name: str, kind: type[Code], value: Code | None, *, empty: bool = True
    ) -> None:
        desk = self.desk
        pairs = [("", desk.text("not said yet"))] if empty else []
        pairs += [(one.value, desk.locale.label(one)) for one in kind]
        code = value.value if value is not None else ""
        self._field(words, name, Choice(desk.theme, pairs, code), own=False)

    def _day(self, words: str, name: str, value: date | None, *, own: bool = False) -> None:
        desk = self.desk
        editor = date_field(desk)
        field = Field(desk.theme, words, editor, check=day_check(desk), name=f"rules.{name}")
        field.set_value(desk.locale.date(value) if value is not None else "")
        field.setProperty("fact", name)
        field.setProperty("own", own)
        field.saved.connect(self._day_saved)
        self._said.addWidget(field)

    def _saved(self, typed: str) -> None:
        sender = self.sender()
        self._keep(str(sender.property("fact")), typed.strip(), own=bool(sender.property("own")))

    def _day_saved(self, typed: str) -> None:
        sender = self.sender()
        try:
            value = read_day(self.desk, typed)
        except UserError:
            return  # the field says it
        day = value.exact if value is not None else None
        own = bool(sender.property("own"))
        stored: object = day if own else day.isoformat() if day is not None else None
        self._keep(str(sender.property("fact")), stored, own=own)

    def _keep(self, name: str, value: object, *, own: bool) -> None:
        desk = self.desk
        said = desk.text("All changes saved")
        if own:
            mine = desk.read(association)
            desk.run(EditAssociation(mine.id, {name: value}, mine.version), said=said)
        else:
            desk.run(SetReceiptFact(name, value), said=said)

    # -- the words -----------------------------------------------------------------------------------

    def _show_words(self, facts: TaxFacts, texts: FormTexts | None) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._words)
        if texts is None:
            self._words.addWidget(
                Label(theme, desk.text("There is no form for this country."), "m", wrap=True)
            )
            return
        about = desk.text("Form of {day}: {source}", day=texts.valid_from, source=texts.source)
        self._words.addWidget(Label(theme, about, wrap=True, name="rules.source"))
        when, to_verify = texts.told_in(desk.locale.language)
        checked = desk.text("Compared by the makers of Hospes: {when}", when=when)
        self._words.addWidget(Label(theme, checked, "m", wrap=True))
        self._words.addWidget(Label(theme, desk.text("To be verified before the first receipt"), "label"))
        for point in to_verify:
            self._words.addWidget(Label(theme, f"• {point}", "m", wrap=True))
        self._verify(facts, texts)
        shown = desk.text("Hide the words") if self._open_words else desk.text("Show and correct the words")
        self._words.addLayout(
            row(theme, link_button(theme, shown, self._turn_words, name="rules.words"), None)
        )
        if self._open_words:
            self._passages(facts, texts)

    def _verify(self, facts: TaxFacts, texts: FormTexts) -> None:
        desk, theme = self.desk, self.desk.theme
        if facts.verified is not None:
            words = desk.text(
                "{name} compared the words on {day}.", name=facts.verified.by, day=facts.verified.on
            )
            back = link_button(theme, desk.text("Take back"), self._unverify, name="rules.unverify")
            self._words.addWidget(Banner(theme, words, "ok", name="rules.verified"))
            self._words.addLayout(row(theme, back, None))
            return
        self._print_of = texts.print_of
        self.by = TextField(theme, desk.settings.user_name)
        field = Field(theme, desk.text("Your name"), self.by, name="rules.by")
        tick = main_button(
            theme, desk.text("I compared the words with the official form"), self._verified, icon="check",
            name="rules.verify",
        )  # fmt: skip
        self._words.addWidget(field)
        self._words.addLayout(row(theme, tick, None))

    def _verified(self) -> None:
        desk = self.desk
        desk.run(
            VerifyForms(self._print_of, self.by.text()), said=desk.text("Noted with your name and the day.")
        )

    def _unverify(self) -> None:
        self.desk.run(VerifyForms("", on=False), said=self.desk.text("Taken back."))

    def _turn_words(self) -> None:
        self._open_words = not self._open_words
        self._facts = None
        self.reload()

    def _passages(self, facts: TaxFacts, texts: FormTexts) -> None:
        desk, theme = self.desk, self.desk.theme
        shipped = texts.shipped or {}
        tables = [SHARED, *(form.value for form in facts.forms)]
        for table in tables:
            heading = desk.text("On every form") if table == SHARED else desk.locale.label(ReceiptForm(table))
            keys = [key for key in texts.passages if key.startswith(f"{table}.")]
            if keys:
                self._words.addWidget(Label(theme, heading, "label"))
            for key in keys:
                name = key.partition(".")[2].replace("_", " ")
                words = desk.text("{name} (corrected)", name=name) if key in texts.edited else name
                field = Field(
                    theme, words, LongText(theme, texts.passages[key], lines=2),
                    check=self._checks(shipped.get(key, "")), name=f"rules.text.{key}",
                )  # fmt: skip
                field.setProperty("fact", f"text.{key}")
                field.setProperty("own", False)
                field.saved.connect(self._saved)
                self._words.addWidget(field)

    def _checks(self, shipped: str) -> Callable[[str], Verdict]:
        def check(typed: str) -> Verdict:
            try:
                check_passage(shipped, typed)
            except UserError as error:
                return Verdict("bad", self.desk.words(error))
            return Verdict()

        return check

    def leave(self) -> None:
        """Write what is still open in fields."""
        for field in self.findChildren(Field):
            field.leave()

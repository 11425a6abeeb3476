# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ People's data: how long what is kept, the words people agree to, what forms tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hospes.actions.consents import SetConsentText
from hospes.actions.settings import ChangeSetting
from hospes.domain.codes import ConsentPurpose
from hospes.domain.privacy_notice import SETTING as NOTICE
from hospes.domain.privacy_notice import notice
from hospes.domain.retention import FOR_GOOD, SETTING, Kept, Span, SpanUnit, usual, written
from hospes.i18n.catalog import languages
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.queries.association import association
from hospes.queries.consent_texts import Edition, editions
from hospes.queries.privacy import EXTRA, OFFICER, PrivacyTexts, privacy_texts
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

NUMBER_WIDTH, WORDS_WIDTH, UNIT_WIDTH = 70, 330, 130
MOST = {SpanUnit.DAYS: 3650, SpanUnit.MONTHS: 600, SpanUnit.YEARS: 99}

HINTS = {
    Kept.HEALTH: N_("after the visit"),
    Kept.WISHES: N_("after the visit"),
    Kept.FORMER: N_("after leaving"),
    Kept.GUESTS: N_("after the last visit"),
    Kept.MANDATES: N_("after the last debit"),
    Kept.VOUCHERS: N_("after the end of the year"),
    Kept.RECEIPTS: N_("after the end of the year"),
    Kept.GRANTS: N_("after the end of the year"),
    Kept.MEETINGS: N_("after the end of the year"),
}
"""What each span is counted from."""


class PrivacySection(Box):
    """Four parts: spans, consents, the notice on forms, and who answers for it."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=14)
        self.desk = desk
        self._purpose = ConsentPurpose.PHOTO_PRINT
        self._edition = ""
        self._text_language = self._notice_language = desk.read(association).language or "en"
        self.numbers: dict[Kept, Field] = {}
        self.units: dict[Kept, Choice] = {}
        self.hints: dict[Kept, Label] = {}
        self._lay_out_spans()
        self._consents = column(theme, gap=8)
        self.box.addWidget(Label(theme, desk.text("Words people agree to"), "section"))
        self.box.addLayout(self._consents)
        self._lay_out_notice()
        self._lay_out_who()
        self.reload()

    # -- how long what is kept -----------------------------------------------------------------------

    def _lay_out_spans(self) -> None:
        theme, desk = self.desk.theme, self.desk
        self.box.addWidget(Label(theme, desk.text("How long what is kept"), "section"))
        words = desk.text(
            "When the time is over, Hospes shows what may go; nothing is removed unread. The figures are "
            "what is usual in your country. Ask your auditors or your federation where you are not sure."
        )
        self.box.addWidget(Label(theme, words, "m", wrap=True))
        rows = column(theme, gap=6)
        for kind in Kept:
            rows.addWidget(self._span(kind))
        self.box.addLayout(rows)
        flow = FlowLayout(theme)
        flow.addWidget(
            plain_button(theme, desk.text("What may go now…"), self._due, name="settings.privacy.due")
        )
        flow.addWidget(
            plain_button(
                theme, desk.text("Back to the usual times"), self._usual, name="settings.privacy.usual"
            )
        )
        self.box.addWidget(holder(flow))

    def _span(self, kind: Kept) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        editor = TextField(theme)
        editor.setFixedWidth(theme.u(NUMBER_WIDTH))
        field = Field(
            theme, desk.locale.label(kind), editor, check=self._check, beside=True,
            name=f"settings.keep.{kind.value}",
        )  # fmt: skip
        field.label.setFixedWidth(theme.u(WORDS_WIDTH))
        field.setProperty("kind", kind.value)
        field.saved.connect(self._number_saved)
        units = [(unit.value, desk.locale.label(unit)) for unit in SpanUnit]
        unit = Choice(
            theme, [*units, (FOR_GOOD, desk.text("for good"))], name=f"settings.keepUnit.{kind.value}"
        )
        unit.setMinimumWidth(theme.u(UNIT_WIDTH))
        unit.setAccessibleName(desk.text("How long: {kind}", kind=desk.locale.label(kind)))
        unit.setProperty("kind", kind.value)
        unit.picked.connect(self._unit_picked)
        self.numbers[kind], self.units[kind] = field, unit
        line = FlowLayout(theme)
        line.addWidget(field)
        line.addWidget(unit)
        hint = Label(theme, desk.text(HINTS[kind]), "m")
        hint.setMinimumHeight(unit.sizeHint().height())
        hint.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.hints[kind] = hint
        line.addWidget(hint)
        return holder(line)

    def _check(self, typed: str) -> Verdict:
        text = typed.strip()
        if text.isdecimal() and 0 < int(text) <= max(MOST.values()):
            return Verdict()
        return Verdict("bad", self.desk.text("A whole number from 1 on."))

    def _kind_of_sender(self) -> Kept:
        return Kept(str(self.sender().property("kind")))

    def _number_saved(self, _typed: str) -> None:
        self._keep_span(self._kind_of_sender())

    def _unit_picked(self, _code: str) -> None:
        self._keep_span(self._kind_of_sender())

    def _keep_span(self, kind: Kept) -> None:
        code, typed = self.units[kind].code(), self.numbers[kind].value().strip()
        if code == FOR_GOOD:
            span = None
        else:
            n = int(typed) if typed.isdecimal() and int(typed) > 0 else 1
            span = Span(min(n, MOST[SpanUnit(code)]), SpanUnit(code))
        said = self.desk.text("All changes saved")
        self.desk.run(ChangeSetting(f"{SETTING}{kind.value}", written(span)), said=said)

    def _usual(self) -> None:
        desk = self.desk
        own, texts = desk.read(association), desk.read(privacy_texts)
        standard = usual(own.country)
        for kind, span in texts.rules.items():
            if span != standard[kind]:
                desk.run(ChangeSetting(f"{SETTING}{kind.value}", None), said=desk.text("All changes saved"))

    def _due(self) -> None:
        self.desk.go("retention")

    # -- consents ------------------------------------------------------------------------------------

    def _show_consents(self) -> None:
        theme, desk = self.desk.theme, self.desk
        clear(self._consents)
        known = desk.read(editions, self._purpose)
        if self._edition not in {one.edition for one in known}:
            self._edition = known[0].edition if known else ""
        one = next((one for one in known if one.edition == self._edition), None)
        purposes = [(purpose.value, desk.locale.label(purpose)) for purpose in ConsentPurpose]
        purpose = Choice(theme, purposes, self._purpose.value, name="settings.consentPurpose")
        purpose.setAccessibleName(desk.text("Purpose"))
        purpose.picked.connect(self._choose_purpose)
        language = self._languages(self._text_language, "settings.consentLanguage")
        language.picked.connect(self._choose_text_language)
        chooser = FlowLayout(theme)
        chooser.addWidget(purpose)
        if known:
            pairs = [(each.edition, desk.text("Edition {edition}", edition=each.edition)) for each in known]
            edition = Choice(theme, pairs, self._edition, name="settings.consentEdition")
            edition.setAccessibleName(desk.text("Edition"))
            edition.picked.connect(self._choose_edition)
            chooser.addWidget(edition)
        chooser.addWidget(language)
        self._consents.addWidget(holder(chooser))
        self._show_text(one)

    def _show_text(self, one: Edition | None) -> None:
        theme, desk = self.desk.theme, self.desk
        text = one.texts.get(self._text_language, "") if one is not None else ""
        fixed = one is not None and one.agreed > 0 and bool(text)
        editor = LongText(theme, text, lines=3)
        editor.setReadOnly(fixed)
        field = Field(theme, desk.text("Wording"), editor, name="settings.consentText")
        field.saved.connect(self._text_saved)
        self._consents.addWidget(field)
        if one is not None and one.agreed:
            words = desk.ntext(
                "{n} person has agreed to this edition.",
                "{n} people have agreed to this edition.",
                one.agreed,
            )
            self._consents.addWidget(Label(theme, words, "m", wrap=True, name="settings.consentAgreed"))
        if one is not None:
            new = plain_button(theme, desk.text("New edition"), self._new_edition, name="settings.consentNew")
            self._consents.addLayout(row(theme, new, None))

    def _languages(self, chosen: str, name: str) -> Choice:
        desk = self.desk
        pairs = [(code, desk.locale.language_name(code)) for code in languages()]
        choice = Choice(desk.theme, pairs, chosen, name=name)
        choice.setAccessibleName(desk.text("Language"))
        return choice

    def _choose_purpose(self, code: str) -> None:
        self._purpose, self._edition = ConsentPurpose(code), ""
        self._show_consents()

    def _choose_edition(self, code: str) -> None:
        self._edition = code
        self._show_consents()

    def _choose_text_language(self, code: str) -> None:
        self._text_language = code
        self._show_consents()

    def _new_edition(self) -> None:
        """The next edition begins with the words of the one before."""
        known = {one.edition: one for one in self.desk.read(editions, self._purpose)}
        before = known.get(self._edition)
        year = str(self.desk.file.today.year)
        name, number = year, 1
        while name in known:
            number += 1
            name = f"{year}-{number}"
        texts = before.texts if before is not None and before.texts else {self._text_language: "…"}
        for language, text in texts.items():
            self.desk.run(
                SetConsentText(self._purpose, name, language, text), said=self.desk.text("All changes saved")
            )
        self._edition = name
        self._show_consents()

    def _text_saved(self, typed: str) -> None:
        edition = self._edition or str(self.desk.file.today.year)
        action = SetConsentText(self._purpose, edition, self._text_language, typed)
        self.desk.run(action, said=self.desk.text("All changes saved"))

    # -- what forms say ------------------------------------------------------------------------------

    def _lay_out_notice(self) -> None:
        theme, desk = self.desk.theme, self.desk
        self.box.addWidget(Label(theme, desk.text("What forms say about the data"), "section"))
        self._language = self._languages(self._notice_language, "settings.noticeLanguage")
        self._language.picked.connect(self._choose_notice_language)
        self.box.addLayout(row(theme, self._language, None))
        hint = desk.text("Empty: the usual sentences.")
        self.notice = Field(
            theme,
            desk.text("Privacy notice"),
            LongText(theme, "", lines=4),
            hint=hint,
            name="settings.notice",
        )
        self.notice.saved.connect(self._notice_saved)
        self.box.addWidget(self.notice)

    def _choose_notice_language(self, code: str) -> None:
        self._notice_language = code
        self._show_notice(self.desk.read(privacy_texts))

    def _show_notice(self, texts: PrivacyTexts) -> None:
        language = self._notice_language
        own = texts.notices.get(language)
        self.notice.set_value(own or notice(texts.name, texts.rules, Locale.of(language)))

    def _notice_saved(self, typed: str) -> None:
        texts = self.desk.read(privacy_texts)
        usual_ = notice(texts.name, texts.rules, Locale.of(self._notice_language))
        value = typed.strip() if typed.strip() != usual_ else ""
        self.desk.run(
            ChangeSetting(f"{NOTICE}{self._notice_language}", value or None),
            said=self.desk.text("All changes saved"),
        )

    # -- who answers ---------------------------------------------------------------------------------

    def _lay_out_who(self) -> None:
        theme, desk = self.desk.theme, self.desk
        self.box.addWidget(Label(theme, desk.text("Record of processing"), "section"))
        self.officer = Field(
            theme, desk.text("Data protection officer"), TextField(theme),
            hint=desk.text("Only if you have one."), name="settings.officer",
        )  # fmt: skip
        self.officer.setProperty("key", OFFICER)
        self.recipients = Field(
            theme, desk.text("Who else gets data"), TextField(theme),
            hint=desk.text("For instance the federation."), name="settings.recipients",
        )  # fmt: skip
        self.recipients.setProperty("key", EXTRA)
        for field in (self.officer, self.recipients):
            field.saved.connect(self._setting_saved)
            self.box.addWidget(field)
        paper = plain_button(
            theme, desk.text("Print the record of processing…"), self._print, name="settings.privacy.record"
        )
        self.box.addLayout(row(theme, paper, None))

    def _setting_saved(self, typed: str) -> None:
        key = str(self.sender().property("key"))
        self.desk.run(ChangeSetting(key, typed.strip() or None), said=self.desk.text("All changes saved"))

    def _print(self) -> None:
        self.desk.go("print", paper="record-of-processing")

    # ------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show what the file says now, leaving alone what is being typed."""
        texts = self.desk.read(privacy_texts)
        for kind in Kept:
            span, field, unit = texts.rules[kind], self.numbers[kind], self.units[kind]
            if not field.changed:
                field.set_value(str(span.n) if span is not None else "")
            field.editor.setEnabled(span is not None)
            self.hints[kind].setVisible(span is not None)
            unit.choose(span.unit.value if span is not None else FOR_GOOD)
        self._show_consents()
        if not self.notice.changed:
            self._show_notice(texts)
        for field, value in ((self.officer, texts.officer), (self.recipients, texts.recipients)):
            if not field.changed:
                field.set_value(value)

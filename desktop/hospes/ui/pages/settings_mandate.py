# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Direct debit: the words of the SEPA mandate, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.settings import ChangeSetting
from hospes.domain.mandate_words import SETTING, Lacks, lacking
from hospes.i18n.catalog import languages
from hospes.i18n.marks import N_
from hospes.papers.sepa_paper import mandate_words
from hospes.queries.association import association
from hospes.queries.settings import settings
from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

WARNINGS = {
    Lacks.CREDITOR: N_("The words {name} are missing: they stand for the creditor who may collect."),
    Lacks.BANK: N_("The instruction to the bank is missing."),
    Lacks.WEEKS: N_("The right to a refund within eight weeks is missing."),
}


class MandateSection(Box):
    """Two paragraphs in the chosen language, and what they lack."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=12)
        self.desk = desk
        language = desk.read(association).language or "en"
        pairs = [(code, desk.locale.language_name(code)) for code in languages()]
        self.language = Choice(theme, pairs, language, name="settings.mandate.language")
        self.language.setAccessibleName(desk.text("Language"))
        self.language.picked.connect(self._picked)
        self.fields = {
            "authorisation": Field(
                theme, desk.text("Authorisation"), LongText(theme, "", lines=5),
                hint=desk.text("Empty: the usual sentences."), name="settings.mandate.authorisation",
            ),
            "refund": Field(
                theme, desk.text("Right to a refund"), LongText(theme, "", lines=4),
                hint=desk.text("Empty: the usual sentences."), name="settings.mandate.refund",
            ),
        }  # fmt: skip
        self.warning = Label(theme, "", "m", wrap=True, name="settings.mandate.warning")
        self.usual = plain_button(
            theme, desk.text("Back to the usual words"), self._usual, name="settings.mandate.usual"
        )
        self.box.addWidget(Label(theme, desk.text("SEPA direct debit mandate"), "section"))
        self.box.addLayout(row(theme, self.language, None))
        for field in self.fields.values():
            field.saved.connect(self._saved)
            self.box.addWidget(field)
        self.box.addWidget(self.warning)
        self.box.addLayout(row(theme, self.usual, None))
        self.reload()

    def _picked(self, _code: str) -> None:
        self._show(every=True)

    def _saved(self, _typed: str) -> None:
        code = self.language.code()
        standard = mandate_words(code, {})
        typed = {part: field.value().strip() for part, field in self.fields.items()}
        own = {part: text for part, text in typed.items() if text and text != standard[part]}
        self._keep(own or None)

    def _usual(self) -> None:
        self._keep(None)
        self._show(every=True)

    def _keep(self, own: dict[str, str] | None) -> None:
        key = f"{SETTING}{self.language.code()}"
        self.desk.run(ChangeSetting(key, own), said=self.desk.text("All changes saved"))

    def reload(self) -> None:
        """Show what the file says now, leaving alone what is being typed."""
        self._show(every=False)

    def _show(self, *, every: bool) -> None:
        desk, code = self.desk, self.language.code()
        own = desk.read(settings, SETTING)
        words = mandate_words(code, own)
        for part, field in self.fields.items():
            if every or not field.changed:
                field.set_value(words[part])
        lacks = lacking(code, words["authorisation"], words["refund"])
        self.warning.setText("\n".join(desk.text(WARNINGS[one], name="{name}") for one in lacks))
        self.warning.setVisible(bool(lacks))
        self.usual.setEnabled(bool(own.get(f"{SETTING}{code}")))

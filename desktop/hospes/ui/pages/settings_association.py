# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Association: what stands on its papers, in each language; kept in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.association import EditAssociation, SetAssociationTexts
from hospes.actions.settings import ChangeSetting
from hospes.domain.bank import read_bic, read_iban
from hospes.domain.errors import UserError
from hospes.i18n.catalog import languages
from hospes.i18n.marks import N_
from hospes.queries.association import association
from hospes.queries.paper_facts import PURPOSE_KEY
from hospes.queries.settings import setting
from hospes.ui.pages.settings_pictures import PicturesPart
from hospes.ui.widgets.boxes import Box, clear, column, row
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries.association import Association
    from hospes.ui.desk import Desk

FIELDS = (
    ("name", N_("Name")),
    ("short_name", N_("Short name")),
    ("register_no", N_("Register number")),
    ("tax_no", N_("Tax number")),
    ("tax_office", N_("Tax office")),
    ("bank_name", N_("Bank")),
    ("iban", N_("IBAN")),
    ("bic", N_("BIC")),
    ("creditor_id", N_("Creditor identifier")),
)


class AssociationSection(Box):
    """Names, register, bank, and the texts in each language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "card", gap=12)
        self.desk = desk
        self._fields: dict[str, Field] = {}
        self._texts: dict[str, tuple[Field, Field, Field]] = {}
        self._main = column(desk.theme, gap=10)
        self.box.addWidget(Label(desk.theme, desk.text("Association"), "section"))
        self.box.addLayout(self._main)
        self.box.addWidget(Label(desk.theme, desk.text("In each language"), "section"))
        words = desk.text("Papers in a language carry this name, this purpose and this foot.")
        self.box.addWidget(Label(desk.theme, words, "m", wrap=True))
        self._other = column(desk.theme, gap=10)
        self.box.addLayout(self._other)
        self.pictures = PicturesPart(desk)
        self.box.addWidget(self.pictures)
        self._language = ""
        self._build()

    def _build(self) -> None:
        own = self.desk.read(association)
        theme, desk = self.desk.theme, self.desk
        clear(self._main)
        left = column(theme, gap=10)
        for name, words in FIELDS:
            editor = TextField(theme, str(getattr(own, name)))
            checks: dict[str, Callable[[str], Verdict]] = {
                "iban": self._iban,
                "bic": self._bic,
                "name": self._name,
            }
            field = Field(theme, desk.text(words), editor, check=checks.get(name), name=f"settings.{name}")
            field.setProperty("field", name)
            field.saved.connect(self._saved)
            self._fields[name] = field
            left.addWidget(field)
        self._main.addLayout(left)
        codes = sorted(languages(), key=lambda code: code != own.language)
        self._language = self._language if self._language in codes else (codes[0] if codes else "")
        pairs = [(code, desk.locale.language_name(code)) for code in codes]
        chooser = Choice(theme, pairs, self._language, name="settings.textLanguage")
        chooser.setAccessibleName(desk.text("Language"))
        chooser.picked.connect(self._choose_language)
        clear(self._other)
        self._other.addLayout(row(theme, chooser, None))
        self._show_texts(own)

    def _show_texts(self, own: Association) -> None:
        theme, desk = self.desk.theme, self.desk
        texts = own.texts.get(self._language)
        name = Field(
            theme, desk.text("Name"), TextField(theme, texts.name if texts else ""), name="settings.text.name"
        )
        purpose = Field(
            theme,
            desk.text("Purpose in the statutes"),
            LongText(theme, texts.purpose if texts else "", lines=2),
            name="settings.text.purpose",
        )
        self._on_letterhead = Tick(
            theme, desk.text("The purpose stands on the letterhead"), name="settings.text.letterhead"
        )
        self._on_letterhead.setChecked(desk.read(setting, PURPOSE_KEY, own.id) is True)
        self._on_letterhead.clicked.connect(self._letterhead)
        foot = Field(
            theme,
            desk.text("Foot of letters"),
            LongText(theme, texts.letter_foot if texts else "", lines=2),
            name="settings.text.foot",
        )
        self._texts["now"] = (name, purpose, foot)
        for field in self._texts["now"]:
            field.saved.connect(self._text_saved)
            self._other.addWidget(field)
            if field is purpose:
                self._other.addWidget(self._on_letterhead)

    def _letterhead(self, on: bool) -> None:
        desk = self.desk
        said = (
            desk.text("The purpose stands on the letterhead.")
            if on
            else desk.text("The purpose no longer stands on the letterhead.")
        )
        desk.run(ChangeSetting(PURPOSE_KEY, True if on else None, desk.read(association).id), said=said)

    def reload(self) -> None:
        """Show what the file says now, leaving alone what is being typed."""
        own = self.desk.read(association)
        for name, field in self._fields.items():
            if not field.changed:
                field.set_value(str(getattr(own, name)))
        self.pictures.reload()

    def _choose_language(self, code: str) -> None:
        self._language = code
        self._build()

    def _name(self, typed: str) -> Verdict:
        if typed.strip():
            return Verdict()
        return Verdict("bad", self.desk.text("The association needs a name."))

    def _iban(self, typed: str) -> Verdict:
        return self._checked(read_iban, typed)

    def _bic(self, typed: str) -> Verdict:
        return self._checked(read_bic, typed)

    def _checked(self, rule: Callable[[str], str], typed: str) -> Verdict:
        if not typed.strip():
            return Verdict()
        try:
            rule(typed)
        except UserError as error:
            return Verdict("bad", self.desk.words(error))
        return Verdict()

    def _saved(self, typed: str) -> None:
        sender = self.sender()
        own = self.desk.read(association)
        name = str(sender.property("field"))
        self.desk.run(
            EditAssociation(own.id, {name: typed}, own.version), said=self.desk.text("All changes saved")
        )

    def _text_saved(self, _typed: str) -> None:
        name, purpose, foot = self._texts["now"]
        self.desk.run(
            SetAssociationTexts(self._language, name.value(), purpose.value(), foot.value()),
            said=self.desk.text("All changes saved"),
        )

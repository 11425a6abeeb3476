# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing a paper of a twinning in place: kind, languages, renewal, texts, signings, scan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from hospes.actions.agreements import (
    AddSignature,
    AddSigning,
    AttachScan,
    DeleteSignature,
    DeleteSigning,
    EditAgreement,
    EditSignature,
    EditSigning,
    SetAgreementTexts,
    Signer,
)
from hospes.actions.documents import NewDocument
from hospes.domain.codes_twinning import AgreementType
from hospes.domain.values import RoughDate
from hospes.queries.partnerships_visits import office_on
from hospes.queries.territories import places_to_choose
from hospes.ui.pages.documents_outside import read_files
from hospes.ui.pages.twinning_fields import LanguageTexts, chips, choice_field, rough_field, write
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of, people_options
from hospes.ui.widgets.boxes import column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries.agreements import AgreementRow, Papers, SignatureRow, SigningRow
    from hospes.queries.partnerships_page import TwinningPage
    from hospes.transfer.documents import TakenIn
    from hospes.ui.desk import Desk

MORE_LANGUAGES = ("de", "fr", "en", "pl", "it", "es", "nl", "hu", "cs", "uk", "tr")


class PaperEditor(QWidget):
    """The open paper. Everything is saved when it is left."""

    def __init__(
        self, desk: Desk, data: TwinningPage, papers: Papers, one: AgreementRow, remember: dict[str, str]
    ) -> None:
        super().__init__()
        theme = desk.theme
        self.desk, self._data, self._papers, self._one = desk, data, papers, one
        texts = LanguageTexts(
            desk,
            list(dict.fromkeys([*data.languages, *one.languages])),
            (("title", desk.text("Title"), 1), ("summary", desk.text("What it says"), 3)),
            {code: {"title": t.title, "summary": t.summary} for code, t in one.texts.items()},
            self._save_text,
            "twinning.paper.text",
            remember=remember,
        )
        box = column(theme, line(), *self._facts(), texts, line(), gap=10)
        box.addWidget(Label(theme, desk.text("Signed"), "label"))
        for signing in one.signings:
            box.addWidget(self._signing(signing))
        box.addWidget(
            holder(
                row(
                    theme,
                    link_button(
                        theme, desk.text("Add a signing"), self._add_signing, icon="plus",
                        name="twinning.signing.add",
                    ),
                    None,
                )
            )
        )  # fmt: skip
        box.addWidget(self._scan())
        self.setLayout(box)

    # -- facts ---------------------------------------------------------------------------------------

    def _edit(self, values: dict[str, object], field: Field | None = None) -> None:
        write(self.desk, EditAgreement(self._one.id, values, self._one.version), field)

    def _facts(self) -> list[QWidget]:
        desk, one = self.desk, self._one
        label, language = desk.locale.label, desk.locale.language
        kinds = [(kind.value, label(kind)) for kind in AgreementType]
        others = [
            (paper.id.hex, paper.title(language) or label(paper.type))
            for paper in self._papers.all
            if paper.id != one.id
        ]
        before = one.predecessor_id.hex if one.predecessor_id else ""
        parts: list[QWidget] = [
            choice_field(
                desk, desk.text("What it is"), kinds, one.type.value,
                lambda code: self._edit({"type": AgreementType(code)}), "twinning.paper.type",
            )
        ]  # fmt: skip
        if others:
            parts.append(
                choice_field(
                    desk, desk.text("Follows on"), [("", desk.text("none")), *others], before,
                    lambda code: self._edit({"predecessor_id": UUID(hex=code) if code else None}),
                    "twinning.paper.before",
                )
            )  # fmt: skip
        renew = Field(
            desk.theme, desk.text("Renew by"), day_editor(desk, desk.locale.date(one.renew_by, "list")),
            check=day_check(desk), beside=True, name="twinning.paper.renewBy",
        )  # fmt: skip
        renew.saved.connect(lambda typed: self._edit({"renew_by": day_of(desk, typed)}, renew))
        parts += [renew, self._languages()]
        return parts

    def _languages(self) -> QWidget:
        desk, one = self.desk, self._one
        name = desk.locale.language_name

        def keep(codes: list[str]) -> None:
            self._edit({"languages": ";".join(codes)})

        shown = chips(
            desk,
            [(code, name(code)) for code in one.languages],
            lambda code: keep([other for other in one.languages if other != code]),
            "twinning.paper.language",
        )
        rest = [(c, name(c)) for c in (*self._data.languages, *MORE_LANGUAGES) if c not in one.languages]
        options = [("", desk.text("Add a language")), *dict(rest).items()]
        box = Choice(desk.theme, options, name="twinning.paper.language.add")
        box.setAccessibleName(desk.text("Add a language"))
        box.picked.connect(lambda code: keep([*one.languages, code]) if code else None)
        parts = [
            Label(desk.theme, desk.text("Languages of the paper"), "m"),
            shown,
            row(desk.theme, box, None),
        ]
        return holder(column(desk.theme, *[part for part in parts if part is not None], gap=4))

    def _save_text(self, language: str, code: str, text: str, field: Field) -> None:
        write(self.desk, SetAgreementTexts(self._one.id, language, {code: text}), field)

    # -- signings ------------------------------------------------------------------------------------

    def _signing(self, one: SigningRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        key = one.id.hex

        def edit(values: dict[str, object], field: Field | None = None) -> None:
            write(desk, EditSigning(one.id, values, one.version), field)

        day = rough_field(
            desk, desk.text("Day"), one.on, lambda value, field: edit({"on": value}, field),
            f"twinning.signing.on.{key}", beside=False,
        )  # fmt: skip
        options = [("", desk.text("somewhere else"))]
        options += [(ref.hex, words) for ref, words in desk.read(places_to_choose, desk.locale.code)]
        town = choice_field(
            desk, desk.text("Town"), options, one.territory_id.hex if one.territory_id else "",
            lambda code: edit({"territory_id": UUID(hex=code) if code else None}),
            f"twinning.signing.town.{key}", beside=False,
        )  # fmt: skip
        place = Field(
            theme, desk.text("Where"), TextField(theme, one.place), name=f"twinning.signing.place.{key}"
        )
        place.saved.connect(lambda typed: edit({"place": typed}, place))
        away = icon_button(
            theme, desk.text("Delete this signing"), "trash-2", self._drop(DeleteSigning(one.id)),
            name=f"twinning.signing.drop.{key}", small=True,
        )  # fmt: skip
        top = row(theme, day, town, place, away, gap=10)
        for at in range(3):
            top.setStretch(at, 1)
        parts: list[QWidget] = [holder(top)]
        parts += [self._signature(signature) for signature in one.signatures]
        parts.append(self._new_signature(one))
        return holder(column(theme, *parts, gap=6, margins=(0, 0, 0, 8)))

    def _signature(self, one: SignatureRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        name, office = TextField(theme, one.name), TextField(theme, one.office)
        name.setObjectName(f"twinning.signature.name.{key}")
        name.setAccessibleName(desk.text("Who signed"))
        office.setObjectName(f"twinning.signature.office.{key}")
        office.setAccessibleName(desk.text("Office on that day"))
        office.setPlaceholderText(desk.text("Office on that day"))

        def save() -> None:
            values = {"name": name.text(), "office": office.text()}
            if (one.name, one.office) != (name.text().strip(), office.text().strip()):
                name.setModified(False)
                office.setModified(False)
                write(desk, EditSignature(one.id, values, one.version))

        name.editingFinished.connect(save)
        office.editingFinished.connect(save)
        away = icon_button(
            theme, desk.text("Take {what} out", what=one.name), "x", self._drop(DeleteSignature(one.id)),
            name=f"twinning.signature.drop.{key}", small=True,
        )  # fmt: skip
        box = row(theme, name, office, away, margins=(18, 0, 0, 0))
        box.setStretch(0, 1)
        box.setStretch(1, 1)
        return holder(box)

    def _new_signature(self, signing: SigningRow) -> QWidget:
        """Somebody from the file comes with the office held on that day; anybody else is written as said."""
        desk, theme = self.desk, self.desk.theme
        who = Combo(theme, add=lambda typed: desk.text("Add “{text}”", text=typed), name="twinning.signer")
        who.setPlaceholderText(desk.text("Add who signed"))
        who.setAccessibleName(desk.text("Add who signed"))
        options = people_options(desk)
        who.set_options(options)
        called = dict(options)

        def picked(code: str) -> None:
            who.setModified(False)
            person = UUID(hex=code)
            held = desk.read(office_on, person, signing.on.last)
            office = "" if held is None else held[1] or desk.locale.label(held[0])
            write(desk, AddSignature(signing.id, Signer(called[code], office, person)))

        def added(typed: str) -> None:
            who.setModified(False)
            write(desk, AddSignature(signing.id, Signer(typed)))

        who.picked.connect(picked)
        who.added.connect(added)
        return holder(row(theme, who, margins=(18, 0, 0, 0)))

    def _add_signing(self) -> None:
        """Dated today and in our town until somebody says otherwise: most are written down on the evening."""
        day = RoughDate.of(self.desk.file.today)
        ours = next((party.ref for party in self._data.row.parties if party.is_ours and party.is_place), None)
        write(self.desk, AddSigning(self._one.id, day, ours))

    def _drop(self, action: DeleteSigning | DeleteSignature) -> Callable[[], None]:
        def away() -> None:
            write(self.desk, action)

        return away

    # -- scan ----------------------------------------------------------------------------------------

    def _scan(self) -> QWidget:
        desk, theme, one = self.desk, self.desk.theme, self._one
        words = desk.text("Attach another scan…") if one.document_id else desk.text("Attach the scan…")
        button = plain_button(theme, words, self._choose, icon="paperclip", name="twinning.paper.attach")
        return holder(row(theme, button, Label(theme, one.document, "m"), None))

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, self.desk.text("Attach the scan…"))
        if found:
            self.take(Path(found))

    def take(self, path: Path) -> None:
        """Read a file and keep it as the scan of this paper."""
        desk, paper = self.desk, self._one.id

        def keep(taken: list[TakenIn]) -> None:
            file = NewDocument(taken[0].name, taken[0].media_type, taken[0].data)
            desk.run(AttachScan(paper, file), said=desk.text("The scan is attached."))

        read_files(desk, [path], keep)

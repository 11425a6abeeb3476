# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of a twinning in each language, what the partners share, and its pictures and papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog

from hospes.actions.bin import PutInBin
from hospes.actions.documents import EditDocument, NewDocument
from hospes.actions.partnerships import SetPartnershipTexts
from hospes.actions.partnerships_documents import AddTwinningDocuments
from hospes.domain.codes import DocumentKind
from hospes.domain.errors import UserError
from hospes.queries.documents import DocumentRow, document_bytes, twinning_documents
from hospes.ui.pages.documents_outside import Outside, read_files
from hospes.ui.pages.twinning_fields import LanguageTexts, titled, write
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.widgets.boxes import FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from hospes.transfer.documents import TakenIn
    from hospes.ui.desk import Desk

PICTURE = 320, 150
"""Width and height of a picture, at 100 %."""


class StorySection(TwinningSection):
    """Texts at the left, pictures and papers at the right; files can be dragged here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._outside = Outside(desk, self)
        self.setAcceptDrops(True)

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        return [self._texts()], [self._pictures()]

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._choose}

    def show_at(self, **where: object) -> None:
        language = where.get("language")
        if isinstance(language, str) and language:
            self.remember["twinning.story"] = language
            self.again()

    def _texts(self) -> QWidget:
        desk, data = self.desk, self.bond

        def save(language: str, code: str, text: str, field: Field) -> None:
            write(desk, SetPartnershipTexts(data.row.id, language, {code: text}), field)

        texts = LanguageTexts(
            desk,
            data.languages,
            (
                ("story", desk.text("The story"), 10),
                ("shared_heritage", desk.text("What the partners share"), 4),
            ),
            {code: one._asdict() for code, one in data.texts.items()},
            save,
            "twinning.story",
            remember=self.remember,
        )
        hint = desk.text("Charter, phases, visits and numbers are put into the printed story by themselves.")
        return titled(desk, desk.text("Story"), texts, name="twinning.story.card", hint=hint)

    # -- pictures ------------------------------------------------------------------------------------

    def _pictures(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        documents = desk.read(twinning_documents, self.bond.row.id)
        add = plain_button(
            theme, desk.text("Add files…"), self._choose, icon="plus", name="twinning.files.add"
        )
        hint = desk.text("Or drag files here. Copies are kept in the association's file.")
        box = titled(desk, desk.text("Pictures and papers"), name="twinning.files", hint=hint)
        box.box.addLayout(row(theme, add, None))
        for one in documents:
            box.box.addWidget(line())
            box.box.addWidget(self._document(one))
        return box

    def _document(self, one: DocumentRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        parts: list[QWidget] = []
        picture = self._picture(one)
        if picture is not None:
            parts.append(picture)
        line_ = TextField(theme, one.name)
        field = Field(theme, desk.text("Name"), line_, name=f"twinning.file.{one.id.hex}")

        def rename(typed: str) -> None:
            write(desk, EditDocument(one.id, {"name": typed}, one.version), field)

        def open_() -> None:
            self._outside.open(one.id, one.name, one.media_type)

        def away() -> None:
            said = desk.text("{person} is in the bin.", person=one.name)
            desk.run(PutInBin("document", (one.id,)), said=said)

        field.saved.connect(rename)
        parts.append(field)
        about = [desk.locale.label(one.kind)]
        if one.on is not None:
            about.append(desk.locale.date(one.on, "list"))
        tools = FlowLayout(theme, gap=8)
        tools.addWidget(Label(theme, " · ".join(about), "m"))
        tools.addWidget(link_button(theme, desk.text("Open"), open_, name=f"twinning.file.open.{one.id.hex}"))
        tools.addWidget(
            icon_button(
                theme, desk.text("Put in the bin"), "trash-2", away, name=f"twinning.file.bin.{one.id.hex}",
                small=True,
            )
        )  # fmt: skip
        parts.append(holder(tools))
        return holder(column(theme, *parts, gap=4))

    def _picture(self, one: DocumentRow) -> QWidget | None:
        if not one.is_picture:
            return None
        try:
            data = self.desk.read(document_bytes, one.id)
        except UserError:
            return None
        found = QPixmap()
        if not found.loadFromData(data):
            return None
        u = self.desk.theme.u
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        label = Label(self.desk.theme)
        label.setPixmap(found.scaled(u(PICTURE[0]), u(PICTURE[1]), keep, smooth))
        label.setAccessibleName(one.name)
        return label

    # -- adding --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self, self.desk.text("Add files"))
        self.take(Path(name) for name in found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def take(self, files: Iterable[Path]) -> None:
        """Read files and keep them with the twinning."""
        desk, bond = self.desk, self.bond.row.id

        def keep(taken: list[TakenIn]) -> None:
            new = tuple(
                NewDocument(
                    one.name, one.media_type, one.data,
                    DocumentKind.PHOTO if one.is_picture else DocumentKind.OTHER,
                )
                for one in taken
            )  # fmt: skip
            said = desk.ntext("{n} document added", "{n} documents added", len(new))
            desk.run(AddTwinningDocuments(bond, new), said=said)

        read_files(desk, files, keep)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen document: its name, kind, day, whether it is confidential, and what it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from hospes.actions.documents import EditDocument
from hospes.domain.codes import DocumentKind
from hospes.domain.dates import DateKind
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from hospes.queries.documents import DocumentRow
    from hospes.ui.desk import Desk

WIDTH, PICTURE = 340, 160
WIDTH_COMPACT = 300
"""Of the pane and of the picture's height, at 100 %."""


class DocumentPane(Box):
    """Editing in place; every field is saved when it is left."""

    openWanted = Signal(object)
    saveWanted = Signal(object)
    binWanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=0, margins=(1, 8, 1, 8), name="visit.documents.pane")
        self.setParent(parent)
        self.desk = desk
        self._row: DocumentRow | None = None
        self.setFixedWidth(theme.u(WIDTH))
        self.picture = Label(theme, "")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = Field(theme, desk.text("Name"), TextField(theme), name="visit.document.name")
        kinds = [(one.value, desk.locale.label(one)) for one in DocumentKind]
        self.kind = Field(theme, desk.text("Kind"), Choice(theme, kinds), name="visit.document.kind")
        check = day_check(desk, DateKind.ANY)
        self.day = Field(theme, desk.text("Day"), date_field(desk), check=check, name="visit.document.day")
        self.confidential = Tick(
            theme, desk.text("Confidential: on no list and not found by search"), name="visit.document.secret"
        )
        self.confidential.clicked.connect(self._save_confidential)
        self.name.saved.connect(self._save_name)
        self.kind.saved.connect(self._save_kind)
        self.day.saved.connect(self._save_day)
        self.open = plain_button(theme, desk.text("Open"), self._open, name="visit.document.open")
        self.save = plain_button(theme, desk.text("Save a copy…"), self._save, name="visit.document.save")
        bin_button = icon_button(
            theme, desk.text("Put in the bin"), "trash-2", self._bin, name="visit.document.bin"
        )
        buttons = holder(FlowLayout(theme, self.open, self.save, bin_button))
        self.publish = link_button(
            theme, desk.text("Write down a publication"), self._publish, icon="scroll-text",
            name="visit.document.publication",
        )  # fmt: skip
        parts = (
            self.picture, self.name, self.kind, self.day, self.confidential, buttons, self.publish, None,
        )  # fmt: skip
        self.box.addWidget(scrolled(holder(column(theme, *parts, gap=8, margins=(16, 8, 16, 8)))))

    def show_document(self, one: DocumentRow | None, picture: QPixmap | None) -> None:
        """Show a document; None empties the pane."""
        other = one is None or self._row is None or one.id != self._row.id
        if other:
            self.leave()
        self._row = one
        self.setEnabled(one is not None)
        self.publish.setVisible(one is not None and one.kind is DocumentKind.PRESS and not one.confidential)
        self.picture.setVisible(picture is not None)
        if picture is not None and one is not None:
            u = self.desk.theme.u
            size = (u(WIDTH_COMPACT - 50), u(PICTURE))
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            small = picture.scaled(*size, keep, smooth)
            self.picture.setPixmap(small)
            self.picture.setFixedHeight(small.height())
            self.picture.setAccessibleName(one.name)
        if one is None:
            return
        values = (
            (self.name, one.name),
            (self.kind, one.kind.value),
            (self.day, self.desk.locale.date(one.on, "list") if one.on is not None else ""),
        )
        for field, value in values:
            if other or not field.changed:
                field.set_value(value)
        self.confidential.setChecked(one.confidential)

    def leave(self) -> None:
        """Save what is still open in the fields."""
        for field in (self.name, self.kind, self.day):
            field.leave()

    # -- saving --------------------------------------------------------------------------------------

    def _change(self, **values: object) -> None:
        if self._row is not None:
            self.desk.run(EditDocument(self._row.id, values, self._row.version))

    def _save_name(self, text: str) -> None:
        if text.strip():
            self._change(name=text)
        else:
            self.name.say(Verdict("bad", self.desk.text("A document needs a name.")))

    def _save_kind(self, code: str) -> None:
        self._change(kind=DocumentKind(code))

    def _save_day(self, text: str) -> None:
        found = read_day(self.desk, text, DateKind.ANY)
        if found is None:
            self._change(on=None)
        elif found.exact is not None:
            self._change(on=found.exact)
        else:
            self.day.say(Verdict("bad", self.desk.text("The day is missing.")))

    def _save_confidential(self) -> None:
        self._change(confidential=self.confidential.isChecked())

    def _open(self) -> None:
        if self._row is not None:
            self.openWanted.emit(self._row.id)

    def _publish(self) -> None:
        """Begin an entry among the publications from what stands in the press."""
        if self._row is not None:
            self.desk.go("publications", new=True, document=self._row.id.hex)

    def _save(self) -> None:
        if self._row is not None:
            self.saveWanted.emit(self._row.id)

    def _bin(self) -> None:
        if self._row is not None:
            self.binWanted.emit(self._row.id)

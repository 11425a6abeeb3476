# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Association: its logo, and pictures of the signatures of those who sign for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from hospes.actions.signatures import PaperPicture, RemoveSignaturePicture, SetLogo, SetSignaturePicture
from hospes.queries.paper_facts import logo_of
from hospes.queries.signatures import who_may_sign
from hospes.transfer.signature import read_logo, read_signature
from hospes.ui.widgets.boxes import clear, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries.signatures import MaySign
    from hospes.transfer.documents import TakenIn
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

WIDE, HIGH = 200, 60
KINDS = "*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif"


class PicturesPart(QWidget):
    """The logo, the signatures that are kept, and whose may be added."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._shown: object = None
        self._may: dict[str, MaySign] = {}
        self._logo = column(theme, gap=8)
        self._people = column(theme, gap=8)
        words = desk.text(
            "They are printed on letters and certificates where “Signature picture” is chosen, over the name "
            "of whoever signs. Photograph or scan a signature on white paper. Whoever has this file can "
            "print it. Donation receipts are always signed by hand."
        )
        self.setLayout(
            column(
                theme,
                Label(theme, desk.text("Logo"), "section"), holder(self._logo),
                Label(theme, desk.text("Pictures of signatures"), "section"),
                Label(theme, words, "m", wrap=True), holder(self._people),
                gap=10,
            )
        )  # fmt: skip
        self.reload()

    def reload(self) -> None:
        """Show what is kept; nothing is built anew where nothing changed."""
        desk, theme = self.desk, self.desk.theme
        logo = desk.read(logo_of)
        people = desk.read(who_may_sign, desk.file.today)
        if (logo, people) == self._shown:
            return
        self._shown = (logo, people)
        clear(self._logo)
        acts: list[QWidget] = [
            plain_button(theme, desk.text("Choose a picture…"), self._choose_logo, icon="image",
                         name="settings.logo.choose")
        ]  # fmt: skip
        if logo is not None:
            seen = self._preview(logo, desk.text("Logo"), "settings.logo.picture")
            self._logo.addWidget(seen)
            words = desk.text("Without a logo again")
            acts.append(link_button(theme, words, self._drop_logo, name="settings.logo.remove"))
        self._logo.addLayout(row(theme, *acts, None))
        clear(self._people)
        for one in people:
            if one.picture is not None:
                self._people.addWidget(self._kept(one, one.picture))
        self._may = {one.person_id.hex: one for one in people if one.picture is None}
        if self._may:
            self._people.addWidget(self._further())
        elif not people:
            words = desk.text(
                "Nobody holds an office in your association yet. Enter offices on the page of a person; they "
                "stand here then."
            )
            self._people.addWidget(Label(theme, words, "m", wrap=True, name="settings.signatures.none"))

    def _office(self, one: MaySign) -> str:
        if one.function is None:
            return self.desk.text("holds no office any more")
        return one.title or self.desk.locale.label(one.function)

    def _kept(self, one: MaySign, data: bytes) -> QWidget:
        """A signature with its owner."""
        desk, theme, key = self.desk, self.desk.theme, one.person_id.hex
        seen = self._preview(
            data, desk.text("Signature of {name}", name=one.name), f"settings.signature.{key}"
        )
        office = Label(theme, self._office(one), "m", wrap=True)
        who = column(theme, Label(theme, one.name, "label", wrap=True), office, seen, gap=2)
        away = link_button(
            theme, desk.text("Remove"), partial(self._remove, one), name=f"settings.signature.drop.{key}"
        )
        away.setAccessibleName(desk.text("Remove the signature of {name}", name=one.name))
        across = row(theme, holder(who), away, gap=12)
        across.setStretch(0, 1)
        return holder(across)

    def _further(self) -> QWidget:
        """Whose signature is added."""
        desk, theme = self.desk, self.desk.theme
        pairs = [
            (key, desk.text("{name}, {office}", name=one.name, office=self._office(one)))
            for key, one in self._may.items()
        ]
        self.whose = Choice(theme, pairs, pairs[0][0], name="settings.signature.whose")
        field = Field(theme, desk.text("Whose signature"), self.whose, name="settings.signature.field")
        field.setMaximumWidth(theme.u(420))
        choose = plain_button(
            theme, desk.text("Choose a picture…"), self._choose_signature, icon="image",
            name="settings.signature.choose",
        )  # fmt: skip
        return holder(column(theme, field, row(theme, choose, None), gap=8))

    def _preview(self, data: bytes, words: str, name: str) -> QLabel:
        """On white as on paper, in the dark as well."""
        theme = self.desk.theme
        found = QPixmap()
        found.loadFromData(data)
        wide, high = theme.u(WIDE), theme.u(HIGH)
        if found.width() > wide or found.height() > high:
            found = found.scaled(
                wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        paper = QPixmap(found.width() + theme.u(16), found.height() + theme.u(12))
        _lay_on_paper(paper, found, theme.u(8), theme.u(6))
        shown = picture(paper, words)
        shown.setObjectName(name)
        return shown

    # -- acts ----------------------------------------------------------------------------------------

    def _choose(self, title: str, read: Callable[[Path], TakenIn], keep: Callable[[TakenIn], object]) -> None:
        kinds = self.desk.text("Pictures ({kinds})", kinds=KINDS)
        found, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if found:
            self.take(Path(found), read, keep)

    def take(self, path: Path, read: Callable[[Path], TakenIn], keep: Callable[[TakenIn], object]) -> None:
        """Read a picture by the worker and keep it."""
        desk = self.desk

        def job(_work: Work) -> TakenIn:
            return read(path)

        desk.tasks.run(job, title=desk.text("Reading the files"), done=keep)

    def _choose_logo(self) -> None:
        self._choose(self.desk.text("Logo"), read_logo, self.keep_logo)

    def keep_logo(self, taken: TakenIn) -> None:
        """Put a picture on the papers."""
        act = SetLogo(PaperPicture(taken.media_type, taken.data))
        self.desk.run(act, said=self.desk.text("The logo stands on your papers."))

    def _drop_logo(self) -> None:
        self.desk.run(SetLogo(None), said=self.desk.text("Your papers have no logo now."))

    def chosen(self) -> MaySign:
        """Whose signature is added next."""
        return self._may[self.whose.code()]

    def _choose_signature(self) -> None:
        one = self.chosen()
        title = self.desk.text("Signature of {name}", name=one.name)
        self._choose(title, read_signature, partial(self.keep_signature, one))

    def keep_signature(self, one: MaySign, taken: TakenIn) -> None:
        """Keep how somebody signs."""
        act = SetSignaturePicture(one.person_id, PaperPicture(taken.media_type, taken.data))
        self.desk.run(act, said=self.desk.text("The signature of {name} is kept.", name=one.name))

    def _remove(self, one: MaySign) -> None:
        said = self.desk.text("The signature of {name} is removed.", name=one.name)
        self.desk.run(RemoveSignaturePicture(one.person_id), said=said)


def _lay_on_paper(paper: QPixmap, found: QPixmap, x: int, y: int) -> None:
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap(x, y, found)
    painter.end()

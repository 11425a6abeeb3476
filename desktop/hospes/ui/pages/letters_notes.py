# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody should know before letters go out, with a way to what is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.i18n.locale import Locale
from hospes.papers.letter_run import notes_of
from hospes.papers.signing import no_picture
from hospes.ui.widgets.boxes import clear, column, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from hospes.ui.desk import Desk
    from hospes.ui.pages.letters_send import Ready


class LetterNotes(QWidget):
    """The notes of a run."""

    write = Signal(str)
    """Somebody wants to write the text in this language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._told: list[str] | None = None
        self._box = column(desk.theme, gap=6)
        self.setLayout(self._box)

    def show_run(self, ready: Ready) -> None:
        """Tell what there is to tell."""
        theme, desk, run = self.desk.theme, self.desk, ready.run
        told = [desk.locale.message(message) for message in notes_of(run, desk.locale)]
        if told == self._told:
            return  # Building them anew would make the form under the mouse jump.
        self._told = told
        clear(self._box)
        for words in told:
            self._box.addWidget(Banner(theme, words))
        missing = [one.reads[:2] for one in run.every if one.fallen_back]
        if run.second and not run.letter.written_in(run.second):
            missing.append(Locale.of(run.second).language)
        for code in dict.fromkeys(missing):
            words = desk.text("Write the text in {language}", language=desk.locale.language_name(code))
            button = link_button(theme, words, partial(self.write.emit, code), name=f"letters.write.{code}")
            self._box.addLayout(row(theme, button, None))
        if run.without_address:
            ids = [one.id.hex for one in run.without_address]
            there = partial(desk.go, "person", id=ids[0]) if len(ids) == 1 else partial(
                desk.go, "members", ids=ids)  # fmt: skip
            button = link_button(theme, desk.text("Show them"), there, name="letters.noAddress")
            self._box.addLayout(row(theme, button, None))


class Unsigned(QWidget):
    """Why there is no signature though it is ticked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._box = column(desk.theme, gap=6)
        self.setLayout(self._box)

    def show_run(self, ready: Ready) -> None:
        """Say it, with the way to the settings."""
        clear(self._box)
        theme, desk = self.desk.theme, self.desk
        why = no_picture(ready.run.letter.signed_by)
        if why in ready.document.notes:
            words, there = desk.text("Open the settings"), partial(desk.go, "settings", section="association")
            self._box.addWidget(Banner(theme, desk.locale.message(why), "warn", name="letters.unsigned"))
            button = link_button(theme, words, there, name="letters.signatures")
            self._box.addLayout(row(theme, button, None))

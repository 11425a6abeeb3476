# SPDX-License-Identifier: GPL-3.0-or-later
"""Sending letters off: printed, as one PDF or one for each, as a spreadsheet, as text to be pasted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from hospes.papers.letter import LetterPaper
from hospes.papers.letter_run import LetterRun, plain_text
from hospes.papers.making import Gathered, draw, tabulate
from hospes.transfer.writers.whole import free_path, whole_file
from hospes.ui.pages.letters_sent import put_on_pile
from hospes.ui.pages.print_preview import print_document
from hospes.ui.pages.print_words import SPREADSHEETS
from hospes.ui.pages.saving import ask_path, save_bytes, save_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.papers.kit.book import Document
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

PAPER = LetterPaper()
T = TypeVar("T")


@dataclass(frozen=True)
class Ready:
    """A run that was read, and one letter of it drawn."""

    turn: int
    gathered: Gathered
    run: LetterRun
    at: int
    document: Document


def one_letter(turn: int, gathered: Gathered, at: int) -> Ready:
    """One letter of a run, drawn; the run stays whole."""
    run = gathered.data
    if not isinstance(run, LetterRun):
        raise TypeError(run)
    at = min(at, max(0, len(run.letters) - 1))
    alone = replace(gathered, data=replace(run, letters=run.letters[at : at + 1]))
    return Ready(turn, gathered, run, at, draw(alone))


class LetterSending(QObject):
    """What is done with the letters that are in the preview."""

    failed = Signal(object)
    """Something expected stood in the way."""
    printed = Signal()
    """Letters lie ready: the page asks whether they were sent."""
    writing = Signal(bool)
    """A run is being written: nobody can say yet what becomes of the pile."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk, self._page = desk, page
        self.ready: Ready | None = None

    def _with_whole(self, title: str, use: Callable[[LetterRun, Document], object]) -> None:
        ready = self.ready
        if ready is not None:
            # The preview may have gone on to other letters by then.
            self._write(lambda _work: draw(ready.gathered), title, partial(use, ready.run))

    def _write(self, job: Callable[[Work], T], title: str, use: Callable[[T], object]) -> None:
        """Write in the background; the question about the pile rests meanwhile."""
        self.writing.emit(True)
        task = self.desk.tasks.run(job, title=title, done=use, failed=self.failed.emit)
        if task.running:
            task.ended.connect(self._written)
        else:
            self._written()

    def _written(self) -> None:
        self.writing.emit(False)

    def _note_sent(self) -> None:
        if self.ready is not None:
            self._lie_ready(self.ready.run)

    def _lie_ready(self, run: LetterRun) -> None:
        """Printing or saving sends nothing: the letters wait for somebody to say that they went out."""
        if self.desk.file.read_only:
            return
        people = [(person.id, one.language) for one in run.letters for person in one.people]
        put_on_pile(self.desk, run.letter.id, people)
        self.printed.emit()

    def print_all(self) -> None:
        """Print all letters."""
        self._with_whole(self.desk.text("Preparing to print"), self._print_ready)

    def _print_ready(self, run: LetterRun, document: Document) -> None:
        if print_document(document, self._page):
            self._lie_ready(run)

    def save_pdf(self) -> None:
        """Save all letters as one PDF."""
        self._with_whole(self.desk.text("Saving the PDF"), self._save_ready)

    def _save_ready(self, run: LetterRun, document: Document) -> None:
        path = ask_path(self.desk, self._page, run.letter.name, "pdf", "PDF")
        if path is not None and save_bytes(self.desk, path, document.pdf):
            self._lie_ready(run)

    def show_more(self, at: QPoint) -> None:
        """Offer what else can be made of them."""
        menu = QMenu(self._page)
        menu.setObjectName("letters.moreMenu")
        menu.addAction(self.desk.text("One PDF for each letter…"), self._save_each)
        for ending, words in SPREADSHEETS.items():
            if ending != "txt":
                menu.addAction(self.desk.text(words), partial(self._save_table, ending))
        menu.addAction(self.desk.text("Copy the text of this letter"), self._copy)
        if not self.desk.file.read_only:
            menu.addAction(self.desk.text("Note that they were sent…"), self._note_sent)
        menu.exec(at)

    def _save_table(self, ending: str) -> None:
        if self.ready is not None:
            table = tabulate(self.ready.gathered)
            path = ask_path(self.desk, self._page, table.title, ending, ending.upper())
            if path is not None:
                save_table(self.desk, path, table)

    def _copy(self) -> None:
        ready = self.ready
        if ready is not None and ready.run.letters:
            signed = ready.run.letter.signed_by or ready.run.own.name
            QGuiApplication.clipboard().setText(plain_text(ready.run.letters[ready.at], signed))
            self.desk.say(self.desk.text("The text is copied."))

    def _save_each(self) -> None:
        ready = self.ready
        folder = QFileDialog.getExistingDirectory(self._page, self.desk.text("One PDF for each letter…"))
        if ready is None or not folder:
            return

        def job(work: Work) -> int:
            for at, one in enumerate(ready.run.letters):
                work.check()
                work.tell(at, len(ready.run.letters))
                with whole_file(free_path(Path(folder), f"{at + 1:03} {one.names}", "pdf")) as part:
                    part.write_bytes(one_letter(0, ready.gathered, at).document.pdf)
            return len(ready.run.letters)

        self._write(job, self.desk.text("Saving the PDF"), partial(self._saved_each, ready.run))

    def _saved_each(self, run: LetterRun, n: int) -> None:
        self.desk.say(self.desk.ntext("{n} file saved.", "{n} files saved.", n))
        self._lie_ready(run)

# SPDX-License-Identifier: GPL-3.0-or-later
"""When something is wrong with the file itself: the ways out the window offers.

A damaged file: back to the newest backup that is whole, or a new file with what can still be read. A file
that was moved, or whose disk is full: a copy elsewhere. A second file of the same association beside it, as
sync programs leave them: named, and shown if wanted; nothing is ever taken away.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from hospes import paths
from hospes.i18n.marks import N_
from hospes.ui.desk import Answer

if TYPE_CHECKING:
    from hospes.app import App
    from hospes.domain.errors import UserError
    from hospes.store.backup import Backup
    from hospes.store.copies import Beside
    from hospes.store.restore import Restored
    from hospes.store.salvage import Salvaged
    from hospes.ui.desk import Desk, Files
    from hospes.ui.main_window import MainWindow
    from hospes.ui.tasks import Work

DAMAGED = frozenset(
    {"file-damaged", "file-truncated", "file-empty", "file-zeros", "file-unknown", "file-strange"}
)
"""Codes of refusals a backup helps against."""


class Rescue(QObject):
    """Ways out of trouble with a file."""

    def __init__(self, window: MainWindow, opening: Files) -> None:
        super().__init__(window)
        self._window, self._opening, self._desk = window, opening, window.desk

    # -- damaged -----------------------------------------------------------------------------------

    def say(self, error: UserError, path: Path) -> None:
        """Say why a damaged file is not opened, and what can be done: looked up in the worker."""
        from hospes.store import backup_places

        desk = self._desk
        places = desk.settings.backup_places

        def job(_work: Work) -> Backup | None:
            return backup_places.newest_by_name(path, places)

        def done(found: Backup | None) -> None:
            answers = []
            if found is not None:
                words = desk.text("Go back to the backup of {day}", day=found.manifest.day)
                back = partial(self._opening.go_back, found.path, path)
                answers.append(Answer(words, back, main=True, name="rescue.back"))
            save = partial(self._salvage, path)
            answers.append(Answer(desk.text("Save what can be read…"), save, name="rescue.salvage"))
            desk.say(error, kind="err", answers=answers)

        desk.tasks.run(job, title=desk.text("Looking through the backups"), done=done)

    def _salvage(self, path: Path) -> None:
        target = self._new_name(path)
        if target is None:
            return
        desk = self._desk

        def job(_work: Work) -> Salvaged:
            from hospes.store.salvage import salvage

            return salvage(path, target)

        def done(found: Salvaged) -> None:
            if self._opening.open(target):
                desk.say(_read_words(desk, found), kind="warn" if found.broken or found.left_out else "done")

        desk.tasks.run(job, title=desk.text("Reading what can be read"), done=done, failed=self._refuse)

    # -- a copy elsewhere ----------------------------------------------------------------------------

    def save_copy(self) -> None:
        """Save the open file under another name, also when its own was taken away."""
        desk = self._desk
        opened = desk.file.file
        target = self._new_name(desk.file.path)
        if target is None:
            return

        def job(_work: Work) -> None:
            from hospes.store import files

            files.save_copy(opened, target)

        def done(_nothing: None) -> None:
            opening = Answer(
                desk.text("Open the copy"), partial(self._opening.open, target), name="rescue.open"
            )
            words = desk.text("A copy is saved as “{name}”.", name=target.name)
            desk.say(words, answers=(opening,))

        desk.tasks.run(job, title=desk.text("Saving a copy"), done=done, failed=self._refuse)

    def _new_name(self, path: Path) -> Path | None:
        desk = self._desk
        start = str(paths.documents_folder() / path.name)
        kinds = f"{desk.text('Hospes files')} (*.hospes)"
        name, _ = QFileDialog.getSaveFileName(self._window, desk.text("Save a copy elsewhere…"), start, kinds)
        if not name:
            return None
        return Path(name) if name.endswith(".hospes") else Path(f"{name}.hospes")

    def _refuse(self, error: UserError) -> None:
        self._desk.say(error, kind="err")

    # -- copies beside -----------------------------------------------------------------------------

    def look_beside(self, app: App) -> None:
        """Name a second file of the same association in the folder, with its last change and its people."""
        path = app.path

        def job(_work: Work) -> tuple[list[Beside], Beside]:
            from hospes.store import copies

            return copies.beside(path), copies.state_of(path)

        def done(found: tuple[list[Beside], Beside]) -> None:
            others, mine = found
            if others and self._desk.app is app:
                self._tell_beside(others, mine)

        title = self._desk.text("Looking whether the file is whole")
        self._desk.tasks.run(job, title=title, done=done, failed=_say_nothing)

    def _tell_beside(self, others: list[Beside], mine: Beside) -> None:
        desk = self._desk
        other = others[0]
        words = [
            desk.text(
                "A second file of this association lies beside this one, “{name}”.", name=other.path.name
            ),
            self._state(
                other,
                N_("It was last changed {when}, with {people}."),
                N_("Nothing has been changed in it since it was made; it holds {people}."),
            ),
            self._state(
                mine,
                N_("This one was last changed {when}, with {people}."),
                N_("Nothing has been changed in this one since it was made; it holds {people}."),
            ),
        ]
        if len(others) > 1:
            n = len(others) - 1
            words.append(desk.ntext("There is {n} more.", "There are {n} more.", n))
        show = partial(self._opening.look_beside, other.path)
        desk.say(
            " ".join(words), kind="warn", answers=(Answer(desk.text("Look at it"), show, name="beside.look"),)
        )

    def _state(self, one: Beside, changed: str, untouched: str) -> str:
        """How far a file is; one in which nothing was done since it was made has no last change."""
        people = self._desk.ntext("{n} person", "{n} people", one.people)
        if one.last_change is None:
            return self._desk.text(untouched, people=people)
        return self._desk.text(changed, when=self._desk.locale.moment(one.last_change), people=people)


def _read_words(desk: Desk, found: Salvaged) -> str:
    words = [desk.ntext("{n} record was read.", "{n} records were read.", found.rows)]
    if found.left_out:
        words.append(
            desk.ntext(
                "{n} record did not fit and was left out.",
                "{n} records did not fit and were left out.",
                found.left_out,
            )
        )
    if found.broken:
        words.append(desk.text("Some may be missing: compare with a printed list or a backup."))
    return " ".join(words)


def _say_nothing(_error: UserError) -> None:
    """Looking beside is a courtesy."""


def back_words(desk: Desk, restored: Restored) -> str:
    """What is said once a backup took the place of the file."""
    when = desk.locale.moment(restored.manifest.made_at)
    if restored.kept is not None:
        return desk.text(
            "The file is back as it was on {when}. The damaged one is kept beside it as “{name}”.",
            when=when,
            name=restored.kept.name,
        )
    return desk.text("The file is back as it was on {when}. Today's state is kept as a backup.", when=when)

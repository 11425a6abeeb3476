# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups from the window: when asked for, at closing, before something large; how old the last is.

Every backup is made in the worker, with a bar and Stop. One that did not work is said, and stays said at the
foot of the rail until one has worked.
"""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from hospes import paths
from hospes.domain.errors import UserError
from hospes.ui.desk import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from hospes.actions import Action
    from hospes.app import App, Outcome
    from hospes.store.backup import Backup
    from hospes.store.backup_places import Made
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

log = logging.getLogger(__name__)

OLD_AFTER_DAYS = 7
"""A last backup older than this is shown in ochre with a triangle."""


KNOWN_PLACES = 8
"""So many places that were used before are remembered, to be offered when they are plugged in again."""


class BackupState(NamedTuple):
    """What is said of the last backup, and whether it is a warning."""

    words: str
    old: bool


def trouble(desk: Desk) -> bool:
    """Whether the last backup of the open file did not work."""
    return desk.app is not None and desk.settings.backup_failed == str(desk.app.path)


def state_of(desk: Desk, last: Backup | None, today: date) -> BackupState:
    """How old the last backup is, in words."""
    if trouble(desk):
        return BackupState(desk.text("The last backup did not work"), old=True)
    if last is None:
        return BackupState(desk.text("No backup yet"), old=True)
    days = (today - last.manifest.day).days
    if days <= 0:
        return BackupState(desk.text("Backed up today"), old=False)
    words = desk.ntext("Last backup {n} day ago", "Last backup {n} days ago", days)
    return BackupState(words, days > OLD_AFTER_DAYS)


def state(desk: Desk) -> BackupState | None:
    """How old the last backup of the open file is; None if it cannot be known or none is open."""
    from hospes.store import backup, backup_places

    if desk.app is None:
        return None
    try:
        owner = backup.file_id(desk.app.path)
    except UserError:
        return None
    last = backup_places.last(owner, desk.settings.backup_places)
    return state_of(desk, last, backup_places.moment()[1])


def back_up(app: App, places: Sequence[str], work: Work | None = None) -> Made:
    """Back up an open file before something that may go wrong; runs in any thread.

    Raises:
        UserError: no backup could be made; what it was for must not begin then.
        Stopped: somebody pressed Stop.
    """
    return app.back_up(places, work.tell if work is not None else None)


def after_backup(desk: Desk, action: Callable[[], Action]) -> Callable[[Work], Outcome]:
    """What a worker does to bring something large in: a backup first, and without one nothing."""
    app, places = desk.file, desk.settings.backup_places

    def job(work: Work) -> Outcome:
        work.tell(0, 0)
        back_up(app, places, work)
        work.tell(0, 0)
        return app.run(action())

    return job


def is_due(app: App, places: Sequence[str]) -> bool:
    """Whether closing this file is a reason for a backup: something was done since the last one.

    Told by the number of acts in the journal, never by the clock. The example is made anew whenever it is
    wanted, so it is never due.
    """
    from hospes.queries.figures import acts
    from hospes.queries.settings import setting
    from hospes.store import backup, backup_places

    with contextlib.suppress(UserError):
        if app.read_only or app.read(setting, "file.frozen_day"):
            return False
        last = backup_places.last(backup.file_id(app.path), places)
        return last is None or last.manifest.counts.get("step") != app.read(acts)
    log.info("not known whether a backup is due")
    return False


class BackingUp(QObject):
    """Backs up the open file of a window when somebody asks, and at closing."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._there: frozenset[str] | None = None
        self._known: frozenset[str] = frozenset()
        self._stick = ""

    def now(self) -> None:
        """Back up in the worker and say so."""
        self._make(self._desk.settings.backup_places)

    def _make(self, places: Sequence[str]) -> None:
        desk = self._desk
        app = desk.app
        if app is None:
            return

        def job(work: Work) -> Made:
            return back_up(app, places, work)

        desk.tasks.run(job, title=desk.text("Backing up"), done=self._done, failed=self._failed)

    def _done(self, made: Made) -> None:
        desk = self._desk
        self.note(made)
        if made.missing:
            desk.say(missing_words(desk, made.missing[0]), kind="warn", answers=[self._other_place()])
            return
        answers = []
        if not second_place(desk):
            answers.append(Answer(desk.text("Also onto a stick…"), self._choose_stick, name="backup.stick"))
        desk.say(desk.text("Backed up and checked."), answers=answers)

    def note(self, made: Made) -> None:
        """A backup worked."""
        desk = self._desk
        if desk.settings.backup_failed:
            desk.prefer(backup_failed="")
        log.info("backed up, %d places missing", len(made.missing))
        desk.bus.backedUp.emit()

    def note_failure(self, path: Path) -> None:
        """A backup did not work: the foot of the rail says so until one does."""
        self._desk.prefer(backup_failed=str(path))
        self._desk.bus.backedUp.emit()

    def _failed(self, error: UserError) -> None:
        desk = self._desk
        if desk.app is not None:
            self.note_failure(desk.app.path)
        desk.say(error, kind="err", answers=[self._other_place()])

    def _other_place(self) -> Answer:
        return Answer(self._desk.text("Choose another place"), self._choose, name="backup.otherPlace")

    def _choose(self) -> None:
        self._desk.go("settings", section="backup")

    # -- sticks ------------------------------------------------------------------------------------

    def _choose_stick(self) -> None:
        title = self._desk.text("Choose a folder…")
        name = QFileDialog.getExistingDirectory(None, title, str(paths.documents_folder()))
        if name:
            take_place(self._desk, 1, name)
            self.now()

    def look_for_sticks(self) -> None:
        """Offer a backup when a place that was used before has just been plugged in."""
        desk = self._desk
        known = frozenset(desk.settings.known_places)
        there = frozenset(place for place in known if os.path.isdir(place))
        come = (there - (there if self._there is None else self._there)) & self._known
        self._there, self._known = there, known  # one chosen just now is no news to whoever chose it
        if not come or desk.app is None or desk.app.read_only:
            return
        self._stick = min(come)
        desk.say(
            desk.text("“{name}” is plugged in.", name=Path(self._stick).name or self._stick),
            kind="info",
            answers=[Answer(desk.text("Back up onto it"), self._onto_stick, main=True, name="backup.onto")],
        )

    def _onto_stick(self) -> None:
        places = list(self._desk.settings.backup_places) or [""]
        if self._stick not in places:
            places.append(self._stick)
        self._make(places)

    # -- at closing --------------------------------------------------------------------------------

    def before_closing(self, go: Callable[[], object], stay: Callable[[], object]) -> None:
        """Back up the open file in the worker, then `go`, also after Stop; a failure is said, and `stay`."""
        desk = self._desk
        app, places = desk.file, desk.settings.backup_places

        def job(work: Work) -> Made:
            return back_up(app, places, work)

        def done(made: Made) -> None:
            self.note(made)
            go()

        def failed(error: UserError) -> None:
            stay()
            leave = Answer(desk.text("Close without a backup"), go, name="backup.without")
            self._say_none(error, app.path, leave)

        title = desk.text("Backing up before closing")
        desk.tasks.run(job, title=title, done=done, failed=failed, stopped=go)

    def after_closing(self, path: Path) -> None:
        """Back up a file that was just closed, in the worker; the window goes on."""
        desk = self._desk
        places = desk.settings.backup_places

        def job(work: Work) -> Made:
            from hospes.app import App

            app = App.open(path, read_only=True)
            try:
                return back_up(app, places, work)
            finally:
                app.close()

        def failed(error: UserError) -> None:
            self._say_none(error, path)

        desk.tasks.run(job, title=desk.text("Backing up"), done=self.note, failed=failed)

    def _say_none(self, error: UserError, path: Path, *ways: Answer) -> None:
        desk = self._desk
        self.note_failure(path)
        words = desk.text("There is no backup: {reason}", reason=desk.words(error))
        desk.say(words, kind="err", answers=[self._other_place(), *ways])


def second_place(desk: Desk) -> str:
    """The second place for backups, empty if there is none."""
    places = desk.settings.backup_places
    return places[1] if len(places) > 1 else ""


def take_place(desk: Desk, number: int, place: str) -> None:
    """Set the first or second place for backups, and remember it for when it is plugged in again.

    A place that is given up is forgotten.
    """
    before = [*desk.settings.backup_places, "", ""]
    places = [before[0], before[1]]
    dropped, places[number] = places[number], place
    known = [one for one in desk.settings.known_places if one not in {place, "" if place else dropped}]
    if place:
        known = [place, *known][:KNOWN_PLACES]
    desk.prefer(backup_places=tuple(places) if any(places) else (), known_places=tuple(known))
    desk.bus.backedUp.emit()


def missing_words(desk: Desk, folder: Path) -> str:
    """That a chosen place is not there."""
    return desk.text(
        "The place for backups “{folder}” is not plugged in or has no room.",
        folder=folder.name or str(folder),
    )

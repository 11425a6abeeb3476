# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups from the window: when asked for, at closing, before something large; how old the last is."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from hospes.domain.errors import UserError
from hospes.ui.desk import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from hospes.app import App
    from hospes.store.backup import Backup
    from hospes.store.backup_places import Made
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

log = logging.getLogger(__name__)

OLD_AFTER_DAYS = 7
"""A last backup older than this is shown in ochre with a triangle."""


class BackupState(NamedTuple):
    """What is said of the last backup, and whether it is a warning."""

    words: str
    old: bool


def state_of(desk: Desk, last: Backup | None, today: date) -> BackupState:
    """How old the last backup is, in words."""
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


def back_up(app: App, places: Sequence[str]) -> Made:
    """Back up an open file; runs in any thread.

    Raises:
        UserError: no backup could be made.
    """
    from hospes.queries.figures import figures
    from hospes.store import backup_places

    now, day = backup_places.moment()
    return backup_places.make(app.path, places, now=now, day=day, figures=app.read(figures, app.today))


def back_up_at_closing(app: App, places: Sequence[str]) -> bool:
    """Once a day, and only if something changed since the last one; a refusal keeps nobody from going.

    Returns:
        Whether a backup was made.
    """
    from hospes.queries.overview import overview
    from hospes.queries.settings import setting
    from hospes.store import backup_places

    with contextlib.suppress(UserError):
        if app.read_only or app.read(setting, "file.frozen_day"):
            return False  # the example is made anew whenever it is wanted
        found = app.read(overview, app.today, "en")
        last = backup_places.last(found.file_id, places)
        if last is not None and last.manifest.day == backup_places.moment()[1]:
            return False
        changed = found.last_change
        if last is not None and changed is not None and changed <= last.manifest.made_at:
            return False
        back_up(app, places)
        return True
    log.info("no backup at closing")
    return False


class BackingUp(QObject):
    """Backs up the open file of a window when somebody asks."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def now(self) -> None:
        """Back up in the worker and say so."""
        desk = self._desk
        app = desk.app
        if app is None:
            return
        places = desk.settings.backup_places

        def job(_work: Work) -> Made:
            return back_up(app, places)

        desk.tasks.run(job, title=desk.text("Backing up"), done=self._done, failed=self._failed)

    def _done(self, made: Made) -> None:
        desk = self._desk
        desk.bus.backedUp.emit()
        if made.missing:
            desk.say(missing_words(desk, made.missing[0]), kind="warn", answers=[self._other_place()])
        else:
            desk.say(desk.text("Backed up and checked."))

    def _failed(self, error: UserError) -> None:
        self._desk.say(error, kind="err", answers=[self._other_place()])

    def _other_place(self) -> Answer:
        return Answer(self._desk.text("Choose another place"), self._choose, name="backup.otherPlace")

    def _choose(self) -> None:
        self._desk.go("settings", section="backup")


def missing_words(desk: Desk, folder: Path) -> str:
    """That a chosen place is not there."""
    return desk.text(
        "The place for backups “{folder}” is not plugged in or has no room.",
        folder=folder.name or str(folder),
    )

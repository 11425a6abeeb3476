# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening, making and closing files from the window, and what the window says about the file that is open.

SQLAlchemy is imported here, after the frame was painted (decision 21). A file that cannot be opened
leaves the one that is open untouched; one that somebody else has open can be looked at.
"""

from __future__ import annotations

import contextlib
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hospes import paths
from hospes.domain.errors import Message, UserError
from hospes.ui.backing_up import BackingUp, is_due
from hospes.ui.desk import PASSWORD, Answer
from hospes.ui.locking import Locking
from hospes.ui.looking_inside import LookingInside
from hospes.ui.reading_again import PATIENCE_MS
from hospes.ui.rescue import DAMAGED, Rescue, back_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.actions import Action
    from hospes.app import App, Who
    from hospes.store.journal import Changes
    from hospes.store.password import Changed
    from hospes.store.restore import Restored
    from hospes.ui.main_window import MainWindow
    from hospes.ui.tasks import Work

log = logging.getLogger(__name__)

SUFFIX = "hospes"
WATCH_MS = 4_000
"""How often to look whether the file still lies where it was opened (T2.3: within five seconds)."""

BACKS_UP, LEAVES = "backs up", "leaves"
"""On the way out: the backup at closing is being made; the window closes."""

IN_USE = "file-in-use"
GONE = frozenset({"file-missing", "folder-missing"})
EXAMPLE = "Rosenau – Montclair.hospes"


class Opening(QObject):
    """The file side of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._desk.opening = self
        self._introduced = False
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._still_there)
        window.acts.more["frame.open"] = self.choose
        window.acts.more["frame.example"] = self.example
        self._backing_up = BackingUp(self._desk, self)
        self._rescue = Rescue(window, self)
        self.inside = LookingInside(window, self, self._first_place)
        self.inside.ended = self._in_view_again
        self.locking = Locking(window, self, self)
        self._leaving = ""
        self._ribbon: Callable[[], object] = self.tell_state
        self._desk.bus.languageChanged.connect(self._tell_again)
        window.may_close = self._may_close
        window.closing.connect(self.let_go)

    # -- opening -----------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the person choose a file and open it."""
        desk = self._desk
        recent = desk.settings.recent_files
        folder = str(Path(recent[0]).parent) if recent else str(paths.documents_folder())
        kinds = f"{desk.text('Hospes files')} (*.{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self._window, desk.text("Open…"), folder, kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> bool:
        """Open a file in place of the one that is open; False if it cannot be, which is said."""
        from hospes.app import App

        path = path.absolute()
        if self._desk.app is not None and self._desk.app.path == path:
            self._window.go(self._first_place(), {})
            return True
        try:
            app = App.open(path, self._who(), read_only=read_only, take_over=take_over)
        except UserError as error:
            self._refused(error, path)
            return False
        self._take(app)
        return True

    def create(self, path: Path, action: Action) -> bool:
        """Make a new file by an action and open it.

        Raises:
            UserError: it cannot be made; what was open stays open.
        """
        from hospes.app import App

        self._take(App.create(path, action, self._who()), go=False)
        return True

    def example(self) -> None:
        """Write the example association anew, for today, and open it."""
        self._desk.tasks.run(
            self._write_example,
            title=self._desk.text("Writing the example association"),
            done=self.open,
            failed=self._say_error,
        )

    def _write_example(self, work: Work) -> Path:
        from hospes.example import build
        from hospes.store.clock import utc_now

        path = paths.data_folder() / "example" / EXAMPLE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        build(path, today=utc_now().astimezone().date(), language=self._desk.locale.language)
        work.check()
        return path

    def _refused(self, error: UserError, path: Path) -> None:
        desk = self._desk
        if error.code == IN_USE:
            self._wanted = path
            answers = [Answer(desk.text("Look only"), self._look, name="open.look")]
            if getattr(error, "may_be_over", False):
                over = desk.text("It is no longer open there")
                answers.append(Answer(over, self._take_over, name="open.takeOver"))
            desk.say(error, kind="warn", answers=answers)
            if desk.app is None:
                self._window.go("start", {})
            return
        if error.code == PASSWORD:
            self._window.go("password", {"file": str(path)})
            return
        if error.code in GONE:
            desk.prefer(recent_files=desk.settings.without_recent(path).recent_files)
        if error.code in DAMAGED and path.suffix == f".{SUFFIX}":
            self._rescue.say(error, path)
        else:
            self._say_error(error)
        if desk.app is None:
            self._window.go("start", {})

    def _look(self) -> None:
        self.open(self._wanted, read_only=True)

    def _take_over(self) -> None:
        self.open(self._wanted, take_over=True)

    def _say_error(self, error: UserError) -> None:
        self._desk.say(error, kind="err")

    def _who(self) -> Who:
        """Who works here; the first time this computer and its person get an id (decisions 14 and 17)."""
        from hospes.app import Who

        settings = self._desk.settings
        if not settings.device or not settings.editor:
            self._desk.prefer(device=settings.device or uuid4().hex, editor=settings.editor or uuid4().hex)
        return Who(editor=self._desk.settings.editor, device=self._desk.settings.device)

    # -- the open file -------------------------------------------------------------------------------

    def _take(self, app: App, *, go: bool = True) -> None:
        desk = self._desk
        self.let_go()
        desk.app = app
        app.engine.patience_ms = PATIENCE_MS
        self._introduced = False
        app.on_changed(self._changed)
        desk.prefer(recent_files=desk.settings.with_recent(app.path).recent_files)
        self._window.forget_pages()
        self._window.setWindowTitle(f"{app.path.stem} – Hospes")
        self._window.setWindowFilePath(str(app.path))
        self._in_view_again(app)
        if go and not self.locking.back_to(app.path):
            self._window.go(self._first_place(), {})
        self._look_whether_whole(app)
        self._watch.start()

    def _in_view_again(self, app: App) -> None:
        """The file of today is in view: its acts, and what is special about it."""
        self._window.acts.more["frame.close"] = self.close
        self._window.acts.more["frame.backup"] = self._backing_up.now
        self._window.acts.more["frame.save_copy"] = self._rescue.save_copy
        self.tell_state()
        self._desk.bus.fileChanged.emit()
        self._window.acts.name_steps()
        self._leaving = ""

    def _look_whether_whole(self, app: App) -> None:
        """Let SQLite look through the file in the worker; writing waits until it has passed (decision 20)."""
        desk = self._desk
        desk.may_write = app.read_only

        def look(_work: Work) -> tuple[App, list[str]]:
            return app, app.engine.problems()

        desk.tasks.run(
            look,
            title=desk.text("Looking whether the file is whole"),
            done=self._looked,
            failed=self._say_error,
            stopped=self._allow,
        )

    def _allow(self) -> None:
        self._desk.may_write = True

    def _looked(self, found: tuple[App, list[str]]) -> None:
        app, problems = found
        desk = self._desk
        if desk.app is not app:
            return
        desk.may_write = True
        if not problems:
            if not self._tell_unfinished() and not app.read_only:
                self._rescue.look_beside(app)
            return
        if not app.read_only:
            log.error("%d problems in the file", len(problems))
            self.let_go()
            self.open(app.path, read_only=True)  # looks once more, and then says it
        else:
            self._tell_damage()

    def _tell_damage(self) -> None:
        self._ribbon = self._tell_damage
        self._window.set_ribbon(
            self._desk.text(
                "This file is damaged, so Hospes only shows it. Go back to a backup, or ask for help."
            )
        )

    def _tell_again(self) -> None:
        """The line above the page is in the language of the window, also after it was changed."""
        if self._desk.app is not None and not self.inside.active:
            self._ribbon()

    def _tell_unfinished(self) -> bool:
        """Say what somebody was typing when Hospes ended (design 6.1)."""
        from hospes.ui.pages.unfinished import tell_unfinished

        return tell_unfinished(self._desk)

    def _still_there(self) -> None:
        """Say it at once when the file was moved or deleted under us, not only at the next change."""
        app = self._desk.app
        if app is None:
            self._watch.stop()
            return
        self._backing_up.look_for_sticks()
        try:
            app.engine.make_sure_it_is_there()
        except UserError as error:
            self._watch.stop()
            self._desk.say(error, kind="err", answers=self._desk.ways_out(error))

    def _first_place(self) -> str:
        return next(code for code, place in self._window.places.items() if place.on_rail)

    def _changed(self, changes: Changes) -> None:
        self._desk.bus.changed.emit(changes)
        if not self._introduced:
            self._introduced = True
            QTimer.singleShot(0, self._introduce)

    def _introduce(self) -> None:
        """Write the name of whoever works here into the file, once, after the first change somebody made."""
        from hospes.actions.settings import NameEditor
        from hospes.queries.history import editor_names

        desk = self._desk
        name = desk.settings.user_name
        if desk.app is None or not name or desk.settings.editor in desk.read(editor_names):
            return
        desk.run(NameEditor(name), failed=self._say_nothing)

    def _say_nothing(self, error: UserError) -> None:
        """A name that could not be written is no reason to bother anybody; the next change tries again."""
        self._introduced = False

    def tell_state(self) -> None:
        """Say above the page what is special about this file: the example, or open for looking only."""
        from hospes.queries.settings import setting

        desk = self._desk
        app = desk.file
        self._ribbon = self.tell_state
        if app.read_only:
            why = app.file.why_read_only or Message(
                "This file is open for looking only. Nothing can be changed."
            )
            keep = partial(desk.act, "frame.save_copy")
            elsewhere = Answer(desk.text("Save a copy elsewhere…"), keep, name="ribbon.elsewhere")
            self._window.set_ribbon(desk.words(why), (elsewhere,) if app.file.why_read_only else ())
        elif app.read(setting, "file.frozen_day"):
            new = partial(desk.go, "start", step="new")
            begin = Answer(desk.text("Start our own association"), new, name="ribbon.begin")
            self._window.set_ribbon(desk.text("This is the example. Try anything."), (begin,))
        else:
            self._window.set_ribbon("")

    def close(self) -> None:
        """Close the file and show the start page."""
        page = self._window.page
        if page is not None:
            page.leave()
        self.let_go()
        self._window.go("start", {})

    def go_back(self, source: Path, document: Path | None = None) -> None:
        """Put a backup in the place of the open file, whose present state is kept; open it again.

        With `document` in the place of that file, which cannot be opened.
        """
        from hospes.queries.figures import figures
        from hospes.store import backup_places
        from hospes.store.restore import restore

        self.inside.end()
        desk = self._desk
        path, counted = document or desk.file.path, dict[str, int]()
        if document is None:
            with contextlib.suppress(
                UserError
            ):  # a damaged file cannot be counted, and is why people go back
                counted = desk.read(figures, desk.file.today)
        self.release()
        places = desk.settings.backup_places

        def job(_work: Work) -> Restored:
            now, day = backup_places.moment()
            return restore(source, path, places=places, now=now, day=day, figures=counted)

        def failed(error: UserError) -> None:
            self.open(path)
            self._say_error(error)

        def done(restored: Restored) -> None:
            self.open(path)
            desk.bus.backedUp.emit()
            desk.say(back_words(desk, restored))

        desk.tasks.run(job, title=desk.text("Going back to the backup"), done=done, failed=failed)

    def change_password(self, password: str) -> None:
        """Give the open file a password, or none if it is empty; it is opened again then."""
        from hospes.store import backup_places, driver
        from hospes.store import password as passwords

        self.inside.end()
        desk = self._desk
        path, places = desk.file.path, desk.settings.backup_places
        had_one, page = driver.is_protected(path), self._window.page
        if page is not None:
            page.leave()
        self.release()

        def job(work: Work) -> Changed:
            now, _ = backup_places.moment()
            return passwords.change(path, password, now=now, places=places, tell=work.tell)

        def failed(error: UserError) -> None:
            self.open(path)
            self._say_error(error)

        def done(changed: Changed) -> None:
            self.open(path)
            desk.go("settings", section="password")
            if changed.failed or changed.missing:
                words = desk.text("Some backups could not be reached, so they stay as they were.")
                desk.say(words, kind="warn")
            elif password:
                set_ = desk.text("The file is protected by the password now.")
                desk.say(desk.text("The file has another password now.") if had_one else set_)
            else:
                desk.say(desk.text("The file has no password any more."))

        title = desk.text("Changing the password")
        desk.tasks.run(job, title=title, done=done, failed=failed, stopped=partial(self.open, path))

    def look_inside(self, source: Path, words: str) -> None:
        """Show what a backup holds in the whole window; today's file waits."""
        self.inside.begin(source, words, self.ask_back)

    def look_beside(self, path: Path) -> None:
        """Show another file of the same association in the whole window, for looking only."""
        words = self._desk.text("You are looking at “{name}”. Nothing can be changed here.", name=path.name)
        self.inside.begin_beside(path, words)

    def back_to_today(self) -> bool:
        """End looking inside a backup, if one does; gives whether one did."""
        if not self.inside.active:
            return False
        self.inside.back_to_today()
        return True

    def ask_back(self, source: Path) -> None:
        """Ask once whether to go back to a backup, in front of everything (design 6.4)."""
        from hospes.store.backup import peek

        desk = self._desk
        try:
            made = desk.locale.moment(peek(source).made_at)
        except UserError as error:
            self._say_error(error)
            return
        desk.ask(
            desk.text("Go back to the backup of {when}?", when=made),
            (
                Answer(desk.text("Go back"), partial(self.go_back, source), main=True, name="backups.yes"),
                Answer(desk.text("Leave it as it is"), _leave_it, name="backups.no"),
            ),
            detail=desk.text("Today's state is kept as a backup first. Undo does not reach behind this."),
            urgent=True,
        )

    def let_go(self) -> None:
        """Close the open file, after stopping what works on it, and back it up if it is time."""
        self.inside.end()
        app = self._desk.app
        if app is None:
            return
        self._desk.tasks.close()
        path, due = app.path, self._leaving != LEAVES and self._due(app)
        self.release()
        if due:
            self._backing_up.after_closing(path)

    def _due(self, app: App) -> bool:
        settings = self._desk.settings
        return settings.backup_at_closing and is_due(app, settings.backup_places)

    def _may_close(self) -> bool:
        """Whether the window may close now; else the file is backed up first, and the window closes then."""
        self.inside.end()
        app = self._desk.app
        if app is None or self._leaving == LEAVES:
            return True
        if self._leaving == BACKS_UP:  # pressed once more: whoever is in such a hurry is let go
            self._leaving = LEAVES
            return True
        system = QGuiApplication.instance()
        saving = isinstance(system, QGuiApplication) and system.isSavingSession()
        if saving or not self._due(app):
            return True
        self._leaving = BACKS_UP
        self._backing_up.before_closing(self._leave, self._stay)
        return self._leaving == LEAVES

    def _stay(self) -> None:
        """The backup at closing did not work: the person decides what then."""
        self._leaving = ""

    def _leave(self) -> None:
        """The backup at closing is made, or given up: close the window now."""
        self._leaving = LEAVES
        QTimer.singleShot(0, self._window.close)

    def release(self) -> None:
        """Close the open file as it is."""
        desk = self._desk
        app = desk.app
        if app is None:
            return
        desk.tasks.close()
        self._watch.stop()
        desk.app = None
        self._window.acts.more.pop("frame.close", None)
        self._window.acts.more.pop("frame.backup", None)
        self._window.acts.more.pop("frame.save_copy", None)
        self._window.forget_pages()
        self._window.set_ribbon("")
        self._window.setWindowTitle("Hospes")
        app.close()
        desk.bus.fileChanged.emit()


def _leave_it() -> None:
    """Nothing happens."""

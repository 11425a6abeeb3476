# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking inside a backup: the whole window shows it, read-only, while today's file waits (design 5.16).

The copy lies in a private folder that goes when one goes back to today, or closes.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hospes.ui.desk import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hospes.app import App
    from hospes.domain.errors import UserError
    from hospes.ui.main_window import MainWindow
    from hospes.ui.tasks import Work


class LookingInside(QObject):
    """Puts the copy inside a backup in the window's place of the open file, and takes it away again."""

    def __init__(self, window: MainWindow, parent: QObject, first_place: Callable[[], str]) -> None:
        super().__init__(parent)
        self._window, self._desk, self._first_place = window, window.desk, first_place
        self._folder = ExitStack()
        self._today: App | None = None
        self.ended: Callable[[App], object] = self._nothing_more
        """Called when today's file is in view again."""

    @property
    def active(self) -> bool:
        """Is it a backup that is in view?"""
        return self._today is not None

    def begin(self, backup: Path, words: str, ask_back: Callable[[Path], object]) -> None:
        """Unpack in the worker, then show it; `words` say which it is, `ask_back` offers to restore it."""
        back = Answer(
            self._desk.text("Go back to this one"), partial(ask_back, backup), name="inside.restore"
        )

        def unpack(stack: ExitStack) -> Path:
            from hospes.store.backup import looking

            return stack.enter_context(looking(backup))

        self._start(unpack, words, back)

    def begin_beside(self, document: Path, words: str) -> None:
        """Show another document, for looking only."""
        self._start(lambda _stack: document, words)

    def _start(self, find: Callable[[ExitStack], Path], words: str, *ways: Answer) -> None:
        desk = self._desk
        present = desk.file

        def job(_work: Work) -> tuple[App, ExitStack]:
            from hospes.app import App

            with ExitStack() as stack:
                app = App.open(find(stack), present.who, read_only=True, today=present.frozen_day)
                return app, stack.pop_all()

        def show(found: tuple[App, ExitStack]) -> None:
            app, self._folder = found
            self._show(app, words, ways)

        def failed(error: UserError) -> None:
            desk.say(error, kind="err")

        desk.tasks.run(job, title=desk.text("Looking inside"), done=show, failed=failed)

    def _show(self, app: App, words: str, ways: tuple[Answer, ...]) -> None:
        desk, window = self._desk, self._window
        self._today, desk.app = desk.app, app
        window.forget_pages()
        window.message.close_line()  # what it says and offers is about the other file
        window.acts.more.pop("frame.backup", None)
        window.setWindowTitle(f"{words} – Hospes")
        window.acts.more.pop("frame.save_copy", None)
        back = Answer(desk.text("Back to today's file"), self.back_to_today, name="inside.today")
        window.set_ribbon(words, (*ways, back))
        desk.bus.fileChanged.emit()
        window.acts.name_steps()
        window.go(self._first_place(), {})

    def back_to_today(self) -> None:
        """Close the backup, and show the list of backups over today's file."""
        if self.end():
            self._desk.go("backups")

    def end(self) -> bool:
        """Close the backup; today's file is the open one again. False if none was in view."""
        today, inside = self._today, self._desk.app
        if today is None or inside is None:
            return False
        self._desk.tasks.close()
        self._today = None
        self._window.forget_pages()
        self._window.message.close_line()
        self._desk.app = today
        inside.close()
        self._folder.close()
        self._window.setWindowTitle(f"{today.path.stem} – Hospes")
        self.ended(today)
        return True

    def _nothing_more(self, _today: App) -> None:
        """Nobody wants to know."""

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the frame itself can do, by name: undo, back, search, help, panes, the clipboard, opening files.

Commands ask for these names (`frame.back`) as they ask for acts of the page in view (`find`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hospes.domain.errors import UserError
from hospes.ui.steps import place_of_changes, words_of_step

if TYPE_CHECKING:
    from hospes.ui.main_window import MainWindow

Act = Callable[[], object]


class FrameActs(QObject):
    """The acts of a `MainWindow`. The opening of files is added from outside (`more`)."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.more: dict[str, Act] = {}

    def find(self, name: str) -> Act | None:
        """The act of that name, if it can be carried out now."""
        if not name.startswith("frame."):
            page = self._window.page
            return page.acts().get(name) if page is not None else None
        return self.more.get(name) or self._own().get(name)

    def _own(self) -> dict[str, Act]:
        window, acts = self._window, dict[str, Act]()
        acts["frame.search"] = window.search.begin
        acts["frame.help"] = self.show_help
        acts["frame.first_steps"] = partial(self.show_help_page, "first-steps")
        acts["frame.quit"] = window.close
        acts["frame.pane"] = partial(self.next_pane, 1)
        acts["frame.pane_back"] = partial(self.next_pane, -1)
        acts["frame.new_choice"] = window.top.press_new
        if window.can_step(-1):
            acts["frame.back"] = partial(window.step, -1)
        if window.can_step(1):
            acts["frame.forward"] = partial(window.step, 1)
        focus, app = QApplication.focusWidget(), self._desk.app
        writable = app is not None and not app.read_only
        if writable or _typing_changed(focus, "undo"):
            acts["frame.undo"] = self.undo
        if writable or _typing_changed(focus, "redo"):
            acts["frame.redo"] = self.redo
        for name in ("cut", "copy", "paste"):
            call = getattr(focus, name, None)
            if callable(call):
                acts[f"frame.{name}"] = call
        return acts

    # -- undo and redo -------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back typing in the field that has the keyboard, else the last step."""
        self._turn_round("undo")

    def redo(self) -> None:
        """Bring back what was taken back."""
        self._turn_round("redo")

    def _turn_round(self, which: str) -> None:
        desk, window = self._desk, self._window
        focus = QApplication.focusWidget()
        if _typing_changed(focus, which):
            getattr(focus, which)()
            return
        page = window.page
        if page is not None:
            page.leave()
        app = desk.app
        if app is None or app.read_only:
            return
        try:
            info = app.undo_step() if which == "undo" else app.redo_step()
            before = words_of_step(desk, info) if info is not None else ""
            outcome = app.undo() if which == "undo" else app.redo()
        except UserError as error:
            desk.say(error, kind="warn")
            return
        if outcome is None or info is None:
            desk.say(
                desk.text("There is nothing to undo.")
                if which == "undo"
                else desk.text("There is nothing to redo.")
            )
            return
        step = words_of_step(desk, info)  # what was made is gone now, what was deleted was gone before
        if desk.text("an entry that is no longer there") in step:
            step = before
        said = (
            desk.text("Undone: {step}", step=step)
            if which == "undo"
            else desk.text("Done again: {step}", step=step)
        )
        desk.say(said, kind="info")
        window.mark_soon(frozenset(row_id for _, row_id in outcome.changes.touched) | outcome.changes.ids)
        tab = str(page.where().get("tab") or "") if page is not None else ""
        place = place_of_changes(outcome.changes, window.place, window.places.keys(), tab)
        if place is not None:
            window.go(*place)

    def name_steps(self) -> None:
        """Name in menu and top bar what undo and redo would touch."""
        desk, window = self._desk, self._window
        app = desk.app
        undo = app.undo_step() if app is not None and not app.read_only else None
        redo = app.redo_step() if app is not None and not app.read_only else None
        undo_words = desk.text("Undo: {step}", step=words_of_step(desk, undo)) if undo is not None else ""
        redo_words = desk.text("Redo: {step}", step=words_of_step(desk, redo)) if redo is not None else ""
        window.top.set_steps(undo_words, redo_words)
        window.menus.name("edit.undo", undo_words or desk.text("Undo"))
        window.menus.name("edit.redo", redo_words or desk.text("Redo"))

    # -- help and panes --------------------------------------------------------------------------------

    def show_help(self) -> None:
        """Open the handbook at the page for what is in view."""
        window = self._window
        page = window.page
        name = (page.help_page() if page is not None else "") or window.place or "index"
        self.show_help_page(name)

    def show_help_page(self, name: str) -> None:
        """Open one page of the handbook."""
        self._window.help.show_page(name)
        self._window.fit_page()

    def close_help(self) -> None:
        """Close the handbook and give the keyboard back to the page."""
        self._window.help.hide()
        self._window.fit_page()
        page = self._window.page
        if page is not None:
            (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self, by: int) -> None:
        """F6: rail, the panes of the page, help, message line, and round again."""
        window = self._window
        panes: list[QWidget] = [] if window.rail.isHidden() else [window.rail]
        if window.page is not None:
            panes.extend(pane for pane in window.page.panes() if pane.isVisible())
        panes.extend(pane for pane in (window.help, window.message) if pane.isVisible())
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus is not None and _within(focus, pane)), -1)
        if focus is None and by > 0 and panes[0] is window.rail:
            here = 0  # nobody has the keyboard yet: it goes into the page, not to where one came from
        start = here + by if here >= 0 else 0
        for offset in range(len(panes)):
            if _enter(panes[(start + by * offset) % len(panes)], window):
                return


def _within(widget: QWidget, pane: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)


def _enter(pane: QWidget, window: MainWindow) -> bool:
    """Give the keyboard to a pane, or to the first thing in it that takes it."""
    if pane is window.rail:
        window.rail.focus_place()
        return True
    if pane is window.message:
        window.message.enter()
        return True
    candidates = [pane, *pane.findChildren(QWidget)]
    for widget in candidates:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _typing_changed(widget: QWidget | None, which: str) -> bool:
    """Whether the field with the keyboard has typing to undo or redo of its own."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if which == "undo" else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        document = widget.document()
        return document.isUndoAvailable() if which == "undo" else document.isRedoAvailable()
    return False

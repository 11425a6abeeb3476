# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu bar, made of the commands and the places; native on a Mac."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from hospes.ui.commands import COMMANDS, MENUS, Command
from hospes.ui.widgets.buttons import literal
from hospes.ui.widgets.letters import letters_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu

    from hospes.ui.desk import Desk
    from hospes.ui.pages import Place


class Menus(QObject):
    """All menus and the actions behind them; what cannot be used now is grey while a menu is open."""

    def __init__(self, desk: Desk, places: Sequence[Place], window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._commands = {
            command.code: command
            for command in COMMANDS
            if not command.place or any(place.code == command.place for place in places)
        }
        bar = window.menuBar()
        bar.clear()
        titles = letters_for(desk.text(label) for _, label in MENUS)
        for (code, _), title in zip(MENUS, titles, strict=True):
            menu = bar.addMenu(title)
            menu.setObjectName(f"menu.{code}")
            menu.aboutToShow.connect(self.refresh)
            menu.aboutToHide.connect(self.enable_all)
            self.menus[code] = menu
        for number, place in enumerate(p for p in places if p.on_rail):
            self._add_place(place, first=number == 0)
        for command in self._commands.values():
            self._add(command)
        self.menus["tools"].menuAction().setVisible(bool(self.menus["tools"].actions()))
        self._give_letters()

    def _give_letters(self) -> None:
        """Within each menu a letter of its own for every item."""
        for menu in self.menus.values():
            items = [action for action in menu.actions() if not action.isSeparator()]
            plain = [action.text().replace("&&", "&") for action in items]
            for action, words in zip(items, letters_for(plain), strict=True):
                action.setText(words)

    def _add_place(self, place: Place, *, first: bool) -> None:
        menu = self.menus["go"]
        action = QAction(literal(self._desk.text(place.label)), self)
        action.setObjectName(f"command.go.{place.code}")
        if place.key:
            action.setShortcut(QKeySequence(place.key))
        action.triggered.connect(partial(self._desk.go, place.code))
        menu.addAction(action)
        self._window.addAction(action)
        self.actions[f"go.{place.code}"] = action

    def _add(self, command: Command) -> None:
        desk = self._desk
        action = QAction(literal(desk.text(command.label)), self)
        action.setObjectName(f"command.{command.code}")
        keys = [QKeySequence(key) for key in (command.key, *command.also) if key]
        if keys:
            action.setShortcuts(keys)
        if command.ticked is not None:
            action.setCheckable(True)
        if command.code == "file.quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif command.code == "help.about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        action.triggered.connect(partial(self.do, command.code))
        self.actions[command.code] = action
        # A key works even while its menu was never opened, so the window has the action too.
        self._window.addAction(action)
        if command.menu:
            menu = self.menus[command.menu]
            if command.line and menu.actions():
                menu.addSeparator()
            menu.addAction(action)

    def do(self, code: str, *_: object) -> None:
        """Carry out a command, if it can be used now."""
        command = self._commands.get(code)
        if command is not None and (command.can is None or command.can(self._desk)):
            command.call(self._desk)

    def commands(self) -> list[Command]:
        """The commands there are in this window."""
        return list(self._commands.values())

    def refresh(self) -> None:
        """Set what can be used and what is ticked. Between two openings of a menu every key stays alive."""
        for code, command in self._commands.items():
            action = self.actions[code]
            if (
                command.icon and action.icon().isNull()
            ):  # drawn when first seen: 30 icons cost 25 ms of the start
                action.setIcon(self._desk.theme.icon(command.icon))
            if command.ticked is not None:
                action.setChecked(command.ticked(self._desk))
            action.setEnabled(command.can is None or command.can(self._desk))

    def enable_all(self) -> None:
        """Let every key through again; `do` asks at the moment it is pressed."""
        for action in self.actions.values():
            action.setEnabled(True)

    def name(self, code: str, words: str) -> None:
        """Change a command's words, such as "Undo Place Claire Dubois"."""
        self.actions[code].setText(literal(words))

    def let_go(self) -> None:
        """Take everything out of the window again, before the menus are built in another language."""
        for action in self.actions.values():
            self._window.removeAction(action)
        self._window.menuBar().clear()
        self.deleteLater()

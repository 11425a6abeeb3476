# SPDX-License-Identifier: GPL-3.0-or-later
"""The button that puts a text to use again into what is being written (S32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from hospes.domain.text_blocks import TextUse
from hospes.queries.text_blocks import text_rows
from hospes.ui.widgets.buttons import Button, literal
from hospes.ui.widgets.fields import LongText

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries.text_blocks import TextRow
    from hospes.ui.desk import Desk


class InsertText(Button):
    """Pressed, it lists the texts in the language that is written; the chosen one goes in at the cursor.

    Of several fields it is the one somebody wrote in last; at first it is the first one.
    """

    def __init__(self, desk: Desk, within: QWidget, language: Callable[[], str], name: str) -> None:
        """Take the widget whose long texts are written, and what tells their language."""
        super().__init__(
            desk.theme, desk.text("Insert a text"), "quiet", icon="sticky-note", name=name, call=self._open
        )
        self._desk, self._within, self._language = desk, within, language
        self._last: LongText | None = None
        self.menu_ = QMenu(self)
        self.menu_.triggered.connect(self._chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, LongText) and self._within.isAncestorOf(new):
            self._last = new

    def fill(self) -> None:
        """Put the texts into the menu."""
        desk, menu = self._desk, self.menu_
        menu.clear()
        language = self._language().replace("_", "-").partition("-")[0]
        fitting = [one for one in desk.read(text_rows, desk.locale) if one.language == language]
        for use in TextUse:
            some = [one for one in fitting if one.use is use]
            if some:
                menu.addSection(desk.locale.label(use))
            for one in some:
                menu.addAction(self._act(one))
        if not fitting:
            spoken = desk.locale.language_name(language)
            none = QAction(
                literal(desk.text("There is no text in this language yet: {language}", language=spoken)), menu
            )
            none.setEnabled(False)
            menu.addAction(none)
        menu.addSeparator()
        more = QAction(literal(desk.text("Texts to use again")), menu)
        more.setObjectName("insertText.more")
        menu.addAction(more)

    def _act(self, one: TextRow) -> QAction:
        act = QAction(literal(one.title), self.menu_)
        act.setObjectName(f"insertText.{one.id.hex}")
        act.setData(one.text)
        return act

    def _open(self) -> None:
        self.fill()
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _chosen(self, act: QAction) -> None:
        text = act.data()
        if not isinstance(text, str):
            self._desk.go("textBlocks")
            return
        editor = self._editor()
        if editor is None:
            return
        editor.insertPlainText(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _editor(self) -> LongText | None:
        last = self._last
        if last is not None and isValid(last) and self._within.isAncestorOf(last):  # forms are built anew
            return last
        return next((one for one in self._within.findChildren(LongText) if one.isVisible()), None)

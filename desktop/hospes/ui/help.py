# SPDX-License-Identifier: GPL-3.0-or-later
"""F1: the handbook's page for what is in view, in a pane at the right (design 7, decision 44).

The handbook is one Markdown file per page and language under `resources/help`; a page that is missing in the
reader's language is shown in English. Links lead from page to page and never out to the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from hospes import paths
from hospes.ui.widgets.boxes import NO_LIMIT, row
from hospes.ui.widgets.buttons import icon_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

FALLBACK = "en"
WIDTH = 400


def help_text(language: str, page: str) -> str:
    """The handbook's page in a language, else in English, else empty. `page` is a plain name."""
    if not page.replace("-", "").isalnum():
        return ""
    folder = paths.resources() / "help"
    for code in (language, language.partition("-")[0], FALLBACK):
        try:
            return (folder / code / f"{page}.md").read_text("utf-8")
        except OSError:
            continue
    return ""


class HelpPane(QFrame):
    """The open page of the handbook."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.setObjectName("help")
        self.setProperty("k", "pane")
        self.setAccessibleName(desk.text("Help"))
        self.set_cover(False)
        self.page = ""
        self.browser = QTextBrowser()
        self.browser.setObjectName("help.text")
        self.browser.setAccessibleName(desk.text("Help"))
        self.browser.setOpenLinks(False)
        self.browser.setOpenExternalLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.document().setDocumentMargin(theme.u(4))
        self.browser.document().setDefaultFont(theme.font())
        close = icon_button(theme, desk.text("Close the help"), "x", name="help.close", call=self.closed.emit)
        head = row(theme, Label(theme, desk.text("Help"), "section"), None, close, margins=(18, 8, 10, 0))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.u(14), 0, theme.u(8), theme.u(8))
        inner.addWidget(self.browser)
        box.addLayout(inner, 1)
        self.hide()

    def set_cover(self, cover: bool) -> None:
        """Cover the page where there is little room, else stand beside it."""
        width = self._desk.theme.u(WIDTH)
        self.setMinimumWidth(width)
        self.setMaximumWidth(NO_LIMIT if cover else width)

    def show_page(self, page: str) -> None:
        """Open a page of the handbook; one that is not written yet says so."""
        self.page = page
        text = help_text(self._desk.locale.code, page) or help_text(self._desk.locale.code, "index")
        self.browser.setMarkdown(text or self._desk.text("There is no help for this page yet."))
        self._set_type()
        self.show()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_type(self) -> None:
        """Serif heads, and room between paragraphs: Markdown comes without either."""
        theme = self._desk.theme
        block = self.browser.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            space = QTextBlockFormat()
            space.setBottomMargin(theme.u(8))
            space.setTopMargin(theme.u(10) if level > 1 else 0)
            cursor.mergeBlockFormat(space)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                face = QTextCharFormat()
                face.setFont(theme.font("name" if level == 1 else "section"))
                cursor.mergeCharFormat(face)
            block = block.next()

    def _follow(self, link: QUrl) -> None:
        if link.isRelative():
            self.show_page(link.path().removesuffix(".md"))

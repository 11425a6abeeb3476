# SPDX-License-Identifier: GPL-3.0-or-later
"""The first column of the print centre: every paper by its group, those used last on top, and a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from hospes.papers import PAPERS
from hospes.papers.base import PaperGroup
from hospes.ui.widgets.boxes import Box, clear, column, holder, scrolled
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.choices import plain_fold
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.papers.making import AnyPaper
    from hospes.ui.desk import Desk

NARROW, BROAD = 232, 282
"""Width of the column in design units: as in the design, and at most for long titles."""


class PaperColumn(Box):
    """Chooses a paper."""

    picked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "sunk", gap=8, margins=(10, 12, 8, 12), name="print.paperColumn")
        self.desk = desk
        self._chosen = ""
        self._buttons: list[Button] = []
        self.search = TextField(theme, example=desk.text("Find a paper"), name="print.search")
        self.search.setAccessibleName(desk.text("Find a paper"))
        self.search.textChanged.connect(self._refill)
        self._papers = column(theme, gap=1)
        inner = holder(column(theme, self._papers, None, gap=0), "print.papers")
        inner.setAccessibleName(desk.text("What to print"))
        self.box.addWidget(Label(theme, desk.text("1  What to print"), "section"))
        self.box.addWidget(self.search)
        self._inner, self._area = inner, scrolled(inner)
        self.box.addWidget(self._area, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._bring_into_view)
        self.setFixedWidth(theme.u(NARROW))

    def find_paper(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def choose(self, code: str) -> None:
        """Mark the paper that is set up."""
        self._chosen = code
        for button in self._buttons:
            button.setChecked(button.property("paper") == code)
        self._soon.start()

    def _bring_into_view(self) -> None:
        """The chosen paper may stand far down: a link leads to any of them."""
        button = next((one for one in self._buttons if one.property("paper") == self._chosen), None)
        layout = self._inner.layout()
        if button is not None and layout is not None:
            layout.activate()
            self._area.ensureWidgetVisible(button, 0, self.desk.theme.u(24))

    def fill(self, chosen: str) -> None:
        """List all papers that match the search."""
        self._chosen = chosen
        clear(self._papers)
        self._buttons = []
        wanted = plain_fold(self.search.text())
        used = (
            [] if wanted else [p for code in self.desk.settings.papers_used for p in PAPERS if p.code == code]
        )
        self._group(self.desk.text("Last used"), used)
        found = [p for p in PAPERS if p not in used and wanted in plain_fold(self.desk.text(p.title))]
        for group in PaperGroup:
            self._group(self.desk.locale.label(group), [paper for paper in found if paper.group is group])
        if not used and not found:
            words = self.desk.text("No paper of that name.")
            self._papers.addWidget(Label(self.desk.theme, words, "m", wrap=True))
        self._take_room()

    def _take_room(self) -> None:
        """Grow for long titles, up to a limit; a search that finds little leaves the width."""
        theme = self.desk.theme
        longest = max((button.sizeHint().width() for button in self._buttons), default=0)
        beside = theme.u(18) + theme.u(22)  # margins and the scroll bar
        self.setFixedWidth(max(self.width(), min(longest + beside, theme.u(BROAD))))
        for button in self._buttons:
            self._shorten(button, self.width() - beside)

    def _shorten(self, button: Button, room: int) -> None:
        """A title that is longer than the column ends in …, or the list would lie askew."""
        title, measure = button.text(), button.fontMetrics()
        padding = button.sizeHint().width() - measure.horizontalAdvance(title)
        shown = measure.elidedText(title, Qt.TextElideMode.ElideRight, max(1, room - padding))
        if shown != title:
            button.setAccessibleName(title)
            button.setToolTip(plain_tip(title))
            button.setText(shown)

    def _refill(self) -> None:
        self.fill(self._chosen)

    def _group(self, words: str, papers: Sequence[AnyPaper]) -> None:
        if not papers:
            return
        theme = self.desk.theme
        head = Label(theme, words, "label")
        head.setContentsMargins(theme.u(10), theme.u(6), 0, theme.u(2))
        self._papers.addWidget(head)
        for paper in papers:
            button = Button(theme, self.desk.text(paper.title), "item", name=f"print.paper.{paper.code}")
            button.setCheckable(True)
            button.setToolTip(plain_tip(self.desk.text(paper.about)))
            button.setAccessibleDescription(self.desk.text(paper.about))
            button.setProperty("paper", paper.code)
            button.setChecked(paper.code == self._chosen)
            button.clicked.connect(self._pressed)
            self._buttons.append(button)
            self._papers.addWidget(button)

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.picked.emit(str(sender.property("paper")))

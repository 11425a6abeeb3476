# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of bringing in a list: what came in, and a list of what was left out, to keep or to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.papers.base import Table
from hospes.transfer.directory_told import notes as link_notes
from hospes.transfer.plan import Fate
from hospes.ui.pages.saving import ask_path, save_table
from hospes.ui.widgets.boxes import card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from hospes.actions.bring_in import Brought
    from hospes.transfer.bringing import Checked
    from hospes.ui.desk import Desk


class DoneStep(QWidget):
    """Numbers in words, and the list of what was left out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._checked: Checked | None = None
        self._box = column(desk.theme, gap=10)
        self.setLayout(column(desk.theme, scrolled(holder(column(desk.theme, self._box, None)))))

    def show_result(self, checked: Checked, brought: Brought) -> None:
        """Say what happened."""
        self._checked = checked
        clear(self._box)
        desk, theme = self.desk, self.desk.theme
        known = checked.plan.count(Fate.KNOWN)
        left = len(checked.understood.rejected)
        skipped = len(checked.plan.rows) - brought.new - brought.updated - known
        lines = [
            StateWord(theme, desk.ntext("{n} person is new.", "{n} people are new.", brought.new), "ok"),
            StateWord(
                theme,
                desk.ntext("{n} person was completed.", "{n} people were completed.", brought.updated),
                "ok",
            ),
            StateWord(
                theme,
                desk.ntext("{n} person was known already.", "{n} people were known already.", known),
                "muted",
            ),
        ]
        self._end(lines, skipped, left)

    def show_links(self, checked: Checked, new: int) -> None:
        """Say what came in of a list of links, and what it said twice."""
        self._checked = checked
        clear(self._box)
        desk, theme = self.desk, self.desk.theme
        known, updated = checked.plan.count(Fate.KNOWN), checked.count() - checked.plan.count(Fate.NEW)
        lines = [
            StateWord(theme, desk.ntext("{n} link is new.", "{n} links are new.", new), "ok"),
            StateWord(
                theme, desk.ntext("{n} link was completed.", "{n} links were completed.", updated), "ok"
            ),
            StateWord(
                theme,
                desk.ntext("{n} link was known already.", "{n} links were known already.", known),
                "muted",
            ),
            *(StateWord(theme, words, "muted") for words in link_notes(checked, desk.locale)),
        ]
        skipped = len(checked.plan.rows) - checked.count() - known
        self._end(lines, skipped, len(checked.understood.rejected))

    def show_entries(self, checked: Checked, new: int) -> None:
        """Say what came in of a list for one of the books."""
        self._checked = checked
        clear(self._box)
        desk, theme, known = self.desk, self.desk.theme, checked.plan.count(Fate.KNOWN)
        lines = [
            StateWord(theme, desk.ntext("{n} entry is new.", "{n} entries are new.", new), "ok"),
            StateWord(
                theme,
                desk.ntext("{n} entry was known already.", "{n} entries were known already.", known),
                "muted",
            ),
        ]
        for remark in checked.understood.remarks:
            if remark.row:
                reason = desk.locale.message(remark.reason)
                words = desk.text(
                    "Row {row}, {column} “{value}”: {reason}",
                    row=str(remark.row), column=remark.column or "–", value=remark.value[:60], reason=reason,
                )  # fmt: skip
                lines.append(StateWord(theme, words, "warn", wrap=True))
        self._end(lines, len(checked.plan.rows) - new - known, len(checked.understood.rejected))

    def _end(self, lines: list[StateWord], skipped: int, left: int) -> None:
        """What was left out, in numbers and as a list to keep."""
        desk, theme = self.desk, self.desk.theme
        if skipped > 0:
            words = desk.ntext("{n} doubtful row was left out.", "{n} doubtful rows were left out.", skipped)
            lines.append(StateWord(theme, words, "warn"))
        if left:
            words = desk.ntext("{n} row could not be used.", "{n} rows could not be used.", left)
            lines.append(StateWord(theme, words, "warn"))
        parts: list[QWidget] = [Label(theme, desk.text("What came in"), "section"), *lines]
        if left:
            save = plain_button(
                theme,
                desk.text("Save the list of what was left out"),
                self._save,
                icon="file-down",
                name="import.saveLeft",
            )
            parts.append(holder(row(theme, save, None)))
        self._box.addWidget(card(theme, *parts, gap=8))

    def _save(self) -> None:
        assert self._checked is not None
        desk, locale = self.desk, self.desk.locale
        heads = (
            desk.text("Row"),
            desk.text("Column"),
            desk.text("What stands there"),
            desk.text("Why"),
            desk.text("What to do"),
        )
        rows = [
            (str(r.row), r.column, r.value, locale.message(r.reason), locale.message(r.remedy))
            for r in self._checked.understood.rejected
        ]
        path = ask_path(desk, self, desk.text("Left out"), "xlsx", "Excel")
        if path is not None:
            save_table(desk, path, Table(desk.text("Left out"), heads, rows))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Papers: how far this computer's printer is off on label sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

FARTHEST_MM = 10.0


class PapersSection(Box):
    """The nudge, kept for this computer because it belongs to its printer (decision 14)."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        self.desk = desk
        self._right = self._field(desk, desk.text("Millimetres to the right"), "settings.nudgeRight")
        self._down = self._field(desk, desk.text("Millimetres down"), "settings.nudgeDown")
        super().__init__(
            theme,
            "card",
            Label(theme, desk.text("Label sheets"), "section"),
            Label(
                theme,
                desk.text(
                    "If labels, cards or badges are printed a little beside their place, say here how far "
                    "they must move. Minus is to the left and up. It is kept for this computer’s printer."
                ),
                "m",
                wrap=True,
            ),
            row(theme, self._right, self._down, None, gap=16),
            gap=12,
        )
        self._right.saved.connect(self._move_right)
        self._down.saved.connect(self._move_down)
        self.reload()

    def reload(self) -> None:
        """Show what is kept."""
        settings = self.desk.settings
        self._right.set_value(self.desk.locale.number(settings.nudge_right_mm))
        self._down.set_value(self.desk.locale.number(settings.nudge_down_mm))

    def _field(self, desk: Desk, words: str, name: str) -> Field:
        field = Field(desk.theme, words, TextField(desk.theme), check=self._check, name=name)
        field.setMaximumWidth(desk.theme.u(220))
        return field

    def _read(self, typed: str) -> float | None:
        try:
            value = round(float(typed.strip().replace(",", ".").replace("−", "-") or "0"), 2)
        except ValueError:
            return None
        return value if abs(value) <= FARTHEST_MM else None

    def _check(self, typed: str) -> Verdict:
        if self._read(typed) is None:
            return Verdict("bad", self.desk.text("A number of millimetres from −10 to 10."))
        return Verdict()

    def _move_right(self, typed: str) -> None:
        self.desk.prefer(nudge_right_mm=self._read(typed) or 0.0)

    def _move_down(self, typed: str) -> None:
        self.desk.prefer(nudge_down_mm=self._read(typed) or 0.0)

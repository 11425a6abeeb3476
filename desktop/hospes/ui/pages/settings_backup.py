# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Backup: the last one, where they go, and whether closing makes one (design 5.15)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from hospes import paths
from hospes.ui.backing_up import state, take_place
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.buttons import main_button, plain_button, quiet_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


class BackupSection(Box):
    """State, two places, and a tick."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        self.desk = desk
        self._state = Label(theme, "", "label", name="settings.backupState")
        self._now = main_button(
            theme, desk.text("Back up now"), self._back_up, icon="shield-check", name="settings.backUp"
        )
        self._back = plain_button(
            theme, desk.text("Go back to a backup…"), self._go_back, name="settings.goBack"
        )
        self._places = [self._place(number) for number in (0, 1)]
        closing = Tick(
            theme, desk.text("Back up when closing a file that was changed"), name="settings.backupAtClosing"
        )
        closing.setChecked(desk.settings.backup_at_closing)
        closing.toggled.connect(self._closing)
        words = desk.text(
            "Hospes keeps all backups of the last two days, then one a day for two weeks, one a week for two "
            "months and one a month for two years."
        )
        super().__init__(
            theme,
            "card",
            Label(theme, desk.text("Backup"), "section"),
            self._state,
            row(theme, self._now, self._back, None, gap=10),
            *(box for box, *_ in self._places),
            closing,
            Label(theme, words, "m", wrap=True),
            gap=14,
        )
        desk.bus.backedUp.connect(self.reload)
        self.reload()

    def _place(self, number: int) -> tuple[QWidget, Label, Label, QWidget]:
        theme, desk = self.desk.theme, self.desk
        title = desk.text("First place") if number == 0 else desk.text("Second place, a stick for instance")
        where = Label(theme, "", "body", wrap=True, name=f"settings.backupPlace{number + 1}")
        gone = Label(theme, "", "m", wrap=True, name=f"settings.backupGone{number + 1}")
        choose = plain_button(
            theme,
            desk.text("Choose a folder…"),
            partial(self._choose, number),
            name=f"settings.backupChoose{number + 1}",
        )
        usual = desk.text("Use the usual place") if number == 0 else desk.text("No second place")
        drop = quiet_button(
            theme, usual, partial(self._take, number, ""), name=f"settings.backupDrop{number + 1}"
        )
        box = holder(
            column(
                theme, Label(theme, title, "label"), where, gone, row(theme, choose, drop, None, gap=8), gap=6
            )
        )
        return box, where, gone, drop

    def reload(self) -> None:
        """Say again how old the last backup is and where they go."""
        desk = self.desk
        found = state(desk)
        self._state.setText(found.words if found else "")
        self._state.setVisible(found is not None)
        for button in (self._now, self._back):
            button.setEnabled(desk.app is not None)
        for number, (_, where, gone, drop) in enumerate(self._places):
            place = self._chosen(number)
            usual = (
                desk.text("The usual folder of this computer")
                if number == 0
                else desk.text("There is no second place.")
            )
            where.setText(place or usual)
            drop.setVisible(bool(place))
            missing = bool(place) and not Path(place).is_dir()
            gone.setText(
                desk.text(
                    "“{name}” is not plugged in. Backups are made all the same, without it.",
                    name=Path(place).name or place,
                )
                if missing
                else ""
            )
            gone.setVisible(missing)

    def _chosen(self, number: int) -> str:
        places = self.desk.settings.backup_places
        return places[number] if number < len(places) else ""

    def _choose(self, number: int) -> None:
        start = self._chosen(number) or str(paths.documents_folder())
        name = QFileDialog.getExistingDirectory(self, self.desk.text("Choose a folder…"), start)
        if name:
            self._take(number, name)

    def _take(self, number: int, place: str) -> None:
        take_place(self.desk, number, place)
        self.reload()

    def _closing(self, on: bool) -> None:
        self.desk.prefer(backup_at_closing=on)

    def _back_up(self) -> None:
        self.desk.act("frame.backup")

    def _go_back(self) -> None:
        self.desk.go("backups")

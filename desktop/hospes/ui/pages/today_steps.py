# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "First steps" in a young file: five ticks, gone when done or hidden (design 5.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hospes.i18n.marks import N_
from hospes.ui.widgets.boxes import Box, clear, column, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

HIDDEN = "today.steps_hidden"
STEPS = (
    ("members", N_("Members are written in"), N_("Add members"), "members"),
    ("partner", N_("A partner town is named"), "", ""),
    ("letters", N_("Name and bank for letters and lists"), N_("Fill them in"), "settings"),
    ("printed", N_("A first list is printed or saved"), N_("Print a list"), "print"),
    ("contact", N_("A contact in the partner town"), N_("Add a contact"), "contacts"),
)

ENOUGH = 100
"""Who has so many members is not at the first steps any more."""


class FirstSteps(Box):
    """What a new association does first."""

    hidden = Signal()

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=8, name="today.steps")
        self.desk = desk
        away = link_button(theme, desk.text("Hide this"), self._hide, name="today.stepsHide")
        self.box.addLayout(row(theme, Label(theme, desk.text("First steps"), "section"), None, away))
        self._rows = column(theme, gap=6)
        self.box.addLayout(self._rows)

    def wanted(self, members: int) -> bool:
        """Whether the card shall be there; fills it if so."""
        if members >= ENOUGH:
            return False
        from hospes.queries.association import association, towns
        from hospes.queries.overview import overview
        from hospes.queries.settings import setting

        desk = self.desk
        if desk.read(setting, HIDDEN):
            return False
        own = desk.read(association)
        partners = [town for town in desk.read(towns, desk.locale.language) if not town.is_home]
        done = {
            "members": members > 0,
            "partner": bool(partners),
            "letters": bool(own.iban or own.register_no),
            "printed": bool(desk.settings.papers_used),
            "contact": desk.read(overview, desk.file.today, desk.locale.language).contacts > 0,
        }
        self._fill(done)
        return not all(done.values())

    def _fill(self, done: dict[str, bool]) -> None:
        clear(self._rows)
        theme, desk = self.desk.theme, self.desk
        for code, words, cure, place in STEPS:
            ticked = done[code]
            icon = picture(theme.pixmap("check" if ticked else "circle-dot", "ok" if ticked else "muted", 20))
            label = Label(theme, desk.text(words), "m" if ticked else "body", wrap=True)
            label.setAccessibleName(
                f"{desk.text(words)}: {desk.text('done') if ticked else desk.text('to do')}"
            )
            line = row(theme, icon, label, gap=10)
            line.setStretch(1, 1)
            if cure and not ticked:
                button = plain_button(theme, desk.text(cure), name=f"today.step.{code}")
                button.setProperty("place", place)
                button.clicked.connect(self._go)
                line.addWidget(button)
            self._rows.addLayout(line)

    def _go(self) -> None:
        place = str(self.sender().property("place"))
        where = (
            {"section": "association"} if place == "settings" else {"new": True} if place != "print" else {}
        )
        self.desk.go(place, **where)

    def _hide(self) -> None:
        from hospes.actions.settings import ChangeSetting

        self.desk.run(ChangeSetting(HIDDEN, True))
        self.hidden.emit()

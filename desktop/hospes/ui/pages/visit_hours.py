# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of volunteer hours on a visit: how much time people gave for it, and the way to the form (S16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.volunteering import say_minutes
from hospes.queries.volunteering import hours_at
from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.ui.desk import Desk


class HoursCard(Box):
    """The sum, and [Write hours] with the visit and its days filled in."""

    def __init__(self, desk: Desk, visit: UUID) -> None:
        theme = desk.theme
        super().__init__(
            theme, "card", Label(theme, desk.text("Volunteer hours"), "section"), gap=8, name="visit.hours"
        )
        minutes, people = desk.read(hours_at, visit)
        words = (
            desk.ntext(
                "{n} person gave {hours}", "{n} people gave {hours}", people,
                hours=say_minutes(minutes, desk.locale),
            )
            if people
            else desk.text("None are written down yet.")
        )  # fmt: skip

        def go() -> None:
            desk.go("hours", new=True, visit=visit.hex)

        add = link_button(theme, desk.text("Write hours"), go, icon="clock", name="visit.hours.write")
        told = Label(theme, words, "m", wrap=True, name="visit.hours.sum")
        line = row(theme, told, add, gap=12)
        line.setStretch(0, 1)
        self.box.addLayout(line)

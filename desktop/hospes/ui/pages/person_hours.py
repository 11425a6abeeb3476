# SPDX-License-Identifier: GPL-3.0-or-later
"""The card on a person's page with the hours they gave, by year (S16)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hospes.domain.volunteering import say_minutes
from hospes.queries.volunteering import sums_of
from hospes.ui.widgets.boxes import Box, holder, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.ui.desk import Desk

YEARS = 3


def hours_card(desk: Desk, person: UUID) -> Box | None:
    """The last years in which somebody gave time, each with its confirmation; None if there is none."""
    sums = desk.read(sums_of, person)
    if not sums:
        return None
    theme, locale = desk.theme, desk.locale
    lines = []
    for year, minutes in sums[:YEARS]:
        words = desk.text("{year}: {hours}", year=str(year), hours=say_minutes(minutes, locale))
        confirm = link_button(
            theme, desk.text("Confirmation"), partial(_confirm, desk, person, year), icon="printer",
            name=f"person.hours.{year}",
        )  # fmt: skip
        confirm.setAccessibleName(desk.text("Print the confirmation for {year}", year=str(year)))
        lines.append(holder(row(theme, Label(theme, words), None, confirm)))
    head = Label(theme, desk.text("Volunteer hours"), "section")
    return Box(theme, "card", head, *lines, gap=6, name="person.hours")


def _confirm(desk: Desk, person: UUID, year: int) -> None:
    desk.go("print", paper="volunteer-confirmation", people=[person.hex], options={"year": str(year)})

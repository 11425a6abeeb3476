# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters somebody got, on their page; each leads to the letter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hospes.queries.letters import letters_of
from hospes.ui.widgets.boxes import card, column, holder, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

SHOWN = 20


def letters_part(desk: Desk, person_id: UUID) -> QWidget | None:
    """A card of what somebody got, the newest first; None where it was nothing."""
    found = desk.read(letters_of, person_id)[:SHOWN]
    if not found:
        return None
    theme = desk.theme
    box = column(theme, Label(theme, desk.text("Letters"), "section"), gap=4)
    for at, one in enumerate(found):
        go = partial(desk.go, "letters", id=one.letter_id.hex)
        when = desk.text("{day}, {how}", day=desk.locale.date(one.on), how=desk.locale.label(one.channel))
        name = link_button(theme, one.name, go, name=f"person.letter.{at}")
        box.addLayout(row(theme, name, Label(theme, when, "m"), None))
    return card(theme, holder(box, "person.letters"))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What was published about a project, on its page (S12, S13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hospes.queries.publications import PublicationRow, published_about
from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.ui.desk import Desk


def published_card(desk: Desk, project: UUID) -> Box | None:
    """Each publication with its day, leading to its entry; None if there is none yet."""
    found = desk.read(published_about, project, desk.locale)
    if not found:
        return None
    theme = desk.theme
    head = Label(theme, desk.text("Publications"), "section")
    card = Box(theme, "card", head, gap=8, name="project.published")
    for one in found:
        title = link_button(
            theme, one.title, partial(_open, desk, one), name=f"project.published.{one.id.hex}"
        )
        day = desk.locale.date(one.on, "list")
        card.box.addLayout(row(theme, title, None, Label(theme, day, "m"), gap=8))
    return card


def _open(desk: Desk, one: PublicationRow) -> None:
    desk.go("publications", id=one.id.hex)

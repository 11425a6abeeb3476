# SPDX-License-Identifier: GPL-3.0-or-later
"""A drop-down of visits and events, for books that say where something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.queries.occasions import occasions
from hospes.ui.widgets.choices import Choice

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


class OccasionChoice(Choice):
    """Its code is `visit:ID`, `event:ID`, or empty for neither."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk

    def read(self, visit: UUID | None = None, event: UUID | None = None) -> None:
        """Offer what there is now, with one of them chosen."""
        desk = self._desk
        offered = [(f"{one.table}:{one.id.hex}", one.title) for one in desk.read(occasions, desk.locale)]
        chosen = (
            f"visit:{visit.hex}" if visit is not None else f"event:{event.hex}" if event is not None else ""
        )
        self.set_options([("", desk.text("No visit or meeting")), *offered], chosen)

    @property
    def visit(self) -> UUID | None:
        """The visit that is chosen, if one is."""
        return self._of("visit")

    @property
    def event_(self) -> UUID | None:
        """The event that is chosen, if one is."""
        return self._of("event")

    def _of(self, table: str) -> UUID | None:
        kind, _, key = self.code().partition(":")
        return UUID(hex=key) if kind == table else None

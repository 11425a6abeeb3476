# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tab of the Money place is. A tab is one file and one line in `TABS` of `ui/pages/money.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.ui.page import Fit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk
    from hospes.ui.page import NewButton


class MoneyTab(QWidget):
    """Base of the tabs; everything here is a sensible nothing, as in `hospes.ui.page.Page`."""

    headingChanged = Signal()
    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.fits = Fit.NORMAL

    def reload(self) -> None:
        """Read everything again."""

    def new_button(self) -> NewButton | None:
        """What is new on this tab."""
        return None

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What menus, keys and search can do here now."""
        return {}

    def show_at(self, **where: object) -> None:
        """Show what `where` names."""

    def where(self) -> dict[str, object]:
        """Where the tab stands now."""
        return {}

    def mark(self, ids: frozenset[UUID]) -> None:
        """Mark rows an undo changed."""

    def leave(self) -> None:
        """Write what is still open in fields."""

    def least(self) -> int:
        """How high the tab is at least in a small window, in units; the page scrolls then."""
        return 400 if self.fits is Fit.NARROW else 0

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        self.fits = fit

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return (self,)

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes."""
        return None

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tab of the visit's workspace is. The workspace (`visit.py`) holds one of each and the tab row.

A tab is built when it is first opened. It reads in `reload`, writes through `desk.run`, and never reaches
into another tab: going there is `desk.go("visit", id=visit_id.hex, tab="hosting", ...)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.ui.page import Fit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk


@dataclass(frozen=True)
class TabMark:
    """The small state mark behind a tab's word: nothing, a count of things to do, or done (design 5.8)."""

    count: int = 0
    done: bool = False
    words: str = ""
    """What the mark means, for tooltip and screen reader: "5 guests have no host"."""


class VisitTab(QWidget):
    """Base of the tabs. Subclasses override what they need; everything here is a sensible nothing."""

    watches: ClassVar[frozenset[str]] = frozenset()
    """Names of the tables whose changes make this tab read again."""

    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)
    """States for `dev.py shots`: arguments of `show_at`."""

    headingChanged = Signal()
    """Emit when `acts()` would answer differently."""

    moved = Signal()
    """Emit when the person went somewhere within the tab that Back should lead back from."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.visit_id: UUID | None = None
        self.fits = Fit.NORMAL

    @property
    def visit(self) -> UUID:
        """The visit that is shown. Raises RuntimeError before one is."""
        if self.visit_id is None:
            raise RuntimeError("no visit is shown")
        return self.visit_id

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        """The state mark behind the tab's word; asked without building the tab, so from a query."""
        return TabMark()

    def show_visit(self, visit_id: UUID) -> None:
        """Another visit is shown from now on; `reload` follows."""
        self.visit_id = visit_id

    def reload(self) -> None:
        """Read everything again and keep selection and scroll position."""

    def show_at(self, **where: object) -> None:
        """Show what `where` names; unknown names and vanished ids are left aside."""

    def where(self) -> dict[str, object]:
        """Where the tab stands now, so that `show_at(**where)` leads back here."""
        return {}

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What menus, keys and search can do here now (see `Page.acts`)."""
        return {}

    def mark(self, ids: frozenset[UUID]) -> None:
        """Mark what an undo changed for three seconds."""

    def leave(self) -> None:
        """Write what is still open in fields."""

    def fit(self, fit: Fit) -> None:
        """There is that much room from now on."""
        self.fits = fit

    def least(self) -> int:
        """How high it is at least in a small window, in pixels of the design; the page scrolls then."""
        return 330

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return (self,)

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the tab opens."""
        return None

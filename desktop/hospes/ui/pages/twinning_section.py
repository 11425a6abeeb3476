# SPDX-License-Identifier: GPL-3.0-or-later
"""What a section of a twinning's page is. The page (`twinning.py`) holds one of each and the row of tabs.

A section is one file and one line in `SECTIONS`. It gets what the page has read, builds its cards in
`build`, writes through `desk.run`, and never reaches into another section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.ui.page import Fit
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.visit_tab import TabMark
from hospes.ui.widgets.boxes import clear, column, holder, limited, row, scrolled
from hospes.ui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.queries.partnerships_page import TwinningPage
    from hospes.ui.desk import Desk

RIGHT = 372
"""Width of the second column where there is room for one."""

WIDEST = 1200


class TwinningSection(QWidget):
    """Base of the sections: cards in one or two columns that scroll."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    """Names of the tables whose changes make this section read again."""

    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)
    """States for `dev.py shots`: arguments of `show_at`."""

    headingChanged = Signal()
    """Emit when `acts()` would answer differently."""

    moved = Signal()
    """Emit when the person went somewhere within the section that Back should lead back from."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.data: TwinningPage | None = None
        self.fits = Fit.NORMAL
        self.remember: dict[str, str] = {}
        """In which language texts were looked at last, by the name of the texts."""
        self._box = column(desk.theme, gap=0)
        inner = holder(column(desk.theme, self._box, None, margins=(0, 12, 4, 10)))
        self.area = scrolled(limited(desk.theme, inner, WIDEST), "twinning.area")
        self.setLayout(column(desk.theme, self.area, gap=0))

    @property
    def bond(self) -> TwinningPage:
        """The twinning that is shown. Raises RuntimeError before one is."""
        if self.data is None:
            raise RuntimeError("no twinning is shown")
        return self.data

    @classmethod
    def section_mark(cls, desk: Desk, data: TwinningPage) -> TabMark:
        """The state mark behind the section's word; asked without building it."""
        return TabMark()

    # -- what subclasses give ------------------------------------------------------------------------

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        """The cards of the left and the right column; with nothing on the right there is one column."""
        raise NotImplementedError

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What menus, keys and search can do here now (see `Page.acts`)."""
        return {}

    def show_at(self, **where: object) -> None:
        """Show what `where` names; unknown names and vanished ids are left aside."""

    def where(self) -> dict[str, object]:
        """Where the section stands now, so that `show_at(**where)` leads back here."""
        return {}

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the section opens."""
        return None

    # -- the frame around it -------------------------------------------------------------------------

    def show_bond(self, data: TwinningPage) -> None:
        """Show a twinning, or what has become of the one that is shown."""
        other = self.data is None or self.data.row.id != data.row.id
        self.data = data
        if other:
            clear(self._box)
            self.area.verticalScrollBar().setValue(0)
        elif self._box.count() and half_typed(self):
            return  # what is being typed comes first; the change that follows reads all of it
        rebuild(self, self._show, self.area)

    def again(self) -> None:
        """Build the cards anew from what was read."""
        rebuild(self, self._show, self.area)

    def _show(self) -> None:
        theme = self.desk.theme
        clear(self._box)
        left, right = self.build()
        if self.fits <= Fit.COMPACT or not right:
            self._box.addLayout(column(theme, *left, *right, gap=14))
            return
        side = holder(column(theme, *right, None, gap=14))
        side.setFixedWidth(theme.u(RIGHT + (60 if self.fits is Fit.WIDE else 0)))
        across = row(theme, holder(column(theme, *left, None, gap=14)), side, gap=18)
        across.setStretch(0, 1)
        self._box.addLayout(across)

    def leave(self) -> None:
        """Write what is still open in fields."""
        for field in self.findChildren(Field):
            field.leave()

    def fit(self, fit: Fit) -> None:
        """There is that much room from now on."""
        changed = fit is not self.fits
        self.fits = fit
        if changed and self.data is not None and self._box.count():
            self.leave()
            self.again()

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return (self,)

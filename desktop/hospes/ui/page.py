# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page is: the part of the window right of the rail. See `desk.py` for how to write one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk
    from hospes.ui.look.sign import Side
    from hospes.ui.look.theme import Theme

T = TypeVar("T")


class Fit(IntEnum):
    """How much room the window gives, by effective size = size / text scale (design 4)."""

    NARROW = 0
    COMPACT = 1
    NORMAL = 2
    WIDE = 3

    @classmethod
    def of(cls, width: int, height: int) -> Fit:
        """The fit of an effective width and height in pixels of the design."""
        if width < 760 or height < 420:
            return cls.NARROW
        if width < 1240:
            return cls.COMPACT
        return cls.NORMAL if width < 1600 else cls.WIDE


def side_margins(theme: Theme, fit: Fit) -> tuple[int, int, int, int]:
    """The margins of a page's content: left, top, right, bottom, in device independent pixels."""
    u = theme.u
    return (u(16), 0, u(14), u(10)) if fit <= Fit.COMPACT else (u(22), 0, u(18), u(13))


def late_class(factory: str, base: type[T]) -> type[T]:
    """The class named by "module:class", imported only now: what is not opened costs nothing.

    Raises TypeError where it is no `base`.
    """
    module, _, name = factory.partition(":")
    found = getattr(import_module(module), name)
    if not (isinstance(found, type) and issubclass(found, base)):
        raise TypeError(factory)
    return found


@dataclass(frozen=True)
class NewButton:
    """The one thing that is new here: the main button of the top bar. It carries out the act `new`."""

    label: str
    icon: str = "plus"
    name: str = "top.new"
    choices: tuple[tuple[str, Callable[[], object]], ...] = ()  # several kinds: a menu


@dataclass(frozen=True)
class Heading:
    """What the top bar shows for a page."""

    title: str
    sub: str = ""
    new: NewButton | None = None
    towns: tuple[tuple[Side | None, str], ...] = ()
    """Towns with their shapes before the line of help; without a side it is an arrow and what it means."""


class Page(QWidget):
    """Base of all pages. Subclasses override what they need; everything here is a sensible nothing."""

    watches: ClassVar[frozenset[str]] = frozenset()
    """Names of the tables whose changes make this page read again; {"*"} for all."""

    needs_file: ClassVar[bool] = True
    """Whether the page can only be built while a file is open."""

    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)
    """The states that `dev.py shots` renders: arguments of `show_at`; `person:NAME` stands for an id."""

    headingChanged = Signal()
    """Emit when `heading()` or `acts()` would answer differently."""

    moved = Signal()
    """Emit when the person went somewhere within the page that Back should lead back from."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fits = Fit.NORMAL

    def heading(self) -> Heading:
        """Title, line of help and main button of the top bar."""
        return Heading("")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What menus, keys and search can do here now: new, find, print, bin, edit, fold and so on."""
        return {}

    def help_page(self) -> str:
        """Name of the handbook's page for F1; empty = the place's own."""
        return ""

    def show_at(self, **where: object) -> None:
        """Show what `where` names: id, tab, filter, scroll. Unknown names and vanished ids are left aside."""

    def where(self) -> dict[str, object]:
        """Where the page stands now, so that `show_at(**where)` leads back here."""
        return {}

    def reload(self) -> None:
        """Read everything again and keep selection, tab and scroll position."""

    def mark(self, ids: frozenset[UUID]) -> None:
        """Mark the rows of these ids for three seconds: an undo changed them (design 6.2)."""

    def leave(self) -> None:
        """Write what is still open in fields; called before anything else is shown."""

    def fit(self, fit: Fit) -> None:
        """There is that much room from now on; called before the page is first seen and on every change."""
        self.fits = fit

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through: list, detail."""
        return (self,)

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes when the page opens; None leaves it at the rail."""
        return None

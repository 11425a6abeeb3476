# SPDX-License-Identifier: GPL-3.0-or-later
"""What the hosting board shows, as plain values: guest cards, host cards with their rows, lines beneath.

The board (`visit_hosting_model`) works them out, the widgets paint them. Nothing here knows Qt or the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from hospes.ui.look.sign import Side

if TYPE_CHECKING:
    from hospes.domain.matching.values import Grade

Tone = Literal["ok", "home", "warn", "err"]
Ink = Literal["text", "muted", "ok", "warn", "err", "home"]


class RowKind(StrEnum):
    """What a line of a host card is."""

    PLACED = "placed"
    BROKEN = "broken"
    FREE = "free"
    FITS = "fits"


class Frame(StrEnum):
    """How a host card is framed: the grade is told by the line too, never by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    BEST = "best"
    OFF = "off"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Line:
    """An icon and words in one ink."""

    text: str
    icon: str = ""
    ink: Ink = "muted"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class GuestView:
    """A card of the left column: a party that needs a home."""

    key: str
    name: str
    initials: str
    side: Side
    lines: tuple[Line, ...]
    says: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A bed of a home: somebody in it, or free."""

    kind: RowKind
    text: str
    says: str
    guest: str = ""
    """Key of the guest in it."""
    nights: str = ""
    """Which nights, where it is not the whole stay."""
    side: Side = Side.PARTNER
    chosen: bool = False
    out: str = ""
    """Words of the ✕ that takes the guest out."""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class LinkView:
    """The cure of what a card complains of."""

    code: Literal["other", "ask"]
    text: str
    guest: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class CardView:
    """A host card."""

    key: str
    name: str
    initials: str
    side: Side
    beds: str
    traits: str
    rows: tuple[RowView, ...]
    foot: tuple[Line, ...]
    says: str
    links: tuple[LinkView, ...] = ()
    frame: Frame = Frame.PLAIN
    shown: bool = False
    """The right column tells about this one."""
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class TermView:
    """A line of "Why this fits"."""

    text: str
    points: str
    icon: str
    ink: Ink
    says: str


@dataclass(frozen=True, slots=True)
class WhyView:
    """The right column."""

    who: tuple[tuple[str, bool], ...]
    """Guests and home, word for word, and whether it is a name."""
    badge: str
    tone: Tone
    icon: str
    terms: tuple[TermView, ...]
    fits: bool

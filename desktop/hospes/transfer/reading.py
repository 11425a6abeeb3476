# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader gets and what it gives: a grid of plain cells, or cards, with everything odd said beside it.

Readers run in a child process (`transfer.child`), so this module knows nothing but plain values: a foreign
file is turned into cells there, and what the cells mean is decided here afterwards.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from hospes.domain.errors import Message, UserError

Cell = str | int | float | bool | date | None
"""One value as the file holds it. A workbook knows numbers and days; a text file knows texts only."""

MAX_BYTES = 64 * 1024 * 1024
MAX_COLUMNS = 200
MAX_ROWS = 200_000
MAX_CELL = 64 * 1024
"""Limits of a list that is brought in (reliability T5.1); beyond them nothing is read at all."""


class Unreadable(UserError):
    """The file cannot be brought in; nothing was changed."""

    code = "source-unreadable"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person said about the file; None means: find out."""

    encoding: str | None = None
    sheet: str | None = None
    today: str = ""
    """Of a calendar: the day from which on repeated entries count; empty: their first one."""


@dataclass(slots=True)
class Head:
    """How the file was understood."""

    form: str
    """`csv`, `workbook`, `vcard`, `json`, or `dump` for everything of another file."""
    encoding: str | None = None
    encodings: tuple[str, ...] = ()
    """Other encodings that are possible, the likeliest first."""
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    schema: int = 0
    """Of a dump: the number of the file's form it was written with."""


@dataclass(frozen=True, slots=True)
class Odd:
    """Something a reader noticed: with a row it could not read, or about the whole file (row 0)."""

    row: int
    code: str
    """Stable; stands beside the text in JSON (decision 37)."""
    message: Message
    value: str = ""
    unread: bool = True
    """The row did not come into the grid."""


@dataclass(slots=True)
class Grid:
    """All cells of a list, each row with its number as a spreadsheet program shows it."""

    head: Head
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    cards: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    """Records with named, nested values, of vCard and JSON files."""
    odds: list[Odd] = field(default_factory=list)


class Output(Protocol):
    """Where a reader puts what it finds, in the order of the file."""

    def head(self, head: Head) -> None:
        """Say how the file was understood, before any row."""

    def row(self, number: int, cells: list[Cell]) -> None:
        """One row of a table."""

    def card(self, number: int, card: dict[str, Any]) -> None:
        """One record with named values."""

    def odd(self, odd: Odd) -> None:
        """Something that needs a sentence."""

    def progress(self, done: float) -> None:
        """The share that is read, 0 to 1."""


class GridOutput:
    """Collects a grid in this process; used in the parent and in tests."""

    def __init__(self) -> None:
        self.grid = Grid(Head("csv"))

    def head(self, head: Head) -> None:
        """Keep the head."""
        self.grid.head = head

    def row(self, number: int, cells: list[Cell]) -> None:
        """Keep a row."""
        self.grid.rows.append((number, cells))

    def card(self, number: int, card: dict[str, Any]) -> None:
        """Keep a card."""
        self.grid.cards.append((number, card))

    def odd(self, odd: Odd) -> None:
        """Keep a remark."""
        self.grid.odds.append(odd)

    def progress(self, done: float) -> None:
        """Nobody waits here."""


def to_plain(cell: Cell) -> object:
    """A cell as JSON can hold it: a day stands in a list of one, so that it is no text."""
    if isinstance(cell, date):
        return [cell.isoformat()]
    return cell


def from_plain(value: object) -> Cell:
    """The way back from `to_plain`."""
    if isinstance(value, list):
        text = str(value[0])
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return value if isinstance(value, str | int | float | bool) else None

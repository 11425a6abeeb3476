# SPDX-License-Identifier: GPL-3.0-or-later
"""A grid with its heading found: which row names the columns, and what stands under each name.

Real lists begin with a title, a date, an empty line; some have no headings at all. The row that names columns
is the one of the first thirty that most looks like it.
"""

from dataclasses import dataclass

from hospes.transfer.headings import exact
from hospes.transfer.reading import Cell, Grid, Head, Odd
from hospes.transfer.text_border import clean

LOOKED_AT = 30
SAMPLES = 3
MOST_SCANNED = 2000


@dataclass(slots=True)
class Table:
    """Columns with names, and rows with the numbers they have in the file."""

    head: Head
    headings: tuple[str, ...]
    heading_row: int
    """Its number in the file; 0 when the list has none."""
    rows: list[tuple[int, list[Cell]]]
    odds: list[Odd]

    def column(self, index: int, most: int = MOST_SCANNED) -> list[Cell]:
        """The filled cells of a column, from the top."""
        found: list[Cell] = []
        for _, cells in self.rows:
            if index < len(cells) and cells[index] not in (None, ""):
                found.append(cells[index])
                if len(found) >= most:
                    break
        return found

    def samples(self, index: int, most: int = SAMPLES) -> tuple[str, ...]:
        """A few different values of a column, to show beside its name (design 5.13)."""
        found: dict[str, None] = {}
        for cell in self.column(index):
            text = as_text(cell).strip()
            if text:
                found[text] = None
            if len(found) >= most:
                break
        return tuple(found)


def as_text(cell: Cell) -> str:
    """A cell as it would be typed."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return str(cell)


def table_of(grid: Grid, heading_row: int | None = None, kind: str = "members") -> Table:
    """Find the headings of a grid, or take the row with the given number (0: there are none)."""
    if grid.cards:
        return _of_cards(grid)
    rows = grid.rows
    at = _heading_index(rows, kind) if heading_row is None else _index_of(rows, heading_row)
    if at is None:
        width = max((len(cells) for _, cells in rows), default=0)
        return Table(grid.head, tuple(f"#{n}" for n in range(1, width + 1)), 0, list(rows), grid.odds)
    number, names = rows[at]
    data = rows[at + 1 :]
    headings = _names(names, data)
    width = len(headings)
    kept: list[tuple[int, list[Cell]]] = []
    odds = list(grid.odds)
    for row_number, cells in data:
        if not any(cell.strip() if isinstance(cell, str) else cell is not None for cell in cells):
            continue
        surplus = [as_text(cell) for cell in cells[width:] if cell not in (None, "")]
        if surplus and grid.head.form == "csv":
            odds.append(_ragged(row_number, len(cells), width, surplus[0]))
            continue
        kept.append((row_number, cells))
    return Table(grid.head, headings, number, kept, odds)


def _ragged(row: int, cells: int, width: int, value: str) -> Odd:
    from hospes.domain.errors import Message

    message = Message(
        "The row has {cells} cells, the list has {columns} columns: "
        "a sign that parts the cells stands inside a text without quotation marks.",
        cells=cells,
        columns=width,
    )
    return Odd(row, "row-ragged", message, value[:200])


def _of_cards(grid: Grid) -> Table:
    names: dict[str, int] = {}
    for _, card in grid.cards:
        for name in card:
            names.setdefault(name, len(names))
    rows: list[tuple[int, list[Cell]]] = []
    for number, card in grid.cards:
        cells: list[Cell] = [None] * len(names)
        for name, value in card.items():
            cells[names[name]] = value
        rows.append((number, cells))
    headings = tuple(clean(name, lines=False)[0] or f"#{at + 1}" for at, name in enumerate(names))
    return Table(grid.head, headings, 0, rows, grid.odds)


def _index_of(rows: list[tuple[int, list[Cell]]], number: int) -> int | None:
    return next((at for at, (each, _) in enumerate(rows) if each == number), None)


def _heading_index(rows: list[tuple[int, list[Cell]]], kind: str) -> int | None:
    best: tuple[float, int | None] = (0.0, None)
    widest = max((_filled(cells) for _, cells in rows[:LOOKED_AT]), default=0)
    for at, (_, cells) in enumerate(rows[:LOOKED_AT]):
        score = _heading_score(cells, widest, kind) - at * 0.001
        if score > best[0]:
            best = (score, at)
    return best[1]


def _filled(cells: list[Cell]) -> int:
    return sum(1 for cell in cells if cell not in (None, ""))


def _heading_score(cells: list[Cell], widest: int, kind: str) -> float:
    """How much a row looks like names of columns: known words weigh most, values of people speak against
    it.
    """
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    filled = _filled(cells)
    if not texts or (filled == 1 and widest > 2):
        return 0.0
    known = sum(1 for text in texts if exact(text, kind))
    values = (filled - len(texts)) + sum(
        1 for text in texts if "@" in text or _digits(text) > 4 or len(text) > 60
    )
    if known == 0 and (values or widest < 2):
        return 0.0
    return known * 3 + (len(texts) - values * 4) / max(1, widest) + (0.5 if known else 0.0)


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _names(cells: list[Cell], rows: list[tuple[int, list[Cell]]]) -> tuple[str, ...]:
    """Headings, each different: a second "Telefon" is "Telefon (2)", an empty one over data has a number."""
    width = len(cells)
    # A column without a heading counts when a good part of the rows has something in it.
    counts: dict[int, int] = {}
    for _, row in rows:
        for at in range(width, len(row)):
            if row[at] not in (None, ""):
                counts[at] = counts.get(at, 0) + 1
    enough = max(2, len(rows) * 0.02)
    width = max([width, *(at + 1 for at, count in counts.items() if count >= enough)])
    names: list[str] = []
    seen: dict[str, int] = {}
    for at in range(width):
        text = clean(as_text(cells[at]), lines=False)[0] if at < len(cells) else ""
        text = text or f"#{at + 1}"
        seen[text] = seen.get(text, 0) + 1
        names.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return tuple(names)

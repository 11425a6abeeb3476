# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets of labels and cards: where each of them lies (domain 6.1). All measures are millimetres.

The table is data: an association adds its own sheets to it as settings, or names one on the command line as
`a4 3x7 63.5x38.1 7.21,15.15 66.04x38.1` (page, grid, label, left and top margin, step).
"""

import re
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from hospes.domain.errors import UserError
from hospes.papers.kit.page import PaperSize

SAFE: Final = 2.0
"""Cutting is off by up to this much (domain 6.1); nothing is printed nearer to a label's edge."""

PRINTER_EDGE: Final = 5.0
"""What ordinary printers leave white at the edge of the sheet."""

_SPEC: Final = re.compile(
    r"(?P<page>a4|letter)\s+(?P<columns>\d+)x(?P<rows>\d+)\s+(?P<width>[\d.]+)x(?P<height>[\d.]+)"
    r"\s+(?P<left>[\d.]+),(?P<top>[\d.]+)\s+(?P<step_x>[\d.]+)x(?P<step_y>[\d.]+)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stock:
    """One kind of sheet."""

    code: str
    name: str
    page: PaperSize
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    step_x: float
    step_y: float

    def __post_init__(self) -> None:
        if self.columns < 1 or self.rows < 1 or min(self.width, self.height) <= 4 * SAFE:
            raise UserError("A label sheet has labels larger than 8 mm.", code="stock-unusable")
        wide, high = PAGE_MM[self.page]
        right = self.left + (self.columns - 1) * self.step_x + self.width
        bottom = self.top + (self.rows - 1) * self.step_y + self.height
        crossing = (self.columns > 1 and self.step_x < self.width) or (
            self.rows > 1 and self.step_y < self.height
        )
        if crossing or right > wide + 1 or bottom > high + 1 or min(self.left, self.top) < 0:
            raise UserError("These labels do not fit on their sheet.", code="stock-unusable")

    @property
    def per_sheet(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows

    def place(self, index: int) -> tuple[float, float]:
        """Left and top edge of the label number `index` (0 is the first), row by row."""
        row, column = divmod(index, self.columns)
        return self.left + column * self.step_x, self.top + row * self.step_y

    @classmethod
    def parse(cls, text: str) -> Self:
        """A sheet given by its measures. Raises UserError."""
        found = _SPEC.match(text.strip())
        if not found:
            raise UserError("“{stock}” is not a label sheet known here.", code="stock-unknown", stock=text)
        numbers: dict[str, Any] = {name: float(found[name]) for name in _MEASURES}
        return cls(
            code=text.strip(),
            name=text.strip(),
            page=_PAGES[found["page"].lower()],
            columns=int(found["columns"]),
            rows=int(found["rows"]),
            **numbers,
        )

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """A sheet from its row in the settings. Raises UserError if the row is not one."""
        try:
            return cls(**{**row, "page": _PAGES[row["page"]]})
        except (KeyError, TypeError, ValueError) as error:
            raise UserError("A label sheet in the settings cannot be read.", code="stock-unusable") from error

    def as_row(self) -> dict[str, Any]:
        """The sheet as a row for the settings."""
        return {**asdict(self), "page": self.page.value}


_MEASURES: Final = ("width", "height", "left", "top", "step_x", "step_y")

_PAGES: Final = {size.value: size for size in PaperSize}

PAGE_MM: Final = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4)}

STOCKS: Final = (
    Stock("l7160", "Avery L7160, J8160", PaperSize.A4, 3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1),
    Stock("l7163", "Avery L7163, J8163", PaperSize.A4, 2, 7, 99.06, 38.1, 4.67, 15.15, 101.6, 38.1),
    Stock("l7159", "Avery L7159, J8159", PaperSize.A4, 3, 8, 63.5, 33.9, 7.21, 12.9, 66.04, 33.9),
    Stock("3475", "Avery Zweckform 3475", PaperSize.A4, 3, 8, 70.0, 36.0, 0.0, 4.5, 70.0, 36.0),
    Stock("5160", "Avery 5160", PaperSize.LETTER, 3, 10, 66.7, 25.4, 4.76, 12.7, 69.85, 25.4),
)
"""Address labels."""

CARDS: Final = Stock("cards", "85.6 × 54 mm", PaperSize.A4, 2, 5, 85.6, 54.0, 19.4, 13.5, 85.6, 54.0)
"""Cards of the size of a bank card, to be cut."""

CARDS_LETTER: Final = Stock(
    "cards-letter", "85.6 × 54 mm", PaperSize.LETTER, 2, 5, 85.6, 54.0, 22.35, 4.7, 85.6, 54.0
)


def stock(code: str, own: tuple[Stock, ...] = ()) -> Stock:
    """A sheet of the table or of the association's own, or one given by its measures. Raises UserError."""
    for known in (*own, *STOCKS):
        if known.code == code.strip().lower():
            return known
    return Stock.parse(code)

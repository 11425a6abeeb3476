# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart as plain data: what it shows in words, its numbers, and where its bars stand in a unit square.

Window and paper draw from here, each with its own pen, and the table beneath has the very same numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hospes.i18n.locale import Locale


class ChartKind(StrEnum):
    """How the numbers are drawn."""

    COLUMNS = "columns"
    """Upright, one beside the other for each series."""
    STACKED = "stacked"
    """Upright, the series one on top of the other: their sum means something."""
    BARS = "bars"
    """Lying, for words that are long."""
    GRID = "grid"
    """A number in each field: what held when."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers; None where there is none to tell."""

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    """The numbers as the language writes them."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in one language."""

    code: str
    kind: ChartKind
    title: str
    says: str
    """What it shows, in a sentence."""
    over: str
    """What the categories are: years, ages."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    result: str = ""
    """What it comes to, in a sentence; empty where it has nothing to say."""

    @property
    def empty(self) -> bool:
        """Is there no number but nought?"""
        return not any(value for one in self.series for value in one.values)

    @property
    def peak(self) -> float:
        """The highest number drawn, sums where series stand on each other."""
        if self.kind is ChartKind.STACKED:
            return max((total or 0 for total in self.totals), default=0)
        return max((value or 0 for one in self.series for value in one.values), default=0)

    @property
    def totals(self) -> tuple[float, ...]:
        """The sum of each category."""
        return tuple(sum(one.values[at] or 0 for one in self.series) for at in range(len(self.categories)))

    def rows(self) -> list[tuple[str, ...]]:
        """The table: a row for each category."""
        return [(name, *(one.texts[at] for one in self.series)) for at, name in enumerate(self.categories)]

    def spoken(self, locale: Locale) -> str:
        """All numbers as text, for those who hear the window."""
        parts = []
        for row in self.rows():
            told = [
                locale.text("{series} {number}", series=one.name, number=text)
                if len(self.series) > 1
                else text
                for one, text in zip(self.series, row[1:], strict=True)
            ]
            parts.append(locale.text("{category}: {numbers}", category=row[0], numbers=", ".join(told)))
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar: its place along the categories and its reach, all from 0 to 1."""

    at: float
    width: float
    low: float
    high: float
    series: int
    category: int
    text: str


GAP = 0.26
"""The part of a category's room that stays free."""


def marks(chart: Chart) -> list[Mark]:
    """Where the bars of a chart stand, lying or upright."""
    peak = chart.peak
    if not peak or not chart.categories:
        return []
    room = 1 / len(chart.categories)
    stacked = chart.kind is ChartKind.STACKED
    width = room * (1 - GAP) / (1 if stacked else max(len(chart.series), 1))
    found: list[Mark] = []
    for category in range(len(chart.categories)):
        low = 0.0
        for number, one in enumerate(chart.series):
            value = one.values[category]
            if value is None or value < 0 or (stacked and not value):
                continue
            at = category * room + room * GAP / 2 + (0 if stacked else number * width)
            high = low + value / peak
            found.append(Mark(at, width, low, high, number, category, one.texts[category]))
            low = high if stacked else 0.0
    return found


def counted(name: str, values: Sequence[int | None], locale: Locale) -> Series:
    """A series of whole numbers."""
    texts = tuple("–" if value is None else locale.number(value) for value in values)
    return Series(name, tuple(values), texts)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Small values used everywhere: money, days known only roughly, spans of days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_ROUGH = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~?)\Z")


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in minor units (cents) of an ISO currency (decision 2: never a float)."""

    minor: int
    currency: str = "EUR"

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added")

    def decimal_text(self) -> str:
        """The amount as plain text with two places, `-12.50`; for JSON and spreadsheets."""
        sign = "-" if self.minor < 0 else ""
        return f"{sign}{abs(self.minor) // 100}.{abs(self.minor) % 100:02d}"


@dataclass(frozen=True, slots=True)
class RoughDate:
    """A day that may be known only by its year or month, or only about (decision 5).

    The stored text (`1952`, `1952-03`, `1952-03-07`, with `~` for about) sorts by time.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the stored form. Raises ValueError on anything else."""
        found = _ROUGH.match(text)
        if not found:
            raise ValueError(f"not a rough date: {text!r}")
        year, month, day, about = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, bool(about))

    @classmethod
    def of(cls, day: date) -> Self:
        """An exactly known day."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, if it is wholly known."""
        if self.month is None or self.day is None or self.about:
            return None
        return date(self.year, self.month, self.day)

    @property
    def first(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can be."""
        if self.day is not None and self.month is not None:
            return date(self.year, self.month, self.day)
        if self.month is not None:
            after = date(self.year + self.month // 12, self.month % 12 + 1, 1)
            return after - timedelta(days=1)
        return date(self.year, 12, 31)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text + ("~" if self.about else "")

    def __lt__(self, other: "RoughDate") -> bool:
        return str(self) < str(other)

    def age_on(self, day: date) -> int | None:
        """Full years on a day, by the year alone where no more is known; None when even that is about."""
        if self.about:
            return None
        years = day.year - self.year
        if self.month is None:
            return years
        if (day.month, day.day) < (self.month, self.day or 1):
            years -= 1
        return years


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From a day to a day, both included; either end may be open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Is the day inside?"""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def nights(self) -> tuple[date, ...]:
        """The nights between both days; a night is dated by its evening (decision 8)."""
        if self.first is None or self.last is None:
            return ()
        return tuple(self.first + timedelta(days=i) for i in range((self.last - self.first).days))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a recogniser answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Texts = dict[str, str]
"""The fields of one row, as texts."""


def unchanged(row: Texts) -> Texts:
    """No row needs anything."""
    return row


@dataclass(frozen=True, slots=True)
class Recognised:
    """A list of a known program."""

    source: str
    form: str
    """Which of its forms; for tests and messages."""
    fields: Mapping[int, str | None]
    """What each column is; None leaves it out on purpose. Columns that are not here are unknown."""
    order: str | None = None
    """Order of day, month and year in its days."""
    nothing: frozenset[str] = field(default_factory=frozenset)
    """Values that stand for an empty cell."""
    heading_row: int | None = None
    """The row of headings, where it is not the one that looks most like it."""
    mend: Callable[[Texts], Texts] = unchanged
    """Puts right what this program writes its own way, row by row."""

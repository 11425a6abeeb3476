# SPDX-License-Identifier: GPL-3.0-or-later
"""Sort order of names as each language has it (domain 5.5, decision 24).

Qt's collator carries the tables of all our languages on all systems and needs no display; PyICU has no
wheels and `pyuca` knows no language. This is the only place outside the window that may import Qt, and only
when something is sorted.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from PySide6.QtCore import QCollator


class SortKey(Protocol):
    """Something `sorted` can use; also inside tuples."""

    def __lt__(self, other: Self, /) -> bool: ...


Order = tuple[int, SortKey]
"""What a row of a list is sorted by: a number or a day, then a text."""

KEYS_KEPT = 300_000
"""Keys remembered over all languages: three languages of a hundred thousand names."""


@cache
def _collator(identifier: str) -> QCollator:
    from PySide6.QtCore import QCollator, QLocale, Qt

    collator = QCollator(QLocale(identifier))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    collator.setIgnorePunctuation(False)
    return collator


@lru_cache(maxsize=KEYS_KEPT)
def sort_key(identifier: str, text: str) -> SortKey:
    """A key that compares as the language sorts; `Haus 9` stands before `Haus 10`."""
    return _collator(identifier).sortKey(text)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns as wide as their longest word in the reader's language: a state cut with dots tells nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hospes.ui.look.theme import Theme
    from hospes.ui.rows import Column

EDGES, ICON = 23, 25
"""What stands left and right of a word in a cell, and the room of an icon before it, in design units."""


def for_words(theme: Theme, column: Column[Any], words: Iterable[str], *, icon: bool = True) -> Column[Any]:
    """The column with room for each of these words."""
    lengths = [theme.metrics("semi").horizontalAdvance(word) for word in words]
    if not lengths:
        return column
    longest = max(lengths)
    least = theme.scale.effective(longest) + EDGES + (ICON if icon else 0)
    return replace(column, width=max(column.width, least), least=max(column.least, least))

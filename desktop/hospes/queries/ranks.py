# SPDX-License-Identifier: GPL-3.0-or-later
"""Sorting long lists by the rules of a language.

Comparing two names by collation costs far more than comparing two numbers, and most surnames and first names
occur often. So the different texts are sorted once and everybody is then sorted by the places of their parts.
"""

from collections.abc import Sequence
from typing import TypeVar

from hospes.i18n.locale import Locale

T = TypeVar("T")


def places(texts: set[str], locale: Locale) -> dict[str, int]:
    """The place of each text in the order of a language; texts the language does not tell apart share one."""
    found: dict[str, int] = {}
    last = None
    place = 0
    for key, text in sorted((locale.sort_key(text), text) for text in texts):
        if last is not None and last < key:
            place += 1
        found[text] = place
        last = key
    return found


def by_text(items: Sequence[T], parts: Sequence[tuple[str, ...]], locale: Locale) -> list[T]:
    """The items in the order of their texts, compared part by part; equal ones stay as they come."""
    if not items:
        return []
    columns = []
    for texts in zip(*parts, strict=True):
        place = places(set(texts), locale)
        columns.append([place[text] for text in texts])
    keys = list(zip(*columns, strict=True))
    return [items[at] for at in sorted(range(len(items)), key=keys.__getitem__)]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Sorting long lists by the rules of a language.

Comparing two names by collation costs far more than comparing two numbers, and most surnames and first names
occur often. So the different texts are sorted once and everybody is then sorted by the places of their parts.
"""

from collections.abc import Mapping
from typing import TypeVar

from hospes.i18n.locale import Locale

K = TypeVar("K")


def places(texts: set[str], locale: Locale) -> dict[str, int]:
    """The place of each text in the order of a language; texts the language does not tell apart share one."""
    found: dict[str, int] = {}
    last = None
    place = 0
    for text in sorted(texts, key=lambda one: (locale.sort_key(one), one)):
        key = locale.sort_key(text)
        if last is not None and last < key:
            place += 1
        found[text] = place
        last = key
    return found


def by_text(parts: Mapping[K, tuple[str, ...]], locale: Locale) -> list[K]:
    """The keys in the order of their texts, compared part by part."""
    place = places({text for texts in parts.values() for text in texts}, locale)
    # Where a language sees no difference (case), the letters themselves decide: the same order every time.
    return sorted(parts, key=lambda key: ([place[text] for text in parts[key]], parts[key]))

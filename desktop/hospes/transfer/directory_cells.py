# SPDX-License-Identifier: GPL-3.0-or-later
"""What one cell of a list of links names: several towns, or one town in two languages."""

from functools import lru_cache

from hospes.domain.directory_links import MANY
from hospes.i18n.fold import fold
from hospes.transfer.vocabulary import nothing

_ALIKE = 70.0
_SHORT = 6
"""Shorter names are alike by chance: Lens and Lons are two towns."""
_BETWEEN = " / "


def towns_in(text: str) -> list[str]:
    """The towns of a cell, each as it is written."""
    parts = [text] if in_two_languages(text) else MANY.split(text) if MANY.search(text) else [text]
    return [part for part in (" ".join(one.split()) for one in parts) if part and not nothing(part)]


@lru_cache(maxsize=1 << 12)
def in_two_languages(text: str) -> bool:
    """Does it name one town twice, as bilingual places are written: "Sant Joan / San Juan"?"""
    first, between, second = text.partition(_BETWEEN)
    if not between or _BETWEEN in second or ";" in text or "\n" in text or "|" in text:
        return False
    from rapidfuzz import fuzz

    one, other = fold(first), fold(second)
    before, _, rest = one.partition(" ")
    if rest and other.startswith(f"{before} "):
        # "Saint" and "Bad" say nothing: what follows them tells.
        one, other = rest, other.removeprefix(f"{before} ")
    return min(len(one), len(other)) >= _SHORT and fuzz.ratio(one, other) >= _ALIKE


def first_name(text: str) -> str:
    """The name that stands first, of a town in two languages."""
    return text.partition(_BETWEEN)[0] if in_two_languages(text) else text

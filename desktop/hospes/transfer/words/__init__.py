# SPDX-License-Identifier: GPL-3.0-or-later
"""Words people write at the head of a column and into its cells, one module of plain data a language.

A new language is a module with the same four names and a line here. Everything is compared folded
(`headings.key`), so capitals, accents, blanks and points need no entries of their own. English holds the
headings of product 5, which are always understood.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hospes.transfer.words import de, en, fr, pl

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language."""

    code: str
    headings: Words
    """By field: what may stand over its column."""
    values: Words
    """By meaning (`sex:f`, `yes`, `no`, `nothing`, `title`, `and`, `family`): what may stand in a cell."""


LANGUAGES = tuple(
    Language(code, module.HEADINGS, module.VALUES)
    for code, module in (("en", en), ("de", de), ("fr", fr), ("pl", pl))
)


def values(meaning: str) -> frozenset[str]:
    """All words of a meaning, in every language, as they are written in the data."""
    return frozenset(word for language in LANGUAGES for word in language.values.get(meaning, ()))

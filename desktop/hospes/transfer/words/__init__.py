# SPDX-License-Identifier: GPL-3.0-or-later
"""Words people write at the head of a column and into its cells, one module of plain data a language.

A new language is a module with the same four names and a line here. Everything is compared folded
(`headings.key`), so capitals, accents, blanks and points need no entries of their own. English holds the
headings of product 5, which are always understood.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hospes.transfer.words import de, en, fr, pl

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language."""

    code: str
    headings: Words
    """By field: what may stand over its column."""
    columns: Mapping[str, str]
    """By field: what our exports write over its column; English writes the names of product 5."""
    values: Words
    """By meaning (`sex:f`, `yes`, `no`, `nothing`, `title`, `and`, `family`): what may stand in a cell."""


LANGUAGES = tuple(
    Language(code, module.HEADINGS, module.COLUMNS, module.VALUES)
    for code, module in (("en", en), ("de", de), ("fr", fr), ("pl", pl))
)


@cache
def values(meaning: str) -> frozenset[str]:
    """All words of a meaning, in every language, as they are written in the data."""
    return frozenset(word for language in LANGUAGES for word in language.values.get(meaning, ()))


def _language(code: str) -> Language | None:
    base = code.partition("-")[0]
    return next((language for language in LANGUAGES if language.code == base), None)


def columns_of(code: str) -> Mapping[str, str]:
    """What exports in a language write over columns; empty for English and languages without data."""
    language = _language(code)
    return language.columns if language is not None else {}


def first_word(meaning: str, code: str) -> str:
    """The word exports in a language write for a meaning; nothing where there is none."""
    language = _language(code)
    words = language.values.get(meaning, ()) if language is not None else ()
    return words[0] if words else ""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Words people write at the head of a column and into its cells, one module of plain data a language.

A new language is a module with the same four names and a line here. Everything is compared folded
(`headings.key`), so capitals, accents, blanks and points need no entries of their own. English holds the
headings of product 5, which are always understood.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from hospes.transfer.words import de, en, fr, pl, visits_de, visits_en, visits_fr, visits_pl
from hospes.transfer.words.books import BOOKS
from hospes.transfer.words.directory import DIRECTORY
from hospes.transfer.words.payments import PAYMENTS

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
    visits: Mapping[str, Words]
    """By kind of list (`guests`, `hosts`, `visits`): its headings, before those of people."""
    skipped: tuple[str, ...]
    """Headings of columns that say nothing in such lists: running numbers."""


def _of(code: str, people: ModuleType, visits: ModuleType) -> Language:
    kinds = {
        "guests": visits.GUESTS,
        "hosts": visits.HOSTS,
        "visits": visits.VISITS,
        "payments": PAYMENTS[code],
        "partnerships": DIRECTORY[code],
        **BOOKS[code],
    }
    # English writes the names of the fields themselves.
    written = {
        field: names[0].capitalize()
        for words in (DIRECTORY[code], PAYMENTS[code])
        for field, names in words.items()
        if code != "en"
    }
    return Language(
        code,
        people.HEADINGS,
        {**written, **people.COLUMNS, **visits.COLUMNS},
        {**people.VALUES, **visits.VALUES},
        kinds,
        visits.SKIP,
    )


LANGUAGES = (
    _of("en", en, visits_en),
    _of("de", de, visits_de),
    _of("fr", fr, visits_fr),
    _of("pl", pl, visits_pl),
)


@cache
def values(meaning: str) -> frozenset[str]:
    """All words of a meaning, in every language, as they are written in the data."""
    return frozenset(word for language in LANGUAGES for word in language.values.get(meaning, ()))


@cache
def codes_of(meaning: str) -> tuple[str, ...]:
    """The codes words are known for: those of `diet` are `vegetarian`, `vegan`, ..."""
    start = f"{meaning}:"
    names = (name for language in LANGUAGES for name in language.values)
    return tuple(dict.fromkeys(name.removeprefix(start) for name in names if name.startswith(start)))


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

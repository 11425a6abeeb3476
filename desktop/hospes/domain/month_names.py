# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of months and weekdays as they are typed, in all our languages."""

from functools import cache

from hospes.i18n.days import cldr
from hospes.i18n.fold import fold
from hospes.i18n.languages import data_for, described

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
SHORTEST = 3
"""Letters from which the beginning of a month's name is understood."""


def _names(language: str, which: str) -> dict[str, set[int]]:
    data = cldr(data_for(language).cldr)
    found: dict[str, set[int]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in getattr(data, which)[context][width].items():
                word = fold(name).replace(" ", "")
                if len(word) > 1 and not word.isdecimal():
                    found.setdefault(word, set()).add(number)
    return found


@cache
def _months(language: str) -> dict[str, set[int]]:
    return _names(language, "months")


def month_of(word: str, language: str) -> int | None:
    """The month of a folded word: a name, its short form or its beginning, in the language given, in English,
    or in any of our languages if that leaves no doubt. `month:9` stands for a Roman number.
    """
    if word.startswith("month:"):
        return int(word.removeprefix("month:"))
    for code in (language, "en"):
        found = _in_language(word, code)
        if found:
            return next(iter(found)) if len(found) == 1 else None
    everywhere = {month for code in described() for month in _in_language(word, code)}
    return everywhere.pop() if len(everywhere) == 1 else None


def _in_language(word: str, language: str) -> set[int]:
    names = _months(language)
    if word in names:
        return names[word]
    if len(word) < SHORTEST:
        return set()
    return {month for name, months in names.items() if name.startswith(word) for month in months}


def roman_month(token: str) -> str | None:
    """`IX` as Polish and Hungarian dates have it, marked as a month."""
    if token.isupper() and token.lower() in _ROMAN:
        return f"month:{_ROMAN.index(token.lower()) + 1}"
    return None


@cache
def weekday_words(language: str) -> frozenset[str]:
    """Folded names of weekdays, long and short; nothing that is also a month."""
    months = set(_months(language))
    return frozenset(word for word in _names(language, "days") if word not in months)

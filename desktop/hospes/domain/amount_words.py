# SPDX-License-Identifier: GPL-3.0-or-later
"""Amounts in words, German and French, up to 999 999.99 euros: receipts for the tax office want them.

Own rules instead of a library: the one there is brings a dependency that nobody keeps any more, and two
languages of six digits are two pages.
"""

from typing import Final

LARGEST: Final = 99_999_999
"""In cents."""

_GERMAN: Final = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_GERMAN_TENS: Final = (
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
)  # fmt: skip
_FRENCH: Final = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_FRENCH_TENS: Final = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante")


def amount_words(minor: int, language: str) -> str:
    """An amount of euros in words: `einhundert Euro und fünf Cent`, `cent euros et cinq centimes`.

    Args:
        minor: cents, 0 to `LARGEST`.
        language: `de` or `fr`.

    Raises:
        ValueError: the amount is larger or less than nothing, or the language another one.
    """
    if not 0 <= minor <= LARGEST:
        raise ValueError(minor)
    euros, cents = divmod(minor, 100)
    if language == "de":
        words = f"{_before_a_noun(german(euros))} Euro"
        return f"{words} und {_before_a_noun(german(cents))} Cent" if cents else words
    if language == "fr":
        words = f"{french(euros)} {'euro' if euros < 2 else 'euros'}"
        return f"{words} et {french(cents)} {'centime' if cents == 1 else 'centimes'}" if cents else words
    raise ValueError(language)


def _before_a_noun(words: str) -> str:
    """`eins` alone and at the end becomes `ein` before Euro and Cent."""
    return words[:-1] if words.endswith("eins") else words


def german(number: int) -> str:
    """A whole number below a million as one German word."""
    if number < 20:
        return _GERMAN[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        before = f"{_before_a_noun(_GERMAN[ones])}und" if ones else ""
        return before + _GERMAN_TENS[tens]
    for size, word in ((1000, "tausend"), (100, "hundert")):
        if number >= size:
            many, rest = divmod(number, size)
            return _before_a_noun(german(many)) + word + (german(rest) if rest else "")
    raise AssertionError(number)


def french(number: int, last: bool = True) -> str:
    """A whole number below a million in French; `last` is False where `mille` follows."""
    if number < 20:
        return _FRENCH[number]
    if number < 100:
        return _french_tens(number, last=last)
    if number < 1000:
        many, rest = divmod(number, 100)
        hundreds = "cent" if many == 1 else f"{_FRENCH[many]} cent"
        if rest:
            return f"{hundreds} {french(rest, last)}"
        return f"{hundreds}s" if many > 1 and last else hundreds
    many, rest = divmod(number, 1000)
    thousands = "mille" if many == 1 else f"{french(many, last=False)} mille"
    return f"{thousands} {french(rest)}" if rest else thousands


def _french_tens(number: int, *, last: bool) -> str:
    tens, ones = divmod(number, 10)
    if tens in (7, 9):
        tens, ones = tens - 1, ones + 10
    if tens == 8:
        if not ones:
            return "quatre-vingts" if last else "quatre-vingt"
        return f"quatre-vingt-{_FRENCH[ones]}"
    word = _FRENCH_TENS[tens]
    if not ones:
        return word
    return f"{word} et {_FRENCH[ones]}" if ones in (1, 11) else f"{word}-{_FRENCH[ones]}"

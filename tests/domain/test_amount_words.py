# SPDX-License-Identifier: GPL-3.0-or-later
"""Amounts in words: known ones, and every word read back by a second way of counting."""

import re

import pytest

from hospes.domain.amount_words import LARGEST, amount_words, french, german

KNOWN = [
    (0, "null Euro", "zéro euro"),
    (100, "ein Euro", "un euro"),
    (101, "ein Euro und ein Cent", "un euro et un centime"),
    (2350, "dreiundzwanzig Euro und fünfzig Cent", "vingt-trois euros et cinquante centimes"),
    (7100, "einundsiebzig Euro", "soixante et onze euros"),
    (8000, "achtzig Euro", "quatre-vingts euros"),
    (8100, "einundachtzig Euro", "quatre-vingt-un euros"),
    (9900, "neunundneunzig Euro", "quatre-vingt-dix-neuf euros"),
    (20000, "zweihundert Euro", "deux cents euros"),
    (20100, "zweihundertein Euro", "deux cent un euros"),
    (132250, "eintausenddreihundertzweiundzwanzig Euro und fünfzig Cent",
     "mille trois cent vingt-deux euros et cinquante centimes"),
    (8_000_000, "achtzigtausend Euro", "quatre-vingt mille euros"),
    (20_000_000, "zweihunderttausend Euro", "deux cent mille euros"),
]  # fmt: skip


@pytest.mark.parametrize(("minor", "in_german", "in_french"), KNOWN)
def test_known_amounts(minor, in_german, in_french):
    assert amount_words(minor, "de") == in_german
    assert amount_words(minor, "fr") == in_french


def test_too_much_is_refused():
    assert amount_words(LARGEST, "de").startswith("neunhundertneunundneunzigtausend")
    for minor in (-1, LARGEST + 1):
        with pytest.raises(ValueError, match=str(minor)):
            amount_words(minor, "de")


FRENCH = {
    "zéro": 0, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip


def read_french(words):
    """Adds what it reads: a twenty after a four is eighty, a hundred and a thousand multiply."""
    total = part = 0
    for word in re.split(r"[ -]", words):
        if word in ("vingt", "vingts"):
            part = part - 4 + 80 if part % 100 == 4 else part + 20
        elif word in ("cent", "cents"):
            part = max(part, 1) * 100
        elif word == "mille":
            total, part = total + max(part, 1) * 1000, 0
        elif word != "et":
            part += FRENCH[word]
    return total + part


ONES = {"ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
        "neun": 9}  # fmt: skip
ODD = {"zehn": 10, "elf": 11, "zwölf": 12, "sechzehn": 16, "siebzehn": 17}
TENS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
        "achtzig": 80, "neunzig": 90}  # fmt: skip


def read_german(word):
    """Takes the word apart at its thousand, its hundred and its ten."""
    for size, name in ((1000, "tausend"), (100, "hundert")):
        before, found, after = word.partition(name)
        if found:
            return read_german(before) * size + (read_german(after) if after else 0)
    for name, value in TENS.items():
        if word.endswith(name):
            return value + (ONES[word[: -len(name) - 3]] if word != name else 0)
    if word in ODD or word in ONES:
        return {**ODD, **ONES}[word]
    return ONES[word.removesuffix("zehn")] + 10


def test_every_number_is_read_back():
    numbers = [*range(1, 2200), *range(2200, 1_000_000, 997), 999_999]
    assert [read_german(german(one)) for one in numbers] == numbers
    assert [read_french(french(one)) for one in numbers] == numbers

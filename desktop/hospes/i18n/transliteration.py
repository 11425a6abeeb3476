# SPDX-License-Identifier: GPL-3.0-or-later
"""Cyrillic and Greek in Latin letters, to find people however their names were written down.

Only for searching and comparing: how a name is written in Latin letters is a matter of its owner's
passport and is stored beside the name (domain 5.1), never computed. All output is lower-case ASCII.
"""

import re

_CYRILLIC_RUN = re.compile(r"[\u0400-\u052f]+")
_GREEK_RUN = re.compile(r"[\u0370-\u03ff]+")
_RUSSIAN_ONLY = frozenset("ыэёъ")

_COMMON = dict(zip("абвгґдезіийклмнопрстуф", "abvhgdeziyiklmnoprstuf", strict=True)) | {
    "ь": "",
    "ъ": "",
    "э": "e",
}

_UKRAINIAN = _COMMON | {
    # Resolution 55 of 27 January 2010, as in passports; those of _AT_START differ at a word's start.
    "є": "ie", "ж": "zh", "ї": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ю": "iu", "я": "ia", "ы": "y", "ё": "e", "ў": "u",
}  # fmt: skip
_AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = _COMMON | {
    "г": "g", "и": "i", "й": "y", "ы": "y", "ё": "e", "є": "ye", "ї": "yi", "ж": "zh", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ў": "u",
}  # fmt: skip
_GERMAN = _COMMON | {
    "в": "w", "з": "s", "й": "j", "є": "je", "ї": "ji", "ж": "sch", "х": "ch", "ц": "z",
    "ч": "tsch", "ш": "sch", "щ": "schtsch", "ю": "ju", "я": "ja", "ы": "y", "ё": "jo", "ў": "u",
}  # fmt: skip
_POLISH = _COMMON | {
    "в": "w", "й": "j", "є": "je", "ї": "ji", "ж": "z", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz",
    "щ": "szcz", "ю": "ju", "я": "ja", "ы": "y", "ё": "jo", "ў": "u",
}  # fmt: skip
_FRENCH = _COMMON | {
    "у": "ou", "й": "i", "є": "ie", "ї": "i", "ж": "j", "х": "kh", "ц": "ts", "ч": "tch",
    "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia", "ы": "y", "ё": "io", "ў": "ou",
}  # fmt: skip

_GREEK = dict(
    zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)
) | {"θ": "th", "χ": "ch", "ψ": "ps"}  # fmt: skip
_GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "gk"))


def has_cyrillic(text: str) -> bool:
    """Is there a Cyrillic letter in it?"""
    return _CYRILLIC_RUN.search(text) is not None


def _by_table(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in word)


def _official(word: str) -> str:
    if not _RUSSIAN_ONLY.isdisjoint(word):
        return _by_table(word, _RUSSIAN)
    word = word.replace("зг", "zgh")
    return _AT_START.get(word[0], _UKRAINIAN.get(word[0], word[0])) + _by_table(word[1:], _UKRAINIAN)


def _greek(word: str) -> str:
    for pair, latin in _GREEK_PAIRS:
        word = word.replace(pair, latin)
    return _by_table(word, _GREEK)


def latin(text: str) -> str:
    """Lower-case text (composed, NFC) with Cyrillic as in Ukrainian passports (Russian by its own
    letters) and Greek in Latin letters; accents on Greek vowels must be off already.
    """
    text = _CYRILLIC_RUN.sub(lambda run: _official(run[0]), text)
    return _GREEK_RUN.sub(lambda run: _greek(run[0]), text)


def spellings(word: str) -> tuple[str, ...]:
    """How a Cyrillic word is met in Latin letters: passport, Russian, German, Polish, French."""
    found = [latin(word)]
    found += [_by_table(word, table) for table in (_RUSSIAN, _GERMAN, _POLISH, _FRENCH)]
    return tuple(dict.fromkeys(found))

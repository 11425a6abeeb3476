# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in cells that stand for something: woman or man, yes or no, countries, languages.

Compared folded, in all our languages at once: a German list may well say "France" and a French one "DE".
"""

import re
from functools import cache

from hospes.domain.codes import Gender
from hospes.i18n.locale import Locale
from hospes.transfer.headings import key
from hospes.transfer.words import values
from hospes.transfer.words.countries import COUNTRIES

_READERS = ("en", "de", "fr", "pl")
_LANGUAGE_CODES = (
    "ar", "be", "bg", "br", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa",
    "fi", "fr", "fy", "ga", "gd", "gl", "he", "hr", "hu", "hy", "is", "it", "ja", "ka", "ko", "ku", "la",
    "lb", "lt", "lv", "mk", "mt", "nb", "nds", "nl", "nn", "no", "oc", "pl", "pt", "rm", "ro", "ru", "sk",
    "sl", "sq", "sr", "sv", "ta", "tr", "uk", "vi", "yi", "zh",
)  # fmt: skip
_LEVEL = re.compile(r"(.+?)\s*[:(=]\s*([0-4])\s*\)?\Z")
_OTHER_LEVEL = re.compile(r"(.+?)\s*[:(=]\s*\d+\s*\)?\Z")
"""A level by another scale than ours: the language is known, how well it is spoken is not."""


@cache
def _words(meaning: str) -> frozenset[str]:
    return frozenset(key(word) for word in values(meaning))


@cache
def nothing(text: str) -> bool:
    """Does the cell say that there is nothing to say ("-", "n/a", "k. A.")?"""
    plain = text.strip().casefold()
    return plain in values("nothing") or not plain


@cache
def gender(text: str) -> Gender | None:
    """Woman, man, neither; UNKNOWN where the cell says that it is not known; None where it says something
    else.
    """
    word = key(text)
    for code in (Gender.FEMALE, Gender.MALE, Gender.NEUTRAL, Gender.UNKNOWN):
        if word in _words(f"sex:{code.value}"):
            return code
    return None


@cache
def yes_no(text: str) -> bool | None:
    """Yes or no in any language; None for anything else."""
    word = text.strip().casefold()
    if word in values("yes") or key(text) in _words("yes"):
        return True
    if word in values("no") or key(text) in _words("no"):
        return False
    return None


def is_organisation(text: str) -> bool | None:
    """Does the cell say "organisation" (`j` of JVerein)? None where it says neither that nor "person"."""
    word = key(text)
    if word in _words("organisation"):
        return True
    return False if word in _words("person") or word == "n" else None


@cache
def _countries() -> dict[str, str]:
    from babel.core import Locale as CldrLocale

    found: dict[str, str] = {}
    for reader in ("en", "de", "fr", "pl", "it", "hu", "tr", "uk", "nl", "es", "cs", "pt"):
        for code, name in CldrLocale.parse(reader).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"):
                found.setdefault(key(str(name)), code)
                found.setdefault(key(code), code)
    found.update({key(name): code for code, names in COUNTRIES.items() for name in names})
    return found


@cache
def country(text: str) -> str | None:
    """The ISO code of a country by its name, its sign on cars or its code; None for anything else."""
    plain = text.strip().rstrip(".")
    if (
        len(plain) == 2
        and plain.isalpha()
        and key(plain) in _countries()
        and plain.upper() in set(_countries().values())
    ):
        return plain.upper()
    return _countries().get(key(plain))


@cache
def _languages() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in _LANGUAGE_CODES:
        found[code] = code
        for reader in (*_READERS, code):
            found.setdefault(key(Locale.of(reader).language_name(code)), code)
    return found


@cache
def language(text: str) -> str | None:
    """The code of a language by its name in our languages or its own, or by its code."""
    plain = text.strip()
    short = re.match(r"([A-Za-z]{2})(?:[_-][A-Za-z]{2}.*)?\Z", plain)
    if short and short[1].lower() in _languages():
        return short[1].lower()
    return _languages().get(key(plain))


def language_level(text: str) -> tuple[str | None, str]:
    """`de:4` and `German (native)` are German, native; without a level the language and an empty text."""
    found = _LEVEL.match(text.strip())
    if found:
        return language(found[1]), found[2]
    if other := _OTHER_LEVEL.match(text.strip()):
        return language(other[1]), ""
    plain = language(re.sub(r"\(.*\)", "", text))
    words = [word for word in re.split(r"[\s():=,'’]+", text) if word and word != "d"]
    named = next((at for at, word in enumerate(words) if language(word)), None)
    if named is None:
        return plain, ""
    level = _levels().get(key(" ".join(words[:named] + words[named + 1 :])), "")
    return (plain or (language(words[named]) if level else None)), level


@cache
def _levels() -> dict[str, str]:
    return {key(word): level for level in "1234" for word in values(f"level:{level}")}


@cache
def _coded(meaning: str) -> dict[str, str]:
    from hospes.transfer.words import codes_of

    found: dict[str, str] = {}
    for code in codes_of(meaning):
        found[key(code)] = code
    for code in codes_of(meaning):
        for word in values(f"{meaning}:{code}"):
            found.setdefault(key(word), code)
    return found


def code_of(meaning: str, text: str, *, inside: bool = False) -> str | None:
    """The code a cell stands for (`diet`, `animal`, `bed`, ...); empty where it says "nothing special".

    `inside`: also where a known word stands among others ("severe nut allergy"); the longest one counts.
    """
    known = _coded(meaning)
    plain = key(text)
    if plain in known or not inside:
        return known.get(plain)
    words = [key(word) for word in re.split(r"[^\w]+", text) if word]
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = "".join(words[start : start + length])
            if len(part) >= 3 and known.get(part):
                return known[part]
    return None

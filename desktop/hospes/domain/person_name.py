# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a name and its letters, below what puts names together (`names`) and takes them apart
(`name_parts`).
"""

import unicodedata
from dataclasses import dataclass

from hospes.domain.codes import Gender, NameOrder

SURNAME_FIRST_COUNTRIES = frozenset({"HU", "JP", "KR", "CN", "VN"})
TURKIC_COUNTRIES = frozenset({"TR", "AZ"})
_FIRST_AFTER_LATIN = "\u0250"
_APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name, each as its owner writes it; all may be empty."""

    title_prefix: str = ""
    given: str = ""
    given2: str = ""
    """Further first name, or the patronymic."""
    nickname: str = ""
    surname_prefix: str = ""
    """`von der`, `de la`: in small letters before the surname."""
    surname: str = ""
    surname2: str = ""
    birth_surname: str = ""
    suffix: str = ""
    name_order: NameOrder = NameOrder.GIVEN_FIRST
    script_name: str = ""
    """The whole name in its own script, if that is not Latin."""
    latin_name: str = ""
    """The whole name as in the passport; for readers of Latin letters if the parts are in another script."""
    gender: Gender = Gender.UNKNOWN
    sort_key: str = ""
    country: str = ""
    """ISO code of the country whose customs apply; empty: those of the association's."""

    def __bool__(self) -> bool:
        return bool(self.given or self.surname or self.nickname or self.script_name or self.latin_name)


def join(*parts: str) -> str:
    """Words with one blank between them, none after an apostrophe (`d'Artagnan`) and none for empty ones."""
    text = ""
    for part in parts:
        if not part:
            continue
        text += part if not text or text.endswith(_APOSTROPHES) else f" {part}"
    return text


def upper(text: str, country: str = "") -> str:
    """Capitals by the country's alphabet: Turkish has `İ` for `i` (REQ-5-04)."""
    if country.upper() in TURKIC_COUNTRIES:
        text = text.replace("i", "İ").replace("ı", "I")
    return text.upper()


def lower(text: str, country: str = "") -> str:
    """Small letters by the country's alphabet: Turkish has `ı` for `I`."""
    if country.upper() in TURKIC_COUNTRIES:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def capitalised(text: str, country: str = "") -> str:
    """A name typed all in capitals or all small in its usual form: `DE LA TOUR-NOIRE` is `de la Tour-Noire`.

    Names that mix both are taken as meant and left alone.
    """
    if not (text.isupper() or text.islower()):
        return text
    words = lower(text, country).split(" ")
    return " ".join(word if word in PARTICLES else _capitalised_word(word, country) for word in words)


def _capitalised_word(word: str, country: str) -> str:
    done = []
    start = True
    for letter in word:
        done.append(upper(letter, country) if start else letter)
        start = letter in "-'’"
    text = "".join(done)
    return f"Mc{text[2:3].upper()}{text[3:]}" if text.startswith("Mc") and len(text) > 3 else text


PARTICLES = frozenset({
    "von", "vom", "zu", "zum", "zur", "van", "de", "den", "der", "des", "ten", "ter", "te", "tot", "op", "'t",
    "d'", "d’", "del", "della", "dello", "degli", "dei", "di", "da", "dal", "dalla", "do", "dos", "das", "du",
    "la", "las", "le", "les", "los", "el", "af", "av",
})  # fmt: skip
"""Small words that belong to the surname behind them."""


def is_latin(text: str) -> bool:
    """Are all letters Latin ones?"""
    if text.isascii() or (text and max(text) < _FIRST_AFTER_LATIN):
        return True
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())

# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding: one plain spelling for everything people may type for the same name (REQ-5-09).

Müller, Mueller, Muller and MÜLLER fold to the same; so do Straße and strasse, Łódź and lodz, both normal
forms of Émile, İstanbul and istanbul, Київ and Kyiv. The fold of the beginning of a word is the beginning
of its fold, so a list can be filtered while somebody is still typing. It is for finding and comparing,
never for showing.
"""

import re
import unicodedata

from hospes.i18n.transliteration import has_cyrillic, latin, spellings

_LETTERS = {
    "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ĸ": "k", "ŋ": "n",
    "ŧ": "t", "æ": "ae", "œ": "oe", "ə": "e", "ƒ": "f",
}  # fmt: skip
_CYRILLIC = range(0x400, 0x530)
_JOINERS = frozenset("'’‘ʼʹ`´ʻ\u00ad\u200b\u200c\u200d")
"""Vanish inside a word: O'Connor is oconnor; also the soft hyphen and signs without width."""

_UMLAUT_WRITTEN_OUT = re.compile(r"(?<!mich)(?<!raf)(?<!raph)ae|oe|(?<![aeoq])ue")
"""ae, oe, ue for ä, ö, ü: only what stands to the left decides, so that beginnings stay beginnings.
Bauer, Breuer, Rouen, Quentin keep theirs, and so do Michael and Rafael, who are not Michał and Rafał."""

_PHONE = re.compile(r"[+(\d][\d\s()/.\-–]*\Z")
_WORD = re.compile(r"[^\W_]+")
_HYPHEN = re.compile(r"[-‐‑–]")
_HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑–][^\W_]+)+")


class _Plain(dict[int, str]):
    """A translation table that works out each letter once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _JOINERS or unicodedata.combining(letter):
            plain = ""
        elif code in _CYRILLIC:
            plain = letter
        else:
            parts = unicodedata.normalize("NFKD", letter).casefold()
            plain = "".join(_LETTERS.get(part, part) for part in parts if not unicodedata.combining(part))
        self[code] = plain
        return plain


_PLAIN = _Plain()


def _letters(text: str) -> str:
    """Lower-case letters without marks, in Latin where there is a rule; signs stay."""
    if text.isascii():
        return text.lower().translate(_PLAIN) if "'" in text or "`" in text else text.lower()
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.casefold().translate(_PLAIN)


def _short_umlauts(text: str) -> str:
    return _UMLAUT_WRITTEN_OUT.sub(lambda found: found[0][0], text)


def fold(text: str) -> str:
    """The plain spelling: lower-case words of letters and digits with one blank between them."""
    plain = _letters(text)
    if not plain.isascii():
        plain = latin(plain)
    return " ".join(_WORD.findall(_short_umlauts(plain)))


def index_text(*texts: str | None) -> str:
    """What a search entry holds for some texts: their folds, joined words beside hyphenated ones
    (`jeanluc`), and every Latin spelling of Cyrillic words. A query finds it when each of its tokens
    begins a word of it.
    """
    text = " ".join([text for text in texts if text])
    words = dict.fromkeys(fold(text).split())
    if _HYPHEN.search(text):
        words.update(dict.fromkeys(fold(joined[0]).replace(" ", "") for joined in _HYPHENATED.finditer(text)))
    if not text.isascii() and has_cyrillic(text):
        words.update(dict.fromkeys(_spelt_in_latin(text)))
    return " ".join(words)


def _spelt_in_latin(text: str) -> list[str]:
    words = [word for word in _WORD.findall(_letters(text)) if has_cyrillic(word)]
    return [_short_umlauts(spelling) for word in words for spelling in spellings(word)]


def query_tokens(text: str) -> tuple[str, ...]:
    """What a query looks for: the folds of its words (`ba no` are two beginnings), or, for a telephone
    number in any spacing, its digits in one (`+49 (251) 12` is `4925112`, `0049…` the same).
    """
    text = text.strip()
    if _PHONE.match(text) and sum(sign.isdigit() for sign in text) > 2:
        return (digits(text),)
    return tuple(dict.fromkeys(fold(text).split()))


def digits(phone: str) -> str:
    """The digits of a telephone number; a leading 00 is the + of an international one."""
    found = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return found.removeprefix("00")


def matches(index: str, tokens: tuple[str, ...]) -> bool:
    """Does every token begin a word of an index text?"""
    padded = f" {index}"
    return all(f" {token}" in padded for token in tokens)

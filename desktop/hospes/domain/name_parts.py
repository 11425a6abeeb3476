# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking apart a name as somebody typed it or as an old list has it (design 6.5).

`Nowak, Barbara`, `Barbara Nowak`, `Dr. Anna von der Heide`, `de la Tour, Jean`, `DUPONT Jean`, and
`Kovács Dávid` in Hungary. The result is a proposal in a form that stays open, so a wrong guess costs a
correction, not a letter to the wrong name. A gender is taken only from a form of address that says it
(`Frau`, `Mme`), never from a first name.
"""

import re
from dataclasses import dataclass, field

from hospes.domain.codes import Gender, NameOrder
from hospes.domain.person_name import (
    PARTICLES,
    SURNAME_FIRST_COUNTRIES,
    PersonName,
    capitalised,
    is_latin,
    join,
)

_TITLES = frozenset({
    "dr", "prof", "mag", "dipl", "ing", "dipl-ing", "dr-ing", "med", "phil", "jur", "rer", "nat",
    "habil", "hab", "mgr", "inż", "lic", "doc", "mudr", "judr", "phdr", "rndr", "dott", "dott.ssa",
    "avv", "arch", "rev", "fr", "sir", "dame", "lord", "lady", "cllr", "hon", "maître", "me", "pfr",
    "ks", "pr",
})  # fmt: skip
_ONLY_WITH_POINT = frozenset({"me", "fr", "pr", "nat", "arch", "med", "mag", "ing"})
"""Titles that are also names or words."""
_MEN = {"herr", "herrn", "m", "mr", "monsieur", "pan", "sig", "signor", "sr", "señor", "bay", "пан", "dhr"}
_WOMEN = {
    "frau", "mme", "mlle", "madame", "mrs", "ms", "miss", "pani", "sigra", "sig.ra", "signora", "sra",
    "señora", "bayan", "пані", "mevr", "mevrouw",
}  # fmt: skip
_ADDRESSES = {**dict.fromkeys(_MEN, Gender.MALE), **dict.fromkeys(_WOMEN, Gender.FEMALE)}
_SUFFIXES = frozenset({
    "jr", "sr", "ii", "iii", "iv", "obe", "mbe", "cbe", "ba", "ma", "msc", "bsc", "phd", "mba", "llm", "esq",
    "junior", "senior", "jun", "sen",
})  # fmt: skip
_FRONT_SUFFIXES = frozenset({"ifj.", "id.", "özv."})
_BORN = re.compile(
    r"[\s,(]+(?:geb\.?|geborene[rn]?|née?|nata|ur\.|z domu|z d\.|szül\.|roz\.)\s+([^)]+)\)?\s*\Z",
    re.IGNORECASE,
)
_NICKNAME = re.compile(r"\s*[(„“\"«]([^()„“”\"«»]+)[)”“\"»]\s*")
_PATRONYMIC = re.compile(r".{2,}(?:вич|вна|ївна|ична|vych|vich|vna|ovych|ivna|yivna)\Z", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]\.?\Z")
_ELIDED = re.compile(r"([dDlL]['’])(?=\w)")


@dataclass
class _Found:
    titles: list[str] = field(default_factory=list)
    suffix: str = ""
    nickname: str = ""
    birth_surname: str = ""
    gender: Gender = Gender.UNKNOWN


def split_name(text: str, country: str = "", order: NameOrder | None = None) -> PersonName:
    """Take a typed name apart.

    Args:
        text: the name, with or without a comma after the surname.
        country: ISO code of the country the name comes from, if known.
        order: the order of a name without a comma; by default as the country has it.
    """
    country = country.upper()
    order = order or (
        NameOrder.SURNAME_FIRST if country in SURNAME_FIRST_COUNTRIES else NameOrder.GIVEN_FIRST
    )
    found = _Found()
    text = _without_asides(" ".join(text.split()), found)
    before, comma, after = text.partition(",")
    if comma and _only_suffixes(after):
        found.suffix = after.strip()
        comma = ""
    if comma:
        prefix, surname, given = _with_comma(before, after, found)
        second = ""
    else:
        words = _without_titles(before.split(), found)
        prefix, surname, given, second = _without_comma(words, country, order)
    surname2 = ""
    if country == "ES" and " " in surname and not prefix and len(surname.split()) == 2:
        surname, surname2 = surname.split()
    if comma or not second:
        given, second = _second_given(given, country)
    return PersonName(
        title_prefix=" ".join(found.titles),
        given=capitalised(given, country) if given.isupper() and len(given) > 2 else given,
        given2=second,
        nickname=found.nickname,
        surname_prefix=prefix,
        surname=capitalised(surname, country) if surname.isupper() and len(surname) > 2 else surname,
        surname2=surname2,
        birth_surname=found.birth_surname,
        suffix=found.suffix,
        name_order=order,
        gender=found.gender,
        country=country,
    )


def _without_asides(text: str, found: _Found) -> str:
    born = _BORN.search(text)
    if born:
        found.birth_surname = born[1].strip()
        text = text[: born.start()].strip()
    nickname = _NICKNAME.search(text)
    if nickname:
        found.nickname = nickname[1].strip()
        text = f"{text[: nickname.start()]} {text[nickname.end() :]}".replace(" ,", ",")
    return text.strip(" ,;")


def _bare(word: str) -> str:
    return word.rstrip(".,").casefold()


def _only_suffixes(text: str) -> bool:
    words = text.replace(",", " ").split()
    return bool(words) and all(_bare(word) in _SUFFIXES for word in words)


def _without_titles(words: list[str], found: _Found) -> list[str]:
    """Titles, forms of address and letters behind the name go to their places; its own words stay."""
    words = list(words)
    while len(words) > 1:
        bare = _bare(words[0])
        if bare in _ADDRESSES and (bare != "m" or words[0] in {"M.", "M"}):
            found.gender = _ADDRESSES[bare]
            words.pop(0)
        elif words[0].casefold() in _FRONT_SUFFIXES:
            found.suffix = words.pop(0)
        elif bare in _TITLES and (words[0].endswith(".") or bare not in _ONLY_WITH_POINT):
            found.titles.append(words.pop(0))
        else:
            break
    while len(words) > 1 and _bare(words[-1]) in _SUFFIXES:
        found.suffix = join(words.pop(), found.suffix)
    return words


def _with_comma(before: str, after: str, found: _Found) -> tuple[str, str, str]:
    later: list[str] = []
    for part in after.split(","):
        words = part.split()
        if later and words and all(_bare(word) in _SUFFIXES for word in words):
            found.suffix = join(found.suffix, part.strip())
        elif later and words and all(_bare(word) in _TITLES for word in words):
            found.titles.append(part.strip())
        else:
            later += words
    surname_words = _without_titles(_apart(before), found)
    given_words = _without_titles(later, found) if later else []
    while len(given_words) == 1 and _bare(given_words[0]) in _TITLES:
        found.titles.append(given_words.pop())
    prefix = _leading_particles(surname_words)
    behind: list[str] = []
    while len(given_words) > 1 and given_words[-1] in PARTICLES:
        behind.insert(0, given_words.pop())
    return join(*behind, *prefix), " ".join(surname_words), " ".join(given_words)


def _apart(text: str) -> list[str]:
    """Words, with an elided article as a word of its own: `d'Artagnan` is `d'` and `Artagnan`."""
    words = []
    for word in text.split():
        elided = _ELIDED.match(word)
        if elided and elided[1][0].islower():
            words += [elided[1], word[elided.end() :]]
        else:
            words.append(word)
    return words


def _leading_particles(words: list[str]) -> list[str]:
    prefix: list[str] = []
    while len(words) > 1 and (words[0] in PARTICLES or (prefix and words[0] in {"und", "en", "et"})):
        prefix.append(words.pop(0))
    return prefix


def _without_comma(words: list[str], country: str, order: NameOrder) -> tuple[str, str, str, str]:
    """Small words before the surname, surname, first name, second name."""
    words = [part for word in words for part in _apart(word)]
    if len(words) < 2:
        return "", " ".join(words), "", ""
    if words[0] in PARTICLES:
        prefix = _leading_particles(words)
        return join(*prefix), " ".join(words), "", ""
    patronymic = _with_patronymic(words, country)
    if patronymic:
        return patronymic
    capitals = [
        word for word in words if len(word) > 1 and word.isupper() and word.isalpha() and is_latin(word)
    ]
    if 0 < len(capitals) < len(words) and order == NameOrder.GIVEN_FIRST:
        return _by_capitals(words)
    if order == NameOrder.SURNAME_FIRST:
        return "", " ".join(words[:-1]), words[-1], ""
    at = next((i for i, word in enumerate(words[1:-1], 1) if word.casefold() in PARTICLES), len(words) - 1)
    if country == "ES" and len(words) > 2 and at == len(words) - 1:
        at -= 1
    given, rest = words[:at], words[at:]
    prefix = _leading_particles(rest)
    return join(*prefix), " ".join(rest), " ".join(given), ""


def _by_capitals(words: list[str]) -> tuple[str, str, str, str]:
    """`DUPONT Jean`, `Jean DUPONT`, `Jean de la TOUR`: what is in capitals is the surname."""
    surname = [word for word in words if word.isupper() and len(word) > 1]
    rest = [word for word in words if word not in surname]
    prefix = [word for word in rest if word in PARTICLES]
    given = [word for word in rest if word not in PARTICLES]
    return join(*prefix), " ".join(surname), " ".join(given), ""


def _with_patronymic(words: list[str], country: str) -> tuple[str, str, str, str] | None:
    if len(words) != 3 or (country not in {"UA", "RU", "BY"} and is_latin("".join(words))):
        return None
    if _PATRONYMIC.match(words[2]):
        return "", words[0], words[1], words[2]
    if _PATRONYMIC.match(words[1]):
        return "", words[2], words[0], words[1]
    return None


def _second_given(given: str, country: str) -> tuple[str, str]:
    """An initial behind the first name is a second one (`John M.`); whole names stay with the first."""
    words = given.split()
    if len(words) == 2 and not _INITIAL.match(words[0]) and _INITIAL.match(words[1]):
        return words[0], words[1]
    if len(words) == 2 and country in {"UA", "RU", "BY"} and _PATRONYMIC.match(words[1]):
        return words[0], words[1]
    return given, ""

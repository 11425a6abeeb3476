# SPDX-License-Identifier: GPL-3.0-or-later
"""The name in a row, from one column or from several."""

from dataclasses import dataclass

from hospes.domain.codes import Gender, NameOrder
from hospes.domain.name_parts import split_name
from hospes.domain.names import PARTICLES, SURNAME_FIRST_COUNTRIES, capitalised
from hospes.transfer.headings import key
from hospes.transfer.words import values

_SIGNS = ".,"


@dataclass(frozen=True, slots=True)
class Named:
    """The parts of a name, or an organisation's."""

    title: str = ""
    given: str = ""
    given2: str = ""
    nickname: str = ""
    surname_prefix: str = ""
    surname: str = ""
    surname2: str = ""
    birth_surname: str = ""
    suffix: str = ""
    gender: Gender = Gender.UNKNOWN
    order: NameOrder = NameOrder.GIVEN_FIRST
    organisation: str = ""

    def __bool__(self) -> bool:
        return bool(self.given or self.surname or self.nickname or self.organisation)


def named(
    texts: dict[str, str],
    *,
    organisation: bool,
    order: NameOrder,
    country: str,
    capitals: bool,
    literal: bool,
) -> Named:
    """The name the fields of a row give."""
    if organisation:
        name = texts.get("organisation") or texts.get("family_name") or texts.get("full_name") or ""
        return Named(organisation=name)
    given, family = texts.get("given_name", ""), texts.get("family_name", "")
    whole = texts.get("full_name", "")
    if not (given or family) and whole:
        return _whole(texts, whole, order, country)
    if capitals:
        family, given = capitalised(family, country), capitalised(given, country)
    prefix, surname = _prefix_of(family)
    title, given = (texts.get("title", ""), given) if literal else _title_before(texts, given)
    salutation = "" if literal else _title_in(texts.get("salutation", ""))
    return Named(
        title=title or salutation,
        given=given,
        given2=texts.get("second_name", ""),
        nickname=texts.get("nickname", ""),
        surname_prefix=prefix,
        surname=surname,
        birth_surname=texts.get("birth_name", ""),
        suffix=texts.get("name_suffix", ""),
        order=_said_order(texts),
        organisation=texts.get("organisation", ""),
    )


def _said_order(texts: dict[str, str]) -> NameOrder:
    """The order an address card shows the name in."""
    surname_first = texts.get("name_order", "") == NameOrder.SURNAME_FIRST.value
    return NameOrder.SURNAME_FIRST if surname_first else NameOrder.GIVEN_FIRST


def _whole(texts: dict[str, str], whole: str, order: NameOrder, country: str) -> Named:
    found = split_name(whole, country, order)
    return Named(
        title=texts.get("title") or found.title_prefix or _title_in(texts.get("salutation", "")),
        given=found.given,
        given2=found.given2 or texts.get("second_name", ""),
        nickname=found.nickname or texts.get("nickname", ""),
        surname_prefix=found.surname_prefix,
        surname=found.surname,
        surname2=found.surname2,
        birth_surname=found.birth_surname or texts.get("birth_name", ""),
        suffix=found.suffix or texts.get("name_suffix", ""),
        order=NameOrder.SURNAME_FIRST if country in SURNAME_FIRST_COUNTRIES else NameOrder.GIVEN_FIRST,
        gender=found.gender,
        organisation=texts.get("organisation", ""),
    )


def _prefix_of(family: str) -> tuple[str, str]:
    """`von der Heide` is `von der` and `Heide`; a last name of small words only stays whole."""
    words = family.split(" ")
    at = 0
    while at < len(words) - 1 and words[at] in PARTICLES:
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])


def _is_title(word: str) -> bool:
    return word.endswith(".") and key(word.strip(_SIGNS)) in {key(each) for each in values("title")}


def _title_before(texts: dict[str, str], given: str) -> tuple[str, str]:
    """A title in the column of the first name (`Dr. Anna`)."""
    words = given.split()
    titles: list[str] = []
    while len(words) > 1 and _is_title(words[0]):
        titles.append(words.pop(0))
    return texts.get("title", "") or " ".join(titles), " ".join(words)


def _title_in(salutation: str) -> str:
    """The title in a form of address (`Frau Dr.`)."""
    return " ".join(word for word in salutation.split()[1:] if _is_title(word))

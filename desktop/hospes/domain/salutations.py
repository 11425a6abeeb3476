# SPDX-License-Identifier: GPL-3.0-or-later
"""How a letter greets somebody and takes leave (domain 5.3).

A salutation is never built from a gender that was not told: then the neutral form stands. What an association
wrote by hand for a person or a household wins over everything. A letter to an office greets the office.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.domain.codes import Formality, Function, Gender
from hospes.domain.names import PersonName, display_name, for_reader, join
from hospes.i18n.languages import data_for

if TYPE_CHECKING:
    from hospes.i18n.languages.base import Letters
    from hospes.i18n.locale import Locale

_SPOKEN_TITLES = re.compile(r"(?:Prof\.?|Dr\.?)(?=\s|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Salutation:
    """The first line and the last of a letter."""

    opening: str
    closing: str
    starts_lower: bool
    """Does the text after the opening begin with a small letter?"""


def salutation(
    name: PersonName,
    locale: "Locale",
    *,
    formality: Formality = Formality.FORMAL,
    function: Function | None = None,
    override: str = "",
) -> Salutation:
    """Greet one person.

    Args:
        name: whom, with the gender he or she told.
        locale: the reader's language.
        formality: how letters speak to this person.
        function: the office the letter is about, if it is.
        override: the salutation kept for this person in this language.
    """
    letters = _letters(locale)
    name = for_reader(name, locale.code)
    friendly = formality == Formality.FRIENDLY and function is None
    opening = override.strip() or _office(letters, name, function) or _one(letters, name, friendly)
    named = bool(name) and opening != letters.unknown
    return _finished(letters, opening, friendly=friendly, named=named)


def joint_salutation(
    names: Sequence[PersonName],
    locale: "Locale",
    *,
    formality: Formality = Formality.FORMAL,
    override: str = "",
) -> Salutation:
    """Greet the people of a household together, in the order given. Arguments as for `salutation`."""
    letters = _letters(locale)
    people = [for_reader(name, locale.code) for name in names if name]
    friendly = formality == Formality.FRIENDLY and all(name.given or name.nickname for name in people)
    if override.strip() or not people:
        opening = override.strip() or letters.unknown
    elif len(people) == 1:
        opening = _one(letters, people[0], friendly)
    elif friendly:
        opening = _friends(letters, people, locale)
    else:
        opening = _together(letters, people, locale)
    return _finished(letters, opening, friendly=friendly, named=opening != letters.unknown)


def _letters(locale: "Locale") -> "Letters":
    found = locale.data.letters or data_for("en").letters
    assert found is not None
    return found


def _finished(letters: "Letters", opening: str, *, friendly: bool, named: bool) -> Salutation:
    closing = letters.closing_named if named and letters.closing_named else letters.closing
    if friendly:
        closing = letters.closing_friendly
    address = opening.rstrip(" ,:!")
    first = address.partition(" ")[0]
    if first in letters.greetings and not friendly:
        closing = letters.closing_greeted
    if first in letters.small_in_closing:
        address = address[:1].lower() + address[1:]
    return Salutation(opening, closing.format(opening=address), letters.starts_lower)


def _surname(letters: "Letters", name: PersonName) -> str:
    prefix = name.surname_prefix
    if letters.capital_prefix and prefix:
        prefix = prefix[0].upper() + prefix[1:]
    return join(prefix, name.surname)


def _spoken_title(name: PersonName) -> str:
    return " ".join(_SPOKEN_TITLES.findall(name.title_prefix))


def _filled(template: str, letters: "Letters", name: PersonName) -> str:
    text = template.format(
        name=display_name(name, titles=False),
        given=name.nickname or name.given,
        surname=_surname(letters, name),
        title=_spoken_title(name),
    )
    return re.sub(r"\s+([,:!])", r"\1", " ".join(text.split()))


def _office(letters: "Letters", name: PersonName, function: Function | None) -> str:
    forms = letters.offices.get(function.value) if function is not None else None
    if forms is None or (name.gender not in {Gender.FEMALE, Gender.MALE} and forms[0] != forms[1]):
        return ""
    form = forms[0] if name.gender == Gender.FEMALE else forms[1]
    if "{surname}" in form and not name.surname:
        return ""
    return _filled(form, letters, name)


def _one(letters: "Letters", name: PersonName, friendly: bool) -> str:
    if not name:
        return letters.unknown
    given = name.nickname or name.given
    if friendly and given and letters.friend_neutral:
        forms = {Gender.FEMALE: letters.friend_woman, Gender.MALE: letters.friend_man}
        return _filled(forms.get(name.gender) or letters.friend_neutral, letters, name)
    if not name.surname:
        return _filled(letters.neutral, letters, name)
    doctor = "dr" in _spoken_title(name).casefold()
    forms = {
        Gender.FEMALE: (doctor and letters.woman_doctor) or letters.woman,
        Gender.MALE: (doctor and letters.man_doctor) or letters.man,
    }
    return _filled(forms.get(name.gender, letters.neutral), letters, name)


def _in_a_row(openings: list[str]) -> str:
    """`Liebe Anna, lieber Jan,`: each greeting, the later ones with a small letter."""
    return " ".join([openings[0], *(text[:1].lower() + text[1:] for text in openings[1:])])


def _friends(letters: "Letters", people: list[PersonName], locale: "Locale") -> str:
    if letters.friends:
        return letters.friends.format(names=locale.listing(name.nickname or name.given for name in people))
    return _in_a_row([_one(letters, name, True) for name in people])


def _together(letters: "Letters", people: list[PersonName], locale: "Locale") -> str:
    genders = [name.gender for name in people]
    if sorted(genders) == [Gender.FEMALE, Gender.MALE]:
        same = len({_surname(letters, name) for name in people}) == 1 and people[0].surname
        plain = not any(_spoken_title(name) for name in people)
        if letters.couple:
            return letters.couple
        if same and plain and letters.couple_same:
            return _filled(letters.couple_same, letters, people[0])
    for gender, form in ((Gender.FEMALE, letters.women), (Gender.MALE, letters.men)):
        if form and set(genders) == {gender}:
            return form
    if letters.mixed and set(genders) == {Gender.FEMALE, Gender.MALE}:
        return letters.mixed
    if letters.several:
        names = locale.listing(display_name(name, titles=False) for name in people)
        return letters.several.format(
            names=names, parts=locale.listing(_part(letters, name) for name in people)
        )
    return _in_a_row([_one(letters, name, False) for name in people])


def _part(letters: "Letters", name: PersonName) -> str:
    if not name.surname:
        return _filled(letters.part_neutral, letters, name)
    if letters.part_doctor and "dr" in _spoken_title(name).casefold():
        return _filled(letters.part_doctor, letters, name)
    forms = {Gender.FEMALE: letters.part_woman, Gender.MALE: letters.part_man}
    return _filled(forms.get(name.gender) or letters.part_neutral, letters, name)

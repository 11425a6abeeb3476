# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of people as their countries use them (domain 5.1).

A name is kept in its parts and put together for a purpose: in running text, on a list, for sorting, on an
avatar. The country a name comes from decides the customs, not the language of the reader. Taking a typed name
apart is done by `name_parts`.
"""

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from hospes.domain.codes import NameOrder
from hospes.domain.name_parts import split_name
from hospes.domain.person_name import (
    PARTICLES,
    SURNAME_FIRST_COUNTRIES,
    PersonName,
    capitalised,
    is_latin,
    join,
    lower,
    upper,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.i18n.collation import SortKey
    from hospes.i18n.locale import Locale

__all__ = [
    "PARTICLES",
    "SURNAME_FIRST_COUNTRIES",
    "PersonName",
    "capitalised",
    "display_name",
    "for_reader",
    "full_name",
    "initials",
    "is_latin",
    "join",
    "joint_name",
    "list_name",
    "lower",
    "prefix_behind",
    "sort_key",
    "sort_parts",
    "upper",
    "with_script",
]

# Where a small word before the surname does not count in sorting and stands behind the first name on lists.
PREFIX_BEHIND = frozenset({"DE", "AT", "CH", "LI", "NL", "PL", "CZ", "DK", "SE", "NO", "ES", "PT"})
_BEFORE_ALL = frozenset({"ifj.", "id.", "özv."})
_CYRILLIC_READERS = frozenset({"uk", "ru", "bg", "sr", "be", "mk"})


def _surnames(name: PersonName) -> str:
    return join(name.surname_prefix, name.surname, name.surname2)


def _surname_first(name: PersonName) -> bool:
    return name.name_order == NameOrder.SURNAME_FIRST


def display_name(name: PersonName, *, titles: bool = True, second: bool = False) -> str:
    """The name in running text: `Dr. Anna von der Heide`, `Dr. Kovács Dávid`.

    Args:
        name: the parts.
        titles: with titles before and letters behind the name.
        second: with the further first name or patronymic.
    """
    given = join(name.given or name.nickname, name.given2 if second else "")
    early = name.suffix if name.suffix.casefold() in _BEFORE_ALL else ""
    late = "" if early else name.suffix
    if not titles:
        early = late = ""
    title = name.title_prefix if titles else ""
    if _surname_first(name):
        text = join(early, title, _surnames(name), given, late)
    else:
        text = join(early, title, given, _surnames(name), late)
    return text or name.latin_name or name.script_name


def full_name(name: PersonName) -> str:
    """Everything, as on a data sheet: titles, all first names, all surnames."""
    return display_name(name, second=True)


def prefix_behind(name: PersonName, home: str = "") -> bool:
    """Does the small word of the surname stand behind and not count in sorting?

    A sort key of the person's own that begins with the bare surname says so too (`Gaulle, de`).
    """
    if not name.surname_prefix:
        return False
    if name.sort_key:
        return name.sort_key.casefold().startswith(name.surname.casefold())
    return (name.country or home).upper() in PREFIX_BEHIND


def list_name(name: PersonName, *, home: str = "", capitals: bool = False, titles: bool = True) -> str:
    """The name on a list sorted by surname: `Nowak, Barbara`, `Heide, Dr. Anna von der`, `Kovács Dávid`.

    Args:
        name: the parts.
        home: ISO code of the association's country, whose customs apply to names without a country.
        capitals: the surname in capitals, as French lists have it.
        titles: with titles.
    """
    behind = prefix_behind(name, home)
    surname = join(name.surname, name.surname2) if behind else _surnames(name)
    if capitals:
        surname = upper(surname, name.country or home)
    title = name.title_prefix if titles else ""
    given = name.given or name.nickname
    if not surname:
        return join(title, given) or name.latin_name or name.script_name
    if _surname_first(name):
        return join(surname, given, title)
    given = join(title, given, name.surname_prefix if behind else "")
    late = f", {name.suffix}" if titles and name.suffix else ""
    return f"{surname}, {given}{late}" if given else surname


def sort_parts(name: PersonName, *, home: str = "") -> tuple[str, str, str]:
    """What decides the place on a list, in this order: surname, first name, small word.

    A name in another script sorts by its Latin form (domain 5.5).
    """
    if name.latin_name:
        name = for_reader(name, "en")
    if name.sort_key:
        return name.sort_key, name.given or name.nickname, name.surname_prefix
    given = join(name.given or name.nickname, name.given2)
    if prefix_behind(name, home):
        return join(name.surname, name.surname2), given, name.surname_prefix
    surname = _surnames(name)
    if surname:
        return surname, given, ""
    return given or name.latin_name or name.script_name, "", ""


def sort_key(name: PersonName, locale: "Locale", *, home: str = "") -> "tuple[SortKey, ...]":
    """The key for `sorted` in the order of a reader's language."""
    surname, given, small = sort_parts(name, home=home)
    return locale.sort_key(surname), locale.sort_key(given), locale.sort_key(small)


def initials(name: PersonName) -> str:
    """One or two capital letters for an avatar, in the order the name is said: `BN`, `KD`."""
    given = name.given or name.nickname
    order = (name.surname, given) if _surname_first(name) else (given, name.surname)
    letters = "".join(_first_letter(part) for part in order)
    letters = letters or _first_letter(name.latin_name or name.script_name)
    return upper(letters, name.country)


def _first_letter(text: str) -> str:
    for letter in unicodedata.normalize("NFC", text):
        if letter.isalpha():
            return letter
    return ""


def for_reader(name: PersonName, language: str) -> PersonName:
    """The name in letters the reader of a language reads: the passport's Latin form, or its own script."""
    own = not is_latin(join(name.given, name.surname))
    reads_cyrillic = language.partition("-")[0] in _CYRILLIC_READERS
    wanted = name.latin_name if own and not reads_cyrillic else ""
    if not own and reads_cyrillic and name.script_name:
        wanted = name.script_name
    if not wanted:
        return name
    parts = split_name(wanted, name.country, order=name.name_order)
    return replace(
        name,
        given=parts.given,
        given2=parts.given2,
        surname_prefix=parts.surname_prefix,
        surname=parts.surname,
        surname2=parts.surname2,
        sort_key="" if own else name.sort_key,
    )


def with_script(name: PersonName, language: str) -> str:
    """The name for a reader with its own script in brackets: `Oksana Koval (Оксана Коваль)`."""
    shown = display_name(for_reader(name, language))
    own = name.script_name if is_latin(join(name.given, name.surname)) else display_name(name)
    return f"{shown} ({own})" if own and own != shown else shown


def joint_name(names: "Sequence[PersonName]", locale: "Locale") -> str:
    """People of one household in a line: `Barbara and Jan Nowak`, `Anna Klos and Jan Nowak`."""
    if not names:
        return ""
    same = len({(name.surname_prefix, name.surname, name.surname2) for name in names}) == 1
    plain = all(not name.title_prefix and not name.suffix and name.given for name in names)
    if len(names) == 1 or not (same and plain):
        return locale.listing(display_name(name) for name in names)
    givens = locale.listing(name.given for name in names)
    surname = _surnames(names[0])
    return join(surname, givens) if all(map(_surname_first, names)) else join(givens, surname)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which part of a whole name in one column is the last name: found over the column, not row by row.

French lists have "Nom & prénom" in either order (peers 3.4, trap 5). First names repeat more often than last
names in any list of people, many are known, and some lists write last names in capitals.
"""

from collections import Counter

from hospes.domain.names import SURNAME_FIRST_COUNTRIES
from hospes.i18n.fold import fold
from hospes.transfer.words.given_names import GIVEN_NAMES

ENOUGH = 10
MOSTLY = 0.8


def surnames_in_capitals(names: list[str]) -> bool:
    """Is the column of last names written in capitals as a habit? Then they get their usual form."""
    words = [name for name in names if len(name) > 2 and name.upper() != name.lower()]
    return len(words) >= ENOUGH and sum(name.isupper() for name in words) >= MOSTLY * len(words)


def whole_names_surname_first(names: list[str], country: str) -> bool:
    """Does the last name come first in this column (where no comma says so)?"""
    pairs = []
    for name in names:
        words = [
            fold(word) for word in name.replace(".", ". ").split() if len(word) > 2 or not word.endswith(".")
        ]
        if len(words) >= 2 and "," not in name:
            pairs.append((words[0], words[-1]))
    if not pairs:
        return country in SURNAME_FIRST_COUNTRIES
    first = sum(first in GIVEN_NAMES and last not in GIVEN_NAMES for first, last in pairs)
    last = sum(last in GIVEN_NAMES and first not in GIVEN_NAMES for first, last in pairs)
    if abs(first - last) >= max(1, 0.1 * len(pairs)):
        return last > first
    if len(pairs) >= 30:
        kinds_first = len(Counter(first for first, _ in pairs))
        kinds_last = len(Counter(last for _, last in pairs))
        if min(kinds_first, kinds_last) < 0.8 * max(kinds_first, kinds_last):
            return kinds_last < kinds_first
    return country in SURNAME_FIRST_COUNTRIES

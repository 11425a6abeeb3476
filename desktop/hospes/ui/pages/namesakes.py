# SPDX-License-Identifier: GPL-3.0-or-later
"""People to choose from, so that nobody is taken for somebody else of the same name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hospes.queries.namesakes import Apart, apart

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from hospes.ui.desk import Desk


def told_apart(desk: Desk, people: Iterable[tuple[UUID, str]]) -> dict[UUID, str]:
    """The words for each person: the name, and where several bear it, what tells them apart.

    That is the year of birth and the town; where both are the same or not known, a number as well.
    """
    named = list(people)
    often = Counter(words for _, words in named)
    same = [one for one, words in named if often[words] > 1]
    known = desk.read(apart, same, desk.file.today) if same else {}
    found: dict[UUID, str] = {}
    seen: Counter[str] = Counter()
    for one, words in named:
        told = _told(desk, words, known[one]) if one in known else words
        seen[told] += 1
        found[one] = told if seen[told] == 1 else f"{told} ({seen[told]})"
    return found


def _told(desk: Desk, name: str, one: Apart) -> str:
    if one.year and one.town:
        return desk.text("{name} (born {year}, {town})", name=name, year=str(one.year), town=one.town)
    if one.year:
        return desk.text("{name} (born {year})", name=name, year=str(one.year))
    return desk.text("{name} ({town})", name=name, town=one.town) if one.town else name

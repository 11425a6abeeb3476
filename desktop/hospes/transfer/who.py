# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding whom a row of a list means: by member number, by both names, or by a whole name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.i18n.fold import fold

if TYPE_CHECKING:
    from hospes.queries.payments_known import KnownPayers


def people_of(known: "KnownPayers", texts: Mapping[str, str]) -> tuple[UUID, ...]:
    """The people a row may mean; a member number counts before a name."""
    people = known.by_number.get(texts.get("number", ""), ())
    if not people and (texts.get("given_name") or texts.get("family_name")):
        people = known.people.get((fold(texts.get("given_name", "")), fold(texts.get("family_name", ""))), ())
    if not people and texts.get("full_name"):
        people = _by_full_name(known, texts["full_name"])
    return people


def _by_full_name(known: "KnownPayers", text: str) -> tuple[UUID, ...]:
    if "," in text:
        surname, _, given = text.partition(",")
        return known.people.get((fold(given), fold(surname)), ())
    words = text.split()
    for at in range(1, len(words)):
        for key in (
            (fold(" ".join(words[:at])), fold(" ".join(words[at:]))),
            (fold(" ".join(words[at:])), fold(" ".join(words[:at]))),
        ):
            if key in known.people:
                return known.people[key]
    return ()


def shown_name(texts: Mapping[str, str]) -> str:
    """What a row calls somebody, for messages and plans."""
    name = " ".join(part for part in (texts.get("given_name", ""), texts.get("family_name", "")) if part)
    names = (name, texts.get("full_name"), texts.get("household"), texts.get("organisation"))
    return next((one for one in names if one), texts.get("number", ""))

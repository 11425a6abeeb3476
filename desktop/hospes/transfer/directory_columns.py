# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of lists of links: which "Land" belongs to which town, and whether it is a state or a province.

Public lists write "Stadt, Land, Partnerstadt, Land": only the place beside a town, and what stands in the
cells, says which is meant.
"""

from dataclasses import dataclass, replace

from hospes.transfer.directory_country import country_said
from hospes.transfer.table import Table, as_text

OURS, THEIRS = "our_territory", "partner_territory"
_AROUND = {"our_region", "our_country", "partner_region", "partner_country"}
_SAYS_WHOSE = ("partner", "auslä", "étrang", "etrang", "our_", "_b", " b", "_a", " a", "zagran")
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A column by its place, its heading and what it was taken for."""

    index: int
    heading: str
    field: str | None


def sides(table: Table, columns: list[Place]) -> list[Place]:
    """The columns with towns, regions and countries on their right sides."""
    placed = _towns(columns)
    towns = [each for each in placed if each.field in (OURS, THEIRS)]
    found: list[Place] = []
    taken: set[str] = set()
    for each in placed:
        if each.field not in _AROUND:
            found.append(each)
            continue
        side = "our" if _belongs(each, towns) == OURS else "partner"
        field = f"{side}_{_what(table, each)}"
        found.append(replace(each, field=None if field in taken else field))
        taken.add(field)
    return found


def _towns(columns: list[Place]) -> list[Place]:
    """The second column of towns is the partners'; a lone one named like a partner has ours beside it."""
    ours = [each for each in columns if each.field == OURS]
    theirs = [each for each in columns if each.field == THEIRS]
    swap: dict[int, str] = {}
    if len(ours) > 1 and not theirs:
        swap = {each.index: THEIRS for each in ours[1:2]}
    elif len(theirs) > 1 and not ours:
        swap = {theirs[0].index: OURS}
    return [replace(each, field=swap[each.index]) if each.index in swap else each for each in columns]


def _belongs(column: Place, towns: list[Place]) -> str:
    """The town a column of regions or countries belongs to: its heading says it, or it stands to the left."""
    heading = column.heading.casefold()
    if any(word in heading for word in _SAYS_WHOSE):
        return THEIRS if (column.field or "").startswith("partner") else OURS
    left = [each for each in towns if each.index < column.index]
    near = left[-1] if left else (towns[0] if towns else None)
    if near is None:
        return OURS
    return near.field or OURS


def _what(table: Table, column: Place) -> str:
    """Country or region, by what stands in the cells."""
    texts = [as_text(cell).strip() for cell in table.column(column.index, LOOKED_AT)]
    if not texts:
        return "country" if (column.field or "").endswith("country") else "region"
    countries = sum(1 for text in texts if country_said(text) is not None)
    return "country" if countries * 2 > len(texts) else "region"

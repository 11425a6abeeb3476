# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of school and club links say alike: kinds, last exchange, people of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes_twinning import LinkKind

if TYPE_CHECKING:
    from hospes.domain.links import YearSum
    from hospes.domain.values import RoughDate
    from hospes.ui.desk import Desk


def kind_options(desk: Desk) -> list[tuple[str, str]]:
    """Kinds of links in the order of the codes: schools first, then clubs."""
    return [(one.value, desk.locale.label(one)) for one in LinkKind]


def last_words(desk: Desk, last: RoughDate | None) -> str:
    """`Last exchange: 2025`."""
    if last is None:
        return desk.text("No exchange is written down.")
    return desk.text("Last exchange: {day}", day=desk.locale.rough(last))


def year_words(desk: Desk, one: YearSum) -> str:
    """`2025: 39 people, of whom 3 apprentices`."""
    if one.apprentices:
        return desk.ntext(
            "{year}: {n} person, of whom apprentices: {apprentices}",
            "{year}: {n} people, of whom apprentices: {apprentices}",
            one.people,
            year=str(one.year),
            apprentices=desk.locale.number(one.apprentices),
        )
    return desk.ntext("{year}: {n} person", "{year}: {n} people", one.people, year=str(one.year))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the example took along for Vyshnesad when it went to Montclair, where the lorry left. Invented."""

from datetime import date

from hospes.example.rows import Rows
from hospes.example.tables import lines
from hospes.store.tables.goods import Goods

VISIT = "2024"

GOODS = """
School desks, taken apart | Bureaux d'écolier démontés | 24 | piece | 288 | 960 | Lindenschule Rosenau
    | pallet 1, 2
Chairs for pupils | Chaises d'écolier | 48 | piece | 192 | 720 | Lindenschule Rosenau
    | pallet 3
Fire hoses with couplings | Tuyaux d'incendie avec raccords | 12 | piece | 96 | 840 | Feuerwehr Rosenau
    | pallet 4
Woollen blankets | Couvertures de laine | 90 | piece | 135 | 900 | Gisela Hoffmann | boxes 1–9
First aid boxes | Trousses de secours | 30 | box | 45 | 540 | Stiftung Nachbarn in Europa (Beispiel) | box 10
Power generator | Groupe électrogène | 1 | piece | 62 | 1150 | Stadtwerke Rosenau
    | pallet 4
"""
"""what | in French | number | unit | kilograms | euros | giver | package."""


def write(rows: Rows) -> None:
    """The list; all of it was received."""
    told, visit = rows.say.told, rows.known.get(("visit", VISIT))
    if visit is None:
        return
    there = rows.almanac.day(date(2024, 6, 8))
    for at, line in enumerate(lines(GOODS), 1):
        what, french, number, unit, weight, euros, giver, package = line
        rows.add(
            Goods, visit_id=visit, what=told(what), what_there=french, number=int(number), unit=unit,
            grams=int(weight) * 1000, value_minor=int(euros) * 100, currency="EUR", giver=giver,
            package=told(package), received_on=there, received_by="Jean-Luc Martin", position=at,
        )  # fmt: skip

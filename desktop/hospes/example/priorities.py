# SPDX-License-Identifier: GPL-3.0-or-later
"""The countries that matter most to the example in a year. Invented."""

from hospes.example.rows import Key, Rows
from hospes.example.tables import lines
from hospes.store.tables.priorities import CountryPriority

PRIORITIES = """
2025 | FR | Fifty-first year of the twinning
2025 | PL | Meeting of the three towns
2025 | UA | Help with rebuilding
2025 | western-balkans |
2026 | FR |
2026 | PL |
2026 | UA | Help with rebuilding
"""
"""year | country or group | why."""


def write(rows: Rows, owner: Key) -> None:
    """A row for each."""
    for year, place, note in lines(PRIORITIES):
        said = rows.say.told(note) if note else ""
        rows.add(CountryPriority, owner_id=owner, year=rows.almanac.year(int(year)), place=place, note=said)

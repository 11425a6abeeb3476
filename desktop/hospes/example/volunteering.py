# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours that people of the example gave. Invented."""

from datetime import date

from hospes.domain.volunteering import HoursKind
from hospes.example.rows import Key, Rows
from hospes.store.tables.volunteering import VolunteerHours

PEOPLE = (
    "Barbara Nowak",
    "Hannelore Fischer",
    "Klaus Schäfer",
    "Dieter Kessler",
    "Marianne Kraft",
    "Ludwig Kraft",
)
ENTRIES = (
    (HoursKind.COMMITTEE, date(2026, 1, 20), None, 150, 3, ""),
    (HoursKind.OFFICE, date(2026, 1, 1), date(2026, 3, 31), 1260, 1, "List of members, dues"),
    (HoursKind.VISIT, date(2026, 4, 11), None, 240, 5, "Planning the Ascension visit"),
    (HoursKind.EVENT, date(2025, 12, 6), None, 360, 6, "Christmas market"),
    (HoursKind.COMMITTEE, date(2025, 9, 23), None, 120, 4, ""),
    (HoursKind.INTERPRETING, date(2025, 5, 30), None, 300, 1, "Town hall of Montclair"),
    (HoursKind.OFFICE, date(2025, 1, 1), date(2025, 12, 31), 5400, 1, "List of members, letters"),
    (HoursKind.HOSTING, date(2024, 5, 9), date(2024, 5, 12), 960, 6, "Collecting and driving guests"),
)
"""Kind, first and last day, minutes, of so many people, note."""


def write(rows: Rows, owner: Key) -> None:
    """All entries of those who are there."""
    day = rows.almanac.day
    there = [name for name in PEOPLE if ("person", name) in rows.known]
    for kind, first, last, minutes, many, note in ENTRIES:
        begins = day(first)
        ends = min(day(last), date(begins.year, 12, 31)) if last is not None else None
        for name in there[:many]:
            rows.add(
                VolunteerHours,
                owner_id=owner,
                person_id=rows.of("person", name),
                first=begins,
                last=ends,
                minutes=minutes,
                kind=kind,
                visit_id=rows.known.get(("visit", "2026")) if kind is HoursKind.VISIT else None,
                note=rows.say.told(note),
            )

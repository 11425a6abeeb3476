# SPDX-License-Identifier: GPL-3.0-or-later
"""What the last general meeting of the example decided, with its votes and numbers."""

from hospes.example.rows import Rows
from hospes.store.tables.events import EventMotion

MOTIONS = (
    # kind, words, yes, no, abstentions, invalid
    ("ordinary", "Der Jahresabschluss 2025 wird genehmigt.", 57, 0, 4, 0),
    ("ordinary", "Der Vorstand wird entlastet.", 52, 0, 9, 0),
    ("election", "Hannelore Fischer wird für zwei Jahre zur Vorsitzenden gewählt.", 55, 3, 2, 1),
    ("statutes", "Die Satzung lässt künftig Einladungen per E-Mail zu.", 44, 15, 2, 0),
)


def decisions(rows: Rows) -> None:
    """Motions of the meeting in March: three carried, the change of the statutes not (44 of 59)."""
    event = rows.of("event", "agm 2026-03-13")
    for position, (kind, words, yes, no, abstentions, invalid) in enumerate(MOTIONS):
        rows.add(
            EventMotion,
            event_id=event,
            position=position,
            kind=kind,
            text=words,
            yes=yes,
            no=no,
            abstentions=abstentions,
            invalid=invalid,
            number=f"2026-{position + 1}" if kind != "statutes" else "",
        )

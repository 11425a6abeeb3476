# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback of the example to those above: new, waiting, answered. Invented."""

from datetime import date

from hospes.example.rows import Key, Rows
from hospes.store.tables.feedback import Feedback

ITEMS = (
    (
        "Grants are decided after the buses are booked",
        "The answer to our application came nine days before departure; the coach had to be paid in March.",
        "An answer within eight weeks, or leave to begin at one's own risk.",
        "region", date(2025, 6, 20), date(2025, 9, 15),
        "From next year on, work may begin once the application has arrived.", date(2025, 11, 28),
    ),
    (
        "A night train between our regions",
        "Families without a car reach Montclair only with three changes.",
        "A through coach of the night train on the days of the school holidays.",
        "state", date(2025, 6, 2), date(2026, 3, 2), "", None,
    ),
    (
        "The form for minors is not known at every border",
        "On the way to Lipowiec the consent of parents was asked for in a language nobody had.",
        "One form in all languages of the Union, as for patients and drivers.",
        "eu", date(2026, 3, 20), None, "", None,
    ),
)  # fmt: skip
"""Topic, observation, proposal, level, collected, sent, answer, answered."""


def write(rows: Rows, owner: Key) -> None:
    """All items."""
    day, told = rows.almanac.day, rows.say.told
    for topic, observation, proposal, level, collected, sent, answer, answered in ITEMS:
        rows.add(
            Feedback,
            owner_id=owner,
            topic=told(topic),
            observation=told(observation),
            proposal=told(proposal),
            level=level,
            collected_on=day(collected),
            sent_on=day(sent) if sent else None,
            answer=told(answer),
            answered_on=day(answered) if answered else None,
        )

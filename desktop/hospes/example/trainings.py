# SPDX-License-Identifier: GPL-3.0-or-later
"""What the committee of the example learned and asked. Invented."""

from datetime import date

from hospes.example.rows import Key, Rows
from hospes.example.tables import lines
from hospes.store.tables.trainings import AdviceCase, Training, TrainingPerson

TRAININGS = """
Grants for exchanges, from the estimate to the proof | Network of the twinned towns | Rosenau
    | 2025-02-08 | | Hannelore Fischer; Klaus Schäfer
First aid at events | Fire brigade of Rosenau | Rosenau | 2024-10-12 | 2024-10-13
    | Barbara Nowak; Hannelore Fischer
Minors on exchange visits: what the law asks | Umbrella of the youth clubs | online | 2026-01-21 |
    | Barbara Nowak
"""
"""topic | provider | place | first | last | people."""

ADVICE = """
Are guests insured who sleep at a member's home? | Our insurer | 2025-03-04
    | Yes, as helpers of the association, if they stand on the visit's list. | 2025-03-18
May a mayor's gift be sold for a good cause? | Network of the twinned towns | 2026-03-30 | |
"""
"""question | asked | on | answer | answered."""


def write(rows: Rows, owner: Key) -> None:
    """Trainings with those who are there, and questions."""
    almanac, told = rows.almanac, rows.say.told

    def day(text: str) -> date | None:
        return almanac.day(date.fromisoformat(text)) if text else None

    for topic, provider, place, first, last, people in lines(TRAININGS):
        training = rows.add(
            Training, owner_id=owner, topic=told(topic), provider=told(provider), place=told(place),
            first=day(first), last=day(last),
        )  # fmt: skip
        for name in people.split("; "):
            if ("person", name) in rows.known:
                rows.add(TrainingPerson, training_id=training, person_id=rows.of("person", name))
    for question, asked, on, answer, answered in lines(ADVICE):
        rows.add(
            AdviceCase, owner_id=owner, question=told(question), asked=told(asked), asked_on=day(on),
            answer=told(answer), answered_on=day(answered),
        )  # fmt: skip

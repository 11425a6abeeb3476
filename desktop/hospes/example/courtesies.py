# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book of the example: what was given to whom, and what is still to do. Invented."""

from datetime import date

from hospes.domain.courtesies import CourtesyKind, Reason
from hospes.example.rows import Key, Rows
from hospes.example.tables import lines
from hospes.store.tables.courtesies import Courtesy

ENTRIES = """
gift_received | Glazed jug with the three coats of arms | 2024-05-11 | organisation | mairie | 50 years
gift_given | Print of the old town hall | 2024-05-11 | person | Nadège Thomas | 50 years
gift_given | Book on the rivers of our region | 2025-05-30 | person | Anne Leroy | Visit to Montclair
gift_received | Boules in a wooden box | 2025-05-30 | organisation | petanque | Visit to Montclair
letter | Thanks for the guided tour | 2025-06-10 | organisation | gazette | Visit to Montclair
certificate | Twenty years of hosting | 2025-03-14 | person | Barbara Nowak | General meeting 2025
speech | Words of welcome at the town hall | | person | Hannelore Fischer | Ascension visit 2026
gift_given | Three small trees for the school garden | | organisation | schule | Ascension visit 2026
"""
"""kind | what | day | table | whom | occasion."""

HONOURED = "Klaus Schäfer"
"""Half a century a member this year; the certificate is still to be handed over."""


def write(rows: Rows, owner: Key) -> None:
    """All entries whose people are there."""
    told = rows.say.told
    for kind, what, day, table, whom, occasion in lines(ENTRIES):
        if (table, whom) not in rows.known:
            continue
        who = {f"{table}_id": rows.of(table, whom)}
        rows.add(
            Courtesy,
            owner_id=owner,
            kind=kind,
            what=told(what),
            on=rows.almanac.day(date.fromisoformat(day)) if day else None,
            occasion=told(occasion),
            **who,
        )
    if ("person", HONOURED) in rows.known:
        rows.add(
            Courtesy,
            owner_id=owner,
            kind=CourtesyKind.CERTIFICATE,
            what=told("Certificate of membership"),
            reason=Reason.MEMBERSHIP,
            occasion=told("General meeting 2026"),
            person_id=rows.of("person", HONOURED),
        )

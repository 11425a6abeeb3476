# SPDX-License-Identifier: GPL-3.0-or-later
"""School and club links of the example: what kind they are, who looks after them, pupils a year. Invented."""

from hospes.example.rows import Rows
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipContact,
    PartnershipExchange,
    PartnershipText,
)

KINDS = {
    "schools": "school",
    "music": "music_school",
    "choirs": "choir",
    "boules": "sports",
    "schools_pl": "school",
}

NUMBERS = (
    ("schools", 2022, "online", 26, 0),
    ("schools", 2023, "to_us", 24, 0),
    ("schools", 2023, "to_them", 22, 0),
    ("schools", 2024, "to_us", 21, 0),
    ("schools", 2024, "to_them", 25, 4),
    ("schools", 2025, "to_us", 23, 0),
    ("schools", 2025, "to_them", 19, 3),
    ("music", 2023, "to_them", 31, 0),
    ("music", 2025, "to_us", 28, 0),
    ("choirs", 2019, "to_us", 42, 0),
    ("choirs", 2024, "to_them", 38, 0),
    ("boules", 2018, "to_us", 11, 0),
    ("schools_pl", 2024, "to_us", 16, 0),
    ("schools_pl", 2025, "to_them", 18, 0),
)

CONTACTS = (
    ("schools", "Anne Leroy", False),
    ("schools", "Barbara Nowak", True),
    ("choirs", "Marc Simon", False),
)

NOTES = {
    "schools": (
        ("de", "Zwei Wochen im Herbst, in den Familien; Tagebuch in beiden Sprachen."),
        ("fr", "Deux semaines à l’automne, dans les familles ; journal dans les deux langues."),
    ),
    "choirs": (
        ("de", "Alle zwei Jahre ein gemeinsames Konzert."),
        ("fr", "Un concert commun tous les deux ans."),
    ),
}


def write(rows: Rows) -> None:
    """Kinds, numbers, people and notes of the links there are."""
    by_id = {values["id"]: values for values in rows.all(Partnership)}
    for bond, kind in KINDS.items():
        by_id[rows.of("partnership", bond)]["link_kind"] = kind
    for bond, year, way, people, apprentices in NUMBERS:
        rows.add(
            PartnershipExchange,
            partnership_id=rows.of("partnership", bond),
            year=rows.almanac.year(year),
            way=way,
            people=people,
            apprentices=apprentices,
        )
    for position, (bond, person, ours) in enumerate(CONTACTS):
        if ("person", person) in rows.known:
            rows.add(
                PartnershipContact,
                partnership_id=rows.of("partnership", bond),
                person_id=rows.of("person", person),
                is_ours=ours,
                position=position,
            )
    have = {(values["partnership_id"], values["language"]): values for values in rows.all(PartnershipText)}
    for bond, texts in NOTES.items():
        key = rows.of("partnership", bond)
        for language, note in texts:
            if (key, language) in have:
                have[key, language]["note"] = note
            else:
                rows.add(PartnershipText, partnership_id=key, language=language, note=note)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Two letters of the example: the one of last Christmas, which went out, and one to new members. Invented."""

from datetime import date

from hospes.domain.letter_starters import TEXTS, Starter
from hospes.example.rows import Key, Rows
from hospes.store.tables.letters import Letter, LetterSent, LetterText

NAMES = {
    "de": ("Weihnachtsbrief", "Willkommen"),
    "fr": ("Lettre de Noël", "Bienvenue"),
    "pl": ("List świąteczny", "Powitanie"),
}
ENGLISH = ("Christmas letter", "Welcome letter")

LANGUAGES = {Starter.CHRISTMAS: ("de", "fr"), Starter.WELCOME: ("de",)}
"""What is written: Montclair reads French; nobody has written in Polish yet."""

WRITTEN = {Starter.CHRISTMAS: date(2025, 12, 8), Starter.WELCOME: date(2026, 1, 19)}

GOT = (("Barbara Nowak", "letter"), ("Jürgen Albrecht", "letter"), ("Anne Leroy", "email"))


def write(rows: Rows, owner: Key, language: str) -> None:
    """Both letters with their words, and who got the first."""
    names = NAMES.get(language[:2], ENGLISH)
    for starter, name in zip((Starter.CHRISTMAS, Starter.WELCOME), names, strict=True):
        day = rows.almanac.day(WRITTEN[starter])
        letter = rows.add(Letter, owner_id=owner, name=name, written_on=day, signed_by="Hannelore Fischer")
        for code in LANGUAGES[starter]:
            words = TEXTS[starter][code]
            rows.add(LetterText, letter_id=letter, language=code, subject=words.subject, body=words.body)
        for person, channel in GOT if starter is Starter.CHRISTMAS else ():
            if ("person", person) in rows.known:
                rows.add(
                    LetterSent, letter_id=letter, person_id=rows.of("person", person), channel=channel,
                    on=day, language="fr" if person == "Anne Leroy" else "de",
                )  # fmt: skip

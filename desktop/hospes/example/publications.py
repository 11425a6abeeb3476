# SPDX-License-Identifier: GPL-3.0-or-later
"""What was published about the twinnings of the example. Invented."""

from datetime import date

from hospes.example.rows import Key, Rows
from hospes.example.tables import lines
from hospes.store.tables.publications import Publication

PUBLICATIONS = """
press-article | Drei Städte, drei Sprachen, ein Tisch | Rosenauer Bote | 2025-06-03 | de | | 2025
newsletter | Rundbrief 1/2025 | | 2025-02-20 | de | |
web-article | Goście z Rosenau i Montclair w Lipowcu | lipowiec.example | 2025-06-05 | pl
    | https://lipowiec.example/partnerzy | 2025
exhibition | Fifty years of friendship in forty pictures | Town hall of Rosenau | 2025-09-12 | en | |
broadcast | Europa am Küchentisch | Regionalradio | 2025-06-01 | de | | 2025
press-release | Gäste aus Montclair an Himmelfahrt | | 2026-04-27 | de | | 2026
newsletter | Rundbrief 1/2026 | | 2026-02-18 | de | |
brochure | Who is who in the three towns | | | en | |
"""
"""kind | title | medium | on | language | link | year of the visit it is about."""


def write(rows: Rows, owner: Key) -> None:
    """All of them."""
    told = rows.say.told
    for kind, title, medium, on, language, link, year in lines(PUBLICATIONS):
        own = language == "en"  # whatever the association writes its own things in
        rows.add(
            Publication,
            owner_id=owner,
            kind=kind,
            title=told(title) if own else title,
            medium=told(medium),
            on=rows.almanac.day(date.fromisoformat(on)) if on else None,
            language=rows.say.language if own else language,
            link=link,
            visit_id=rows.known.get(("visit", year)),
        )

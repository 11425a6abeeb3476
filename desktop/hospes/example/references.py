# SPDX-License-Identifier: GPL-3.0-or-later
"""What the example cites and says again: works and texts that come along, and a festschrift it made up."""

from hospes.domain.references import ReferenceKind
from hospes.example.rows import Key, Rows
from hospes.queries.references import shipped
from hospes.queries.text_blocks import shipped_texts
from hospes.store.tables.publications import Reference, TextBlock

TEXTS = ("near", "welcome")
"""Texts to use again that the example has taken, in all languages."""

TAKEN = ("keller-2018", "marchetti-2019", "langenohl-2015")


def write(rows: Rows, owner: Key) -> None:
    """Three of the starter list, the festschrift, and two texts."""
    for one in shipped():
        if one.code in TAKEN:
            rows.add(
                Reference, owner_id=owner, kind=one.kind, authors=one.authors, title=one.title, year=one.year,
                container=one.container, publisher=one.publisher, place=one.place, pages=one.pages,
                url=one.url, isbn=one.isbn, issn=one.issn, language=one.language,
                note=one.note(rows.say.language), shipped=one.code,
            )  # fmt: skip
    rows.add(
        Reference, owner_id=owner, kind=ReferenceKind.BOOK, authors="", title="Rosenau – Montclair 1974–2024",
        year=2024, container="", publisher="", place="Rosenau", pages="96", url="", isbn="", issn="",
        language="de", note="", shipped="",
    )  # fmt: skip
    for text in shipped_texts():
        if text.code.partition(".")[0] in TEXTS:
            rows.add(
                TextBlock, owner_id=owner, use=text.use, language=text.language, title=text.title,
                text=text.text, shipped=text.code,
            )  # fmt: skip

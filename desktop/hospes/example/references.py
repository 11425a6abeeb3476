# SPDX-License-Identifier: GPL-3.0-or-later
"""The works the example cites: real ones of the starter list, and its festschrift, which is invented."""

from hospes.domain.references import ReferenceKind
from hospes.example.rows import Key, Rows
from hospes.queries.references import shipped
from hospes.store.tables.publications import Reference

TAKEN = ("keller-2018", "marchetti-2019", "langenohl-2015")


def write(rows: Rows, owner: Key) -> None:
    """Three of the starter list, and the festschrift."""
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

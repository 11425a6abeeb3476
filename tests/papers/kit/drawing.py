# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers of the kit alone, without any data."""

from hospes.papers.kit.book import Book
from hospes.papers.kit.flow import Flow
from hospes.papers.kit.ink import Type
from hospes.papers.kit.letterhead import Frame, Heading, Sender
from hospes.papers.kit.listing import Column, Listing, Section
from hospes.papers.kit.listing_draw import draw
from hospes.papers.kit.page import Page, PaperSize
from hospes.papers.kit.tongues import Pair

SENDER = Sender(
    "Partnerschaftsverein Rosenau – Montclair e.V.", "Comité de jumelage Rosenau – Montclair", "Rosenau"
)
HEADING = Heading(
    Pair("Gastgeberliste", "Liste d’hébergement"),
    lead="Himmelfahrtsbesuch 2026",
    about=("Alle am 27. April 2026", "Tous au 27 avril 2026"),
    confidential="Vertraulich · Confidentiel",
    date_lines=("Rosenau, 27. April 2026", "Rosenau, le 27 avril 2026"),
)


def flow(
    *,
    scale=1.0,
    landscape=False,
    columns=1,
    size=PaperSize.A4,
    limit=None,
    progress=None,
    heading=HEADING,
    sender=SENDER,
):
    book = Book(heading.title.joined(), ("de", "fr"), author=sender.name, page_limit=limit, progress=progress)
    page, styles = Page.of(size, landscape), Type.at(scale)
    return Flow(book, Frame(book.pen, page, styles, sender, heading, "Seite · page"), page, styles, columns)


def listing(rows, *, heads=("Name|Nom", "Ort|Lieu", "Telefon|Téléphone"), total="", **more):
    columns = [Column(Pair(*head.split("|")), strong=at == 0) for at, head in enumerate(heads)]
    return Listing(columns, [Section(rows)], total, **more)


def drawn(rows, *, heads=("Name|Nom", "Ort|Lieu", "Telefon|Téléphone"), total="", table=None, **more):
    paper = flow(**more)
    draw(paper, table or listing(rows, heads=heads, total=total))
    return paper.finish()

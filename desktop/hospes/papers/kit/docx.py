# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a document for a word processor, to be written on by hand.

Parts in which nothing is written yet keep their headings here: they are there to be filled. The document has
plain styles of the word processor and nothing of ours, so that it can take on the looks of whoever goes on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from hospes.papers.kit.blocks import Block, Drawn, Facts, Grid, Heading, Photo, Signatures, Words
from hospes.papers.kit.tongues import Pair

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document as Written

_UNWRITABLE: Final = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Signs XML cannot hold; they come from files made elsewhere and nobody misses them."""


@dataclass(frozen=True, slots=True)
class Report:
    """What becomes a document."""

    title: Pair
    lead: str
    grey: str
    blocks: Sequence[Block]
    language: str
    author: str
    day: "date"


def as_docx(report: Report) -> bytes:
    """Write the document; no clock and no name of a computer in it."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    facts = document.core_properties
    facts.title, facts.author, facts.language = report.title.joined(), report.author, report.language
    facts.last_modified_by = facts.comments = ""
    facts.created = facts.modified = datetime(report.day.year, report.day.month, report.day.day, tzinfo=UTC)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    document.add_heading(_clean(report.title.joined()), 0)
    for text in (report.lead, report.grey):
        if text:
            document.add_paragraph(_clean(text))
    for block in report.blocks:
        _WRITERS[type(block)](document, block)
    found = BytesIO()
    document.save(found)
    return found.getvalue()


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _heading(document: "Written", block: Heading) -> None:
    document.add_heading(_clean(block.words.joined()), 1)


def _words(document: "Written", block: Words) -> None:
    for text in block.texts or ("",):
        for paragraph in text.splitlines() or [""]:
            document.add_paragraph(_clean(paragraph))


def _facts(document: "Written", block: Facts) -> None:
    rows = [(name.joined(), value) for name, value in block.facts if value]
    table = document.add_table(rows=len(rows), cols=2)
    for row, (name, value) in zip(table.rows, rows, strict=True):
        row.cells[0].paragraphs[0].add_run(_clean(name)).bold = True
        row.cells[1].text = _clean(value)
    document.add_paragraph("")


def _grid(document: "Written", block: Grid) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    table = document.add_table(rows=1 + len(block.rows), cols=len(block.heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(_clean(head.joined(" / "))).bold = True
    for row, values in zip(table.rows[1:], block.rows, strict=True):
        for at, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
            told = value if isinstance(value, str) else "\n".join(part for part in value if part)
            cell.text = _clean(told)
            if at in block.numbers:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph(_clean(block.total))


def _drawn(document: "Written", block: Drawn) -> None:
    document.add_paragraph(_clean(block.says.joined(" ")))
    _grid(document, block.grid)


def _photo(document: "Written", block: Photo) -> None:
    from docx.shared import Mm

    from hospes.papers.kit.letterhead import readable_picture

    if readable_picture(block.data):
        document.add_picture(BytesIO(block.data), width=Mm(110))
        document.add_paragraph(_clean(block.caption))


def _signatures(document: "Written", block: Signatures) -> None:
    for label in block.labels:
        document.add_paragraph("")
        document.add_paragraph("________________________________")
        document.add_paragraph(_clean(label.joined(" / ")))


_WRITERS: Final[dict[type, Any]] = {
    Heading: _heading,
    Words: _words,
    Facts: _facts,
    Grid: _grid,
    Photo: _photo,
    Drawn: _drawn,
    Signatures: _signatures,
}

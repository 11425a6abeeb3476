# SPDX-License-Identifier: GPL-3.0-or-later
"""ODS, written by ourselves: the package is a zip with a handful of parts, and a list is one table.

The library for it builds the whole document in memory and loses line feeds and double blanks; here rows go
straight into the package. Every text is a text cell.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from hospes.transfer.writers.whole import Value

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    )
)
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {_NAMESPACES} office:version="1.2"><office:automatic-styles>
<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>
<number:month number:style="long"/><number:text>-</number:text>
<number:day number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/>
<style:style style:name="head" style:family="table-cell">
<style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
"""
_FOOT = "</office:spreadsheet></office:body></office:document-content>\n"
_BLANKS = re.compile(r"^ | {2,}| $")
_FIRST_DAY = date(1583, 1, 1)


def write(part: Path, name: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table."""
    write_book(part, [(name, headings, rows)])


def write_book(part: Path, sheets: Sequence[tuple[str, Sequence[str], Iterable[Sequence[Value]]]]) -> None:
    """Write several tables, each a sheet with name, headings and rows."""
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("mimetype"), _TYPE, zipfile.ZIP_STORED)
        packed.writestr("META-INF/manifest.xml", _MANIFEST)
        with packed.open("content.xml", "w", force_zip64=True) as raw:
            content = TextIOWrapper(raw, encoding="utf-8", newline="\n")
            content.write(_HEAD)
            for name, headings, rows in sheets:
                content.write(f"<table:table table:name={quoteattr(name)}>")
                content.write(f'<table:table-column table:number-columns-repeated="{len(headings)}"/>')
                content.write(_row([_text(heading, ' table:style-name="head"') for heading in headings]))
                for row in rows:
                    content.write(_row([_cell(value) for value in row]))
                content.write("</table:table>")
            content.write(_FOOT)
            content.flush()
            content.detach()


def _row(cells: list[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def _cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return _text("yes" if value else "no")
    if isinstance(value, date):
        if value < _FIRST_DAY:
            return _text(value.isoformat())
        day = value.isoformat()
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{day}" table:style-name="day">'
            f"<text:p>{day}</text:p></table:table-cell>"
        )
    if isinstance(value, Decimal | int):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return _text(value)


def _text(text: str, style: str = "") -> str:
    """A text cell; line feeds are paragraphs, blanks that XML would swallow are counted, tabs are signs."""
    lines = "".join(f"<text:p>{_paragraph(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string"{style}>{lines}</table:table-cell>'


def _paragraph(line: str) -> str:
    plain = escape(line)
    plain = _BLANKS.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', plain)
    return plain.replace("\t", "<text:tab/>")

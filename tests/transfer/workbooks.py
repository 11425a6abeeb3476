# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks for tests, honest and hostile, built part by part."""

import zipfile
from io import BytesIO

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK = (
    f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
    '<sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def sheet(rows):
    """A sheet of inline texts: `rows` are lists of (cell, text)."""
    body = "".join(
        f'<row r="{number}">'
        + "".join(f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in cells)
        + "</row>"
        for number, cells in rows
    )
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


HEAD = (1, [("A1", "Name"), ("B1", "Ort")])
NOWAK = (2, [("A2", "Nowak"), ("B2", "Ulm")])


def xlsx(sheet1=None, strings="", extra=(), method=zipfile.ZIP_DEFLATED):
    """The bytes of a workbook; `extra` are pairs of part name and content."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("_rels/.rels", ROOT)
        packed.writestr("xl/workbook.xml", BOOK)
        packed.writestr("xl/_rels/workbook.xml.rels", BOOK_RELATIONS)
        packed.writestr("xl/worksheets/sheet1.xml", sheet1 if sheet1 is not None else sheet([HEAD, NOWAK]))
        packed.writestr("xl/sharedStrings.xml", strings or f'<?xml version="1.0"?><sst xmlns="{MAIN}"/>')
        for name, content in extra:
            packed.writestr(name, content)
    return made.getvalue()


ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Liste">'
)
ODS_FOOT = "</table:table></office:spreadsheet></office:body></office:document-content>"


def ods_cell(text, repeat=1):
    """A cell with a text."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeat}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def ods(*rows, head=ODS_HEAD):
    """The bytes of a workbook; rows are pairs of how often and the cells' XML."""
    body = "".join(
        f'<table:table-row table:number-rows-repeated="{repeat}">{cells}</table:table-row>'
        for repeat, cells in rows
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        packed.writestr("content.xml", head + body + ODS_FOOT)
    return made.getvalue()


ODS_LIST = ((1, ods_cell("Name") + ods_cell("Ort")), (1, ods_cell("Nowak") + ods_cell("Ulm")))

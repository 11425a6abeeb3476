# SPDX-License-Identifier: GPL-3.0-or-later
"""A list as plain text, for a mail or for whoever reads by a screen reader: title, a block for each row.

Columns side by side would break wherever the letters are not all equally wide, so each fact has its own line.
"""

from hospes.papers.base import Table, Value


def as_text(table: Table) -> str:
    """The whole list; cells without anything are left out."""
    lines = [table.title, "=" * len(table.title), ""]
    width = max((len(heading) for heading in table.headings), default=0) + 2
    for row in table.rows:
        for heading, value in zip(table.headings, row, strict=True):
            shown = _plain(value)
            if shown:
                lines.append(f"{heading + ':':<{width}}{shown}")
        lines.append("")
    return "\n".join(lines)


def _plain(value: Value) -> str:
    return "" if value is None else " ".join(str(value).split())

# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of file forms that can be read; a new one is a module and a line here."""

from collections.abc import Callable
from pathlib import Path

from hospes.transfer.calendar_reader import read as read_calendar
from hospes.transfer.camt_reader import read as read_camt
from hospes.transfer.csv_reader import read as read_csv
from hospes.transfer.funding_rules import read as read_rules
from hospes.transfer.json_reader import read as read_json
from hospes.transfer.mt940_reader import read as read_mt940
from hospes.transfer.network_figures import read as read_figures
from hospes.transfer.partner_reader import read as read_visit
from hospes.transfer.picture_reader import read as read_picture
from hospes.transfer.reading import Output, ReadOptions
from hospes.transfer.vcard_reader import read as read_vcard
from hospes.transfer.workbook_reader import read as read_workbook

Reader = Callable[[Path, ReadOptions, Output], None]

READERS: dict[str, Reader] = {
    "csv": read_csv,
    "camt": read_camt,
    "mt940": read_mt940,
    "calendar": read_calendar,
    "workbook": read_workbook,
    "vcard": read_vcard,
    "json": read_json,
    "visit": read_visit,
    "picture": read_picture,
    "figures": read_figures,
    "rules": read_rules,
}


def reader_of(form: str) -> Reader:
    """The reader of a form as `sniff.form_of` names it."""
    return READERS[form]

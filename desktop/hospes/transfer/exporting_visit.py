# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking out guests, hosts, who sleeps where, and the list of visits.

Matters of health and refusals stay in the file unless they are asked for (decision 41). Codes become words of
the headings' language; our own import knows both.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.transfer.exported import Wanted, Written, headings_in, rows_of
from hospes.transfer.fields import GUESTS, HOSTS, PLACEMENTS, VISITS
from hospes.transfer.words import columns_of
from hospes.transfer.writers import WRITERS, no_such_ending, write_table
from hospes.transfer.writers.json_writer import write_records
from hospes.transfer.writers.whole import whole_file

if TYPE_CHECKING:
    from hospes.queries.export_visits import Record
    from hospes.transfer.door import Read

ENDINGS = (*WRITERS, ".json")
COLUMNS = {"guests": GUESTS, "hosts": HOSTS, "placements": PLACEMENTS, "visits": VISITS}
TITLES = {
    "guests": N_("Guests"),
    "hosts": N_("Hosts"),
    "placements": N_("Who sleeps where"),
    "visits": N_("Visits"),
}


def export_for_visit(read: "Read", target: Path, wanted: Wanted) -> Written:
    """Write a table; the ending of the target chooses the form. Raises UserError."""
    if wanted.what != "visits" and wanted.visit is None:
        raise UserError("Say which visit is meant.", code="visit-missing")
    if wanted.what == "partner":
        from hospes.transfer.partner_sheets import write_sheets

        return write_sheets(read, target, wanted)
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise no_such_ending(target, ENDINGS)
    records = records_of(read, wanted)
    fields = COLUMNS[wanted.what]
    headings = headings_for(fields, wanted.language)
    rows = rows_of(records, fields, wanted.language)
    if ending == ".json":
        with whole_file(target) as part:
            write_records(part, headings, rows)
    else:
        write_table(target, Locale.of(wanted.language or "en").text(TITLES[wanted.what]), headings, rows)
    return Written(len(records), target)


def headings_for(fields: Sequence[str], language: str) -> list[str]:
    """The headings; in English the names of product 5, where the name of a visit is its title."""
    return (
        headings_in(fields, language)
        if columns_of(language)
        else ["title" if field == "visit_title" else field for field in fields]
    )


def records_of(read: "Read", wanted: Wanted) -> "list[Record]":
    """The rows of a table, by field."""
    from hospes.queries import export_visits as queries
    from hospes.queries.filters import EVERYONE

    language, chosen = wanted.language or "en", wanted.filter or EVERYONE
    if wanted.what == "visits":
        return read(queries.exported_visits, wanted.today, language, chosen)
    if wanted.what == "placements":
        return read(queries.exported_placements, wanted.visit, chosen, wanted.locale, wanted.today, language)
    query = queries.exported_guests if wanted.what == "guests" else queries.exported_hosts
    shown = queries.Shown(wanted.health, wanted.confidential)
    return read(query, wanted.visit, chosen, wanted.locale, wanted.today, shown, language)

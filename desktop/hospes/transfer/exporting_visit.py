# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking out guests, hosts, who sleeps where, and the list of visits.

Matters of health and refusals stay in the file unless they are asked for (decision 41). Codes become words of
the headings' language; our own import knows both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.transfer.exporting import Written, headings_in
from hospes.transfer.fields import GUESTS, HOSTS, PLACEMENTS, VISITS
from hospes.transfer.words import columns_of, first_word
from hospes.transfer.writers import WRITERS, no_such_ending, write_table
from hospes.transfer.writers.json_writer import write_records
from hospes.transfer.writers.whole import Value, whole_file

if TYPE_CHECKING:
    from hospes.queries.export_visits import Record
    from hospes.queries.filters import Filter
    from hospes.transfer.bringing import Read

ENDINGS = (*WRITERS, ".json")
COLUMNS = {"guests": GUESTS, "hosts": HOSTS, "placements": PLACEMENTS, "visits": VISITS}
TITLES = {
    "guests": N_("Guests"),
    "hosts": N_("Hosts"),
    "placements": N_("Who sleeps where"),
    "visits": N_("Visits"),
}
_WORDED = {
    "sex": "sex", "group_rule": "rule", "smoker": "smoking", "bed": "bed", "direction": "direction",
}  # fmt: skip
_LISTED = {
    "animal_allergies": ("animal",), "animal_fear": ("animal",),
    "other_allergies": ("allergen", "diet", "animal"), "diet": ("diet",), "diets": ("diet",),
    "accepts": ("accepts",), "pets": ("animal",),
}  # fmt: skip
_YES_NO = frozenset(
    (
        "minds_smoke", "step_free", "sofa_ok", "first_visit", "needs_lift", "hotel", "consent_host",
        "consent_photo", "minors_ok", "hosted_last_time", "experienced", "locked",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written."""

    what: str
    visit: UUID | None
    today: date
    language: str
    filter: "Filter | None"
    locale: Locale
    health: bool = False
    confidential: bool = False


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
        return read(queries.exported_visits, wanted.today, language)
    if wanted.what == "placements":
        return read(queries.exported_placements, wanted.visit, chosen, wanted.locale, wanted.today, language)
    query = queries.exported_guests if wanted.what == "guests" else queries.exported_hosts
    shown = queries.Shown(wanted.health, wanted.confidential)
    return read(query, wanted.visit, chosen, wanted.locale, wanted.today, shown, language)


def rows_of(records: "Iterable[Record]", fields: Sequence[str], language: str) -> Iterable[list[Value]]:
    """The cells of a table; words for codes in the language of the headings."""
    for record in records:
        cells = (record.get(field) for field in fields)
        yield [
            None if isinstance(cell, UUID) else worded(field, cell, language)
            for field, cell in zip(fields, cells, strict=True)
        ]


def worded(field: str, value: Value, language: str) -> Value:
    """A code as a word of a language; anything else as it is."""
    if not language or language.partition("-")[0] == "en" or not isinstance(value, str) or not value:
        return value
    if field in _WORDED:
        return first_word(f"{_WORDED[field]}:{value}", language) or value
    if field in _YES_NO or (field == "pets" and value == "no"):
        return first_word(value, language) or value
    if field == "role":
        kind, semicolon, role = value.partition("; ")
        word = first_word(f"kind:{kind}", language)
        return f"{word}{semicolon}{role}" if word else value
    if field in _LISTED:
        return ";".join(_word(each, _LISTED[field], language) for each in value.split(";"))
    return value


def _word(code: str, meanings: tuple[str, ...], language: str) -> str:
    for meaning in meanings:
        word = first_word(f"{meaning}:{code}", language)
        if word:
            return word
    return code

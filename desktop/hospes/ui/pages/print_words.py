# SPDX-License-Identifier: GPL-3.0-or-later
"""What the print centre offers by name: parts of the membership, spreadsheets, languages by country."""

from typing import TYPE_CHECKING

from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.paper_visit import VisitChoice

LANGUAGE_OF = {
    "DE": "de", "AT": "de", "CH": "de", "FR": "fr", "BE": "fr", "LU": "fr", "PL": "pl", "GB": "en",
    "IE": "en", "US": "en",
}  # fmt: skip
"""The language in which papers for a country are offered first; languages without a catalogue are not."""

ORDERS = {"name": "name", "number": "number", "postcode": "postcode", "since": "joined", "place": "postcode"}
"""Orders of the member list, and what papers call them."""

CHIP_WORDS = {
    "dues_open": N_("Those with open dues"),
    "can_host": N_("Those who can host"),
    "committee": N_("The committee"),
    "former": N_("Former members"),
}
"""Parts of the membership, by their chips."""

SPREADSHEETS = {
    "xlsx": N_("Save as Excel file"),
    "ods": N_("Save as LibreOffice file"),
    "csv": N_("Save as CSV"),
    "txt": N_("Save as text"),
}
"""Kinds of files a list can be saved as, by ending."""


def visit_words(locale: "Locale", visit: "VisitChoice") -> str:
    """`Ascension visit 2026, 13–17 May 2026`; the days only where the title does not tell the year."""
    title = visit.title or locale.text("Visit")
    if visit.first is None or str(visit.first.year) in title:
        return title
    return locale.text("{visit}, {when}", visit=title, when=locale.span(visit.first, visit.last))

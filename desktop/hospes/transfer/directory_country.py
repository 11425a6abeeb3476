# SPDX-License-Identifier: GPL-3.0-or-later
"""Which country the first towns of a list lie in, and what a cell for countries says."""

import re
from functools import cache

from hospes.transfer.columns import Column, main_language
from hospes.transfer.headings import key
from hospes.transfer.table import Table
from hospes.transfer.vocabulary import country

_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_OF_LANGUAGE = {
    "de": ("DE", "AT", "CH", "LI", "LU", "BE"),
    "fr": ("FR", "BE", "CH", "LU", "MC"),
    "pl": ("PL",),
}
"""The country whose offices write lists in a language, then others that do. English is written everywhere."""
_NAMED = {
    "deutsch": "DE", "allemand": "DE", "niemieck": "DE", "german": "DE", "franz": "FR", "franc": "FR",
    "french": "FR", "poln": "PL", "polsk": "PL", "polon": "PL", "polish": "PL", "oster": "AT",
    "britisch": "GB", "british": "GB", "britann": "GB", "italien": "IT", "schweiz": "CH", "suisse": "CH",
}  # fmt: skip


def home_of(table: Table, columns: tuple[Column, ...], ours: str) -> str:
    """The country of the first towns where no column says it: what its heading says, else by the language.

    A list with French headings that a German association brings in is of French communes.
    """
    for column in columns:
        if column.field == "our_territory":
            heading = key(column.heading)
            for stem, code in _NAMED.items():
                if stem in heading:
                    return code
    writers = _OF_LANGUAGE.get(main_language(table, "partnerships"), (ours,))
    return ours if ours in writers else writers[0]


@cache
def country_said(text: str) -> str | None:
    """The country of a cell, also where the cell says more: "Frankreich (Elsass)", "Italien / Sizilien"."""
    found = country(text)
    if found is None:
        found = country(_BRACKET.sub("", text))
    for part in re.split(r"\s*[/,;–]\s*|\s+-\s+", text) if found is None else ():
        found = found or (country(part) if len(part) > 2 else None)
    return found

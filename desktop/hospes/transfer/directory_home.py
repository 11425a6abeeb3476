# SPDX-License-Identifier: GPL-3.0-or-later
"""Which country the first towns of a list of links lie in."""

from hospes.transfer.columns import Column, main_language
from hospes.transfer.headings import key
from hospes.transfer.table import Table

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

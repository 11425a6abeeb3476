# SPDX-License-Identifier: GPL-3.0-or-later
"""What a cell for countries says."""

import re
from functools import cache

from hospes.transfer.vocabulary import country

_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


@cache
def country_said(text: str) -> str | None:
    """The country of a cell, also where the cell says more: "Frankreich (Elsass)", "Italien / Sizilien"."""
    found = country(text)
    if found is None:
        found = country(_BRACKET.sub("", text))
    for part in re.split(r"\s*[/,;–]\s*|\s+-\s+", text) if found is None else ():
        found = found or (country(part) if len(part) > 2 else None)
    return found

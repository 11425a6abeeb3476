# SPDX-License-Identifier: GPL-3.0-or-later
"""What the wording of a SEPA mandate may not lack, whatever words an association uses."""

import re
from enum import StrEnum

SETTING = "mandate.words."
"""Followed by the language: the association's own words, by part."""

NAME = "{name}"
BANK = {"de": ("kreditinstitut", "bank"), "fr": ("banque",), "pl": ("bank",), "en": ("bank",)}
WEEKS = {
    "de": r"(\b8|\bacht)\s+wochen",
    "fr": r"(\b8|\bhuit)\s+semaines",
    "pl": r"(\b8|\bośmiu|\bosiem)\s+tygodni",
    "en": r"(\b8|\beight)\s+weeks",
}


class Lacks(StrEnum):
    """A part the law asks for."""

    CREDITOR = "creditor"
    BANK = "bank"
    WEEKS = "weeks"


def lacking(language: str, authorisation: str, refund: str) -> tuple[Lacks, ...]:
    """Which parts seem to be missing; a language without known words is compared with the English ones."""
    said = authorisation.casefold()
    found = []
    if NAME not in said:
        found.append(Lacks.CREDITOR)
    if not any(word in said for word in BANK.get(language, BANK["en"])):
        found.append(Lacks.BANK)
    if not re.search(WEEKS.get(language, WEEKS["en"]), refund.casefold()):
        found.append(Lacks.WEEKS)
    return tuple(found)

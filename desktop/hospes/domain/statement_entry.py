# SPDX-License-Identifier: GPL-3.0-or-later
"""What a bank says of one line of a statement."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a statement, as the bank wrote it."""

    row: int
    on: date
    minor: int
    """Positive came in, negative went out."""
    currency: str
    name: str = ""
    iban: str = ""
    words: str = ""
    key: str = ""
    """The same in every file that has this entry."""
    back: bool = False
    """The bank says that a debit came back."""
    reference: str = ""
    """The end-to-end reference the bank names."""
    mandate: str = ""
    reason: str = ""
    """Why it came back, by the scheme's code."""
    original: int = 0
    """What the debit was, where the bank says it, in cents."""
    fee: int = 0
    """What the bank says it took, in cents."""

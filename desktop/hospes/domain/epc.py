# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of the QR code with which a bank's app fills in a transfer (European Payments Council, EPC069-12).

Twelve lines at most, 331 bytes at most, in UTF-8; the last lines that are empty are left out. What is longer
than its line allows is shortened, never refused: the code must not be missing because a name is long.
"""

import unicodedata
from dataclasses import dataclass

from hospes.domain.errors import UserError
from hospes.domain.values import Money

NAME, TEXT, NOTE, REFERENCE, BYTES = 70, 140, 70, 35, 331
LEAST, MOST = 1, 99_999_999_999
"""In cents: 0.01 to 999 999 999.99 euros."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer to be made."""

    name: str
    """Whose account it is."""
    iban: str
    amount: Money
    text: str = ""
    """What it is for, in words; stands only where there is no `reference`."""
    bic: str = ""
    reference: str = ""
    """A creditor reference (ISO 11649) of the payer's bank; letters of Hospes use words."""


def transfer_text(transfer: Transfer) -> str:
    """What stands in the code.

    Raises:
        UserError: not euros, or an amount the code cannot hold, or no IBAN.
    """
    amount = transfer.amount
    if amount.currency != "EUR":
        raise UserError("The QR code for transfers exists for euros only.", code="epc-currency")
    if not LEAST <= amount.minor <= MOST:
        raise UserError("The QR code for transfers takes amounts from 0.01 euros.", code="epc-amount")
    iban = "".join(transfer.iban.split()).upper()
    name = _line(transfer.name, NAME)
    if not iban or not name:
        raise UserError(
            "The QR code for transfers needs the association's IBAN. It is written in the settings, under "
            "Association.",
            code="epc-iban",
        )
    reference = _line(transfer.reference, REFERENCE)
    words = "" if reference else _line(transfer.text, TEXT)
    while True:
        lines = [
            "BCD", "002", "1", "SCT", _line(transfer.bic, 11).upper(), name, iban,
            f"EUR{amount.minor // 100}.{amount.minor % 100:02d}", "", reference, words,
        ]  # fmt: skip
        text = "\n".join(lines).rstrip("\n")
        over = len(text.encode()) - BYTES
        if over <= 0 or not words:
            return text
        words = _shorter(words, over)


def _line(text: str, most: int) -> str:
    """One line of composed letters without control signs, at most so many."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    shown = "".join(sign for sign in composed if unicodedata.category(sign)[0] != "C")
    return shown[:most].strip()


def _shorter(text: str, by: int) -> str:
    """The text without its last letters, so many bytes less, never cut within a letter."""
    return text.encode()[: max(0, len(text.encode()) - by)].decode(errors="ignore").strip()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Bank statements as MT940, and the same entries as MT942, read in the child process.

What the lines mean is the library's; here its entries become the rows that camt gives. Banks outside Germany
still give these files, and what German banks gave until 2025 lies in many folders.
"""

import io
import logging
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.transfer.camt_reader import COLUMNS, NO_REFERENCE
from hospes.transfer.encodings import prepare
from hospes.transfer.reading import MAX_CELL, MAX_ROWS, Head, Output, ReadOptions, Unreadable
from hospes.transfer.statement_text import account_number
from hospes.transfer.words.statements import REASON_NUMBERS

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = (
    ("purpose", "additional_purpose"),
    ("end_to_end_reference",),
    ("transaction_details",),
    ("posting_text",),
)
"""The first of them that says anything: words of a payment, else what the bank wrote about it."""
_MARK = re.compile(r"\s*\d{0,4}([<^~])\d\d")
_BROKEN = (RuntimeError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read a statement. Raises `Unreadable` where a line of it means nothing."""
    import mt940

    # It writes what it cannot read to the log, with the words of the payment.
    logging.getLogger("mt940").setLevel(logging.CRITICAL + 1)
    out.head(Head("mt940"))
    out.row(1, list(COLUMNS))
    raw, decoder, _ = prepare(path.read_bytes(), options.encoding)
    text = "\n".join(decoder.line(line) for line in raw.splitlines())
    try:
        statements = mt940.parse_statements(io.StringIO(text), options=mt940.Options.all())
        rows = [_row(entry.data) for statement in statements for entry in statement if "amount" in entry.data]
    except _BROKEN:
        raise Unreadable("The file {file} is damaged and cannot be read.", file=path.name) from None
    if len(rows) >= MAX_ROWS:
        raise Unreadable(
            "The list has more than {most} rows. Split it into several lists.",
            code="source-too-big",
            most=MAX_ROWS,
        )
    for number, cells in enumerate(rows, 2):
        out.row(number, list(cells))


def _row(data: "Mapping[str, object]") -> list[str]:
    day = str(data.get("entry_date") or data["date"])
    amount = getattr(data["amount"], "amount", None)
    if not isinstance(amount, Decimal):
        raise TypeError(amount)
    written = data.get("transaction_details")
    marked = _by_marks("".join(written.splitlines())) if isinstance(written, str) else {}
    data = {**data, **marked, "transaction_details": None} if marked else data
    words = next(
        (told for names in _WORDS if (told := " ".join(filter(None, (_text(data, n) for n in names))))), ""
    )
    references = (_text(data, "bank_reference"), _text(data, "extra_details"))
    reference = next((one for one in references if one and one.upper() not in NO_REFERENCE), "")
    return [
        day,
        str(amount.quantize(Decimal("0.01"), ROUND_HALF_UP)),
        _text(data, "currency"),
        _text(data, "applicant_name"),
        _text(data, "applicant_iban") or _text(data, "gvc_applicant_iban"),
        words,
        f"{day} {reference}" if reference else "",
        _text(data, "end_to_end_reference"),
        _text(data, "additional_position_reference"),
        REASON_NUMBERS.get(_text(data, "return_debit_notes"), ""),
        _text(data, "original_amount"),
        _text(data, "compensation_amount"),
        " ".join(_text(data, name) for name in ("id", "transaction_code", "posting_text")),
    ]  # fmt: skip


def _by_marks(told: str) -> dict[str, str]:
    """The parts of what Polish banks write: `<20Składka<27Anna Żak<38PL61…`; others mark them with ^ or ~."""
    found = _MARK.match(told)
    if found is None:
        return {}
    parts = {one[:2]: one[2:].strip() for one in told.split(found[1])[1:] if one[:2].isdigit()}
    name = " ".join(parts[one] for one in ("27", "28", "29") if parts.get(one))
    return {
        "purpose": "".join(parts.get(str(one), "") for one in range(20, 27)),
        "applicant_name": name or parts.get("32", "") + parts.get("33", ""),
        "applicant_iban": account_number(parts.get("38", "")) or account_number(parts.get("31", "")),
        "posting_text": parts.get("00", ""),
    }


def _text(data: "Mapping[str, object]", name: str) -> str:
    value = data.get(name)
    return " ".join(str(value).split())[:MAX_CELL] if value is not None else ""

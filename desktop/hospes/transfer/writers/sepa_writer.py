# SPDX-License-Identifier: GPL-3.0-or-later
"""The file for the bank: direct debits as pain.008, checked against the bank's own schema before it is there.

It is written to the disk and nowhere else; whoever wants it at the bank uploads it there.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.domain.errors import UserError
from hospes.domain.sepa import NAME, WORDS, PainVersion, plain_text
from hospes.transfer.writers.whole import whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hospes.queries.association import Association
    from hospes.queries.collections import ItemLine


def collection_xml(
    own: "Association", items: "Sequence[ItemLine]", due_on: "date", version: PainVersion
) -> bytes:
    """The text of the file. Raises UserError where it would not be valid.

    Addresses are left out: the scheme wants none inside the SEPA countries. Without a BIC the bank finds it
    by the IBAN; the file says NOTPROVIDED.
    """
    from sepaxml import SepaDD
    from sepaxml.validation import ValidationError

    config = {
        "name": plain_text(own.name, NAME),
        "IBAN": own.iban,
        "batch": True,
        "creditor_id": own.creditor_id,
        "currency": "EUR",
    }
    if own.bic:
        config["BIC"] = own.bic
    try:
        writer = SepaDD(config, schema=version.schema, clean=True)
        for item in items:
            bank = item.mandate
            payment: dict[str, object] = {
                "name": plain_text(bank.account_name or item.name, NAME),
                "IBAN": bank.iban,
                "amount": item.minor,
                "type": item.sequence.value,
                "collection_date": due_on,
                "mandate_id": bank.reference,
                "mandate_date": bank.signed_on,
                "description": plain_text(item.words or own.name, WORDS),
                "endtoend_id": item.reference,
            }
            if bank.bic:
                payment["BIC"] = bank.bic
            writer.add_payment(payment)
        made = writer.export(validate=True)
    except ValidationError:
        raise UserError(
            "The file for the bank would not be valid, so it was not written. Look at the mandates of this "
            "collection and at the association’s own account.",
            code="sepa-invalid",
        ) from None
    return bytes(made)


def write_collection(
    target: Path, own: "Association", items: "Sequence[ItemLine]", due_on: "date", version: PainVersion
) -> None:
    """Write the file whole or not at all. Raises UserError."""
    text = collection_xml(own, items, due_on, version)
    with whole_file(target) as part:
        part.write_bytes(text)


def file_name(due_on: "date") -> str:
    """What the file is called unless somebody says otherwise."""
    return f"SEPA {due_on.isoformat()}.xml"

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a receipt says, word for word, frozen when it is written: the paper is drawn from it alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hospes.domain.amount_words import amount_words
from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.donations import GiftDetail, PlannedReceipt, TaxFacts, french_article
from hospes.domain.donations_codes import (
    DuesDeductible,
    GiftOrigin,
    NoticeKind,
    ReceiptForm,
)
from hospes.domain.donations_texts import FormTexts, fill

Copy = Mapping[str, Any]

WAYS = {
    PaymentMethod.CASH: "cash",
    PaymentMethod.TRANSFER: "transfer",
    PaymentMethod.DEBIT: "transfer",
    PaymentMethod.CARD: "transfer",
}
"""The boxes of the French form for the way a gift came."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is decided when a receipt is written: its number, its day, and how days are spelled."""

    number: str
    day: date
    donor: tuple[str, ...]
    """Name and address, one line each."""
    spoken: str
    """The language of the form."""


def freeze(receipt: PlannedReceipt, facts: TaxFacts, texts: FormTexts, written: Written) -> dict[str, Any]:
    """The frozen text of a receipt, as plain JSON."""
    words = texts.of(receipt.form)
    made: dict[str, Any] = {
        "form": receipt.form.value,
        "source": texts.source,
        "number": written.number,
        "day": written.day.isoformat(),
        "place": facts.place,
        "issuer": list(facts.issuer),
        "donor": list(written.donor),
        "minor": receipt.minor,
        "words": amount_words(receipt.minor, written.spoken),
        "first": receipt.first.isoformat(),
        "last": receipt.last.isoformat(),
        "signed_by": facts.signed_by,
        "items": [
            {
                "on": one.on.isoformat(),
                "minor": one.minor,
                "dues": one.purpose is PaymentPurpose.DUES,
                "waived": one.waived,
                "method": one.method.value,
            }
            for one in receipt.gifts
        ],
    }
    if receipt.form is ReceiptForm.FR_RECEIPT:
        made |= _french(receipt, facts)
    else:
        made |= _german(receipt, facts, words)
    made["texts"] = words
    return made


def _german(receipt: PlannedReceipt, facts: TaxFacts, words: Mapping[str, str]) -> dict[str, Any]:
    named = {
        "purpose": facts.purpose,
        "office": facts.tax_office,
        "tax_no": facts.tax_no,
        "notice_on": german_day(facts.notice_on),
        "period": facts.period,
        "machine_on": german_day(facts.machine_on),
    }
    notice = "exemption" if facts.notice is NoticeKind.EXEMPTION else "finding"
    made: dict[str, Any] = {
        "notice": fill(words[notice], named),
        "use": fill(words["use"], named),
        "no_dues": facts.dues is DuesDeductible.NO and receipt.form is not ReceiptForm.DE_KIND,
        # Not for things and not for waived expenses: those are signed by hand (domain 4.1).
        "machine": fill(words["machine"], named)
        if facts.machine_on is not None
        and receipt.form is not ReceiptForm.DE_KIND
        and not any(one.waived for one in receipt.gifts)
        else "",
    }
    if receipt.form is ReceiptForm.DE_KIND:
        detail = receipt.gifts[0].detail or GiftDetail()
        made |= {
            "thing": "; ".join(part for part in (detail.what, detail.condition) if part),
            "origin": (detail.origin or GiftOrigin.UNTOLD).value,
            "proof": detail.proof,
        }
    return made


def _french(receipt: PlannedReceipt, facts: TaxFacts) -> dict[str, Any]:
    first = receipt.gifts[0]
    detail = first.detail or GiftDetail()
    kind = first.purpose is PaymentPurpose.IN_KIND
    return {
        "object": facts.purpose,
        "register": facts.register_no,
        "article": french_article(receipt.donor),
        "gift_form": "other" if kind or first.waived else "manual",
        "nature": "other" if kind else "waived" if first.waived else "money",
        "nature_words": "; ".join(part for part in (detail.what, detail.condition) if part) if kind else "",
        "ways": []
        if kind or first.waived
        else sorted({WAYS[one.method] for one in receipt.gifts if one.method in WAYS}),
    }


def german_day(day: date | None) -> str:
    """07.03.2026."""
    return f"{day.day:02d}.{day.month:02d}.{day.year}" if day is not None else ""


def french_day(day: date | None) -> str:
    """07/03/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day is not None else ""

# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of gifts and donation receipts."""

from datetime import date

from hospes.actions.donations import DescribeGift, GiveGiftBack, RecordGift
from hospes.actions.donations_receipts import (
    CancelReceipt,
    HandOutReceipts,
    NewReceipt,
    SetReceiptFact,
    VerifyForms,
    WriteDonationReceipts,
)
from hospes.domain.codes import PaymentPurpose
from hospes.domain.donations import GiftDetail
from hospes.domain.donations_codes import ClaimBasis, GiftOrigin, ReceiptForm, ValueBasis
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money

DAY = date(2026, 4, 20)


def money(app, w):
    """A gift of money; gives the payment."""
    return app.run(gift(w)).result


def gift(w):
    return RecordGift(Payer(PayerKind.PERSON, w.dieter), Money(5000), DAY)


def waived(w):
    detail = GiftDetail("Travel", spent_on=DAY, claim=ClaimBasis.BYLAWS, claim_on=date(2020, 1, 1))
    return RecordGift(
        Payer(PayerKind.PERSON, w.dieter), Money(5000), DAY, PaymentPurpose.WAIVED, detail=detail
    )


def writing(app, w):
    """The first receipt of the file, for one gift."""
    donor, payment = Payer(PayerKind.PERSON, w.dieter), money(app, w)
    new = NewReceipt(
        "2026-1", ReceiptForm.DE_MONEY, donor, DAY, DAY, ((payment, 5000),), {"number": "2026-1"}, b"%PDF"
    )
    return WriteDonationReceipts((new,))


def written(app, w):
    return app.run(writing(app, w)).result


def thing(app, w):
    donor = Payer(PayerKind.PERSON, w.dieter)
    detail = GiftDetail("Piano")
    return app.run(RecordGift(donor, Money(45000), DAY, PaymentPurpose.IN_KIND, detail=detail)).result


SAMPLES = {
    "gift-record": lambda app, w: waived(w),
    "gift-describe": lambda app, w: DescribeGift(
        thing(app, w), GiftDetail("Piano", "Old, tuned", GiftOrigin.PRIVATE, ValueBasis.APPRAISAL, True)
    ),
    "gift-back": lambda app, w: GiveGiftBack(money(app, w), Money(2000), DAY),
    "donation-receipts-write": writing,
    "donation-receipts-hand-out": lambda app, w: HandOutReceipts(tuple(written(app, w))),
    "donation-receipt-cancel": lambda app, w: CancelReceipt(written(app, w)[0], "Wrong name"),
    "donation-fact-set": lambda app, w: SetReceiptFact("notice", "exemption"),
    "donation-forms-verify": lambda app, w: VerifyForms("0123456789abcdef", "Hannelore Fischer"),
}

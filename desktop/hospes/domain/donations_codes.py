# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of gifts and of the receipts tax offices want for them (domain 4.1 and 4.2)."""

from hospes.domain.codes import Code, PaymentPurpose
from hospes.i18n.marks import N_


class ReceiptForm(Code):
    """The official forms; a plain receipt has none."""

    DE_MONEY = "de_money", N_("German receipt for one gift of money")
    DE_KIND = "de_kind", N_("German receipt for a gift in kind")
    DE_COLLECTIVE = "de_collective", N_("German collective receipt with annex")
    FR_RECEIPT = "fr_receipt", N_("French tax receipt")


GERMAN = (ReceiptForm.DE_MONEY, ReceiptForm.DE_KIND, ReceiptForm.DE_COLLECTIVE)
FORMS = {"DE": GERMAN, "FR": (ReceiptForm.FR_RECEIPT,)}
"""The forms of a country; every other has none."""


class GiftOrigin(Code):
    """Where a thing comes from that was given."""

    PRIVATE = "private", N_("From private property")
    BUSINESS = "business", N_("From a business")
    UNTOLD = "untold", N_("The donor did not say, though asked")


class ValueBasis(Code):
    """What the price of a thing was found by."""

    INVOICE = "invoice", N_("Invoice or receipt of the purchase")
    APPRAISAL = "appraisal", N_("Appraisal")
    MARKET = "market", N_("Price of similar things")
    WITHDRAWAL = "withdrawal", N_("Value on leaving the business")


class ClaimBasis(Code):
    """What gave the claim to the expenses somebody does not want back."""

    BYLAWS = "bylaws", N_("The by-laws")
    CONTRACT = "contract", N_("A contract")
    RESOLUTION = "resolution", N_("A resolution of the board")


class NoticeKind(Code):
    """The paper of a German tax office by which an association may write receipts."""

    EXEMPTION = "exemption", N_("Exemption notice (Freistellungsbescheid)")
    FINDING = "finding", N_("Finding on the by-laws (§ 60a AO)")


class DuesDeductible(Code):
    """Whether dues may stand on a receipt for the tax office."""

    UNDECIDED = "undecided", N_("Not decided yet")
    YES = "yes", N_("Yes, dues count like gifts")
    NO = "no", N_("No, only gifts count")


class Eligibility(Code):
    """What a French association bases its right to write receipts on."""

    RULING = "ruling", N_("A ruling of the tax office (rescrit)")
    OWN = "own", N_("Our own assessment")


class WhyNot(Code):
    """Why a gift gets no receipt."""

    RECEIPT = "receipt", N_("has its receipt")
    RETURNED = "returned", N_("the money went back")
    DUES_NO = "dues_no", N_("dues do not count for the tax office")
    DUES_UNDECIDED = "dues_undecided", N_("not decided whether dues count")
    CURRENCY = "currency", N_("not in euros")
    NOT_DESCRIBED = "not_described", N_("the thing is not described in full")
    NO_CLAIM = "no_claim", N_("what gave the claim to the expenses is missing")
    CLAIM_LATE = "claim_late", N_("the claim is younger than the expense")
    NO_DONOR = "no_donor", N_("nobody is named as the donor")
    NO_ADDRESS = "no_address", N_("the address is missing")


GIFTS = (PaymentPurpose.DONATION, PaymentPurpose.IN_KIND, PaymentPurpose.WAIVED)
"""Purposes that are gifts, whatever was given."""

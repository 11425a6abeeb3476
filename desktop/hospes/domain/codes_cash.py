# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of the cash and bank journal (domain 4.7)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class CashKind(Code):
    """Where money lies."""

    CASH = "cash", N_("Cash box")
    BANK = "bank", N_("Bank account")
    OTHER = "other", N_("Another place for money")


class CashSide(Code):
    """Whether money comes in or goes out."""

    IN = "in", N_("Money in")
    OUT = "out", N_("Money out")


class Sphere(Code):
    """The four spheres of a German association that is recognised as being of public benefit."""

    IDEAL = "ideal", N_("Non-profit sphere")
    ASSETS = "assets", N_("Management of assets")
    PURPOSE = "purpose", N_("Business that serves the purpose")
    BUSINESS = "business", N_("Taxable business")


class CashSource(Code):
    """What an entry of the journal is made from."""

    ENTRY = "entry", N_("Written in the journal")
    PAYMENT = "payment", N_("Payment")
    LINE = "line", N_("Cost of a visit")


class CashProof(Code):
    """Where the voucher of an entry is that has no picture in the file."""

    MISSING = "missing", N_("Still missing")
    PAPER = "paper", N_("On paper, in the folder")
    NONE = "none", N_("There is none, and none is needed")


class CashTrouble(Code):
    """What keeps an entry from being finished."""

    UNSORTED = "unsorted", N_("Without a category")
    NO_VOUCHER = "no_voucher", N_("Without a voucher")
    NO_NUMBER = "no_number", N_("Without a voucher number")
    NO_RATE = "no_rate", N_("Without an exchange rate")
    UNEVEN = "uneven", N_("The parts are not the whole")

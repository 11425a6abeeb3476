# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of a visit's budget and of grants (domain 3.8)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class BudgetSide(Code):
    """Money that goes out or comes in."""

    COST = "cost", N_("Costs")
    INCOME = "income", N_("Income")


class BudgetCategory(Code):
    """What a line of the budget is for; the first ones are costs, the last ones income."""

    TRAVEL = "travel", N_("Travel")
    LODGING = "lodging", N_("Lodging")
    MEALS = "meals", N_("Meals")
    PROGRAMME = "programme", N_("Programme")
    ROOMS = "rooms", N_("Rooms")
    INTERPRETING = "interpreting", N_("Interpreting and language")
    INCLUSION = "inclusion", N_("Accessibility and assistance")
    FEES = "fees", N_("Fees of speakers and artists")
    MATERIAL = "material", N_("Material and printing")
    INSURANCE = "insurance", N_("Insurance")
    GIFTS = "gifts", N_("Gifts")
    ADMINISTRATION = "administration", N_("Post, telephone, bank")
    OTHER_COST = "other_cost", N_("Other costs")
    GRANT = "grant", N_("Grants")
    SHARES = "shares", N_("Shares of those who take part")
    OWN = "own", N_("Own money")
    DONATION = "donation", N_("Donations")
    SALES = "sales", N_("Sales")
    PARTNER = "partner", N_("From the partner association")
    OTHER_INCOME = "other_income", N_("Other income")


INCOME = (
    BudgetCategory.GRANT,
    BudgetCategory.SHARES,
    BudgetCategory.OWN,
    BudgetCategory.DONATION,
    BudgetCategory.SALES,
    BudgetCategory.PARTNER,
    BudgetCategory.OTHER_INCOME,
)
COSTS = tuple(one for one in BudgetCategory if one not in INCOME)


class PriceClass(Code):
    """Who pays which share."""

    ADULT = "adult", N_("Adult")
    YOUTH = "youth", N_("Young person")
    CHILD = "child", N_("Child")
    REDUCED = "reduced", N_("Reduced")
    COMPANION = "companion", N_("Companion of a person with a disability")
    OTHER = "other", N_("Another price")


class GrantState(Code):
    """How far a grant has come."""

    PLANNED = "planned", N_("To be applied for")
    APPLIED = "applied", N_("Applied for")
    PROMISED = "promised", N_("Promised")
    RECEIVED = "received", N_("Received")
    REPORTED = "reported", N_("Report sent")
    CLOSED = "closed", N_("Closed")
    REFUSED = "refused", N_("Refused")


class LodgingKind(Code):
    """Where those who take part sleep, as funders ask it."""

    FAMILY = "family", N_("With families")
    HOSTEL = "hostel", N_("Hostel, hotel, camp")
    CENTRE = "centre", N_("Education centre")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Gifts and the receipts tax offices want for them: what may stand on one, and what may not (domain 4.1).

Nothing here reads or writes: rows come in, a plan of receipts and reasons come out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.donations_codes import (
    FORMS,
    ClaimBasis,
    DuesDeductible,
    Eligibility,
    GiftOrigin,
    NoticeKind,
    ReceiptForm,
    ValueBasis,
    WhyNot,
)
from hospes.domain.errors import Message
from hospes.domain.payers import Payer, PayerKind

YEARS_OF_NOTICE: Final = {NoticeKind.EXEMPTION: 5, NoticeKind.FINDING: 3}
"""How old a notice may be on the day of a receipt (§ 63 Abs. 5 AO)."""


@dataclass(frozen=True, slots=True)
class GiftDetail:
    """What is known of a gift beyond its payment."""

    what: str = ""
    condition: str = ""
    origin: GiftOrigin | None = None
    value_basis: ValueBasis | None = None
    proof: bool = False
    spent_on: date | None = None
    claim: ClaimBasis | None = None
    claim_on: date | None = None


@dataclass(frozen=True, slots=True)
class GiftFact:
    """A payment as a receipt sees it. `minor` is what is left of it after money that went back."""

    payment: UUID
    donor: Payer | None
    on: date
    minor: int
    currency: str
    purpose: PaymentPurpose
    method: PaymentMethod = PaymentMethod.TRANSFER
    detail: GiftDetail | None = None
    receipt: str = ""
    returned: int = 0

    @property
    def waived(self) -> bool:
        """Is it the waiver of a claim to expenses?"""
        return self.purpose is PaymentPurpose.WAIVED


@dataclass(frozen=True, slots=True)
class Verified:
    """Who compared the words of a form with the official one, and when."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class TaxFacts:
    """What an association has to say about itself on a receipt."""

    country: str = ""
    issuer: tuple[str, ...] = ()
    """Its name and address, one line each."""
    has_address: bool = False
    place: str = ""
    tax_no: str = ""
    tax_office: str = ""
    notice: NoticeKind | None = None
    notice_on: date | None = None
    period: str = ""
    purpose: str = ""
    dues: DuesDeductible = DuesDeductible.UNDECIDED
    machine_on: date | None = None
    """When the tax office was told that receipts are made without a signature by hand."""
    signed_by: str = ""
    register_no: str = ""
    eligible: Eligibility | None = None
    eligible_on: date | None = None
    eligible_by: str = ""
    verified: Verified | None = None

    @property
    def forms(self) -> tuple[ReceiptForm, ...]:
        """The official forms of its country."""
        return FORMS.get(self.country, ())


@dataclass(frozen=True, slots=True)
class PlannedReceipt:
    """A receipt that can be written."""

    form: ReceiptForm
    donor: Payer
    gifts: tuple[GiftFact, ...]
    first: date
    last: date

    @property
    def minor(self) -> int:
        """The sum of its gifts."""
        return sum(one.minor for one in self.gifts)


@dataclass(frozen=True, slots=True)
class ReceiptPlan:
    """The receipts of a year, what is left out and why, and what keeps all of them from being written."""

    receipts: tuple[PlannedReceipt, ...]
    left_out: tuple[tuple[GiftFact, WhyNot], ...]
    blocks: tuple[Message, ...] = field(default=())


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def notice_ends(facts: TaxFacts) -> date | None:
    """The last day on which the notice allows receipts."""
    if facts.notice is None or facts.notice_on is None:
        return None
    return years_after(facts.notice_on, YEARS_OF_NOTICE[facts.notice])


def blocks(facts: TaxFacts, day: date) -> tuple[Message, ...]:
    """What keeps an association from writing any receipt on a day; nothing where all is well."""
    found: list[Message] = []
    if not facts.forms:
        return (Message("There is no official form for receipts in this country."),)
    if not facts.has_address:
        found.append(Message("The address of the association is missing."))
    if not facts.purpose:
        found.append(Message("The purpose the tax office recognises is missing."))
    found += _german_blocks(facts, day) if facts.country == "DE" else _french_blocks(facts)
    if facts.verified is None:
        found.append(Message("Nobody has compared the words of the form with the official one yet."))
    return tuple(found)


def _german_blocks(facts: TaxFacts, day: date) -> list[Message]:
    found: list[Message] = []
    if not facts.tax_office or not facts.tax_no:
        found.append(Message("The tax office or the tax number is missing."))
    if facts.notice is None or facts.notice_on is None:
        found.append(Message("The kind or the day of the tax office’s notice is missing."))
        return found
    if facts.notice is NoticeKind.EXEMPTION and not facts.period:
        found.append(Message("The last assessment period of the notice is missing."))
    last = notice_ends(facts)
    if facts.notice_on > day:
        found.append(Message("The notice is dated {day}, which has not come yet.", day=facts.notice_on))
    elif last is not None and day > last:
        found.append(
            Message(
                "The exemption notice of {day} is older than five years. Receipts may not be written any "
                "more.",
                day=facts.notice_on,
            )
            if facts.notice is NoticeKind.EXEMPTION
            else Message(
                "The finding of {day} is older than three years. Receipts may not be written any more.",
                day=facts.notice_on,
            )
        )
    return found


def _french_blocks(facts: TaxFacts) -> list[Message]:
    found: list[Message] = []
    if not facts.register_no:  # on every receipt since version 05 of the form
        found.append(Message("The SIREN or RNA number of the association is missing."))
    if facts.eligible is None or facts.eligible_on is None or not facts.eligible_by:
        found.append(
            Message(
                "Nobody has confirmed yet that the association is of general interest "
                "and may write tax receipts."
            )
        )
    return found


def why_not(gift: GiftFact, facts: TaxFacts) -> WhyNot | None:
    """Why a gift gets no receipt; None if it may."""
    if gift.receipt:
        return WhyNot.RECEIPT
    if gift.minor <= 0:
        return WhyNot.RETURNED
    if gift.donor is None:
        return WhyNot.NO_DONOR
    if gift.currency != "EUR":
        return WhyNot.CURRENCY
    if gift.purpose is PaymentPurpose.DUES and facts.dues is not DuesDeductible.YES:
        return WhyNot.DUES_NO if facts.dues is DuesDeductible.NO else WhyNot.DUES_UNDECIDED
    return detail_missing(gift.purpose, gift.detail)


def detail_missing(purpose: PaymentPurpose, detail: GiftDetail | None) -> WhyNot | None:
    """What a thing or waived expenses lack for a receipt."""
    known = detail or GiftDetail()
    if purpose is PaymentPurpose.IN_KIND:
        whole = known.what and known.condition and known.origin is not None and known.value_basis is not None
        return None if whole else WhyNot.NOT_DESCRIBED
    if purpose is PaymentPurpose.WAIVED:
        if not known.what or known.spent_on is None or known.claim is None or known.claim_on is None:
            return WhyNot.NO_CLAIM
        if known.claim_on > known.spent_on:
            return WhyNot.CLAIM_LATE
    return None


def less_what_went_back(gifts: Sequence[GiftFact], back: Mapping[tuple[Payer, str], int]) -> list[GiftFact]:
    """Gifts after dues that went back: the newest dues of a payer are the first to go."""
    rest = dict(back)
    found: dict[UUID, GiftFact] = {}
    for one in sorted(gifts, key=lambda gift: (gift.on, gift.payment), reverse=True):
        shown = one
        if one.purpose is PaymentPurpose.DUES and one.donor is not None:
            key = (one.donor, one.currency)
            taken = min(one.minor, rest.get(key, 0))
            if taken > 0:
                rest[key] -= taken
                shown = replace(one, minor=one.minor - taken, returned=one.returned + taken)
        found[one.payment] = shown
    return [found[one.payment] for one in gifts]


def plan_receipts(
    gifts: Iterable[GiftFact],
    addressed: Mapping[Payer, bool],
    facts: TaxFacts,
    year: int,
    day: date,
    *,
    each: bool = False,
) -> ReceiptPlan:
    """Which receipts can be written for a calendar year.

    Args:
        gifts: the year's gifts and dues, in the order of donors and days.
        addressed: donors, and whether their address is known.
        facts: what the association says about itself.
        year: the calendar year of the gifts.
        day: the day the receipts are written on.
        each: one receipt for each gift, where the form lets choose; else one for the year.
    """
    left: list[tuple[GiftFact, WhyNot]] = []
    by_donor: dict[Payer, list[GiftFact]] = defaultdict(list)
    for gift in gifts:
        why = why_not(gift, facts)
        if why is None and gift.donor is not None and not addressed.get(gift.donor):
            why = WhyNot.NO_ADDRESS
        if why is not None:
            left.append((gift, why))
        elif gift.donor is not None:
            by_donor[gift.donor].append(gift)
    made: list[PlannedReceipt] = []
    if facts.forms:
        whole = (date(year, 1, 1), min(date(year, 12, 31), day))
        for donor, some in by_donor.items():
            made += _of_donor(donor, some, facts.country, whole, each=each)
    return ReceiptPlan(tuple(made), tuple(left), blocks(facts, day))


def _of_donor(
    donor: Payer, gifts: list[GiftFact], country: str, year: tuple[date, date], *, each: bool
) -> list[PlannedReceipt]:
    """Things have a receipt each; money has one together, unless there is but one or each is wanted."""
    in_kind = [one for one in gifts if one.purpose is PaymentPurpose.IN_KIND]
    money = [one for one in gifts if one.purpose is not PaymentPurpose.IN_KIND]
    single = ReceiptForm.DE_MONEY if country == "DE" else ReceiptForm.FR_RECEIPT
    thing = ReceiptForm.DE_KIND if country == "DE" else ReceiptForm.FR_RECEIPT
    together = ReceiptForm.DE_COLLECTIVE if country == "DE" else ReceiptForm.FR_RECEIPT
    found = []
    if country == "FR" and not each:
        # Waived expenses are another nature of gift, so they stand on a sheet of their own.
        groups = [[one for one in money if one.waived], [one for one in money if not one.waived]]
    else:
        groups = [[one] for one in money] if each else [money]
    for some in groups:
        if len(some) == 1:
            found.append(PlannedReceipt(single, donor, (some[0],), some[0].on, some[0].on))
        elif some:
            found.append(PlannedReceipt(together, donor, tuple(some), *year))
    found += [PlannedReceipt(thing, donor, (one,), one.on, one.on) for one in in_kind]
    return sorted(found, key=lambda one: one.first)


def french_article(donor: Payer) -> str:
    """The article of the tax code a gift falls under: companies have another one."""
    return "238" if donor.kind is PayerKind.ORGANISATION else "200"

# SPDX-License-Identifier: GPL-3.0-or-later
"""What last year's visit to Lipowiec cost, who bore it, and the town's own fund.

The numbers of this year's visit are those of the drawn pages and stay as they are; so it is last year's whose
costs were borne by others too: the friends in Lipowiec in złoty, the town, our association. The town has a
fund with rules that no program ships; it was asked for that visit in vain.
"""

from datetime import date

from hospes.example.rows import Key, Rows
from hospes.store.tables.budget import BudgetLine, VisitBearer
from hospes.store.tables.grants import FundingScheme, VisitGrant

RATE, RATE_ON = "0.2348", date(2025, 6, 2)
COSTS = (
    # category, phrase, minor units, currency, paid on, voucher
    ("travel", "line_coach", 196_000, "EUR", date(2025, 6, 5), "7"),
    ("meals", "line_dinner", 172_000, "PLN", date(2025, 5, 31), "8"),
    ("insurance", "line_insurance", 9_600, "EUR", date(2025, 4, 22), "6"),
    ("gifts", "line_gifts", 14_850, "EUR", date(2025, 5, 24), "9"),
)
BEARERS = (
    # organisation, minor units, currency
    ("towarzystwo", 172_000, "PLN"),
    ("stadt", 20_000, "EUR"),
    ("own", 25_000, "EUR"),
)
RULES = {
    "code": "own",
    "name": {
        "en": "Town of Rosenau: fund for encounters",
        "de": "Stadt Rosenau: Begegnungsfonds",
        "fr": "Ville de Rosenau : fonds pour les rencontres",
        "pl": "Miasto Rosenau: fundusz spotkań",
    },
    "funder": "Stadt Rosenau",
    "country": "DE",
    "currency": "EUR",
    "source": "Richtlinie vom 12.11.2024",
    "checked_on": "2025-01-15",
    "conditions": [
        {"rule": "least", "value": {"value": "10"}},
        {"rule": "balance", "value": {"value": "30"}, "must": False},
    ],
    "deadlines": [{"kind": "apply", "weeks": -12}],
    "proofs": ["list_signed", "vouchers", "report"],
    "rates": [
        {
            "from": "2025-01-01",
            "to": None,
            "cap": {"value": "600"},
            "parts": [
                {
                    "code": "travel",
                    "basis": "person",
                    "value": {"value": "15"},
                    "people": {"which": "travelling"},
                },
                {"code": "programme", "basis": "percent", "value": {"value": "25"}},
            ],
        }
    ],
}
"""A fund as many towns have one: something for each who travels, a share of the costs, a limit."""


def write(rows: Rows, owner: Key) -> None:
    """All of it; made last, so that no other row gets another key."""
    visit, day = rows.of("visit", "2025"), rows.almanac.day
    for position, (category, phrase, minor, currency, paid, voucher) in enumerate(COSTS):
        foreign = currency != "EUR"
        rows.add(
            BudgetLine,
            visit_id=visit,
            side="cost",
            category=category,
            text=rows.say(phrase),
            planned_minor=minor,
            real_minor=minor,
            currency=currency,
            rate=RATE if foreign else "",
            rate_on=day(RATE_ON) if foreign else None,
            paid_on=day(paid),
            voucher=voucher,
            position=position,
        )
    for organisation, minor, currency in BEARERS:
        foreign = currency != "EUR"
        rows.add(
            VisitBearer,
            visit_id=visit,
            household_id=None,
            organisation_id=owner if organisation == "own" else rows.of("organisation", organisation),
            minor=minor,
            currency=currency,
            rate=RATE if foreign else "",
            rate_on=day(RATE_ON) if foreign else None,
        )
    scheme = rows.add(FundingScheme, owner_id=owner, rules=RULES)
    rows.add(
        VisitGrant,
        visit_id=visit,
        own_scheme_id=scheme,
        organisation_id=rows.of("organisation", "stadt"),
        state="refused",
        applied_minor=40_000,
        applied_on=day(date(2025, 2, 20)),
        position=-1,
    )

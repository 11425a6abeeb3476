# SPDX-License-Identifier: GPL-3.0-or-later
"""The categories a journal begins with: data, which an association then changes as it likes.

The spheres are those of German law on associations of public benefit and are left out elsewhere.
"""

from dataclasses import dataclass

from hospes.domain.codes import PaymentPurpose
from hospes.domain.codes_cash import CashSide, Sphere


@dataclass(frozen=True, slots=True)
class StarterCategory:
    """A category every new journal has; names by language, because users may change them."""

    code: str
    side: CashSide
    sphere: Sphere
    names: dict[str, str]


_IN, _OUT = CashSide.IN, CashSide.OUT

STARTER_CATEGORIES = (
    StarterCategory("dues", _IN, Sphere.IDEAL, {
        "en": "Dues", "de": "Mitgliedsbeiträge", "fr": "Cotisations", "pl": "Składki członkowskie",
    }),
    StarterCategory("donations", _IN, Sphere.IDEAL, {
        "en": "Donations", "de": "Spenden", "fr": "Dons", "pl": "Darowizny",
    }),
    StarterCategory("grants", _IN, Sphere.IDEAL, {
        "en": "Grants", "de": "Zuschüsse", "fr": "Subventions", "pl": "Dotacje",
    }),
    StarterCategory("visit-shares", _IN, Sphere.PURPOSE, {
        "en": "Shares of those who travel or host", "de": "Teilnehmerbeiträge der Begegnungen",
        "fr": "Participations aux rencontres", "pl": "Wpłaty uczestników spotkań",
    }),
    StarterCategory("events-in", _IN, Sphere.BUSINESS, {
        "en": "Sales and events", "de": "Verkäufe und Feste", "fr": "Ventes et fêtes",
        "pl": "Sprzedaż i imprezy",
    }),
    StarterCategory("interest", _IN, Sphere.ASSETS, {
        "en": "Interest", "de": "Zinsen", "fr": "Intérêts", "pl": "Odsetki",
    }),
    StarterCategory("other-in", _IN, Sphere.IDEAL, {
        "en": "Other money in", "de": "Sonstige Einnahmen", "fr": "Autres recettes", "pl": "Inne wpływy",
    }),
    StarterCategory("visit-costs", _OUT, Sphere.PURPOSE, {
        "en": "Costs of visits", "de": "Kosten der Begegnungen", "fr": "Frais des rencontres",
        "pl": "Koszty spotkań",
    }),
    StarterCategory("guests", _OUT, Sphere.IDEAL, {
        "en": "Receptions and gifts", "de": "Empfänge und Geschenke", "fr": "Réceptions et cadeaux",
        "pl": "Przyjęcia i upominki",
    }),
    StarterCategory("events-out", _OUT, Sphere.BUSINESS, {
        "en": "Costs of sales and events", "de": "Kosten für Verkäufe und Feste",
        "fr": "Frais des ventes et fêtes", "pl": "Koszty sprzedaży i imprez",
    }),
    StarterCategory("meetings", _OUT, Sphere.IDEAL, {
        "en": "Meetings and rooms", "de": "Sitzungen und Räume", "fr": "Réunions et salles",
        "pl": "Zebrania i sale",
    }),
    StarterCategory("office", _OUT, Sphere.IDEAL, {
        "en": "Post, paper, telephone, website", "de": "Porto, Büro, Telefon, Internet",
        "fr": "Courrier, bureau, téléphone, site", "pl": "Poczta, biuro, telefon, strona",
    }),
    StarterCategory("insurance", _OUT, Sphere.IDEAL, {
        "en": "Insurance and dues to others", "de": "Versicherungen und Verbandsbeiträge",
        "fr": "Assurances et adhésions", "pl": "Ubezpieczenia i składki do związków",
    }),
    StarterCategory("bank", _OUT, Sphere.IDEAL, {
        "en": "Bank charges", "de": "Kontoführung", "fr": "Frais bancaires", "pl": "Opłaty bankowe",
    }),
    StarterCategory("other-out", _OUT, Sphere.IDEAL, {
        "en": "Other money out", "de": "Sonstige Ausgaben", "fr": "Autres dépenses", "pl": "Inne wydatki",
    }),
)  # fmt: skip

OF_PURPOSE = {
    "dues": "dues",
    "donation": "donations",
    "visit": "visit-shares",
    "grant": "grants",
}
"""The category of a payment by its purpose; another purpose is for a person to sort."""

WITHOUT_MONEY = (PaymentPurpose.IN_KIND, PaymentPurpose.WAIVED)
"""Gifts of things and waived expenses are gifts, but no money moves: they are no entries of the journal."""

OF_LINE = {
    "donation": "donations",
    "sales": "events-in",
    "partner": "other-in",
    "other_income": "other-in",
}
"""The category of money that came in for a visit; costs are costs of visits."""

KNOWN_ELSEWHERE = frozenset({"grant", "shares", "own"})
"""Lines of a visit's budget that are never entries: grants and shares are payments, and an association's own
money comes from nowhere.
"""

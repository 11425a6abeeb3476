# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal of the example: two accounts and what was written in them in 2025 and until April 2026.

Dues, donations, grants and the costs of visits are payments and lines of budgets and stand there; here is
only the rest. Today both accounts together hold what `money.IN_THE_ACCOUNT` says; what was there at the
beginning follows from that. Two entries are unfinished on purpose, so that a year that is to be closed has
something to look at. All of it is invented.
"""

from datetime import date

from hospes.domain.cash_starter import KNOWN_ELSEWHERE, STARTER_CATEGORIES
from hospes.domain.dues import year_span
from hospes.example import money
from hospes.example.almanac import FROZEN
from hospes.example.phrases import LANGUAGES
from hospes.example.rows import Key, Rows
from hospes.example.tables import lines
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.cash import (
    CashAccount,
    CashBalance,
    CashCategory,
    CashCategoryText,
    CashEntry,
    CashPlan,
)
from hospes.store.tables.members import Payment

BEGUN = date(2025, 1, 1)
IN_THE_BOX = 18_740
"""What was in the cash box on that day, in cents."""

_WORDS = """
box | Cash box | Kasse | Caisse | Kasa
account | Current account | Girokonto | Compte courant | Rachunek bieżący
charges | Account charges of the quarter | Kontoführung im Quartal | Frais de tenue de compte du trimestre |
    Opłaty za rachunek za kwartał
reception | New Year reception, wine and bread | Neujahrsempfang, Wein und Brot |
    Réception du Nouvel An, vin et pain | Spotkanie noworoczne, wino i pieczywo
stamps | Stamps | Briefmarken | Timbres | Znaczki pocztowe
paper | Paper and envelopes | Papier und Umschläge | Papier et enveloppes | Papier i koperty
liability | Liability insurance of the association | Vereinshaftpflicht | Assurance de l'association |
    Ubezpieczenie stowarzyszenia
federation | Dues to the federation of twinnings | Beitrag an den Partnerschaftsverband |
    Adhésion à la fédération des jumelages | Składka do związku partnerstw
hall | Hall for the general meeting | Saal für die Mitgliederversammlung | Salle de l'assemblée générale |
    Sala na walne zebranie
website | Website for a year | Internetseite für ein Jahr | Site internet pour un an |
    Strona internetowa na rok
coach | Coach to Montclair, 29 May to 1 June | Bus nach Montclair, 29. Mai bis 1. Juni |
    Car pour Montclair, du 29 mai au 1er juin | Autokar do Montclair, 29 maja – 1 czerwca
gift | Present for Montclair | Gastgeschenk für Montclair | Cadeau pour Montclair | Prezent dla Montclair
museum | Guided tour and museum | Führung und Museum | Visite guidée et musée | Przewodnik i muzeum
drivers | Meals of the two drivers | Verpflegung der beiden Fahrer | Repas des deux chauffeurs |
    Posiłki dwóch kierowców
summer_in | Summer evening: sales | Sommerabend: Verkauf | Soirée d'été : ventes | Letni wieczór: sprzedaż
summer_out | Summer evening: drinks and sausages | Sommerabend: Getränke und Würstchen |
    Soirée d'été : boissons et saucisses | Letni wieczór: napoje i kiełbaski
float | Change for the summer evening | Wechselgeld für den Sommerabend |
    Fonds de caisse pour la soirée d'été | Drobne na letni wieczór
paid_in | Cash taken to the bank | Bareinzahlung | Versement d'espèces | Wpłata gotówki
market_in | Christmas market: French biscuits | Weihnachtsmarkt: französisches Gebäck |
    Marché de Noël : biscuits | Jarmark: francuskie ciastka
market_out | Christmas market: stall and goods | Weihnachtsmarkt: Stand und Ware |
    Marché de Noël : stand et marchandises | Jarmark: stoisko i towar
interest | Interest | Zinsen | Intérêts | Odsetki
course | Room for the French course | Raum für den Französischkurs | Salle du cours de français |
    Sala na kurs francuskiego
wreath | Wreath for the cemetery | Kranz für den Friedhof | Couronne pour le cimetière | Wieniec na cmentarz
unknown | Transfer without a reason | Überweisung ohne Verwendungszweck | Virement sans motif |
    Przelew bez tytułu
town_hall | Town of Rosenau | Stadt Rosenau | Ville de Rosenau | Miasto Rosenau
bus_firm | Reisedienst Ahrens | Reisedienst Ahrens | Reisedienst Ahrens | Reisedienst Ahrens
insurer | Rosenauer Versicherung | Rosenauer Versicherung | Rosenauer Versicherung | Rosenauer Versicherung
"""

_ENTRIES = """
2025-01-12 | box | guests | reception | -14620 | | paper
2025-01-20 | account | insurance | liability | -18640 | insurer | paper
2025-02-03 | box | office | stamps | -4750 | | paper
2025-02-18 | account | insurance | federation | -9000 | | paper
2025-03-14 | account | meetings | hall | -12000 | town_hall | paper
2025-03-31 | account | bank | charges | -1470 | | none
2025-04-08 | account | office | website | -10800 | | paper
2025-05-06 | account | visit-costs | coach | -384000 | bus_firm | paper
2025-05-22 | box | guests | gift | -8600 | | paper
2025-05-30 | account | visit-costs | museum | -31250 | | paper
2025-06-01 | box | visit-costs | drivers | -6480 | | paper
2025-06-30 | account | bank | charges | -1470 | | none
2025-07-04 | account > box | | float | -15000 | | none
2025-07-05 | box | events-in | summer_in | 74350 | | paper
2025-07-05 | box | events-out | summer_out | -36180 | | paper
2025-07-08 | box > account | | paid_in | -45000 | | none
2025-09-12 | box | office | paper | -3895 | | paper
2025-09-30 | account | bank | charges | -1470 | | none
2025-11-16 | box | guests | wreath | -6500 | | paper
2025-11-28 | account | events-out | market_out | -21640 | | paper
2025-12-07 | box | events-in | market_in | 48820 | | paper
2025-12-09 | box > account | | paid_in | -30000 | | none
2025-12-19 | box | office | stamps | -3800 | | missing
2025-12-30 | account | | unknown | -4000 | | paper
2025-12-31 | account | bank | charges | -1470 | | none
2025-12-31 | account | interest | interest | 342 | | none
2026-01-11 | box | guests | reception | -15280 | | paper
2026-01-19 | account | insurance | liability | -18640 | insurer | paper
2026-02-05 | box | office | stamps | -4750 | | paper
2026-02-17 | account | insurance | federation | -9000 | | paper
2026-03-13 | account | meetings | hall | -12000 | town_hall | paper
2026-03-24 | account | meetings | course | -6000 | | paper
2026-03-31 | account | bank | charges | -1470 | | none
2026-04-09 | account | office | website | -10800 | | paper
2026-04-22 | box | office | paper | -2940 | | missing
"""
"""Day, account (or from > to), category, text, cents, other side, voucher."""

_PLAN = {
    "dues": 390_000, "donations": 20_000, "grants": 480_000, "visit-shares": 70_000, "events-in": 120_000,
    "visit-costs": 640_000, "guests": 35_000, "events-out": 60_000, "meetings": 18_000, "office": 28_000,
    "insurance": 28_000, "bank": 6_000,
}  # fmt: skip
"""The plan of this year, as the general meeting approved it."""


def cash(rows: Rows, owner: Key) -> None:
    """Accounts, categories, entries, the plan of this year and the bank's word for the end of the last."""
    words = {key: dict(zip(LANGUAGES, texts, strict=True)) for key, *texts in lines(_WORDS)}
    say = {key: texts[rows.say.language] for key, texts in words.items()}
    begun = rows.almanac.day(BEGUN)
    first = date(begun.year, 1, 1)
    accounts = {
        name: rows.add(
            CashAccount,
            owner_id=owner,
            name=say[name],
            kind=kind,
            opened_on=first,
            opening_minor=IN_THE_BOX,
            position=position,
        )
        for position, (name, kind) in enumerate((("box", "cash"), ("account", "bank")))
    }
    categories = _categories(rows, owner)
    moved, there = _entries(rows, owner, accounts, categories, say)
    total = money.IN_THE_ACCOUNT - _known_elsewhere(rows) - moved
    for row in rows.all(CashAccount):
        if row["kind"] == "bank":
            row["opening_minor"] = total - IN_THE_BOX
    last_year = rows.almanac.year(FROZEN.year - 1)
    last = year_span(last_year).last
    closing = IN_THE_BOX + there["box"] + _paid_in_cash(rows, FROZEN.year - 1)
    rows.add(
        CashBalance,
        account_id=accounts["box"],
        year=last_year,
        statement_minor=closing,
        statement_on=last,
    )
    for code, minor in _PLAN.items():
        rows.add(CashPlan, category_id=categories[code], year=rows.almanac.year(FROZEN.year), minor=minor)


def _categories(rows: Rows, owner: Key) -> dict[str, Key]:
    found: dict[str, Key] = {}
    for position, starter in enumerate(STARTER_CATEGORIES):
        found[starter.code] = rows.add(
            CashCategory,
            owner_id=owner,
            code=starter.code,
            name=starter.names["de"],
            side=starter.side.value,
            sphere=starter.sphere.value,
            position=position,
        )
        for language, name in starter.names.items():
            rows.add(CashCategoryText, category_id=found[starter.code], language=language, name=name)
    return found


def _entries(
    rows: Rows, owner: Key, accounts: dict[str, Key], categories: dict[str, Key], say: dict[str, str]
) -> tuple[int, dict[str, int]]:
    """Write the entries. Gives what they come to, and what they changed in each account last year."""
    numbers: dict[tuple[str, int], int] = {}
    last_year = dict.fromkeys(accounts, 0)
    total = 0

    def number(account: str, year: int) -> int:
        numbers[account, year] = numbers.get((account, year), 0) + 1
        return numbers[account, year]

    for day, where, category, text, cents, other, proof in lines(_ENTRIES):
        on = date.fromisoformat(day)
        source, _, target = (part.strip() for part in where.partition(">"))
        minor = int(cents)
        if not target:
            total += minor
        if on.year < FROZEN.year:
            last_year[source] += minor
            if target:
                last_year[target] -= minor
        year = rows.almanac.day(on).year
        rows.add(
            CashEntry,
            owner_id=owner,
            account_id=accounts[source],
            to_account_id=accounts[target] if target else None,
            on=rows.almanac.day(on),
            number=number(source, year),
            to_number=number(target, year) if target else None,
            text=say[text],
            minor=minor,
            category_id=categories[category] if category else None,
            other_side=say[other] if other else "",
            visit_id=rows.of("visit", "2025") if category == "visit-costs" else None,
            proof=proof,
        )
    return total, last_year


def _known_elsewhere(rows: Rows) -> int:
    """What payments and the paid costs of visits come to since the journal began."""
    begun = rows.almanac.day(BEGUN)
    first = date(begun.year, 1, 1)
    total = sum(_minor(row["minor"]) for row in rows.all(Payment) if _day(row["on"]) >= first)
    for row in rows.all(BudgetLine):
        paid = row.get("paid_on")
        if isinstance(paid, date) and paid >= first and row["category"] not in KNOWN_ELSEWHERE:
            sign = -1 if row["side"] == "cost" else 1
            total += sign * _minor(row["real_minor"])
    return total


def _paid_in_cash(rows: Rows, year: int) -> int:
    """What payers paid in cash in a year of the example."""
    return sum(
        _minor(row["minor"])
        for row in rows.all(Payment)
        if row.get("method") == "cash" and _day(row["on"]).year == rows.almanac.year(year)
    )


def _minor(value: object) -> int:
    assert isinstance(value, int)
    return value


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value

# SPDX-License-Identifier: GPL-3.0-or-later
"""Membership, dues and payments: five years of them, and this year's seven who have not paid.

Singles owe 35 euros, couples 55, families 60, the young 15; honorary members nothing. The seven of `owes`
are singles in households of their own, so they owe 245 euros in all.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hospes.domain.membership import STARTER_CLASSES
from hospes.domain.values import RoughDate
from hospes.example import reach
from hospes.example.almanac import FROZEN
from hospes.example.rows import Key, Rows, Values
from hospes.example.tables import Home, Someone
from hospes.store.tables.members import (
    ClassAmount,
    Dues,
    DuesReminder,
    Mandate,
    Membership,
    MembershipClass,
    MembershipClassText,
    MembershipPeriod,
    NumberSeries,
    Payment,
    PaymentShare,
    Receipt,
)

CLASSES = ("single", "couple", "family", "youth", "honorary", "organisation")
AMOUNTS = {
    "single": ((2002, 2500), (2012, 3000), (2022, 3500)),
    "couple": ((2002, 4000), (2012, 4800), (2022, 5500)),
    "family": ((2002, 4500), (2012, 5500), (2022, 6000)),
    "youth": ((2002, 1000), (2022, 1500)),
}
"""What a class paid from a year on, in cents."""

FIRST_YEAR = 2022
"""Dues are in the file from this year on; earlier ones stand in the old cash book."""

LAST_NUMBER = 213
"""Member numbers up to here were given out before the Nowaks."""

IN_THE_ACCOUNT = 431_200
FIRST_REMINDER = date(2026, 3, 2)


@dataclass(slots=True)
class Ledger:
    """Keys and counters of the money rows."""

    rows: Rows
    owner: Key
    classes: dict[str, Key] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    receipts: int = 0
    accounts: int = 0
    received_this_year: int = 0

    def amount(self, member_class: str, year: int) -> int:
        """What a class pays in a year, in cents."""
        return [minor for start, minor in AMOUNTS[member_class] if start <= year][-1]


def classes(ledger: Ledger) -> None:
    """The classes every new association begins with, and what they cost here."""
    rows = ledger.rows
    for position, (key, starter) in enumerate(zip(CLASSES, STARTER_CLASSES, strict=True)):
        ledger.classes[key] = rows.add(
            MembershipClass,
            owner_id=ledger.owner,
            name=starter.names["de"],
            counts=starter.counts.value,
            votes=starter.votes,
            age_to=starter.age_to,
            people_to=starter.people_to,
            honorary=starter.honorary,
            position=position,
        )
        for language, name in starter.names.items():
            rows.add(
                MembershipClassText, membership_class_id=ledger.classes[key], language=language, name=name
            )
        for year, minor in AMOUNTS.get(key, ()):
            valid_from = date(rows.almanac.year(year), 1, 1)
            rows.add(ClassAmount, membership_class_id=ledger.classes[key], valid_from=valid_from, minor=minor)


def numbers(homes: list[Home]) -> dict[str, str]:
    """Member numbers in the order of joining; between those of today stand the numbers of all who were
    members once.
    """
    everyone = [one for home in homes for one in home.people if one.since]
    found = {one.name: one.more["no"] for one in everyone if "no" in one.more}
    rest = sorted(
        (one for one in everyone if "no" not in one.more), key=lambda one: (one.since, one.surname, one.given)
    )
    for place, one in enumerate(rest):
        found[one.name] = str(1 + place * (LAST_NUMBER - 1) // (len(rest) - 1))
    return found


def memberships(ledger: Ledger, home: Home) -> None:
    """Memberships, dues and payments of one household."""
    household = ledger.rows.of("household", _key(ledger, home))
    for one in home.people:
        if one.since:
            _membership(ledger, one, household)
    jointly = [one for one in home.people if one.since and one.member_class in {"couple", "family"}]
    if jointly:
        payer: Values = {"household_id": household}
        _years(ledger, jointly[0], payer, home.people[0])
    for one in home.people:
        if one.since and one.member_class in {"single", "youth"}:
            _years(ledger, one, {"person_id": ledger.rows.of("person", one.name)}, one)


def _key(ledger: Ledger, home: Home) -> str:
    return home.name if ("household", home.name) in ledger.rows.known else home.people[0].name


def _membership(ledger: Ledger, one: Someone, household: Key) -> None:
    rows, almanac = ledger.rows, ledger.rows.almanac
    joined = RoughDate.parse(one.since)
    moved = almanac.this_year(joined.first) if joined.year == FROZEN.year else None
    left = one.more.get("left", one.more.get("died", ""))
    left_on = almanac.rough(left).last if left else None
    key = rows.add(
        Membership,
        owner_id=ledger.owner,
        number=ledger.numbers[one.name],
        person_id=rows.of("person", one.name),
        payer_household_id=household if one.member_class in {"couple", "family"} else None,
        joined=RoughDate.of(moved) if moved else almanac.rough(one.since),
        left_on=left_on,
        left_reason=("died" if "died" in one.more else one.more["why"]) if left else None,
        founding="founding" in one.more,
    )
    first = moved or almanac.rough(one.since).first
    if one.member_class == "honorary":
        # Nobody begins as an honorary member: forty years as a single come first.
        since = first.replace(year=first.year + 40, day=1)
        if left_on is None or since < left_on:
            _period(ledger, key, "single", first, since - timedelta(days=1))
            first = since
    _period(ledger, key, one.member_class, first, left_on)


def _period(ledger: Ledger, membership: Key, member_class: str, first: date, last: date | None) -> None:
    ledger.rows.add(
        MembershipPeriod,
        membership_id=membership,
        membership_class_id=ledger.classes[member_class],
        valid_from=first,
        valid_to=last,
    )


def _years(ledger: Ledger, one: Someone, payer: Values, who: Someone) -> None:
    """The dues of a payer, year by year, and how they were paid."""
    rows = ledger.rows
    joined = RoughDate.parse(one.since)
    left = one.more.get("left", one.more.get("died", ""))
    last = RoughDate.parse(left).year if left else FROZEN.year
    method = rows.lot.choices(("debit", "transfer", "cash"), (6, 3, 1))[0]
    if "owes" in one.more or one.since.startswith("2026"):
        method = "cash" if one.surname in {"Kessler", "Nowak"} else "transfer"
    if method == "debit" and not left:
        _mandate(ledger, who, payer, max(joined.year, 2014))
    for year in range(max(FIRST_YEAR, joined.year), last + 1):
        dues = _dues(ledger, one, payer, year)
        if year == FROZEN.year and "owes" in one.more:
            rows.add(
                DuesReminder,
                dues_id=dues,
                stage=1,
                on=rows.almanac.day(FIRST_REMINDER),
                channel=_channel(one),
            )
        else:
            _pay(ledger, one, payer, dues, year, method)


def _channel(one: Someone) -> str:
    return "email" if "by_email" in one.more else "letter"


def _dues(ledger: Ledger, one: Someone, payer: Values, year: int) -> Key:
    rows = ledger.rows
    joined = RoughDate.parse(one.since)
    due = date(year, 2, 28)
    if joined.exact and joined.exact > due:
        due = joined.exact + timedelta(days=14)
    return rows.add(
        Dues,
        owner_id=ledger.owner,
        year=rows.almanac.year(year),
        membership_class_id=ledger.classes[one.member_class],
        minor=ledger.amount(one.member_class, year),
        due_on=rows.almanac.day(due),
        **payer,
    )


def _pay(ledger: Ledger, one: Someone, payer: Values, dues: Key, year: int, method: str) -> None:
    rows = ledger.rows
    owed = ledger.amount(one.member_class, year)
    # The Krafts pay in two parts, as every year.
    parts = [owed] if one.surname != "Kraft" else [owed // 2, owed - owed // 2]
    day = (
        date(year, 2, 10) if method == "debit" else date(year, 1, 8) + timedelta(days=rows.lot.randrange(80))
    )
    joined = RoughDate.parse(one.since).exact
    if joined and joined > day:
        day = joined
    for number, minor in enumerate(parts):
        on = day + timedelta(days=30 * number)
        payment = rows.add(
            Payment,
            owner_id=ledger.owner,
            on=rows.almanac.day(on),
            minor=minor,
            method=method,
            text=rows.say("dues_text", year=rows.almanac.year(year)),
            **payer,
        )
        rows.add(PaymentShare, payment_id=payment, dues_id=dues, minor=minor)
        if year == FROZEN.year:
            ledger.received_this_year += minor
            if method == "cash":
                _receipt(ledger, payment, on, payer)


def _receipt(ledger: Ledger, payment: Key, on: date, payer: Values) -> None:
    rows = ledger.rows
    ledger.receipts += 1
    rows.add(
        Receipt,
        owner_id=ledger.owner,
        number=f"{rows.almanac.year(FROZEN.year)}-{ledger.receipts}",
        payment_id=payment,
        person_id=payer.get("person_id"),
        issued_on=rows.almanac.day(on),
        language="de",
    )


def _mandate(ledger: Ledger, who: Someone, payer: Values, year: int) -> None:
    rows = ledger.rows
    ledger.accounts += 1
    rows.add(
        Mandate,
        owner_id=ledger.owner,
        reference=f"PV-{ledger.numbers.get(who.name, ledger.accounts)}",
        iban=reach.iban(1_000_000_000 + 37 * ledger.accounts),
        account_name=who.name,
        signed_on=rows.almanac.day(date(year, 1, 15)),
        last_used_on=rows.almanac.day(date(2026, 2, 10)),
        **payer,
    )


def donations(ledger: Ledger) -> None:
    """Gifts of the last years, with their receipts, and what a fund paid for last year's visit."""
    rows = ledger.rows
    gifts = (
        ("Hans Reuter", date(2024, 6, 3), 20_000), ("Klaus Schäfer", date(2024, 6, 8), 10_000),
        ("Margaret Whitfield", date(2025, 5, 12), 5_000), ("Hans Reuter", date(2025, 12, 18), 15_000),
        ("Ilse Becker", date(2026, 1, 20), 3_000),
    )  # fmt: skip
    numbers: dict[int, int] = {}
    for name, on, minor in gifts:
        person = rows.of("person", name)
        payment = rows.add(
            Payment,
            owner_id=ledger.owner,
            person_id=person,
            on=rows.almanac.day(on),
            minor=minor,
            purpose="donation",
            text=rows.say("donation_text"),
        )
        if on.year == FROZEN.year:
            ledger.received_this_year += minor
            continue
        numbers[on.year] = numbers.get(on.year, 0) + 1
        rows.add(
            Receipt,
            owner_id=ledger.owner,
            kind="donation",
            number=f"{rows.almanac.year(on.year)}-{numbers[on.year]}",
            payment_id=payment,
            person_id=person,
            issued_on=rows.almanac.day(date(on.year + 1, 1, 15)),
            language="de",
        )
    rows.add(
        Payment,
        owner_id=ledger.owner,
        organisation_id=rows.of("organisation", "buergerfonds"),
        visit_id=rows.of("visit", "2025"),
        on=rows.almanac.day(date(2025, 4, 2)),
        minor=144_000,
        purpose="grant",
        text=rows.say("grant_text"),
    )


def series(ledger: Ledger) -> None:
    """The next numbers: 216 for a member."""
    next_member = max(int(number) for number in ledger.numbers.values()) + 1
    for kind, pattern, following in (
        ("member", "{n}", next_member),
        ("receipt", "{year}-{n}", ledger.receipts + 1),
        ("donation", "{year}-{n}", 1),
    ):
        ledger.rows.add(NumberSeries, owner_id=ledger.owner, kind=kind, pattern=pattern, next=following)

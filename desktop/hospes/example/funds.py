# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel, budget and grants of the Ascension visit of 2026, and what is left to report of last year's.

The coach from Montclair has 45 seats, Marc Simon comes a day later in his own car with 5: 34 of 50. On the
way back three people still sit nowhere. €6,400 are planned, €5,200 of them can be reckoned with; the town's
€1,200 are applied for. The report on last year's grant of €1,800 is due on 30 April.
"""

from datetime import date, time

from hospes.example.money import Ledger
from hospes.example.rows import Key, Rows
from hospes.example.stays import FIRST, LAST, THURSDAY
from hospes.store.tables.budget import BudgetEligibility, BudgetLine, VisitPrice
from hospes.store.tables.grants import VisitGrant
from hospes.store.tables.members import Payment
from hospes.store.tables.travel import Passenger, Transport, TransportLeg, TransportStop
from hospes.store.tables.visits import Participation

OWN_CAR = "Marc Simon"
NO_WAY_BACK = ("Camille Bertrand", "Hugo Masson", "Isabelle Noël")

COSTS = (
    # category, phrase, planned, real, paid on, voucher
    ("travel", "line_coach", 240_000, None, None, ""),
    ("meals", "line_dinner", 136_000, None, None, ""),
    ("meals", "line_lunch", 64_800, None, None, ""),
    ("programme", "line_boat", 51_000, 51_000, date(2026, 3, 20), "3"),
    ("programme", "line_museum", 20_400, None, None, ""),
    ("rooms", "line_hall", 45_000, 45_000, date(2026, 4, 14), "5"),
    ("interpreting", "line_interpreter", 32_000, None, None, ""),
    ("material", "line_printing", 18_500, 16_240, date(2026, 4, 9), "4"),
    ("insurance", "line_insurance", 14_300, 14_300, date(2026, 2, 20), "1"),
    ("gifts", "line_gifts", 18_000, None, None, ""),
)
"""€6,400 in all."""

OWN_MONEY = (("own", "line_own", 120_000), ("donation", "line_bank", 15_000))


PAID = (
    "Alain Perrin", "Anne Leroy", "Bernard Garnier", "Monique Garnier", "Brigitte Martin", "Jean-Luc Martin",
    "Jeanne Richard", "Marc Simon", "Michel Lefèvre", "Françoise Lefèvre", "Sylvie Moreau", "Thierry Faure",
)  # fmt: skip
"""Who has paid the share of €20 already; young people pay €10, €650 in all."""


def write(rows: Rows, ledger: Ledger) -> None:
    """All of it."""
    travel(rows)
    _budget(rows, _grants(rows))
    _shares(rows, ledger)
    _last_year(rows)


def travel(rows: Rows) -> None:
    """The coach, the car, and who sits where."""
    visit, montclair, rosenau = rows.of("visit", "2026"), "Montclair-sur-Loire", "Rosenau"
    coach = rows.add(
        Transport,
        visit_id=visit,
        kind="coach",
        name=rows.say("coach"),
        company="Cars Ligérien",
        phone="+33 2 61 91 70 10",
        seats=45,
        wheelchair_places=1,
        driver_name="Thierry Faure",
        driver_id=rows.of("person", "Thierry Faure"),
        drivers=2,
        luggage=rows.say("coach_luggage"),
    )
    there = _leg(rows, coach, "there", (montclair, FIRST, time(6, 30)), (rosenau, FIRST, time(17, 30)), 720)
    back = _leg(rows, coach, "back", (rosenau, LAST, time(11)), (montclair, LAST, time(21, 45)), 720)
    stops = {
        leg: [_stop(rows, leg, place, at, number) for number, (place, at) in enumerate(places)]
        for leg, places in (
            (there, (("Place du Marché", time(6, 30)), ("Quai de Loire", time(6, 45)))),
            (back, (("Bürgerhaus", time(11)),)),
        )
    }
    for place, name in enumerate(name for name in _guests(rows) if name != OWN_CAR):
        by_quay = place % 3 == 2
        rows.add(
            Passenger,
            leg_id=there,
            participation_id=_part(rows, name),
            stop_id=stops[there][1 if by_quay else 0],
        )
        if name not in NO_WAY_BACK:
            rows.add(Passenger, leg_id=back, participation_id=_part(rows, name), stop_id=stops[back][0])
    car = rows.add(
        Transport,
        visit_id=visit,
        kind="car",
        name=rows.say("car_of", name=OWN_CAR),
        seats=5,
        driver_id=rows.of("person", OWN_CAR),
        position=1,
    )
    for way, start, end in (
        ("there", (montclair, THURSDAY, time(9)), (rosenau, THURSDAY, time(17))),
        ("back", (rosenau, LAST, time(12)), (montclair, LAST, time(20))),
    ):
        leg = _leg(rows, car, way, start, end, 720)
        rows.add(Passenger, leg_id=leg, participation_id=_part(rows, OWN_CAR))


def _guests(rows: Rows) -> list[str]:
    """The names of this year's guests."""
    montclair = rows.of("delegation", "2026 montclair")
    theirs = {row["id"] for row in rows.all(Participation) if row["delegation_id"] == montclair}
    return [
        name.removeprefix("2026 ")
        for (kind, name), key in rows.known.items()
        if kind == "participation" and name.startswith("2026 ") and key in theirs
    ]


def _part(rows: Rows, name: str) -> Key:
    return rows.of("participation", f"2026 {name}")


Point = tuple[str, date, time]


def _leg(rows: Rows, transport: Key, way: str, start: Point, end: Point, km: int) -> Key:
    return rows.add(
        TransportLeg,
        transport_id=transport,
        way=way,
        origin=start[0],
        departs_on=rows.almanac.day(start[1]),
        departs_at=start[2],
        departs_zone=ZONE[start[0]],
        destination=end[0],
        arrives_on=rows.almanac.day(end[1]),
        arrives_at=end[2],
        arrives_zone=ZONE[end[0]],
        distance_km=km,
        driving_minutes=525,
        position=0 if way == "there" else 1,
    )


ZONE = {"Montclair-sur-Loire": "Europe/Paris", "Rosenau": "Europe/Berlin"}


def _stop(rows: Rows, leg: Key, place: str, at: time, position: int) -> Key:
    return rows.add(TransportStop, leg_id=leg, place=place, at=at, position=position)


def _grants(rows: Rows) -> Key:
    """A fund that has promised, a town that has not answered yet; gives the fund's."""
    visit = rows.of("visit", "2026")
    fund = rows.add(
        VisitGrant,
        visit_id=visit,
        scheme="buergerfonds",
        organisation_id=rows.of("organisation", "buergerfonds"),
        state="promised",
        applied_minor=320_000,
        promised_minor=320_000,
        applied_on=rows.almanac.day(date(2026, 1, 26)),
        promised_on=rows.almanac.day(date(2026, 3, 18)),
        report_due=rows.almanac.day(date(2026, 7, 31)),
        conditions=rows.say("grant_conditions"),
        distance_km=720,
        interpreter_days=2,
    )
    rows.add(
        VisitGrant,
        visit_id=visit,
        name=rows.say("town_grant"),
        state="applied",
        applied_minor=120_000,
        applied_on=rows.almanac.day(date(2026, 3, 2)),
        position=1,
    )
    return fund


def _budget(rows: Rows, fund: Key) -> None:
    visit = rows.of("visit", "2026")
    for position, (category, phrase, planned, real, paid, voucher) in enumerate(COSTS):
        line = rows.add(
            BudgetLine,
            visit_id=visit,
            side="cost",
            category=category,
            text=rows.say(phrase),
            planned_minor=planned,
            real_minor=real,
            paid_on=rows.almanac.day(paid) if paid else None,
            voucher=voucher,
            position=position,
        )
        if phrase == "line_gifts":
            rows.add(BudgetEligibility, line_id=line, grant_id=fund, accepted=False)
    for position, (category, phrase, minor) in enumerate(OWN_MONEY, start=len(COSTS)):
        rows.add(
            BudgetLine,
            visit_id=visit,
            side="income",
            category=category,
            text=rows.say(phrase),
            planned_minor=minor,
            real_minor=minor if category == "donation" else None,
            position=position,
        )


def _shares(rows: Rows, ledger: Ledger) -> None:
    visit, due = rows.of("visit", "2026"), rows.almanac.day(date(2026, 5, 9))
    montclair = rows.of("delegation", "2026 montclair")
    for position, (price_class, minor, age_to) in enumerate((("adult", 2_000, None), ("youth", 1_000, 17))):
        rows.add(
            VisitPrice,
            visit_id=visit,
            price_class=price_class,
            minor=minor,
            rest_due=due,
            age_to=age_to,
            delegation_id=montclair,
            position=position,
        )
    for number, name in enumerate(PAID):
        rows.add(
            Payment,
            owner_id=ledger.owner,
            person_id=rows.of("person", name),
            visit_id=visit,
            on=rows.almanac.day(date(2026, 4, 7 + number)),
            minor=2_000,
            purpose="visit",
            text=rows.say("share_text"),
        )
        ledger.received_this_year += 2_000


def _last_year(rows: Rows) -> None:
    """€1,800 were promised for last year, €1,440 came; the rest comes with the report."""
    visit = rows.of("visit", "2025")
    grant = rows.add(
        VisitGrant,
        visit_id=visit,
        scheme="buergerfonds",
        organisation_id=rows.of("organisation", "buergerfonds"),
        state="received",
        applied_minor=200_000,
        promised_minor=180_000,
        applied_on=rows.almanac.day(date(2025, 1, 20)),
        promised_on=rows.almanac.day(date(2025, 3, 10)),
        report_due=rows.almanac.day(date(2026, 4, 30)),
    )
    for row in rows.all(Payment):
        if row.get("visit_id") == visit and row.get("purpose") == "grant":
            row["grant_id"] = grant

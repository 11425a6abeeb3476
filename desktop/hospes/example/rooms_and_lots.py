# SPDX-License-Identifier: GPL-3.0-or-later
"""A hotel, a draw of places and signatures, so that their papers are filled.

For the journey to Lipowiec in 2025 fifteen people asked for twelve places: they were drawn by lot on the day
registration ended, slept in a small hotel two by two, and signed the fund's list. For this year two rooms are
kept in an inn, in case a host falls ill.
"""

from datetime import date, time

from hospes.domain.draw import DEFAULT_RULES, Applicant, DrawClass, draw, rules_to_plain
from hospes.example.rows import EDITOR, Key, Rows, Values
from hospes.example.stays import FIRST, LAST
from hospes.store.tables.grants import GrantSignature, VisitGrant
from hospes.store.tables.participants import DrawTicket, PlaceDraw
from hospes.store.tables.travel import HotelGuest, HotelRoom
from hospes.store.tables.visits import Participation

LOTS_ON = date(2025, 2, 16)
SEED = "7 12 19 23 41 44"
"""The lottery numbers of that Saturday."""

WITHOUT_A_PLACE = ("Jürgen Albrecht", "Claudia Arnold", "Kurt Behrens")


def write(rows: Rows) -> None:
    """All of it."""
    visit = rows.of("visit", "2025")
    travelled = [row for row in rows.all(Participation) if row["visit_id"] == visit]
    _draw(rows, visit, travelled)
    _hotel(rows, visit, travelled)
    grant = next(row["id"] for row in rows.all(VisitGrant) if row["visit_id"] == visit)
    for row in travelled[:-1]:
        rows.add(GrantSignature, grant_id=grant, participation_id=row["id"])
    for number in (4, 7):
        rows.add(
            HotelRoom,
            visit_id=rows.of("visit", "2026"),
            hotel="Gasthof zur Linde",
            name=str(number),
            places=2,
            first=rows.almanac.day(FIRST),
            last=rows.almanac.day(LAST),
            step_free=number == 4,
            position=number,
        )


def _draw(rows: Rows, visit: Key, travelled: list[Values]) -> None:
    """Twelve of fifteen, as the lots had it: those who went are those to whom the seed gives a place."""
    parts = {row["person_id"]: row["id"] for row in travelled}
    people = [*parts, *(rows.of("person", name) for name in WITHOUT_A_PLACE)]
    applicants = [
        Applicant(str(key), number, frozenset({DrawClass.MEMBERS if key in parts else DrawClass.OTHERS}))
        for number, key in enumerate(people, start=1)
    ]
    record = rows.add(
        PlaceDraw,
        visit_id=visit,
        drawn_at=rows.almanac.moment(LOTS_ON, time(18, 30)),
        drawn_by=EDITOR,
        seed=SEED,
        places=len(travelled),
        rules=rules_to_plain(DEFAULT_RULES),
    )
    by_key = {str(key): key for key in people}
    for one in draw(applicants, len(travelled), SEED):
        person = by_key[one.key]
        rows.add(
            DrawTicket,
            draw_id=record,
            number=one.number,
            person_id=person,
            participation_id=parts.get(person),
            party=one.party,
            classes=one.klass.value,
            lot=one.lot,
            rank=one.rank,
            result=one.result.value,
        )


def _hotel(rows: Rows, visit: Key, travelled: list[Values]) -> None:
    """Six rooms for two."""
    for number in range(0, len(travelled), 2):
        room = rows.add(
            HotelRoom,
            visit_id=visit,
            hotel="Hotel Pod Lipami",
            name=str(101 + number // 2),
            places=2,
            position=number // 2,
        )
        for row in travelled[number : number + 2]:
            rows.add(HotelGuest, room_id=room, participation_id=row["id"])

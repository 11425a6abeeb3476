# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests and homes for tests that say only what matters to them."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from hospes.domain.codes import Gender
from hospes.domain.codes_visit import BedKind
from hospes.domain.matching.late import Late
from hospes.domain.matching.values import Case, Guest, Host, HostBed, HostPerson, Plan

FIRST = date(2026, 5, 13)
NUMBERS = count()


def nights(first: int = 0, last: int = 3) -> frozenset[date]:
    """Nights of the visit by number, both included."""
    return frozenset(FIRST + timedelta(days=day) for day in range(first, last + 1))


def guest(name: str, gender: str = "f", age: int = 50, **more: Any) -> Guest:
    """A guest; who is made first registered first."""
    values: dict[str, Any] = {
        "key": name,
        "name": name,
        "given": name,
        "order": (f"{next(NUMBERS):06}", name.casefold()),
        "nights": nights(),
        "gender": Gender(gender),
        "age": age,
        "minor": age < 18,
    }
    return Guest(**(values | more))


def host(name: str, *rooms: str, **more: Any) -> Host:
    """A home; a room is written as its beds, `single+single` or `double`."""
    beds = tuple(
        HostBed(f"{name}{at}{number}", f"{name}{at}", BedKind(kind), 2 if kind == "double" else 1)
        for at, room in enumerate(rooms or ("single",))
        for number, kind in enumerate(room.split("+"))
    )
    values: dict[str, Any] = {
        "key": name,
        "household": name,
        "name": name,
        "order": (name.casefold(),),
        "beds": beds,
        "nights": nights(),
        "people": (HostPerson("Eva Muster", Gender.FEMALE, 50, given="Eva"),),
        "cats": False,
        "dogs": False,
        "stairs": 0,
        "step_free": True,
        "minors_ok": True,
    }
    return Host(**(values | more))


def homes(plan: Plan | Late) -> dict[str, str]:
    """Guest to homes, for reading."""
    stays = plan.plan.stays if isinstance(plan, Late) else plan.stays
    return {stay.guest: "+".join(stay.hosts) for stay in stays}


def left(plan: Plan) -> list[str]:
    """Guests without a home."""
    return [one.guest for one in plan.leftover]


def case(guests: list[Guest], hosts: list[Host], **more: Any) -> Case:
    """A visit."""
    return Case(tuple(guests), tuple(hosts), year=2026, **more)

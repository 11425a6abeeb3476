# SPDX-License-Identifier: GPL-3.0-or-later
"""More or fewer than 142 members: everything in proportion, the named people first.

Households, members, hosts, debtors and former members grow with the number. What no association has more of
stops: 10 000 friends in the partner town, 1 000 organisations, 200 visits, 400 guests in this year's.
"""

from collections.abc import Callable, Iterable

from hospes.example.base import Base
from hospes.example.crowd import Crowd
from hospes.example.draw import Lot
from hospes.example.rows import Key, Rows, Sheet
from hospes.store.tables.households import Hosting
from hospes.store.tables.members import NumberSeries
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.visits import Participation

MEMBERS, HOUSEHOLDS, HOSTS, DEBTORS = 142, 96, 23, 7
FORMER, PARTNERS, GUESTS, OFFERS = 22, 75, 34, 21
MOST_PARTNERS = 10_000
CHUNK = 5_000
"""Households at a time: the rows of all of them would not fit into the memory of an old laptop."""


def share(of: int, members: int) -> int:
    """How many of something 142 members have `of`."""
    return round(of * members / MEMBERS)


def grow(rows: Rows, made: Base, members: int, seed: int, pour: Callable[[Iterable[Sheet]], None]) -> Crowd:
    """Add drawn households until the association has so many members. `pour` writes what was collected."""
    following = next(row for row in rows.all(NumberSeries) if row["kind"] == "member")
    first = following["next"]
    assert isinstance(first, int)
    crowd = Crowd(rows, made, Lot(seed), first)
    households = share(HOUSEHOLDS, members) - HOUSEHOLDS
    former = share(FORMER, members) - FORMER
    following["next"] = first + members - MEMBERS + former
    hosts = _even(share(HOSTS, members) - HOSTS, households)
    debtors = _even(share(DEBTORS, members) - DEBTORS, households)
    sizes = crowd.lot.sizes(households, members - MEMBERS)
    for place, size in enumerate(sizes):
        crowd.household(size, can_host=hosts(place), owes=debtors(place))
        if place % CHUNK == CHUNK - 1:
            pour(crowd.drain())
    partners = min(share(PARTNERS, members), MOST_PARTNERS) - PARTNERS
    for make, wanted in ((crowd.former, former), (crowd.partner, partners)):
        for place in range(wanted):
            make()
            if place % CHUNK == CHUNK - 1:
                pour(crowd.drain())
    pour(crowd.drain())
    return crowd


def _even(wanted: int, places: int) -> Callable[[int], bool]:
    """Spread so many evenly over the places."""
    return lambda place: (place + 1) * wanted // places > place * wanted // places


def shrink(rows: Rows, made: Base, members: int) -> None:
    """Take people out until so many members are left, from the end of the table; the chair stays.

    Whole households go as long as that does not take too many; guests and former members go in proportion.
    """
    surplus = MEMBERS - members
    doomed: set[Key] = set()
    for home in reversed(made.ours):
        if home.name == "Fischer" or not 0 < home.members <= surplus:
            continue
        surplus -= home.members
        doomed.add(rows.of("household", home.name))
        doomed |= {rows.of("person", one.name) for one in home.people}
    leaving = [one for home in made.ours if home.members > 1 for one in home.people[1:] if one.is_member]
    doomed |= {rows.of("person", one.name) for one in leaving[:surplus]}
    for home in made.former[share(len(made.former), members) :]:
        doomed.add(rows.of("household", home.name))
        doomed |= {rows.of("person", one.name) for one in home.people}
    visit = rows.of("visit", "2026")
    travelling = [row for row in rows.all(Participation) if row["visit_id"] == visit]
    offering = [row for row in rows.all(HostOffer) if row["visit_id"] == visit]
    hosting = [row for row in rows.all(Hosting) if row["can_host"]]
    for found, of in ((travelling, GUESTS), (offering, OFFERS), (hosting, HOSTS)):
        doomed |= {str(row["id"]) for row in found[share(of, members) :]}
    rows.drop(doomed)


def without_nowaks(rows: Rows) -> None:
    """The file in which Barbara and Piotr Nowak join: they are not in it, and their numbers are the next."""
    people = {rows.of("person", f"{given} Nowak") for given in ("Barbara", "Piotr", "Ola")}
    rows.drop(people | {rows.of("household", "Nowak")})
    following = next(row for row in rows.all(NumberSeries) if row["kind"] == "member")
    following["next"] = 214

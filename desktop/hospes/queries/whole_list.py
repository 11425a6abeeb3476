# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions about everybody at once: who stands how with their dues, and what to sort a long list by.

Rows of a list are put together for fifty people at a time (`members.member_rows`). Whoever filters or sorts a
hundred thousand asks here instead: ids stay the text they are in the file, nothing is made that is not
compared. What a state of dues is, is decided by the same rule.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Connection, String, case, func, or_, select, type_coerce

from hospes.domain.codes import AddressKind, DuesState
from hospes.domain.dues import DuesSum, dues_state
from hospes.queries.memberships import Ground, free_classes
from hospes.queries.scope import among, mine, valid_on
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.households import Address, Household, HouseholdMember
from hospes.store.tables.members import Dues, Membership, MembershipPeriod, PaymentShare
from hospes.store.tables.people import Person


class Standing(NamedTuple):
    """The membership of one person that counts, as the file holds it."""

    membership: str
    payer: str
    left_on: str | None
    joined: str | None
    number: str


def _text(column: AnyColumn) -> Any:  # noqa: ANN401  # a column of any type, as text
    return type_coerce(column, String)


def standings(connection: Connection, on: Ground) -> dict[str, Standing]:
    """Of everybody who has or had a membership: the one that stands, else the one that ended last."""
    m, h = Membership, HouseholdMember
    payer = func.coalesce(
        m.payer_person_id, m.payer_household_id, m.payer_organisation_id, m.person_id, m.household_id
    )
    facts = (_text(m.id), _text(payer), _text(m.left_on), _text(m.joined), m.number)
    alone = pick(_text(m.person_id), *facts).where(mine(m.owner_id, on), m.person_id.is_not(None))
    shared = (
        pick(_text(h.person_id), *facts)
        .join(m, m.household_id == h.household_id)
        .where(mine(m.owner_id, on), valid_on(h, on.today))
    )
    today = on.today.isoformat()
    found: dict[str, Standing] = {}
    for query in (alone, shared):
        for person_id, *row in connection.execute(query):
            one = Standing(*row)
            other = found.get(person_id)
            if other is None or _rank(one, today) > _rank(other, today):
                found[person_id] = one
    return found


def _rank(one: Standing, today: str) -> tuple[bool, str, str]:
    current = one.left_on is None or one.left_on > today
    return current, one.left_on or "9999", one.joined or ""


def dues_states(
    connection: Connection, on: Ground, standing: dict[str, Standing] | None = None
) -> dict[str, DuesState]:
    """The state of the dues of everybody who has or had a membership, by the person's id as text."""
    sums = payer_sums(connection, on)
    free = _free(connection, on)
    states = {payer: dues_state(total) for payer, total in sums.items()}
    found: dict[str, DuesState] = {}
    for person_id, one in (standing or standings(connection, on)).items():
        own = sums.get(person_id) if person_id != one.payer else None
        if own is not None:
            found[person_id] = dues_state(sums.get(one.payer, DuesSum()) + own)
        elif one.payer in states:
            found[person_id] = states[one.payer]
        else:
            found[person_id] = dues_state(DuesSum(), free_class=one.membership in free)
    return found


def payer_sums(connection: Connection, on: Ground) -> dict[str, DuesSum]:
    """What each payer owes and has paid for the year, by the payer's id as text."""
    d = Dues
    holder = _text(func.coalesce(d.person_id, d.household_id, d.organisation_id))
    shares = select(func.sum(PaymentShare.minor)).where(PaymentShare.dues_id == d.id)
    paid = shares.correlate(d).scalar_subquery()
    owed = case((d.waived.is_(True), 0), else_=d.minor)
    query = pick(holder, owed, func.coalesce(paid, 0)).where(mine(d.owner_id, on), d.year == on.year)
    found: dict[str, DuesSum] = {}
    for payer, minor, received in connection.execute(query):
        one = DuesSum(minor, received, 1)
        found[payer] = found[payer] + one if payer in found else one
    return found


def _free(connection: Connection, on: Ground) -> set[str]:
    """Memberships in a class that costs nothing, now or when they ended."""
    p, m = MembershipPeriod, Membership
    free = free_classes(connection, on)
    if not free:
        return set()
    day = func.min(func.coalesce(_text(m.left_on), on.today.isoformat()), on.today.isoformat())
    before = func.date(day, "-1 day")
    query = (
        select(_text(m.id))
        .join(p, p.membership_id == m.id)
        .where(
            among(p.membership_class_id, free),
            or_(p.valid_from.is_(None), _text(p.valid_from) <= day),
            or_(p.valid_to.is_(None), _text(p.valid_to) >= before),
        )
    )
    return set(connection.scalars(query))


# ---- what to sort by -----------------------------------------------------------------------------------


def _homes(connection: Connection, on: Ground) -> dict[str, tuple[str, str]]:
    """The household of everybody who belongs to one now: its id and name."""
    m, h = HouseholdMember, Household
    query = (
        pick(_text(m.person_id), _text(h.id), h.name)
        .join(h, h.id == m.household_id)
        .where(valid_on(m, on.today), h.merged_into.is_(None))
        .order_by(m.valid_from)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def _by_home(connection: Connection, on: Ground) -> dict[str, str]:
    return {person_id: name for person_id, (_, name) in _homes(connection, on).items()}


def _by_address(column: AnyColumn) -> Callable[[Connection, Ground], dict[str, str]]:
    def read(connection: Connection, on: Ground) -> dict[str, str]:
        a = Address
        rank = case((a.kind == AddressKind.HOME, 3), (a.kind == AddressKind.POST, 2), else_=1)
        query = (
            pick(_text(a.person_id), _text(a.household_id), column)
            .where(a.organisation_id.is_(None), valid_on(a, on.today))
            .order_by(rank, a.valid_from)
        )
        own: dict[str, str] = {}
        shared: dict[str, str] = {}
        for person_id, household_id, value in connection.execute(query):
            if person_id is not None:
                own[person_id] = value
            else:
                shared[household_id] = value
        found = {
            person_id: shared[home]
            for person_id, (home, _) in _homes(connection, on).items()
            if home in shared
        }
        return found | own

    return read


def _by_standing(read: Callable[[Standing], Any]) -> Callable[[Connection, Ground], dict[str, Any]]:
    def keys(connection: Connection, on: Ground) -> dict[str, Any]:
        return {person_id: read(one) for person_id, one in standings(connection, on).items()}

    return keys


def number_key(number: str) -> tuple[int, str] | None:
    """Numbers by their value, whatever stands around it."""
    figures = "".join(sign for sign in number if sign.isdigit())
    return (int(figures) if figures else 10**12, number) if number else None


DUES_ORDER = (DuesState.OPEN, DuesState.PART, DuesState.NONE, DuesState.PAID, DuesState.FREE)
"""What needs somebody comes first."""


def _by_dues(connection: Connection, on: Ground) -> dict[str, int]:
    return {key: DUES_ORDER.index(state) for key, state in dues_states(connection, on).items()}


def _by_birth(connection: Connection, on: Ground) -> dict[str, str]:
    query = pick(_text(Person.id), _text(Person.birth)).where(Person.birth.is_not(None))
    # The youngest have the lowest age and the highest date of birth.
    return {row[0]: "".join(_TURNED.get(sign, sign) for sign in row[1]) for row in connection.execute(query)}


_TURNED = {str(figure): str(9 - figure) for figure in range(10)}


def _by_birthday(connection: Connection, on: Ground) -> dict[str, str]:
    query = pick(_text(Person.id), func.substr(_text(Person.birth), 6)).where(
        func.length(_text(Person.birth)) > 6
    )
    return {row[0]: row[1] for row in connection.execute(query)}


KEYS: dict[str, Callable[[Connection, Ground], dict[str, Any]]] = {
    "household": _by_home,
    "place": _by_address(Address.town),
    "street": _by_address(Address.street),
    "postcode": _by_address(Address.postcode),
    "since": _by_standing(lambda one: one.joined),
    "left": _by_standing(lambda one: one.left_on),
    "number": _by_standing(lambda one: number_key(one.number)),
    "dues": _by_dues,
    "age": _by_birth,
    "birthday": _by_birthday,
}
"""What to sort by, for the columns people sort by; by the person's id as text."""

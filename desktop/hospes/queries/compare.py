# SPDX-License-Identifier: GPL-3.0-or-later
"""Two states of one file side by side: what going back to a backup would change (design 5.16)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, select, union

from hospes.queries.conditions import member_condition
from hospes.queries.filters import MemberScope, Term
from hospes.queries.memberships import ground
from hospes.queries.names import names
from hospes.queries.scope import there
from hospes.store.base import Row
from hospes.store.tables.events import Event
from hospes.store.tables.households import Household
from hospes.store.tables.journal import Change, ChangeSubject, Step
from hospes.store.tables.members import Payment
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Visit

NAMED_AT_MOST = 5
"""Names told of each kind; the rest is a number."""

MEMBER, PERSON = "member", "person"


@dataclass(frozen=True, slots=True)
class State:
    """What there is in one state of a file: rows by kind, each with a stamp that changes with the row."""

    rows: Mapping[str, Mapping[UUID, tuple[object, ...]]]
    last_step: tuple[int, UUID] | None
    """Order and id of the newest act."""


@dataclass(frozen=True, slots=True)
class Some:
    """How many, and what the first few are called."""

    number: int
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one kind of row between an earlier state and today."""

    kind: str
    newer: Some
    """Only today: gone after going back."""
    gone: Some
    """Only then: there again after going back."""
    changed: Some
    """In both, and not the same: as they were then after going back."""

    @property
    def any(self) -> bool:
        """Is there a difference at all?"""
        return bool(self.newer.number or self.gone.number or self.changed.number)


_KINDS: tuple[tuple[str, type[Row], Callable[[], ColumnElement[bool]] | None], ...] = (
    ("household", Household, lambda: there(Household)),
    ("organisation", Organisation, lambda: and_(there(Organisation), Organisation.is_own.is_(False))),
    ("visit", Visit, lambda: Visit.binned_at.is_(None)),
    ("event", Event, lambda: Event.binned_at.is_(None)),
    ("payment", Payment, None),
)


def state(connection: Connection, today: date) -> State:
    """Read what there is."""
    on = ground(connection, today)
    is_member = member_condition(on, (Term("member", (MemberScope.NOW.value,)),))
    member_ids = set(connection.execute(select(Person.id).where(there(Person), is_member)).scalars())  # type: ignore[arg-type]  # one term gives a condition
    people = _stamps(connection, Person, there(Person))
    rows = {
        MEMBER: {one: stamp for one, stamp in people.items() if one in member_ids},
        PERSON: {one: stamp for one, stamp in people.items() if one not in member_ids},
    }
    for kind, cls, condition in _KINDS:
        rows[kind] = _stamps(connection, cls, condition() if condition is not None else None)
    last = connection.execute(select(Step.order, Step.id).order_by(Step.order.desc()).limit(1)).first()
    return State(rows, (last[0], last[1]) if last is not None else None)


def touched_since(connection: Connection, earlier: State) -> frozenset[UUID]:
    """People whom an act after an earlier state was about, and rows it changed; none if that state is not
    one of this file's past.
    """
    if earlier.last_step is None:
        return frozenset()
    order, step = earlier.last_step
    if connection.execute(select(Step.order).where(Step.id == step)).scalar() != order:
        return frozenset()
    since = select(Step.id).where(Step.order > order)
    changed = select(Change.id).where(Change.step_id.in_(since))
    subjects = select(ChangeSubject.person_id).where(ChangeSubject.change_id.in_(changed))
    query = union(subjects, select(Change.row_id).where(Change.step_id.in_(since)))
    return frozenset(connection.execute(query).scalars())


def differences(
    before: State,
    now: State,
    touched: frozenset[UUID],
    name_then: Callable[[set[UUID]], Mapping[UUID, str]],
    name_now: Callable[[set[UUID]], Mapping[UUID, str]],
) -> list[Difference]:
    """Compare; gives only what differs. The two functions say what rows are called then and now."""
    found = []
    for kind in now.rows:
        old, new = before.rows.get(kind, {}), now.rows[kind]
        changed = {one for one in old.keys() & new.keys() if old[one] != new[one] or one in touched}
        one = Difference(
            kind,
            _some(set(new.keys() - old.keys()), name_now),
            _some(set(old.keys() - new.keys()), name_then),
            _some(changed, name_now),
        )
        if one.any:
            found.append(one)
    return found


def names_of(connection: Connection, ids: set[UUID], language: str) -> dict[UUID, str]:
    """What rows are called."""
    return {one: named.text for one, named in names(connection, ids, language).items()}


def _some(ids: set[UUID], called: Callable[[set[UUID]], Mapping[UUID, str]]) -> Some:
    first = set(sorted(ids)[:NAMED_AT_MOST])
    found = called(first) if first else {}
    return Some(len(ids), tuple(sorted(found.values())))


def _stamps(
    connection: Connection, cls: type[Row], condition: ColumnElement[bool] | None
) -> dict[UUID, tuple[object, ...]]:
    query: Select[UUID, int, datetime | None] = select(cls.id, cls.version, cls.changed_at)
    if condition is not None:
        query = query.where(condition)
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}

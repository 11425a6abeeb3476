# SPDX-License-Identifier: GPL-3.0-or-later
"""What Today shows of the days to come: events, birthdays, tasks and days of grants."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, String, func, literal, select, table, type_coerce

from hospes.domain.ages import anniversaries
from hospes.domain.names import display_name
from hospes.domain.values import RoughDate
from hospes.queries.names import names
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, owned, there
from hospes.store.selections import pick
from hospes.store.tables.events import Event, Task
from hospes.store.tables.members import Membership
from hospes.store.tables.people import Person

if TYPE_CHECKING:
    from hospes.queries.grants import DueGrant

WEEK = 7


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """Something on a day of this week."""

    on: date
    code: str
    name: str
    n: int = 0
    starts: time | None = None
    place: str = ""
    ref: UUID | None = None


def this_week(connection: Connection, day: date, language: str) -> tuple[ThisWeek, ...]:
    """What stands in the calendar for seven days."""
    last = day + timedelta(days=WEEK - 1)
    events = connection.execute(
        pick(Event.id, Event.on, Event.starts, Event.place).where(
            Event.binned_at.is_(None),
            Event.on <= last,
            func.coalesce(Event.last, Event.on) >= day,
            owned(connection, Event.owner_id),
        )
    ).all()
    called = names(connection, [row[0] for row in events], language)
    found = [
        ThisWeek(
            max(on, day),
            "event",
            called[ref].text if ref in called else "",
            0,
            starts if on >= day else None,
            place,
            ref,
        )
        for ref, on, starts, place in events
    ]
    birthdays = [
        (person, one)
        for person, birth in born_on(connection, days_of_year(day, WEEK - 1))
        for one in anniversaries(birth, day, last)
    ]
    called_people = names_of(connection, ids_in([person for person, _ in birthdays]))
    found += [
        ThisWeek(one.on, "birthday", display_name(called_people[person]), one.years, ref=person)
        for person, one in birthdays
    ]
    tasks = pick(Task.id, Task.title, Task.due_on).where(
        Task.done_on.is_(None), Task.due_on.between(day, last), owned(connection, Task.owner_id)
    )
    found += [ThisWeek(due, "task", title, ref=ref) for ref, title, due in connection.execute(tasks)]
    found += [
        ThisWeek(one.on, f"grant-{one.kind.value}", one.name, ref=one.visit_id)
        for one in grants_due(connection, last, language)
        if one.on >= day
    ]
    found.sort(key=lambda one: (one.on, one.starts or time.min, one.code, one.name))
    return tuple(found)


def days_of_year(day: date, days: int) -> list[str]:
    """A day and so many after it, as month and day."""
    return [(day + timedelta(days=at)).isoformat()[5:] for at in range(days + 1)]


def born_on(connection: Connection, month_days: list[str]) -> list[tuple[UUID, RoughDate]]:
    """Members now whose birthday is one of these."""
    text = func.substr(type_coerce(Person.birth, String), 6, 5)
    query = (
        pick(Person.id, Person.birth)
        .join(Membership, Membership.person_id == Person.id)
        .where(there(Person), Person.deceased.is_(False), Membership.left_on.is_(None), text.in_(month_days))
        .where(owned(connection, Membership.owner_id))
        .distinct()
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


def grants_due(connection: Connection, upto: date, language: str) -> Sequence["DueGrant"]:
    """What is due of grants; who has none need not wait for the rules of all funders to load."""
    if connection.execute(select(literal(1)).select_from(table("visit_grant")).limit(1)).first() is None:
        return ()
    from hospes.queries.grants import due_grants

    return due_grants(connection, upto, language)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What an article about a visit may say beside its figures and texts: who can be named, which twinning it is.

Guests and hosts are counted and never named. Only who is in charge of a delegation, and adults who come as
official guests, are in public anyway.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import Function
from hospes.domain.codes_visit import ParticipationKind
from hospes.domain.person_name import PersonName
from hospes.domain.values import RoughDate
from hospes.queries.paper_visit import PaperVisit
from hospes.queries.partnerships import titles_of
from hospes.queries.partnerships_visits import office_on
from hospes.store.selections import pick
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.visits import Visit

ADULT = 18


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who can be named and asked for a sentence."""

    name: PersonName
    delegation_id: UUID | None
    function: Function | None
    """The highest office held then."""
    title: str
    """What the office is called, or as what somebody is at the visit."""
    in_charge: bool


@dataclass(frozen=True, slots=True)
class Bond:
    """The twinning a visit belongs to."""

    titles: Mapping[str, str]
    """By language code of the paper."""
    since: RoughDate | None


def speakers(connection: Connection, visit: PaperVisit, today: date) -> tuple[Speaker, ...]:
    """Who is in charge of the delegations, then official guests of age."""
    day = visit.first or today
    found: dict[UUID, Speaker] = {}
    ages = {one.person_id: one.age(day) for one in visit.guests}
    heads = [
        (one.coordinator_id, one.coordinator, one.id, "")
        for one in visit.delegations
        if one.coordinator_id is not None and one.coordinator is not None
    ]
    officials = [
        (one.person_id, one.name, one.delegation_id, one.role)
        for one in visit.guests
        if one.kind is ParticipationKind.OFFICIAL
    ]
    for person, name, delegation, role in (*heads, *officials):
        age = ages.get(person)
        if person in found or (age is not None and age < ADULT):
            continue
        held = office_on(connection, person, day)
        function, title = held if held is not None else (None, "")
        in_charge = any(person == one.coordinator_id for one in visit.delegations)
        found[person] = Speaker(name, delegation, function, title or role, in_charge)
    return tuple(found.values())


def bond_of(connection: Connection, visit_id: UUID, codes: Sequence[str]) -> Bond | None:
    """The twinning a visit belongs to, as it is called in the languages of the paper."""
    v, p = Visit, Partnership
    query = pick(p.id, p.since).join(v, v.partnership_id == p.id).where(v.id == visit_id)
    row = connection.execute(query).first()
    if row is None:
        return None
    return Bond({code: titles_of(connection, [row[0]], code).get(row[0], "") for code in codes}, row[1])

# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom to thank after a visit: the homes that had guests, and the people who helped."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_

from hospes.domain.codes_visit import DelegationRole, ParticipationKind
from hospes.domain.courtesies import ThankedFor
from hospes.queries.paper_people import PaperPerson, paper_people
from hospes.queries.person_facts import TOOK_PART
from hospes.queries.scope import among
from hospes.store.selections import pick
from hospes.store.tables.households import HouseholdText
from hospes.store.tables.people import PersonText
from hospes.store.tables.visits import Delegation, Participation, ProgrammeItem

HELPING = (
    ParticipationKind.LEADER,
    ParticipationKind.INTERPRETER,
    ParticipationKind.DRIVER,
    ParticipationKind.OFFICIAL,
)


def home_texts(connection: Connection, households: Iterable[UUID]) -> dict[tuple[UUID, str], tuple[str, str]]:
    """What homes want their letters to say, by household and language: salutation, name on the envelope."""
    t = HouseholdText
    query = pick(t.household_id, t.language, t.salutation, t.address_name).where(
        among(t.household_id, households)
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(query)}


def person_salutations(connection: Connection, people: Iterable[UUID]) -> dict[tuple[UUID, str], str]:
    """Salutations kept for people, by person and language."""
    t = PersonText
    query = pick(t.person_id, t.language, t.salutation).where(among(t.person_id, people), t.salutation != "")
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def helper_ids(connection: Connection, visit_id: UUID) -> dict[UUID, ThankedFor]:
    """Who helped at the place of the visit: those in charge, leaders, interpreters, speakers."""
    p, d, i = Participation, Delegation, ProgrammeItem
    taking_part = (
        pick(p.person_id, p.kind)
        .join(d, d.id == p.delegation_id, isouter=True)
        .where(
            p.visit_id == visit_id,
            p.state.in_(TOOK_PART),
            p.kind.in_(HELPING),
            or_(d.id.is_(None), d.role != DelegationRole.VISITING),
        )
        .order_by(p.id)
    )
    in_charge = (
        pick(d.coordinator_id)
        .where(d.visit_id == visit_id, d.role != DelegationRole.VISITING, d.coordinator_id.is_not(None))
        .order_by(d.position)
    )
    speaking = (
        pick(i.contact_id).where(i.visit_id == visit_id, i.contact_id.is_not(None)).order_by(i.on, i.position)
    )
    found = {row[0]: ThankedFor.CHARGE for row in connection.execute(in_charge)}
    for person, kind in connection.execute(taking_part):
        interprets = kind is ParticipationKind.INTERPRETER
        found.setdefault(person, ThankedFor.INTERPRETER if interprets else ThankedFor.HELP)
    for (person,) in connection.execute(speaking):
        found.setdefault(person, ThankedFor.HELP)
    return found


def helpers(connection: Connection, visit_id: UUID, today: date, language: str) -> list[PaperPerson]:
    """The same as people who get a letter."""
    found = helper_ids(connection, visit_id)
    people = paper_people(connection, list(found), today, language, for_post=True)
    return [person for person in people if not person.deceased]

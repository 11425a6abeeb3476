# SPDX-License-Identifier: GPL-3.0-or-later
"""People of a visit picked in its list: whoever stands there, taking part or not, in that order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_visit import DelegationRole, ParticipationKind, ParticipationState
from hospes.queries.paper_visit import PaperGuest, PaperVisit, guests_of
from hospes.queries.person_facts import addresses, household_links, names_of
from hospes.queries.scope import among, ids_in
from hospes.store.selections import pick
from hospes.store.tables.people import Person


def chosen_guests(
    connection: Connection, visit: PaperVisit, people: Sequence[UUID]
) -> tuple[PaperGuest, ...]:
    """The people in their order; those of the host families who are on no list of the visit too."""
    found = {guest.person_id: guest for guest in guests_of(connection, visit, people)}
    found |= _hosts(connection, visit, [one for one in people if one not in found])
    return tuple(found[one] for one in people if one in found)


def _hosts(connection: Connection, visit: PaperVisit, people: list[UUID]) -> dict[UUID, PaperGuest]:
    """People of the host families, as the list of the visit shows them."""
    if not people:
        return {}
    ids = ids_in(people)
    day = visit.first or visit.last
    names = names_of(connection, ids)
    rows = connection.execute(
        pick(Person.id, Person.birth, Person.profession, Person.preferred_language).where(
            among(Person.id, people), Person.binned_at.is_(None)
        )
    ).all()
    links = household_links(connection, ids, day) if day else {}
    homes = addresses(connection, ids, links, day) if day else {}
    own = next((one for one in visit.delegations if one.role is not DelegationRole.VISITING), None)
    return {
        person_id: PaperGuest(
            id=person_id,
            person_id=person_id,
            name=names[person_id],
            birth=birth,
            profession=profession,
            kind=ParticipationKind.HOST,
            state=ParticipationState.CONFIRMED,
            role="",
            first_visit=None,
            target_group=None,
            delegation_id=own.id if own else None,
            group_id=None,
            group_name="",
            group_rule=None,
            arrival=visit.first,
            departure=visit.last,
            own_days=False,
            hotel=False,
            visiting=False,
            language=preferred or visit.home_language,
            address=homes.get(person_id),
        )
        for person_id, birth, profession, preferred in rows
        if person_id in names
    }

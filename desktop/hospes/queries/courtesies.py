# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book: its entries with names, and what somebody was given before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.courtesies import CourtesyKind, Due, Reason
from hospes.domain.names import display_name
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.scope import ids_in, owned
from hospes.store.selections import pick
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.organisations import Organisation


@dataclass(frozen=True, slots=True)
class CourtesyRow:
    """One entry."""

    id: UUID
    kind: CourtesyKind
    what: str
    on: date | None
    whom: str
    occasion: str
    note: str
    person_id: UUID | None
    organisation_id: UUID | None
    visit_id: UUID | None
    reason: Reason | None = None

    @property
    def planned(self) -> bool:
        """Still to be done."""
        return self.on is None


def courtesy_rows(connection: Connection, locale: Locale) -> tuple[CourtesyRow, ...]:
    """All entries, what is still to do first, then the latest first."""
    c = Courtesy
    query = pick(
        c.id,
        c.kind,
        c.what,
        c.on,
        c.person_id,
        c.organisation_id,
        c.other,
        c.occasion,
        c.note,
        c.visit_id,
        c.reason,
    ).where(owned(connection, c.owner_id))
    rows = list(connection.execute(query))
    people = facts.names_of(connection, ids_in([row.person_id for row in rows if row.person_id]))
    named = connection.execute(select(Organisation.id, Organisation.name))
    organisations = {row[0]: row[1] for row in named}
    found = [
        CourtesyRow(
            row.id,
            row.kind,
            row.what,
            row.on,
            display_name(people[row.person_id])
            if row.person_id in people
            else organisations.get(row.organisation_id) or row.other,
            row.occasion,
            row.note,
            row.person_id,
            row.organisation_id,
            row.visit_id,
            row.reason,
        )
        for row in rows
    ]
    found.sort(key=lambda one: (not one.planned, -(one.on or date.max).toordinal(), one.what, one.id))
    return tuple(found)


def entries_of(
    connection: Connection,
    locale: Locale,
    *,
    person: UUID | None = None,
    organisation: UUID | None = None,
    visit: UUID | None = None,
) -> tuple[CourtesyRow, ...]:
    """The entries of one person, organisation or visit."""
    return tuple(
        one
        for one in courtesy_rows(connection, locale)
        if (person is not None and one.person_id == person)
        or (organisation is not None and one.organisation_id == organisation)
        or (visit is not None and one.visit_id == visit)
    )


def given_before(
    connection: Connection, locale: Locale, person: UUID | None, organisation: UUID | None, other: str = ""
) -> tuple[CourtesyRow, ...]:
    """What somebody was given so far, so that no gift is given twice; `other` is who is only a name."""
    name = fold(other)
    return tuple(
        one
        for one in courtesy_rows(connection, locale)
        if one.kind is not CourtesyKind.GIFT_RECEIVED
        and not one.planned
        and (
            (person is not None and one.person_id == person)
            or (organisation is not None and one.organisation_id == organisation)
            or (name and one.person_id is None and one.organisation_id is None and fold(one.whom) == name)
        )
    )


def names_of_due(connection: Connection, due: Sequence[Due]) -> dict[UUID, str]:
    """What those are called whose jubilee is due."""
    named = facts.names_of(connection, ids_in([one.person for one in due]))
    return {key: display_name(name) for key, name in named.items()}

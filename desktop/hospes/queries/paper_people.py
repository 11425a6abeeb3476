# SPDX-License-Identifier: GPL-3.0-or-later
"""People as papers show them: everything a list, a label or a card may print, in a handful of statements.

Papers choose what they show; what must not stand on a paper for members (a telephone kept off lists) is
marked here and left out there.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import ContactKind, Formality
from hospes.domain.names import PersonName
from hospes.domain.values import Money, RoughDate
from hospes.queries.memberships import (
    DuesOf,
    MembershipFacts,
    class_rows,
    dues_of,
    dues_sums,
    ground,
    memberships,
)
from hospes.queries.person_facts import (
    NAME_COLUMNS,
    NAMES,
    AddressLines,
    HouseholdLink,
    OfficeTag,
    People,
    Reach,
    addresses,
    first_reach,
    household_links,
    inside,
    offices,
    reaches,
)
from hospes.queries.scope import ids_in, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.households import HouseholdMember, HouseholdText
from hospes.store.tables.people import Person


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """Somebody on a paper."""

    id: UUID
    name: PersonName
    birth: RoughDate | None
    deceased: bool
    language: str
    formality: Formality
    by_email: bool
    household: HouseholdLink | None = None
    address: AddressLines | None = None
    reaches: tuple[Reach, ...] = ()
    membership: MembershipFacts | None = None
    class_name: str = ""
    class_position: int = 0
    dues: DuesOf | None = None
    currency: str = "EUR"
    offices: tuple[OfficeTag, ...] = field(default=())

    def reach(self, *kinds: ContactKind, for_members: bool = False) -> Reach | None:
        """The first way of some kinds; on papers for members only one that may stand on lists."""
        found = first_reach(self.reaches, *kinds)
        return None if found is not None and for_members and not found.on_lists else found

    @property
    def open(self) -> Money | None:
        """What is still owed for this year; None where nothing is."""
        return Money(self.dues.open, self.currency) if self.dues is not None and self.dues.open else None


def paper_people(
    connection: Connection,
    ids: Collection[UUID] | None,
    today: date,
    language: str,
    *,
    for_post: bool = False,
) -> list[PaperPerson]:
    """The people with these ids in their order (all people in none), but for the bin and merged doubles.

    Args:
        connection: a reading connection.
        ids: whom; None for everybody in the file.
        today: the day for addresses, offices, classes and dues.
        language: of the names of classes.
        for_post: the address for post before the one where somebody lives.
    """
    on = ground(connection, today)
    whom: People = None if ids is None else ids_in(ids)
    links = household_links(connection, whom, today)
    live = addresses(connection, whom, links, today, for_post=for_post)
    ways = reaches(connection, whom, links)
    held = memberships(connection, whom, links, on)
    groups = class_rows(connection, on, language)
    free = {class_id for class_id, group in groups.items() if group.free}
    dues = dues_of(held, dues_sums(connection, on), free)
    tags = offices(connection, whom, today, on.owner)
    p = Person
    query = pick(
        p.id, *NAME_COLUMNS, p.birth, p.deceased, p.preferred_language, p.formality, p.by_email
    ).where(inside(p.id, whom), there(Person))  # fmt: skip
    found = []
    for person_id, *columns in connection.execute(query):
        birth, deceased, spoken, formality, by_email = columns[NAMES:]
        membership = held.get(person_id)
        group = groups.get(membership.class_id) if membership and membership.class_id else None
        found.append(
            PaperPerson(
                person_id,
                PersonName(*columns[:NAMES]),
                birth,
                deceased,
                spoken,
                formality,
                by_email,
                household=links.get(person_id),
                address=live.get(person_id),
                reaches=ways.get(person_id, ()),
                membership=membership,
                class_name=group.name if group else "",
                class_position=group.position if group else 0,
                dues=dues.get(person_id),
                currency=on.currency,
                offices=tags.get(person_id, ()),
            )
        )
    if ids is not None:
        place = {person_id: at for at, person_id in enumerate(ids)}
        found.sort(key=lambda person: place[person.id])
    return found


def with_housemates(connection: Connection, ids: Collection[UUID], today: date) -> list[UUID]:
    """These people, and after them all who live in the same households on the day."""
    links = household_links(connection, ids_in(ids), today)
    homes = {link.household_id for link in links.values() if link.current}
    m = HouseholdMember
    query = (
        pick(m.person_id)
        .join(Person, Person.id == m.person_id)
        .where(
            m.household_id.in_(ids_in(homes)), valid_on(m, today), there(Person), Person.deceased.is_(False)
        )
        .order_by(m.household_id, m.position, m.person_id)
    )
    known = dict.fromkeys(ids)
    return list(known | dict.fromkeys(row[0] for row in connection.execute(query)))


def address_names(connection: Connection) -> dict[tuple[UUID, str], str]:
    """What households want on their envelopes instead of their names, by household and language."""
    t = HouseholdText
    query = pick(t.household_id, t.language, t.address_name).where(t.address_name != "")
    return {(row.household_id, row.language): row.address_name for row in connection.execute(query)}

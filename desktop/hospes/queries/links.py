# SPDX-License-Identifier: GPL-3.0-or-later
"""School and club links: their kind, who looks after them, how many took part in which year (S27)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_twinning import LinkKind, PartnershipStatus, PartnershipType
from hospes.domain.links import Exchange, YearSum, by_year, last_of
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.association import base_language
from hospes.queries.paper_twinning import with_its_groups
from hospes.queries.partnerships import TwinningRow, bodies_to_choose, twinning_rows
from hospes.queries.partnerships_contact import ContactKind, contacts
from hospes.queries.person_facts import names_of
from hospes.queries.scope import among, ids_in
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipContact,
    PartnershipExchange,
    PartnershipParty,
    PartnershipText,
)


@dataclass(frozen=True, slots=True)
class LinkContact:
    """Somebody who looks after a link."""

    id: UUID
    person_id: UUID
    name: PersonName
    is_ours: bool


@dataclass(frozen=True, slots=True)
class ExchangeRow(Exchange):
    """A number of a year, with its row."""

    id: UUID | None = None


@dataclass(frozen=True)
class LinkRow:
    """A school or club link with what is special to it."""

    twinning: TwinningRow
    kind: LinkKind | None
    told: RoughDate | None
    """The last exchange as somebody told of it."""
    last: RoughDate | None
    """The last exchange from all that is known."""
    exchanges: tuple[ExchangeRow, ...]
    contacts: tuple[LinkContact, ...]
    notes: Mapping[str, str]

    @property
    def id(self) -> UUID:
        """The link."""
        return self.twinning.id

    @property
    def years(self) -> tuple[YearSum, ...]:
        """Sums a year, the newest first."""
        return by_year(self.exchanges)

    def note(self, language: str) -> str:
        """What there is to know, in a language, else in any."""
        found = self.notes.get(base_language(language))
        return found or next((text for _, text in sorted(self.notes.items()) if text), "")

    def people(self, *, ours: bool) -> tuple[LinkContact, ...]:
        """Who looks after it on one side."""
        return tuple(one for one in self.contacts if one.is_ours is ours)


def is_link(row: TwinningRow) -> bool:
    """Whether a twinning is one of schools or clubs."""
    return row.type is PartnershipType.INSTITUTION


def link_rows(connection: Connection, ids: Sequence[UUID], language: str, today: date) -> tuple[LinkRow, ...]:
    """Links for ids, in their order."""
    p = Partnership
    facts = {
        row[0]: row[1:]
        for row in connection.execute(pick(p.id, p.link_kind, p.last_exchange).where(among(p.id, ids)))
    }
    numbers, people = _exchanges(connection, ids), _contacts(connection, ids)
    notes: dict[UUID, dict[str, str]] = defaultdict(dict)
    t = PartnershipText
    query = pick(t.partnership_id, t.language, t.note).where(among(t.partnership_id, ids), t.note != "")
    for bond, code, text in connection.execute(query):
        notes[bond][code] = text
    visits = {
        bond: max((one.on for one in many if one.kind is ContactKind.VISIT), default=None)
        for bond, many in contacts(connection, ids, today).items()
    }
    found = []
    for row in twinning_rows(connection, ids, language, today):
        kind, told = facts[row.id]
        mine = tuple(numbers.get(row.id, ()))
        last = last_of(told, mine, visits.get(row.id))
        found.append(
            LinkRow(row, kind, told, last, mine, tuple(people.get(row.id, ())), notes.get(row.id, {}))
        )
    return tuple(found)


def _exchanges(connection: Connection, ids: Collection[UUID]) -> dict[UUID, list[ExchangeRow]]:
    e = PartnershipExchange
    query = pick(e.partnership_id, e.year, e.way, e.people, e.apprentices, e.id).where(
        among(e.partnership_id, ids)
    )
    found: dict[UUID, list[ExchangeRow]] = defaultdict(list)
    for bond, *values in connection.execute(query.order_by(e.year.desc(), e.way.desc())):
        found[bond].append(ExchangeRow(*values))
    return found


def _contacts(connection: Connection, ids: Collection[UUID]) -> dict[UUID, list[LinkContact]]:
    c = PartnershipContact
    rows = connection.execute(
        pick(c.partnership_id, c.id, c.person_id, c.is_ours)
        .where(among(c.partnership_id, ids))
        .order_by(c.is_ours.desc(), c.position, c.id)
    ).all()
    called = names_of(connection, ids_in({row[2] for row in rows}))
    found: dict[UUID, list[LinkContact]] = defaultdict(list)
    for bond, ref, person, ours in rows:
        if person in called:
            found[bond].append(LinkContact(ref, person, called[person], ours))
    return found


def link(connection: Connection, bond: UUID, language: str, today: date) -> LinkRow | None:
    """One link; None where it is gone."""
    return next(iter(link_rows(connection, [bond], language, today)), None)


def links_of(connection: Connection, bond: UUID, locale: Locale, today: date) -> tuple[LinkRow, ...]:
    """The links under a twinning of towns, by kind and name."""
    p = Partnership
    ids = connection.scalars(
        select(p.id).where(p.parent_id == bond, p.type == PartnershipType.INSTITUTION, p.binned_at.is_(None))
    ).all()
    return sorted_links(link_rows(connection, ids, locale.code, today), locale)


def sorted_links(rows: Collection[LinkRow], locale: Locale) -> tuple[LinkRow, ...]:
    """By kind in the order of the codes, within it by name; ended ones last."""
    order = {kind: at for at, kind in enumerate(LinkKind)}

    def key(one: LinkRow) -> tuple[object, ...]:
        ended = one.twinning.status is PartnershipStatus.ENDED
        kind = order.get(one.kind, len(order)) if one.kind is not None else len(order)
        return (ended, kind, locale.sort_key(one.twinning.title), one.id.hex)

    return tuple(sorted(rows, key=key))


def links_for_paper(
    connection: Connection, bond: UUID, locale: Locale, today: date, *, ended: bool
) -> tuple[LinkRow, ...]:
    """The links under a twinning, or the link itself where it is one; ended ones if asked for.

    A triangle has none of its own: there it is those of the twinnings in its group.
    """
    alone = link(connection, bond, locale.code, today)
    if alone is not None and is_link(alone.twinning):
        return (alone,)
    found = links_of(connection, bond, locale, today)
    if not found:
        for other in with_its_groups(connection, bond):
            found += links_of(connection, other, locale, today)
        found = sorted_links(found, locale)
    return tuple(one for one in found if ended or one.twinning.status is not PartnershipStatus.ENDED)


def institutions_to_choose(
    connection: Connection, bond: UUID, language: str, *, ours: bool
) -> list[tuple[UUID, str]]:
    """Organisations in the towns of one side of a twinning."""
    p = PartnershipParty
    towns = connection.scalars(
        select(p.territory_id).where(
            p.partnership_id == bond, p.is_ours.is_(ours), p.territory_id.is_not(None)
        )
    ).all()
    o = Organisation
    there = set(
        connection.scalars(
            select(o.id).where(
                among(o.territory_id, [one for one in towns if one is not None]), o.is_own.is_(False)
            )
        )
    )
    return [pair for pair in bodies_to_choose(connection, language) if pair[0] in there]

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a partner's visit file is compared with beside people: their ids, who sleeps where, the programme."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_visit import ParticipationKind
from hospes.queries.partner_file import PARTNER, exchange_ids
from hospes.queries.person_facts import household_links
from hospes.queries.scope import ids_in
from hospes.queries.visits import parties_of
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.people import SourceKey
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item of the programme as the file has it."""

    id: UUID
    on: date
    starts: time | None
    ends: time | None
    time_words: str
    meal: str
    texts: Mapping[str, Mapping[str, str]]

    @property
    def titles(self) -> tuple[str, ...]:
        """Its titles in all languages."""
        return tuple(words["title"] for words in self.texts.values() if words["title"])

    @property
    def title(self) -> str:
        """One of them."""
        return next(iter(self.titles), "")


@dataclass(slots=True)
class PartnerKnown:
    """Everything at hand."""

    guests: dict[str, UUID] = field(default_factory=dict)
    """People who take part, by their id in exchanged files."""
    nights: dict[UUID, dict[date, UUID]] = field(default_factory=dict)
    """Household by person and night."""
    homes: dict[UUID, str] = field(default_factory=dict)
    theirs: frozenset[UUID] = frozenset()
    """Households that offer at the visit as homes of a partner."""
    items: tuple[KnownItem, ...] = ()


def partner_known(connection: Connection, visit_id: UUID, today: date) -> PartnerKnown:
    """What is known of a visit."""
    known = PartnerKnown()
    ids = exchange_ids(connection)
    p = Participation
    people = [
        row[0]
        for row in connection.execute(
            pick(p.person_id).where(p.visit_id == visit_id, p.kind != ParticipationKind.HOST)
        )
    ]
    known.guests = {ids.of("g", person): person for person in people}
    query = (
        pick(p.person_id, Placement.night, HostOffer.household_id)
        .join(p, p.id == Placement.participation_id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(p.visit_id == visit_id)
    )
    for person, night, home in connection.execute(query):
        known.nights.setdefault(person, {})[night] = home
    offers = connection.execute(
        pick(HostOffer.household_id, HostOffer.delegation_id, Household.name)
        .join(Household, Household.id == HostOffer.household_id)
        .where(HostOffer.visit_id == visit_id)
    ).all()
    known.homes = {row[0]: row[2] for row in offers}
    foreign = {
        party.id for party in parties_of(connection, [visit_id], "en").get(visit_id, []) if not party.ours
    }
    links = household_links(connection, None, today)
    k = SourceKey
    sent = pick(k.person_id).where(k.source == PARTNER, k.source_id.like("h-%"), k.person_id.is_not(None))
    homes_sent = {links[row[0]].household_id for row in connection.execute(sent) if row[0] in links}
    known.theirs = frozenset(row[0] for row in offers if row[1] in foreign and row[0] in homes_sent)
    known.items = _items(connection, visit_id)
    return known


def _items(connection: Connection, visit_id: UUID) -> tuple[KnownItem, ...]:
    i, t = ProgrammeItem, ProgrammeItemText
    rows = connection.execute(
        pick(i.id, i.on, i.starts, i.ends, i.time_words, i.meal)
        .where(i.visit_id == visit_id)
        .order_by(i.on, i.position, i.id)
    ).all()
    texts: dict[UUID, dict[str, dict[str, str]]] = defaultdict(dict)
    query = pick(t.programme_item_id, t.language, t.title, t.details, t.place, t.meeting_point)
    for item, language, *words in connection.execute(
        query.where(t.programme_item_id.in_(ids_in(row[0] for row in rows))).order_by(t.language)
    ):
        texts[item][language] = dict(zip(("title", "details", "place", "meeting_point"), words, strict=True))
    return tuple(
        KnownItem(row[0], row[1], row[2], row[3], row[4], row[5].value, texts[row[0]]) for row in rows
    )

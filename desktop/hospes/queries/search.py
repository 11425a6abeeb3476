# SPDX-License-Identifier: GPL-3.0-or-later
"""The one search over everything, for Ctrl+K and `hospes search`: hits in groups, ready to show.

The index gives ids; what is shown of them is looked up now.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.queries.memberships import ground, memberships
from hospes.queries.names import names
from hospes.queries.person_facts import addresses, hosting, household_links, households_of
from hospes.queries.scope import ids_in, owned
from hospes.store import search as index
from hospes.store.owners import chosen_owner
from hospes.store.selections import AnyColumn
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.events import Document, Event, EventMotion, Task
from hospes.store.tables.feedback import Feedback
from hospes.store.tables.goods import Goods
from hospes.store.tables.households import Address
from hospes.store.tables.members import Receipt
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.projects import Project
from hospes.store.tables.publications import Publication, Reference
from hospes.store.tables.trainings import AdviceCase, Training
from hospes.store.tables.visits import Visit

GROUPS = {
    "person": N_("People"),
    "household": N_("Households"),
    "organisation": N_("Organisations"),
    "visit": N_("Visits"),
    "event": N_("Events"),
    "event_motion": N_("Resolutions"),
    "partnership": N_("Twinnings"),
    "territory": N_("Towns"),
    "task": N_("Tasks"),
    "document": N_("Documents"),
    "receipt": N_("Receipts"),
    "courtesy": N_("Gifts and honours"),
    "project": N_("Projects"),
    "feedback": N_("Feedback"),
    "training": N_("Trainings"),
    "advice_case": N_("Advice"),
    "publication": N_("Publications"),
    "reference": N_("Reference library"),
    "goods": N_("Goods"),
}
"""Kinds of hits in the order of their groups, with the heading."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding. `roles` are codes (`member`, `host`), `detail` a place or a year."""

    kind: str
    id: UUID
    title: str
    detail: str = ""
    roles: tuple[str, ...] = ()
    country: str = ""
    """ISO code of the country somebody lives in."""


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Findings of one kind; `label` is the heading's msgid."""

    kind: str
    label: str
    hits: tuple[Hit, ...]


def search(
    connection: Connection,
    text: str,
    locale: Locale,
    today: date,
    limit: int = 50,
    kinds: Sequence[str] = (),
    each: int | None = None,
) -> list[Hit]:
    """What a text finds, the best first. Every sign of the text is taken literally."""
    found = _found(connection, text, limit, kinds, each)
    called = names(connection, [one.ref for one in found], locale.code, {one.kind for one in found})
    people = _people(connection, [one.ref for one in found if one.kind == "person"], today)
    details = _details(connection, found)
    hits = []
    for one in found:
        named = called.get(one.ref)
        if named is None:
            continue
        who = people.get(one.ref) or _Somebody(details.get(one.ref, ""))
        hits.append(Hit(one.kind, one.ref, named.text, who.town, who.roles, who.country))
    return hits


OWNED: dict[str, tuple[AnyColumn, AnyColumn]] = {
    "visit": (Visit.id, Visit.owner_id),
    "event": (Event.id, Event.owner_id),
    "event_motion": (
        EventMotion.id,
        select(Event.owner_id)
        .where(Event.id == EventMotion.event_id)
        .correlate(EventMotion)
        .scalar_subquery(),
    ),
    "partnership": (Partnership.id, Partnership.owner_id),
    "task": (Task.id, Task.owner_id),
    "document": (Document.id, Document.owner_id),
    "receipt": (Receipt.id, Receipt.owner_id),
    "courtesy": (Courtesy.id, Courtesy.owner_id),
    "project": (Project.id, Project.owner_id),
    "feedback": (Feedback.id, Feedback.owner_id),
    "training": (Training.id, Training.owner_id),
    "advice_case": (AdviceCase.id, AdviceCase.owner_id),
    "publication": (Publication.id, Publication.owner_id),
    "reference": (Reference.id, Reference.owner_id),
    "goods": (
        Goods.id,
        select(Visit.owner_id).where(Visit.id == Goods.visit_id).correlate(Goods).scalar_subquery(),
    ),
}
"""Kinds that belong to one association; people, households, organisations and towns are shared."""

FURTHER = 10
"""So many times more are looked at where those of other associations are left out afterwards."""


def _found(
    connection: Connection, text: str, limit: int, kinds: Sequence[str], each: int | None
) -> list[index.Found]:
    """What the index finds, of the one association that is looked at if the file has several (decision 3)."""
    if chosen_owner(connection) is None:
        return index.find(connection, text, limit, kinds, each)
    more = index.find(connection, text, limit * FURTHER, kinds, (each or limit) * FURTHER)
    mine: set[UUID] = set()
    for kind, (key, owner) in OWNED.items():
        refs = [one.ref for one in more if one.kind == kind]
        if refs:
            query = select(key).where(key.in_(ids_in(refs)), owned(connection, owner))
            mine.update(connection.scalars(query))
    found: list[index.Found] = []
    left = dict.fromkeys(GROUPS, each or limit)
    for one in more:
        if (one.kind not in OWNED or one.ref in mine) and left[one.kind] and len(found) < limit:
            left[one.kind] -= 1
            found.append(one)
    return found


def search_groups(
    connection: Connection, text: str, locale: Locale, today: date, each: int = 6, limit: int = 60
) -> list[HitGroup]:
    """The same by kind, at most `each` of a kind; people first, whatever the best hit is."""
    by_kind: dict[str, list[Hit]] = {kind: [] for kind in GROUPS}
    for hit in search(connection, text, locale, today, limit, each=each):
        by_kind[hit.kind].append(hit)
    return [HitGroup(kind, GROUPS[kind], tuple(hits)) for kind, hits in by_kind.items() if hits]


@dataclass(frozen=True, slots=True)
class _Somebody:
    town: str = ""
    country: str = ""
    roles: tuple[str, ...] = ()


def _people(connection: Connection, ids: Collection[UUID], today: date) -> dict[UUID, _Somebody]:
    """Where people live and what they are here."""
    if not ids:
        return {}
    some = ids_in(ids)
    links = household_links(connection, some, today)
    homes = addresses(connection, some, links, today)
    hosts = hosting(connection, households_of(some, links))
    held = memberships(connection, some, links, ground(connection, today))
    found = {}
    for ref in ids:
        roles = ["member"] if ref in held and held[ref].current else []
        link = links.get(ref)
        if link is not None and link.household_id in hosts and hosts[link.household_id].can_host:
            roles.append("host")
        home = homes.get(ref)
        found[ref] = (
            _Somebody(home.town, home.country, tuple(roles)) if home else _Somebody(roles=tuple(roles))
        )
    return found


def _details(connection: Connection, found: Sequence[index.Found]) -> dict[UUID, str]:
    """A word that tells things of one name apart: the year of visits and events, the town of the others."""
    refs: dict[str, list[UUID]] = {}
    for one in found:
        refs.setdefault(one.kind, []).append(one.ref)
    told: dict[UUID, str] = {}
    for kind, column in (("household", Address.household_id), ("organisation", Address.organisation_id)):
        if kind in refs:
            query = select(column, Address.town).where(
                column.in_(ids_in(refs[kind])), Address.valid_to.is_(None)
            )
            told |= {row[0]: row[1] for row in connection.execute(query) if row[0] is not None}
    for kind, key, day in (
        ("visit", Visit.id, Visit.first),
        ("event", Event.id, Event.on),
        ("courtesy", Courtesy.id, Courtesy.on),
        ("project", Project.id, Project.first),
    ):
        if kind in refs:
            for ref, first in connection.execute(select(key, day).where(key.in_(ids_in(refs[kind])))):
                told[ref] = str(first.year) if first is not None else ""
    return told

# SPDX-License-Identifier: GPL-3.0-or-later
"""Places: what they are called in a language on a day, what became of them, all of them as a list."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.codes_twinning import SuccessionKind, TerritoryKind
from hospes.domain.errors import UserError
from hospes.domain.territories import NameOnTime, Succession, name_on, then
from hospes.domain.values import DateSpan
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.association import base_language
from hospes.queries.scope import among
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import PartnershipParty
from hospes.store.tables.towns import Territory, TerritoryName, TerritorySuccession
from hospes.store.tables.visits import Visit


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place without its names in other languages."""

    id: UUID
    name: str
    kind: TerritoryKind
    country: str
    parent_id: UUID | None
    is_home: bool
    span: DateSpan


@dataclass(frozen=True)
class Atlas:
    """Some places with everything they were and became."""

    places: Mapping[UUID, PlaceFacts] = field(default_factory=dict)
    names: Mapping[UUID, tuple[NameOnTime, ...]] = field(default_factory=dict)
    successions: tuple[Succession, ...] = ()

    def on(self, ref: UUID, day: date | None) -> UUID:
        """Which place it was on a day (None: what it is in the end)."""
        return then(ref, day, self.successions, {one.id: one.span for one in self.places.values()})

    def name(self, ref: UUID, language: str, day: date | None = None) -> str:
        """What readers of a language called this very place on a day."""
        place = self.places.get(ref)
        if place is None:
            return ""
        return name_on(self.names.get(ref, ()), place.name, base_language(language), day)

    def name_on(self, ref: UUID, language: str, day: date | None) -> str:
        """What the place that stood there on a day was called then."""
        return self.name(self.on(ref, day), language, day)


def atlas(connection: Connection, refs: Iterable[UUID]) -> Atlas:
    """The places of these ids, and all that came before and after them."""
    s, t, n = TerritorySuccession, Territory, TerritoryName
    known: set[UUID] = set()
    todo = set(refs)
    successions: dict[tuple[UUID, UUID], Succession] = {}
    while todo:
        known |= todo
        query = pick(s.before_id, s.after_id, s.kind, s.on).where(
            or_(among(s.before_id, todo), among(s.after_id, todo))
        )
        for row in connection.execute(query):
            successions[row[0], row[1]] = Succession(*row)
        todo = {one for pair in successions for one in pair} - known
    places = {}
    facts = pick(t.id, t.name, t.kind, t.country, t.parent_id, t.is_home, t.valid_from, t.valid_to)
    for row in connection.execute(facts.where(among(t.id, known))):
        places[row[0]] = PlaceFacts(row[0], row[1], row[2], row[3], row[4], row[5], DateSpan(row[6], row[7]))
    names: dict[UUID, list[NameOnTime]] = defaultdict(list)
    called = pick(n.territory_id, n.language, n.name, n.valid_from, n.valid_to)
    for row in connection.execute(called.where(among(n.territory_id, known)).order_by(n.id)):
        names[row[0]].append(NameOnTime(row[1], row[2], DateSpan(row[3], row[4])))
    return Atlas(places, {ref: tuple(many) for ref, many in names.items()}, tuple(successions.values()))


# ---- the list -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place on the list, called in the reader's language, with its other names."""

    id: UUID
    name: str
    own_name: str
    others: tuple[str, ...]
    kind: TerritoryKind
    country: str
    parent: str
    span: DateSpan
    twinnings: int
    is_home: bool


def place_ids(
    connection: Connection, words: str = "", kind: TerritoryKind | None = None, *, locale: Locale
) -> list[UUID]:
    """Places that have all these words in any of their names, in the reader's order."""
    t, n = Territory, TerritoryName
    query = pick(t.id, t.name)
    if kind is not None:
        query = query.where(t.kind == kind)
    found: dict[UUID, list[str]] = {row[0]: [row[1]] for row in connection.execute(query)}
    shown = {ref: names[0] for ref, names in found.items()}
    language = base_language(locale.code)
    for ref, code, name, last in connection.execute(pick(n.territory_id, n.language, n.name, n.valid_to)):
        if ref in found:
            found[ref].append(name)
            if code == language and last is None:
                shown[ref] = name
    wanted = fold(words).split()
    hits = [
        ref
        for ref, names in found.items()
        if not wanted or any(all(word in fold(name) for word in wanted) for name in names)
    ]
    return sorted(hits, key=lambda ref: (locale.sort_key(shown[ref]), ref.hex))


def place_rows(connection: Connection, ids: Collection[UUID], language: str) -> list[PlaceRow]:
    """Rows for ids, in their order."""
    t, p = Territory, PartnershipParty
    parents = dict(
        connection.execute(select(t.id, t.parent_id).where(among(t.id, ids), t.parent_id.is_not(None))).all()
    )
    known = atlas(connection, {*ids, *(one for one in parents.values() if one is not None)})
    uses = dict(
        connection.execute(
            select(p.territory_id, func.count()).where(among(p.territory_id, ids)).group_by(p.territory_id)
        ).all()
    )
    found = []
    for ref in ids:
        place = known.places.get(ref)
        if place is None:
            continue
        name = known.name(ref, language)
        others = dict.fromkeys([place.name, *(one.name for one in known.names.get(ref, ()))])
        others.pop(name, None)
        found.append(
            PlaceRow(
                ref, name, place.name, tuple(others), place.kind, place.country,
                known.name(place.parent_id, language) if place.parent_id else "",
                place.span, uses.get(ref, 0), place.is_home,
            )
        )  # fmt: skip
    return found


# ---- one place ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of a place."""

    id: UUID
    language: str
    name: str
    span: DateSpan


@dataclass(frozen=True, slots=True)
class Became:
    """What a place came from, or what it became."""

    id: UUID
    place_id: UUID
    name: str
    kind: SuccessionKind
    on: date


@dataclass(frozen=True, slots=True)
class PlacePage:
    """Everything about a place."""

    id: UUID
    version: int
    name: str
    own_name: str
    kind: TerritoryKind
    country: str
    subdivision: str
    zone: str
    parent_id: UUID | None
    is_home: bool
    span: DateSpan
    names: tuple[NameRow, ...]
    before: tuple[Became, ...]
    after: tuple[Became, ...]
    twinnings: tuple[UUID, ...]
    visits: int
    organisations: int


def place_page(connection: Connection, ref: UUID, language: str) -> PlacePage:
    """One place. Raises UserError if it is gone."""
    t, n, s, p = Territory, TerritoryName, TerritorySuccession, PartnershipParty
    query = pick(
        t.id, t.version, t.name, t.kind, t.country, t.subdivision, t.zone, t.parent_id, t.is_home,
        t.valid_from, t.valid_to,
    ).where(t.id == ref)  # fmt: skip
    row = connection.execute(query).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    known = atlas(connection, [ref])
    names = connection.execute(
        pick(n.id, n.language, n.name, n.valid_from, n.valid_to)
        .where(n.territory_id == ref)
        .order_by(n.language, n.valid_from, n.name)
    )
    links = connection.execute(
        pick(s.id, s.before_id, s.after_id, s.kind, s.on)
        .where(or_(s.before_id == ref, s.after_id == ref))
        .order_by(s.on, s.id)
    ).all()
    bonds = connection.scalars(select(p.partnership_id).where(p.territory_id == ref).distinct()).all()
    visits = select(func.count()).select_from(Visit).where(Visit.territory_id == ref)
    people = select(func.count()).select_from(Organisation).where(Organisation.territory_id == ref)
    return PlacePage(
        row[0], row[1], known.name(ref, language), row[2], row[3], row[4], row[5], row[6], row[7], row[8],
        DateSpan(row[9], row[10]),
        tuple(NameRow(one[0], one[1], one[2], DateSpan(one[3], one[4])) for one in names),
        tuple(
            Became(one[0], one[1], known.name(one[1], language), one[3], one[4])
            for one in links
            if one[2] == ref
        ),
        tuple(
            Became(one[0], one[2], known.name(one[2], language), one[3], one[4])
            for one in links
            if one[1] == ref
        ),
        tuple(bonds),
        connection.execute(visits).scalar() or 0,
        connection.execute(people).scalar() or 0,
    )  # fmt: skip


def places_to_choose(
    connection: Connection, language: str, kinds: Collection[TerritoryKind] = tuple(TerritoryKind)
) -> list[tuple[UUID, str]]:
    """Places by name, the old ones with the year they ended, so that nobody takes one for the other."""
    t = Territory
    rows = connection.execute(pick(t.id, t.valid_to).where(t.kind.in_(tuple(kinds)))).all()
    known = atlas(connection, [row[0] for row in rows])
    found = [
        (
            ref,
            f"{known.name(ref, language)} († {last.year})" if last is not None else known.name(ref, language),
        )
        for ref, last in rows
    ]
    return sorted(found, key=lambda pair: fold(pair[1]))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory of links: found, listed, counted, and put beside what others state."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, String, and_, func, or_, select, type_coerce

from hospes import paths
from hospes.domain.codes_twinning import PartnershipStatus, PartnershipType
from hospes.domain.directory_counts import Area, Compared, Lump, Stated, compared
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.queries.directory_known import KnownPlaces, known_places
from hospes.queries.scope import among
from hospes.queries.territories import atlas
from hospes.store.selections import Picked, pick
from hospes.store.tables.directory import DirectoryLink, TwinningStatistic
from hospes.store.tables.towns import Territory


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which links are meant; empty means all."""

    words: str = ""
    country: str = ""
    other: str = ""
    type: PartnershipType | None = None
    status: PartnershipStatus | None = None
    source: str = ""

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class LinkSide:
    """A town of a link, called in the reader's language where it is known."""

    name: str
    addition: str
    written: str
    region: str
    country: str
    territory: UUID | None

    @property
    def shown(self) -> str:
        """The name with its addition."""
        return f"{self.name} ({self.addition})" if self.addition else self.name


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link on the list."""

    id: UUID
    a: LinkSide
    b: LinkSide
    type: PartnershipType
    status: PartnershipStatus
    since: RoughDate | None
    until: RoughDate | None
    both_sides: bool
    source: str
    as_of: date | None


def _conditions(connection: Connection, wanted: Wanted) -> list[ColumnElement[bool]]:
    d = DirectoryLink
    found: list[ColumnElement[bool]] = []
    for word in fold(wanted.words).split():
        known = _territories_called(connection, word)
        hits: list[ColumnElement[bool]] = [
            column.contains(word, autoescape=True) for column in (d.a_key, d.b_key)
        ]
        hits += [
            func.lower(column).contains(word, autoescape=True)
            for column in (d.a_addition, d.b_addition, d.a_region, d.b_region)
        ]
        if known:
            hits += [among(d.a_territory_id, known), among(d.b_territory_id, known)]
        found.append(or_(*hits))
    if wanted.country and wanted.other:
        there = and_(d.a_country == wanted.country, d.b_country == wanted.other)
        found.append(or_(there, and_(d.a_country == wanted.other, d.b_country == wanted.country)))
    elif wanted.country:
        found.append(or_(d.a_country == wanted.country, d.b_country == wanted.country))
    if wanted.type is not None:
        found.append(d.type == wanted.type)
    if wanted.status is not None:
        found.append(d.status == wanted.status)
    if wanted.source:
        found.append(d.source == wanted.source)
    return found


def _territories_called(connection: Connection, word: str) -> set[UUID]:
    """Territories a word is part of whose names, in any language: Breslau finds Wrocław."""
    places = known_places(connection)
    hits = {ref for key, refs in places.by_name.items() if word in key for ref in refs}
    return hits | {places.today.get(one, one) for one in hits}


ORDERS = ("a", "b", "type", "since", "status", "source")


def link_ids(connection: Connection, wanted: Wanted, sort: str = "a", *, falling: bool = False) -> list[UUID]:
    """The links that are meant, by the plain spelling of their towns.

    Tens of thousands of strangers are not sorted by the rules of the reader's language: the file sorts them
    by their folded names in a tenth of the time, and ö stands beside o for everybody.
    """
    d = DirectoryLink
    towns = (d.a_key, d.b_key) if sort != "b" else (d.b_key, d.a_key)
    first = {
        "type": type_coerce(d.type, String),
        "since": func.coalesce(type_coerce(d.since, String), "9999"),
        "status": type_coerce(d.status, String),
        "source": d.source,
    }.get(sort)
    keys = [*([first] if first is not None else []), *towns, d.a_country, d.b_country, d.id]
    query = select(d.id).where(*_conditions(connection, wanted))
    return list(connection.scalars(query.order_by(*(key.desc() if falling else key for key in keys))))


def link_rows(connection: Connection, ids: Collection[UUID], language: str) -> list[LinkRow]:
    """Rows for ids, in their order."""
    d = DirectoryLink
    query = pick(
        d.id, d.a_name, d.a_addition, d.a_written, d.a_region, d.a_country, d.a_territory_id,
        d.b_name, d.b_addition, d.b_written, d.b_region, d.b_country, d.b_territory_id,
        d.type, d.status, d.since, d.until, d.both_sides, d.source, d.as_of,
    ).where(among(d.id, ids))  # fmt: skip
    rows = {row[0]: row for row in connection.execute(query)}
    refs = {ref for row in rows.values() for ref in (row[6], row[12]) if ref is not None}
    known = atlas(connection, refs)

    def side(name: str, addition: str, written: str, region: str, country: str, ref: UUID | None) -> LinkSide:
        if ref is not None:
            called = known.name_on(ref, language, None)
            if called and called != name:
                return LinkSide(called, "", written or name, region, country, ref)
        return LinkSide(name, addition, written, region, country, ref)

    return [
        LinkRow(one, side(*row[1:7]), side(*row[7:13]), *row[13:])
        for one in ids
        if (row := rows.get(one)) is not None
    ]


# ---- counting -------------------------------------------------------------------------------------------


def lumps(connection: Connection, wanted: Wanted | None = None) -> tuple[Lump, ...]:
    """All links that are meant, those alike put together; regions by one name in whatever language."""
    d = DirectoryLink
    decade = func.substr(type_coerce(d.since, String), 1, 3)
    keys = (
        d.a_country, d.a_region, d.a_territory_id, d.b_country, d.b_region, d.b_territory_id, d.type,
        d.status, decade, d.both_sides,
    )  # fmt: skip
    query = select(*keys, func.count()).group_by(*keys)
    if wanted is not None:
        query = query.where(*_conditions(connection, wanted))
    regions = _Regions(connection)
    found: list[Lump] = []
    for row in connection.execute(query):
        a = regions.key(row[0], row[1], row[2])
        b = regions.key(row[3], row[4], row[5])
        count = row[10]
        found.append(
            Lump(
                row[0], a, row[3], b, row[6], row[7],
                int(row[8]) * 10 if row[8] else None, count if row[9] else 0, count,
            )
        )  # fmt: skip
    return tuple(found)


class _Regions:
    """Regions by one key, whatever language a list names them in: that of the territory where it is known."""

    def __init__(self, connection: Connection) -> None:
        self.places: KnownPlaces = known_places(connection)
        t = Territory
        self.parents: dict[UUID, UUID] = {
            ref: parent for ref, parent in connection.execute(pick(t.id, t.parent_id)) if parent is not None
        }
        self.names: dict[UUID, str] = {
            ref: fold(name) for ref, name in connection.execute(pick(t.id, t.name))
        }

    def key(self, country: str, region: str, town: UUID | None) -> str:
        """The fold of the region's name, or of the name its territory has today."""
        ref = self.places.find(fold(region), country) if region else self.parents.get(town) if town else None
        if ref is None:
            return fold(region)
        return self.names.get(self.places.today.get(ref, ref), fold(region))


def region_names(connection: Connection, language: str) -> dict[str, str]:
    """What the folds of regions are called in a language: that of a territory, else as the lists write it."""
    d = DirectoryLink
    found: dict[str, str] = {}
    for column in (d.a_region, d.b_region):
        for text in connection.scalars(select(column).distinct().where(column != "").order_by(column)):
            found.setdefault(fold(text), text)
    t = Territory
    names = dict(connection.execute(select(t.id, t.name)).all())
    known = atlas(connection, names)
    for ref, name in names.items():
        found[fold(name)] = known.name(ref, language) or name
    return found


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Who was counted by, how many links of each, and between which days they are of."""

    source: str
    count: int
    first: date | None
    last: date | None


def sources(connection: Connection) -> list[SourceRow]:
    """The lists the directory is made of, the largest first."""
    d = DirectoryLink
    count = func.count()
    query = select(d.source, count, func.min(d.as_of), func.max(d.as_of)).group_by(d.source)
    return [SourceRow(*row) for row in connection.execute(query.order_by(count.desc(), d.source))]


def countries_in(connection: Connection) -> set[str]:
    """The countries that occur."""
    d = DirectoryLink
    found: set[str] = set()
    for column in (d.a_country, d.b_country):
        found.update(connection.scalars(select(column).distinct()).all())
    return found - {""}


# ---- what others state ----------------------------------------------------------------------------------


@cache
def shipped() -> Mapping[str, Mapping[str, Any]]:
    """The numbers Hospes brings along, by code."""
    path = paths.resources() / "figures" / "twinning-statistics.json"
    return {one["code"]: one for one in json.loads(path.read_text("utf-8"))["statistics"]}


def stated(connection: Connection, language: str) -> list[Stated]:
    """Every number others state: the shipped ones, or what the association says instead, then its own."""
    s = TwinningStatistic
    query = pick(
        s.code, s.a_country, s.a_region, s.b_country, s.b_region, s.count, s.as_of, s.source, s.note, s.hidden
    ).order_by(s.id)
    own = {row[0]: row for row in connection.execute(query)}
    found: list[Stated] = []
    for code, raw in shipped().items():
        row = own.pop(code, None)
        if row is None:
            found.append(_shipped(code, raw, language))
        elif not row[9]:
            found.append(_own(row, raw, language))
    found += [_own(row, None, language) for row in own.values() if not row[9]]
    return found


def hidden(connection: Connection) -> list[str]:
    """Codes of shipped numbers the association does not want to see."""
    s = TwinningStatistic
    return [code for code in connection.scalars(select(s.code).where(s.hidden)) if code in shipped()]


def _area(raw: Mapping[str, Any], language: str) -> Area:
    names = raw.get("region", {})
    keys = frozenset(fold(name) for name in (*names.values(), *raw.get("also", ())))
    return Area(raw.get("country", ""), names.get(language, names.get("en", "")), keys)


def _shipped(code: str, raw: Mapping[str, Any], language: str) -> Stated:
    note = raw["note"].get(language, raw["note"]["en"])
    day = RoughDate.parse(raw["as_of"])
    return Stated(
        code,
        _area(raw["a"], language),
        _area(raw["b"], language),
        raw["count"],
        day,
        raw["source"],
        note,
        True,
    )


def _own(row: Picked, raw: Mapping[str, Any] | None, language: str) -> Stated:
    a, b = Area(row[1], row[2]), Area(row[3], row[4])
    if raw is not None:
        # What was corrected is the number, hardly ever the region: its names in other languages stay known.
        a, b = _kept(a, _area(raw["a"], language)), _kept(b, _area(raw["b"], language))
    return Stated(row[0], a, b, row[5], row[6], row[7], row[8], raw is not None, True)


def _kept(own: Area, before: Area) -> Area:
    same = own.country == before.country and fold(own.region) in before.keys
    return before if same else own


def all_compared(connection: Connection, language: str, of: Iterable[Lump] | None = None) -> list[Compared]:
    """Every stated number beside our own count."""
    counted = tuple(of) if of is not None else lumps(connection)
    return [compared(one, counted) for one in stated(connection, language)]

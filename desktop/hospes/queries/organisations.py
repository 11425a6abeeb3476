# SPDX-License-Identifier: GPL-3.0-or-later
"""Organisations: the list, one with offices and visits, and who stands opposite whom (design 5.6)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from hospes.domain.codes import ContactKind, Function, OrganisationKind, Sector
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.association import base_language
from hospes.queries.filters import EVERYONE, Filter, FilterProblem, Side, Term
from hospes.queries.member_history import visit_titles
from hospes.queries.ranks import by_text
from hospes.queries.scope import among, one_of, roughly_valid_on, there, valid_on
from hospes.store.search import matching
from hospes.store.selections import pick
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.tables.notes import Tag, TagLink
from hospes.store.tables.organisations import Office, Organisation, OrganisationText
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Visit


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation on the list; `side` is that of its town, None where it has no town."""

    id: UUID
    version: int
    name: str
    own_name: str
    short_name: str
    kind: OrganisationKind
    sector: Sector
    territory_id: UUID | None
    town: str
    country: str
    at_home: bool | None
    phone: str = ""
    email: str = ""
    holders: tuple["Holder", ...] = ()

    @property
    def side(self) -> Side | None:
        """Ours or theirs."""
        return None if self.at_home is None else Side.OURS if self.at_home else Side.THEIRS


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office there now."""

    name: PersonName
    person_id: UUID
    function: Function
    title: str


def organisation_ids(
    connection: Connection, filter_: Filter = EVERYONE, *, locale: Locale, today: date
) -> list[UUID]:
    """Organisations by name, without our own. Understands `side`, `sector`, `kind`, `place`, `tag`, words."""
    o = Organisation
    query = select(o.id, o.name).where(there(o), o.is_own.is_(False))
    for term in filter_.terms:
        query = query.where(_condition(connection, term, today))
    if filter_.words:
        query = query.where(o.id.in_(matching(filter_.words, "organisation")))
    rows = connection.execute(query.order_by(o.id)).all()
    return [row[0] for row in by_text(rows, [(row[1],) for row in rows], locale)]


def _condition(connection: Connection, term: Term, today: date) -> ColumnElement[bool]:
    o, t, a = Organisation, Territory, Address
    if term.field == "side":
        home = select(t.id).where(t.is_home.is_(True))
        near = o.territory_id.in_(home) | o.territory_id.is_(None)
        found = near if Side.OURS.value in term.values else ~near
        found = found if len(term.values) == 1 else or_(near, ~near)
    elif term.field == "sector":
        found = one_of(o.sector, term.values)
    elif term.field == "kind":
        found = one_of(o.kind, term.values)
    elif term.field == "tag":
        wanted = {fold(value) for value in term.values}
        ids = [row[0] for row in connection.execute(select(Tag.id, Tag.name)) if fold(row[1]) in wanted]
        found = o.id.in_(select(TagLink.organisation_id).where(among(TagLink.tag_id, ids)))
    elif term.field == "place":
        wanted = {fold(value) for value in term.values}
        towns = [name for name in connection.scalars(select(a.town).distinct()) if fold(name) in wanted]
        lies = select(a.organisation_id).where(one_of(a.town, towns), valid_on(a, today))
        homes = [row[0] for row in connection.execute(select(t.id, t.name)) if fold(row[1]) in wanted]
        found = or_(o.id.in_(lies), among(o.territory_id, homes))
    else:
        raise FilterProblem("“{field}” is nothing organisations can be filtered by.", field=term.field)
    return ~found if term.negated else found


def organisation_rows(
    connection: Connection, ids: Sequence[UUID], *, locale: Locale, today: date
) -> list[OrganisationRow]:
    """Rows for ids, in their order."""
    o, t, words = Organisation, Territory, OrganisationText
    in_language = and_(
        words.organisation_id == o.id, words.language == base_language(locale.code), words.name != ""
    )
    query = (
        pick(
            o.id, o.version, func.coalesce(words.name, o.name), o.name, o.short_name, o.kind, o.sector,
            o.territory_id, func.coalesce(t.name, ""), func.coalesce(t.country, ""),
            t.is_home,
        )
        .join(t, t.id == o.territory_id, isouter=True)
        .join(words, in_language, isouter=True)
        .where(among(o.id, ids))
    )  # fmt: skip
    rows = {row[0]: OrganisationRow(*row) for row in connection.execute(query)}
    reach = _reaches(connection, ids)
    holders = _holders(connection, ids, today)
    return [
        replace(
            rows[one],
            phone=reach.get((one, ContactKind.PHONE), "") or reach.get((one, ContactKind.MOBILE), ""),
            email=reach.get((one, ContactKind.EMAIL), ""),
            holders=tuple(holders.get(one, ())),
        )
        for one in ids
        if one in rows
    ]


def _reaches(connection: Connection, ids: Iterable[UUID]) -> dict[tuple[UUID, ContactKind], str]:
    c = ContactPoint
    query = (
        pick(c.organisation_id, c.kind, c.value)
        .where(among(c.organisation_id, ids))
        .order_by(c.position.desc(), c.id.desc())
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def _holders(connection: Connection, ids: Iterable[UUID], today: date) -> dict[UUID, list[Holder]]:
    f = Office
    query = (
        pick(f.organisation_id, f.person_id, f.function, f.title, *facts.NAME_COLUMNS)
        .join(Person, Person.id == f.person_id)
        .where(
            among(f.organisation_id, ids),
            roughly_valid_on(f, today),
            there(Person),
            Person.deceased.is_(False),
        )
        .order_by(f.protocol_rank, f.position, f.id)
    )
    found: dict[UUID, list[Holder]] = defaultdict(list)
    for organisation_id, person_id, function, title, *parts in connection.execute(query):
        found[organisation_id].append(Holder(PersonName(*parts), person_id, function, title))
    return found


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """One organisation; addresses and telephones come from `people`, offices from `person_details`."""

    id: UUID
    version: int
    name: str
    short_name: str
    is_own: bool
    kind: OrganisationKind
    sector: Sector
    territory_id: UUID | None
    parent_id: UUID | None
    preferred_language: str
    founded: RoughDate | None
    fields_of_work: str
    register_no: str
    logo_sha: str | None
    binned_at: date | None
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Name and purpose by language."""
    children: tuple[tuple[UUID, str], ...] = ()
    visits: tuple["DelegationLine", ...] = ()


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """A visit at which an organisation was a delegation."""

    visit_id: UUID
    title: str
    first: date | None
    last: date | None


def organisation(connection: Connection, organisation_id: UUID, language: str) -> OrganisationPage:
    """One organisation. Raises UserError where there is none."""
    o, t = Organisation, OrganisationText
    while (
        into := connection.execute(select(o.merged_into).where(o.id == organisation_id)).scalar()
    ) is not None:
        organisation_id = into
    query = pick(
        o.id, o.version, o.name, o.short_name, o.is_own, o.kind, o.sector, o.territory_id, o.parent_id,
        o.preferred_language, o.founded, o.fields_of_work, o.register_no, o.logo_sha, o.binned_at,
    ).where(o.id == organisation_id)  # fmt: skip
    row = connection.execute(query).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    texts = connection.execute(
        select(t.language, t.name, t.purpose).where(t.organisation_id == organisation_id)
    )
    children = connection.execute(
        select(o.id, o.name).where(there(o), o.parent_id == organisation_id).order_by(o.name)
    )
    d, v = Delegation, Visit
    visits = connection.execute(
        select(v.id, v.first, v.last)
        .join(d, d.visit_id == v.id)
        .where(d.organisation_id == organisation_id, v.binned_at.is_(None))
        .order_by(v.first.desc())
    ).all()
    titles = visit_titles(connection, [one[0] for one in visits], language)
    return replace(
        OrganisationPage(*row),
        texts={code: (name, purpose) for code, name, purpose in texts},
        children=tuple((one[0], one[1]) for one in children),
        visits=tuple(DelegationLine(one[0], titles.get(one[0], ""), one[1], one[2]) for one in visits),
    )


@dataclass(frozen=True, slots=True)
class Opposites:
    """Organisations of one kind, ours beside those of a partner town; an empty side is a gap."""

    kind: OrganisationKind
    ours: tuple[OrganisationRow, ...]
    theirs: tuple[OrganisationRow, ...]


def opposites(connection: Connection, territory_id: UUID, *, locale: Locale, today: date) -> list[Opposites]:
    """Who stands opposite whom: kinds that exist on either side, in the order of their codes."""
    ids = organisation_ids(connection, locale=locale, today=today)
    rows = organisation_rows(connection, ids, locale=locale, today=today)
    found = []
    for kind in OrganisationKind:
        ours = tuple(row for row in rows if row.kind == kind and row.side == Side.OURS)
        theirs = tuple(row for row in rows if row.kind == kind and row.territory_id == territory_id)
        if (ours or theirs) and kind != OrganisationKind.OTHER:
            found.append(Opposites(kind, ours, theirs))
    return found

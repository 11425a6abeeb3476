# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings as a list: parties by their names of today, years, next jubilee, last contact, asleep or not."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.ages import Anniversary
from hospes.domain.codes_twinning import PartnershipLevel, PartnershipStatus, PartnershipType
from hospes.domain.errors import UserError
from hospes.domain.twinnings import (
    AHEAD_MONTHS,
    SLEEPS_AFTER_MONTHS,
    is_asleep,
    jubilees_between,
    months_later,
    next_jubilee,
)
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.association import base_language
from hospes.queries.names import names
from hospes.queries.partnerships_contact import Contact, last_contacts
from hospes.queries.scope import among, owned
from hospes.queries.settings import setting
from hospes.queries.territories import Atlas, atlas
from hospes.queries.visits import partner_ranks
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Agreement, Partnership, PartnershipParty, PartnershipText

SLEEPS_KEY = "twinnings.sleeps_after_months"
"""The setting that says after how many months without contact a link sleeps."""

VIEWS = ("all", "ours", "links", "others", "asleep", "ended")


@dataclass(frozen=True, slots=True)
class BondParty:
    """A party as it is called now; `partner` counts partner towns, None is on our side."""

    id: UUID
    ref: UUID
    name: str
    own_name: str
    is_ours: bool
    is_place: bool
    partner: int | None
    country: str = ""
    town: str = ""
    """Of an organisation: where it is."""
    first: RoughDate | None = None
    last: RoughDate | None = None
    first_name: str = ""
    """What it was called when the twinning began, where that was another name."""


@dataclass(frozen=True, slots=True)
class TwinningRow:
    """A twinning on the list."""

    id: UUID
    version: int
    title: str
    type: PartnershipType
    level: PartnershipLevel
    status: PartnershipStatus
    parent_id: UUID | None
    since: RoughDate | None
    until: RoughDate | None
    binned_at: date | None
    parties: tuple[BondParty, ...]
    years: int | None
    """Full years today."""
    next: Anniversary | None
    contact: Contact | None
    asleep: bool
    renew_by: date | None

    @property
    def is_domestic(self) -> bool:
        """Whether all parties lie in one country."""
        countries = {party.country for party in self.parties}
        return len(countries) == 1 and "" not in countries

    @property
    def has_us(self) -> bool:
        """Whether one of the parties is ours."""
        return any(party.is_ours for party in self.parties)

    @property
    def partners(self) -> tuple[BondParty, ...]:
        """The others."""
        return tuple(party for party in self.parties if not party.is_ours)


def sleeps_after(connection: Connection) -> int:
    """After how many months without contact a link sleeps, in this file."""
    found = setting(connection, SLEEPS_KEY)
    return found if isinstance(found, int) and found > 0 else SLEEPS_AFTER_MONTHS


def parties_of_bonds(
    connection: Connection, bonds: Collection[UUID], language: str, day: date | None = None
) -> dict[UUID, list[BondParty]]:
    """The parties of twinnings, ours first; places under the name they have on a day (None: today's)."""
    p, o = PartnershipParty, Organisation
    query = (
        pick(
            p.partnership_id, p.id, p.territory_id, p.organisation_id, p.is_ours, p.first, p.last,
            o.territory_id, Partnership.since,
        )
        .join(o, o.id == p.organisation_id, isouter=True)
        .join(Partnership, Partnership.id == p.partnership_id)
        .where(among(p.partnership_id, bonds))
        .order_by(p.partnership_id, p.position, p.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    known = atlas(connection, {one for row in rows for one in (row[2], row[7]) if one})
    called = names(connection, {row[3] for row in rows if row[3]}, language, ("organisation",))
    ranks = partner_ranks(connection)
    found: dict[UUID, list[BondParty]] = defaultdict(list)
    for bond, ref, territory, organisation, ours, first, last, lies_in, since in rows:
        town = territory or lies_in
        now = known.on(town, day) if town is not None else None
        place = known.places.get(now) if now is not None else None
        rank = None if ours else ranks.get(town, len(ranks)) if town is not None else len(ranks)
        country = place.country if place is not None else ""
        if territory is not None and now is not None:
            party = BondParty(
                ref, territory, known.name(now, language, day), place.name if place else "", ours, True,
                rank, country, "", first, last,
                _first_name(known, territory, now, since, language),
            )  # fmt: skip
        else:
            text = called[organisation].text if organisation in called else ""
            where = known.name(now, language, day) if now is not None else ""
            party = BondParty(ref, organisation, text, text, ours, False, rank, country, where, first, last)
        found[bond].append(party)
    for parties in found.values():
        parties.sort(key=lambda party: not party.is_ours)
    return found


def _first_name(known: Atlas, ref: UUID, now: UUID, since: RoughDate | None, language: str) -> str:
    if since is None:
        return ""
    then = known.name_on(ref, language, since.last)
    return then if known.on(ref, since.last) != now and then != known.name(now, language) else ""


def titles_of(
    connection: Connection,
    bonds: Collection[UUID],
    language: str,
    parties: Mapping[UUID, Sequence[BondParty]] | None = None,
) -> dict[UUID, str]:
    """What twinnings are called: a title in the language, else the parties as they are called in it."""
    t = PartnershipText
    query = select(t.partnership_id, t.title).where(
        among(t.partnership_id, bonds), t.language == base_language(language), t.title != ""
    )
    found = dict(connection.execute(query).all())
    sides = parties_of_bonds(connection, bonds, language) if parties is None else parties
    for bond in bonds:
        if bond not in found:
            found[bond] = " – ".join(one.name for one in sides.get(bond, ()) if one.last is None)
    return found


def twinning_rows(
    connection: Connection, ids: Sequence[UUID], language: str, today: date
) -> list[TwinningRow]:
    """Rows for ids, in their order."""
    p = Partnership
    query = pick(
        p.id, p.version, p.type, p.level, p.status, p.parent_id, p.since, p.until, p.binned_at
    ).where(among(p.id, ids))
    rows = {row[0]: row for row in connection.execute(query)}
    parties = parties_of_bonds(connection, list(rows), language)
    titles = titles_of(connection, list(rows), language, parties)
    heard = last_contacts(connection, list(rows), today)
    renewals = renewals_of(connection, list(rows))
    months = sleeps_after(connection)
    found = []
    for one in ids:
        if one not in rows:
            continue
        _, version, kind, level, status, parent, since, until, binned = rows[one]
        contact = heard.get(one)
        over = until is not None and until.last < today
        asleep = not over and is_asleep(status, contact.on if contact else None, since, today, months)
        found.append(
            TwinningRow(
                one, version, titles.get(one, ""), kind, level, status, parent, since, until, binned,
                tuple(parties.get(one, ())),
                since.age_on(today) if since is not None else None,
                None if over or status is PartnershipStatus.ENDED else next_jubilee(since, today),
                contact, asleep, renewals.get(one),
            )
        )  # fmt: skip
    return found


def twinning_row(connection: Connection, ref: UUID, language: str, today: date) -> TwinningRow:
    """One twinning. Raises UserError if it is gone."""
    found = twinning_rows(connection, [ref], language, today)
    if not found:
        raise UserError("This entry is no longer in the file.", code="gone")
    return found[0]


def renewals_of(connection: Connection, bonds: Collection[UUID]) -> dict[UUID, date]:
    """By when the last paper of each chain is to be renewed; one that has a successor is renewed already."""
    a = Agreement
    rows = connection.execute(
        pick(a.id, a.partnership_id, a.predecessor_id, a.renew_by).where(among(a.partnership_id, bonds))
    ).all()
    followed = {row[2] for row in rows if row[2] is not None}
    found: dict[UUID, date] = {}
    for ref, bond, _, renew_by in rows:
        if renew_by is not None and ref not in followed:
            found[bond] = min(renew_by, found.get(bond, renew_by))
    return found


# ---- the order of the list ------------------------------------------------------------------------------


def all_rows(connection: Connection, locale: Locale, today: date) -> list[TwinningRow]:
    """Every twinning that is not in the bin."""
    query = select(Partnership.id).where(
        Partnership.binned_at.is_(None), owned(connection, Partnership.owner_id)
    )
    ids = connection.scalars(query).all()
    return twinning_rows(connection, ids, locale.code, today)


def in_view(row: TwinningRow, view: str) -> bool:
    """Whether a twinning belongs to a view of the list."""
    ended = row.status is PartnershipStatus.ENDED
    link = row.type is PartnershipType.INSTITUTION or row.level in (
        PartnershipLevel.SCHOOL,
        PartnershipLevel.CLUB,
    )
    tests = {
        "all": not ended,
        "ours": row.has_us and not ended and not link,
        "links": link and not ended,
        "others": not row.has_us and not ended and not link,
        "asleep": row.asleep,
        "ended": ended,
    }
    return tests[view]


def listed(
    rows: Iterable[TwinningRow], view: str, words: str = "", order: str = "name", *, locale: Locale
) -> list[TwinningRow]:
    """The twinnings of a view with all these words, in an order: name, since, next, contact."""
    wanted = fold(words).split()
    found = [row for row in rows if in_view(row, view) and _has(row, wanted)]
    found.sort(key=lambda row: (locale.sort_key(row.title), row.id.hex))
    if order == "since":
        found.sort(key=lambda row: str(row.since) if row.since is not None else "9")
    elif order == "next":
        found.sort(key=lambda row: row.next.on if row.next is not None else date.max)
    elif order == "contact":
        found.sort(key=lambda row: row.contact.on if row.contact is not None else date.min)
    elif order == "name":
        # What we are part of comes before what we only know of.
        found.sort(key=lambda row: (row.type is PartnershipType.INSTITUTION, not row.has_us))
    return found


def _has(row: TwinningRow, wanted: Sequence[str]) -> bool:
    texts = [row.title, *(part for one in row.parties for part in (one.name, one.own_name, one.first_name))]
    folded = fold(" ".join(texts))
    return all(word in folded for word in wanted)


# ---- what is ahead --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ahead:
    """A jubilee or a renewal to come."""

    on: date
    bond: UUID
    title: str
    years: int
    """0 for a renewal."""
    exact: bool = True
    """Whether the day is known, or the year only."""


def ahead(
    connection: Connection, today: date, language: str, months: int = AHEAD_MONTHS
) -> tuple[Ahead, ...]:
    """Jubilees and renewals of the months to come, and renewals that are overdue (REQ-1-01)."""
    p = Partnership
    rows = connection.execute(
        pick(p.id, p.since).where(
            p.binned_at.is_(None),
            p.until.is_(None),
            p.status != PartnershipStatus.ENDED,
            owned(connection, p.owner_id),
        )
    ).all()
    last = months_later(today, months)
    titles = titles_of(connection, [row[0] for row in rows], language)
    found = [
        Ahead(one.on, bond, titles.get(bond, ""), one.years, since is not None and since.exact is not None)
        for bond, since in rows
        for one in jubilees_between(since, today, last)
    ]
    renewals = renewals_of(connection, [row[0] for row in rows])
    found += [Ahead(on, bond, titles.get(bond, ""), 0) for bond, on in renewals.items() if on <= last]
    return tuple(sorted(found, key=lambda one: (one.on, one.title)))


def bodies_to_choose(connection: Connection, language: str) -> list[tuple[UUID, str]]:
    """Organisations that can be a party, by name."""
    o = Organisation
    ids = connection.scalars(select(o.id).where(o.binned_at.is_(None), o.merged_into.is_(None))).all()
    called = names(connection, ids, language, ("organisation",))
    found = [(ref, called[ref].text) for ref in ids if ref in called]
    return sorted(found, key=lambda pair: fold(pair[1]))


def bonds_of_organisation(
    connection: Connection, organisation: UUID, language: str
) -> list[tuple[UUID, str]]:
    """The twinnings an organisation is a party of, and those of the town it lies in."""
    p, o = PartnershipParty, Organisation
    town = select(o.territory_id).where(o.id == organisation, o.territory_id.is_not(None))
    ids = connection.scalars(
        select(p.partnership_id)
        .join(Partnership, Partnership.id == p.partnership_id)
        .where(
            (p.organisation_id == organisation) | p.territory_id.in_(town), Partnership.binned_at.is_(None)
        )
        .distinct()
    ).all()
    titles = titles_of(connection, ids, language)
    return sorted(((ref, titles[ref]) for ref in ids), key=lambda pair: fold(pair[1]))

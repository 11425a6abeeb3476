# SPDX-License-Identifier: GPL-3.0-or-later
"""The yearly figures of our association, and those of others that were brought in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, extract, func, select

from hospes.domain.codes import Gender
from hospes.domain.codes_twinning import PartnershipStatus, TerritoryKind
from hospes.domain.codes_visit import DelegationRole, ParticipationKind, ParticipationState, VisitState
from hospes.domain.network_figures import LEAST, Figure, Sent, band_of, protected, size_class
from hospes.domain.values import RoughDate
from hospes.domain.volunteering import whole_hours
from hospes.queries.association import association
from hospes.queries.memberships import ground, members
from hospes.queries.scope import there
from hospes.queries.volunteering import by_year
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.directory import NetworkFigures
from hospes.store.tables.events import Event
from hospes.store.tables.members import Membership
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit

AWAY = (
    ParticipationState.INTERESTED, ParticipationState.WAITING, ParticipationState.CANCELLED,
    ParticipationState.NO_SHOW,
)  # fmt: skip
"""Who did not come."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """Our figures of a year as they may leave the association: no names, no small numbers."""

    sender: str
    year: int
    country: str
    region: str
    size: str
    figures: Mapping[Figure, int | None]
    least: int = LEAST

    @property
    def left_out(self) -> int:
        """How many numbers are not told."""
        return sum(value is None for value in self.figures.values())


def yearly(connection: Connection, year: int, today: date) -> Yearly:
    """Count a year, and leave out what could tell of somebody."""
    own = association(connection)
    counted = _counted(connection, year, min(date(year, 12, 31), today))
    country, region = _place(connection, own.territory_id)
    # A number made from the key of our own association: nobody can go back from it.
    sender = sha256(f"hospes-figures {own.id.hex}".encode()).hexdigest()[:32]
    return Yearly(
        sender, year, own.country or country, region, size_class(counted[Figure.MEMBERS]), protected(counted)
    )


def _place(connection: Connection, town: UUID | None) -> tuple[str, str]:
    """The country of a town, and the region it lies in."""
    t = Territory
    country, ref = "", town
    for _ in range(5):
        if ref is None:
            break
        row = connection.execute(pick(t.name, t.kind, t.country, t.parent_id).where(t.id == ref)).first()
        if row is None:
            break
        country = country or row[2]
        if row[1] is TerritoryKind.REGION:
            return country, row[0]
        ref = row[3]
    return country, ""


def _counted(connection: Connection, year: int, day: date) -> dict[Figure, int]:
    on = ground(connection, day)
    p, m = Person, Membership
    ids = select(members(on, begun=True).subquery().c[0]).distinct()
    people = connection.execute(pick(p.birth, p.gender).where(p.id.in_(ids), there(Person))).all()
    found: Counter[Figure] = Counter(dict.fromkeys(Figure, 0))
    for birth, gender in people:
        found[Figure.MEMBERS] += 1
        found[band_of(_age(birth, day))] += 1
        sort = {Gender.FEMALE: Figure.WOMEN, Gender.MALE: Figure.MEN}.get(gender, Figure.OTHER)
        found[sort] += 1
    mine = m.owner_id == on.owner
    first = func.substr(m.joined, 1, 4) == str(year)
    count = select(func.count()).select_from(m)
    found[Figure.JOINED] = connection.execute(count.where(mine, first)).scalar() or 0
    gone = extract("year", m.left_on) == year
    found[Figure.LEFT] = connection.execute(count.where(mine, gone)).scalar() or 0
    _visits(connection, year, day, found)
    e, b = Event, Partnership
    events = select(func.count()).select_from(e).where(_in(e.on, year, day), e.binned_at.is_(None))
    found[Figure.EVENTS] = connection.execute(events).scalar() or 0
    bonds = (
        select(func.count())
        .select_from(b)
        .where(b.owner_id == on.owner, b.binned_at.is_(None), b.status != PartnershipStatus.ENDED)
    )
    found[Figure.TWINNINGS] = connection.execute(bonds).scalar() or 0
    return dict(found)


def _age(birth: RoughDate | None, day: date) -> int | None:
    """Full years; of a birth that is known by its year those at the end of this one."""
    if birth is None:
        return None
    age = birth.age_on(day)
    return day.year - birth.year if age is None else age


def _in(column: AnyColumn, year: int, day: date) -> ColumnElement[bool]:
    """A day of the year that has come."""
    return and_(column >= date(year, 1, 1), column <= day)


def _visits(connection: Connection, year: int, day: date, found: Counter[Figure]) -> None:
    v, p, d, t, o = Visit, Participation, Delegation, Territory, Organisation
    held = and_(
        _in(v.first, year, day),
        v.binned_at.is_(None),
        v.state.not_in((VisitState.IDEA, VisitState.CANCELLED)),
    )
    found[Figure.VISITS] = connection.execute(select(func.count()).select_from(v).where(held)).scalar() or 0
    query = (
        pick(p.person_id, p.first_visit, d.role, t.is_home, o.is_own)
        .join(v, v.id == p.visit_id)
        .join(d, d.id == p.delegation_id)
        .join(t, t.id == d.territory_id, isouter=True)
        .join(o, o.id == d.organisation_id, isouter=True)
        .where(held, p.state.not_in(AWAY), p.kind != ParticipationKind.HOST)
    )
    guests: set[UUID] = set()
    travellers: set[UUID] = set()
    new: set[UUID] = set()
    for person, first, role, home, own in connection.execute(query):
        if role is DelegationRole.HOSTING:
            continue
        (travellers if home or own else guests).add(person)
        if first:
            new.add(person)
    found[Figure.GUESTS], found[Figure.TRAVELLERS] = len(guests), len(travellers)
    found[Figure.FIRST_TIMERS] = len(new)
    n, h = Placement, HostOffer
    nights = (
        select(func.count(), func.count(h.household_id.distinct()))
        .select_from(n)
        .join(h, h.id == n.offer_id)
        .join(v, v.id == h.visit_id)
        .where(held)
    )
    row = connection.execute(nights).one()
    found[Figure.NIGHTS], found[Figure.HOSTS] = row[0] or 0, row[1] or 0
    minutes, givers = by_year(connection, day).get(year, (0, 0))
    found[Figure.HOURS], found[Figure.VOLUNTEERS] = whole_hours(minutes), givers


# ---- of others ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SentRow:
    """Figures that were brought in, with their row."""

    id: UUID
    sent: Sent
    made_on: date | None
    least: int


def all_sent(connection: Connection, year: int | None = None) -> list[SentRow]:
    """The figures of other associations, the latest year first."""
    n = NetworkFigures
    query = pick(n.id, n.sender, n.year, n.country, n.region, n.size, n.figures, n.made_on, n.least).order_by(
        n.year.desc(), n.country, n.region, n.sender
    )
    if year is not None:
        query = query.where(n.year == year)
    known = {figure.value: figure for figure in Figure}
    return [
        SentRow(
            row[0],
            Sent(
                row[1], row[2], row[3], row[4], row[5],
                {known[name]: value for name, value in row[6].items() if name in known},
            ),
            row[7],
            row[8],
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def years(connection: Connection) -> list[int]:
    """The years there are figures of, the latest first."""
    n = NetworkFigures
    return list(connection.scalars(select(n.year).distinct().order_by(n.year.desc())))

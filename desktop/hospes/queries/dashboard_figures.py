# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures Today shows: members, hosts, what is open, since when there is a twinning."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, String, func, select, type_coerce

from hospes.domain.values import Money, RoughDate
from hospes.queries.members import CHIPS, count_members
from hospes.queries.memberships import ground
from hospes.queries.scope import mine, owned
from hospes.store.tables.members import Dues, Membership, PaymentShare
from hospes.store.tables.partnerships import Partnership


@dataclass(frozen=True, slots=True)
class Figures:
    """The four cards."""

    members: int
    joined_this_year: int
    households: int
    hosts: int
    open: Money
    open_households: int
    twinned_since: RoughDate | None


def figures(connection: Connection, day: date) -> Figures:
    """The figures of the four cards."""
    everyone, hosts = (count_members(connection, CHIPS[chip], today=day) for chip in ("everyone", "can_host"))
    on = ground(connection, day)
    joined = (
        select(func.count())
        .select_from(Membership)
        .where(
            mine(Membership.owner_id, on),
            Membership.left_on.is_(None),
            type_coerce(Membership.joined, String).startswith(f"{day.year}"),
        )
    )
    since = select(func.min(type_coerce(Partnership.since, String))).where(
        Partnership.binned_at.is_(None),
        Partnership.until.is_(None),
        owned(connection, Partnership.owner_id),
    )
    oldest = connection.execute(since).scalar()
    open_, households = open_sums(connection, day)
    return Figures(
        everyone.people,
        connection.execute(joined).scalar() or 0,
        everyone.households,
        hosts.households,
        open_,
        households,
        RoughDate.parse(oldest) if oldest else None,
    )


def open_sums(connection: Connection, day: date) -> tuple[Money, int]:
    """What is open in the year of dues, and how many households owe it."""
    on = ground(connection, day)
    paid = (
        select(PaymentShare.dues_id, func.sum(PaymentShare.minor).label("minor"))
        .group_by(PaymentShare.dues_id)
        .subquery()
    )
    query = (
        select(func.sum(Dues.minor - func.coalesce(paid.c.minor, 0)))
        .select_from(Dues)
        .join(paid, paid.c.dues_id == Dues.id, isouter=True)
        .where(mine(Dues.owner_id, on), Dues.year == on.year, Dues.waived.is_(False))
        .where(Dues.minor > func.coalesce(paid.c.minor, 0))
    )
    owed = connection.execute(query).scalar() or 0
    return Money(owed, on.currency), count_members(connection, CHIPS["dues_open"], today=day).households

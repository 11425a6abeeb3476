# SPDX-License-Identifier: GPL-3.0-or-later
"""All grants of all visits, for the treasurer: who gives, for what, how far it is, what is due when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_money import GrantState
from hospes.domain.grants_checks import DeadlineKind, deadlines
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.association import owner_of_file
from hospes.queries.grants import GrantRow, grants_of
from hospes.queries.names import names
from hospes.store.selections import pick
from hospes.store.tables.visits import Visit

DONE = frozenset({GrantState.REPORTED, GrantState.CLOSED, GrantState.REFUSED})
"""Nothing is to be done for these any more."""


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A grant with its visit."""

    grant: GrantRow
    visit: str
    visit_on: date | None
    report_due: date | None
    """As entered, else by the scheme."""

    @property
    def id(self) -> UUID:
        """Of the grant."""
        return self.grant.id

    @property
    def missing(self) -> Money:
        """What was promised and has not come."""
        promised = self.grant.promised or Money(0, self.grant.currency)
        if self.grant.state is GrantState.REFUSED:
            return Money(0, self.grant.currency)
        return Money(max(0, promised.minor - self.grant.received.minor), self.grant.currency)

    @property
    def open(self) -> bool:
        """Is there something to be done?"""
        return self.grant.state not in DONE

    def overdue(self, today: date) -> bool:
        """Should the report have been sent?"""
        return self.open and self.report_due is not None and self.report_due < today


def grant_lines(connection: Connection, today: date, locale: Locale) -> list[GrantLine]:
    """Grants of visits that are not in the bin, those with something to do first, then the newest visit."""
    owner = owner_of_file(connection)
    v = Visit
    query = pick(v.id, v.first, v.last).where(v.owner_id == owner, v.binned_at.is_(None))
    days = {key: (first, last) for key, first, last in connection.execute(query)}
    found = grants_of(connection, days, locale.language)
    titles = names(connection, set(found), locale.language, ("visit",)) if found else {}
    lines = []
    for visit, grants in found.items():
        first, last = days[visit]
        called = titles[visit].text if visit in titles else ""
        lines += [GrantLine(one, called, first, _due(one, first, last)) for one in grants]
    lines.sort(key=lambda one: one.visit_on or date.min, reverse=True)
    lines.sort(key=lambda one: (not one.open, one.report_due or date.max))
    return lines


def _due(one: GrantRow, first: date | None, last: date | None) -> date | None:
    if one.report_due is not None or one.scheme is None:
        return one.report_due
    days = [day.on for day in deadlines(one.scheme, first, last) if day.kind is DeadlineKind.REPORT]
    return max(days) if days else None

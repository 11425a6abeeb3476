# SPDX-License-Identifier: GPL-3.0-or-later
"""Who of some people can be written to, and why the others cannot: one rule for letters and e-mail."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import ConsentPurpose, ContactKind
from hospes.domain.mailing import LeftOut, usable
from hospes.i18n.locale import Locale
from hospes.queries.paper_people import PaperPerson, paper_people
from hospes.queries.scope import among, there
from hospes.store.selections import pick
from hospes.store.tables.people import Consent, Person


@dataclass(frozen=True, slots=True)
class Mailed:
    """Somebody who can be written to."""

    person: PaperPerson
    email: str

    @property
    def language(self) -> str:
        """What they read; empty where nobody said."""
        return self.person.language


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody who was asked for, sorted into those written to and those left out."""

    people: tuple[Mailed, ...]
    left_out: tuple[tuple[UUID, LeftOut], ...]

    def count(self, reason: LeftOut) -> int:
        """How many are left out for a reason."""
        return sum(1 for _, why in self.left_out if why is reason)

    @property
    def with_email(self) -> tuple[Mailed, ...]:
        """Those with an address that can be used."""
        return tuple(one for one in self.people if one.email)

    @property
    def without_email(self) -> tuple[Mailed, ...]:
        """Those a letter would reach instead."""
        return tuple(one for one in self.people if not one.email)


def audience(
    connection: Connection,
    ids: Collection[UUID],
    today: date,
    language: str,
    *,
    newsletter: bool = False,
) -> Audience:
    """Sort people by whether they may be written to.

    Args:
        connection: a reading connection.
        ids: whom, in order.
        today: the day.
        language: of the names of classes.
        newsletter: only those who agreed to it and did not take that back.
    """
    wanted = list(dict.fromkeys(ids))
    known = {one.id: one for one in paper_people(connection, wanted, today, language, for_post=True)}
    agreed = set(newsletter_ids(connection, wanted)) if newsletter else set()
    people: list[Mailed] = []
    left: list[tuple[UUID, LeftOut]] = []
    for one in wanted:
        person = known.get(one)
        if person is None:
            left.append((one, LeftOut.GONE))
        elif person.deceased:
            left.append((one, LeftOut.DECEASED))
        elif person.membership is not None and not person.membership.current:
            left.append((one, LeftOut.FORMER))
        elif newsletter and one not in agreed:
            left.append((one, LeftOut.NO_CONSENT))
        else:
            point = person.reach(ContactKind.EMAIL)
            people.append(Mailed(person, usable(point.value) if point is not None else ""))
    return Audience(tuple(people), tuple(left))


def newsletter_ids(connection: Connection, among_these: Collection[UUID] | None = None) -> list[UUID]:
    """Everybody whose newest word on the newsletter is yes; whoever took it back is not among them."""
    c = Consent
    query = (
        pick(c.person_id, c.given_on, c.withdrawn_on)
        .join(Person, Person.id == c.person_id)
        .where(c.purpose == ConsentPurpose.NEWSLETTER, there(Person), Person.deceased.is_(False))
        .order_by(c.given_on, c.id)
    )
    if among_these is not None:
        query = query.where(among(c.person_id, among_these))
    newest: dict[UUID, bool] = {}
    for person_id, _, withdrawn in connection.execute(query):
        newest[person_id] = withdrawn is None
    return [one for one, agreed in newest.items() if agreed]


def asked_for(
    connection: Connection,
    filter_text: str,
    people: Collection[UUID] | None,
    today: date,
    locale: Locale,
    *,
    newsletter: bool = False,
) -> Audience:
    """The same for people picked in a list, else for those a filter lets through, else for all members."""
    if people is None:
        from hospes.queries.filters import read_filter
        from hospes.queries.members import member_ids

        people = member_ids(connection, read_filter(filter_text), locale=locale, today=today)
    return audience(connection, people, today, locale.code, newsletter=newsletter)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which row somebody means on the command line (decision 38).

`P` and `V` are an id, the first eight or more figures of one, `no:214` for a member number, or a name that is
unique when folded, its words in any order. Whatever fits more than one is refused with the candidates.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, Text, select, type_coerce

from hospes.domain.errors import UserError
from hospes.i18n.fold import fold
from hospes.queries.names import names
from hospes.store import search as index
from hospes.store.tables.events import Event
from hospes.store.tables.members import Membership
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.people import Person
from hospes.store.tables.projects import Project
from hospes.store.tables.visits import Visit

MOST_CANDIDATES = 8
_ID = re.compile(r"[0-9a-f]{8,32}\Z")
_YEAR = re.compile(r"[12][0-9]{3}\Z")


class Ambiguous(UserError):
    """More than one fits; `candidates` are pairs of name and the beginning of the id."""

    code = "ambiguous"

    def __init__(self, text: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.candidates = tuple(candidates)
        listed = "; ".join(f"{name} ({ref})" for name, ref in candidates[:MOST_CANDIDATES])
        more = "; …" if len(candidates) > MOST_CANDIDATES else ""
        super().__init__(
            "“{text}” may be any of these: {candidates}. Give more of the name, or the figures behind it.",
            text=text,
            candidates=listed + more,
        )


def person(connection: Connection, text: str, language: str = "en") -> UUID:
    """The person somebody means. Raises Ambiguous, or UserError if there is none."""
    number = text.strip().lower()
    if number.startswith("no:"):
        return _one(connection, text, _by_number(connection, number[3:].strip()), language)
    found = _by_id(connection, Person, text) or _by_name(connection, "person", text)
    if not found:
        raise UserError("Nobody here is called “{text}”.", code="nobody", text=text)
    return _kept(connection, _one(connection, text, found, language))


def _kept(connection: Connection, ref: UUID) -> UUID:
    """Of merged doubles the one that was kept (decision 12)."""
    query = select(Person.merged_into).where(Person.id == ref)
    into = connection.execute(query).scalar()
    return ref if into is None else _kept(connection, into)


def visit(connection: Connection, text: str, language: str = "en") -> UUID:
    """The visit somebody means. Raises Ambiguous, or UserError if there is none."""
    found = (
        _by_id(connection, Visit, text) or _by_year(connection, text) or _by_name(connection, "visit", text)
    )
    if not found:
        raise UserError("No visit here is called “{text}”.", code="no-visit", text=text)
    return _one(connection, text, found, language)


def organisation(connection: Connection, text: str, language: str = "en") -> UUID:
    """The organisation somebody means. Raises Ambiguous, or UserError if there is none."""
    found = _by_id(connection, Organisation, text) or _by_name(connection, "organisation", text)
    if not found:
        raise UserError("No organisation here is called “{text}”.", code="no-organisation", text=text)
    return _one(connection, text, found, language)


def twinning(connection: Connection, text: str, language: str = "en") -> UUID:
    """The twinning somebody means. Raises Ambiguous, or UserError if there is none."""
    found = _by_id(connection, Partnership, text) or _by_name(connection, "partnership", text)
    if not found:
        raise UserError("No twinning here is called “{text}”.", code="no-twinning", text=text)
    return _one(connection, text, found, language)


def event(connection: Connection, text: str, language: str = "en") -> UUID:
    """The event somebody means. Raises Ambiguous, or UserError if there is none."""
    found = _by_id(connection, Event, text) or _by_name(connection, "event", text)
    if not found:
        raise UserError("No event here is called “{text}”.", code="no-event", text=text)
    return _one(connection, text, found, language)


def project(connection: Connection, text: str, language: str = "en") -> UUID:
    """The project somebody means. Raises Ambiguous, or UserError if there is none."""
    found = _by_id(connection, Project, text) or _by_name(connection, "project", text)
    if not found:
        raise UserError("No project here is called “{text}”.", code="no-project", text=text)
    return _one(connection, text, found, language)


def _one(connection: Connection, text: str, found: Collection[UUID], language: str) -> UUID:
    if len(found) == 1:
        return next(iter(found))
    called = names(connection, found, language)
    candidates = sorted((named.text, _short(ref, found)) for ref, named in called.items())
    raise Ambiguous(text, candidates)


def _short(ref: UUID, others: Collection[UUID]) -> str:
    """The beginning of an id that no other candidate has; keys made in one second begin alike."""
    length = 8
    while length < 32 and sum(one.hex.startswith(ref.hex[:length]) for one in others) > 1:
        length += 1
    return ref.hex[:length]


def _by_id(
    connection: Connection,
    table: type[Person | Visit | Organisation | Partnership | Event | Project],
    text: str,
) -> set[UUID]:
    plain = text.strip().lower().replace("-", "")
    if not _ID.match(plain):
        return set()
    key = type_coerce(table.id, Text)
    # Every id that begins so stands between it and it with a letter behind all figures.
    query = select(table.id).where(key >= plain, key < f"{plain}g")
    return set(connection.execute(query).scalars())


def _by_number(connection: Connection, number: str) -> set[UUID]:
    """Who holds a member number; for a household its people are told apart by name."""
    m = Membership
    query = select(m.person_id, m.household_id).where(m.number == number)
    rows = connection.execute(query.order_by(m.left_on.is_not(None))).all()
    people = {row[0] for row in rows if row[0] is not None}
    if not people:
        from hospes.store.tables.households import HouseholdMember

        homes = [row[1] for row in rows if row[1] is not None]
        query_people = select(HouseholdMember.person_id).where(
            HouseholdMember.household_id.in_(homes), HouseholdMember.valid_to.is_(None)
        )
        people = set(connection.execute(query_people).scalars())
    if not people:
        raise UserError("Nobody here has the member number {number}.", code="nobody", number=number)
    return people


def _by_year(connection: Connection, text: str) -> set[UUID]:
    """Visits of a year."""
    if not _YEAR.match(text.strip()):
        return set()
    year = int(text)
    query = select(Visit.id).where(
        Visit.binned_at.is_(None), Visit.first.between(date(year, 1, 1), date(year, 12, 31))
    )
    return set(connection.execute(query).scalars())


def _by_name(connection: Connection, kind: str, text: str) -> set[UUID]:
    """Rows whose whole name the text is; else those with all its words in their name; else all it finds."""
    wanted = fold(text).split()
    if not wanted:
        return set()
    hits = index.find(connection, text, 200, (kind,))
    exact = {hit.ref for hit in hits if sorted(hit.key.split()) == sorted(wanted)}
    if exact:
        return exact
    whole = {hit.ref for hit in hits if all(word in hit.key.split() for word in wanted)}
    return whole or {hit.ref for hit in hits}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Doubles: "Is it one of these?" while somebody types, and all likely ones in the file (design 5.3, 6.5).

A hint, never a stop. Names are compared by their folds with some letters of tolerance; a telephone, an
e-mail address or a birth date in common makes an unlikely name likely. Quick at a hundred thousand people,
because only names that begin alike, by index, are compared letter by letter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, and_, or_, select

from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.i18n.fold import digits, fold
from hospes.queries import person_facts as facts
from hospes.queries.memberships import ground, memberships
from hospes.queries.scope import among, ids_in, there
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.aside import AcceptedDoubt, SearchEntry
from hospes.store.tables.households import ContactPoint, HouseholdMember
from hospes.store.tables.people import Person

LIKELY = 84
"""Likeness of two folded names, out of 100, from which on they may be one."""

ALMOST_SAME = 90
"""The same for people who live in different places: Barbara Novak and Barbara Nowak are 92."""

SHOWN = 5
NOT_A_DOUBLE = "double:"
"""Beginning of the code of an accepted doubt that two people are one; the other's id follows."""


def two_people(other: UUID) -> str:
    """The code under which somebody says that a person and another are two (`App.accept_doubt`)."""
    return f"{NOT_A_DOUBLE}{other.hex}"


class Reason(StrEnum):
    """Why two people may be one."""

    NAME = "name"
    PLACE = "place"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form holds so far; all may be empty."""

    given: str = ""
    surname: str = ""
    place: str = ""
    street: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    birth: RoughDate | None = None

    @property
    def key(self) -> str:
        """The folded name as the search lists it, surname first."""
        return fold(f"{self.surname} {self.given}")


@dataclass(frozen=True, slots=True)
class Double:
    """Somebody who may be meant, the likeliest first."""

    id: UUID
    name: PersonName
    place: str
    number: str
    is_member: bool
    was_member: bool
    deceased: bool
    likeness: int
    reasons: tuple[Reason, ...]


def doubles(connection: Connection, typed: Typed, *, today: date, but: Iterable[UUID] = ()) -> list[Double]:
    """People who may be the one being typed; nothing before there is a name, an address or a number."""
    from rapidfuzz import fuzz

    found: dict[UUID, set[Reason]] = defaultdict(set)
    likeness: dict[UUID, int] = {}
    for person_id in _by_reach(connection, typed, found):
        likeness.setdefault(person_id, 0)
    wanted = typed.key
    if typed.surname.strip() and typed.given.strip():
        for person_id, key in _names_like(connection, wanted):
            score = round(max(fuzz.ratio(wanted, key), fuzz.token_sort_ratio(wanted, key)))
            if score >= LIKELY:
                found[person_id].add(Reason.NAME)
                likeness[person_id] = max(likeness.get(person_id, 0), score)
    for one in but:
        likeness.pop(one, None)
    return _told(connection, typed, found, likeness, today)


def _by_reach(connection: Connection, typed: Typed, found: dict[UUID, set[Reason]]) -> set[UUID]:
    c, m = ContactPoint, HouseholdMember
    emails = [email.strip().lower() for email in typed.emails if "@" in email]
    numbers = [number for number in typed.phones if len(digits(number)) >= 5]
    if not emails and not numbers:
        return set()
    values = {*emails, *(email.strip() for email in typed.emails), *numbers}
    query = pick(c.person_id, c.household_id, c.value, c.e164).where(
        or_(c.value.in_(values), c.e164.in_([f"+{digits(number)}" for number in numbers]))
    )
    people: set[UUID] = set()
    homes: dict[UUID, Reason] = {}
    for person_id, household_id, value, _ in connection.execute(query):
        reason = Reason.EMAIL if "@" in value else Reason.PHONE
        if person_id is not None:
            found[person_id].add(reason)
            people.add(person_id)
        elif household_id is not None:
            homes[household_id] = reason
    living = select(m.person_id, m.household_id).where(among(m.household_id, homes), m.valid_to.is_(None))
    for person_id, household_id in connection.execute(living):
        found[person_id].add(homes[household_id])
        people.add(person_id)
    return people


def _names_like(connection: Connection, key: str) -> list[tuple[UUID, str]]:
    """Names that begin with the same two letters, or whose first name does: what may be alike at all.

    A slip in the first two letters of both parts is not found; a hint need not find everything.
    """
    e = SearchEntry
    words = key.split()
    starts = {word[:2] for word in (words[0], words[-1]) if len(word) > 1}
    ranges = [and_(e.key >= start, e.key < f"{start}\U0010ffff") for start in starts]
    if not ranges:
        return []
    query = select(e.ref, e.key).where(e.kind == "person", or_(*ranges))
    return [(row[0], row[1]) for row in connection.execute(query)]


def _told(
    connection: Connection,
    typed: Typed,
    found: dict[UUID, set[Reason]],
    likeness: dict[UUID, int],
    today: date,
) -> list[Double]:
    people = ids_in(likeness)
    p = Person
    query = pick(p.id, p.birth, p.deceased, *facts.NAME_COLUMNS).where(p.id.in_(people), there(p))
    rows = {row[0]: row for row in connection.execute(query)}
    links = facts.household_links(connection, people, today)
    places = facts.addresses(connection, people, links, today)
    standing = memberships(connection, people, links, ground(connection, today))
    told = []
    for person_id, row in rows.items():
        at, membership = places.get(person_id), standing.get(person_id)
        reasons = found[person_id]
        place = at.town if at is not None else ""
        if typed.place and place and fold(typed.place) == fold(place):
            reasons.add(Reason.PLACE)
        same_birth = typed.birth is not None and row[1] is not None and str(typed.birth) == str(row[1])
        if same_birth:
            reasons.add(Reason.BIRTH)
        if not _is_likely(reasons, likeness[person_id], typed, row[1], place):
            continue
        told.append(
            Double(
                person_id,
                PersonName(*row[3:]),
                place,
                membership.number if membership is not None else "",
                membership is not None and membership.current and not row[2],
                membership is not None and not membership.current,
                row[2],
                likeness[person_id],
                tuple(reason for reason in Reason if reason in reasons),
            )
        )
    told.sort(key=lambda one: (-len(one.reasons), -one.likeness, str(one.id)))
    return told[:SHOWN]


def _is_likely(reasons: set[Reason], score: int, typed: Typed, birth: RoughDate | None, place: str) -> bool:
    """A name alone must be almost the same; a different birth date speaks against it."""
    differs = typed.birth is not None and birth is not None and Reason.BIRTH not in reasons
    if Reason.NAME not in reasons:
        # A family shares its telephone, so a number without a name says little; an e-mail says more.
        return bool(reasons & {Reason.EMAIL}) and not differs
    if reasons & {Reason.EMAIL, Reason.PHONE, Reason.BIRTH}:
        return True
    elsewhere = bool(typed.place and place) and Reason.PLACE not in reasons
    return not differs and score >= (ALMOST_SAME if elsewhere else LIKELY)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one."""

    first: UUID
    second: UUID
    reasons: tuple[Reason, ...]


def likely_pairs(connection: Connection, *, today: date, limit: int = 200) -> list[Pair]:
    """Everybody in the file who may be there twice: same folded name, or nearly and something in common.

    Pairs somebody said are two people are left out.
    """
    p = Person
    query = pick(p.id, p.birth, p.surname, p.given, p.latin_name).where(there(p)).order_by(p.id)
    people = {
        row[0]: (fold(f"{row[2]} {row[3]}" if row[2] else row[4]), row[1])
        for row in connection.execute(query)
    }
    groups: dict[str, list[UUID]] = defaultdict(list)
    for person_id, (key, _) in people.items():
        groups[key].append(person_id)
    said = _said_to_be_two(connection)
    pairs = []
    for key, some in groups.items():
        if len(some) < 2 or " " not in key:
            continue
        for at, first in enumerate(some):
            for second in some[at + 1 :]:
                births = people[first][1], people[second][1]
                if None not in births and str(births[0]) != str(births[1]):
                    continue
                if frozenset((first, second)) not in said:
                    reasons = (Reason.NAME, Reason.BIRTH) if None not in births else (Reason.NAME,)
                    pairs.append(Pair(first, second, reasons))
        if len(pairs) >= limit:
            break
    return pairs[:limit]


def _said_to_be_two(connection: Connection) -> set[frozenset[UUID]]:
    d = AcceptedDoubt
    query = select(d.row_id, d.code).where(d.code.startswith(NOT_A_DOUBLE, autoescape=True))
    return {
        frozenset((row_id, UUID(hex=code.removeprefix(NOT_A_DOUBLE))))
        for row_id, code in connection.execute(query)
    }


# ---- side by side ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field of two people side by side; `differs` where somebody has to choose."""

    name: str
    first: object
    second: object

    @property
    def differs(self) -> bool:
        """Do both hold something, and not the same?"""
        return self.first != self.second and not _blank(self.first) and not _blank(self.second)


def _blank(value: object) -> bool:
    return value in {None, "", False} or getattr(value, "value", None) == "u"


MERGED_FIELDS = (
    "title_prefix", "given", "given2", "nickname", "surname_prefix", "surname", "surname2", "birth_surname",
    "suffix", "name_order", "script_name", "latin_name", "sort_key", "gender", "country", "birth",
    "birth_place", "deceased", "died", "preferred_language", "formality", "profession", "interests",
    "by_email", "photo_sha",
)  # fmt: skip
"""Fields of a person that merging may have to choose between."""


def side_by_side(connection: Connection, first: UUID, second: UUID) -> list[FieldPair]:
    """All fields in which two people are not both empty, for choosing before they are merged."""
    columns: Sequence[AnyColumn] = [getattr(Person, name) for name in MERGED_FIELDS]
    query = pick(Person.id, *columns).where(among(Person.id, (first, second)))
    rows = {row[0]: tuple(row[1:]) for row in connection.execute(query)}
    if len(rows) != 2:
        return []
    pairs = zip(MERGED_FIELDS, rows[first], rows[second], strict=True)
    return [FieldPair(name, a, b) for name, a, b in pairs if not (_blank(a) and _blank(b))]

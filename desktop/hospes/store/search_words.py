# SPDX-License-Identifier: GPL-3.0-or-later
"""What each kind of record can be found by: its words, folded.

One function a kind, listed in `SOURCES`; a function gives `id -> Words` for some ids, or for all. Left out
on purpose: notes, health notes, wishes and refusals, confidential documents, everything in the bin
(decision 23).

This runs before every commit, so it speaks SQL to the connection itself: through SQLAlchemy its twenty small
statements took longer than all the rest of saving a field, and an id that nobody looks at needs not become a
UUID a hundred thousand times.
"""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from hospes.i18n.fold import fold, index_text

Ref = str
"""An id as the file holds it: 32 hexadecimal digits."""

Ids = Collection[Ref] | None
"""Some ids, or all."""

Homes = Mapping[Ref, Sequence[Ref]]

_DIGITS = re.compile("[0-9]+")


class Words(NamedTuple):
    """The words of a record: `key` as it is listed, `text` with everything it is found by."""

    key: str
    text: str


class _Bag:
    """Collects the words of records."""

    def __init__(self) -> None:
        self.keys: dict[Ref, str] = {}
        self._texts: dict[Ref, list[str]] = {}

    def start(self, ref: Ref, key: str) -> None:
        self.keys[ref] = _folded(key)
        self._texts[ref] = []

    def add(self, ref: Ref | None, *texts: str | None) -> None:
        """Add texts to a record that was started; of others nothing is kept."""
        words = self._texts.get(ref) if ref is not None else None
        if words is not None:
            for text in texts:
                if text:
                    words += _words(text)

    def add_words(self, ref: Ref, words: Iterable[str]) -> None:
        """Add words that are folded already."""
        if ref in self._texts:
            self._texts[ref] += words

    def words(self) -> dict[Ref, Words]:
        return {ref: Words(key, " ".join(dict.fromkeys(self._texts[ref]))) for ref, key in self.keys.items()}


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(index_text(text).split())


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    return fold(text)


def phone_words(typed: str, e164: str | None) -> list[str]:
    """What a telephone number is found by: all its digits, with and without country and leading nought.

    Also its end from each gap on, for people leave out the area they live in.
    """
    groups = _DIGITS.findall(typed)
    found = ["".join(groups[at:]) for at in range(len(groups))]
    if found:
        found += [found[0].removeprefix("00"), found[0].lstrip("0")]
    if e164:
        found.append(e164.removeprefix("+"))
    return [word for word in found if len(word) > 2]


def rows(db: sqlite3.Connection, sql: str, ids: Ids) -> list[Any]:
    """The rows of a statement; `column IN :ids` in it stands for some ids, however many, or for all."""
    if ids is None:
        return db.execute(_EVERY.sub("1", sql)).fetchall()
    if not ids:
        return []
    some = sql.replace(" IN :ids", " IN (SELECT value FROM json_each(?))")
    return db.execute(some, (json.dumps(list(ids)),)).fetchall()


_EVERY = re.compile(r"[\w.]+ IN :ids")


def _add(db: sqlite3.Connection, bag: _Bag, sql: str, ids: Ids) -> None:
    """Add the texts of a statement whose first column says of which record they are."""
    for ref, *texts in rows(db, sql, ids):
        bag.add(ref, *texts)


def _named(db: sqlite3.Connection, sql: str, ids: Ids) -> _Bag:
    """Start a bag with a statement of ids, names and other texts; a record is listed under its name."""
    bag = _Bag()
    for ref, name, *texts in rows(db, sql, ids):
        bag.start(ref, name)
        bag.add(ref, name, *texts)
    return bag


def _titled(db: sqlite3.Connection, bag: _Bag, sql: str, ids: Ids) -> None:
    """Add titles; what has no name of its own is listed under the first of them."""
    for ref, title in rows(db, sql, ids):
        bag.add(ref, title)
        if not bag.keys.get(ref, "-"):
            bag.keys[ref] = _folded(title)


LIVE = "+binned_at IS NULL AND +merged_into IS NULL"
"""With a plus, so that SQLite leaves the index of `merged_into` alone: nearly all rows are NULL in it."""


def persons(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """People: every name, where they live, how they are reached, what they do here, their number."""
    bag = _Bag()
    names = (
        "SELECT id, coalesce(nullif(sort_key, ''), surname) || ' ' || given, given, given2, nickname, "
        "surname_prefix, surname, surname2, birth_surname, suffix, script_name, latin_name, profession "
        f"FROM person WHERE id IN :ids AND {LIVE}"
    )
    for ref, listed, *texts in rows(db, names, ids):
        bag.start(ref, listed.strip() or texts[9] or texts[8])
        bag.add(ref, *texts)
    some = None if ids is None else list(bag.keys)
    homes: dict[Ref, list[Ref]] = defaultdict(list)
    living = (
        "SELECT household_id, person_id FROM household_member WHERE person_id IN :ids AND valid_to IS NULL"
    )
    for household_id, person_id in rows(db, living, some):
        homes[household_id].append(person_id)
    of_homes = None if ids is None else list(homes)
    _places(db, bag, "person_id", some)
    _places(db, bag, "household_id", of_homes, homes)
    _contacts(db, bag, "person_id", some)
    _contacts(db, bag, "household_id", of_homes, homes)
    _add(db, bag, "SELECT person_id, number FROM membership WHERE person_id IN :ids", some)
    _add(
        db,
        bag,
        "SELECT l.person_id, t.name FROM tag_link l JOIN tag t ON t.id = l.tag_id WHERE l.person_id IN :ids",
        some,
    )
    _add(
        db,
        bag,
        "SELECT o.person_id, o.title, g.name, g.short_name FROM office o "
        "JOIN organisation g ON g.id = o.organisation_id "
        "WHERE o.person_id IN :ids AND o.valid_to IS NULL AND NOT g.is_own",
        some,
    )
    return bag.words()


def _places(db: sqlite3.Connection, bag: _Bag, owner: str, ids: Ids, homes: Homes | None = None) -> None:
    """Streets and towns, towns under every name they have."""
    sql = (
        f"SELECT {owner}, street, postcode, town FROM address "
        f"WHERE {owner} IN :ids AND {owner} IS NOT NULL AND valid_to IS NULL"
    )
    found = rows(db, sql, ids)
    names = _town_names(db) if found else {}
    for ref, street, postcode, town in found:
        for one in homes.get(ref, ()) if homes is not None else (ref,):
            bag.add(one, street, postcode, town, *names.get(_folded(town), ()))


def _town_names(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    groups: dict[Ref, list[str]] = defaultdict(list)
    for ref, name in db.execute(
        "SELECT id, name FROM territory UNION ALL SELECT territory_id, name FROM territory_name"
    ):
        groups[ref].append(name)
    return {_folded(name): tuple(names) for names in groups.values() if len(names) > 1 for name in names}


def _contacts(db: sqlite3.Connection, bag: _Bag, owner: str, ids: Ids, homes: Homes | None = None) -> None:
    sql = (
        f"SELECT {owner}, kind IN ('phone', 'mobile'), value, e164 FROM contact_point "
        f"WHERE {owner} IN :ids AND {owner} IS NOT NULL"
    )
    for ref, phone, value, e164 in rows(db, sql, ids):
        words = phone_words(value, e164) if phone else _words(value)
        for one in homes.get(ref, ()) if homes is not None else (ref,):
            bag.add_words(one, words)


def households(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Households: their name, their people's names, where they live, their number."""
    bag = _named(db, f"SELECT id, name FROM household WHERE id IN :ids AND {LIVE}", ids)
    people = (
        "SELECT m.household_id, p.given, p.surname, p.latin_name FROM household_member m "
        "JOIN person p ON p.id = m.person_id "
        f"WHERE m.household_id IN :ids AND m.valid_to IS NULL AND {LIVE}"
    )
    _add(db, bag, people, ids)
    _places(db, bag, "household_id", ids)
    _add(db, bag, "SELECT household_id, number FROM membership WHERE household_id IN :ids", ids)
    return bag.words()


def organisations(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Organisations: names in every language, town, how they are reached, their number."""
    bag = _named(
        db,
        "SELECT o.id, o.name, o.short_name, t.name FROM organisation o "
        f"LEFT JOIN territory t ON t.id = o.territory_id WHERE o.id IN :ids AND {LIVE}",
        ids,
    )
    _add(db, bag, "SELECT organisation_id, name FROM organisation_text WHERE organisation_id IN :ids", ids)
    _places(db, bag, "organisation_id", ids)
    _contacts(db, bag, "organisation_id", ids)
    _add(db, bag, "SELECT organisation_id, number FROM membership WHERE organisation_id IN :ids", ids)
    return bag.words()


def territories(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Towns and regions by every name they have or had."""
    bag = _named(db, "SELECT id, name FROM territory WHERE id IN :ids", ids)
    _add(db, bag, "SELECT territory_id, name FROM territory_name WHERE territory_id IN :ids", ids)
    return bag.words()


def partnerships(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Twinnings by their titles and by the names of their parties."""
    bag = _named(db, "SELECT id, name FROM partnership WHERE id IN :ids AND binned_at IS NULL", ids)
    text = "SELECT partnership_id, title FROM partnership_text WHERE partnership_id IN :ids"
    _titled(db, bag, text, ids)
    for table, key, name in (
        ("territory", "id", "territory_id"),
        ("territory_name", "territory_id", "territory_id"),
        ("organisation", "id", "organisation_id"),
    ):
        party = (
            f"SELECT p.partnership_id, t.name FROM partnership_party p JOIN {table} t ON t.{key} = p.{name} "
            "WHERE p.partnership_id IN :ids ORDER BY p.position"
        )
        _titled(db, bag, party, ids)
    return bag.words()


def visits(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Visits by their titles, their year and the town they go to."""
    bag = _named(
        db,
        "SELECT v.id, '', substr(v.first, 1, 4), t.name FROM visit v "
        "LEFT JOIN territory t ON t.id = v.territory_id WHERE v.id IN :ids AND binned_at IS NULL",
        ids,
    )
    _titled(db, bag, "SELECT visit_id, title FROM visit_text WHERE visit_id IN :ids", ids)
    return bag.words()


def events(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Meetings and events by title, year and place."""
    bag = _named(
        db,
        "SELECT id, '', substr(\"on\", 1, 4), place FROM event WHERE id IN :ids AND binned_at IS NULL",
        ids,
    )
    _titled(db, bag, "SELECT event_id, title FROM event_text WHERE event_id IN :ids", ids)
    return bag.words()


def tasks(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Tasks by their title."""
    return _named(db, "SELECT id, title FROM task WHERE id IN :ids", ids).words()


def documents(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Documents by their name, but for confidential ones."""
    sql = "SELECT id, name FROM document WHERE id IN :ids AND binned_at IS NULL AND NOT confidential"
    return _named(db, sql, ids).words()


def receipts(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Receipts by their number."""
    return _named(db, "SELECT id, number FROM receipt WHERE id IN :ids", ids).words()


def projects(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Projects by their titles and the year they began."""
    sql = "SELECT id, '', substr(first, 1, 4) FROM project WHERE id IN :ids AND binned_at IS NULL"
    bag = _named(db, sql, ids)
    _titled(db, bag, "SELECT project_id, title FROM project_text WHERE project_id IN :ids", ids)
    return bag.words()


def courtesies(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Entries of the protocol book by what they are, the occasion and whom only a name stands for."""
    return _named(db, "SELECT id, what, occasion, other FROM courtesy WHERE id IN :ids", ids).words()


def feedback(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Feedback to those above by its topic."""
    return _named(db, "SELECT id, topic FROM feedback WHERE id IN :ids", ids).words()


def trainings(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Trainings by their topic and who held them."""
    return _named(db, "SELECT id, topic, provider, place FROM training WHERE id IN :ids", ids).words()


def advice(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Advice by the question."""
    return _named(db, "SELECT id, question, asked FROM advice_case WHERE id IN :ids", ids).words()


def publications(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Publications by their title and where they stood."""
    sql = 'SELECT id, title, medium, substr("on", 1, 4) FROM publication WHERE id IN :ids'
    return _named(db, sql, ids).words()


def references(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Works to cite by title, authors and year."""
    sql = "SELECT id, title, authors, cast(year AS TEXT) FROM reference WHERE id IN :ids"
    return _named(db, sql, ids).words()


def goods(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """Goods of an aid transport by what they are and who gave them."""
    sql = (
        "SELECT id, what, what_there, giver FROM goods WHERE id IN :ids"
        " AND visit_id IN (SELECT id FROM visit WHERE binned_at IS NULL)"
    )
    return _named(db, sql, ids).words()


def resolutions(db: sqlite3.Connection, ids: Ids) -> dict[Ref, Words]:
    """What meetings decided, by its words and number; what was not carried is none."""
    sql = (
        "SELECT id, text, number FROM event_motion WHERE id IN :ids AND number != ''"
        " AND event_id IN (SELECT id FROM event WHERE binned_at IS NULL)"
    )
    return _named(db, sql, ids).words()


SOURCES: dict[str, Callable[[sqlite3.Connection, Ids], dict[Ref, Words]]] = {
    "person": persons,
    "household": households,
    "organisation": organisations,
    "territory": territories,
    "partnership": partnerships,
    "visit": visits,
    "event": events,
    "event_motion": resolutions,
    "task": tasks,
    "document": documents,
    "receipt": receipts,
    "courtesy": courtesies,
    "feedback": feedback,
    "training": trainings,
    "advice_case": advice,
    "publication": publications,
    "reference": references,
    "goods": goods,
    "project": projects,
}
"""Kinds of records that can be found, by the name of their table."""

_SHOWN_BY = (
    # what changed, what shows it, and how the one leads to the other
    ("territory", "organisation", "SELECT id FROM organisation WHERE territory_id IN :ids"),
    ("territory", "partnership", "SELECT partnership_id FROM partnership_party WHERE territory_id IN :ids"),
    ("territory", "visit", "SELECT id FROM visit WHERE territory_id IN :ids"),
    ("organisation", "person", "SELECT person_id FROM office WHERE organisation_id IN :ids"),
    (
        "organisation",
        "partnership",
        "SELECT partnership_id FROM partnership_party WHERE organisation_id IN :ids",
    ),
    ("event", "event_motion", "SELECT id FROM event_motion WHERE event_id IN :ids"),
    ("tag", "person", "SELECT person_id FROM tag_link WHERE tag_id IN :ids AND person_id IS NOT NULL"),
    ("household", "person", "SELECT person_id FROM household_member WHERE household_id IN :ids"),
    ("person", "household", "SELECT household_id FROM household_member WHERE person_id IN :ids"),
)


def with_dependents(db: sqlite3.Connection, touched: Iterable[tuple[str, UUID]]) -> dict[str, set[Ref]]:
    """The records whose words a change may have altered, by kind: what was touched, and what shows it."""
    found: dict[str, set[Ref]] = defaultdict(set)
    for table, ref in touched:
        if table in SOURCES or table == "tag":
            found[table].add(ref.hex)
    first = {kind: set(refs) for kind, refs in found.items()}
    for source, target, sql in _SHOWN_BY:
        if source in first:
            found[target] |= {row[0] for row in rows(db, sql, first[source])}
    if "territory" in first:
        _with_residents(db, first["territory"], found)
    found.pop("tag", None)
    return found


def _with_residents(db: sqlite3.Connection, towns: Collection[Ref], found: dict[str, set[Ref]]) -> None:
    """People and organisations are found by every name of their town, so a new name reaches them too."""
    names = {row[0] for row in rows(db, "SELECT name FROM territory WHERE id IN :ids", towns)}
    names |= {row[0] for row in rows(db, "SELECT name FROM territory_name WHERE territory_id IN :ids", towns)}
    places = "SELECT person_id, household_id, organisation_id FROM address WHERE lower(town) IN :ids"
    for row in rows(db, places, [name.lower() for name in names]):
        for kind, ref in zip(("person", "household", "organisation"), row, strict=True):
            if ref is not None:
                found[kind].add(ref)
    people = "SELECT person_id FROM household_member WHERE household_id IN :ids"
    found["person"] |= {row[0] for row in rows(db, people, found["household"])}

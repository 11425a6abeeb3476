# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing: a person, or an answer that may not be kept any longer, leaves no byte in the file (decision 28).

It is no change that the journal could keep: rows go by plain statements, the journal and everything beside
the records loses what was theirs, the search is made anew. The list of erasures keeps the id, so that a
backup restored later and the file of another laptop are cleaned alike. Squeeze the file afterwards: SQLite
keeps old bytes in free pages otherwise (reliability F5).
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.retention import Rules
from hospes.store import erasing_journal
from hospes.store.codec import default_of, encode, journalled, reference_columns, table_of, world_columns
from hospes.store.erasing_households import without_surname
from hospes.store.erasing_plan import AS_IT_IS, CLEARED, Plan, plan, text_columns
from hospes.store.erasing_rules import Words, rules, words
from hospes.store.name_marks import Marks, marks
from hospes.store.removal import owning, pointing_to
from hospes.store.subjects import Rows, Stored, about, rows_where

PERSON = "person"

ALSO_KEPT = {
    "receipt": {"number", "language"},
    "draw_ticket": {"classes", "lot"},
    "cash_entry": {"rate", "source", "source_id"},
}
"""Texts of rows that stay and say nothing of anybody."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list of erasures."""

    ref: str
    what: str = PERSON
    part: bool = False
    texts: bool = False


@dataclass(slots=True)
class Erased:
    """What was touched, for whoever shows it."""

    tables: set[str] = field(default_factory=set)
    touched: set[tuple[str, UUID]] = field(default_factory=set)
    gone: list[tuple[str, str]] = field(default_factory=list)


def listed(connection: Connection, *, unfinished_only: bool = False) -> list[Listed]:
    """Everything that was erased from this file, or what backups may still hold of it."""
    which = "WHERE NOT finished " if unfinished_only else ""
    query = f"SELECT ref, what, part, texts FROM erasure {which}ORDER BY ref"
    return [
        Listed(ref, what, bool(part), bool(texts))
        for ref, what, part, texts in connection.exec_driver_sql(query)
    ]


def marks_of(connection: Connection, wanted: Iterable[Listed], today: date) -> Marks:
    """What the people among them can be told by, as long as they are there."""
    people: list[Stored] = []
    contacts: list[Stored] = []
    for one in wanted:
        if one.what == PERSON:
            own = about(connection, one.ref, today).own.tables
            people += own.get("person", {}).values()
            contacts += own.get("contact_point", {}).values()
    return marks(people, contacts)


def is_there(connection: Connection, person: str) -> bool:
    """Whether a nameless row is left of somebody."""
    return bool(rows_where(connection, "person", "id", {person}))


def unfinished(connection: Connection) -> int:
    """How many erasures have not been carried out in the backups yet."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM erasure WHERE NOT finished").scalar() or 0)


def finish(connection: Connection) -> None:
    """Note that the backups are clean too."""
    connection.exec_driver_sql("UPDATE erasure SET finished = 1")


def erase(
    connection: Connection,
    wanted: Iterable[Listed],
    today: date,
    *,
    finished: bool = False,
) -> Erased:
    """Erase all of it, in the transaction of the caller, and put it on the list."""
    done = Erased()
    asked = list(wanted)
    law, called = rules(connection), words(connection)
    for one in asked:
        if one.what == PERSON:
            _person(connection, one, today, law, called, done)
        else:
            _row(connection, one, done)
    if asked:
        _put_on_the_list(connection, asked, today, finished=finished)
    if done.tables:
        _search_anew(connection, done.touched)
    return done


def _put_on_the_list(connection: Connection, asked: Iterable[Listed], today: date, *, finished: bool) -> None:
    connection.exec_driver_sql(
        "INSERT INTO erasure (ref, what, part, texts, erased_on, finished) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (ref) DO UPDATE SET what = excluded.what, part = excluded.part, "
        "texts = max(texts, excluded.texts), finished = excluded.finished",
        [
            (one.ref, one.what, int(one.part), int(one.texts), today.isoformat(), int(finished))
            for one in asked
        ],
    )


# ---- a person ----------------------------------------------------------------------------------------------


def _person(
    connection: Connection, one: Listed, today: date, law: Rules, called: Words, done: Erased
) -> None:
    if not rows_where(connection, "person", "id", {one.ref}):
        return
    made = plan(connection, one.ref, today, law)
    found = made.about
    done.tables |= {"person", *found.own.tables}
    for table, row in found.own.each():
        _touch(done, table, row)
    for table, key, _ in found.mentions:
        done.touched.add((table, UUID(hex=key)))
    shas = _pictures(found.own, made.stays)
    _mentions(connection, made)
    for table, key in made.cleared:
        _empty(connection, table, key, CLEARED.get(table, ()) or _whose(table))
    for table, key in made.stays:
        if table not in AS_IT_IS:
            _without_words(connection, table, key)
    _end_memberships(connection, found.own, today)
    remove(connection, made.gone)
    if one.texts:
        for named in made.texts:
            _take_name_out(connection, made.marks, named.table, named.key, named.column)
            done.tables.add(named.table)
            for row in rows_where(connection, named.table, "id", {named.key}):
                _touch(done, named.table, row)
    _kept_lists(connection, made.marks)
    own = found.own.keys() - {key for (table, key) in made.stays if table in AS_IT_IS}
    others = {key for _, key, _ in found.mentions}
    shas |= erasing_journal.forget(connection, found.people, own, others, made.marks)
    _beside(connection, found.people, own, made.marks)
    homes = {str(row["household_id"]) for row in found.own.tables.get("household_member", {}).values()}
    bearers = found.own.tables.get("person", {}).values()
    renamed = without_surname(connection, homes - found.alone, bearers, called.host)
    done.tables |= {"household"} if renamed else set()
    done.touched |= {("household", UUID(hex=key)) for key in renamed}
    for home in sorted(found.alone):
        _husk_or_nothing(connection, "household", home, today, {"name": called.host})
    surname = called.guest if made.visits else called.member
    for key in sorted(found.people):
        _husk_or_nothing(connection, "person", key, today, {"surname": surname})
    _forget_blobs(connection, shas)
    done.gone += [(table, str(row["id"])) for table, row in made.gone.each()]


def _whose(table: str) -> tuple[str, ...]:
    """The columns that say whose a row is, and its words."""
    targets = {"person", "household"}
    cls = journalled()[table]
    return (*(name for name, target in reference_columns(cls) if target in targets), *text_columns(table))


def _mentions(connection: Connection, made: Plan) -> None:
    """Rows of others that point to the person: without the pointer, or gone if they are nothing without."""
    doomed = Rows()
    for table, key, column in made.about.mentions:
        if table == "event_person":
            continue  # a proxy's vote counts; it points to somebody without a name
        if column in owning(journalled()[table]):
            for row in rows_where(connection, table, "id", {key}):
                doomed.add(table, row)
        else:
            connection.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = NULL WHERE id = ?', (key,))
    remove(connection, doomed)


def _end_memberships(connection: Connection, own: Rows, today: date) -> None:
    open_ones = [
        (today.isoformat(), key)
        for key, row in own.tables.get("membership", {}).items()
        if not row["left_on"]
    ]
    if open_ones:
        connection.exec_driver_sql("UPDATE membership SET left_on = ? WHERE id = ?", open_ones)


def remove(connection: Connection, rows: Rows) -> None:
    """Delete rows with what is nothing without them; other pointers to them are emptied."""
    todo = {table: set(found) for table, found in rows.tables.items()}
    gone: dict[str, set[str]] = {}
    while todo:
        table, keys = todo.popitem()
        keys -= gone.setdefault(table, set())
        if not keys:
            continue
        gone[table] |= keys
        for cls, column in pointing_to(table):
            if column in owning(cls):
                hanging = {str(row["id"]) for row in rows_where(connection, cls.__tablename__, column, keys)}
                if hanging:
                    todo.setdefault(cls.__tablename__, set()).update(hanging)
            else:
                connection.exec_driver_sql(
                    f'UPDATE "{cls.__tablename__}" SET "{column}" = NULL '
                    f'WHERE "{column}" IN (SELECT value FROM json_each(?))',
                    (json.dumps(sorted(keys)),),
                )
    for table, keys in gone.items():
        connection.exec_driver_sql(
            f'DELETE FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))', (json.dumps(sorted(keys)),)
        )


def _without_words(connection: Connection, table: str, key: str) -> None:
    """A row that stays says what it counts for, and nothing else."""
    cls = journalled()[table]
    spared = ALSO_KEPT.get(table, set()) | owning(cls) - set(text_columns(table))
    columns = {*text_columns(table), *cls.sensitive} - spared
    if table == "host_offer":
        facts = (column for column in table_of(cls).columns if column.nullable and not column.foreign_keys)
        columns |= {column.name for column in facts} - {"changed_at", "changed_by", "max_guests"}
    _empty(connection, table, key, columns)


def _empty(connection: Connection, table: str, key: str, columns: Collection[str]) -> None:
    if not columns:
        return
    cls = journalled()[table]
    values = []
    for name in columns:
        column = table_of(cls).columns[name]
        empty = encode(column, default_of(column))
        values.append("" if empty is None and not column.nullable else empty)
    setting = ", ".join(f'"{name}" = ?' for name in columns)
    connection.exec_driver_sql(f'UPDATE "{table}" SET {setting} WHERE id = ?', (*values, key))


def _husk_or_nothing(
    connection: Connection, table: str, key: str, today: date, called: dict[str, str]
) -> None:
    """A nameless row if anything still stands on it; else nothing."""
    cls = journalled()[table]
    if not _stood_on(connection, table, key):
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id = ?', (key,))
        return
    blank = {column.name: encode(column, default_of(column)) for column in world_columns(cls)}
    day = today.isoformat()
    values = {**blank, **called, "erased_on": day, "binned_at": day, "changed_by": ""}
    setting = ", ".join(f'"{name}" = ?' for name in values)
    connection.exec_driver_sql(
        f'UPDATE "{table}" SET {setting}, version = version + 1 WHERE id = ?', (*values.values(), key)
    )


def _stood_on(connection: Connection, table: str, key: str) -> bool:
    return any(
        connection.exec_driver_sql(
            f'SELECT 1 FROM "{cls.__tablename__}" WHERE "{column}" = ? LIMIT 1', (key,)
        ).first()
        for cls, column in pointing_to(table)
        if column != "merged_into"
    )


# ---- one row -----------------------------------------------------------------------------------------------


def _row(connection: Connection, one: Listed, done: Erased) -> None:
    cls = journalled().get(one.what)
    if cls is None:
        return
    rows = rows_where(connection, one.what, "id", {one.ref})
    if rows:
        done.tables.add(one.what)
    for row in rows:
        _touch(done, one.what, row)
    if one.part:
        _empty(connection, one.what, one.ref, cls.sensitive)
    else:
        found = Rows()
        for row in rows:
            found.add(one.what, row)
        remove(connection, found)
        _forget_blobs(connection, _pictures(found, {}))
    erasing_journal.forget_row(connection, one.ref, cls.sensitive if one.part else ())


# ---- what stands beside ------------------------------------------------------------------------------------


def _take_name_out(connection: Connection, marks: Marks, table: str, key: str, column: str) -> None:
    query = f'SELECT "{column}" FROM "{table}" WHERE id = ?'
    text = connection.exec_driver_sql(query, (key,)).scalar()
    if isinstance(text, str):
        said = _said_without(marks, text)
        connection.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (said, key))


def _said_without(marks: Marks, text: str) -> str:
    """The text without the name; a structure that is kept as text stays one."""
    if text[:1] in '[{"':
        try:
            data = json.loads(text)
        except ValueError:
            return marks.taken_out(text)
        return json.dumps(marks.taken_out_of(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return marks.taken_out(text)


def _kept_lists(connection: Connection, marks: Marks) -> None:
    """Filters somebody kept are no words of anybody: the name goes from them unasked."""
    for key, name, query in connection.exec_driver_sql("SELECT id, name, filter FROM kept_list").all():
        if marks.in_text(name) or marks.in_text(query):
            connection.exec_driver_sql(
                "UPDATE kept_list SET name = ?, filter = ? WHERE id = ?",
                (marks.taken_out(name), marks.taken_out(query), key),
            )


def _beside(connection: Connection, people: Collection[str], keys: Collection[str], marks: Marks) -> None:
    """Drafts, unusable input and accepted doubts."""
    ids, rows = json.dumps(sorted(people)), json.dumps(sorted(keys))
    connection.exec_driver_sql(
        "DELETE FROM draft WHERE person_id IN (SELECT value FROM json_each(?))", (ids,)
    )
    for key, content in connection.exec_driver_sql("SELECT key, content FROM draft").all():
        if marks.in_text(content) or any(one in key for one in people):
            connection.exec_driver_sql("DELETE FROM draft WHERE key = ?", (key,))
    for table, column in (("unusable_input", "typed"), ("accepted_doubt", "value")):
        connection.exec_driver_sql(
            f'DELETE FROM "{table}" WHERE person_id IN (SELECT value FROM json_each(?)) '
            "OR row_id IN (SELECT value FROM json_each(?))",
            (ids, rows),
        )
        for row, text in connection.exec_driver_sql(f'SELECT row_id, "{column}" FROM "{table}"').all():
            if marks.in_text(text):
                connection.exec_driver_sql(
                    f'DELETE FROM "{table}" WHERE row_id = ? AND "{column}" = ?', (row, text)
                )


def _pictures(rows: Rows, stays: Collection[tuple[str, str]]) -> set[str]:
    found = set()
    for table, row in rows.each():
        if (table, str(row["id"])) not in stays:
            found |= {str(value) for name, value in row.items() if name.endswith("_sha") and value}
    return found


def _forget_blobs(connection: Connection, shas: Collection[str]) -> None:
    """Pictures and documents nothing points to any more."""
    if not shas:
        return
    columns = [
        (cls.__tablename__, column.name)
        for cls in journalled().values()
        for column in table_of(cls).columns
        if any(key.target_fullname == "blob.sha256" for key in column.foreign_keys)
    ]
    used = " ".join(
        f'AND NOT EXISTS (SELECT 1 FROM "{table}" WHERE "{column}" = blob.sha256)'
        for table, column in columns
    )
    connection.exec_driver_sql(
        f"DELETE FROM blob WHERE sha256 IN (SELECT value FROM json_each(?)) {used}",
        (json.dumps(sorted(shas)),),
    )


def _touch(done: Erased, table: str, row: Stored) -> None:
    """The search has to look again at a row and at all it points to."""
    for name, target in reference_columns(journalled()[table]):
        value = row.get(name)
        if isinstance(value, str):
            done.touched.add((target, UUID(hex=value)))


def _search_anew(connection: Connection, touched: set[tuple[str, UUID]]) -> None:
    """Bring the entries up to date, and write the index itself anew: it keeps old words otherwise (F5)."""
    from hospes.store import search

    search.refresh(connection, touched)
    connection.exec_driver_sql("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")
    connection.exec_driver_sql("INSERT INTO search_fts (search_fts) VALUES ('optimize')")

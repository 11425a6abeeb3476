# SPDX-License-Identifier: GPL-3.0-or-later
"""The search index: one entry of folded words a record, and a full-text index over them (decision 23).

Kept up from here before every commit, never by triggers. It is not journalled and not merged: it can always
be made anew (`rebuild`). One letter is looked up as a range of the listed names, more letters in the full
text.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    type_coerce,
)

from hospes.i18n.fold import query_tokens
from hospes.store.tables.aside import SearchEntry

if TYPE_CHECKING:
    from hospes.store.search_words import Words

CREATE_FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(text, content='search_entry', content_rowid='id', "
    "tokenize='ascii', prefix='2 3 4 5 6 7 8', detail='none', columnsize=0)"
)
"""Words are folded and parted here, so the tokenizer must not do it again; only beginnings are asked for.

Each length of a beginning has its own index: without one FTS5 first gathers everybody whose word begins so,
which takes long for the name of a town where all live.
"""

LONGEST_BEGINNING = 8
"""Letters of the longest indexed beginning; of a longer token the rest is looked for in what that finds."""

LONGEST_QUERY = 200
"""Letters of a query that are looked at; nobody types more, but somebody may paste a book."""

MOST_TOKENS = 12

_FTS = table("search_fts", column("rowid"), column("text"))


class Found(NamedTuple):
    """A record the search found."""

    kind: str
    ref: UUID
    key: str
    text: str


# ---- keeping the index ------------------------------------------------------------


def refresh(connection: Connection, touched: set[tuple[str, UUID]]) -> None:
    """Bring the entries of changed records up to date, and of those that show them.

    `touched` holds (table, id) of all rows that changed and of all they point to; called before each commit.
    """
    from hospes.store.search_words import SOURCES, rows, with_dependents

    db = _inside(connection)
    for kind, refs in with_dependents(db, touched).items():
        now = SOURCES[kind](db, refs)
        stored = f"SELECT ref, id, key, text FROM search_entry WHERE kind = '{kind}' AND ref IN :ids"
        before = {row[0]: _Entry(*row[1:]) for row in rows(db, stored, refs)}
        _write(db, kind, before, now)


def _inside(connection: Connection) -> sqlite3.Connection:
    """The connection below SQLAlchemy's, inside the transaction it has begun."""
    db = connection.connection.driver_connection
    if not connection.in_transaction() or not isinstance(db, sqlite3.Connection):
        raise ValueError("the search is written inside a transaction")
    return db


class _Entry(NamedTuple):
    number: int
    key: str
    text: str


def _write(
    db: sqlite3.Connection, kind: str, before: Mapping[str, _Entry], now: Mapping[str, "Words"]
) -> None:
    gone = [entry for ref, entry in before.items() if ref not in now]
    changed = [
        (before[ref], words) for ref, words in now.items() if ref in before and before[ref][1:] != words
    ]
    # The index stores no texts of its own, so it has to be told what it is to forget.
    db.executemany(
        "INSERT INTO search_fts (search_fts, rowid, text) VALUES ('delete', ?, ?)",
        [(entry.number, entry.text) for entry in [*(entry for entry, _ in changed), *gone]],
    )
    db.executemany("DELETE FROM search_entry WHERE id = ?", [(entry.number,) for entry in gone])
    db.executemany(
        "UPDATE search_entry SET key = ?, text = ? WHERE id = ?",
        [(words.key, words.text, entry.number) for entry, words in changed],
    )
    _learn(db, [(entry.number, words.text) for entry, words in changed])
    new = [(ref, words) for ref, words in now.items() if ref not in before]
    if new:
        (last,) = db.execute("SELECT max(id) FROM search_entry").fetchone()
        first = (last or 0) + 1
        _insert(db, kind, first, new)
        _learn(db, [(number, words.text) for number, (_, words) in enumerate(new, first)])


def _insert(db: sqlite3.Connection, kind: str, first: int, new: Sequence[tuple[str, "Words"]]) -> None:
    db.executemany(
        "INSERT INTO search_entry (id, kind, ref, key, text) VALUES (?, ?, ?, ?, ?)",
        [(number, kind, ref, *words) for number, (ref, words) in enumerate(new, first)],
    )


def _learn(db: sqlite3.Connection, entries: Sequence[tuple[int, str]]) -> None:
    db.executemany("INSERT INTO search_fts (rowid, text) VALUES (?, ?)", entries)


def rebuild(connection: Connection) -> int:
    """Make the whole index anew, and leave no trace of old words; gives the number of entries."""
    from hospes.store.search_words import SOURCES

    db = _inside(connection)
    db.execute("DELETE FROM search_entry")
    total = 0
    for kind, source in SOURCES.items():
        # In the order of their names: what is listed together then lies together.
        new = sorted(source(db, None).items(), key=lambda item: item[1].key)
        _insert(db, kind, total + 1, new)
        total += len(new)
    db.execute("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")
    return total


def is_whole(connection: Connection) -> bool:
    """Do the full-text index and its entries agree?"""
    from sqlalchemy.exc import DatabaseError

    try:
        # Only a writing connection may ask; the command changes nothing.
        connection.exec_driver_sql("INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


# ---- asking it ------------------------------------------------------------


def tokens(text: str) -> tuple[str, ...]:
    """The beginnings of words a query asks for; every sign in it is taken literally."""
    return query_tokens(text[:LONGEST_QUERY])[:MOST_TOKENS]


def matching(text: str, kind: str) -> Select[UUID]:
    """A selection of the ids of all records of a kind a text finds, for use inside another query.

    A text without letters or digits finds nothing.
    """
    return select(SearchEntry.ref).where(SearchEntry.kind == kind, _condition(tokens(text)))


def find(connection: Connection, text: str, limit: int = 50, kinds: Sequence[str] = ()) -> list[Found]:
    """The records a text finds, best first: those listed under it, then those with it in their name.

    With very many hits those listed under the text are sure to be among the `limit`; of the others some.
    """
    wanted = tokens(text)
    if not wanted:
        return []
    found: dict[tuple[str, str], _Hit] = {}
    if len(wanted) == 1:
        listed = _LISTED if not kinds else _LISTED.where(SearchEntry.kind.in_(kinds))
        span = {"low": wanted[0], "high": wanted[0] + _LAST, "most": limit}
        found = {(row[0], row[1]): _Hit(*row) for row in connection.execute(listed, span).all()}
    if len(found) < limit and (len(wanted) > 1 or len(wanted[0]) > 1):
        more = _hits(wanted).limit(limit * 3)
        for row in connection.execute(more if not kinds else more.where(SearchEntry.kind.in_(kinds))).all():
            found.setdefault((row[0], row[1]), _Hit(*row))
    best = sorted(found.values(), key=lambda hit: _rank(hit, wanted))[:limit]
    return [Found(hit.kind, UUID(hit.ref), hit.key, hit.text) for hit in best]


class _Hit(NamedTuple):
    kind: str
    ref: str
    key: str
    text: str


_LAST = "\U0010ffff"
"""The last character there is: every text that begins with a token stands between it and it with this."""

_ENTRIES = select(SearchEntry.kind, type_coerce(SearchEntry.ref, Text), SearchEntry.key, SearchEntry.text)
_LISTED = (
    _ENTRIES.where(SearchEntry.key >= bindparam("low"), SearchEntry.key < bindparam("high"))
    .order_by(SearchEntry.key)
    .limit(bindparam("most"))
)


def _rank(hit: _Hit, wanted: tuple[str, ...]) -> tuple[bool, int, str, str]:
    name = f" {hit.key} "
    begun = sum(f" {token}" in name for token in wanted)
    exact = sum(f" {token} " in name for token in wanted)
    listed = any(hit.key.startswith(token) for token in wanted)
    return not listed, -2 * begun - exact, hit.key, hit.ref


def _hits(wanted: tuple[str, ...]) -> Select[str, str, str, str]:
    """Entries one after the other as the index finds them, so that it can stop early."""
    long, short = _by_length(wanted)
    if not long:
        return _ENTRIES.where(_condition(wanted))
    joined = _ENTRIES.join(_FTS, _FTS.c.rowid == SearchEntry.id)
    return joined.where(_match(long), *map(_begins, [*short, *_too_long(long)]))


def _condition(wanted: tuple[str, ...]) -> ColumnElement[bool]:
    if not wanted:
        return SearchEntry.id < 0
    long, short = _by_length(wanted)
    if long:
        # For a single letter the full text would have to gather nearly everybody; it is sought in the rest.
        hits = select(_FTS.c.rowid).where(_match(long))
        return and_(SearchEntry.id.in_(hits), *map(_begins, [*short, *_too_long(long)]))
    # Single letters only: one begins the name as it is listed, the others any word.
    ways = []
    for token in short:
        others = [other for other in short if other != token]
        ways.append(and_(SearchEntry.key >= token, SearchEntry.key < token + _LAST, *map(_begins, others)))
    return or_(*ways)


def _by_length(wanted: tuple[str, ...]) -> tuple[list[str], list[str]]:
    return [token for token in wanted if len(token) > 1], [token for token in wanted if len(token) == 1]


def _match(long: Sequence[str]) -> ColumnElement[bool]:
    # Tokens are letters and digits only (they come out of the fold), so the quotes can hold them all.
    query = " ".join(f'"{token[:LONGEST_BEGINNING]}"*' for token in long)
    return literal_column("search_fts").op("MATCH")(query)


def _too_long(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if len(token) > LONGEST_BEGINNING]


def _begins(token: str) -> ColumnElement[bool]:
    return func.instr(" " + SearchEntry.text, f" {token}") > 0

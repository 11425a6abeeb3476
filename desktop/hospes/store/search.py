# SPDX-License-Identifier: GPL-3.0-or-later
"""The search index: one entry of folded words a record, and a full-text index over them (decision 23).

Kept up from here before every commit, never by triggers. It is not journalled and not merged: it can always
be made anew (`rebuild`). One letter is looked up as a range of the listed names, more letters in the full
text.
"""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
)

from hospes.i18n.fold import query_tokens
from hospes.store import driver
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

KINDS = (
    "person", "household", "organisation", "visit", "event", "event_motion", "partnership", "territory",
    "task", "document", "receipt", "courtesy", "project", "feedback", "training", "advice_case",
    "publication", "reference", "goods",
)  # fmt: skip
"""What can be found, by the name of its table; of two hits as good the earlier kind comes first."""

BROKEN = (sqlite3.DatabaseError, MemoryError)
"""What SQLite says of a broken index; a broken length may ask for more memory than there is."""

MARK = "\ue000"
"""Stands before the mark of the kind among the words: no letter, so nobody can type it."""


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
        now = _marked(kind, SOURCES[kind](db, refs))
        stored = f"SELECT ref, id, key, text FROM search_entry WHERE kind = '{kind}' AND ref IN :ids"
        before = {row[0]: _Entry(*row[1:]) for row in rows(db, stored, refs)}
        _write(db, kind, before, now)


def _marked(kind: str, found: Mapping[str, "Words"]) -> dict[str, "Words"]:
    """The words with the mark of their kind."""
    return {ref: words._replace(text=f"{words.text} {_crowd(kind)}") for ref, words in found.items()}


def _inside(connection: Connection) -> sqlite3.Connection:
    """The connection below SQLAlchemy's, inside the transaction it has begun."""
    db = connection.connection.driver_connection
    if not connection.in_transaction() or not driver.is_connection(db):
        raise ValueError("the search is written inside a transaction")
    return cast("sqlite3.Connection", db)


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
        new = sorted(_marked(kind, source(db, None)).items(), key=lambda item: item[1].key)
        _insert(db, kind, total + 1, new)
        total += len(new)
    try:
        db.execute("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")
    except BROKEN:
        _empty(db)
        db.execute("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")
    return total


def _empty(db: sqlite3.Connection) -> None:
    """Give the full text the insides of a new one: a broken one can neither be rebuilt nor dropped."""
    (make,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'search_fts'").fetchone()
    new = sqlite3.connect(":memory:")
    new.execute("CREATE TABLE search_entry (id INTEGER PRIMARY KEY, text TEXT)")
    new.execute(make)
    for part in ("data", "idx", "config"):
        db.execute(f"DELETE FROM search_fts_{part}")
        for row in new.execute(f"SELECT * FROM search_fts_{part}"):
            db.execute(f"INSERT INTO search_fts_{part} VALUES ({', '.join('?' * len(row))})", row)
    new.close()


def stale(connection: Connection) -> int:
    """How many records the search does not know as they are; nothing is changed."""
    from hospes.store.search_words import SOURCES

    connection.exec_driver_sql("SELECT 1")  # all is read of one moment
    db = _inside(connection)
    total = 0
    for kind, source in SOURCES.items():
        now = {ref: tuple(words[:2]) for ref, words in _marked(kind, source(db, None)).items()}
        rows = db.execute("SELECT ref, key, text FROM search_entry WHERE kind = ?", (kind,))
        before = {ref: (key, text) for ref, key, text in rows}
        total += sum(before.get(ref) != now.get(ref) for ref in before.keys() | now.keys())
    return total


def answers(connection: Connection) -> bool:
    """Can it be asked at all? It is made of the records, so that a damage of it alone costs nothing."""
    from sqlalchemy.exc import DatabaseError

    from hospes.domain.errors import UserError

    try:
        connection.exec_driver_sql(
            "SELECT rowid FROM search_fts WHERE search_fts MATCH 'hospes' LIMIT 1"
        ).all()
    except (DatabaseError, UserError, MemoryError):
        return False
    return True


def is_whole(connection: Connection) -> bool:
    """Do the full-text index and its entries agree?"""
    from sqlalchemy.exc import DatabaseError

    try:
        # Only a writing connection may ask; the command changes nothing.
        connection.exec_driver_sql("INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)")
    except (DatabaseError, MemoryError):
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
    query = select(SearchEntry.ref).where(SearchEntry.kind == kind)
    wanted = tokens(text)
    long, short = _by_length(wanted)
    if long:
        fts = table("search_fts", column("rowid"))
        hits = select(fts.c.rowid).where(literal_column("search_fts").op("MATCH")(_match(long, _crowd(kind))))
        return query.where(SearchEntry.id.in_(hits), *map(_has, _in_the_rest(long, short)))
    ways = []
    for token in short:
        rest = [_has(other) for other in short if other != token]
        ways.append(and_(SearchEntry.key >= token, SearchEntry.key < token + _LAST, *rest))
    return query.where(or_(false(), *ways))


def find(
    connection: Connection,
    text: str,
    limit: int = 50,
    kinds: Sequence[str] = (),
    each: int | None = None,
) -> list[Found]:
    """The records a text finds, best first: those listed under it, then those with it in their name.

    At most `limit`, and at most `each` of a kind. Where very many fit, those listed under the text are sure
    to be among them; of the others there are some.
    """
    wanted = tokens(text)
    if not wanted or limit < 1:
        return []
    asked = tuple(kind for kind in KINDS if kind in kinds or not kinds)
    most = min(limit, each or limit)
    long, short = _by_length(wanted)
    found: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    starts = wanted if len(wanted) == 1 else () if long else tuple(short)
    for token in starts:
        others = [other for other in short if other != token]
        given = [part for kind in asked for part in (kind, token, token + _LAST, *_starts(others), most)]
        for row in connection.exec_driver_sql(_union(_LISTED, len(asked), len(others)), tuple(given)):
            found[row[0], row[1]] = tuple(row)
    for hit in _from_full_text(connection, long, short, asked, most, Counter(kind for kind, _ in found)):
        if hit[0] in asked:
            found.setdefault((hit[0], hit[1]), hit)
    best: list[Found] = []
    left = dict.fromkeys(asked, most)
    for kind, ref, key, words in sorted(found.values(), key=lambda hit: _rank(hit, wanted)):
        if left[kind] and len(best) < limit:
            left[kind] -= 1
            best.append(Found(kind, UUID(ref), key, words))
    return best


def _from_full_text(
    connection: Connection,
    long: Sequence[str],
    short: Sequence[str],
    asked: Sequence[str],
    most: int,
    listed: Mapping[str, int],
) -> list[tuple[str, str, str, str]]:
    """All hits where they are few; else some of each crowd of which not enough is listed already."""
    crowds = dict.fromkeys(_crowd(kind) for kind in asked if listed.get(kind, 0) < most)
    if not long or not crowds:
        return []
    rest, many = _in_the_rest(long, short), most * _MORE

    def hits(questions: Sequence[str]) -> list[tuple[str, str, str, str]]:
        given = [part for question in questions for part in (question, *_starts(rest), many)]
        rows = connection.exec_driver_sql(_union(_HITS, len(questions), len(rest)), tuple(given))
        return [tuple(row) for row in rows]

    found = hits([_match(long)])
    return found if len(found) < many else hits([_match(long, crowd) for crowd in crowds])


_LAST = "\U0010ffff"
"""The last character there is: every text that begins with a token stands between it and it with this."""

_MORE = 4
"""So many times more are taken from the full text, which knows no order, than are shown."""

_LISTED = (
    "SELECT kind, ref, key, text FROM search_entry e WHERE kind = ? AND key >= ? AND key < ?{rest} "
    "ORDER BY key LIMIT ?"
)
_HITS = (
    "SELECT e.kind, e.ref, e.key, e.text FROM search_fts f JOIN search_entry e ON e.id = f.rowid "
    "WHERE search_fts MATCH ?{rest} LIMIT ?"
)
_REST = " AND instr(' ' || e.text, ?) > 0"


@cache
def _union(one: str, times: int, rest: int) -> str:
    """The statement several times over, so that there are some of every kind where very many fit."""
    return " UNION ALL ".join([f"SELECT * FROM ({one.format(rest=_REST * rest)})"] * times)


def _rank(hit: tuple[str, str, str, str], wanted: tuple[str, ...]) -> tuple[bool, int, int, str, str]:
    kind, ref, key, _ = hit
    name = f" {key} "
    begun = sum(f" {token}" in name for token in wanted)
    exact = sum(f" {token} " in name for token in wanted)
    listed = any(key.startswith(token) for token in wanted)
    return not listed, -2 * begun - exact, KINDS.index(kind), key, ref


def _by_length(wanted: Sequence[str]) -> tuple[list[str], list[str]]:
    return [token for token in wanted if len(token) > 1], [token for token in wanted if len(token) == 1]


def _crowd(kind: str) -> str:
    """The mark among the words: people and households are many, all else is few and stays together."""
    return f"{MARK}{kind}" if kind in {"person", "household"} else f"{MARK}other"


def _match(long: Sequence[str], crowd: str = "") -> str:
    """A question to the full text, of one crowd or of all."""
    # Tokens are letters and digits only (they come out of the fold), so the quotes can hold them all.
    beginnings = " ".join(f'"{token[:LONGEST_BEGINNING]}"*' for token in long)
    return f'{beginnings} "{crowd}"' if crowd else beginnings


def _in_the_rest(long: Sequence[str], short: Sequence[str]) -> list[str]:
    """What the full text cannot tell quickly and is looked for in the texts it finds."""
    return [*short, *(token for token in long if len(token) > LONGEST_BEGINNING)]


def _starts(tokens: Sequence[str]) -> list[str]:
    return [f" {token}" for token in tokens]


def _has(token: str) -> ColumnElement[bool]:
    return func.instr(" " + SearchEntry.text, f" {token}") > 0

# SPDX-License-Identifier: GPL-3.0-or-later
"""The search index: one entry of folded words a record, and a full-text index over them (decision 23).

Kept up from here before every commit, never by triggers. It is not journalled and not merged: it can always
be made anew (`rebuild`). One letter is looked up as a range of the listed names, more letters in the full
text.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    column,
    delete,
    insert,
    literal_column,
    select,
    table,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute

from hospes.i18n.fold import matches, query_tokens
from hospes.store.tables.aside import SearchEntry

CREATE_FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(text, content='search_entry', content_rowid='id', "
    "tokenize='ascii', prefix='2 3', detail='none', columnsize=0)"
)
"""Words are folded and parted here, so the tokenizer must not do it again; only beginnings are asked for."""

LONGEST_QUERY = 200
"""Letters of a query that are looked at; nobody types more, but somebody may paste a book."""

MOST_TOKENS = 12

_FTS = table("search_fts", column("rowid"), column("text"))
_BATCH = 5_000


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
    from hospes.store.search_words import CHUNK, SOURCES, with_dependents

    for kind, refs in with_dependents(connection, touched).items():
        ids = list(refs)
        now = SOURCES[kind](connection, ids)
        before: dict[UUID, tuple[int, str, str]] = {}
        for at in range(0, len(ids), CHUNK):
            query = select(SearchEntry.ref, SearchEntry.id, SearchEntry.key, SearchEntry.text).where(
                SearchEntry.kind == kind, SearchEntry.ref.in_(ids[at : at + CHUNK])
            )
            before |= {ref: (number, key, text) for ref, number, key, text in connection.execute(query)}
        _write(connection, kind, before, now)


def _write(
    connection: Connection,
    kind: str,
    before: Mapping[UUID, tuple[int, str, str]],
    now: Mapping[UUID, tuple[str, str]],
) -> None:
    gone = [entry for ref, entry in before.items() if ref not in now]
    changed = [
        (before[ref], words) for ref, words in now.items() if ref in before and before[ref][1:] != words
    ]
    new = [
        {"kind": kind, "ref": ref, "key": key, "text": text}
        for ref, (key, text) in now.items()
        if ref not in before
    ]
    _forget(connection, [entry for entry, _ in changed] + gone)
    if gone:
        connection.execute(
            delete(SearchEntry).where(SearchEntry.id == bindparam("number")),
            [{"number": number} for number, _, _ in gone],
        )
    if changed:
        connection.execute(
            update(SearchEntry)
            .where(SearchEntry.id == bindparam("number"))
            .values(key=bindparam("new_key"), text=bindparam("new_text")),
            [{"number": entry[0], "new_key": key, "new_text": text} for entry, (key, text) in changed],
        )
        _learn(connection, [(entry[0], text) for entry, (_, text) in changed])
    if new:
        first = (
            connection.execute(select(SearchEntry.id).order_by(SearchEntry.id.desc()).limit(1)).scalar() or 0
        )
        for number, row in enumerate(new, first + 1):
            row["id"] = number
        connection.execute(insert(SearchEntry), new)
        _learn(connection, [(number, str(row["text"])) for number, row in enumerate(new, first + 1)])


def _forget(connection: Connection, entries: Sequence[tuple[int, str, str]]) -> None:
    # The index stores no texts of its own, so it has to be told what it is to forget.
    if entries:
        connection.exec_driver_sql(
            "INSERT INTO search_fts (search_fts, rowid, text) VALUES ('delete', ?, ?)",
            [(number, text) for number, _, text in entries],
        )


def _learn(connection: Connection, entries: Iterable[tuple[int, str]]) -> None:
    rows = list(entries)
    if rows:
        connection.exec_driver_sql("INSERT INTO search_fts (rowid, text) VALUES (?, ?)", rows)


def rebuild(connection: Connection) -> int:
    """Make the whole index anew, and leave no trace of old words; gives the number of entries."""
    from hospes.store.search_words import SOURCES

    connection.execute(delete(SearchEntry))
    number = 0
    for kind, source in SOURCES.items():
        rows = []
        for ref, (key, text) in source(connection, None).items():
            number += 1
            rows.append({"id": number, "kind": kind, "ref": ref, "key": key, "text": text})
        for at in range(0, len(rows), _BATCH):
            connection.execute(insert(SearchEntry), rows[at : at + _BATCH])
    connection.exec_driver_sql("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")
    return number


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
    return select(SearchEntry.ref).where(SearchEntry.kind == kind, *_conditions(tokens(text)))


def find(connection: Connection, text: str, limit: int = 50, kinds: Sequence[str] = ()) -> list[Found]:
    """The records a text finds, best first: listed under it, then its words begin with it, then anything.

    With very many hits those listed under the text are sure to be among the `limit`; of the others some.
    """
    wanted = tokens(text)
    if not wanted:
        return []
    base: Select[*tuple[Any, ...]] = select(
        SearchEntry.kind, SearchEntry.ref, SearchEntry.key, SearchEntry.text
    )
    if kinds:
        base = base.where(SearchEntry.kind.in_(kinds))
    found: dict[tuple[str, UUID], Found] = {}
    listed = base.where(_begins(SearchEntry.key, wanted[0])).order_by(SearchEntry.key).limit(limit * 4)
    for row in connection.execute(listed):
        if matches(row.text, wanted) or matches(row.key, wanted):
            found[row.kind, row.ref] = Found(*row)
    if any(len(token) > 1 for token in wanted):
        for row in connection.execute(base.where(*_conditions(wanted)).limit(limit * 4)):
            found.setdefault((row.kind, row.ref), Found(*row))
    return sorted(found.values(), key=lambda one: _rank(one, wanted))[:limit]


def _rank(found: Found, wanted: tuple[str, ...]) -> tuple[int, int, str, str]:
    key_words = found.key.split()
    exact = sum(token in key_words for token in wanted)
    begun = sum(any(word.startswith(token) for word in key_words) for token in wanted)
    grade = 0 if exact == len(wanted) else 1 if begun == len(wanted) else 2 if begun else 3
    listed = not found.key.startswith(wanted[0])
    return grade, listed, found.key, found.ref.hex


def _conditions(wanted: tuple[str, ...]) -> list[ColumnElement[bool]]:
    if not wanted:
        return [SearchEntry.id < 0]
    if all(len(token) == 1 for token in wanted) and len(wanted) == 1:
        return [_begins(SearchEntry.key, wanted[0])]
    # Tokens are letters and digits only (they come out of the fold), so the quotes can hold them all.
    query = " ".join(f'"{token}"*' for token in wanted)
    hits = select(_FTS.c.rowid).where(literal_column("search_fts").op("MATCH")(query))
    return [SearchEntry.id.in_(hits)]


def _begins(of: InstrumentedAttribute[str], token: str) -> ColumnElement[bool]:
    # Every text that begins with the token stands between it and it with the last character there is.
    return and_(of >= token, of < f"{token}\U0010ffff")

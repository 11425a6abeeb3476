# SPDX-License-Identifier: GPL-3.0-or-later
"""All rows about one person, found by what the tables say of themselves; no code a table.

Rows that name the person in a `subjects` column come first, then what hangs on these rows and is nothing
without them: the nights of a stay, the wishes of a registration. A row that only mentions the person belongs
to somebody else and is told apart. What a home shares (its address, its beds) is told apart too: it is about
everybody who lives there.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from sqlalchemy import Connection

from hospes.store.base import Row
from hospes.store.codec import encoders, journalled, reference_columns
from hospes.store.removal import owning, pointing_to

Stored = Mapping[str, object]
"""A row as the file holds it: text, numbers or nothing; ids as 32 digits."""

NOT_SHARED = frozenset({"household_member", "mandate", "note", "source_key", "stay_link", "tag_link"})
"""Facts about a home that are somebody's in it, or somebody's words about it."""

PAID_OR_FILED = ("payment", "document")
"""Rows that can do without a home, and are about whoever lives in it alone."""


@dataclass(slots=True)
class Rows:
    """Stored rows by table and key."""

    tables: dict[str, dict[str, Stored]] = field(default_factory=dict)

    def add(self, table: str, row: Stored) -> bool:
        """Keep a row. True if it is new."""
        rows = self.tables.setdefault(table, {})
        key = str(row["id"])
        if key in rows:
            return False
        rows[key] = row
        return True

    def has(self, table: str, key: object) -> bool:
        """Whether the row is there."""
        return str(key) in self.tables.get(table, {})

    def keys(self) -> set[str]:
        """The keys of all rows."""
        return {key for rows in self.tables.values() for key in rows}

    def each(self) -> Iterator[tuple[str, Stored]]:
        """Every row with its table, in the order of names and keys."""
        for table in sorted(self.tables):
            for key in sorted(self.tables[table]):
                yield table, self.tables[table][key]


@dataclass(slots=True)
class About:
    """What the file holds on one person."""

    person: str
    people: set[str]
    """The person, and doubles that became part of it."""
    own: Rows = field(default_factory=Rows)
    shared: Rows = field(default_factory=Rows)
    """What the household shares in which the person lives with others."""
    mentions: list[tuple[str, str, str]] = field(default_factory=list)
    """Table, key and column of rows of others that point to the person."""
    alone: set[str] = field(default_factory=set)
    """Households in which nobody else lives: they are the person's own."""


def about(connection: Connection, person: str, today: date) -> About:
    """Everything on a person, who is given by the stored key. Of somebody who is gone there is nothing."""
    found = About(person, _with_doubles(connection, person))
    for row in rows_where(connection, "person", "id", found.people):
        found.own.add("person", row)
    for cls in journalled().values():
        for column in cls.subjects:
            if cls.__tablename__ == "person":
                continue
            for row in rows_where(connection, cls.__tablename__, column, found.people):
                _file_under(connection, found, cls, column, row)
    _homes(connection, found, today)
    return found


def _file_under(connection: Connection, found: About, cls: type[Row], column: str, row: Stored) -> None:
    table = cls.__tablename__
    if column in cls.mentions:
        found.mentions.append((table, str(row["id"]), column))
    elif found.own.add(table, row) and column in owning(cls):
        _descend(connection, found.own, table, {str(row["id"])})


def _with_doubles(connection: Connection, person: str) -> set[str]:
    people, new = {person}, {person}
    while new:
        found = {str(row["id"]) for row in rows_where(connection, "person", "merged_into", new)}
        new = found - people
        people |= new
    return people


def _descend(connection: Connection, rows: Rows, table: str, keys: set[str]) -> None:
    """Add what is nothing without these rows, and what hangs on that."""
    for cls, column in pointing_to(table):
        if column not in owning(cls) or column in cls.mentions:
            continue
        other = cls.__tablename__
        new = {str(row["id"]) for row in rows_where(connection, other, column, keys) if rows.add(other, row)}
        if new:
            _descend(connection, rows, other, new)


def _homes(connection: Connection, found: About, today: date) -> None:
    homes = {
        str(row["household_id"])
        for row in found.own.tables.get("household_member", {}).values()
        if lives_there(row, today)
    }
    for home in sorted(homes):
        others = [
            row
            for row in rows_where(connection, "household_member", "household_id", {home})
            if row["person_id"] not in found.people and lives_there(row, today)
        ]
        alive = rows_where(connection, "person", "id", {str(row["person_id"]) for row in others})
        alone = not any(_counts(row) for row in alive)
        rows = found.own if alone else found.shared
        if alone:
            found.alone.add(home)
        for row in rows_where(connection, "household", "id", {home}):
            rows.add("household", row)
        for cls, column in pointing_to("household"):
            table = cls.__tablename__
            if column not in owning(cls) or column in cls.mentions or table == "household_member":
                continue
            if not alone and table in NOT_SHARED:
                continue
            new = {
                str(row["id"])
                for row in rows_where(connection, table, column, {home})
                if not found.own.has(table, row["id"]) and rows.add(table, row)
            }
            _descend(connection, rows, table, new)
        if alone:
            for table in PAID_OR_FILED:
                for row in rows_where(connection, table, "household_id", {home}):
                    rows.add(table, row)


def lives_there(row: Stored, today: date) -> bool:
    """Whether a membership of a household has not ended."""
    last = row["valid_to"]
    return last is None or str(last) >= today.isoformat()


def _counts(row: Stored) -> bool:
    """Whether somebody lives, and is in the file as somebody."""
    return not row["deceased"] and all(
        row[name] is None for name in ("binned_at", "merged_into", "erased_on")
    )


def rows_where(connection: Connection, table: str, column: str, keys: Collection[str]) -> list[Stored]:
    """The stored rows of a table whose column is one of these keys."""
    if not keys:
        return []
    names = list(encoders(journalled()[table]))
    columns = ", ".join(f'"{name}"' for name in names)
    query = f'SELECT {columns} FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
    found = connection.exec_driver_sql(query, (json.dumps(sorted(keys)),))
    return [dict(zip(names, row, strict=True)) for row in found]


@cache
def personal_tables() -> frozenset[str]:
    """Tables whose rows belong to some person or home: what points to one of them points to somebody."""
    found = {"person", "household"}
    grown = True
    while grown:
        grown = False
        for table, cls in journalled().items():
            if table in found:
                continue
            needed = owning(cls) - set(cls.mentions)
            if any(
                name in needed and target in found for name, target in reference_columns(cls) if name != "id"
            ):
                found.add(table)
                grown = True
    return frozenset(found)

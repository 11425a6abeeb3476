# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the example before they are written: plain dicts by table, with keys that are the same
every time.
"""

from datetime import datetime
from random import Random

from hospes.example.almanac import Almanac
from hospes.example.phrases import Phrases
from hospes.store import founding
from hospes.store.base import Row
from hospes.store.codec import reference_columns, table_of

Values = dict[str, object]
Key = founding.Key

FIRST_MS = 1_704_067_200_000
"""The first millisecond of the keys, 1 January 2024: keys sort by time, and later ones are younger."""

EDITOR = "hannelore-fischer"
"""Who wrote the example; her name stands in the setting `editor.hannelore-fischer`."""


class Sheet:
    """Rows of one table as tuples, where there are very many; other columns are the same in all of them."""

    def __init__(self, cls: type[Row], names: str, **constants: object) -> None:
        self.cls = cls
        self.names = tuple(names.split())
        self.constants = constants
        self.lines: list[tuple[object, ...]] = []


class Rows:
    """Collects the rows of the example.

    The seed makes the keys and all that is drawn by lot; `almanac` moves the days, `say` has the phrases.
    """

    def __init__(self, seed: int, almanac: Almanac, say: Phrases, *, stamp: datetime) -> None:
        self.almanac = almanac
        self.say = say
        self.lot = Random(seed)
        self.stamp = stamp
        self.tables: dict[type[Row], list[Values]] = {}
        self.known: dict[tuple[str, str], Key] = {}
        """Keys of rows that have a name in the tables: ("person", "Anne Leroy")."""
        self.new_id = founding.new_keys(seed, FIRST_MS)

    def add(self, cls: type[Row], **values: object) -> Key:
        """Add a row, keyed by its natural key if it has one, and give its key."""
        key = self.key(cls, values)
        values["id"] = key
        self.tables.setdefault(cls, []).append(values)
        return key

    def key(self, cls: type[Row], values: Values) -> Key:
        """The key of a row with these values, the very one that the program itself would give to a fact."""
        if not cls.natural:
            return self.new_id()
        return founding.natural(cls.__tablename__, *map(values.get, cls.natural))

    def name(self, kind: str, name: str, key: Key) -> None:
        """Remember a key under a name. Raises ValueError if the name is taken."""
        if (kind, name) in self.known:
            raise ValueError(f"two rows are called {kind} {name}")
        self.known[kind, name] = key

    def of(self, kind: str, name: str) -> Key:
        """The key remembered under a name."""
        return self.known[kind, name]

    def all(self, cls: type[Row]) -> list[Values]:
        """The rows of a table so far."""
        return self.tables.get(cls, [])

    def drop(self, doomed: set[Key]) -> None:
        """Take rows out, and everything that cannot be without them."""
        while doomed:
            gone: set[Key] = set()
            for cls, rows in self.tables.items():
                points = [name for name, _ in reference_columns(cls)]
                kept = []
                for row in rows:
                    if any(row.get(name) in doomed for name in points) and _goes(cls, row, doomed):
                        key = row["id"]
                        assert isinstance(key, str)
                        if key not in doomed:
                            gone.add(key)
                    else:
                        kept.append(row)
                self.tables[cls] = kept
            doomed = gone


HOLDERS = frozenset({"person_id", "household_id", "organisation_id"})
"""Columns that say whose a row is, even where they may be empty beside each other."""


def _goes(cls: type[Row], row: Values, doomed: set[Key]) -> bool:
    """A row goes with what it cannot be without; a mere mention is forgotten."""
    needed = {column.name for column in table_of(cls).columns if not column.nullable} | HOLDERS
    mentioned = [name for name, _ in reference_columns(cls) if row.get(name) in doomed]
    if any(name in needed for name in mentioned):
        return True
    for name in mentioned:
        row[name] = None
    return False

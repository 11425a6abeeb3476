# SPDX-License-Identifier: GPL-3.0-or-later
"""The name of a home in which others go on living: without the surname only the erased person bore.

A household is called by the surnames of its people (`Hartwig–Roux`), so its name, and what its letters say
instead of the computed salutation, would keep a name that is erased.
"""

from collections.abc import Callable, Collection, Iterable
from functools import partial

from sqlalchemy import Connection

from hospes.domain.households import household_name
from hospes.domain.person_name import PersonName
from hospes.i18n.fold import fold
from hospes.store import erasing_journal
from hospes.store.subjects import Rows, Stored, rows_where

_NAME_COLUMNS = ("given", "surname_prefix", "surname", "latin_name")
_TEXT_COLUMNS = ("salutation", "address_name")

SHORT = 3
"""Names of so few letters begin too many other words."""


def without_surname(
    connection: Connection, homes: set[str], people: Iterable[Stored], otherwise: str
) -> set[str]:
    """Call the homes anew whose name holds a surname nobody living there bears; gives which were.

    `otherwise` is what a home is called in which nobody with a name is left.
    """
    persons = [row for row in people if row["erased_on"] is None]
    gone = {str(row["id"]) for row in persons}
    changed = set()
    for home in rows_where(connection, "household", "id", homes):
        key = str(home["id"])
        left = _living_there(connection, key, gone)
        kept = frozenset().union(*(_words(row) for row in left))
        erased = frozenset().union(*(_words(row) for row in persons)) - kept
        if not erased:
            continue
        names = partial(_names, erased=erased, kept=kept)
        if names(home["name"]):
            name = household_name(_named(row) for row in left) or otherwise
            connection.exec_driver_sql("UPDATE household SET name = ? WHERE id = ?", (name, key))
            changed.add(key)
        _old_words(connection, key, names, changed)
    return changed


def _names(text: object, *, erased: frozenset[str], kept: frozenset[str]) -> bool:
    """Whether a text holds one of the words, also with an ending: `the Nowaks`."""
    words = set(fold(str(text)).split()) - kept
    return any(word == one or (len(one) > SHORT and word.startswith(one)) for word in words for one in erased)


def _old_words(connection: Connection, home: str, names: Callable[[object], bool], changed: set[str]) -> None:
    """Salutations written by hand that hold the name go, and so do former names of the home."""
    texts = Rows()
    for row in rows_where(connection, "household_text", "household_id", {home}):
        if any(names(row[column]) for column in _TEXT_COLUMNS):
            texts.add("household_text", row)
            changed.add(home)
    for key in texts.tables.get("household_text", {}):
        connection.exec_driver_sql("DELETE FROM household_text WHERE id = ?", (key,))
        erasing_journal.forget_row(connection, key)

    def holding(_table: str, row: str, pairs: erasing_journal.Pairs) -> Collection[str]:
        if row != home:
            return ()
        return [name for name, pair in pairs.items() if any(names(value) for value in pair)]

    erasing_journal.strip_fields(connection, holding)


def _living_there(connection: Connection, home: str, gone: set[str]) -> list[Stored]:
    columns = ", ".join(f"p.{name}" for name in _NAME_COLUMNS)
    query = (
        f"SELECT p.id, {columns} FROM household_member m JOIN person p ON p.id = m.person_id "
        "WHERE m.household_id = ? AND m.valid_to IS NULL AND p.erased_on IS NULL ORDER BY m.position, p.id"
    )
    rows = connection.exec_driver_sql(query, (home,)).mappings()
    return [dict(row) for row in rows if row["id"] not in gone]


def _words(person: Stored) -> frozenset[str]:
    """The folded words of the surname without "de la", or of what stands for it."""
    return frozenset(fold(household_name([_named({**person, "surname_prefix": ""})])).split())


def _named(person: Stored) -> PersonName:
    given, prefix, surname, latin = (str(person[name] or "") for name in _NAME_COLUMNS)
    return PersonName(given=given, surname_prefix=prefix, surname=surname, latin_name=latin)

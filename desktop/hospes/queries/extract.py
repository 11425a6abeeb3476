# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the file holds on one person, and nothing on anybody else (Art. 15 and 20 GDPR, REQ-4-10).

Found by what the tables say of themselves. References to rows of other people are left out; names, addresses
and numbers of other people in texts are replaced.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.errors import UserError
from hospes.queries.history import as_id
from hospes.queries.names import names
from hospes.store.base import BOOKKEEPING
from hospes.store.codec import journalled, reference_columns, table_of
from hospes.store.name_marks import Marks, marks
from hospes.store.subjects import About, Stored, about, personal_tables
from hospes.store.tables import load_all
from hospes.store.types import JsonText

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Attached:
    """A document or picture that belongs to the person."""

    name: str
    media_type: str
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Extract:
    """Plain data, ready for JSON, and the files beside it."""

    person_id: UUID
    name: str
    data: dict[str, object]
    attached: tuple[Attached, ...]

    @property
    def rows(self) -> int:
        """How many records are in it."""
        records = self.data["records"]
        assert isinstance(records, dict)
        return sum(len(rows) for rows in records.values())


def extract(connection: Connection, person_id: UUID, today: date, language: str) -> Extract:
    """Everything on a person. Raises UserError if there is nobody of this id."""
    load_all()
    found = about(connection, person_id.hex, today)
    if not found.own.tables.get("person"):
        raise UserError("This entry is no longer in the file.", code="gone")
    named = names(connection, [person_id], language)
    name = named[person_id].text if person_id in named else ""
    cut = _Cut(connection, found)
    records = cut.records()
    data: dict[str, object] = {
        "format": FORMAT,
        "made_on": today.isoformat(),
        "person": {"id": person_id.hex, "name": name},
        "records": records,
        "mentioned_in": cut.mentions(),
        "history": cut.history(),
        "unfinished": cut.unfinished(),
        "names": _names_beside(connection, records, language),
    }
    return Extract(person_id, name, data, tuple(_attached(connection, found)))


def others_marks(connection: Connection, person_id: UUID, today: date) -> Marks:
    """What all other people in the file can be told by."""
    load_all()
    return _marks_of_others(connection, about(connection, person_id.hex, today))


class _Cut:
    """What may be handed out of the rows found."""

    def __init__(self, connection: Connection, found: About) -> None:
        self.connection, self.found = connection, found
        self.keys = found.own.keys() | found.shared.keys() | found.people
        self.personal = personal_tables() | {"person", "household"}
        self.others = _marks_of_others(connection, found)

    def records(self) -> dict[str, list[dict[str, object]]]:
        """Rows by table."""
        records: dict[str, list[dict[str, object]]] = {}
        for rows, shared in ((self.found.own, False), (self.found.shared, True)):
            for table, row in rows.each():
                records.setdefault(table, []).append(self._row(table, row, shared=shared))
        return {table: records[table] for table in sorted(records)}

    def _row(self, table: str, row: Stored, *, shared: bool) -> dict[str, object]:
        targets = dict(reference_columns(journalled()[table]))
        columns = table_of(journalled()[table]).columns
        kept: dict[str, object] = {}
        for name, value in row.items():
            if (
                value is None
                or name in BOOKKEEPING
                or (name in targets and not self._may(targets[name], value))
            ):
                continue
            if shared and table == "household" and name == "name":
                continue  # made of the surnames of all who live there
            told = json.loads(str(value)) if isinstance(columns[name].type, JsonText) else value
            kept[name] = self.others.taken_out_of(told) if name not in targets else told
        return {**kept, **({"shared": True} if shared else {})}

    def _may(self, target: str, value: object) -> bool:
        return target not in self.personal or value in self.keys

    def mentions(self) -> list[dict[str, str]]:
        """Rows of other people that point to the person: only that they do."""
        return [{"table": table, "column": column} for table, _, column in sorted(self.found.mentions)]

    def history(self) -> list[dict[str, object]]:
        """What was changed about the person, as long as the journal knows."""
        others = {key for _, key, _ in self.found.mentions}
        query = (
            "SELECT DISTINCT c.id, s.at, s.code, c.table_name, c.row_id, c.kind, c.fields, x.fields "
            "FROM change c JOIN step s ON s.id = c.step_id LEFT JOIN change_secret x ON x.change_id = c.id "
            "LEFT JOIN change_subject p ON p.change_id = c.id "
            "WHERE p.person_id IN (SELECT value FROM json_each(?)) "
            "OR c.row_id IN (SELECT value FROM json_each(?)) ORDER BY c.id"
        )
        people, rows = json.dumps(sorted(self.found.people)), json.dumps(sorted(self.found.own.keys()))
        told: list[dict[str, object]] = []
        for _, at, code, table, key, kind, fields, secret in self.connection.exec_driver_sql(
            query, (people, rows)
        ):
            if key in others or table not in journalled():
                continue
            pairs = {**json.loads(fields), **json.loads(secret or "{}")}
            told.append({
                "at": at, "act": code, "table": table, "row": key, "kind": kind,
                "fields": dict(self._pairs(table, pairs)),
            })  # fmt: skip
        return told

    def _pairs(self, table: str, pairs: Mapping[str, list[object]]) -> Iterator[tuple[str, list[object]]]:
        targets = dict(reference_columns(journalled()[table]))
        for name, pair in sorted(pairs.items()):
            if name not in targets:
                yield name, [self.others.taken_out_of(one) for one in pair]
            elif all(one is None or self._may(targets[name], one) for one in pair):
                yield name, pair

    def unfinished(self) -> dict[str, list[dict[str, object]]]:
        """Drafts and what could not be used as it was typed."""
        people, rows = json.dumps(sorted(self.found.people)), json.dumps(sorted(self.found.own.keys()))
        drafts = self.connection.exec_driver_sql(
            "SELECT key, saved_at, content FROM draft "
            "WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY key",
            (people,),
        )
        typed = self.connection.exec_driver_sql(
            "SELECT table_name, field, typed, saved_at FROM unusable_input WHERE person_id IN "
            "(SELECT value FROM json_each(?)) OR row_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2",
            (people, rows),
        )
        return {
            "drafts": [
                {"at": at, "content": self.others.taken_out_of(json.loads(content))}
                for _, at, content in drafts
            ],
            "typed": [
                {"table": table, "field": field, "typed": self.others.taken_out_of(text), "at": at}
                for table, field, text, at in typed
            ],
        }


def _marks_of_others(connection: Connection, found: About) -> Marks:
    """Names of one word are no names here: every text is full of them."""
    own = marks(
        found.own.tables.get("person", {}).values(), found.own.tables.get("contact_point", {}).values()
    )
    theirs = "SELECT * FROM person WHERE id NOT IN (SELECT value FROM json_each(?))"
    points = "SELECT * FROM contact_point WHERE person_id NOT IN (SELECT value FROM json_each(?))"
    people = json.dumps(sorted(found.people))
    rows = connection.exec_driver_sql(theirs, (people,)).mappings().all()
    ways = connection.exec_driver_sql(points, (people,)).mappings().all()
    every = marks([dict(row) for row in rows], [dict(row) for row in ways])
    named = tuple(name for name in every.names if len(name) > 1 and name not in own.names)
    return Marks(named, every.mails - own.mails, every.numbers - own.numbers)


def _names_beside(
    connection: Connection, records: Mapping[str, list[dict[str, object]]], language: str
) -> dict[str, str]:
    """What visits, towns and organisations are called, so that the ids can be read."""
    known = {str(row["id"]) for rows in records.values() for row in rows}
    ids = {
        ref
        for rows in records.values()
        for row in rows
        for name, value in row.items()
        if name != "id" and (ref := as_id(value)) is not None and ref.hex not in known
    }
    return {ref.hex: one.text for ref, one in sorted(names(connection, ids, language).items())}


def _attached(connection: Connection, found: About) -> Iterator[Attached]:
    titles: dict[str, str] = {}
    for table, row in found.own.each():
        for name, value in row.items():
            if name.endswith("_sha") and value:
                titles.setdefault(str(value), str(row.get("name") or row.get("number") or table))
    for sha, media, data in _blobs(connection, titles):
        yield Attached(titles[sha], media, sha, data)


def _blobs(connection: Connection, shas: Collection[str]) -> list[tuple[str, str, bytes]]:
    query = (
        "SELECT sha256, media_type, data FROM blob WHERE sha256 IN (SELECT value FROM json_each(?)) "
        "ORDER BY sha256"
    )
    return [tuple(row) for row in connection.exec_driver_sql(query, (json.dumps(sorted(shas)),))]

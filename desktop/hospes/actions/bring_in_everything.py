# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing back an open dump: all records of an association, into a file that has none yet.

The dump is what `hospes export --what everything` writes. Keys stay as they were, so that what points to a
record from outside still does.
"""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.codec import decode_row, journalled, references, table_of, world_columns
from hospes.store.schema_check import SCHEMA_VERSION
from hospes.store.tables.events import Blob
from hospes.store.tables.people import Person
from hospes.store.tables.settings import Setting
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

Stored = Mapping[str, object]

_JOURNAL = frozenset(("step", "change", "change_subject", "change_secret"))


@dataclass(frozen=True)
class BringInEverything(Action):
    """Put all records of a dump into a file that holds nobody yet.

    `tables` are pairs of a table's name and its stored rows; `schema` is the number of the file's form they
    were written with. Raises UserError where the file holds people, or where the dump is newer or damaged.
    """

    code: ClassVar[str] = "bring-in-everything"
    label: ClassVar[str] = N_("Bring in everything of another file")

    schema: int
    tables: tuple[tuple[str, tuple[Stored, ...]], ...]

    def apply(self, w: Writer) -> int:
        """Write all records; gives their number."""
        if self.schema > SCHEMA_VERSION:
            raise UserError(
                "This was written by a newer Hospes. Bring it in with that one, or update this one.",
                code="dump-newer",
            )
        for table in (Person, Visit):
            if w.scalar(select(func.count()).select_from(table)):
                raise UserError(
                    "This holds a whole association, and the file has people already. "
                    "Make a new file and bring it in there.",
                    code="file-not-empty",
                )
        rows = _decoded(self.tables)
        _refuse_loose_ends(rows)
        for name, stored in self.tables:
            if name == "blob":
                _blobs(w, stored)
        count = 0
        for cls, found in rows.items():
            _replace(w, cls, found)
            count += len(found)
        return count

    def refs(self, result: object) -> dict[str, object]:
        """How much it was."""
        return {"n": result}


def _damaged() -> UserError:
    return UserError("This dump is damaged and cannot be brought in.", code="dump-damaged")


Rows = dict[type[Row], dict[UUID, dict[str, object]]]


def _decoded(tables: Iterable[tuple[str, tuple[Stored, ...]]]) -> Rows:
    known = journalled()
    rows: Rows = {cls: {} for name, cls in known.items() if name not in _JOURNAL}
    for name, stored in tables:
        if name == "blob":
            continue
        cls = known.get(name)
        if cls is None or name in _JOURNAL:
            raise _damaged()
        columns = {column.name for column in world_columns(cls)}
        for each in stored:
            values = {column: value for column, value in each.items() if column != "id"}
            if not values.keys() <= columns:
                raise _damaged()
            try:
                row_id = UUID(hex=str(each["id"]))
                rows[cls][row_id] = {"id": row_id, **decode_row(cls, values)}
            except (ValueError, KeyError, TypeError, AttributeError):
                raise _damaged() from None
    return rows


def _refuse_loose_ends(rows: Rows) -> None:
    """Every record another one points to must be there."""
    there = {(cls.__tablename__, row_id) for cls, found in rows.items() for row_id in found}
    for cls, found in rows.items():
        for values in found.values():
            wanted = {(table, row_id) for table, row_id in references(cls, values) if table != "blob"}
            if not wanted <= there:
                raise _damaged()


def _blobs(w: Writer, stored: Iterable[Stored]) -> None:
    for each in stored:
        try:
            data = b64decode(str(each["data"]), validate=True)
            key, media = str(each["sha256"]), str(each["media_type"])
        except (KeyError, NotBase64):
            raise _damaged() from None
        if sha256(data).hexdigest() != key:
            raise _damaged()
        if w.get(Blob, key) is None:
            w.add(Blob(sha256=key, media_type=media, size=len(data), data=data))
    w.flush()


def _replace(w: Writer, cls: type[Row], found: dict[UUID, dict[str, object]]) -> None:
    """What the new file was founded with gives way; the names of those who write in it stay."""
    for row in w.scalars(select(cls)):
        values = found.pop(row.id, None)
        if values is not None:
            for name, value in values.items():
                setattr(row, name, value)
        elif not (isinstance(row, Setting) and row.key.startswith("editor.")):
            w.delete(row)
    w.flush()
    if found:
        names = [column.name for column in table_of(cls).columns]
        w.bulk_add(
            cls, ({name: values[name] for name in names if name in values} for values in found.values())
        )

# SPDX-License-Identifier: GPL-3.0-or-later
"""What every table has in common: names of constraints, types, keys, and who changed a row when.

There are no ORM relationships: rows point to each other by id, foreign keys are checked at commit (DEFERRABLE
INITIALLY DEFERRED), and what hangs together is deleted by the action that means it. So nothing is written
that the journal does not see.
"""

import uuid
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column

from hospes.domain.values import RoughDate
from hospes.store.types import Clock, CodeText, Day, Flag, Instant, JsonText, Rough, String, UuidText

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

NATURAL = UUID("6f1c2a52-6f0e-5b0e-9a8e-0a5c6d1f7b01")
"""Namespace of keys made from a natural key (decision 1)."""


def natural_key(table: str, *parts: object) -> UUID:
    """The key of a fact with a natural key, so that two laptops entering the same fact meet in one row.

    `parts` are the parents' ids and the discriminator, in the order of the table's `natural` columns.
    """
    text = "\x1f".join(part.hex if isinstance(part, UUID) else str(part) for part in parts)
    return uuid.uuid5(NATURAL, f"{table}\x1f{text}")


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: UuidText,
        str: String,
        int: Integer,
        bool: Flag,
        bytes: LargeBinary,
        date: Day,
        time: Clock,
        datetime: Instant,
        RoughDate: Rough,
    }
    __table_args__: Any = ({"sqlite_strict": True},)

    def __init_subclass__(cls, **kw: object) -> None:
        # STRICT belongs to every table; a table that names constraints of its own must not lose it.
        own = cls.__dict__.get("__table_args__", ())
        if isinstance(own, tuple):
            cls.__table_args__ = (*own, {"sqlite_strict": True})
        super().__init_subclass__(**kw)


class Row(Base):
    """A journalled row: key, version counter, when and by whom it was last changed.

    `subjects` names the columns that say which person a row is about: history, extract and erasure follow
    them. `mentions` names those of them, and of the columns that point to a household, that only say whom
    somebody else's row names: a guest's wish, a proxy. `sensitive` names columns whose old values go to a
    table that is emptied when they expire (decision 15). `natural` names the columns that make the key of a
    fact; empty for entities.
    """

    __abstract__ = True

    subjects: ClassVar[tuple[str, ...]] = ()
    mentions: ClassVar[tuple[str, ...]] = ()
    sensitive: ClassVar[tuple[str, ...]] = ()
    natural: ClassVar[tuple[str, ...]] = ()
    fixed_by: ClassVar[str] = ""
    """A column that, once it is filled, keeps Undo from removing the row: a receipt that left the house."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime | None]
    changed_by: Mapped[str | None]


BOOKKEEPING = ("version", "changed_at", "changed_by")
"""Columns that say something about a row, not about the world; not compared by undo or merge."""


def ref(target: str, *, null: bool = False, index: bool = True) -> MappedColumn[Any]:
    """A column that points to `table.id`, checked when the transaction ends."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(UuidText, key, nullable=null, index=index)


def code(kind: type[StrEnum], *, null: bool = False, default: StrEnum | None = None) -> MappedColumn[Any]:
    """A column of codes, kept to the known ones by a named CHECK (`code_checks`)."""
    return mapped_column(CodeText(kind), nullable=null, default=default)


def code_checks() -> None:
    """Give every code column its CHECK; called once when all tables are known."""
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, CodeText):
                values = ", ".join(f"'{member.value}'" for member in column.type.kind)
                table.append_constraint(
                    CheckConstraint(f"{column.name} IN ({values})", name=f"{column.name}_code")
                )


def exactly_one(*columns: str) -> CheckConstraint:
    """Exactly one of several references is set."""
    text = " + ".join(f"({name} IS NOT NULL)" for name in columns)
    return CheckConstraint(
        f"{text} = 1", name="exactly_one_" + "_".join(c.removesuffix("_id") for c in columns)
    )


def blob_ref() -> MappedColumn[Any]:
    """A column that points to a stored picture or document by its SHA-256 (decision 10)."""
    key = ForeignKey("blob.sha256", deferrable=True, initially="DEFERRED")
    return mapped_column(String, key, nullable=True, index=True)


def json_column(*, null: bool = False) -> MappedColumn[Any]:
    """A column holding a small JSON structure."""
    return mapped_column(JsonText, nullable=null)

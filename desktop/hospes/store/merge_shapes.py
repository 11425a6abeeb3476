# SPDX-License-Identifier: GPL-3.0-or-later
"""What merging must know of the tables, read from their declarations."""

import re
from functools import cache
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint

from hospes.domain.merge.values import Fields, Shape, World
from hospes.store.base import Row, natural_key
from hospes.store.codec import default_of, encode, journalled, reference_columns, table_of, world_columns
from hospes.store.tables import load_all

NOT_BROUGHT = frozenset({"setting", "merge_question", "other_laptop"})
"""Tables of this file alone (decision 13); who the editors are is brought by itself."""

WHOLE = frozenset({"bed", "placement", "membership", "number_series", "household_member"})
"""Tables that rules look through whole, not only for what differs."""

TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "contact_point": (("value", "e164"),),
    "address": (("care_of", "extra", "street", "postcode", "town", "region", "country"),),
    "programme_item": (("starts", "ends", "time_words"),),
    "payment": (("minor", "currency"),),
    "dues": (("minor", "currency"),),
    "membership": (("left_on", "left_reason"),),
    "mandate": (("iban", "bic"),),
    "placement": (("offer_id", "bed_id"),),
}
"""Columns that say one thing only together."""

LARGEST = {"number_series": frozenset({"next"})}

_PART = re.compile(r"\((\w+) IS NOT NULL\)")


@cache
def world() -> World:
    """All tables that are brought from laptop to laptop."""
    load_all()
    shapes = {name: _shape(cls) for name, cls in journalled().items() if name not in NOT_BROUGHT}
    return World(shapes, _key)


def _shape(cls: type[Row]) -> Shape:
    table = table_of(cls)
    # What is not brought has no rows here; nothing that is brought points to it.
    refs = tuple((name, target) for name, target in reference_columns(cls) if name != "id")
    exactly = tuple(
        tuple(_PART.findall(str(rule.sqltext)))
        for rule in table.constraints
        if isinstance(rule, CheckConstraint) and str(rule.name).find("exactly_one") >= 0
    )
    unique = tuple(
        tuple(column.name for column in rule.columns)
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint)
    )
    return Shape(
        refs=refs,
        required=frozenset(name for name, _ in refs if not table.columns[name].nullable),
        natural=cls.natural,
        unique=unique,
        blank={column.name: encode(column, default_of(column)) for column in world_columns(cls)},
        together=TOGETHER.get(cls.__tablename__, ()) + exactly,
        largest=LARGEST.get(cls.__tablename__, frozenset()),
    )


def _key(table: str, fields: Fields) -> str:
    cls = journalled()[table]
    parts = (fields.get(name) for name in cls.natural)
    return natural_key(table, *("" if part is None else part for part in parts)).hex


def blob_columns(table: str) -> tuple[str, ...]:
    """Columns that name a stored picture or document."""
    return _blob_columns()[table]


@cache
def _blob_columns() -> dict[str, tuple[str, ...]]:
    found = {}
    for name, cls in journalled().items():
        columns = table_of(cls).columns
        found[name] = tuple(
            c.name for c in columns if any(k.target_fullname == "blob.sha256" for k in c.foreign_keys)
        )
    return found


def person_of(table: str, fields: Fields | None, row_id: str) -> UUID | None:
    """Whom a row is about, if it is about one person."""
    names = journalled()[table].subjects
    values = [row_id if name == "id" else (fields or {}).get(name) for name in names]
    return next((UUID(hex=value) for value in values if isinstance(value, str)), None)

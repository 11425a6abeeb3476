# SPDX-License-Identifier: GPL-3.0-or-later
"""Selections of single columns, whose order is the order of the fields they fill."""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import InstrumentedAttribute

AnyColumn = InstrumentedAttribute[Any] | ColumnElement[Any]
Picked = Row[*tuple[Any, ...]]
"""A row of such a selection."""


@lru_cache(maxsize=512)
def pick(*columns: AnyColumn) -> Select[*tuple[Any, ...]]:
    """A selection whose columns become the fields of a row class, in order.

    Kept, as it never changes (what narrows it makes another): pages ask the same again and again.
    """
    return select(*columns)

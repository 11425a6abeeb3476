# SPDX-License-Identifier: GPL-3.0-or-later
"""Selections of single columns, whose order is the order of the fields they fill."""

from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import InstrumentedAttribute

AnyColumn = InstrumentedAttribute[Any] | ColumnElement[Any]
Picked = Row[*tuple[Any, ...]]
"""A row of such a selection."""


def pick(*columns: AnyColumn) -> Select[*tuple[Any, ...]]:
    """A selection whose columns become the fields of a row class, in order."""
    return select(*columns)

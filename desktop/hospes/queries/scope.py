# SPDX-License-Identifier: GPL-3.0-or-later
"""What every query means by "there": neither in the bin nor merged, and valid on a day (decisions 5 and 12).

Filtered here and nowhere else.
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    String,
    UnaryExpression,
    and_,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import roles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import InternalTraversal

from hospes.store.owners import chosen_owner
from hospes.store.selections import AnyColumn
from hospes.store.tables.households import Household
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person


def unindexed(column: Any) -> ColumnElement[Any]:  # noqa: ANN401  # a column of any type
    """The column, but not to be found by its index.

    Without statistics SQLite takes any index of an equality, even one that holds half the table, before the
    ids we have at hand.
    """
    return UnaryExpression(column, operator=custom_op("+"))


class Dated(Protocol):
    """A table of facts with their first and last day, both included."""

    valid_from: Any
    valid_to: Any


def there(cls: type[Person] | type[Household] | type[Organisation]) -> ColumnElement[bool]:
    """Neither in the bin nor merged into another."""
    return and_(unindexed(cls.binned_at).is_(None), unindexed(cls.merged_into).is_(None))


def at_a_visit(cls: type[Person] | type[Household]) -> ColumnElement[bool]:
    """There, or erased: whoever came to a visit is counted in it, without a name (decision 28)."""
    not_binned = or_(unindexed(cls.binned_at).is_(None), cls.erased_on.is_not(None))
    return and_(not_binned, unindexed(cls.merged_into).is_(None))


class Whose(Protocol):
    """Whose rows are asked for: those of one association, or of every one under the umbrella."""

    @property
    def owner(self) -> UUID:
        """The association; of all of them the umbrella."""

    @property
    def every(self) -> bool:
        """Whether all are asked for."""


def mine(column: AnyColumn, on: Whose) -> ColumnElement[bool]:
    """Rows of the association that is looked at, or of all (decision 3)."""
    return column.in_(own_ids()) if on.every else column == on.owner


def own_ids() -> Select[UUID]:
    """Ids of the associations of the file that are not in the bin."""
    return select(Organisation.id).where(Organisation.is_own.is_(True), Organisation.binned_at.is_(None))


def owned(connection: Connection, column: AnyColumn) -> ColumnElement[bool]:
    """The same for rows that need no ground of members: visits, twinnings, documents."""
    chosen = chosen_owner(connection)
    if chosen is not None:
        return column == chosen
    several = len(connection.execute(_two()).all()) > 1
    return column.in_(own_ids()) if several else true()


@cache
def _two() -> Select[UUID]:
    return select(Organisation.id).where(Organisation.is_own.is_(True)).limit(2)


def valid_on(cls: type[Dated], day: date) -> ColumnElement[bool]:
    """Facts with plain days that hold on a day."""
    return and_(
        or_(cls.valid_from.is_(None), cls.valid_from <= day), or_(cls.valid_to.is_(None), cls.valid_to >= day)
    )


def begun_by(column: AnyColumn, day: date) -> ColumnElement[bool]:
    """A rough day that has come by a day, or is not known: `2026` has begun on 1 January."""
    return or_(column.is_(None), func.rtrim(type_coerce(column, String), "~") <= day.isoformat())


def not_over(column: AnyColumn, day: date) -> ColumnElement[bool]:
    """A rough last day that has not passed on a day, or is open: `2026` lasts until its end."""
    # `~` stands behind all figures and hyphens, so a year or a month lasts until its end.
    return or_(column.is_(None), type_coerce(column, String).concat("~") >= day.isoformat())


def roughly_valid_on(cls: type[Dated], day: date) -> ColumnElement[bool]:
    """Facts with rough days (offices) that hold on a day."""
    return and_(begun_by(cls.valid_from, day), not_over(cls.valid_to, day))


class Ids(roles.InElementRole):
    """Any number of ids as one parameter, so that a statement stays the same whatever their number.

    Usable wherever a selection is: `column.in_(ids)`.
    """

    def __init__(self, ids: Iterable[UUID]) -> None:
        self.packed = json.dumps([one.hex for one in ids])

    def __clause_element__(self) -> "Unpacked":
        return unpacked(literal(self.packed))


class Unpacked(roles.InElementRole, ColumnElement[str]):
    """The ids or texts in a parameter as a selection.

    One piece of its own, as a select of a table-valued function takes ten times as long to put together, and
    nearly every question asks about some ids.
    """

    inherit_cache = True
    _traverse_internals = [("parameter", InternalTraversal.dp_clauseelement)]  # noqa: RUF012 - SQLAlchemy's form

    def __init__(self, parameter: BindParameter[str]) -> None:
        self.parameter = parameter


@compiles(Unpacked)
def _selection(element: Unpacked, compiler: SQLCompiler, **how: object) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.parameter, **how)}))"


def unpacked(parameter: BindParameter[str]) -> Unpacked:
    """The ids or texts in a parameter as a selection."""
    return Unpacked(parameter)


def ids_in(ids: Iterable[UUID]) -> Ids:
    """Ids as a selection."""
    return Ids(ids)


def among(column: AnyColumn, ids: Iterable[UUID]) -> ColumnElement[bool]:
    """The column is one of these ids."""
    return column.in_(Ids(ids))


def words_in(values: Iterable[str]) -> Unpacked:
    """Texts as a selection."""
    return unpacked(literal(json.dumps(list(values))))


def one_of(column: AnyColumn, values: Iterable[str]) -> ColumnElement[bool]:
    """The column is one of these texts or codes."""
    return type_coerce(column, String).in_(words_in(values))

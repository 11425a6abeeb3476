# SPDX-License-Identifier: GPL-3.0-or-later
"""What Hospes brings along and an association may take: what of it is not there yet."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from sqlalchemy import select

from hospes.actions.own import own_association
from hospes.domain.errors import Message, UserError
from hospes.store.tables.publications import Reference, TextBlock
from hospes.store.writer import Writer


class Coded(Protocol):
    """Something that comes along, known by its code."""

    @property
    def code(self) -> str:
        """Its code in the list it comes from."""
        ...


C = TypeVar("C", bound=Coded)


def not_there(
    w: Writer, table: type[Reference] | type[TextBlock], items: Iterable[C], refused: Message
) -> list[C]:
    """Those our association has not taken yet. Raises UserError with `refused` where all are there."""
    owner = own_association(w).id
    query = select(table.shipped).where(table.owner_id == owner, table.shipped != "")
    there = set(w.scalars(query).all())
    missing = [one for one in items if one.code not in there]
    if not missing:
        raise UserError(refused.msgid)
    return missing

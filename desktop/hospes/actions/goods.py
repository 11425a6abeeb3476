# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down the goods of an aid transport, and that they were received (S12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import assign, in_one_line, known_fields
from hospes.domain.errors import FieldProblem
from hospes.domain.goods import MOST
from hospes.i18n.marks import N_
from hospes.store.tables.goods import Goods
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

FIELDS = frozenset(
    {
        "what", "what_there", "tariff", "number", "unit", "grams", "value_minor", "currency", "giver",
        "package", "received_on", "received_by", "note",
    }
)  # fmt: skip


@dataclass(frozen=True)
class KeepGoods(Action):
    """Write down goods of a visit, or change them. Gives their id.

    Args:
        visit: The visit that brings them.
        values: Fields of `Goods`; new ones need `what`.
        id: Those that are changed.
    """

    code: ClassVar[str] = "goods-keep"
    label: ClassVar[str] = N_("Write down goods")

    visit: UUID
    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep them. Raises FieldProblem."""
        return keep(w, self.visit, self.values, self.id)

    def refs(self, result: object) -> dict[str, object]:
        """The goods and their visit."""
        return {"goods": result, "visit": self.visit}


@dataclass(frozen=True)
class ReceiveGoods(Action):
    """Note that goods arrived, when, and who took them.

    Args:
        ids: The goods.
        on: The day.
        by: Who took them.
    """

    code: ClassVar[str] = "goods-receive"
    label: ClassVar[str] = N_("Note that goods arrived")

    ids: tuple[UUID, ...]
    on: date
    by: str = ""

    def apply(self, w: Writer) -> int:
        """Note it at those that had not arrived yet; gives how many."""
        n = 0
        for one in self.ids:
            row = w.must(Goods, one)
            if row.received_on is None:
                row.received_on, n = self.on, n + 1
                row.received_by = " ".join(self.by.split()) or row.received_by
        return n

    def refs(self, result: object) -> dict[str, object]:
        """The goods."""
        return {"goods": list(self.ids)}


@dataclass(frozen=True)
class DropGoods(Action):
    """Take goods off the list."""

    code: ClassVar[str] = "goods-drop"
    label: ClassVar[str] = N_("Take goods off the list")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(Goods, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}


def keep(w: Writer, visit: UUID, values: Mapping[str, object], id_: UUID | None = None) -> UUID:
    """Check and keep one line. Raises FieldProblem."""
    known_fields(values, FIELDS)
    if id_ is None:
        w.must(Visit, visit)
        last = w.scalars(select(func.max(Goods.position)).where(Goods.visit_id == visit)).first()
        row = w.create(Goods, visit_id=visit, what="", position=(last or 0) + 1)
    else:
        row = w.must(Goods, id_)
        row.visit_id = visit
    assign(row, in_one_line(values))
    if not row.what:
        raise FieldProblem("what", "Say what it is.")
    if not 0 < row.number <= MOST:
        raise FieldProblem("number", "A number of pieces is 1 or more.")
    if row.value_minor is not None and row.value_minor < 0:
        raise FieldProblem("value", "A value is not less than nothing.")
    return row.id

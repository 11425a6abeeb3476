# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in a list for one of the association's books, as one step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.courtesies import KeepCourtesy
from hospes.actions.goods import keep as keep_goods
from hospes.actions.publications import KeepPublication
from hospes.actions.references import KeepReference
from hospes.actions.volunteering import KeepHours
from hospes.i18n.marks import NN_
from hospes.store.writer import Writer

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class BookLine:
    """A row that comes in: the fields of its entry, and whose it is where that is asked."""

    row: int
    values: Values
    person: UUID | None = None


def _hours(w: Writer, line: BookLine, _visit: UUID | None) -> None:
    people = (line.person,) if line.person is not None else None
    KeepHours(line.values, people).apply(w)


def _courtesies(w: Writer, line: BookLine, _visit: UUID | None) -> None:
    KeepCourtesy(line.values).apply(w)


def _publications(w: Writer, line: BookLine, _visit: UUID | None) -> None:
    KeepPublication(line.values).apply(w)


def _references(w: Writer, line: BookLine, _visit: UUID | None) -> None:
    KeepReference(line.values).apply(w)


def _goods(w: Writer, line: BookLine, visit: UUID | None) -> None:
    if visit is None:
        raise ValueError("goods belong to a visit")
    keep_goods(w, visit, line.values)


_KEEPERS: Mapping[str, Callable[[Writer, BookLine, UUID | None], None]] = {
    "hours": _hours,
    "courtesies": _courtesies,
    "publications": _publications,
    "references": _references,
    "goods": _goods,
}


@dataclass(frozen=True)
class BringInBook(Action):
    """The rows of a list become entries of a book. Gives how many.

    Args:
        book: `hours`, `courtesies`, `publications`, `references` or `goods`.
        lines: The entries in the order of the list.
        visit: Whose goods they are.
    """

    code: ClassVar[str] = "bring-in-book"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Bring in {n} entry of a list", "Bring in {n} entries of a list"
    )

    book: str
    lines: tuple[BookLine, ...]
    visit: UUID | None = None

    def apply(self, w: Writer) -> int:
        """Keep them as if each had been typed."""
        keep = _KEEPERS[self.book]
        for line in self.lines:
            keep(w, line, self.visit)
        return len(self.lines)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}

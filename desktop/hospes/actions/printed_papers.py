# SPDX-License-Identifier: GPL-3.0-or-later
"""Remembering what a printed paper of a visit said, so that a later one can tell what has changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.i18n.marks import N_
from hospes.store.tables.printed import PrintedPaper
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class RememberPrint(Action):
    """Remember a version of a paper of a visit; printing the same version again only moves its moment."""

    code: ClassVar[str] = "paper-print-remember"
    label: ClassVar[str] = N_("Remember what was printed")
    quiet: ClassVar[bool] = True

    visit_id: UUID
    paper: str
    number: int
    lines: Mapping[str, str]

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(Visit, self.visit_id)
        keys = {"visit_id": self.visit_id, "paper": self.paper, "number": self.number}
        w.put(PrintedPaper, keys, printed_at=w.now, lines=dict(self.lines))

    def refs(self, result: object) -> dict[str, object]:
        """The visit and the paper's code."""
        return {"visit": self.visit_id, "paper": self.paper}

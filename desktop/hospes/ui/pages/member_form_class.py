# SPDX-License-Identifier: GPL-3.0-or-later
"""The class of members in the form: proposed from who joins, until somebody picks another one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.membership import propose_class
from hospes.queries.association import ClassRow, classes
from hospes.ui.widgets.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.ui.desk import Desk


class ClassChoice(Choice):
    """A drop-down of classes with what they cost."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        self._classes: list[ClassRow] = []
        self._by_hand = False
        self.picked.connect(self._say)

    def propose(self, ages: Sequence[int | None]) -> None:
        """Choose the class that suits these people together, unless one was picked by hand."""
        desk = self.desk
        self._classes = [
            one
            for one in desk.read(classes, desk.locale.language, desk.file.today)
            if one.in_use(desk.file.today)
        ]
        now = self.code()
        if not self._by_hand:
            found = propose_class(self._classes, list(ages), desk.file.today)
            now = found.id.hex if found is not None else ""
        self.set_options([(one.id.hex, self._words(one)) for one in self._classes], now)

    def _words(self, one: ClassRow) -> str:
        if one.amount is None:
            return one.name
        return self.desk.text("{class_}, {amount}", class_=one.name, amount=one.amount)

    def _say(self) -> None:
        self._by_hand = True

    def picked_code(self) -> str:
        """The class somebody picked; empty while it is only proposed."""
        return self.code() if self._by_hand else ""

    def pick(self, code: str) -> None:
        """Take a class that was picked before."""
        if code:
            self._by_hand = True
            self.choose(code)

    def forget(self) -> None:
        """Propose again from now on."""
        self._by_hand = False

    def class_id(self) -> UUID | None:
        """The class in view; None where the association has none."""
        return UUID(hex=self.code()) if self.code() else None

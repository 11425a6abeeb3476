# SPDX-License-Identifier: GPL-3.0-or-later
"""Who stands opposite whom: our side and a partner's, kind by kind, gaps as dashed boxes (design 5.6)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.domain.names import display_name
from hospes.queries.association import Town, towns
from hospes.queries.organisations import (
    OrganisationRow,
    opposites,
    organisation_ids,
    organisation_rows,
)
from hospes.ui.look.sign import Side
from hospes.ui.widgets.boxes import card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import Button, link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label, TownName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.ui.desk import Desk


class OppositeView(QWidget):
    """Two columns by kind."""

    chosen = Signal(object)
    wanted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._towns: list[Town] = []
        self._wanted = ""
        self.town = Choice(theme, name="contacts.oppositeTown")
        self.town.setAccessibleName(desk.text("Partner town"))
        self.town.picked.connect(self._again)
        self._head = row(theme, self.town, None)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.u(10))
        inner = holder(column(theme, holder(self._grid), None, margins=(16, 12, 16, 12)))
        self.setLayout(column(theme, holder(self._head), scrolled(inner), gap=0, margins=(12, 8, 0, 0)))

    def reload(self) -> int:
        """Read again; gives the number of gaps."""
        desk, theme = self.desk, self.desk.theme
        self._towns = [town for town in desk.read(towns, desk.locale.language) if not town.is_home]
        home = next((town for town in desk.read(towns, desk.locale.language) if town.is_home), None)
        self._wanted = self._wanted or self._best()
        self.town.set_options([(town.id.hex, town.name) for town in self._towns], self._wanted)
        self.town.setVisible(len(self._towns) > 1)
        clear(self._grid)
        if not self._towns or home is None:
            self._grid.addWidget(Label(theme, desk.text("No partner town is named yet."), "m"), 0, 0)
            return 0
        partner = next((t for t in self._towns if t.id.hex == self._wanted), self._towns[0])
        self._grid.addWidget(TownName(theme, home.name, Side.HOME), 0, 1)
        self._grid.addWidget(TownName(theme, partner.name, Side.PARTNER), 0, 2)
        found = desk.read(opposites, partner.id, locale=desk.locale, today=desk.file.today)
        gaps = 0
        for number, one in enumerate(found, start=1):
            self._grid.addWidget(Label(theme, desk.locale.label(one.kind), "label", wrap=True), number, 0)
            for at, (rows, town) in enumerate(((one.ours, home), (one.theirs, partner)), start=1):
                gaps += not rows
                widget = self._organisations(rows) if rows else self._gap(one.kind.value, town)
                self._grid.addWidget(widget, number, at)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(0, theme.u(150))
        return gaps

    def _best(self) -> str:
        """The partner with most organisations: a region pair has few, and would be all gaps."""
        desk, today = self.desk, self.desk.file.today
        ids = desk.read(organisation_ids, locale=desk.locale, today=today)
        rows = desk.read(organisation_rows, ids, locale=desk.locale, today=today)
        counts = Counter(row.territory_id for row in rows)
        best = max(self._towns, key=lambda town: counts[town.id], default=None)
        return best.id.hex if best is not None else ""

    def _again(self, code: str) -> None:
        self._wanted = code
        self.reload()

    def _organisations(self, rows: Sequence[OrganisationRow]) -> QWidget:
        theme, locale = self.desk.theme, self.desk.locale
        box = column(theme, gap=2)
        for one in rows:
            button = link_button(theme, one.name, name=f"contacts.opposite.{one.id.hex}")
            button.setProperty("organisation", one.id.hex)
            button.clicked.connect(self._pressed)
            box.addLayout(row(theme, button, None))
            for holder_ in one.holders[:2]:
                role = holder_.title or locale.role(holder_.function, holder_.name.gender)
                words = self.desk.text("{name}, {role}", name=display_name(holder_.name), role=role)
                box.addWidget(Label(theme, words, "m", wrap=True))
        return card(theme, holder(box), margins=(12, 8, 12, 8))

    def _gap(self, kind: str, town: Town) -> QWidget:
        words = self.desk.text("Nobody yet: add one")
        button = Button(self.desk.theme, words, "gap", icon="plus", name=f"contacts.gap.{kind}")
        button.setAccessibleName(self.desk.text("No partner yet in {town}. Add one", town=town.name))
        button.setProperty("kind", kind)
        button.setProperty("town", town.id.hex)
        button.clicked.connect(self._fill)
        return button

    def _pressed(self) -> None:
        self.chosen.emit(UUID(hex=str(self.sender().property("organisation"))))

    def _fill(self) -> None:
        sender = self.sender()
        self.wanted.emit(str(sender.property("kind")), str(sender.property("town")))

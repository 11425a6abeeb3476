# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Protocol: in which order offices stand on invitation lists. The order carries its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from hospes.actions.settings import ChangeSetting
from hospes.domain.codes import Function
from hospes.domain.protocol import kept_protocol
from hospes.i18n.marks import N_
from hospes.queries.actors import PROTOCOL_KEY, protocol
from hospes.ui.rows import Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

HIGH = 200
"""Least height of the list; it takes what the window has, so that only the list scrolls."""


class ProtocolSection(Box):
    """All offices in their order; the chosen one goes up or down."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.desk = desk
        words = desk.text(
            "Invitation lists stand in this order. No law orders guests of a town: ask your town hall how it "
            "is done there, and move what differs."
        )
        columns: tuple[Column[tuple[int, Function]], ...] = (
            Column("place", N_("No."), 70, lambda row, _: str(row[0])),
            Column("office", N_("Office"), 400, lambda row, locale: locale.label(row[1])),
        )
        self.table = ListTable(
            desk, "protocol", columns, shown=("place", "office"), name="settings.protocol.table",
            label=desk.text("Order of protocol"),
        )  # fmt: skip
        self.table.setMinimumHeight(theme.u(HIGH))
        up = plain_button(
            theme, desk.text("Further up"), self._up, icon="arrow-up", name="settings.protocol.up"
        )
        down = plain_button(
            theme, desk.text("Further down"), self._down, icon="arrow-down", name="settings.protocol.down"
        )
        self.common = plain_button(
            theme, desk.text("Back to the common order"), self._to_common, name="settings.protocol.common"
        )
        self.whose = Label(theme, "", "m", wrap=True, name="settings.protocol.whose")
        self.box.addWidget(Label(theme, desk.text("Order of protocol"), "section"))
        self.box.addWidget(Label(theme, words, "m", wrap=True))
        self.box.addWidget(self.whose)
        self.box.addWidget(holder(FlowLayout(theme, up, down, self.common)))
        self.box.addWidget(self.table)
        self.reload()

    def reload(self) -> None:
        """Show the order that holds now; the chosen office stays chosen."""
        desk = self.desk
        order = desk.read(protocol)
        rows = {function: (at, function) for at, function in enumerate(order.order, start=1)}
        self.table.set_rows(list(rows), lambda ids: [rows.get(one) for one in ids])
        day = desk.locale.date(order.as_of, "long")
        words = (
            desk.text("Your own order, as of {day}.", day=day)
            if order.own
            else desk.text("The common order, as of {day}.", day=day)
        )
        self.whose.setText(words)
        self.common.setEnabled(order.own)

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        chosen = self.table.current_id()
        desk = self.desk
        if not isinstance(chosen, Function):
            desk.say(desk.text("Choose an office first."), kind="info")
            return
        order = desk.read(protocol).moved(chosen, by)
        desk.run(
            ChangeSetting(PROTOCOL_KEY, kept_protocol(order, desk.file.today)),
            said=desk.text("The order is changed."),
        )
        self.reload()
        self.table.choose(chosen)

    def _to_common(self) -> None:
        self.desk.run(ChangeSetting(PROTOCOL_KEY, None), said=self.desk.text("The order is changed."))
        self.reload()

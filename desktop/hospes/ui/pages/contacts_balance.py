# SPDX-License-Identifier: GPL-3.0-or-later
"""Who of the triangle takes part in a visit or an event: a small figure with words, and who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import Sector
from hospes.domain.protocol import corner_of
from hospes.queries.actors_balance import balance_of_event, balance_of_visit
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import Bar, Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.domain.codes_actors import Corner
    from hospes.queries.actors_balance import Balance, CornerCount
    from hospes.ui.desk import Desk


class BalanceCard(Box):
    """A bar for each corner; [Invite somebody] leads to whom one could ask."""

    def __init__(self, desk: Desk, kind: str, ref: UUID) -> None:
        theme = desk.theme
        head = Label(theme, desk.text("Who takes part"), "section")
        super().__init__(theme, "card", head, gap=10, name="balance")
        self.desk = desk
        self._target = f"{kind}:{ref.hex}"
        read = balance_of_visit if kind == "visit" else balance_of_event
        self.balance: Balance = desk.read(read, ref, desk.file.today, desk.locale.language)
        most = max((one.total for one in self.balance.corners), default=0)
        for one in self.balance.corners:
            self.box.addWidget(self._bar(one, most))
        self.box.addWidget(Label(theme, self._rest(), "m", wrap=True, name="balance.words"))
        missing = self.balance.missing
        if missing and self.balance.people:
            buttons = []
            for corner in missing:
                words = desk.text("Invite somebody: {corner}", corner=desk.locale.label(corner))
                button = plain_button(
                    theme, words, self._invite, icon="user-plus", name=f"balance.invite.{corner.value}"
                )
                button.setProperty("corner", corner.value)
                buttons.append(button)
            self.box.addWidget(holder(FlowLayout(theme, *buttons, gap=8)))

    def _bar(self, one: CornerCount, most: int) -> Bar:
        desk = self.desk
        number = desk.locale.number
        if not one.total:
            words = desk.text("nobody")
        elif one.ours and one.theirs:
            words = desk.text(
                "{ours} from here, {theirs} from there", ours=number(one.ours), theirs=number(one.theirs)
            )
        elif one.ours:
            words = desk.text("{ours} from here", ours=number(one.ours))
        else:
            words = desk.text("{theirs} from there", theirs=number(one.theirs))
        share = one.total / most if most else 0.0
        return Bar(desk.theme, desk.locale.label(one.corner), words, share)

    def _rest(self) -> str:
        desk, balance = self.desk, self.balance
        if not balance.people:
            return desk.text("Nobody is on the list yet.")
        n = balance.without_office
        rest = desk.ntext("{n} person holds no office.", "{n} people hold no office.", n)
        return rest if n else desk.text("Everybody holds an office.")

    def _invite(self) -> None:
        corner = str(self.sender().property("corner"))
        self.desk.go("contacts", view="invite", target=self._target, sectors=sectors_of(corner))


def sectors_of(corner: str | Corner) -> list[str]:
    """The sectors that stand in a corner."""
    return [one.value for one in Sector if corner_of(one).value == str(corner)]

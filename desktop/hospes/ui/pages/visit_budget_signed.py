# SPDX-License-Identifier: GPL-3.0-or-later
"""Who signed the list of a grant: only they count in the end (REQ-3-02)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.grants import SignForGrant
from hospes.queries.grants import signed_of
from hospes.queries.travel import travellers
from hospes.ui.pages.visit_travel_lists import PeopleList, TwoLists, name_column
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.queries.grant_views import GrantView
    from hospes.queries.travel import Traveller
    from hospes.ui.desk import Desk


class SignedPane(QWidget):
    """Signed at the left, not signed at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.one: GrantView | None = None
        self.on = PeopleList(
            desk, "visit.signed.on", (name_column(),), desk.text("Did not sign"), "user-minus", delete=True
        )
        self.on.sent.connect(self._unsign)
        self.off = PeopleList(
            desk, "visit.signed.off", (name_column(),), desk.text("Signed"), "user-check", delete=False
        )
        self.off.sent.connect(self._sign)
        words = desk.text("From the first signature on the grant is computed from those who signed.")
        two = self.two = TwoLists(desk, self.on, self.off, QWidget())
        box = column(theme, Label(theme, words, "m", wrap=True), two, gap=8)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_grant(self, one: GrantView) -> None:
        """Show who signed for a grant."""
        self.one = one
        signed = set(self.desk.read(signed_of, one.grant.id))
        people = self.desk.read(travellers, one.grant.visit_id, self.desk.locale)
        self.on.show_people(self.desk.text("Have signed"), [p for p in people if p.id in signed], _id_of)
        self.off.show_people(
            self.desk.text("Have not signed"), [p for p in people if p.id not in signed], _id_of
        )

    def _sign(self, ids: list[UUID]) -> None:
        if self.one is not None:
            said = self.desk.ntext("{n} signature noted.", "{n} signatures noted.", len(ids))
            self.desk.run(SignForGrant(self.one.grant.id, tuple(ids)), said=said)

    def _unsign(self, ids: list[UUID]) -> None:
        if self.one is not None:
            said = self.desk.ntext("{n} signature taken out.", "{n} signatures taken out.", len(ids))
            self.desk.run(SignForGrant(self.one.grant.id, tuple(ids), signed=False), said=said)


def _id_of(one: Traveller) -> UUID:
    return one.id

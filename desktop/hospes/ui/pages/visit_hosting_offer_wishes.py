# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a host family would like to have, in its order, and whom it would not: that is for organisers only."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.offers import HostWish, SetHostWishes
from hospes.domain.codes_visit import WishKind
from hospes.queries.offer_page import guests_to_wish
from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Combo
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from hospes.queries.offer_page import WishRow
    from hospes.queries.offers import OfferPage
    from hospes.ui.desk import Desk


class WishesCard(Box):
    """Wished guests by name, and those the host does not want."""

    def __init__(self, desk: Desk, page: OfferPage) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(theme, "card", gap=6, margins=(14, 12, 14, 12), name="host.wishes")
        self.desk = desk
        self._page = page
        self._links: dict[WishKind, list[WishRow]] = {
            kind: [one for one in page.wishes if one.kind is kind] for kind in WishKind
        }
        self._guests = desk.read(guests_to_wish, page.visit_id, page.household_id, desk.locale)
        options = [(one.person_id.hex, one.name) for one in self._guests]
        wished, refused = self._links[WishKind.WISHED], self._links[WishKind.REFUSED]
        self.box.addWidget(Label(theme, text("Wished guests"), "section"))
        for at, link in enumerate(wished):
            self.box.addLayout(self._line(link, at))
        if not wished:
            self.box.addWidget(Label(theme, text("Nobody in particular."), "m"))
        self.wish = self._picker(options, text("Wished guest"), "host.wish")
        add = plain_button(theme, text("Wishes"), self._add_wish, icon="plus", name="host.addWish")
        self._beside(self.wish, add)
        if self._from_last_time():
            again = link_button(
                theme, text("The same as last time"), self._same_again, icon="plus", name="host.sameAgain"
            )
            self.box.addLayout(row(theme, again, None))
        secret = text("Not with: seen by organisers only, never printed")
        self.box.addWidget(StateWord(theme, secret, "muted", "lock", wrap=True))
        for at, link in enumerate(refused):
            self.box.addLayout(self._line(link, at))
        self.refuse = self._picker(options, text("Guest they do not want"), "host.refuse")
        no = plain_button(theme, text("Not with"), self._add_refusal, icon="lock", name="host.addRefusal")
        self._beside(self.refuse, no)

    def _picker(self, options: list[tuple[str, str]], words: str, name: str) -> Combo:
        picker = Combo(self.desk.theme, options, name=name)
        picker.setPlaceholderText(words)
        picker.setAccessibleName(words)
        return picker

    def _beside(self, picker: Combo, button: QWidget) -> None:
        made = row(self.desk.theme, picker, button)
        made.setStretch(0, 1)
        self.box.addLayout(made)

    def _line(self, link: WishRow, at: int) -> QHBoxLayout:
        theme, text = self.desk.theme, self.desk.text
        stem = f"host.{link.kind.value}.{at}"
        shown = link.name if link.kind is WishKind.REFUSED else f"{at + 1}.  {link.name}"
        buttons = []
        if link.kind is WishKind.WISHED and at:
            more = text("Wished more: {name}", name=link.name)
            buttons.append(icon_button(theme, more, "arrow-up", self._up, name=f"{stem}.up", small=True))
        out = text("Take {name} out", name=link.name)
        buttons.append(icon_button(theme, out, "x", self._away, name=f"{stem}.away", small=True))
        for button in buttons:
            button.setProperty("kind", link.kind.value)
            button.setProperty("at", at)
        made = row(theme, Label(theme, shown, wrap=True, name=stem), *buttons)
        made.setStretch(0, 1)
        return made

    # -- doing ---------------------------------------------------------------------------------------

    def _from_last_time(self) -> list[UUID]:
        """Who stayed here before and is neither wished nor refused yet."""
        named = {one.person_id for one in self._page.wishes}
        return [one.person_id for one in self._guests if one.stayed_here and one.person_id not in named]

    def _sent(self) -> tuple[WishKind, int]:
        sender = self.sender()
        return WishKind(str(sender.property("kind"))), int(sender.property("at"))

    def _up(self) -> None:
        kind, at = self._sent()
        links = list(self._links[kind])
        links[at - 1], links[at] = links[at], links[at - 1]
        self._keep({**self._links, kind: links})

    def _away(self) -> None:
        kind, at = self._sent()
        links = self._links[kind]
        self._keep({**self._links, kind: [*links[:at], *links[at + 1 :]]})

    def _add_wish(self) -> None:
        self._add(self.wish, WishKind.WISHED)

    def _add_refusal(self) -> None:
        self._add(self.refuse, WishKind.REFUSED)

    def _same_again(self) -> None:
        more = [HostWish(WishKind.WISHED, person=one) for one in self._from_last_time()]
        self._keep(self._links, more)

    def _add(self, picker: Combo, kind: WishKind) -> None:
        """Put somebody on one list; who stood on the other one leaves it."""
        code = picker.code()
        if not code:
            picker.setFocus()
            return
        person = UUID(hex=code)
        picker.clear()
        links = {
            one: [link for link in some if link.person_id != person or one is kind]
            for one, some in self._links.items()
        }
        self._keep(links, [HostWish(kind, person=person)])

    def _keep(self, links: dict[WishKind, list[WishRow]], more: list[HostWish] | None = None) -> None:
        wishes = [
            HostWish(kind, one.person_id, one.household_id) for kind, some in links.items() for one in some
        ]
        self.desk.run(SetHostWishes(self._page.id, (*wishes, *(more or ()))))

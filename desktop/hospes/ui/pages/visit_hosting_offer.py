# SPDX-License-Identifier: GPL-3.0-or-later
"""One host family at one visit: whom to telephone, what they said, and everything they offer.

Every answer is written at once. What was not asked stays open: it is not taken for a no (decision 32).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hospes.actions.offers import AnswerOffer, AskHosts, DropOffer, MakeOffers, ThankHosts, WithdrawOffer
from hospes.domain.codes_visit import OfferState
from hospes.domain.errors import UserError
from hospes.queries.offers import offer_page
from hospes.ui.desk import Answer
from hospes.ui.pages.visit_hosting_offer_beds import BedsCard, EveningsCard, NightsCard, SleepersCard
from hospes.ui.pages.visit_hosting_offer_facts import FactsCards
from hospes.ui.pages.visit_hosting_offer_wishes import WishesCard
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, scrolled
from hospes.ui.widgets.buttons import Button, link_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner, EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.queries.offers import OfferPage, OfferRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field

ANSWERS = (OfferState.ASKED, OfferState.YES, OfferState.NO, OfferState.RESERVE)


class OfferPane(QWidget):
    """The pane at the right of the list of hosts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._visit: UUID | None = None
        self._row: OfferRow | None = None
        self._page: OfferPage | None = None
        self._facts: FactsCards | None = None
        self._box = column(desk.theme, gap=10, margins=(18, 10, 14, 14))
        self._area = scrolled(holder(self._box), "host.area")
        self.setLayout(column(desk.theme, self._area, gap=0))

    # -- what is shown -------------------------------------------------------------------------------

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        self._row = self._page = self._facts = None
        clear(self._box)
        words = self.desk.text("Choose a household to write down what they said.")
        self._box.addWidget(EmptyState(self.desk.theme, words, icon="phone", name="host.nobody"))

    def show_host(self, visit: UUID, row: OfferRow) -> None:
        """Show a household; what is being typed and where the keyboard stands stays."""
        page = self._read(row)
        if self._visit == visit and self._row == row and self._page == page:
            return
        same = self._row is not None and self._row.household_id == row.household_id and self._visit == visit
        focus = QApplication.focusWidget()
        name = focus.objectName() if same and focus is not None and self.isAncestorOf(focus) else ""
        scroll = self._area.verticalScrollBar().value() if same else 0
        typed = self._facts.unusable() if same and self._facts is not None else {}
        self._visit, self._row, self._page = visit, row, page
        self._build(row, page)
        if self._facts is not None:
            self._facts.restore(typed)
        if name:
            found = self.findChild(QWidget, name)
            if isinstance(found, QWidget):
                found.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.verticalScrollBar().setValue(scroll)

    def _read(self, row: OfferRow) -> OfferPage | None:
        if row.id is None:
            return None
        try:
            return self.desk.read(offer_page, row.id, self.desk.locale)
        except UserError:
            return None

    def _build(self, row: OfferRow, page: OfferPage | None) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        self._facts = None
        self._box.addWidget(Label(theme, row.name, "name", wrap=True, name="host.name"))
        self._box.addWidget(self._who(row))
        self._box.addWidget(self._answers(row))
        if page is None:
            self._box.addStretch(1)
            return
        if row.state is OfferState.WITHDRAWN and row.guests:
            words = desk.ntext(
                "{names} still has a bed here.", "{names} still have a bed here.", len(row.guests),
                names=desk.locale.listing(row.guests),
            )  # fmt: skip
            find = Answer(desk.text("Find them another host"), self._to_board, name="host.findAnother")
            self._box.addWidget(Banner(theme, words, "err", answers=(find,), name="host.withdrawn"))
        if page.stays:
            self._box.addWidget(SleepersCard(desk, page))
        for card in (BedsCard, NightsCard, EveningsCard, WishesCard):
            self._box.addWidget(card(desk, page))
        self._facts = FactsCards(desk, page)
        self._box.addWidget(self._facts)
        words = desk.text("Was thanked")
        if row.thanked_on is not None:
            words = desk.text("{answer}, {day}", answer=words, day=desk.locale.date(row.thanked_on))
        thanked = Tick(theme, words, name="host.thanked")
        thanked.setChecked(row.thanked_on is not None)
        thanked.clicked.connect(self._thank)
        self._box.addWidget(thanked)
        self._box.addWidget(
            link_button(theme, desk.text("Take off the list"), self._drop, name="host.drop"),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        self._box.addStretch(1)

    def _who(self, row: OfferRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        lines = column(theme, gap=2)
        if row.people:
            lines.addWidget(Label(theme, desk.locale.listing(row.people), "m", wrap=True))
        for number, phone in enumerate(row.phones):
            words = (
                desk.text("{name}: {number}", name=phone.name, number=phone.value)
                if phone.name
                else phone.value
            )
            label = Label(theme, words, "lead", wrap=True, name=f"host.phone.{number}")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(label)
        if not row.phones:
            lines.addWidget(Label(theme, desk.text("No telephone number"), "m"))
        where = ", ".join(part for part in (row.street, row.town) if part)
        if where:
            lines.addWidget(Label(theme, where, "m", wrap=True))
        if row.last is not None:
            guests = desk.locale.listing(row.last.guests) or desk.locale.label(row.last.state)
            words = desk.text("{visit}: {guests}", visit=row.last.title, guests=guests)
            lines.addWidget(Label(theme, words, "m", wrap=True, name="host.last"))
        more = link_button(theme, desk.text("Open the household"), self._open, name="host.open")
        lines.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return holder(lines)

    def _answers(self, row: OfferRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        flow = FlowLayout(theme)
        states = list(ANSWERS)
        if row.state in (OfferState.YES, OfferState.WITHDRAWN, OfferState.RESERVE):
            states.append(OfferState.WITHDRAWN)
        for state in states:
            button = Button(theme, desk.locale.label(state), "chip", name=f"host.say.{state.value}")
            button.setChecked(row.id is not None and row.state is state)
            button.setProperty("state", state.value)
            button.clicked.connect(self._say)
            flow.addWidget(button)
        box = holder(flow, "host.answers")
        day = row.answered_on or row.asked_on
        if row.id is not None and day is not None:
            words = desk.text(
                "{answer}, {day}", answer=desk.locale.label(row.state), day=desk.locale.date(day)
            )
            return holder(column(theme, box, Label(theme, words, "m", name="host.when"), gap=4))
        return box

    # -- answering -----------------------------------------------------------------------------------

    def _say(self) -> None:
        state = OfferState(str(self.sender().property("state")))
        row, visit, desk = self._row, self._visit, self.desk
        if row is None or visit is None:
            return
        words = desk.text("{home}: {answer}", home=row.name, answer=desk.locale.label(state))
        if row.id is None:
            desk.run(MakeOffers(visit, (row.household_id,), state=state), said=words)
        elif row.state is state:
            taken_back = desk.text("{home}: the answer is open again", home=row.name)
            desk.run(AnswerOffer(row.id, OfferState.NOT_ASKED), said=taken_back)
        elif state is OfferState.ASKED and row.state is OfferState.NOT_ASKED:
            desk.run(AskHosts((row.id,)), said=words)
        elif state is OfferState.WITHDRAWN:
            desk.run(WithdrawOffer(row.id), said=words)
        else:
            desk.run(AnswerOffer(row.id, state), said=words)

    def _thank(self, on: bool) -> None:
        if self._row is not None and self._row.id is not None:
            self.desk.run(ThankHosts((self._row.id,), thanked=on))

    def _drop(self) -> None:
        row = self._row
        if row is not None and row.id is not None:
            said = self.desk.text("{home} is off the list.", home=row.name)
            self.desk.run(DropOffer(row.id), said=said)

    def _open(self) -> None:
        if self._row is not None:
            self.desk.go("household", id=self._row.household_id.hex)

    def _to_board(self) -> None:
        if self._visit is not None:
            self.desk.go("visit", id=self._visit.hex, tab="hosting", view="board", late=True)

    def fields(self) -> tuple[Field, ...]:
        """The fields that can be typed into."""
        return self._facts.fields() if self._facts is not None else ()

    def leave(self) -> None:
        """Write what is still open in fields."""
        for field in self.fields():
            field.leave()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Donations: who gave what in a year, receipts for the tax office, and what must be right before them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.domain.payers import Payer
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.queries.donations import ReceiptFilter, donors, gift_years, receipt_lines, year_sum
from hospes.queries.donations_rules import tax_facts
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.money_donations_columns import (
    DONORS_SHOWN,
    DONORS_SMALL,
    RECEIPTS_SHOWN,
    RECEIPTS_SMALL,
    donor_columns,
    receipt_columns,
)
from hospes.ui.pages.money_donations_form import GiftForm
from hospes.ui.pages.money_donations_panes import DonorPane, ReceiptPane, open_donor
from hospes.ui.pages.money_donations_review import ReceiptReview
from hospes.ui.pages.money_donations_rules import RulesView
from hospes.ui.pages.money_donations_save import save_each
from hospes.ui.pages.money_tab import MoneyTab
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from hospes.domain.donations import GiftFact
    from hospes.queries.donations import DonorRow, ReceiptLine
    from hospes.ui.desk import Desk

DONORS, RECEIPTS, RULES = "donors", "receipts", "rules"
VIEWS = ((DONORS, N_("Donors")), (RECEIPTS, N_("Receipts written")), (RULES, N_("What must be right")))
PANE_USUAL = 400


class DonationsTab(MoneyTab):
    """Two lists with a pane, the facts of receipts, and the review of receipts in their place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._view, self._folded = DONORS, desk.settings.pane_folded
        self._year = desk.file.today.year
        self._donors: dict[UUID, DonorRow] = {}
        self._receipts: dict[UUID, ReceiptLine] = {}
        self._has_forms = False
        self.year = Choice(theme, name="donations.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.year.picked.connect(self._pick_year)
        self.chips = ChipRow(theme, desk.text("Show"), name="donations.chips")
        self.chips.chosen.connect(self._choose_view)
        self.start = plain_button(
            theme, desk.text("Write receipts…"), self.write, icon="file-text", name="donations.write"
        )
        self.print_all = plain_button(
            theme, desk.text("Print those not printed yet"), self._print_new, icon="printer",
            name="donations.printNew",
        )  # fmt: skip
        self.each = plain_button(
            theme, desk.text("One PDF for each receipt…"), self._save_each, icon="file-down",
            name="donations.saveEach",
        )  # fmt: skip
        self.donors = ListTable(
            desk, "donors", donor_columns(), shown=DONORS_SHOWN, name="donations.donors",
            label=desk.text("Donors"),
        )  # fmt: skip
        self.receipts = ListTable(
            desk, "donation-receipts", receipt_columns(), shown=RECEIPTS_SHOWN, name="donations.receipts",
            label=desk.text("Donation receipts"),
        )  # fmt: skip
        for table in (self.donors, self.receipts):
            table.chosen.connect(self._show_chosen)
        self.donors.opened.connect(self._open)
        self.donors.sorted.connect(self._show_view)
        to_new = Answer(desk.text("Record a donation"), self._new, main=True, name="donations.empty.new")
        self.no_donors = EmptyState(
            theme, desk.text("Nobody gave anything this year."), (to_new,), icon="wallet"
        )
        self.no_receipts = EmptyState(
            theme, desk.text("No receipt was written for this year."), icon="file-text"
        )
        self.body = QStackedWidget()
        for part in (self.donors, self.receipts, self.no_donors, self.no_receipts):
            self.body.addWidget(part)
        self.count = Label(theme, "", "m", name="donations.count")
        as_list = link_button(
            theme, desk.text("List of receipts"), self._list, icon="printer", name="donations.list"
        )
        self.foot = holder(
            column(theme, line(), row(theme, self.count, None, as_list, margins=(16, 6, 12, 8)), gap=0)
        )
        self.card = Box(theme, "card", self.body, self.foot, gap=0, margins=(1, 1, 1, 1))
        self.rules = RulesView(desk)
        tools = holder(
            FlowLayout(theme, self.year, self.chips, self.start, self.print_all, self.each, gap=10)
        )
        self._left = column(theme, tools, self.card, self.rules, gap=10)
        self._left.setStretch(1, 1)
        self._left.setStretch(2, 1)
        self._make_side()
        self._across = row(theme, holder(self._left), self.side, gap=0)
        self._across.setStretch(0, 1)
        self.review = ReceiptReview(desk)
        self.review.closed.connect(self._close_review)
        self.review.written.connect(self._written)
        self.stack = QStackedWidget()
        self.stack.addWidget(holder(self._across))
        self.stack.addWidget(self.review)
        self.setLayout(column(theme, self.stack, gap=0))

    def _make_side(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.form = GiftForm(desk)
        self.form.closed.connect(self._close_form)
        self.form.recorded.connect(self._recorded)
        self.donor = DonorPane(desk)
        self.donor.wanted.connect(self.write)
        self.donor.described.connect(self._describe)
        self.receipt = ReceiptPane(desk)
        self.nothing = EmptyState(theme, desk.text("Nothing is chosen."), icon="wallet")
        self.inside: list[QWidget] = [self.form, self.donor, self.receipt, self.nothing]
        for widget in self.inside:
            widget.hide()
        inner = column(theme, *self.inside, None, margins=(22, 14, 22, 14))
        self.side = SidePane(
            theme, scrolled(holder(inner), "donations.look"), width=PANE_USUAL, name="donations.pane"
        )

    # -- reading -------------------------------------------------------------------------------------

    def reload(self, *_: object) -> None:
        desk = self.desk
        today = desk.file.today
        if self.stack.currentWidget() is self.review:
            self.review.reload()
        self._has_forms = bool(desk.read(tax_facts, today).forms)
        years = desk.read(gift_years, today)
        self.year.set_options([(str(year), str(year)) for year in years], str(self._year))
        self._donors = {one.id: one for one in desk.read(donors, self._year, today, desk.locale)}
        lines = desk.read(receipt_lines, ReceiptFilter(self._year), desk.locale)
        self._receipts = {one.id: one for one in reversed(lines)}
        number = desk.locale.number
        counts = {DONORS: number(len(self._donors)), RECEIPTS: number(len(self._receipts)), RULES: ""}
        self.chips.set_chips(
            [Chip(code, desk.text(words), counts[code]) for code, words in VIEWS], self._view
        )
        self._show_view()

    def _show_view(self, *_: object) -> None:
        rules = self._view == RULES
        self.card.setVisible(not rules)
        self.rules.setVisible(rules)
        self.year.setVisible(not rules)
        self.start.setVisible(self._has_forms and self._view == DONORS)
        for button in (self.print_all, self.each):
            button.setVisible(self._view == RECEIPTS and bool(self._not_printed()))
        if rules:
            self.rules.reload()
            self._show_inside(None)
            return
        self._fill()
        self._count()
        if not self.form.isVisibleTo(self):
            self._show_chosen()

    def _fill(self) -> None:
        first = self._view == DONORS
        rows: Sequence[UUID] = list(self._donors if first else self._receipts)
        if first and self.donors.sort_key() == "sum":
            rows = sorted(rows, key=lambda one: self._donors[one].minor, reverse=self.donors.descending())
        elif first and self.donors.sort_key() == "name" and self.donors.descending():
            rows = list(reversed(rows))
        if first:
            self.donors.set_rows(rows, lambda ids: [self._donors.get(one) for one in ids])
        else:
            self.receipts.set_rows(rows, lambda ids: [self._receipts.get(one) for one in ids])
        table, empty = (self.donors, self.no_donors) if first else (self.receipts, self.no_receipts)
        self.body.setCurrentWidget(table if rows else empty)
        if rows and not table.chosen_ids():
            table.choose(rows[0], tell=False)

    def _count(self) -> None:
        desk = self.desk
        if self._view == DONORS:
            total = Money(sum(one.minor for one in self._donors.values()), self._currency())
            words = desk.ntext("{n} donor, {amount}", "{n} donors, {amount}", len(self._donors), amount=total)
        else:
            found = year_sum(self._receipts.values())
            words = desk.ntext(
                "{n} receipt, {amount}", "{n} receipts, {amount}", found.count,
                amount=Money(found.minor, self._currency()),
            )  # fmt: skip
        self.count.setText(words)

    def _currency(self) -> str:
        return next((one.currency for one in self._donors.values()), "EUR")

    def _not_printed(self) -> list[ReceiptLine]:
        return [
            one
            for one in self._receipts.values()
            if one.copy is not None and one.handed_on is None and one.cancelled_on is None
        ]

    def _show_chosen(self, *_: object) -> None:
        shown: QWidget = self.nothing
        if self._view == DONORS:
            donor = self._donors.get(self.donors.current_id())
            if donor is not None:
                self.donor.show_one(donor, forms=self._has_forms)
                shown = self.donor
        else:
            receipt = self._receipts.get(self.receipts.current_id())
            if receipt is not None:
                self.receipt.show_one(receipt)
                shown = self.receipt
        self._show_inside(shown)

    def _show_inside(self, shown: QWidget | None) -> None:
        for widget in self.inside:
            widget.setVisible(widget is shown)
        self._fold_side()
        self.headingChanged.emit()

    def _fold_side(self) -> None:
        """Where there is nothing to show beside the list, the list has the room."""
        small = self.fits <= Fit.COMPACT
        empty = not any(widget.isVisibleTo(self.side) for widget in self.inside if widget is not self.nothing)
        bare = self._view == RULES and not self.form.isVisibleTo(self.side)
        self.side.set_folded(bare or (empty if small else self._folded))

    # -- acts ----------------------------------------------------------------------------------------

    def _new(self, donor: Payer | None = None) -> None:
        self.form.begin(donor)
        self._open_form()

    def _describe(self, gift: GiftFact) -> None:
        name = self._donors[gift.donor.id].name if gift.donor is not None else ""
        self.form.describe(gift, name)
        self._open_form()

    def _open_form(self) -> None:
        self._show_inside(self.form)
        self.side.set_folded(False)
        self.form.first_focus().setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self._show_view()

    def _recorded(self, donor: Payer | None, on: date | None) -> None:
        """Show whose gift it was, with the keyboard in the list: the form that had it is gone."""
        self.form.hide()
        self._view, self._year = DONORS, (on or self.desk.file.today).year
        self.reload()
        if donor is not None and self.donors.choose(donor.id, tell=False):
            self._show_chosen()
        self.donors.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, wanted: tuple[Payer, ...] | None = None) -> None:
        """Open the review of receipts, for all donors or some."""
        self.review.begin(self._year, wanted if isinstance(wanted, tuple) else None)
        self.stack.setCurrentWidget(self.review)
        self.review.first_focus().setFocus()
        self.moved.emit()

    def _close_review(self) -> None:
        self.stack.setCurrentIndex(0)
        self.reload()
        self.moved.emit()

    def _written(self, made: object) -> None:
        self._view = RECEIPTS
        self._close_review()
        if isinstance(made, list) and made:
            self.receipts.choose(made[0])
            self._show_chosen()

    def _print_new(self) -> None:
        rows = [one.id.hex for one in self._not_printed()]
        self.desk.go("print", paper="donation-receipt", rows=rows)

    def _save_each(self) -> None:
        save_each(self.desk, self, self._not_printed())

    def _list(self) -> None:
        self.desk.go("print", paper="donation-list", options={"year": str(self._year), "by": "gifts"})

    def _open(self, donor: UUID) -> None:
        if donor in self._donors:
            open_donor(self.desk, self._donors[donor].donor)

    def _pick_year(self, code: str) -> None:
        self._year = int(code)
        self.form.hide()
        self.reload()
        self.moved.emit()

    def _choose_view(self, code: str) -> None:
        self._view = code
        self.form.hide()
        self._show_view()
        self.moved.emit()

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        return NewButton(self.desk.text("Record a donation"), "coins", "money.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        table = self.donors if self._view == DONORS else self.receipts
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "columns": table.choose_columns,
            "fold": self._fold,
            "print": self._list,
        }
        if self.stack.currentIndex():
            acts["escape"] = self._close_review
        return acts

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self.fit(self.fits)

    def show_at(self, **where: object) -> None:
        view, year = where.get("view"), where.get("year")
        if view in {code for code, _ in VIEWS}:
            self._view = str(view)
        if isinstance(year, int) and year:
            self._year = year
        self.form.hide()
        self.reload()
        if where.get("write"):
            donor = Payer.read(str(where.get("donor") or ""))
            self.write((donor,) if donor is not None else None)
        elif self.stack.currentIndex():
            self.stack.setCurrentIndex(0)
        gift = where.get("gift")
        if isinstance(gift, str):
            self._new(Payer.read(gift))
        chosen = where.get("row")
        if isinstance(chosen, str):
            with suppress(ValueError):
                key = UUID(hex=chosen)
                (self.donors if key in self._donors else self.receipts).choose(key)

    def where(self) -> dict[str, object]:
        told: dict[str, object] = {"view": self._view, "year": self._year}
        if self.stack.currentWidget() is self.review:
            told["write"] = True
        current = (self.donors if self._view == DONORS else self.receipts).current_id()
        if self._view != RULES and isinstance(current, UUID):
            told["row"] = current.hex
        return told

    def mark(self, ids: frozenset[UUID]) -> None:
        self.receipts.mark(ids)

    def leave(self) -> None:
        if self._view == RULES:
            self.rules.leave()

    def panes(self) -> Sequence[QWidget]:
        if self.stack.currentIndex():
            return (self.review,)
        return (self.chips, self.rules if self._view == RULES else self.body, self.side)

    def first_focus(self) -> QWidget | None:
        if self.stack.currentIndex():
            return self.review.first_focus()
        shown = self.body.currentWidget()
        if self._view == RULES or isinstance(shown, EmptyState):  # in a low window tools would scroll away
            return self.chips
        return shown

    def least(self) -> int:
        """Tools that break into lines, the list, and the pane beneath it."""
        return {Fit.COMPACT: 520, Fit.NARROW: 680}.get(self.fits, 0)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        theme, small = self.desk.theme, fit <= Fit.COMPACT
        left, _, right, bottom = side_margins(theme, fit)
        self.foot.setVisible(not small)
        self.chips.set_compact(fit is Fit.NARROW)
        self.donors.fit_columns(DONORS_SMALL if small else None)
        self.receipts.fit_columns(RECEIPTS_SMALL if small else None)
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self._left.setContentsMargins(left, 0, right if small else theme.u(16), 0 if small else bottom)
        if small:
            self.side.take_room()
        else:
            self.side.set_width(PANE_USUAL)
        self.side.stand_beneath(small)
        self._fold_side()
        self.review.fit(fit)

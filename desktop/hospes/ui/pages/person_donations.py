# SPDX-License-Identifier: GPL-3.0-or-later
"""Donations on the page of a person or household: what was given, receipts, and the way to write one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hospes.domain.values import Money
from hospes.queries.donations_person import given_by
from hospes.ui.pages.money_receipts import print_receipts
from hospes.ui.widgets.boxes import FlowLayout, card, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QLayout, QWidget

    from hospes.domain.payers import Payer
    from hospes.queries.donations import ReceiptLine
    from hospes.queries.donations_person import GivenInYear
    from hospes.ui.desk import Desk

YEARS, RECEIPTS = 5, 12
"""So many are shown; the rest stands under Money."""


def donations_part(desk: Desk, donor: Payer, *, name: str) -> QWidget | None:
    """A card of what somebody gave and which receipts they got; None where it was nothing."""
    found = desk.read(given_by, donor, desk.file.today, desk.locale)
    if found is None:
        return None
    theme = desk.theme
    box = column(theme, Label(theme, desk.text("Donations"), "section"), gap=6)
    for one in found.years[:YEARS]:
        box.addLayout(_year(desk, one, donor, forms=found.forms, name=name))
    if found.receipts:
        box.addWidget(Label(theme, desk.text("Donation receipts"), "label"))
        for line in found.receipts[:RECEIPTS]:
            box.addWidget(_receipt(desk, line, name))
    return card(theme, holder(box, f"{name}.donations"))


def _year(desk: Desk, one: GivenInYear, donor: Payer, *, forms: bool, name: str) -> QLayout:
    theme = desk.theme
    told = Label(
        theme,
        desk.text("{year}: {amount} given", year=str(one.year), amount=Money(one.minor, one.currency)),
        wrap=True,
        name=f"{name}.given.{one.year}",
    )
    parts: list[QWidget] = [told]
    if not forms:
        plain = partial(_plain, desk, one.payments)
        parts.append(
            plain_button(
                theme,
                desk.text("Print receipts"),
                plain,
                icon="printer",
                name=f"{name}.plainReceipts.{one.year}",
            )
        )
    elif one.open:
        words = desk.text("{amount} without a receipt", amount=Money(one.open, one.currency))
        write = partial(
            desk.go, "money", tab="donations", view="donors", year=one.year, write=True, donor=str(donor)
        )
        parts += [
            StateWord(theme, words, "warn"),
            plain_button(
                theme,
                desk.text("Write the receipt"),
                write,
                icon="file-text",
                name=f"{name}.write.{one.year}",
            ),
        ]
    return row(theme, holder(FlowLayout(theme, *parts, gap=12)))


def _plain(desk: Desk, payments: tuple[UUID, ...]) -> None:
    print_receipts(desk, list(payments))


def _receipt(desk: Desk, line: ReceiptLine, name: str) -> QWidget:
    theme = desk.theme
    year = (line.first or line.issued_on).year
    to_it = partial(desk.go, "money", tab="donations", view="receipts", year=year, row=line.id.hex)
    words = desk.text("Receipt {number}", number=line.number)
    link = link_button(theme, words, to_it, name=f"{name}.receipt.{line.number}")
    about = desk.text(
        "{amount}, written on {day}", amount=Money(line.minor, line.currency), day=line.issued_on
    )
    parts: list[QWidget] = [link, Label(theme, about, "m")]
    if line.cancelled_on is not None:
        parts.append(StateWord(theme, desk.text("Void since {day}", day=line.cancelled_on), "muted"))
    elif line.handed_on is None:
        parts.append(StateWord(theme, desk.text("Not handed out yet"), "warn"))
    return holder(FlowLayout(theme, *parts, gap=12))

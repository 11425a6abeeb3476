# SPDX-License-Identifier: GPL-3.0-or-later
"""A household in the ledger of hospitality: whom it hosted, who hosted its people, whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.queries.member_history import visit_titles
from hospes.queries.reciprocity import ledger
from hospes.ui.widgets.boxes import card, row
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from hospes.queries.reciprocity import PairLine, Stayed
    from hospes.ui.desk import Desk

MOST = 8
"""So many stays and families are shown; the paper has all."""


def ledger_card(desk: Desk, household_id: UUID) -> QWidget | None:
    """The card, or None where nobody ever stayed here and nobody of here anywhere."""
    theme = desk.theme
    found = desk.read(ledger, desk.locale, household_id, desk.file.today)
    if not found.stays:
        return None
    line = found.homes[0]
    sums = (
        desk.ntext("{n} night given", "{n} nights given", line.given),
        desk.ntext("{n} night received", "{n} nights received", line.received),
    )
    box = card(
        theme,
        Label(theme, desk.text("Hospitality"), "section"),
        Label(theme, " · ".join(sums), "m", wrap=True, name="household.ledger.sums"),
        gap=6,
    )
    titles = desk.read(visit_titles, {one.visit_id for one in found.stays}, desk.locale.language)
    for one in found.stays[:MOST]:
        box.box.addLayout(_stay(desk, one, household_id, titles.get(one.visit_id, "")))
    more = len(found.stays) - MOST
    if more > 0:
        words = desk.ntext("and {n} earlier stay", "and {n} earlier stays", more)
        box.box.addWidget(Label(theme, words, "m"))
    for words in _turns(desk, found.pairs, household_id):
        box.box.addWidget(Label(theme, words, "m", wrap=True))
    return box


def _stay(desk: Desk, one: Stayed, household_id: UUID, title: str) -> QHBoxLayout:
    theme = desk.theme
    if one.host_id == household_id:
        who = desk.text("{guest} stayed here", guest=one.guest)
    else:
        who = desk.text("{guest} was a guest of {home}", guest=one.guest, home=one.host)
    nights = desk.ntext("{n} night", "{n} nights", one.nights)
    detail = " · ".join(part for part in (title or str(one.on.year), nights) if part)
    line = row(theme, Label(theme, who, "body", wrap=True), Label(theme, detail, "m", wrap=True), gap=8)
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return line


def _turns(desk: Desk, pairs: Sequence[PairLine], household_id: UUID) -> list[str]:
    """Families that hosted our people last: it is this household's turn."""
    theirs = [pair.other for pair in pairs if pair.turn == household_id]
    if not theirs:
        return []
    return [
        desk.text("It is this household’s turn to host: {homes}.", homes=desk.locale.listing(theirs[:MOST]))
    ]

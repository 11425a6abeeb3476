# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing the venue of a programme item, with what is there beneath it; and venues in words (S35)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.domain.venues import LACKING, Need
from hospes.i18n.marks import N_, NN_
from hospes.queries.venues import venue_rows
from hospes.ui.widgets.boxes import column, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.venues import Facts
    from hospes.i18n.locale import Locale
    from hospes.queries.venues import AccessDoubt
    from hospes.ui.desk import Desk

NOTHING_KNOWN = N_("Nobody has asked yet what is there.")

_DOUBTS = {
    (Need.STEP_FREE, True): NN_(
        "{item}: {n} person needs a way without steps; {venue} has none.",
        "{item}: {n} people need a way without steps; {venue} has none.",
    ),
    (Need.STEP_FREE, False): NN_(
        "{item}: {n} person needs a way without steps; nobody has asked yet whether {venue} has one.",
        "{item}: {n} people need a way without steps; nobody has asked yet whether {venue} has one.",
    ),
    (Need.HEARING, True): NN_(
        "{item}: {n} person hears badly; {venue} has no induction loop.",
        "{item}: {n} people hear badly; {venue} has no induction loop.",
    ),
    (Need.HEARING, False): NN_(
        "{item}: {n} person hears badly; nobody has asked yet whether {venue} has an induction loop.",
        "{item}: {n} people hear badly; nobody has asked yet whether {venue} has an induction loop.",
    ),
}


def facts_words(locale: Locale, facts: Facts) -> str:
    """`Step-free · Lift · No induction loop`, or that nobody has asked yet."""
    said = [locale.label(one) for one in facts.there]
    said += [locale.text(LACKING[one]) for one in facts.lacking]
    return " · ".join(said) if said else locale.text(NOTHING_KNOWN)


def access_words(locale: Locale, one: AccessDoubt, item: str) -> str:
    """What does not suit whom, without names."""
    words = _DOUBTS[one.doubt.need, one.doubt.known]
    return locale.ntext(*words, one.doubt.n, item=item, venue=one.venue)


class VenueField(QWidget):
    """The choice, what is there, and the way to write a venue down."""

    picked = Signal()

    def __init__(self, desk: Desk, chosen: UUID | None) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._known = {one.id.hex: one for one in desk.read(venue_rows, desk.locale)}
        pairs = [("", "–"), *((code, one.name) for code, one in self._known.items())]
        self.choice = Choice(theme, pairs, chosen.hex if chosen is not None else "")
        self.choice.picked.connect(self._picked)
        self._facts = Label(theme, "", "m", wrap=True, name="visit.item.access")
        way = link_button(theme, desk.text("Venues"), self._go, name="visit.item.venues")
        field = Field(theme, desk.text("Venue"), self.choice, name="visit.item.venue")
        self.setLayout(column(theme, field, self._facts, row(theme, way, None), gap=4))
        self._tell()

    def code(self) -> str:
        """The chosen venue as a code; empty for none."""
        return self.choice.code()

    def chosen(self) -> UUID | None:
        """The chosen venue."""
        return UUID(hex=code) if (code := self.choice.code()) else None

    def choose(self, code: str) -> None:
        """Choose one, or none; one that is gone is left out."""
        self.choice.choose(code if code in self._known else "")
        self._tell()

    def _picked(self, _code: str) -> None:
        self._tell()
        self.picked.emit()

    def _tell(self) -> None:
        one = self._known.get(self.choice.code())
        self._facts.setText(facts_words(self.desk.locale, one.facts) if one is not None else "")
        self._facts.setVisible(one is not None)

    def _go(self) -> None:
        self.desk.go("venues")

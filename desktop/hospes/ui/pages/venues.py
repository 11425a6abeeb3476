# SPDX-License-Identifier: GPL-3.0-or-later
"""Venues in the window: houses where things happen, and what somebody finds there (S35)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hospes.actions.venues import DropVenues, KeepVenue
from hospes.domain.venues import Access
from hospes.i18n.marks import N_
from hospes.queries.venues import VenueRow, venue_rows
from hospes.ui.pages.book import WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.venue_field import facts_words
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import LongText, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale

YES, NO = "yes", "no"

ANSWER_FIELD = 360
"""As wide as the longest name of what is asked, in every language."""


def _facts(one: VenueRow, locale: Locale) -> str:
    return facts_words(locale, one.facts)


class VenuesPage(BookPage[VenueRow]):
    """All venues; programme items choose among them."""

    watches: ClassVar[frozenset[str]] = frozenset({"venue"})

    NAME = "venues"
    ICON = "accessibility"
    WORDS = BookWords(
        N_("Venues"),
        N_("Where things happen, and who can get in and hear"),
        N_("Town hall, museum, inn: asked once, and every programme says who gets in and who hears."),
        N_("The venue is kept."),
        N_("New venue"),
    )
    SHOWN = ("name", "facts", "address")
    COMPACT = ("name", "facts")
    NARROW = ("name",)

    def columns(self) -> Sequence[Column[VenueRow]]:
        return (
            Column("name", N_("Venue"), 230, lambda one, _: one.name, "name", least=150),
            Column("facts", N_("Access"), 470, _facts),
            Column("address", N_("Address"), 230, lambda one, _: one.address, "address", goes=1),
        )

    def views(self) -> Sequence[View[VenueRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("free", N_("Step-free"), lambda one: one.facts.step_free is True),
            View("unknown", N_("Not asked yet"), lambda one: one.facts.step_free is None),
        )

    def read(self) -> Sequence[VenueRow]:
        return self.desk.read(venue_rows, self.desk.locale)

    def text_of(self, one: VenueRow) -> str:
        return " ".join((one.name, one.address, one.note, _facts(one, self.desk.locale)))

    def order(self, one: VenueRow, key: str) -> Order:
        return 0, self.desk.locale.sort_key(str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropVenues:
        return DropVenues(ids)

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        first = [
            self.put("name", N_("Venue"), TextField(theme), width=WIDE_FIELD),
            self.put("address", N_("Address"), TextField(theme), width=WIDE_FIELD),
        ]
        answers = [("", desk.text("Not asked yet")), (YES, desk.text("yes")), (NO, desk.text("no"))]
        first += [
            self.put(one.value, str(one.label), Choice(theme, answers), width=ANSWER_FIELD) for one in Access
        ]
        note = self.put("note", N_("Note"), LongText(theme, "", lines=2))
        return holder(FlowLayout(theme, *first, gap=14)), note

    def fill(self, one: VenueRow | None) -> None:
        for name in ("name", "address", "note"):
            self.fields[name].set_value(getattr(one, name) if one is not None else "")
        for what in Access:
            has = one.facts.has(what) if one is not None else None
            self.fields[what.value].set_value("" if has is None else YES if has else NO)

    def act(self, one: UUID | None) -> KeepVenue:
        values: dict[str, object] = {name: self.fields[name].value() for name in ("name", "address", "note")}
        values |= {what.value: {YES: True, NO: False}.get(self.fields[what.value].value()) for what in Access}
        return KeepVenue(values, one)

    def help_page(self) -> str:
        return "visits"

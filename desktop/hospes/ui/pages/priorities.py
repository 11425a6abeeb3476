# SPDX-License-Identifier: GPL-3.0-or-later
"""Priority countries in the window: by year, with our twinnings and visits there (S11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hospes.actions.priorities import DropPriorities, FillPriorities, KeepPriority
from hospes.domain.errors import FieldProblem
from hospes.domain.priorities import CountryGroup
from hospes.i18n.marks import N_
from hospes.queries.priorities import PriorityRow, place_name, priority_rows
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.book_offer import OfferCard
from hospes.ui.pages.place_pane import COUNTRIES
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale


def _place(one: PriorityRow, locale: Locale) -> str:
    return place_name(one.place, locale)


class PrioritiesPage(BookPage[PriorityRow]):
    """The countries of each year; a year begins with those of the year before."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"country_priority", "partnership", "partnership_party", "visit", "delegation", "territory"}
    )

    NAME = "priorities"
    ICON = "flag"
    WORDS = BookWords(
        N_("Priority countries"),
        N_("Which countries matter most in a year, and what there is with them"),
        N_(
            "A ministry or a network names its priority countries each year: kept here, they can be compared."
        ),
        N_("The priority is kept."),
        N_("New priority"),
    )
    SHOWN = ("place", "year", "twinnings", "visits", "note")
    COMPACT = ("place", "year", "twinnings", "visits")
    NARROW = ("place", "year")

    def columns(self) -> Sequence[Column[PriorityRow]]:
        return (
            Column("place", N_("Country or group"), 260, _place, "place", least=150),
            Column("year", N_("Year"), 80, lambda one, _: str(one.year), "year"),
            Column(
                "twinnings", N_("Twinnings"), 120, lambda one, locale: locale.number(one.twinnings),
                "twinnings", align="right",
            ),
            Column(
                "visits", N_("Visits of the year"), 150, lambda one, locale: locale.number(one.visits),
                "visits", align="right",
            ),
            Column("note", N_("Note"), 260, lambda one, _: one.note, goes=1),
        )  # fmt: skip

    def views(self) -> Sequence[View[PriorityRow]]:
        this = self.desk.file.today.year
        return (
            View("all", N_("All"), lambda _: True),
            View("now", N_("This year"), lambda one: one.year == this),
            View("without", N_("Without a twinning"), lambda one: not one.twinnings),
        )

    def read(self) -> Sequence[PriorityRow]:
        return self.desk.read(priority_rows, self.desk.locale, self.desk.file.today)

    def text_of(self, one: PriorityRow) -> str:
        return f"{_place(one, self.desk.locale)} {one.year} {one.note}"

    def order(self, one: PriorityRow, key: str) -> Order:
        number = 0 if key == "place" else int(getattr(one, key))
        return number, self.desk.locale.sort_key(_place(one, self.desk.locale))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropPriorities:
        return DropPriorities(ids)

    # -- beginning a year ----------------------------------------------------------------------------

    def above(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self._offer = OfferCard(
            theme, desk.text("Fill them in"), self._fill, "priorities.offer", "priorities.fill"
        )
        return self._offer

    def read_above(self) -> None:
        desk, year = self.desk, self.desk.file.today.year
        rows = self.read()
        none = not any(one.year == year for one in rows)
        words = (
            desk.text(
                "{year} has no priority countries yet. Those of the year before can be taken.", year=year
            )
            if rows
            else desk.text("{year} has no priority countries yet. Usual ones can be filled in.", year=year)
        )
        self._offer.offer(words, none and self.form.isHidden())

    def _fill(self) -> None:
        desk = self.desk
        desk.run(FillPriorities(desk.file.today.year), said=desk.text("The countries are on the list."))

    # -- the form ------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        theme = self.desk.theme
        self._places = Choice(theme, ())
        parts = (
            self.put("place", N_("Country or group"), self._places, width=WIDE_FIELD),
            self.put("year", N_("Year"), TextField(theme), width=NARROW_FIELD),
            self.put("note", N_("Note"), TextField(theme), width=WIDE_FIELD),
        )  # fmt: skip
        return (holder(FlowLayout(theme, *parts, gap=14)),)

    def fill(self, one: PriorityRow | None) -> None:
        year = one.year if one is not None else self.desk.file.today.year
        self._offer_places(one.place if one is not None else CountryGroup.WESTERN_BALKANS.value)
        self.fields["year"].set_value(str(year))
        self.fields["note"].set_value(one.note if one is not None else "")

    def _offer_places(self, chosen: str) -> None:
        """Groups, then countries by name, and with them one that is there already."""
        locale = self.desk.locale
        groups = [(one.value, locale.label(one)) for one in CountryGroup]
        lands = [(code, locale.country(code)) for code in {*COUNTRIES, chosen} - dict(groups).keys()]
        lands.sort(key=lambda one: locale.sort_key(one[1]))
        self._places.set_options([*groups, *lands], chosen)

    def act(self, one: UUID | None) -> KeepPriority:
        value = {name: field.value().strip() for name, field in self.fields.items()}
        if not value["year"].isdecimal():
            raise FieldProblem("year", "This is not a year.")
        return KeepPriority(int(value["year"]), value["place"], value["note"], one)

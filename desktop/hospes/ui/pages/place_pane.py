# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen place: its own name, names per language with their days, what it came from and became."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.territories import (
    AddSuccession,
    DeleteSuccession,
    DeleteTerritoryName,
    EditTerritory,
    SetTerritoryName,
)
from hospes.domain.codes_twinning import SuccessionKind, TerritoryKind
from hospes.domain.errors import UserError
from hospes.queries.partnerships import titles_of
from hospes.queries.territories import Became, NameRow, PlacePage, place_page, places_to_choose
from hospes.ui.pages.person_dates import day_check as rough_check
from hospes.ui.pages.person_dates import read_day as read_rough
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.person_languages import capital
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.twinning_fields import choice_field, leads_on, write
from hospes.ui.pages.twinning_paper_edit import MORE_LANGUAGES
from hospes.ui.pages.visit_fields import day_editor, day_of
from hospes.ui.widgets.boxes import clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hospes.ui.desk import Desk

COUNTRIES = (
    "AL", "AT", "BA", "BE", "BG", "BY", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
    "GB", "GR", "HR", "HU", "IE", "IL", "IS", "IT", "LT", "LU", "LV", "MD", "ME", "MK",
    "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "TR", "UA", "US", "XK",
)  # fmt: skip
"""Countries towns are twinned with; another one that is there already is offered too."""


class PlacePane(QWidget):
    """Editing in place; everything is saved when it is left."""

    deleteWanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._id: UUID | None = None
        self._page: PlacePage | None = None
        self._box = column(theme, gap=8, margins=(22, 14, 22, 14))
        self.area = scrolled(holder(column(theme, self._box, None)), "place.pane")
        self.setLayout(column(theme, self.area, gap=0))

    def show_place(self, place: UUID | None) -> None:
        """Show a place, or what has become of it."""
        other = place != self._id
        if other:
            self.leave()
        self._id = place
        if not other and self._box.count() and half_typed(self):
            return
        rebuild(self, self._fill, self.area)

    def begin(self) -> None:
        """Go to the name."""
        found = self.findChild(TextField, "place.name")
        if isinstance(found, TextField):
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            found.selectAll()

    def leave(self) -> None:
        """Write what is open."""
        for field in self.findChildren(Field):
            field.leave()

    def _fill(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        self._page = None
        if self._id is not None:
            try:
                self._page = desk.read(place_page, self._id, desk.locale.code)
            except UserError:
                self._id = None
        page = self._page
        if page is None:
            words = desk.text("Towns and regions with their names in each language.")
            self._box.addWidget(EmptyState(theme, words, icon="map-pin"))
            return
        self._box.addWidget(Label(theme, page.name, "name", wrap=True, name="place.title"))
        for part in (*self._facts(page), *self._names(page), *self._became(page), *self._used(page)):
            self._box.addWidget(part)

    # -- facts ---------------------------------------------------------------------------------------

    def _edit(self, values: dict[str, object], field: Field | None = None) -> None:
        page = self._page
        if page is not None:
            write(self.desk, EditTerritory(page.id, values, page.version), field)

    def _facts(self, page: PlacePage) -> list[QWidget]:
        desk, theme = self.desk, self.desk.theme
        name = Field(
            theme, desk.text("Own name"), TextField(theme, page.own_name), beside=True, name="place.name"
        )
        name.saved.connect(lambda typed: self._edit({"name": typed}, name))
        kinds = [(kind.value, desk.locale.label(kind)) for kind in TerritoryKind]
        codes = sorted({*COUNTRIES, *([page.country] if page.country else [])}, key=desk.locale.country)
        countries = [("", desk.text("not known")), *((code, desk.locale.country(code)) for code in codes)]
        above = [
            (ref.hex, words)
            for ref, words in desk.read(
                places_to_choose,
                desk.locale.code,
                (TerritoryKind.DISTRICT, TerritoryKind.REGION, TerritoryKind.COUNTRY),
            )
            if ref != page.id
        ]
        return [
            name,
            choice_field(
                desk, desk.text("Kind"), kinds, page.kind.value,
                lambda code: self._edit({"kind": TerritoryKind(code)}), "place.kind",
            ),
            choice_field(
                desk, desk.text("Country"), countries, page.country,
                lambda code: self._edit({"country": code}), "place.country",
            ),
            choice_field(
                desk, desk.text("Lies in"), [("", desk.text("none")), *above],
                page.parent_id.hex if page.parent_id else "",
                lambda code: self._edit({"parent_id": UUID(hex=code) if code else None}), "place.parent",
            ),
            self._day(desk.text("Exists since"), page.span.first, "valid_from"),
            self._day(desk.text("Existed until"), page.span.last, "valid_to"),
        ]  # fmt: skip

    def _day(self, words: str, value: date | None, code: str) -> Field:
        desk = self.desk
        line_ = FlatLine(desk.theme, desk.locale.date(value, "list"), empty=desk.text("not said"))
        field = flat_field(desk.theme, words, line_, check=rough_check(desk), name=f"place.{code}")

        field.saved.connect(lambda typed: self._edit({code: self._edge(typed, code == "valid_to")}, field))
        return field

    def _edge(self, typed: str, last: bool) -> date | None:
        """The day that was typed; of a year or a month the first or the last one."""
        found = read_rough(self.desk, typed)
        if found is None:
            return None
        return found.last if last else found.first

    # -- names ---------------------------------------------------------------------------------------

    def _names(self, page: PlacePage) -> list[QWidget]:
        desk, theme = self.desk, self.desk.theme
        parts: list[QWidget] = [line(), Label(theme, desk.text("Names in other languages"), "label")]
        parts += [self._name(page, one) for one in page.names]
        codes = dict.fromkeys([desk.locale.language, *MORE_LANGUAGES])
        language = Choice(
            theme,
            [(code, capital(desk.locale.language_name(code))) for code in codes],
            name="place.name.language",
        )
        language.setAccessibleName(desk.text("Language"))
        taken = {one.language for one in page.names}
        language.choose(next((code for code in codes if code not in taken), desk.locale.language))
        words = TextField(theme, example=desk.text("Name in this language"))
        words.setObjectName("place.name.new")
        words.setAccessibleName(desk.text("Name in this language"))

        def add() -> None:
            words.setModified(False)
            write(desk, SetTerritoryName(page.id, language.code(), words.text()))

        button = plain_button(theme, desk.text("Add"), add, name="place.name.add")
        across = row(theme, language, words, button)
        across.setStretch(1, 1)
        parts.append(holder(across))
        return parts

    def _name(self, page: PlacePage, one: NameRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        words = capital(desk.locale.language_name(one.language))
        field = flat_field(theme, words, FlatLine(theme, one.name), name=f"place.name.{key}")

        def save(name: str, first: date | None, last: date | None, where: Field | None = None) -> None:
            if name.strip():
                write(desk, SetTerritoryName(page.id, one.language, name, first, last, one.id), where)
            else:
                write(desk, DeleteTerritoryName(one.id))

        field.saved.connect(lambda typed: save(typed, one.span.first, one.span.last, field))
        away = icon_button(
            theme, desk.text("Take {what} away", what=one.name), "x",
            lambda: write(desk, DeleteTerritoryName(one.id)), name=f"place.name.drop.{key}", small=True,
        )  # fmt: skip
        head = row(theme, field, away)
        head.setStretch(0, 1)
        parts: list[QWidget] = [holder(head)]
        if one.span.first is not None or one.span.last is not None or self._several(page, one):
            first = self._name_day(desk.text("From"), one.span.first, f"place.name.first.{key}")
            last = self._name_day(desk.text("Until"), one.span.last, f"place.name.last.{key}")
            first.saved.connect(
                lambda typed: save(one.name, self._edge(typed, last=False), one.span.last, first)
            )
            last.saved.connect(
                lambda typed: save(one.name, one.span.first, self._edge(typed, last=True), last)
            )
            days = row(theme, first, last, gap=10, margins=(18, 0, 0, 0))
            days.setStretch(0, 1)
            days.setStretch(1, 1)
            parts.append(holder(days))
        return holder(column(theme, *parts, gap=0))

    def _several(self, page: PlacePage, one: NameRow) -> bool:
        """Two names in one language: then it matters when which one held."""
        return sum(other.language == one.language for other in page.names) > 1

    def _name_day(self, words: str, value: date | None, name: str) -> Field:
        desk = self.desk
        line_ = FlatLine(desk.theme, desk.locale.date(value, "list"), empty=desk.text("not said"))
        return flat_field(desk.theme, words, line_, check=rough_check(desk), name=name)

    # -- before and after ------------------------------------------------------------------------------

    def _became(self, page: PlacePage) -> list[QWidget]:
        desk, theme = self.desk, self.desk.theme
        parts: list[QWidget] = [line(), Label(theme, desk.text("Before and after"), "label")]
        parts += [self._link(one, before=True) for one in page.before]
        parts += [self._link(one, before=False) for one in page.after]
        others = [
            (ref.hex, words) for ref, words in desk.read(places_to_choose, desk.locale.code) if ref != page.id
        ]
        kind = Choice(
            theme, [(k.value, desk.locale.label(k)) for k in SuccessionKind], name="place.became.kind"
        )
        kind.setAccessibleName(desk.text("What became of it"))
        into = Choice(theme, [("", desk.text("Choose a place")), *others], name="place.became.into")
        into.setAccessibleName(desk.text("Choose a place"))
        into.setSizeAdjustPolicy(into.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        into.setMinimumContentsLength(8)
        on = day_editor(desk)
        on.setObjectName("place.became.on")
        on.setAccessibleName(desk.text("On which day"))

        def add() -> None:
            day = day_of(desk, on.text())
            if not into.code() or day is None:
                desk.say(desk.text("Choose the place and write the day."), kind="info")
                return
            action = AddSuccession(page.id, UUID(hex=into.code()), SuccessionKind(kind.code()), day)
            write(desk, action)

        button = plain_button(theme, desk.text("Write down what became of it"), add, name="place.became.add")
        across = row(theme, kind, into)
        across.setStretch(1, 1)
        parts.append(holder(column(theme, across, on, row(theme, button, None), gap=6)))
        return parts

    def _link(self, one: Became, *, before: bool) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        day = desk.locale.date(one.on, "long")
        if before:
            words = desk.text("{day}: came from {place}", day=day, place=one.name)
        elif one.kind is SuccessionKind.MERGED:
            words = desk.text("{day}: merged into {place}", day=day, place=one.name)
        elif one.kind is SuccessionKind.SPLIT:
            words = desk.text("{day}: split, one part is {place}", day=day, place=one.name)
        else:
            words = desk.text("{day}: renamed to {place}", day=day, place=one.name)
        link = link_button(
            theme, desk.text("Open"), self._opener(one.place_id), name=f"place.link.{one.id.hex}"
        )
        link.setAccessibleName(desk.text("Open {what}", what=one.name))
        away = icon_button(
            theme, desk.text("Take this away"), "x", lambda: write(desk, DeleteSuccession(one.id)),
            name=f"place.link.drop.{one.id.hex}", small=True,
        )  # fmt: skip
        box = row(theme, Label(theme, words, wrap=True, name="place.became"), link, away)
        box.setStretch(0, 1)
        return holder(box)

    def _opener(self, place: UUID) -> Callable[[], None]:
        def go() -> None:
            self.desk.go("places", id=place.hex)

        return go

    # -- what belongs to it ----------------------------------------------------------------------------

    def _used(self, page: PlacePage) -> list[QWidget]:
        desk, theme = self.desk, self.desk.theme
        parts: list[QWidget] = []
        if page.twinnings:
            parts += [line(), Label(theme, desk.text("Twinnings"), "label")]
            titles = desk.read(titles_of, page.twinnings, desk.locale.code)
            for ref in page.twinnings:
                parts.append(self._bond(ref, titles.get(ref, "")))
        told = []
        if page.organisations:
            told.append(desk.ntext("{n} organisation", "{n} organisations", page.organisations))
        if page.visits:
            told.append(desk.ntext("{n} visit", "{n} visits", page.visits))
        if told:
            parts.append(Label(theme, " · ".join(told), "m", name="place.used"))
        if not page.is_home and not page.twinnings and not told:
            drop = link_button(
                theme, desk.text("Delete this place"), self._delete, icon="trash-2", name="place.delete"
            )
            parts += [line(), holder(row(theme, drop, None))]
        return parts

    def _bond(self, ref: UUID, words: str) -> QWidget:
        def go() -> None:
            self.desk.go("twinning", id=ref.hex)

        return leads_on(self.desk, words, go, f"place.twinning.{ref.hex}")

    def _delete(self) -> None:
        if self._id is not None:
            self.deleteWanted.emit(self._id)

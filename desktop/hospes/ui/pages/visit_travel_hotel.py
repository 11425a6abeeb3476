# SPDX-License-Identifier: GPL-3.0-or-later
"""Hotel rooms: the rooms at the left, who sleeps in the chosen one and who has none at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.hotels import AddRooms, DeleteRoom, EditRoom, PutInRoom, TakeFromRoom
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.names import display_name
from hospes.i18n.marks import N_, P_
from hospes.queries.travel import RoomRow, Traveller, TravelView, nights_in
from hospes.ui.page import Fit
from hospes.ui.pages.visit_travel_lists import PeopleList, TwoLists, name_cell, name_column
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Sides

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk


LIST_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Somebody in a room, with the number of nights."""

    person: Traveller
    nights: int


def _room_name(one: RoomRow, locale: Locale) -> Cell:
    return Cell(one.name or locale.text("Room"), grey=one.hotel)


def _room_fill(one: RoomRow, locale: Locale) -> Cell:
    words = locale.text("{n} of {m}", n=len(one.guests), m=one.places)
    return Cell(words, icon="circle-alert", tone="err") if one.crowded else Cell(words)


def _sleeper(one: Sleeper, locale: Locale) -> Cell:
    return name_cell(one.person, locale)


def _nights(one: Sleeper, locale: Locale) -> str:
    return locale.number(one.nights)


class HotelPane(QWidget):
    """Rooms and who sleeps in them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.view: TravelView | None = None
        self._rooms: dict[UUID, RoomRow] = {}
        self.list = ListTable(
            desk,
            "visit.hotel",
            (
                Column("name", N_("Room"), 170, _room_name),
                Column("fill", N_("Number of places"), 80, _room_fill, align="right"),
            ),
            shown=("name", "fill"),
            name="visit.hotel.list",
            label=desk.text("Hotel rooms"),
        )
        self.list.chosen.connect(self._fill)
        self.list.binned.connect(self._delete)
        self.hotel = TextField(theme, example=desk.text("Hotel"), name="visit.hotel.name")
        self.hotel.setAccessibleName(desk.text("Hotel"))
        self.places = TextField(theme, "2", name="visit.hotel.places")
        self.places.setAccessibleName(desk.text("Places in a room"))
        self.count = TextField(theme, "1", name="visit.hotel.count")
        self.count.setAccessibleName(desk.text("How many rooms"))
        for one in (self.places, self.count):
            one.setMaximumWidth(theme.u(64))
        add = plain_button(theme, desk.text("Add rooms"), self._add, icon="plus", name="visit.hotel.add")
        first = row(theme, self.hotel)
        second = FlowLayout(theme)
        second.addWidget(holder(row(theme, Label(theme, desk.text("Rooms"), "m"), self.count, gap=6)))
        second.addWidget(
            holder(row(theme, Label(theme, desk.text("Number of places"), "m"), self.places, gap=6))
        )
        second.addWidget(add)
        self.begin = plain_button(
            theme, desk.text("New rooms"), self._toggle, icon="plus", name="visit.hotel.new"
        )
        self._form = holder(column(theme, first, holder(second), gap=6))
        self._form.hide()
        low = column(theme, row(theme, self.begin, None), self._form, gap=6, margins=(10, 6, 10, 10))
        self.list.setMinimumHeight(theme.u(110))
        left = column(theme, self.list, low, None, gap=0)
        left.setStretch(0, 1)
        left.setStretch(2, 0)
        inner = scrolled(holder(left), "visit.hotel.listScroll")
        self._list_box = Box(theme, "card", inner, gap=0, margins=(1, 1, 1, 1))
        self.on = PeopleList(
            desk,
            "visit.hotel.on",
            (
                Column("name", P_("person", "Name"), 200, _sleeper, least=150),
                Column("nights", N_("Nights"), 70, _nights, align="right", goes=1),
            ),
            desk.text("Take out of the room"),
            "user-minus",
            delete=True,
        )
        self.on.sent.connect(self._take)
        self.off = PeopleList(
            desk,
            "visit.hotel.off",
            (name_column(),),
            desk.text("Give them this room"),
            "user-plus",
            delete=False,
        )
        self.off.sent.connect(self._put)
        self.everybody = Tick(
            theme, desk.text("Show also those who did not ask for a hotel"), name="visit.hotel.everybody"
        )
        self.everybody.toggled.connect(self._fill)
        self.off.box.addLayout(row(theme, self.everybody, margins=(10, 0, 10, 10)))
        self.form = self._room_form()
        self.two = TwoLists(desk, self.on, self.off, self.form)
        self.body = QStackedWidget()
        self.body.addWidget(scrolled(self.two, "visit.hotel.scroll"))
        words = desk.text("No hotel rooms yet. Write which hotel, how many rooms and how many places.")
        self.body.addWidget(scrolled(EmptyState(theme, words, icon="bed", name="visit.hotel.empty")))
        self._split = Sides(theme, self._list_box, self.body)
        self.setLayout(column(theme, self._split, gap=0))

    def _room_form(self) -> Box:
        desk, theme = self.desk, self.desk.theme
        self.crowded = StateWord(theme, "", "err", wrap=True)
        self.name_field = Field(theme, desk.text("Room"), TextField(theme), name="visit.hotel.room")
        self.name_field.setProperty("code", "name")
        self.places_field = Field(
            theme, desk.text("Number of places"), TextField(theme), name="visit.hotel.roomPlaces"
        )
        self.places_field.setProperty("code", "places")
        words = self.places_field.label.sizeHint().width()
        self.places_field.setMaximumWidth(max(theme.u(90), words))
        self.remarks_field = Field(theme, desk.text("Remarks"), TextField(theme), name="visit.hotel.remarks")
        self.remarks_field.setProperty("code", "remarks")
        for field in (self.name_field, self.places_field, self.remarks_field):
            field.saved.connect(self._saved)
        away = link_button(
            theme, desk.text("Delete this room"), self._delete_one, icon="trash-2", name="visit.hotel.delete"
        )
        line = row(theme, self.name_field, self.places_field, gap=8)
        line.setStretch(0, 1)
        return Box(
            theme, "card", self.crowded, line, self.remarks_field, row(theme, away, None), gap=6,
            margins=(12, 8, 12, 8),
        )  # fmt: skip

    # -- reading -------------------------------------------------------------------------------------

    def show_view(self, view: TravelView) -> None:
        """Show the rooms of a visit."""
        self.view = view
        self._rooms = {one.id: one for one in view.rooms}
        self.list.set_rows(list(self._rooms), lambda ids: [self._rooms.get(one) for one in ids])
        self.list.setVisible(bool(self._rooms))
        self.body.setCurrentIndex(0 if self._rooms else 1)
        if not self._rooms:
            self._form.show()
        if self._rooms and not self.list.chosen_ids():
            self.list.choose(next(iter(self._rooms)))
        self._fill()

    def _current(self) -> RoomRow | None:
        ids = self.list.chosen_ids()
        return self._rooms.get(ids[0]) if ids else None

    def _fill(self) -> None:
        view, room = self.view, self._current()
        if view is None or room is None:
            return
        desk = self.desk
        by_id = {one.id: one for one in view.people}
        on = [
            Sleeper(
                by_id[one.participation_id],
                len(nights_in(one, by_id[one.participation_id], view.first, view.last)),
            )
            for one in room.guests
        ]
        title = room.name or room.hotel
        self.on.show_people(desk.text("Sleep in {room}", room=title), on, _sleeper_id)
        here = {one.person.id for one in on}
        without = set(view.without_room)
        off = [
            one
            for one in view.people
            if one.id not in here and (one.id in without or (self.everybody.isChecked() and one.travels))
        ]
        self.off.show_people(desk.text("Without a room"), off, _id_of)
        self.name_field.set_value(room.name)
        self.places_field.set_value(str(room.places))
        self.remarks_field.set_value(room.remarks)
        self.crowded.setVisible(bool(room.crowded))
        if room.crowded:
            words = desk.ntext(
                "More people than places on {n} night.",
                "More people than places on {n} nights.",
                len(room.crowded),
            )
            self.crowded.set_state(words, "err", "circle-alert")

    def _toggle(self) -> None:
        self._form.setVisible(self._form.isHidden())
        if not self._form.isHidden():
            self.hotel.setFocus()

    # -- acts ----------------------------------------------------------------------------------------

    def _add(self) -> None:
        desk = self.desk
        if self.view is None:
            return
        numbers = [one.text().strip() for one in (self.places, self.count)]
        if not all(text.isdecimal() for text in numbers):
            desk.say(desk.text("Write a whole number, such as 2."), kind="err")
            return
        places, count = (int(text) for text in numbers)
        said = desk.ntext("{n} room is added.", "{n} rooms are added.", count)
        outcome = desk.run(AddRooms(self.view.visit_id, self.hotel.text(), places, count), said=said)
        if outcome is not None:
            self.count.setText("1")
            self._form.hide()

    def _put(self, ids: list[UUID]) -> None:
        room, view = self._current(), self.view
        if room is not None and view is not None:
            first = view.person(ids[0])
            name = display_name(first.name) if first is not None else ""
            said = self.desk.text("{name} sleeps in the hotel.", name=name)
            if len(ids) > 1:
                said = self.desk.ntext(
                    "{n} person sleeps in the hotel.", "{n} people sleep in the hotel.", len(ids)
                )
            self.desk.run(PutInRoom(room.id, tuple(ids)), said=said)

    def _take(self, ids: list[UUID]) -> None:
        room = self._current()
        if room is not None:
            for one in ids:
                self.desk.run(TakeFromRoom(room.id, one), said=self.desk.text("Taken out of the room."))

    def _saved(self, typed: str) -> None:
        field, room = self.sender(), self._current()
        if room is None or not isinstance(field, Field):
            return
        code = str(field.property("code"))
        value: object = typed.strip()
        if code == "places":
            value = int(typed) if typed.strip().isdecimal() else 0

        def failed(error: UserError) -> None:
            if isinstance(error, FieldProblem):
                field.say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        self.desk.run(EditRoom(room.id, {code: value}), failed=failed)

    def _delete_one(self) -> None:
        room = self._current()
        if room is not None:
            self._delete([room.id])

    def _delete(self, ids: list[UUID]) -> None:
        for one in ids:
            self.desk.run(DeleteRoom(one), said=self.desk.text("The room is deleted."))

    def leave(self) -> None:
        """Write what is still open."""
        for field in (self.name_field, self.places_field, self.remarks_field):
            field.leave()

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        narrow = fit is Fit.NARROW
        self._split.stand(300 if fit > Fit.COMPACT else 240, beneath=LIST_HEIGHT if narrow else 0)
        self.two.set_fit(fit)

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return (self.list, self.on.table, self.off.table)


def _sleeper_id(one: Sleeper) -> UUID:
    return one.person.id


def _id_of(one: Traveller) -> UUID:
    return one.id

# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms, beds, nights and evenings of one host family at one visit, and who sleeps in which bed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.offers import EditOffer, RoomBeds, SetOfferBeds, SetOfferNights
from hospes.actions.placements import SetBed
from hospes.domain.codes_visit import BedKind
from hospes.domain.diets import joined, parts
from hospes.domain.values import DateSpan
from hospes.ui.widgets.boxes import Box, FlowLayout, holder, row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from hospes.queries.offer_page import BedRow, StayRow
    from hospes.queries.offers import OfferPage
    from hospes.ui.desk import Desk

TWO = frozenset({BedKind.DOUBLE, BedKind.BUNK})
"""Beds that have room for two unless somebody says otherwise."""


def bed_words(desk: Desk, room: str, kind: BedKind, places: int) -> str:
    """A bed in words, with its room where that has a name."""
    words = desk.ntext("{kind}, {n} place", "{kind}, {n} places", places, kind=desk.locale.label(kind))
    return desk.text("{room}: {bed}", room=room, bed=words) if room else words


class BedsCard(Box):
    """The beds, room by room."""

    def __init__(self, desk: Desk, page: OfferPage) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(
            theme, "card", Label(theme, text("Beds"), "section"), gap=4, margins=(14, 12, 14, 12)
        )
        self.desk = desk
        self._page = page
        self._rooms = [
            RoomBeds(room.name, tuple((bed.kind, bed.places) for bed in room.beds), room.own_bathroom)
            for room in page.rooms
        ]
        for at, room in enumerate(self._rooms):
            for number, (kind, places) in enumerate(room.beds):
                self.box.addLayout(self._line(at, number, room.name, kind, places))
            self._bathroom(at, room)
        self.room = TextField(theme, example=text("Room"), name="host.room")
        self.room.setAccessibleName(text("Room"))
        kinds = [(one.value, desk.locale.label(one)) for one in BedKind]
        self.kind = Choice(theme, kinds, BedKind.SINGLE.value, name="host.bedKind")
        self.kind.setAccessibleName(text("Kind of bed"))
        add = plain_button(theme, text("Add a bed"), self._add, name="host.addBed")
        new = row(theme, self.room, self.kind, add)
        new.setStretch(0, 1)
        self.box.addLayout(new)

    def _line(self, at: int, number: int, room: str, kind: BedKind, places: int) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        words = bed_words(desk, room, kind, places)
        away = icon_button(
            theme, desk.text("Take this bed out: {bed}", bed=words), "x", self._drop,
            name=f"host.noBed.{at}.{number}", small=True,
        )  # fmt: skip
        away.setProperty("bed", [at, number])
        line = row(theme, Label(theme, words, wrap=True), away)
        line.setStretch(0, 1)
        return line

    def _bathroom(self, at: int, room: RoomBeds) -> None:
        if not room.name:
            return
        words = self.desk.text("{room} has a bathroom of its own", room=room.name)
        tick = Tick(self.desk.theme, words, name=f"host.bathroom.{at}")
        tick.setChecked(bool(room.own_bathroom))
        tick.setProperty("room", at)
        tick.clicked.connect(self._own_bathroom)
        self.box.addWidget(tick)

    def _own_bathroom(self, on: bool) -> None:
        at = int(self.sender().property("room"))
        rooms = list(self._rooms)
        rooms[at] = RoomBeds(rooms[at].name, rooms[at].beds, on)
        self._write(rooms)

    def _add(self) -> None:
        name, kind = self.room.text().strip(), BedKind(self.kind.code())
        bed = (kind, 2 if kind in TWO else 1)
        rooms = list(self._rooms)
        at = next((n for n, room in enumerate(rooms) if room.name == name and name), -1)
        if at < 0:
            rooms.append(RoomBeds(name, (bed,)))
        else:
            rooms[at] = RoomBeds(name, (*rooms[at].beds, bed), rooms[at].own_bathroom)
        self._write(rooms)

    def _drop(self) -> None:
        at, number = self.sender().property("bed")
        rooms = list(self._rooms)
        room = rooms[at]
        rooms[at] = RoomBeds(room.name, (*room.beds[:number], *room.beds[number + 1 :]), room.own_bathroom)
        self._write([one for one in rooms if one.beds])

    def _write(self, rooms: list[RoomBeds]) -> None:
        self.desk.run(SetOfferBeds(self._page.id, tuple(rooms)))


class NightsCard(Box):
    """The nights, each ticked."""

    def __init__(self, desk: Desk, page: OfferPage) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(
            theme, "card", Label(theme, text("Nights"), "section"), gap=6, margins=(14, 12, 14, 12)
        )
        self.desk = desk
        self._page = page
        first, last = page.visit_first, page.visit_last
        days = {*page.nights, *(DateSpan(first, last).nights() if first and last else ())}
        flow = FlowLayout(theme, gap=10)
        for night in sorted(days):
            flow.addWidget(self._tick(night))
        self.box.addWidget(holder(flow))
        if not days:
            self.box.addWidget(Label(theme, text("The visit has no days yet."), "m", wrap=True))

    def _tick(self, night: date) -> Tick:
        words = self.desk.locale.date(night, "weekday_short")
        tick = Tick(self.desk.theme, words, name=f"host.night.{night.isoformat()}")
        tick.setChecked(night in self._page.nights)
        tick.setProperty("night", night.isoformat())
        tick.clicked.connect(self._change)
        return tick

    def _change(self, on: bool) -> None:
        night = date.fromisoformat(str(self.sender().property("night")))
        nights = {*self._page.nights, night} if on else {*self._page.nights} - {night}
        self.desk.run(SetOfferNights(self._page.id, tuple(sorted(nights))))


class EveningsCard(Box):
    """The evenings on which nobody is at home, each ticked."""

    def __init__(self, desk: Desk, page: OfferPage) -> None:
        theme, text = desk.theme, desk.text
        title = Label(theme, text("Not at home in the evening"), "section", wrap=True)
        super().__init__(theme, "card", title, gap=6, margins=(14, 12, 14, 12))
        self.desk = desk
        self._page = page
        self._away = parts(page.evenings_away)
        first, last = page.visit_first, page.visit_last
        nights = {*page.nights, *(DateSpan(first, last).nights() if first and last else ())}
        days = {one.isoformat() for one in nights or ({first} if first else ())}
        flow = FlowLayout(theme, gap=10)
        for day in sorted({*days, *self._away}):
            flow.addWidget(self._tick(day))
        self.box.addWidget(holder(flow))
        if not days and not self._away:
            self.box.addWidget(Label(theme, text("The visit has no days yet."), "m", wrap=True))

    def _tick(self, day: str) -> Tick:
        words = self.desk.locale.date(date.fromisoformat(day), "weekday_short")
        tick = Tick(self.desk.theme, words, name=f"host.evening.{day}")
        tick.setAccessibleName(self.desk.text("Not at home in the evening: {day}", day=words))
        tick.setChecked(day in self._away)
        tick.setProperty("day", day)
        tick.clicked.connect(self._change)
        return tick

    def _change(self, on: bool) -> None:
        day = str(self.sender().property("day"))
        away = {*self._away, day} if on else {*self._away} - {day}
        self.desk.run(EditOffer(self._page.id, {"evenings_away": joined(sorted(away))}))


class SleepersCard(Box):
    """Who sleeps in this home, each with the bed they have; Hospes finds one where none is chosen."""

    def __init__(self, desk: Desk, page: OfferPage) -> None:
        theme = desk.theme
        title = Label(theme, desk.text("Who sleeps where"), "section")
        super().__init__(theme, "card", title, gap=4, margins=(14, 12, 14, 12), name="host.sleepers")
        self.desk = desk
        self._page = page
        self._beds = [(room.name, bed) for room in page.rooms for bed in room.beds]
        for number, stay in enumerate(page.stays):
            self._line(number, stay)

    def _line(self, number: int, stay: StayRow) -> None:
        desk = self.desk
        seen: dict[str, int] = {}
        options = [("", desk.text("Any bed"))]
        for room, bed in self._beds:
            words = bed_words(desk, room, bed.kind, bed.places)
            seen[words] = seen.get(words, 0) + 1
            words = words if seen[words] == 1 else f"{words} ({seen[words]})"
            options.append((bed.id.hex, self._with_others(words, bed, stay)))
        choice = Choice(desk.theme, options, stay.bed_id.hex if stay.bed_id is not None else "")
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field = Field(desk.theme, stay.name, choice, beside=True, name=f"host.sleeps.{number}")
        choice.setAccessibleName(desk.text("The bed of {guests}", guests=stay.name))
        choice.setProperty("guest", stay.participation_id.hex)
        choice.picked.connect(self._choose)
        self.box.addWidget(field)

    def _with_others(self, words: str, bed: BedRow, stay: StayRow) -> str:
        """The bed, with whom it was given to already."""
        others = [one.name for one in self._page.stays if one.bed_id == bed.id and one is not stay]
        return " · ".join([words, *others])

    def _choose(self, code: str) -> None:
        guest = UUID(hex=str(self.sender().property("guest")))
        bed = UUID(hex=code) if code else None
        self.desk.run(SetBed(self._page.visit_id, guest, bed))

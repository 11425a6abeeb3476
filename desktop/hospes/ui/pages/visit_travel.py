# SPDX-License-Identifier: GPL-3.0-or-later
"""The Travel tab: transports at the left, who is on the chosen one and who is on none at the right."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.travel import AddTransport, BoardPeople, SetSeat, UnboardPeople
from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.i18n.marks import N_, P_
from hospes.queries.travel import Traveller, TravelView, travel
from hospes.queries.travel_counts import missing_of
from hospes.ui.desk import Answer
from hospes.ui.page import Fit
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.pages.visit_travel_hotel import HotelPane
from hospes.ui.pages.visit_travel_lists import PeopleList, TwoLists, name_column
from hospes.ui.pages.visit_travel_rows import Line, OnBoard, line_fill, line_name, on_name, on_seat, on_stop
from hospes.ui.pages.visit_travel_vehicle import VehiclePane
from hospes.ui.pages.visit_travel_words import (
    fill_words,
    leg_words,
    missing_words,
    name_for,
    problem_words,
)
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, main_button
from hospes.ui.widgets.chips import Chip, ChipRow, TabRow
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Badge, Label, StateWord
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Sides
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.ui.desk import Desk

HOTEL = "hotel"
WAYS_WIDTH = 330
"""So much of a line the ways need before they go on in a second one."""

LIST_HEIGHT = 150


class TravelTab(VisitTab):
    """Transports, seats and hotel rooms of a visit."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "transport", "transport_leg", "transport_stop", "passenger", "hotel_room", "hotel_guest",
            "participation", "person", "delegation", "stay_wish", "visit", "travel_group",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {},
        {"way": "back"},
        {"part": "vehicle"},
        {"way": HOTEL},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.view: TravelView | None = None
        self._way = LegWay.THERE.value
        self._lines: dict[UUID, Line] = {}
        self._leg: UUID | None = None
        self._new: UUID | None = None
        self.ways = ChipRow(theme, desk.text("Show"), name="visit.travel.ways", bare=True)
        self.ways.chosen.connect(self._choose_way)
        self.missing = Badge(theme, "", "warn", "triangle-alert", name="visit.travel.missing")
        kinds = [(k.value, desk.locale.label(k)) for k in TransportKind]
        self.kind = Choice(theme, kinds, TransportKind.COACH.value, name="visit.travel.newKind")
        self.kind.setAccessibleName(desk.text("Kind of transport"))
        self.add = main_button(
            theme, desk.text("Add a transport"), self._add, icon="plus", name="visit.travel.add"
        )
        self.printing = icon_button(
            theme, desk.text("Print the list"), "printer", self._print, name="visit.travel.print"
        )
        self.goods = icon_button(
            theme, desk.text("Goods of an aid transport"), "clipboard-list", self._goods,
            name="visit.travel.goods",
        )  # fmt: skip
        making = holder(FlowLayout(theme, self.goods, self.printing, self.kind, self.add, gap=8))
        self._tools = Turning(theme, self.ways, making, enough=theme.u(WAYS_WIDTH))
        self.list = ListTable(
            desk,
            "visit.travel",
            (
                Column("name", N_("Transport"), 186, line_name),
                Column("fill", N_("Seats"), 96, line_fill, align="right"),
            ),
            shown=("name", "fill"),
            name="visit.travel.list",
            label=desk.text("Transports"),
        )
        self.list.chosen.connect(self._chosen)
        self._list_box = Box(theme, "card", self.list, gap=0, margins=(1, 1, 1, 1))
        self.people = self._people()
        self.vehicle = VehiclePane(desk)
        self.parts = TabRow(
            theme,
            (
                Chip("people", desk.text("Who travels in it")),
                Chip("vehicle", desk.text("Times, stops, vehicle")),
            ),
            name="visit.travel.parts",
        )
        self.parts.chosen.connect(self._choose_part)
        self.about = Label(theme, "", "m", wrap=True, name="visit.travel.about")
        self.trouble = StateWord(theme, "", "err", wrap=True)
        self.inner = QStackedWidget()
        self.inner.addWidget(scrolled(self.people, "visit.travel.people.scroll"))
        self.inner.addWidget(self.vehicle)
        top = Turning(theme, self.parts, self.missing)
        right = column(theme, top, self.about, self.trouble, self.inner, gap=6)
        right.setStretch(3, 1)
        self._split = Sides(theme, self._list_box, holder(right))
        self.hotel = HotelPane(desk)
        self.body = QStackedWidget()
        self.body.addWidget(self._split)
        self.body.addWidget(self._empty())
        self.body.addWidget(self.hotel)
        whole = column(theme, self._tools, self.body, gap=10, margins=(0, 12, 0, 0))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        there = desk.read(missing_of, visit_id, LegWay.THERE)
        back = desk.read(missing_of, visit_id, LegWay.BACK)
        way = LegWay.THERE if there >= back else LegWay.BACK
        n = max(there, back)
        return TabMark(n, words=missing_words(desk, n, way)) if n else TabMark()

    # -- building ------------------------------------------------------------------------------------

    def _empty(self) -> EmptyState:
        desk = self.desk
        answers = (
            Answer(desk.text("Add a coach"), self._add_coach, main=True, name="visit.travel.first.coach"),
            Answer(desk.text("Add a car"), self._add_car, name="visit.travel.first.car"),
            Answer(desk.text("They come by train"), self._add_train, name="visit.travel.first.train"),
        )
        words = desk.text("No transport yet. Enter how people come here and get home, then who sits where.")
        return EmptyState(desk.theme, words, answers, icon="bus", name="visit.travel.empty")

    def _people(self) -> TwoLists:
        desk, theme = self.desk, self.desk.theme
        self.on = PeopleList(
            desk,
            "visit.travel.on",
            (
                Column("name", P_("person", "Name"), 190, on_name, least=150),
                Column("stop", N_("Gets on"), 120, on_stop, least=100, goes=1),
                Column("seat", N_("Seat"), 60, on_seat, goes=2),
            ),
            desk.text("Take off board"),
            "user-minus",
            delete=True,
        )
        self.on.sent.connect(self._take_off)
        self.on.table.chosen.connect(self._seat_of)
        self.off = PeopleList(
            desk, "visit.travel.off", (name_column(),), desk.text("Put on board"), "user-plus", delete=False
        )
        self.off.sent.connect(self._put_on)
        self.others = Tick(
            theme, desk.text("Show those on other transports and hosts"), name="visit.travel.others"
        )
        self.others.toggled.connect(self._fill)
        self.off.box.addLayout(row(theme, self.others, margins=(10, 0, 10, 8)))
        self.both = Tick(theme, desk.text("Also for the way back"), name="visit.travel.both")
        self.both.setChecked(True)
        self.off.box.addLayout(row(theme, self.both, margins=(10, 0, 10, 10)))
        self.stop = Choice(theme, [("", "–")])
        self._stop_field = Field(
            theme, desk.text("Gets on at"), self.stop, beside=True, name="visit.travel.stop"
        )
        self._stop_field.saved.connect(self._set_stop)
        self.seat = TextField(theme)
        self._seat_field = Field(theme, desk.text("Seat"), self.seat, beside=True, name="visit.travel.seat")
        self._seat_field.saved.connect(self._set_seat)
        for field, least in ((self._seat_field, 50), (self._stop_field, 86)):
            words = theme.metrics("body").horizontalAdvance(field.label.text()) + theme.u(8) + 2
            field.label.setFixedWidth(max(theme.u(least), words))
        self._seat_field.setMaximumWidth(self._seat_field.label.width() + theme.u(80))
        self.wheelchair = Tick(theme, desk.text("Wheelchair place"), name="visit.travel.wheelchair")
        self.wheelchair.clicked.connect(self._set_wheelchair)
        enough = self._stop_field.label.width() + theme.u(150)
        line = Turning(theme, self._stop_field, self._seat_field, enough=enough)
        self.seat_box = Box(theme, "card", line, self.wheelchair, gap=2, margins=(12, 6, 12, 6))
        return TwoLists(desk, self.on, self.off, self.seat_box)

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        view = self.desk.read(travel, self.visit, self.desk.locale)
        self.view = view
        self._show_ways(view)
        self._show()

    def _show_ways(self, view: TravelView) -> None:
        desk = self.desk
        travelling = sum(one.travels for one in view.people)
        chips = []
        for way, words in ((LegWay.THERE, desk.text("Way there")), (LegWay.BACK, desk.text("Way back"))):
            sitting = travelling - len(view.missing[way])
            chips.append(Chip(way.value, words, desk.text("{n} of {m}", n=sitting, m=travelling)))
        if any(leg.way is LegWay.DURING for one in view.transports for leg in one.legs):
            chips.append(Chip(LegWay.DURING.value, desk.text("During the visit")))
        wanting = sum(one.hotel for one in view.people)
        count = desk.text("{n} of {m}", n=wanting - len(view.without_room), m=wanting) if wanting else ""
        chips.append(Chip(HOTEL, desk.text("Hotel"), count))
        if self._way not in {chip.code for chip in chips}:
            self._way = LegWay.THERE.value
        self.ways.set_chips(chips, self._way)

    def _show(self) -> None:
        view = self.view
        if view is None:
            return
        hotel = self._way == HOTEL
        self.kind.setVisible(not hotel)
        self.add.setVisible(not hotel)
        roomy = self.fits is not Fit.NARROW  # the choice of the way says how many sit, too
        self.missing.setVisible(not hotel and roomy and bool(view.transports) and self._missing_now(view) > 0)
        if hotel:
            self.body.setCurrentIndex(2)
            self.hotel.show_view(view)
            return
        self.missing.set_text(missing_words(self.desk, self._missing_now(view), LegWay(self._way)))
        self.body.setCurrentIndex(0 if view.transports else 1)
        self._show_lines(view)

    def _missing_now(self, view: TravelView) -> int:
        return len(view.missing.get(LegWay(self._way), ()))

    def _show_lines(self, view: TravelView) -> None:
        desk = self.desk
        lines: list[Line] = []
        for one in view.transports:
            legs = [leg for leg in one.legs if leg.way.value == self._way]
            for leg in legs:
                words, tone, icon = fill_words(desk, one, leg)
                fill = Cell(words, icon=icon, tone=tone)
                lines.append(Line(leg.id, one, leg, fill, leg_words(desk, leg)))
            if not legs:
                lines.append(Line(one.id, one, None, Cell("–"), desk.text("not on this way")))
        self._lines = {line.id: line for line in lines}
        self.list.set_rows(list(self._lines), lambda ids: [self._lines.get(one) for one in ids])
        if self._new is not None:
            wanted = next((line.id for line in lines if line.transport.id == self._new), None)
            if wanted is not None and self.list.choose(wanted):
                self._new = None
        if lines and not self.list.chosen_ids():
            self.list.choose(self._leg if self._leg in self._lines else lines[0].id)
        self._fill()

    def _current(self) -> Line | None:
        ids = self.list.chosen_ids()
        return self._lines.get(ids[0]) if ids else None

    def _chosen(self, ids: list[UUID]) -> None:
        if ids:
            self._leg = ids[0]
        self._fill()

    def _fill(self) -> None:
        """Show the chosen transport."""
        view, line = self.view, self._current()
        if view is None or line is None or self._way == HOTEL:
            return
        desk, leg = self.desk, line.leg
        self.about.setText(line.words)
        troubles = [p for p in line.transport.problems if p.serious]
        self.trouble.setVisible(bool(troubles))
        if troubles:
            self.trouble.set_state(problem_words(desk, troubles[0]), "err", "circle-alert")
        if self.inner.currentIndex() == 1:
            self.vehicle.show_transport(view, line.transport)
        by_id = {one.id: one for one in view.people}
        places: dict[UUID | None, str] = {stop.id: stop.place for stop in leg.stops} if leg else {}
        seats = {seat.participation_id: seat for seat in leg.seats} if leg is not None else {}
        on = [
            OnBoard(one, seats[one.id], places.get(seats[one.id].stop_id, ""))
            for one in view.people
            if one.id in seats
        ]
        self.on.show_people(desk.text("On board"), on, _person_of)
        if self.others.isChecked() or self._way == LegWay.DURING.value:
            off = [one for one in view.people if one.id not in seats]
        else:
            nowhere = set(view.missing.get(LegWay(self._way), ()))
            off = [by_id[one] for one in by_id if one in nowhere]
        self.off.show_people(desk.text("On no transport"), off, _id_of)
        has_back = any(other.way is LegWay.BACK for other in line.transport.legs)
        self.both.setVisible(self._way == LegWay.THERE.value and has_back)
        self.off.button.setVisible(leg is not None)
        self.stop.set_options([("", "–"), *((stop.id.hex, stop.place) for stop in leg.stops)] if leg else [])
        self._stop_field.setVisible(bool(places))
        self.wheelchair.setVisible(line.transport.wheelchair_places > 0)
        self._seat_of(self.on.table.chosen_ids())

    def _seat_of(self, ids: list[UUID]) -> None:
        one = self.on.people.get(ids[0]) if ids else None
        self.seat_box.setEnabled(one is not None)
        self.seat_box.setVisible(bool(self.on.people))
        self._stop_field.set_value(one.seat.stop_id.hex if one is not None and one.seat.stop_id else "")
        self._seat_field.set_value(one.seat.seat if one is not None else "")
        self._seat_field.setEnabled(len(ids) <= 1)
        self.wheelchair.setChecked(bool(one is not None and one.seat.wheelchair))

    # -- acts ----------------------------------------------------------------------------------------

    def _choose_way(self, code: str) -> None:
        self.leave()
        self._way = code
        self._show()
        self.moved.emit()

    def _choose_part(self, code: str) -> None:
        self.vehicle.leave()
        self.inner.setCurrentIndex(1 if code == "vehicle" else 0)
        self._fill()

    def _add(self) -> None:
        self._add_kind(TransportKind(self.kind.code()))

    def _add_coach(self) -> None:
        self._add_kind(TransportKind.COACH)

    def _add_car(self) -> None:
        self._add_kind(TransportKind.CAR)

    def _add_train(self) -> None:
        self._add_kind(TransportKind.TRAIN)

    def _add_kind(self, kind: TransportKind) -> None:
        if self.view is None:
            return
        name = name_for(self.desk, self.view, kind)
        said = self.desk.text("{name} is added. Enter its times and seats.", name=name)
        outcome = self.desk.run(AddTransport(self.visit, kind, name), said=said)
        if outcome is not None and isinstance(outcome.result, UUID):
            self._new = outcome.result
            self.parts.choose("vehicle")
            self.inner.setCurrentIndex(1)

    def _legs_for(self, line: Line) -> tuple[UUID, ...]:
        if line.leg is None:
            return ()
        legs = [line.leg.id]
        if self._way == LegWay.THERE.value and self.both.isChecked():
            legs += [leg.id for leg in line.transport.legs if leg.way is LegWay.BACK]
        return tuple(legs)

    def _put_on(self, ids: list[UUID]) -> None:
        line = self._current()
        if line is None or line.leg is None:
            return
        said = self.desk.ntext(
            "{n} person travels with {name}.",
            "{n} people travel with {name}.",
            len(ids),
            name=line.transport.name,
        )
        self.desk.run(BoardPeople(self._legs_for(line), tuple(ids)), said=said)

    def _take_off(self, ids: list[UUID]) -> None:
        line = self._current()
        if line is None or line.leg is None:
            return
        said = self.desk.ntext(
            "{n} person no longer travels with {name}.",
            "{n} people no longer travel with {name}.",
            len(ids),
            name=line.transport.name,
        )
        self.desk.run(UnboardPeople((line.leg.id,), tuple(ids)), said=said)

    def _set(self, values: dict[str, object]) -> None:
        line, ids = self._current(), self.on.table.chosen_ids()
        if line is not None and line.leg is not None:
            for one in ids:
                self.desk.run(SetSeat(line.leg.id, one, values))

    def _set_stop(self, code: str) -> None:
        self._set({"stop_id": UUID(hex=code) if code else None})

    def _set_seat(self, typed: str) -> None:
        self._set({"seat": typed})

    def _set_wheelchair(self) -> None:
        self._set({"wheelchair": self.wheelchair.isChecked()})

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._add, "print": self._print}

    def _goods(self) -> None:
        self.desk.go("goods", visit=self.visit.hex)

    def _print(self) -> None:
        """The list for the bus, or of who sleeps in which hotel room."""
        paper = "rooming-list" if self._way == HOTEL else "bus-list"
        self.desk.go("print", paper=paper, visit=self.visit.hex)

    # -- where ---------------------------------------------------------------------------------------

    def show_at(self, **where: object) -> None:
        way = where.get("way")
        if isinstance(way, str) and way and way != self._way:
            self._way = way
            if self.view is not None:
                self._show_ways(self.view)
                self._show()
        part = where.get("part")
        if part in ("people", "vehicle"):
            self.parts.choose(str(part))
            self._choose_part(str(part))
        leg = where.get("leg")
        if isinstance(leg, str):
            with suppress(ValueError):
                self.list.choose(UUID(hex=leg))

    def where(self) -> dict[str, object]:
        found: dict[str, object] = {"way": self._way, "part": self.parts.code()}
        if self._leg is not None:
            found["leg"] = self._leg.hex
        return found

    def mark(self, ids: frozenset[UUID]) -> None:
        self.list.mark(ids)

    def leave(self) -> None:
        self.vehicle.leave()
        self.hotel.leave()
        self._seat_field.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        narrow = fit is Fit.NARROW
        self._split.stand(290 if fit > Fit.COMPACT else 216, beneath=LIST_HEIGHT if narrow else 0)
        self.ways.set_compact(fit <= Fit.COMPACT)
        self.about.setVisible(fit > Fit.COMPACT)  # times and halts tell it too
        self.people.set_fit(fit)
        self.hotel.fit(fit)

    def least(self) -> int:
        return 830

    def panes(self) -> Sequence[QWidget]:
        if self._way == HOTEL:
            return (self.ways, *self.hotel.panes())
        return (self.ways, self.list, self.on.table, self.off.table)

    def first_focus(self) -> QWidget | None:
        return self.list if self.body.currentIndex() == 0 else None


def _person_of(one: OnBoard) -> UUID:
    return one.person.id


def _id_of(one: Traveller) -> UUID:
    return one.id

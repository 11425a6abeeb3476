# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of one transport: the vehicle with its driver, and its stretches with times and stops."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.travel import (
    AddLeg,
    DeleteLeg,
    DeleteTransport,
    EditLeg,
    EditTransport,
    SetStops,
)
from hospes.domain.codes_travel import DRIVEN, LegWay, TransportKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.programme_times import Times, read_times, times_words
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of, times_check
from hospes.ui.pages.visit_focus import focus_kept
from hospes.ui.pages.visit_travel_words import problem_words
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import FINE, Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from hospes.queries.travel import Leg, Stop, TransportRow, TravelView
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Check
    from hospes.ui.widgets.labels import Tone


class VehiclePane(QWidget):
    """The form of a transport; every field is written when it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._box = column(theme, gap=12)
        self._inner = holder(self._box)
        self.setLayout(column(theme, scrolled(self._inner, "visit.travel.vehicle.scroll"), gap=0))
        self.view: TravelView | None = None
        self.one: TransportRow | None = None
        self.fields: list[Field] = []
        self._new: dict[UUID, tuple[TextField, TextField]] = {}

    def show_transport(self, view: TravelView, one: TransportRow | None) -> None:
        """Show a transport; nothing is built anew where nothing of it has changed."""
        if one is not None and one == self.one:
            self.view = view
            return
        self.leave()
        self.view, self.one = view, one
        with focus_kept(self):
            self._build(one)

    def _build(self, one: TransportRow | None) -> None:
        self.fields = []
        clear(self._box)
        if one is None:
            return
        for problem in one.problems:
            tone: Tone = "err" if problem.serious else "warn"
            words = problem_words(self.desk, problem)
            self._box.addWidget(StateWord(self.desk.theme, words, tone, wrap=True))
        self._box.addWidget(self._vehicle(one))
        for leg in one.legs:
            self._box.addWidget(self._leg(leg))
        more = FlowLayout(self.desk.theme)
        for way in LegWay:
            words = {
                LegWay.THERE: self.desk.text("Add a way there"),
                LegWay.DURING: self.desk.text("Add a trip during the visit"),
                LegWay.BACK: self.desk.text("Add a way back"),
            }[way]
            button = plain_button(
                self.desk.theme, words, self._add_leg, icon="plus", name=f"visit.travel.addLeg.{way.value}"
            )
            button.setProperty("way", way.value)
            more.addWidget(button)
        self._box.addWidget(holder(more))
        self._box.addStretch(1)

    def leave(self) -> None:
        """Write what is still open."""
        for field in list(self.fields):
            field.leave()

    # -- the vehicle ---------------------------------------------------------------------------------

    def _vehicle(self, one: TransportRow) -> Box:
        desk, theme = self.desk, self.desk.theme
        away = link_button(
            theme,
            desk.text("Delete this transport"),
            self._delete,
            icon="trash-2",
            name="visit.travel.delete",
        )
        head = row(theme, Label(theme, desk.text("Vehicle"), "section"), None, away)
        kind = Choice(theme, [(k.value, desk.locale.label(k)) for k in TransportKind], one.kind.value)
        kinds = Field(theme, desk.text("Kind"), kind, beside=True, name="visit.travel.kind")
        kinds.saved.connect(self._kind)
        box = Box(theme, "card", head, kinds, gap=6)
        words = {
            "name": desk.text("Name"),
            "company": desk.text("Company"),
            "phone": desk.text("Phone"),
            "driver_name": desk.text("Driver"),
            "driver_phone": desk.text("Phone of the driver"),
            "luggage": desk.text("Luggage"),
            "remarks": desk.text("Remarks"),
        }
        numbers = {"seats": desk.text("Seats"), "wheelchair_places": desk.text("Wheelchair places")}
        if one.kind in DRIVEN:
            numbers["drivers"] = desk.text("Drivers on board")
        box.box.addWidget(self._field(words["name"], one.name, f"vehicle.{one.id.hex}.name"))
        for code, label in numbers.items():
            value = getattr(one, code)
            shown = "" if value is None else str(value)
            box.box.addWidget(self._field(label, shown, f"vehicle.{one.id.hex}.{code}", check=self._number))
        for code in ("driver_name", "driver_phone", "company", "phone", "luggage", "remarks"):
            box.box.addWidget(self._field(words[code], getattr(one, code), f"vehicle.{one.id.hex}.{code}"))
        return box

    def _field(self, label: str, value: str, where: str, check: Check | None = None) -> Field:
        theme = self.desk.theme
        code = where.rpartition(".")[2]
        field = Field(
            theme,
            label,
            TextField(theme, value),
            check=check,
            beside=True,
            name=f"visit.travel.{code}",
        )
        field.setProperty("where", where)
        field.saved.connect(self._saved)
        self.fields.append(field)
        return field

    def _number(self, typed: str) -> Verdict:
        text = typed.strip()
        if text and not (text.isdecimal() and len(text) <= 5):
            return Verdict("bad", self.desk.text("Write a whole number, such as 50."))
        return FINE

    def _saved(self, typed: str) -> None:
        field = self.sender()
        assert isinstance(field, Field)
        what, ref, code = str(field.property("where")).split(".")
        value: object = typed.strip()
        if code in ("seats", "wheelchair_places", "drivers", "distance_km"):
            empty = {"seats": None, "wheelchair_places": 0, "drivers": 1, "distance_km": None}[code]
            value = int(typed) if typed.strip() else empty
        if code == "driving_minutes":
            value = _minutes(typed)
        action = (
            EditTransport(UUID(hex=ref), {code: value})
            if what == "vehicle"
            else EditLeg(UUID(hex=ref), self._leg_values(code, typed, value))
        )

        def failed(error: UserError) -> None:
            if isinstance(error, FieldProblem):
                field.say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        self.desk.run(action, failed=failed)

    def _leg_values(self, code: str, typed: str, value: object) -> dict[str, object]:
        if code.endswith("_on"):
            return {code: day_of(self.desk, typed)}
        if code.endswith("_at"):
            times = read_times(typed, self.desk.locale)
            return {code: times.starts, code.replace("_at", "_words"): times.words}
        return {code: value}

    def _kind(self, code: str) -> None:
        if self.one is not None:
            self.desk.run(EditTransport(self.one.id, {"kind": TransportKind(code)}))

    def _delete(self) -> None:
        if self.one is not None:
            said = self.desk.text("{name} is deleted.", name=self.one.name)
            self.desk.run(DeleteTransport(self.one.id), said=said)

    # -- stretches -----------------------------------------------------------------------------------

    def _leg(self, leg: Leg) -> Box:
        desk, theme = self.desk, self.desk.theme
        away = icon_button(
            theme,
            desk.text("Delete this stretch"),
            "trash-2",
            self._delete_leg,
            name="visit.travel.deleteLeg",
            small=True,
        )
        away.setProperty("leg", leg.id.hex)
        head = row(theme, Label(theme, desk.locale.label(leg.way), "section"), None, away)
        box = Box(theme, "card", head, gap=6)
        ref = f"leg.{leg.id.hex}"
        for code, label in (("origin", desk.text("From")), ("destination", desk.text("To"))):
            box.box.addWidget(self._field(label, getattr(leg, code), f"{ref}.{code}"))
        for what, day, at in (
            ("departs", desk.text("Leaves on"), desk.text("Leaves at")),
            ("arrives", desk.text("Arrives on"), desk.text("Arrives at")),
        ):
            on = getattr(leg, f"{what}_on")
            editor = day_editor(desk, desk.locale.date(on, "list") if on is not None else "")
            field = Field(
                theme, day, editor, check=day_check(desk), beside=True, name=f"visit.travel.{what}_on"
            )
            field.setProperty("where", f"{ref}.{what}_on")
            field.saved.connect(self._saved)
            self.fields.append(field)
            box.box.addWidget(field)
            clock = Times(getattr(leg, f"{what}_at"), None, getattr(leg, f"{what}_words"))
            box.box.addWidget(
                self._field(at, times_words(clock, desk.locale), f"{ref}.{what}_at", check=times_check(desk))
            )
        km = "" if leg.distance_km is None else str(leg.distance_km)
        box.box.addWidget(
            self._field(desk.text("Number of train or flight"), leg.reference, f"{ref}.reference")
        )
        box.box.addWidget(self._field(desk.text("Kilometres"), km, f"{ref}.distance_km", check=self._number))
        wheel = "" if leg.driving_minutes is None else "{}:{:02d}".format(*divmod(leg.driving_minutes, 60))
        box.box.addWidget(
            self._field(desk.text("Time at the wheel"), wheel, f"{ref}.driving_minutes", check=self._wheel)
        )
        self._stops(box, leg)
        return box

    def _wheel(self, typed: str) -> Verdict:
        try:
            _minutes(typed)
        except ValueError:
            return Verdict("bad", self.desk.text("Write hours and minutes, such as 8:45."))
        return FINE

    def _stops(self, box: Box, leg: Leg) -> None:
        desk, theme = self.desk, self.desk.theme
        box.box.addWidget(Label(theme, desk.text("Stops"), "label"))
        for number, stop in enumerate(leg.stops):
            at = desk.locale.time(stop.at) if stop.at is not None else stop.words
            words = " · ".join(part for part in (at, stop.place) if part)
            away = icon_button(
                theme, desk.text("Take out {stop}", stop=stop.place), "x", self._drop_stop,
                name=f"visit.travel.noStop.{number}", small=True,
            )  # fmt: skip
            away.setProperty("stop", f"{leg.id.hex}.{stop.id.hex}")
            line = row(theme, Label(theme, words, wrap=True), away)
            line.setStretch(0, 1)
            box.box.addLayout(line)
        place = TextField(theme, example=desk.text("Where"), name="visit.travel.stopPlace")
        place.setAccessibleName(desk.text("Place of the stop"))
        at_ = TextField(theme, example=desk.text("Time"), name="visit.travel.stopTime")
        at_.setAccessibleName(desk.text("Time of the stop"))
        at_.setMaximumWidth(theme.u(90))
        add = plain_button(theme, desk.text("Add"), self._add_stop, name="visit.travel.addStop")
        add.setProperty("leg", leg.id.hex)
        self._new[leg.id] = (place, at_)
        line = row(theme, place, at_, add)
        line.setStretch(0, 1)
        box.box.addLayout(line)

    def _leg_of(self, hex_: str) -> Leg | None:
        assert self.one is not None
        return next((leg for leg in self.one.legs if leg.id.hex == hex_), None)

    def _add_stop(self) -> None:
        leg = self._leg_of(str(self.sender().property("leg")))
        if leg is None:
            return
        place, at = self._new[leg.id]
        try:
            times = read_times(at.text(), self.desk.locale)
        except UserError as error:
            self.desk.say(error, kind="err")
            return
        new = {"place": place.text(), "at": times.starts, "words": times.words}
        self.desk.run(SetStops(leg.id, (*(_plain(one) for one in leg.stops), new)))

    def _drop_stop(self) -> None:
        leg_hex, stop_hex = str(self.sender().property("stop")).split(".")
        leg = self._leg_of(leg_hex)
        if leg is not None:
            kept = tuple(_plain(one) for one in leg.stops if one.id.hex != stop_hex)
            self.desk.run(SetStops(leg.id, kept), said=self.desk.text("The stop is taken out."))

    def _add_leg(self) -> None:
        if self.one is not None:
            self.desk.run(AddLeg(self.one.id, LegWay(str(self.sender().property("way")))))

    def _delete_leg(self) -> None:
        leg = UUID(hex=str(self.sender().property("leg")))
        self.desk.run(DeleteLeg(leg), said=self.desk.text("The stretch is deleted."))


def _plain(stop: Stop) -> dict[str, object]:
    return {"id": stop.id, "place": stop.place, "at": stop.at, "words": stop.words}


def _minutes(typed: str) -> int | None:
    """Minutes of `8:45`, `8.45` or `8 h`; None for nothing. Raises ValueError."""
    text = typed.strip().lower().replace("h", ":").replace(".", ":").replace(" ", "").rstrip(":")
    if not text:
        return None
    hours, _, minutes = text.partition(":")
    found = int(hours) * 60 + int(minutes or 0)
    if not 0 <= found <= 48 * 60 or int(minutes or 0) > 59:
        raise ValueError(typed)
    return found

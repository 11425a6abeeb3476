# SPDX-License-Identifier: GPL-3.0-or-later
"""What a household can offer guests: beds, animals, smoking, stairs, a car. What was not asked stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.households import SetBeds, SetHosting
from hospes.domain.codes_visit import BedKind, Smoking
from hospes.queries.households import BedRow, HostingRow, hosting_of
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.widgets.boxes import Box, column, row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk

UNKNOWN = ""
TWO = frozenset({BedKind.DOUBLE, BedKind.BUNK})
"""Beds that have room for two unless somebody says otherwise."""


class HostingCard(Box):
    """The facts, each written at once."""

    def __init__(self, desk: Desk, household_id: UUID) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(theme, "card", Label(theme, text("For guests"), "section"), gap=4)
        self.desk = desk
        self._id = household_id
        self._found = found = desk.read(hosting_of, household_id)
        self._beds: tuple[tuple[str, BedKind, int], ...] = ()
        can = Tick(theme, text("Can host guests"), name="household.canHost")
        can.setChecked(found is not None and found.can_host)
        can.clicked.connect(self._can_host)
        self.box.addWidget(can)
        self._bed_part(found.beds if found is not None else ())
        self._number("max_guests", text("Guests at most"))
        self._yes_no("cats", text("Cats"))
        self._yes_no("dogs", text("Dogs"))
        self._words("other_pets", text("Other animals"))
        smoking = [(UNKNOWN, text("not asked")), *((one.value, desk.locale.label(one)) for one in Smoking)]
        now = found.smoking.value if found is not None and found.smoking is not None else UNKNOWN
        self._choice("smoking", text("Smoking"), smoking, now).saved.connect(self._smoking)
        self._number("stairs", text("Stairs"))
        self._yes_no("step_free", text("No steps at all"))
        self._number("car_seats", text("Seats in the car"))
        self._number("distance_m", text("Metres to the town centre"))
        self._words("diets", text("Diets they cook"))
        self._yes_no("minors_ok", text("Minors welcome"))
        self._yes_no("experienced", text("Have hosted before"))
        self._words("remarks", text("Remarks"))

    # -- facts ---------------------------------------------------------------------------------------

    def _value(self, code: str) -> object:
        return getattr(self._found, code) if isinstance(self._found, HostingRow) else None

    def _host(self, facts: dict[str, object], field: Field | None = None) -> None:
        def failed(error: UserError) -> None:
            if field is None:
                self.desk.say(error, kind="err")
            else:
                field.say(Verdict("bad", self.desk.words(error)))

        self.desk.run(SetHosting(self._id, facts), failed=failed)

    def _can_host(self, on: bool) -> None:
        self._host({"can_host": on})

    def _smoking(self, code: str) -> None:
        self._host({"smoking": Smoking(code) if code else None})

    def _choice(self, code: str, words: str, options: list[tuple[str, str]], now: str) -> Field:
        choice = Choice(self.desk.theme, options, now)
        field = Field(self.desk.theme, words, choice, beside=True, name=f"household.{code}")
        self.box.addWidget(field)
        return field

    def _yes_no(self, code: str, words: str) -> None:
        text = self.desk.text
        options = [(UNKNOWN, text("not asked")), ("1", text("yes")), ("0", text("no"))]
        value = self._value(code)
        shown = UNKNOWN if value is None else "1" if value else "0"

        def save(picked: str) -> None:
            self._host({code: None if picked == UNKNOWN else picked == "1"})

        self._choice(code, words, options, shown).saved.connect(save)

    def _line(self, code: str, words: str, check: Callable[[str], Verdict] | None = None) -> Field:
        value = self._value(code)
        line = FlatLine(
            self.desk.theme, "" if value is None else str(value), empty=self.desk.text("not asked")
        )
        field = flat_field(self.desk.theme, words, line, check=check, name=f"household.{code}")
        self.box.addWidget(field)
        return field

    def _words(self, code: str, words: str) -> None:
        field = self._line(code, words)
        field.saved.connect(lambda typed: self._host({code: typed.strip()}, field))

    def _number(self, code: str, words: str) -> None:
        def check(typed: str) -> Verdict:
            if not typed.strip() or typed.strip().isdecimal():
                return Verdict()
            return Verdict("bad", self.desk.text("This is no number. What you typed is kept."))

        field = self._line(code, words, check)
        field.saved.connect(lambda typed: self._host({code: int(typed) if typed.strip() else None}, field))

    # -- beds ----------------------------------------------------------------------------------------

    def _bed_part(self, beds: tuple[BedRow, ...]) -> None:
        desk, theme = self.desk, self.desk.theme
        self._beds = tuple((one.room, one.kind, one.places) for one in beds)
        lines = column(theme, Label(theme, desk.text("Beds"), "label"), gap=2)
        for number, (room, kind, places) in enumerate(self._beds):
            words = desk.ntext(
                "{kind}, {n} place", "{kind}, {n} places", places, kind=desk.locale.label(kind)
            )
            if room:
                words = desk.text("{room}: {bed}", room=room, bed=words)
            away = icon_button(
                theme,
                desk.text("Take this bed out: {bed}", bed=words),
                "x",
                self._drop_bed,
                name=f"household.noBed.{number}",
                small=True,
            )
            away.setProperty("bed", number)
            line = row(theme, Label(theme, words, wrap=True), away)
            line.setStretch(0, 1)
            lines.addLayout(line)
        self.room = TextField(theme, example=desk.text("Room"), name="household.bedRoom")
        self.room.setAccessibleName(desk.text("Room"))
        kinds = [(one.value, desk.locale.label(one)) for one in BedKind]
        self.kind = Choice(theme, kinds, BedKind.SINGLE.value, name="household.bedKind")
        self.kind.setAccessibleName(desk.text("Kind of bed"))
        add = plain_button(theme, desk.text("Add a bed"), self._add_bed, name="household.addBed")
        new = row(theme, self.room, self.kind, add)
        new.setStretch(0, 1)
        lines.addLayout(new)
        self.box.addLayout(lines)

    def _add_bed(self) -> None:
        kind = BedKind(self.kind.code())
        bed = (self.room.text().strip(), kind, 2 if kind in TWO else 1)
        if self.desk.run(SetBeds(self._id, (*self._beds, bed))) is not None:
            self.room.clear()

    def _drop_bed(self) -> None:
        number = int(self.sender().property("bed"))
        self.desk.run(SetBeds(self._id, (*self._beds[:number], *self._beds[number + 1 :])))

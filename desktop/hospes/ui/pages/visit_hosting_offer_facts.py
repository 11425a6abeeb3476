# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions put to a host family (domain 2.3.2), each answer written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.offers import EditOffer
from hospes.domain.codes_visit import HomeExtra, Meal, OfferKind, Smoking
from hospes.domain.dates import DateKind, read_day
from hospes.domain.diets import Diet, joined, labels, parts
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.ui.pages.person_dates import bad_day, date_field
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hospes.queries.offers import OfferPage
    from hospes.ui.desk import Desk

UNKNOWN = ""
ACCEPTED = (
    ("man", N_("A man")),
    ("woman", N_("A woman")),
    ("couple", N_("A couple")),
    ("family", N_("A family")),
    ("minor", N_("Young people")),
)

HOME = (
    ("number", "max_guests", N_("Guests at most")),
    ("yes_no", "cats", N_("Cats")),
    ("yes_no", "dogs", N_("Dogs")),
    ("words", "other_pets", N_("Other animals")),
    ("smoking", "smoking", N_("Smoking")),
    ("number", "floor", N_("Floor")),
    ("number", "stairs", N_("Stairs")),
    ("yes_no", "step_free", N_("No steps at all")),
    ("yes_no", "lift", N_("Lift")),
    ("yes_no", "ground_bathroom", N_("Bathroom on the ground floor")),
)
WAY = (
    ("number", "car_seats", N_("Seats in the car")),
    ("yes_no", "drives_others", N_("Takes other homes' guests along")),
    ("number", "distance_m", N_("Metres to the meeting point")),
    ("yes_no", "workdays_away", N_("Away during working days")),
)
PEOPLE = (
    ("ages", "ages", N_("Ages of the adults")),
    ("ages", "children_ages", N_("Ages of the children")),
    ("yes_no", "minors_ok", N_("Minors welcome")),
    ("number", "child_from", N_("Children from which age")),
    ("yes_no", "two_adults", N_("Two adults at home")),
    ("day", "checked_on", N_("Papers for minors seen on")),
    ("yes_no", "experienced", N_("Have hosted before")),
    ("yes_no", "hosted_last_time", N_("Had guests last time")),
)


class FactsCards(QWidget):
    """The cards of questions."""

    def __init__(self, desk: Desk, page: OfferPage) -> None:
        super().__init__()
        self.desk = desk
        self._page = page
        self._fields: dict[str, Field] = {}
        text, theme = desk.text, desk.theme
        home, way, people = (
            self._card(text("The home")),
            self._card(text("On the way")),
            self._card(text("Whom they take")),
        )
        kinds = [(one.value, desk.locale.label(one)) for one in OfferKind]
        self._choice(home, "kind", text("As what"), kinds, page.kind.value).saved.connect(self._kind)
        for box, rows in ((home, HOME), (way, WAY), (people, PEOPLE)):
            for kind, code, words in rows:
                self._add(box, kind, code, text(words))
        self._ticks(people, "accepts", text("They take"), [(code, text(words)) for code, words in ACCEPTED])
        table = self._card(text("At table and in the house"))
        diets = [(one.value, desk.locale.label(one)) for one in Diet]
        known = {code for code, _ in diets}
        diets += [(code, code) for code in parts(page.diets) if code not in known]
        meals = [(one.value, desk.locale.label(one)) for one in Meal if one is not Meal.NONE]
        self._ticks(table, "meals", text("Meals at home"), meals)
        self._ticks(table, "diets", text("Diets they cook"), diets)
        self._ticks(
            table, "extras", text("Also there"), [(one.value, desk.locale.label(one)) for one in HomeExtra]
        )
        self._add(table, "words", "remarks", text("Remarks"))
        self.setLayout(column(theme, home, way, people, table, gap=10))

    def _card(self, title: str) -> Box:
        theme = self.desk.theme
        return Box(theme, "card", Label(theme, title, "section"), gap=4, margins=(14, 12, 14, 12))

    def _add(self, box: Box, kind: str, code: str, words: str) -> None:
        if kind == "yes_no":
            self._yes_no(box, code, words)
        elif kind == "number":
            self._number(box, code, words)
        elif kind == "smoking":
            self._smoking(box, words)
        elif kind == "day":
            self._day(box, code, words)
        elif kind == "ages":
            self._ages(box, code, words)
        else:
            self._words(box, code, words)

    # -- writing -------------------------------------------------------------------------------------

    def _write(self, values: Mapping[str, object], field: Field | None = None) -> None:
        def failed(error: UserError) -> None:
            if field is None:
                self.desk.say(error, kind="err")
            else:
                field.say(Verdict("bad", self.desk.words(error)))

        self.desk.run(EditOffer(self._page.id, dict(values)), failed=failed)

    def _kind(self, code: str) -> None:
        self._write({"kind": OfferKind(code)})

    def _choice(self, box: Box, code: str, words: str, options: list[tuple[str, str]], now: str) -> Field:
        choice = Choice(self.desk.theme, options, now)
        field = Field(self.desk.theme, words, choice, beside=True, name=f"host.{code}")
        box.box.addWidget(field)
        self._fields[code] = field
        return field

    def _smoking(self, box: Box, words: str) -> None:
        desk = self.desk
        options = [
            (UNKNOWN, desk.text("not asked")),
            *((one.value, desk.locale.label(one)) for one in Smoking),
        ]
        now = self._page.smoking.value if self._page.smoking is not None else UNKNOWN

        def save(code: str) -> None:
            self._write({"smoking": Smoking(code) if code else None})

        self._choice(box, "smoking", words, options, now).saved.connect(save)

    def _yes_no(self, box: Box, code: str, words: str) -> None:
        text = self.desk.text
        options = [(UNKNOWN, text("not asked")), ("1", text("yes")), ("0", text("no"))]
        value = getattr(self._page, code)
        now = UNKNOWN if value is None else "1" if value else "0"

        def save(picked: str) -> None:
            self._write({code: None if picked == UNKNOWN else picked == "1"})

        self._choice(box, code, words, options, now).saved.connect(save)

    def _number(self, box: Box, code: str, words: str) -> None:
        def check(typed: str) -> Verdict:
            if not typed.strip() or typed.strip().isdecimal():
                return Verdict()
            return Verdict("bad", self.desk.text("This is no number. What you typed is kept."))

        value = getattr(self._page, code)
        line = FlatLine(
            self.desk.theme, "" if value is None else str(value), empty=self.desk.text("not asked")
        )
        field = flat_field(self.desk.theme, words, line, check=check, name=f"host.{code}")
        field.saved.connect(lambda typed: self._write({code: int(typed) if typed.strip() else None}, field))
        box.box.addWidget(field)
        self._fields[code] = field

    def _day(self, box: Box, code: str, words: str) -> None:
        """A day in the past: that something was seen, and when; never what it said."""
        desk = self.desk
        editor = date_field(desk)
        editor.line.setPlaceholderText(desk.text("not seen"))
        field = Field(desk.theme, words, editor, check=self._wrong_day, beside=True, name=f"host.{code}")
        value = getattr(self._page, code)
        field.set_value(desk.locale.date(value) if value is not None else "")

        def save(typed: str) -> None:
            day = read_day(typed, desk.locale, desk.file.today, DateKind.PAST) if typed.strip() else None
            self._write({code: day}, field)

        field.saved.connect(save)
        box.box.addWidget(field)
        self._fields[code] = field

    def _wrong_day(self, typed: str) -> Verdict:
        desk = self.desk
        if not typed.strip():
            return Verdict()
        try:
            day = read_day(typed, desk.locale, desk.file.today, DateKind.PAST)
        except UserError as error:
            return bad_day(desk, error)
        return Verdict("fine", desk.locale.date(day))

    def _ages(self, box: Box, code: str, words: str) -> None:
        """Ages as the host said them, for those whose birth dates are not in the file."""
        shown = ", ".join(parts(getattr(self._page, code)))
        line = FlatLine(self.desk.theme, shown, empty=self.desk.text("not asked"))
        field = flat_field(self.desk.theme, words, line, check=self._wrong_ages, name=f"host.{code}")
        field.saved.connect(lambda typed: self._write({code: typed}, field))
        box.box.addWidget(field)
        self._fields[code] = field

    def _wrong_ages(self, typed: str) -> Verdict:
        found = typed.replace(",", " ").replace(";", " ").split()
        if all(one.isdecimal() for one in found):
            return Verdict()
        return Verdict("bad", self.desk.text("This is no number. What you typed is kept."))

    def _words(self, box: Box, code: str, words: str) -> None:
        value = str(getattr(self._page, code))
        shown = value if code == "remarks" else ", ".join(labels(self.desk.locale, value))
        line = FlatLine(self.desk.theme, shown, empty=self.desk.text("nothing"))
        field = flat_field(self.desk.theme, words, line, name=f"host.{code}")

        def save(typed: str) -> None:
            kept = typed.strip() if code == "remarks" else joined(typed.replace(";", ",").split(","))
            self._write({code: kept}, field)

        field.saved.connect(save)
        box.box.addWidget(field)
        self._fields[code] = field

    def _ticks(self, box: Box, code: str, words: str, options: list[tuple[str, str]]) -> None:
        """Several of a list of codes."""
        theme = self.desk.theme
        have = set(parts(getattr(self._page, code)))
        box.box.addWidget(Label(theme, words, "label"))
        flow = FlowLayout(theme, gap=10)
        for option, shown in options:
            tick = Tick(theme, shown, name=f"host.{code}.{option}")
            tick.setChecked(option in have)
            tick.clicked.connect(lambda on, option=option: self._tick(code, option, on))
            flow.addWidget(tick)
        box.box.addWidget(holder(flow))

    def _tick(self, code: str, option: str, on: bool) -> None:
        have = [one for one in parts(getattr(self._page, code)) if one != option]
        self._write({code: joined([*have, option] if on else have)})

    # -- what is being typed -------------------------------------------------------------------------

    def fields(self) -> tuple[Field, ...]:
        """All fields."""
        return tuple(self._fields.values())

    def unusable(self) -> dict[str, str]:
        """What was typed and cannot be used, by code."""
        return {code: field.value() for code, field in self._fields.items() if field.state == "bad"}

    def restore(self, typed: Mapping[str, str]) -> None:
        """Put back what was typed and cannot be used."""
        for code, words in typed.items():
            wrong = Verdict("bad", self.desk.text("This is no number. What you typed is kept."))
            self._fields[code].set_unusable(words, self._wrong_day(words) if code == "checked_on" else wrong)

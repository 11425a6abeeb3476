# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Borders: what travellers must have in the pocket, from where to where, since when (REQ-2-12).

The shipped rules are dated and carry their source; what the association changes or confirms stays when a new
version brings other rules.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hospes.actions.border import LONGEST_DAYS, LONGEST_YEARS, SetBorderRule
from hospes.domain.border import EVERYWHERE, Document
from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.queries.border import border_data, is_shipped
from hospes.ui.pages.person_dates import bad_day, read_day
from hospes.ui.pages.person_rebuild import rebuild
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hospes.ui.desk import Desk

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FREE = "free"
"""The group of countries whose people travel among each other with an ID card."""

NUMBERS = {"issued_within_years": LONGEST_YEARS, "valid_days_after": LONGEST_DAYS}


class BordersSection(Box):
    """Choose a rule, and change it; a new one from the line below."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=12)
        self.desk = desk
        self._data: dict[str, tuple[Mapping[str, Any], bool]] = {}
        self._code = ""
        self.rules = Choice(theme, (), name="settings.borders.rule")
        self.rules.setAccessibleName(desk.text("From where to where"))
        self.rules.picked.connect(self._choose)
        self._form = column(theme, gap=10)
        countries = self._countries()
        self.origin = Combo(theme, countries, name="settings.borders.from")
        self.destination = Combo(theme, countries, name="settings.borders.to")
        for combo, words in ((self.origin, desk.text("From")), (self.destination, desk.text("To"))):
            combo.setPlaceholderText(words)
            combo.setAccessibleName(words)
        add = plain_button(
            theme, desk.text("Add a rule"), self._add, icon="plus", name="settings.borders.add"
        )
        words = desk.text(
            "Hospes looks here for the papers a traveller needs, and for how long they must hold. The rules "
            "help to think of it in time; the embassy's page says what counts."
        )
        self.box.addWidget(Label(theme, desk.text("Borders"), "section"))
        self.box.addWidget(Label(theme, words, "m", wrap=True))
        self.box.addLayout(row(theme, self.rules, None))
        self.box.addLayout(self._form)
        self.box.addWidget(line())
        self.box.addWidget(Label(theme, desk.text("A rule of our own"), "label"))
        self.box.addWidget(holder(FlowLayout(theme, self.origin, self.destination, add)))
        self.reload()

    def _countries(self) -> list[tuple[str, str]]:
        locale = self.desk.locale
        codes = (first + second for first in LETTERS for second in LETTERS)
        named = [(code, locale.country(code)) for code in codes]
        known = [pair for pair in named if pair[0] != pair[1]]
        known.sort(key=lambda pair: locale.sort_key(pair[1]))
        return [(EVERYWHERE, self.desk.text("Every country")), (FREE, self._place(FREE)), *known]

    def _place(self, code: str) -> str:
        if code == EVERYWHERE:
            return self.desk.text("Every country")
        if code == FREE:
            return self.desk.text("EU, EEA and Switzerland")
        return self.desk.locale.country(code)

    def _title(self, raw: Mapping[str, Any]) -> str:
        text = self.desk.text
        way = text(
            "{from_place} to {to_place}",
            from_place=self.desk.locale.listing([self._place(one) for one in raw["from"]]),
            to_place=self.desk.locale.listing([self._place(one) for one in raw["to"]]),
        )
        since, until = _day(raw.get("since")), _day(raw.get("until"))
        if since and until:
            return text("{way}, {first} to {last}", way=way, first=since, last=until)
        if since:
            return text("{way}, from {day} on", way=way, day=since)
        return text("{way}, until {day}", way=way, day=until) if until else way

    def reload(self) -> None:
        """Show what the file says now; the keyboard stays where it is."""
        rebuild(self, self._fill)

    def _fill(self) -> None:
        self._data = self.desk.read(border_data)
        if self._code not in self._data:
            self._code = next(iter(self._data))
        self.rules.set_options(
            [(code, self._title(raw)) for code, (raw, _) in self._data.items()], self._code
        )
        clear(self._form)
        raw, own = self._data[self._code]
        desk, theme = self.desk, self.desk.theme
        documents = [(one.value, desk.locale.label(one)) for one in Document]
        document = Field(
            theme, desk.text("In the pocket"), Choice(theme, documents, str(raw.get("document", "any"))),
            name="settings.borders.document",
        )  # fmt: skip
        document.saved.connect(lambda code: self._keep(document, document=code))
        self._form.addWidget(document)
        permit = Tick(theme, desk.text("A visa or an electronic permit, too"), name="settings.borders.permit")
        permit.setChecked(bool(raw.get("permit", False)))
        permit.clicked.connect(lambda on: self._keep(None, permit=bool(on)))
        self._form.addWidget(permit)
        numbers = FlowLayout(
            theme,
            self._number("issued_within_years", desk.text("Issued within how many years"), raw),
            self._number("valid_days_after", desk.text("Days it must hold after the journey"), raw),
            self._day_field("since", desk.text("From"), raw),
            self._day_field("until", desk.text("Until"), raw),
            gap=14,
        )
        self._form.addWidget(holder(numbers))
        source = Field(
            theme, desk.text("Where it is written"), TextField(theme, str(raw.get("source", ""))),
            name="settings.borders.source",
        )  # fmt: skip
        source.saved.connect(lambda typed: self._keep(source, source=typed.strip()))
        self._form.addWidget(source)
        checked = Tick(theme, desk.text("We have checked that this is so"), name="settings.borders.checked")
        checked.setChecked(not raw.get("verify", True))
        checked.clicked.connect(lambda on: self._keep(None, verify=not on))
        self._form.addWidget(checked)
        if school := self._school(raw):
            self._form.addWidget(Label(theme, school, "m", wrap=True))
        if own:
            words = (
                desk.text("Back to the shipped rule")
                if is_shipped(self._code)
                else desk.text("Delete this rule")
            )
            back = link_button(theme, words, self._back, name="settings.borders.back")
            self._form.addLayout(row(theme, back, None))

    def _school(self, raw: Mapping[str, Any]) -> str:
        countries = [self.desk.locale.country(one) for one in raw.get("school_card", ())]
        if not countries:
            return ""
        return self.desk.text(
            "Pupils in a group of a school in {countries} travel with an ID card all the same.",
            countries=self.desk.locale.listing(countries),
        )

    def _number(self, code: str, words: str, raw: Mapping[str, Any]) -> Field:
        desk, most = self.desk, NUMBERS[code]
        value = int(raw.get(code, 0))
        editor = TextField(desk.theme, str(value) if value else "")
        editor.setMaximumWidth(desk.theme.u(110))

        def check(typed: str) -> Verdict:
            text = typed.strip()
            if text and not (text.isdecimal() and int(text) <= most):
                return Verdict("bad", desk.text("A whole number, or nothing."))
            return Verdict()

        field = Field(desk.theme, words, editor, check=check, name=f"settings.borders.{code}")
        field.saved.connect(lambda typed: self._keep(field, **{code: int(typed.strip() or 0)}))
        return field

    def _day_field(self, code: str, words: str, raw: Mapping[str, Any]) -> Field:
        desk = self.desk
        known = _day(raw.get(code))
        editor = TextField(desk.theme, desk.locale.date(known) if known else "")

        def read(typed: str) -> date | None:
            value = read_day(desk, typed, DateKind.ANY)
            return value.exact if value is not None else None

        def check(typed: str) -> Verdict:
            try:
                bad = bool(typed.strip()) and read(typed) is None
            except UserError as error:
                return bad_day(desk, error)
            return Verdict("bad", desk.text("Write the whole day.")) if bad else Verdict()

        def keep(typed: str) -> None:
            day = read(typed)
            self._keep(field, **{code: day.isoformat() if day else None})

        field = Field(desk.theme, words, editor, check=check, name=f"settings.borders.{code}")
        field.saved.connect(keep)
        return field

    def _choose(self, code: str) -> None:
        self._code = code
        self.reload()

    def _keep(self, field: Field | None, **values: object) -> None:
        desk = self.desk

        def failed(error: UserError) -> None:
            if field is not None:
                field.say(Verdict("bad", desk.words(error)))
            else:
                desk.say(error, kind="err")

        raw = {**self._data[self._code][0], **values}
        raw = {key: value for key, value in raw.items() if value is not None}
        desk.run(SetBorderRule(raw, self._code), said=desk.text("All changes saved"), failed=failed)

    def _back(self) -> None:
        self.desk.run(SetBorderRule(None, self._code), said=self.desk.text("All changes saved"))

    def _add(self) -> None:
        origin, destination = self.origin.code(), self.destination.code()
        raw = {
            "from": [origin] if origin else [],
            "to": [destination] if destination else [],
            "document": Document.ANY.value,
        }
        outcome = self.desk.run(SetBorderRule(raw), said=self.desk.text("The rule is added."))
        if outcome is not None and isinstance(outcome.result, str):
            self._code = outcome.result
            self.origin.clear()
            self.destination.clear()
            self.reload()


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None

# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Dues: the classes of members, who counts in them, what they cost from which day on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.association import EditAssociation
from hospes.actions.classes import (
    AddClass,
    DeleteClass,
    DropClassAmount,
    EditClass,
    SetClassAmount,
    SetClassName,
)
from hospes.domain.codes import MemberUnit
from hospes.domain.dues import dues_year, year_span
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.i18n.catalog import languages
from hospes.queries.association import association, class_amounts, class_names, classes
from hospes.ui.pages.person_dates import date_field, read_day
from hospes.ui.pages.person_rebuild import rebuild
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.association import ClassRow
    from hospes.ui.desk import Desk

YEAR_STARTS = ("01-01", "02-01", "03-01", "04-01", "05-01", "06-01", "07-01", "08-01", "09-01", "10-01",
               "11-01", "12-01")  # fmt: skip


class DuesSection(Box):
    """The year, the classes, and the chosen class in full."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "card", gap=12)
        self.desk = desk
        theme = desk.theme
        self._chosen: UUID | None = None
        starts = [(code, self._day_words(code)) for code in YEAR_STARTS]
        self.year = Choice(theme, starts)
        year = Field(
            theme,
            desk.text("Our year begins on"),
            self.year,
            hint=desk.text("Dues, payments and figures go by this year."),
            name="settings.yearStart",
        )
        year.saved.connect(self._year_saved)
        self.classes = Choice(theme, name="settings.class")
        self.classes.setAccessibleName(desk.text("Class"))
        self.classes.picked.connect(self._pick)
        self.new_name = TextField(theme, example=desk.text("Name of a new class"), name="settings.class.new")
        self.new_name.setAccessibleName(desk.text("Name of a new class"))
        add = plain_button(theme, desk.text("Add a class"), self._add, icon="plus", name="settings.class.add")
        self._form = column(theme, gap=10)
        self.box.addWidget(Label(theme, desk.text("Dues"), "section"))
        self.box.addWidget(year)
        self.box.addWidget(line())
        self.box.addWidget(Label(theme, desk.text("Classes of members"), "section"))
        self.box.addLayout(row(theme, self.classes, None))
        self.box.addLayout(self._form)
        self.box.addWidget(line())
        self.box.addWidget(holder(FlowLayout(theme, self.new_name, add)))
        self.reload()

    def _day_words(self, code: str) -> str:
        month, day = (int(part) for part in code.split("-"))
        return self.desk.locale.day_of_month(day, month)

    # -- reading -------------------------------------------------------------------------------------

    def _rows(self) -> list[ClassRow]:
        return self.desk.read(classes, self.desk.locale.language, self.desk.file.today)

    def reload(self) -> None:
        """Show what the file says now; the keyboard stays where it is."""
        rebuild(self, self._fill)

    def _fill(self) -> None:
        desk = self.desk
        own = desk.read(association)
        self.year.choose(own.year_start)
        if not self.year.code():
            self.year.set_options([(own.year_start, self._day_words(own.year_start))], own.year_start)
        rows = self._rows()
        if self._chosen not in {one.id for one in rows}:
            self._chosen = rows[0].id if rows else None
        pairs = [(one.id.hex, self._listed(one)) for one in rows]
        self.classes.set_options(pairs, self._chosen.hex if self._chosen is not None else "")
        clear(self._form)
        chosen = next((one for one in rows if one.id == self._chosen), None)
        if chosen is not None:
            self._show(chosen)

    def _listed(self, one: ClassRow) -> str:
        desk = self.desk
        if one.honorary:
            return desk.text("{class}, free", **{"class": one.name})
        if one.amount is None:
            return desk.text("{class}, no amount yet", **{"class": one.name})
        return desk.text("{class}, {amount}", amount=one.amount, **{"class": one.name})

    def _show(self, one: ClassRow) -> None:
        desk, theme = self.desk, self.desk.theme
        name = self._text("name", desk.text("Name"), one.own_name)
        units = [(unit.value, desk.locale.label(unit)) for unit in MemberUnit]
        counts = Field(theme, desk.text("Owed by each"), Choice(theme, units, one.counts.value),
                       name="settings.class.counts")  # fmt: skip
        counts.saved.connect(lambda code: self._edit(counts, counts=MemberUnit(code)))
        flow = FlowLayout(
            theme,
            name,
            counts,
            self._number("age_from", desk.text("From age"), one.age_from),
            self._number("age_to", desk.text("To age"), one.age_to),
            self._number("people_to", desk.text("People at most"), one.people_to),
            self._number("votes", desk.text("Votes"), one.votes, least=0),
            gap=14,
        )
        self._form.addWidget(holder(flow))
        for code, words, on in (
            ("honorary", desk.text("Honorary, free of dues"), one.honorary),
            ("may_travel", desk.text("May go along on visits"), one.may_travel),
        ):
            tick = Tick(theme, words, name=f"settings.class.{code}")
            tick.setChecked(on)
            tick.setProperty("field", code)
            tick.clicked.connect(self._ticked)
            self._form.addWidget(tick)
        if not one.honorary:
            self._show_amounts(one)
        self._show_names(one)
        delete = link_button(
            theme, desk.text("Delete this class"), self._delete, name="settings.class.delete"
        )
        self._form.addLayout(row(theme, delete, None))

    def _show_amounts(self, one: ClassRow) -> None:
        """What it costs, the newest first, and a line for what it will cost."""
        desk, theme = self.desk, self.desk.theme
        self._form.addWidget(Label(theme, desk.text("What it costs a year"), "label"))
        for dated in desk.read(class_amounts, one.id):
            words = desk.text("{amount} from {day} on", amount=dated.amount, day=dated.valid_from)
            away = icon_button(
                theme, desk.text("Delete this amount"), "trash-2", self._drop,
                name="settings.class.dropAmount", small=True,
            )  # fmt: skip
            away.setProperty("day", dated.valid_from.isoformat())
            self._form.addLayout(row(theme, Label(theme, words), away, None))
        own = desk.read(association)
        year = dues_year(desk.file.today, own.year_start)
        amounts = desk.read(class_amounts, one.id)
        first = year_span(year + 1 if amounts else year, own.year_start).first
        self.amount = TextField(theme, example=desk.text("Amount"), name="settings.class.amount")
        self.amount.setAccessibleName(desk.text("Amount"))
        self.since = date_field(desk)
        self.since.setText(desk.locale.date(first))
        self.since.line.setObjectName("settings.class.since")
        self.since.line.setAccessibleName(desk.text("From"))
        put = plain_button(theme, desk.text("Set amount"), self._put_amount, name="settings.class.setAmount")
        self._form.addWidget(holder(FlowLayout(theme, self.amount, self.since, put)))

    def _show_names(self, one: ClassRow) -> None:
        desk, theme = self.desk, self.desk.theme
        known = desk.read(class_names, one.id)
        flow = FlowLayout(theme, gap=14)
        for code in languages():
            words = desk.locale.language_name(code)
            field = Field(
                theme, words, TextField(theme, known.get(code, "")), name=f"settings.class.name.{code}"
            )
            field.setProperty("language", code)
            field.saved.connect(self._name_saved)
            flow.addWidget(field)
        self._form.addWidget(Label(theme, desk.text("In other languages"), "label"))
        self._form.addWidget(holder(flow))

    # -- writing -------------------------------------------------------------------------------------

    def _text(self, code: str, words: str, value: str) -> Field:
        field = Field(
            self.desk.theme, words, TextField(self.desk.theme, value), name=f"settings.class.{code}"
        )
        field.saved.connect(lambda typed: self._edit(field, **{code: typed}))
        return field

    def _number(self, code: str, words: str, value: int | None, *, least: int = 1) -> Field:
        """A small whole number, or nothing."""
        desk = self.desk
        editor = TextField(desk.theme, "" if value is None else str(value))
        editor.setMaximumWidth(desk.theme.u(90))

        def check(typed: str) -> Verdict:
            text = typed.strip()
            if text and not (text.isdecimal() and least <= int(text) <= 150):
                return Verdict("bad", desk.text("A whole number, or nothing."))
            return Verdict()

        field = Field(desk.theme, words, editor, check=check, name=f"settings.class.{code}")
        empty = 0 if code == "votes" else None
        field.saved.connect(lambda typed: self._edit(field, **{code: int(typed) if typed.strip() else empty}))
        return field

    def _edit(self, field: Field | None, **values: object) -> None:
        if self._chosen is None:
            return
        desk = self.desk

        def failed(error: UserError) -> None:
            if field is not None:
                field.say(Verdict("bad", desk.words(error)))
            else:
                desk.say(error, kind="err")

        desk.run(EditClass(self._chosen, values), said=desk.text("All changes saved"), failed=failed)

    def _ticked(self, on: bool) -> None:
        self._edit(None, **{str(self.sender().property("field")): on})

    def _name_saved(self, typed: str) -> None:
        language = str(self.sender().property("language"))
        if self._chosen is not None:
            said = self.desk.text("All changes saved")
            self.desk.run(SetClassName(self._chosen, language, typed), said=said)

    def _put_amount(self) -> None:
        desk = self.desk
        try:
            amount = read_money(self.amount.text(), desk.read(association).currency)
            value = read_day(desk, self.since.text())
        except UserError as error:
            desk.say(error, kind="warn")
            return
        day = value.exact if value is not None else None
        if day is None or self._chosen is None:
            desk.say(desk.text("Say from which day on."), kind="warn")
            return
        desk.run(SetClassAmount(self._chosen, amount, day), said=desk.text("All changes saved"))

    def _drop(self) -> None:
        day = date.fromisoformat(str(self.sender().property("day")))
        if self._chosen is not None:
            said = self.desk.text("The amount is deleted.")
            self.desk.run(DropClassAmount(self._chosen, day), said=said)

    def _pick(self, code: str) -> None:
        self._chosen = UUID(hex=code) if code else None
        self.reload()

    def _add(self) -> None:
        desk = self.desk
        name = self.new_name.text()
        outcome = desk.run(AddClass(name), said=desk.text("{class} is added.", **{"class": name}))
        if outcome is not None and isinstance(outcome.result, UUID):
            self._chosen = outcome.result
            self.new_name.setText("")
            self.reload()

    def _delete(self) -> None:
        if self._chosen is not None:
            self.desk.run(DeleteClass(self._chosen), said=self.desk.text("The class is deleted."))

    def _year_saved(self, code: str) -> None:
        own = self.desk.read(association)
        self.desk.run(
            EditAssociation(own.id, {"year_start": code}, own.version),
            said=self.desk.text("All changes saved"),
        )

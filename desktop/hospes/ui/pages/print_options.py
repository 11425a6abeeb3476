# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a paper's options, built from their description: a new paper needs no line here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.domain.dates import read_day
from hospes.domain.errors import UserError
from hospes.papers.kit.stocks import STOCKS
from hospes.papers.options import OptionField, OptionKind, Options
from hospes.ui.pages.insert_text import InsertText
from hospes.ui.pages.print_languages import LanguageChoice
from hospes.ui.widgets.boxes import clear, column, holder, row
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from hospes.ui.desk import Desk


PARAGRAPH = "words"
"""Name of the option for a paragraph of one's own; texts to use again can be put into it."""


class OptionForm(QWidget):
    """Shows options and tells new ones."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._options: Options | None = None
        self._own = False
        self._box = column(desk.theme, gap=8)
        self.setLayout(self._box)

    @property
    def options(self) -> Options:
        """What is set now."""
        assert self._options is not None
        return self._options

    def show_options(self, options: Options, languages: Sequence[str], *, own: bool = False) -> None:
        """Build the form anew; `languages` are those offered first, before them each reader's `own`."""
        self._options = options
        self._own = own
        clear(self._box)
        names = {option.name for option in options.described()}
        for option in options.described():
            if option.name == "language":
                self._languages(languages, two="second_language" in names)
            elif option.kind is not OptionKind.LANGUAGE:
                self._box.addWidget(self._widget(option))

    def _languages(self, languages: Sequence[str], *, two: bool) -> None:
        second = getattr(self.options, "second_language", "") if two else ""
        chooser = LanguageChoice(self.desk, languages, self.options.language, second, two=two, own=self._own)
        chooser.picked.connect(self._language_picked)
        self._box.addWidget(Label(self.desk.theme, self.desk.text("Language"), "label"))
        self._box.addWidget(chooser)

    def _language_picked(self, first: str, second: str) -> None:
        values: dict[str, Any] = {"language": first}
        if hasattr(self.options, "second_language"):
            values["second_language"] = second
        self._set(**values)

    def _set(self, **values: Any) -> None:  # noqa: ANN401 - any option's value
        self._options = replace(self.options, **values)
        self.changed.emit()

    # -- one widget an option --------------------------------------------------------------------------

    def _widget(self, option: OptionField) -> QWidget:
        makers: dict[OptionKind, Callable[[OptionField], QWidget]] = {
            OptionKind.TICK: self._tick,
            OptionKind.CHOICE: self._choice,
            OptionKind.SEVERAL: self._several,
            OptionKind.NUMBER: self._number,
            OptionKind.TEXT: self._text,
            OptionKind.DAY: self._day,
            OptionKind.STOCK: self._stock,
        }
        widget = makers[option.kind](option)
        if option.hint:
            hint = Label(self.desk.theme, self.desk.text(option.hint), "m", wrap=True)
            return holder(column(self.desk.theme, widget, hint, gap=2))
        return widget

    def _tick(self, option: OptionField) -> QWidget:
        tick = Tick(self.desk.theme, self.desk.text(option.label), name=f"print.{option.flag}")
        tick.setChecked(bool(getattr(self.options, option.name)))
        tick.setProperty("option", option.name)
        tick.toggled.connect(self._ticked)
        return tick

    def _ticked(self, on: bool) -> None:
        sender = self.sender()
        if sender is not None:
            self._set(**{str(sender.property("option")): on})

    def _choice(self, option: OptionField) -> QWidget:
        assert option.codes is not None
        pairs = [(code.value, self.desk.locale.label(code)) for code in option.codes]
        box = Choice(self.desk.theme, pairs, str(getattr(self.options, option.name)))
        box.setProperty("option", option.name)
        box.picked.connect(self._picked)
        return Field(self.desk.theme, self.desk.text(option.label), box, name=f"print.{option.flag}")

    def _picked(self, code: str) -> None:
        sender = self.sender()
        name = str(sender.property("option"))
        option = next(one for one in self.options.described() if one.name == name)
        if option.codes is None:
            self._set(**{name: code})
        else:
            self._set(**{name: next(one for one in option.codes if one.value == code)})

    def _several(self, option: OptionField) -> QWidget:
        assert option.codes is not None
        chosen = getattr(self.options, option.name)
        box = column(self.desk.theme, Label(self.desk.theme, self.desk.text(option.label), "label"), gap=2)
        for code in option.codes:
            tick = Tick(
                self.desk.theme, self.desk.locale.label(code), name=f"print.{option.flag}.{code.value}"
            )
            tick.setChecked(code in chosen)
            tick.setProperty("option", option.name)
            tick.setProperty("code", code.value)
            tick.toggled.connect(self._one_ticked)
            box.addWidget(tick)
        return holder(box)

    def _one_ticked(self, on: bool) -> None:
        sender = self.sender()
        name, value = str(sender.property("option")), str(sender.property("code"))
        option = next(one for one in self.options.described() if one.name == name)
        chosen = {str(code) for code in getattr(self.options, name)}
        chosen = chosen | {value} if on else chosen - {value}
        self._set(**{name: tuple(code for code in option.codes or () if code.value in chosen)})

    def _number(self, option: OptionField) -> QWidget:
        def check(typed: str) -> Verdict:
            if typed.strip().isdecimal() and option.least <= int(typed) <= option.most:
                return Verdict()
            return Verdict(
                "bad",
                self.desk.text(
                    "A number from {least} to {most}.", least=int(option.least), most=int(option.most)
                ),
            )

        editor = TextField(self.desk.theme, str(getattr(self.options, option.name)))
        return self._typed(option, editor, check)

    def _text(self, option: OptionField) -> QWidget:
        theme, value = self.desk.theme, getattr(self.options, option.name)
        if option.name != PARAGRAPH:
            return self._typed(option, TextField(theme, value), None)
        field = self._typed(option, LongText(theme, value, lines=3), None)
        insert = InsertText(self.desk, field, self._written_in, "print.insertText")
        return holder(column(theme, field, row(theme, insert, None), gap=2))

    def _written_in(self) -> str:
        """The language a paragraph is written in: the paper's, else the window's."""
        return self.options.language or self.desk.locale.language

    def _day(self, option: OptionField) -> QWidget:
        def check(typed: str) -> Verdict:
            try:
                self._read_day(typed)
            except UserError as error:
                return Verdict("bad", self.desk.words(error))
            return Verdict()

        value = getattr(self.options, option.name)
        shown = self.desk.locale.date(value, "list") if value else ""
        return self._typed(option, TextField(self.desk.theme, shown), check)

    def _read_day(self, typed: str) -> date | None:
        if not typed.strip():
            return None
        return read_day(typed, self.desk.locale, self.desk.file.today)

    def _typed(
        self, option: OptionField, editor: TextField | LongText, check: Callable[[str], Verdict] | None
    ) -> Field:
        field = Field(
            self.desk.theme, self.desk.text(option.label), editor, check=check, name=f"print.{option.flag}"
        )
        field.setProperty("option", option.name)
        field.saved.connect(self._saved)
        return field

    def _saved(self, typed: str) -> None:
        sender = self.sender()
        name = str(sender.property("option"))
        option = next(one for one in self.options.described() if one.name == name)
        readers: dict[OptionKind, Callable[[str], Any]] = {
            OptionKind.NUMBER: int,
            OptionKind.DAY: self._read_day,
        }
        self._set(**{name: readers.get(option.kind, str)(typed.strip())})

    def _stock(self, option: OptionField) -> QWidget:
        current = str(getattr(self.options, option.name))
        pairs = [(stock.code, stock.name) for stock in STOCKS]
        if current not in {code for code, _ in pairs}:
            pairs.append((current, current))
        box = Choice(self.desk.theme, pairs, current)
        box.setProperty("option", option.name)
        box.picked.connect(self._picked)
        return Field(self.desk.theme, self.desk.text(option.label), box, name=f"print.{option.flag}")

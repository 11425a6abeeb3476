# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields that the pages of twinnings share: rough days, choices, chips, texts in one language at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.domain.dates import DateKind
from hospes.domain.errors import FieldProblem
from hospes.queries.partnerships_page import in_any
from hospes.ui.pages.insert_text import InsertText
from hospes.ui.pages.person_dates import day_check, read_day
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.person_languages import capital
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.actions import Action
    from hospes.domain.errors import UserError
    from hospes.domain.values import RoughDate
    from hospes.ui.desk import Desk


def write(desk: Desk, action: Action, field: Field | None = None) -> bool:
    """Carry out an action that a field asked for; what is wrong about it stands under the field."""

    def failed(error: UserError) -> None:
        if field is not None and isinstance(error, FieldProblem):
            field.say(Verdict("bad", desk.words(error)))
        else:
            desk.say(error, kind="err")

    return desk.run(action, said=desk.text("All changes saved"), failed=failed) is not None


def rough_field(
    desk: Desk,
    label: str,
    value: RoughDate | None,
    save: Callable[[RoughDate | None, Field], object],
    name: str,
    *,
    beside: bool = True,
    empty: str = "",
) -> Field:
    """A day that may be a year only; read back in words. `empty` says what no day means here."""
    shown = desk.locale.rough(value) if value is not None else ""
    check = day_check(desk, DateKind.ANY)
    if beside:
        line = FlatLine(desk.theme, shown, empty=empty or desk.text("not known"))
        field = flat_field(desk.theme, label, line, check=check, name=name)
    else:
        field = Field(desk.theme, label, TextField(desk.theme, shown), check=check, name=name)

    def saved(typed: str) -> None:
        save(read_day(desk, typed, DateKind.ANY), field)

    field.saved.connect(saved)
    return field


def choice_field(
    desk: Desk,
    label: str,
    options: Sequence[tuple[str, str]],
    value: str,
    save: Callable[[str], object],
    name: str,
    *,
    beside: bool = True,
) -> Field:
    """A drop-down that saves what is chosen."""
    box = Choice(desk.theme, options, value)
    box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    field = Field(desk.theme, label, box, beside=beside, name=name)
    box.picked.connect(save)
    return field


def chips(
    desk: Desk, shown: Sequence[tuple[str, str]], drop: Callable[[str], object], name: str
) -> QWidget | None:
    """What was chosen, each with a cross that takes it off; None where there is nothing."""
    if not shown:
        return None
    flow = FlowLayout(desk.theme, gap=6)
    for code, words in shown:
        button = plain_button(desk.theme, words, icon="x", name=f"{name}.{code}")
        button.setAccessibleName(desk.text("Take off {what}", what=words))
        button.clicked.connect(_pressed(drop, code))
        flow.addWidget(button)
    return holder(flow)


def _pressed(call: Callable[[str], object], code: str) -> Callable[[], None]:
    """A call for one of several buttons."""

    def press() -> None:
        call(code)

    return press


class LanguageTexts(QWidget):
    """Some texts of a thing in one language at a time, with a pencil where a language lacks one."""

    def __init__(
        self,
        desk: Desk,
        languages: Sequence[str],
        fields: Sequence[tuple[str, str, int]],
        texts: Mapping[str, Mapping[str, str]],
        save: Callable[[str, str, str, Field], object],
        name: str,
        *,
        remember: dict[str, str] | None = None,
        hint: str = "",
    ) -> None:
        """Build the chips of the languages and the fields.

        Args:
            desk: the desk.
            languages: codes, ours first.
            fields: code, words and lines of each text; one line is a plain field.
            texts: by language and code.
            save: called with language, code, text and the field.
            name: beginning of the object names.
            remember: keeps which language was looked at, so that it is shown again when the page reads anew.
            hint: a grey line beneath the first field.
        """
        super().__init__()
        self.desk = desk
        self._fields_wanted, self._texts, self._save_call = fields, texts, save
        self._name, self._hint = name, hint
        theme = desk.theme
        self._remember = {} if remember is None else remember
        self._code = self._remember.get(name, languages[0])
        if self._code not in languages:
            self._code = languages[0]
        lacking = self._lacking(languages)
        self.chips = ChipRow(theme, desk.text("Language"), name=f"{name}.language")
        self.chips.set_chips(
            [
                Chip(one, capital(desk.locale.language_name(one)), icon="pencil" if one in lacking else "")
                for one in languages
            ],
            self._code,
        )
        self.chips.chosen.connect(self._choose)
        self.fields: dict[str, Field] = {}
        self._box = column(theme, gap=8)
        insert = InsertText(desk, self, lambda: self._code, f"{self._name}.insertText")
        if all(lines == 1 for _, _, lines in self._fields_wanted):
            insert.hide()  # never shown by hand: what has no parent yet would be a window of its own
        self.setLayout(column(theme, self.chips, row(theme, insert, None), self._box, gap=8))
        self.chips.setVisible(len(languages) > 1)
        self._fill()

    def _lacking(self, languages: Sequence[str]) -> set[str]:
        """Languages without a text that another language has."""
        have = {code for one in self._texts.values() for code, text in one.items() if text}
        return {
            language
            for language in languages
            if any(not self._texts.get(language, {}).get(code) for code in have)
        }

    def _fill(self) -> None:
        theme = self.desk.theme
        clear(self._box)
        self.fields = {}
        for number, (code, words, lines) in enumerate(self._fields_wanted):
            value = self._texts.get(self._code, {}).get(code, "")
            editor: TextField | LongText
            if lines == 1:
                editor = TextField(theme, value, example=self._example(code))
            else:
                editor = LongText(theme, value, lines=lines, lines_most=24)
                editor.setPlaceholderText(self._example(code))
            field = Field(
                theme, words, editor, hint=self._hint if not number else "", name=f"{self._name}.{code}"
            )
            field.saved.connect(self._saver(code, field))
            self.fields[code] = field
            self._box.addWidget(field)

    def _example(self, code: str) -> str:
        """What another language says, in grey, for whoever translates it."""
        texts = {language: one.get(code, "") for language, one in self._texts.items()}
        return in_any(texts, self._code)[:400]

    def _saver(self, code: str, field: Field) -> Callable[[str], None]:
        language = self._code

        def save(typed: str) -> None:
            self._save_call(language, code, typed, field)

        return save

    def _choose(self, code: str) -> None:
        for field in self.fields.values():
            field.leave()
        self._code = code
        self._remember[self._name] = code
        self._fill()


def leads_on(desk: Desk, words: str, go: Callable[[], object], name: str, aside: str = "") -> QWidget:
    """A line about something that has a page of its own: however long its name is, it is read whole."""
    theme = desk.theme
    link = link_button(theme, desk.text("Open"), go, name=name)
    link.setAccessibleName(desk.text("Open {what}", what=words))
    told: QWidget = Label(theme, words, wrap=True)
    if aside:
        told = Turning(theme, told, Label(theme, aside, "m"), gap=12)
    box = row(theme, told, link, gap=12)
    box.setStretch(0, 1)
    return holder(box)


def titled(desk: Desk, words: str, *parts: QWidget | None, name: str = "", hint: str = "") -> Box:
    """A card with its heading."""
    box = Box(desk.theme, "card", Label(desk.theme, words, "section"), gap=8, name=name)
    if hint:
        box.box.addWidget(Label(desk.theme, hint, "m", wrap=True))
    for part in parts:
        if part is not None:
            box.box.addWidget(part)
    return box

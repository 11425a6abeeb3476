# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields that the pages of a visit share: days and times as people type them, people to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.dates import DateKind, DateProblem, read_day
from hospes.domain.errors import UserError
from hospes.domain.programme_times import read_times, times_words
from hospes.ui.widgets.choices import Combo
from hospes.ui.widgets.dates import DateField
from hospes.ui.widgets.fields import FINE, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QFocusEvent

    from hospes.ui.desk import Desk


def day_editor(desk: Desk, text: str = "", kind: DateKind = DateKind.COMING) -> DateField:
    """A line for a day with its calendar."""

    def write(day: date) -> str:
        return desk.locale.date(day, "list")

    editor = DateField(
        desk.theme,
        today=desk.file.today,
        language=desk.locale.language,
        words=desk.text("Choose in the calendar"),
        parse=lambda typed: day_of(desk, typed, kind),
        write=write,
    )
    editor.setText(text)
    return editor


def day_of(desk: Desk, typed: str, kind: DateKind = DateKind.COMING) -> date | None:
    """The day somebody typed; None for nothing and for what is no day."""
    if not typed.strip():
        return None
    try:
        return read_day(typed, desk.locale, desk.file.today, kind)
    except UserError:
        return None


def day_check(desk: Desk, kind: DateKind = DateKind.COMING) -> Callable[[str], Verdict]:
    """Reads a day back in words, or says what is wrong with it."""

    def check(typed: str) -> Verdict:
        if not typed.strip():
            return FINE
        try:
            day = read_day(typed, desk.locale, desk.file.today, kind)
        except DateProblem as problem:
            cures = tuple((desk.locale.rough(one), desk.locale.rough(one)) for one in problem.suggestions)
            return Verdict("bad", desk.words(problem), cures)
        except UserError as problem:
            return Verdict("bad", desk.words(problem))
        return Verdict("fine", desk.locale.date(day, "weekday"))

    return check


def times_check(desk: Desk) -> Callable[[str], Verdict]:
    """Reads a time back, or says what is wrong with it."""

    def check(typed: str) -> Verdict:
        try:
            times = read_times(typed, desk.locale)
        except UserError as problem:
            return Verdict("bad", desk.words(problem))
        told = times_words(times, desk.locale)
        return Verdict("fine", told if told != typed.strip() else "")

    return check


class PersonCombo(Combo):
    """A line to choose a person by typing parts of the name; the people are read when it is first entered."""

    def __init__(self, desk: Desk, name: str = "", *, text: str = "") -> None:
        super().__init__(desk.theme, name=name)
        self._desk = desk
        self._read = False
        self.setText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._read:
            self._read = True
            self.set_options(people_options(self._desk))
        super().focusInEvent(event)


def people_options(desk: Desk) -> list[tuple[str, str]]:
    """Everybody in the file, by name; who is called like another comes with what tells them apart."""
    from hospes.domain.names import display_name
    from hospes.queries.visit_overview import people_to_choose
    from hospes.ui.pages.namesakes import told_apart

    named = [(one, display_name(name)) for one, name in desk.read(people_to_choose)]
    named.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
    return [(one.hex, words) for one, words in told_apart(desk, named).items()]

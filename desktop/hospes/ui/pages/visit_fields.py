# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields that the pages of a visit share: days and times as people type them, people to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.dates import DateKind, DateProblem, read_day
from hospes.domain.errors import UserError
from hospes.domain.programme_times import read_times, times_words
from hospes.ui.widgets.dates import DateField
from hospes.ui.widgets.fields import FINE, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hospes.ui.desk import Desk


def day_editor(desk: Desk, text: str = "") -> DateField:
    """A line for a day with its calendar."""

    def write(day: date) -> str:
        return desk.locale.date(day, "list")

    editor = DateField(
        desk.theme,
        today=desk.file.today,
        language=desk.locale.language,
        words=desk.text("Choose in the calendar"),
        parse=lambda typed: day_of(desk, typed),
        write=write,
    )
    editor.setText(text)
    return editor


def day_of(desk: Desk, typed: str) -> date | None:
    """The day somebody typed; None for nothing and for what is no day."""
    if not typed.strip():
        return None
    try:
        return read_day(typed, desk.locale, desk.file.today, DateKind.COMING)
    except UserError:
        return None


def day_check(desk: Desk) -> Callable[[str], Verdict]:
    """Reads a day back in words, or says what is wrong with it."""

    def check(typed: str) -> Verdict:
        if not typed.strip():
            return FINE
        try:
            day = read_day(typed, desk.locale, desk.file.today, DateKind.COMING)
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

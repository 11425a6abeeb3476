# SPDX-License-Identifier: GPL-3.0-or-later
"""Days in the forms about people: read as typed, read back in words, asked about where they look odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.birth import birth_doubt, checked_birth
from hospes.domain.dates import DateKind, DateProblem, read_date
from hospes.domain.errors import UserError
from hospes.ui.widgets.dates import DateField
from hospes.ui.widgets.fields import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hospes.domain.values import RoughDate
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field


def read_day(desk: Desk, typed: str, kind: DateKind = DateKind.PAST) -> RoughDate | None:
    """A typed day, whole or rough; None for nothing. Raises DateProblem."""
    return read_date(typed, desk.locale, desk.file.today, kind) if typed.strip() else None


def read_birth(desk: Desk, typed: str) -> RoughDate | None:
    """A typed day of birth; None for nothing. Raises UserError."""
    value = read_day(desk, typed)
    return checked_birth(value, desk.file.today) if value is not None else None


def bad_day(desk: Desk, error: UserError) -> Verdict:
    """What is wrong about a day, with the days that may have been meant."""
    days = error.suggestions if isinstance(error, DateProblem) else ()
    cures = tuple((desk.locale.rough(day), desk.locale.rough(day)) for day in days)
    return Verdict("bad", desk.words(error), cures)


def day_check(desk: Desk, kind: DateKind = DateKind.PAST) -> Callable[[str], Verdict]:
    """A check that reads a day back in words."""

    def check(typed: str) -> Verdict:
        try:
            value = read_day(desk, typed, kind)
        except UserError as error:
            return bad_day(desk, error)
        return Verdict("fine", desk.locale.rough(value)) if value is not None else Verdict()

    return check


def whole_day(desk: Desk, field: Field, missing: str) -> date | None:
    """The day in a field; None where it is none or only a part of one, which the field says by `missing`."""
    try:
        value = read_day(desk, field.value())
    except UserError as error:
        field.say(bad_day(desk, error))
        return None
    if value is None or value.exact is None:
        field.say(Verdict("bad", missing))
        return None
    return value.exact


def birth_check(
    desk: Desk,
    *,
    died: Callable[[], RoughDate | None] = lambda: None,
    accepted: Callable[[str], bool] = lambda _: False,
    read_back: bool = True,
) -> Callable[[str], Verdict]:
    """A check for a day of birth: read back with the age; odd ages are asked about unless accepted."""

    def check(typed: str) -> Verdict:
        try:
            birth = read_birth(desk, typed)
        except UserError as error:
            return bad_day(desk, error)
        if birth is None:
            return Verdict()
        doubt = birth_doubt(birth, died(), desk.file.today)
        if doubt is not None and not accepted(str(birth)):
            return Verdict("odd", desk.locale.message(doubt), (), desk.text("It is right"))
        return Verdict("fine", told_birth(desk, birth, died()) if read_back else "")

    return check


def told_birth(desk: Desk, birth: RoughDate, died: RoughDate | None = None) -> str:
    """A day of birth with the age: `3 September 1971 (54)`."""
    day, age = desk.locale.rough(birth), birth.age_on(desk.file.today)
    return day if age is None or died is not None else desk.text("{day} ({age})", day=day, age=age)


def date_field(desk: Desk, name: str = "") -> DateField:
    """A line for a day with a calendar."""

    def parse(typed: str) -> date | None:
        try:
            value = read_day(desk, typed)
        except UserError:
            return None
        return value.exact if value is not None else None

    return DateField(
        desk.theme,
        today=desk.file.today,
        language=desk.locale.code,
        words=desk.text("Choose in the calendar"),
        parse=parse,
        write=desk.locale.date,
        name=name,
    )

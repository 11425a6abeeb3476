# SPDX-License-Identifier: GPL-3.0-or-later
"""Days of birth and death: what cannot be, and what looks odd."""

from datetime import date

from hospes.domain.ages import OLDEST
from hospes.domain.errors import FieldProblem, Message
from hospes.domain.values import RoughDate


def checked_birth(value: RoughDate, today: date, field: str = "birth") -> RoughDate:
    """A day that is not ahead. Raises FieldProblem."""
    if value.first > today:
        raise FieldProblem(field, "{day} has not come yet. What you typed is kept.", day=value)
    return value


def birth_doubt(birth: RoughDate | None, died: RoughDate | None, today: date) -> Message | None:
    """A question where the age looks odd; None where all is well."""
    if birth is None:
        return None
    if died is not None and died.last < birth.first:
        return Message("That is a death before the birth. Is it right?")
    age = birth.age_on(died.last if died is not None else today)
    if age is not None and age > OLDEST:
        return Message("That would be {n} years old. Is the year right?", n=age)
    return None

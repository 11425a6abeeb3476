# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people changed one field: both values stand side by side, and the person says which one counts (T8.1).

The file was changed since the page read it, by the command line, another program, or a step taken back.
Nothing was written; the page keeps what was typed until one of both is chosen.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hospes.actions import Action
    from hospes.domain.errors import UserError
    from hospes.i18n.locale import Locale

LONGEST = 24
"""Letters of a value on a button; longer ones stand whole in the sentence."""


def over_it(action: Action) -> Action | None:
    """The same action, writing over what was changed meanwhile; None for one that knows no such thing."""
    if any(field.name == "seen" for field in fields(action)):
        unseen: dict[str, None] = {"seen": None}
        return replace(action, **unseen)
    return None


def both_values(error: UserError, locale: Locale) -> tuple[object, object, bool]:
    """Both values as the buttons say them, and whether one is so long that the sentence has to say it."""
    both = (getattr(error, "mine", None), getattr(error, "theirs", None))
    yours, other = (_short(locale, value) for value in both)
    return yours, other, any(isinstance(value, str) and len(value) > LONGEST for value in both)


def _short(locale: Locale, value: object) -> object:
    if value is None or value == "":
        return locale.text("nothing")
    if isinstance(value, str) and len(value) > LONGEST:
        return f"{value[: LONGEST - 1]}…"
    return value  # days, codes and amounts are put into words with the sentence

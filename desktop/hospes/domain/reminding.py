# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders in stages, and when it is too early for the next: nobody is reminded twice by mistake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LAST_STAGE = 3
WAIT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder that went out."""

    stage: int
    on: date


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next for somebody who owes.

    `stage` is that of the letter; `again` says it went out today already, so that a sheet the printer spoiled
    can be printed once more; `too_soon` that the last one is not old enough yet.
    """

    stage: int
    again: bool = False
    too_soon: bool = False


def next_reminder(sent: Iterable[Reminded], today: date, wait_days: int = WAIT_DAYS, stage: int = 0) -> Next:
    """Which reminder is due.

    Args:
        sent: those that went out for the debt.
        today: the day of the letter.
        wait_days: days that must have passed since the last one.
        stage: the stage somebody chose; 0 for the next one.
    """
    last = max(sent, key=lambda one: (one.on, one.stage), default=None)
    if last is None:
        return Next(stage or 1)
    if last.on == today:
        return Next(stage or last.stage, again=True)
    following = stage or min(last.stage + 1, LAST_STAGE)
    return Next(following, too_soon=(today - last.on).days < wait_days)

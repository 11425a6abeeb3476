# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of a meeting in words: for the page, and for the minutes that are filled with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import Attendance, EventKind
from hospes.papers.meeting_paper import ballot_words, result_words, turnout_words
from hospes.queries.meetings import by_laws, standing, voters_on

if TYPE_CHECKING:
    from hospes.queries.events import EventFacts
    from hospes.ui.desk import Desk


def minutes_draft(desk: Desk, facts: EventFacts) -> str:
    """Who was there and how the votes went, to go on writing."""
    locale = desk.locale
    if facts.kind is not EventKind.AGM:
        here = [one for one in facts.people if one.attendance is Attendance.PRESENT]
        excused = [one for one in facts.people if one.attendance is Attendance.EXCUSED]
        from hospes.domain.names import display_name

        lines = [
            locale.text("Present: {names}.", names=locale.listing(display_name(one.name) for one in here))
        ]
        if excused:
            names = locale.listing(display_name(one.name) for one in excused)
            lines.append(locale.text("Excused: {names}.", names=names))
        return "\n".join(lines)
    laws = desk.read(by_laws)
    everyone = desk.read(voters_on, facts.on, laws, locale)
    told = standing(facts, everyone, laws)
    lines = [locale.text("Held on the second date.")] if facts.second_date else []
    lines += turnout_words(told, locale)
    for motion in facts.motions:
        if motion.ballot is not None:
            lines += ["", motion.text, ballot_words(motion.ballot, locale)]
            lines.append(result_words(motion, laws, told.all_votes, locale))
    return "\n".join(lines)

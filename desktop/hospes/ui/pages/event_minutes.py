# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of a meeting in words: for the page, and for the minutes that are filled with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import Attendance, EventKind
from hospes.domain.meetings import carried
from hospes.queries.meetings import by_laws, standing, voters_on

if TYPE_CHECKING:
    from hospes.domain.meetings import Ballot, ByLaws, Turnout
    from hospes.i18n.locale import Locale
    from hospes.queries.events import EventFacts, MotionRow
    from hospes.ui.desk import Desk


def turnout_words(told: Turnout, locale: Locale) -> list[str]:
    """Who is there, and whether the meeting may decide, in sentences."""
    lines = [
        locale.ntext(
            "{n} member with a vote is present.", "{n} members with a vote are present.", told.present
        )
    ]
    if told.represented:
        lines.append(
            locale.ntext(
                "{n} member is represented by proxy.", "{n} members are represented by proxy.",
                told.represented,
            )
        )  # fmt: skip
    lines.append(locale.text("Together {votes} of {all} votes.", votes=told.votes, all=told.all_votes))
    lines.append(quorum_words(told, locale))
    return lines


def quorum_words(told: Turnout, locale: Locale) -> str:
    """The quorum in words."""
    if not told.needed:
        return locale.text("The by-laws ask for no quorum: the meeting may decide.")
    if told.quorate:
        return locale.text(
            "The quorum of {needed} votes is reached with {counted}: the meeting may decide.",
            needed=told.needed, counted=told.counted,
        )  # fmt: skip
    return locale.text(
        "The quorum of {needed} votes is not reached, only {counted} are there: the meeting may not decide.",
        needed=told.needed, counted=told.counted,
    )  # fmt: skip


def ballot_words(ballot: Ballot, locale: Locale) -> str:
    """`40 yes, 3 no, 2 abstentions, 1 invalid`."""
    return locale.text(
        "{yes} yes, {no} no, {abstentions} abstentions, {invalid} invalid",
        yes=ballot.yes, no=ballot.no, abstentions=ballot.abstentions, invalid=ballot.invalid,
    )  # fmt: skip


def result_words(motion: MotionRow, laws: ByLaws, all_votes: int, locale: Locale) -> str:
    """Whether a motion is carried, and under which number."""
    if motion.ballot is None:
        return locale.text("Not voted on yet.")
    if not carried(motion.ballot, laws.majority(motion.kind), all_votes):
        return locale.text("Not carried.")
    return (
        locale.text("Carried as resolution {number}.", number=motion.number)
        if motion.number
        else locale.text("Carried.")
    )


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
    lines = turnout_words(told, locale)
    for motion in facts.motions:
        if motion.ballot is not None:
            lines += ["", motion.text, ballot_words(motion.ballot, locale)]
            lines.append(result_words(motion, laws, told.all_votes, locale))
    return "\n".join(lines)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the papers of a meeting have in common: the meeting, lines over the paper, numbers in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.errors import UserError
from hospes.domain.event_days import days_words
from hospes.domain.meetings import carried
from hospes.papers.base import DataT, Needs, OptionsT, Paper, PaperGroup
from hospes.papers.kit.tongues import DOT, Tongues

if TYPE_CHECKING:
    from hospes.domain.meetings import Ballot, ByLaws, Turnout
    from hospes.i18n.locale import Locale
    from hospes.papers.base import Scope
    from hospes.queries import Connection
    from hospes.queries.events import EventFacts, MotionRow
    from hospes.queries.meetings import Voter


class MeetingPaper(Paper[OptionsT, DataT]):
    """A paper about one event."""

    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.EVENT


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, the by-laws, and who may vote there."""

    facts: "EventFacts"
    laws: "ByLaws"
    everyone: tuple["Voter", ...]
    told: "Turnout"
    home: str


def read_meeting(connection: "Connection", scope: "Scope", locale: "Locale") -> Meeting:
    """The event of the scope, else the next general meeting. Raises UserError where there is none."""
    from hospes.queries.association import association
    from hospes.queries.events import event_facts, nearest_meeting
    from hospes.queries.meetings import by_laws, standing, voters_on

    ref = scope.event or nearest_meeting(connection, scope.today)
    if ref is None:
        raise UserError("Choose an event for this paper.", code="event-needed")
    facts = event_facts(connection, ref, locale)
    laws = by_laws(connection)
    everyone = voters_on(connection, facts.on, laws, locale)
    told = standing(facts, everyone, laws)
    return Meeting(facts, laws, everyone, told, association(connection).country)


def meeting_lead(facts: "EventFacts", tongues: Tongues) -> str:
    """`Mitgliederversammlung · Assemblée générale`."""
    return tongues.each(lambda locale: facts.words(locale.language).title).joined()


def meeting_when(facts: "EventFacts", tongues: Tongues) -> str:
    """`Freitag, 12. März 2027 · 19:00–21:30 · Bürgerhaus`."""
    day = tongues.each(lambda locale: days_words(locale, facts.on, facts.last)).joined()
    return DOT.join(part for part in (day, clock(facts, tongues.first), facts.place) if part)


def clock(facts: "EventFacts", locale: "Locale") -> str:
    """From when to when."""
    return "–".join(locale.time(at) for at in (facts.starts, facts.ends) if at is not None)


# ---- numbers in words ------------------------------------------------------------------------------------


def turnout_words(told: "Turnout", locale: "Locale") -> list[str]:
    """Who is there, and whether the meeting may decide, in sentences."""
    lines = [
        locale.ntext(
            "{n} member with a vote is present.", "{n} members with a vote are present.", told.present
        )
    ]
    if told.represented:
        n = told.represented
        lines.append(
            locale.ntext("{n} member is represented by proxy.", "{n} members are represented by proxy.", n)
        )
    lines.append(locale.text("Together {votes} of {all} votes.", votes=told.votes, all=told.all_votes))
    lines.append(quorum_words(told, locale))
    return lines


def quorum_words(told: "Turnout", locale: "Locale") -> str:
    """The quorum in words."""
    if not told.needed:
        return locale.text("The by-laws ask for no quorum: the meeting may decide.")
    numbers = {"needed": told.needed, "counted": told.counted}
    if told.quorate:
        return locale.text(
            "The quorum of {needed} votes is reached with {counted}: the meeting may decide.", **numbers
        )
    return locale.text(
        "The quorum of {needed} votes is not reached, only {counted} are there: the meeting may not decide.",
        **numbers,
    )


def ballot_words(ballot: "Ballot", locale: "Locale") -> str:
    """`40 yes, 3 no, 2 abstentions, 1 invalid`."""
    return locale.text(
        "{yes} yes, {no} no, {abstentions} abstentions, {invalid} invalid",
        yes=ballot.yes,
        no=ballot.no,
        abstentions=ballot.abstentions,
        invalid=ballot.invalid,
    )


def result_words(motion: "MotionRow", laws: "ByLaws", all_votes: int, locale: "Locale") -> str:
    """Whether a motion is carried, and under which number."""
    if motion.ballot is None:
        return locale.text("Not voted on yet.")
    if not motion.number:
        # A meeting without a quorum carries nothing, whatever the votes were.
        if carried(motion.ballot, motion.kind, laws, all_votes):
            return locale.text("Not carried: there was no quorum.")
        return locale.text("Not carried.")
    return locale.text("Carried as resolution {number}.", number=motion.number)

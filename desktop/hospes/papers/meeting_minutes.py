# SPDX-License-Identifier: GPL-3.0-or-later
"""The minutes of a meeting, filled with its numbers, and the register of resolutions (domain 6, 13)."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Attendance, EventKind
from hospes.domain.meetings import MEETINGS
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.meeting_paper import (
    Meeting,
    MeetingPaper,
    ballot_words,
    clock,
    meeting_lead,
    meeting_when,
    read_meeting,
    result_words,
    turnout_words,
)
from hospes.papers.options import Options, SheetOptions, text

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.events import Role
    from hospes.queries.meetings import Resolution


@dataclass(frozen=True, kw_only=True)
class MinutesOptions(SheetOptions):
    """Who led and who wrote; what stands at the meeting holds where nothing is given."""

    chair: str = text(N_("In the chair"))
    keeper: str = text(N_("Who took the minutes"))


class MeetingMinutes(MeetingPaper[MinutesOptions, Meeting]):
    """The minutes, to be signed."""

    code: ClassVar[str] = "meeting-minutes"
    title: ClassVar[str] = N_("Minutes")
    about: ClassVar[str] = N_("Who was there, what was decided with which votes, to be signed")
    options: ClassVar[type[Options]] = MinutesOptions

    def data(
        self, connection: "Connection", options: MinutesOptions, scope: Scope, locale: Locale
    ) -> Meeting:
        """The meeting."""
        return read_meeting(connection, scope, locale)

    def build(self, data: Meeting, options: MinutesOptions, kit: "Kit") -> "Document":
        """Write them."""
        tongues, facts, body = kit.tongues, data.facts, kit.type.body
        meeting = facts.kind in MEETINGS
        chair = options.chair or _called(facts.chair, tongues.first)
        keeper = options.keeper or _called(facts.keeper, tongues.first)
        flow = kit.flow(
            tongues.text(self.title) if meeting else tongues.text("Report"),
            lead=meeting_lead(facts, tongues),
            grey=meeting_when(facts, tongues),
        )
        flow.terms([
            (tongues.text("Time"), clock(facts, tongues.first)),
            (tongues.text("Where"), facts.place),
            (tongues.text("In the chair"), chair),
            (tongues.text("Who took the minutes"), keeper),
            *_counted(data, tongues),
        ])  # fmt: skip
        locales = [one for one in (tongues.first, tongues.second) if one is not None]
        flow.section(tongues.text("Who was there"))
        styles = (body, kit.type.body_second)
        for locale, style in zip(locales, styles, strict=False):
            for line in _who(data, locale):
                flow.para(line, style, gap=1 * MM)
            flow.y += 1 * MM
        agenda = facts.words(tongues.first.language).agenda
        if agenda:
            flow.section(tongues.text("Agenda"))
            for line in agenda.splitlines():
                flow.para(line, body, gap=1 * MM)
        if facts.motions:
            flow.section(tongues.text("Decisions"))
        for at, motion in enumerate(facts.motions, 1):
            flow.para(f"{at}. {motion.text}", kit.type.lead, gap=1 * MM)
            for locale, style in zip(locales, styles, strict=False):
                parts = [ballot_words(motion.ballot, locale)] if motion.ballot is not None else []
                parts.append(result_words(motion, data.laws, data.told.all_votes, locale))
                flow.para(" · ".join(parts), style, gap=2 * MM)
        _course(data, flow, kit)
        if meeting:
            flow.signatures([
                tongues.text("In the chair: {name}", name=chair) if chair else tongues.text("In the chair"),
                tongues.text("Who took the minutes: {name}", name=keeper)
                if keeper
                else tongues.text("Who took the minutes"),
            ])  # fmt: skip
        return kit.finish()


def _called(role: "Role | None", locale: Locale) -> str:
    return display_name(for_reader(role.name, locale.code)) if role is not None else ""


def _who(data: Meeting, locale: Locale) -> list[str]:
    """Who was there, in sentences; before a general meeting nobody is, and nothing is said of its quorum."""
    facts = data.facts
    if facts.kind is EventKind.AGM and data.told.present:
        second = [locale.text("Held on the second date.")] if facts.second_date else []
        return second + turnout_words(data.told, locale)
    if facts.people or facts.kind in MEETINGS:
        return [_present(data, locale)]
    return [_came(data, locale)]


def _course(data: Meeting, flow: "Flow", kit: "Kit") -> None:
    """What was written about the meeting, in the languages of the paper that have it."""
    facts, tongues = data.facts, kit.tongues
    written = {
        locale.language: facts.texts.get(locale.language)
        for locale in (tongues.first, tongues.second)
        if locale is not None
    }
    told = [words.minutes for words in written.values() if words is not None and words.minutes]
    told = told or [facts.words(tongues.first.language).minutes]
    for minutes in filter(None, (_not_said_above(data, one, tongues) for one in told)):
        flow.section(
            tongues.text("Course of the meeting") if facts.kind in MEETINGS else tongues.text("How it was")
        )
        for line in minutes.splitlines():
            flow.para(line, kit.type.body, gap=1.5 * MM)


def _not_said_above(data: Meeting, minutes: str, tongues: Tongues) -> str:
    """What was written without the numbers that "Fill in the numbers" puts there: they stand above."""
    said = {motion.text for motion in data.facts.motions if motion.ballot is not None}
    for locale in filter(None, (tongues.first, tongues.second)):
        said.update(_who(data, locale))
        for motion in data.facts.motions:
            if motion.ballot is not None:
                said.add(ballot_words(motion.ballot, locale))
                said.add(result_words(motion, data.laws, data.told.all_votes, locale))
    left = [line for line in minutes.splitlines() if line.strip() not in said]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(left)).strip()


def _counted(data: Meeting, tongues: Tongues) -> list[tuple[Pair, str]]:
    """How many came to what has no list, and what it cost (REQ-1-05)."""
    facts, locale = data.facts, tongues.first
    pairs = (
        (tongues.text("How many came"), locale.number(facts.visitors) if facts.visitors is not None else ""),
        (tongues.text("Planned costs"), locale.money(facts.planned)),
        (tongues.text("Costs"), locale.money(facts.cost)),
        (tongues.text("Income"), locale.money(facts.income)),
    )
    return [(name, words) for name, words in pairs if words]


def _came(data: Meeting, locale: Locale) -> str:
    if data.facts.visitors is None:
        return locale.text("Nobody counted.")
    return locale.ntext("{n} person came.", "{n} people came.", data.facts.visitors)


def _present(data: Meeting, locale: Locale) -> str:
    here = [one for one in data.facts.people if one.attendance is Attendance.PRESENT]
    if not here:
        return locale.text("Nobody is ticked off as present yet.")
    return locale.text("Present: {names}.", names=locale.listing(display_name(one.name) for one in here))


class ResolutionsRegister(Paper[SheetOptions, tuple["Resolution", ...]]):
    """All resolutions by number."""

    code: ClassVar[str] = "resolutions"
    title: ClassVar[str] = N_("Register of resolutions")
    about: ClassVar[str] = N_("Everything that meetings decided, numbered, the newest first")
    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = SheetOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: SheetOptions, scope: Scope, locale: Locale
    ) -> tuple["Resolution", ...]:
        """The register."""
        from hospes.queries.meetings import resolutions

        return resolutions(connection, locale)

    def build(self, data: tuple["Resolution", ...], options: SheetOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues = kit.tongues
        flow = kit.flow(tongues.text(self.title), lead=kit.sender.name)
        columns = [
            Column(tongues.text("No."), strong=True, fixed=20),
            Column(tongues.text("Day"), fixed=26),
            Column(tongues.text("Resolution"), least=60),
            Column(tongues.text("Votes"), least=40),
        ]
        rows: list[list[Cell]] = [[str(cell) for cell in row] for row in _rows(data, tongues.first)]
        none = tongues.text("No meeting has decided anything yet.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], "", none))
        return kit.finish()

    def table(self, data: tuple["Resolution", ...], options: SheetOptions, locale: Locale) -> Table:
        """The rows as plain values."""
        headings = [N_("No."), N_("Day"), N_("Resolution"), N_("Votes")]
        return Table(locale.text(self.title), [locale.text(one) for one in headings], _rows(data, locale))


def _rows(data: tuple["Resolution", ...], locale: Locale) -> list[list[Value]]:
    return [[one.number, locale.date(one.on), one.text, ballot_words(one.ballot, locale)] for one in data]

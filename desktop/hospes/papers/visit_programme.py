# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme of a visit (domain 6, paper 15): day by day, in one language or two side by side.

What has no text in a language stands there in the other one, upright, grey and marked (design 12), so that a
reader sees that something is missing and not that nothing happens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.domain.codes_visit import Audience, Meal
from hospes.domain.errors import Message
from hospes.domain.venues import LACKING, TOLD
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Printed, Scope, Table, Value
from hospes.papers.kit.ink import MM, Type
from hospes.papers.kit.side import Block, Line, level
from hospes.papers.kit.tongues import DOT, NBSP, Pair
from hospes.papers.options import Options, SheetOptions, choice, tick
from hospes.papers.visit_paper import (
    VisitPaper,
    called,
    clock_words,
    day_heading,
    emergency_box,
    foot,
    version_line,
    visit_lead,
    visit_when,
    within,
)

if TYPE_CHECKING:
    from hospes.domain.venues import Facts
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.paper_visit_programme import PaperItem

MISSING = "°"


class ForWhom(Code):
    """Whose programme it is."""

    EVERYONE = "everyone", N_("Everything")
    GUESTS = "guests", N_("What guests take part in")
    HOSTS = "hosts", N_("What hosts take part in")


@dataclass(frozen=True, kw_only=True)
class VisitProgrammeOptions(SheetOptions):
    """What stands in the programme."""

    for_whom: ForWhom = choice(N_("What is in it"), ForWhom.EVERYONE)
    details: bool = tick(N_("Details"), True)
    who: bool = tick(N_("Who takes part"), True)
    access: bool = tick(
        N_("Access of the venues"), True, hint=N_("Step-free, lift, induction loop and so on")
    )
    emergency: bool = tick(N_("Whom to call in an emergency"), True)
    booklet: bool = tick(
        N_("Booklet to be folded"), hint=N_("Print on both sides, flip on the short edge, and fold.")
    )


def access_lines(facts: "Facts", locale: Locale) -> list[str]:
    """What is there in one line, `Step-free, lift`, and what whoever needs it must know is not."""
    said = [locale.label(one) for one in facts.there]
    said += [locale.text(LACKING[one]) for one in facts.lacking if one in TOLD]
    return [", ".join((said[0], *(within(one, locale) for one in said[1:])))] if said else []


@dataclass(frozen=True, slots=True)
class Programme:
    """What happens, in order."""

    visit: "PaperVisit"
    items: tuple["PaperItem", ...]
    version: int
    lines: Mapping[str, str]

    @property
    def days(self) -> "list[tuple[date, list[PaperItem]]]":
        """The items of each day."""
        return [(day, list(some)) for day, some in groupby(self.items, key=lambda item: item.on)]


def programme_lines(items: "tuple[PaperItem, ...]", language: str) -> dict[str, str]:
    """What is remembered of a printed programme: day, time, place, title by item."""
    found = {}
    for item in items:
        words = item.text(language)
        start, end = (at.isoformat("minutes") if at else "" for at in (item.starts, item.ends))
        found[item.id.hex] = "|".join((item.on.isoformat(), start, end, words.place, words.title))
    return found


class VisitProgramme(VisitPaper[VisitProgrammeOptions, Programme]):
    """The programme."""

    code: ClassVar[str] = "visit-programme"
    title: ClassVar[str] = N_("Programme")
    about: ClassVar[str] = N_("What happens day by day, in one language or in two side by side")
    options: ClassVar[type[Options]] = VisitProgrammeOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: VisitProgrammeOptions, scope: Scope, locale: Locale
    ) -> Programme:
        """The items somebody takes part in."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.paper_visit_prints import version_of
        from hospes.queries.paper_visit_programme import paper_programme

        visit = paper_visit(connection, scope.visit)
        everything = paper_programme(connection, visit.id)
        lines = programme_lines(everything, visit.home_language)
        hidden = {ForWhom.GUESTS: {Audience.HOSTS}, ForWhom.HOSTS: {Audience.GUESTS}}.get(options.for_whom)
        items = tuple(item for item in everything if item.audience not in (hidden or set()))
        number = version_of(connection, visit.id, self.code, lines)
        return Programme(visit, items, number, lines)

    def printed(self, data: Programme) -> Printed:
        """What the programme said."""
        return Printed(data.visit.id, data.version, data.lines)

    def build(self, data: Programme, options: VisitProgrammeOptions, kit: "Kit") -> "Document":
        """Draw it day by day."""
        tongues = kit.tongues
        missing = _missing(data, kit)
        hint = Pair("")
        if missing:
            words = tongues.each(lambda locale: locale.text("not translated"))
            hint = Pair(f"{MISSING}{NBSP}{words.joined()}")
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=_about(foot(tongues, version_line(tongues, data.version, kit.today)), hint),
            booklet=options.booklet,
        )
        if missing:
            flow.book.notes += missing
        if not data.items:
            flow.para(tongues.text("Nothing is planned yet.").joined(), kit.type.grey)
        sheet = ProgrammeSheet(flow, kit, options, data.visit)
        for day, items in data.days:
            sheet.day(day, items)
        if options.emergency:
            emergency_box(flow, data.visit, kit)
        return kit.finish()

    def table(self, data: Programme, options: VisitProgrammeOptions, locale: Locale) -> Table:
        """A row for each item."""
        headings = [
            N_("Day"), N_("Begins"), N_("Ends"), N_("What"), N_("Where"), N_("Meeting point"), N_("Details"),
            N_("Who takes part"), N_("Meal"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        for item in data.items:
            words = item.text(locale.language)
            start = (
                locale.time(item.starts) if item.starts else clock_words(None, None, item.time_words, locale)
            )
            rows.append([
                item.on, start, locale.time(item.ends) if item.ends else "", words.title, words.place,
                words.meeting_point, words.details, locale.label(item.audience),
                locale.label(item.meal) if item.meal is not Meal.NONE else "",
            ])  # fmt: skip
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _about(version: Pair, hint: Pair) -> Pair:
    """The foot: the version, and what the mark means."""
    if not hint.first:
        return version
    return Pair(DOT.join((version.joined(), hint.first)))


def _missing(data: Programme, kit: "Kit") -> list[Message]:
    """How many texts are missing in each language of the paper."""
    found = []
    for locale in (kit.tongues.first, kit.tongues.second):
        if locale is None:
            continue
        n = sum(1 for item in data.items if item.words and not item.has(locale.language))
        if n:
            found.append(
                Message(
                    "One text of the programme is missing in the language of the paper: {language}.",
                    many="{n} texts of the programme are missing in the language of the paper: {language}.",
                    n=n,
                    language=locale.language_name(locale.language),
                )
            )
    return found


class ProgrammeSheet:
    """Draws days and items; the host sheet uses it too."""

    def __init__(self, flow: "Flow", kit: "Kit", options: VisitProgrammeOptions, visit: "PaperVisit") -> None:
        self.flow, self.kit, self.options, self.visit = flow, kit, options, visit
        self.type: Type = kit.type

    def day(self, day: date, items: "list[PaperItem]") -> None:
        """A day with its heading."""
        heading = day_heading(day, self.kit.tongues)
        self.flow.section(heading, keep=24 * MM)
        for item in items:
            self.item(item, heading)

    def _again(self, heading: Pair) -> None:
        """The day over its rows on the next sheet."""
        self.flow.para(f"{heading.joined()} …", self.type.grey, gap=0)

    def item(self, item: "PaperItem", day: Pair) -> None:
        """A row: time, what and where; the second language beside it."""
        first, second = self.kit.tongues.first, self.kit.tongues.second
        clock = clock_words(item.starts, item.ends, item.time_words, first)
        left: Block = [(clock, self.type.row_strong)]
        widest = clock_words(time(22, 0), time(23, 30), "", first)
        least = 0.0 if self.options.booklet else 25 * MM * self.type.scale
        room = max(least, self.flow.pen.width(widest, self.type.row_strong) + 1 * MM)
        again = partial(self._again, day)
        if second is None:
            what, where = self._split(item, first)
            level(self.flow, [left, what, where], [room, 0.58, 0.42], again=again)
            return
        if item.time_words and not item.starts:
            other = clock_words(None, None, item.time_words, second)
            if other != clock:
                left = [*left, (other, self.type.row_second)]
        blocks = [left, self._block(item, first, second=False), self._block(item, second, second=True)]
        level(self.flow, blocks, [room, 0.5, 0.5], again=again)

    def _title(self, item: "PaperItem", locale: Locale, *, second: bool) -> Line:
        words = item.text(locale.language)
        if words.title and not item.has(locale.language):
            return f"{words.title}{NBSP}{MISSING}", self.type.row.inked(self.type.row_second.colour)
        # As high as a line of the first language, so that what follows stands level in both.
        row = self.type.row
        style = replace(self.type.body_second, size=row.size, leading=row.leading)
        return words.title, style if second else self.type.row_strong

    def _block(self, item: "PaperItem", locale: Locale, *, second: bool) -> list[Line]:
        lines = [self._title(item, locale, second=second)]
        lines += [(text, self.type.row_second) for text in self._places(item, locale)]
        lines += [(text, self.type.row_second) for text in self._more(item, locale)]
        # Last, since it takes two lines in one language and three in another: all above stands level.
        lines += self._access(item, locale)
        return lines

    def _split(self, item: "PaperItem", locale: Locale) -> tuple[list[Line], list[Line]]:
        what = [self._title(item, locale, second=False)]
        what += [(text, self.type.row_second) for text in self._more(item, locale)]
        where = [(text, self.type.row) for text in self._places(item, locale)]
        where += self._access(item, locale)
        return what, where

    def _places(self, item: "PaperItem", locale: Locale) -> list[str]:
        words = item.text(locale.language)
        found = [words.place] if words.place else []
        if words.meeting_point:
            found.append(locale.text("Meeting point: {place}", place=words.meeting_point))
        return found

    def _access(self, item: "PaperItem", locale: Locale) -> list[Line]:
        """How one gets in, small: it must not push the days apart."""
        if not self.options.access or item.access is None:
            return []
        return [(text, self.type.row_second) for text in access_lines(item.access, locale)]

    def _more(self, item: "PaperItem", locale: Locale) -> list[str]:
        words = item.text(locale.language)
        found = [words.details] if self.options.details and words.details else []
        if self.options.details and item.contact is not None:
            found.append(called(item.contact, locale))
        if self.options.who and item.audience is not Audience.ALL:
            found.append(locale.label(item.audience))
        return found

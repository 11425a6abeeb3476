# SPDX-License-Identifier: GPL-3.0-or-later
"""What has changed since papers of a visit were printed last (domain 2.5): people and programme.

It compares what was remembered at the print with what stands in the file now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain.codes_visit import MovedFor
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.hosting_list import HostingPlan, read_plan
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, number, tick
from hospes.papers.visit_paper import (
    VisitPaper,
    called,
    clock_words,
    destroy,
    foot,
    version_line,
    visit_lead,
    visit_when,
)
from hospes.papers.visit_programme import programme_lines

if TYPE_CHECKING:
    from hospes.domain.person_name import PersonName
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Pair, Tongues
    from hospes.queries import Connection
    from hospes.queries.paper_visit_prints import Print

HOSTING = ("hosting-list", "host-sheet", "guest-card", "call-out-list")
"""Papers that say who sleeps where; the one printed last counts."""

MOVED = (
    (MovedFor.CHANGE, N_("Moved because of a late change")),
    (MovedFor.MEND, N_("Moved because their home did not fit")),
    (None, N_("Moved")),
)
"""Which must was broken stands on no paper."""


@dataclass(frozen=True, kw_only=True)
class VisitChangesOptions(SheetOptions):
    """Since when."""

    since: int = number(N_("Since version"), 0, 0, 9999, hint=N_("Since the last print if it is 0."))
    programme: bool = tick(N_("Changes of the programme"), True)


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody or something that changed: what it was and what it is, as remembered lines; empty is none."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What was printed, what has changed, and how people and homes are called."""

    plan: HostingPlan
    printed: "Print | None"
    printed_programme: "Print | None"
    people: tuple[Moved, ...]
    items: tuple[Moved, ...]
    why: "Mapping[str, MovedFor]"
    """Why people sleep elsewhere now, where a plan after a late change moved them."""
    names: "Mapping[UUID, PersonName]"
    homes: Mapping[UUID, str]


def compared(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Moved, ...]:
    """What differs between two sets of lines."""
    keys = dict.fromkeys([*before, *after])
    return tuple(
        Moved(key, before.get(key, ""), after.get(key, ""))
        for key in keys
        if before.get(key, "") != after.get(key, "")
    )


class VisitChanges(VisitPaper[VisitChangesOptions, Changes]):
    """Changes since the last print."""

    code: ClassVar[str] = "visit-changes"
    title: ClassVar[str] = N_("Changes since printing")
    about: ClassVar[str] = N_("Who came, went or moved since the hosting list was printed, and the programme")
    options: ClassVar[type[Options]] = VisitChangesOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: VisitChangesOptions, scope: Scope, locale: Locale
    ) -> Changes:
        """Compare the last print, or the version asked for, with now."""
        from hospes.queries.paper_visit_prints import moved_for
        from hospes.queries.paper_visit_programme import paper_programme

        plan = read_plan(connection, scope, "hosting-list")
        visit = plan.visit
        printed = _last(connection, visit.id, HOSTING, options.since)
        people = compared(printed.lines, plan.lines) if printed else ()
        printed_programme = _last(connection, visit.id, ("visit-programme",), 0)
        items: tuple[Moved, ...] = ()
        if options.programme and printed_programme is not None:
            now = programme_lines(paper_programme(connection, visit.id), visit.home_language)
            items = compared(printed_programme.lines, now)
        names, homes = _names(connection, people, locale)
        programme = printed_programme if options.programme else None
        why = moved_for(connection, visit.id) if people else {}
        return Changes(plan, printed, programme, people, items, why, names, homes)

    def build(self, data: Changes, options: VisitChangesOptions, kit: "Kit") -> "Document":
        """Draw the people who changed, then the programme."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.plan.visit, tongues),
            grey=visit_when(data.plan.visit, tongues),
            about=foot(tongues, version_line(tongues, data.plan.version, kit.today)),
            confidential=destroy(tongues),
        )
        if data.printed is None and data.printed_programme is None:
            words = tongues.text("No hosting list and no programme of this visit was printed yet.")
            flow.para(words.joined(), kit.type.grey)
            return kit.finish()
        if data.printed is not None:
            flow.para(_since(data.printed, tongues).joined(), kit.type.grey)
            self._people(flow, data, tongues)
        if data.printed_programme is not None:
            self._programme(flow, data, tongues)
        return kit.finish()

    def _people(self, flow: "Flow", data: Changes, tongues: "Tongues") -> None:
        moved = [one for one in data.people if one.before and one.after]
        groups = (
            (tongues.text("New"), [one for one in data.people if not one.before]),
            (tongues.text("No longer there"), [one for one in data.people if not one.after]),
            *(
                (tongues.text(title), [one for one in moved if data.why.get(one.key) == why])
                for why, title in MOVED
            ),
        )
        columns = [
            Column(tongues.text("Guest"), strong=True),
            Column(tongues.text("Printed")),
            Column(tongues.text("Now")),
        ]
        locale = tongues.first
        sections = [Section(_rows(some, data, locale), title) for title, some in groups if some]
        empty = tongues.text("Everybody sleeps where it was printed.").joined()
        n = len(data.people)
        total = tongues.ntext("one change", "{n} changes", n).joined() if n else ""
        flow.list(Listing(columns, sections, total, empty))

    def _programme(self, flow: "Flow", data: Changes, tongues: "Tongues") -> None:
        assert data.printed_programme is not None
        locale = tongues.first
        flow.section(tongues.text("Programme"))
        flow.para(_since(data.printed_programme, tongues).joined(), flow.type.grey)
        columns = [
            Column(tongues.text("What"), strong=True),
            Column(tongues.text("Printed")),
            Column(tongues.text("Now")),
        ]
        rows: list[list[Cell]] = []
        for one in sorted(data.items, key=lambda one: one.after or one.before):
            title = (one.after or one.before).rpartition("|")[2]
            rows.append([title, _when(one.before, locale), _when(one.after, locale)])
        empty = tongues.text("The programme is as it was printed.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], "", empty))

    def table(self, data: Changes, options: VisitChangesOptions, locale: Locale) -> Table:
        """A row for each change."""
        headings = [N_("Guest or item"), N_("Printed"), N_("Now")]
        rows: list[list[Value]] = [
            [_name(one, data, locale), _stays(one.before, data, locale), _stays(one.after, data, locale)]
            for one in data.people
        ]
        for one in data.items:
            title = (one.after or one.before).rpartition("|")[2]
            rows.append([title, _when(one.before, locale), _when(one.after, locale)])
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _rows(some: list[Moved], data: Changes, locale: Locale) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        [_name(one, data, locale), _stays(one.before, data, locale), _stays(one.after, data, locale)]
        for one in some
    ]
    return sorted(rows, key=lambda row: locale.sort_key(str(row[0])))


def _last(connection: "Connection", visit_id: UUID, papers: tuple[str, ...], since: int) -> "Print | None":
    """The print to compare with: the one of a version, else the last one of any of these papers."""
    from hospes.queries.paper_visit_prints import prints

    found: list[Print] = []
    for paper in papers:
        made = prints(connection, visit_id, paper)
        if since:
            made = tuple(one for one in made if one.number == since)
        found += made[:1]
    return max(found, key=lambda one: one.at, default=None)


def _names(
    connection: "Connection", people: tuple[Moved, ...], locale: Locale
) -> "tuple[dict[UUID, PersonName], dict[UUID, str]]":
    from hospes.queries.names import names
    from hospes.queries.person_facts import names_of
    from hospes.queries.scope import ids_in

    whom = names_of(connection, ids_in({UUID(hex=one.key) for one in people}))
    lines = " ".join(f"{one.before} {one.after}" for one in people).split()
    ids = {UUID(hex=home) for home in (line.partition(":")[0] for line in lines) if home}
    homes = names(connection, ids, locale.language, {"household"})
    return whom, {key: named.text for key, named in homes.items()}


def _since(printed: "Print", tongues: "Tongues") -> "Pair":
    def say(locale: Locale) -> str:
        at: datetime = printed.at
        return locale.text(
            "Compared with version {number}, printed on {date}.",
            number=str(printed.number),
            date=locale.date(at.date(), "long"),
        )

    return tongues.each(say)


def _name(one: Moved, data: Changes, locale: Locale) -> str:
    """A name; whoever was taken out of the file for good is "a guest" (design 8)."""
    name = data.names.get(UUID(hex=one.key))
    return called(name, locale) if name else locale.text("a guest")


def _stays(line: str, data: Changes, locale: Locale) -> str:
    """`Nowak, from 13 May, 4 nights` of a remembered line; one stay beneath the other."""
    if not line:
        return "–"
    told = []
    for part in line.split():
        home, _, rest = part.partition(":")
        first, _, nights = rest.partition("/")
        where = data.homes.get(UUID(hex=home), locale.text("a host")) if home else locale.text("No host yet")
        n = int(nights or 0)
        if not first or not n:
            told.append(where)
            continue
        words = locale.ntext("{n} night", "{n} nights", n)
        day = locale.date(date.fromisoformat(first), "weekday_short")
        told.append(locale.text("{home}: from {day}, {nights}", home=where, day=day, nights=words))
    return "\n".join(told)


def _when(line: str, locale: Locale) -> str:
    """`Thu 14 May, 10:30–11:45, town hall` of a remembered line."""
    if not line:
        return "–"
    day, start, end, place, _ = (*line.split("|", 4), "", "", "", "")[:5]
    times = [time.fromisoformat(at) if at else None for at in (start, end)]
    clock = clock_words(times[0], times[1], "", locale)
    parts = (locale.date(date.fromisoformat(day), "weekday_short"), clock, place)
    return ", ".join(part for part in parts if part)

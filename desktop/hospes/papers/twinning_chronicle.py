# SPDX-License-Identifier: GPL-3.0-or-later
"""The chronicle of a twinning, or of a whole triangle: its story with papers, phases, motives and visits.

What is printed is what is written down and counted; nothing is typed for the paper alone.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes_visit import VisitState
from hospes.domain.twinnings import Reason, motives_by_period
from hospes.domain.visit_ways import Direction
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope
from hospes.papers.kit.blocks import Block, Facts, Grid, Heading, Photo, Words
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, number, tick
from hospes.papers.twinning_paper import (
    Told,
    TwinningReport,
    codes_of,
    fields,
    in_both,
    paper_title,
    signed_words,
    written,
    years,
)
from hospes.papers.visit_letters import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hospes.papers.kit.listing import Cell
    from hospes.queries import Connection
    from hospes.queries.paper_twinning import PaperTwinning
    from hospes.queries.paper_visit_report import Photo as Picture
    from hospes.queries.partnerships_page import PhaseRow
    from hospes.queries.partnerships_visits import BondVisit


REMEMBERED = 3
"""Of a visit with fewer names only somebody is remembered: that is no number of those who travelled."""


@dataclass(frozen=True, kw_only=True)
class TwinningChronicleOptions(SheetOptions):
    """What stands in the chronicle."""

    rings: bool = tick(N_("With the twinnings of its triangle or ring"), True)
    visits: bool = tick(N_("Every visit with its numbers"), True)
    motives: bool = tick(N_("How the motives changed"), True)
    photos: int = number(N_("Photos at most"), 6, 0, 40, hint=N_("Only those that may be printed."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleData(Told):
    """Everything in the chronicle."""

    all: tuple["PaperTwinning", ...]
    """With those of the triangle or ring, the oldest first."""
    photos: tuple["Picture", ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: when, what, and where and by whom."""

    when: str
    """As it sorts."""
    day: str
    what: tuple[str, str]
    more: tuple[str, str] = ("", "")

    @property
    def year(self) -> int:
        """In which year."""
        return int(self.when[:4])


class TwinningChronicle(TwinningReport[TwinningChronicleOptions, ChronicleData]):
    """The chronicle."""

    code: ClassVar[str] = "twinning-chronicle"
    title: ClassVar[str] = N_("Chronicle of a twinning")
    about: ClassVar[str] = N_(
        "The story from the charter until today, to hand to a mayor; also to go on writing"
    )
    options: ClassVar[type[Options]] = TwinningChronicleOptions

    def data(
        self, connection: "Connection", options: TwinningChronicleOptions, scope: Scope, locale: Locale
    ) -> ChronicleData:
        """The twinning, and those it forms a triangle with, in the languages of the paper."""
        from hospes.queries.association import association
        from hospes.queries.paper_twinning import (
            need_twinning,
            paper_twinning,
            twinning_photos,
            with_its_groups,
        )

        bond, codes = need_twinning(connection, scope.twinning), codes_of(options, locale)
        bonds = with_its_groups(connection, bond) if options.rings else [bond]
        found = {one: paper_twinning(connection, one, codes, scope.today) for one in bonds}
        return ChronicleData(
            twinning=found[bond],
            all=tuple(found.values()),
            photos=twinning_photos(connection, bonds, scope.today, options.photos),
            organiser=association(connection).name,
            today=scope.today,
        )

    def blocks(self, data: ChronicleData, options: TwinningChronicleOptions, tongues: Tongues) -> list[Block]:
        """What it tells, in order."""
        text = tongues.text
        blocks: list[Block] = [Heading(text("The story")), written(fields(data.twinning, "story"), tongues)]
        for one in data.all:
            if one is not data.twinning:
                name = tongues.each(partial(_name, one))
                blocks += [Heading(name), written(fields(one, "story"), tongues)]
        blocks += [Heading(text("In figures")), Facts(_figures(data, tongues))]
        blocks += _time(data, tongues)
        if options.motives:
            blocks += _motives(data, tongues)
        blocks += [Heading(text("What the partners share")), _heritage(data, tongues)]
        blocks += _ahead(data, tongues)
        if options.visits:
            blocks += _visits(data, tongues)
        if data.photos:
            blocks.append(Heading(text("Photos")))
            blocks += [
                Photo(one.data, joined(one.name, tongues.first.date(one.on, "long"))) for one in data.photos
            ]
        return blocks


def _name(one: "PaperTwinning", locale: Locale) -> str:
    return one.title(locale.code)


def _once(data: ChronicleData, code: str) -> list["BondVisit"]:
    """Every visit once, however many twinnings it belongs to, the oldest first."""
    found = {visit.id: visit for one in data.all for visit in one.visits[code]}
    return sorted(found.values(), key=lambda v: (str(v.first or "9"), v.title))


def _took_place(visit: "BondVisit", today: date) -> bool:
    return visit.first is not None and visit.first <= today and visit.state is not VisitState.CANCELLED


def _figures(data: ChronicleData, tongues: Tongues) -> list[tuple[Pair, str]]:
    text, first = tongues.text, tongues.first
    visits = [v for v in _once(data, first.code) if _took_place(v, data.today)]
    begun = [one.page.row.since for one in data.all if one.page.row.since is not None]
    oldest = min(begun, key=str, default=None)
    age = oldest.age_on(data.today) if oldest is not None else None
    towns = {p.ref for one in data.all for p in one.page.row.parties if p.is_place}
    papers = sum(len(one.papers.all) for one in data.all)

    def shown(n: int | None) -> str:
        return first.number(n) if n else ""

    return [
        (text("Since"), tongues.each(lambda locale: locale.rough(oldest)).joined(" / ")),
        (text("Years"), shown(age)),
        (text("Towns"), shown(len(towns)) if len(towns) > 2 else ""),
        (text("Charters and agreements"), shown(papers)),
        (text("Visits"), shown(len(visits))),
        (text("Guests we know by name"), shown(sum(v.theirs for v in visits))),
        (text("Of us who travelled, by name"), shown(sum(v.ours for v in visits))),
    ]


# ---- the line of time -----------------------------------------------------------------------------------


def _time(data: ChronicleData, tongues: Tongues) -> list[Block]:
    """Phase by phase with its text and what happened in it; what lies outside stands under its years."""
    events = sorted(_events(data, tongues), key=lambda one: one.when)
    phases = _phases(data)
    if not phases:
        return [Heading(tongues.text("What happened when")), _grid(events, tongues)] if events else []
    blocks: list[Block] = []
    told: set[int] = set()
    for phase in phases:
        begins = phase.first.year if phase.first is not None else 0
        ends = phase.last.year if phase.last is not None else 9999
        inside = [one for one in events if begins <= one.year <= ends and id(one) not in told]
        told |= {id(one) for one in inside}
        early = [one for one in events if one.year < begins and id(one) not in told]
        if early:
            told |= {id(one) for one in early}
            blocks += [Heading(tongues.text("Before")), _grid(early, tongues)]
        head = tongues.each(lambda locale, p=phase: _phase_head(p, locale))  # type: ignore[misc]  # this phase
        texts = {code: one.text for code, one in phase.texts.items()}
        blocks += [Heading(head), written(texts, tongues)]
        if inside:
            blocks.append(_grid(inside, tongues))
        elif not any(texts.values()):
            blocks.append(Words((years(phase.first, phase.last, tongues.first),)))
    rest = [one for one in events if id(one) not in told]
    if rest:
        blocks += [Heading(tongues.text("Since then")), _grid(rest, tongues)]
    return blocks


def _phases(data: ChronicleData) -> list["PhaseRow"]:
    """The phases of the twinning itself; where it has none, those of the oldest of the ring that has some."""
    for one in (data.twinning, *data.all):
        if one.page.phases:
            return list(one.page.phases)
    return []


def _phase_head(phase: "PhaseRow", locale: Locale) -> str:
    span = years(phase.first, phase.last, locale)
    title = phase.title(locale.language)
    return locale.text("{years}: {title}", years=span, title=title) if span else title


def _events(data: ChronicleData, tongues: Tongues) -> list[Event]:
    found: list[Event] = []
    for one in data.all:
        found += _agreements(data, one, tongues)
        found += _changes(one, tongues, data.today)
    for visit in _once(data, tongues.first.code):
        if _took_place(visit, data.today) and visit.first is not None:
            words = _titles(data, visit, tongues)
            day = tongues.first.span(visit.first, visit.last)
            more = in_both(tongues, partial(_visit_words, visit))
            found.append(Event(visit.first.isoformat(), day, words, more))
    return found


def _titles(data: ChronicleData, visit: "BondVisit", tongues: Tongues) -> tuple[str, str]:
    by_code: Mapping[str, str] = {
        code: next((v.title for one in data.all for v in one.visits[code] if v.id == visit.id), visit.title)
        for code in data.twinning.visits
    }
    return in_both(
        tongues, lambda locale: by_code.get(locale.code, visit.title) or locale.text("Visit without a name")
    )


def _agreements(data: ChronicleData, one: "PaperTwinning", tongues: Tongues) -> list[Event]:
    """Papers, and the beginning of a twinning that no paper tells of."""
    found = []
    row = one.page.row
    papers = one.papers.all
    several = len(data.all) > 1
    begun = row.since
    if begun is not None and not any(p.signed is not None and p.signed.year == begun.year for p in papers):
        what = in_both(tongues, lambda locale: locale.text("Beginning: {name}", name=one.title(locale.code)))
        found.append(Event(str(begun), tongues.first.rough(begun), what))
    for paper in papers:
        if paper.signed is None:
            continue

        def say(locale: Locale, paper: object = paper) -> str:
            title = paper_title(paper, locale)  # type: ignore[arg-type]  # the paper of this turn
            if not several:
                return title
            names = " – ".join(one.papers.between(paper, locale.language))  # type: ignore[arg-type]  # the same
            return locale.text("{title}: {name}", title=title, name=names) if names else title

        who = in_both(tongues, lambda locale, p=paper: signed_words(one.papers, p, locale))  # type: ignore[misc]  # the same
        found.append(Event(str(paper.signed), tongues.first.rough(paper.signed), in_both(tongues, say), who))
    return found


def _changes(one: "PaperTwinning", tongues: Tongues, today: date) -> list[Event]:
    """A partner that became another territory."""
    found = []
    told = {locale.code: one.papers.changes(locale.language, today) for locale in _locales(tongues)}
    for at, change in enumerate(told[tongues.first.code]):

        def say(locale: Locale, at: int = at) -> str:
            this = told[locale.code][at]
            return locale.text(
                "{before} became {after}", before=locale.listing(this.before), after=this.after
            )

        day = tongues.first.date(change.on, "long")
        found.append(Event(change.on.isoformat(), day, in_both(tongues, say)))
    return found


def _locales(tongues: Tongues) -> tuple[Locale, ...]:
    return (tongues.first, tongues.second) if tongues.second is not None else (tongues.first,)


def _grid(events: list[Event], tongues: Tongues) -> Grid:
    text = tongues.text
    rows: list[list[Cell]] = [[one.day, one.what, one.more] for one in events]
    return Grid([text("When"), text("What"), text("Where, who, how many")], rows)


def _known(n: int) -> int:
    """A number of people, or 0 where only somebody is remembered of a visit long ago."""
    return n if n >= REMEMBERED else 0


def _visit_words(visit: "BondVisit", locale: Locale) -> str:
    found = []
    if _known(visit.theirs):
        found.append(locale.ntext("{n} guest", "{n} guests", visit.theirs))
    if _known(visit.ours):
        found.append(locale.ntext("{n} of us travelled", "{n} of us travelled", visit.ours))
    return ", ".join(found)


# ---- motives, heritage, aims, visits --------------------------------------------------------------------


def _motives(data: ChronicleData, tongues: Tongues) -> list[Block]:
    """In which phase which motive held: a cross is read in grey as well."""
    reasons = [
        Reason(m.motive, m.first.year if m.first else None, m.last.year if m.last else None)
        for one in data.all
        for m in one.page.motives
    ]
    phases = [phase for phase in _phases(data) if phase.first is not None]
    if not reasons or not phases:
        return []
    spans = [
        (phase.first.year, phase.last.year if phase.last is not None else data.today.year)
        for phase in phases
        if phase.first is not None
    ]
    heads = [tongues.text("Motive"), *(_span(phase, tongues) for phase in phases)]
    rows: list[list[Cell]] = []
    for motive, marks in motives_by_period(reasons, spans):
        row: list[Cell] = [in_both(tongues, lambda locale, m=motive: locale.label(m))]  # type: ignore[misc]  # this motive
        row += ["×" if held else "–" for held in marks]
        rows.append(row)
    return [Heading(tongues.text("How the motives changed")), Grid(heads, rows)]


def _span(phase: "PhaseRow", tongues: Tongues) -> Pair:
    return tongues.each(lambda locale: years(phase.first, phase.last, locale))


def _heritage(data: ChronicleData, tongues: Tongues) -> Words:
    texts: dict[str, list[str]] = {}
    for one in data.all:
        for code, text in fields(one, "shared_heritage").items():
            if text:
                texts.setdefault(code, []).append(text)
    return written({code: "\n".join(dict.fromkeys(many)) for code, many in texts.items()}, tongues)


def _ahead(data: ChronicleData, tongues: Tongues) -> list[Block]:
    """What is aimed at from here on."""
    rows: list[list[Cell]] = []
    for one in data.all:
        for aim in one.page.aims:
            if aim.reached_on is None:
                words = in_both(tongues, lambda locale, a=aim: a.text(locale.language))  # type: ignore[misc]  # this aim
                rows.append([words, tongues.first.rough(aim.until)])
    if not rows:
        return []
    return [
        Heading(tongues.text("What lies ahead")),
        Grid([tongues.text("Aim"), tongues.text("Until")], rows),
    ]


def _visits(data: ChronicleData, tongues: Tongues) -> list[Block]:
    text, first = tongues.text, tongues.first
    visits = [v for v in _once(data, first.code) if _took_place(v, data.today)]
    if not visits:
        return []
    rows: list[list[Cell]] = [
        [
            str(v.first.year) if v.first is not None else "",
            _titles(data, v, tongues),
            in_both(tongues, lambda locale, v=v: _way(v, locale)),  # type: ignore[misc]  # this visit
            first.number(v.theirs) if _known(v.theirs) else "",
            first.number(v.ours) if _known(v.ours) else "",
        ]
        for v in visits
    ]
    heads = [text("Year"), text("Visit"), text("Way"), text("Guests"), text("Of us")]
    sums = tongues.each(
        lambda locale: locale.text(
            "{visits}: {guests} and {ours}",
            visits=locale.ntext("{n} visit", "{n} visits", len(visits)),
            guests=locale.ntext("{n} guest", "{n} guests", sum(v.theirs for v in visits)),
            ours=locale.ntext("{n} of us travelled", "{n} of us travelled", sum(v.ours for v in visits)),
        )
    ).joined()
    return [Heading(text("Every visit")), Grid(heads, rows, frozenset({3, 4}), sums)]


def _way(visit: "BondVisit", locale: Locale) -> str:
    return {
        Direction.INCOMING: locale.text("they came to us"),
        Direction.OUTGOING: locale.text("we went there"),
    }.get(visit.direction, locale.text("several met"))

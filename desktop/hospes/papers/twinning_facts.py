# SPDX-License-Identifier: GPL-3.0-or-later
"""The fact sheet of a twinning: who, since when, on what papers, what for, who is who, in figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes_visit import VisitState
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope
from hospes.papers.kit.blocks import Block, Facts, Grid, Heading
from hospes.papers.kit.listing import Cell
from hospes.papers.kit.tongues import DOT, Pair, Tongues
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.twinning_paper import (
    Told,
    TwinningReport,
    codes_of,
    fields,
    in_both,
    listed,
    paper_title,
    signed_words,
    written,
)

if TYPE_CHECKING:
    from hospes.queries import Connection
    from hospes.queries.paper_twinning import PaperTwinning
    from hospes.queries.partnerships import BondParty
    from hospes.queries.partnerships_visits import Counterpart


@dataclass(frozen=True, kw_only=True)
class TwinningFactsOptions(SheetOptions):
    """What stands on the sheet."""

    offices: bool = tick(N_("Who holds which office over there"), True)
    papers: bool = tick(N_("Charter and agreements"), True)
    figures: bool = tick(N_("Visits in figures"), True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsData(Told):
    """Everything on the sheet."""

    people: Mapping[str, tuple["Counterpart", ...]]


class TwinningFacts(TwinningReport[TwinningFactsOptions, FactsData]):
    """The sheet."""

    code: ClassVar[str] = "twinning-facts"
    title: ClassVar[str] = N_("Fact sheet of a twinning")
    about: ClassVar[str] = N_(
        "Partners, charter, aims, contacts and figures on one sheet, for council and press"
    )
    options: ClassVar[type[Options]] = TwinningFactsOptions

    def data(
        self, connection: "Connection", options: TwinningFactsOptions, scope: Scope, locale: Locale
    ) -> FactsData:
        """The twinning in the languages of the paper."""
        from hospes.queries.association import association
        from hospes.queries.paper_twinning import need_twinning, paper_twinning, people_of

        bond, codes = need_twinning(connection, scope.twinning), codes_of(options, locale)
        return FactsData(
            twinning=paper_twinning(connection, bond, codes, scope.today),
            people=people_of(connection, bond, codes, scope.today) if options.offices else {},
            organiser=association(connection).name,
            today=scope.today,
        )

    def blocks(self, data: FactsData, options: TwinningFactsOptions, tongues: Tongues) -> list[Block]:
        """What it tells, in order."""
        text, one = tongues.text, data.twinning
        blocks: list[Block] = [Heading(text("In brief")), Facts(_brief(data, tongues))]
        blocks += [Heading(text("What it is about")), written(fields(one, "aims"), tongues)]
        if one.page.aims:
            blocks += [Heading(text("Aims")), _aims(one, tongues)]
        if options.papers and one.papers.all:
            blocks += [Heading(text("Charter and agreements")), _papers(one, tongues)]
        blocks += [Heading(text("What the partners share")), written(fields(one, "shared_heritage"), tongues)]
        if options.figures and any(one.visits.values()):
            blocks += [Heading(text("Visits in figures")), Facts(_figures(data, tongues))]
        if options.offices and any(data.people.values()):
            blocks += [Heading(text("Who holds which office over there")), _people(data, tongues)]
        return blocks


def _brief(data: FactsData, tongues: Tongues) -> list[tuple[Pair, str]]:
    text, one = tongues.text, data.twinning
    row = one.page.row
    parties = tongues.each(
        lambda locale: listed([_party(p, locale) for p in one.pages[locale.code].row.parties])
    )
    own = listed([p.own_name for p in row.parties if p.own_name != p.name])
    then = tongues.each(lambda locale: listed([p.first_name for p in one.pages[locale.code].row.parties]))
    upper = tongues.each(lambda locale: (one.pages[locale.code].parent or (None, ""))[1])
    rings = DOT.join(group.name for group in one.page.groups)
    links = tongues.each(lambda locale: ", ".join(words for _, words in one.pages[locale.code].children))
    groups = tongues.each(lambda locale: ", ".join(locale.label(g) for g in one.page.groups_of_people))
    themes = tongues.each(lambda locale: ", ".join(t.name(locale.language) for t in one.page.themes))
    jubilee = tongues.each(
        lambda locale: _jubilee(row.since is not None and row.since.exact is not None, one, locale)
    )
    renew = tongues.each(lambda locale: locale.date(row.renew_by, "long") if row.renew_by else "")
    return [
        (text("Partners"), parties.joined(" / ")),
        (text("Own names"), own),
        (text("At the beginning"), then.joined(" / ")),
        (text("Kind"), tongues.label(row.type).joined(" / ")),
        (text("State"), tongues.label(row.status).joined(" / ")),
        (text("Since"), tongues.each(lambda locale: locale.rough(row.since)).joined(" / ")),
        (text("Next anniversary"), jubilee.joined(" / ")),
        (text("To be renewed by"), renew.joined(" / ")),
        (text("Belongs to"), upper.joined(" / ")),
        (text("Triangles and rings"), rings),
        (text("Schools and clubs"), links.joined(" / ")),
        (text("Whom it is for"), groups.joined(" / ")),
        (text("Themes"), themes.joined(" / ")),
        (text("Carried by"), data.organiser),
    ]


def _party(party: "BondParty", locale: Locale) -> str:
    where = locale.country(party.country) if party.country else party.town
    return locale.text("{name} ({role})", name=party.name, role=where) if where else party.name


def _jubilee(exact: bool, one: "PaperTwinning", locale: Locale) -> str:
    found = one.page.row.next
    if found is None:
        return ""
    if exact:
        return locale.ntext(
            "{n} year on {day}", "{n} years on {day}", found.years, day=locale.date(found.on, "long")
        )
    return locale.ntext("{n} year in {year}", "{n} years in {year}", found.years, year=str(found.on.year))


def _aims(one: "PaperTwinning", tongues: Tongues) -> Grid:
    text = tongues.text
    rows: list[list[Cell]] = []
    for aim in one.page.aims:
        until = tongues.each(lambda locale, aim=aim: locale.rough(aim.until)).joined(" / ")  # type: ignore[misc]  # bound for this row
        if aim.reached_on is not None:
            until = tongues.each(
                lambda locale, aim=aim: locale.text("reached {day}", day=locale.rough(aim.reached_on))  # type: ignore[misc]  # the same
            ).joined(" / ")
        who = display_name(for_reader(aim.person, tongues.first.code)) if aim.person is not None else ""
        words = in_both(tongues, lambda locale, aim=aim: aim.text(locale.language))  # type: ignore[misc]  # the same
        rows.append([words, who, until])
    return Grid([text("Aim"), text("Whose matter"), text("Until")], rows)


def _papers(one: "PaperTwinning", tongues: Tongues) -> Grid:
    text, rows = tongues.text, list[list[Cell]]()
    for paper in one.papers.all:
        signed = tongues.first.rough(paper.signed) if paper.signed is not None else ""
        title = in_both(tongues, lambda locale, p=paper: paper_title(p, locale))  # type: ignore[misc]  # bound for this row
        between = " – ".join(one.papers.between(paper, tongues.first.language))
        who = signed_words(one.papers, paper, tongues.first)
        rows.append([signed, title, (between, who) if between else who])
    return Grid([text("Signed on"), text("What"), text("Between whom and by whom")], rows)


def _figures(data: FactsData, tongues: Tongues) -> list[tuple[Pair, str]]:
    from hospes.queries.partnerships_visits import both_ways

    text, first = tongues.text, tongues.first
    visits = data.twinning.visits[first.code]
    sums = both_ways(visits, data.today)
    done = [v for v in visits if v.first and v.first <= data.today and v.state is not VisitState.CANCELLED]
    coming = [v for v in visits if v.first and v.first > data.today and v.state is not VisitState.CANCELLED]

    def told(found: "list[int]") -> str:
        return ", ".join(str(year) for year in found)

    last = told([v.first.year for v in done[:1] if v.first])
    after = "; ".join(f"{v.title}, {first.span(v.first, v.last)}" for v in coming[-1:] if v.first is not None)
    return [
        (text("Visits since the beginning"), first.number(sums.visits) if sums.visits else ""),
        (text("Guests from there"), first.number(sums.theirs) if sums.theirs else ""),
        (text("Of us who travelled there"), first.number(sums.ours) if sums.ours else ""),
        (text("Last visit"), last),
        (text("Next visit"), after),
    ]


def _people(data: FactsData, tongues: Tongues) -> Grid:
    text, first = tongues.text, tongues.first
    second = data.people.get(tongues.codes[1], ()) if len(tongues.codes) > 1 else ()
    rows: list[list[Cell]] = []
    for at, one in enumerate(data.people[first.code]):
        role = one.title or first.role(one.function, one.name.gender)
        other = ""
        if tongues.second is not None and at < len(second):
            other = one.title or tongues.second.role(one.function, one.name.gender)
        body = one.organisation
        rows.append([
            display_name(for_reader(one.name, first.code)),
            (role, other if other != role else ""),
            body,
            str(one.since.year) if one.since is not None else "",
        ])  # fmt: skip
    return Grid([tongues.ptext("person", "Name"), text("Office"), text("Organisation"), text("Since")], rows)

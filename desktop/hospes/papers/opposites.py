# SPDX-License-Identifier: GPL-3.0-or-later
"""Who stands opposite whom: the offices of our town and a partner's side by side on a day, with the gaps."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, day, tick
from hospes.papers.twinning_paper import since_words

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.actors import ActorOffice, FacingKind


@dataclass(frozen=True, kw_only=True)
class OppositesOptions(SheetOptions):
    """How the paper is made."""

    on: date | None = day(N_("Offices as of"), hint=N_("Empty: as of today."))
    only_gaps: bool = tick(N_("Only where somebody is missing"))


@dataclass(frozen=True, slots=True)
class Facing:
    """One partner town beside ours."""

    home: str
    partner: str
    on: date
    kinds: tuple["FacingKind", ...]


class Opposites(Paper[OppositesOptions, tuple[Facing, ...]]):
    """The offices of two towns side by side."""

    code: ClassVar[str] = "opposites"
    title: ClassVar[str] = N_("Who stands opposite whom")
    about: ClassVar[str] = N_("Offices and organisations of both towns side by side on a day, with the gaps")
    group: ClassVar[PaperGroup] = PaperGroup.CONTACTS
    needs: ClassVar[Needs] = Needs.TWINNING
    options: ClassVar[type[Options]] = OppositesOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: OppositesOptions, scope: Scope, locale: Locale
    ) -> tuple[Facing, ...]:
        """Both sides of the twinning, or of all of them, a table for each partner place."""
        from hospes.queries.actors_opposite import facing_offices
        from hospes.queries.actors_places import over_there

        on = options.on or scope.today
        places = over_there(connection, scope.twinning, locale.code)
        home = places.home.name if places.home is not None else ""
        found = []
        for partner in places.partners:
            kinds = facing_offices(connection, partner.id, on, locale)
            if options.only_gaps:
                kinds = [one for one in kinds if one.gaps]
            found.append(Facing(home, partner.name, on, tuple(kinds)))
        return tuple(found)

    def build(self, data: tuple[Facing, ...], options: OppositesOptions, kit: "Kit") -> "Document":
        """One list; a gap stands in words, so that it can be read in grey."""
        tongues = kit.tongues
        gaps = sum(kind.gaps for one in data for kind in one.kinds)
        on = data[0].on if data else kit.today
        flow = kit.flow(
            tongues.text(self.title),
            grey=tongues.ntext("{n} gap", "{n} gaps", gaps).joined(),
            about=tongues.each(lambda each: each.text("Offices as of {date}", date=each.date(on, "long"))),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        empty = tongues.text("There are no organisations.").joined()
        one = data[0] if len(data) == 1 else None  # of several, the headings say which
        columns = [
            Column(tongues.text("Office"), grow=0.4),
            Column(Pair(one.home) if one else tongues.text("Our town"), strong=True),
            Column(Pair(one.partner) if one else tongues.text("Partner town"), strong=True),
        ]
        missing = tongues.text("nobody yet").joined()
        rows: list[list[Cell]] = []
        for each in data:
            for kind in each.kinds:
                rows += _rows(kind, kit, missing, "" if one else each.partner)
        flow.list(Listing(columns, [Section(rows)] if rows else [], empty=empty))
        return kit.finish()

    def table(self, data: tuple[Facing, ...], options: OppositesOptions, locale: Locale) -> Table:
        """A row for each office, and one for a kind without any."""
        headings = [
            N_("Kind of organisation"), N_("Office"), N_("Our town"), N_("Partner town"), N_("Our side"),
            N_("Their side"),
        ]  # fmt: skip
        rows = []
        for one in data:
            for kind in one.kinds:
                for office, ours, theirs in _lines(kind, locale):
                    rows.append([locale.label(kind.kind), office, one.home, one.partner, ours, theirs])
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _lines(kind: "FacingKind", locale: Locale) -> list[tuple[str, str, str]]:
    lines = [("", _bodies(kind.ours), _bodies(kind.theirs))]
    for one in kind.offices:
        ours, theirs = (", ".join(_who(each, locale) for each in side) for side in (one.ours, one.theirs))
        lines.append((locale.label(one.function), ours, theirs))
    return lines


def _bodies(bodies: tuple[tuple["UUID", str], ...]) -> str:
    return ", ".join(name for _, name in bodies)


def _who(one: "ActorOffice", locale: Locale) -> str:
    return display_name(for_reader(one.name, locale.code))


def _rows(kind: "FacingKind", kit: "Kit", missing: str, town: str) -> list[list[Cell]]:
    tongues, locale = kit.tongues, kit.locale
    head = (tongues.label(kind.kind).joined(), town)
    bodies = (_bodies(kind.ours), _bodies(kind.theirs))
    rows: list[list[Cell]] = [[head, *(body or f"– {missing}" for body in bodies)]]
    whole = bool(kind.ours and kind.theirs)
    for one in kind.offices:
        row: list[Cell] = [tongues.label(one.function).joined()]
        for side in (one.ours, one.theirs):
            names = "\n".join(_who(each, locale) for each in side)
            since = "\n".join(since_words(each.since, locale) for each in side if each.since)
            row.append((names, since) if names and since else names or (f"– {missing}" if whole else ""))
        rows.append(row)
    return rows

# SPDX-License-Identifier: GPL-3.0-or-later
"""What was published in a year, by kind (S13)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.publications import PublicationKind
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.blocks import Block, Grid, Heading
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, number, tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.publications import PublicationRow


@dataclass(frozen=True, kw_only=True)
class PublicationsOptions(SheetOptions):
    """Which year, and how much of each."""

    year: int = number(N_("Year"), 0, 0, 2200, hint=N_("All years if it is 0."), machine=True)
    planned: bool = tick(N_("Also what is still to do"))
    links: bool = tick(N_("Links"), True)


class PublicationsList(Paper[PublicationsOptions, "tuple[PublicationRow, ...]"]):
    """The list."""

    code: ClassVar[str] = "publications-list"
    title: ClassVar[str] = N_("List of publications")
    about: ClassVar[str] = N_("Newsletters, articles, exhibitions and broadcasts of a year, by kind")
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = PublicationsOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: PublicationsOptions, scope: Scope, locale: Locale
    ) -> "tuple[PublicationRow, ...]":
        """What came out in the year, or always, the latest first."""
        from hospes.queries.publications import publication_rows

        return tuple(
            one
            for one in publication_rows(connection, locale)
            if (options.planned if one.on is None else options.year in (0, one.on.year))
        )

    def build(
        self, data: "tuple[PublicationRow, ...]", options: PublicationsOptions, kit: "Kit"
    ) -> "Document":
        """Draw the list, a section for each kind."""
        tongues, locale = kit.tongues, kit.locale
        flow = kit.flow(
            tongues.text(self.title), lead=str(options.year) if options.year else "",
            about=tongues.text(self.title),
        )  # fmt: skip
        columns = [
            Column(tongues.text("Day"), grow=0, whole=True),
            Column(tongues.text("Title"), grow=1.6, strong=True, least=50),
            Column(tongues.text("Where"), least=34),
            Column(tongues.text("What it is about"), grow=0.9),
        ]
        shown = kit.enough(data)
        sections = []
        for kind in PublicationKind:
            rows = [_row(one, options, locale) for one in shown if one.kind is kind]
            if rows:
                sections.append(Section(rows, tongues.label(kind)))
        total = locale.ntext("{n} publication", "{n} publications", len(data)) if data else ""
        nothing = tongues.text("Nothing is written down for this year.").joined()
        flow.list(Listing(columns, sections, total, nothing))
        return kit.finish()

    def table(
        self, data: "tuple[PublicationRow, ...]", options: PublicationsOptions, locale: Locale
    ) -> Table:
        """A row for each."""
        heads = [
            locale.text("Day"), locale.text("Kind"), locale.text("Title"), locale.text("Where"),
            locale.text("Language"), locale.text("What it is about"), locale.text("Page on the web"),
            locale.text("Document"), locale.text("Note"),
        ]  # fmt: skip
        rows: list[list[Value]] = [
            [
                one.on, locale.label(one.kind), one.title, one.medium, _language(one, locale),
                locale.listing(one.about), one.link, one.document, one.note,
            ]
            for one in data
        ]  # fmt: skip
        return Table(locale.text(self.title), heads, rows)


def _language(one: "PublicationRow", locale: Locale) -> str:
    return locale.language_name(one.language) if one.language else ""


def _row(one: "PublicationRow", options: PublicationsOptions, locale: Locale) -> list[Cell]:
    day = locale.date(one.on) if one.on is not None else locale.text("Still to do")
    title: Cell = (one.title, one.link) if options.links and one.link else one.title
    return [day, title, one.medium, locale.listing(one.about)]


def published(rows: "Sequence[PublicationRow]", tongues: "Tongues") -> list[Block]:
    """What came out in the year of a report."""
    if not rows:
        return []
    heads = [tongues.text("When"), tongues.text("What"), tongues.text("Kind"), tongues.text("Where")]
    first = tongues.first
    cells: list[list[Cell]] = [
        [first.date(one.on, "list"), one.title, tongues.label(one.kind).joined(" / "), one.medium]
        for one in rows
    ]
    return [Heading(tongues.text("Publications")), Grid(heads, cells)]

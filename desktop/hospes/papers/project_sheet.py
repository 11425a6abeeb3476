# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a project: partners, period, money, tasks, what was done, and both effects (S12, S37)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.kit.blocks import Block, Facts, Grid, Heading, draw_blocks
from hospes.papers.kit.docx import Report, as_docx
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.project_words import effects, funder, goods_brought, money, partner, period
from hospes.papers.twinning_paper import as_of, codes_of, pages_of, written

if TYPE_CHECKING:
    from hospes.domain.goods import GoodsSum
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.queries import Connection
    from hospes.queries.projects import ProjectPage
    from hospes.queries.publications import PublicationRow


@dataclass(frozen=True, kw_only=True)
class ProjectSheetOptions(SheetOptions):
    """What stands on the sheet."""

    money: bool = tick(N_("Who gives how much"), True)
    parts: bool = tick(N_("Visits and events"), True)
    tasks: bool = tick(N_("Tasks"), True)


@dataclass(frozen=True)
class SheetData:
    """A project in each language of the paper."""

    pages: Mapping[str, "ProjectPage"]
    organiser: str
    today: date
    published: tuple["PublicationRow", ...] = ()
    goods: "GoodsSum | None" = None

    def page(self, locale: Locale) -> "ProjectPage":
        """In a language; names of partners and visits are those of it."""
        return self.pages[locale.code]


class ProjectSheet(Paper[ProjectSheetOptions, SheetData]):
    """The sheet."""

    code: ClassVar[str] = "project-sheet"
    title: ClassVar[str] = N_("Sheet of a project")
    about: ClassVar[str] = N_(
        "Partners, period, money, tasks and results of a project, what it does here and beyond"
    )
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.PROJECT
    options: ClassVar[type[Options]] = ProjectSheetOptions
    editable: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ProjectSheetOptions, scope: Scope, locale: Locale
    ) -> SheetData:
        """The project in the languages of the paper. Raises UserError where none was chosen."""
        from hospes.queries.association import association
        from hospes.queries.goods import goods_of_project
        from hospes.queries.projects import need_project, project_page
        from hospes.queries.publications import published_about

        project = need_project(scope.project)
        pages = {code: project_page(connection, project, code) for code in codes_of(options, locale)}
        published = published_about(connection, project, locale)
        goods = goods_of_project(connection, project)
        return SheetData(pages, association(connection).name, scope.today, published, goods)

    def build(self, data: SheetData, options: ProjectSheetOptions, kit: "Kit") -> "Document":
        """Draw it."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=_called(data, tongues).joined(),
            grey=_when(data, tongues).joined(),
            about=as_of(tongues, data.today),
        )
        blocks = _blocks(data, options, tongues)
        flow.book.expect(pages_of(blocks))
        draw_blocks(flow, blocks)
        return kit.finish()

    def document(self, data: SheetData, options: ProjectSheetOptions, tongues: Tongues) -> bytes:
        """The same as a document to write in."""
        return as_docx(
            Report(
                tongues.text(self.title),
                _called(data, tongues).joined(),
                _when(data, tongues).joined(),
                _blocks(data, options, tongues),
                tongues.first.code,
                data.organiser,
                data.today,
            )
        )


def _called(data: SheetData, tongues: Tongues) -> Pair:
    return tongues.each(lambda locale: data.page(locale).row.title(locale.language))


def _when(data: SheetData, tongues: Tongues) -> Pair:
    return tongues.each(lambda locale: period(data.page(locale).row, locale))


def _blocks(data: SheetData, options: ProjectSheetOptions, tongues: Tongues) -> list[Block]:
    text, page = tongues.text, data.page(tongues.first)
    blocks: list[Block] = [Heading(text("In brief")), Facts(_brief(data, options, tongues))]
    blocks += [Heading(text("What it is for")), written(page.texts("aims"), tongues)]
    blocks += [Heading(text("What was done")), written(page.texts("results"), tongues)]
    blocks += effects(page, tongues)
    if options.parts and page.parts:
        blocks += [Heading(text("Visits and events")), _parts(data, tongues)]
    if data.published:
        blocks += [Heading(text("Publications")), _published(data, tongues)]
    if options.tasks and page.tasks:
        blocks += [Heading(text("Tasks")), _tasks(page, tongues)]
    return blocks


def _brief(data: SheetData, options: ProjectSheetOptions, tongues: Tongues) -> list[tuple[Pair, str]]:
    text, row = tongues.text, data.page(tongues.first).row
    partners = tongues.each(
        lambda locale: ", ".join(partner(one, locale) for one in data.page(locale).row.partners)
    )
    themes = tongues.each(
        lambda locale: ", ".join(one.name(locale.language) for one in data.page(locale).themes)
    )
    facts = [
        (text("When"), _when(data, tongues).joined(" / ")),
        (text("State"), tongues.label(row.status).joined(" / ")),
        (text("Partners"), partners.joined(" / ")),
        (text("Themes"), themes.joined(" / ")),
    ]
    if options.money:
        givers = [funder(one, tongues.first) for one in row.funders]
        facts += [(text("Money from"), ", ".join(givers)), (text("Together"), money(row, tongues.first))]
    if (goods := data.goods) is not None and goods.kinds:
        words = tongues.each(partial(goods_brought, goods))
        facts.append((text("Goods brought"), words.joined(" / ")))
    return facts


def _parts(data: SheetData, tongues: Tongues) -> Grid:
    rows: list[list[Cell]] = []
    second = data.page(tongues.second).parts if tongues.second is not None else ()
    for one in data.page(tongues.first).parts:
        other = next((part.title for part in second if part.ref == one.ref), "")
        rows.append(
            [tongues.first.span(one.first, one.last), (one.title, other if other != one.title else "")]
        )
    return Grid([tongues.text("When"), tongues.text("What")], rows)


def _published(data: SheetData, tongues: Tongues) -> Grid:
    rows: list[list[Cell]] = [
        [tongues.first.date(one.on), one.title, one.medium or tongues.label(one.kind).joined(" / ")]
        for one in data.published
    ]
    return Grid([tongues.text("When"), tongues.text("What"), tongues.text("Where")], rows)


def _tasks(page: "ProjectPage", tongues: Tongues) -> Grid:
    rows: list[list[Cell]] = []
    for one in page.tasks:
        who = display_name(for_reader(one.assignee, tongues.first.code)) if one.assignee is not None else ""
        done = tongues.first.date(one.done_on, "list") if one.done_on is not None else ""
        due = tongues.first.date(one.due_on, "list") if one.due_on is not None else ""
        rows.append([one.title, who, due, done])
    heads = [
        tongues.text("What"),
        tongues.text("Whose matter"),
        tongues.text("By when"),
        tongues.text("Done on"),
    ]
    return Grid(heads, rows)

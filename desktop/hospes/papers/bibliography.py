# SPDX-License-Identifier: GPL-3.0-or-later
"""A bibliography: works to cite, in the order and by the rule of the reader's language (S22)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.references import ReferenceKind, cite
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.blocks import Block, Heading, Words, draw_blocks
from hospes.papers.kit.docx import Report, as_docx
from hospes.papers.kit.tongues import Tongues
from hospes.papers.options import Options, SheetOptions, tick

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.references import ReferenceRow


@dataclass(frozen=True, kw_only=True)
class BibliographyOptions(SheetOptions):
    """How much of each."""

    by_kind: bool = tick(N_("By kind"))
    notes: bool = tick(N_("What each is good for"))


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The works, and who lists them."""

    rows: "tuple[ReferenceRow, ...]"
    organiser: str
    today: "date"


class BibliographyPaper(Paper[BibliographyOptions, Bibliography]):
    """The chosen works, or all of them."""

    code: ClassVar[str] = "bibliography"
    title: ClassVar[str] = N_("Bibliography")
    about: ClassVar[str] = N_("Works to cite in an application or report, ready to copy")
    group: ClassVar[PaperGroup] = PaperGroup.TWINNING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = BibliographyOptions
    is_list: ClassVar[bool] = True
    editable: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: BibliographyOptions, scope: Scope, locale: Locale
    ) -> Bibliography:
        """By author, year and title."""
        from hospes.queries.association import association
        from hospes.queries.references import reference_rows

        rows = reference_rows(connection, locale, scope.rows)
        return Bibliography(rows, association(connection).name, scope.today)

    def build(self, data: Bibliography, options: BibliographyOptions, kit: "Kit") -> "Document":
        """Draw it."""
        tongues = kit.tongues
        flow = kit.flow(tongues.text(self.title), about=tongues.text(self.title))
        if not data.rows:
            flow.para(tongues.text("No work to cite is kept yet.").joined(), kit.type.grey)
        draw_blocks(flow, _blocks(data, options, tongues))
        return kit.finish()

    def document(self, data: Bibliography, options: BibliographyOptions, tongues: Tongues) -> bytes:
        """The same as a document to write in."""
        blocks = _blocks(data, options, tongues)
        title = tongues.text(self.title)
        return as_docx(Report(title, "", "", blocks, tongues.first.code, data.organiser, data.today))

    def table(self, data: Bibliography, options: BibliographyOptions, locale: Locale) -> Table:
        """A row for each."""
        heads = [
            locale.text("Authors"), locale.text("Year"), locale.text("Title"), locale.text("Kind"),
            locale.text("Citation"), locale.text("What it is good for"),
        ]  # fmt: skip
        rows: list[list[Value]] = [
            [one.authors, one.year, one.title, locale.label(one.kind), cite(one, locale), one.note]
            for one in data.rows
        ]
        return Table(locale.text(self.title), heads, rows)


def _blocks(data: Bibliography, options: BibliographyOptions, tongues: Tongues) -> list[Block]:
    """Titles are in their own language, so a second language only adds its heads."""
    blocks: list[Block] = []
    last = None
    rows = (
        sorted(data.rows, key=lambda one: list(ReferenceKind).index(one.kind))
        if options.by_kind
        else data.rows
    )
    for one in rows:
        if options.by_kind and one.kind is not last:
            blocks.append(Heading(tongues.label(one.kind)))
            last = one.kind
        blocks.append(Words((cite(one, tongues.first), one.note if options.notes else "")))
    return blocks

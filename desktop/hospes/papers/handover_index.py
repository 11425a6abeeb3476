# SPDX-License-Identifier: GPL-3.0-or-later
"""The index of a hand-over: what is in the package, which documents there are, what is left out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.handover import LEFT_OUT
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.handover import DocumentIndex

KB = 1024


@dataclass(frozen=True, slots=True)
class InPackage:
    """A file of the package."""

    name: str
    about: str
    size: int


@dataclass(frozen=True, slots=True)
class IndexData:
    """The documents, and the files of the package where it is for one."""

    organiser: str
    documents: "DocumentIndex"
    files: tuple[InPackage, ...] = ()
    protected: bool = False
    checked: str = ""
    """What was found when the copy of the file was opened again."""


class HandoverIndex(Paper[SheetOptions, IndexData]):
    """The index."""

    code: ClassVar[str] = "handover-index"
    title: ClassVar[str] = N_("Hand-over: what there is")
    about: ClassVar[str] = N_(
        "Index of the documents of the file, and what a hand-over leaves out on purpose"
    )
    group: ClassVar[PaperGroup] = PaperGroup.MEETING
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = SheetOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: SheetOptions, scope: Scope, locale: Locale
    ) -> IndexData:
        """The documents there are."""
        from hospes.queries.association import association
        from hospes.queries.handover import document_index

        return IndexData(association(connection).name, document_index(connection, locale))

    def build(self, data: IndexData, options: SheetOptions, kit: "Kit") -> "Document":
        """Draw it."""
        tongues, locale = kit.tongues, kit.locale
        flow = kit.flow(
            tongues.text(self.title),
            lead=data.organiser,
            about=tongues.each(
                lambda each: each.text("For the committee, {day}", day=each.date(kit.today, "long"))
            ),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        if data.files:
            flow.section(tongues.text("What is in the package"))
            columns = [
                Column(tongues.text("File"), strong=True),
                Column(tongues.text("What it is")),
                Column(tongues.text("Size"), Align.RIGHT, grow=0.1, whole=True),
            ]
            rows: list[list[Cell]] = [
                [one.name, one.about, locale.text("{n} kB", n=max(1, one.size // KB))] for one in data.files
            ]
            flow.list(Listing(columns, [Section(rows)]))
            flow.space(8)
        for sentence in (data.checked, *_protection(data, locale)):
            if sentence:
                flow.para(sentence)
        flow.section(tongues.text("Left out on purpose"))
        flow.list(
            Listing(
                [Column(tongues.text("What"))],
                [Section([[tongues.text(one).joined()] for one in LEFT_OUT])],
                headed=False,
            )
        )
        flow.section(tongues.text("Documents in the file"))
        flow.list(_documents(data, kit))
        return kit.finish()

    def table(self, data: IndexData, options: SheetOptions, locale: Locale) -> Table:
        """A row for each document."""
        headings = [N_("Document"), N_("Kind"), N_("Day"), N_("Belongs to")]
        rows: list[list[Value]] = [
            [one.name, locale.label(one.kind), one.on, one.of] for one in data.documents.documents
        ]
        return Table(locale.text(self.title), [locale.text(one) for one in headings], rows)


def _protection(data: IndexData, locale: Locale) -> list[str]:
    if not data.files:
        return []
    if data.protected:
        return [
            locale.text(
                "The copy of the file is protected by a password, which is not in this package. "
                "Every paper can be printed from it."
            )
        ]
    return [
        locale.text("Nothing in this package is protected by a password. Keep it where nobody else finds it.")
    ]


def _documents(data: IndexData, kit: "Kit") -> Listing:
    tongues, locale = kit.tongues, kit.locale
    columns = [
        Column(tongues.text("Document"), strong=True),
        Column(tongues.text("Kind"), grow=0.3),
        Column(tongues.text("Day"), grow=0.1, whole=True),
        Column(tongues.text("Belongs to")),
    ]
    rows: list[list[Cell]] = [
        [one.name, locale.label(one.kind), locale.date(one.on, "list") if one.on else "", one.of]
        for one in data.documents.documents
    ]
    hidden = data.documents.confidential
    total = (
        tongues.ntext(
            "{n} confidential or personal document is not named here",
            "{n} confidential or personal documents are not named here",
            hidden,
        ).joined()
        if hidden
        else ""
    )
    empty = tongues.text("The file holds no documents.").joined()
    return Listing(columns, [Section(rows)] if rows else [], total, empty)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of a draw of places: classes, seed, order, result; anybody can repeat it (REQ-2-03)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.visit_paper import VisitPaper, foot, listed, visit_lead, visit_when

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.participants_draw import DrawRecord as Record
    from hospes.queries.participants_draw import Ticket

HOW = (
    N_("Everybody who registered has a number, in the order of registration."),
    N_(
        "Who belongs to a group is one party: its number is the smallest of its people, its class the "
        "best of theirs."
    ),
    N_(
        "The lot of a party is the SHA-256 of “seed/number”, as every computer works it out; the smallest "
        "comes first."
    ),
    N_(
        "First the reserved places are given, class by class and by lot, to parties that fit into them whole."
    ),
    N_(
        "Then the places that are left, class by class and by lot; a party too large for them is passed over."
    ),
    N_("Who has no place stands on the waiting list in the same order."),
)
"""How the draw is done, as `domain.draw` does it."""


@dataclass(frozen=True, kw_only=True)
class DrawRecordOptions(SheetOptions):
    """What stands on the record."""

    how: bool = tick(N_("How the draw is done"), True)
    signatures: bool = tick(N_("Lines for witnesses to sign"), True)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A draw of a visit, if there was one."""

    visit: "PaperVisit"
    record: "Record | None"


class DrawRecord(VisitPaper[DrawRecordOptions, Drawing]):
    """The record of a draw."""

    code: ClassVar[str] = "draw-record"
    title: ClassVar[str] = N_("Record of the draw")
    about: ClassVar[str] = N_("Classes, seed, order and result of a draw of places, for repeating it")
    options: ClassVar[type[Options]] = DrawRecordOptions
    is_list: ClassVar[bool] = True
    of_a_draw: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: DrawRecordOptions, scope: Scope, locale: Locale
    ) -> Drawing:
        """The draw asked for, else the newest; one of another visit is none of this one."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.participants_draw import draw_record, draws_of

        visit = paper_visit(connection, scope.visit)
        made = [draw_id for draw_id, _ in draws_of(connection, visit.id)]
        wanted = scope.draw if scope.draw in made else next(iter(made), None)
        return Drawing(visit, draw_record(connection, wanted) if wanted else None)

    def build(self, data: Drawing, options: DrawRecordOptions, kit: "Kit") -> "Document":
        """Draw the record."""
        tongues, record = kit.tongues, data.record
        tickets = len(record.tickets) if record else 0
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, tongues.ntext("one person in the draw", "{n} people in the draw", tickets)),
        )
        if record is None:
            flow.para(tongues.text("No places were drawn for this visit.").joined(), kit.type.grey)
            return kit.finish()
        flow.terms([
            (tongues.text("Drawn on"), tongues.each(lambda locale: locale.moment(record.drawn_at)).joined()),
            (tongues.text("Drawn by"), record.drawn_by),
            (tongues.text("Seed"), record.seed),
            (tongues.text("Number of places"), tongues.first.number(record.places)),
        ])  # fmt: skip
        flow.section(tongues.text("Classes in their order"))
        for at, rule in enumerate(record.rules, 1):
            words = tongues.label(rule.klass).joined()
            if rule.reserved:
                kept = tongues.ntext("one place is kept", "{n} places are kept", rule.reserved)
                words = f"{words} ({kept.joined(' / ')})"
            flow.para(f"{at}. {words}", kit.type.body, gap=1)
        if options.how:
            flow.section(tongues.text("How the draw is done"))
            for at, step in enumerate(HOW, 1):
                told = tongues.text(step)
                flow.para(f"{at}. {told.first}", kit.type.small, gap=1)
                if told.second and told.second != told.first:
                    flow.para(f"{at}. {told.second}", kit.type.head_second, gap=1)
        flow.section(tongues.text("Result"))
        parties = any(_party(one, record) for one in record.tickets)
        rows = self._rows(data, record, kit, parties=parties)
        flow.list(Listing(_columns(tongues, parties=parties), [Section(rows)]))
        held = tongues.text("Worked out anew from this record, the result is the same.")
        if not record.holds():
            held = tongues.text("Worked out anew from this record, the result is another one.")
        flow.space(8)
        flow.para(held.joined(), kit.type.small_strong)
        if options.signatures:
            flow.signatures(
                [tongues.text("Place and day"), tongues.text("Signature"), tongues.text("Signature")]
            )
        return kit.finish()

    def _rows(self, data: Drawing, record: "Record", kit: "Kit", *, parties: bool) -> list[list[Cell]]:
        tongues = kit.tongues
        return [
            [
                str(one.rank),
                tongues.label(one.result).joined(" / "),
                listed(one.name, data.visit, kit.locale),
                str(one.number),
                *((_party(one, record),) if parties else ()),
                _class(one, record, kit.locale),
                one.lot,
            ]
            for one in record.tickets
        ]

    def table(self, data: Drawing, options: DrawRecordOptions, locale: Locale) -> Table:
        """A row for each person."""
        text = locale.text
        headings = [
            text("Rank"), text("Result"), locale.ptext("person", "Name"), text("No."), text("Party"),
            text("Class"), text("Lot"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        for one in data.record.tickets if data.record else ():
            assert data.record is not None
            rows.append([
                one.rank, locale.label(one.result), listed(one.name, data.visit, locale), one.number,
                one.party, _class(one, data.record, locale), one.lot,
            ])  # fmt: skip
        return Table(text(self.title), headings, rows)


def _columns(tongues: "Tongues", *, parties: bool) -> list[Column]:
    """The columns; that of the parties only where somebody came with others."""
    text = tongues.text
    return [
        Column(text("Rank"), Align.RIGHT, fixed=14),
        Column(text("Result")),
        Column(tongues.ptext("person", "Name"), strong=True),
        Column(text("No."), Align.RIGHT, grow=0.1),
        *((Column(text("Party"), Align.RIGHT, grow=0.1),) if parties else ()),
        Column(text("Class")),
        Column(text("Lot"), whole=True, grow=0.2),
    ]


def _party(one: "Ticket", record: "Record") -> str:
    """The number of the party, where somebody came with others."""
    several = sum(1 for other in record.tickets if other.party == one.party) > 1
    return str(one.party) if several else ""


def _class(one: "Ticket", record: "Record", locale: Locale) -> str:
    """The best class of somebody, in the order of the rules."""
    found = next((rule.klass for rule in record.rules if rule.klass in one.classes), None)
    return locale.label(found) if found is not None else ""

# SPDX-License-Identifier: GPL-3.0-or-later
"""The packing list of an aid transport, for customs and for those who receive it (S12).

In two languages it is read on both sides of a border: heads stand in both, goods in ours and in that of the
receivers as somebody wrote it down.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final

from hospes.domain.goods import UNIT_WORDS, GoodsSum, add_up, kilograms
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import DOT, Pair, Tongues
from hospes.papers.options import Options, SheetOptions, text, tick
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import VisitPaper, listed, town, visit_lead, visit_when

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.goods import GoodsRow
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.travel import TransportRow

SIGNING: Final = 42 * MM
"""What the lines to sign on need: they shall not stand alone on a sheet."""


@dataclass(frozen=True, kw_only=True)
class PackingListOptions(SheetOptions):
    """What stands on it."""

    values: bool = tick(N_("Values"), True)
    givers: bool = tick(N_("Who gave it"), True)
    tariff: bool = tick(N_("Customs tariff numbers"), True, hint=N_("Only where one is written down."))
    gift: bool = tick(N_("Say that it is a gift and not for sale"), True)
    receiver: str = text(N_("Receiver"), hint=N_("Left empty: the towns and organisations visited."))
    border: str = text(N_("Border crossing"), hint=N_("For example: Korczowa – Krakovets"))


@dataclass(frozen=True, slots=True)
class PackingData:
    """The goods of a visit, who brings them and on what."""

    visit: "PaperVisit"
    goods: "tuple[GoodsRow, ...]"
    vehicles: "tuple[TransportRow, ...]"
    sender: str

    @property
    def total(self) -> GoodsSum:
        """All of it together."""
        return add_up(self.goods)


class PackingList(VisitPaper[PackingListOptions, PackingData]):
    """The list."""

    code: ClassVar[str] = "packing-list"
    title: ClassVar[str] = N_("Packing list")
    about: ClassVar[str] = N_(
        "Goods of an aid transport with weight, value and boxes, for customs and those who receive them"
    )
    options: ClassVar[type[Options]] = PackingListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: PackingListOptions, scope: Scope, locale: Locale
    ) -> PackingData:
        """Goods in the order of their list; vehicles as the visit has them."""
        from hospes.queries.association import association
        from hospes.queries.goods import goods_rows
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.travel import transports_of

        visit = paper_visit(connection, scope.visit)
        goods = goods_rows(connection, visit.id)
        own = association(connection).name
        return PackingData(visit, goods, tuple(transports_of(connection, visit.id)), own)

    def build(self, data: PackingData, options: PackingListOptions, kit: "Kit") -> "Document":
        """Draw it: who, on what, the goods, the sums, lines to sign on."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
        )
        flow.terms([
            (tongues.text("Sender"), data.sender),
            (tongues.text("Receiver"), options.receiver or _receivers(data, tongues)),
            (tongues.text("Vehicle"), _vehicles(data, tongues)),
            (tongues.text("Border crossing"), options.border),
        ])  # fmt: skip
        if options.gift and data.goods:
            said = tongues.text("The goods are a gift. They are not for sale and are used by the receiver.")
            for words, style in ((said.first, kit.type.body), (said.second, kit.type.grey)):
                if words:
                    flow.para(words, style)
        flow.space(2 * MM)
        columns = _columns(data, options, tongues)
        rows = [_row(at, one, data, options, tongues) for at, one in enumerate(kit.enough(data.goods), 1)]
        empty = tongues.text("No goods are written down for this visit yet.").joined()
        total = _total(data, options, tongues) if data.goods else ""
        flow.list(Listing(columns, [Section(rows)] if rows else [], total, empty, keep_after=SIGNING))
        if data.goods:
            flow.signatures([
                tongues.text("Handed over: place, day, signature"),
                tongues.text("Received: place, day, signature"),
            ])  # fmt: skip
        return kit.finish()

    def table(self, data: PackingData, options: PackingListOptions, locale: Locale) -> Table:
        """A row for each kind of goods."""
        text = locale.text
        heads = [
            text("Goods"), text("In the language of the receiver"), text("Customs tariff number"),
            text("Number"), text("Counted in"), locale.text("Weight (kg)"), text("Value"), text("Currency"),
            text("Box or pallet"), text("Given by"), text("Received on"), text("Received by"), text("Note"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        for one in data.goods:
            worth = one.value if options.values else None
            rows.append([
                one.what, one.what_there, one.tariff, one.number, locale.label(one.unit),
                kilograms(one.grams) if one.grams is not None else None,
                Decimal(worth.decimal_text()) if worth is not None else None,
                worth.currency if worth is not None else "", one.package,
                one.giver if options.givers else "", one.received_on, one.received_by, one.note,
            ])  # fmt: skip
        return Table(text(self.title), heads, rows)


def _receivers(data: PackingData, tongues: Tongues) -> str:
    """The towns and organisations that the visit is with, or where it goes."""
    home = [one for one in data.visit.delegations if not one.visiting]
    if not home:
        return tongues.each(lambda locale: town(data.visit.place, locale.language)).joined(" / ")
    return tongues.each(lambda locale: ", ".join(one.name(locale.language) for one in home)).joined(" / ")


def _vehicles(data: PackingData, tongues: Tongues) -> str:
    locale, said = tongues.first, []
    for one in data.vehicles:
        name = one.name or tongues.label(one.kind).joined(" / ")
        driver = listed(one.driver, data.visit, locale) if one.driver is not None else one.driver_name
        said.append(joined(name, one.company, driver))
    return "; ".join(said)


def _tariffs(data: PackingData, options: PackingListOptions) -> bool:
    return options.tariff and any(one.tariff for one in data.goods)


def _columns(data: PackingData, options: PackingListOptions, tongues: Tongues) -> list[Column]:
    columns = [
        Column(tongues.text("No."), Align.RIGHT, fixed=11),
        Column(tongues.text("Goods"), strong=True, least=38),
    ]
    if _tariffs(data, options):
        columns.append(Column(tongues.text("Customs tariff number"), grow=0, least=20))
    columns += [
        Column(tongues.text("Number"), Align.RIGHT, grow=0, least=18),
        Column(tongues.text("Weight"), Align.RIGHT, grow=0, whole=True),
    ]
    if options.values:
        columns.append(Column(tongues.text("Value"), Align.RIGHT, grow=0, whole=True))
    columns.append(Column(tongues.text("Box or pallet"), grow=0.4, least=18))
    if options.givers:
        columns.append(Column(tongues.text("Given by"), grow=0.8, least=24))
    return columns


def _row(
    at: int, one: "GoodsRow", data: PackingData, options: PackingListOptions, tongues: Tongues
) -> list[Cell]:
    locale = tongues.first
    many = tongues.ntext(*UNIT_WORDS[one.unit], one.number)
    cells: list[Cell] = [str(at), (one.what, one.what_there if one.what_there != one.what else "")]
    if _tariffs(data, options):
        cells.append(one.tariff)
    cells.append((many.first, many.second))
    cells.append(_weight(one.grams, locale))
    if options.values:
        cells.append(locale.money(one.value))
    cells.append(one.package)
    if options.givers:
        cells.append(one.giver)
    return cells


def _weight(grams: int | None, locale: Locale) -> str:
    return locale.text("{n} kg", n=kilograms(grams)) if grams is not None else ""


def _total(data: PackingData, options: PackingListOptions, tongues: Tongues) -> str:
    """The sums in one line, with what has no weight or value yet: nobody shall take it for the whole."""
    total, locale = data.total, tongues.first
    parts = [tongues.ntext("{n} kind of goods", "{n} kinds of goods", total.kinds).joined(" / ")]
    if total.packages:
        packed = tongues.ntext("{n} box or pallet", "{n} boxes or pallets", total.packages)
        parts.append(packed.joined(" / "))
    if total.grams:
        parts.append(_weight(total.grams, locale))
    if options.values:
        parts += [locale.money(one) for one in total.values]
    lacking: list[Pair] = []
    if total.unweighed:
        lacking.append(
            tongues.ntext("{n} kind has no weight yet.", "{n} kinds have no weight yet.", total.unweighed)
        )
    if options.values and total.unvalued:
        lacking.append(
            tongues.ntext("{n} kind has no value yet.", "{n} kinds have no value yet.", total.unvalued)
        )
    return DOT.join((*parts, *(one.joined(" / ") for one in lacking)))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Goods of an aid transport in the window: the packing list, what it comes to, and what arrived (S12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar
from uuid import UUID

from hospes.actions.goods import DropGoods, KeepGoods, ReceiveGoods
from hospes.domain.errors import UserError
from hospes.domain.goods import UNIT_WORDS, GoodsUnit, add_up, kilograms, read_weight
from hospes.i18n.marks import N_
from hospes.queries.association import association
from hospes.queries.goods import GoodsRow, givers, goods_rows
from hospes.ui.desk import Answer
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, Refused, View
from hospes.ui.pages.bring_in_what import VisitChoice
from hospes.ui.pages.goods_words import sum_words
from hospes.ui.pages.visit_budget_words import CURRENCIES, money_check, money_of, plain
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import FINE, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

T = TypeVar("T")

SMALL_FIELD = 120


def _number(one: GoodsRow, locale: Locale) -> str:
    return locale.ntext(*UNIT_WORDS[one.unit], one.number)


def _weight(one: GoodsRow, locale: Locale) -> str:
    return locale.text("{n} kg", n=kilograms(one.grams)) if one.grams is not None else ""


def _arrived(one: GoodsRow, locale: Locale) -> str:
    return locale.date(one.received_on, "list") if one.received_on is not None else ""


class GoodsPage(BookPage[GoodsRow]):
    """The goods of one visit; which one is chosen above the list."""

    watches: ClassVar[frozenset[str]] = frozenset({"goods", "visit", "visit_text"})

    NAME = "goods"
    ICON = "bus"
    WORDS = BookWords(
        N_("Goods of an aid transport"),
        N_("What goes along, from whom, how heavy and worth what"),
        N_("Blankets, school desks, a fire engine: written down here, the packing list writes itself."),
        N_("The goods are on the list."),
        N_("New goods"),
    )
    IMPORT = "goods"
    SHOWN = ("what", "number", "weight", "value", "package", "giver", "received")
    COMPACT = ("what", "number", "weight", "package", "received")
    NARROW = ("what", "number")

    def columns(self) -> Sequence[Column[GoodsRow]]:
        return (
            Column("what", N_("Goods"), 230, lambda one, _: one.what, "what", least=150),
            Column("number", N_("Number"), 120, _number, "number", align="right"),
            Column("weight", N_("Weight"), 100, _weight, "grams", align="right"),
            Column(
                "value", N_("Value"), 110, lambda one, locale: locale.money(one.value), "value", align="right"
            ),
            Column("package", N_("Box or pallet"), 130, lambda one, _: one.package, "package", goes=1),
            Column("giver", N_("Given by"), 180, lambda one, _: one.giver, "giver", goes=2),
            Column("received", N_("Received on"), 120, _arrived, "received", goes=1),
        )

    def views(self) -> Sequence[View[GoodsRow]]:
        return (
            View("all", N_("All"), lambda _: True),
            View("loose", N_("In no box yet"), lambda one: not one.package),
            View("under", N_("Not received yet"), lambda one: not one.received),
        )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._visit: UUID | None = None
        super().__init__(desk, parent)

    def read(self) -> Sequence[GoodsRow]:
        return self.desk.read(goods_rows, self._visit) if self._visit is not None else ()

    def text_of(self, one: GoodsRow) -> str:
        return " ".join((one.what, one.what_there, one.giver, one.package, one.received_by, one.note))

    def order(self, one: GoodsRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "received":
            return one.received_on.toordinal() if one.received_on is not None else 0, locale.sort_key("")
        if key == "value":
            return one.value.minor if one.value is not None else 0, locale.sort_key("")
        if key in {"number", "grams"}:
            return getattr(one, key) or 0, locale.sort_key("")
        return 0, locale.sort_key(str(getattr(one, key)))

    def drop_act(self, ids: tuple[UUID, ...]) -> DropGoods:
        return DropGoods(ids)

    # -- a file without a visit ---------------------------------------------------------------------------

    def _nothing(self) -> EmptyState:
        """Goods travel with a visit: where there is none, that comes first."""
        if self._visit is not None:
            return super()._nothing()
        desk = self.desk
        way = Answer(desk.text("New visit"), self._new_visit, main=True, name="goods.empty.visit")
        words = desk.text("There is no visit yet. Make one first, under Visits.")
        return EmptyState(desk.theme, words, (way,), icon=self.ICON)

    def _new(self) -> None:
        if self._visit is None:
            self._new_visit()
        else:
            super()._new()

    def _new_visit(self) -> None:
        self.desk.go("visits", new=True)

    # -- tools -------------------------------------------------------------------------------------------

    def tools(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        self.choice = VisitChoice(desk, "goods.visit")
        self.choice.picked.connect(self._choose)
        ways: tuple[tuple[str, Callable[[], object], str, str], ...] = (
            (N_("Print the packing list"), self._print, "printer", "goods.print"),
            (N_("They have arrived"), self._arrive, "check", "goods.arrived"),
            (N_("Open the visit"), self._open_visit, "bus", "goods.toVisit"),
        )
        self._ways = [link_button(theme, desk.text(one[0]), one[1], icon=one[2], name=one[3]) for one in ways]
        return (self.choice, *self._ways)

    def _choose(self, code: str) -> None:
        self._visit = UUID(hex=code) if code else None
        self.reload()
        self.moved.emit()

    def _print(self) -> None:
        self.desk.go("print", paper="packing-list", visit=self._visit.hex if self._visit else "")

    def bring_in(self) -> None:
        self.desk.go("import", kind="goods", visit=self._visit.hex if self._visit else "")

    def _open_visit(self) -> None:
        if self._visit is not None:
            self.desk.go("visit", id=self._visit.hex, tab="travel")

    def _arrive(self) -> None:
        """The chosen goods, or all that had not arrived, came today."""
        desk, chosen = self.desk, set(self.table.chosen_ids())
        under = [one for one in self.read() if not one.received]
        ids = tuple(one.id for one in under if not chosen or one.id in chosen)
        if ids:
            said = desk.ntext("{n} kind of goods has arrived.", "{n} kinds of goods have arrived.", len(ids))
            desk.run(ReceiveGoods(ids, desk.file.today), said=said)
        else:
            desk.say(desk.text("All of it has arrived already."), kind="info")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**super().acts(), "print": self._print}

    # -- what it comes to --------------------------------------------------------------------------------

    def above(self) -> QWidget:
        theme = self.desk.theme
        self._sum = Label(theme, "", wrap=True, name="goods.sum")
        self._sum_box = Box(theme, "sunk", self._sum, gap=2)
        return self._sum_box

    def read_above(self) -> None:
        goods = self.read()
        self._sum.setText("\n".join(sum_words(self.desk.locale, add_up(goods))))
        self._sum_box.setVisible(bool(goods) and self.form.isHidden())

    # -- the form ----------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        own = desk.read(association).currency
        pairs = [(code, code) for code in dict.fromkeys((own, *CURRENCIES))]
        self.currency = Choice(theme, pairs, own)
        units = [(one.value, desk.locale.label(one)) for one in GoodsUnit]
        self.giver = Combo(theme)
        first = (
            self.put("what", N_("Goods"), TextField(theme), width=WIDE_FIELD),
            self.put(
                "what_there", N_("In the language of the receiver"), TextField(theme), width=WIDE_FIELD
            ),
            self.put("number", N_("Number"), TextField(theme), width=SMALL_FIELD),
            self.put("unit", N_("Counted in"), Choice(theme, units, "piece"), width=NARROW_FIELD),
            self.put(
                "grams", N_("Weight of all of it"), TextField(theme, example="12.5 kg"),
                width=NARROW_FIELD, check=self._weight_check,
            ),
            self.put(
                "value", N_("Value of all of it"), TextField(theme), width=NARROW_FIELD,
                check=money_check(desk, self.currency.code),
            ),
            self.put("currency", N_("Currency"), self.currency, width=SMALL_FIELD),
            self.put("package", N_("Box or pallet"), TextField(theme), width=NARROW_FIELD),
            self.put("giver", N_("Given by"), self.giver, width=WIDE_FIELD),
            self.put("tariff", N_("Customs tariff number"), TextField(theme), width=NARROW_FIELD),
            self.day_field("received_on", N_("Received on"), width=NARROW_FIELD),
            self.put("received_by", N_("Received by"), TextField(theme), width=WIDE_FIELD),
        )  # fmt: skip
        note = self.put("note", N_("Note"), LongText(theme, "", lines=2))
        return holder(FlowLayout(theme, *first, gap=14)), note

    def _weight_check(self, typed: str) -> Verdict:
        try:
            read_weight(typed)
        except UserError as problem:
            return Verdict("bad", self.desk.words(problem))
        return FINE

    def fill(self, one: GoodsRow | None) -> None:
        locale = self.desk.locale
        self.giver.set_options([(name, name) for name in self.desk.read(givers)])
        for name in ("what", "what_there", "package", "giver", "tariff", "received_by", "note"):
            self.fields[name].set_value(getattr(one, name) if one is not None else "")
        self.fields["number"].set_value(str(one.number) if one is not None else "1")
        self.fields["unit"].set_value((one.unit if one is not None else GoodsUnit.PIECE).value)
        grams = one.grams if one is not None else None
        self.fields["grams"].set_value(locale.text("{n} kg", n=kilograms(grams)) if grams is not None else "")
        self.fields["value"].set_value(plain(self.desk, one.value if one is not None else None))
        if one is not None and one.value is not None:
            self.fields["currency"].set_value(one.value.currency)
        self.fields["received_on"].set_value(self.day_words(one.received_on if one is not None else None))

    def act(self, one: UUID | None) -> KeepGoods:
        if self._visit is None:
            raise UserError("There is no visit yet. Make one first, under Visits.")
        values: dict[str, object] = {
            name: self.fields[name].value()
            for name in ("what", "what_there", "package", "giver", "tariff", "received_by", "note")
        }
        worth = self._used("value", lambda typed: money_of(typed, self.currency.code()))
        values |= {
            "number": self._used("number", _count),
            "unit": GoodsUnit(self.fields["unit"].value()),
            "grams": self._used("grams", read_weight),
            "value_minor": worth.minor if worth is not None else None,
            "currency": worth.currency if worth is not None else self.currency.code(),
            "received_on": self.day("received_on"),
        }
        return KeepGoods(self._visit, values, one)

    def _used(self, name: str, read: Callable[[str], T]) -> T:
        field = self.fields[name]
        try:
            return read(field.value())
        except UserError as problem:
            field.say(Verdict("bad", self.desk.words(problem)))
            raise Refused from None

    # -- where -------------------------------------------------------------------------------------------

    def reload(self, *args: object) -> None:
        self._offer_visits()
        super().reload(*args)

    def _offer_visits(self) -> None:
        """All visits can be chosen; at first it is the latest that brings goods, else an aid transport."""
        self.choice.refill()
        if self._visit is None:
            goods = self.desk.read(goods_rows)
            self._visit = goods[0].visit_id if goods else self.choice.visit()
        if self._visit is not None:
            self.choice.choose(self._visit.hex)
        for way in (self.choice, *self._ways):
            way.setVisible(self._visit is not None)

    def show_at(self, **where: object) -> None:
        wanted, entry = where.get("visit"), where.get("id")
        try:
            if isinstance(wanted, str) and wanted:
                self._visit = UUID(hex=wanted)
            if isinstance(entry, str) and entry:
                known = {one.id: one.visit_id for one in self.desk.read(goods_rows)}
                self._visit = known.get(UUID(hex=entry), self._visit)
        except ValueError:
            self._visit = None
        super().show_at(**where)

    def where(self) -> dict[str, object]:
        return {**super().where(), "visit": self._visit.hex if self._visit is not None else ""}

    def help_page(self) -> str:
        return "projects"


def _count(typed: str) -> int:
    text = "".join(typed.split())
    if not text.isascii() or not text.isdecimal() or len(text) > 8:
        raise UserError("“{typed}” is no number of pieces.", typed=typed[:40])
    return int(text)

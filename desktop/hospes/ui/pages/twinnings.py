# SPDX-License-Identifier: GPL-3.0-or-later
"""All twinnings as cards, the sleeping ones among them, and what is ahead (design 5.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.actions.settings import ChangeSetting
from hospes.i18n.marks import N_
from hospes.queries.partnerships import SLEEPS_KEY, VIEWS, ahead, all_rows, in_view, listed, sleeps_after
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.member_drafts import DraftStrip
from hospes.ui.pages.twinning_fields import leads_on
from hospes.ui.pages.twinnings_card import TwinningCard
from hospes.ui.pages.twinnings_form import DRAFT, TwinningForm
from hospes.ui.pages.twinnings_shelf import shelves
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import find_field
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QBoxLayout

    from hospes.queries.partnerships import Ahead, TwinningRow
    from hospes.ui.desk import Desk

WORDS = {
    "all": N_("All"),
    "ours": N_("Our twinnings"),
    "links": N_("Schools and clubs"),
    "others": N_("Of our partners"),
    "asleep": N_("Sleeping"),
    "ended": N_("Ended"),
}
ORDERS = (
    ("name", N_("by name")),
    ("since", N_("the oldest first")),
    ("next", N_("next anniversary first")),
    ("contact", N_("longest without contact first")),
)
MONTHS = (6, 12, 18, 24, 36, 60)
MOST = 60
"""Cards that are shown at once; more come by a button, and by typing in "Find in this list"."""
AHEAD_MOST = 6
FORM_WIDTH = 420


class TwinningsPage(Page):
    """Chips, cards, what is ahead, and the form of a new one."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "partnership", "partnership_party", "partnership_text", "territory", "territory_name",
            "territory_succession", "organisation", "organisation_text", "agreement", "visit", "delegation",
            "note", "document", "office", "setting",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"view": "asleep"}, {"new": True})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._view, self._order, self._all = "all", "name", False
        self._rows: list[TwinningRow] = []
        self.cards: list[TwinningCard] = []
        self._focus: UUID | None = None
        self.views = ChipRow(theme, desk.text("Show"), name="twinnings.views")
        self.views.chosen.connect(self._choose_view)
        self.words = find_field(theme, desk.text("Find in this list"), "twinnings.words", self._narrowed)
        self.order = Choice(
            theme, [(code, desk.text(words)) for code, words in ORDERS], name="twinnings.order"
        )
        self.order.setAccessibleName(desk.text("Order"))
        self.order.picked.connect(self._reorder)
        self.months = Choice(theme, name="twinnings.months")
        self.months.setAccessibleName(desk.text("Sleeping after"))
        self.months.picked.connect(self._set_months)
        self.draft = DraftStrip(desk, (DRAFT,))
        self.draft.goes_on.connect(self._new)
        self._tools = holder(FlowLayout(theme, self.views, gap=12))
        self._more = holder(FlowLayout(theme, self.words, self.order, self.months, *shelves(desk), gap=12))
        self._box = column(theme, gap=0)
        self._inner = column(theme, self._box, None, gap=10, margins=(0, 2, 4, 10))
        self.area = scrolled(holder(self._inner), "twinnings.area")
        self._left = column(theme, self._tools, self._more, self.draft, self.area, gap=10)
        self._left.setStretchFactor(self.area, 1)
        self.list_side = holder(self._left)
        self.form = TwinningForm(desk)
        self.form.added.connect(self._added)
        self.form.cancelled.connect(self._end_form)
        self.side = SidePane(theme, self.form, width=FORM_WIDTH, name="twinnings.pane")
        self.side.hide()
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretch(0, 1)
        self.setLayout(self._across)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._show)

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        self._rows = desk.read(all_rows, desk.locale, desk.file.today)
        counts = {view: sum(in_view(one, view) for one in self._rows) for view in VIEWS}
        shown = [view for view in VIEWS if counts[view] or view in ("all", self._view)]
        self.views.set_chips(
            [Chip(view, desk.text(WORDS[view]), desk.locale.number(counts[view])) for view in shown],
            self._view,
        )
        months = desk.read(sleeps_after)
        options = [
            (str(n), desk.ntext("Sleeping after {n} month", "Sleeping after {n} months", n))
            for n in sorted({*MONTHS, months})
        ]
        self.months.set_options(options, str(months))
        self.draft.reload(DRAFT if self.is_new else "")
        if self.is_new:
            self.form.reload()
        self._show()

    def _show(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.months.setVisible(self._view == "asleep")
        clear(self._box)
        self.cards = []
        rows = listed(self._rows, self._view, self.words.text(), self._order, locale=desk.locale)
        if not rows:
            self._box.addWidget(self._nothing())
            return
        if self._view == "all" and not self.words.text():
            coming = desk.read(ahead, desk.file.today, desk.locale.code)
            if coming:
                self._box.addWidget(self._coming(coming))
                self._box.addSpacing(theme.u(12))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.u(12))
        columns = self._columns()
        most = len(rows) if self._all else MOST
        for number, one in enumerate(rows[:most]):
            card = TwinningCard(desk, one)
            card.pressed.connect(self._open)
            card.stepped.connect(self._step)
            self.cards.append(card)
            grid.addWidget(card, number // columns, number % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        self._box.addWidget(holder(grid))
        if len(rows) > most:
            words = desk.ntext("Show {n} more", "Show {n} more", len(rows) - most)
            self._box.addLayout(
                row(theme, link_button(theme, words, self._show_rest, name="twinnings.more"), None)
            )
        found = next((card for card in self.cards if card.row.id == self._focus), None)
        if found is not None:
            self.area.ensureWidgetVisible(found)

    def _columns(self) -> int:
        if self.fits <= Fit.COMPACT or (self.is_new and self.fits < Fit.WIDE):
            return 1
        return 3 if self.fits is Fit.WIDE and not self.is_new else 2

    def _coming(self, coming: Sequence[Ahead]) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        box = Box(theme, "card", gap=4, margins=(18, 10, 18, 10), name="twinnings.ahead")
        box.box.addWidget(Label(theme, desk.text("Ahead in the next two years"), "label"))
        for one in coming[:AHEAD_MOST]:
            box.box.addWidget(self._coming_line(one))
        more = len(coming) - AHEAD_MOST
        if more > 0:
            box.box.addWidget(Label(theme, desk.ntext("and {n} more", "and {n} more", more), "m"))
        paper = link_button(
            theme,
            desk.text("Print anniversaries"),
            self._print_ahead,
            icon="printer",
            name="twinnings.ahead.print",
        )
        box.box.addLayout(row(theme, paper, None))
        return box

    def _print_ahead(self) -> None:
        self.desk.go("print", paper="anniversaries")

    def _coming_line(self, one: Ahead) -> QWidget:
        desk = self.desk

        def go() -> None:
            desk.go("twinning", id=one.bond.hex, tab="overview" if one.years else "papers")

        late = one.on < desk.file.today
        if one.years:
            words = desk.ntext("{n} year of {name}", "{n} years of {name}", one.years, name=one.title)
        else:
            words = desk.text("Renewal: {name}", name=one.title)
        when = desk.locale.date(one.on, "long") if one.exact else str(one.on.year)
        if late:
            when = desk.text("{day}, overdue", day=when)
        return leads_on(desk, words, go, f"twinnings.ahead.{one.bond.hex}.{one.years}", when)

    def _nothing(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        if self.words.text():
            everything = Answer(desk.text("Show all"), self._show_all, main=True, name="twinnings.empty.all")
            words = desk.text("No twinning matches “{words}”.", words=self.words.text())
            return EmptyState(theme, words, (everything,), icon="search")
        if self._view == "asleep":
            return EmptyState(theme, desk.text("No link is sleeping."), icon="sun")
        new = Answer(desk.text("New twinning"), self._new, main=True, name="twinnings.empty.new")
        words = {
            "all": desk.text("No twinnings yet. Towns, regions, schools and clubs can be partners."),
            "ended": desk.text("No twinning has ended."),
        }.get(self._view, desk.text("No twinnings here."))
        answers = (new,) if self._view != "ended" else ()
        return EmptyState(theme, words, answers, icon="handshake")

    # -- choosing ------------------------------------------------------------------------------------

    def _choose_view(self, code: str) -> None:
        self._view = code
        self._all = False
        self.views.choose(code)
        self._show()
        self.moved.emit()

    def _narrowed(self, *_: object) -> None:
        self._late.start()

    def _reorder(self, code: str) -> None:
        self._order = code
        self._show()

    def _set_months(self, code: str) -> None:
        said = self.desk.text("All changes saved")
        self.desk.run(ChangeSetting(SLEEPS_KEY, int(code)), said=said)

    def _show_rest(self) -> None:
        self._all = True
        self._show()

    def _show_all(self) -> None:
        self.words.clear()

    def _open(self, bond: UUID) -> None:
        self._focus = bond
        self.desk.go("twinning", id=bond.hex)

    def _step(self, by: int) -> None:
        sender = self.sender()
        if isinstance(sender, TwinningCard) and sender in self.cards:
            at = min(max(self.cards.index(sender) + by, 0), len(self.cards) - 1)
            self.cards[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.cards[at])

    # -- a new one -----------------------------------------------------------------------------------

    @property
    def is_new(self) -> bool:
        """Whether the form is open."""
        return not self.side.isHidden()

    def _new(self) -> None:
        self.form.begin()
        self.side.set_folded(False)
        self._arrange()
        self.draft.reload(DRAFT)
        self._show()
        self.headingChanged.emit()

    def _end_form(self) -> None:
        self.side.set_folded(True)
        self._arrange()
        self.draft.reload()
        self._show()
        self.headingChanged.emit()

    def _added(self, bond: UUID) -> None:
        self._end_form()
        self.desk.go("twinning", id=bond.hex)

    def _arrange(self) -> None:
        """Where there is little room the form covers the list."""
        covers = self.is_new and self.fits <= Fit.COMPACT
        self.list_side.setVisible(not covers)
        if covers:
            self.side.take_room()
        else:
            self.side.set_width(FORM_WIDTH)

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        new = None if self.is_new else NewButton(desk.text("New twinning"), "plus", "twinnings.new")
        return Heading(desk.text("Twinnings"), desk.text("Charters, aims and stories of our partners"), new)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": self._new, "find": self._find}
        if self.is_new:
            acts |= {"add": self.form.add, "escape": self._end_form}
        return acts

    def _find(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def show_at(self, **where: object) -> None:
        view, order, chosen = where.get("view"), where.get("order"), where.get("id")
        if isinstance(order, str) and order in dict(ORDERS):
            self._order = order
            self.order.choose(order)
        if isinstance(view, str) and view in VIEWS and view != self._view:
            self._view = view
            self.reload()
        if isinstance(chosen, str) and chosen:
            card = next((one for one in self.cards if one.row.id.hex == chosen), None)
            if card is not None:
                self._focus = card.row.id
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                self.area.ensureWidgetVisible(card)
        if where.get("new") and not self.is_new:
            self._new()
            typed = where.get("typed")
            if isinstance(typed, dict):
                self.form.take(typed)

    def where(self) -> dict[str, object]:
        found: dict[str, object] = {"view": self._view, "order": self._order}
        if self._focus is not None:
            found["id"] = self._focus.hex
        if self.is_new:
            found |= {"new": True, "typed": self.form.typed()}
        return found

    def leave(self) -> None:
        if self.is_new:
            self.form.keep()

    def fit(self, fit: Fit) -> None:
        changed = fit is not self.fits
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._left.setContentsMargins(left, top, right, bottom)
        self.views.set_compact(fit is Fit.NARROW)
        self._place_tools(self._inner if fit is Fit.NARROW else self._left)
        self._arrange()
        if changed and self._rows:
            self._late.start()

    def _place_tools(self, where: QBoxLayout) -> None:
        """Where there is hardly any room what stands above the cards scrolls with them."""
        for at, widget in enumerate((self._tools, self._more)):
            for layout in (self._inner, self._left):
                layout.removeWidget(widget)
            where.insertWidget(at, widget)

    def panes(self) -> Sequence[QWidget]:
        return (self.area, self.side) if self.is_new else (self.area,)

    def first_focus(self) -> QWidget | None:
        return self.cards[0] if self.cards else None

    def mark(self, ids: frozenset[UUID]) -> None:
        card = next((one for one in self.cards if one.row.id in ids), None)
        if card is not None:
            self.area.ensureWidgetVisible(card)

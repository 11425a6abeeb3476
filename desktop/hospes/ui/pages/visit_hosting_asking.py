# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts to ask: everybody who could host, how far asking has come, and what they offer this time.

One click writes down an answer. Who hosted last time can be put on the list at once, with what they offered
then; nobody is asked by that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.offers import MakeOffers, ThankHosts
from hospes.domain.codes_visit import OfferState
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_
from hospes.queries.filters import EVERYONE
from hospes.queries.households import household_ids, household_rows
from hospes.queries.offer_page import has_begun
from hospes.queries.offers import counts_of, host_list
from hospes.ui.desk import Answer
from hospes.ui.page import Fit
from hospes.ui.pages.visit_hosting_offer import OfferPane
from hospes.ui.pages.visit_widths import for_words
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import plain_button, quiet_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Combo
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState, SidePane, back_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from hospes.i18n.locale import Locale
    from hospes.queries.offers import OfferRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

TYPING_MS = 120

STATE_LOOKS: dict[OfferState, tuple[str, Tone]] = {
    OfferState.NOT_ASKED: ("circle", "muted"),
    OfferState.ASKED: ("clock", "warn"),
    OfferState.YES: ("check", "ok"),
    OfferState.NO: ("x", "muted"),
    OfferState.RESERVE: ("circle-dot", "home"),
    OfferState.WITHDRAWN: ("circle-alert", "err"),
}
"""Icon and ink of each answer, always beside its word."""

CAN = "can"
"""Chip of households that could be asked and are not on the list yet."""


def _name(row: OfferRow, locale: Locale) -> Cell:
    return Cell(row.name, grey=locale.ntext("{n} bed", "{n} beds", row.places) if row.places else "")


def _state(row: OfferRow, locale: Locale) -> Cell:
    if row.id is None:
        return Cell(locale.text("Not on the list"), icon="circle", tone="muted")
    icon, tone = STATE_LOOKS[row.state]
    return Cell(locale.label(row.state), icon=icon, tone=tone)


def _phone(row: OfferRow, locale: Locale) -> str:
    return row.phones[0].value if row.phones else ""


def _last(row: OfferRow, locale: Locale) -> Cell:
    if row.last is None:
        return Cell("")
    year = str(row.last.first.year) if row.last.first else row.last.title
    said = ", ".join(row.last.guests[:2]) or locale.label(row.last.state)
    return Cell(year, grey=said)


def _guests(row: OfferRow, locale: Locale) -> str:
    return ", ".join(row.guests)


COLUMNS: tuple[Column[OfferRow], ...] = (
    Column("name", N_("Household"), 190, _name),
    Column("state", N_("What they said"), 150, _state),
    Column("phone", N_("Phone"), 150, _phone, least=140),
    Column("last", N_("Last time"), 190, _last),
    Column("guests", N_("Guests now"), 190, _guests),
    Column("asked", N_("Asked"), 110, lambda one, locale: locale.date(one.asked_on)),
    Column("thanked", N_("Thanked"), 110, lambda one, locale: locale.date(one.thanked_on)),
)
SHOWN = ("name", "state", "phone", "last")
SMALL = ("name", "state")


def _fitted(desk: Desk) -> tuple[Column[OfferRow], ...]:
    """The columns with room for each answer in the reader's language."""
    words = [*(desk.locale.label(state) for state in STATE_LOOKS), desk.text("Not on the list")]
    return tuple(for_words(desk.theme, one, words if one.code == "state" else ()) for one in COLUMNS)


class AskingPage(QWidget):
    """The list of hosts and the pane of one."""

    board = Signal()
    """Back to the board."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme, text = desk.theme, desk.text
        self.desk = desk
        self._visit: UUID | None = None
        self._rows: dict[UUID, OfferRow] = {}
        self._wanted: UUID | None = None
        self._begun = self._known = False
        self._fits = Fit.NORMAL
        self.back = quiet_button(
            theme, text("Back to the board"), self.board.emit, icon="arrow-left", name="hosts.toBoard"
        )
        self.again = plain_button(theme, "", self._like_last_time, icon="plus", name="hosts.likeLastTime")
        bring_in = text("Bring in a list")
        self.bring_in = plain_button(theme, bring_in, self._bring_in, icon="file-down", name="hosts.bringIn")
        self.thank = plain_button(theme, "", self._thank, icon="check", name="hosts.thank")
        self.chips = ChipRow(theme, text("What they said"), name="hosts.chips")
        self.chips.chosen.connect(self._show)
        self.words = TextField(theme, example=text("Find in this list"), name="hosts.words")
        self.words.setAccessibleName(text("Find in this list"))
        self.words.textChanged.connect(self._typed)
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._show)
        self.adding = Combo(theme, name="hosts.add")
        self.adding.setPlaceholderText(text("Another household…"))
        self.adding.setAccessibleName(text("Put another household on the list"))
        self.adding.picked.connect(self._add)
        self.table = ListTable(
            desk, "hosts", _fitted(desk), shown=SHOWN, name="hosts.table", label=text("Hosts to ask")
        )
        self.table.chosen.connect(self._chosen)
        self.count = Label(theme, "", "m", name="hosts.count")
        answer = Answer(bring_in, self._bring_in, name="hosts.bringInFirst")
        self.empty = EmptyState(
            theme, text("Nobody to ask yet."), (answer,), icon="house", name="hosts.empty"
        )
        self.foot = holder(row(theme, self.count, None, margins=(16, 6, 12, 8)))
        box = Box(theme, "card", self.table, self.empty, line(), self.foot, gap=0, margins=(1, 1, 1, 1))
        self._flow = FlowLayout(
            theme, self.back, self.words, self.adding, self.again, self.bring_in, self.thank
        )
        tools = holder(self._flow)
        self.list_side = holder(column(theme, tools, self.chips, box, gap=8, margins=(0, 0, 12, 0)))
        self.pane = OfferPane(desk)
        self.pane_back = back_bar(theme, text("Back to the list"), self._to_list, "hosts.toList")
        self.pane_back.hide()
        self.side = SidePane(
            theme, holder(column(theme, self.pane_back, self.pane, gap=0)), name="hosts.pane"
        )
        across = row(theme, self.list_side, self.side, gap=0)
        across.setStretch(0, 1)
        self.setLayout(across)
        self.fit(Fit.NORMAL)

    # -- reading -------------------------------------------------------------------------------------

    def show_visit(self, visit_id: UUID) -> None:
        """Another visit is shown from now on."""
        self._visit = visit_id
        self._wanted = None

    def reload(self) -> None:
        """Read the list and the pane again."""
        if self._visit is None:
            return
        desk = self.desk
        rows = desk.read(host_list, self._visit, desk.file.today, desk.locale)
        self._rows = {one.household_id: one for one in rows}
        self._begun = desk.read(has_begun, self._visit, desk.file.today)
        counts = counts_of(rows)
        states = [
            Chip(state.value, desk.locale.label(state), str(n))
            for state in OfferState
            if (n := getattr(counts, state.value)) or state in (OfferState.ASKED, OfferState.YES)
        ]
        others = sum(one.id is None for one in rows)
        more = [Chip(CAN, desk.text("Not on the list"), str(others))] if others else []
        self.chips.set_chips([Chip("", desk.text("Everybody"), str(len(rows))), *states, *more])
        last = self._last_time()
        self.again.set_text(desk.ntext("{n} host of last time", "{n} hosts of last time", len(last)))
        self._known = bool(last)
        self._offer_households()
        self._show()
        self._offer_thanks()

    def _last_time(self) -> tuple[UUID, ...]:
        """Who said yes last time and is not on the list."""
        return tuple(
            home
            for home, one in self._rows.items()
            if one.id is None and one.last is not None and one.last.state is OfferState.YES
        )

    def _offer_households(self) -> None:
        desk = self.desk
        today = desk.file.today
        ids = desk.read(household_ids, EVERYONE, locale=desk.locale, today=today, only_members=False)
        listed = {home for home, one in self._rows.items() if one.id is not None}
        rows = desk.read(household_rows, [one for one in ids if one not in listed], today=today)
        self.adding.set_options(
            [(one.id.hex, f"{one.name}, {one.place}" if one.place else one.name) for one in rows]
        )

    def _typed(self) -> None:
        self._timer.start()

    def _show(self, *_: object) -> None:
        """Fill the table with what chips and words let through."""
        desk = self.desk
        code, words = self.chips.code(), fold(self.words.text()).split()
        found = [
            one
            for one in self._rows.values()
            if _let_through(one, code)
            and all(word in fold(" ".join([one.name, one.town, *one.people])) for word in words)
        ]
        self.table.set_rows([one.household_id for one in found], self._fetch)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.label.setText(
            desk.text("Nobody matches “{words}”.", words=self.words.text())
            if words
            else desk.text("Nobody to ask yet.")
        )
        places = sum(one.places for one in found if one.state is OfferState.YES)
        homes = desk.ntext("{n} household", "{n} households", len(found))
        beds = desk.ntext("{n} bed offered", "{n} beds offered", places)
        self.count.setText(" · ".join([homes, beds]))
        if self._wanted is not None and self._wanted in self._rows:
            self.table.choose(self._wanted, tell=False)
        self._show_pane()

    def _fetch(self, ids: Sequence[UUID]) -> list[OfferRow | None]:
        return [self._rows.get(one) for one in ids]

    def _show_pane(self) -> None:
        chosen = self._rows.get(self._wanted) if self._wanted is not None else None
        if chosen is None or self._visit is None:
            self.pane.show_nobody()
        else:
            self.pane.show_host(self._visit, chosen)
        self._fold()

    # -- choosing ------------------------------------------------------------------------------------

    def choose(self, household: UUID) -> None:
        """Show one household in the pane."""
        self._wanted = household
        if self.table.rows.place_of(household) < 0:
            self.chips.choose("")
            self.words.clear()
            self._show()
        self.table.choose(household, tell=False)
        self._show_pane()

    def _chosen(self, ids: list[UUID]) -> None:
        wanted = ids[0] if ids else None
        self._offer_thanks()
        if wanted is not None and wanted != self._wanted:
            self.pane.leave()
            self._wanted = wanted
            self._show_pane()

    def _to_list(self) -> None:
        self.pane.leave()
        self._wanted = None
        self.table.clearSelection()
        self._show_pane()

    def chosen(self) -> UUID | None:
        """The household in the pane."""
        return self._wanted

    # -- doing ---------------------------------------------------------------------------------------

    def _like_last_time(self) -> None:
        last = self._last_time()
        if self._visit is None or not last:
            return
        said = self.desk.ntext(
            "{n} household is on the list, with what it offered last time.",
            "{n} households are on the list, with what they offered last time.",
            len(last),
        )
        self.desk.run(MakeOffers(self._visit, last), said=said)

    def _add(self, code: str) -> None:
        if self._visit is None or not code:
            return
        home = UUID(hex=code)
        self._wanted = home
        self.adding.clear()
        self.desk.run(MakeOffers(self._visit, (home,)), said=self.desk.text("The household is on the list."))

    def _bring_in(self) -> None:
        if self._visit is not None:
            self.desk.go("import", kind="hosts", visit=self._visit.hex)

    def _to_thank(self) -> tuple[UUID, ...]:
        """Offers of who can be marked as thanked: those chosen, or after the visit all who had guests."""
        chosen = self.table.chosen_ids()
        rows = [self._rows[one] for one in chosen if one in self._rows]
        if len(rows) < 2:
            rows = [one for one in self._rows.values() if one.guests] if self._begun else []
        return tuple(one.id for one in rows if one.id is not None and one.thanked_on is None)

    def _offer_thanks(self) -> None:
        n = len(self._to_thank())
        self.thank.set_text(self.desk.ntext("Mark {n} host as thanked", "Mark {n} hosts as thanked", n))
        self.thank.setVisible(n > 0)
        self._fit_tools()

    def _thank(self) -> None:
        offers = self._to_thank()
        if offers:
            n = len(offers)
            said = self.desk.ntext("{n} host is marked as thanked.", "{n} hosts are marked as thanked.", n)
            self.desk.run(ThankHosts(offers), said=said)

    def find_words(self) -> None:
        """Go to the line that filters."""
        self.words.setFocus()
        self.words.selectAll()

    def leave(self) -> None:
        """Write what is still open in the pane."""
        self.pane.leave()

    # -- room ----------------------------------------------------------------------------------------

    def fit(self, fit: Fit) -> None:
        """There is that much room from now on."""
        self._fits = fit
        small = fit <= Fit.COMPACT
        self.words.setFixedWidth(self.desk.theme.u(150 if small else 190))
        self.adding.setFixedWidth(self.desk.theme.u(172 if small else 210))
        self.foot.setVisible(not small)
        self.chips.set_compact(small)
        self.table.fit_columns(SMALL if small else None)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tools()

    def _fit_tools(self) -> None:
        """In a small window the tools stand in one line: words give way one after the other."""
        buttons = (self.back, self.bring_in, self.again, self.thank)
        for button in buttons:
            button.set_wordless(False)
        if self._fits > Fit.COMPACT:
            return
        width = self.width() - self.desk.theme.u(12)
        if self._wanted is not None and self._fits is Fit.COMPACT:
            width -= self.desk.theme.u(360)
        line = max(one.sizeHint().height() for one in (self.back, self.words, self.adding))
        for button in buttons:
            if self._flow.heightForWidth(width) > line:
                button.set_wordless(not button.isHidden())

    def _fold(self) -> None:
        busy, narrow = self._wanted is not None, self._fits is Fit.NARROW
        roomy = self._fits > Fit.COMPACT or not busy  # beside an open pane what makes a list steps back
        self.again.setVisible(self._known and roomy)
        self.bring_in.setVisible(roomy)
        self.side.set_folded(self._fits <= Fit.COMPACT and not busy)
        self.list_side.setVisible(not (narrow and busy))
        self.pane_back.setVisible(narrow and busy)
        if narrow:
            self.side.take_room()
        else:
            self.side.set_width({Fit.COMPACT: 360, Fit.WIDE: 520}.get(self._fits, 440))
        self._fit_tools()


def _let_through(one: OfferRow, code: str) -> bool:
    if code == CAN:
        return one.id is None
    return not code or (one.id is not None and one.state.value == code)

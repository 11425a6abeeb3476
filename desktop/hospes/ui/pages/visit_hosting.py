# SPDX-License-Identifier: GPL-3.0-or-later
"""The hosting board: guests to place, hosts with their beds, and why a home fits (design 5.8, mock 3).

The tab holds three subjects of which one is in view: the board, the review of a suggestion, and the hosts to
ask. This file arranges the board and says what happens on it; what its cards say stands in
`visit_hosting_compose`, what is done in `visit_hosting_place`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget

from hospes.ui.page import Fit
from hospes.ui.pages import visit_hosting_words as words
from hospes.ui.pages.visit_hosting_grid import HostGrid
from hospes.ui.pages.visit_hosting_guests import GuestList
from hospes.ui.pages.visit_hosting_heads import GuestsHead, HostsHead
from hospes.ui.pages.visit_hosting_model import ALL, FREE, Board, Filter
from hospes.ui.pages.visit_hosting_place import Placing
from hospes.ui.pages.visit_hosting_read import read_board, to_ask
from hospes.ui.pages.visit_hosting_tools import ToolRow
from hospes.ui.pages.visit_hosting_why import WhyPanel
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.widgets.boxes import Box, clear, column, holder, row
from hospes.ui.widgets.notices import Banner, EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.domain.matching.view import Party
    from hospes.ui.desk import Answer, Desk
    from hospes.ui.pages.visit_hosting_compose import Composer
    from hospes.ui.pages.visit_hosting_view import LinkView

GUESTS_WIDE, WHY_WIDE = 300, 258
SHOWN = 1
TABLES = frozenset(
    {
        "visit", "delegation", "travel_group", "participation", "person", "household", "household_member",
        "stay_wish", "stay_link", "host_offer", "offer_night", "room", "bed", "placement", "setting",
        "guardian", "health_note", "consent", "person_language", "hosting",
    }
)  # fmt: skip


class HostingTab(VisitTab):
    """The tab."""

    watches: ClassVar[frozenset[str]] = TABLES
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._board: Board | None = None
        self._composer: Composer | None = None
        self._chosen = ""
        self._shown = ""
        self._seeking = False
        self._step = "guests"
        self._drawer = False
        self._filter = Filter()
        self.placing = Placing(desk, self)
        self.placing.asks.connect(self._ask)
        self.placing.wants_reason.connect(self._ask_reason)
        self.placing.placed.connect(self._was_placed)
        self.tools = ToolRow(desk)
        self.tools.open_guests.connect(self._to_guests)
        self.tools.next_conflict.connect(self.next_conflict)
        self.tools.print_list.connect(self._print)
        self.tools.why.connect(self._toggle_why)
        self._build_guests()
        self._build_hosts()
        self.why = WhyPanel(desk)
        self.why.setFixedWidth(theme.u(WHY_WIDE))
        self.why.place.connect(self._place_shown)
        self.why.next_one.connect(self._next_suggestion)
        self.why.take_out.connect(self._take_out_chosen)
        self.why.lock.connect(self._keep)
        self.why.excused.connect(self._place_with_reason)
        self.why.closed.connect(self._toggle_why)
        self._columns = row(theme, self.left, self.middle, self.why, gap=12)
        self._columns.setStretch(1, 1)
        self.stack = QStackedWidget()
        self.board_page = holder(self._columns, "board")
        self.stack.addWidget(self.board_page)
        self._nothing = QWidget()
        self.stack.addWidget(self._nothing)
        self.setLayout(column(theme, 8, self.tools, self.stack, gap=8))

    def _build_guests(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.guests = GuestList(theme, desk.text("Guests to place"))
        self.guests.chosen.connect(self._guest_chosen)
        self.guests.entered.connect(self._guest_entered)
        self.guests.taken_out.connect(self.placing.take_out)
        self.guests_head = GuestsHead(desk)
        self.all_placed = EmptyState(
            theme, desk.text("Everybody has a host."), icon="check", name="board.allPlaced"
        )
        self.left = Box(
            theme,
            "sunk",
            self.guests_head,
            self.guests,
            self.all_placed,
            gap=8,
            margins=(12, 10, 12, 6),
            name="board.left",
        )
        self.left.box.setStretch(1, 1)
        self.left.box.setStretch(2, 1)
        self.left.setFixedWidth(theme.u(GUESTS_WIDE))

    def _build_hosts(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.head = HostsHead(desk)
        self.head.filtered.connect(self._take_filter)
        self.head.back.connect(self._to_guests)
        self.question = column(theme, gap=6)
        self.grid = HostGrid(theme, desk.text("Hosts"))
        self.grid.pressed.connect(self._card_pressed)
        self.grid.entered.connect(self._card_entered)
        self.grid.placed.connect(self._card_entered)
        self.grid.picked.connect(self.choose)
        self.grid.taken_out.connect(self.placing.take_out)
        self.grid.cured.connect(self._cure)
        self.grid.dropped.connect(self.placing.move)
        self.grid.left.connect(self._focus_guests)
        self.empty = QLabel()
        box = column(theme, self.head, self.question, self.grid, gap=6)
        self.no_hosts = EmptyState(theme, "", icon="house", name="board.noHosts")
        box.addWidget(self.no_hosts, 1)
        box.setStretch(2, 1)
        self.middle = holder(box)

    # -- reading -------------------------------------------------------------------------------------

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        return to_ask(desk, visit_id)

    @property
    def board(self) -> Board:
        """What is shown. Raises RuntimeError before there is anything."""
        if self._board is None:
            raise RuntimeError("no board is shown")
        return self._board

    def show_visit(self, visit_id: UUID) -> None:
        super().show_visit(visit_id)
        self._chosen = self._shown = ""
        self._seeking = False

    def reload(self) -> None:
        board, composer = read_board(self.desk, self.visit)
        self._board, self._composer = board, composer
        self.placing.show(board)
        if board.party(self._chosen) is None:
            self._chosen = board.waiting[0].keys[0] if board.waiting else ""
            self._shown = ""
            self._seeking = False
        party = self.chosen
        if party is not None and self._seeking and board.home_of(party.keys[0]) == self._shown:
            self._seeking = False
        if self._shown not in board.view.hosts or not self._shown:
            self._shown = self._first_shown()
        self._draw()
        self.headingChanged.emit()

    @property
    def chosen(self) -> Party | None:
        """The party that is chosen."""
        return self.board.party(self._chosen) if self._board is not None and self._chosen else None

    def _first_shown(self) -> str:
        """The home the right column begins with."""
        party = self.chosen
        if party is None:
            return ""
        home = self.board.home_of(party.keys[0])
        if home and self.board.has_home(party.members[0]) and not self._seeking:
            return home
        found = self.board.suggestions(party)
        if found:
            return found[0]
        order = self.board.order(party, self._filter)
        return order[0].key if order else ""

    # -- drawing -------------------------------------------------------------------------------------

    def _draw(self, *, to_top: bool = False) -> None:
        board, composer = self.board, self._composer
        if composer is None:
            return
        counts = board.read.counts
        self.tools.show_counts(
            waiting=counts.without,
            conflicts=len(board.broken),
            guests=counts.guests,
            free=counts.beds_free,
            homes=counts.homes,
        )
        views = [composer.guest(party) for party in board.waiting]
        self.guests_head.set_count(counts.without)
        self.guests.show_guests(views, self._chosen)
        self.guests.setVisible(bool(views))
        self.all_placed.setVisible(not views)
        self._draw_hosts(to_top=to_top)
        self._draw_why()

    def _draw_hosts(self, *, to_top: bool = False) -> None:
        board, composer, party = self.board, self._composer, self.chosen
        if composer is None:
            return
        home = board.home_of(party.keys[0]) if party is not None else ""
        first = home if home and not self._seeking else ""
        order = board.order(party, self._filter, first=first)
        picked = self._chosen if home else ""
        cards = [composer.card(host, party, picked=picked, shown=host.key == self._shown) for host in order]
        self.grid.show_cards(cards, to_top=to_top)
        names = words.given_names(self.desk.locale, party.members[:2]) if party is not None else ""
        self.head.show_state(self._filter, names, len(board.homes))
        self.grid.setVisible(bool(cards))
        self.no_hosts.setVisible(not cards)
        self.no_hosts.label.setText(self._no_hosts_words())

    def _no_hosts_words(self) -> str:
        text = self.desk.text
        if self._filter.words:
            return text("No host matches “{words}”.", words=self._filter.words)
        if not self.board.homes:
            return text("Nobody has said yes to hosting yet.")
        return text("No home has a free bed.")

    def _draw_why(self) -> None:
        board, composer, party = self.board, self._composer, self.chosen
        desk = self.desk
        self.tools.why_button.setEnabled(party is not None)
        if party is None or composer is None or self._shown not in board.view.hosts:
            empty = (
                desk.text("Choose a guest to see which homes fit.")
                if board.read.counts.guests
                else desk.text("Nobody has registered for this visit yet.")
            )
            self.why.show_empty(empty)
            return
        host = board.view.hosts[self._shown]
        fit = board.fit(party, host.key)
        if fit is None:
            self.why.show_empty(desk.text("Choose a home to see why it fits."))
            return
        home = board.home_of(party.keys[0])
        here = home == host.key
        following = len(board.suggestions(party)) > (0 if here else SHOWN)
        locked = board.guest_cards[party.keys[0]].locked if here else None
        place = "" if here else self._place_words(host.name, moved=bool(home), fits=fit.fits)
        out = self._out_words(party) if here else ""
        view = composer.why(party, host, fit)
        self.why.show_why(view, place=place, following=following, out=out, locked=locked)
        self.why.next_button.set_text(
            desk.text("Find another host") if here else desk.text("Next suggestion")
        )

    def _place_words(self, home: str, *, moved: bool, fits: bool) -> str:
        text = self.desk.text
        if not fits:
            return text("Place all the same…")
        return text("Move to {home}", home=home) if moved else text("Place with {home}", home=home)

    def _out_words(self, party: Party) -> str:
        names = words.given_names(self.desk.locale, party.members[:2])
        return self.desk.text("Take {names} out", names=names)

    # -- choosing ------------------------------------------------------------------------------------

    def choose(self, key: str, *, seeking: bool = False, shown: str = "") -> None:
        """Choose a guest, waiting or placed; the hosts are sorted again, best first."""
        if self._board is None or self.board.party(key) is None:
            return
        clear(self.question)
        self._chosen, self._seeking = key, seeking
        self._shown = shown or self._first_shown()
        self.guests.choose(key)
        self._draw_hosts(to_top=True)
        self._draw_why()
        self.headingChanged.emit()
        self.moved.emit()

    def _guest_chosen(self, key: str) -> None:
        self.choose(key)

    def _guest_entered(self, key: str) -> None:
        if key != self._chosen:
            self.choose(key)
        self._step = "hosts"
        self._arrange()
        self.grid.focus_host()

    def _focus_guests(self) -> None:
        self._step = "guests"
        self._arrange()
        self.guests.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_guests(self) -> None:
        self._drawer = False
        if self.board.waiting and self._chosen not in self.guests.parties():
            self.choose(self.board.waiting[0].keys[0])
        self._focus_guests()

    def _card_pressed(self, host: str) -> None:
        if host != self._shown:
            self._shown = host
            self._draw_hosts()
            self._draw_why()

    def _card_entered(self, host: str) -> None:
        party = self.chosen
        if party is None:
            self._card_pressed(host)
            return
        self._shown = host
        self.placing.place(party, host)

    def _next_suggestion(self) -> None:
        party = self.chosen
        if party is None:
            return
        found = self.board.suggestions(party)
        if self._shown == self.board.home_of(party.keys[0]):
            self.choose(self._chosen, seeking=True)
            return
        here = found.index(self._shown) if self._shown in found else -1
        self._shown = found[(here + 1) % len(found)]
        self._draw_hosts()
        self._draw_why()
        self.grid.card(self._shown)

    # -- doing ---------------------------------------------------------------------------------------

    def _place_shown(self) -> None:
        party = self.chosen
        if party is not None:
            self.placing.place(party, self._shown)

    def _place_with_reason(self, reason: str) -> None:
        party = self.chosen
        if party is not None:
            self.placing.place(party, self._shown, reason=reason)

    def _take_out_chosen(self) -> None:
        if self._chosen:
            self.placing.take_out(self._chosen)

    def _keep(self, on: bool) -> None:
        party = self.chosen
        if party is not None:
            self.placing.keep(party, on)

    def _was_placed(self, keys: object) -> None:
        """Go on with the next guest who waits."""
        clear(self.question)
        if isinstance(keys, tuple) and self._chosen in keys:
            self._chosen = self._shown = ""
            self._seeking = False
            self._step = "guests"

    def _ask(self, text: str, answers: Sequence[Answer]) -> None:
        """A question stands above the hosts until it is answered."""
        clear(self.question)
        banner = Banner(
            self.desk.theme, text, "home", icon="link", answers=tuple(answers), name="board.question"
        )
        self.question.addWidget(banner)
        for button in banner.findChildren(QWidget):
            if button.objectName() == answers[0].name:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        for answer in answers:
            for button in banner.findChildren(QWidget, answer.name):
                button.clicked.connect(self._answered)  # type: ignore[attr-defined]  # they are buttons

    def _answered(self) -> None:
        clear(self.question)

    def _ask_reason(self, host: str) -> None:
        self._shown = host
        self._draw_hosts()
        self._draw_why()
        if self.fits <= Fit.COMPACT:
            self._drawer = True
            self._arrange()
        self.why.ask_reason(True)

    def _cure(self, link: LinkView) -> None:
        if link.code == "other":
            self.choose(link.guest, seeking=True)

    # -- conflicts -----------------------------------------------------------------------------------

    def next_conflict(self) -> None:
        """Jump to the next thing to mend: conflicts first, then guests without a home."""
        self._step_conflict(1)

    def previous_conflict(self) -> None:
        """The same backwards."""
        self._step_conflict(-1)

    def _step_conflict(self, by: int) -> None:
        wanted = self.board.broken
        if not wanted:
            if self.board.waiting:
                self._to_guests()
            return
        here = wanted.index(self._chosen) if self._chosen in wanted else (-1 if by > 0 else 0)
        key = wanted[(here + by) % len(wanted)]
        self.choose(key)
        self._step = "hosts"
        self._arrange()
        home = self.board.home_of(key)
        card = self.grid.card(home)
        if card is not None:
            cure = card.cure_for(key)
            self.grid.focus_host(home, cure)

    # -- going elsewhere -----------------------------------------------------------------------------

    def _print(self) -> None:
        self.desk.go("print", paper="hosting-list", visit=self.visit.hex)

    # -- arranging -----------------------------------------------------------------------------------

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.tools.fit(fit)
        self._arrange()

    def _toggle_why(self) -> None:
        self._drawer = not self._drawer
        self._arrange()
        if self._drawer:
            self.why.place_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Three columns; a drawer in place of the guests; or one step at a time."""
        narrow, compact = self.fits is Fit.NARROW, self.fits is Fit.COMPACT
        drawer = self._drawer and (narrow or compact)
        self.why.setVisible(drawer or not (narrow or compact))
        self.why.close_button.setVisible(narrow or compact)
        self.left.setVisible(not drawer and (not narrow or self._step == "guests"))
        self.middle.setVisible(not narrow or (self._step == "hosts" and not drawer))
        self.head.set_back(narrow)
        self.guests_head.setVisible(not narrow)
        theme = self.desk.theme
        if narrow:
            for widget in (self.left, self.why):
                widget.setMinimumWidth(0)
                widget.setMaximumWidth(16_777_215)
        else:
            self.left.setFixedWidth(theme.u(264 if compact else GUESTS_WIDE))
            self.why.setFixedWidth(theme.u(WHY_WIDE if self.fits is not Fit.WIDE else 300))

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "print": self._print,
            "find": self.head.find,
            "next_doubt": self.next_conflict,
            "previous_doubt": self.previous_conflict,
        }
        focus = QApplication.focusWidget()
        if self._board is not None and self._chosen and self.board.home_of(self._chosen):
            acts["bin"] = self._take_out_chosen
        if focus is not None and self.grid.isAncestorOf(focus):
            acts["escape"] = self._focus_guests
        return acts

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined]  # a QKeyEvent
        if key == Qt.Key.Key_W:
            self._why_by_key()
        elif key == Qt.Key.Key_Escape and self.grid.isAncestorOf(QApplication.focusWidget()):
            self._focus_guests()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]  # the same

    def _why_by_key(self) -> None:
        if self.fits <= Fit.COMPACT and not self._drawer:
            self._toggle_why()
        self.why.place_button.setFocus(Qt.FocusReason.TabFocusReason)

    def where(self) -> dict[str, object]:
        return {"guest": self._chosen, "host": self._shown, "beds": self._filter.beds}

    def show_at(self, **where: object) -> None:
        guest, host, beds = where.get("guest"), where.get("host"), where.get("beds")
        if beds in (FREE, ALL):
            self._filter = Filter(str(beds), self._filter.states, self._filter.words)
        if isinstance(guest, str) and guest:
            self.choose(guest, shown=host if isinstance(host, str) and host in self.board.view.hosts else "")
        elif self._board is not None:
            self._draw()

    def _take_filter(self, wanted: object) -> None:
        if isinstance(wanted, Filter):
            self._filter = wanted
            self._draw_hosts(to_top=True)

    def mark(self, ids: frozenset[UUID]) -> None:
        if self._board is None:
            return
        changed = {one.hex for one in ids}
        homes = {
            key
            for key, card in self.board.cards.items()
            if key in changed or any(guest.hex in changed for guest in card.guests)
        }
        self.grid.mark(frozenset(homes))

    def panes(self) -> Sequence[QWidget]:
        return (self.guests, self.grid, self.why)

    def first_focus(self) -> QWidget | None:
        return self.guests if self.guests.isVisibleTo(self) else self.grid

# SPDX-License-Identifier: GPL-3.0-or-later
"""The board itself: who is chosen, which home is told about, and what happens when something is pressed.

Choosing a guest, waiting or placed, sorts the homes best first; the right column tells about one. What
is done stands in `visit_hosting_place`, what cards say in `visit_hosting_compose`.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hospes.ui.pages import visit_hosting_words as words
from hospes.ui.pages.visit_hosting_cards import RowButton
from hospes.ui.pages.visit_hosting_columns import Columns
from hospes.ui.pages.visit_hosting_late import LateBanner, what_happened
from hospes.ui.pages.visit_hosting_model import ALL, FREE, Board, Filter
from hospes.ui.pages.visit_hosting_place import Placing
from hospes.ui.pages.visit_hosting_read import read_board
from hospes.ui.pages.visit_hosting_tools import ToolRow
from hospes.ui.widgets.boxes import clear, column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from hospes.domain.matching.view import Party
    from hospes.ui.desk import Desk
    from hospes.ui.page import Fit
    from hospes.ui.pages.visit_hosting_compose import Composer
    from hospes.ui.pages.visit_hosting_view import LinkView


WARM_EVERY_MS, WARM_S = 20, 0.006
"""How often, and for how long at a time, fits are worked out beforehand."""


class BoardPage(QWidget):
    """Tools above three columns."""

    went = Signal()
    """Somebody else is chosen: Back leads back from here."""
    changed = Signal()
    """What can be done here now is something else."""
    suggest = Signal()
    late = Signal()
    """Find the plan with the fewest calls."""
    ask_host = Signal(str)
    """Show the household among the hosts to ask: its key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._board: Board | None = None
        self._composer: Composer | None = None
        self._chosen = ""
        self._shown = ""
        self._seeking = False
        self._filter = Filter()
        self.placing = Placing(desk, self)
        self.tools = ToolRow(desk)
        self.columns = Columns(desk)
        self.guests, self.grid, self.why = self.columns.guests, self.columns.grid, self.columns.why
        self.banner = column(desk.theme, gap=6)
        self.setLayout(column(desk.theme, self.tools, self.banner, self.columns, gap=8))
        self._warm: Iterator[None] = iter(())
        self._warming = QTimer(self, singleShot=True, interval=WARM_EVERY_MS)
        self._warming.timeout.connect(self._warm_up)
        self._connect()

    def _connect(self) -> None:
        self.placing.wants_reason.connect(self._ask_reason)
        self.placing.placed.connect(self._was_placed)
        self.placing.asks.connect(self.columns.ask)
        self.tools.open_guests.connect(self.to_guests)
        self.tools.next_conflict.connect(self.next_conflict)
        self.tools.why.connect(self._toggle_why)
        self.tools.suggest.connect(self.suggest)
        self.guests.chosen.connect(self._guest_chosen)
        self.guests.entered.connect(self._guest_entered)
        self.guests.taken_out.connect(self.placing.take_out)
        self.columns.drawn.connect(self.tools.setHidden)
        self.columns.head.filtered.connect(self._take_filter)
        self.columns.head.back.connect(self.to_guests)
        self.columns.no_homes.connect(self.tools.hosts)
        self.grid.pressed.connect(self._card_pressed)
        self.grid.entered.connect(self._place_at)
        self.grid.placed.connect(self._place_at)
        self.grid.picked.connect(self._guest_chosen)
        self.grid.taken_out.connect(self.placing.take_out)
        self.grid.cured.connect(self._cure)
        self.grid.dropped.connect(self.placing.move)
        self.grid.left.connect(self._focus_guests)
        self.why.place.connect(self._place_shown)
        self.why.next_one.connect(self._next_suggestion)
        self.why.take_out.connect(self.take_out)
        self.why.lock.connect(self._keep)
        self.why.bed.connect(self._choose_bed)
        self.why.excused.connect(self._place_with_reason)
        self.why.closed.connect(self._toggle_why)

    # -- reading -------------------------------------------------------------------------------------

    @property
    def board(self) -> Board:
        """What is shown. Raises RuntimeError before there is anything."""
        if self._board is None:
            raise RuntimeError("no board is shown")
        return self._board

    @property
    def chosen(self) -> Party | None:
        """The party that is chosen."""
        return self._board.party(self._chosen) if self._board is not None and self._chosen else None

    def forget(self) -> None:
        """Another visit comes."""
        self._board = None
        self._chosen = self._shown = ""
        self._seeking = False

    def reload(self, visit: UUID) -> None:
        """Read everything again; who is chosen stays chosen, else the first who waits is."""
        before = self._board
        board, self._composer = read_board(self.desk, visit)
        self._board = board
        if before is not None:
            board.keep_fits(before)
        self.placing.show(board)
        self.columns.answered()
        if board.party(self._chosen) is None:
            self._chosen = board.waiting[0].keys[0] if board.waiting else ""
            self._shown, self._seeking = "", False
        party = self.chosen
        if party is not None and self._seeking and board.home_of(party.keys[0]) == self._shown:
            self._seeking = False
        if self._shown not in board.view.hosts:
            self._shown = self._first_shown()
        self._draw()
        self._warm = board.warm()
        self._warming.start()
        self.changed.emit()

    def _warm_up(self) -> None:
        """Work out a few fits while nobody waits for anything, so that the next choice is quick."""
        until = monotonic() + WARM_S
        for _ in self._warm:
            if monotonic() > until:
                self._warming.start()
                return

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

    def _draw(self) -> None:
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
        self.columns.guests_head.set_count(counts.without)
        self.guests.show_guests(views, self._chosen)
        went = not views and self.guests.hasFocus()
        self.guests.setVisible(bool(views))
        self.columns.all_placed.setVisible(not views and counts.guests > 0)
        self.columns.nobody.setVisible(counts.guests == 0)
        self._draw_banner()
        self._draw_hosts()
        self._draw_why()
        if went:
            self.grid.focus_host(self._shown)

    def _draw_banner(self) -> None:
        """A late change stands above everything until it is settled."""
        clear(self.banner)
        desk = self.desk
        said = what_happened(desk.locale, self.board)
        if said:
            self.banner.addWidget(LateBanner(desk, said, self.late.emit))

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
        self.columns.head.show_state(self._filter, names, len(board.homes))
        self.grid.setVisible(bool(cards))
        self.columns.no_hosts.setVisible(not cards)
        self.columns.show_no_hosts(self._no_hosts_words(), ask=not board.homes)

    def _choose_bed(self) -> None:
        self.ask_host.emit(self.board.view.hosts[self._shown].household)

    def _no_hosts_words(self) -> str:
        text = self.desk.text
        if self._filter.words:
            return text("No host matches “{words}”.", words=self._filter.words)
        if not self.board.homes:
            return text("Nobody has said yes to hosting yet.")
        return text("No home has a free bed.")

    def _draw_why(self) -> None:
        board, composer, party = self.board, self._composer, self.chosen
        text = self.desk.text
        host = board.view.hosts.get(self._shown)
        if party is None or composer is None or host is None:
            some = board.read.counts.guests
            self.why.show_empty(
                text("Choose a guest to see which homes fit.")
                if some
                else text("Nobody has registered for this visit yet.")
            )
            return
        fit = board.fit(party, host.key)
        home = board.home_of(party.keys[0])
        here = home == host.key
        others = len(board.suggestions(party))
        names = words.given_names(self.desk.locale, party.members[:2])
        self.why.show_why(
            composer.why(party, host, fit),
            place="" if here else self._place_words(host.name, moved=bool(home), fits=fit.fits),
            following=others > (0 if here else 1) or (others == 1 and not fit.fits),
            out=text("Take {names} out", names=names) if here else "",
            locked=board.guest_cards[party.keys[0]].locked if here else None,
        )
        self.why.next_button.set_text(text("Find another host") if here else text("Next suggestion"))

    def _place_words(self, home: str, *, moved: bool, fits: bool) -> str:
        text = self.desk.text
        if not fits:
            return text("Place all the same…")
        return text("Move to {home}", home=home) if moved else text("Place with {home}", home=home)

    # -- choosing ------------------------------------------------------------------------------------

    def choose(self, key: str, *, seeking: bool = False, shown: str = "") -> None:
        """Choose a guest, waiting or placed; the hosts are sorted again, best first."""
        if self._board is None or self._board.party(key) is None:
            return
        self.columns.answered()
        self._chosen, self._seeking = key, seeking
        self._shown = shown if shown in self._board.view.hosts else self._first_shown()
        self.guests.choose(key)
        self._draw_hosts(to_top=True)
        self._draw_why()
        self.changed.emit()
        self.went.emit()

    def _guest_chosen(self, key: str) -> None:
        self.choose(key)

    def _guest_entered(self, key: str) -> None:
        if key != self._chosen:
            self.choose(key)
        self.columns.show_step("hosts")
        self.grid.focus_host()

    def _focus_guests(self) -> None:
        self.columns.show_drawer(False)
        self.columns.show_step("guests")
        self.guests.setFocus(Qt.FocusReason.TabFocusReason)

    def to_guests(self) -> None:
        """Go to the guests who wait."""
        if self.board.waiting and self._chosen not in self.guests.parties():
            self.choose(self.board.waiting[0].keys[0])
        self._focus_guests()

    def _card_pressed(self, host: str) -> None:
        if host != self._shown:
            self._shown = host
            self._draw_hosts()
            self._draw_why()

    def _next_suggestion(self) -> None:
        party = self.chosen
        if party is None:
            return
        if self._shown == self.board.home_of(party.keys[0]):
            self.choose(self._chosen, seeking=True)
            return
        found = self.board.suggestions(party)
        if not found:
            return
        here = found.index(self._shown) if self._shown in found else -1
        self._card_pressed(found[(here + 1) % len(found)])
        self.grid.card(self._shown)

    # -- doing ---------------------------------------------------------------------------------------

    def _place_at(self, host: str) -> None:
        party = self.chosen
        if party is None:
            self._card_pressed(host)
        elif self.board.home_of(party.keys[0]) != host:
            self._card_pressed(host)
            self.placing.place(party, host)

    def _place_shown(self) -> None:
        self._place_at(self._shown)

    def _place_with_reason(self, reason: str) -> None:
        party = self.chosen
        if party is not None:
            self.placing.place(party, self._shown, reason=reason)

    def take_out(self) -> None:
        """Take out the placed guest the keyboard stands on, or who is chosen."""
        focus = QApplication.focusWidget()
        on_row = focus.view.guest if isinstance(focus, RowButton) else ""
        self.placing.take_out(on_row or self._chosen)

    def _keep(self, on: bool) -> None:
        party = self.chosen
        if party is not None:
            self.placing.keep(party, on)

    def _was_placed(self, keys: tuple[str, ...]) -> None:
        """Go on with the next guest who waits; where somebody was moved they stay chosen."""
        if self._chosen in keys and self._chosen in self.guests.parties():
            self._chosen = self._shown = ""
            self.columns.show_step("guests")
        self._seeking = False
        self.columns.show_drawer(False)

    def _ask_reason(self, host: str) -> None:
        self._card_pressed(host)
        if self.columns.has_drawer:
            self.columns.show_drawer(True)
        self.why.ask_reason(True)

    def _cure(self, link: LinkView) -> None:
        if link.code == "other":
            self.choose(link.guest, seeking=True)
            if self.columns.has_drawer:
                self.columns.show_drawer(True)
            self.why.place_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask_host.emit(self.board.view.hosts[link.host].household)

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
                self.to_guests()
            return
        here = wanted.index(self._chosen) if self._chosen in wanted else (-1 if by > 0 else 0)
        key = wanted[(here + by) % len(wanted)]
        self.choose(key)
        self.columns.show_drawer(False)
        self.columns.show_step("hosts")
        home = self.board.home_of(key)
        card = self.grid.card(home)
        if card is not None:
            self.grid.focus_host(home, card.cure_for(key))

    # -- keys and room -------------------------------------------------------------------------------

    def _toggle_why(self) -> None:
        self.columns.show_drawer(not self.columns.drawer)
        if self.columns.drawer:
            self.why.place_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tools.why_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _why_by_key(self) -> None:
        if self.columns.has_drawer:
            self.columns.show_drawer(True)
        shown = [
            one
            for one in (self.why.place_button, self.why.next_button, self.why.out_button)
            if one.isVisible()
        ]
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)

    def escape(self) -> bool:
        """Close what lies open: a question, the reason, the drawer, the hosts. False if nothing does."""
        focus = QApplication.focusWidget()
        if self.columns.asking:
            self.columns.answered()
        elif self.why.asking:
            self._draw_why()
        elif self.columns.drawer and self.columns.has_drawer:
            self._toggle_why()
        elif not (focus is not None and self.columns.middle.isAncestorOf(focus)):
            return False
        self._focus_guests()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() == Qt.Key.Key_W:
            self._why_by_key()
        elif plain and event.key() == Qt.Key.Key_S:
            self.suggest.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.take_out()
        else:
            super().keyPressEvent(event)

    def fit(self, fit: Fit) -> None:
        """There is that much room from now on."""
        self.tools.fit(fit)
        self.columns.fit(fit)

    # -- where ---------------------------------------------------------------------------------------

    def where(self) -> dict[str, object]:
        """Who is chosen, what is told about, what is filtered."""
        return {"guest": self._chosen, "host": self._shown, "beds": self._filter.beds, "seek": self._seeking}

    def show_at(self, where: Mapping[str, object]) -> None:
        """Show what `where` names; unknown keys leave what is."""
        beds, guest, host = where.get("beds"), where.get("guest"), where.get("host")
        if beds in (FREE, ALL) and beds != self._filter.beds:
            self._filter = Filter(str(beds), self._filter.states, self._filter.words)
            self._draw_hosts()
        if isinstance(guest, str) and guest:
            self.choose(guest, seeking=bool(where.get("seek")), shown=host if isinstance(host, str) else "")

    def _take_filter(self, wanted: Filter) -> None:
        self._filter = wanted
        self._draw_hosts(to_top=True)

    def mark(self, ids: frozenset[UUID]) -> None:
        """Mark the homes an undo changed."""
        if self._board is None:
            return
        changed = {one.hex for one in ids}
        self.grid.mark(
            frozenset(
                key
                for key, card in self._board.cards.items()
                if key in changed or any(guest.hex in changed for guest in card.guests)
            )
        )

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self.guests if not self.guests.isHidden() and not self.columns.left.isHidden() else self.grid

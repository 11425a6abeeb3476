# SPDX-License-Identifier: GPL-3.0-or-later
"""Placing, moving and taking out: what the board does, with the questions that may come before it.

Whoever belongs together is moved as one; splitting asks once, inline. A must is broken only with a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hospes.actions.placements import (
    LockPlacements,
    MoveGuests,
    MustBroken,
    PlaceGuests,
    TakeOut,
    UnlockPlacements,
)
from hospes.i18n.marks import NN_
from hospes.ui.desk import Answer
from hospes.ui.pages import visit_hosting_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.app import Outcome
    from hospes.domain.errors import UserError
    from hospes.domain.matching.values import Host
    from hospes.domain.matching.view import Party
    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_hosting_model import Board


class Placing(QObject):
    """Carries out what was pressed on a board."""

    asks = Signal(str, object)
    """A question stands inline: its words and its answers."""
    wants_reason = Signal(str)
    """A must is broken at this home: ask for the reason."""
    placed = Signal(object)
    """The party has its bed: the keys of its guests."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board: Board | None = None

    def show(self, board: Board) -> None:
        """This is the board from now on."""
        self._board = board

    @property
    def board(self) -> Board:
        """The board. Raises RuntimeError before there is one."""
        if self._board is None:
            raise RuntimeError("no board is shown")
        return self._board

    # -- placing -------------------------------------------------------------------------------------

    def place(self, party: Party, host: str, *, reason: str = "") -> None:
        """Give a party beds in a home; asks first where that splits it or breaks a must."""
        board, home = self.board, self.board.view.hosts[host]
        if not reason:
            if self._too_few(party, home):
                self._ask_some(party, home)
                return
            fit = board.fit(party, host)
            if not fit.fits:
                self.wants_reason.emit(host)
                return
        self._run(party, home, reason)

    def move(self, guest: str, host: str) -> None:
        """Somebody was taken by hand from one home to another, or from the list to a home."""
        board = self.board
        party = board.party(guest)
        if party is None or board.home_of(guest) == host:
            return
        if (
            len(party.members) > 1
            and board.home_of(guest)
            and not self._too_few(party, board.view.hosts[host])
        ):
            self._ask_split(party, guest, host)
        else:
            self.place(party, host)

    def _too_few(self, party: Party, home: Host) -> bool:
        here = sum(self.board.home_of(key) == home.key for key in party.keys)
        return len(party.members) > 1 and 0 < self.board.free(home) + here < len(party.members)

    def _ask_some(self, party: Party, home: Host) -> None:
        """There is room for some of them only."""
        desk, board = self._desk, self.board
        free = board.free(home)
        some = board.view.party(party.keys[:free])
        rest = board.view.party(party.keys[free:])
        text = self._wants(rest.members, some.members)
        only = desk.text("Only {names}", names=words.given_names(desk.locale, some.members))
        self.asks.emit(
            text,
            (
                Answer(only, lambda: self._single(some, home.key), name="board.onlySome"),
                Answer(desk.text("Choose another home"), lambda: None, main=True, name="board.another"),
            ),
        )

    def _ask_split(self, party: Party, guest: str, host: str) -> None:
        desk, board = self._desk, self.board
        one = board.view.party((guest,))
        rest = [other for other in party.members if other.key != guest]
        self.asks.emit(
            self._wants(one.members, rest),
            (
                Answer(self._all(party), lambda: self.place(party, host), main=True, name="board.moveAll"),
                Answer(
                    desk.text("Only {names}", names=words.given_names(desk.locale, one.members)),
                    lambda: self._single(one, host),
                    name="board.onlySome",
                ),
            ),
        )

    def _single(self, party: Party, host: str) -> None:
        """Place these apart from those they belong to: the person has just said so."""
        board = self.board
        fit = board.fit(party, host)
        broken = [term for term in fit.musts if term.broken]
        if broken and all(term.code.split(".")[0] == "together" for term in broken):
            self._run(party, board.view.hosts[host], self._desk.text("Placed apart by hand"))
        elif broken:
            self.wants_reason.emit(host)
        else:
            self._run(party, board.view.hosts[host], "")

    def _wants(self, these: Sequence[Any], those: Sequence[Any]) -> str:
        locale = self._desk.locale
        return locale.ntext(
            "{names} wants to stay with {others}.",
            "{names} want to stay with {others}.",
            len(these),
            names=words.given_names(locale, these),
            others=words.given_names(locale, those),
        )

    def _all(self, party: Party) -> str:
        desk, n = self._desk, len(party.members)
        return desk.text("Move both") if n == words.COUPLE else desk.ntext("Move all {n}", "Move all {n}", n)

    def _run(self, party: Party, home: Host, reason: str) -> None:
        desk, board = self._desk, self.board
        visit = board.read.visit_id
        guests = tuple(UUID(hex=key) for key in party.keys)
        moved = any(board.home_of(key) for key in party.keys)
        action = (MoveGuests if moved else PlaceGuests)(
            visit, guests, UUID(hex=home.key), board.case, nights=self._nights(party), reason=reason
        )
        who = words.party_name(desk.locale, party.members)
        said = desk.ntext(
            "{guests} stays with {home}.",
            "{guests} stay with {home}.",
            len(guests),
            guests=who,
            home=home.name,
        )

        def done(outcome: Outcome) -> None:
            self.placed.emit(party.keys)

        def failed(error: UserError) -> None:
            if isinstance(error, MustBroken) and not reason:
                self.wants_reason.emit(home.key)
            else:
                desk.say(error, kind="warn")

        desk.run(action, said=said, done=done, failed=failed)

    def _nights(self, party: Party) -> tuple[Any, ...] | None:
        """Only the open nights for those who do not mind several homes, else the whole stay."""
        open_nights: set[Any] = set()
        for guest in party.members:
            placed = self.board.view.placed.get(guest.key, {})
            if not placed or not guest.split_ok or self.board.has_home(guest):
                return None
            open_nights |= guest.nights - placed.keys()
        return tuple(sorted(open_nights))

    # -- taking out ----------------------------------------------------------------------------------

    def take_out(self, guest: str) -> None:
        """Take somebody out of a home; asks once where that splits a party."""
        desk, board = self._desk, self.board
        party = board.party(guest)
        if party is None or not board.home_of(guest):
            return
        if len(party.members) == 1:
            self._take_out(party)
            return
        one = board.view.party((guest,))
        rest = [other for other in party.members if other.key != guest]
        n = len(party.members)
        both = (
            desk.text("Take both out")
            if n == words.COUPLE
            else desk.ntext("Take all {n} out", "Take all {n} out", n)
        )
        only = desk.text("Only {names}", names=words.given_names(desk.locale, one.members))
        self.asks.emit(
            self._wants(one.members, rest),
            (
                Answer(both, lambda: self._take_out(party), main=True, name="board.outAll"),
                Answer(only, lambda: self._take_out(one), name="board.outOne"),
            ),
        )

    def _take_out(self, party: Party) -> None:
        desk = self._desk
        guests = tuple(UUID(hex=key) for key in party.keys)
        who = words.party_name(desk.locale, party.members)
        said = desk.ntext("{guests} has no host now.", "{guests} have no host now.", len(guests), guests=who)
        desk.run(TakeOut(self.board.read.visit_id, guests), said=said)

    # -- keeping -------------------------------------------------------------------------------------

    def keep(self, party: Party, on: bool) -> None:
        """Keep a party where it is, or let suggestions move it again."""
        desk = self._desk
        guests = tuple(UUID(hex=key) for key in party.keys)
        who = words.party_name(desk.locale, party.members)
        n = len(guests)
        stays = NN_(
            "{guests} stays here, whatever is suggested.", "{guests} stay here, whatever is suggested."
        )
        free = NN_("{guests} may be moved again.", "{guests} may be moved again.")
        said = desk.ntext(*stays, n, guests=who) if on else desk.ntext(*free, n, guests=who)
        action = (LockPlacements if on else UnlockPlacements)(self.board.read.visit_id, guests)
        desk.run(action, said=said)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The board behind the board: who waits, who stands where, what is free, who fits where. Plain values only.

Made from the case of the matching each time the file changes. How well a party suits every home is worked out
once, when it is first chosen, and kept until something it depends on changes (`keep_fits`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hospes.domain.codes_visit import OfferState
from hospes.domain.matching.fit import fit_in
from hospes.domain.matching.view import Party, View
from hospes.i18n.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hospes.domain.matching.values import Fit, Guest, Host, Term
    from hospes.queries.hosting_board import Board as HostingBoard
    from hospes.queries.hosting_board import GuestCard as GuestRow
    from hospes.queries.hosting_board import HostCard as HostRow

FREE, ALL = "free", "all"
"""The two chips above the host cards."""

GOES = frozenset({OfferState.YES})

FACTS = ("guests", "hosts", "groups", "wishes", "past", "rules")
"""What a fit depends on beside who sleeps where; the same objects as long as it is the same."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which homes are shown."""

    beds: str = FREE
    states: frozenset[OfferState] = GOES
    words: str = ""


class Board:
    """A case as the board looks at it."""

    def __init__(
        self,
        read: HostingBoard,
        conflicts: Mapping[str, tuple[Term, ...]],
    ) -> None:
        """Take what was read, and what is broken now by guest."""
        self.read = read
        self.case = read.case
        self.view = View(read.case)
        self.conflicts = conflicts
        self._fits: dict[tuple[tuple[str, ...], str], Fit] = {}
        self._party_of = {key: party for party in self.view.parties() for key in party.keys}
        self.cards: Mapping[str, HostRow] = {card.key: card for card in read.hosts}
        self.guest_cards: Mapping[str, GuestRow] = {card.key: card for card in read.guests}
        self.nights = frozenset(read.nights)
        self._inside = {card.key: tuple(guest.hex for guest in card.guests) for card in read.hosts}
        self._free = {card.key: card.free for card in read.hosts}
        self._open = {card.key for card in read.hosts if any(slot.free for slot in card.slots)}
        self._troubled = {
            host for host, inside in self._inside.items() if any(guest in conflicts for guest in inside)
        }

    # -- guests --------------------------------------------------------------------------------------

    @cached_property
    def waiting(self) -> tuple[Party, ...]:
        """Parties in which somebody has no bed on some night; only those who have none."""
        found = []
        for party in self.view.parties():
            open_ones = [guest.key for guest in party.members if not self.has_home(guest)]
            if open_ones:
                found.append(self.view.party(open_ones))
        return tuple(found)

    def has_home(self, guest: Guest) -> bool:
        """Whether there is a bed on every night."""
        return guest.nights <= self.view.placed.get(guest.key, {}).keys()

    def home_of(self, guest: str) -> str:
        """The home somebody has now, or the first of several; empty if there is none."""
        placed = self.view.placed.get(guest, {})
        return placed[min(placed)].host if placed else ""

    def whole_party(self, guest: str) -> Party:
        """Everybody who belongs to a guest."""
        return self._party_of[guest]

    def party(self, key: str) -> Party | None:
        """The party a key stands for: who waits together, or who lives together in one home; None if gone."""
        if key not in self.view.guests:
            return None
        for party in self.waiting:
            if key in party.keys:
                return party
        home = self.home_of(key)
        return self.view.party(one for one in self._party_of[key].keys if self.home_of(one) == home)

    def says_conflict(self, guest: str) -> tuple[Term, ...]:
        """What is broken for a guest now."""
        return self.conflicts.get(guest, ())

    @cached_property
    def broken(self) -> tuple[str, ...]:
        """Guests with a conflict, in order."""
        return tuple(key for key in self.view.guests if self.conflicts.get(key))

    # -- homes ---------------------------------------------------------------------------------------

    def inside(self, host: str) -> tuple[str, ...]:
        """Who sleeps in a home on some night."""
        return self._inside[host]

    def free(self, host: Host) -> int:
        """Beds nobody has; none where the host has not said yes."""
        return self._free[host.key]

    @cached_property
    def homes(self) -> tuple[Host, ...]:
        """Homes that said yes."""
        return tuple(host for host in self.view.hosts.values() if host.state in GOES)

    # -- fits ----------------------------------------------------------------------------------------

    def fit(self, party: Party, host: str) -> Fit:
        """How the party suits a home; worked out once."""
        key = (party.keys, host)
        found = self._fits.get(key)
        if found is None:
            found = self._fits[key] = fit_in(self.view, party.keys, host)
        return found

    def keep_fits(self, before: Board) -> None:
        """Take over from the board before what still holds.

        Where people and homes are as they were, a fit depends on who else sleeps in the home and on where
        the others of the party sleep.
        """
        old, new = before.case, self.case
        if any(getattr(old, name) is not getattr(new, name) for name in FACTS) or old.year != new.year:
            return
        moved = set(old.placed) ^ set(new.placed)
        homes = {one.host for one in moved}
        groups = {self.view.guests[one.guest].group for one in moved} - {""}
        guests = {one.guest for one in moved} | {
            guest.key for group in groups for guest in self.view.members.get(group, ())
        }
        for (party, host), fit in before._fits.items():
            if host not in homes and guests.isdisjoint(party):
                self._fits[party, host] = fit

    def warm(self) -> Iterator[None]:
        """Work out beforehand what may be asked next, one fit at a time: who waits, with every home."""
        for party in self.waiting:
            for host in self.homes:
                if self.open_nights(host) and (party.keys, host.key) not in self._fits:
                    self.fit(party, host.key)
                    yield

    def open_nights(self, host: Host) -> bool:
        """Whether there is a bed in which nobody sleeps on some night."""
        return host.key in self._open

    def order(self, chosen: Party | None, wanted: Filter, *, first: str = "") -> tuple[Host, ...]:
        """The homes to show: best first for the chosen party, those that do not fit last; `first` leads."""
        words = fold(wanted.words).split()
        found = [
            host
            for host in self.view.hosts.values()
            if host.state in wanted.states and self._wanted(host, wanted, words, keep=first)
        ]
        if chosen is None:
            return tuple(
                sorted(found, key=lambda host: (host.key not in self._troubled, not self.free(host)))
            )

        def rank(host: Host) -> tuple[bool, bool, bool, int]:
            fit = self.fit(chosen, host.key)
            fits = fit.fits
            return (host.key != first, not fits, not fits and host.key not in self._troubled, -fit.score)

        return tuple(sorted(found, key=rank))

    def _wanted(self, host: Host, wanted: Filter, words: list[str], *, keep: str) -> bool:
        if words:
            text = fold(" ".join([host.name, *(one.name for one in host.people), *self._names_in(host.key)]))
            return all(word in text for word in words)
        troubled = host.key in self._troubled
        return wanted.beds == ALL or self.free(host) > 0 or troubled or host.key == keep

    def _names_in(self, host: str) -> list[str]:
        return [self.view.guests[guest].name for guest in self.inside(host)]

    def suggestions(self, party: Party) -> tuple[str, ...]:
        """Homes that break no must, best first, without the one the party is in."""
        mine = {self.home_of(key) for key in party.keys}
        found = [
            (self.fit(party, host.key), host.key)
            for host in self.homes
            if host.key not in mine and self.open_nights(host)
        ]
        found = [one for one in found if one[0].fits]
        return tuple(host for _, host in sorted(found, key=lambda one: -one[0].score))

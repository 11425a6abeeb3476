# SPDX-License-Identifier: GPL-3.0-or-later
"""A suggestion as the review shows it: who would go where and why, who is left over, who would be moved.

Plain values made from the plan and the board it was made for; ticks and other choices are kept here, so that
rows may come and go with the scroll bar.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.matching.fit import best_hosts, conflicts, fit
from hospes.domain.matching.late import calls_for
from hospes.domain.matching.values import Placed
from hospes.domain.matching.view import View, with_placed

if TYPE_CHECKING:
    from datetime import date

    from hospes.actions.placements import Stays
    from hospes.domain.matching.late import Late
    from hospes.domain.matching.values import Case, Fit, Guest, Leftover, Plan
    from hospes.queries.hosting_late import CallBook, CallList
    from hospes.ui.pages.visit_hosting_model import Board

OTHERS = 8
"""So many other homes are offered for a party."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row: a party and its home."""

    guests: tuple[Guest, ...]
    nights: tuple[tuple[date, str], ...]
    fit: Fit
    moved: tuple[str, ...] = ()
    """Homes they leave."""
    ticked: bool = True
    mends: bool = False
    """They move only because of a conflict from before."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Of the guests."""
        return tuple(guest.key for guest in self.guests)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The homes, each once, in order of nights."""
        return tuple(dict.fromkeys(host for _, host in self.nights))


class Review:
    """A plan to be looked through; after a late change also whom to telephone about it."""

    def __init__(
        self,
        board: Board,
        plan: Plan,
        *,
        late: Late | None = None,
        book: CallBook | None = None,
        case: Case | None = None,
    ) -> None:
        """Take the board and the plan; after a late change also what follows, numbers, and the case it was
        made of.
        """
        self.board = board
        self.late = late
        self.mends = False
        """Are conflicts from before mended too?"""
        self.made_of = case or board.case
        self._book = book
        self._stands = View(self.made_of)
        self._take(plan)

    def _take(self, plan: Plan) -> None:
        self.plan = plan
        stays = {stay.guest: stay.nights for stay in plan.stays}
        self.case = _as_planned(self.board.case, stays)
        self.items = self._items({stay.guest: stay.nights for stay in plan.stays if not stay.kept})
        self.leftover: tuple[Leftover, ...] = plan.leftover
        self.earlier = len(conflicts(self.case))
        """How many conflicts from before this plan leaves as they are: it breaks no must itself."""

    # -- after a late change -------------------------------------------------------------------------

    @property
    def can_mend(self) -> int:
        """How many conflicts from before could be mended too."""
        if self.late is None or self.late.mended is None:
            return 0
        return len(self.late.earlier) - len(self.late.mended.earlier)

    @property
    def more_calls(self) -> int:
        """How many calls that takes beside those for the change."""
        if self.late is None or self.late.mended is None:
            return 0
        known = {one.guest for one in self.late.calls} | {one.host for one in self.late.homes}
        mended = self.late.mended
        wanted = {one.guest for one in mended.calls} | {one.host for one in mended.homes}
        return len(wanted - known)

    def mend(self, on: bool) -> None:
        """Take the plan that mends conflicts from before too, or the one for the change alone."""
        late = self.late
        if late is not None and late.mended is not None:
            self.mends = on
            self._take(late.mended.plan if on else late.plan)

    def of_change(self, key: str) -> bool:
        """Must this guest or home hear of the change itself?"""
        late = self.late
        if late is None:
            return True
        return any(key == one.guest for one in late.calls) or any(key == one.host for one in late.homes)

    def calls(self) -> tuple[CallList, CallList] | None:
        """Whom to telephone about what is ticked: for the change, and to mend what was before."""
        if self.late is None or self._book is None:
            return None
        nights: dict[str, dict[date, str]] = {key: dict(some) for key, some in self._stands.old.items()}
        for key in nights.keys() - self._stands.guests.keys():
            nights[key] = {}
        planned = {stay.guest: dict(stay.nights) for stay in self.plan.stays}
        nights |= {left.guest: planned.get(left.guest, {}) for left in self.leftover}
        for item in self.items:
            if item.ticked:
                nights |= {guest.key: dict(_own(guest, item.nights)) for guest in item.guests}
        guests, homes = calls_for(self._stands, nights)
        return (
            self._book.calls(
                [one for one in guests if self.of_change(one.guest)],
                [one for one in homes if self.of_change(one.host)],
            ),
            self._book.calls(
                [one for one in guests if not self.of_change(one.guest)],
                [one for one in homes if not self.of_change(one.host)],
            ),
        )

    def mending(self) -> frozenset[UUID]:
        """Those ticked who move only to mend what was before."""
        return frozenset(
            UUID(hex=guest.key) for item in self.items if item.ticked and item.mends for guest in item.guests
        )

    def _items(self, new: dict[str, tuple[tuple[date, str], ...]]) -> list[Item]:
        """One for each party that goes to the same homes; those who had no bed first."""
        found: list[Item] = []
        done: set[str] = set()
        view = self.board.view
        for key in view.guests:
            if key not in new or key in done:
                continue
            homes = tuple(dict.fromkeys(host for _, host in new[key]))
            if not homes:
                continue
            together = [
                one
                for one in self.board.whole_party(key).keys
                if one in new and tuple(dict.fromkeys(host for _, host in new[one])) == homes
            ]
            done |= set(together)
            party = view.party(together)
            before = dict.fromkeys(
                place.host for one in together for place in view.placed.get(one, {}).values()
            )
            moved = tuple(host for host in before if host not in homes)
            mends = not any(self.of_change(one) for one in party.keys)
            found.append(
                Item(party.members, new[key], fit(self.case, party.keys, homes[0]), moved, mends=mends)
            )
        return sorted(found, key=lambda item: (item.mends, bool(item.moved)))

    # -- what is chosen ------------------------------------------------------------------------------

    def tick(self, number: int, on: bool) -> None:
        """Take a row along, or leave it."""
        self.items[number] = replace(self.items[number], ticked=on)

    def others(self, number: int) -> tuple[Fit, ...]:
        """Other homes for a row that break no must beside everything else that is ticked."""
        item = self.items[number]
        case = self._with_ticks(without=number)
        found = [one for one in best_hosts(case, item.keys) if one.fits and one.host not in item.hosts]
        return tuple(found[:OTHERS])

    def change(self, number: int, host: str) -> None:
        """Another home for a row."""
        item = self.items[number]
        case = self._with_ticks(without=number)
        nights = tuple((night, host) for night, _ in item.nights)
        left = self.board.home_of(item.keys[0])
        moved = (left,) if left and left != host else ()
        self.items[number] = replace(
            item, nights=nights, fit=fit(case, item.keys, host), moved=moved, ticked=True
        )

    def _with_ticks(self, *, without: int) -> Case:
        stays: dict[str, tuple[tuple[date, str], ...]] = {}
        for number, item in enumerate(self.items):
            if item.ticked and number != without:
                stays |= {guest.key: _own(guest, item.nights) for guest in item.guests}
        return _as_planned(self.board.case, stays)

    def chosen(self) -> Stays:
        """What is ticked, as the action wants it."""
        return tuple(
            (UUID(hex=guest.key), tuple((night, UUID(hex=host)) for night, host in _own(guest, item.nights)))
            for item in self.items
            if item.ticked
            for guest in item.guests
        )

    @property
    def people(self) -> int:
        """How many people the ticked rows are about."""
        return sum(len(item.guests) for item in self.items if item.ticked)

    @property
    def suggested(self) -> int:
        """How many people all rows are about."""
        return sum(len(item.guests) for item in self.items)

    @property
    def proved(self) -> bool:
        """Nothing better can be found."""
        return self.plan.optimal

    @property
    def short_of(self) -> int:
        """How many points better a plan could be at most."""
        return max(self.plan.bound - self.plan.score, 0)


def _own(guest: Guest, nights: tuple[tuple[date, str], ...]) -> tuple[tuple[date, str], ...]:
    """The nights of one of a party: somebody may come later than the others."""
    by_night = dict(nights)
    last = nights[-1][1] if nights else ""
    return tuple((night, by_night.get(night, last)) for night in sorted(guest.nights))


def _as_planned(case: Case, stays: dict[str, tuple[tuple[date, str], ...]]) -> Case:
    """The case with these stays in place of what these guests have now."""
    kept = [one for one in case.placed if one.guest not in stays]
    new = [Placed(guest, night, host) for guest, nights in stays.items() for night, host in nights]
    return with_placed(case, (*kept, *new))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of twinnings: jubilees, which ones sleep, the order of a chain of papers, motives over time."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from hospes.domain.ages import Anniversary, anniversary_in
from hospes.domain.codes_twinning import Motive, PartnershipStatus
from hospes.domain.values import RoughDate

K = TypeVar("K", bound=Hashable)

JUBILEES = (5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100)
"""Years after which towns celebrate (REQ-1-01)."""

AHEAD_MONTHS = 24
"""How far ahead jubilees and renewals are listed."""

SLEEPS_AFTER_MONTHS = 24
"""Without a visit, letter or call for so long a link counts as sleeping, unless the file says otherwise."""

RENEWAL_SOON = 180
"""Days ahead that a renewal is told on Today: a charter is not rewritten in a week."""


def months_later(day: date, months: int) -> date:
    """The same day so many months later (negative: earlier), the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), after - timedelta(days=1))


def next_jubilee(since: RoughDate | None, today: date) -> Anniversary | None:
    """The next round number of years from today on; of a year alone at its end."""
    if since is None:
        return None
    for years in JUBILEES:
        on = anniversary_in(since.last, since.year + years)
        if on >= today:
            return Anniversary(on, years)
    return None


def jubilees_between(since: RoughDate | None, first: date, last: date) -> list[Anniversary]:
    """All round numbers of years that are reached between two days, both included."""
    if since is None:
        return []
    found = [Anniversary(anniversary_in(since.last, since.year + years), years) for years in JUBILEES]
    return [one for one in found if first <= one.on <= last]


def is_asleep(
    status: PartnershipStatus, last_contact: date | None, since: RoughDate | None, today: date, months: int
) -> bool:
    """Does a link sleep? By its status, or because nothing was heard for so many months.

    A young link has not slept before that time has passed since it began.
    """
    if status is PartnershipStatus.ENDED:
        return False
    if status is PartnershipStatus.DORMANT:
        return True
    limit = months_later(today, -months)
    heard = last_contact or (since.last if since is not None else None)
    return heard is None or heard < limit


def in_chain(ids: Sequence[K], before: Mapping[K, K | None]) -> list[tuple[K, ...]]:
    """Papers as chains: what follows on something stands behind it; in the order given otherwise.

    A paper with two successors begins a second chain with the later one; a ring is cut where it is met.
    """
    follows: dict[K | None, list[K]] = {}
    known = set(ids)
    for one in ids:
        predecessor = before.get(one)
        follows.setdefault(predecessor if predecessor in known else None, []).append(one)
    chains: list[tuple[K, ...]] = []
    seen: set[K] = set()
    starts = [*follows.get(None, []), *ids]
    while starts:
        link: K | None = starts.pop(0)
        chain: list[K] = []
        while link is not None and link not in seen:
            seen.add(link)
            chain.append(link)
            after = [other for other in follows.get(link, []) if other not in seen]
            link = after[0] if after else None
            starts[:0] = after[1:]
        if chain:
            chains.append(tuple(chain))
    return chains


@dataclass(frozen=True, slots=True)
class Reason:
    """A motive and the years it held."""

    motive: Motive
    first: int | None
    last: int | None

    def holds_in(self, first: int, last: int) -> bool:
        """Did it hold in any year between two?"""
        return (self.first is None or self.first <= last) and (self.last is None or self.last >= first)


def motives_by_period(
    reasons: Sequence[Reason], periods: Sequence[tuple[int, int]]
) -> list[tuple[Motive, tuple[bool, ...]]]:
    """For each motive, in which periods it held: how the reasons changed over time (S20)."""
    found: dict[Motive, list[bool]] = {}
    for reason in reasons:
        marks = found.setdefault(reason.motive, [False] * len(periods))
        for at, (first, last) in enumerate(periods):
            marks[at] = marks[at] or reason.holds_in(first, last)
    order = list(Motive)
    # What came first stands first: the table then reads from the upper left to the lower right.
    begun = {motive: min((one.first or 0) for one in reasons if one.motive is motive) for motive in found}
    return [
        (motive, tuple(found[motive])) for motive in sorted(found, key=lambda m: (begun[m], order.index(m)))
    ]

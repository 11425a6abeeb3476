# SPDX-License-Identifier: GPL-3.0-or-later
"""Back and forward: where the person has been, with row, tab and scroll position (design 4)."""

from collections.abc import Mapping
from dataclasses import dataclass

KEPT = 100


@dataclass(frozen=True)
class Spot:
    """A place and where in it."""

    place: str
    where: Mapping[str, object]


class Trail:
    """A list of spots with one of them being here."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._here = -1

    @property
    def here(self) -> Spot | None:
        """Where the person is."""
        return self._spots[self._here] if self._here >= 0 else None

    def can(self, by: int) -> bool:
        """Whether there is a spot that many steps back (-1) or forward (+1)."""
        return 0 <= self._here + by < len(self._spots)

    def go(self, spot: Spot) -> None:
        """Go to a new spot; what was forward of here is forgotten. Going where one is changes nothing."""
        if self.here == spot:
            return
        self._spots = [*self._spots[: self._here + 1], spot][-KEPT:]
        self._here = len(self._spots) - 1

    def stay(self, where: Mapping[str, object]) -> None:
        """Note where within the place the person is now."""
        here = self.here
        if here is not None:
            self._spots[self._here] = Spot(here.place, dict(where))

    def step(self, by: int) -> Spot | None:
        """Go back or forward; the spot, or None if there is none."""
        if not self.can(by):
            return None
        self._here += by
        return self._spots[self._here]

    def clear(self) -> None:
        """Forget everything, for instance because another file was opened."""
        self._spots.clear()
        self._here = -1

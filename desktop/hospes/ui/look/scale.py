# SPDX-License-Identifier: GPL-3.0-or-later
"""One scale for every measure, not only for letters (design 11.3).

All pixels of style sheet, layouts and painting go through `Scale.u`. Type is given in points as on paper and
turned into pixels at 96 to the inch here, so a Mac (72 to the inch) shows the same proportions as Windows.
"""

from typing import NamedTuple

from hospes.settings import TEXT_SIZES

PIXELS_PER_POINT = 96 / 72

NORMAL = 100


class Scale(NamedTuple):
    """A text size in percent, 90 to 200."""

    percent: int = NORMAL

    def u(self, pixels: float) -> int:
        """`pixels` of the design (at 100 %) as pixels now; never 0 for something visible."""
        if pixels <= 0:
            return 0
        return max(1, round(pixels * self.percent / NORMAL))

    def type(self, points: float) -> int:
        """Pixel size of a face given in points at 100 %."""
        return self.u(points * PIXELS_PER_POINT)

    def effective(self, pixels: int) -> int:
        """How many pixels of the design fit into `pixels` on the screen; breakpoints go by this."""
        return round(pixels * NORMAL / self.percent)

    def step(self, by: int) -> int:
        """The next larger (+1) or smaller (-1) text size that can be chosen."""
        wanted = round(self.percent / TEXT_SIZES.step) * TEXT_SIZES.step + by * TEXT_SIZES.step
        return within(wanted)


def within(percent: float) -> int:
    """`percent` brought onto a text size that can be chosen."""
    rounded = round(percent / TEXT_SIZES.step) * TEXT_SIZES.step
    return min(max(rounded, TEXT_SIZES[0]), TEXT_SIZES[-1])

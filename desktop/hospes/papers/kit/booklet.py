# SPDX-License-Identifier: GPL-3.0-or-later
"""A booklet: small pages two by two on large sheets, so that folding puts them in order."""

from collections.abc import Sequence
from typing import Final

from hospes.papers.kit.ink import MM
from hospes.papers.kit.page import Page, PaperSize
from hospes.papers.kit.pen import Picture, Sheet

_HALVES: Final = {PaperSize.A4: (148.5 * MM, 210 * MM), PaperSize.LETTER: (396.0, 612.0)}


def half_page(size: PaperSize) -> Page:
    """A page of which two make a lying sheet of that size."""
    width, height = _HALVES[size]
    return Page(width, height, left=13 * MM, right=13 * MM, top=11 * MM, bottom=14 * MM)


def order(pages: int) -> list[tuple[int, int]]:
    """Left and right page of each side of paper, from 1; 0 is an empty one. Four pages go on one sheet."""
    full = -(-pages // 4) * 4
    sides = []
    for at in range(full // 2):
        low, high = at + 1, full - at
        left, right = (high, low) if at % 2 == 0 else (low, high)
        sides.append((left if left <= pages else 0, right if right <= pages else 0))
    return sides


def impose(pages: Sequence[Sheet]) -> tuple[list[Sheet], dict[int, int]]:
    """The sides of paper, and on which of them each page stands."""
    sides: list[Sheet] = []
    places: dict[int, int] = {}
    width, height = pages[0].width, pages[0].height
    pairs = order(len(pages))
    if pairs[-1] == (0, 0):
        pairs.pop()  # a cover alone has nothing on its back
    for number, pair in enumerate(pairs, 1):
        side = Sheet(number, 2 * width, height)
        for at, page in enumerate(pair):
            if page:
                _put(side, pages[page - 1], at * width)
                places[page] = number
        sides.append(side)
    return sides, places


def _put(side: Sheet, page: Sheet, x: float) -> None:
    side.operators += ["q", f"1 0 0 1 {x:.2f} 0 cm", *page.operators, "Q"]
    side.images += [Picture(one.reader, one.x + x, one.y, one.width, one.height) for one in page.images]

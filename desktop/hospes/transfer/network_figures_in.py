# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading files of yearly figures, each in the child process."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.domain.network_figures import IncomingFigures
from hospes.transfer.child import read_in_child
from hospes.transfer.network_figures import FORM, damaged
from hospes.transfer.reading import ReadOptions

if TYPE_CHECKING:
    from hospes.transfer.reading import Grid


def look_at(paths: list[Path]) -> list[IncomingFigures]:
    """Read files in the child process; the last one of the same association and year counts.

    Raises Unreadable for one that is none.
    """
    found: dict[tuple[str, int], IncomingFigures] = {}
    for path in paths:
        grid = read_in_child(path, ReadOptions())
        one = figures_of(grid, path)
        found[one.sender, one.year] = one
    return list(found.values())


def figures_of(grid: "Grid", path: Path) -> IncomingFigures:
    """The figures in a grid that was read. Raises Unreadable where there are none."""
    if grid.head.form != FORM or not grid.cards:
        raise damaged(path)
    card = grid.cards[0][1]
    made_on = date.fromisoformat(card["made_on"]) if card["made_on"] else None
    return IncomingFigures(
        card["sender"], card["year"], card["country"], card["region"], card["size"], made_on, card["least"],
        card["figures"],
    )  # fmt: skip

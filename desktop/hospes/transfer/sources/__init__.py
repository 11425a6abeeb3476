# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs whose exports are known; a new one is a module with `NAME` and `recognise`, and a line in
`RECOGNISERS`.

A recogniser says what each column is without asking anybody: it knows the names, the days and the words its
program writes, and what it writes for "nothing".
"""

from types import ModuleType
from typing import TYPE_CHECKING

from hospes.transfer.reading import Grid
from hospes.transfer.sources import galette, jverein, paheko
from hospes.transfer.sources.base import Recognised
from hospes.transfer.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

RECOGNISERS: tuple[ModuleType, ...] = (jverein, galette, paheko)

NAMES = tuple(str(module.NAME) for module in RECOGNISERS)


def recognise(grid: Grid, table: Table) -> Recognised | None:
    """The program this list came from, or None."""
    for module in RECOGNISERS:
        look: Callable[[Grid, Table, bool], Recognised | None] = module.recognise
        found = look(grid, table, False)
        if found is not None:
            return found
    return None


def as_source(name: str, grid: Grid, table: Table) -> Recognised | None:
    """The list as the named program would have written it; None if it cannot be from there."""
    for module in RECOGNISERS:
        if name == module.NAME:
            look: Callable[[Grid, Table, bool], Recognised | None] = module.recognise
            return look(grid, table, True)
    return None

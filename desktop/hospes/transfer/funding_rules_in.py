# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at a file of rules from elsewhere: the child process reads it, as it reads all foreign files."""

from pathlib import Path

from hospes.domain.funding import Scheme
from hospes.transfer.child import read_in_child
from hospes.transfer.funding_rules import FORM, damaged, scheme_of
from hospes.transfer.reading import ReadOptions


def look_at(path: Path) -> Scheme:
    """The rules in a file. Raises Unreadable where there are none."""
    grid = read_in_child(path, ReadOptions())
    if grid.head.form != FORM or not grid.cards:
        raise damaged(path)
    return scheme_of(grid.cards[0][1], path)

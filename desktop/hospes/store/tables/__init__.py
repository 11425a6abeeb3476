# SPDX-License-Identifier: GPL-3.0-or-later
"""All tables. A new module is named here once; journal, undo, history, merge and open export need nothing
more.

Importing the package loads nothing: mapping 87 tables takes a third of a second, and the first list needs
thirty of them. Queries import the modules they read; whoever writes, creates or checks a file calls
`load_all` first.
"""

from functools import cache
from importlib import import_module

MODULES = (
    "people",
    "households",
    "notes",
    "organisations",
    "actors",
    "towns",
    "partnerships",
    "courtesies",
    "feedback",
    "trainings",
    "volunteering",
    "directory",
    "priorities",
    "members",
    "collections",
    "venues",
    "visits",
    "stays",
    "travel",
    "goods",
    "budget",
    "grants",
    "cash",
    "participants",
    "printed",
    "letters",
    "signatures",
    "events",
    "projects",
    "publications",
    "settings",
    "privacy",
    "laptops",
    "aside",
    "journal",
)


@cache
def load_all() -> None:
    """Load every table and give code columns their CHECKs."""
    from hospes.store.base import code_checks

    for name in MODULES:
        import_module(f"hospes.store.tables.{name}")
    code_checks()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes: one frozen dataclass a use case.

An action says what a person did, in the person's words; it loads, checks and assigns through the `Writer` and
may raise `UserError`. Journal, undo, history and the signal to the screens need nothing from it.
`all_actions` lists them: a house test fails when one is missing, and the undo test walks the list.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import ClassVar

from hospes.store.writer import Writer

MODULES: tuple[str, ...] = (
    "actors",
    "addresses",
    "agreements",
    "association",
    "bearers",
    "bin",
    "border",
    "budget",
    "bring_in",
    "bring_in_books",
    "bring_in_calendar",
    "bring_in_everything",
    "bring_in_partner",
    "bring_in_payments",
    "bring_in_visit",
    "cash",
    "cash_entries",
    "cash_filing",
    "cash_years",
    "classes",
    "collections",
    "consents",
    "courtesies",
    "feedback",
    "trainings",
    "venues",
    "volunteering",
    "cures",
    "directory",
    "documents",
    "donations",
    "donations_receipts",
    "doubles",
    "erasure",
    "events",
    "dues",
    "funding_rules",
    "grants",
    "goods",
    "health",
    "hotels",
    "households",
    "laptops",
    "letters",
    "links",
    "meetings",
    "mandates",
    "members",
    "network_figures",
    "networks",
    "notes",
    "offers",
    "offices",
    "organisations",
    "own_fields",
    "participations",
    "participations_checks",
    "participations_draw",
    "participations_stay",
    "partnerships",
    "partnerships_aims",
    "partnerships_documents",
    "partnerships_parties",
    "partnerships_story",
    "payments",
    "people",
    "placements",
    "programme",
    "projects",
    "printed_papers",
    "priorities",
    "publications",
    "reach",
    "references",
    "settings",
    "signatures",
    "tags",
    "tasks",
    "territories",
    "text_blocks",
    "themes",
    "travel",
    "umbrella",
    "visits",
    "visits_copy",
    "visits_days",
    "visits_delegations",
    "visits_tasks",
)
"""Modules of actions; a new one is named here once."""


@dataclass(frozen=True)
class Action:
    """A use case. `code` is stored in the journal, `label` names the act: "Edit {person}".

    The names in braces are keys of `refs`: each is an id (shown by name), a number or a code; never a name.
    """

    code: ClassVar[str]
    label: ClassVar[str | tuple[str, str]]
    """A text, or one with its plural by the reference `n` (`NN_`)."""
    quiet: ClassVar[bool] = False
    """Not an act of a person: in the journal, but passed over by Undo (how a paper was last made)."""

    def apply(self, w: Writer) -> object:
        """Do it. Raises UserError, after which nothing has changed."""
        raise NotImplementedError

    def refs(self, result: object) -> dict[str, object]:
        """What the label needs, asked after `apply` with its result: ids, numbers, codes; never names."""
        return {}


def all_actions() -> dict[str, type[Action]]:
    """Every action by its code."""
    for name in MODULES:
        import_module(f"hospes.actions.{name}")
    found: dict[str, type[Action]] = {}
    todo: list[type[Action]] = [Action]
    while todo:
        for cls in todo.pop().__subclasses__():
            todo.append(cls)
            if "code" in cls.__dict__:
                found[cls.code] = cls
    return found

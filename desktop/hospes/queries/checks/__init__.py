# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules over the whole file, for `hospes check`: what cannot be (errors) and what looks odd (warnings).

A rule is a function of connection and day that gives findings; it stands in a module of its subject and is
named once in `RULES`. Rules read, and change nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from uuid import UUID

from sqlalchemy import Connection

RULES = (
    "dates.turned_round",
    "members.same_number",
    "members.holder_is_gone",
    "members.has_died",
    "members.unbelievable_age",
    "money.same_receipt",
    "money.shared_out_twice",
    "hosting.more_guests_than_places",
    "hosting.bed_given_twice",
    "hosting.home_of_another_visit",
    "hosting.musts_broken",
    "hosting.outside_the_stay",
    "hosting.bed_not_needed",
)
"""Module and function of each rule."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: `kind` and `id` say with which row, `msgid` and `args` say it in words.

    The placeholder `{name}` is filled with what the row is called; `visit` is where it is mended.
    """

    code: str
    kind: str
    id: UUID
    msgid: str
    args: dict[str, object] = field(default_factory=dict)
    error: bool = True
    visit: UUID | None = None


Rule = Callable[[Connection, date], Iterable[Finding]]


def check_rules(connection: Connection, today: date) -> list[Finding]:
    """Everything the rules find, errors first."""
    found: list[Finding] = []
    for name in RULES:
        module, _, function = name.partition(".")
        rule: Rule = getattr(import_module(f"hospes.queries.checks.{module}"), function)
        found += rule(connection, today)
    return sorted(found, key=lambda one: (not one.error, one.code, one.kind, one.id.hex))

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

from sqlalchemy import Connection, select

from hospes.store.tables.aside import AcceptedDoubt

RULES = (
    "structure.strange_tables",
    "structure.search_is_old",
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
    "hosting.steps_only_remarked",
    "hosting.two_homes_a_night",
    "money.dues_paid_twice",
    "money.returned_and_paid",
    "cash.voucher_numbers",
    "cash.closed_year_changed",
    "cash.parts_not_the_whole",
    "cash.entry_not_counted",
    "references.changed_inside",
    "references.key_of_another",
    "references.input_of_nothing",
    "references.empty_household",
    "references.merged_in_a_circle",
    "twinnings.too_few_parties",
    "twinnings.ends_before_it_begins",
    "twinnings.signed_before",
    "twinnings.held_by_two",
    "values.unreachable",
    "values.strange_postcode",
    "values.strange_account",
    "privacy.erased_and_named",
    "privacy.note_kept_too_long",
    "privacy.text_changed",
    "privacy.undecided",
)
"""Module and function of each rule."""


NOBODY = UUID(int=0)
"""Where a finding is about no entry that has a name."""


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
    row: UUID | None = None
    """The very row, where `id` is only whom it is about."""
    value: str = ""
    """What is doubted; "It is right" holds as long as it stays so."""
    cure: str = ""
    """What the machine would put in its place; empty if only a person can know (`actions.cures`)."""

    @property
    def doubted(self) -> UUID:
        """Under which row "It is right" is remembered."""
        return self.row or self.id


Rule = Callable[[Connection, date], Iterable[Finding]]


def check_rules(
    connection: Connection, today: date, tell: Callable[[int, int], object] | None = None
) -> list[Finding]:
    """Everything the rules find that nobody called right, errors first.

    `tell` hears after each rule how many of how many are done, and may raise to stop.
    """
    found: list[Finding] = []
    for number, name in enumerate(RULES):
        if tell is not None:
            tell(number, len(RULES))
        module, _, function = name.partition(".")
        rule: Rule = getattr(import_module(f"hospes.queries.checks.{module}"), function)
        found += rule(connection, today)
    right = _accepted(connection)
    open_ones = [one for one in found if one.error or (one.doubted, one.code, one.value) not in right]
    return sorted(open_ones, key=lambda one: (not one.error, one.code, one.kind, one.id.hex))


def _accepted(connection: Connection) -> set[tuple[UUID, str, str]]:
    query = select(AcceptedDoubt.row_id, AcceptedDoubt.code, AcceptedDoubt.value)
    return {(row_id, code, value) for row_id, code, value in connection.execute(query)}

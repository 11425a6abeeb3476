# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips, order and words of the list of a visit's people; they work on rows that are read already."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from hospes.domain.codes_visit import ParticipationKind, ParticipationState
from hospes.domain.names import display_name, sort_parts
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.participants import ParticipantRow
from hospes.queries.ranks import by_text, places

Test = Callable[[ParticipantRow, date], bool]

LEADERS = (
    ParticipationKind.LEADER,
    ParticipationKind.COMPANION,
    ParticipationKind.INTERPRETER,
    ParticipationKind.DRIVER,
)

CHIPS: dict[str, Test] = {
    "all": lambda row, _: not row.gone,
    "guests": lambda row, _: row.comes and row.kind is not ParticipationKind.HOST,
    "hosts": lambda row, _: row.kind is ParticipationKind.HOST and not row.gone,
    "leaders": lambda row, _: row.kind in LEADERS and not row.gone,
    "officials": lambda row, _: row.kind is ParticipationKind.OFFICIAL and not row.gone,
    "interested": lambda row, _: row.state is ParticipationState.INTERESTED,
    "waiting": lambda row, _: row.state is ParticipationState.WAITING,
    "incomplete": lambda row, _: row.incomplete,
    "no_host": lambda row, _: row.without_host,
    "here": lambda row, today: row.here_on(today),
    "gone": lambda row, _: row.gone,
}
"""The chips above the list, in their order: who is behind each."""

ORDERS = (
    "name", "age", "with", "sleeps", "diet", "allergy", "speaks", "consent", "state", "kind", "delegation",
    "registered", "here", "arrival", "departure", "paid",
)  # fmt: skip
"""What the list can be sorted by."""


def chosen(
    rows: Iterable[ParticipantRow], chip: str, today: date, words: str = "", delegation: object = None
) -> list[ParticipantRow]:
    """The rows behind a chip whose name holds the words, of one delegation or all."""
    test = CHIPS.get(chip, CHIPS["all"])
    wanted = fold(words).split()
    return [
        row
        for row in rows
        if test(row, today)
        and (delegation is None or row.delegation_id == delegation)
        and (not wanted or _matches(row, wanted))
    ]


def _matches(row: ParticipantRow, wanted: Sequence[str]) -> bool:
    text = fold(
        " ".join(
            (display_name(row.name, second=True), row.name.script_name, row.name.latin_name, row.role,
             row.household, *row.sleeps_at)
        )
    )  # fmt: skip
    return all(word in text for word in wanted)


def counts(rows: Sequence[ParticipantRow], today: date) -> dict[str, int]:
    """How many are behind each chip."""
    return {code: sum(test(row, today) for row in rows) for code, test in CHIPS.items()}


def ordered(
    rows: Sequence[ParticipantRow], by: str, locale: Locale, *, descending: bool = False, today: date
) -> list[ParticipantRow]:
    """Rows by a column, then by name; rows without a value stand last."""
    named = by_text(list(rows), [sort_parts(row.name) for row in rows], locale)
    if by == "name" or by not in ORDERS:
        return named[::-1] if descending else named
    keys: dict[int, Any] = {at: _KEYS[by](row, today) for at, row in enumerate(named)}
    known = [at for at in keys if keys[at] not in {None, ""}]
    if known and isinstance(keys[known[0]], str):
        place = places({keys[at] for at in known}, locale)
        known.sort(key=lambda at: place[keys[at]], reverse=descending)
    else:
        known.sort(key=lambda at: keys[at], reverse=descending)
    rest = [at for at in keys if keys[at] in {None, ""}]
    return [named[at] for at in (*known, *rest)]


_STATES = {state: at for at, state in enumerate(ParticipationState)}
_KINDS = {kind: at for at, kind in enumerate(ParticipationKind)}

_KEYS: dict[str, Callable[[ParticipantRow, date], Any]] = {
    "age": lambda row, _: row.age,
    "with": lambda row, _: display_name(row.comes_with[0]) if row.comes_with else row.group_name,
    "sleeps": lambda row, _: row.sleeps_at[0] if row.sleeps_at else row.household,
    "diet": lambda row, _: row.diet,
    "allergy": lambda row, _: row.allergies,
    "speaks": lambda row, _: ";".join(code for code, _level in row.languages),
    "consent": lambda row, _: None if row.consent_host is None else int(not row.consent_host),
    "state": lambda row, _: (_STATES[row.state], row.waiting_rank or 0),
    "kind": lambda row, _: _KINDS[row.kind],
    "delegation": lambda row, _: row.delegation,
    "registered": lambda row, _: row.registered_at or row.interested_at,
    "here": lambda row, today: int(not row.here_on(today)),
    "arrival": lambda row, _: row.arrival_on,
    "departure": lambda row, _: row.departure_on,
    "paid": lambda row, _: None if row.account is None else -row.account.open.minor,
}

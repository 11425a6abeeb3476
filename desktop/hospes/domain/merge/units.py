# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows gathered into what a person would call one change: a new guest is a person, a registration, a wish."""

from collections import defaultdict
from collections.abc import Mapping

from hospes.domain.merge.values import Fields, Incoming, Key, State, World

ABOVE = ("person", "household", "organisation", "visit", "event", "partnership")
"""Tables whose new or deleted rows take along what hangs on them, the first before the others."""


def gather(outcome: Mapping[Key, Fields | None], mine: State, world: World) -> list[Incoming]:
    """The changed rows as changes, in the order of their tables and keys."""
    groups: dict[Key, list[Key]] = defaultdict(list)
    homes = _homes(outcome, mine)
    for key in outcome:
        root = _root(key, outcome, mine, world)
        groups[homes.get(root, root)].append(key)
    found = []
    for root in sorted(groups):
        rows = tuple(sorted(groups[root]))
        after, before = outcome.get(root, mine.get(root)), mine.get(root)
        if root in outcome and after is None:
            found.append(Incoming("removed", root, rows))
        elif root in outcome and before is None:
            found.append(Incoming("added", root, rows))
        else:
            was, now = before or {}, after or {}
            names = tuple(name for name, value in now.items() if was.get(name) != value)
            found.append(Incoming("changed", root, rows, names))
    return found


def _homes(outcome: Mapping[Key, Fields | None], mine: State) -> dict[Key, Key]:
    """New households with new people in them: nobody would call the household a change of its own."""
    found: dict[Key, Key] = {}
    for (table, _), fields in sorted(outcome.items()):
        if table == "household_member" and fields is not None:
            home = ("household", str(fields.get("household_id")))
            person = ("person", str(fields.get("person_id")))
            if home not in mine and person not in mine and home in outcome and person in outcome:
                found.setdefault(home, person)
    return found


def _root(key: Key, outcome: Mapping[Key, Fields | None], mine: State, world: World) -> Key:
    seen = {key}
    while True:
        above = _above(key, outcome, mine, world)
        if above is None or above in seen:
            return key
        seen.add(above)
        key = above


def _above(key: Key, outcome: Mapping[Key, Fields | None], mine: State, world: World) -> Key | None:
    """The row that a changed row belongs to, if somebody would speak of that one."""
    fields = outcome.get(key)
    if fields is None:
        fields = mine.get(key)
    if fields is None:
        return None
    shape = world.shapes[key[0]]
    targets = world.refs(key, fields)
    here = (key in outcome and outcome[key] is None, key not in mine)
    alike = [
        one
        for one in targets
        if one in outcome and one != key and (outcome[one] is None, one not in mine) == here and any(here)
    ]
    if alike:
        return min(alike, key=lambda one: (ABOVE.index(one[0]) if one[0] in ABOVE else len(ABOVE), one))
    parents = [name for name, _ in shape.refs if name in shape.natural]
    if len(parents) == 1 and isinstance(value := fields.get(parents[0]), str):
        return dict(shape.refs)[parents[0]], value
    return None

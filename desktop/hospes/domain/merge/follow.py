# SPDX-License-Identifier: GPL-3.0-or-later
"""One row under two keys: doubles that one laptop merged, and facts that both entered.

Before anything is compared, all states are read as if the doubles had been merged in each of them (decision
12) and as if a fact that may exist only once had the same key on both sides. So a telephone number entered
for somebody whom the other laptop made part of another entry comes to the one who remains.
"""

from collections.abc import Iterable, Mapping, Sequence

from hospes.domain.merge.values import Fields, Key, State, World

MERGED = "merged_into"


def follow(
    base: State, mine: State, theirs: State, world: World
) -> tuple[State, State, State, dict[Key, str]]:
    """The three states under the same keys, and the winner of each loser."""
    winners = _winners((mine, theirs), world)
    moved = {key: winner for key, winner in winners.items() if key[1] != winner}
    aliases = dict(moved)
    aliases.update(_met(base, mine, theirs, world))
    if not aliases:
        return base, mine, theirs, {}
    _rekey((base, mine, theirs), aliases, world, frozenset(moved))
    first, second, third = (_moved(state, aliases, moved, world) for state in (base, mine, theirs))
    return first, second, third, moved


def _winners(states: Sequence[State], world: World) -> dict[Key, str]:
    """Who remains of everybody whom one of the states calls a double of somebody."""
    tables = {name for name, shape in world.shapes.items() if any(f == MERGED for f, _ in shape.refs)}
    leads: dict[Key, Key] = {}

    def top(key: Key) -> Key:
        while leads.setdefault(key, key) != key:
            key = leads[key]
        return key

    losers: set[Key] = set()
    for state in states:
        for key, fields in state.items():
            into = fields.get(MERGED) if key[0] in tables else None
            if isinstance(into, str):
                losers.add(key)
                one, other = top(key), top((key[0], into))
                leads[max(one, other)] = min(one, other)
    groups: dict[Key, list[Key]] = {}
    for key in leads:
        groups.setdefault(top(key), []).append(key)
    found: dict[Key, str] = {}
    for group in groups.values():
        # Two laptops may have merged the same two the other way round: the older entry remains then.
        winner = min([key for key in group if key not in losers] or group)
        if all(winner in state for state in states):  # else somebody has to say whether it stays at all
            found |= dict.fromkeys(group, winner[1])
    return found


def _met(base: State, mine: State, theirs: State, world: World) -> dict[Key, str]:
    """Rows that both sides have under different keys though only one may be: the newer key gives way."""
    found: dict[Key, str] = {}
    for table, shape in world.shapes.items():
        for columns in shape.unique:
            seen = {
                _values(fields, columns): key
                for key, fields in mine.items()
                if key[0] == table and key not in theirs
            }
            if not seen:
                continue
            for key, fields in theirs.items():
                if key[0] != table or key in mine:
                    continue
                other = seen.get(_values(fields, columns))
                if other is not None:
                    stays = min((key, other), key=lambda one: (one not in base, one[1]))
                    found[max((key, other), key=lambda one: one != stays)] = stays[1]
    return found


def _values(fields: Fields, columns: Iterable[str]) -> tuple[object, ...]:
    values = tuple(fields.get(name) for name in columns)
    return values if None not in values else (object(),)


def _rekey(states: Sequence[State], aliases: dict[Key, str], world: World, losers: frozenset[Key]) -> None:
    """Add the new keys of facts whose keys are made from rows that moved, until nothing moves."""
    while True:
        before = len(aliases)
        for state in states:
            for key, fields in state.items():
                shape = world.shapes[key[0]]
                if not shape.natural or key in aliases:
                    continue
                turned = _turned(key, fields, aliases, world)
                if any(turned[name] != fields[name] for name in shape.natural):
                    new = world.key(key[0], turned)
                    if new != key[1]:
                        aliases[key] = new
        if len(aliases) == before:
            return


def _turned(key: Key, fields: Fields, aliases: Mapping[Key, str], world: World) -> dict[str, object]:
    turned = dict(fields)
    for name, target in world.shapes[key[0]].refs:
        value = fields.get(name)
        if isinstance(value, str):
            turned[name] = aliases.get((target, value), value)
    return turned


def _moved(state: State, aliases: Mapping[Key, str], losers: Mapping[Key, str], world: World) -> State:
    found: dict[Key, Fields] = {}
    late: list[tuple[Key, Fields]] = []
    winners = {(key[0], winner) for key, winner in losers.items()}
    for key, fields in state.items():
        if key in losers:
            found[key] = {**_turned(key, fields, aliases, world), MERGED: losers[key]}
            continue
        turned = _turned(key, fields, aliases, world)
        if key in winners:
            turned[MERGED] = None
        if key in aliases:
            late.append(((key[0], aliases[key]), turned))
        else:
            found[key] = turned
    for key, fields in sorted(late, key=lambda pair: pair[0]):
        # Where the one who remains has that fact already, that one stays.
        found.setdefault(key, fields)
    return found

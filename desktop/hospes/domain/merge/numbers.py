# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that people read and two laptops gave twice (decision 17).

The later of two equal member numbers is given anew. Receipts are not: each laptop has a series of its own,
and a paper that somebody holds in hand keeps its number.
"""

from collections import defaultdict

from hospes.domain.merge.values import Fields, Key, Renumbered, State

MEMBERSHIP, SERIES = "membership", "number_series"


def renumber(rows: dict[Key, Fields], base: State) -> list[Renumbered]:
    """Give later ones of equal numbers the next free ones, in `rows`, which are all memberships and series.

    Which is later is told by their keys, which are sorted by time (decision 1): the same on both laptops.
    """
    holders: dict[tuple[object, str], list[Key]] = defaultdict(list)
    highest: dict[object, int] = defaultdict(int)
    for key, fields in rows.items():
        number = str(fields.get("number") or "")
        if key[0] != MEMBERSHIP or not number:
            continue
        holders[fields["owner_id"], number].append(key)
        if number.isdecimal():
            highest[fields["owner_id"]] = max(highest[fields["owner_id"]], int(number))
    for key, fields in rows.items():
        upcoming = fields.get("next")
        if key[0] == SERIES and fields.get("kind") == "member" and isinstance(upcoming, int):
            highest[fields["owner_id"]] = max(highest[fields["owner_id"]], upcoming - 1)
    done: list[Renumbered] = []
    for (owner, number), keys in sorted(holders.items(), key=lambda pair: min(pair[1])):
        for key in sorted(keys, key=lambda one: (one not in base, one))[1:]:
            if key in base and base[key].get("number") == number:
                continue  # they were alike before; that is for the check of the records
            highest[owner] += 1
            after = str(highest[owner])
            rows[key] = {**rows[key], "number": after}
            done.append(Renumbered(key, number, after))
    if done:
        _count_on(rows, highest)
    return done


def _count_on(rows: dict[Key, Fields], highest: dict[object, int]) -> None:
    for key, fields in list(rows.items()):
        if key[0] == SERIES and fields.get("kind") == "member":
            upcoming = highest[fields["owner_id"]] + 1
            if isinstance(before := fields.get("next"), int) and before < upcoming:
                rows[key] = {**fields, "next": upcoming}

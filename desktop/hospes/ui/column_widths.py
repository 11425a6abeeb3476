# SPDX-License-Identifier: GPL-3.0-or-later
"""How columns share the room of a list: in proportion, and where possible none below what can be read."""

from collections.abc import Sequence

LEAST_SHARE = 0.67
"""How much of its width a column keeps at least where room is short."""


def shared_widths(wanted: Sequence[int], floors: Sequence[int], room: int) -> list[int]:
    """Widths in pixels: more goes to all in proportion, less takes up to a third, then one can scroll.

    Args:
        wanted: how wide each column would like to be.
        floors: how narrow each can be and still be read.
        room: what there is for all of them.
    """
    total = sum(wanted)
    share = max(room / total, LEAST_SHARE) if total else 1.0
    shared = [int(width * share) for width in wanted]
    widths = [max(width, floor) for width, floor in zip(shared, floors, strict=True)]
    over = sum(widths) - room
    if over > 0:  # all that can give what headings and least widths took
        widths = _given(widths, floors, over)
        over = sum(widths) - room
        lifted = sorted(range(len(widths)), key=lambda n: shared[n] - widths[n])
        for number in lifted if over > 0 else ():  # then long headings; nobody scrolls sideways for them
            spare = min(max(sum(widths) - room, 0), max(widths[number] - shared[number], 0))
            widths[number] -= spare
    elif over < 0 and widths:
        widths[-1] -= over
    return widths


def _given(widths: list[int], floors: Sequence[int], over: int) -> list[int]:
    """Widths less `over`, taken from what each has above its floor in proportion."""
    spare = [max(width - floor, 0) for width, floor in zip(widths, floors, strict=True)]
    every = sum(spare)
    if not every:
        return widths
    give = min(over, every)
    given = [more * give // every for more in spare]
    for number in sorted(range(len(spare)), key=lambda n: given[n] - spare[n])[: give - sum(given)]:
        given[number] += 1
    return [width - less for width, less in zip(widths, given, strict=True)]

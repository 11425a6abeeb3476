# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of the annual activity report beside visits: trainings, feedback, priority countries."""

from functools import partial
from typing import TYPE_CHECKING

from hospes.papers.kit.blocks import Block, Grid, Heading

if TYPE_CHECKING:
    from hospes.papers.kit.listing import Cell
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries.activity_more import Told, Trained
    from hospes.queries.priorities import PriorityRow


def trainings(rows_of: "tuple[Trained, ...]", tongues: "Tongues") -> list[Block]:
    """What we learned, without names."""
    if not rows_of:
        return []
    first = tongues.first
    rows: list[list[Cell]] = [
        [first.span(one.first, one.last), one.topic, one.provider, first.number(one.people)]
        for one in rows_of
    ]
    heads = [
        tongues.text("When"), tongues.text("Topic"), tongues.text("From whom"), tongues.text("People"),
    ]  # fmt: skip
    return [Heading(tongues.text("Trainings")), Grid(heads, rows, frozenset({3}))]


def feedback(rows_of: "tuple[Told, ...]", tongues: "Tongues") -> list[Block]:
    """What was said to those who make the rules."""
    if not rows_of:
        return []
    first = tongues.first
    rows: list[list[Cell]] = [
        [
            first.date(one.on, "list"), one.topic, tongues.label(one.level).joined(" / "),
            first.text("yes") if one.answered else first.text("not yet"),
        ]
        for one in rows_of
    ]  # fmt: skip
    heads = [
        tongues.text("Sent"), tongues.text("Topic"), tongues.text("To whom"), tongues.text("Answered"),
    ]  # fmt: skip
    return [Heading(tongues.text("Feedback")), Grid(heads, rows)]


def priorities(rows_of: "tuple[PriorityRow, ...]", tongues: "Tongues") -> list[Block]:
    """The countries and groups that mattered most, with what there was with each of them (S11)."""
    if not rows_of:
        return []
    from hospes.queries.priorities import place_name

    number = tongues.first.number
    rows: list[list[Cell]] = [
        [
            (tongues.each(partial(place_name, one.place)).joined(" / "), one.note),
            number(one.twinnings) if one.twinnings else "",
            number(one.visits) if one.visits else "",
        ]
        for one in rows_of
    ]
    heads = [
        tongues.text("Country or group"), tongues.text("Our twinnings"), tongues.text("Visits of the year"),
    ]  # fmt: skip
    return [Heading(tongues.text("Priority countries")), Grid(heads, rows, frozenset({1, 2}))]

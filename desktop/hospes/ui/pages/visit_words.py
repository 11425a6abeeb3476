# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list and the workspace of visits say alike: towns with their shapes, days, the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.visit_ways import Direction, direction_of
from hospes.ui.look.sign import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hospes.queries.visits import NextStep, Party, VisitRow
    from hospes.ui.desk import Desk


def side_of(party: Party) -> Side:
    """The shape of a delegation's town."""
    return Side.of(party.partner)


def towns_of(desk: Desk, parties: Sequence[Party]) -> tuple[tuple[Side | None, str], ...]:
    """Who travels, an arrow, who is travelled to; for a meeting of several all of them."""
    direction = direction_of((party.role, party.ours) for party in parties)
    found: list[tuple[Side | None, str]] = []
    arrow = direction is Direction.SEVERAL
    for party in parties:
        if not arrow and party.role == "hosting":
            found.append((None, desk.text("comes to")))
            arrow = True
        found.append((side_of(party), party.name))
    return tuple(found)


def days_until(desk: Desk, first: date, last: date) -> str:
    """How far away it is: "in 16 days", "under way", "3 days ago"."""
    today = desk.file.today
    days = (first - today).days
    if days > 1:
        return desk.ntext("in {n} day", "in {n} days", days)
    if days == 1:
        return desk.text("tomorrow")
    if last < today:
        return desk.ntext("{n} day ago", "{n} days ago", (today - last).days)
    return desk.text("today") if days == 0 else desk.text("under way")


def when_words(desk: Desk, visit: VisitRow) -> str:
    """Its days and how far away they are, or its state where that says more."""
    state = desk.locale.label(visit.state)
    if visit.first is None or visit.last is None:
        return desk.text("{state} · no days yet", state=state)
    span = desk.locale.span(visit.first, visit.last)
    if visit.state in ("done", "reported", "cancelled", "idea"):
        return desk.text("{days} · {state}", days=span, state=state)
    return desk.text("{days} · {when}", days=span, when=days_until(desk, visit.first, visit.last))


def step_words(desk: Desk, step: NextStep | None) -> str:
    """What a visit waits for, in words."""
    if step is None:
        return ""
    if step.code == "task":
        if step.on is None:
            return step.words
        return desk.text("{task}, {day}", task=step.words, day=desk.locale.date(step.on, "day_month"))
    if step.code == "place":
        return desk.ntext("{n} guest has no host", "{n} guests have no host", step.n)
    if step.code == "days":
        return desk.ntext("{n} day without a programme", "{n} days without a programme", step.n)
    words = {
        "programme": desk.text("Make the programme"),
        "dates": desk.text("Fix the days"),
        "report": desk.text("Write the report"),
    }
    return words[step.code]

# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of visits, as data (design 5.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes_visit import VisitState
from hospes.domain.visit_ways import Direction
from hospes.i18n.marks import N_
from hospes.ui.pages.visit_widths import for_words
from hospes.ui.pages.visit_words import side_of, step_words
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.visits import VisitRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

STATE_LOOK: dict[VisitState, tuple[str, Tone]] = {
    VisitState.IDEA: ("star", "muted"),
    VisitState.PLANNED: ("calendar-days", "home"),
    VisitState.RUNNING: ("circle-dot", "home"),
    VisitState.DONE: ("check", "warn"),
    VisitState.REPORTED: ("check", "ok"),
    VisitState.CANCELLED: ("x", "muted"),
}
"""Icon and tone of each state; what is done still wants its report."""


def _direction(row: VisitRow, locale: Locale) -> Cell:
    """Where people travel to, with the sign of that town."""
    hosts = [party for party in row.parties if party.role != "visiting"]
    if row.direction is Direction.SEVERAL or not hosts:
        return Cell(locale.text("Meeting of several"), icon="arrow-left-right", tone="muted")
    return Cell(locale.text("→ {town}", town=hosts[0].name), side=side_of(hosts[0]), mark=True)


def _dates(row: VisitRow, locale: Locale) -> str:
    return locale.span(row.first, row.last)


def _guests(row: VisitRow, locale: Locale) -> str:
    if row.guests:
        return locale.number(row.guests)
    return locale.text("about {n}", n=row.expected) if row.expected else ""


def _state(row: VisitRow, locale: Locale) -> Cell:
    icon, tone = STATE_LOOK[row.state]
    return Cell(locale.label(row.state), icon=icon, tone=tone)


def columns(desk: Desk) -> tuple[Column[VisitRow], ...]:
    """All columns."""

    def step(row: VisitRow, _locale: Locale) -> str:
        return step_words(desk, row.step)

    states = [desk.locale.label(state) for state in STATE_LOOK]
    return (
        Column("name", N_("Name"), 200, lambda row, _: row.title, "name", least=190),
        Column("direction", N_("Direction"), 124, _direction, least=120, goes=1),
        Column("dates", N_("Dates"), 172, _dates, "dates", least=150),
        Column("guests", N_("Guests"), 74, _guests, "guests", "right"),
        for_words(desk.theme, Column("state", N_("State"), 140, _state, "state", least=120), states),
        Column("step", N_("Next step"), 176, step, least=162, goes=2),
        Column("kind", N_("Kind"), 150, lambda row, locale: locale.label(row.kind)),
    )


SHOWN = ("name", "direction", "dates", "guests", "state", "step")
COMPACT = ("name", "direction", "dates", "state")
NARROW = ("name", "dates")

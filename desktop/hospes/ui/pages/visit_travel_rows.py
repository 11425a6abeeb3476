# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of the Travel tab's lists and what their cells show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.ui.pages.visit_travel_lists import name_cell
from hospes.ui.rows import Cell

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.i18n.locale import Locale
    from hospes.queries.travel import Leg, Seat, TransportRow, Traveller


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list of transports: one transport on one stretch, or one still without any."""

    id: UUID
    transport: TransportRow
    leg: Leg | None
    fill: Cell
    words: str


@dataclass(frozen=True, slots=True)
class OnBoard:
    """Somebody on the chosen stretch."""

    person: Traveller
    seat: Seat
    stop: str


def line_name(one: Line, locale: Locale) -> Cell:
    """What the transport is called."""
    return Cell(one.transport.name or locale.label(one.transport.kind))


def line_fill(one: Line, locale: Locale) -> Cell:
    """How full it is."""
    return one.fill


def on_name(one: OnBoard, locale: Locale) -> Cell:
    """Who it is."""
    return name_cell(one.person, locale)


def on_stop(one: OnBoard, locale: Locale) -> str:
    """Where they get on."""
    return one.stop


def on_seat(one: OnBoard, locale: Locale) -> Cell:
    """The seat, marked where it is a wheelchair place."""
    if one.seat.wheelchair:
        return Cell(one.seat.seat, icon="accessibility")
    return Cell(one.seat.seat)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the board of a visit and the looks of its towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.queries.hosting_memory import standing
from hospes.queries.visits import parties_of
from hospes.ui.look.sign import Side
from hospes.ui.pages.visit_hosting_compose import Composer
from hospes.ui.pages.visit_hosting_model import Board
from hospes.ui.pages.visit_tab import TabMark

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.domain.matching.values import Term
    from hospes.ui.desk import Desk


def read_board(desk: Desk, visit_id: UUID) -> tuple[Board, Composer]:
    """The board of a visit and what puts it into words."""
    now = desk.read(standing, visit_id, desk.file.today, desk.locale)
    read = now.board
    broken: dict[str, list[Term]] = {}
    for one in now.broken:
        broken.setdefault(one.guests[0], []).append(one.term)
    board = Board(read, {guest: tuple(terms) for guest, terms in broken.items()})
    parties = desk.read(parties_of, [visit_id], desk.locale.language).get(visit_id, [])
    sides = {party.id.hex: Side.of(party.partner) for party in parties}
    homes = {
        card.key: sides.get(card.delegation_id.hex if card.delegation_id else "", _side(card.ours))
        for card in read.hosts
    }
    return board, Composer(board, desk.locale, sides, homes)


def _side(ours: bool) -> Side:
    return Side.HOME if ours else Side.PARTNER


def mark_of(desk: Desk, visit_id: UUID) -> TabMark:
    """How many guests have no host, for the row of tabs."""
    from hospes.queries.visits import visit_row

    found = desk.read(visit_row, visit_id, desk.locale.language, desk.file.today)
    open_ones = found.beds - found.placed
    if open_ones > 0:
        words = desk.ntext("{n} guest without a host", "{n} guests without a host", open_ones)
        return TabMark(count=open_ones, words=words)
    return TabMark(done=found.beds > 0, words=desk.text("Everybody has a host.") if found.beds else "")

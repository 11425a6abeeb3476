# SPDX-License-Identifier: GPL-3.0-or-later
"""Which version of a paper of a visit was printed last, and what it said (REQ-2-09)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_visit import MovedFor
from hospes.queries.paper_visit import PaperGuest
from hospes.queries.paper_visit_hosts import PaperHost
from hospes.store.selections import pick
from hospes.store.tables.printed import PrintedPaper
from hospes.store.tables.stays import Placement
from hospes.store.tables.visits import Participation

Lines = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Print:
    """A version that was printed."""

    number: int
    at: datetime
    lines: Lines


def prints(connection: Connection, visit_id: UUID, paper: str) -> tuple[Print, ...]:
    """All versions of a paper that were printed, the newest first."""
    p = PrintedPaper
    query = (
        pick(p.number, p.printed_at, p.lines)
        .where(p.visit_id == visit_id, p.paper == paper)
        .order_by(p.number.desc())
    )
    return tuple(Print(row[0], row[1], row[2]) for row in connection.execute(query))


def version_of(connection: Connection, visit_id: UUID, paper: str, lines: Lines) -> int:
    """The number a paper has that says this: that of the last print if it said the same, else the next."""
    printed = prints(connection, visit_id, paper)
    if not printed:
        return 1
    return printed[0].number if dict(printed[0].lines) == dict(lines) else printed[0].number + 1


def moved_for(connection: Connection, visit_id: UUID) -> Mapping[str, MovedFor]:
    """Why people sleep elsewhere than before, where a plan after a late change moved them; by person."""
    query = (
        pick(Participation.person_id, Placement.moved_for)
        .join(Placement, Placement.participation_id == Participation.id)
        .where(Participation.visit_id == visit_id, Placement.moved_for.is_not(None))
    )
    return {person.hex: why for person, why in connection.execute(query)}


def hosting_lines(guests: tuple[PaperGuest, ...], hosts: tuple[PaperHost, ...]) -> dict[str, str]:
    """Who sleeps where, as ids and nights: person to `household:first night/number of nights`, each stay."""
    from hospes.queries.paper_visit import stays

    homes = {host.id: host.household_id.hex for host in hosts}
    lines = {}
    for guest in guests:
        parts = [
            f"{homes.get(stay.offer_id, '') if stay.offer_id else ''}:{stay.first or ''}/{len(stay.nights)}"
            for stay in stays(guest)
        ]
        lines[guest.person_id.hex] = " ".join(parts)
    return lines

# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the file of the example association, of any size and for any day."""

from datetime import date, time, timedelta
from pathlib import Path

from sqlalchemy import Connection

from hospes.domain.errors import UserError
from hospes.example import base, scale, scale_visits
from hospes.example.almanac import FROZEN, Almanac
from hospes.example.phrases import Phrases
from hospes.example.rows import EDITOR, Rows
from hospes.store import files, founding, search
from hospes.store.engine import FileEngine
from hospes.store.tables import load_all

SEED = 1974
MOST = 200_000


def make(path: Path, members: int, seed: int, today: date, extras: Path | None, language: str) -> None:
    """See `hospes.example.build`."""
    if not 1 <= members <= MOST:
        raise UserError(
            "The example can have 1 to {most} members, not {members}.",
            code="example-size",
            most=MOST,
            members=members,
        )
    load_all()
    with files.creating(path) as part:
        engine = FileEngine(part, read_only=False)
        try:
            with engine.write() as connection:
                _fill(connection, members, seed, today, language)
        finally:
            engine.close()


def _fill(connection: Connection, members: int, seed: int, today: date, language: str) -> None:
    rows = new_rows(seed, today, language)
    made = base.write(rows)
    if members < scale.MEMBERS:
        scale.shrink(rows, made, members)
    if members > scale.MEMBERS:
        drawing = scale.grow(rows, made, members, seed, lambda: pour(connection, rows))
        scale_visits.more_stays(drawing, members)
    pour(connection, rows)
    founding.fill_blobs(connection, [(sha, "text/plain", data) for sha, data in made.documents])
    search.rebuild(connection)


def new_rows(seed: int, today: date, language: str) -> Rows:
    """An empty collection of rows; what does not say when it was written was written nine days ago."""
    almanac = Almanac(today)
    stamp = almanac.moment(FROZEN - timedelta(days=9), time(10, 30))
    return Rows(seed, almanac, Phrases(language), stamp=stamp)


def pour(connection: Connection, rows: Rows) -> None:
    """Write the collected rows and forget them."""
    for cls, values in rows.tables.items():
        founding.fill(connection, cls, values, rows.stamp, EDITOR)
    rows.tables.clear()

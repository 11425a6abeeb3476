# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the file of the example association, of any size and for any day."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.example import base, scale, scale_visits
from hospes.example.almanac import FROZEN, Almanac
from hospes.example.phrases import Phrases
from hospes.example.rows import EDITOR, Rows, Sheet
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
    rows = new_rows(seed, today, language)
    with files.creating(path) as part:
        with founding.Founding(part, rows.stamp, EDITOR) as filling:
            _fill(filling, rows, members, seed)
        engine = FileEngine(part, read_only=False)
        try:
            with engine.write() as connection:
                connection.exec_driver_sql(f"PRAGMA cache_size=-{founding.MEMORY_KB}")
                search.rebuild(connection)
        finally:
            engine.close()


def _fill(filling: founding.Founding, rows: Rows, members: int, seed: int) -> None:
    def pour(sheets: Iterable[Sheet] = ()) -> None:
        for cls, values in rows.tables.items():
            filling.fill(cls, values)
        rows.tables.clear()
        for sheet in sheets:
            filling.fill_lines(sheet.cls, sheet.names, sheet.lines, sheet.constants)

    made = base.write(rows)
    if members < scale.MEMBERS:
        scale.shrink(rows, made, members)
    if members > scale.MEMBERS:
        crowd = scale.grow(rows, made, members, seed, pour)
        scale_visits.more_stays(crowd, members)
    pour()
    filling.fill_blobs([(sha, "text/plain", data) for sha, data in made.documents])


def new_rows(seed: int, today: date, language: str) -> Rows:
    """An empty collection of rows; what does not say when it was written was written nine days ago."""
    almanac = Almanac(today)
    stamp = almanac.moment(FROZEN - timedelta(days=9), time(10, 30))
    return Rows(seed, almanac, Phrases(language), stamp=stamp)

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
from hospes.store import files, founding, parts, search
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
    rows = _make(path, members, seed, today, language)
    if extras is not None:
        _extras(extras, rows, members, seed, today, language)


def _make(
    path: Path, members: int, seed: int, today: date, language: str, *, as_of_sharing: bool = False
) -> Rows:
    rows = new_rows(seed, today, language)
    with files.creating(path) as part:
        with founding.Founding(part, rows.stamp, EDITOR) as filling:
            _fill(filling, rows, members, seed, as_of_sharing=as_of_sharing)
        engine = FileEngine(part, read_only=False)
        try:
            with engine.write() as connection:
                connection.exec_driver_sql(f"PRAGMA cache_size=-{founding.MEMORY_KB}")
                search.rebuild(connection)
        finally:
            engine.close()
    return rows


def _extras(folder: Path, rows: Rows, members: int, seed: int, today: date, language: str) -> None:
    """The other laptop's file with its base, and the old spreadsheet.

    They tell of named people, so the association has to be at least as large as the example.
    """
    from hospes.example import laptop, old_list

    if members < scale.MEMBERS:
        raise UserError(
            "The extra files need an example of at least {members} members.",
            code="example-extras",
            members=scale.MEMBERS,
        )
    targets = [folder / name for name in (laptop.BASE_NAME, laptop.NAME, old_list.NAME)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise UserError("The folder “{name}” cannot be made.", code="folder", name=folder.name) from None
    for target in targets:
        if target.exists():
            raise parts.taken(target)
    base_file, theirs, spreadsheet = targets
    _make(base_file, members, seed, today, language, as_of_sharing=True)
    laptop.write(base_file, theirs, rows, seed)
    old_list.write(spreadsheet, old_list.lines(rows, seed), rows.almanac.day(date(2019, 11, 3)))


def _fill(filling: founding.Founding, rows: Rows, members: int, seed: int, *, as_of_sharing: bool) -> None:
    def pour(sheets: Iterable[Sheet] = ()) -> None:
        for cls, values in rows.tables.items():
            filling.fill(cls, values)
        rows.tables.clear()
        for sheet in sheets:
            filling.fill_lines(sheet.cls, sheet.names, sheet.lines, sheet.constants)

    made = base.write(rows)
    if as_of_sharing:
        from hospes.example import laptop

        laptop.as_of_sharing(rows)
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

# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the file of the example association, of any size and for any day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Wish:
    """What example is wanted."""

    members: int
    seed: int
    today: date
    language: str
    nowaks: bool = True
    as_of_sharing: bool = False
    """As it was when both laptops last had the same."""


def make(path: Path, wish: Wish, extras: Path | None) -> None:
    """See `hospes.example.build`."""
    if not 1 <= wish.members <= MOST:
        raise UserError(
            "The example can have 1 to {most} members, not {members}.",
            code="example-size",
            most=MOST,
            members=wish.members,
        )
    load_all()
    rows = _write(path, wish)
    if extras is not None:
        _extras(extras, rows, wish)


def _write(path: Path, wish: Wish) -> Rows:
    rows = new_rows(wish)
    with files.creating(path) as part:
        with founding.Founding(part, rows.stamp, EDITOR) as filling:
            _fill(filling, rows, wish)
        engine = FileEngine(part, read_only=False)
        try:
            with engine.write() as connection:
                connection.exec_driver_sql(f"PRAGMA cache_size=-{founding.MEMORY_KB}")
                files.give_identity(connection, rows.new_id())
                search.rebuild(connection)
        finally:
            engine.close()
    return rows


def _extras(folder: Path, rows: Rows, wish: Wish) -> None:
    """The other laptop's file with its base, and the old spreadsheet.

    They tell of named people, so the association has to be at least as large as the example.
    """
    from hospes.example import laptop, old_list

    if wish.members < scale.MEMBERS:
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
    _write(base_file, replace(wish, as_of_sharing=True))
    laptop.write(base_file, theirs, rows, wish.seed)
    old_list.write(spreadsheet, old_list.lines(rows, wish.seed), rows.almanac.day(date(2019, 11, 3)))


def _fill(filling: founding.Founding, rows: Rows, wish: Wish) -> None:
    def pour(sheets: Iterable[Sheet] = ()) -> None:
        for cls, values in rows.tables.items():
            filling.fill(cls, values)
        rows.tables.clear()
        for sheet in sheets:
            filling.fill_lines(sheet.cls, sheet.names, sheet.lines, sheet.constants)

    made = base.write(rows)
    if wish.as_of_sharing:
        from hospes.example import laptop

        laptop.as_of_sharing(rows)
    if wish.members < scale.MEMBERS:
        scale.shrink(rows, made, wish.members)
    elif not wish.nowaks:
        scale.without_nowaks(rows)
    if wish.members > scale.MEMBERS:
        crowd = scale.grow(rows, made, wish.members, wish.seed, pour)
        scale_visits.more_stays(crowd, wish.members)
    pour()
    filling.fill_blobs([(sha, "text/plain", data) for sha, data in made.documents])


def new_rows(wish: Wish) -> Rows:
    """An empty collection of rows; what does not say when it was written was written nine days ago."""
    almanac = Almanac(wish.today)
    stamp = almanac.moment(FROZEN - timedelta(days=9), time(10, 30))
    return Rows(wish.seed, almanac, Phrases(wish.language), stamp=stamp)

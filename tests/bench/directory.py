# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of links between towns beside one of members: read, compared and brought in, by row."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from transfer import HEADINGS, rows

from tests import directory_lists

if TYPE_CHECKING:
    from hospes.app import App


def main(sizes: list[int]) -> None:
    """Measure for each size, once."""
    from hospes.actions.association import FoundAssociation
    from hospes.app import App
    from hospes.i18n.locale import Locale
    from hospes.transfer.bringing import check, look

    locale = Locale.of("de")
    print("A directory of links beside a list of members")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            members = folder / "members.csv"
            lines = [";".join(HEADINGS), *(";".join(row) for row in rows(size))]
            members.write_text("\n".join(lines), "utf-8")
            links = folder / "links.csv"
            made = directory_lists.made(size)
            links.write_text(directory_lists.as_csv(made.rows), "utf-8")
            app = App.create(folder / "x.hospes", FoundAssociation("Verein", "Rosenau", "DE", "de"))
            told = {}
            for kind, path, count in (
                ("members", members, size),
                ("partnerships", links, len(made.rows)),
                ("partnerships again", links, len(made.rows)),
            ):
                code = kind.partition(" ")[0]
                began = time.perf_counter()
                draft = look(path, kind=code)
                read = time.perf_counter()
                checked = check(draft, app.read, locale, app.today, kind=code)
                compared = time.perf_counter()
                app.run(checked.action())
                ended = time.perf_counter()
                told[kind] = (ended - began) / count
                print(
                    f"{size} {kind}: read {read - began:.2f} s, compared {compared - read:.2f} s, "
                    f"written {ended - compared:.2f} s, {(ended - began) / count * 1e6:.0f} µs a row"
                )
            print(f"{size} links to members, by row: {told['partnerships'] / told['members']:.2f} ×")
            _asked(app)
            app.close()


def _asked(app: "App") -> None:
    """What the page asks of a directory that is full."""
    from hospes.queries.directory import Wanted, all_compared, link_ids, link_rows, lumps

    _timed("list in order", lambda: app.read(link_ids, Wanted()))
    _timed("one word", lambda: app.read(link_ids, Wanted(words="rosen")))
    ids = app.read(link_ids, Wanted())
    _timed("a block of rows", lambda: app.read(link_rows, ids[:100], "de"))
    _timed("counted", lambda: app.read(lumps))
    _timed("beside what others state", lambda: app.read(all_compared, "de"))


def _timed(what: str, job: Callable[[], object]) -> None:
    began = time.perf_counter()
    job()
    print(f"  {what}: {(time.perf_counter() - began) * 1000:.0f} ms")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [30_000])

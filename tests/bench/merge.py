# SPDX-License-Identifier: GPL-3.0-or-later
"""The other laptop's file: comparing and bringing in, beside plainly reading both files."""

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

from ratio import Compared, head, line, seconds

WORKED_ON = 200
"""People whom each of the two changed."""


def read_plainly(path: Path) -> None:
    """Every row of every table, as the driver hands it over."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if not table.startswith(("search_", "sqlite_", "blob")):
            for _ in db.execute(f'SELECT * FROM "{table}" ORDER BY 1'):
                pass
    db.close()


def work(path: Path, editor: str, field: str, ids: "list[object]") -> None:
    """Change one field of each of them."""
    from hospes.actions.people import EditPerson
    from hospes.app import App, Who

    app = App.open(path, Who(editor, editor))
    for one in ids:
        app.run(EditPerson(one, {field: f"{editor} was here"}))  # type: ignore[arg-type]  # ids of people
    app.close()


def main(sizes: list[int], _rounds: int) -> None:
    """Measure for each size."""
    from sqlalchemy import select

    from hospes import example, merging
    from hospes.actions.laptops import BringInLaptop
    from hospes.app import App, Who
    from hospes.store.merge_plan import make_plan
    from hospes.store.tables.people import Person

    head("The other laptop")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            mine, theirs = Path(name) / "mine.hospes", Path(name) / "theirs.hospes"
            example.build(mine, members=size)
            shutil.copyfile(mine, theirs)
            app = App.open(mine, Who("a", "a"))
            ids = app.read(lambda c: list(c.execute(select(Person.id).limit(WORKED_ON)).scalars()))
            app.close()
            work(mine, "anna", "profession", ids)
            work(theirs, "jean", "interests", ids)
            plain = seconds(lambda: (read_plainly(mine), read_plainly(theirs)))  # noqa: B023 - called at once
            compared = seconds(lambda: make_plan(mine, theirs))  # noqa: B023 - called at once
            child = seconds(lambda: merging.look_at(mine, theirs))  # noqa: B023 - called at once
            plan = make_plan(mine, theirs)
            app = App.open(mine, Who("a", "a"))
            written = seconds(lambda: app.run(BringInLaptop(plan)))  # noqa: B023 - called at once
            undone = seconds(app.undo)  # type: ignore[arg-type]  # what it gives is not needed
            app.close()
            line(f"comparing, {size} members", Compared(compared, plain))
            line(f"comparing in a child, {size} members", Compared(child, plain))
            line(f"bringing in {plan.merged.count} changes", Compared(written, plain))
            line("taking it back", Compared(undone, plain))


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1].split(",")], int(sys.argv[2]))

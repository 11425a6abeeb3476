# SPDX-License-Identifier: GPL-3.0-or-later
"""The dues of a year: the plan, starting it, the list of who owes, the same as of a day, reminders as data.

Bare counterparts: as many rows of dues written and read through sqlite3. Times are the processor's; what must
hold is that ten times the members take about ten times as long. `python tests/bench/dues.py [MEMBERS...]`.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
SIZES = (1000, 10_000)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the processor, and what came of it."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def bare(rows: int) -> float:
    """Write and read as many rows without anything around."""
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "bare.db")
        db.execute("CREATE TABLE dues (id TEXT PRIMARY KEY, payer TEXT, year INTEGER, minor INTEGER) STRICT")

        def work() -> None:
            with db:
                db.executemany(
                    "INSERT INTO dues VALUES (?, ?, ?, ?)",
                    ((f"{n:032x}", f"{n:032x}", 2027, 3500) for n in range(rows)),
                )
            db.execute("SELECT * FROM dues").fetchall()

        took, _ = timed(work)
        db.close()
    return took


def measure(members: int) -> None:
    """One size."""
    from hospes import example
    from hospes.actions.dues import NewDues, StartDues
    from hospes.app import App
    from hospes.i18n.locale import Locale
    from hospes.papers.base import Scope
    from hospes.papers.making import find_paper, gather
    from hospes.papers.options import read_options
    from hospes.queries.dues import payer_rows
    from hospes.queries.dues_plan import plan_dues

    locale = Locale.of("en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.hospes"
        example.build(path, members)
        app = App.open(path)
        planning, found = timed(lambda: app.read(plan_dues, 2027, app.today, locale))
        dues = tuple(
            NewDues(one.payer, one.class_id, one.amount.minor, one.amount.currency, one.people)
            for one in found.plan.charges
        )
        starting, _ = timed(lambda: app.run(StartDues(2027, dues, date(2027, 2, 28))))
        listing, rows = timed(lambda: app.read(payer_rows, 2027, app.today, locale))
        back, _ = timed(lambda: app.read(payer_rows, 2026, date(2026, 2, 1), locale))
        paper = find_paper("dues-reminder")
        options = read_options(paper.options, {"year": "2027"})
        letters, gathered = timed(lambda: app.read(gather, paper, options, Scope(app.today)))
        app.close()
    told = (
        f"{members:>7} members, {len(dues):>6} payers: plan {planning:6.2f} s · start {starting:6.2f} s · "
        f"list {listing:6.2f} s · as of a day {back:6.2f} s · {len(gathered.data.letters)} reminders read "
        f"{letters:6.2f} s · bare rows {bare(len(rows)):6.3f} s"
    )
    print(told)


def main() -> None:
    """All sizes."""
    for members in [int(one) for one in sys.argv[1:]] or SIZES:
        measure(members)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""A very large association (T4.1): how long each thing takes that somebody waits for, beside its limit.

Of the test catalogue: T4.1, 100 000 members. What takes the processor longer than its limit is marked, and
the program ends with 1; the clock stands beside it, for a computer that has nothing else to do. Scrolling and
keys in the window are measured by `lists.py` in a file of the same size.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ratio import head, percentile
from search import keystrokes, timed

if TYPE_CHECKING:
    from hospes.app import App

LIMITS = {
    "opened": 2.0,
    "a key in the search, p99": 0.15,
    "all members in order for the list": 2.0,
    "integrity on demand": 3.0,
    "backed up": 1.5,
    "dues of a year begun": 20.0,
    "one person erased for good": 6.0,
    "memory in MB": 600.0,
}
"""Seconds, but for the memory."""


def clock(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the processor, and of the clock."""
    start, used = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - used, time.perf_counter() - start


def dues_of_a_year(app: "App") -> None:
    """Planned and written, as the button does it."""
    from hospes.actions.dues import NewDues, StartDues
    from hospes.i18n.locale import Locale
    from hospes.queries.dues_plan import plan_dues

    found = app.read(plan_dues, 2027, app.today, Locale.of("en"))
    dues = tuple(
        NewDues(one.payer, one.class_id, one.amount.minor, one.amount.currency, one.people)
        for one in found.plan.charges
    )
    app.run(StartDues(2027, dues, date(2027, 2, 28)))


def measure(path: Path) -> dict[str, tuple[float, float]]:
    """Every figure of a file, which is changed by it."""
    from hospes.app import App
    from hospes.i18n.locale import Locale
    from hospes.queries.members import Filter, member_ids
    from hospes.store import search as index
    from hospes.store.erasing import Listed

    told: dict[str, tuple[float, float]] = {}
    opened: list[App] = []
    told["opened"] = clock(lambda: opened.append(App.open(path)))
    app = opened[0]
    with app.engine.read() as connection:
        keys = timed(lambda text: index.find(connection, text, 20), keystrokes(), 2)
        somebody = connection.exec_driver_sql("SELECT id FROM person ORDER BY id LIMIT 1 OFFSET 50").scalar()
    told["a key in the search, p99"] = (percentile(keys, 0.99),) * 2
    told["all members in order for the list"] = clock(
        lambda: app.read(member_ids, Filter(), today=app.today, locale=Locale.of("en"))
    )
    told["integrity on demand"] = clock(app.engine.problems)
    told["backed up"] = clock(lambda: app.back_up(()))
    told["dues of a year begun"] = clock(lambda: dues_of_a_year(app))
    told["one person erased for good"] = clock(lambda: app.erase([Listed(str(somebody))], ()))
    app.close()
    told["memory in MB"] = (peak(),) * 2
    return told


def peak() -> float:
    """The most memory this process ever had, where the system tells."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(sizes: list[int]) -> int:
    """Measure for each size; 1 if anything was over its limit."""
    from hospes import paths
    from hospes.example import build

    head("A large association, each beside its limit at 100 000 members")
    over = 0
    for size in sizes:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            os.environ[paths.HOME_VARIABLE] = folder
            path = Path(folder) / f"{size}.hospes"
            child = os.fork() if hasattr(os, "fork") else 0
            if child == 0:  # what building takes is no part of the memory
                build(path, members=size)
                if hasattr(os, "fork"):
                    os._exit(0)
            else:
                os.waitpid(child, 0)
            for what, (value, waited) in measure(path).items():
                mark = "" if value <= LIMITS[what] else "  OVER"
                over += bool(mark)
                print(
                    f"{size:>7} members, {what:34} {value:9.3f}  by the clock {waited:9.3f}"
                    f"  limit {LIMITS[what]:g}{mark}"
                )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main([int(text) for text in sys.argv[1].split(",")]))

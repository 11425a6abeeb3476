# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening, saving and typing, with all that keeps a file safe and with that taken out of the same program.

Taken out for the counterpart: SQLite at its own defaults instead of the settings of `store.driver`, no lock
file beside the document, no look at its header and schema, no looking before and after a commit whether the
path still names the file, no drafts of what is typed. The journal stays: Undo and History need it.

The times are of the processor and of the clock together, as somebody waits: until the file can be asked,
until the change is committed, until a key is painted.
"""

import contextlib
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from ratio import Compared, head, line, percentile, seconds

if TYPE_CHECKING:
    from hospes.ui.main import Session

TYPED = "Has promised to play the accordion at the farewell evening. "
WARM = 5
"""So many changes are not counted: the first ones compile their statements."""

PRAGMAS = (("foreign_keys", "ON", 1), ("journal_mode", "DELETE", "delete"))
"""What the records could not do without; all else is as SQLite comes."""


class NoLock:
    """No lock file."""

    def release(self) -> None:
        """Nothing to give back."""


@contextlib.contextmanager
def unsafe() -> Iterator[None]:
    """The same program without what keeps the file safe."""
    from hospes.app import App
    from hospes.store import driver, files
    from hospes.store.engine import FileEngine

    found = files.Header(driver.APPLICATION_ID, files.schema_check.SCHEMA_VERSION, 0)
    with contextlib.ExitStack() as stack:
        for holder, name, instead in (
            (driver, "_PRAGMAS", PRAGMAS),
            (files, "look", lambda _path: found),
            (files, "_lock", lambda _path, _take_over: (NoLock(), None)),
            (files, "_verify", lambda path, _version, mode: driver.connect(path, mode)),
            (files.parts, "sweep", lambda _path: None),
            (files.residue, "sweep", lambda: None),
            (FileEngine, "make_sure_it_is_there", lambda _self, at_least=None: None),
            (App, "keep_draft", lambda *_args: None),
        ):
            stack.enter_context(mock.patch.object(holder, name, instead))
        yield


def both_ways(work: Callable[[], object], rounds: int) -> Compared:
    """With and without, in turn and in an order that varies, so that neither always warms the other up."""
    ours, bare = [], []
    for _ in range(rounds):
        for safe in random.sample((True, False), 2):
            with contextlib.nullcontext() if safe else unsafe():
                (ours if safe else bare).append(seconds(work))
    return Compared(statistics.median(ours), statistics.median(bare))


def open_and_ask(path: Path) -> None:
    """Open, count the people, close."""
    from hospes.app import App
    from hospes.queries.figures import figures

    app = App.open(path)
    app.read(figures, app.today)
    app.close()


def saving(path: Path, rounds: int) -> Compared:
    """One field of one person changed, until it is committed; the file stays open, as in the window."""
    from sqlalchemy import select

    from hospes.actions.people import EditPerson
    from hospes.app import App
    from hospes.store.tables.people import Person

    def changes() -> list[float]:
        app = App.open(path)
        with app.engine.read() as connection:
            people = list(connection.execute(select(Person.id).limit(rounds + WARM)).scalars())
        edits = [EditPerson(one, {"profession": f"gardener {time.time_ns()}"}) for one in people]
        values = [seconds(lambda edit=edit: app.run(edit)) for edit in edits]
        app.close()
        return values[WARM:]

    ours, bare = [], []
    for _ in range(4):
        for safe in random.sample((True, False), 2):
            with contextlib.nullcontext() if safe else unsafe():
                (ours if safe else bare).extend(changes())
    return Compared(statistics.median(ours), statistics.median(bare))


def typing(session: "Session", rounds: int) -> tuple[Compared, Compared]:
    """A key in the form for a new member until it is painted: the median, and the slowest of a hundred."""
    from PySide6.QtWidgets import QApplication, QWidget

    window = session.window
    window.desk.go("members", new=True)
    QTest.qWait(300)
    field = window.findChild(QWidget, "member.form.street")

    def keys() -> list[float]:
        took = []
        for letter in TYPED * 2:
            start = time.perf_counter()
            QTest.keyClicks(field, letter)
            QApplication.processEvents()
            took.append(time.perf_counter() - start)
            QTest.qWait(25)  # as fast as a quick typist, so that drafts are kept now and then
        return took

    ours, bare = [], []
    for _ in range(rounds):
        for safe in random.sample((True, False), 2):
            with contextlib.nullcontext() if safe else unsafe():
                (ours if safe else bare).extend(keys())
    high = Compared(percentile(ours, 0.99), percentile(bare, 0.99))
    return Compared(statistics.median(ours), statistics.median(bare)), high


def main(sizes: list[int], rounds: int) -> None:
    """Measure for each size."""
    from hospes import paths, settings
    from hospes.example import build
    from hospes.ui.main import Session, application

    with tempfile.TemporaryDirectory() as folder:
        os.environ[paths.HOME_VARIABLE] = folder
        app = application()
        settings.save(settings.Settings(language="en"), paths.settings_file())
        head("Opening, saving, typing: with the safety and without it")
        for size in sizes:
            path = Path(folder) / f"{size}.hospes"
            build(path, members=size)
            open_and_ask(path)
            line(f"{size}: open, ask, close", both_ways(lambda p=path: open_and_ask(p), rounds * 4))
            line(f"{size}: save one change", saving(path, rounds * 4))
            session = Session(app)
            session.hold()
            session.furnish(inline=True)
            session.window.resize(1366, 690)
            session.window.show()
            session.window.desk.open_file(path)
            middle, high = typing(session, rounds)
            line(f"{size}: a key, median", middle)
            line(f"{size}: a key, slowest of a hundred", high)
            session.opening.let_go()
            session.window.close()


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1].split(",")], int(sys.argv[2]))

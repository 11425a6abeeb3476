# SPDX-License-Identifier: GPL-3.0-or-later
"""Work that takes longer than a blink: one worker thread, a bar with words, and Stop.

Nothing else in Hospes names a thread (architecture 3.5). A job is a function that takes a `Work`; it
tells how far it is and looks now and then whether it shall stop. What it returns arrives in the
window's thread; an expected failure arrives there too, and a fault of the program ends at the same
crash page as any other.
"""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries import Connection

P = ParamSpec("P")
T = TypeVar("T")
Result = TypeVar("Result")


class Stopped(Exception):
    """The person pressed Stop; raised by `Work.check` inside the job."""


class Work(QObject):
    """What a job sees of the window: a way to tell progress and to hear Stop."""

    told = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = False

    @property
    def stopped(self) -> bool:
        """Whether Stop was pressed."""
        return self._stop

    def stop(self) -> None:
        """Ask the job to end."""
        self._stop = True

    def check(self) -> None:
        """End the job if Stop was pressed.

        Raises:
            Stopped: it was.
        """
        if self._stop:
            raise Stopped

    def tell(self, done: int, total: int, words: str = "") -> None:
        """`done` of `total` steps; a total of 0 means that nobody knows. Ends the job if Stop was pressed."""
        self.check()
        self.told.emit(done, total, words)


class Reader(Protocol):
    """Something that calls queries with a reading connection, as `App` does."""

    def read(self, fn: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a query."""
        ...


@dataclass(frozen=True)
class Stoppable:
    """A reader for a job that reads much: between two queries is where Stop can be heard."""

    reader: Reader
    work: Work

    def read(self, fn: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a query, or end the job. Raises Stopped."""
        self.work.check()
        return self.reader.read(fn, *args, **kwargs)


class Task(QObject, Generic[Result]):
    """One job under way, as the window sees it. Signals arrive in the window's thread."""

    moved = Signal()
    ended = Signal()
    _finished = Signal(object, object)

    def __init__(
        self,
        title: str,
        done: Callable[[Result], object],
        failed: Callable[[UserError], object] | None,
        stopped: Callable[[], object] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.done_steps = 0
        self.total_steps = 0
        self.words = ""
        self.running = True
        self.work = Work()
        self._done, self._failed, self._stopped = done, failed, stopped
        self.work.told.connect(self._move, Qt.ConnectionType.AutoConnection)
        self._finished.connect(self._end, Qt.ConnectionType.AutoConnection)

    def stop(self) -> None:
        """Ask the job to end; nothing it did so far is kept unless it said so itself."""
        self.work.stop()

    def carry_out(self, job: Callable[[Work], Result]) -> None:
        """Run the job in the present thread and hand its end to the window's thread."""
        try:
            result = job(self.work)
        except Exception as error:  # the worker's outermost frame: everything must reach the window
            self._finished.emit(None, error)
        else:
            self._finished.emit(result, None)

    def _move(self, done: int, total: int, words: str) -> None:
        self.done_steps, self.total_steps, self.words = done, total, words
        self.moved.emit()

    def _end(self, result: Any, error: Exception | None) -> None:  # noqa: ANN401 - Qt hands over any object
        self.running = False
        self.ended.emit()
        if error is None:
            self._done(result)
        elif isinstance(error, Stopped):
            if self._stopped is not None:
                self._stopped()
        elif isinstance(error, UserError) and self._failed is not None:
            self._failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


class Tasks(QObject):
    """The one worker of the window. `inline` runs every job at once, for tests and pictures."""

    started = Signal(object)
    """A `Task` was given to the worker."""

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        super().__init__(parent)
        self.inline = inline
        self._pool: ThreadPoolExecutor | None = None
        self._open: list[tuple[Task[Any], Future[None]]] = []

    def run(
        self,
        job: Callable[[Work], Result],
        *,
        title: str,
        done: Callable[[Result], object],
        failed: Callable[[UserError], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> Task[Result]:
        """Give a job to the worker; jobs run one after the other.

        Args:
            job: runs in the worker; may use `App` and the papers, never a widget.
            title: what is going on, for the bar ("Bringing in 118 people").
            done: called in the window's thread with the job's result.
            failed: called there with an expected failure; without it the crash page shows it.
            stopped: called there after Stop.
        """
        task = Task(title, done, failed, stopped, self)
        task.ended.connect(task.deleteLater)
        self.started.emit(task)
        if self.inline:
            task.carry_out(job)
            return task
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hospes")
        self._open = [(t, f) for t, f in self._open if not f.done()]
        self._open.append((task, self._pool.submit(task.carry_out, job)))
        return task

    @property
    def busy(self) -> bool:
        """Whether a job is waiting or running."""
        return any(not future.done() for _, future in self._open)

    def close(self) -> None:
        """Stop all jobs and wait for the running one; called before the file is closed."""
        for task, future in self._open:
            task.stop()
            future.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None
        self._open.clear()

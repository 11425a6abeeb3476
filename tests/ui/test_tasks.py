# SPDX-License-Identifier: GPL-3.0-or-later
"""One worker: results and failures arrive in the window's thread, Stop is heard.

Of the test catalogue: T8.3.
"""

import sys
import threading

import pytest

from hospes.domain.errors import UserError
from hospes.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    found = Tasks()
    yield found
    found.close()


def test_a_job_runs_elsewhere_and_ends_here(tasks, qtbot):
    where, ends = [], []

    def job(work):
        where.append(threading.current_thread())
        return 42

    def done(result: int) -> None:
        ends.append((result, threading.current_thread()))

    tasks.run(job, title="Counting", done=done)
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [(42, threading.main_thread())]
    assert where[0] is not threading.main_thread()


def test_jobs_run_one_after_the_other(tasks, qtbot):
    order = []
    gate = threading.Event()

    def slow(work):
        gate.wait(5)
        order.append("first")

    tasks.run(slow, title="1", done=lambda _: None)
    tasks.run(lambda work: order.append("second"), title="2", done=lambda _: order.append("end"))
    assert tasks.busy
    gate.set()
    qtbot.waitUntil(lambda: order == ["first", "second", "end"])


def test_an_expected_failure_is_handed_over(tasks, qtbot):
    told = []

    def job(work):
        raise UserError("The stick is full.")

    tasks.run(job, title="x", done=lambda _: None, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].msgid == "The stick is full."


def test_a_fault_ends_where_all_faults_end(tasks, qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.append(kind))
    tasks.run(lambda work: 1 / 0, title="x", done=lambda _: None)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [ZeroDivisionError]


def test_stop_is_heard(tasks, qtbot):
    begun, ends = threading.Event(), []

    def job(work):
        begun.set()
        step = 0
        while True:
            step += 1
            work.tell(step, 0)

    task = tasks.run(
        job, title="x", done=lambda _: ends.append("done"), stopped=lambda: ends.append("stopped")
    )
    assert begun.wait(5)
    task.stop()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["stopped"]
    assert not task.running


def test_progress_arrives_in_words(qapp):
    tasks = Tasks(inline=True)
    seen = []
    tasks.started.connect(lambda task: task.moved.connect(lambda: seen.append((task.done_steps, task.words))))
    tasks.run(lambda work: work.tell(3, 10, "Nowak"), title="x", done=lambda _: None)
    assert seen == [(3, "Nowak")]


def test_closing_stops_what_runs_and_drops_what_waits(qapp):
    tasks = Tasks()
    begun = threading.Event()

    def job(work):
        begun.set()
        while not work.stopped:
            pass

    ran = []
    tasks.run(job, title="x", done=lambda _: None)
    tasks.run(ran.append, title="y", done=lambda _: None)
    assert begun.wait(5)
    tasks.close()
    assert ran == []
    assert not tasks.busy

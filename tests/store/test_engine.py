# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers and the one writer: what waits for what, and that no commit goes into a file that is gone.

Of the test catalogue: T2.3 moved or replaced files, T2.5 foreign locks, T8.2 who waits for whom.
"""

import os
import shutil
import subprocess
import sys
import threading
import time

import pytest
from sqlalchemy.exc import OperationalError

from hospes.domain.errors import UserError
from hospes.store import driver
from hospes.store.engine import FileEngine

ADD = "INSERT INTO file_fact VALUES (?, ?)"


def facts(engine):
    with engine.read() as connection:
        return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM file_fact")}


def test_what_is_written_is_read(engine):
    with engine.write() as writer:
        writer.exec_driver_sql(ADD, ("a", "1"))
    assert facts(engine) == {"a": "1"}


def test_an_error_takes_everything_back(engine):
    def fail(writer):
        writer.exec_driver_sql(ADD, ("a", "1"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), engine.write() as writer:
        fail(writer)
    assert facts(engine) == {}
    with engine.write() as writer:
        writer.exec_driver_sql(ADD, ("a", "2"))
    assert facts(engine) == {"a": "2"}


def test_a_reader_cannot_write(engine):
    with pytest.raises(UserError) as refused, engine.read() as reader:
        reader.exec_driver_sql(ADD, ("a", "1"))
    assert refused.value.code == "file-read-only"
    assert facts(engine) == {}


def test_a_document_open_for_looking_has_no_writer(document):
    engine = FileEngine(document, read_only=True)
    with pytest.raises(UserError) as refused, engine.write():
        pass
    assert refused.value.code == "file-read-only"
    engine.close()


def test_a_reading_transaction_sees_one_moment(engine):
    with engine.read() as reader:
        before = reader.exec_driver_sql("SELECT count(*) FROM file_fact").scalar()
        # In this journal mode a commit waits until nobody reads; the writer gives up and nothing is half.
        with pytest.raises(UserError) as refused, engine.write(50) as writer:
            writer.exec_driver_sql(ADD, ("a", "1"))
        assert refused.value.code == "file-busy"
        assert reader.exec_driver_sql("SELECT count(*) FROM file_fact").scalar() == before
    assert facts(engine) == {}


def test_the_window_waits_no_longer_than_it_said(engine, document):
    other = driver.connect(document)
    other.execute("BEGIN IMMEDIATE")
    started = time.perf_counter()
    with pytest.raises(UserError) as refused, engine.write(driver.WINDOW_WAIT_MS):
        pass
    assert refused.value.code == "file-busy"
    assert 0.05 < time.perf_counter() - started < 5
    assert facts(engine) == {}, "reading goes on meanwhile"
    other.execute("ROLLBACK")
    other.close()
    with engine.write(driver.WINDOW_WAIT_MS) as writer:
        writer.exec_driver_sql(ADD, ("a", "1"))


def test_the_window_reads_after_a_blink_or_never_but_waits_for_our_own_writer(engine, document):
    engine.patience_ms = 20
    other = driver.connect(document)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError) as refused:
        facts(engine)
    assert refused.value.code == "file-busy"
    with engine._turn:  # as while a worker commits
        release = threading.Timer(0.1, other.execute, ["ROLLBACK"])
        release.start()
        assert facts(engine) == {}
        release.join()
    other.close()


def test_a_worker_waits_for_the_others_to_finish(engine):
    started, finish = threading.Event(), threading.Event()

    def slow():
        with engine.write() as writer:
            writer.exec_driver_sql(ADD, ("slow", "1"))
            started.set()
            finish.wait(10)

    worker = threading.Thread(target=slow)
    worker.start()
    started.wait(10)
    with pytest.raises(UserError) as refused, engine.write(80):
        pass
    assert refused.value.code == "file-busy"
    finish.set()
    with engine.write() as writer:
        writer.exec_driver_sql(ADD, ("after", "2"))
    worker.join()
    assert facts(engine) == {"slow": "1", "after": "2"}


@pytest.mark.parametrize("trick", ["moved", "deleted", "replaced", "emptied", "cut"])
def test_no_commit_goes_into_a_file_that_is_gone(engine, document, tmp_path, trick):
    with engine.write() as writer:
        writer.exec_driver_sql(ADD, ("first", "1"))
    copy = shutil.copy(document, tmp_path / "copy.hospes")
    if trick == "moved":
        os.rename(document, tmp_path / "elsewhere.hospes")
    elif trick == "deleted":
        os.unlink(document)
    elif trick == "replaced":
        os.replace(copy, document)
    else:
        os.truncate(document, 0 if trick == "emptied" else 8192)
    with pytest.raises(UserError) as noticed:
        engine.make_sure_it_is_there()
    assert noticed.value.code == "file-moved"
    with pytest.raises(UserError) as refused, engine.write() as writer:
        writer.exec_driver_sql(ADD, ("second", "2"))
    assert refused.value.code in {"file-moved", "file-read-only", "file-damaged"}


def test_a_file_replaced_between_change_and_commit_is_noticed(engine, document, tmp_path):
    copy = shutil.copy(document, tmp_path / "copy.hospes")

    def change_and_replace():
        with engine.write() as writer:
            writer.exec_driver_sql(ADD, ("a", "1"))
            os.replace(copy, document)

    with pytest.raises(UserError) as refused:
        change_and_replace()
    assert refused.value.code == "file-moved"


def test_what_was_written_stands_in_no_error(engine):
    with pytest.raises(OperationalError) as fault, engine.write() as writer:
        writer.exec_driver_sql("INSERT INTO nothing VALUES (?)", ("Anna Geheim",))
    assert "Geheim" not in str(fault.value)


def test_a_whole_document_has_no_problems(engine):
    assert engine.problems() == []


def test_a_broken_reference_is_a_problem(engine, document):
    raw = driver.connect(document)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute(
        "INSERT INTO person_text (id, version, person_id, language, salutation) VALUES ('a',1,'b','de','')"
    )
    raw.close()
    assert engine.problems() == ["person_text person"]


FULL = """
import resource, signal, sys
from pathlib import Path
from hospes.domain.errors import UserError
from hospes.store.engine import FileEngine
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
engine = FileEngine(path, read_only=False)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192,) * 2)
try:
    with engine.write() as writer:
        for number in range(2000):
            writer.exec_driver_sql("INSERT INTO file_fact VALUES (?, ?)", (str(number), "x" * 2000))
except UserError as refused:
    print(refused.code)
with engine.read() as reader:
    print(reader.exec_driver_sql("SELECT count(*) FROM file_fact").scalar(), engine.problems())
"""


def test_a_full_disk_is_told_and_leaves_the_file_as_it_was(document):
    before = document.read_bytes()
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL, str(document)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert done.stderr == ""
    assert done.stdout.split("\n")[:2] in (["disk-full", "0 []"], ["disk-trouble", "0 []"])
    assert document.read_bytes()[100:] == before[100:]


def test_a_closed_engine_lets_the_file_go(document):
    for _ in range(30):
        engine = FileEngine(document, read_only=False)
        with engine.read() as reader:
            reader.exec_driver_sql("SELECT 1")
        engine.close()
    assert not driver.is_open_here(document)
    folder = f"/proc/{os.getpid()}/fd"
    if os.path.isdir(folder):
        links = [
            os.readlink(f"{folder}/{name}")
            for name in os.listdir(folder)
            if os.path.islink(f"{folder}/{name}")
        ]
        assert str(document) not in links

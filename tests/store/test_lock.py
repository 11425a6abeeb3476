# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock file: who holds a document, what is taken over without asking, and what only a person decides.

Of the test catalogue: T2.4.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.store import files, lock
from hospes.store.lock import DocumentLock, FileInUse, Holder, holder_of, lock_path

NOON = datetime(2026, 4, 27, 10, 12, tzinfo=UTC)

HOLD = """
import sys, time
from datetime import datetime
from pathlib import Path
from hospes.store.lock import DocumentLock
held = DocumentLock.acquire(Path(sys.argv[1]), datetime.fromisoformat("2026-04-27T09:12:00+00:00"))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_process(document):
    """Another process that holds the document."""
    words = [sys.executable, "-c", HOLD, str(document)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def trace(document, **changed):
    """What another Hospes left in the lock file."""
    holder = {"user": "anna", "host": "laptop of Anna", "pid": 4711, "since": "2026-04-20T08:00:00+00:00"}
    lock_path(document).write_bytes(b"\0" + json.dumps({**holder, **changed}).encode())


def test_the_holder_is_written_down_and_gone_after(document):
    held = DocumentLock.acquire(document, NOON)
    assert holder_of(document) == Holder.here(NOON)
    assert holder_of(document).pid == os.getpid()
    assert lock_path(document).stat().st_mode & 0o777 == 0o600
    held.release()
    held.release()
    assert holder_of(document) is None
    assert os.listdir(document.parent) == [document.name]


def test_a_second_one_in_this_process_is_refused(document):
    held = DocumentLock.acquire(document, NOON)
    with pytest.raises(FileInUse) as refused:
        DocumentLock.acquire(document, NOON)
    assert refused.value.holder == Holder.here(NOON)
    held.release()
    DocumentLock.acquire(document, NOON).release()


def test_a_second_process_is_named_with_its_time(document, other_process):
    with pytest.raises(FileInUse) as refused:
        files.open_file(document)
    holder = refused.value.holder
    assert (holder.pid, holder.on_this_computer) == (other_process.pid, True)
    assert not refused.value.may_be_over
    said = Locale.of("en").message(refused.value)
    assert holder.user in said
    assert "since" in said
    # Nobody can talk this one away: it is alive.
    with pytest.raises(FileInUse):
        files.open_file(document, take_over=True)


def test_looking_goes_on_while_somebody_writes(document, other_process):
    opened = files.open_file(document, read_only=True)
    assert opened.read_only
    assert opened.lock is None
    opened.close()


def test_the_lock_of_a_dead_process_is_taken_over_without_a_question(document, other_process):
    other_process.kill()
    other_process.wait()
    assert holder_of(document).pid == other_process.pid
    opened = files.open_file(document)
    assert holder_of(document).pid == os.getpid()
    opened.close()


def test_another_computer_is_asked_about(document):
    trace(document)
    with pytest.raises(FileInUse) as refused:
        files.open_file(document)
    assert refused.value.may_be_over
    assert "laptop of Anna" in Locale.of("en").message(refused.value)
    assert holder_of(document).user == "anna", "nothing was overwritten"
    opened = files.open_file(document, take_over=True)
    assert not opened.read_only
    opened.close()


@pytest.mark.parametrize(
    "rubbish", [b"", b"\0", b"\0{}", b"\0[1]", b"\xff\xfe\0\0", b'\0{"pid": "x"}', b"x" * 9000]
)
def test_an_unreadable_lock_file_keeps_nobody_out(document, rubbish):
    lock_path(document).write_bytes(rubbish)
    assert holder_of(document) is None
    files.open_file(document).close()


def test_a_link_and_its_target_have_one_lock(document, tmp_path):
    link = tmp_path / "link.hospes"
    link.symlink_to(document)
    opened = files.open_file(link)
    assert opened.path == document
    with pytest.raises(FileInUse):
        files.open_file(document)
    opened.close()
    assert link.is_symlink()


def test_somebody_without_a_name_may_work_too(document, monkeypatch):
    def nameless():
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(lock.getpass, "getuser", nameless)
    held = DocumentLock.acquire(document, NOON)
    assert holder_of(document).user == "?"
    held.release()


def test_a_document_that_cannot_be_opened_is_not_left_locked(tmp_path):
    path = tmp_path / "a.hospes"
    with files.creating(path):
        pass
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(3996)
    path.write_bytes(data)
    codes = set()
    for _ in range(2):
        try:
            files.open_file(path).close()
        except UserError as refused:
            codes.add(refused.code)
    assert codes == {"file-damaged"}
    assert os.listdir(tmp_path) == ["a.hospes"]

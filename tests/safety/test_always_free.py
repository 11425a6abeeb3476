# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is held longer than it is used (T8.4): handles and memory over many openings and closings."""

import os
import shutil
import sys

import pytest

from hospes.app import App
from hospes.queries.overview import overview
from tests.store.world import DAY, WHO, founded


def handles():
    return len(os.listdir("/proc/self/fd"))


def memory():
    """Bytes in use now."""
    with open("/proc/self/statm", encoding="ascii") as told:
        return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def open_and_close(path, times):
    for number in range(times):
        app = App.open(path, WHO, today=DAY)
        app.read(overview, app.today, "en")
        app.keep_draft("new-member", {"number": number})
        app.close()


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "a.hospes"
    founded(path).close()
    return path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
def test_no_handle_stays_open(document, tmp_path):
    open_and_close(document, 2)
    before = handles()
    open_and_close(document, 10)
    assert handles() <= before
    assert os.listdir(tmp_path) == [document.name]
    shutil.move(document, tmp_path / "moved.hospes")


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
def test_five_hundred_openings_take_no_more_handles_or_memory(document):
    open_and_close(document, 50)
    before, used = handles(), memory()
    open_and_close(document, 500)
    print(f"memory grew by {(memory() - used) / 1e6:.1f} MB")
    assert handles() <= before
    assert memory() - used < 20_000_000

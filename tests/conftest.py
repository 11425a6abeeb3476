# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every test: no display, no network, nobody's own folders, nothing left behind.

Fixtures for one subject stand in the `conftest.py` of its folder.
"""

import gc
import itertools
import logging
import os
import shutil
import socket
import sys
import threading
from pathlib import Path

# Before anything imports Qt: the tests need no display.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("HOSPES_TODAY", None)
os.environ.pop("HOSPES_LANGUAGE", None)
# Some containers forbid Python to keep what it compiled; then each of the hundreds of programs that tests
# start would compile all of Hospes again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# They are those of this source, whichever copy of it the environment was made for.
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (str(Path(__file__).parents[1] / "desktop"), os.environ.get("PYTHONPATH")))
)

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("hospes", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hospes")


MEMORY = Path("/dev/shm")
ROOM = 8_000_000_000
"""More than all tests together leave behind."""


LONGEST = (
    "safety/test_kills.py",
    "pages/test_visit_budget.py",
    "actions/test_undo.py",
    "papers/test_all_papers.py",
    "transfer/test_hostile.py",
    "pages/test_person_page.py",
    "safety/test_full_disk.py",
    "matching/test_random.py",
    "pages/test_visit_hosting_asking.py",
    "transfer/test_exporting.py",
    "tests/test_merging.py",
    "pages/test_member_form.py",
    "cli/test_import.py",
    "pages/test_every_page.py",
    "transfer/test_partner_file.py",
    "pages/test_person_pane.py",
    "pages/test_visits.py",
    "example/test_scale.py",
    "pages/test_visit_hosting.py",
    "cli/test_match.py",
    "store/test_password.py",
    "cli/test_visits_in_and_out.py",
    "pages/test_contacts.py",
    "safety/test_disks.py",
    "pages/test_password.py",
    "journeys/test_script_11.py",
    "journeys/test_script_12.py",
    "safety/test_window_killed.py",
)
"""Files that take longest, longest first: files run side by side, and one core would wait for such a one at
the end. All others come by chance behind them."""


def pytest_configure(config):
    """What this process compiles is kept too; temporary files lie in memory where there is room.

    Every step of a document waits for the disk several times, a quarter of the time of all tests. What
    becomes of a document is the same in memory: a process that is killed there leaves the same bytes.
    """
    sys.dont_write_bytecode = False
    # Else files with many tests come first, however short, and those with a single long one last.
    config.option.loadscopereorder = False
    if _room_in_memory() > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def _room_in_memory() -> int:
    """How many bytes of files fit into memory; 0 where it is not known."""
    try:
        said = Path("/proc/meminfo").read_text("ascii").partition("MemAvailable:")[2].split(maxsplit=1)
        return min(int(said[0]) * 1024, shutil.disk_usage(MEMORY).free) if os.access(MEMORY, os.W_OK) else 0
    except (OSError, ValueError, IndexError):
        return 0


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The longest files come first."""
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(f"{item.path.parent.name}/{item.path.name}", len(place)))


def pytest_collection_finish():
    """What was loaded stays to the end: no search for rubbish walks over it, and the search comes seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def example_once(tmp_path_factory):
    """The example association in a closed file, made once for all tests; they copy it or only read it."""
    from hospes import example
    from hospes.i18n import catalog

    catalog.shipped.cache_clear()
    path = tmp_path_factory.mktemp("example") / "example.hospes"
    example.build(path)
    return path


@pytest.fixture(scope="session")
def laptop_once(tmp_path_factory):
    """The file of the other laptop to the example, and what both had last, made once for all tests."""
    from hospes.example import laptop, making
    from hospes.example.almanac import FROZEN
    from hospes.store.tables import load_all

    load_all()
    folder = tmp_path_factory.mktemp("laptop")
    wish = making.Wish(142, making.SEED, FROZEN, "en", as_of_sharing=True)
    # Without our own file and the spreadsheet, which `--extras` makes too.
    rows = making._write(folder / laptop.BASE_NAME, wish)
    laptop.write(folder / laptop.BASE_NAME, folder / laptop.NAME, rows, making.SEED)
    return folder / laptop.NAME


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """The folders of all tests stand in one: pytest looks through thousands beside it for the next number."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / f"home{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def own_folders(homes, monkeypatch):
    """Preferences, data and logs of a test lie in a folder of its own, not in those of the person testing."""
    home = next(homes)
    home.mkdir(mode=0o700)
    monkeypatch.setenv("HOSPES_HOME", str(home))


@pytest.fixture(autouse=True)
def same_environment(own_folders):
    """What a test or the command line puts into the environment (say, the day) reaches no other test."""
    before = dict(os.environ)
    yield
    if before != dict(os.environ):
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)


@pytest.fixture(autouse=True)
def no_keys():
    """No test finds the keys of protected files that another one was told."""
    yield
    if (keyring := sys.modules.get("hospes.store.keyring")) is not None:
        keyring.forget()


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Hospes opens no network socket, ever (decision 30); sockets inside one computer are fine."""
    make = socket.socket.__init__

    def guarded(self, family=-1, kind=-1, proto=-1, fileno=None):
        if family in (socket.AF_INET, socket.AF_INET6) or (family == -1 and fileno is None):
            raise AssertionError("a network socket was asked for")
        make(self, family, kind, proto, fileno)

    monkeypatch.setattr(socket.socket, "__init__", guarded)


@pytest.fixture(autouse=True)
def no_logged_warnings(request, caplog):
    """A warning in the log fails the test; `@pytest.mark.logs` says that a test wants one."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, "logged: " + "; ".join(record.getMessage() for record in loud)


@pytest.fixture(autouse=True)
def no_leftovers():
    """No thread, running timer or window outlives its test."""
    before = set(threading.enumerate())
    yield
    _forget_windows()
    threads = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
    for thread in threads:
        thread.join(timeout=5)
    left = [t.name for t in threads if t.is_alive()]
    assert not left, f"threads left running: {left}"


def _forget_windows() -> None:
    """Fail on windows left open and timers left running, after ending them so that the next test is clean."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets else None
    if app is None or not isinstance(app, widgets.QApplication):
        return
    from PySide6.QtCore import QEvent, QTimer

    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was asked to go goes now
    timers = [timer for timer in app.findChildren(QTimer) if timer.isActive()]
    shown = [window for window in app.topLevelWidgets() if window.isVisible()]
    names = [f"{type(thing).__name__} {thing.objectName()}".strip() for thing in (*shown, *timers)]
    for timer in timers:
        timer.stop()
    for window in shown:
        window.close()
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not names, f"left open or running: {names}"

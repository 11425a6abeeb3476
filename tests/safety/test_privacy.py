# SPDX-License-Identifier: GPL-3.0-or-later
"""T7.4 modes, T7.5 leftovers of a killed process, T7.6 logs, T7.8 minors and health on lists, T7.10 network.

T7.3, the defaults read back on every connection, stands in `tests/store/test_driver.py`.
"""

import logging
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import UUID

import pytest

from hospes import log, paths
from hospes.actions.people import EditPerson
from hospes.app import App
from hospes.cli.main import main
from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.papers import PAPERS
from hospes.papers.base import Needs, Scope
from hospes.papers.making import find_paper, gather, tabulate
from hospes.queries.minors_inside import minors_inside
from hospes.store import residue
from hospes.store.erasing import Listed

MARKS = ("Quastenflosser", "DE89370400440532013000", "zwiebelgund@marker.example")

GUARD = """
import os, sys

def watch(event, args):
    address = event in ("socket.getaddrinfo", "socket.connect", "socket.bind")
    if address or (event == "socket.__new__" and args[1] in (2, 10, 30)):
        with open(os.environ["SOCKETS_ASKED_FOR"], "a") as told:
            told.write(f"{os.getpid()} {event} {args[1:]} {sys.argv}\\n")
        os._exit(97)

sys.addaudithook(watch)
"""


def home():
    return Path(os.environ["HOSPES_HOME"])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "file").mkdir()
    (tmp_path / "temp").mkdir(mode=0o700)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setenv("HOSPES_LANGUAGE", "en")
    return tmp_path


@pytest.fixture
def quiet_log():
    yield
    logger = logging.getLogger("hospes")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True
    logger.setLevel(logging.NOTSET)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a profile's folders private by other means")
def test_every_file_of_a_session_is_private(folder, quiet_log):
    before = os.umask(0o022)
    try:
        log.start(paths.log_file(), verbose=True)
        path = folder / "file" / "new.hospes"
        assert main(["new", str(path), "--name", "Club", "--town", "Rosenau", "--country", "DE"]) == 0
        assert main(["backup", str(path)]) == 0
        app = App.open(path)
        app.keep_draft("new-member", {"given": "Half"})
        private = residue.private_folder()
        with app.engine.read() as connection:
            person = connection.exec_driver_sql("SELECT id FROM person LIMIT 1").scalar()
        app.erase([Listed(person or "0" * 32)])
        wrong = [(str(one), oct(mode_of(one))) for one in everything_below(folder / "file", home(), private)]
        app.close()
    finally:
        os.umask(before)
    assert wrong == []
    assert paths.log_file().is_file()


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def everything_below(own, *folders):
    for path in own.rglob("*"):
        if path.is_file() and mode_of(path) != 0o600:
            yield path
    for folder in folders:
        for path in folder.rglob("*"):
            if mode_of(path) != (0o700 if path.is_dir() else 0o600):
                yield path


KILLED = """
import os, signal, sys
from pathlib import Path
from hospes.store import backup
with backup.looking(Path(sys.argv[1])) as inside:
    print(inside.parent, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="no kill -9")
def test_what_a_killed_process_left_is_gone_at_the_next_start(example_once, folder):
    path = shutil.copyfile(example_once, folder / "file" / "a.hospes")
    app = App.open(path)
    made = app.back_up().backup.path
    app.close()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(made)], capture_output=True, text=True, check=False, timeout=120
    )
    left = Path(done.stdout.strip())
    assert done.returncode == -signal.SIGKILL
    assert (left / "data.hospes").is_file()
    mine = residue.private_folder()
    App.open(path).close()
    assert not left.exists()
    assert mine.is_dir()  # of a process that lives


def test_nothing_personal_reaches_log_or_error_stream(example_once, folder, quiet_log, capfd):
    path = shutil.copyfile(example_once, folder / "file" / "Quastenflosser.hospes")
    app = App.open(path)
    with app.engine.read() as connection:
        who = connection.exec_driver_sql("SELECT id FROM person WHERE surname = 'Leroy'").scalar()
    app.run(EditPerson(UUID(hex=who), {"surname": "Quastenflosser"}))
    app.close()
    people = folder / "people.csv"
    people.write_text(
        "given_name;family_name;email;iban\nAda;Quastenflosser;zwiebelgund@marker.example;DE89370400440532013000\n",
        "utf-8",
    )
    calls = (
        ["import", path, people, "--kind", "members"],
        ["search", path, "Quastenflosser"],
        ["paper", path, "person-sheet", folder / "no" / "x.pdf", "--person", "Anne Quastenflosser"],
        ["export", path, folder / "x.csv", "--what", "members"],
        ["undo", path],
        ["extract", path, "Anne Quastenflosser", folder / "x.json"],
        ["erase", path, "Anne Quastenflosser", "--yes"],
    )
    for call in calls:
        log.start(paths.log_file(), verbose=True)
        main([str(word) for word in call])
    try:
        raise ValueError(f"broken by {MARKS}")
    except ValueError:
        logging.getLogger("hospes.test").exception("a fault")
    capfd.readouterr()
    text = "".join(one.read_text("utf-8") for one in paths.log_folder().iterdir() if one.is_file())
    assert "ValueError" in text
    assert [mark for mark in MARKS if mark.lower() in text.lower()] == []
    assert [mark for mark in MARKS if mark.lower() in paths.settings_file().read_text("utf-8").lower()] == []


def test_no_socket_to_a_network_in_any_process(example_once, folder):
    """The command line and every process it starts, watched from their first moment on."""
    path = shutil.copyfile(example_once, folder / "file" / "a.hospes")
    (folder / "guard").mkdir()
    (folder / "guard" / "sitecustomize.py").write_text(GUARD, "utf-8")
    asked = folder / "asked.txt"
    people = folder / "people.csv"
    people.write_text("given_name;family_name\nAda;Example\n", "utf-8")
    places = os.pathsep.join((str(folder / "guard"), os.environ["PYTHONPATH"]))
    environment = {**os.environ, "PYTHONPATH": places, "SOCKETS_ASKED_FOR": str(asked)}

    def call(*words):
        command = [sys.executable, "-m", "hospes", *map(str, words)]
        done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=300)
        return done.returncode, done.stderr

    probe = [sys.executable, "-c", "import socket; socket.socket(socket.AF_INET)"]
    assert subprocess.run(probe, env=environment, check=False, timeout=60).returncode == 97
    asked.unlink()
    assert call("import", path, people, "--kind", "members") == (0, b"")
    assert call("match", path, "Ascension visit 2026", "--seconds", "1")[0] == 0
    assert call("paper", path, "member-list", folder / "m.pdf") == (0, b"")
    assert call("export", path, folder / "out.xlsx", "--what", "members") == (0, b"")
    assert call("demo", folder / "b.hospes", "--members", "20") == (0, b"")
    assert (folder / "m.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "out.xlsx").is_file()
    assert not asked.exists()


SENSITIVE = ("health", "allerg", "diet", "guardian", "not with", "emergency")
FOR_IT = {"catering-counts", "emergency-sheet", "guest-card", "host-sheet", "hosting-list", "rooming-list"}
"""Papers that exist for those who cook, lodge or look after somebody."""


def test_lists_show_nothing_sensitive_unless_they_are_for_it(example_once):
    app = App.open(example_once, read_only=True)
    with app.engine.read() as connection:
        visit = UUID(
            hex=connection.exec_driver_sql("SELECT id FROM visit ORDER BY first DESC LIMIT 1").scalar()
        )
    wrong = []
    for paper in PAPERS:
        if not paper.is_list or paper.code in FOR_IT or paper.needs is Needs.PERSON:
            continue
        scope = Scope(app.today, visit=visit if paper.needs is Needs.VISIT else None)
        options = find_paper(paper.code).options(language="en")
        try:
            table = tabulate(app.read(gather, paper, options, scope))
        except UserError:
            continue  # something must be chosen first
        wrong += [
            (paper.code, head) for head in table.headings if any(word in head.lower() for word in SENSITIVE)
        ]
    minors = app.read(minors_inside, "guests", app.today, Locale.of("en"), visit=visit)
    app.close()
    assert wrong == []
    assert minors >= 1

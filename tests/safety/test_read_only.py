# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody can do who may only read, and what happens when that is taken away under an open file.

Of the test catalogue: T2.2 file, folder or both write-protected: looking, printing and taking out work, and
writing is refused in a sentence; T2.3 the modes are changed while the file is open. One child process does it
all, as somebody without rights where we are root.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.safety.test_full_disk import ROOT
from tests.store.world import do, family, founded

CHILD = """
import io, json, os, sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from hospes.app import App
from hospes.cli import main as cli
from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from tests.store.world import DAY, WHO, do, family
from hospes.store import files
english = Locale.of("en")
work = Path(sys.argv[1])
out = work / "out"

def command(*words):
    told, wrong = io.StringIO(), io.StringIO()
    with redirect_stdout(told), redirect_stderr(wrong):
        code = cli.main([str(word) for word in words])
    return code, wrong.getvalue()

def papers(name):
    path = work / name / "a.hospes"
    made = [out / f"{name}.pdf", out / f"{name}.csv", out / f"{name}.json"]
    codes = [
        command("paper", path, "member-list", made[0]),
        command("export", path, made[1], "--what", "contacts"),
        command("export", path, made[2], "--what", "everything"),
    ]
    return [codes, [one.read_bytes()[:5] == b"%PDF-" or b"Lesemann" in one.read_bytes() for one in made]]

def refusal(work_on):
    try:
        work_on()
    except UserError as error:
        return english.message(error)
    return ""

def protected(name):
    path = work / name / "a.hospes"
    app = App.open(path, WHO, today=DAY)
    why = english.message(app.file.why_read_only) if app.file.why_read_only else ""
    written = refusal(lambda: do(app, lambda w: family(w, "Neu", "Anna")))
    app.close()
    return [app.read_only, why, written, command("undo", path), *papers(name)]

def taken_away(name):
    path = work / name / "a.hospes"
    app = App.open(path, WHO, today=DAY)
    do(app, lambda w: family(w, "Zuvor", "Anna"))
    before = path.read_bytes() if name == "folder" else b""
    os.chmod(path, 0o444)
    if name == "folder":
        os.chmod(path.parent, 0o555)
    said = refusal(lambda: do(app, lambda w: family(w, "Danach", "Anna")))
    copy = out / f"{name}-copy.hospes"
    files.save_copy(app.file, copy)
    app.close()
    found = []
    for one in (path, copy):
        again = App.open(one, WHO, today=DAY, read_only=True)
        with again.engine.read() as reader:
            found.append([row[0] for row in reader.exec_driver_sql("SELECT DISTINCT surname FROM person")])
        assert again.engine.problems() == []
        again.close()
    return [said, *found]

refusal(lambda: App.open(work / "nowhere", WHO, today=DAY))
papers("warm")  # everything is loaded while we still may read it
taken_away("warm2")
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
print(json.dumps({
    **{name: protected(name) for name in ("both", "file", "place")},
    **{name: taken_away(name) for name in ("mode", "folder")},
    "closed": refusal(lambda: App.open(work / "closed" / "a.hospes", WHO, today=DAY)),
}))
"""


def _reached():
    """Whether somebody without rights comes as far as the temporary folder; in containers only root may."""
    folder = Path(tempfile.gettempdir()).resolve()
    return os.getuid() != 0 or all(one.stat().st_mode & 0o001 for one in (folder, *folder.parents))


pytestmark = pytest.mark.skipif(
    hasattr(os, "getuid") and not _reached(), reason="nobody without rights reaches the temporary folder"
)


@pytest.fixture(scope="module")
def told():
    """What the child says of each folder; no protected file was changed, and nothing left beside it."""
    # Not beside the other tests' folders, which only their owner may reach.
    with tempfile.TemporaryDirectory() as name:
        yield _told(Path(name))


def _told(work):
    work.chmod(0o755)
    app = founded(work / "base.hospes")
    do(app, lambda w: family(w, "Lesemann", "Anna", phone="06182 1"))
    app.close()
    for name in ("warm", "warm2", *MODES, "closed", "mode", "folder"):
        (work / name).mkdir()
        path = shutil.copy(work / "base.hospes", work / name / "a.hospes")
        file_mode, folder_mode = MODES.get(name, (0o600 if name == "closed" else 0o666, 0o777))
        path.chmod(file_mode)
        (work / name).chmod(folder_mode)
        if os.getuid() == 0 and name in ("mode", "folder"):
            os.chown(path, 65534, 65534)
            os.chown(path.parent, 65534, 65534)
    for name in ("out", "home"):
        (work / name).mkdir()
        (work / name).chmod(0o777)
    before = (work / "base.hospes").read_bytes()
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(work)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": places, "HOSPES_LANGUAGE": "en", "HOSPES_HOME": str(work / "home")},
    )
    for name in MODES:
        (work / name).chmod(0o755)
        assert (work / name / "a.hospes").read_bytes() == before
        assert os.listdir(work / name) == ["a.hospes"]
    (work / "folder").chmod(0o755)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


MODES = {"file": (0o444, 0o777), "place": (0o666, 0o555), "both": (0o444, 0o555)}
WHY = {
    "file": "You can only look at this file: it is write-protected.",
    "place": "You can only look at this file: its folder is write-protected.",
    "both": "You can only look at this file: it is write-protected.",
}


@pytest.mark.parametrize("name", MODES)
def test_a_protected_file_is_read_printed_and_taken_out_and_nothing_else(told, name):
    read_only, why, written, undo, commands, made = told[name]
    assert read_only
    assert why == WHY[name]
    assert written.startswith("The file cannot be changed here")
    assert undo[0] == 1
    assert undo[1].count("\n") == 1
    assert commands == [[0, ""]] * 3, "a paper, the list of members, everything"
    assert made == [True] * 3


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give a file away")
def test_a_file_that_belongs_to_somebody_else(told):
    assert "belongs to somebody else" in told["closed"]


def test_modes_changed_under_an_open_file_lose_nothing(told):
    said, found, copy = told["mode"]
    # What was opened for writing may go on: then it is truly in the file.
    assert (said == "") == ("Danach" in found)
    assert "Zuvor" in found
    assert found == copy
    said, found, copy = told["folder"]
    assert said.endswith("elsewhere.") or "write-protected" in said or "looking only" in said, said
    assert "Zuvor" in found
    assert "Danach" not in found
    assert found == copy, "the copy elsewhere is whole"

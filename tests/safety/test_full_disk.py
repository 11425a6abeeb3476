# SPDX-License-Identifier: GPL-3.0-or-later
"""No room left, at every moment that writes (T2.1): a sentence, the file as it was, nothing left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hospes.store import backup, files
from hospes.store.clock import utc_now
from tests.store import aging
from tests.store.world import DAY, do, family, founded

ROOT = Path(__file__).resolve().parents[2]

# The system refuses to let any file grow beyond so many bytes, as a full disk does.
LIMITED = """
import resource, signal, sys
from types import SimpleNamespace
from hospes.cli import main as cli
from hospes.domain.errors import UserError
from hospes.store import files
from tests.store import aging
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
what, room, path, *words = sys.argv[1:]
from pathlib import Path
if what == "migrate":
    aging.grow(Path(words[0]), SimpleNamespace(setattr=setattr))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
if what == "migrate":
    try:
        files.open_file(Path(path)).close()
    except UserError as refused:
        print(refused.code)
    else:
        print("migrated")
elif what == "outside":
    # What is written beside the file itself: a paper, lists, this computer's settings and its log.
    import logging
    from hospes import log, settings
    folder = Path(path).parent
    log.start(folder / "hospes.log")
    for number in range(3000):
        logging.getLogger("hospes.test").info("step %d fills what is left of the disk", number)
    try:
        settings.save(settings.Settings(known_places=("x" * int(room),)), folder / "settings.toml")
    except OSError as refused:
        print(refused.strerror)
    for words in (
        ("paper", path, "member-list", str(folder / "list.pdf")),
        ("export", path, str(folder / "list.csv"), "--what", "contacts"),
        ("export", path, str(folder / "all.json"), "--what", "everything"),
    ):
        print(cli.main(list(words)))
else:
    sys.exit(cli.main([what, path, *words]))
"""


def limited(what, room, path, *words):
    """Do something where no file can grow beyond `room` bytes."""
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    return subprocess.run(
        [sys.executable, "-c", LIMITED, what, str(room), str(path), *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        # Python would keep a half-written module for the next program.
        env={
            **os.environ,
            "PYTHONPATH": places,
            "HOSPES_LANGUAGE": "en",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "a.hospes"
    app = founded(path)
    do(app, lambda w: [family(w, f"Name{i}", "Anna") for i in range(40)])
    app.close()
    return path


@pytest.mark.parametrize("share", [0.1, 0.7, 0.98])
def test_making_a_file(tmp_path, document, share):
    room = int(document.stat().st_size * share)
    done = limited("new", room, tmp_path / "new.hospes", "--name", "V", "--town", "T", "--country", "DE")
    if share < 0.5:
        assert done.returncode == 1
        assert "no room left" in done.stderr or "refused to work" in done.stderr
        assert done.stderr.count("\n") == 1
        assert os.listdir(tmp_path) == ["a.hospes"]
    else:
        names = sorted(name for name in os.listdir(tmp_path) if name != "a.hospes")
        assert names == (["new.hospes"] if done.returncode == 0 else [])


def test_bringing_in_a_list(tmp_path, document):
    (tmp_path / "list.csv").write_text(
        "given_name;family_name\n" + "".join(f"Anna{n};Meier{n}\n" for n in range(3000)), "utf-8"
    )
    before = document.read_bytes()
    done = limited("import", document.stat().st_size + 65536, document, tmp_path / "list.csv")
    assert done.returncode == 1
    assert "no room left" in done.stderr or "refused to work" in done.stderr
    assert sorted(os.listdir(tmp_path)) == ["a.hospes", "list.csv"]
    app_before, app_after = rows(before, tmp_path / "before.hospes"), rows(document.read_bytes(), document)
    assert app_before == app_after


def rows(content, path):
    path.write_bytes(content)
    opened = files.open_file(path, read_only=True)
    try:
        assert opened.engine.problems() == []
        with opened.engine.read() as reader:
            return reader.exec_driver_sql("SELECT id, version, surname, given FROM person ORDER BY id").all()
    finally:
        opened.close()


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_migrating(tmp_path, tmp_path_factory, document, share):
    before = document.read_bytes()
    folder = tmp_path_factory.mktemp("newer") / "migrations"
    done = limited("migrate", int(len(before) * share), document, folder)
    assert done.stderr == ""
    if share < 1:
        assert done.stdout.strip() in {"disk-full", "disk-trouble"}
    if done.stdout.strip() != "migrated":
        assert document.read_bytes() == before
        assert os.listdir(tmp_path) == ["a.hospes"]
    assert aging.NEW == aging.OLD + 1


@pytest.mark.parametrize("share", [0.05, 0.5, 0.98])
def test_backing_up_and_going_back(tmp_path, document, share):
    target = tmp_path / "b.hospes-backup"
    before = document.read_bytes()
    room = int(len(before) * share)
    done = limited("backup", room, document, target)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert sorted(os.listdir(tmp_path)) == ["a.hospes"]
    backup.write(document, target, now=utc_now(), day=DAY, sequence=1)
    done = limited("restore", room, target, document)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert document.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["a.hospes", "b.hospes-backup"]


def test_papers_lists_settings_and_the_log(tmp_path, document):
    """What was there under their names stays, nothing is left beside it, and each says so in a sentence."""
    kept = {
        "list.pdf": b"before",
        "list.csv": b"before",
        "all.json": b"before",
        "settings.toml": b"language = 'fr'",
    }
    for name, content in kept.items():
        (tmp_path / name).write_bytes(content)
    done = limited("outside", 1500, document)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1:] == ["1"] * 3, done.stdout
    said = done.stderr.splitlines()
    assert len(said) == 3, done.stderr
    assert all("There is no room left for" in one for one in said), said
    assert {name: (tmp_path / name).read_bytes() for name in kept} == kept
    assert sorted(os.listdir(tmp_path)) == sorted([*kept, "a.hospes", "hospes.log"])
    assert 0 < (tmp_path / "hospes.log").stat().st_size <= 1500


def test_looking_needs_no_room(document):
    assert limited("info", 0, document).returncode == 0
    assert limited("search", 0, document, "anna").stdout.count("Anna") >= 40

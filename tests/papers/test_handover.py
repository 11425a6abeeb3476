# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand-over package: its copy opens and holds the very same rows, and nothing more is in it than told."""

import hashlib
import json
import shutil
import zipfile
from functools import partial

import pytest

from hospes.actions.agreements import AddAgreement, AttachScan
from hospes.actions.documents import NewDocument
from hospes.actions.partnerships import AddPartnership, NewParty
from hospes.app import App
from hospes.domain.codes_twinning import AgreementType
from hospes.domain.errors import UserError
from hospes.domain.handover import Part
from hospes.papers.handover_package import MANIFEST, Wish, check_package, make_package
from hospes.queries.export import everything
from hospes.store import files, keyring, password
from hospes.ui.tasks import Stopped
from tests import make
from tests.papers.reading import text_of

SECRET = "lang und geheim 1974"


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = make.founded(tmp_path_factory.mktemp("handover") / "Verein.hospes")
    world = make.small_world(app)
    bond = app.run(
        AddPartnership(
            (NewParty(world.home_town), NewParty(name="Montclair", country="FR")), titles={"de": "Bund"}
        )
    ).result
    paper = app.run(AddAgreement(bond, AgreementType.CHARTER)).result
    scan = NewDocument("Urkunde.txt", "text/plain", b"Urkunde von 1974")
    app.run(AttachScan(paper, scan))
    yield app
    app.close()


def packed(app, path, wish, **more):
    return make_package(
        path, app.read, partial(files.save_copy, app.file), wish, today=app.today, now=app.now(),
        stem="Verein", **more,
    )  # fmt: skip


def hashes(app):
    """A hash of the rows of each table."""

    def of(connection):
        return {
            name: hashlib.sha256(json.dumps(list(rows), sort_keys=True).encode()).hexdigest()
            for name, rows in everything(connection).tables
        }

    return app.read(of)


def test_the_copy_in_the_package_holds_the_very_same_rows(app, tmp_path):
    target = tmp_path / "p.zip"
    done = packed(app, target, Wish(language="de"))
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        archive.extract("Verein.hospes", tmp_path)
        manifest = json.loads(archive.read(MANIFEST))
        scan = next(name for name in names if name.endswith(".txt"))
        assert archive.read(scan) == b"Urkunde von 1974"
        index = text_of(archive.read(next(name for name in names if name.startswith("0 "))))
        papers = " ".join(text_of(archive.read(name)) for name in names if name.endswith(".pdf"))
    assert {one.name for one in done.files} | {MANIFEST} == set(names)
    assert manifest["rows"] == done.rows > 0
    copy = App.open(tmp_path / "Verein.hospes", "x", read_only=True, today=app.today)
    assert hashes(copy) == hashes(app)
    copy.close()
    for one in done.files[:-1]:
        assert one.name.partition(".")[0].split("/")[-1][:20] in " ".join(index.split())
    assert "Nowak" in papers


def test_parts_are_chosen_and_a_password_leaves_only_the_protected_copy(app, tmp_path, monkeypatch):
    monkeypatch.setattr(keyring, "_ROUNDS", 1_000)  # how hard it is to guess is tested elsewhere
    target = tmp_path / "few.zip"
    packed(app, target, Wish(frozenset({Part.RESOLUTIONS}), language="de"))
    assert len(check_package(target)) == 2

    target = tmp_path / "secret.zip"
    done = packed(app, target, Wish(password=SECRET, language="de"))
    assert done.protected
    with zipfile.ZipFile(target) as archive:
        names = set(archive.namelist())
        content = b"".join(archive.read(name) for name in names)
        index = text_of(archive.read(next(name for name in names if name.startswith("0 "))))
        archive.extract("Verein.hospes", tmp_path)
    assert len(names) == 3
    assert b"Nowak" not in content
    assert "Nowak" not in index
    assert "Urkunde" not in index
    copy = tmp_path / "Verein.hospes"
    password.unlock(copy, SECRET)
    opened = App.open(copy, "x", read_only=True, today=app.today)
    assert hashes(opened) == hashes(app)
    opened.close()
    with pytest.raises(UserError):
        packed(app, tmp_path / "short.zip", Wish(password="x"))


def test_a_package_that_was_changed_is_not_whole(app, tmp_path):
    target = tmp_path / "p.zip"
    packed(app, target, Wish(frozenset({Part.RESOLUTIONS}), language="de"))
    changed = tmp_path / "changed.zip"
    shutil.copyfile(target, changed)
    with zipfile.ZipFile(changed, "a") as archive:
        archive.writestr("extra.pdf", b"?")
    with pytest.raises(UserError, match="not whole"):
        check_package(changed)
    (tmp_path / "no.zip").write_bytes(target.read_bytes()[:400])
    with pytest.raises(UserError, match="not whole"):
        check_package(tmp_path / "no.zip")


def test_it_can_be_stopped_between_two_papers(app, tmp_path):
    heard = []

    def tell(done, total, words):
        heard.append((done, total))
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        packed(app, tmp_path / "p.zip", Wish(language="de"), tell=tell)
    assert heard[0][0] == 0
    assert heard[-1][0] == 2

# SPDX-License-Identifier: GPL-3.0-or-later
"""T7.1, T7.2: a person who was everywhere is erased; no byte of the name is left anywhere in reach.

Searched in UTF-8 and UTF-16, in zip files unzipped, in the file, its journal, the preferences, logs, private
folders and all backups.
"""

import io
import json
import os
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from hospes import paths
from hospes.actions.notes import AddNote, DeleteNote, EditNote
from hospes.actions.people import EditPerson, SetEmergencyContact
from hospes.actions.settings import KeepList
from hospes.app import App
from hospes.cli.main import main
from hospes.store import erasing, residue
from hospes.store.backup_places import moment
from hospes.store.erasing import Listed
from hospes.store.restore import restore
from hospes.store.tables.events import Blob, Document
from hospes.store.tables.households import Household, HouseholdMember, HouseholdText
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import HealthNote, Person

GIVEN, SURNAME = "Zwiebelgund", "Quastenflosser"
MAIL, PHONE = "zwiebelgund@quastenflosser.example", "+49 6182 998877"
MARKS = ("zwiebelgund", "quastenflosser", "998877")


def hits(data, where, depth=0):
    """Where the marker stands in some bytes, zips and what is in them unzipped."""
    found = []
    lower = data.lower()
    for mark in MARKS:
        found += [
            (where, mark, kind) for kind in ("utf-8", "utf-16-le", "utf-16-be") if mark.encode(kind) in lower
        ]
    if depth < 3 and data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                found += hits(archive.read(name), f"{where}/{name}", depth + 1)
    return found


def hits_below(*folders):
    found = []
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                found += hits(path.read_bytes(), str(path))
                found += [(str(path), mark, "name") for mark in MARKS if mark in path.name.lower()]
    return found


def everywhere(path):
    """The marker wherever a name can be; gives the person's id and what others wrote about them."""
    app = App.open(path)
    with app.engine.read() as connection:
        who = connection.execute(
            select(Person.id).where(Person.surname == "Kessler", Person.given == "Dieter")
        ).scalar()
        other = connection.execute(select(Person.id).where(Person.surname == "Baumann")).scalars().first()
        own = connection.execute(select(Organisation.id).where(Organisation.is_own)).scalar()
        query = select(HouseholdMember.household_id).where(HouseholdMember.person_id == other)
        home = connection.execute(query.where(HouseholdMember.valid_to.is_(None))).scalars().one()
        visit = connection.exec_driver_sql("SELECT id FROM visit ORDER BY first DESC LIMIT 1").scalar()
    app.run(EditPerson(who, {"given": GIVEN, "surname": SURNAME, "birth_surname": SURNAME}))
    noted = app.run(AddNote("person", who, f"{SURNAME} telephoned")).result
    app.run(EditNote(noted, {"text": f"{GIVEN} wrote a letter"}))
    app.run(DeleteNote(noted))
    app.run(AddNote("person", who, f"Knows {GIVEN}'s brother"))
    theirs = app.run(AddNote("person", other, f"Sang with {SURNAME}, {GIVEN} at the May feast")).result
    app.run(EditNote(theirs, {"text": f"Sang with {GIVEN} {SURNAME} in the choir"}))
    app.run(SetEmergencyContact(who, f"Paul {SURNAME}", PHONE))
    app.run(KeepList("members", f"Looking for {GIVEN} {SURNAME}", f"{GIVEN} {SURNAME}"))
    app.keep_draft("new-member", {"given": GIVEN, "surname": SURNAME})
    app.keep_draft(f"person:{who.hex}:note", {"text": f"Half a word about {SURNAME}"}, who)
    app.keep_unusable("contact_point", who, "email", f"{GIVEN}@", "no ending", who)
    app.accept_doubt(who, "age", SURNAME, who)
    app.run(_Plant(who, own, UUID(hex=visit), home))
    app.undo()
    app.redo()
    assert app.back_up().backup.path.exists()
    app.run(AddNote("person", who, f"A second backup holds {SURNAME}"))
    app.back_up()
    app.close()
    paths.log_file().write_text(f"a line\nsaid {GIVEN} {SURNAME}\nanother\n", "utf-8")
    (paths.log_folder() / "crash.log").write_text(f"{SURNAME}, {GIVEN}\n", "utf-8")
    left = residue.private_folder()
    (left / "copy.hospes").write_text(f"{GIVEN} {SURNAME}", "utf-8")
    gone = left.with_name(left.name.replace(f"-{os.getpid()}-", "-999999999-"))
    left.rename(gone)
    return who, theirs


class _Plant:
    """Rows no screen writes yet: a contact, a document with its bytes, a portrait, a health note."""

    code, label, quiet = "test-plant", "Plant", False

    def __init__(self, who, own, visit, home):
        self.who, self.own, self.visit, self.home = who, own, visit, home

    def apply(self, w):
        from hospes.domain.codes import ContactKind, HealthKind
        from hospes.store.tables.households import ContactPoint
        from hospes.store.tables.signatures import SignaturePicture

        shas = []
        for number in range(3):
            data = zipped(f"{GIVEN} {SURNAME} {number}")
            shas.append(sha256(data).hexdigest())
            w.add(Blob(sha256=shas[-1], media_type="image/jpeg", size=len(data), data=data))
        w.create(
            Document, owner_id=self.own, name=f"Form of {SURNAME}.zip", blob_sha=shas[0], person_id=self.who
        )
        w.must(Person, self.who).photo_sha = shas[1]
        w.create(SignaturePicture, owner_id=self.own, person_id=self.who, picture_sha=shas[2])
        w.create(ContactPoint, person_id=self.who, kind=ContactKind.EMAIL, value=MAIL)
        w.create(ContactPoint, person_id=self.who, kind=ContactKind.PHONE, value=PHONE, e164="+496182998877")
        # A second home, in which others with a name of their own go on living.
        w.create(HouseholdMember, household_id=self.home, person_id=self.who)
        home = w.must(Household, self.home)
        home.name = f"{SURNAME}–Baumann"
        w.create(HouseholdText, household_id=home.id, language="de", salutation=f"Liebe {SURNAME}s")
        w.create(HealthNote, person_id=self.who, kind=next(iter(HealthKind)), text=f"{SURNAME} is allergic")
        w.flush()

    def refs(self, result):
        return {}


def zipped(text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text * 50)
    return made.getvalue()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of the test's own, and one for private folders."""
    (tmp_path / "temp").mkdir()
    (tmp_path / "file").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("HOSPES_TODAY", "2026-04-27")
    monkeypatch.setenv("HOSPES_LANGUAGE", "en")
    return tmp_path


def home():
    return Path(os.environ["HOSPES_HOME"])


def test_nothing_is_left_anywhere(example_once, folder, capsys):
    path = folder / "file" / "a.hospes"
    shutil.copyfile(example_once, path)
    who, theirs = everywhere(path)
    old = folder / "stick.hospes-backup"
    backups = sorted((home() / "data" / "backups").glob("*.hospes-backup"))
    assert len(backups) == 2
    shutil.copyfile(backups[0], old)
    assert len({where for where, _, _ in hits_below(folder / "file", folder / "temp", home())}) >= 6

    assert main(["erase", str(path), f"{GIVEN} {SURNAME}"]) == 1
    asked = capsys.readouterr()
    assert "visits will show “a guest”" in asked.out
    assert "Sang with" in asked.out
    assert "--yes" in asked.err
    assert main(["erase", str(path), f"{GIVEN} {SURNAME}", "--yes", "--texts", "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert done["erased"]
    assert done["backups"] == 2
    assert [kept["kind"] for kept in done["kept"]] == ["vouchers", "meetings"]
    assert done["kept"][0]["until"] >= "2026-12-31"

    assert hits_below(folder / "file", folder / "temp", home()) == []

    app = App.open(path)
    assert app.engine.problems() == []
    with app.engine.read() as connection:
        husk = connection.execute(select(Person).where(Person.id == who)).one()
        assert husk.erased_on is not None
        note = connection.exec_driver_sql("SELECT text FROM note WHERE id = ?", (theirs.hex,)).scalar()
        homes = connection.exec_driver_sql("SELECT name FROM household").scalars().all()
        paid = connection.exec_driver_sql(
            "SELECT count(*) FROM payment WHERE person_id = ?", (who.hex,)
        ).scalar()
    assert note == "Sang with … in the choir"
    assert "Baumann" in homes
    assert paid > 0
    app.undo()  # whatever comes back, the person does not
    app.close()
    assert hits_below(folder / "file") == []

    # A stick that was elsewhere: what was erased stays erased when its backup is restored.
    now, day = moment()
    restored = folder / "file" / "b.hospes"
    restore(old, restored, places=(), now=now, day=day)
    assert hits_below(folder / "file") == []
    app = App.open(restored)
    assert [one.ref for one in app.read(erasing.listed)] == [who.hex]
    app.close()


def test_without_texts_others_keep_their_words_and_the_rest_is_gone(example_once, folder):
    path = folder / "file" / "a.hospes"
    shutil.copyfile(example_once, path)
    who, theirs = everywhere(path)
    app = App.open(path)
    app.erase([Listed(who.hex)])
    with app.engine.read() as connection:
        rows = (
            connection.exec_driver_sql("SELECT id FROM note WHERE text LIKE ?", (f"%{SURNAME}%",))
            .scalars()
            .all()
        )
        assert rows == [theirs.hex]
        for table in ("change", "change_secret", "draft", "search_entry", "kept_list", "step"):
            column = {"draft": "content", "search_entry": "text", "kept_list": "filter", "step": "refs"}.get(
                table, "fields"
            )
            values = connection.exec_driver_sql(f'SELECT "{column}" FROM "{table}"').scalars()
            if table != "search_entry":
                assert not [value for value in values if value and SURNAME.lower() in value.lower()], table
    app.close()


def test_a_kill_before_the_backups_are_done_is_made_good(example_once, folder, monkeypatch):
    path = folder / "file" / "a.hospes"
    shutil.copyfile(example_once, path)
    who, _ = everywhere(path)
    app = App.open(path)
    with monkeypatch.context() as scope:
        scope.setattr(App, "finish_erasing", lambda self, places=None: None)  # killed here
        app.erase([Listed(who.hex, texts=True)])
    assert hits_below(home() / "data")
    assert app.read(erasing.unfinished) == 1
    assert app.finish_erasing().whole
    assert app.read(erasing.unfinished) == 0
    assert hits_below(folder / "file", home()) == []
    app.close()

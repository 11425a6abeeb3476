# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands as a script calls them: their JSON, their sentences, their codes, and an unchanged file."""

import hashlib
import os
import sqlite3
import subprocess
import sys

import pytest
from PIL import Image

from hospes.domain.errors import UserError
from hospes.store import files
from tests.store.world import do, family, founded

NEW = ("--name", "Verein Rosenau", "--town", "Rosenau", "--country", "DE")


def state(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


# ---- new, info -------------------------------------------------------------------------------------------


def test_a_new_file(hospes, tmp_path):
    done = hospes(
        "new", "a.hospes", *NEW, "--partner", "Montclair:FR", "--partner", "Lipowiec:PL", "--language", "de"
    )
    assert (done.code, done.err) == (0, "")
    assert done.out == "Verein Rosenau: the file a.hospes is ready.\n"
    assert os.listdir(tmp_path) == ["a.hospes"]
    assert (tmp_path / "a.hospes").stat().st_mode & 0o777 == 0o600
    info = hospes("info", "a.hospes", "--json").json
    assert info["name"] == "Verein Rosenau"
    assert (info["town"], info["country"], info["language"]) == ("Rosenau", "DE", "de")
    assert sorted(info["partners"]) == ["Lipowiec:PL", "Montclair:FR"]
    assert (info["members"], info["households"], info["visits"], info["schema"]) == (0, 0, 0, 1)
    assert info["backup"] is None


def test_new_writes_over_nothing(hospes, tmp_path):
    (tmp_path / "a.hospes").write_text("mine")
    done = hospes("new", "a.hospes", *NEW)
    assert done.code == 1
    assert "There is a file named “a.hospes” already." in done.err
    assert (tmp_path / "a.hospes").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--country", "Atlantis"), 1, "two letters, such as DE or FR."),
        (("--name", " "), 1, "The association needs a name."),
        (("--partner", "Montclair"), 2, "Montclair:FR"),
        (("--partner", ":FR"), 2, "Montclair:FR"),
        (("--partner", "Montclair:Atlantis"), 1, "two letters, such as DE or FR."),
    ],
)
def test_new_refuses_in_words_and_makes_nothing(hospes, tmp_path, words, code, said):
    done = hospes("new", "a.hospes", *NEW, *words)
    assert done.code == code
    assert said in done.err
    assert done.err.count("\n") == 1
    assert os.listdir(tmp_path) == []


def test_info_of_the_example(hospes, example):
    before = state(example)
    info = hospes("info", example, "--json").json
    assert (info["members"], info["households"], info["today"]) == (142, 96, "2026-04-27")
    assert {"name", "schema", "members", "households", "contacts", "visits", "backup"} <= info.keys()
    said = hospes("info", example).out
    assert "142 members\n96 households\n" in said
    assert state(example) == before


def test_the_day_changes_what_is_counted(hospes, example):
    later = hospes("info", example, "--json", "--today", "2099-01-01").json
    assert later["today"] == "2099-01-01"
    assert hospes("--today", "2099-01-01", "info", example, "--json").json == later


# ---- demo ------------------------------------------------------------------------------------------------


def test_the_example_is_the_same_for_the_same_seed(hospes, tmp_path):
    for name in ("a", "b"):
        done = hospes("demo", f"{name}.hospes", "--members", "20", "--seed", "7")
        assert (done.code, done.err) == (0, "")
    tables = []
    for name in ("a", "b"):
        raw = sqlite3.connect(tmp_path / f"{name}.hospes")
        tables.append(raw.execute("SELECT id, surname, given FROM person ORDER BY id").fetchall())
        raw.close()
    assert tables[0] == tables[1]
    assert hospes("info", "a.hospes", "--json").json["members"] == 20


@pytest.mark.parametrize("number", ["0", "-1", "999999999"])
def test_impossible_examples(hospes, tmp_path, number):
    done = hospes("demo", "a.hospes", "--members", number)
    assert done.code == 1
    assert os.listdir(tmp_path) == []


# ---- search ----------------------------------------------------------------------------------------------


def test_search(hospes, example):
    hits = hospes("search", example, "nowak", "--json").json
    assert {"Barbara Nowak", "Piotr Nowak"} <= {hit["title"] for hit in hits}
    assert {"kind", "id", "title", "detail", "roles", "country"} == set(hits[0])
    assert len(hospes("search", example, "rosenau", "--json", "--limit", "3").json) == 3
    assert "Barbara Nowak" in hospes("search", example, "ba", "no").out


@pytest.mark.parametrize("text", ["O'Brien", '"', "*", "a:b", "NEAR(", "100%", "\\"])
def test_search_takes_signs_literally(hospes, example, text):
    assert hospes("search", example, text).code == 0
    assert hospes("search", example, "--", f"-{text}").code == 0


def test_nothing_found_is_said_and_no_error(hospes, example):
    done = hospes("search", example, "xyzzy")
    assert (done.code, done.out) == (0, "Nothing matches “xyzzy”.\n")
    assert hospes("search", example, "xyzzy", "--json").json == []


# ---- history, undo, redo ---------------------------------------------------------------------------------


@pytest.fixture
def filled(hospes, tmp_path):
    """A file made by this computer, with one step that can be taken back."""
    from hospes.cli.call import Call
    from hospes.i18n.locale import Locale

    app = founded(tmp_path / "a.hospes", who=Call(Locale.of("en")).who())
    _, (anna,) = do(app, lambda w: family(w, "Meier", "Anna"))
    do(app, lambda w: family(w, "Schulz", "Eva"), {"person": anna})
    app.close()
    return tmp_path / "a.hospes"


def test_history(hospes, filled):
    steps = hospes("history", filled, "--json").json
    assert [step["step"] for step in steps] == [3, 2, 1]
    assert {"step", "when", "who", "what", "undone", "changes"} <= steps[0].keys()
    assert steps[-1]["what"] == "Start Verein Rosenau"
    assert steps[-1]["when"].endswith("+00:00")
    assert [step["undone"] for step in steps] == [False, False, False]
    assert len(hospes("history", filled, "--json", "--limit", "1").json) == 1
    assert hospes("history", filled).out.count("\n") == 3


def test_history_of_one_person(hospes, filled):
    assert [step["step"] for step in hospes("history", filled, "--person", "anna meier", "--json").json] == [
        2
    ]
    done = hospes("history", filled, "--person", "nobody")
    assert (done.code, done.err) == (1, "hospes: Nobody here is called “nobody”.\n")


def test_undo_and_redo_survive_between_processes(hospes, filled):
    assert hospes("search", filled, "schulz", "--json").json
    done = hospes("undo", filled)
    assert (done.code, done.out) == (0, "Undone: Do\n")
    assert hospes("search", filled, "schulz", "--json").json == []
    newest, taken_back, *_ = hospes("history", filled, "--json").json
    assert newest["what"] == "Undone: Do"
    assert taken_back["undone"]
    assert newest["undoes"] == taken_back["id"]
    assert hospes("redo", filled).out == "Done again: Do\n"
    assert hospes("search", filled, "schulz", "--json").json


def test_nothing_to_undo_or_redo_is_refused(hospes, filled):
    assert hospes("redo", filled).err == "hospes: There is nothing to redo.\n"
    assert [hospes("undo", filled).code for _ in range(3)] == [0, 0, 1]
    before = state(filled)
    done = hospes("undo", filled)
    assert (done.code, done.err) == (1, "hospes: There is nothing to undo.\n")
    assert state(filled) == before


def test_another_computers_steps_are_not_undone(hospes, tmp_path):
    app = founded(tmp_path / "a.hospes")
    do(app, lambda w: family(w, "Meier", "Anna"))
    app.close()
    assert hospes("undo", "a.hospes").code == 1


# ---- while somebody else has the file --------------------------------------------------------------------

HOLD = """
import sys
from pathlib import Path
from hospes.store import files
opened = files.open_file(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_reading_goes_on_and_writing_names_the_holder(hospes, filled):
    words = [sys.executable, "-c", HOLD, str(filled)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdout.readline() == b"held\n"
        assert hospes("info", filled).code == 0
        assert hospes("search", filled, "anna").code == 0
        assert hospes("check", filled).code == 0
        before = state(filled)
        done = hospes("undo", filled)
        assert done.code == 1
        assert done.err.startswith("hospes: This file is open on this computer since ")
        assert state(filled) == before
        window.kill()
    assert hospes("undo", filled).code == 0


def test_a_damaged_file_is_not_written(hospes, filled):
    raw = sqlite3.connect(filled)
    raw.execute("DELETE FROM person")
    raw.commit()
    raw.close()
    before = state(filled)
    done = hospes("undo", filled)
    assert done.code == 1
    assert "The file is damaged, so it is not changed." in done.err
    assert state(filled) == before


# ---- check -----------------------------------------------------------------------------------------------


def test_a_sound_file(hospes, filled):
    done = hospes("check", filled)
    assert (done.code, done.out, done.err) == (0, "All is well.\n", "")
    assert hospes("check", filled, "--json").json == {"ok": True, "problems": []}


def test_the_example_is_sound(hospes, example):
    done = hospes("check", example, "--json")
    assert done.code == 0
    assert [one for one in done.json["problems"] if one["error"]] == []


def test_broken_references_are_errors(hospes, filled):
    raw = sqlite3.connect(filled)
    raw.execute("DELETE FROM household")
    raw.commit()
    raw.close()
    before = state(filled)
    done = hospes("check", filled, "--json")
    assert done.code == 1
    assert done.json["ok"] is False
    assert {"code", "where", "text"} <= done.json["problems"][0].keys()
    assert done.json["problems"][0]["code"] == "structure"
    done = hospes("check", filled)
    assert done.code == 1
    assert done.err.startswith("hospes: ")
    assert state(filled) == before


def test_what_only_looks_odd_is_a_warning(hospes, tmp_path):
    from hospes.domain.values import RoughDate
    from hospes.store.tables.people import Person

    app = founded(tmp_path / "a.hospes")
    _, (anna,) = do(app, lambda w: family(w, "Meier", "Anna"))
    do(app, lambda w: setattr(w.get(Person, anna), "birth", RoughDate(2090)))
    app.close()
    done = hospes("check", "a.hospes", "--today", "2026-04-27")
    assert (done.code, done.err) == (0, "")
    assert "Anna Meier would be born in the future." in done.out
    problem = hospes("check", "a.hospes", "--json", "--today", "2026-04-27").json["problems"][0]
    assert (problem["code"], problem["error"]) == ("birth-odd", False)


def test_refused_files_stay_as_they_are(hospes, tmp_path):
    path = tmp_path / "a.hospes"
    for content in (b"", b"PK\x03\x04" + bytes(200), b"Name;Ort\n" * 30, bytes(4096)):
        path.write_bytes(content)
        for words in (["info"], ["check"], ["undo"], ["history"], ["search"]):
            done = hospes(*words, path, *(["x"] if words == ["search"] else []))
            assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
        assert path.read_bytes() == content
        with pytest.raises(UserError):
            files.look(path)
    assert os.listdir(tmp_path) == ["a.hospes"]


def test_a_signature_is_kept_told_and_taken_out(hospes, example, tmp_path):
    ink = Image.new("RGB", (300, 120), "white")
    ink.paste("navy", (80, 40, 200, 60))
    ink.save(tmp_path / "ink.png")
    whose = ("--of", "Hannelore Fischer")
    assert (
        "The signature of Hannelore Fischer is kept." in hospes("signature", example, "ink.png", *whose).out
    )
    assert [one["name"] for one in hospes("signature", example, "--json").json if one["kept"]] == [
        "Hannelore Fischer"
    ]
    assert hospes("signature", example, "ink.png").code == 2, "whose is not said"
    assert hospes("signature", example, "--remove", *whose).code == 0
    assert not any(one["kept"] for one in hospes("signature", example, "--json").json)

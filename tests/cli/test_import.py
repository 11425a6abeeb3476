# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes import`: the contract of product 4, its JSON and its exit codes."""

import hashlib

import pytest

LIST = (
    "Nr;Nachname;Vorname;Geburtsdatum;E-Mail\n"
    "1;Müller;Anna;12.03.1957;a@example.org\n"
    "2;Weiß;Ida;31.02.1960;\n"
)


@pytest.fixture
def file(hospes, tmp_path):
    """A new association."""
    path = tmp_path / "a.hospes"
    assert hospes("new", path, "--name", "Verein", "--town", "Rosenau", "--country", "DE").code == 0
    return path


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "alt.csv"
    path.write_text(LIST, encoding="cp1252")
    return path


def sum_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def members(hospes, file):
    return hospes("info", file, "--json").json["members"]


def test_json_has_the_keys_of_the_contract(hospes, file, source):
    done = hospes("import", file, source, "--json", "--today", "2026-04-27")
    assert done.code == 0
    said = done.json
    names = ("read", "new", "updated", "known", "doubtful", "encoding", "delimiter")
    assert {name: said[name] for name in names} == {
        "read": 2, "new": 1, "updated": 0, "known": 0, "doubtful": 0, "encoding": "cp1252", "delimiter": ";",
    }  # fmt: skip
    [rejected] = said["rejected"]
    assert (rejected["row"], rejected["column"], rejected["value"]) == (3, "Geburtsdatum", "31.02.1960")
    assert rejected["reason"] == "31 February does not exist."
    assert rejected["remedy"]
    assert said["source"] == "spreadsheet"
    assert said["columns"] == {
        "number": "Nr", "family_name": "Nachname", "given_name": "Vorname", "birth_date": "Geburtsdatum",
        "email": "E-Mail",
    }  # fmt: skip
    assert said["step"]
    assert members(hospes, file) == 1


def test_undo_takes_it_back(hospes, file, source):
    hospes("import", file, source)
    assert hospes("undo", file).code == 0
    assert members(hospes, file) == 0
    assert hospes("redo", file).code == 0
    assert members(hospes, file) == 1


def test_a_dry_run_changes_nothing(hospes, file, source):
    before = sum_of(file)
    done = hospes("import", file, source, "--dry-run", "--json")
    assert (done.code, done.json["new"], done.json["step"]) == (0, 1, None)
    assert sum_of(file) == before


def test_the_same_file_twice(hospes, file, source):
    hospes("import", file, source)
    before = sum_of(file)
    again = hospes("import", file, source, "--json").json
    assert (again["new"], again["known"], again["step"]) == (0, 1, None)
    assert sum_of(file) == before


def test_words_for_people(hospes, file, source):
    said = hospes("import", file, source).out
    assert "2 rows read, 1 new" in said
    assert "Row 3, Geburtsdatum “31.02.1960”: 31 February does not exist." in said


def test_reasons_are_in_the_readers_language(hospes, file, source, monkeypatch):
    monkeypatch.setenv("HOSPES_LANGUAGE", "de")
    [rejected] = hospes("import", file, source, "--json").json["rejected"]
    assert rejected["code"] == "date-does-not-exist"
    assert "Februar" in rejected["reason"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gone.csv", None),
        ("empty.csv", b""),
        ("a.pdf", b"%PDF-1.7"),
        ("wide.csv", b"a;" * 500 + b"x\n"),
        ("a.xlsx", b"PK\x03\x04broken"),
        ("shoes.csv", b"Schuhe;Farbe\n38;rot\n"),
    ],
)
def test_a_refusal_is_one_line_and_the_file_is_unchanged(hospes, file, tmp_path, name, data):
    before = sum_of(file)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = hospes("import", file, tmp_path / name, "--json")
    assert done.code == 1
    assert done.out == ""
    assert done.err.startswith("hospes: ")
    assert done.err.count("\n") == 1
    assert sum_of(file) == before


@pytest.mark.parametrize(
    "options",
    [
        ("--kind", "visits"),
        ("--source", "icalendar"),
        ("--source", "jverein"),
        ("--encoding", "klingon"),
        ("--map", "shoe=Nr"),
        ("--map", "town=Ort"),
    ],
)
def test_what_is_asked_for_but_cannot_be(hospes, file, source, options):
    before = sum_of(file)
    done = hospes("import", file, source, *options)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert sum_of(file) == before


@pytest.mark.parametrize(
    "options", [("--kind", "shoes"), ("--map", "town"), ("--date-order", "dym"), ("--doubtful", "x")]
)
def test_wrong_calls(hospes, file, source, options):
    assert hospes("import", file, source, *options).code == 2


def test_a_missing_file_is_refused(hospes, source, tmp_path):
    assert hospes("import", tmp_path / "gone.hospes", source).code == 1


def test_options_are_honoured(hospes, file, tmp_path):
    path = tmp_path / "b.csv"
    path.write_bytes("Nachname;Vorname;Geburtsdatum;Spitzname\nŐry;Éva;03/04/1957;Évi\n".encode("cp1250"))
    done = hospes(
        "import", file, path, "--encoding", "cp1250", "--date-order", "mdy", "--map", "nickname=D", "--json",
    ).json  # fmt: skip
    assert done["encoding"] == "cp1250"
    assert done["columns"]["nickname"] == "Spitzname"
    assert done["date_order"] == "mdy"
    hit = hospes("search", file, "Őry", "--json").json
    assert len(hit) == 1


def test_doubtful_rows_are_left_out_or_added(hospes, file, tmp_path):
    path = tmp_path / "c.csv"
    text = "Nachname;Vorname;Geburtsdatum;Telefon\nNowak;Barbara;12.03.1957;{}\n"
    path.write_text(text.format("030 654321"), encoding="utf-8")
    hospes("import", file, path)
    path.write_text(text.format("030 123456"), encoding="utf-8")
    skipped = hospes("import", file, path, "--json").json
    assert (skipped["doubtful"], skipped["new"], skipped["step"]) == (1, 0, None)
    [doubt] = skipped["doubts"]
    assert doubt["differences"] == [{"field": "phones", "ours": "+4930654321", "theirs": "+4930123456"}]
    added = hospes("import", file, path, "--doubtful", "add", "--json").json
    assert (added["doubtful"], added["new"]) == (0, 1)
    assert members(hospes, file) == 2


def test_contacts(hospes, file, tmp_path):
    path = tmp_path / "d.csv"
    path.write_text("Organisation;Nachname;Vorname\nGasthof Linde;Fuchs;Ida\n", encoding="utf-8")
    assert hospes("import", file, path, "--kind", "contacts").code == 0
    info = hospes("info", file, "--json").json
    assert (info["members"], info["contacts"]) == (0, 2)


def test_while_somebody_has_the_file_open_nothing_is_brought_in(hospes, file, source):
    from hospes.app import App

    app = App.open(file)
    try:
        assert hospes("import", file, source).code == 1
        assert hospes("import", file, source, "--dry-run").code == 0
    finally:
        app.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking out, and in again: the same table comes back, and no spreadsheet program is told to compute.

Of the test catalogue: T4.2 texts out and in again, T6.1 formulas, T6.5 cards.
"""

import csv
import json
import os
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
import vobject
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hospes.domain.errors import UserError
from hospes.queries.filters import read_filter
from hospes.transfer.bringing import draft_of
from hospes.transfer.exporting import export
from hospes.transfer.fields import STANDARD
from hospes.transfer.readers import reader_of
from hospes.transfer.reading import GridOutput, ReadOptions
from hospes.transfer.sniff import form_of
from hospes.transfer.writers import write_table
from hospes.transfer.writers.csv_writer import guarded
from tests.transfer.conftest import TODAY
from tests.transfer.lists import bring_in, grid

ROW = {
    "number": "0017", "title": "Dr.", "given_name": "Jean-Luc", "family_name": "de la Tour",
    "name_suffix": "OBE",
    "birth_date": "1957-03", "sex": "m", "organisation": "Stadt Rosenau", "household": "Familie de la Tour",
    "street": "Mühlgasse 14", "postcode": "01067", "town": "Dresden", "country": "DE",
    "phone": "+49 351 1234567; 0351 7654321", "mobile": "0151 1234567",
    "email": "a@example.org; b@example.org",
    "language": "fr", "languages": "fr:4;de:2", "class": "Single",
    "joined": "1998-02-01", "left": "2026-12-31", "dues": "35.00",
    "iban": "DE89370400440532013000", "mandate": "M-17",
    "notes": "eine\nzweite Zeile", "tags": "Chor;Küche", "can_host": "yes",
}  # fmt: skip

NASTY = (
    "<b>Léa", "O'Brien & Fils", '"Zitat"', "=cmd|' /C calc'!A0", "+1", "-2", "@SUM(1)", "'=1", "''=1", "＝1",
    "Nowak;Anna", "a,b", "Ünïcödé", "Łódź", "Київ", "_x0041_", "x_x000D_y", "a\\nb", "ABCD" * 300, "'", "`",
    "sep=;", "0123", "1e5", "TRUE", "=", "&amp;", "]]>", "{0}", "%s", "#REF!", "-", "n/a",
    "👨‍👩‍👧", "עברית", "i̇stanbul", "a  b",
)  # fmt: skip


def fill(app, *rows):
    """Bring rows of the standard table in."""
    cells = [[row.get(name, "") for name in STANDARD] for row in rows]
    found = bring_in(app, grid(list(STANDARD), *cells))
    assert found.understood.rejected == []
    return found


def written(app, tmp_path, ending, what="members", **options):
    target = tmp_path / f"out{ending}"
    export(app.read, target, what, TODAY, **options)
    return target


def read_back(path):
    out = GridOutput()
    reader_of(form_of(path))(path, ReadOptions(), out)
    return out.grid


def table(app, tmp_path):
    """What the file says, as rows of the standard table."""
    with written(app, tmp_path, ".csv").open(encoding="utf-8-sig", newline="") as file:
        return [dict(row) for row in csv.DictReader(file, delimiter=";")]


@pytest.mark.parametrize("language", ["", "de", "fr", "pl"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".ods", ".json"])
def test_a_round_trip_gives_the_same_table(new_file, tmp_path, ending, language):
    first, second = new_file(), new_file()
    fill(
        first,
        ROW,
        {**ROW, "number": "18", "given_name": "Ida", "birth_date": "1960-05-05", "can_host": "", "dues": ""},
    )
    path = written(first, tmp_path, ending, language=language)
    found = bring_in(second, draft_of(read_back(path), path.name))
    assert found.understood.rejected == []
    assert found.understood.remarks == []
    assert table(second, tmp_path) == table(first, tmp_path)
    assert {name: table(first, tmp_path)[1][name] for name in ROW} == ROW


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".ods", ".json", ".vcf"])
def test_nasty_names_come_back_equal(new_file, tmp_path, ending):
    first, second = new_file(), new_file()
    rows = [
        {
            "number": str(at),
            "given_name": f"G {text}",
            "family_name": text,
            "street": text,
            "notes": f"{text}\n{text}",
        }
        for at, text in enumerate(NASTY, 100)
    ]
    fill(first, *rows)
    path = written(first, tmp_path, ending)
    found = bring_in(second, draft_of(read_back(path), path.name))
    assert found.understood.rejected == []
    before, after = table(first, tmp_path), table(second, tmp_path)
    if ending == ".vcf":  # cards know no member numbers
        before, after = ([{**row, "number": "", "dues": ""} for row in rows] for rows in (before, after))
        key = lambda row: (row["family_name"], row["given_name"])  # noqa: E731  # one word for both
        before, after = sorted(before, key=key), sorted(after, key=key)
    assert after == before


# Ends of lines and what turns the text behind it round are no part of a name (T4.2).
UNKEPT = "\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
names = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters=UNKEPT),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(text.split()))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(names, names), min_size=1, max_size=4), st.sampled_from([".csv", ".xlsx", ".ods"]))
@example([("=1+1", "'=x")], ".csv")
@example([("_x0041_", "_x000a_")], ".xlsx")
@example([("  a", "b  c")], ".ods")
def test_whatever_text_stands_in_a_cell_comes_back(tmp_path, rows, ending):
    import unicodedata

    path = tmp_path / f"t{ending}"
    wanted = [[unicodedata.normalize("NFC", text) for text in row] for row in rows]
    write_table(path, "Liste", ["family_name", "given_name"], wanted)
    found = [cells for _, cells in read_back(path).rows][1:]
    padded = [[*("" if cell is None else cell for cell in cells), "", ""][:2] for cells in found]
    assert padded == [row for row in wanted if any(row)]


def test_values_are_typed_in_workbooks(tmp_path):
    row = ["01067", date(1957, 3, 12), date(1799, 1, 1), Decimal("35.00"), None, "", "+49 351"]
    for ending in (".xlsx", ".ods"):
        path = tmp_path / f"t{ending}"
        write_table(path, "Liste", list("abcdefg"), [row])
        cells = read_back(path).rows[1][1]
        assert cells[0] == "01067"
        assert cells[1] == date(1957, 3, 12)
        assert str(cells[2]) == "1799-01-01"
        assert cells[3] == 35
        assert cells[6] == "+49 351"


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "'=1", "＝1", "=", "-a"])
def test_no_formula_in_any_file(tmp_path, text):
    for ending in (".csv", ".xlsx", ".ods"):
        write_table(tmp_path / f"t{ending}", "Liste", ["family_name"], [[text]])
    line = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert line.strip('"')[0] == "'"
    with zipfile.ZipFile(tmp_path / "t.xlsx") as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in re.sub(r"<(?:autoFilter|sheetFormatPr)", "", sheet)
    assert 't="s"' in sheet
    with zipfile.ZipFile(tmp_path / "t.ods") as packed:
        content = packed.read("content.xml").decode()
    assert "table:formula" not in content
    assert content.count('office:value-type="string"') == 2


@pytest.mark.parametrize(
    "text", ["+49 351 1234567", "0351/123", "-2", "+1", "12.50", "(0351) 12", "Nowak", "O'Brien"]
)
def test_telephones_and_names_stay_as_they_are(text):
    assert guarded(text) == text


def test_a_target_that_cannot_be_written_stays_as_it_was(app, tmp_path, monkeypatch):
    fill(app, ROW)
    target = tmp_path / "out.csv"
    target.write_text("old", encoding="utf-8")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError) as refused:
        written(app, tmp_path, ".csv")
    assert refused.value.code == "target-no-room"
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_a_target_in_a_folder_that_is_not_there(app, tmp_path):
    with pytest.raises(UserError) as refused:
        export(app.read, tmp_path / "gone" / "a.csv", "members", TODAY)
    assert refused.value.code == "target-unwritable"
    with pytest.raises(UserError) as refused:
        export(app.read, tmp_path, "members", TODAY)
    assert refused.value.code in ("target-ending", "target-folder")


@pytest.mark.parametrize(
    ("name", "what", "code"),
    [
        ("a.pdf", "members", "target-ending"),
        ("a", "members", "target-ending"),
        ("a.ics", "contacts", "target-ending"),
        ("a.csv", "everything", "target-ending"),
        ("a.pdf", "payments", "target-ending"),
        ("a.csv", "guests", "visit-missing"),
    ],
)
def test_what_cannot_be_written_is_told(app, tmp_path, name, what, code):
    with pytest.raises(UserError) as refused:
        export(app.read, tmp_path / name, what, TODAY)
    assert refused.value.code == code


def test_a_filter_chooses_who_is_written(app, tmp_path):
    fill(app, ROW, {"number": "18", "given_name": "Ida", "family_name": "Fuchs", "town": "Ulm"})
    path = written(app, tmp_path, ".csv", filter_=read_filter("place:Ulm"))
    assert path.read_text(encoding="utf-8-sig").count("Fuchs") == 1
    assert "Tour" not in path.read_text(encoding="utf-8-sig")


def test_everything_goes_out_and_in_again(new_file, tmp_path):
    first, second = new_file(), new_file()
    fill(first, ROW, {"number": "18", "given_name": "Ida", "family_name": "Fuchs", "organisation": "Chor"})
    path = written(first, tmp_path, ".json", what="everything")
    draft = draft_of(read_back(path), path.name)
    assert draft.is_everything
    second.run(draft.everything())
    again = tmp_path / "again.json"
    export(second.read, again, "everything", TODAY)
    assert json.loads(again.read_text(encoding="utf-8")) == json.loads(path.read_text(encoding="utf-8"))
    assert table(second, tmp_path) == table(first, tmp_path)
    second.undo()
    assert table(second, tmp_path) == []


def test_everything_comes_only_into_a_file_without_people(new_file, tmp_path):
    app = new_file()
    fill(app, ROW)
    path = written(app, tmp_path, ".json", what="everything")
    draft = draft_of(read_back(path), path.name)
    with pytest.raises(UserError) as refused:
        app.run(draft.everything())
    assert refused.value.code == "file-not-empty"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda dump: dump["tables"]["person"][0].update(gender="x"),
        lambda dump: dump["tables"]["person"][0].update(shoe=38),
        lambda dump: dump["tables"]["person"][0].pop("id"),
        lambda dump: dump["tables"]["membership"][0].update(person_id="0" * 32),
        lambda dump: dump["tables"].update(unknown=[{"id": "0" * 32}]),
        lambda dump: dump["hospes"].update(schema=999),
        lambda dump: dump["tables"].update(person={}),
    ],
)
def test_a_damaged_dump_is_refused_and_nothing_changes(new_file, tmp_path, spoil):
    first, second = new_file(), new_file()
    fill(first, ROW)
    path = written(first, tmp_path, ".json", what="everything")
    dump = json.loads(path.read_text(encoding="utf-8"))
    spoil(dump)
    path.write_text(json.dumps(dump), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        second.run(draft_of(read_back(path), path.name).everything())
    assert refused.value.code in ("dump-damaged", "dump-newer")
    assert second.undo_step() is None


def test_another_reader_understands_our_cards(app, tmp_path):
    note = "END:VCARD\nBEGIN:VCARD; a, b \\ c"
    fill(app, {**ROW, "notes": note}, {"number": "18", "given_name": "Ida", "family_name": "Fuchs, jun;"})
    text = written(app, tmp_path, ".vcf").read_text(encoding="utf-8")
    fuchs, tour = list(vobject.readComponents(text))
    assert (tour.n.value.family, tour.n.value.given, tour.n.value.prefix) == ("de la Tour", "Jean-Luc", "Dr.")
    assert tour.note.value == note
    assert [each.value for each in tour.email_list] == ["a@example.org", "b@example.org"]
    assert tour.adr.value.code == "01067"
    assert fuchs.n.value.family == "Fuchs, jun;"
    lines = written(app, tmp_path, ".vcf").read_bytes().split(b"\r\n")
    assert max(len(line) for line in lines) <= 75


def test_our_own_cards_find_their_people_again(app, tmp_path):
    fill(app, ROW)
    path = written(app, tmp_path, ".vcf")
    text = (
        path.read_text(encoding="utf-8")
        .replace("FN:Dr. Jean-Luc de la Tour", "FN:X")
        .replace("Jean-Luc;", "Luc;")
    )
    path.write_text(text, encoding="utf-8", newline="")
    from tests.transfer.lists import checked

    [row] = checked(app, draft_of(read_back(path), path.name)).plan.rows
    assert row.match is not None

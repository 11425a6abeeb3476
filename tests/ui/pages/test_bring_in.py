# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring in a list: from the file over columns and doubts to the report, and back by one undo."""

from hospes.queries.members import member_ids

LIST = "Vorname;Nachname;Straße;PLZ;Ort;E-Mail\nErna;Birnbaum;Gasse 1;63512;Rosenau;erna@example.org\n;;;;;\n"
MORE = LIST + "Kurt;Birnbaum;Gasse 1;63512;Rosenau;kurt(at)example\n"


def members(at):
    return len(at.app.read(member_ids, locale=at.desk.locale, today=at.app.today))


def opened(at, tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    at.go("import")
    at.page.open_list(path)
    at.settle()


def test_a_list_comes_in_and_goes_again_with_one_undo(at, tmp_path):
    before = members(at)
    opened(at, tmp_path, LIST)
    at.click("import.next")
    at.click("import.next")
    assert members(at) == before + 1
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert members(at) == before


def test_a_row_that_cannot_be_used_is_shown_with_its_reason(at, tmp_path):
    opened(at, tmp_path, MORE)
    at.click("import.next")
    at.click("import.fate.left_out")
    rejected = at.find("import.rejected").model()
    assert rejected.rowCount() == 1
    assert "kurt(at)example" in rejected.sentence(0)


def test_what_is_no_list_is_told_and_nothing_happens(at, tmp_path):
    before = members(at)
    path = tmp_path / "picture.csv"
    path.write_bytes(bytes(range(256)) * 20)
    at.go("import")
    at.page.open_list(path)
    at.settle()
    assert at.there("import.problem")
    assert members(at) == before


def test_going_back_a_step_keeps_the_list(at, tmp_path):
    opened(at, tmp_path, LIST)
    at.click("import.next")
    at.click("import.back")
    assert at.there("import.kind")

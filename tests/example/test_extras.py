# SPDX-License-Identifier: GPL-3.0-or-later
"""What `--extras` adds: the other laptop's file with its base, and the old spreadsheet of 121 people."""

from datetime import date

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from hospes import example
from hospes.domain.errors import UserError
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.journal import Change, Step
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText
from tests.example import counting
from tests.example.test_scale import content, whole


@pytest.fixture(scope="module")
def extras(tmp_path_factory):
    folder = tmp_path_factory.mktemp("extras")
    example.build(folder / "mine.hospes", extras=folder / "stick")
    return folder


@pytest.fixture
def theirs(extras, opened):
    return opened(extras / "stick" / "Jean-Luc.hospes")


def test_three_files(extras):
    names = {path.name for path in (extras / "stick").iterdir()}
    assert names == {"Jean-Luc.hospes", "Jean-Luc-base.hospes", "members-old.xlsx"}
    assert whole(extras / "stick" / "Jean-Luc.hospes") == []


def test_jean_luc_made_fourteen_changes_until_24_april(theirs):
    steps = theirs.execute(select(Step.editor, Step.at, Step.device).order_by(Step.order)).all()
    assert len(steps) == 14
    assert {(editor, device) for editor, _, device in steps} == {("jean-luc-martin", "jean-luc")}
    days = [at.date() for _, at, _ in steps]
    assert days == sorted(days)
    assert (days[0], days[-1]) == (date(2026, 4, 22), date(2026, 4, 24))


def test_what_they_are(extras, theirs):
    mine, base, other = (
        content(extras / name)
        for name in ("mine.hospes", "stick/Jean-Luc-base.hospes", "stick/Jean-Luc.hospes")
    )
    keys = {table: {row[0] for row in rows} for table, rows in base.items()}
    new = {
        table: {row[0] for row in rows} - keys[table]
        for table, rows in other.items()
        if table not in {"step", "change", "change_subject", "change_secret", "search_entry"}
    }
    assert len(new.pop("participation")) == 3
    assert len(new.pop("contact_point")) == 6
    assert len(new.pop("payment")) == 2
    assert len(new.pop("programme_item")) == 1
    gone = {table: ids - {row[0] for row in other[table]} for table, ids in keys.items()}
    assert len(gone["programme_item"]) == 1
    assert {table: {row[0] for row in rows} for table, rows in mine.items()} == keys


def test_both_changed_annes_e_mail(extras, opened):
    def email(name):
        query = select(ContactPoint.value, ContactPoint.changed_by, ContactPoint.changed_at)
        return (
            opened(extras / name)
            .execute(
                query.join(Person, Person.id == ContactPoint.person_id).where(
                    Person.surname == "Leroy", ContactPoint.kind == "email"
                )
            )
            .one()
        )

    base = email("stick/Jean-Luc-base.hospes")
    mine, theirs = email("mine.hospes"), email("stick/Jean-Luc.hospes")
    assert base.value not in {mine.value, theirs.value}
    assert (mine.value, mine.changed_by, mine.changed_at.day) == (
        "a.leroy@orange.example", "hannelore-fischer", 20,
    )  # fmt: skip
    assert (theirs.value, theirs.changed_by, theirs.changed_at.day) == (
        "anne.leroy@free.example", "jean-luc-martin", 22,
    )  # fmt: skip


def test_one_moved_the_reception_and_the_other_took_it_out(extras, opened, theirs):
    def places(read):
        query = (
            select(ProgrammeItemText.place)
            .join(ProgrammeItem, ProgrammeItem.id == ProgrammeItemText.programme_item_id)
            .where(ProgrammeItemText.title == "Empfang im Rathaus")
        )
        return read.scalars(query).all()

    assert places(opened(extras / "stick" / "Jean-Luc-base.hospes")) == ["Rathaus, Foyer"]
    assert places(opened(extras / "mine.hospes")) == ["Rathaus, 1. Stock (Aufzug)"]
    assert places(theirs) == []
    deleted = select(Change.table_name).where(Change.kind == "delete")
    assert set(theirs.scalars(deleted)) == {"programme_item", "programme_item_text"}


def test_new_guests_are_found_by_the_search(extras):
    from hospes.app import App
    from hospes.store.search import find

    app = App.open(extras / "stick" / "Jean-Luc.hospes", read_only=True)
    try:
        assert app.read(find, "joubert")
    finally:
        app.close()
    visit = select(Participation.visit_id).join(Person, Person.id == Participation.person_id)
    assert visit is not None


def test_the_old_list(extras):
    workbook = CalamineWorkbook.from_path(str(extras / "stick" / "members-old.xlsx"))
    head, *rows = workbook.get_sheet_by_index(0).to_python()
    assert len(rows) == 121
    assert {"Tel2", "seit"} <= set(head)
    names = {(row[0], row[1]) for row in rows}
    assert len(names) == 121
    assert {("Albrecht", "Jürgen"), ("Kessler", "Dieter"), ("Lindner", "Monika")} <= names


def test_bringing_the_old_list_in_finds_118_new_and_3_doubtful(extras, tmp_path, monkeypatch, capsys):
    import json
    import shutil

    from hospes.cli import main

    monkeypatch.setenv("HOSPES_LANGUAGE", "en")
    file = tmp_path / "mine.hospes"
    shutil.copy(extras / "mine.hospes", file)
    source = extras / "stick" / "members-old.xlsx"
    assert main.main(["import", str(file), str(source), "--dry-run", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["read"], said["new"], said["doubtful"], said["rejected"]) == (121, 118, 3, [])
    assert said["columns"]["joined"] == "seit"


def test_the_same_call_gives_the_same_extras(extras, tmp_path):
    example.build(tmp_path / "mine.hospes", extras=tmp_path / "stick")
    for name in ("Jean-Luc.hospes", "Jean-Luc-base.hospes"):
        assert content(tmp_path / "stick" / name) == content(extras / "stick" / name)
    again = (tmp_path / "stick" / "members-old.xlsx").read_bytes()
    assert again == (extras / "stick" / "members-old.xlsx").read_bytes()


def test_a_small_example_has_no_extras(tmp_path):
    with pytest.raises(UserError) as refused:
        example.build(tmp_path / "a.hospes", members=20, extras=tmp_path / "stick")
    assert refused.value.code == "example-extras"


def test_extras_go_with_a_larger_example(tmp_path, opened):
    example.build(tmp_path / "a.hospes", members=200, extras=tmp_path / "stick")
    read = opened(tmp_path / "stick" / "Jean-Luc.hospes")
    assert counting.member_count(read) == 200

# SPDX-License-Identifier: GPL-3.0-or-later
"""T7.9: everything on one person, compared with what the tables say, and nothing on anybody else."""

import json
import zipfile

import pytest
from sqlalchemy import select

from hospes.app import App
from hospes.cli.main import main
from hospes.i18n.fold import digits, fold
from hospes.queries.extract import extract
from hospes.store.codec import journalled, table_of
from hospes.store.tables import load_all
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.people import Person

WHO = [("Nowak", "Barbara"), ("Leroy", "Anne"), ("Kessler", "Dieter"), ("Dubois", "Manon")]


@pytest.fixture(scope="module")
def app(example_once):
    load_all()
    app = App.open(example_once, read_only=True)
    yield app
    app.close()


def id_of(app, surname, given):
    return app.read(
        lambda c: c.execute(
            select(Person.id).where(Person.surname == surname, Person.given == given)
        ).scalar()
    )


@pytest.mark.parametrize(("surname", "given"), WHO)
def test_every_row_that_names_the_person_is_in_it(app, surname, given):
    who = id_of(app, surname, given)
    found = app.read(extract, who, app.today, "en")
    told = {row["id"] for rows in found.data["records"].values() for row in rows}
    missing = []
    with app.engine.read() as connection:
        for name, cls in journalled().items():
            for column in set(cls.subjects) - set(cls.mentions):
                table = table_of(cls)
                ids = connection.execute(select(table.c.id).where(table.c[column] == who)).scalars()
                missing += [(name, one.hex) for one in ids if one.hex not in told]
    assert missing == []
    assert found.rows > 5
    assert found.data["records"]["person"][0]["surname"] == surname


@pytest.mark.parametrize(("surname", "given"), WHO)
def test_nobody_else_is_in_it(app, surname, given):
    who = id_of(app, surname, given)
    text = json.dumps(app.read(extract, who, app.today, "en").data, ensure_ascii=False)
    strings = [fold(part) for part in json.loads(json.dumps(list(leaves(json.loads(text)))))]
    with app.engine.read() as connection:
        others = connection.execute(
            select(Person.given, Person.surname, Person.id).where(Person.id != who)
        ).all()
        own = set(
            connection.execute(select(ContactPoint.value).where(ContactPoint.person_id == who)).scalars()
        )
        points = connection.execute(
            select(ContactPoint.value).where(
                ContactPoint.person_id.is_not(None), ContactPoint.person_id != who
            )
        ).scalars()
        theirs = {value for value in points if value not in own}
    assert not [key for _, _, key in others if key.hex in text], "points to somebody else"
    named = [
        (first, last)
        for first, last, _ in others
        if first
        and last
        and (first, last) != (given, surname)
        and any({*fold(first).split(), *fold(last).split()} <= set(one.split()) for one in strings)
    ]
    assert named == []
    numbers = {digits(part) for part in leaves(json.loads(text))}
    assert not [value for value in theirs if value in text or ("@" not in value and digits(value) in numbers)]


def leaves(value):
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield value


def test_the_zip_holds_data_and_a_sheet_to_read(example_once, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HOSPES_LANGUAGE", "en")
    target = tmp_path / "anne.zip"
    assert main(["extract", str(example_once), "Anne Leroy", str(target), "--today", "2026-04-27"]) == 0
    assert "records about Anne Leroy" in capsys.readouterr().out
    with zipfile.ZipFile(target) as archive:
        assert {"data.json", "sheet.pdf"} <= set(archive.namelist())
        assert archive.read("sheet.pdf").startswith(b"%PDF")
        data = json.loads(archive.read("data.json"))
    assert data["person"]["name"] == "Anne Leroy"
    assert main(["extract", str(example_once), "Anne Leroy", str(tmp_path / "anne.txt")]) == 1
    assert ".zip, .json" in capsys.readouterr().err

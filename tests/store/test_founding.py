# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a new file past the journal: keys as the program gives them, nothing dangles, nothing unknown."""

import sqlite3
import uuid
from datetime import UTC, date, datetime

import pytest

from hospes.domain.codes import ConsentPurpose
from hospes.store import files
from hospes.store.base import natural_key
from hospes.store.founding import Founding, natural, new_keys
from hospes.store.keys import uuid7_factory
from hospes.store.tables import load_all
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.people import Person
from hospes.store.tables.settings import Setting

STAMP = datetime(2026, 4, 18, 8, 30, tzinfo=UTC)
KEY = "018cc251f40070008000000000000001"


@pytest.fixture
def part(tmp_path):
    load_all()
    path = tmp_path / "new.hospes"
    with files.creating(path):
        pass
    return path


def rows_of(path, table):
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]
    finally:
        connection.close()


def test_natural_keys_are_those_of_the_program():
    person, day = uuid.uuid4(), date(2026, 4, 27)
    expected = natural_key("consent", person, ConsentPurpose.TO_HOST.value, day.isoformat()).hex
    assert natural("consent", person.hex, "to_host", day) == expected
    assert natural("setting", None, "file.example") == natural_key("setting", "", "file.example").hex


def test_new_keys_are_those_of_the_program():
    fast, slow = new_keys(7, 1_704_067_200_000), uuid7_factory(7, 1_704_067_200_000)
    made = [fast() for _ in range(5_000)]
    assert made == sorted(set(made))
    assert all(uuid.UUID(one).version == 7 for one in made[:50])
    assert {uuid.UUID(one).variant for one in made[:50]} == {slow().variant}


def test_rows_get_defaults_and_bookkeeping(part):
    with Founding(part, STAMP, "somebody") as filling:
        filling.fill(Person, [{"id": KEY, "given": "Ida"}])
    (row,) = rows_of(part, "person")
    assert (row["given"], row["surname"], row["name_order"], row["version"]) == ("Ida", "", "given_first", 1)
    assert (row["changed_by"], row["changed_at"]) == ("somebody", "2026-04-18T08:30:00.000Z")


def test_rows_may_say_themselves_who_changed_them(part):
    mine = {"id": KEY, "given": "Ida", "changed_by": "ida", "version": 4}
    with Founding(part, STAMP, "somebody") as filling:
        filling.fill(Person, [mine, {"id": KEY[:-1] + "2", "given": "Udo"}])
    assert {row["given"]: (row["changed_by"], row["version"]) for row in rows_of(part, "person")} == {
        "Ida": ("ida", 4),
        "Udo": ("somebody", 1),
    }


def test_lines_with_constants(part):
    with Founding(part, STAMP, "somebody") as filling:
        lines = [(KEY, "Nowak"), (KEY[:-1] + "2", "O'Hara")]
        filling.fill_lines(Household, ("id", "name"), lines, {"joint_dues": False})
    found = {row["name"]: row["joint_dues"] for row in rows_of(part, "household")}
    assert found == {"Nowak": 0, "O'Hara": 0}


def test_structures_are_kept(part):
    with Founding(part, STAMP, "somebody") as filling:
        filling.fill(Setting, [{"id": KEY, "key": "a.b", "value": {"minor": 5}}])
    assert rows_of(part, "setting")[0]["value"] == '{"minor":5}'


def test_a_column_nobody_knows_is_refused(part):
    with pytest.raises(ValueError, match="nickel"), Founding(part, STAMP, "somebody") as filling:
        filling.fill(Person, [{"id": KEY, "nickel": "Ida"}])


def test_a_row_that_points_to_nothing_is_refused(part):
    with pytest.raises(sqlite3.IntegrityError), Founding(part, STAMP, "somebody") as filling:
        filling.fill(HouseholdMember, [{"id": KEY, "household_id": KEY, "person_id": KEY}])
    assert rows_of(part, "household_member") == []


def test_the_schema_is_as_before(part):
    from hospes.store.schema_check import SCHEMA_VERSION, differences

    with Founding(part, STAMP, "somebody") as filling:
        filling.fill(Person, [{"id": KEY}])
    connection = sqlite3.connect(part)
    try:
        assert differences(connection, SCHEMA_VERSION) == []
    finally:
        connection.close()

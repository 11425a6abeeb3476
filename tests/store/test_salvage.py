# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of a damaged document comes into a new, whole one; the damaged one stays as it is.

Of the test catalogue: T3.1 what can be read.
"""

import os
import random
import sqlite3

import pytest

from hospes.app import App
from hospes.domain.errors import UserError
from hospes.store import files, schema_check
from hospes.store.salvage import salvage
from tests.store import aging
from tests.store.test_files import damage
from tests.store.world import DAY, WHO, do, family, founded

FAMILIES = 150


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The bytes of a document with many people."""
    path = tmp_path_factory.mktemp("filled") / "a.hospes"
    app = founded(path)
    do(app, lambda w: [family(w, f"Name{n}", "Anna", "Otto", phone="06182 1234") for n in range(FAMILIES)])
    app.close()
    return path.read_bytes()


def people(path):
    app = App.open(path, WHO, today=DAY)
    try:
        assert app.engine.problems() == []
        with app.engine.read() as reader:
            return reader.exec_driver_sql("SELECT count(*) FROM person").scalar()
    finally:
        app.close()


def put(path, content):
    path.write_bytes(content)
    return path


def test_of_a_whole_document_everything_comes(tmp_path, filled):
    source, new = put(tmp_path / "a.hospes", filled), tmp_path / "new.hospes"
    done = salvage(source, new)
    assert (done.left_out, done.broken) == (0, [])
    assert people(new) == 2 * FAMILIES
    assert new.stat().st_mode & 0o777 == 0o600
    raw = sqlite3.connect(new)
    assert raw.execute("SELECT count(*) FROM search_entry").fetchone()[0] > 2 * FAMILIES
    raw.close()


@pytest.mark.parametrize(("left", "least"), [(0.95, 20), (0.6, 0)])
def test_of_a_document_without_its_end_the_rest_comes(tmp_path, filled, left, least):
    source = put(tmp_path / "a.hospes", filled[: int(len(filled) * left)])
    assert salvage(source, tmp_path / "new.hospes").rows > 0
    assert people(tmp_path / "new.hospes") >= least
    assert source.read_bytes() == filled[: int(len(filled) * left)]
    assert sorted(os.listdir(tmp_path)) == ["a.hospes", "new.hospes"]


def test_a_lost_beginning_is_made_anew(tmp_path, filled):
    source = put(tmp_path / "a.hospes", bytes(100) + filled[100:])
    with pytest.raises(UserError):
        files.open_file(source)
    salvage(source, tmp_path / "new.hospes")
    assert people(tmp_path / "new.hospes") == 2 * FAMILIES


def test_round_a_lost_page_everything_comes(tmp_path, filled):
    """Every page in turn that holds people's names."""
    pages = [at for at in range(0, len(filled), 4096) if filled[at : at + 4096].count(b"Name") > 10]
    middle = pages[len(pages) // 2]
    source = put(tmp_path / "a.hospes", filled[:middle] + bytes(4096) + filled[middle + 4096 :])
    done = salvage(source, tmp_path / "new.hospes")
    assert people(tmp_path / "new.hospes") > FAMILIES
    assert done.rows > 0


def outcome(folder, filled, seed):
    """Damage a document, salvage it, and look whether the new one is whole; gives the people in it."""
    data = bytearray(filled)
    chance = random.Random(seed)
    for _ in range(chance.choice([1, 1, 5])):
        damage(data, chance)
    source, new = put(folder / "a.hospes", bytes(data)), folder / "new.hospes"
    try:
        salvage(source, new)
    except UserError:
        assert not new.exists()
        return 0
    finally:
        assert source.read_bytes() == bytes(data)
    found = people(new)
    new.unlink()
    return found


def test_whatever_the_damage_the_new_one_is_whole_or_not_there(tmp_path, filled):
    found = [outcome(tmp_path, filled, seed) for seed in range(16)]
    assert sum(one > FAMILIES for one in found) > 8, found


@pytest.mark.long
def test_whatever_the_damage_often(tmp_path, filled):
    found = [outcome(tmp_path, filled, f"long {seed}") for seed in range(400)]
    assert sum(one > FAMILIES for one in found) > 200


@pytest.mark.parametrize(
    "content", [b"", b"Name;Ort\n" * 400, bytes(9000), random.Random(3).randbytes(20_000)]
)
def test_where_there_is_nothing_nothing_is_made(tmp_path, content):
    source = put(tmp_path / "a.hospes", content)
    with pytest.raises(UserError):
        salvage(source, tmp_path / "new.hospes")
    assert os.listdir(tmp_path) == ["a.hospes"]


def test_a_name_that_is_taken_is_left_alone(tmp_path, filled):
    source, taken = put(tmp_path / "a.hospes", filled), put(tmp_path / "b.hospes", b"mine")
    with pytest.raises(UserError) as refused:
        salvage(source, taken)
    assert refused.value.code == "file-exists"
    assert taken.read_bytes() == b"mine"


def test_an_older_document_becomes_a_present_one(tmp_path, tmp_path_factory, filled, monkeypatch):
    source = put(tmp_path / "a.hospes", filled[:-4096])
    aging.grow(tmp_path_factory.mktemp("newer") / "migrations", monkeypatch)
    salvage(source, tmp_path / "new.hospes")
    assert files.look(tmp_path / "new.hospes").version == aging.NEW
    schema_check._expected.cache_clear()

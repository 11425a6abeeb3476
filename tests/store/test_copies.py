# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of the same association beside a document are found by what they are, whatever they are called.

Of the test catalogue: T2.6.
"""

import shutil

import pytest

from hospes.app import App
from hospes.store import copies, driver
from tests.store.world import DAY, WHO, do, family, founded

NAMES = (
    "Rosenau (conflict copy of Anna).hospes",
    "Rosenau (conflicted copy 2026-04-20 101010).hospes",
    "Rosenau.sync-conflict-20260420-101010-ABCDEFG.hospes",
    "Rosenau (1).hospes",
    "Rosenau-LAPTOP.hospes",
    "Kopie von Rosenau.hospes",
)


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "Rosenau.hospes"
    app = founded(path)
    do(app, lambda w: family(w, "Meier", "Anna", "Otto"))
    app.close()
    return path


def test_every_copy_is_named_with_its_last_change_and_its_people(document):
    for name in NAMES:
        shutil.copy(document, document.with_name(name))
    newer = document.with_name(NAMES[2])
    app = App.open(newer, WHO, today=DAY)
    do(app, lambda w: family(w, "Nowak", "Barbara"))
    app.close()
    before = {path: path.read_bytes() for path in document.parent.iterdir()}
    found = copies.beside(document)
    assert {one.path.name for one in found} == set(NAMES)
    assert found[0].path == newer
    assert [one.people for one in found] == [3, 2, 2, 2, 2, 2]
    assert found[0].last_change > copies.state_of(document).last_change
    assert {path: path.read_bytes() for path in document.parent.iterdir()} == before


def test_other_associations_and_what_hospes_keeps_itself_are_not_copies(document):
    shutil.copy(document, document.with_name("Rosenau (version 1).hospes"))
    shutil.copy(document, document.with_name("Rosenau (damaged 2026-04-27).hospes"))
    document.with_name("letter.hospes").write_text("Dear members")
    document.with_name("Rosenau 2.hospes").write_bytes(document.read_bytes()[:5000])
    other = document.with_name("Montclair.hospes")
    shutil.copy(document, other)
    connection = driver.connect(other)
    connection.execute("UPDATE file_fact SET value='another' WHERE key='file_id'")
    connection.close()
    assert copies.beside(document) == []

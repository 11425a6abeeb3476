# SPDX-License-Identifier: GPL-3.0-or-later
"""The file for the partner through the window: what is inside is said, saved, and comes back with its
differences.
"""

import json
import zipfile

from hospes.queries.export_visits import visit_facts
from tests import make


def visit_of(at):
    facts = at.app.read(visit_facts, at.app.today)
    return next(one.id for one in facts if one.first and one.first > at.app.today)


def tables(at):
    """Every table but settings, where the name of who writes is noted."""
    return {name: rows for name, rows in make.snapshot(at.app).items() if name != "setting"}


def saved(at, visit, tmp_path, monkeypatch):
    path = tmp_path / "t.hospes-visit"
    at.window.menus.actions["file.partner"].trigger()
    at.settle()
    assert at.find("partner.visit").code() == visit.hex
    monkeypatch.setattr("hospes.ui.pages.partner_file.ask_path", lambda *_: path)
    at.click("partner.save")
    return path


def test_it_is_written_for_the_visit_in_view(at, tmp_path, monkeypatch):
    visit = visit_of(at)
    at.go("visit", id=visit.hex)
    path = saved(at, visit, tmp_path, monkeypatch)
    with zipfile.ZipFile(path) as packed:
        plain = json.loads(packed.read("visit.json"))
    assert plain["hosts"]
    assert plain["stays"]
    assert path.name in at.said()


def test_what_is_not_chosen_is_not_inside(at, tmp_path, monkeypatch):
    visit = visit_of(at)
    at.go("partner", visit=visit.hex)
    assert "1 host" in at.words()
    at.find("partner.hosts").setChecked(False)
    at.settle()
    assert "1 host" not in at.words()


def test_differences_are_ticked_before_anything_changes(at, tmp_path):
    visit = visit_of(at)
    guest = {"id": "g-1", "given_name": "Zita", "family_name": "Zwackelmann", "diet": "vegan"}
    path = tmp_path / "x.hospes-visit"
    content = {"hospes_visit": 1, "from": {"name": "Comité"}, "visit": {"titles": {"fr": "Ascension"}}}
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("visit.json", json.dumps({**content, "guests": [guest]}))
    before = tables(at)
    at.go("import", kind="guests", visit=visit.hex)
    at.page.open_list(path)
    at.settle()
    assert "Zwackelmann" in at.words("partner.differences")
    assert tables(at) == before
    at.click("import.next")
    assert len(tables(at)["participation"]) == len(before["participation"]) + 1
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert tables(at) == before


def test_guests_are_taken_out_for_a_visit(at, tmp_path, monkeypatch):
    path = tmp_path / "g.csv"
    visit = visit_of(at)
    at.go("export", what="guests", visit=visit.hex)
    monkeypatch.setattr("hospes.ui.pages.take_out.ask_path", lambda *_: path)
    at.find("takeOut.form").choose("csv")
    at.click("takeOut.save")
    text = path.read_text("utf-8-sig")
    assert text.startswith("given_name;family_name;delegation")
    assert "vegetarian" not in text
    at.find("takeOut.health").setChecked(True)
    at.click("takeOut.save")
    assert "vegetarian" in path.read_text("utf-8-sig")

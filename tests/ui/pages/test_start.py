# SPDX-License-Identifier: GPL-3.0-or-later
"""First steps: an association is founded from nothing, and mistakes are told before anything is written."""

from pathlib import Path

import pytest

from hospes.queries.association import association, towns
from hospes.queries.partnerships_page import all_theme_rows


@pytest.fixture
def begun(at):
    at.go("start")
    at.click("start.begin")
    return at


def fill(at, tmp_path, **values):
    at.page._chosen_place = tmp_path
    for name, text in values.items():
        at.find(f"start.{name}").setText(text)
    at.settle()


def test_without_a_name_nothing_is_founded(begun):
    before = begun.app.path
    begun.click("start.next")
    assert begun.find("start.problems").text()
    assert begun.app.path == before


def test_an_association_is_founded_with_its_partner(begun, monkeypatch, tmp_path):
    from PySide6.QtWidgets import QFileDialog

    target = tmp_path / "new" / "Lindau.hospes"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    fill(begun, tmp_path, name="Freundeskreis Lindau", town="Lindau", editor="Erna", partnerTown="Montclair")
    begun.click("start.choosePlace")
    begun.click("start.next")
    assert Path(begun.app.path) == target
    assert begun.app.read(association).name == "Freundeskreis Lindau"
    assert {town.name for town in begun.app.read(towns, "en")} == {"Lindau", "Montclair"}
    themes = begun.app.read(all_theme_rows)
    areas = {one.id: one.name("fr") for one in themes if one.parent_id is None}
    topics = {(areas[one.parent_id], one.name("pl")) for one in themes if one.parent_id is not None}
    assert {"Jeunesse", "Numérique", "Développement durable", "Éducation"} <= set(areas.values())
    assert {("Vivre ensemble", "Migracja"), ("Développement durable", "Klimat")} <= topics
    begun.click("start.later")
    assert begun.window.place == "today"
    begun.go("money", tab="bank")
    assert "No mandates yet." in begun.words()
    begun.go("goods")
    assert not begun.there("goods.visit")
    assert not begun.there("goods.print")
    begun.click("goods.empty.visit")
    assert begun.window.place == "visits"
    assert begun.page.is_new

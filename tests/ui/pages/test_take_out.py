# SPDX-License-Identifier: GPL-3.0-or-later
"""Take out: the file holds what the page said, in the form that was chosen."""

import csv
import json

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.pages.hands import choose


@pytest.fixture
def save_as(monkeypatch, tmp_path):
    """The person chooses this file in the dialog."""

    def chosen(name):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
        return path

    return chosen


def test_members_come_as_a_table_with_headings_in_the_chosen_language(at, save_as):
    path = save_as("members.csv")
    at.go("export")
    choose(at, "takeOut.form", "csv")
    choose(at, "takeOut.language", "de")
    at.click("takeOut.save")
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert "Nachname" in rows[0]
    assert len(rows) == 4
    assert "3 rows written to members.csv" in at.said()


def test_only_those_of_a_filter_where_one_came_from_a_list(at, save_as):
    path = save_as("members.csv")
    at.go("export", filter="dues:open")
    choose(at, "takeOut.form", "csv")
    assert "dues:open" in at.find("takeOut.who").text()
    at.click("takeOut.save")
    assert "Kessler" in path.read_text("utf-8-sig")
    assert "Piotr" not in path.read_text("utf-8-sig")


def test_the_list_in_view_is_what_is_taken_out(at):
    at.go("members", filter="dues:open")
    at.window.menus.actions["file.export"].trigger()
    at.settle()
    assert at.window.place == "export"
    assert "dues:open" in at.find("takeOut.who").text()


def test_everything_comes_as_open_data_without_headings(at, save_as):
    path = save_as("all.json")
    at.go("export")
    at.click("takeOut.everything")
    assert not at.there("takeOut.language")
    at.click("takeOut.save")
    assert "Kessler" in json.dumps(json.loads(path.read_text("utf-8")))


def test_a_place_that_cannot_be_written_is_told(at, save_as, tmp_path):
    save_as("none/members.xlsx")
    at.go("export")
    at.click("takeOut.save")
    assert "members.xlsx cannot be written there" in at.said()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Print & post: a paper is chosen, seen, saved and taken out as a table."""

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def save_as(monkeypatch, tmp_path):
    """The person chooses this file in the dialog."""

    def choose(name):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
        return path

    return choose


def text_of(path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_member_list_is_saved_as_a_pdf_with_everybody_on_it(at, save_as):
    path = save_as("members.pdf")
    at.go("print", paper="member-list")
    at.settle()
    at.click("print.savePdf")
    told = text_of(path)
    for name in ("Nowak, Barbara", "Nowak, Piotr", "Kessler, Dieter"):
        assert name in told, told
    assert "members.pdf" in at.said()


def test_what_was_changed_a_moment_ago_is_in_the_pdf(at, save_as):
    path = save_as("members.pdf")
    at.go("print", paper="member-list")
    at.click("print.language.both")
    at.click("print.savePdf")
    told = text_of(path)
    assert "Mitgliederliste" in told
    assert "Liste des" in told


def test_finding_a_paper_by_its_name(at):
    at.go("print")
    at.find("print.search").setText("birth")
    at.settle()
    assert at.there("print.paper.birthday-list")
    assert not at.there("print.paper.member-list")


def test_a_paper_about_one_person_asks_for_one(at, qtbot):
    at.go("print", paper="person-sheet")
    qtbot.waitUntil(lambda: not at.find("print.savePdf").isEnabled())
    assert "Choose a person first" in at.words()
    at.go("print", paper="person-sheet", person=at.world.barbara.hex)
    qtbot.waitUntil(lambda: at.find("print.savePdf").isEnabled())

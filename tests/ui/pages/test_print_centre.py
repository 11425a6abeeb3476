# SPDX-License-Identifier: GPL-3.0-or-later
"""Print & post: a paper is chosen, seen, saved and taken out as a table."""

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hospes.actions.events import AddEvent
from hospes.domain.codes import EventKind
from hospes.queries.paper_visit_prints import prints
from hospes.ui.widgets.notices import Banner


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


def test_text_is_copied_of_the_paper_that_was_chosen_a_moment_ago(at):
    at.go("print", paper="member-list")
    at.settle()
    clip = QGuiApplication.clipboard()
    at.page._copy_text()
    at.settle()
    members = clip.text()
    assert "Nowak" in members
    at.page.papers.picked.emit("birthday-list")
    at.page._copy_text()
    at.settle()
    assert clip.text() != members
    assert at.page._ready.gathered.paper.code == "birthday-list"


def test_what_the_preview_is_still_drawing_is_in_the_pdf(at, save_as, monkeypatch):
    """The worker of a slow computer: nothing is ready by itself, jobs end in their turn."""
    path = save_as("members.pdf")
    at.go("print", paper="member-list")
    at.page._timer.setInterval(600_000)  # only this test says when it is drawn
    at.page._timer.stop()
    at.page._draw()
    waiting = []
    run = at.desk.tasks.run
    monkeypatch.setattr(
        at.desk.tasks, "run", lambda *job, **words: waiting.append(lambda: run(*job, **words))
    )
    at.click("print.language.both")
    at.page._timer.stop()
    at.page._draw()
    at.click("print.savePdf")
    assert len(waiting) == 2
    while waiting:
        waiting.pop(0)()
        at.settle()
    assert "Liste des" in text_of(path)


def test_finding_a_paper_by_its_name(at):
    at.go("print")
    at.find("print.search").setText("birth")
    at.settle()
    assert at.there("print.paper.birthday-list")
    assert not at.there("print.paper.member-list")


def test_a_paper_that_a_link_leads_to_is_seen_in_the_list(at, qtbot):
    at.go("print")
    at.settle()
    at.go("print", paper="rooming-list")
    at.settle()
    button = at.find("print.paper.rooming-list")
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().height() >= button.height() - 2)


def test_a_paper_about_one_person_asks_for_one(at, qtbot):
    at.go("print", paper="person-sheet")
    qtbot.waitUntil(lambda: not at.find("print.savePdf").isEnabled())
    assert "Choose a person first" in at.words()
    at.go("print", paper="person-sheet", person=at.world.barbara.hex)
    qtbot.waitUntil(lambda: at.find("print.savePdf").isEnabled())


def test_what_is_told_before_printing_is_in_view_however_long_the_settings_are(at, qtbot):
    event = at.app.run(AddEvent("AGM", at.app.today, EventKind.AGM)).result
    at.go("print", paper="meeting-invitation", event=event.hex)
    at.settle()
    told = at.find("print.told")
    qtbot.waitUntil(told.isVisible)
    assert "days late" in at.words()
    banner = told.widget().findChild(Banner)
    qtbot.waitUntil(lambda: banner.visibleRegion().boundingRect().height() >= banner.height() - 2)
    at.go("print", paper="member-list")
    at.settle()
    qtbot.waitUntil(told.isHidden)


def test_a_paper_of_a_visit_has_the_visit_chosen_and_remembers_what_it_said(at, save_as, qtbot):
    path = save_as("hosting.pdf")
    at.go("print", paper="hosting-list", visit=at.world.visit.hex)
    at.settle()
    assert at.find("print.visit").isVisible()
    at.click("print.language.both")
    at.click("print.savePdf")
    told = text_of(path)
    assert "Himmelfahrt" in told
    assert "Gast" in told
    assert "Invité" in told
    # The next time the same choice is set (usability script 9), and the version is known.
    at.go("print", paper="member-list")
    at.settle()
    at.go("print", paper="hosting-list")
    at.settle()
    assert at.find("print.language.both").isChecked()
    printed = at.app.read(prints, at.world.visit, "hosting-list")
    assert [one.number for one in printed] == [1]


def test_sheets_for_many_readers_are_offered_each_in_their_own_language(at):
    at.go("print", paper="host-sheet", visit=at.world.visit.hex)
    at.settle()
    assert at.find("print.language.own").isChecked()
    at.go("print", paper="member-list")
    at.settle()
    assert not at.there("print.language.own")


def test_the_report_is_saved_as_a_document_to_write_in(at, save_as):
    path = save_as("report.docx")
    at.go("print", paper="visit-report", visit=at.world.visit.hex)
    at.settle()
    at.page._save_document()
    assert path.read_bytes()[:2] == b"PK"

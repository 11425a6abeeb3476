# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of a visit in the real window."""

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit

from hospes.queries.documents import visit_documents


@pytest.fixture
def tab(sit):
    sitting = sit()
    sitting.go("visit", id=sitting.world.visit.hex, tab="documents")
    sitting.settle()
    return sitting


@pytest.fixture
def files(tmp_path):
    letter, photo = tmp_path / "Einladung.pdf", tmp_path / "Empfang.png"
    letter.write_bytes(b"%PDF-1.4")
    Image.new("RGB", (40, 20), "teal").save(photo)
    return letter, photo


def documents(sitting):
    return sitting.app.read(visit_documents, sitting.world.visit)


def drop(widget, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy, left = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, left, none)
    widget.dragEnterEvent(enter)
    assert enter.isAccepted()
    widget.dropEvent(QDropEvent(at.toPointF(), copy, data, left, none))


def test_files_dragged_in_are_kept_in_one_step(tab, files):
    assert "No documents yet" in tab.words()
    drop(tab.page.tab, files)
    tab.settle()
    assert {(one.name, one.kind.value) for one in documents(tab)} == {
        ("Einladung.pdf", "other"),
        ("Empfang.jpg", "photo"),
    }
    assert "2 documents added" in tab.said()
    tab.desk.file.undo()
    tab.settle()
    assert documents(tab) == []
    assert "No documents yet" in tab.words()


def test_what_cannot_be_kept_is_said_and_the_rest_is_kept(tab, files, tmp_path):
    empty = tmp_path / "leer.pdf"
    empty.write_bytes(b"")
    drop(tab.page.tab, (files[0], empty))
    tab.settle()
    assert [one.name for one in documents(tab)] == ["Einladung.pdf"]
    assert "leer.pdf is empty." in tab.said()


def test_a_document_is_named_anew_in_place_and_put_in_the_bin(tab, files):
    drop(tab.page.tab, files[:1])
    tab.settle()
    field = tab.find("visit.document.name", QLineEdit)
    field.setFocus()
    field.setText("Einladung des Bürgermeisters.pdf")
    tab.find("visit.documents.add").setFocus()
    tab.settle()
    assert documents(tab)[0].name == "Einladung des Bürgermeisters.pdf"
    field.setFocus()
    field.setText(" ")
    tab.find("visit.documents.add").setFocus()
    assert documents(tab)[0].name == "Einladung des Bürgermeisters.pdf"
    tab.click("visit.document.bin")
    assert documents(tab) == []


def test_a_copy_for_other_programs_is_for_this_person_only(tab, files, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    drop(tab.page.tab, files[:1])
    tab.settle()
    tab.click("visit.document.open")
    import pathlib
    import stat

    copy = pathlib.Path(opened[0])
    assert copy.read_bytes() == b"%PDF-1.4"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600

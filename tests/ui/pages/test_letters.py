# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters in the window: begun, written with an insert, seen reader by reader, e-mailed, binned."""

from PySide6.QtGui import QGuiApplication, Qt

from hospes.domain.codes import Channel
from hospes.queries.letters import letter, letters, letters_of, sent_to


def begin(at, qtbot, people, **where):
    at.go("letters", people=[one.hex for one in people], **where)
    at.page.acts()["new"]()
    at.settle()
    return at.app.read(letters)[0].id


def test_a_letter_is_written_and_each_reader_is_seen(at, qtbot):
    made = begin(at, qtbot, (at.world.barbara, at.world.dieter))
    subject = at.find("letters.subject")
    subject.setFocus()
    qtbot.keyClicks(subject, "Summer")
    body = at.find("letters.body")
    body.setFocus()
    qtbot.keyClicks(body, "Hello ")
    at.click("letters.insert.first-name")
    assert "‹First name›" in body.toPlainText()
    assert body.hasFocus()
    qtbot.keyClicks(body, " there")
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    kept = at.app.read(letter, made)
    assert [one.body for one in kept.texts.values()] == ["Hello {first-name} there"]
    qtbot.waitUntil(lambda: "1 of 2" in at.find("letters.reader").text())
    first = at.find("letters.reader").text()
    at.click("letters.readerNext")
    assert "2 of 2" in at.find("letters.reader").text()
    assert at.find("letters.reader").text() != first

    at.click("letters.bin")
    assert made not in {one.id for one in at.app.read(letters)}
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert made in {one.id for one in at.app.read(letters)}


def test_a_portion_is_copied_ticked_off_and_stands_on_the_persons_page(at, qtbot):
    made = begin(at, qtbot, (at.world.barbara, at.world.dieter), pane="email")
    at.click("letters.email")
    at.click("letters.portion.1.copy")
    address = QGuiApplication.clipboard().text()
    assert "@" in address
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    at.click("letters.portion.1.sent")
    sent = at.app.read(sent_to, made)
    assert {one.channel for one in sent} == {Channel.EMAIL}
    qtbot.waitUntil(lambda: not at.find("letters.portion.1.sent").isEnabled())
    who = sent[0].person_id
    assert at.app.read(letters_of, who)
    at.go("person", id=who.hex, tab="history")
    assert at.there("person.letter.0")


def test_what_is_being_typed_outlives_a_crash(at, qtbot):
    begin(at, qtbot, (at.world.barbara,))
    body = at.find("letters.body")
    body.setFocus()
    qtbot.keyClicks(body, "half a sent")
    at.page.words._keep()
    drafts = at.app.drafts("letter:")
    assert drafts[0].content["body"] == "half a sent"

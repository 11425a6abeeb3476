# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters in the window: begun, written with an insert, seen reader by reader, e-mailed, binned."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QFileDialog

from hospes.actions.letters import RecordLetterSent
from hospes.domain.codes import Channel
from hospes.queries.dashboard import today
from hospes.queries.letters import letter, letters, letters_of, sent_to
from hospes.transfer.writers.whole import free_path
from tests.ui.pages.hands import write


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

    at.click("letters.signature")  # how it goes out is kept with the letter
    second = at.find("letters.second")
    second.setCurrentIndex(second.findData("fr"))
    second.activated.emit(second.currentIndex())
    at.go("today")
    at.go("letters", id=made.hex)
    assert at.find("letters.signature").isChecked()
    assert at.find("letters.second").currentData() == "fr"
    qtbot.waitUntil(lambda: at.there("letters.write.fr"))
    at.window.resize(900, 560)  # one thing at a time: the preview stands over the letter
    at.settle()
    write(at, "letters.subject", "Summer and autumn", then=None)
    at.click("letters.preview")
    at.settle()
    assert at.there("letters.readerNext"), "keeping the words does not shut the preview"
    assert at.find("letters.back").hasFocus(), "what was pressed is covered: the keyboard goes on here"
    at.click("letters.back")
    assert at.find("letters.preview").hasFocus()
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


def test_printing_sends_nothing_until_somebody_says_so_and_never_twice(at, qtbot, monkeypatch, tmp_path):
    printed = []
    monkeypatch.setattr(
        "hospes.ui.pages.letters_send.print_document", lambda *one: printed.append(one) or True
    )
    made = begin(at, qtbot, (at.world.barbara, at.world.dieter))
    qtbot.waitUntil(lambda: "2" in at.find("letters.print").text())
    rests = []
    at.page.sending.writing.connect(lambda _on: rests.append(at.page.question.isEnabled()))
    at.click("letters.print")
    qtbot.waitUntil(lambda: at.there("letters.markSent"))
    assert rests == [False, True], "nobody answers for a pile that is being written"
    assert len(printed) == 1
    assert at.app.read(sent_to, made) == []
    at.go("today")  # tomorrow it still asks
    if at.there("today.stepsHide"):
        at.click("today.stepsHide")
    asked = next(one for one in at.app.read(today, at.app.today, "en").needs if one.code == "letters-sent")
    assert (asked.ref, asked.n) == (made, 2)
    assert "2 letters were printed. Were they sent?" in at.words("today.needs")
    at.go("letters", id=made.hex)
    at.click("letters.markSent")
    assert not [one for one in at.app.read(today, at.app.today, "en").needs if one.code == "letters-sent"]
    assert {one.person_id for one in at.app.read(sent_to, made)} == {at.world.barbara, at.world.dieter}
    qtbot.waitUntil(lambda: not at.there("letters.markSent"))
    at.window.menus.actions["edit.undo"].trigger()
    assert at.app.read(sent_to, made) == []
    at.go("letters", id=made.hex)
    at.click("letters.markSent")
    at.app.run(RecordLetterSent(made, ((at.world.barbara, "de"),)))
    assert len(at.app.read(sent_to, made)) == 2

    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    at.click("letters.email")
    for _ in range(2):
        at.click("letters.drafts")
    names = sorted(one.name for one in folder.glob("*.eml"))
    assert len(names) == 2 * len(at.page.emails._portions)
    assert names[0].endswith("Portion 1 (2).eml")


def test_no_file_takes_the_place_of_another(tmp_path):
    for name in ("Anna: Nowak", "ANNA_ NOWAK", "../Anna_ Nowak"):
        free_path(tmp_path, name, "pdf").write_text(name)
    assert {one.name for one in Path(tmp_path).iterdir()} == {
        "Anna_ Nowak.pdf", "ANNA_ NOWAK (2).pdf", "_Anna_ Nowak.pdf",
    }  # fmt: skip


def test_what_is_being_typed_outlives_a_crash(at, qtbot):
    begin(at, qtbot, (at.world.barbara,))
    body = at.find("letters.body")
    body.setFocus()
    qtbot.keyClicks(body, "half a sent")
    at.page.words._keep()
    drafts = at.app.drafts("letter:")
    assert drafts[0].content["body"] == "half a sent"

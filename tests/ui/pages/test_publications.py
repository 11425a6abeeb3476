# SPDX-License-Identifier: GPL-3.0-or-later
"""From a visit to what is written about it; works to cite are brought in, copied and checked."""

from PySide6.QtGui import QGuiApplication, QTextCursor

from hospes.actions.documents import AddDocuments, NewDocument
from hospes.actions.text_blocks import KeepTextBlock, TakeStarterTexts
from hospes.domain.codes import DocumentKind
from hospes.i18n.locale import Locale
from hospes.queries.publications import publication_rows
from hospes.queries.references import reference_rows, shipped
from hospes.queries.text_blocks import shipped_texts, text_rows
from hospes.ui.widgets.fields import LongText
from tests.ui.pages.hands import write

EN = Locale.of("en")


def test_a_visit_leads_to_what_is_written_about_it_and_works_are_cited(at):
    at.go("visit", id=at.world.visit.hex, tab="report")
    at.click("visit.report.publications")
    write(at, "publications.title", "Guests at the fair")
    write(at, "publications.link", "courier.example/fair")
    at.click("publications.keep")
    (kept,) = at.app.read(publication_rows, EN)
    assert (kept.visit_id, kept.link) == (at.world.visit, "https://courier.example/fair")
    at.go("visit", id=at.world.visit.hex, tab="report")
    assert at.find("visit.report.publications").text() == "1 publication about it"
    at.click("visit.report.publications")
    assert at.page.table.model().rowCount() == 1
    at.go("references")
    at.click("references.starter")
    assert len(at.app.read(reference_rows, EN)) == len(shipped())
    at.click("references.copy")
    assert "Keller, Eileen (2018): " in QGuiApplication.clipboard().text()
    at.click("references.new")
    write(at, "references.title", "Our history")
    write(at, "references.isbn", "978-1-137-02122-8")
    at.click("references.keep")
    assert "This ISBN is not complete" in at.words("references.form")
    write(at, "references.isbn", "978-1-137-02122-9")
    at.click("references.keep")
    assert len(at.app.read(reference_rows, EN)) == len(shipped()) + 1


def test_a_page_of_the_press_becomes_a_publication(at):
    page = NewDocument("Courier, page 7", "application/pdf", b"%PDF", DocumentKind.PRESS)
    (document,) = at.desk.run(AddDocuments(at.world.visit, (page,))).result
    at.go("visit", id=at.world.visit.hex, tab="documents", document=document.hex)
    at.settle()
    at.click("visit.document.publication")
    at.click("publications.keep")
    (kept,) = at.app.read(publication_rows, EN)
    assert (kept.title, kept.document_id, kept.visit_id) == ("Courier, page 7", document, at.world.visit)
    assert kept.by_others


def test_texts_to_use_again_come_along_are_changed_and_copied(at):
    at.go("textBlocks")
    assert "Hospes brings 32 texts along" in at.words("textBlocks.offer")
    at.click("textBlocks.starter")
    at.settle()
    rows = at.app.read(text_rows, EN)
    assert {one.language for one in rows} == {"de", "en", "fr", "pl"}
    at.click("textBlocks.copy")
    assert "Choose a text in the list first." in at.said()
    first = next(one for one in rows if one.language == "en")
    at.go("textBlocks", id=first.id.hex)
    at.page.fields["text"].set_value("Ours now.")
    at.click("textBlocks.keep")
    at.settle()
    at.app.run(KeepTextBlock({"language": "sk"}, first.id))
    at.settle()
    at.go("textBlocks", id=first.id.hex)
    at.click("textBlocks.keep")
    at.settle()
    assert next(one.language for one in at.app.read(text_rows, EN) if one.id == first.id) == "sk"
    at.page.table.choose(first.id)
    at.click("textBlocks.copy")
    assert QGuiApplication.clipboard().text() == "Ours now."
    for _ in range(3):
        at.app.undo()
    assert at.app.read(text_rows, EN) == ()


def test_a_text_goes_into_a_report_and_onto_a_paper_where_it_is_written(at):
    at.app.run(TakeStarterTexts(shipped_texts()))
    german = {one.text for one in at.app.read(text_rows, EN) if one.language == "de"}
    at.go("visit", id=at.world.visit.hex, tab="report")
    at.settle()
    results = at.find("visit.report.results", LongText)
    results.setText("Zuerst. ")
    results.setFocus()
    results.moveCursor(QTextCursor.MoveOperation.End)
    insert = at.find("visit.report.insertText")
    insert.fill()
    texts = [act for act in insert.menu_.actions() if isinstance(act.data(), str)]
    assert {act.data() for act in texts} == german
    insert.menu_.triggered.emit(texts[0])
    assert results.text() == f"Zuerst. {texts[0].data()}"
    at.go("print", paper="feedback-letter")
    at.settle()
    insert = at.find("print.insertText")
    insert.fill()
    insert.menu_.triggered.emit(insert.menu_.actions()[-1])
    at.settle()
    assert at.page.NAME == "textBlocks"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Money ▸ Journal and Year in the window: begun, written in one row, divided, proved, closed, corrected."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hospes.i18n.locale import Locale
from hospes.queries.cash_lists import journal
from hospes.queries.cash_years import year_view

ENGLISH = Locale.of("en")


def enter(at, name, text):
    field = at.find(name)
    field.setText(text)
    return field


def write(at, words, category, amount):
    """One entry, from the words on, by the keyboard."""
    enter(at, "journal.quick.words", words)
    at.find("journal.quick.category").choose(
        next(code for code, called in at.find("journal.quick.category")._options if called == category)
    )
    at.find("journal.quick.category").picked.emit(at.find("journal.quick.category").code())
    field = enter(at, "journal.quick.amount", amount)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    at.settle()


def test_a_journal_from_its_beginning_to_a_closed_year(at, tmp_path):
    at.go("money", tab="year")
    assert "There is no journal yet." in at.words()
    at.click("year.begin")
    assert "No double entry." in at.words()
    enter(at, "journal.begin.on", "1/1/2025")
    enter(at, "journal.begin.box", "100")
    enter(at, "journal.begin.bank", "2,500.00")
    at.click("journal.begin.do")
    # What was paid this year stands there by itself.
    paid = at.app.read(journal, 2026, ENGLISH).rows
    assert paid
    assert at.find("journal.table").rows.rowCount() == len(paid)

    write(at, "Stamps", "Post, paper, telephone, website", "12.50")
    assert at.said() == "The entry is written."
    assert at.window.focusWidget() is at.find("journal.quick.words")
    found = at.app.read(journal, 2026, ENGLISH).rows
    (stamps,) = [one for one in found if one.words == "Stamps"]
    assert (stamps.money.minor, stamps.code, stamps.booking.number) == (-1250, "office", 1)
    assert stamps.booking.on == at.app.today
    write(at, "To the bank", "To: Current account", "20")
    assert len([one for one in at.app.read(journal, 2026, ENGLISH).rows if one.words == "To the bank"]) == 2
    write(at, "Nonsense", "Post, paper, telephone, website", "12.5x0")
    assert "is no amount" in at.words()
    assert at.find("journal.quick.words").text() == "Nonsense"
    for name in ("words", "amount", "category"):
        enter(at, f"journal.quick.{name}", "")

    # It has no voucher yet: it is unfinished until somebody says where the voucher is.
    at.go("money", tab="journal", id=stamps.key.hex)
    at.settle()
    assert "Without a voucher" in at.words("journal.pane")
    at.click("journal.divide")
    enter(at, "journal.parts.1.amount", "10")
    enter(at, "journal.parts.2.amount", "2")
    assert not at.find("journal.parts.do").isEnabled()
    enter(at, "journal.parts.2.amount", "2.50")
    at.click("journal.parts.do")
    (again,) = [one for one in at.app.read(journal, 2026, ENGLISH).rows if one.words == "Stamps"]
    assert [part.minor for part in again.booking.parts] == [-1000, -250]
    paper = tmp_path / "voucher.txt"
    paper.write_text("stamps")
    at.page.tab.pane.vouchers._keep(
        again.booking.row_id, [type("Taken", (), {"name": "v.txt", "media_type": "text/plain", "data": b"x"})]
    )
    at.settle()
    assert "v.txt" in at.words("journal.pane")

    # Last year is over: it is closed as a reviewed step, and then nothing in it changes.
    at.go("money", tab="year", year=2025)
    at.settle()
    at.click("year.close")
    assert "Close the year 2025" in at.words()
    at.click("year.close.do")
    view = at.app.read(year_view, 2025, ENGLISH)
    assert view.state.closed_on == date(2026, 4, 27)
    at.go("money", tab="journal", year=2025)
    at.settle()
    assert not at.there("journal.quick.words")
    at.go("money", tab="year", year=2025)
    at.settle()
    at.click("year.reopen")
    at.click("year.reopen.do")
    assert "The auditors will ask." in at.words()
    enter(at, "year.reopen.reason", "a bill came late")
    at.click("year.reopen.do")
    assert not at.app.read(year_view, 2025, ENGLISH).state.closed
    assert "a bill came late" in at.words()

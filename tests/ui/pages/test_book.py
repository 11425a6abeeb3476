# SPDX-License-Identifier: GPL-3.0-or-later
"""A book: what cannot be read changes nothing, half-written entries come back, entries are found."""

from datetime import date

from hospes.actions.courtesies import KeepCourtesy
from hospes.domain.courtesies import CourtesyKind
from hospes.i18n.locale import Locale
from hospes.queries.courtesies import courtesy_rows
from hospes.ui.pages.unfinished import tell_unfinished
from tests.ui.pages.hands import write

EN = Locale.of("en")


def test_a_day_that_is_none_keeps_the_form_open(at):
    at.go("courtesies", new=True)
    write(at, "courtesies.what", "A clock")
    at.page.combo.setText("The choir")
    write(at, "courtesies.on", "the day after never")
    at.click("courtesies.keep")
    assert at.app.read(courtesy_rows, EN) == ()
    assert at.there("courtesies.form")
    write(at, "courtesies.on", "14 May 2024")
    at.click("courtesies.keep")
    assert [one.on for one in at.app.read(courtesy_rows, EN)] == [date(2024, 5, 14)]


def test_what_is_half_written_comes_back_until_it_is_given_up(at):
    at.go("courtesies", new=True)
    write(at, "courtesies.what", "A half-written clock")
    at.go("today")
    assert tell_unfinished(at.desk)
    assert "A half-written clock" in at.words("message.line")
    at.go("courtesies", new=True)
    assert at.page.what.value() == "A half-written clock"
    at.click("courtesies.cancel")
    assert not tell_unfinished(at.desk)
    at.page.begin()
    assert at.page.what.value() == ""


def test_an_entry_is_found_opened_by_its_id_and_taken_out(at):
    clock = at.app.run(
        KeepCourtesy({"kind": CourtesyKind.GIFT_GIVEN, "what": "Zegar z wieżą", "other": "Chór"})
    ).result
    book = at.app.run(
        KeepCourtesy({"kind": CourtesyKind.GIFT_GIVEN, "what": "A book", "other": "Chór"})
    ).result
    at.go("courtesies")
    at.page.words.setText("wieza chor")
    at.settle()
    assert at.page.table.model().rowCount() == 1
    at.page.words.setText("nothing like it")
    at.settle()
    at.click("courtesies.all")
    assert at.page.table.model().rowCount() == 2
    at.go("courtesies", chip="honours")
    at.click("courtesies.all")
    assert at.page.table.model().rowCount() == 2, "an empty chip is no empty book"
    at.go("courtesies", id=clock.hex)
    assert at.page.what.value() == "Zegar z wieżą"
    write(at, "courtesies.what", "Zegar z kogutem")
    at.page.table.opened.emit(book)
    assert at.page.what.value() == "A book"
    at.page.table.opened.emit(clock)
    assert at.page.what.value() == "Zegar z kogutem", "another entry was only looked at"
    at.click("courtesies.out")
    assert [one.what for one in at.app.read(courtesy_rows, EN)] == ["A book"]
    assert not at.there("courtesies.form")
    at.app.undo()
    assert len(at.app.read(courtesy_rows, EN)) == 2

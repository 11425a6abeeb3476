# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book in the window: a gift is written down, told of the next time, changed and taken out."""

from hospes.i18n.locale import Locale
from hospes.queries.courtesies import courtesy_rows
from tests.ui.pages.hands import write

EN = Locale.of("en")


def test_a_gift_is_kept_and_told_of_the_next_time(at):
    at.go("twinnings")
    at.click("twinnings.courtesies")
    at.click("courtesies.empty.new")
    write(at, "courtesy.what", "A book")
    at.click("courtesy.keep")
    assert "Say for whom or from whom it is." in at.words("courtesy.form")
    at.page.combo.setText("Barbara Nowak")
    write(at, "courtesy.on", "14 May 2024")
    at.click("courtesy.keep")
    (kept,) = at.app.read(courtesy_rows, EN)
    assert (kept.what, kept.person_id) == ("A book", at.world.barbara)
    assert not at.there("courtesy.form")

    at.page.begin()
    at.page.combo.setText("Barbara Nowak")
    at.page.combo.picked.emit(at.page.combo.code())
    at.settle()
    assert "A book" in at.find("courtesy.before").text()
    at.click("courtesy.cancel")

    at.page.begin(kept)
    at.settle()
    write(at, "courtesy.what", "A picture book")
    at.click("courtesy.keep")
    (kept,) = at.app.read(courtesy_rows, EN)
    assert kept.what == "A picture book"
    at.page.table.choose(kept.id)
    at.page.acts()["bin"]()
    assert at.app.read(courtesy_rows, EN) == ()
    at.app.undo()
    assert len(at.app.read(courtesy_rows, EN)) == 1

# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book in the window: a gift is written down, told of the next time, changed and taken out."""

from datetime import date

from PySide6.QtGui import QAction

from hospes.actions.courtesies import KeepCourtesy
from hospes.actions.people import EditPerson
from hospes.domain.courtesies import CourtesyKind
from hospes.i18n.locale import Locale
from hospes.queries.courtesies import courtesy_rows
from tests import make
from tests.ui.pages.hands import write

EN = Locale.of("en")


def test_a_gift_is_kept_and_told_of_the_next_time(at):
    at.go("twinnings")
    at.page.findChild(QAction, "twinnings.courtesies").trigger()
    at.settle()
    at.click("courtesies.empty.new")
    write(at, "courtesies.what", "A book")
    at.click("courtesies.keep")
    assert "Say for whom or from whom it is." in at.words("courtesies.form")
    at.page.combo.setText("Barbara Nowak")
    write(at, "courtesies.on", "14 May 2024")
    at.click("courtesies.keep")
    (kept,) = at.app.read(courtesy_rows, EN)
    assert (kept.what, kept.person_id) == ("A book", at.world.barbara)
    assert not at.there("courtesies.form")

    at.page.begin()
    at.page.combo.setText("Barbara Nowak")
    at.page.combo.picked.emit(at.page.combo.code())
    at.settle()
    assert "A book" in at.find("courtesies.before").text()
    at.click("courtesies.cancel")

    at.page.begin(kept)
    at.settle()
    write(at, "courtesies.what", "A picture book")
    at.click("courtesies.keep")
    (kept,) = at.app.read(courtesy_rows, EN)
    assert kept.what == "A picture book"
    at.page.table.choose(kept.id)
    at.page.acts()["bin"]()
    assert at.app.read(courtesy_rows, EN) == ()
    at.app.undo()
    assert len(at.app.read(courtesy_rows, EN)) == 1


def test_an_entry_stays_with_whom_it_was(at):
    namesake = make.person(at.app, "Barbara", "Nowak", member=False)
    gift = {"kind": CourtesyKind.GIFT_GIVEN, "what": "A book", "on": date(2024, 5, 14)}
    for whom in (at.world.barbara, namesake, at.world.dieter):
        at.app.run(KeepCourtesy({**gift, "person_id": whom}))
    at.app.run(EditPerson(at.world.dieter, {"deceased": True}))
    at.go("courtesies")
    for one in at.app.read(courtesy_rows, EN):
        at.page.begin(one)
        at.settle()
        write(at, "courtesies.what", "A picture book")
        at.click("courtesies.keep")
    found = at.app.read(courtesy_rows, EN)
    assert {one.what for one in found} == {"A picture book"}
    assert {one.person_id for one in found} == {at.world.barbara, namesake, at.world.dieter}

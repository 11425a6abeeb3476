# SPDX-License-Identifier: GPL-3.0-or-later
"""Volunteer hours in the window: one form for several people, and the card on a person's page."""

from hospes.i18n.locale import Locale
from hospes.queries.volunteering import hours_rows
from tests.ui.pages.hands import write

EN = Locale.of("en")


def test_hours_for_two_are_written_once_and_stand_on_their_pages(at):
    at.go("hours")
    at.click("hours.empty.new")
    write(at, "hours.minutes", "three")
    at.click("hours.keep")
    assert "Write hours like 3, 2.5 or 1:30" in at.words("hours.form")
    write(at, "hours.minutes", "2:30")
    assert "2 h 30 min" in at.words("hours.form")
    at.click("hours.keep")
    assert "Say who gave the time." in at.words("hours.form")
    for name in ("barbara", "dieter"):
        at.page.people.line.picked.emit(getattr(at.world, name).hex)
    at.settle()
    at.click("hours.keep")
    assert [one.minutes for one in at.app.read(hours_rows, EN)] == [150, 150]
    assert at.find("hours.total").text() == "2 people gave 5 h"
    at.click("hours.confirm")
    assert set(at.window.page.where()["people"]) == {at.world.barbara.hex, at.world.dieter.hex}
    at.go("person", id=at.world.barbara.hex)
    assert "2 h 30 min" in at.words("person.hours")
    at.app.undo()
    assert at.app.read(hours_rows, EN) == ()
    # From a visit the form opens with the visit and its days.
    at.go("visit", id=at.world.visit.hex, tab="overview")
    assert "None are written down yet." in at.words("visit.hours")
    at.click("visit.hours.write")
    at.page.people.line.picked.emit(at.world.barbara.hex)
    write(at, "hours.minutes", "6")
    at.settle()
    at.click("hours.keep")
    (kept,) = at.app.read(hours_rows, EN)
    assert (kept.visit_id, str(kept.first), str(kept.last)) == (at.world.visit, "2026-05-13", "2026-05-17")
    at.go("visit", id=at.world.visit.hex, tab="overview")
    assert "1 person gave 6 h" in at.words("visit.hours")

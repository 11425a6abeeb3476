# SPDX-License-Identifier: GPL-3.0-or-later
"""Priority countries in the window: filled in, counted against twinnings and visits, taken over (S11)."""

from hospes.actions.priorities import FillPriorities
from hospes.i18n.locale import Locale
from hospes.queries.priorities import place_name, priority_rows
from tests.ui.pages.hands import choose, write

EN = Locale.of("en")


def rows(at):
    return {
        (one.year, place_name(one.place, EN)): one for one in at.app.read(priority_rows, EN, at.app.today)
    }


def test_a_year_begins_with_usual_countries_and_the_next_with_ours(at):
    at.go("priorities")
    assert "Usual ones can be filled in." in at.words("priorities.offer")
    at.click("priorities.fill")
    at.settle()
    assert set(rows(at)) == {
        (2026, name)
        for name in ("United Kingdom", "Poland", "Hungary", "Türkiye", "United States", "Western Balkans")
    }
    at.click("priorities.new")
    choose(at, "priorities.place", "FR")
    write(at, "priorities.note", "Ten years of the region", then=None)
    at.click("priorities.keep")
    at.settle()
    # The small world is twinned with a French town, and its visit of this year lies ahead.
    france = rows(at)[2026, "France"]
    assert (france.twinnings, france.visits, france.note) == (1, 0, "Ten years of the region")
    at.app.run(FillPriorities(2027))
    assert rows(at)[2027, "France"].note == "Ten years of the region"
    assert len(rows(at)) == 14

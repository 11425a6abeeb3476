# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of the example, and feast days of two countries."""

from datetime import date

import pytest

from hospes.app import App
from hospes.domain.feast_days import feast_days
from hospes.i18n.locale import Locale
from hospes.queries.calendar import Shown, calendar


@pytest.fixture(scope="module")
def rosenau(example_once):
    app = App.open(example_once, read_only=True)
    yield app
    app.close()


def test_feast_days_follow_country_subdivision_and_language():
    hesse = {one.on: one.name for one in feast_days("DE", "HE", 2026, "de")}
    assert hesse[date(2026, 6, 4)] == "Fronleichnam"
    assert date(2026, 6, 4) not in {one.on for one in feast_days("DE", "BE", 2026, "de")}
    [toussaint] = [one for one in feast_days("FR", "", 2026, "fr") if one.on == date(2026, 11, 1)]
    assert (toussaint.name, toussaint.translated) == ("Toussaint", True)
    assert feast_days("ZZ", "", 2026, "de") == feast_days("", "", 2026, "de") == ()
    assert feast_days("DE", "nowhere", 2026, "de") == feast_days("DE", "", 2026, "de")


def test_a_month_of_the_example(rosenau):
    found = rosenau.read(calendar, date(2026, 5, 1), date(2026, 5, 31), Locale.of("de"), tuple(Shown))
    ascension = [one for one in found if one.on == date(2026, 5, 14) and one.kind is Shown.FEASTS]
    assert [(one.name, set(one.countries)) for one in ascension] == [("Christi Himmelfahrt", {"DE", "FR"})]
    [visit] = [one for one in found if one.kind is Shown.VISITS]
    assert (visit.on, visit.last) == (date(2026, 5, 13), date(2026, 5, 17))
    kinds = {one.kind for one in found}
    assert {Shown.PROGRAMME, Shown.TASKS, Shown.JUBILEES} <= kinds
    week = rosenau.read(calendar, date(2026, 4, 27), date(2026, 5, 3), Locale.of("de"), tuple(Shown))
    assert "Renate Vogel" in {one.name for one in week if one.kind is Shown.BIRTHDAYS}
    usual = rosenau.read(calendar, date(2026, 4, 27), date(2026, 5, 3), Locale.of("de"))
    assert Shown.BIRTHDAYS not in {one.kind for one in usual}

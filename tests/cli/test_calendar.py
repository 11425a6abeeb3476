# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars: visits and the programme of one, read back by another library than the one that writes them."""

import datetime as dt

import vobject

VISIT = "Ascension visit 2026"


def entries(path):
    calendar = vobject.readOne(path.read_text("utf-8"))
    return {one.summary.value: one for one in calendar.vevent_list}


def test_the_programme_has_local_times_with_their_zone(hospes, example, tmp_path):
    target = tmp_path / "p.ics"
    words = ("--what", "visits", "--visit", VISIT, "--language", "de", "--second-language", "fr")
    done = hospes("export", example, target, *words)
    assert done.code == 0, done.err
    found = entries(target)
    begins = found["Empfang im Rathaus / Réception à l'hôtel de ville"]
    assert begins.dtstart.value.replace(tzinfo=None) == dt.datetime(2026, 5, 14, 10, 30)
    assert begins.dtstart.value.utcoffset() == dt.timedelta(hours=2)
    assert begins.dtend.value - begins.dtstart.value == dt.timedelta(hours=1, minutes=15)
    assert "Rathaus" in begins.location.value
    evening = next(one for title, one in found.items() if title.endswith("(abends / le soir)"))
    assert type(evening.dtstart.value) is dt.date  # words instead of a time: an entry of the day
    assert "VTIMEZONE" in target.read_text("utf-8")


def test_all_visits_are_days_without_times(hospes, example, tmp_path):
    target, some = tmp_path / "v.ics", tmp_path / "some.ics"
    assert hospes("export", example, target, "--what", "visits", "--json").json["rows"] == 24
    first = next(one for one in entries(target).values() if one.dtstart.value == dt.date(2026, 5, 13))
    assert first.dtend.value == dt.date(2026, 5, 18)  # the day after the last
    assert hospes("export", example, some, "--what", "visits", "--filter", "2026", "--json").json["rows"] < 24


def test_only_visits_become_a_calendar(hospes, example, tmp_path):
    assert hospes("export", example, tmp_path / "m.ics", "--what", "members").code == 2


def test_the_filter_of_visits_counts_in_tables_too(hospes, example, tmp_path):
    target = tmp_path / "v.csv"
    every = hospes("export", example, target, "--what", "visits", "--json").json["rows"]
    some = hospes("export", example, target, "--what", "visits", "--filter", "2026", "--json").json["rows"]
    assert 0 < some < every
    refused = hospes("export", example, target, "--what", "visits", "--filter", "dues:open")
    assert refused.code == 1
    assert "dues" in refused.err


def test_an_unknown_country_is_told(hospes):
    refused = hospes("new", "x.hospes", "--name", "Verein e.V.", "--town", "Rosenau", "--country", "XX")
    assert refused.code == 1
    assert "XX" in refused.err
    made = hospes("new", "x.hospes", "--name", "Verein e.V.", "--town", "Rosenau", "--country", "de")
    assert ".." not in made.out

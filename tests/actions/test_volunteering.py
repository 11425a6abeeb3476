# SPDX-License-Identifier: GPL-3.0-or-later
"""Volunteer hours: kept for several at once, changed, counted by year, kind and person."""

from datetime import date

import pytest

from hospes.actions.volunteering import DropHours, KeepHours
from hospes.domain.errors import FieldProblem
from hospes.domain.volunteering import HoursKind
from hospes.i18n.locale import Locale
from hospes.queries.volunteering import by_person, by_year, hours_rows, sums_of

EN = Locale.of("en")
DAY = date(2026, 3, 7)
HOURS = {"first": DAY, "minutes": 180, "kind": HoursKind.VISIT}


def test_the_same_hours_are_kept_for_several_and_counted(app, world):
    app.run(KeepHours({**HOURS, "visit_id": world.visit}, (world.barbara, world.dieter, world.barbara)))
    app.run(KeepHours({**HOURS, "first": date(2025, 12, 1), "kind": HoursKind.OFFICE}, (world.barbara,)))
    rows = app.read(hours_rows, EN, year=2026)
    assert {one.person for one in rows} == {world.barbara, world.dieter}
    assert all(one.occasion for one in rows)
    assert app.read(by_year, date(2026, 12, 31)) == {2025: (180, 1), 2026: (360, 2)}
    assert app.read(by_year, date(2026, 3, 6)) == {2025: (180, 1)}
    assert app.read(sums_of, world.barbara) == [(2026, 180), (2025, 180)]
    barbara = next(one for one in by_person(app.read(hours_rows, EN), EN) if one.person == world.barbara)
    assert (barbara.kinds, barbara.minutes) == ({HoursKind.VISIT: 180, HoursKind.OFFICE: 180}, 360)
    assert [one.first.year for one in barbara.rows] == [2025, 2026]


def test_an_entry_is_changed_and_others_get_one_like_it(app, world):
    (one,) = app.run(KeepHours(HOURS, (world.barbara,))).result
    kept = app.run(KeepHours({"minutes": 90}, (world.barbara, world.dieter), one)).result
    assert kept[0] == one
    assert {(row.person, row.minutes) for row in app.read(hours_rows, EN)} == {
        (world.barbara, 90), (world.dieter, 90),
    }  # fmt: skip
    app.run(KeepHours({"note": " At the door "}, id=one))
    assert {row.note for row in app.read(hours_rows, EN)} == {"At the door", ""}
    app.run(DropHours(kept))
    assert app.read(hours_rows, EN) == ()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": 25 * 60}, "minutes"),
        ({"last": date(2026, 3, 6)}, "last"),
        ({"last": date(2027, 1, 2)}, "last"),
        ({"first": None}, "first"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(app, world, values, field):
    with pytest.raises(FieldProblem) as told:
        app.run(KeepHours({**HOURS, **values}, (world.barbara,)))
    assert told.value.field == field
    assert app.read(hours_rows, EN) == ()


def test_somebody_gave_the_time(app):
    with pytest.raises(FieldProblem) as told:
        app.run(KeepHours(HOURS, ()))
    assert told.value.field == "people"

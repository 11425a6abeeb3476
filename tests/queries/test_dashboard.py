# SPDX-License-Identifier: GPL-3.0-or-later
"""What Today tells: needs, figures, the next visit."""

from datetime import date

from hospes.actions.bin import PutBack, PutInBin
from hospes.actions.settings import ChangeSetting
from hospes.actions.tasks import AddTask
from hospes.domain.values import Money
from hospes.queries.bin import bin_rows
from hospes.queries.dashboard import today
from tests import make


def needs(app, code, day=make.TODAY):
    return [need for need in app.read(today, day, "en").needs if need.code == code]


def test_figures_of_the_small_world(small):
    app, _ = small
    told = app.read(today, make.TODAY, "en").figures
    assert (told.members, told.households, told.hosts) == (3, 2, 1)
    assert told.open == Money(4500, "EUR")
    assert told.open_households == 2


def test_open_dues_are_one_need_with_their_sum(small):
    app, _ = small
    (need,) = needs(app, "dues-open")
    assert (need.n, need.money) == (2, Money(4500, "EUR"))


def test_the_next_visit_counts_guests_with_a_host(small):
    app, _ = small
    visit = app.read(today, make.TODAY, "en").visit
    assert (visit.first, visit.days, visit.guests, visit.placed) == (date(2026, 5, 13), 5, 3, 2)
    assert visit.programme_days == 0


def test_a_visit_that_is_over_is_not_the_next(small):
    app, _ = small
    assert app.read(today, date(2026, 6, 1), "en").visit is None


def test_a_task_put_off_comes_back_on_its_day(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    app.run(AddTask("Book the town hall", date(2026, 4, 30)))
    (need,) = needs(app, "task")
    app.run(ChangeSetting(need.later_key, "2026-05-04"))
    assert needs(app, "task", date(2026, 5, 3)) == []
    assert [one.name for one in needs(app, "task", date(2026, 5, 4))] == ["Book the town hall"]
    app.close()


def test_the_bin_names_what_lies_in_it_until_it_is_back(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    world = make.small_world(app)
    app.run(PutInBin("person", (world.dieter,)))
    (row,) = app.read(bin_rows, "en")
    assert (row.table, row.id, row.since) == ("person", world.dieter, make.TODAY)
    assert "Dieter" in row.name
    app.run(PutBack("person", (world.dieter,)))
    assert app.read(bin_rows, "en") == []
    app.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Moved to another day the example tells the same story: in 16 days, 80 in two days, joined this year."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from hospes import example
from hospes.domain.values import RoughDate
from hospes.example.almanac import FROZEN, Almanac
from hospes.store.tables.events import Event
from hospes.store.tables.grants import VisitGrant
from hospes.store.tables.members import Membership
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.people import Person
from hospes.store.tables.settings import Setting
from hospes.store.tables.visits import Visit, VisitText
from tests.example import counting


@pytest.fixture(params=[date(2026, 11, 22), date(2028, 2, 29), date(2027, 1, 5)])
def moved(request, tmp_path, opened):
    path = tmp_path / "moved.hospes"
    example.build(path, today=request.param)
    return request.param, opened(path)


def test_everything_is_as_near_as_it_was(moved):
    today, read = moved
    visit = counting.visit_of(read, today + timedelta(days=16))
    assert read.scalar(select(Visit.last).where(Visit.id == visit)) == today + timedelta(days=20)
    title = select(VisitText.title).where(VisitText.visit_id == visit, VisitText.language == "en")
    assert read.scalar(title) == f"Ascension visit {(today + timedelta(days=16)).year}"
    committee = select(Event.on).where(Event.kind == "committee")
    assert today + timedelta(days=1) in set(read.scalars(committee))
    assert today + timedelta(days=3) in set(read.scalars(select(VisitGrant.report_due)))
    frozen = read.scalar(select(Setting.value).where(Setting.key == "file.frozen_day"))
    assert frozen == today.isoformat()


def test_ages_and_jubilees_stay(moved):
    today, read = moved
    renate = counting.person(read, "Renate", "Vogel")
    assert renate.birth.age_on(today) == 79
    assert renate.birth.age_on(today + timedelta(days=2)) == 80
    claire = counting.person(read, "Claire", "Dubois")
    assert claire.birth.age_on(today) == 58
    since = set(read.scalars(select(Partnership.since)))
    charter = Almanac(today).yearly(date(1974, 6, 8))
    assert RoughDate.of(charter) in since
    assert RoughDate.of(charter).age_on(today) == 51


def test_who_joined_this_year_still_did(moved):
    today, read = moved
    joined = read.scalars(select(Membership.joined).where(Membership.left_on.is_(None))).all()
    assert sum(one.year == today.year for one in joined) == 6
    assert all(one.first <= today for one in joined)


def test_the_dues_of_this_year_are_open(moved):
    today, read = moved
    assert sum(rest for _, _, rest in counting.open_dues(read, today.year)) == 245_00


def test_nothing_is_born_in_the_future(moved):
    today, read = moved
    assert all(one is None or one.first <= today for one in read.scalars(select(Person.birth)))


def test_on_the_frozen_day_nothing_moves():
    almanac = Almanac()
    for day in (date(1974, 6, 8), date(2024, 2, 29), FROZEN):
        assert almanac.day(day) == almanac.yearly(day) == day
    for text in ("1998", "1952-03", "1944~", "1971-09-03"):
        assert str(almanac.rough(text)) == text

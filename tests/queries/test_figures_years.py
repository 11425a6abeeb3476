# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the years, against a second counting over the raw rows of the example."""

import sqlite3
from datetime import date

import pytest

from hospes import example
from hospes.app import App
from hospes.domain.figures_years import Shown, charts
from hospes.domain.network_figures import AGES
from hospes.domain.visit_ways import Direction
from hospes.i18n.locale import Locale
from hospes.queries.figures_years import year_figures, years_to_choose


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    path = tmp_path_factory.mktemp("figures") / "example.hospes"
    example.build(path, language="en")
    app = App.open(path, read_only=True)
    raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield app, raw, app.read(year_figures, app.today)
    raw.close()
    app.close()


def members_of(raw, day):
    """Everybody with a membership on a day, alone or with the household, row by row."""
    homes = {}
    for home, person, first, last in raw.execute(
        "select household_id, person_id, valid_from, valid_to from household_member"
    ):
        if (not first or first <= day) and (not last or last >= day):
            homes.setdefault(home, set()).add(person)
    found = set()
    for person, home, joined, left in raw.execute(
        "select person_id, household_id, joined, left_on from membership"
    ):
        begun = not joined or joined.rstrip("~") <= day
        if begun and (not left or left > day):
            found |= {person} if person else homes.get(home, set())
    gone = {
        row[0]
        for row in raw.execute(
            "select id from person where merged_into is not null"
            " or (binned_at is not null and erased_on is null)"
        )
    }
    return found - gone - {None}


def test_members_joined_and_left_are_those_of_the_raw_rows(counted):
    app, raw, data = counted
    assert (data.last.year, data.last.members) == (2026, 142)
    assert len(data.years) == 10
    for one in data.years:
        end = min(date(one.year, 12, 31), app.today).isoformat()
        now, before = members_of(raw, end), members_of(raw, f"{one.year - 1}-12-31")
        assert (one.members, one.joined, one.left) == (len(now), len(now - before), len(before - now))
    births = dict(raw.execute("select id, birth from person"))
    under = [who for who in now if births[who] and births[who] > f"{app.today.year - 18}{app.today:-%m-%d}"]
    assert data.ages[AGES[0]] == len(under)
    assert sum(data.ages.values()) == 142


def test_visits_travellers_homes_and_nights_are_those_of_the_raw_rows(counted):
    app, raw, data = counted
    home = {row[0] for row in raw.execute("select id from territory where is_home")}
    for one in data.years:
        ways, people, new, nights = [], 0, set(), []
        for (visit,) in raw.execute(
            "select id from visit where first like ? and first <= ? and binned_at is null"
            " and state not in ('idea', 'cancelled')",
            (f"{one.year}-%", app.today.isoformat()),
        ):
            sides = list(
                raw.execute(
                    "select d.role, coalesce(d.territory_id, o.territory_id) from delegation d"
                    " left join organisation o on o.id = d.organisation_id where d.visit_id = ?",
                    (visit,),
                )
            )
            hosts = {town in home for role, town in sides if role != "visiting"}
            guests = {town in home for role, town in sides if role != "hosting"}
            way = {(True, False): Direction.INCOMING, (False, True): Direction.OUTGOING}.get(
                (hosts == {True}, guests == {True}), Direction.SEVERAL
            )
            if any(role == "both" for role, _ in sides) or len(hosts) != 1 or len(guests) != 1:
                way = Direction.SEVERAL
            ways.append(way)
            came = raw.execute(
                "select p.person_id, p.first_visit, p.id from participation p"
                " join delegation d on d.id = p.delegation_id where p.visit_id = ? and p.kind <> 'host'"
                " and p.state in ('registered', 'confirmed') and d.role in ('visiting', 'both')",
                (visit,),
            ).fetchall()
            people += len(came)
            new |= {who for who, first, _ in came if first}
            if way is not Direction.OUTGOING:
                nights += [
                    row[0]
                    for row in raw.execute(
                        "select h.household_id from placement n join host_offer h on h.id = n.offer_id"
                        " join participation p on p.id = n.participation_id"
                        " where h.visit_id = ? and p.state in ('registered', 'confirmed')",
                        (visit,),
                    )
                ]
        assert sorted(ways) == sorted(way for way, n in one.visits.items() for _ in range(n))
        assert sum(one.travellers.values()) == people
        assert (one.first_timers, one.homes, one.nights) == (len(new), len(set(nights)), len(nights))
    assert sum(one.nights for one in data.years) > 100
    assert sum(sum(one.visits.values()) for one in data.years) >= 5


def test_motives_and_money_are_those_of_the_raw_rows(counted):
    _, raw, data = counted
    assert len(data.reasons) == raw.execute("select count(*) from partnership_motive").fetchone()[0]
    for one in data.money:
        like = (f"{one.name}-%",)
        [paid] = raw.execute(
            'select coalesce(sum(minor), 0) from payment where "on" like ?'
            " and purpose not in ('in_kind', 'waived') and method <> 'none'",
            like,
        ).fetchone()
        entered, out = 0, 0
        for minor, side in raw.execute(
            "select coalesce(s.minor, e.minor), c.side from cash_entry e"
            " left join cash_split s on s.entry_id = e.id"
            " left join cash_category c on c.id = coalesce(s.category_id, e.category_id)"
            ' where e."on" like ? and e.to_account_id is null',
            like,
        ):
            entered += minor
            out -= minor if side == "out" or (side is None and minor < 0) else 0
        [costs] = raw.execute(
            "select coalesce(sum(cast(round(real_minor * coalesce(nullif(rate, ''), 1)) as integer)), 0)"
            " from budget_line where paid_on like ? and side = 'cost'"
            " and id not in (select line_id from cash_entry where line_id is not null)",
            like,
        ).fetchone()
        assert one.money_out.minor == out + costs
        assert one.money_in.minor == paid + entered + out


def test_charts_say_what_they_show_and_small_ages_are_left_out_on_paper(counted):
    app, _, data = counted
    english = Locale.of("en")
    made = {chart.code: chart for chart in charts(data, english)}
    assert set(made) == {shown.value for shown in Shown}
    assert "2026: 142" in made["members"].spoken(english)
    assert made["visits"].totals == tuple(sum(one.visits.values()) for one in data.years)
    ages = {chart.code: chart for chart in charts(data, english, [Shown.AGES], small=False)}["ages"]
    assert ages.series[0].values[0] is None
    assert "left out" in ages.says
    assert sum(value is None for value in ages.series[0].values) >= 2  # one alone would be worked out
    chosen = app.read(years_to_choose, app.today)
    assert chosen[0] == 2026
    assert chosen[-1] < 2000
    assert app.read(year_figures, app.today, 2023, 3).years[-1].nights == 60


def test_sectors_are_those_of_the_offices_of_the_day(counted):
    app, raw, data = counted
    assert data.running
    there = {
        (visit, person)
        for visit, person, first, state in raw.execute(
            "select p.visit_id, p.person_id, v.first, p.state from participation p "
            "join visit v on v.id = p.visit_id "
            "where v.binned_at is null and v.state not in ('idea', 'cancelled')"
        )
        if first and first <= app.today.isoformat() and int(first[:4]) > app.today.year - 10
        and state in ("registered", "confirmed")
    }  # fmt: skip
    first = dict(raw.execute("select id, first from visit"))
    held = set()
    for person, since, until in raw.execute("select person_id, valid_from, valid_to from office"):
        for visit, who in there:
            day = first[visit]
            if who == person and (not since or since <= day) and (not until or until >= day):
                held.add((visit, who))
    assert sum(data.sectors[None]) == len(there - held) > 0
    assert sum(sum(pair) for corner, pair in data.sectors.items() if corner) >= len(held) > 0

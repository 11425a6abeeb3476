# SPDX-License-Identifier: GPL-3.0-or-later
"""Any size: exactly so many members, all else in proportion, references whole, the same every time."""

import sqlite3

import pytest
from sqlalchemy import func, select

from hospes import example
from hospes.domain.errors import UserError
from hospes.store.base import Base
from hospes.store.tables.households import Hosting
from hospes.store.tables.members import Dues, Membership, MembershipPeriod, NumberSeries
from hospes.store.tables.organisations import Office
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Visit
from tests.example import counting
from tests.example.counting import count, guests_of, placed_of

ASIDE = {"alembic_version", "search_fts", "file_fact"}


def whole(path):
    """What SQLite says about structure, references and the rules of each column."""
    connection = sqlite3.connect(path)
    try:
        problems = connection.execute("PRAGMA foreign_key_check").fetchall()
        return problems + [row for row in connection.execute("PRAGMA quick_check") if row != ("ok",)]
    finally:
        connection.close()


def content(path):
    """Every row of every table of ours, its key first."""
    connection = sqlite3.connect(path)
    try:
        tables = sorted(set(Base.metadata.tables) - ASIDE)
        found = {}
        for table in tables:
            key = next(column.name for column in Base.metadata.tables[table].primary_key)
            rows = connection.execute(f'SELECT "{key}", * FROM "{table}"')
            found[table] = sorted(rows, key=repr)
        return found
    finally:
        connection.close()


@pytest.fixture(scope="module")
def thousand(tmp_path_factory):
    path = tmp_path_factory.mktemp("scale") / "thousand.hospes"
    example.build(path, members=1_420, seed=5)
    return path


def test_the_example_is_whole(example_file):
    assert whole(example_file) == []


def test_ten_times_as_many(thousand, opened):
    read = opened(thousand)
    assert whole(thousand) == []
    assert counting.member_count(read) == 1_420
    assert counting.household_count(read) == 960
    assert counting.host_count(read) == 230
    assert len(counting.open_dues(read, 2026)) == 70
    visit = counting.visit_of(read, example_first())
    assert count(read, guests_of(visit)) == 340
    assert count(read, placed_of(visit)) == 290
    former = select(func.count()).select_from(Membership).where(Membership.left_on.is_not(None))
    assert read.scalar(former) == 220


def example_first():
    from tests.example.test_visit import FIRST

    return FIRST


def test_the_named_people_are_in_a_large_one_too(thousand, opened):
    read = opened(thousand)
    barbara = counting.person(read, "Barbara", "Nowak")
    assert read.scalar(select(Membership.number).where(Membership.person_id == barbara.id)) == "214"
    numbers = [int(number) for number in read.scalars(select(Membership.number))]
    assert len(numbers) == len(set(numbers))
    following = select(NumberSeries.next).where(NumberSeries.kind == "member")
    assert read.scalar(following) == max(numbers) + 1


def test_memberships_end_after_they_begin(thousand, opened):
    read = opened(thousand)
    periods = select(MembershipPeriod.valid_from, MembershipPeriod.valid_to)
    for first, last in read.execute(periods.where(MembershipPeriod.valid_to.is_not(None))):
        assert first <= last


def test_names_from_many_countries(thousand, opened):
    read = opened(thousand)
    countries = set(read.scalars(select(Person.country)))
    assert countries >= {"DE", "FR", "PL", "TR", "HU", "IT", "ES", "NL", "GB", "UA"}
    scripts = set(read.scalars(select(Person.script_name))) - {""}
    assert len(scripts) > 5


def test_nobody_in_a_large_one_pays_before_joining(thousand, opened):
    read = opened(thousand)
    query = select(Dues.year, Membership.joined).join(Membership, Membership.person_id == Dues.person_id)
    assert all(year >= joined.year for year, joined in read.execute(query))


@pytest.mark.parametrize("members", [1, 2, 40, 141, 143, 144])
def test_small_and_odd_sizes(members, tmp_path, opened):
    path = tmp_path / "a.hospes"
    example.build(path, members=members)
    read = opened(path)
    assert whole(path) == []
    assert counting.member_count(read) == members
    assert counting.person(read, "Hannelore", "Fischer")
    assert abs(counting.household_count(read) - members * 96 / 142) <= max(2, members * 0.1)


def test_a_small_one_is_small_all_over(tmp_path, opened):
    path = tmp_path / "a.hospes"
    example.build(path, members=30)
    read = opened(path)
    visit = counting.visit_of(read, example_first())
    assert count(read, guests_of(visit)) <= 8
    assert read.scalar(select(func.count()).select_from(Hosting)) < 15
    held = select(func.count()).select_from(Office).where(Office.on_committee.is_(True))
    assert read.scalar(held) <= 14


def test_the_same_call_gives_the_same_content(example_file, tmp_path):
    again = tmp_path / "again.hospes"
    example.build(again)
    assert content(again) == content(example_file)


def test_the_same_large_call_gives_the_same_content(thousand, tmp_path):
    again = tmp_path / "again.hospes"
    example.build(again, members=1_420, seed=5)
    assert content(again) == content(thousand)


def test_another_seed_gives_other_keys_but_the_same_numbers(example_file, tmp_path, opened):
    other = tmp_path / "other.hospes"
    example.build(other, seed=7)
    read = opened(other)
    assert counting.member_count(read) == 142
    mine, theirs = content(example_file), content(other)
    assert {row[0] for row in mine["person"]}.isdisjoint({row[0] for row in theirs["person"]})
    assert {table: len(rows) for table, rows in mine.items() if table in NUMBERED} == {
        table: len(rows) for table, rows in theirs.items() if table in NUMBERED
    }


NUMBERED = ("person", "household", "membership", "dues", "visit", "organisation", "programme_item_text")


@pytest.mark.parametrize("members", [0, -3, 5_000_000])
def test_impossible_sizes_are_refused(members, tmp_path):
    with pytest.raises(UserError) as refused:
        example.build(tmp_path / "a.hospes", members=members)
    assert refused.value.code == "example-size"
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_written_over(tmp_path):
    path = tmp_path / "mine.hospes"
    path.write_bytes(b"mine")
    with pytest.raises(UserError):
        example.build(path)
    assert path.read_bytes() == b"mine"


def test_there_is_nothing_to_undo_in_a_new_example(example_file):
    from hospes.app import App

    app = App.open(example_file, read_only=True)
    try:
        assert app.undo_step() is None
        assert app.today == counting.TODAY
    finally:
        app.close()


def test_it_grows_to_200_visits_at_most(tmp_path_factory, thousand, opened):
    read = opened(thousand)
    assert read.scalar(select(func.count()).select_from(Visit)) <= 201


def test_the_file_in_which_the_nowaks_join(tmp_path, opened):
    """Script 2 starts without them; they get the numbers 214 and 215."""
    path = tmp_path / "a.hospes"
    example.build(path, nowaks=False)
    read = opened(path)
    assert whole(path) == []
    assert counting.member_count(read) == 140
    assert read.scalars(select(Person.id).where(Person.surname == "Nowak")).all() == []
    assert read.scalar(select(NumberSeries.next).where(NumberSeries.kind == "member")) == 214
    assert sum(rest for _, _, rest in counting.open_dues(read, 2026)) == 245_00


@pytest.mark.parametrize(
    ("language", "likes"),
    [("de", "Chorgesang"), ("fr", "chant choral"), ("pl", "śpiew chóralny"), ("hu", "choir singing")],
)
def test_what_members_wrote_is_in_the_language_asked_for(language, likes, example_file, tmp_path, opened):
    path = tmp_path / "a.hospes"
    example.build(path, language=language)
    assert likes in counting.person(opened(path), "Barbara", "Nowak").interests
    mine, theirs = content(example_file), content(path)
    assert {row[0] for row in mine["person"]} == {row[0] for row in theirs["person"]}

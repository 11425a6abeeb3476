# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept longer than it may be: by the spans of domain 4.4, changed as the association likes."""

import shutil
from datetime import date

import pytest
from sqlalchemy import select

from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.cli.main import main
from hospes.domain.retention import Kept, Span, SpanUnit, read, usual, written
from hospes.queries.retention import due, on_today
from hospes.store import erasing_rules
from hospes.store.tables.stays import StayWish
from hospes.store.tables.visits import Visit

AFTER = date(2026, 7, 1)


@pytest.fixture
def app(example_once, tmp_path):
    app = App.open(shutil.copyfile(example_once, tmp_path / "a.hospes"), today=AFTER)
    yield app
    app.close()


def test_a_span_ends_with_the_month_it_ends_in():
    assert Span(1, SpanUnit.MONTHS).after(date(2025, 1, 31)) == date(2025, 2, 28)
    assert Span(14, SpanUnit.MONTHS).after(date(2024, 12, 31)) == date(2026, 2, 28)
    assert Span(8, SpanUnit.YEARS).after_year_of(date(2026, 3, 4)) == date(2034, 12, 31)
    assert Span(30, SpanUnit.DAYS).after(date(2026, 5, 17)) == date(2026, 6, 16)


def test_settings_hold_a_span_and_for_good():
    assert read(written(Span(8, SpanUnit.YEARS))) == Span(8, SpanUnit.YEARS)
    assert read(written(None)) is None
    assert read([0, "years"]) is None
    assert usual("DE")[Kept.VOUCHERS] == Span(8, SpanUnit.YEARS)
    assert usual("FR")[Kept.RECEIPTS] == Span(6, SpanUnit.YEARS)


def test_sensitive_answers_are_due_after_the_visit_and_go_by_one_step(app):
    rows = app.read(due, AFTER, "en")
    kinds = {row.kind for row in rows}
    assert {Kept.HEALTH, Kept.FORMER} <= kinds
    health = [row for row in rows if row.kind is Kept.HEALTH]
    assert any(row.name == "Anne Leroy" for row in health)
    assert app.read(on_today, AFTER) == sum(row.kind in {Kept.HEALTH, Kept.WISHES} for row in rows)
    before = app.undo_step()
    app.erase([row.listed for row in health])
    assert not [row for row in app.read(due, AFTER, "en") if row.kind is Kept.HEALTH]
    with app.engine.read() as connection:
        over = connection.execute(
            select(StayWish.diet, StayWish.animal_allergies)
            .join_from(StayWish, Visit, Visit.last < AFTER)
            .where(StayWish.diet != "")
        ).all()
        secrets = connection.exec_driver_sql("SELECT count(*) FROM change_secret").scalar()
    assert over == []
    assert secrets == 0
    assert app.undo_step() == before
    assert app.engine.problems() == []


def test_a_longer_span_keeps_them(app):
    assert [row for row in app.read(due, AFTER, "en") if row.listed.what == "stay_wish"]
    app.run(ChangeSetting("retention.health", written(Span(2, SpanUnit.YEARS))))
    app.run(ChangeSetting("retention.former", written(None)))
    assert app.read(erasing_rules.rules)[Kept.FORMER] is None
    rows = app.read(due, AFTER, "en")
    assert not [row for row in rows if row.listed.what == "stay_wish" or row.kind is Kept.FORMER]


def test_the_command_lists_and_removes_only_with_yes(example_once, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HOSPES_LANGUAGE", "en")
    path = shutil.copyfile(example_once, tmp_path / "b.hospes")
    call = ["retention", str(path), "--kind", "former", "--today", "2026-07-01"]
    assert main(call) == 0
    listed = capsys.readouterr().out
    assert "Jörg Kolb\tNo member since 31 December 2014." in listed
    assert main(call) == 0
    assert capsys.readouterr().out == listed
    assert main([*call, "--yes"]) == 0
    assert "removed for good" in capsys.readouterr().out
    assert main(call) == 0
    assert "Nothing is kept longer than it may be." in capsys.readouterr().out
    app = App.open(path, read_only=True)
    with app.engine.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM person WHERE surname = 'Kolb'").scalar() == 0
    app.close()

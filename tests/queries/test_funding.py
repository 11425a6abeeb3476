# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped schemes are whole, and what an association corrects lies over them and stays."""

import copy
import itertools
from datetime import date

import pytest

from hospes.actions.grants import AddGrant, CorrectFigure, DeleteGrant, DeleteScheme, simple_scheme
from hospes.app import App
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.funding import read_scheme
from hospes.domain.grants_checks import _RULES, DeadlineKind
from hospes.domain.grants_words import PARTS, PROOFS, REMEMBER, WARNING_WORDS, WARNINGS
from hospes.queries import funding
from hospes.queries.funding import schemes, shipped
from hospes.queries.grant_views import grant_views
from tests import make

TRAVEL = "rates/2024-01-01/travel/value"


@pytest.fixture
def app(small_world, tmp_path):
    import shutil

    path = tmp_path / "world.hospes"
    shutil.copyfile(small_world[0], path)
    app = App.open(path, make.WHO, today=make.TODAY)
    yield app
    app.close()


@pytest.mark.parametrize("code", sorted(shipped()))
def test_every_shipped_scheme_can_be_read_and_speaks(code):
    one = read_scheme(shipped()[code])
    assert one.code == code
    assert one.names["en"]
    assert one.source, "where it is from"
    assert one.rates, "what it pays"
    assert {part.code for rates in one.rates for part in rates.parts} <= PARTS.keys()
    assert set(one.proofs) <= PROOFS.keys()
    assert set(one.remember) <= REMEMBER.keys()
    assert set(one.warning_words) <= WARNINGS.keys() & WARNING_WORDS.keys()
    assert {rule.rule for rule in one.conditions} <= _RULES.keys()
    assert {rule.kind for rule in one.deadlines} <= {kind.value for kind in DeadlineKind}
    assert set(one.not_with) <= shipped().keys()


@pytest.mark.parametrize("code", sorted(shipped()))
def test_every_figure_has_a_path_of_its_own_and_a_source(code):
    figures = read_scheme(shipped()[code]).figures
    paths = [figure.path for figure in figures]
    assert len(set(paths)) == len(paths)
    assert [figure.path for figure in figures if not figure.source] == []
    assert [figure.path for figure in figures if figure.text is None and not figure.verify] == []


@pytest.mark.parametrize("code", sorted(shipped()))
def test_no_day_is_under_two_rates_and_none_between_them_is_under_none(code):
    rates = read_scheme(shipped()[code]).rates
    for before, after in itertools.pairwise(rates):
        assert (after.first - before.last).days == 1
    assert rates[-1].last is None


def test_what_the_page_marks_is_marked_here():
    """Domain 3: steps between the ends of CERV, all of Erasmus+ from 2024 on."""
    cerv = {figure.path: figure.verify for figure in read_scheme(shipped()["cerv-town-twinning"]).figures}
    assert cerv["rates/2023-01-01/lump/25"] is False
    assert cerv["rates/2023-01-01/lump/75"] is True
    erasmus = read_scheme(shipped()["erasmus-youth"]).figures
    assert all(figure.verify for figure in erasmus if figure.path.startswith("rates/2024"))


def test_a_corrected_figure_counts_and_an_update_of_another_leaves_it(app, monkeypatch):
    app.run(CorrectFigure("dfjw", TRAVEL, "0,18", "0.16", "letter of 3 April"))
    figure = found(app, TRAVEL)
    assert (figure.text, figure.verify, figure.checked_on) == ("0.18", False, make.TODAY)
    assert (figure.shipped, figure.moved, figure.source) == ("0.16", False, "letter of 3 April")
    updated(monkeypatch, base="12")
    assert found(app, TRAVEL).text == "0.18"
    assert not found(app, TRAVEL).moved
    assert found(app, "rates/2024-01-01/base/value").text == "12"


def test_an_update_of_a_corrected_figure_is_told_and_takes_nothing_away(app, monkeypatch):
    app.run(CorrectFigure("dfjw", TRAVEL, "0.18", "0.16"))
    updated(monkeypatch, travel="0.20")
    assert (found(app, TRAVEL).text, found(app, TRAVEL).shipped, found(app, TRAVEL).moved) == (
        "0.18", "0.20", True
    )  # fmt: skip
    updated(monkeypatch, travel="0.18")
    assert not found(app, TRAVEL).moved, "both say the same now"


def test_a_confirmed_figure_is_no_longer_to_be_checked_and_may_go_back(app):
    before = schemes_of(app)["dfjw"].scheme.to_verify
    app.run(CorrectFigure("dfjw", TRAVEL, "0.16", "0.16"))
    assert schemes_of(app)["dfjw"].scheme.to_verify == before - 1
    app.run(CorrectFigure("dfjw", TRAVEL, None))
    assert schemes_of(app)["dfjw"].scheme.to_verify == before


@pytest.mark.parametrize("typed", ["", "viel", "-1", "1e99", "NaN"])
def test_a_figure_has_to_be_a_number(app, typed):
    with pytest.raises(FieldProblem):
        app.run(CorrectFigure("dfjw", TRAVEL, typed))


def test_a_share_is_never_more_than_the_whole(app, small_world):
    shares = [one for row in schemes_of(app).values() for one in row.scheme.figures if one.percent]
    assert len(shares) > 2
    assert all(0 <= one.number <= 100 for one in shares if one.text is not None)
    with pytest.raises(FieldProblem, match="never more than 100"):
        app.run(CorrectFigure("dfjw", TRAVEL, "999", percent=True))
    rules = simple_scheme("Jugendring", "Kreis", "999", None, "EUR")
    with pytest.raises(FieldProblem, match="never more than 100"):
        app.run(AddGrant(small_world[1].visit, rules=rules))


def test_a_scheme_of_ones_own_is_computed_like_the_others_and_kept_for_other_visits(app, small_world):
    rules = simple_scheme("Jugendring", "Kreis", None, "300", "EUR")
    grant = app.run(AddGrant(small_world[1].visit, rules=rules)).result
    (view,) = app.read(grant_views, small_world[1].visit, make.TODAY, "en")
    assert (view.grant.name, view.before.total.minor) == ("Jugendring", 30_000)
    (own,) = [row for row in schemes_of(app).values() if row.scheme.own]
    app.run(CorrectFigure(own.code, "rates/before/fixed/value", "400", "300"))
    (view,) = app.read(grant_views, small_world[1].visit, make.TODAY, "en")
    assert view.before.total.minor == 40_000
    with pytest.raises(UserError):
        app.run(DeleteScheme(own.own_id))
    app.run(DeleteGrant(grant))
    app.run(DeleteScheme(own.own_id))
    assert not any(row.scheme.own for row in schemes_of(app).values())


def test_a_share_of_the_costs_with_a_limit_is_a_scheme_too():
    one = read_scheme(simple_scheme("Jugendring", "", "50", "800", "EUR"), own=True)
    assert (one.rates[0].parts[0].value.text, one.rates[0].cap.text, one.funder) == (
        "50",
        "800",
        "Jugendring",
    )


def test_rules_that_make_no_sense_are_refused(app, small_world):
    rules = {"code": "x", "name": {"en": "x"}, "funder": "x", "rates": [{"parts": [{}]}]}
    with pytest.raises(UserError):
        app.run(AddGrant(small_world[1].visit, rules=rules))


def schemes_of(app):
    return app.read(schemes)


def found(app, path):
    figures = schemes_of(app)["dfjw"].scheme.figures
    return next(figure for figure in figures if figure.path == path)


def updated(monkeypatch, **values):
    """Hospes ships other figures from now on."""
    data = copy.deepcopy(dict(shipped_for_real))
    for part in data["dfjw"]["rates"][1]["parts"]:
        if part["code"] in values:
            part["value"] = {"value": values[part["code"]], "verify": True}
    monkeypatch.setattr(funding, "shipped", lambda: data)


shipped_for_real = shipped()


def test_the_year_of_a_visit_chooses_its_rates():
    one = read_scheme(shipped()["dfjw"])
    assert one.rates_on(date(2023, 12, 31)) is one.rates[0]
    assert one.rates_on(date(2024, 1, 1)) is one.rates_on(None) is one.rates[1]

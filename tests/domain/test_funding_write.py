# SPDX-License-Identifier: GPL-3.0-or-later
"""Schemes written as data are the same schemes; what somebody types becomes figures, steps and days."""

import json
from dataclasses import asdict

import pytest

from hospes.domain.errors import FieldProblem
from hospes.domain.funding import Figure, read_scheme
from hospes.domain.funding_write import (
    bands_of,
    changed_as,
    day_of_year,
    green_typed,
    steps_typed,
    typed_by_country,
    typed_countries,
    typed_figure,
    typed_steps,
    typed_whole,
    with_green,
    written,
)
from hospes.queries.funding import shipped


@pytest.mark.parametrize("code", shipped())
def test_every_shipped_scheme_is_the_same_after_writing_and_reading(code):
    scheme = read_scheme(shipped()[code], own=True)
    again = read_scheme(json.loads(json.dumps(written(scheme))), own=True)
    assert without_paths(asdict(again)) == without_paths(asdict(scheme))


def without_paths(data):
    """A rule that stands twice may get another number, and with it its figure another path."""
    if isinstance(data, dict):
        return {key: without_paths(value) for key, value in data.items() if key != "path"}
    return [without_paths(one) for one in data] if isinstance(data, list | tuple) else data


def test_a_typed_figure_is_a_number_and_the_same_number_stays_as_it_was():
    before = Figure("cap", "0.16", True, "guide of 2024")
    assert typed_figure(" 0,160 ", before) is before
    assert typed_figure("0,18", before).text == "0.18"
    assert not typed_figure("0,18", before).verify
    assert typed_figure("75 %").text == "75"
    assert typed_figure("  ") is None
    typed = ("50,000", "50.000", "50 000", "1.250.000", "1,5", "0,125")
    assert [typed_figure(one).text for one in typed] == ["50000", "50000", "50000", "1250000", "1.5", "0.125"]
    assert (typed_whole("35"), typed_whole("")) == (35, None)
    for typed in ("many", "-1", "NaN", "1e99"):
        with pytest.raises(FieldProblem):
            typed_figure(typed)


def test_steps_are_lines_and_bands_end_where_the_next_one_begins():
    steps = typed_steps("500: 275,5\n100:180\n\n")
    assert steps_typed(steps) == "100: 180\n500: 275.5"
    assert [(one.first, one.last) for one in bands_of(steps)] == [(100, 500), (500, None)]
    for typed in ("100", "100: much", "all: 3"):
        with pytest.raises(FieldProblem):
            typed_steps(typed)


def test_a_day_of_the_year_has_the_day_first():
    assert day_of_year("15.10.") == day_of_year("15/10") == (10, 15)
    for typed in ("10", "31.2.", "1.13.", "tomorrow"):
        with pytest.raises(FieldProblem):
            day_of_year(typed)


def codes(typed):
    return {"pl": "PL", "poland": "PL", "france": "FR"}.get(typed.lower())


def test_countries_are_read_by_name_and_a_strange_one_is_told():
    assert typed_countries("Poland, pl; France", codes) == ("PL", "FR")
    found = typed_by_country("Poland: 34\nFrance: 30,5", codes)
    assert {code: one.text for code, one in found.items()} == {"PL": "34", "FR": "30.5"}
    for typed in ("Atlantis: 3", "Poland: much"):
        with pytest.raises(FieldProblem):
            typed_by_country(typed, codes)
    with pytest.raises(FieldProblem, match="Poland: 34"):
        typed_by_country("Poland", codes)


def test_green_travel_has_amounts_of_the_same_distances():
    bands = with_green(bands_of(typed_steps("100: 180\n500: 275")), "500: 320")
    assert green_typed(bands) == "500: 320"
    assert green_typed(with_green(bands, "")) == ""
    with pytest.raises(FieldProblem):
        with_green(bands, "90: 285")


def test_two_fields_of_one_form_do_not_undo_each_other():
    before = {"name": "A", "rates": [{"cap": "1", "parts": [{"value": "2", "basis": "day"}]}], "gone": 1}
    first = {"name": "A", "rates": [{"cap": "1", "parts": [{"value": "3", "basis": "day"}]}], "gone": 1}
    second = {"name": "A", "rates": [{"cap": "1", "parts": [{"value": "2", "basis": "band"}]}]}
    both = changed_as(before, second, first)
    assert both == {"name": "A", "rates": [{"cap": "1", "parts": [{"value": "3", "basis": "band"}]}]}

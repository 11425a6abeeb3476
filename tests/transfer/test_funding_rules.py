# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of a funding scheme as a file: written, read, compared; nothing odd comes in."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from hospes.actions.grants import simple_scheme
from hospes.domain.funding import Condition, Figure, People, read_scheme
from hospes.domain.funding_compare import differences
from hospes.domain.funding_write import written
from hospes.i18n.locale import Locale
from hospes.queries.funding import shipped
from hospes.transfer.funding_rules import read, write_rules
from hospes.transfer.funding_rules_in import look_at
from hospes.transfer.reading import GridOutput, ReadOptions, Unreadable

LOCALE = Locale("en")
TOWN = read_scheme(simple_scheme("Town fund", "Rosenau", "60", "900", "EUR"), own=True)


def cards(path):
    out = GridOutput()
    read(path, ReadOptions(), out)
    return out.grid.cards


@pytest.mark.parametrize("code", sorted(shipped()))
def test_every_scheme_is_the_same_on_the_other_side(code, tmp_path):
    scheme = read_scheme(shipped()[code])
    path = tmp_path / "r.hospes-rules"
    write_rules(path, scheme, date(2026, 4, 27))
    ((_, data),) = cards(path)
    there = read_scheme(data)
    assert written(there) == written(scheme) | {"code": "own"}
    assert differences(LOCALE, scheme, there) == ()
    assert len(differences(LOCALE, None, there)) > 3


def told(now, before=TOWN):
    return [(one.what, one.before, one.after) for one in differences(LOCALE, before, now)]


def test_what_differs_is_told_in_words():
    rates = TOWN.rates[0]
    other = replace(rates, cap=Figure("", "1200"), first=None)
    assert told(replace(TOWN, rates=(other,))) == [("Limit for a project", "900", "1,200")]
    must = Condition("least", Figure("", "10"))
    asked = replace(TOWN, conditions=(must,))
    assert told(asked) == [("Least number of people", "", "10; has to be")]
    softer = replace(asked, conditions=(replace(must, must=False),))
    assert told(softer, asked) == [("Least number of people", "10; has to be", "10; is recommended")]
    assert told(TOWN, asked) == [("Least number of people", "10; has to be", "")]
    unseen = replace(TOWN, languages=("de",))
    assert told(unseen) == [("Other details", "", "changed")]
    words = {"which", "age_from", "age_to", "country", "leaders_per", "most", "eligible_only"}
    assert {one.name for one in fields(People)} == words


def file_of(path, change):
    whole = {"format": "hospes-funding", "version": 1, "made_on": "2026-01-10", "scheme": written(TOWN)}
    change(whole)
    path.write_text(json.dumps(whole), "utf-8")
    return path


def put(*keys_and_value):
    *keys, last, value = keys_and_value

    def change(whole):
        for key in keys:
            whole = whole[key]
        whole[last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        put("format", "other"),
        put("scheme", None),
        put("scheme", "name", {}),
        put("scheme", "name", ["Town"]),
        put("scheme", "currency", "euro"),
        put("scheme", "rates", 0, "cap", "many"),
        put("scheme", "rates", 0, "cap", "-1"),
        put("scheme", "rates", 0, "cap", "NaN"),
        put("scheme", "rates", 0, "from", "2026-13-01"),
        put("scheme", "rates", 0, "parts", 0, "basis", "moon"),
        put("scheme", "rates", 0, "parts", 0, "people", {"age_from": "ten"}),
        put("scheme", "deadlines", [{"kind": "apply", "fixed": "02-31"}]),
        put("scheme", "deadlines", [{"kind": "party", "weeks": 2}]),
        put("scheme", "deadlines", [{"kind": "apply", "weeks": 10**9}]),
        put("scheme", "conditions", [{"rule": "countries_of", "countries": ["Atlantis"]}]),
        put("scheme", "proofs", [1]),
        put("scheme", "proofs", ["x"] * 5000),
        put("scheme", "source", [[[[[[[[[[["deep"]]]]]]]]]]]),
    ],
)
def test_what_makes_no_sense_does_not_come_in(change, tmp_path):
    with pytest.raises(Unreadable, match="damaged"):
        cards(file_of(tmp_path / "r.hospes-rules", change))


def test_a_file_is_read_beside_the_program_and_one_of_a_newer_hospes_is_told(tmp_path):
    assert written(look_at(file_of(tmp_path / "r.hospes-rules", lambda whole: None))) == written(TOWN)
    with pytest.raises(Unreadable, match="newer"):
        cards(file_of(tmp_path / "n.hospes-rules", put("version", 9)))

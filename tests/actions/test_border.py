# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped table of what borders ask: by way and by day, and an association's own rules before it."""

from datetime import date

import pytest

from hospes.actions.border import SetBorderRule
from hospes.domain.border import Document, rule_for
from hospes.domain.codes_visit import CheckKind
from hospes.domain.errors import FieldProblem
from hospes.queries.border import border_data, border_rules, is_shipped

MAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    ("home", "place", "day", "document", "permit"),
    [
        ("FR", "DE", MAY, Document.NONE, False),
        ("PL", "CH", MAY, Document.NONE, False),
        ("FR", "GB", MAY, Document.PASSPORT, True),
        ("FR", "GB", None, Document.PASSPORT, True),
        ("FR", "GB", date(2025, 4, 1), Document.PASSPORT, False),
        ("DE", "GB", date(2019, 5, 1), Document.ANY, False),
        ("IE", "GB", MAY, Document.NONE, False),
        ("GB", "FR", MAY, Document.PASSPORT, False),
        ("US", "DE", MAY, Document.ANY, False),
        ("DE", "UA", MAY, Document.ANY, False),
        ("DE", "DE", MAY, Document.NONE, False),
        ("", "GB", MAY, Document.NONE, False),
    ],
)
def test_what_is_looked_at(app, home, place, day, document, permit):
    rule = rule_for(app.read(border_rules), home, place, day)
    assert (rule.document, rule.permit) == (document, permit)
    assert (CheckKind.TRAVEL_DOCUMENT in rule.papers) == (document is not Document.NONE)


def test_british_passports_hold_three_months_longer(app):
    rule = rule_for(app.read(border_rules), "GB", "FR", MAY)
    assert rule.issued_within_years == 10
    assert rule.holds_until(date(2026, 5, 17)) == date(2026, 8, 15)


def test_what_the_association_writes_stands_before_and_goes_back(app):
    data, own = app.read(border_data)["free-gb-2025"]
    assert not own
    app.run(SetBorderRule({**data, "permit": False, "verify": False}, "free-gb-2025"))
    rule = rule_for(app.read(border_rules), "FR", "GB", MAY)
    assert (rule.permit, rule.verify, rule.own) == (False, False, True)
    made = app.run(SetBorderRule({"from": ["FR"], "to": ["GB"], "document": "any"})).result
    assert not is_shipped(made)
    assert rule_for(app.read(border_rules), "FR", "GB", MAY).code == made
    assert rule_for(app.read(border_rules), "PL", "GB", MAY).code == "free-gb-2025"
    app.run(SetBorderRule(None, made))
    app.run(SetBorderRule(None, "free-gb-2025"))
    assert rule_for(app.read(border_rules), "FR", "GB", MAY).permit
    assert not any(one.own for one in app.read(border_rules))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"from": []}, "from"),
        ({"since": "gestern"}, "since"),
        ({"document": "boarding card"}, "since"),
        ({"valid_days_after": 9999}, "valid_days_after"),
        ({"issued_within_years": 99}, "issued_within_years"),
        ({"since": "2026-02-01", "until": "2026-01-01"}, "until"),
    ],
)
def test_what_no_border_asks_is_refused(app, change, field):
    raw = {"from": ["FR"], "to": ["GB"], "document": "any", **change}
    with pytest.raises(FieldProblem) as told:
        app.run(SetBorderRule(raw))
    assert told.value.field == field
    assert not any(one.own for one in app.read(border_rules))

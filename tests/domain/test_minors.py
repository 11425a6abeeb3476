# SPDX-License-Identifier: GPL-3.0-or-later
"""What minors still need, and what a border asks of anybody.

Of the test catalogue: T2.8 ages by the day of the visit.
"""

from datetime import date

import pytest

from hospes.domain.border import BorderRule, Document
from hospes.domain.codes_visit import CheckKind
from hospes.domain.minors import (
    CheckState,
    Missing,
    Seen,
    Traveller,
    facts_missing,
    open_papers,
    papers_needed,
    state_of,
)

LAST = date(2026, 5, 17)
ALONE = Traveller(minor=True, home="FR", has_guardian=True, has_emergency_contact=True)
K = CheckKind


def test_french_minor_alone_needs_the_permission_to_leave():
    needed = papers_needed(ALONE, "DE")
    assert {K.CONSENT_SHEET, K.LEAVING_COUNTRY, K.PARENT_ID, K.TRAVEL_DOCUMENT, K.SWIMMING} <= set(needed)
    assert K.LEAVING_COUNTRY not in papers_needed(ALONE, "FR")
    german = Traveller(minor=True, home="DE", has_guardian=True)
    assert K.LEAVING_COUNTRY not in papers_needed(german, "FR")


def test_with_a_guardian_only_the_border_counts():
    with_mother = Traveller(minor=True, home="FR", with_guardian=True, has_guardian=True)
    assert papers_needed(with_mother, "DE") == (K.TRAVEL_DOCUMENT,)
    assert facts_missing(with_mother) == ()


def test_adults_need_only_what_the_border_asks():
    adult = Traveller(minor=False, home="FR")
    permit = BorderRule("x", ("FR",), ("GB",), Document.PASSPORT, permit=True, valid_days_after=90)
    assert papers_needed(adult, "DE") == ()
    assert papers_needed(adult, "GB", permit) == (K.TRAVEL_DOCUMENT, K.ENTRY_PERMIT)
    assert papers_needed(Traveller(minor=False, home="GB", travels=False), "GB") == ()
    seen = {
        K.TRAVEL_DOCUMENT: Seen(K.TRAVEL_DOCUMENT, None, date(2026, 4, 1), date(2026, 8, 14)),
        K.ENTRY_PERMIT: Seen(K.ENTRY_PERMIT, None, date(2026, 4, 1), LAST),
    }
    assert open_papers(adult, "GB", seen, LAST, permit) == (K.TRAVEL_DOCUMENT,)
    seen[K.TRAVEL_DOCUMENT] = Seen(K.TRAVEL_DOCUMENT, None, date(2026, 4, 1), date(2026, 8, 15))
    assert open_papers(adult, "GB", seen, LAST, permit) == ()


def test_minor_of_a_host_family_needs_consent_but_no_passport():
    child = Traveller(minor=True, home="DE", travels=False, has_guardian=True)
    assert K.TRAVEL_DOCUMENT not in papers_needed(child, "DE")


def test_who_answers_for_them():
    nobody = Traveller(minor=True, home="FR")
    assert facts_missing(nobody) == (Missing.GUARDIAN, Missing.EMERGENCY)
    assert facts_missing(Traveller(minor=False)) == ()


@pytest.mark.parametrize(
    ("kind", "seen", "state"),
    [
        (K.CONSENT_SHEET, None, CheckState.MISSING),
        (K.CONSENT_SHEET, Seen(K.CONSENT_SHEET, seen_on=date(2026, 4, 1)), CheckState.DONE),
        (K.TRAVEL_DOCUMENT, Seen(K.TRAVEL_DOCUMENT, None, date(2026, 4, 1), LAST), CheckState.DONE),
        (
            K.TRAVEL_DOCUMENT,
            Seen(K.TRAVEL_DOCUMENT, None, date(2026, 4, 1), date(2026, 5, 16)),
            CheckState.EXPIRED,
        ),
        (K.SWIMMING, Seen(K.SWIMMING, True, date(2026, 4, 1)), CheckState.YES),
        (K.SWIMMING, Seen(K.SWIMMING, False, date(2026, 4, 1)), CheckState.NO),
        (K.SWIMMING, Seen(K.SWIMMING, None, date(2026, 4, 1)), CheckState.MISSING),
        (K.LEAVING_COUNTRY, Seen(K.LEAVING_COUNTRY, None, date(2025, 5, 1)), CheckState.EXPIRED),
        (K.LEAVING_COUNTRY, Seen(K.LEAVING_COUNTRY, None, date(2025, 6, 1)), CheckState.DONE),
    ],
)
def test_how_it_stands(kind, seen, state):
    assert state_of(kind, seen, LAST) is state


def test_no_is_an_answer():
    seen = {kind: Seen(kind, False, date(2026, 4, 1)) for kind in papers_needed(ALONE, "DE")}
    assert open_papers(ALONE, "DE", seen, LAST) == ()
    assert set(open_papers(ALONE, "DE", {}, LAST)) == set(papers_needed(ALONE, "DE"))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which class is proposed to whom."""

from datetime import date
from uuid import UUID

import pytest

from hospes.domain.codes import MemberUnit
from hospes.domain.membership import STARTER_CLASSES, ClassFacts, propose_class

TODAY = date(2026, 4, 27)
CLASSES = [
    ClassFacts(UUID(int=at), one.counts, None, one.age_to, one.people_to, one.honorary)
    for at, one in enumerate(STARTER_CLASSES)
]
SINGLE, COUPLE, FAMILY, YOUTH, HONORARY, FIRM = CLASSES


@pytest.mark.parametrize(
    ("ages", "proposed"),
    [
        ([40], SINGLE),
        ([None], SINGLE),
        ([19], YOUTH),
        ([40, 42], COUPLE),
        ([None, None], COUPLE),
        ([40, 12], FAMILY),
        ([40, 42, 15], FAMILY),
        ([40, 42, 70], FAMILY),
    ],
)
def test_proposals_of_a_new_association(ages, proposed):
    assert propose_class(CLASSES, ages, TODAY) is proposed


def test_honorary_classes_and_those_no_longer_given_are_never_proposed():
    old = ClassFacts(UUID(int=20), valid_to=date(2025, 12, 31))
    assert propose_class([HONORARY, old, FIRM], [40], TODAY) is None


def test_without_a_class_for_households_everybody_is_single():
    assert propose_class([SINGLE, YOUTH], [40, 42], TODAY) is SINGLE


def test_the_classes_of_a_new_association_have_names_in_every_language():
    languages = {tuple(sorted(one.names)) for one in STARTER_CLASSES}
    assert len(languages) == 1
    assert {"en", "de", "fr", "pl", "it", "hu", "tr", "uk", "nl", "es"} == set(languages.pop())
    assert MemberUnit.ORGANISATION in {one.counts for one in STARTER_CLASSES}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose signature stands over a name."""

from uuid import UUID

import pytest

from hospes.domain.person_name import PersonName
from hospes.domain.signing import Signer, signature_for

HANNELORE = Signer(UUID(int=1), PersonName(given="Hannelore", surname="Fischer"), b"h")
FRANK = Signer(UUID(int=2), PersonName(given="Frank Peter", surname="Fischer", nickname="Franky"), b"f")
ZOE = Signer(UUID(int=3), PersonName(given="Zoë", surname="Nagy-Lefèvre", title_prefix="Dr."), b"z")
EVERY = (HANNELORE, FRANK, ZOE)


@pytest.mark.parametrize(
    ("signed_by", "whose"),
    [
        ("Hannelore Fischer, Vorsitzende", HANNELORE),
        ("FISCHER Hannelore", HANNELORE),
        ("Frank Fischer", FRANK),
        ("Franky Fischer", FRANK),
        ("Dr. Zoe Nagy-Lefevre, présidente", ZOE),
        ("Fischer", None),  # two are called that
        ("Hannelore Fischermann", None),
        ("Hannelore und Frank Fischer", None),
        ("Hannelore Busch", None),
        ("Der Vorstand", None),
        ("", None),
    ],
)
def test_a_picture_stands_over_the_name_of_its_owner_only(signed_by, whose):
    assert signature_for(EVERY, signed_by) is whose


def test_a_paper_of_the_association_takes_the_only_picture():
    assert signature_for((ZOE,), " ") is ZOE
    assert signature_for((ZOE,), "Fischer") is None
    assert signature_for((), "") is None

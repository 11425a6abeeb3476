# SPDX-License-Identifier: GPL-3.0-or-later
"""Homes compared by their addresses."""

import pytest

from hospes.domain.places import place_key, street_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bahnhofstraße 12", "Bahnhofstrasse 3a"),
        ("12 rue de la Paix", "4, Rue de la Paix"),
        ("ul. Długa 7/3", "ul. Długa 15"),
        ("Lindenweg 2 b", "Lindenweg 14"),
    ],
)
def test_one_street_whatever_the_number(one: str, other: str) -> None:
    assert street_key(one, "de|1|x").startswith("de|1|x|")
    assert street_key(one, "x") == street_key(other, "x")


def test_no_street_and_no_place_are_like_nothing() -> None:
    assert street_key("12", "x") == street_key("", "x") == street_key("Lindenweg", "") == ""
    assert place_key("", "", "DE") == ""
    assert place_key("04177", "Lindenau", "DE") == place_key("04177", "LINDENAU", "de")
    assert place_key("04177", "Lindenau", "DE") != place_key("04177", "Oberdorf", "DE")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Remarks that sound as if steps were difficult, in four languages; nothing else is taken for one."""

import pytest

from hospes.domain.stair_words import sounds_like_stairs


@pytest.mark.parametrize(
    "text",
    [
        "vient avec son fauteuil roulant", "Mobilité réduite", "PMR", "pas d'escaliers svp",
        "marche avec une canne",
        "Rollstuhl", "braucht Rollator", "ist gehbehindert, keine Treppen", "schlecht zu Fuß",
        "porusza się na wózku inwalidzkim", "bez schodów", "chodzi o kulach",
        "uses a wheelchair", "no stairs", "ground floor, please",
    ],
)  # fmt: skip
def test_it_is_heard(text):
    assert sounds_like_stairs("", text)


@pytest.mark.parametrize(
    "text",
    ["", "marchés de Noël", "Wanderer", "parterre", "comes with Manon", "chambre double", "végétarienne"],
)
def test_nothing_else_is(text):
    assert not sounds_like_stairs(text)

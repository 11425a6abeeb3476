# SPDX-License-Identifier: GPL-3.0-or-later
"""What a step about several people is called."""

from uuid import uuid4

import pytest

from hospes.actions.labels import step_words
from hospes.i18n.locale import Locale

EN = Locale.of("en")


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (["Anne Leroy"], "Anne Leroy"),
        (["Claire Dubois", "Manon Dubois"], "Claire and Manon Dubois"),
        (["Jean-Luc Martin", "Brigitte Martin"], "Jean-Luc and Brigitte Martin"),
        (["Anne Leroy", "Paul Girard"], "Anne Leroy and Paul Girard"),
        (["Nagy János", "Nagy Éva"], "Nagy János and Éva"),
        (["A Klos", "B Klos", "C Klos"], "A, B and C Klos"),
        (["A Klos", "B Klos", "C Klos", "D Klos"], "A Klos and 3 others"),
        (["Anne Leroy", ""], "Anne Leroy and an entry that is no longer there"),
        ([], "an entry that is no longer there"),
    ],
)
def test_people_of_one_reference_are_named_together(people, words):
    ids = [uuid4() for _ in people]
    named = {one: name for one, name in zip(ids, people, strict=True) if name}
    refs = {"guests": [one.hex for one in ids]}
    assert step_words(EN, "guests-take-out", refs, named) == f"Take out {words}"

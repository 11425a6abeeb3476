# SPDX-License-Identifier: GPL-3.0-or-later
"""The mandate's words: the association's own where there are some, and what they may not lack."""

from hospes.domain.mandate_words import SETTING, Lacks, lacking
from hospes.i18n.locale import Locale
from hospes.papers.sepa_paper import mandate_text, mandate_texts


def test_the_usual_words_lack_nothing() -> None:
    for language, texts in mandate_texts().items():
        assert lacking(language, texts["authorisation"], texts["refund"]) == ()


def test_own_words_are_used_and_what_they_lack_is_told() -> None:
    own = {f"{SETTING}en": {"authorisation": "Let {name} collect."}}
    first, second = mandate_text("Club", Locale.of("en"), own)
    assert first == "Let Club collect."
    assert "8 weeks" in second
    assert lacking("en", "Let us collect.", "") == (Lacks.CREDITOR, Lacks.BANK, Lacks.WEEKS)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The purpose of the statutes stands on the letterhead where it is wanted, in the languages of the paper."""

from hospes.actions.association import SetAssociationTexts
from hospes.actions.settings import ChangeSetting
from hospes.queries.paper_facts import PURPOSE_KEY
from tests.papers.printing import paper
from tests.papers.reading import page_texts


def head(app, **more):
    return " ".join(page_texts(paper(app, "member-list", **more).pdf))


def test_the_purpose_stands_there_when_it_is_wanted(app, world):
    app.run(SetAssociationTexts("de", "", "Völkerverständigung fördern.", ""))
    app.run(
        SetAssociationTexts("fr", "Comité", "Rapprocher les habitants. " + "Et bien plus encore. " * 40, "")
    )
    assert "Völkerverständigung" not in head(app, language="de")
    app.run(ChangeSetting(PURPOSE_KEY, True, world.own))
    assert "Völkerverständigung fördern." in head(app, language="de")
    both = head(app, language="de", second="fr")
    # Of a long text stand the first sentences only, for the window of the envelope begins below.
    assert "Rapprocher les habitants." in both
    assert both.count("Et bien plus encore.") < 20
    app.undo()
    assert "Völkerverständigung" not in head(app, language="de")

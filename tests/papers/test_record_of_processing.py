# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of processing is made of what the file holds; forms say what happens with the answers."""

import shutil

from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.domain.retention import Span, SpanUnit, written
from hospes.i18n.locale import Locale
from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.privacy_notices import own_or_usual
from hospes.queries.privacy import privacy_texts
from tests import make
from tests.papers.reading import text_of


def printed(app, **options):
    paper = find_paper("record-of-processing")
    ready = app.read(gather, paper, paper.options(language="en", **options), Scope(app.today))
    return " ".join(text_of(draw(ready).pdf).split())


def test_it_tells_what_is_kept_of_whom_and_how_long(example_once, tmp_path):
    app = App.open(shutil.copyfile(example_once, tmp_path / "a.hospes"))
    app.run(ChangeSetting("retention.former", written(Span(5, SpanUnit.YEARS))))
    app.run(ChangeSetting("privacy.officer", "Renate Vogel"))
    text = printed(app)
    assert "Hannelore Fischer (Chair)" in text
    assert "Members: 142" in text
    assert "Former members: 5 years" in text
    assert "Renate Vogel" in text
    assert "Health and diet during visits" in text
    assert "Poland" in text
    texts = app.read(privacy_texts)
    assert "30 days after the visit" in own_or_usual(texts, Locale.of("en"))
    app.run(ChangeSetting("privacy.notice.en", "We keep it to ourselves."))
    assert own_or_usual(app.read(privacy_texts), Locale.of("en")) == "We keep it to ourselves."
    app.close()


def test_a_purpose_nothing_is_kept_for_is_not_in_it(tmp_path):
    app = make.founded(tmp_path / "new.hospes")
    text = printed(app)
    assert "Health and diet during visits" not in text
    assert "Grants" not in text
    assert "none named" in text
    app.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Publications and works to cite: kept, checked, found, counted, printed, brought in."""

from datetime import date

import pytest

from hospes.actions.bin import PutInBin
from hospes.actions.publications import DropPublications, KeepPublication
from hospes.actions.references import KeepReference, TakeStarterReferences
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.publications import PublicationKind
from hospes.domain.references import ReferenceKind, cite
from hospes.i18n.locale import Locale
from hospes.queries.activity_year import activity_year
from hospes.queries.publications import by_kind, publication_rows, published_in, written_about
from hospes.queries.references import reference_rows, shipped, starter_missing
from hospes.queries.search import search
from tests.papers.printing import paper, table
from tests.papers.reading import page_texts

EN = Locale.of("en")
ARTICLE = {
    "kind": PublicationKind.PRESS_ARTICLE,
    "title": "Guests at the  fair ",
    "medium": "Rosenau Courier",
    "on": date(2025, 5, 18),
    "link": "courier.example/fair",
}


def test_what_was_published_is_kept_found_counted_and_printed(app, world):
    first = app.run(KeepPublication({**ARTICLE, "visit_id": world.visit})).result
    app.run(KeepPublication({"kind": PublicationKind.BROCHURE, "title": "Who is who"}))
    planned, told = app.read(publication_rows, EN)
    assert (planned.title, planned.planned) == ("Who is who", True)
    assert (told.title, told.link) == ("Guests at the fair", "https://courier.example/fair")
    assert told.by_others
    assert len(told.about) == 1
    assert app.read(written_about, world.visit) == 1
    assert by_kind(app.read(published_in, 2025, EN)) == [(PublicationKind.PRESS_ARTICLE, 1)]
    assert [hit.id for hit in app.read(search, "courier", EN, app.today)] == [first]
    printed = " ".join(page_texts(paper(app, "publications-list", language="en", year=2025).pdf))
    assert "Guests at the fair" in printed
    assert "Who is who" not in printed
    assert table(app, "publications-list", language="en").rows[0][2] == "Guests at the fair"
    year = app.read(activity_year, 2025, app.today, ("en",), 0)
    assert [one.id for one in year.publications] == [first]
    for wrong, field in (({"link": "not an address"}, "link"), ({"title": " "}, "title")):
        with pytest.raises(FieldProblem) as refused:
            app.run(KeepPublication(wrong, first))
        assert refused.value.field == field
    app.run(PutInBin("visit", (world.visit,)))
    app.run(DropPublications((first,)))
    assert app.read(written_about, world.visit) == 0
    app.undo()
    assert app.read(written_about, world.visit) == 1


def test_works_are_cited_in_the_language_of_the_paper(app, world):
    book = {
        "kind": ReferenceKind.BOOK,
        "title": "Town twinning",
        "authors": "Langenohl, Andreas",
        "year": 2015,
    }
    app.run(KeepReference({**book, "isbn": "9781137021229", "publisher": "Palgrave", "place": "Basingstoke"}))
    article = {
        "kind": ReferenceKind.ARTICLE,
        "title": "Bottom up",
        "authors": " Vion,  Antoine ",
        "year": 2002,
    }
    app.run(KeepReference({**article, "container": "Journal 11(4)", "pages": "623–640"}))
    four = {"kind": ReferenceKind.STUDY, "title": "What next?", "authors": "A; B; C; D", "url": "a.example"}
    app.run(KeepReference(four))
    cited = [cite(one, EN) for one in app.read(reference_rows, EN)]
    assert cited == [
        "A and others (no year): What next? https://a.example",
        "Langenohl, Andreas (2015): Town twinning. Basingstoke: Palgrave. ISBN 978-1-137-02122-9.",
        "Vion, Antoine (2002): Bottom up. In: Journal 11(4). pp. 623–640.",
    ]
    text = " ".join(" ".join(page_texts(paper(app, "bibliography", language="en").pdf)).split())
    assert cited[1] in text
    for wrong, field in (("isbn", "978-1-137-02122-8"), ("issn", "1234"), ("title", "")):
        with pytest.raises(FieldProblem) as refused:
            app.run(KeepReference({**book, wrong: field}))
        assert refused.value.field == wrong


def test_the_starter_list_comes_once_and_all_of_it_can_be_cited(app):
    assert app.read(starter_missing) == len(shipped())
    assert app.run(TakeStarterReferences(shipped(), "de")).result == len(shipped())
    rows = app.read(reference_rows, EN)
    assert all(cite(one, EN) and one.note for one in rows)
    assert all(
        one.source.startswith("https://") and set(one.notes or ()) == {"de", "en", "fr", "pl"}
        for one in shipped()
    )
    assert app.read(starter_missing) == 0
    with pytest.raises(UserError):
        app.run(TakeStarterReferences(shipped(), "de"))

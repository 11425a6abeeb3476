# SPDX-License-Identifier: GPL-3.0-or-later
"""The article drafted from a visit: numbers, programme, who is in charge, and no name of a guest or host."""

from io import BytesIO

from docx import Document

from hospes.papers.article_draft import ArticleForm
from hospes.papers.making import editable
from hospes.queries.paper_visit import paper_visit
from hospes.queries.resolve import visit as find_visit
from tests.papers.printing import gathered, paper
from tests.papers.reading import squeezed, text_of
from tests.papers.visiting import visit_of


def test_a_press_release_counts_guests_and_names_nobody_who_is_private(visiting):
    visit = visit_of(visiting)
    drawn = paper(
        visiting, "article-draft", language="en", second="fr", visit=visit, form=ArticleForm.RELEASE.value
    )
    text = squeezed(text_of(drawn.pdf))
    for words in ("Guests from Montclair-sur-Loire in Rosenau", "18 homes take them in", "Jean-Luc Martin",
                  "8 June 1974", "Arrivée à la maison des associations"):  # fmt: skip
        assert squeezed(words) in text, words
    heads = {"Martin", "Krause"}
    guests = visiting.read(paper_visit, visit).guests
    leaked = [one.name.surname for one in guests if one.name.surname not in heads and one.birth and
              squeezed(f"{one.name.given} {one.name.surname}") in text]  # fmt: skip
    assert len(guests) > 30
    assert leaked == []


def test_where_guests_came_from_is_told_by_who_came(visiting):
    """Montclair was awaited in Lipowiec too, and nobody came from there."""
    drawn = paper(
        visiting, "article-draft", language="en", visit=visiting.read(find_visit, "Ascension visit 2025")
    )
    text = squeezed(text_of(drawn.pdf))
    assert squeezed("Guests from Rosenau in Lipowiec") in text
    assert squeezed("12 people from Rosenau were guests in Lipowiec") in text


def test_as_a_document_it_has_room_for_quotes_and_every_part_to_fill(visiting):
    made = gathered(visiting, "article-draft", language="en", visit=visit_of(visiting), programme=3)
    written = Document(BytesIO(editable(made)))
    assert written.paragraphs[0].text == "Guests from Montclair-sur-Loire in Rosenau"
    programme, quotes = written.tables
    assert len(programme.rows) == 4
    first = [row.cells[0].text for row in quotes.rows]
    assert first[-2:] == ["A guest, without a name", "A host, without a name"]
    assert "Quotes" in [one.text for one in written.paragraphs]

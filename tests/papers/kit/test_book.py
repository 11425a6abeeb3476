# SPDX-License-Identifier: GPL-3.0-or-later
"""The file itself: what it says of itself, feet with page numbers, stopping, and the first page alone."""

import pytest

from hospes.papers.kit.book import Cancelled, EnoughPages
from hospes.papers.kit.listing_draw import draw
from tests.papers.kit.drawing import drawn, flow, listing
from tests.papers.reading import page_texts, reader, squeezed

ROWS = [(f"Zeile {n}", "Rosenau", "06182") for n in range(150)]


def test_the_file_names_itself_and_its_language():
    document = drawn(ROWS[:3])
    found = reader(document.pdf)
    assert found.metadata.title == "Gastgeberliste · Liste d’hébergement"
    assert found.metadata.author.startswith("Partnerschaftsverein Rosenau")
    root = found.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert [str(entry.title) for entry in found.outline] == ["Gastgeberliste · Liste d’hébergement"]


def test_every_foot_counts_the_pages_and_explains_the_list():
    document = drawn(ROWS)
    texts = page_texts(document.pdf)
    assert len(texts) == document.pages == document.pages_in_all > 2
    for number, text in enumerate(texts, 1):
        assert f"Seite · page {number} / {document.pages}" in text
        assert "Vertraulich · Confidentiel" in text
        assert "Alle am 27. April 2026" in text
        assert "Tous au 27 avril 2026" in text


def test_the_first_page_of_a_preview_is_the_first_page_of_the_paper():
    paper = flow(limit=1)
    with pytest.raises(EnoughPages):
        draw(paper, listing(ROWS))
    preview = paper.book.finish(whole=False)
    whole = drawn(ROWS)
    assert (preview.pages, preview.estimated) == (1, True)
    assert preview.pages_in_all == whole.pages
    first, same = page_texts(preview.pdf)[0], page_texts(whole.pdf)[0]
    assert squeezed(first).replace("≈", "") == squeezed(same)


def test_whoever_waits_is_told_how_far_and_can_stop():
    told = []

    def stop(done, of):
        told.append((done, of))
        if done > 40:
            raise Cancelled

    with pytest.raises(Cancelled):
        drawn(ROWS, progress=stop)
    assert told[0][1] == len(ROWS)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_letterhead_stands_on_the_first_page_only():
    texts = page_texts(drawn(ROWS).pdf)
    assert "Rosenau, le 27 avril 2026" in texts[0]
    assert all("Rosenau, le 27 avril 2026" not in text for text in texts[1:])
    assert all("Gastgeberliste · Liste d’hébergement" in text for text in texts[1:])

# SPDX-License-Identifier: GPL-3.0-or-later
"""The attendance list: room to sign, and nothing on it that should not lie open on a table (REQ-4-16)."""

import re
from itertools import pairwise

from tests.papers.people import Somebody, add
from tests.papers.printing import paper, table
from tests.papers.reading import page_texts, reader, text_of


def test_event_day_place_organiser_and_purpose_stand_over_it(founded):
    add(founded, "Anna|Nowak")
    text = text_of(
        paper(
            founded,
            "attendance-list",
            language="de",
            second="fr",
            event="Mitgliederversammlung",
            on="2026-05-07",
            place="Gasthof Linde",
            purpose="Bürgerfonds",
        ).pdf
    )
    for words in ("Mitgliederversammlung", "7. Mai 2026", "7 mai 2026", "Gasthof Linde", "Bürgerfonds"):
        assert words in text
    assert "Partnerschaftsverein Rosenau" in text


def test_nothing_private_lies_open(founded):
    add(founded, Somebody("Anna", "Nowak", "06182 44 17 09", "+496182441709", birth="1950-03-04"))
    text = text_of(paper(founded, "attendance-list").pdf)
    assert "Nowak" in text
    assert "06182" not in text
    assert "1950" not in text
    assert "Mühlgasse" not in text


def test_empty_rows_are_numbered_on(founded):
    add(founded, "Anna|Nowak")
    text = text_of(paper(founded, "attendance-list", reserve="4", language="en").pdf)
    assert re.findall(r"^(\d+)\b", text, re.MULTILINE)[:5] == ["1", "2", "3", "4", "5"]


def rules(pdf):
    """How far the hairlines of a list lie apart on its first page, in millimetres."""
    content = reader(pdf).pages[0].get_contents().get_data().decode("latin-1")
    hair = next(
        part
        for part in re.findall(r"RG [\d.]+ w ((?:[\d.]+ [\d.]+ [ml] )+)S", content)
        if part.count("m") > 3
    )
    heights = [float(y) for y in re.findall(r"[\d.]+ ([\d.]+) m", hair)]
    return [(a - b) * 25.4 / 72 for a, b in pairwise(heights)]


def test_rows_are_nine_millimetres_high(founded):
    add(founded, *[f"Anna|N{n}" for n in range(6)])
    assert all(abs(gap - 9) < 0.05 for gap in rules(paper(founded, "attendance-list").pdf))


def test_signatures_never_stand_on_a_sheet_alone(founded):
    ids = [add(founded, f"Anna|Q{n:02}Q")[0] for n in range(40)]
    for count in range(8, 40, 2):
        document = paper(founded, "attendance-list", people=tuple(ids[:count]), reserve="0", language="en")
        last = page_texts(document.pdf)[-1]
        assert "Signature of the leader" in last
        assert re.search(r"Q\d\dQ", last)


def test_two_leaders_sign_for_young_people(founded):
    add(founded, "Anna|Nowak")
    text = text_of(paper(founded, "attendance-list", leaders="2", language="en").pdf)
    assert text.count("Signature of the leader") == 2
    assert "Signature of the leader" not in text_of(
        paper(founded, "attendance-list", leaders="0", language="en").pdf
    )


def test_votes_have_a_column_if_asked_for(founded):
    add(founded, "Anna|Nowak")
    assert "Votes" in text_of(paper(founded, "attendance-list", votes="yes", language="en").pdf)
    assert "Votes" not in text_of(paper(founded, "attendance-list", language="en").pdf)


def test_small_words_of_a_name_stand_where_their_country_has_them(founded):
    add(founded, Somebody("Anna", "Heide", more={"surname_prefix": "von der", "country": "DE"}))
    add(founded, Somebody("Dávid", "Kovács", more={"name_order": "surname_first", "country": "HU"}))
    rows = table(founded, "attendance-list", language="de").rows
    assert [row[1:3] for row in rows] == [["Heide", "Anna von der"], ["Kovács", "Dávid"]]

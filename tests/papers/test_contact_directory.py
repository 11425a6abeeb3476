# SPDX-License-Identifier: GPL-3.0-or-later
"""The contact directory: organisations under their towns, ours first, with those who speak for them."""

from tests.papers.printing import paper, table
from tests.papers.reading import text_of


def test_our_town_comes_first_and_towns_are_called_as_the_reader_calls_them(rosenau):
    text = text_of(paper(rosenau, "contact-directory", language="de").pdf)
    headings = [text.index(f"\n{town}\n") for town in ("Rosenau", "Lipowitz", "Montclair an der Loire")]
    assert headings == sorted(headings)


def test_functions_are_said_in_the_form_for_the_person_and_in_the_language(rosenau):
    french = table(rosenau, "contact-directory", language="fr")
    german = table(rosenau, "contact-directory", language="de")
    assert "maire" in " ".join(row[5] for row in french.rows).lower()
    assert "Bürgermeister" in [row[5] for row in german.rows]


def test_only_the_kinds_that_are_wanted(rosenau):
    schools = table(rosenau, "contact-directory", language="de", sectors="education").rows
    everything = table(rosenau, "contact-directory", language="de").rows
    assert 0 < len(schools) < len(everything)
    assert all(
        "schule" in row[1].lower() or "kita" in row[1].lower() or "hoch" in row[1].lower() for row in schools
    )


def test_words_of_a_filter_are_found_in_organisations_and_people(rosenau):
    found = table(rosenau, "contact-directory", language="de", filter="liederkranz").rows
    assert {row[0] for row in found} == {"Liederkranz Rosenau"}
    person = found[0][4].split()[-1]
    assert "Liederkranz Rosenau" in {
        row[0] for row in table(rosenau, "contact-directory", language="de", filter=person).rows
    }


def test_our_own_association_is_not_its_own_contact(rosenau):
    names = {row[0] for row in table(rosenau, "contact-directory", language="de").rows}
    assert not any(name.startswith("Partnerschaftsverein Rosenau") for name in names)


def test_under_kinds_or_without_groups(rosenau):
    by_kind = text_of(paper(rosenau, "contact-directory", language="en", group="sector").pdf)
    plain = text_of(paper(rosenau, "contact-directory", language="en", group="none").pdf)
    assert "Politics" in by_kind
    assert "\nLipowitz\n" not in plain

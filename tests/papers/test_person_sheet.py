# SPDX-License-Identifier: GPL-3.0-or-later
"""The data sheet: everything on one person, health only where it is asked for."""

import datetime as dt

from hospes.domain.codes import HealthKind
from hospes.queries.paper_person import person_sheet
from hospes.queries.resolve import person
from hospes.store.tables.notes import Note
from hospes.store.tables.people import HealthNote
from tests.papers.people import Somebody, add
from tests.papers.printing import paper
from tests.papers.reading import reader, squeezed, text_of


class _Put:
    """Rows beside a person."""

    code, quiet = "test-put", False

    def __init__(self, *rows):
        self.rows = rows

    def apply(self, w):
        for table, values in self.rows:
            w.create(table, **values)

    def refs(self, result):
        return {}


def test_everything_kept_on_the_chair_stands_on_her_sheet(rosenau):
    hannelore = rosenau.read(person, "hannelore fischer")
    sheet = rosenau.read(person_sheet, hannelore, rosenau.today, "de", with_health=True)
    text = squeezed(text_of(paper(rosenau, "person-sheet", person=hannelore, language="de").pdf))
    assert sheet.dues
    assert sheet.visits
    assert sheet.consents
    for visit in sheet.visits:
        assert squeezed(visit.title) in text
    for reach in sheet.person.reaches:
        assert squeezed(reach.value) in text
    for words in ("Vorsitzende", "06182471023", "Rosenweg4", "35,00€"):
        assert words in text


def test_it_is_written_in_the_persons_own_language(founded):
    (claire,) = add(founded, Somebody("Claire", "Dubois", more={"preferred_language": "fr"}))
    document = paper(founded, "person-sheet", person=claire)
    assert reader(document.pdf).trailer["/Root"]["/Lang"] == "fr"
    assert "Claire Dubois" in text_of(document.pdf)


def test_health_notes_stand_on_it_only_if_asked_for(founded):
    (anna,) = add(founded, "Anna|Nowak")
    note = {"person_id": anna, "kind": HealthKind.ALLERGY, "text": "Nüsse"}
    founded.run(_Put((HealthNote, note)))
    assert "Nüsse" not in text_of(paper(founded, "person-sheet", person=anna).pdf)
    assert "Nüsse" in text_of(paper(founded, "person-sheet", person=anna, health="yes").pdf)


def test_notes_can_be_left_out(founded):
    (anna,) = add(founded, "Anna|Nowak")
    founded.run(_Put((Note, {"person_id": anna, "on": dt.date(2026, 1, 2), "text": "Singt im Chor <Alt>"})))
    assert "Singt im Chor <Alt>" in text_of(paper(founded, "person-sheet", person=anna).pdf)
    assert "Singt im Chor" not in text_of(paper(founded, "person-sheet", person=anna, notes="no").pdf)


def test_a_note_of_ten_pages_is_printed_whole(founded):
    (anna,) = add(founded, "Anna|Nowak")
    words = " ".join(f"Wort{n}" for n in range(6000))
    founded.run(_Put((Note, {"person_id": anna, "on": dt.date(2026, 1, 2), "text": words})))
    document = paper(founded, "person-sheet", person=anna)
    text = text_of(document.pdf).split()
    assert document.pages >= 8
    assert [f"Wort{n}" for n in range(6000) if f"Wort{n}" not in set(text)] == []


def test_a_name_in_letters_of_its_own_stands_in_both(founded):
    names = {"script_name": "Оксана Коваль", "latin_name": "Oksana Koval"}
    (oksana,) = add(founded, Somebody("Oksana", "Koval", more=names))
    text = text_of(paper(founded, "person-sheet", person=oksana, language="de").pdf)
    assert "Oksana Koval (Оксана Коваль)" in text

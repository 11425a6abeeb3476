# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a project, and its effects on the papers of the year and of a visit."""

import io

import pytest
from docx import Document

from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.papers.base import Scope
from hospes.papers.kit.tongues import Tongues
from hospes.papers.making import find_paper
from hospes.queries.resolve import project, visit
from tests.papers.printing import paper
from tests.papers.reading import squeezed, text_of

HERE = "Vierzig Menschen aus Rosenau gaben Zeit oder Möbel"
BEYOND = "Elf weitere Städte benutzen den Leitfaden"


def test_the_sheet_says_who_when_how_much_what_and_what_for(rosenau):
    lab = rosenau.read(project, "Werkstatt der Städte")
    drawn = squeezed(text_of(paper(rosenau, "project-sheet", language="de", second="fr", project=lab).pdf))
    for words in (
        "Werkstatt der Städte für den Wiederaufbau · Atelier des villes pour la reconstruction",
        "Januar 2023 bis Juni 2024 · janvier 2023 à juin 2024",
        "Montclair an der Loire, Lipowitz, Wyschnessad",
        "Montclair-sur-Loire, Lipowiec, Vychnessad",
        "Stiftung Nachbarn in Europa (Beispiel): 24.000,00 €",
        "27.500,00 €",
        "Fünf Schulungen für Ehrenamtliche",
        HERE,
        BEYOND,
        "Onze autres villes utilisent le guide",
        "17.–21. Mai 2023",
        "Lastwagen für die Schulmöbel finden",
        "Thomas Weber",
    ):
        assert squeezed(words) in drawn, words


def test_it_goes_on_as_a_document_and_needs_a_project(rosenau):
    sheet = find_paper("project-sheet")
    options = sheet.options(money=False, tasks=False)
    german = Locale.of("de")
    with pytest.raises(UserError) as told:
        rosenau.read(sheet.data, options, Scope(rosenau.today), german)
    assert told.value.code == "project-needed"
    scope = Scope(rosenau.today, project=rosenau.read(project, "Werkstatt der Städte"))
    data = rosenau.read(sheet.data, options, scope, german)
    written = Document(io.BytesIO(sheet.document(data, options, Tongues(german))))
    text = "\n".join([one.text for one in written.paragraphs])
    assert HERE in text
    assert "24.000" not in text


def test_both_effects_stand_in_the_reports_of_the_year_and_of_its_visits(rosenau):
    here, beyond = squeezed(HERE), squeezed(BEYOND)
    year = squeezed(text_of(paper(rosenau, "activity-report", language="de", year="2024").pdf))
    assert here in year
    assert beyond in year
    report = paper(rosenau, "visit-report", language="de", visit=rosenau.read(visit, "2024"))
    assert here in squeezed(text_of(report.pdf))
    proof = paper(rosenau, "grant-proof", language="de", visit=rosenau.read(visit, "2025"))
    assert squeezed("Drei Schulen vergleichen jeden Monat ihre Zahlen") in squeezed(text_of(proof.pdf))

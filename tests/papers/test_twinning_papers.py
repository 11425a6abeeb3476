# SPDX-License-Identifier: GPL-3.0-or-later
"""Fact sheet and chronicle of a twinning: what they say, as of when, in two languages, and as a document."""

import io

import docx
import pytest

from hospes.app import App
from hospes.domain.errors import UserError
from hospes.papers.making import editable
from hospes.queries.resolve import twinning
from tests import make
from tests.papers.printing import gathered, paper
from tests.papers.reading import squeezed, text_of
from tests.regions import regions


def chronicle(app, name, **more):
    return paper(app, "twinning-chronicle", twinning=app.read(twinning, name), **more)


def test_the_chronicle_of_the_triangle_in_two_languages(rosenau):
    text = squeezed(text_of(chronicle(rosenau, "Dreieck der drei Städte", language="de", second="fr").pdf))
    for words in (
        "Dreieck der drei Städte · Triangle des trois villes",
        "1974–1989: Sich kennenlernen",
        "1974–1989: Se connaître",
        "Es begann mit einem Chor",
        "Tout a commencé par une chorale",
        "Partnerschaftsurkunde: Rosenau – Montclair an der Loire",
        "12. Oktober 1974, Rathaus Rosenau",
        "Karl Osswald (Bürgermeister), Marcel Guillemin (maire)",
        "Urząd Miejski",
        "Versöhnung nach 1945",
        "Réconciliation après 1945",
        "Alle drei Städte hatten eine Weberei",
    ):
        assert squeezed(words) in text, words
    # The order is that of time, whichever of the four twinnings it belongs to.
    text = text[text.index(squeezed("1974–1989: Sich")) :]
    order = [text.index(squeezed(w)) for w in ("8. Juni 1974", "17. September 1994", "13. September 2014")]
    assert order == sorted(order)


def test_without_its_ring_a_chronicle_is_its_own(rosenau):
    text = text_of(chronicle(rosenau, "Rosenau und Lipowitz", language="de", rings="no").pdf)
    assert squeezed("die Schule von Lipowiec") in squeezed(text)
    assert squeezed("Marcel Guillemin") not in squeezed(text)


def test_the_real_chain_reads_right_on_paper(tmp_path):
    app = make.founded(tmp_path / "regions.hospes")
    bond = regions(app).bond
    text = squeezed(text_of(paper(app, "twinning-chronicle", twinning=bond, language="de", second="fr").pdf))
    for words in (
        "Gemeinsames Arbeitsprogramm",
        "Programme de travail commun",
        "4. September 2024",
        "Erneuerung der Gemeinsamen Erklärung",
        "Nord-Pas-de-Calais und Pikardie",
    ):
        assert squeezed(words) in text, words
    facts = squeezed(text_of(paper(app, "twinning-facts", twinning=bond, language="fr").pdf))
    assert squeezed("Rhénanie-du-Nord-Westphalie – Nord-Pas-de-Calais") in facts
    assert squeezed("Rhénanie-du-Nord-Westphalie – Hauts-de-France") in facts
    app.close()


def test_the_fact_sheet_says_who_and_what(rosenau):
    bond = rosenau.read(twinning, "Rosenau und Montclair an der Loire")
    text = squeezed(text_of(paper(rosenau, "twinning-facts", twinning=bond, language="de").pdf))
    for words in (
        "Montclair an der Loire (Frankreich)",
        "Familien kennen einander",
        "Élisabeth de La Roche",
        "Himmelfahrtsbesuch 2026",
    ):
        assert squeezed(words) in text, words
    without = text_of(paper(rosenau, "twinning-facts", twinning=bond, language="de", offices="no").pdf)
    assert squeezed("Jean-Luc Martin") not in squeezed(without)


def test_the_chronicle_can_be_written_on(rosenau):
    ready = gathered(
        rosenau,
        "twinning-chronicle",
        twinning=rosenau.read(twinning, "Dreieck der drei Städte"),
        language="de",
    )
    document = docx.Document(io.BytesIO(editable(ready)))
    assert any("Es begann mit einem Chor" in part.text for part in document.paragraphs)
    assert len(document.tables) >= 4


def test_a_paper_for_no_twinning_asks_for_one(rosenau: App):
    with pytest.raises(UserError) as refused:
        paper(rosenau, "twinning-facts")
    assert refused.value.code == "twinning-needed"


def test_why_numbers_differ_is_said_in_both_languages_each_in_its_line(rosenau):
    found = text_of(paper(rosenau, "twinning-statistics", language="fr", second="pl").pdf)
    told = squeezed(found)
    assert squeezed("On s'en approche en comptant deux fois").replace("'", "’") in told.replace("'", "’")
    assert squeezed("Zbliżymy się, licząc dwa razy") in told
    assert "Niemcy On" not in found.replace("\n", "|")

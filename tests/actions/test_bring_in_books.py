# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists for the books, as associations keep them in four languages: read, brought in once, doubts told."""

from datetime import date

import pytest

from hospes.domain.courtesies import CourtesyKind
from hospes.domain.errors import UserError
from hospes.domain.goods import GoodsUnit
from hospes.domain.publications import PublicationKind
from hospes.domain.references import ReferenceKind
from hospes.domain.values import Money
from hospes.domain.volunteering import HoursKind
from hospes.i18n.locale import Locale
from hospes.queries.courtesies import courtesy_rows
from hospes.queries.goods import goods_rows
from hospes.queries.publications import publication_rows
from hospes.queries.references import reference_rows
from hospes.queries.volunteering import hours_rows
from hospes.transfer.bringing import check, look_at_text

DE = Locale.of("de")


def checked(app, kind, text, visit=None):
    return check(look_at_text(text, "list.csv"), app.read, DE, app.today, kind=kind, visit=visit)


def brought(app, kind, text, visit=None):
    """Brought in, and a second time nothing is left to do."""
    found = checked(app, kind, text, visit)
    app.run(found.action())
    assert checked(app, kind, text, visit).count() == 0
    return found


def told(found):
    return [(one.row, one.code) for one in found.understood.rejected]


def test_hours_of_a_notebook(app, world):
    found = brought(
        app,
        "hours",
        "Datum;Name;Stunden;Wofür\n"
        "7.2.2026;Nowak, Barbara;2,5;Vorstandsarbeit\n"
        "8.2.2026;Barbara Nowak;1:30;Blumen gießen\n"
        "10.2.2026;Barbara Nowak;1;Traduction\n"
        "9.2.2026;Niemand Bekannt;3;Büro\n"
        ";Barbara Nowak;3;\n"
        "9.2.2026;Barbara Nowak;30;\n",
    )
    assert told(found) == [(5, "person-unknown"), (6, "no-day"), (7, "hours-unusable")]
    assert [one.value for one in found.understood.remarks] == ["Blumen gießen"]
    rows = sorted(app.read(hours_rows, DE), key=lambda one: one.first)
    assert [(one.name, one.first, one.minutes, one.kind) for one in rows] == [
        ("Barbara Nowak", date(2026, 2, 7), 150, HoursKind.COMMITTEE),
        ("Barbara Nowak", date(2026, 2, 8), 90, HoursKind.OTHER),
        ("Barbara Nowak", date(2026, 2, 10), 60, HoursKind.INTERPRETING),
    ]
    app.undo()
    assert not app.read(hours_rows, DE)


def test_gifts_and_honours_find_whom_they_are_for(app, world):
    brought(
        app,
        "courtesies",
        "Cadeau;Nature;Date;Pour qui ou de qui;Occasion\n"
        "Un vase;Cadeau reçu;14/05/2023;Barbara Nowak;Ascension\n"
        "Un livre;offert;14/05/2023;Le maire de Montclair;\n",
    )
    rows = {one.what: one for one in app.read(courtesy_rows, DE)}
    assert (rows["Un vase"].person_id, rows["Un vase"].kind) == (world.barbara, CourtesyKind.GIFT_RECEIVED)
    assert (rows["Un livre"].whom, rows["Un livre"].kind) == (
        "Le maire de Montclair",
        CourtesyKind.GIFT_GIVEN,
    )


def test_publications_and_the_library(app, world):
    found = brought(
        app,
        "publications",
        "Title,Kind,Published,Newspaper,Link\n"
        "Fifty years,Article in the press,2024-06-09,Rosenauer Bote,https://example.org/50\n"
        "Rundbrief 1,Rundbrief,2025-03-01,,www\n",
    )
    assert [one.column for one in found.understood.remarks] == ["Link"]
    rows = {one.title: one for one in app.read(publication_rows, DE)}
    assert rows["Fifty years"].kind is PublicationKind.PRESS_ARTICLE
    assert rows["Fifty years"].link == "https://example.org/50"
    assert (rows["Rundbrief 1"].kind, rows["Rundbrief 1"].link) == (PublicationKind.NEWSLETTER, "")
    found = brought(
        app,
        "references",
        "Tytuł;Autorzy;Rok wydania;Rodzaj;Wydawnictwo;Język;ISBN\n"
        "Miasta partnerskie;Kowalska, Anna;2019;Książka;Lipowiec;polski;83-123\n"
        "Bez roku;;dawno;;;;\n",
    )
    assert told(found) == [(3, "year-unusable")]
    assert [(one.row, one.column) for one in found.understood.remarks] == [(2, "ISBN")]
    (work,) = app.read(reference_rows, DE)
    assert (work.title, work.year, work.kind, work.language) == (
        "Miasta partnerskie", 2019, ReferenceKind.BOOK, "pl",
    )  # fmt: skip


def test_goods_with_weights_and_values(app, world):
    text = (
        "Was;Anzahl;Einheit;Gewicht kg;Wert;Karton;Spender\n"
        "Decken;90;Stk;135;900,00 €;Kartons 1–9;Gisela Hoffmann\n"
        "Verbandskästen;30;Kartons;;;;\n"
        "Betten;viele;;;;;\n"
        "Schläuche;2;;schwer;;;\n"
    )
    found = brought(app, "goods", text, world.visit)
    assert told(found) == [(4, "number-unusable"), (5, "weight-unreadable")]
    blankets, aid = app.read(goods_rows, world.visit)
    assert (blankets.number, blankets.grams, blankets.value) == (90, 135_000, Money(90_000))
    assert (aid.unit, aid.grams, aid.value) == (GoodsUnit.BOX, None, None)


def test_a_list_without_the_column_that_matters_is_refused(app, world):
    with pytest.raises(UserError) as refused:
        checked(app, "goods", "Farbe;Größe\nrot;3\n", world.visit)
    assert refused.value.code == "no-column"

# SPDX-License-Identifier: GPL-3.0-or-later
"""What was wrong on visit papers once: words cut in two, a language missing, one line on a sheet."""

import datetime as dt

import pypdfium2
import pytest

from hospes.i18n.locale import Locale
from tests.papers.printing import paper
from tests.papers.reading import page_texts, text_of
from tests.papers.visiting import visit_of


def read(app, code, **options):
    return text_of(paper(app, code, visit=visit_of(app), **options).pdf)


def test_a_word_of_a_heading_is_never_cut_in_two(rosenau):
    assert "Obecność" in read(rosenau, "call-out-list", language="pl")


def test_days_begin_like_sentences_and_the_polish_may_is_in_its_form(rosenau):
    assert "Mercredi 13 mai 2026" in read(rosenau, "visit-programme", language="fr")
    assert "Środa, 13 maja 2026" in read(rosenau, "catering-counts", language="pl")
    assert Locale.of("pl").date(dt.date(2026, 5, 13), "weekday_short") == "śr., 13 maja"


def test_the_emergency_box_speaks_a_second_language_no_delegation_speaks(rosenau):
    found = read(rosenau, "hosting-list", language="de", second="pl")
    assert "Im Notfall während des Besuchs" in found
    assert "W nagłym wypadku podczas wizyty" in found


def test_numbers_in_an_emergency_can_be_dialled_from_both_countries(rosenau):
    assert "+49 176 04069009" in read(rosenau, "guest-card", language="de"), "guests have foreign telephones"
    assert "+33 6 39 98 70 02" in read(rosenau, "emergency-sheet", language="de")
    found = read(rosenau, "emergency-sheet", language="fr")
    assert "\n+33 6 39 98 70 02" in found, "a number stands on a line of its own, never broken in two"
    assert "(parent)" in found, "only German writes its nouns with a capital"


@pytest.mark.parametrize("second", ["", "fr"])
def test_a_host_sheet_in_two_languages_is_as_short_as_one_in_one(rosenau, second):
    document = paper(rosenau, "host-sheet", visit=visit_of(rosenau), language="de", second=second)
    assert document.pages == 18


def test_what_the_program_says_on_cards_and_host_sheets_stands_in_both_languages(rosenau):
    card = read(rosenau, "guest-card", language="de", second="fr")
    assert "Mittwoch, 13. Mai 2026, 17:00" in card
    assert "mercredi 13 mai 2026, 17:00" in card, "the day a guest comes"
    assert "allemand, anglais, français" in card, "the languages of a home"
    untold = read(rosenau, "guest-card", language="fr", second="pl")
    assert "holen ihre Gäste" not in untold, (
        "the programme is not written in Polish: no third language instead"
    )
    meet = read(rosenau, "host-sheet", language="de", second="pl")
    assert "Mittwoch, 13. Mai 2026, 17:00 · Bürgerhaus, Parkplatz" in meet
    assert "13 maja 2026, 17:00 · Bürgerhaus" not in meet, "a place nobody translated stands once"
    sheet = read(rosenau, "host-sheet", language="de", second="fr")
    assert "mercredi 13 mai 2026, 17:00 · Bürgerhaus, parking" in sheet
    assert "français, allemand (bien)" in sheet
    assert "62 ans" in sheet
    assert "Rien au programme : la soirée est à vous." in sheet.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_balance_is_under_the_last_line_of_the_budget(rosenau):
    visit = visit_of(rosenau)
    for second in ("", "fr", "pl"):
        pages = page_texts(paper(rosenau, "visit-budget", visit=visit, language="de", second=second).pdf)
        assert "Anteile der Teilnehmenden" in pages[-1]
        assert "Einnahmen minus Kosten" in pages[-1]


def test_large_cards_become_smaller_rather_than_too_full(rosenau):
    options = {"large_print": "yes", "size": "letter", "language": "de", "second": "fr"}
    document = paper(rosenau, "guest-card", visit=visit_of(rosenau), **options)
    assert document.notes == ()


@pytest.mark.parametrize("second", ["fr", "pl"])
def test_a_form_is_signed_on_the_sheet_that_says_what_is_agreed_to(rosenau, second):
    options = {"visit": visit_of(rosenau), "language": "de", "second": second}
    last = page_texts(paper(rosenau, "registration-form-host", **options).pdf)[-1]
    assert "Ich stimme zu" in last
    assert "Unterschrift" in last


def test_no_sheet_of_a_list_to_sign_has_nothing_but_empty_rows(rosenau):
    for scheme in ("general", "eu", "dfjw", "dpjw", "municipal", "training"):
        options = {"visit": visit_of(rosenau), "language": "de", "scheme": scheme}
        last = page_texts(paper(rosenau, "participants-list", **options).pdf)[-1]
        assert "Thomas" in last
        assert "34 Teilnehmende" in last
    all_ten = read(rosenau, "participants-list", language="de", reserve=10)
    assert "\n44\n" in all_ten, "whoever asks for more rows gets them"
    last = page_texts(paper(rosenau, "meeting-sign-in", language="pl", second="de").pdf)[-1]
    assert "Zimmermann" in last, "the lines to sign on are under the list"


def test_people_have_names_and_no_designations(rosenau):
    assert "Imię i nazwisko" in read(rosenau, "bus-list", language="pl")


def test_nothing_in_the_small_head_of_later_pages_is_cut(rosenau):
    options = {"visit": visit_of(rosenau), "language": "de", "booklet": "yes", "access": "no"}
    folded = paper(rosenau, "visit-programme", **options)
    half = page_texts(folded.pdf)
    assert "Partnerschaftsverein Rosenau – Montclair e.V." in half[1]
    assert "Freitag, 15. Mai 2026 …" in half[1], "a day that goes on says on the next page which it is"


def test_both_languages_of_a_programme_stand_level(rosenau):
    document = paper(rosenau, "visit-programme", visit=visit_of(rosenau), language="de", second="fr")
    page = pypdfium2.PdfDocument(document.pdf)[0].get_textpage()

    def height(words):
        at, _ = page.search(words).get_next()
        return page.get_charbox(at, loose=True)[1]  # the letter's own box differs with its form

    for german, french in (
        ("Ankunft am Bürgerhaus", "Arrivée à la maison des associations"),
        ("Die Gastgeber holen ihre Gäste ab.", "Les familles viennent chercher leurs hôtes."),
    ):
        assert height(german) == pytest.approx(height(french), abs=0.3)


def test_words_alone_in_a_line_begin_with_a_capital(rosenau):
    assert "Gezählt aus 55 Personen" in read(rosenau, "catering-counts", language="de")
    assert "Es fehlen noch" in read(rosenau, "visit-budget", language="de")


def test_a_proof_of_use_says_rules_and_counting_in_both_languages(rosenau):
    found = read(rosenau, "grant-proof", language="de", second="fr")
    for words in (
        "Es nehmen Personen aus",
        "Des personnes de ces pays",
        "anerkannten Kosten",
        "Summe: Kosten / Total",
    ):
        assert words in found


def test_a_common_word_of_a_narrow_column_is_not_cut_in_two(rosenau):
    found = read(rosenau, "volunteer-hours", language="pl", details="yes")
    assert found.count("Wniebowstąpienie\n2026") == 5


def test_what_is_signed_is_not_alone_on_a_sheet(rosenau):
    """The last rows of the table above go with the statement of a proof of use."""
    pages = page_texts(paper(rosenau, "grant-proof", visit=visit_of(rosenau), language="fr", second="de").pdf)
    signed = [page for page in pages if "8 Déclaration" in " ".join(page.split())][-1]
    assert "Programme tel qu" in signed, "the last document that has to be handed in"


def test_the_kitchen_reads_what_is_written_in_either_language(rosenau):
    found = read(rosenau, "catering-counts", language="pl", second="fr", every="yes")
    assert "Arrivée à la maison des associations" in found
    assert "Ankunft am Bürgerhaus" not in found
    assert "Ankunft am Bürgerhaus" in read(rosenau, "catering-counts", language="pl", every="yes")


def test_letters_of_thanks_in_two_languages_say_it_all_twice(rosenau):
    visit = visit_of(rosenau)
    for way, grouped in (("below", True), ("beside", False)):
        made = paper(
            rosenau, "thank-you-letters", visit=visit, language="de", second="fr", two_ways=way
        )  # fmt: skip
        letter = page_texts(made.pdf)[0]
        for words in ("Sehr geehrte Frau Baumann,", "Mit freundlichen Grüßen", "Madame,", "Un grand merci"):
            assert words in letter
        assert (letter.index("Mit freundlichen Grüßen") < letter.index("Un grand merci")) is grouped


def test_who_comes_a_day_later_is_not_told_to_be_met_at_breakfast(rosenau):
    pages = page_texts(paper(rosenau, "guest-card", visit=visit_of(rosenau), language="de").pdf)
    card = next(text for text in pages if "Marc Simon" in text)
    late = card[card.index("Marc Simon") : card.index("Nadège Thomas")]
    assert "Donnerstag, 14. Mai 2026" in late
    assert "Wie Sie abgeholt werden" not in late
    assert "Wie Sie abgeholt werden" in card


def test_what_a_chart_shows_is_said_on_its_own_sheet_in_both_languages(rosenau):
    pages = page_texts(paper(rosenau, "activity-report", language="de", second="fr").pdf)
    said = [at for at, text in enumerate(pages) if "Membres par âge" in text]
    drawn = [at for at, text in enumerate(pages) if "75 und älter / 75 ans et plus" in text]
    assert said
    assert said == drawn

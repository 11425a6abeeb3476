# SPDX-License-Identifier: GPL-3.0-or-later
"""Programme, lists to sign and to call out, coach, rooms, kitchen, draw, changes: what stands on them."""

import datetime as dt
import io
import re

import pytest
from docx import Document
from sqlalchemy import select

from hospes.domain.codes_visit import ParticipationState
from hospes.i18n.locale import Locale
from hospes.papers.making import draw, editable
from hospes.queries.participants import visit_people
from hospes.queries.participants_draw import draws_of
from hospes.queries.resolve import visit as find_visit
from hospes.store.tables.goods import Goods
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, ProgrammeItem
from tests.make import do
from tests.papers.printing import gathered, paper, table
from tests.papers.reading import page_measures, page_texts, signs, squeezed, text_of
from tests.papers.test_attendance_list import rules
from tests.papers.test_hosting_list import remember
from tests.papers.visiting import draw_places, visit_of


def text(app, code, **options):
    return text_of(paper(app, code, visit=visit_of(app), **options).pdf)


# ---- programme -------------------------------------------------------------------------------------------


def test_the_two_languages_of_a_programme_stand_level_side_by_side(rosenau):
    pdf = paper(rosenau, "visit-programme", visit=visit_of(rosenau), language="de", second="fr").pdf
    found = signs(pdf)
    letters = "".join(sign.letter for sign in found)
    german, french = (found[letters.index(words)] for words in ("EmpfangimRathaus", "Réceptionàl"))
    assert german.page == french.page
    assert abs(german.bottom - french.bottom) < 0.6
    assert german.left < french.left


def test_texts_without_a_translation_are_marked_and_counted(rosenau):
    document = paper(rosenau, "visit-programme", visit=visit_of(rosenau), language="de", second="fr")
    found = text_of(document.pdf)
    assert found.count("°") == 3 + document.pages
    assert [note.args["n"] for note in document.notes] == [3]


def test_times_in_words_are_told_in_the_language_of_the_paper(rosenau):
    assert "abends" in text(rosenau, "visit-programme", language="de")


# ---- lists to sign ---------------------------------------------------------------------------------------


def test_rows_to_sign_are_nine_millimetres_high_and_numbered_through(rosenau):
    document = paper(rosenau, "participants-list", visit=visit_of(rosenau), language="en", reserve="5")
    assert all(gap > 8.95 for gap in rules(document.pdf))
    assert document.landscape
    numbers = [int(n) for n in re.findall(r"^(\d+)(?= [A-ZÀ-Ž]|$)", text_of(document.pdf), re.MULTILINE)]
    assert numbers[:39] == list(range(1, 40))


@pytest.mark.parametrize(
    ("scheme", "there", "absent"),
    [
        ("general", ["Signature"], ["Date of birth", "Occupation", "13/11/1992"]),
        ("eu", ["Sex, age", "Role", "Days present", "stamp"], ["Date of birth"]),
        ("dfjw", ["Date of birth", "List F, people who live in: France", "Occupation", "Town, Postcode"], []),
        ("dpjw", ["Date of birth", "Signature of the host partner"], []),
        ("municipal", ["Address", "Days present"], ["Date of birth"]),
    ],
)
def test_each_funder_gets_the_columns_it_asks_for(rosenau, scheme, there, absent):
    found = squeezed(text(rosenau, "participants-list", language="en", scheme=scheme))
    for words in there:
        assert squeezed(words) in found, words
    for words in absent:
        assert squeezed(words) not in found, words


# ---- letters, cards, badges ------------------------------------------------------------------------------


def test_each_home_has_a_sheet_of_its_own_with_its_own_page_numbers(rosenau):
    pages = page_texts(paper(rosenau, "host-sheet", visit=visit_of(rosenau)).pdf)
    assert len(pages) == 18
    assert all("Seite 1 / 1" in page for page in pages)
    becks = next(page for page in pages if "Beck" in page and "Julie Lambert" in page)
    assert "Sophie Lambert" in becks
    assert "Bürgerhaus" in becks  # where the guests are met


def test_a_sheet_is_made_for_one_home_alone(rosenau):
    from hospes.queries.resolve import person

    who = rosenau.read(person, "Christel Baumann")
    pages = page_texts(paper(rosenau, "host-sheet", visit=visit_of(rosenau), person=who).pdf)
    assert len(pages) == 1
    assert "Anne Leroy" in pages[0]


def test_a_guest_card_speaks_the_guests_language(rosenau):
    found = text(rosenau, "guest-card")
    assert "mercredi 13 mai 2026, 17:00" in found
    assert "+49" in found  # a French reader dials from abroad
    assert found.count("Visite de l'Ascension 2026") == 34
    german = text(rosenau, "guest-card", language="de")
    assert "Mittwoch, 13. Mai 2026, 17:00" in german


def test_two_cards_lie_on_a_sheet_and_none_crosses_the_cut(rosenau):
    document = paper(rosenau, "guest-card", visit=visit_of(rosenau))
    assert document.pages == 17
    assert document.full_size
    assert document.notes == ()
    assert not [sign for sign in signs(document.pdf) if sign.top < 148.5 < sign.bottom]


def test_the_given_name_on_a_badge_is_28_points_high(rosenau):
    document = paper(rosenau, "name-badges", visit=visit_of(rosenau), whose="guests")
    assert document.pages == 4
    assert re.search(rb" 28 Tf", b"".join(page.get_contents().get_data() for page in _pages(document.pdf)))


def _pages(pdf):
    from tests.papers.reading import reader

    return reader(pdf).pages


def test_place_cards_have_their_name_below_the_fold(rosenau):
    document = paper(rosenau, "place-cards", visit=visit_of(rosenau), whose="guests")
    wide, high = page_measures(document.pdf)[0]
    first = [sign for sign in signs(document.pdf) if sign.page == 1 and sign.left < wide / 2]
    upper = [sign for sign in first if sign.top < high / 2]
    assert upper
    assert min(sign.top for sign in upper) > 38.5 + 55


def test_the_call_out_lists_go_by_guest_and_by_host(rosenau):
    pages = page_texts(paper(rosenau, "call-out-list", visit=visit_of(rosenau), language="en").pdf)
    assert "Guests and their hosts" in pages[0]
    assert any("Hosts and their guests" in page for page in pages)
    assert len(page_texts(paper(rosenau, "call-out-list", visit=visit_of(rosenau), by="host").pdf)) == 2


def test_letters_of_thanks_greet_in_the_readers_language_and_name_the_guests(rosenau):
    found = text(rosenau, "thank-you-letters", whom="hosts")
    assert "Sehr geehrte Frau Baumann," in found
    assert "Anne Leroy" in found
    assert "Mit freundlichen Grüßen" in found
    helpers = text(rosenau, "thank-you-letters", whom="helpers")
    assert "Anne Leroy" not in helpers
    assert "Krüger" in helpers


def test_forms_have_the_same_numbers_in_every_language(rosenau):
    def last_number(language):
        found = 0
        told = text(rosenau, "registration-form-guest", language=language)
        for number in re.findall(r"^(\d+)  ?\S", told, re.M):
            found += int(number) == found + 1  # lines of other words may begin with a figure too
        return found

    numbers = {language: last_number(language) for language in ("de", "en", "fr", "pl")}
    assert len(set(numbers.values())) == 1, numbers
    assert numbers["de"] > 35


def test_a_filled_form_has_what_is_known_and_asks_the_rest_anew(rosenau):
    from hospes.queries.resolve import person

    who = rosenau.read(person, "Sylvie Moreau")
    filled = text(rosenau, "registration-form-guest", filled="yes", person=who, language="en")
    assert "Moreau" in filled
    assert "Sylvie" in filled
    blank = text(rosenau, "registration-form-guest", language="en")
    assert "Moreau" not in blank


# ---- kitchen, coach, rooms -------------------------------------------------------------------------------


def test_the_kitchen_gets_numbers_and_no_names(rosenau):
    found = table(rosenau, "catering-counts", visit=visit_of(rosenau), language="en")
    assert "Vegetarian" in found.headings
    lunch = next(row for row in found.rows if row[4] == "Gasthof Linde")
    assert lunch[5] == 34
    assert lunch[found.headings.index("Vegetarian")] == 3
    assert "Moreau" not in text(rosenau, "catering-counts", language="en")
    assert "Moreau" in text(rosenau, "catering-counts", language="en", names="yes")


def test_a_coach_has_its_stops_its_people_and_a_box_for_each_part(visiting):
    found = text(visiting, "bus-list", language="en", calls="0")
    assert "Reisedienst Main" in found
    assert "Place de la Mairie" in found
    assert "–" in found  # two ride only one way
    assert any(
        "Reisedienst Main" in row for row in table(visiting, "bus-list", visit=visit_of(visiting)).rows
    )


def test_the_hotel_gets_its_rooms_with_their_people(visiting):
    found = table(visiting, "rooming-list", visit=visit_of(visiting), language="en")
    linde = [row for row in found.rows if row[0] == "Gasthof Linde"]
    assert len(linde) == 3
    assert sum(1 for row in linde if row[3]) == 2
    assert "Gasthof Linde" in text(visiting, "rooming-list")


def test_amounts_in_other_currencies_stand_beside_ours(visiting):
    found = text(visiting, "visit-budget", language="en", funders="yes")
    assert "PLN" in found
    assert "€92.00" in found
    assert "Bürgerfonds" in found


def test_goods_called_the_same_by_both_sides_are_named_once(changing):
    """What the receiver calls a thing stands beneath what we call it, on a French list too: but not twice."""
    visit = changing.read(find_visit, "50 years of twinning")

    def rename(w):
        row = w.scalars(select(Goods).where(Goods.visit_id == visit, Goods.position == 2)).one()
        row.what = row.what_there

    do(changing, rename)
    found = text_of(paper(changing, "packing-list", visit=visit, language="en").pdf)
    assert found.count("Chaises d") == 1
    assert found.count("Couvertures de laine") == 1


# ---- draw, changes, report -------------------------------------------------------------------------------


def test_the_record_of_a_draw_says_how_it_was_done_and_can_be_repeated(changing):
    draw_places(changing, visit_of(changing), places=20)
    found = text(changing, "draw-record", language="en")
    assert "2026-04-27 Rosenau" in found
    assert "the result is the same" in found
    rows = table(changing, "draw-record", visit=visit_of(changing), language="en").rows
    assert sum(1 for row in rows if row[1] == "Has a place") == 20
    assert len(rows) == 34


def test_the_record_is_that_of_the_draw_asked_for(changing):
    visit = visit_of(changing)
    draw_places(changing, visit, places=20)
    draw_places(changing, visit, places=12)
    newest, first = (draw_id for draw_id, _ in changing.read(draws_of, visit))

    def places(draw_id):
        rows = table(changing, "draw-record", visit=visit, draw_id=draw_id, language="en").rows
        return sum(1 for row in rows if row[1] == "Has a place")

    assert [places(one) for one in (None, newest, first)] == [12, 12, 20]
    assert places(visit) == 12  # the id of something else is no draw of this visit


def test_a_part_of_the_list_is_printed_in_its_order_and_is_no_new_version(rosenau):
    visit = visit_of(rosenau)
    everybody = rosenau.read(visit_people, visit, locale=Locale.of("en"), today=rosenau.today)
    hosts = [one.person_id for one in everybody.rows if one.participation_id is None][:2]
    guests = [one.person_id for one in everybody.rows if one.comes and one.travels][:3]
    picked = (guests[2], guests[0], *hosts)
    found = gathered(rosenau, "participants-list", visit=visit, people=picked, language="en")
    assert [one.person_id for one in found.data.guests] == list(picked)
    assert found.paper.printed(found.data) is None
    read = text_of(draw(found).pdf)
    assert "5 participants" not in read
    assert "4 participants" in read
    assert "Version" not in read


def test_the_sum_of_one_delegation_stands_once_under_the_list(rosenau):
    pages = page_texts(paper(rosenau, "participants-list", visit=visit_of(rosenau), language="en").pdf)
    assert pages[-1].count("34 participants") == 2  # under the list and in the foot


def test_without_a_draw_the_record_says_so(rosenau):
    assert "No places were drawn for this visit." in text(rosenau, "draw-record", language="en")


@pytest.mark.parametrize(
    ("code", "title"),
    [("guest-card", "Card for each guest"), ("name-badges", "Name badges"), ("place-cards", "Place cards"),
     ("visit-report", "Report of the visit")],
)  # fmt: skip
def test_papers_of_an_idea_say_that_nobody_comes_yet(rosenau, code, title):
    visit = rosenau.read(find_visit, "Advent market in Lipowiec")
    found = text_of(paper(rosenau, code, visit=visit, language="en").pdf)
    for words in (title, "Advent market in Lipowiec", "No guest yet."):
        assert words in found, words


def test_changes_since_the_last_print_name_who_came_went_and_moved(changing):
    visit = visit_of(changing)
    assert "was printed yet" in text(changing, "visit-changes", language="en")
    remember(changing, "hosting-list", visit)
    remember(changing, "visit-programme", visit)
    assert "Everybody sleeps where it was printed." in text(changing, "visit-changes", language="en")

    def change(w):
        people = list(
            w.scalars(select(Participation).where(Participation.visit_id == visit).order_by(Participation.id))
        )
        placed = {row.participation_id for row in w.scalars(select(Placement))}
        gone = next(one for one in people if one.id in placed)
        gone.state = ParticipationState.CANCELLED
        moved = next(one for one in people if one.id in placed and one is not gone)
        offers = list(w.scalars(select(HostOffer).where(HostOffer.visit_id == visit)))
        for row in w.scalars(select(Placement).where(Placement.participation_id == moved.id)):
            row.offer_id = next(one.id for one in offers if one.id != row.offer_id)
        item = w.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == visit)).first()
        item.starts = dt.time(18, 45)

    do(changing, change)
    found = text(changing, "visit-changes", language="en")
    assert "No longer there" in found
    assert "Moved" in found
    assert "2 changes" in found
    assert "18:45" in found
    assert len(table(changing, "visit-changes", visit=visit, language="en").rows) == 3


def test_a_report_has_aims_figures_programme_and_costs(visiting):
    found = text(visiting, "visit-report", language="de", second="fr")
    for words in ("Freundschaft pflegen", "Cultiver l'amitié", "34 Gäste waren da.", "Empfang im Rathaus"):
        assert words in found
    assert "Sehr geehrte" not in found


def test_a_report_can_be_written_on(visiting):
    ready = gathered(visiting, "visit-report", visit=visit_of(visiting), language="de")
    document = Document(io.BytesIO(editable(ready)))
    words = [one.text for one in document.paragraphs]
    assert "Freundschaft pflegen" in words
    assert sum(1 for one in document.paragraphs if one.style.name == "Heading 1") >= 8
    assert len(document.tables) >= 4
    # What is still to be written has its heading here, and none in print.
    assert "Looking back" in words or "Rückblick" in words
    assert "Looking back" not in text_of(draw(ready).pdf)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The hosting list (usability script 9): both languages, everybody on it, open places told."""

import datetime as dt
import re

from sqlalchemy import select

from hospes.actions.printed_papers import RememberPrint
from hospes.domain.codes_visit import ParticipationState
from hospes.papers.making import draw
from hospes.queries.resolve import visit as find_visit
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit
from tests.make import do
from tests.papers.printing import gathered, paper, table
from tests.papers.reading import page_texts, text_of
from tests.papers.visiting import visit_of

OPEN = ("Dubois, Claire", "Dubois, Manon", "Petit, Gérard", "Moreau, Sylvie", "Fontaine, Luc")


def hosting(app, **options):
    return paper(app, "hosting-list", visit=visit_of(app), **options)


def test_heads_and_title_stand_in_both_languages(rosenau):
    text = text_of(hosting(rosenau, language="de", second="fr").pdf)
    assert "Himmelfahrtsbesuch 2026 · Visite de l'Ascension 2026" in text
    assert "13.–17. Mai 2026 · 13–17 mai 2026" in text
    assert "Invité" in text
    assert "Gast" in text


def test_all_34_guests_stand_on_it_and_the_five_without_a_host_are_told(rosenau):
    found = table(rosenau, "hosting-list", visit=visit_of(rosenau), language="en")
    assert len(found.rows) == 34
    without = {row[0] for row in found.rows if row[3] == "No host yet"}
    assert without == set(OPEN)
    text = text_of(hosting(rosenau, language="en").pdf)
    assert text.count("No host yet") == 5
    assert "34 guests in 18 homes, 5 still without a host" in text


def test_pages_are_numbered_and_carry_version_day_and_what_happens_afterwards(rosenau):
    pages = page_texts(hosting(rosenau, language="en").pdf)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} / {len(pages)}" in page
        assert "Version 1 of 27 April 2026" in page
        assert "Confidential: destroy after the visit" in page


def test_telephones_stand_on_it_only_when_ticked(rosenau):
    # Those in charge are named with their numbers in the box for emergencies.
    number = re.compile(r"\b0\d{3,4} \d\d")
    assert not number.search(text_of(hosting(rosenau, language="de", emergency="no").pdf))
    assert number.search(text_of(hosting(rosenau, language="de", emergency="no", phones="yes").pdf))


def test_it_goes_by_host_and_by_delegation_too(rosenau):
    by_host = text_of(hosting(rosenau, language="en", order="host").pdf)
    assert by_host.index("Baumann") < by_host.index("Leroy, Anne (62)")
    assert "Without a host" in by_host
    by_town = text_of(hosting(rosenau, language="en", order="delegation").pdf)
    assert "Montclair-sur-Loire" in by_town


def test_a_stay_that_is_not_the_whole_visit_tells_its_days(rosenau):
    found = table(rosenau, "hosting-list", visit=visit_of(rosenau), language="en")
    marc = next(row for row in found.rows if row[0] == "Simon, Marc")
    assert marc[-3:] == [dt.date(2026, 5, 14), dt.date(2026, 5, 17), 3]
    assert "14 May – 17 May" in text_of(hosting(rosenau, language="en").pdf)


def test_who_sleeps_in_two_homes_stands_on_it_twice_and_open_nights_are_told(changing):
    visit = visit_of(changing)

    def split(w):
        part = w.scalars(
            select(Participation).join(Placement, Placement.participation_id == Participation.id)
            .where(Participation.visit_id == visit).order_by(Participation.id)
        ).first()  # fmt: skip
        nights = list(w.scalars(
            select(Placement).where(Placement.participation_id == part.id).order_by(Placement.night)
        ))  # fmt: skip
        other = w.scalars(
            select(HostOffer).where(HostOffer.visit_id == visit, HostOffer.id != nights[0].offer_id)
        ).first()
        nights[-2].offer_id = other.id
        w.delete(nights[-1])
        return part.id

    do(changing, split)
    found = table(changing, "hosting-list", visit=visit, language="en")
    assert len(found.rows) == 36
    assert [row[-1] for row in found.rows].count(1) == 2


def test_free_beds_stand_on_it_when_asked_for(rosenau):
    text = text_of(hosting(rosenau, language="en", reserve="yes").pdf)
    free = text[text.index("Free beds and hosts in reserve") :]
    assert re.search(r"Nowak[^\n]*2", free)
    assert "Albrecht" in free


def test_a_visit_without_guests_gives_a_page_that_says_so(changing):
    visit = do(changing, lambda w: w.create(Visit, owner_id=w.scalars(select(Visit.owner_id)).first()).id)
    document = paper(changing, "hosting-list", visit=visit, language="en")
    assert document.pages == 1
    assert "No guest yet." in text_of(document.pdf)


def test_who_sleeps_in_a_hotel_stands_on_it_as_such_and_is_not_missing_a_host(visiting):
    found = table(visiting, "hosting-list", visit=visit_of(visiting), language="en")
    in_hotels = [row for row in found.rows if row[3].startswith("Gasthof Linde")]
    missing = [row for row in found.rows if row[3] == "No host yet"]
    assert in_hotels
    assert f"{len(missing)} still without a host" in text_of(
        paper(visiting, "hosting-list", visit=visit_of(visiting), language="en").pdf
    )


def test_whoever_has_a_hotel_room_is_told_which_and_needs_no_host(rosenau):
    """The visit to Lipowiec: all twelve sleep in the Hotel Pod Lipami."""
    visit = rosenau.read(find_visit, "Ascension visit 2025")
    for code in ("hosting-list", "guest-card", "emergency-sheet"):
        text = text_of(paper(rosenau, code, visit=visit, language="en").pdf)
        assert text.count("Hotel Pod Lipami") == 12
        assert "who your host is" not in text
        assert "host yet" not in text
    card = text_of(paper(rosenau, "guest-card", visit=visit, language="pl").pdf)
    assert "Gdzie Państwo mieszkają\nHotel Pod Lipami, 101" in card
    assert "Mieszkają Państwo u" not in card, "nobody stays with a hotel"
    rooms = text_of(paper(rosenau, "rooming-list", visit=visit, language="fr", second="pl").pdf)
    assert rooms.count("mer. 28 mai – sam. 31 mai") == rooms.count("śr., 28 maja – sob., 31 maja") == 6


def test_whom_to_call_is_never_alone_on_a_sheet(rosenau):
    """The visit of 2024 by hosts, in two languages: the box had no room under the hosts in reserve."""
    visit = rosenau.read(find_visit, "50 years of twinning")
    options = {"order": "host", "phones": "yes", "reserve": "yes", "language": "fr", "second": "pl"}
    last = page_texts(paper(rosenau, "hosting-list", visit=visit, **options).pdf)[-1]
    assert "En cas d'urgence pendant la visite" in last.replace("’", "'")
    assert "Lits libres et familles d'accueil en réserve" in last.replace("’", "'")


def test_guests_of_whom_nobody_has_a_host_are_not_counted_into_no_homes(rosenau):
    visit = rosenau.read(find_visit, "Three towns meet in Lipowiec")
    text = text_of(paper(rosenau, "hosting-list", visit=visit, language="en").pdf)
    assert "8 guests, nobody with a host yet" in text
    assert "0 homes" not in text


def test_who_has_cancelled_is_not_on_it(changing):
    visit = visit_of(changing)

    def cancel(w):
        row = w.scalars(select(Participation).where(Participation.visit_id == visit)).first()
        row.state = ParticipationState.CANCELLED

    do(changing, cancel)
    assert len(table(changing, "hosting-list", visit=visit).rows) == 33


def remember(app, code, visit):
    ready = gathered(app, code, visit=visit, language="en")
    printed = ready.paper.printed(ready.data)
    app.run(RememberPrint(printed.visit_id, code, printed.number, printed.lines))
    return printed.number


def test_the_version_counts_up_when_something_changed_and_not_before(changing):
    visit = visit_of(changing)
    assert remember(changing, "hosting-list", visit) == 1
    assert remember(changing, "hosting-list", visit) == 1

    def move(w):
        query = select(Placement).join(Participation).where(Participation.visit_id == visit)
        row = w.scalars(query.order_by(Placement.id)).first()
        w.delete(row)

    do(changing, move)
    ready = gathered(changing, "hosting-list", visit=visit, language="en")
    assert ready.data.version == 2
    assert "Version 2 of 27 April 2026" in text_of(draw(ready).pdf)


def test_rooms_are_told_as_the_board_gives_out_beds(rosenau):
    text = text_of(hosting(rosenau, language="de", rooms="yes").pdf)
    assert "Gästezimmer" in text
    assert "Dachzimmer" in text or "Arbeitszimmer" in text
    assert "Gästezimmer" not in text_of(hosting(rosenau, language="de").pdf)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts to ask: the list, one-click answers, and everything a host offers."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from hospes.domain.codes_visit import OfferState, WishKind
from hospes.queries.offer_page import guests_to_wish
from hospes.queries.offers import offer_page
from hospes.ui.pages import visit_hosting_asking
from tests.hosting import home, hosts_to_ask
from tests.ui.pages.hands import choose, tick, write
from tests.ui.pages.hosting_board import at, sit_down

__all__ = ["at", "sit_down"]


@pytest.fixture
def asking(at):
    at.click("board.askHosts")
    return at


def offer(at, name):
    return next(row for row in hosts_to_ask(at.app, at.visit) if row.name == name)


def show(at, name):
    at.tab.asking.choose(offer(at, name).household_id)
    at.settle()


def facts(at, name):
    return at.app.read(offer_page, offer(at, name).id, at.desk.locale)


def test_everybody_who_can_host_is_listed_with_a_number_to_call(asking):
    show(asking, "Baumann")
    assert asking.find("host.name").text() == "Baumann"
    assert "+49" in asking.find("host.phone.0").text()
    assert "Ascension visit 2023" in asking.find("host.last").text()


def test_an_answer_is_one_click_and_puts_the_host_on_the_list(asking):
    show(asking, "Brandt")
    assert offer(asking, "Brandt").id is None
    asking.click("host.say.asked")
    assert offer(asking, "Brandt").state is OfferState.ASKED
    asking.click("host.say.yes")
    row = offer(asking, "Brandt")
    assert row.state is OfferState.YES
    assert row.places == 2  # as the household offers in general
    assert asking.said() == "Brandt: Said yes"
    asking.click("hosts.toBoard")
    assert home(asking.read(), "Brandt").key in asking.homes(), "the board has read it meanwhile"
    asking.window.acts.undo()
    asking.settle()
    assert offer(asking, "Brandt").state is OfferState.ASKED


def test_beds_nights_and_answers_are_written_at_once(asking):
    show(asking, "Weber")
    assert date(2026, 5, 13) not in facts(asking, "Weber").nights
    tick(asking, "host.night.2026-05-13")
    assert date(2026, 5, 13) in facts(asking, "Weber").nights
    write(asking, "host.stairs", "7")
    choose(asking, "host.cats", "1")
    tick(asking, "host.diets.vegan")
    page = facts(asking, "Weber")
    assert (page.stairs, page.cats) == (7, True)
    assert "vegan" in page.diets
    before = page.places
    asking.find("host.room").setText("Attic")
    asking.click("host.addBed")
    assert facts(asking, "Weber").places == before + 1


def test_what_cannot_be_used_is_kept_as_typed(asking):
    show(asking, "Weber")
    write(asking, "host.stairs", "many")
    choose(asking, "host.cats", "1")
    assert asking.find("host.stairs").text() == "many"
    assert facts(asking, "Weber").stairs == 12


def test_the_hosts_of_last_time_come_onto_the_list_unasked(asking):
    before = [row for row in hosts_to_ask(asking.app, asking.visit) if row.id is not None]
    asking.click("hosts.likeLastTime")
    now = [row for row in hosts_to_ask(asking.app, asking.visit) if row.id is not None]
    new = {row.name for row in now} - {row.name for row in before}
    assert new
    assert all(row.state is OfferState.NOT_ASKED for row in now if row.name in new)


def test_the_board_leads_to_the_host_to_ask(at):
    at.choose("Luc Fontaine")
    card = at.card("Weber")
    ask = [n for n, link in enumerate(card.view.links) if link.text == "Ask Thomas Weber"]
    card._links[ask[0]].click()
    at.settle()
    assert at.find("host.name").text() == "Weber"
    at.click("hosts.toBoard")
    assert at.there("board.guests")


def undo(at):
    at.window.acts.undo()
    at.settle()


def wishes(at, name):
    return [(one.kind, one.name) for one in facts(at, name).wishes]


def name_guest(at, picker, listed, button):
    at.find(picker).setText(listed)
    at.click(button)


def test_guests_a_host_wishes_for_are_named_in_order_and_can_be_undone(asking):
    show(asking, "Weber")
    before = wishes(asking, "Weber")
    name_guest(asking, "host.wish", "Dubois, Claire", "host.addWish")
    name_guest(asking, "host.wish", "Petit, Gérard", "host.addWish")
    wished = [name for kind, name in wishes(asking, "Weber") if kind is WishKind.WISHED]
    assert wished[-2:] == ["Claire Dubois", "Gérard Petit"]
    last = len(wished) - 1
    asking.click(f"host.wished.{last}.up")
    wished = [name for kind, name in wishes(asking, "Weber") if kind is WishKind.WISHED]
    assert wished[-2:] == ["Gérard Petit", "Claire Dubois"]
    asking.click(f"host.wished.{last}.away")
    assert (WishKind.WISHED, "Claire Dubois") not in wishes(asking, "Weber")
    for _ in range(4):
        undo(asking)
    assert wishes(asking, "Weber") == before


def test_a_guest_a_host_does_not_want_is_no_longer_wished_and_marked_confidential(asking):
    show(asking, "Weber")
    name_guest(asking, "host.wish", "Dubois, Claire", "host.addWish")
    name_guest(asking, "host.refuse", "dubois, claire", "host.addRefusal")
    assert [kind for kind, name in wishes(asking, "Weber") if name == "Claire Dubois"] == [WishKind.REFUSED]
    card = asking.find("host.wishes", QWidget)
    said = [one.text() for one in card.findChildren(QLabel)]
    assert "Not with: seen by organisers only, never printed" in said
    undo(asking)
    assert (WishKind.WISHED, "Claire Dubois") in wishes(asking, "Weber")


def test_who_stayed_there_before_is_wished_again_by_one_click(asking):
    known = next(
        row
        for row in hosts_to_ask(asking.app, asking.visit)
        if row.id is not None
        and any(
            one.stayed_here
            for one in asking.app.read(guests_to_wish, asking.visit, row.household_id, asking.desk.locale)
        )
        and not asking.app.read(offer_page, row.id, asking.desk.locale).wishes
    )
    show(asking, known.name)
    asking.click("host.sameAgain")
    wished = {name for _, name in wishes(asking, known.name)}
    assert wished
    assert wished <= set(known.last.guests)
    undo(asking)
    assert not wishes(asking, known.name)


def test_the_bed_of_a_guest_is_chosen_and_left_to_hospes_again(asking):
    home = next(row for row in hosts_to_ask(asking.app, asking.visit) if len(row.guests) > 1)
    show(asking, home.name)
    page = facts(asking, home.name)
    bed = page.rooms[-1].beds[-1]
    choose(asking, "host.sleeps.1", bed.id.hex)
    assert [one.bed_id for one in facts(asking, home.name).stays] == [None, bed.id]
    lines = asking.find("host.sleeps.0", QComboBox)
    taken = lines.itemText(lines.findData(bed.id.hex))
    assert taken.endswith(page.stays[1].name)  # whoever gives a bed away sees who has it
    undo(asking)
    assert facts(asking, home.name).stays[1].bed_id is None
    choose(asking, "host.sleeps.1", bed.id.hex)
    choose(asking, "host.sleeps.1", "")
    assert facts(asking, home.name).stays[1].bed_id is None


def test_the_board_leads_to_the_bed_of_a_placed_guest(at):
    placed = next(card for card in at.read().guests if card.placed)
    at.choose(placed.name)
    at.click("board.chooseBed")
    home = next(card.name for card in at.read().hosts if card.id == placed.offers[0])
    assert at.find("host.name").text() == home
    assert at.there("host.sleeps.0")


def test_evenings_on_which_nobody_is_at_home(asking):
    show(asking, "Weber")
    tick(asking, "host.evening.2026-05-15")
    tick(asking, "host.evening.2026-05-14")
    assert facts(asking, "Weber").evenings_away == "2026-05-14;2026-05-15"
    tick(asking, "host.evening.2026-05-15")
    assert facts(asking, "Weber").evenings_away == "2026-05-14"
    undo(asking)
    assert facts(asking, "Weber").evenings_away == "2026-05-14;2026-05-15"


def test_the_day_papers_for_minors_were_seen(asking):
    show(asking, "Weber")
    before = facts(asking, "Weber").checked_on
    write(asking, "host.checked_on", "3 February 2026")
    assert facts(asking, "Weber").checked_on == date(2026, 2, 3)
    undo(asking)
    assert facts(asking, "Weber").checked_on == before
    write(asking, "host.checked_on", "yesterday or so")
    choose(asking, "host.cats", "1")
    assert asking.find("host.checked_on").text() == "yesterday or so"
    assert facts(asking, "Weber").checked_on == before


@pytest.mark.parametrize(("field", "typed", "kept"), [("ages", "48, 51", "51;48"),
                                                      ("children_ages", "12 12 15", "15;12;12")])  # fmt: skip
def test_ages_are_kept_as_the_host_said_them(asking, field, typed, kept):
    show(asking, "Weber")
    before = getattr(facts(asking, "Weber"), field)
    write(asking, f"host.{field}", typed)
    assert getattr(facts(asking, "Weber"), field) == kept
    undo(asking)
    assert getattr(facts(asking, "Weber"), field) == before
    write(asking, f"host.{field}", "about forty")
    assert getattr(facts(asking, "Weber"), field) == before


def test_several_hosts_are_marked_as_thanked_at_once(asking):
    table = asking.tab.asking.table
    assert not asking.there("hosts.thank")  # nobody has come yet
    some = [row for row in hosts_to_ask(asking.app, asking.visit) if row.guests][:3]
    table.clearSelection()
    for row in some:
        line = table.model().index(table.rows.place_of(row.household_id), 0)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(line, flags)
    asking.settle()
    assert asking.find("hosts.thank", QAbstractButton).text() == "Mark 3 hosts as thanked"
    asking.click("hosts.thank")
    assert all(offer(asking, row.name).thanked_on == asking.app.today for row in some)
    assert asking.said() == "3 hosts are marked as thanked."
    undo(asking)
    assert not any(offer(asking, row.name).thanked_on for row in some)


def test_after_the_visit_all_who_had_guests_can_be_marked_as_thanked(asking, monkeypatch):
    monkeypatch.setattr(visit_hosting_asking, "has_begun", lambda *_: True)
    asking.tab.reload()
    asking.click("hosts.thank")
    rows = hosts_to_ask(asking.app, asking.visit)
    assert all(row.thanked_on is not None for row in rows if row.guests)
    assert not any(row.thanked_on for row in rows if not row.guests)


def test_a_list_of_hosts_can_be_brought_in(asking, monkeypatch):
    went = []
    monkeypatch.setattr(type(asking.desk), "go", lambda _self, place, **where: went.append((place, where)))
    asking.click("hosts.bringIn")
    assert went == [("import", {"kind": "hosts", "visit": asking.visit.hex})]

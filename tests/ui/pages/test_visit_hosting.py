# SPDX-License-Identifier: GPL-3.0-or-later
"""The hosting board in the real window over the example's visit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hospes.ui.pages.visit_hosting_view import RowKind
from tests.hosting import guest, home
from tests.ui.pages.hosting_board import at, sit_down

__all__ = ["at", "sit_down"]


def test_what_is_open_stands_above_the_board(at):
    assert at.find("board.waiting").text() == "5 guests without a host"
    assert at.find("board.conflicts").text() == "1 conflict"
    assert at.find("board.counts").text() == "29 of 34 placed · 8 beds free in 21 homes"
    assert at.find("board.suggestAll").text() == "Suggest hosts for all 5"


def test_every_guest_reads_as_a_sentence(at):
    model = at.board.guests.model()
    says = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert len(says) == 4
    assert says[0].startswith("Claire Dubois, 58, with daughter Manon, 16")
    assert "Allergic to cats" in says[0]
    assert says[0].endswith("no host yet. Enter to choose a host")


def test_choosing_a_guest_sorts_the_homes_best_first_and_those_that_do_not_fit_last(at):
    at.choose("Gérard Petit")
    read, party = at.board.board, at.board.chosen
    fits = [read.fit(party, key) for key in at.homes()]
    good = [fit.score for fit in fits if fit.fits]
    assert good == sorted(good, reverse=True)
    assert [fit.fits for fit in fits] == sorted((fit.fits for fit in fits), reverse=True)
    assert not fits[-1].fits
    assert "Does not fit" in at.card(read.view.hosts[at.homes()[-1]].name).accessibleName()


def test_beds_that_suit_say_for_whom(at):
    rows = [row for row, _ in at.card("Nowak")._rows]
    assert [row.text() for row in rows] == ["Claire Dubois fits here", "Manon Dubois fits here"]
    assert {row.view.kind for row in rows} == {RowKind.FITS}


def test_a_bed_that_is_free_later_says_from_when(at):
    texts = [row.text() for row, _ in at.card("Weber")._rows]
    assert any(text.startswith("Free bed") and "14 May" in text for text in texts)


def test_placing_goes_on_with_the_next_guest_and_is_undone_by_name(at):
    at.click("board.place")
    assert at.where_is("Claire Dubois") == at.where_is("Manon Dubois") == ["Nowak"]
    assert at.said() == "Claire and Manon Dubois stay with Nowak."
    assert at.board.chosen.members[0].name == "Gérard Petit"
    at.window.acts.undo()
    at.settle()
    assert "Claire" in at.said()
    assert at.read().counts.without == 5


def test_a_must_is_broken_only_with_a_written_reason(at):
    at.choose("Claire Dubois")
    at.board._card_pressed(home(at.read(), "Lindner").key)
    at.settle()
    assert at.find("board.place").text() == "Place all the same…"
    at.board.why.place_button.click()
    at.settle()
    if at.there("board.question"):  # one bed for two: that is asked first
        at.click("board.onlySome")
    assert at.where_is("Claire Dubois") == ["Lindner"]
    at.window.acts.undo()
    at.choose("Claire Dubois")
    at.board._card_pressed(home(at.read(), "Baumann").key)
    at.board.placing.place(at.board.board.view.party([guest(at.read(), "Claire Dubois").key]),
                           home(at.read(), "Baumann").key)  # fmt: skip
    at.settle()
    assert at.where_is("Claire Dubois") == []
    at.click("board.placeAnyway")
    assert at.where_is("Claire Dubois") == []
    at.find("board.reason").setText("She takes her pills")
    at.board.placing.place(
        at.board.board.view.party([guest(at.read(), "Claire Dubois").key]),
        home(at.read(), "Baumann").key,
        reason=at.find("board.reason").text(),
    )
    at.settle()
    assert at.where_is("Claire Dubois") == ["Baumann"]
    assert "Placed all the same: She takes her pills" in at.card("Baumann").accessibleName()


def test_taking_out_one_of_two_asks_once(at):
    at.click("board.all")
    at.click("board.place")
    card = at.card("Nowak")
    card._rows[1][1].click()
    at.settle()
    assert at.find("board.question").accessibleName() == "Manon wants to stay with Claire."
    at.click("board.outOne")
    assert at.where_is("Manon Dubois") == []
    assert at.where_is("Claire Dubois") == ["Nowak"]
    assert not at.there("board.question")


def test_delete_takes_the_chosen_guest_out(at):
    at.choose("Paul Girard")
    at.board.grid.focus_host(home(at.read(), "Hartwig–Roux").key)
    at.key(Qt.Key.Key_Delete)
    assert at.where_is("Paul Girard") == []
    assert at.said() == "Paul Girard has no host now."


def test_dragging_places_and_dragging_back_takes_out(at):
    assert at.drop("Sylvie Moreau", at.card("Lindner"))
    assert at.where_is("Sylvie Moreau") == ["Lindner"]
    assert at.drop("Sylvie Moreau", at.board.guests)
    assert at.where_is("Sylvie Moreau") == []
    assert not at.drop("Luc Fontaine", at.board.guests)  # he waits already


def test_a_placed_guest_is_told_about_and_moved(at):
    at.choose("Marc Simon")
    assert at.find("board.who").accessibleName() == "Marc with Weber"
    at.click("board.next")
    target = at.board.board.view.hosts[at.board._shown].name
    assert at.find("board.place").text() == f"Move to {target}"
    at.click("board.place")
    assert at.where_is("Marc Simon") == [target]
    assert "Move Marc Simon" in at.window.acts._desk.file.undo_step().code or at.said().startswith(
        "Marc Simon"
    )


def test_keeping_somebody_is_a_step_of_its_own(at):
    at.choose("Marc Simon")
    at.click("board.lock")
    assert guest(at.read(), "Marc Simon").locked
    at.choose("Marc Simon")
    at.click("board.lock")
    assert not guest(at.read(), "Marc Simon").locked


def test_f8_jumps_to_the_conflict_and_its_cure(at):
    at.board.guests.setFocus()
    at.window.act("next_doubt")
    at.settle()
    assert at.board.chosen.members[0].name == "Anne Leroy"
    assert QApplication.focusWidget().text() == "Find Anne another host"


def test_all_homes_and_finding_one_by_name(at):
    shown = len(at.homes())
    at.click("board.all")
    assert len(at.homes()) == 21 > shown
    at.board.columns.head.open_find()
    at.find("board.findLine").setText("girard")
    at.board.columns.head._typed()
    at.settle()
    names = [at.board.board.view.hosts[key].name for key in at.homes()]
    assert names == ["Hartwig–Roux"]


def test_only_cards_in_view_exist(at):
    at.click("board.all")
    assert len(at.board.grid._cards) < 12


def test_the_keyboard_walks_over_all_cards(at):
    at.click("board.all")
    at.board.grid.focus_host()
    at.key(Qt.Key.Key_End)
    assert QApplication.focusWidget().view.key == at.homes()[-1]
    assert not QApplication.focusWidget().visibleRegion().isEmpty()


def test_reading_again_keeps_who_is_chosen_and_where_one_is(at):
    at.click("board.all")
    at.choose("Gérard Petit")
    at.board.grid.verticalScrollBar().setValue(200)
    at.tab.reload()
    at.settle()
    assert at.board.chosen.members[0].name == "Gérard Petit"
    assert at.board.grid.verticalScrollBar().value() == 200


def test_back_leads_to_the_guest_before(at):
    at.choose("Gérard Petit")
    at.choose("Sylvie Moreau")
    at.window.step(-1)
    at.settle()
    assert at.board.chosen.members[0].name == "Gérard Petit"


def test_with_little_room_why_is_a_drawer(sit_down):
    at = sit_down(900, 560)
    assert not at.there("board.why")
    at.click("board.showWhy")
    assert at.there("board.why")
    at.click("board.closeWhy")
    assert not at.there("board.why")


def test_with_hardly_any_room_guests_and_hosts_are_two_steps(sit_down):
    at = sit_down(1366, 690, text_size=200)
    assert at.there("board.guests")
    assert not at.there("board.hosts")
    at.board.guests.setFocus()
    at.key(Qt.Key.Key_Return)
    assert at.there("board.hosts")
    assert not at.there("board.guests")
    at.click("board.toGuests")
    assert at.there("board.guests")


def test_where_no_home_is_there_yet_the_way_leads_to_those_who_can_be_asked(at):
    from hospes.queries import resolve

    assert not at.there("board.nobody")
    advent = at.app.read(resolve.visit, "Advent market in Lipowiec", "en")
    at.go("visit", id=advent.hex, tab="hosting")
    at.settle()
    assert at.there("board.nobody")
    at.click("board.askFirst")
    assert at.there("hosts.bringIn")

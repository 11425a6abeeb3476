# SPDX-License-Identifier: GPL-3.0-or-later
"""The Travel tab: a coach from nothing, people put on by click and key, hotel rooms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from hospes.actions.participations_stay import SetStayWish
from hospes.actions.travel import AddTransport
from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.i18n.locale import Locale
from hospes.queries.travel import travel
from hospes.store.tables.visits import Participation
from hospes.ui.table import ListTable
from tests.ui.pages.hands import tick, write


@pytest.fixture
def trip(at):
    at.go("visit", id=at.world.visit.hex, tab="travel")
    return at


def view(at):
    return at.app.read(travel, at.world.visit, Locale("en"))


def part(at, name):
    query = select(Participation.id).where(
        Participation.visit_id == at.world.visit, Participation.person_id == getattr(at.world, name)
    )
    return at.app.read(lambda connection: connection.execute(query).scalar())


def choose_people(at, name, *ids):
    table = at.find(name, ListTable)
    table._choose(list(ids), ids[0])
    at.settle()
    return table


def with_coach(at, seats=50):
    at.desk.run(AddTransport(at.world.visit, TransportKind.COACH, "Coach", seats))
    at.settle()


def test_a_coach_from_an_empty_tab(trip):
    assert "No transport yet" in trip.words()
    trip.click("visit.travel.first.coach")
    write(trip, "visit.travel.seats", "50")
    write(trip, "visit.travel.luggage", "One suitcase each")
    (coach,) = view(trip).transports
    assert (coach.name, coach.seats, coach.luggage) == ("Coach", 50, "One suitcase each")
    trip.desk.app.undo()
    trip.settle()
    assert view(trip).transports[0].luggage == ""


def test_times_are_times_or_words(trip):
    trip.click("visit.travel.first.coach")
    write(trip, "visit.travel.departs_at", "6.30")
    write(trip, "visit.travel.arrives_at", "after the market")
    leg = view(trip).transports[0].legs[0]
    assert (leg.departs_at.hour, leg.departs_at.minute, leg.arrives_words) == (6, 30, "after the market")


def test_seats_that_are_no_number_stay_as_typed_and_are_not_kept(trip):
    trip.click("visit.travel.first.coach")
    write(trip, "visit.travel.seats", "many")
    assert view(trip).transports[0].seats is None
    assert "Write a whole number" in trip.words()


def test_several_people_are_put_on_at_once_for_both_ways(trip):
    with_coach(trip)
    choose_people(trip, "visit.travel.off.table", part(trip, "guest"), part(trip, "double"))
    trip.click("visit.travel.off.send")
    assert [len(leg.seats) for leg in view(trip).transports[0].legs] == [2, 2]
    assert "2 people travel with Coach." in trip.said()
    assert len(view(trip).missing[LegWay.THERE]) == 1
    trip.desk.app.undo()
    assert [len(leg.seats) for leg in view(trip).transports[0].legs] == [0, 0]


def test_enter_puts_on_and_delete_takes_off(trip):
    with_coach(trip)
    tick(trip, "visit.travel.both")
    table = choose_people(trip, "visit.travel.off.table", part(trip, "guest"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    trip.settle()
    assert [len(leg.seats) for leg in view(trip).transports[0].legs] == [1, 0]
    table = choose_people(trip, "visit.travel.on.table", part(trip, "guest"))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    trip.settle()
    assert [len(leg.seats) for leg in view(trip).transports[0].legs] == [0, 0]


def test_a_seat_number_is_written_in_place(trip):
    with_coach(trip)
    choose_people(trip, "visit.travel.off.table", part(trip, "guest"))
    trip.click("visit.travel.off.send")
    choose_people(trip, "visit.travel.on.table", part(trip, "guest"))
    write(trip, "visit.travel.seat", "12")
    assert view(trip).transports[0].legs[0].seats[0].seat == "12"


def test_the_tab_and_its_badge_say_who_is_missing(trip):
    with_coach(trip)
    assert "3 on no transport, way there" in trip.find("visit.travel.missing").findChildren(object)[-1].text()
    mark = type(trip.page.tab).tab_mark(trip.desk, trip.world.visit)
    assert (mark.count, mark.words) == (3, "3 on no transport, way there")


def test_a_stop_is_added_and_taken_out(trip):
    with_coach(trip)
    trip.go("visit", id=trip.world.visit.hex, tab="travel", part="vehicle")
    trip.find("visit.travel.stopPlace").setText("Market")
    trip.find("visit.travel.stopTime").setText("6:30")
    trip.click("visit.travel.addStop")
    assert [stop.place for stop in view(trip).transports[0].legs[0].stops] == ["Market"]
    trip.click("visit.travel.noStop.0")
    assert view(trip).transports[0].legs[0].stops == ()


def test_hotel_rooms_and_who_sleeps_there(trip):
    trip.desk.run(SetStayWish(part(trip, "guest"), {"hotel": True}))
    trip.go("visit", id=trip.world.visit.hex, tab="travel", way="hotel")
    trip.settle()
    trip.find("visit.hotel.name").setText("Gasthof Linde")
    trip.click("visit.hotel.add")
    choose_people(trip, "visit.hotel.off.table", part(trip, "guest"))
    trip.click("visit.hotel.off.send")
    (room,) = view(trip).rooms
    assert (room.hotel, room.places, len(room.guests)) == ("Gasthof Linde", 2, 1)
    assert view(trip).without_room == ()


def test_back_leads_to_the_same_place(trip):
    with_coach(trip)
    trip.go("visit", id=trip.world.visit.hex, tab="travel", way="back", part="vehicle")
    where = trip.page.where()
    assert (where["way"], where["part"]) == ("back", "vehicle")


def test_the_keyboard_goes_on_to_the_next_field_while_the_form_is_built_anew(trip):
    trip.click("visit.travel.first.coach")
    write(trip, "visit.travel.seats", "50", then=Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "visit.travel.wheelchair_places"
    QTest.keyClicks(QApplication.focusWidget(), "1")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    trip.settle()
    assert (view(trip).transports[0].seats, view(trip).transports[0].wheelchair_places) == (50, 1)
